"""Lives the demo's eighteen months: every person through the same services as in real life, with the clock set back.

One person after another, each from joining the list to this hour: nothing in Sayso reaches from one person to the
next, and so a schedule of the running stack that fires meanwhile finds next to nothing of the past to pick up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from heapq import heappop, heappush
from itertools import count
from random import Random
from typing import TypeVar

from sayso.cli.demo_answers import Answer, Answers, ratings, scanned, ticket_days
from sayso.cli.demo_company import SEED, Person
from sayso.cli.demo_past import PastFollowUps
from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError, SaysoError
from sayso.domain.follow_up import FollowUp, Outcome
from sayso.domain.mail import Mail
from sayso.domain.response import AnswerInput
from sayso.domain.tickets import REOPENED, SOLVED, EventName, TicketEvent
from sayso.domain.time import next_opening
from sayso.ports import AccountState, Reference, StepMessage
from sayso.wiring import Wiring

T = TypeVar("T")
HELPDESK = "helpdesk"
_WORKDAYS = frozenset(range(5))
_OPENS, _CLOSES = time(9), time(17)
_TRIES = 6


class PastClock:
    """Tells the time it was set to (UTC)."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class PastSes:
    """Mails of the past were sent in the past: nothing goes to SES, and nothing has to wait for its turn."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def state(self) -> AccountState:
        """An account that took everything."""
        return AccountState()

    def stop(self, reason: str) -> None:
        """Nothing of the past is refused."""

    def wait_for_turn(self, max_send_rate: float) -> None:
        """At once."""

    def slow_down(self) -> None:
        """Nothing of the past is throttled."""

    def reference(self, message_id: str) -> str:
        """As SES would call it."""
        return f"<{message_id}@past.invalid>"

    def send(self, mail: Mail) -> str:
        """Take a mail and let it be; returns a number that SES would not give."""
        return f"past-{next(self._numbers)}"


def again(action: Callable[[], T]) -> T:
    """Do something once more when the running stack, which sees all of this, got in between."""
    for _ in range(_TRIES - 1):
        try:
            return action()
        except ConflictError:
            continue
    return action()


@dataclass(frozen=True)
class History:
    """The past of everybody, up to `now` (UTC). What is due on the day of `now` is left to the real sender.

    `sayso` is wired with a `PastClock` as its clock, with a mailer that keeps mails to itself, and with `follow_ups`.
    """

    sayso: Wiring
    clock: PastClock
    answers: Answers
    now: datetime
    follow_ups: PastFollowUps

    @property
    def today(self) -> date:
        """The day everything is counted back from."""
        return self.now.date()

    def live(self, person: Person) -> None:
        """One person's past, from the day their row came in."""
        _Life(self, person).live()


