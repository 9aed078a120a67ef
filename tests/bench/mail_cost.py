"""What one mail costs from planned to delivered and counted, step by step, and 1,000 of them beside SES's fee alone."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from tests import table
from tests.bench.client_work import processor_of_a_call
from tests.bench.mail_journey import DELIVERED_AFTER, Invocations, Journey, travel
from tests.bench.prices import REGIONS, price
from tests.infrastructure.reading import functions

STEP_COLUMNS = (
    "step and item",
    "bytes",
    "reads",
    "writes",
    "of them in an index",
    "reads, alone",
    "writes, alone",
    "reason",
)
COST_COLUMNS = (
    "1,000 mails, in US dollars",
    *(f"{region}{case}" for region in REGIONS for case in ("", ", each alone")),
)
RATE = 13.0  # mails a second: what a new production account of SES may send, less a little
AIM = 1.10
# Estimates, in seconds: what AWS lets a function wait for an answer, and what a cold start takes.
_WAIT, _WAIT_SES, _START = 0.006, 0.080, 0.7
_FULL_PROCESSOR = 1769  # MB ("Configure Lambda function memory")
_STORED = ("table, a GB-month", "point-in-time recovery, a GB-month")
_REASONS = {
    ("plan", "contact"): "whom, and since when",
    ("plan", "invitation"): "what is planned; now waits, and in the due index",
    ("dispatch", "pause"): "does everything stand still",
    ("dispatch", "index due"): "what is due, and nothing else",
    ("dispatch", "invitation"): "the lease: the next tick must not hand it on again",
    ("send", "contact"): "the address and the name",
    ("send", "gate"): "suppression and distances; the claim: no other mail comes too close",
    ("send", "hold"): "is the account on hold",
    ("send", "pause"): "paused since the dispatch",
    ("send", "open follow-up"): "is somebody looking after an answer",
    ("send", "asked"): "what they said led to, for a line of the mail",
    ("send", "invitation"): "still due? then the claim; then sent, and the next step in the due index",
    ("SES: sent", "invitation"): "settles a mail nobody knows of; else nothing to write",
    ("SES: delivered", "invitation"): "when it arrived: evidence for answers",
    ("count", "ledger"): "what was counted, so that nothing counts twice",
    ("count", "directory"): "which counters there are",
    ("count", "counter all"): "sent and delivered of the day",
    ("count", "counter language"): "the same by language",
    ("count", "counter account"): "the same by account",
}


class Units(NamedTuple):
    """Units of all mails of a journey."""

    reads: float
    writes: int
    in_index: int
    size: int


@cache
def together() -> Journey:
    """A thousand mails that are due in the same hour."""
    return travel(1_000, RATE)


@cache
def alone() -> Journey:
    """One mail, and nothing else happening."""
    return travel(1, RATE)


def steps() -> list[tuple[str, ...]]:
    """Units of one mail, a row for each item that a step reads or writes."""
    return steps_of(together(), alone())


def steps_of(shared: Journey, single: Journey) -> list[tuple[str, ...]]:
    """The rows for the mails of one journey, beside those of another."""
    many, one, mails = _by_item(shared), _by_item(single), shared.mails
    rows = []
    for key, used in many.items():
        by_itself = one.get(key, Units(0, 0, 0, 0))
        units = [used.reads / mails, used.writes / mails, used.in_index / mails, by_itself.reads, by_itself.writes]
        rows.append((": ".join(key), str(used.size or ""), *map(_number, units), _REASONS[key]))
    sums = [sum(getattr(used, name) for used in many.values()) / mails for name in Units._fields[:3]]
    sums += [sum(getattr(used, name) for used in one.values()) for name in Units._fields[:2]]
    return [*rows, ("together", "", *map(_number, sums), "")]


def _by_item(journey: Journey) -> dict[tuple[str, str], Units]:
    found: dict[tuple[str, str], Units] = defaultdict(lambda: Units(0, 0, 0, 0))
    for use in journey.items.uses:
        if _is_tick(journey, use.step) and use.reads:
            continue
        old, written = found[use.step, use.item], use.writes + use.index_writes
        found[use.step, use.item] = Units(
            old.reads + use.reads, old.writes + written, old.in_index + use.index_writes, max(old.size, use.size)
        )
    return found


def costs() -> list[tuple[str, ...]]:
    """What 1,000 mails cost, a row for each part, and the ratio to SES's fee alone."""
    columns = [cost_of(journey, region) for region in REGIONS for journey in (together(), alone())]
    rows = [(part, *(f"{column[part]:.5f}" for column in columns)) for part in columns[0]]
    totals = [sum(column.values()) for column in columns]
    fees = [column["SES"] for column in columns]
    ours = [
        max(((part, amount) for part, amount in column.items() if part != "SES"), key=_amount) for column in columns
    ]
    return [
        *rows,
        ("together", *(f"{total:.5f}" for total in totals)),
        (
            "ratio to SES alone (aim: at most 1.10)",
            *(f"{total / fee:.3f}" for total, fee in zip(totals, fees, strict=True)),
        ),
        (
            "the biggest part beside SES",
            *(f"{part}, {amount / fee:.1%}" for (part, amount), fee in zip(ours, fees, strict=True)),
        ),
    ]


