"""How Lambda cuts queues and streams into batches, as the template sets it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from tests.infrastructure.reading import mappings

Timed = tuple[datetime, dict[str, Any]]


def is_counted(record: dict[str, Any]) -> bool:
    """Whether the filter of the template lets a record through; tests/infrastructure holds the filter."""
    image = record["dynamodb"].get("NewImage", {})
    if image.get("entity") != {"S": "invitation"}:
        return False
    first = image["mails"]["M"].get("first", {"M": {"state": {"S": ""}}})
    return first["M"]["state"]["S"] in ("sent", "failed")


def windows(records: Sequence[Timed]) -> Iterable[list[dict[str, Any]]]:
    """Batches as Lambda makes them: full, or as old as the window."""
    mapping = mappings()["CountResponsesReadsStream"]
    most, longest = mapping["BatchSize"], timedelta(seconds=mapping["MaximumBatchingWindowInSeconds"])
    batch: list[Timed] = []
    for timed in records:
        if batch and (len(batch) == most or timed[0] - batch[0][0] >= longest):
            yield [record for _, record in batch]
            batch = []
        batch.append(timed)
    if batch:
        yield [record for _, record in batch]


def batches(bodies: Sequence[dict[str, Any]], size: int) -> Iterable[list[dict[str, Any]]]:
    """Full batches, and the rest."""
    waiting = iter(bodies)
    return iter(lambda: list(islice(waiting, size)), [])
