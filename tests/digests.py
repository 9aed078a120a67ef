"""Example digests, and the mails made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sayso.domain.digest import (
    Headline,
    HeldAccount,
    Listed,
    Loop,
    MonthlyNews,
    Movement,
    Named,
    NextAsked,
    OpenFollowUp,
    Promised,
    Quote,
    SatisfactionWeek,
    SilentAccount,
    Unconfirmed,
    Week,
    WeeklyNews,
)

LATE = datetime(2026, 3, 4, 13, 5, tzinfo=UTC)
DUE = datetime(2026, 3, 10, 9, tzinfo=UTC)
TOKEN = "1." + "WyI1ZjJhOWIxYzc3ZGUiLCJhY2NvdW50LWthYXNib2VyIiwyMDU0MV0." * 2 + "K" * 43


def listed(*things: Any, more: int = 0) -> Listed[Any]:
    """These things, and that many that are not shown."""
    return Listed(things, len(things) + more)


def doubt(person: str = "Anna Schmidt", **changes: Any) -> Unconfirmed:
    """A 3 that nobody was seen giving."""
    one = Unconfirmed(
        "3f2a9b1c77de", person, "Kaasboer", "annual", 3, "nps", date(2026, 3, 4), ("too_soon", "too_short")
    )
    return one._replace(**changes)


def weekly_news(**changes: Any) -> WeeklyNews:
    """The week of 2 March 2026 in a company of few words."""
    news = WeeklyNews(
        first=date(2026, 3, 2),
        last=date(2026, 3, 8),
        asked_from=date(2026, 3, 10),
        asked_until=date(2026, 3, 16),
        answers=Week(7, 4, 2, 1, 43, -6, 74),
        praise=listed(Quote("Jan stayed until it worked.", "Bakkerij Smit", 10)),
        criticism=listed(Quote("No word from you.", "Kaasboer", 3)),
        missing=listed(Quote("A number to call at the weekend.", "Fietsfabriek", 8)),
        follow_ups=listed(
            OpenFollowUp("Kaasboer", "Anna Schmidt", LATE, True, "jan@polder.example", None, "case-1"),
            OpenFollowUp("Fietsfabriek", "Piet de Wit", DUE, False, "lead@polder.example", None, "case-2"),
        ),
        late=1,
    )
    return replace(news, **changes)


def full_week(**changes: Any) -> WeeklyNews:
    """A week with everything in it."""
    everything: dict[str, Any] = {
        "unconfirmed": listed(doubt(), doubt("Bert", ticket="4711", survey="ticket", reasons=("several_scores",))),
        "silent": listed(
            SilentAccount("Molen & Zn.", 3, date(2024, 11, 5), date(2026, 4, 30)), SilentAccount("De Werf", 1), more=4
        ),
        "asked_next": listed(
            NextAsked(date(2026, 3, 10), "Anna Schmidt", "Kaasboer", "kaasboer", "annual"),
            NextAsked(date(2026, 3, 12), "Bo Kok", "Kaasboer", "kaasboer", "day50"),
            NextAsked(date(2026, 3, 11), "Femke Smit", "Bakkerij Smit", "smit", "annual"),
            more=2,
        ),
        "holds": listed(
            HeldAccount("De Molen", date(2026, 4, 30), "Contract talks", "arn:aws:sts::1:assumed-role/ops/jo")
        ),
    }
    return weekly_news(**{**everything, **changes})


def hold_links(accounts: Sequence[str] = ("kaasboer", "smit")) -> dict[str, str]:
    """Where accounts can be put on hold, as long as real links are."""
    return dict.fromkeys(accounts, f"https://feedback.example/hold/en.html?t={TOKEN}")


def case_links(cases: Sequence[str] = ("case-1", "case-2")) -> dict[str, str]:
    """Where follow-ups are shown to their owner, as long as real links are."""
    return {one: f"https://feedback.example/case/en.html?t={TOKEN}{one}" for one in cases}


def monthly_news(**changes: Any) -> MonthlyNews:
    """February 2026 with everything in it."""
    news = MonthlyNews(
        month=date(2026, 2, 1),
        last=date(2026, 2, 28),
        headline=Headline(Week(100, 60, 25, 15, 45, 29, 58), 100, 140, Movement(3, -9, 15)),
        answers=Week(12, 7, 3, 2, 42, 5, 68),
        movement=Movement(why_not="few"),
        surveys=(("day50", Week(4, 3, 1, 0)), ("annual", Week(8, 4, 2, 2, 25, -19, 58))),
        satisfaction=(SatisfactionWeek("project_delivered", 40, 4.25, 84.6, 70.2, 93.4),),
        detractors=2,
        causes=listed(Named("communication", 2), Named("price", 1)),
        loop=Loop(
            opened=3, in_time=2, in_time_of=3, median_days=1, closed=2, solved=1, no_answer=1,
            causes=listed(Named("communication", 1), Named("A backup nobody tested", 1)),
            asked_again=12, answered_again=7, won_back=4, open=2, late=1,
        ),
        commitments=listed(
            Promised("A status page that tells first", "done", date(2026, 2, 17)),
            Promised("A number for the weekend", "planned"),
            Promised("Fixed prices for ten years", "declined"),
        ),
        held=2,
        holds=listed(HeldAccount("De Molen", date(2026, 4, 30), "Contract talks", "jo@polder.example")),
    )  # fmt: skip
    return replace(news, **changes)