def _amount(part: tuple[str, float]) -> float:
    return part[1]


def cost_of(journey: Journey, region: str) -> dict[str, float]:
    """US dollars for 1,000 mails like those of a journey, by part."""
    share = 1_000 / journey.mails
    used = _functions(journey)
    writes = sum(use.writes + use.index_writes for use in journey.items.uses)
    reads = sum(use.reads for use in journey.items.uses if not _is_tick(journey, use.step))
    parts = {
        "SES": journey.mails * price("SES, a mail", region),
        "DynamoDB writes": writes * price("write unit", region),
        "DynamoDB reads": reads * price("read unit", region),
        "Lambda requests": sum(one.count for one in used.values()) * price("Lambda request", region),
        "Lambda time": gigabyte_seconds(used) * price("Lambda GB-second, arm64", region),
        "SQS": journey.queue_requests * price("SQS request", region),
        "EventBridge, Scheduler": ("dispatch" in used) * price("schedule's invocation", region)
        + 2 * journey.mails * price("event of an AWS service", region),
        "CloudWatch logs": sum(one.logged for one in used.values()) / 1e9 * price("log, a GB taken in", region),
        "KMS and secrets": _key_requests(used) * price("KMS request", region) + price("secret read", region),
    }
    return {part: share * amount for part, amount in parts.items()}


def _is_tick(journey: Journey, step: str) -> bool:
    # A tick comes whether anything is due or not: for one mail alone it is no cost of the mail.
    return journey.mails == 1 and step == "dispatch"


def _functions(journey: Journey) -> dict[str, Invocations]:
    return {name: used for name, used in journey.functions.items() if not _is_tick(journey, name)}


def _key_requests(used: dict[str, Invocations]) -> int:
    """DynamoDB remembers the key of a table for each caller until five minutes pass without a request ("DynamoDB
    encryption at rest: How it works"); for its own key, the default, nothing is charged."""
    if not table.properties().get("SSESpecification", {}).get("SSEEnabled"):
        return 0
    return sum(one.calls > 0 for one in used.values())


def gigabyte_seconds(used: dict[str, Invocations]) -> float:
    """An estimate: the processor's time measured here on a part of a processor, and waiting for AWS."""
    total = 0.0
    for name, one in used.items():
        memory = functions()[_logical_name(name)]["MemorySize"]
        busy = one.processor + (one.calls + one.sends) * processor_of_a_call()
        waiting = one.calls * _WAIT + one.sends * _WAIT_SES
        total += (busy * _FULL_PROCESSOR / memory + waiting) * memory / 1024
    return total


def _logical_name(handler: str) -> str:
    return "".join(map(str.capitalize, handler.split("_")))


def notes() -> list[str]:
    """How the figures were made, and what they leave out."""
    kept = together().kept / 1e6  # GB for a thousand, from the bytes of one
    year = [12 * kept * sum(price(what, one) for what in _STORED) for one in REGIONS]
    cold = sum(functions()[_logical_name(name)]["MemorySize"] / 1024 * _START for name in _functions(alone()))
    start = 1_000 * cold * price("Lambda GB-second, arm64", REGIONS[0])
    return [
        "Units: by DynamoDB's documented rules, of what the real handlers read and write. "
        f"{together().mails} mails due in the same hour, sent at {RATE:g} a second, delivered "
        f"{DELIVERED_AFTER.seconds} s later; and one alone, with nothing else happening and its functions warm.",
        f"Estimated: {_WAIT * 1000:g} ms for an answer of DynamoDB, {_WAIT_SES * 1000:g} ms of SES; processor time as "
        f"on this machine, on {512 / _FULL_PROCESSOR:.2f} of a processor.",
        f"Were its functions cold, {_START:g} s to start each of them would add ${start:.3f} for 1,000 mails alone.",
        "Not in it, because it is there without a mail: schedules, idle polling of queues, alarms, metrics, secrets.",
        f"Keeping 1,000 invitations ({kept * 1e6:.0f} KB) for a year, with point-in-time recovery, costs "
        + ", ".join(f"${amount:.3f} in {one}" for amount, one in zip(year, REGIONS, strict=True))
        + " beyond the free 25 GB of the table.",
    ]


def _number(amount: float) -> str:
    return f"{amount:.2f}".rstrip("0").rstrip(".")
