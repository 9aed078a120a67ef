"""The bodies of what waits for somebody at the desk."""

from __future__ import annotations

from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.calendar import Calendar
from sayso.domain.labels import Language
from sayso.domain.public_text import text_shown
from sayso.domain.time import utc_text
from sayso.services.desk_work import CaseLoad, Count, FirstContacts, Work


class HomeCount(TypedDict):
    """How many; `more` says that there may be more, as no more were read."""

    n: int
    more: bool


class HomeCases(TypedDict):
    """Cases that are not over; nobody has been in touch about those `waiting`, some of them `due_today` or `late`."""

    open: HomeCount
    waiting: int
    due_today: int
    late: int


class HomeFirstContacts(TypedDict):
    """First contacts of cases opened since a moment: how many `in_time` of those that were made or should have been."""

    since: str
    in_time: int
    of: int
    median_days: float | None
    whole: bool


class HomeMail(TypedDict):
    """How many mails of a survey."""

    survey: str
    n: int


class HomeDay(TypedDict):
    """What goes out on a day of the company's. It is not `open` where the send window leaves it out."""

    day: str
    mails: list[HomeMail]
    open: bool


class HomeWeek(TypedDict):
    """What goes out today and in the six days after it. Behind `complete_until` there is more than is counted."""

    days: list[HomeDay]
    complete_until: str | None
    paused: bool


class HomeToTell(TypedDict):
    """A commitment that is done, and how many of those who asked for it nobody decided to tell yet."""

    commitment_id: str
    name: str
    people: HomeCount


class HomeWork(TypedDict):
    """What waits. What only a manager is told is null for an owner, and `reviews` where the programme has none."""

    cases: HomeCases
    first_contacts: HomeFirstContacts
    week: HomeWeek | None
    unconfirmed: HomeCount
    reviews: HomeCount | None
    quarter: str
    draft: bool | None
    to_tell: list[HomeToTell] | None


def work_body(work: Work, language: Language, default: Language) -> HomeWork:
    """What waits, as a reader of `language` gets it; `default` is the company's."""
    waiting = work.waiting
    return {
        "cases": _cases(work.cases),
        "first_contacts": _first_contacts(work.first_contacts),
        "week": _week(work.week) if work.week else None,
        "unconfirmed": _count(waiting.unconfirmed),
        "reviews": _count(waiting.reviews) if waiting.reviews else None,
        "quarter": waiting.quarter,
        "draft": waiting.draft,
        "to_tell": (
            None
            if waiting.to_tell is None
            else [
                {
                    "commitment_id": one.commitment_id,
                    "name": text_shown(one.titles, language, default),
                    "people": _count(one.people),
                }
                for one in waiting.to_tell
            ]
        ),
    }


def _count(count: Count) -> HomeCount:
    return {"n": count.n, "more": count.more}


def _cases(load: CaseLoad) -> HomeCases:
    return {
        "open": _count(load.open),
        "waiting": load.waiting,
        "due_today": load.due_today,
        "late": load.late,
    }


def _first_contacts(found: FirstContacts) -> HomeFirstContacts:
    return {
        "since": utc_text(found.since),
        "in_time": found.in_time,
        "of": found.of,
        "median_days": found.median_days,
        "whole": found.is_whole,
    }


def _week(week: Calendar) -> HomeWeek:
    return {
        "days": [
            {
                "day": one.day.isoformat(),
                "mails": [{"survey": survey, "n": n} for survey, n in one.counts.items()],
                "open": one.is_open,
            }
            for one in week.days
        ],
        "complete_until": week.complete_until.isoformat() if week.complete_until else None,
        "paused": week.pause is not None,
    }
