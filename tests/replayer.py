"""Delivers the table's stream to a function as Lambda does, by the documents: no engine that runs on a laptop does.

What is played, and where AWS says so:

- *Change data capture for DynamoDB Streams* (amazondynamodb/latest/developerguide/Streams.html): each record is in the
  stream once; the records of one item are in the order of its changes; they are kept for 24 hours. An item stays in one
  shard, and between shards there is no order.
- *How Lambda processes records from stream and queue-based event sources*
  (lambda/latest/dg/invocation-eventsourcemapping.html): every record at least once, and duplicates can occur: batches
  of any age here.
- *Configuring partial batch response with DynamoDB and Lambda*
  (lambda/latest/dg/services-ddb-batchfailurereporting.html): a batch is done when the list of failures is empty or
  null, and has failed as a whole when an identifier is empty, null or misspelt. Of several failures the lowest sequence
  number is the checkpoint, and everything from there comes again, also what had succeeded. With
  BisectBatchOnFunctionError a batch whose invocation fails is split in two, and one that reports a failure at the
  number it returned: only the rest is retried.
- *Retain discarded records for a DynamoDB event source in Lambda* (lambda/latest/dg/services-dynamodb-errors.html): a
  split takes nothing from the retries; when they are used up, the records go to the on-failure destination (to S3 in
  full) and the shard goes on behind them.
- *Record* (amazondynamodb/latest/APIReference/API_streams_Record.html): what TTL deletes is a REMOVE whose
  `userIdentity` is the service's.
- *Control which events Lambda sends to your function* (lambda/latest/dg/invocation-eventfiltering.html): what no filter
  lets through is not sent, and counts as done.

Where the documents leave something open, the worse for us is played: what is reported at the head of a batch stays
together with all behind it, and is discarded with it in the end.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from tests.infrastructure.reading import mappings

Record = dict[str, Any]
Function = Callable[[dict[str, Any]], Any]
_STREAM = "arn:aws:dynamodb:eu-central-1:000000000000:table/table/stream/2026-01-01T00:00:00.000"


@dataclass(frozen=True)
class Reading:
    """How an event source mapping is set."""

    batch_size: int
    retries: int
    bisects: bool
    reports: bool
    filters: tuple[Mapping[str, Any], ...]

    @classmethod
    def of_template(cls, name: str) -> Reading:
        """As template.yaml sets it."""
        found = mappings()[name]
        return cls(
            found["BatchSize"],
            found["MaximumRetryAttempts"],
            found["BisectBatchOnFunctionError"],
            "ReportBatchItemFailures" in found["FunctionResponseTypes"],
            tuple(json.loads(one["Pattern"]) for one in found["FilterCriteria"]["Filters"]),
        )

    def lets_through(self, record: Mapping[str, Any]) -> bool:
        """Whether one of the filters matches."""
        return not self.filters or any(matches(one, record) for one in self.filters)


@dataclass
class Batch:
    """What is handed over together, and how often it failed."""

    records: list[Record]
    failures: int = 0


@dataclass
class Shard:
    """One shard and the poller that reads it: one batch at a time, and none before the one ahead of it is done."""

    reading: Reading
    function: Function
    records: list[Record] = field(default_factory=list)
    read: int = 0
    discarded: list[Record] = field(default_factory=list)
    _again: deque[Batch] = field(default_factory=deque)

    @property
    def is_done(self) -> bool:
        """Whether everything was delivered, or discarded."""
        return self.read == len(self.records) and not self._again

    @property
    def delivered(self) -> list[Record]:
        """Everything that was handed over at least once since the beginning."""
        return [record for record in self.records[: self.read] if self.reading.lets_through(record)]

    def step(self, size: int) -> None:
        """One invocation: of what failed before, else of the next records, at most `size` of them."""
        if not self._again:
            self._again.append(Batch(self._next(min(size, self.reading.batch_size))))
        batch = self._again.popleft()
        if not batch.records:
            return
        left, is_split = self._left(batch)
        for part in reversed(left):
            if part.failures > self.reading.retries:
                self.discarded += part.records
            else:
                self._again.appendleft(part)
        assert is_split or len(left) < 2

    def _next(self, size: int) -> list[Record]:
        taken: list[Record] = []
        while len(taken) < size and self.read < len(self.records):
            record = self.records[self.read]
            self.read += 1
            taken += [record] if self.reading.lets_through(record) else []
        return taken

    def from_the_start(self) -> None:
        """The mapping is made anew and begins where the stream does (TRIM_HORIZON)."""
        self.read = 0
        self._again.clear()

    def _left(self, batch: Batch) -> tuple[list[Batch], bool]:
        """What of a batch comes again, and whether it was split."""
        try:
            answer = self.function(event(batch.records))
        except BaseException:  # noqa: BLE001 - a process that died is played by an exception that is none
            return self._failed(batch)
        failed = failures(answer) if self.reading.reports else []
        if not failed:
            return [], False
        numbers = [one["dynamodb"]["SequenceNumber"] for one in batch.records]
        if not set(failed) <= set(numbers):
            return self._failed(batch)
        first = min(map(numbers.index, failed))
        if first and self.reading.bisects:
            return [Batch(batch.records[first:], batch.failures)], False
        return [Batch(batch.records[first:], batch.failures + 1)], False

    def _failed(self, batch: Batch) -> tuple[list[Batch], bool]:
        if self.reading.bisects and len(batch.records) > 1:
            middle = len(batch.records) // 2
            parts = batch.records[:middle], batch.records[middle:]
            return [Batch(part, batch.failures) for part in parts], True
        return [Batch(batch.records, batch.failures + 1)], False


class Stream:
    """The shards of a table's stream; the records of one partition are all in one."""

    def __init__(self, reading: Reading, function: Function, shards: int) -> None:
        self.shards = [Shard(reading, function) for _ in range(shards)]

    def take(self, records: Iterable[Record]) -> None:
        """Put what the table wrote into its shards."""
        for record in records:
            partition = record["dynamodb"]["Keys"]["pk"]["S"]
            self.shards[crc32(partition.encode()) % len(self.shards)].records.append(record)

    @property
    def is_done(self) -> bool:
        """Whether everything was delivered, or discarded."""
        return all(shard.is_done for shard in self.shards)

    @property
    def discarded(self) -> list[Record]:
        """What lies at the on-failure destination."""
        return [record for shard in self.shards for record in shard.discarded]

    def finish(self) -> None:
        """Deliver what is left, however often it takes."""
        for shard in self.shards:
            while not shard.is_done:
                shard.step(shard.reading.batch_size)


