"""A month in the life of a company with many contacts: what happens in it, and which mails should follow.

`predict` reads rules 1, 2, 3 and 7 of the programme as plain arithmetic on days and hours. It shares no code with what
it checks: no domain module is imported here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

# Both the American (14 March) and the European (28 March) clocks change in it; nobody is known before the eve.
EVE = datetime(2027, 2, 25, 12, tzinfo=UTC)
FIRST_DAY = date(2027, 3, 1)
HOME = "Europe/Amsterdam"
ZONES = (HOME, HOME, "America/New_York", "Asia/Kathmandu")
DAY50, APART, WITHIN, ANSWER = timedelta(days=50), timedelta(days=60), timedelta(days=30), timedelta(days=30)
QUIET, TICKET_WITHIN, ONCE_IN = timedelta(hours=4), timedelta(days=3), timedelta(days=30)
AFTER_ANY, BEFORE_RELATIONSHIP, WAITS = timedelta(days=14), timedelta(days=7), timedelta(days=3)


class Mail(NamedTuple):
    """What is predicted and compared: to whom, which survey and mail, at which tick (UTC)."""

    address: str
    survey: str
    kind: str
    at: datetime


@dataclass(frozen=True)
class Person:
    """A row of the contact list (strangers have none: a ticket brings them in) and the relationship surveys due."""

    name: str
    address: str
    zone: str
    account: str
    role: str = "relationship"
    since: date | None = None
    due: tuple[tuple[str, date], ...] = ()
    is_listed: bool = True


class Event(NamedTuple):
    """Something that happens; `what` says which of the other fields matter."""

    at: datetime
    what: str  # solved, closed, reopened, answer, leave, do_not_ask, hold, pause, resume
    person: str = ""
    ticket: str = ""
    happened: datetime = EVE
    tags: tuple[str, ...] = ()
    until: datetime = EVE


@dataclass
class Month:
    """The people, what happens, and when the schedules tick."""

    people: list[Person] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    ticks: list[datetime] = field(default_factory=list)


def make_up(size: int, days: int, domain: str, seed: int = 7) -> Month:
    """A month of `days` days for `size` contacts at addresses of a domain."""
    chance, month = Random(seed), Month()  # noqa: S311 - the same month every time
    for number in range(size):
        _somebody(month, number, days, domain, chance)
    begins = datetime.combine(FIRST_DAY, time(0), UTC)
    for which in range(max(1, size // 200)):
        at = begins + timedelta(days=chance.randrange(days), hours=7)
        month.events.append(Event(at, "hold", f"account-{which}", until=at + timedelta(days=chance.randrange(2, 9))))
    paused = begins + timedelta(days=days // 3, hours=9)
    month.events += [Event(paused, "pause"), Event(paused + timedelta(hours=30), "resume")]
    month.events.sort()
    # For two days nothing ticks: what was due then goes out when it does again.
    outage = begins + timedelta(days=days // 2)
    every_two_hours = (begins + timedelta(hours=hours) for hours in range(0, 24 * days, 2))
    month.ticks = [tick for tick in every_two_hours if not outage <= tick < outage + timedelta(days=2)]
    return month


def _somebody(month: Month, number: int, days: int, domain: str, chance: Random) -> None:
    zone, account = chance.choice(ZONES), f"account-{number // 20}"
    name, address = f"p{number}", f"p{number}@{domain}"
    day = FIRST_DAY + timedelta(days=chance.randrange(days))
    kind = number % 10
    if kind in (0, 1, 2, 7):
        since = _years_before(day, chance.randrange(1, 5)) - DAY50
        person = Person(name, address, zone, account, since=since, due=(("annual", day),))
    elif kind == 3:
        person = Person(name, address, zone, account, since=day - DAY50, due=(("day50", day),))
    elif kind == 4:  # an existing customer whose next annual day is some other month
        person = Person(name, address, zone, account, since=_years_before(day + timedelta(days=120), 2) - DAY50)
    elif kind == 5:
        person = Person(name, address, zone, account, role="user", since=_years_before(day, 1) - DAY50)
    elif kind == 6:
        person = Person(name, address, HOME, domain, role="user", is_listed=False)
    elif kind == 8:  # two people behind one address
        person = Person(name, f"office{number // 20}@{domain}", HOME, account, since=day - DAY50, due=(("day50", day),))
        if number % 20 == 8:
            since = _years_before(day, 1) - DAY50
            person = Person(name, person.address, HOME, account, since=since, due=(("annual", day),))
    else:  # known too late for day50
        person = Person(
            name, address, zone, account, since=EVE.date() - DAY50 - timedelta(days=chance.randrange(1, 90))
        )
    month.people.append(person)
    _lives(month, person, number, day, days, chance)


def _lives(month: Month, person: Person, number: int, day: date, days: int, chance: Random) -> None:
    """What somebody does in the month."""
    kind, name = number % 10, person.name
    if kind in (4, 5, 6, 7) or (kind == 8 and chance.random() < 0.3):
        for story in range(chance.choice([1, 1, 1, 2, 3])):
            _ticket(month, person, f"{number}-{story}", days, chance)
    at = datetime.combine(day, time(chance.randrange(24), 30), UTC) + timedelta(days=chance.randrange(-3, 12))
    what = chance.choice(["answer", "answer", "answer", "leave", "do_not_ask", "", "", "", "", ""])
    if what and kind not in (6, 8) and at > EVE:
        month.events.append(Event(at, what, name))


def _ticket(month: Month, person: Person, ticket: str, days: int, chance: Random) -> None:
    solved = datetime.combine(FIRST_DAY, time(0, 15), UTC) + timedelta(minutes=60 * chance.randrange(24 * (days - 1)))

    def hear(what: str, after: float, late: float = 0.0, tags: tuple[str, ...] = ()) -> None:
        happened = solved + timedelta(hours=after)
        month.events.append(Event(happened + timedelta(hours=late), what, person.name, ticket, happened, tags))

    story = chance.choice(["once", "once", "once", "closed too", "again", "taken back", "crossed", "tagged", "late"])
    hear("solved", 0, late={"crossed": 3, "late": 30}.get(story, 0), tags=("no_survey",) if story == "tagged" else ())
    if story == "closed too":
        hear("closed", 26)
        hear("closed", 26, late=1)
    elif story == "crossed":  # heard of before the solving
        hear("closed", 2)
    elif story in ("again", "taken back"):
        hear("reopened", 1)
    if story == "again":
        hear("solved", 6)
        hear("reopened", 1, late=6)  # once more, late


def _years_before(day: date, years: int) -> date:
    return day.replace(year=day.year - years)


# The prediction


@dataclass
class Ask:
    """A question that is still to be put, or to be reminded of."""

    person: Person
    survey: str
    planned: datetime
    due: datetime
    last: datetime
    name: str
    kind: str = "first"


def opens(moment: datetime, zone: str) -> datetime:
    """The first moment from this one on that is on Monday to Friday, nine to five, over there."""
    there = moment.astimezone(ZoneInfo(zone))
    while True:
        if there.weekday() < 5 and there.hour < 17:
            return max(moment, there.replace(hour=9, minute=0).astimezone(UTC)) if there.hour < 9 else moment
        tomorrow = there.date() + timedelta(days=1)
        there = datetime.combine(tomorrow, time(0), ZoneInfo(zone))
        moment = there.astimezone(UTC)


class Prediction:
    """Goes through the month tick by tick."""

    def __init__(self, month: Month) -> None:
        self.month, self.mails, self.asks = month, [], [one for person in month.people for one in _asks(person)]
        self.people = {person.name: person for person in month.people}
        self.sent: list[tuple[Mail, Ask]] = []
        self.silent: set[str] = set()  # people and addresses that must not be written to
        self.held: dict[str, datetime] = {}
        self.is_paused = False
        self.solved: dict[str, tuple[set[datetime], datetime]] = {}
        self.over: set[str] = set()  # tickets that were asked about, or never will be

    def run(self) -> list[Mail]:
        """The mails that should go out."""
        events = list(self.month.events)
        for tick in self.month.ticks:
            while events and events[0].at <= tick:
                self._happens(events.pop(0))
            if not self.is_paused:
                for survey in ("day50", "annual", "ticket"):
                    for ask in sorted((a for a in self.asks if a.survey == survey and a.due <= tick), key=_due):
                        self._look_at(ask, tick)
        return sorted(mail for mail, _ in self.sent)

    def _happens(self, event: Event) -> None:
        person = self.people.get(event.person)
        if event.what in ("pause", "resume"):
            self.is_paused = event.what == "pause"
        elif event.what == "hold":
            self.held[event.person] = event.until
        elif person and event.what == "leave":
            self.silent.add(person.address)
        elif person and event.what == "do_not_ask":
            self.silent.add(person.name)
            self._drop(ask for ask in self.asks if ask.person == person)
        elif person and event.what == "answer":
            mine = [ask for mail, ask in self.sent if ask.person == person]
            if mine and event.at < next(m.at for m, a in self.sent if a.name == mine[-1].name) + ANSWER:
                self._drop(ask for ask in self.asks if ask.name == mine[-1].name)
        elif person:
            self._hear(event, person)

    def _hear(self, event: Event, person: Person) -> None:
        if event.ticket in self.over:
            return
        if event.tags or person.name in self.silent:
            self.over.add(event.ticket)
            return
        solved, reopened = self.solved.get(event.ticket, (set(), EVE))
        if event.what == "reopened":
            reopened = max(reopened, event.happened)
        else:
            solved = solved | {event.happened}
        solved = {at for at in solved if at > reopened}
        self.solved[event.ticket] = solved, reopened
        before = [ask for ask in self.asks if ask.name == event.ticket]
        if before and solved and before[0].last == min(solved) + TICKET_WITHIN:
            return
        self._drop(before)
        if solved:
            since = min(solved)
            due = opens(since + QUIET, person.zone)
            self.asks.append(Ask(person, "ticket", since + QUIET, due, since + TICKET_WITHIN, event.ticket))

    def _look_at(self, ask: Ask, now: datetime) -> None:
        wait = self._waits_until(ask, now)
        if wait is None or wait >= ask.last:
            self._drop([ask])
            self.over.add(ask.name)
        elif wait > now:
            ask.due = wait
        else:
            self._send(ask, now)

    def _waits_until(self, ask: Ask, now: datetime) -> datetime | None:
        """Until when, `now` when it goes out, None when it never does."""
        if now >= ask.last or {ask.person.name, ask.person.address} & self.silent:
            return None
        held = self.held.get(ask.person.account, EVE)
        if held > now:
            return opens(held, ask.person.zone)
        others = [
            (mail, other) for mail, other in self.sent if mail.address == ask.person.address and other.name != ask.name
        ]
        any_mail = max((mail.at for mail, _ in others), default=None)
        if ask.survey == "ticket":
            tickets = [mail.at for mail, _ in others if mail.survey == "ticket"]
            near = any(
                other.survey != "ticket"
                and other.person.address == ask.person.address
                and other.due < now + BEFORE_RELATIONSHIP
                for other in self.asks
            )
            if near or any(now < at + ONCE_IN for at in tickets) or (any_mail and now < any_mail + AFTER_ANY):
                return None
            return opens(now, ask.person.zone)
        relationship = max((mail.at for mail, _ in others if mail.survey != "ticket"), default=None)
        if relationship and now < relationship + APART:
            return opens(relationship + APART, ask.person.zone)
        if any_mail and now < min(any_mail, ask.planned) + WAITS:
            return opens(min(any_mail, ask.planned) + WAITS, ask.person.zone)
        return opens(now, ask.person.zone)

    def _send(self, ask: Ask, now: datetime) -> None:
        self.sent.append((Mail(ask.person.address, ask.survey, ask.kind, now), ask))
        self._drop([ask])
        self.over.add(ask.name)
        if ask.survey != "ticket" and ask.kind == "first":
            # Five working days after a working day are seven days, at the same hour over there.
            there = now.astimezone(ZoneInfo(ask.person.zone)) + timedelta(days=7)
            due = there.astimezone(UTC)
            self.asks.append(Ask(ask.person, ask.survey, ask.planned, due, now + ANSWER, ask.name, "reminder"))

    def _drop(self, asks: Iterable[Ask]) -> None:
        gone = [id(ask) for ask in asks]
        self.asks = [ask for ask in self.asks if id(ask) not in gone]


def _due(ask: Ask) -> datetime:
    return ask.due


def _asks(person: Person) -> list[Ask]:
    asks = []
    for survey, day in person.due:
        nine = datetime.combine(day, time(9), ZoneInfo(person.zone)).astimezone(UTC)
        asks.append(Ask(person, survey, nine, opens(nine, person.zone), nine + WITHIN, f"{survey} {person.name}"))
    return asks