class _Life:
    def __init__(self, history: History, person: Person) -> None:
        self._history, self._person = history, person
        self._sayso, self._clock = history.sayso, history.clock
        self._rng = Random(f"{SEED} {person.external_id}")  # noqa: S311 - the same history every time is the point
        self._agenda: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()
        self._seen: set[StepMessage] = set()
        self._contact: Contact

    def live(self) -> None:
        began = datetime.combine(self._person.listed_on, time(6, self._rng.randint(0, 59)), tzinfo=UTC)
        self._at(began, self._join)
        while self._agenda:
            self._clock.now, _, happen = heappop(self._agenda)
            happen()
        again(lambda: self._history.follow_ups.let_go(self._contact.contact_id))

    def _at(self, moment: datetime, happen: Callable[[], None]) -> None:
        """Have something happen at a moment, unless that is still to come."""
        if moment <= self._history.now:
            heappush(self._agenda, (moment.replace(microsecond=0), next(self._order), happen))

    def _join(self) -> None:
        (result,) = self._sayso.import_contacts.run([(1, self._person.row)])
        if result.outcome == "rejected":
            raise SaysoError(f"the demo's own contact list has a mistake: {result.field}: {result.reason}")
        self._contact = self._sayso.contacts.by_external_ids([self._person.external_id])[self._person.external_id]
        for number, day in enumerate(ticket_days(self._person, self._history.today, self._rng)):
            solved_at = self._office_hour(datetime.combine(day, _OPENS, tzinfo=UTC))
            self._at(solved_at, partial(self._ticket, SOLVED, number))
            if self._rng.random() < 0.08:
                self._at(solved_at + timedelta(hours=2), partial(self._ticket, REOPENED, number))
                self._at(solved_at + timedelta(hours=26), partial(self._ticket, SOLVED, number))
        self._plan()

    def _plan(self) -> None:
        again(lambda: self._sayso.plan_invitations.plan(self._contact.contact_id))
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Put the next step of every invitation on the agenda."""
        midnight = datetime.combine(self._history.today, time(), tzinfo=UTC) - timedelta(hours=3)
        for invitation in self._sayso.invitations.of_contact(self._contact.contact_id):
            if invitation.due_step is None or invitation.due_at is None:
                continue
            step = StepMessage(*invitation.reference, invitation.due_step, invitation.due_at)
            if step in self._seen or step.due_at >= midnight:
                continue
            self._seen.add(step)
            is_mail = step.step != "expire"
            self._at(self._office_hour(step.due_at) if is_mail else step.due_at, partial(self._take, step))

    def _take(self, step: StepMessage) -> None:
        outcome = again(lambda: self._sayso.send_invitation.take(step))
        reference = (step.contact_id, step.survey, step.occasion)
        if outcome == "sent" and step.step == "first":
            self._hope_for_answer(reference)
        if outcome == "ended":
            self._plan()
        else:
            self._look_ahead()

    def _hope_for_answer(self, reference: Reference) -> None:
        now = self._clock.now
        if self._person.part == "bounced":
            self._at(now + timedelta(minutes=1), partial(self._bounce, reference))
        elif self._person.part == "left":
            self._at(now + timedelta(hours=5), lambda: self._sayso.leave.leave(self._contact.address_hash))
        else:
            language = self._sayso.programme.language_for(self._contact.locale)
            wanted = self._history.answers.draw(self._person, reference, now, language, self._rng)
            if wanted:
                self._at(wanted.at, partial(self._answer, reference, wanted))
            elif scanned(self._person):
                self._at(now + timedelta(seconds=20), partial(self._scan, reference))

    def _scan(self, reference: Reference) -> None:
        """A mail scanner opens links, and touches nothing."""
        for score in scanned(self._person):
            given = AnswerInput(score=score, visit=score + 1)
            again(partial(self._sayso.record_answer.record, reference, given))

    def _bounce(self, reference: Reference) -> None:
        self._sayso.hear_mail_event.hear(reference, "first", "bounced", self._clock.now, for_good=True)
        self._plan()

    def _answer(self, reference: Reference, wanted: Answer) -> None:
        offered = {driver.id for driver in self._sayso.programme.drivers}  # a company may have its own
        rated = ratings(self._person, wanted.score, self._sayso.programme.survey(reference[1]).ratings)
        given = AnswerInput(
            score=wanted.score,
            why=wanted.why or None,
            better=wanted.better or None,
            drivers=[driver for driver in wanted.drivers if driver in offered],
            contact=wanted.contact,
            quote=wanted.quote,
            reference=True if wanted.quote and wanted.score == 10 else None,
            ratings=rated or None,
            gesture=True,
            visible_seconds=float(self._rng.randint(12, 190)),
        )
        response = again(lambda: self._sayso.record_answer.record(reference, given)).response
        self._plan()
        if response and response.needs_follow_up and wanted.then != "left to the stack":
            # At once, because the running stack opens a case as well, and would mail its owner today.
            case = again(lambda: self._sayso.open_follow_up.open(reference))
            if case and wanted.then == "looked after":
                self._look_after(case, wanted.drivers)

    def _look_after(self, case: FollowUp, drivers: list[str]) -> None:
        cause = drivers[0] if drivers else "communication"
        note = self._history.answers.decks.notes(cause)
        called_at = self._office_hour(self._clock.now + timedelta(hours=self._rng.randint(1, 20)))
        closed_at = self._office_hour(called_at + timedelta(days=self._rng.randint(1, 8)))
        outcome: Outcome = "solved" if self._rng.random() < 0.8 else "not_solved"
        self._at(called_at, partial(self._called, case, note["contacted"]))
        self._at(closed_at, partial(self._closed, case, cause, note["closed"], outcome))

    def _called(self, case: FollowUp, note: str) -> None:
        if not self._state(case).is_over:
            again(lambda: self._sayso.work_on_case.contact(case.follow_up_id, case.owner_email, note))

    def _closed(self, case: FollowUp, cause: str, note: str, outcome: Outcome) -> None:
        if not self._state(case).is_over:
            work = self._sayso.work_on_case
            again(lambda: work.close(case.follow_up_id, case.owner_email, outcome=outcome, cause=cause, note=note))
            self._plan()

    def _state(self, case: FollowUp) -> FollowUp:
        return self._sayso.follow_ups.get(case.follow_up_id) or case

    def _ticket(self, event: EventName, number: int) -> None:
        place = int(self._person.external_id[-3:])
        heard = TicketEvent(
            event=event,
            source=HELPDESK,
            ticket_id=f"T-{20_000 + 37 * place + number}",
            requester_email=self._contact.email,
            requester_name=self._contact.name,
            time=self._clock.now,
        )
        again(lambda: self._sayso.hear_ticket.hear(heard))
        self._look_ahead()

    def _office_hour(self, earliest: datetime) -> datetime:
        """A moment when people are at work there: somewhere in the first hours of the next time they are."""
        zone = self._contact.zone(self._sayso.programme.zone)
        moment = next_opening(earliest, days=_WORKDAYS, opens=_OPENS, closes=_CLOSES, zone=zone)
        later = moment + timedelta(minutes=self._rng.randint(1, 150))
        return later if later.astimezone(zone).time() < _CLOSES else moment
