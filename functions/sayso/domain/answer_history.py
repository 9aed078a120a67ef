"""What happened to an answer, from the question to what was made of it: told by moment, the first first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal, NamedTuple

from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.quote import Quote
from sayso.domain.response import Response

Happened = Literal[
    "asked",
    "reminded",
    "delivered",
    "recorded",
    "imported",
    "given",
    "counted",
    "accepted",
    "rejected",
    "theme_filed",
    "theme_rejected",
    "case_opened",
    "case_closed",
    "quoted",
]


class Step(NamedTuple):
    """Something that happened, when (UTC), by whom of ours where it was one of us, and about which theme.

    `reason` is what whoever decided about it wrote, `score` the number they took it for.
    """

    at: datetime
    what: Happened
    by: str = ""
    theme: str = ""
    reason: str = ""
    score: int | None = None


def history_of(
    response: Response, invitation: Invitation | None, case: FollowUp | None, quotes: Iterable[Quote]
) -> list[Step]:
    """What happened to an answer. Of an erased person's there is nothing: to the second, moments tell who it was."""
    if response.erased:
        return []
    steps = [*_of_mails(invitation), *_of_answer(response)]
    if case and not case.erased:
        steps.append(Step(case.opened_at, "case_opened"))
        if case.closed_at:
            steps.append(Step(case.closed_at, "case_closed", case.closing.by if case.closing else ""))
    steps += [*_of_staff(response)]
    steps += [Step(quote.chosen_at, "quoted", quote.chosen_by) for quote in quotes]
    return sorted(steps, key=lambda one: one.at)


def _of_mails(invitation: Invitation | None) -> Iterator[Step]:
    for name, mail in sorted(invitation.mails.items()) if invitation else ():
        yield Step(mail.at, "asked" if name == "first" else "reminded")
        if mail.delivered_at:
            yield Step(mail.delivered_at, "delivered")


def _of_answer(response: Response) -> Iterator[Step]:
    if response.was_recorded:
        yield Step(response.answered_at, "recorded", response.recorded_by)
        return
    yield Step(response.answered_at, "imported" if response.imported_from else "given")
    confirmed_at = response.confirmed_at
    if confirmed_at and not response.imported_from and not response.rulings:
        yield Step(confirmed_at, "counted")


def _of_staff(response: Response) -> Iterator[Step]:
    for ruling in response.rulings:
        yield Step(ruling.at, ruling.what, ruling.by, reason=ruling.reason, score=ruling.score)
    for theme, filing in sorted(response.themes.items()):
        if filing.at:
            yield Step(filing.at, "theme_filed" if filing.state == "filed" else "theme_rejected", filing.by, theme)
