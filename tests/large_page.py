"""The page of a company with 20,000 contacts: many themes, 200 commitments of three years, quotes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import get_args

from sayso.domain.commitment import Status
from sayso.domain.edition import Edition, PublishedCommitment, PublishedQuote, Words
from sayso.domain.nps import ScoreCounts
from tests.page_examples import first_edition

G = ScoreCounts.from_groups
_LAST_DAY = date(2026, 10, 28)
_EVERY = timedelta(days=5)
_THINGS = (
    *("backups", "mailboxes", "invoices", "certificates", "databases", "web shops", "virtual machines", "networks"),
    *("phone lines", "migrations", "updates", "monitoring alarms", "contracts", "visits", "licences", "passwords"),
    *("tickets", "reports", "offers", "holiday stand-ins"),
)
_STORIES = (
    (
        "Clear dates for {0}",
        "Nobody tells us when {0} are ready.",
        "Every order of {0} has a date, and who misses it calls.",
    ),
    ("An overview of all {0}", "We keep a list of our {0} because you have none.", "The customer area lists all {0}."),
    ("One person for {0}", "For {0} we talk to somebody else each time.", "Two people look after {0} of a customer."),
    ("News about {0} by mail", "Of changes to {0} we hear from others.", "Changes to {0} are announced a week before."),
    ("Fewer questions about {0}", "The same questions about {0} come again.", "What was said about {0} once is kept."),
    ("{0} in plain words", "We do not understand what you write about {0}.", "All mails about {0} were written anew."),
    ("Cheaper {0}", "Others ask half for {0}.", "Half the price is half the care. We keep both."),
    ("{0} at weekends", "On Saturdays nobody looks after {0}.", "Saturdays from eight to two there is somebody."),
    (
        "A test of {0}",
        "We do not know whether {0} would work.",
        "Each quarter we try {0} and send the result.",
    ),
    ("Faster help with {0}", "A question about {0} takes days.", "Questions about {0} are answered on the same day."),
)
THEMES: dict[str, Words] = {
    name: {"en": en, "de": de, "nl": nl}
    for name, en, de, nl in (
        ("slow_replies", "Speed of replies", "Schnelligkeit der Antworten", "Snelheid van reageren"),
        ("expertise", "Expertise", "Fachwissen", "Vakkennis"),
        ("outages", "Outages and maintenance", "Ausfälle und Wartung", "Storingen en onderhoud"),
        ("invoices", "Invoices and prices", "Rechnungen und Preise", "Facturen en prijzen"),
        ("communication", "Communication", "Kommunikation", "Communicatie"),
        ("night", "Reachable at night", "Nachts erreichbar", "’s Nachts bereikbaar"),
        ("self_service", "Doing it ourselves", "Selbst machen können", "Zelf kunnen doen"),
    )
}


def large() -> tuple[Edition, dict[int, Edition]]:
    """The edition of now, and the last one of each of its three years."""
    commitments = tuple(_commitment(at, _STORIES[(at + at // 20) % 10], _THINGS[at % 20]) for at in range(200))
    editions = [
        _edition(number, datetime(year, month, 28, 12, tzinfo=UTC), commitments)
        for number, year, month in ((40, 2024, 12), (91, 2025, 12), (140, 2026, 10))
    ]
    return editions[-1], {edition.made_at.year: edition for edition in editions}


def _edition(number: int, made_at: datetime, commitments: tuple[PublishedCommitment, ...]) -> Edition:
    year = made_at.year
    months = {f"{year}-{month:02}": G(310 + 7 * month, 170, 120 - 5 * month) for month in range(1, made_at.month + 1)}
    edition = first_edition(
        made_at=made_at,
        months=months,
        asked=14_830,
        answered=sum(counts.n for counts in months.values()),
        themes={
            "expertise": G(1431, 222, 41),
            "outages": G(1118, 310, 102),
            "night": G(640, 80, 30),
            "slow_replies": G(20, 117, 388),
            "communication": G(33, 93, 216),
            "invoices": G(11, 105, 164),
        },
        labels=THEMES,
        commitments=[one for one in commitments if one.moved_on <= made_at.date()],
        quotes=[quote for quote in _quotes() if made_at.year == 2026],
    )
    return edition.having(number=number)


def _commitment(at: int, story: tuple[str, str, str], thing: str) -> PublishedCommitment:
    day = _LAST_DAY - at * _EVERY
    status: Status = "declined" if story[0].startswith("Cheaper") else get_args(Status)[at % 4] if at < 60 else "done"
    title, heard, said = (text.format(thing) for text in story)
    return PublishedCommitment(
        id=f"c{at:03}",
        title={"en": title[0].upper() + title[1:]},
        heard={"en": heard},
        did={} if status == "declined" else {"en": said},
        reason={"en": said} if status == "declined" else {},
        status=status,
        theme=list(THEMES)[at % len(THEMES)],
        planned_for=_LAST_DAY + timedelta(days=at) if status in ("planned", "in_progress") else None,
        done_on=day if status == "done" else None,
        decided_on=day if status == "declined" else None,
        published_on=day - timedelta(days=20) if status in ("done", "declined") else day,
        asked_by=5 + 10 * (at % 9),
    )


def _quotes() -> tuple[PublishedQuote, ...]:
    said = (
        ("c003", "I asked on Monday, and on Thursday it was there."),
        ("c007", "[…] and for once I did not have to explain it twice."),
        ("", "What I value is that they say no when they mean no."),
        ("", "The engineers know our systems better than we do."),
        ("", "It is quiet. That is the best I can say about a network."),
    )
    return tuple(
        PublishedQuote(id=f"q{at}", text={"en": text}, original="en", commitment=commitment)
        for at, (commitment, text) in enumerate(said)
    )
