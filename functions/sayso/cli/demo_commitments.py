"""Keeps the demo company's commitments, from the day something was heard to the day it was done or declined, with the
answers behind each, and a quote."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from sayso.cli.demo_answers import outage_month
from sayso.cli.demo_company import data
from sayso.cli.demo_history import PastClock
from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import LANGUAGES, Programme
from sayso.wiring import Wiring

BY = "demo"
_TEXTS = ("title", "heard", "did", "reason")


def keep_commitments(wiring: Wiring, clock: PastClock, now: datetime) -> None:
    """Add, link and publish all of them with the clock set back (`wiring` tells the time by `clock`)."""
    known = {commitment.commitment_id for commitment in wiring.keep_commitments.list()}
    for name, entry in data("commitments").items():
        if name not in known:
            _keep(wiring, clock, now, name, entry)
    clock.now = now


def choose_quote(wiring: Wiring) -> None:
    """Choose one quote, where there is none: the first of the texts that an answer may be quoted with."""
    if wiring.keep_quotes.list():
        return
    candidates = list(wiring.keep_quotes.candidates())
    for entry in data("quotes"):
        for one in candidates:
            language = one.response.snapshot.language
            if entry[language] not in one.words.why:
                continue
            others = {code: entry[code] for code in LANGUAGES if code != language}
            # Somebody may be called as a word of it is: then it is not theirs that is shown.
            with suppress(InvalidInputError):
                wiring.keep_quotes.add(
                    one.answer_id,
                    entry[language],
                    by=wiring.programme.follow_up.manager,
                    language=language,
                    translations=others,
                    commitment_id=entry["commitment"],
                )
                return


def _keep(wiring: Wiring, clock: PastClock, now: datetime, name: str, entry: dict[str, Any]) -> None:
    service, days_ago = wiring.keep_commitments, dict(entry["days_ago"])
    texts = {field: _texts(entry[field], now) for field in _TEXTS if field in entry}
    theme = _theme(wiring.programme, entry["asked"]["driver"])
    clock.now = now - timedelta(days=days_ago.pop("heard"))
    heard = {field: texts.pop(field) for field in ("title", "heard")}
    service.add(name, {**heard, "theme": theme, "owner": wiring.programme.follow_up.manager}, BY)
    for step, ago in days_ago.items():
        clock.now = now - timedelta(days=ago)
        if step == "published":
            service.publish(name, BY)
        elif step == "draft":
            service.edit(name, {field: _texts(text, now) for field, text in entry["draft"].items()}, BY)
        elif step != "linked":
            days = {"done": {"done_on": clock.now.date()}, "planned": _planned(clock.now, entry)}.get(step, {})
            if service.edit(name, {**texts, **days, "status": step}, BY).is_public:
                service.publish(name, BY)
        elif theme:
            since = clock.now.date() - timedelta(days=entry["asked"]["days"])
            wiring.link_answers.link(wiring.link_answers.plan_theme(name, theme, since=since), BY)


def _planned(at: datetime, entry: dict[str, Any]) -> dict[str, Any]:
    return {"planned_for": (at + timedelta(days=entry["planned_in_days"])).date()} if "planned_in_days" in entry else {}


def _theme(programme: Programme, driver: str) -> str:
    """The theme that a driver files answers under; empty where the programme has no such driver."""
    return next((theme.id for theme in programme.all_themes if driver in theme.drivers), "")


def _texts(by_language: dict[str, str], now: datetime) -> dict[str, str]:
    return {code: by_language[code].format(outage=outage_month(now.date(), code)) for code in LANGUAGES}
