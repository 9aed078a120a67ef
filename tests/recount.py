"""Counts afresh, from the items of the table as they lie there.

Written a second time on purpose, so that it can disagree with the code it is to check. Cells are texts,
``survey|scope|value|family|day|field``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sayso.adapters.items import Items

Item = Mapping[str, Any]
_COUNTED = re.compile(r"s\d+|r\ds\d+|sent|delivered|answered|waiting|machine")
_NO_COUNT = {"pk", "sk", "entity", "version", "repairs"}


def counters(items: Items) -> dict[str, int]:
    """Every cell of every counter that is not zero."""
    found = {}
    for item in items.scan(("COUNT#",)):
        name, (family, day) = item["pk"].removeprefix("COUNT#").split("#", 2), item["sk"].split("#")
        for field in item.keys() - _NO_COUNT:
            assert _COUNTED.fullmatch(field), field
            if item[field]:
                found["|".join((*name, family, day, field))] = int(item[field])
    return found


def ledger(items: Items) -> dict[str, int]:
    """The sum of what the ledger says was counted."""
    sums: Counter[str] = Counter()
    for item in items.scan(("COUNTED#",)):
        for cell, count in item["entries"].items():
            sums[cell] += int(count)
    return {cell: count for cell, count in sums.items() if count}


def recount(items: Items) -> dict[str, int]:
    """What the answers and the mails of the table add up to."""
    sums: Counter[str] = Counter()
    for item in items.scan(("RESPONSE#", "INVITATION#")):
        sums.update(_of_answer(item) if item["entity"] == "response" else _of_mail(item))
    return dict(sums)


def _of_answer(item: Item) -> Iterable[str]:
    survey, asked_on = item["survey"], _utc_day(item["asked_at"])
    if item["state"] != "confirmed":
        return [f"{survey}|all|-|S|{asked_on}|{'waiting' if item['state'] == 'provisional' else 'machine'}"]
    groups = _groups(item["snapshot"])
    scale, day, score = item.get("scale", "nps"), _utc_day(item["confirmed_at"]), item["score"]
    family = {"nps": "A", "satisfaction": "C"}[scale]
    cells = [f"{survey}|{group}|{family}|{day}|s{score}" for group in groups]
    cells += [f"{survey}|driver|{driver}|{family}|{day}|s{score}" for driver in item.get("drivers", ())]
    for theme, filing in item.get("themes", {}).items():
        if scope := {"filed": "theme", "suggested": "suggested"}.get(filing["state"]):
            cells.append(f"{survey}|{scope}|{theme}|{family}|{day}|s{score}")
    for name, rating in item.get("ratings", {}).items():
        cells.append(f"{survey}|rating|{name}|{family}|{day}|r{rating}s{score}")
    if not item.get("imported_from") and item.get("reasons") != ["recorded"]:
        cells += [f"{survey}|{group}|S|{asked_on}|answered" for group in groups]
    return cells


def _of_mail(item: Item) -> Iterable[str]:
    first = item.get("mails", {}).get("first")
    if not first or first["state"] != "sent":
        return []
    said = ["sent", "delivered"] if "delivered_at" in first else ["sent"]
    day = _utc_day(first["at"])
    return [f"{item['survey']}|{group}|S|{day}|{field}" for group in _groups(item["snapshot"]) for field in said]


def _groups(snapshot: Item) -> list[str]:
    groups = ["all|-", f"account|{snapshot['account_id']}", f"language|{snapshot['language']}"]
    groups += [f"segment|{name}={value}" for name, value in snapshot.get("segments", {}).items()]
    return groups + ([f"owner|{snapshot['owner_id']}"] if "owner_id" in snapshot else [])


def _utc_day(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone(UTC).date().isoformat()