def event(records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """An invocation's event, as JSON carries it."""
    about = {"eventVersion": "1.1", "awsRegion": "eu-central-1", "eventSourceARN": _STREAM}
    found: dict[str, Any] = json.loads(json.dumps({"Records": [{**about, **record} for record in records]}))
    return found


def failures(answer: Any) -> list[str]:
    """The sequence numbers a function reports; one that is none stands for all of the batch."""
    listed = (answer or {}).get("batchItemFailures") or []
    return [str(one.get("itemIdentifier") or "") for one in listed]


def removed_by_ttl(record: Mapping[str, Any], number: str) -> Record:
    """The record TTL writes when it deletes the item that a record put there."""
    about = record["dynamodb"]
    kept = {name: about[name] for name in ("Keys", "StreamViewType")}
    return {
        "eventID": f"ttl{number}",
        "eventName": "REMOVE",
        "eventSource": "aws:dynamodb",
        "userIdentity": {"type": "Service", "principalId": "dynamodb.amazonaws.com"},
        "dynamodb": {**kept, "SequenceNumber": number, "OldImage": about["NewImage"]},
    }


def matches(pattern: Mapping[str, Any], value: Mapping[str, Any]) -> bool:
    """Whether a filter of plain values matches: every name in it is there, with one of its values."""
    return all(
        isinstance(value, Mapping)
        and name in value
        and (matches(wanted, value[name]) if isinstance(wanted, Mapping) else value[name] in wanted)
        for name, wanted in pattern.items()
    )
