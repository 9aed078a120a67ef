"""Keeps the demo company's commitments, from the day something was heard to the day it was done or declined."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sayso.cli.demo_answers import outage_month
from sayso.cli.demo_company import data
from sayso.cli.demo_history import PastClock
from sayso.domain.programme import LANGUAGES
from sayso.services.keep_commitments import KeepCommitments

_TEXTS = ("title", "heard", "did", "reason")


def keep_commitments(service: KeepCommitments, clock: PastClock, now: datetime) -> None:
    """Add and publish all of them with the clock set back (`service` tells the time by `clock`)."""
    known = {commitment.commitment_id for commitment in service.list()}
    for name, entry in data("commitments").items():
        if name in known:
            continue
        days_ago = dict(entry["days_ago"])
        texts = {field: _texts(entry[field], now) for field in _TEXTS if field in entry}
        clock.now = now - timedelta(days=days_ago.pop("heard"))
        heard = {field: texts.pop(field) for field in ("title", "heard")}
        service.add(name, {**heard, "asked_by": entry["asked_by"]})
        for step, ago in days_ago.items():
            clock.now = now - timedelta(days=ago)
            if step == "published":
                service.publish(name)
            else:
                done: dict[str, Any] = {"done_on": clock.now.date()} if step == "done" else {}
                service.edit(name, {**texts, "status": step, **done})


def _texts(by_language: dict[str, str], now: datetime) -> dict[str, str]:
    return {code: by_language[code].format(outage=outage_month(now.date(), code)) for code in LANGUAGES}
