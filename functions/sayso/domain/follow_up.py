"""The case opened for somebody unhappy: who calls back, by when, and how it ended (the inner loop).

A state machine: ``open`` → ``contacted`` → ``solved``, ``not_solved`` or ``no_answer``, and from there ``open`` again.
Every change makes the next revision and adds to `changes`; nothing that was noted is ever overwritten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Literal, get_args
from uuid import UUID, uuid5

from pydantic import model_validator

from sayso.domain.address import each_once, same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.entity import Entity, Revised
from sayso.domain.errors import InvalidInputError
from sayso.domain.follow_up_rules import FollowUpRules
from sayso.domain.office import Office
from sayso.domain.programme import Programme, Scale
from sayso.domain.response import ContactWish, Response, SaidWords, tidy

Outcome = Literal["solved", "not_solved", "no_answer"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
CaseState = Literal["open", "contacted", "solved", "not_solved", "no_answer"]
What = Literal["opened", "joined", "reopened", "contacted", "noted", "handed_over", "closed"]
OfficeOf = Callable[[str], Office]
"""When one of our people, by address, is at work."""

LONGEST_NOTE = 2_000
LONGEST_CAUSE = 60
# Everything a case says is kept in one item of 400 KB.
_MOST_STEPS = 200
_MOST_NOTES = 60_000  # bytes
_STEPS = ("contacted", "noted", "handed_over")
SAYSO = "sayso"
# For so long whoever answers may be at it: their words come after their score.
_STILL_WRITING = timedelta(hours=1)
# A long weekend with a holiday on each side is no absence.
_AWAY_AT_MOST = timedelta(days=5)
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
_NAMESPACE = UUID("6f3b0a55-5f0e-4c8e-9c52-0d5b9f7f5a10")


class CaseAnswer(Entity):
    """An answer that a follow-up is about, or that came before it. `answered_at` in UTC."""

    survey: str
    occasion: str
    score: int
    scale: Scale = "nps"
    answered_at: datetime
    ticket: str | None = None


class CaseChange(Entity):
    """Something that happened to a follow-up; never overwritten. `at` in UTC.

    `action_id` is the name a page gave to it, by which a request that came twice is known. `to` is the owner it was
    handed to, `due_at` (UTC) when the first contact was due from then on.
    """

    at: datetime
    by: str
    what: What
    note: str = ""
    action_id: str = ""
    to: str = ""
    cause: str = ""
    outcome: Outcome | None = None
    due_at: datetime | None = None


class Told(Entity):
    """What an answer said when its owner was last told of it (`content_of`), and by which notice."""

    content: str = ""
    notice_id: str = ""


class FollowUp(Revised):
    """One case of one contact. `due_at` (UTC) is when the first contact is due; `contacted_at` is when it was made.

    `earlier` is the person's history as it was when the case was opened, the latest first: whoever opens the case
    by its link can see it without anybody being able to list answers. `unconfirmed` are, for the same purpose, the
    person's low scores that nobody was seen giving, as of the last answer of the case. `late_at` is when somebody else
    was told that nobody has been in touch, `recheck` the occasion of the invitation that asks again.
    `complaint_about` are those of our people whom an answer of the case complains about: it is not for them to read.
    `watched` names the notices that watch over its due time; older ones are about a due time that is no more.
    """

    follow_up_id: str
    contact_id: str
    account: str
    account_id: str
    owner_email: str
    owner_id: str | None = None
    state: CaseState = "open"
    wish: ContactWish | None = None
    opened_at: datetime
    due_at: datetime
    contacted_at: datetime | None = None
    closed_at: datetime | None = None
    late_at: datetime | None = None
    escalated_to: str = ""
    escalated_id: str = ""
    cause: str = ""
    recheck: str = ""
    complaint_about: tuple[str, ...] = ()
    watched: str = ""
    answers: tuple[CaseAnswer, ...]
    earlier: tuple[CaseAnswer, ...] = ()
    unconfirmed: tuple[CaseAnswer, ...] = ()
    changes: tuple[CaseChange, ...] = ()
    told: dict[str, Told] = {}  # by answer (`answer_key`), so that each is told of once
    erased: Literal[True] | None = None  # whose case it was is no longer known

    @model_validator(mode="before")
    @classmethod
    def _as_it_used_to_be_kept(cls, item: Any) -> Any:
        """Cases of before 2026-11-22 say that they are closed, and beside it whether it is solved."""
        if not isinstance(item, dict) or item.get("state") != "closed":
            return item
        return {**item, "state": "solved" if item.get("solved") else "not_solved"}

    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None while it has not."""
        return None if self.state == "open" or self.state == "contacted" else self.state

    @property
    def is_over(self) -> bool:
        """Whether nobody has to do anything about it any more."""
        return self.outcome is not None

    def is_late(self, now: datetime) -> bool:
        """Nobody has been in touch and the time for it is over."""
        return self.state == "open" and now >= self.due_at

    def is_about(self, key: str) -> bool:
        """Whether an answer (`answer_key`) is one of those the case is about."""
        return any(answer_key(answer.survey, answer.occasion) == key for answer in self.answers)

    def has_told(self, key: str, content: str) -> bool:
        """Whether the owner was told, or is being told, of an answer as it is now.

        Content that can be compared no more (`content_of`) is none that they have not been told of.
        """
        return key in self.told and content in (self.told[key].content, "")

    def knows(self, action_id: str) -> bool:
        """Whether a page's action was taken already."""
        return bool(action_id) and any(change.action_id == action_id for change in self.changes)

    def concerns(self, email: str) -> bool:
        """Whether an answer of the case complains about this one of our people."""
        return same_mailbox(email) in map(same_mailbox, self.complaint_about)

    def complaining_about(self, email: str) -> FollowUp:
        """The same case, which is not for this one of our people to read: it is escalated to them no more."""
        about = self if self.concerns(email) else self.having(complaint_about=(*self.complaint_about, email))
        theirs = about.escalated_to and same_mailbox(about.escalated_to) == same_mailbox(email)
        return about.having(escalated_to="", escalated_id="") if theirs else about

    def joined_by(self, response: Response, due_at: datetime) -> FollowUp:
        """The same case with one more answer behind it: who was contacted before it came has to be contacted again, by
        `due_at` (UTC)."""
        again = self.state == "contacted"
        change = CaseChange(at=heard_at(response), by=SAYSO, what="joined", due_at=due_at if again else None)
        joined = self._with(change, answers=(*self.answers, case_answer(response)), wish=response.contact or self.wish)
        if not again:
            return joined
        return joined.having(
            state="open", due_at=due_at, contacted_at=None, late_at=None, escalated_to="", escalated_id=""
        )

    def watched_from_now(self) -> FollowUp:
        """The same case, whose due time is watched by notices of the revision that is written next."""
        return self.having(watched=self.next_notice)

    def contacted(self, by: str, now: datetime, note: str = "", *, action_id: str = "") -> FollowUp:
        """Somebody has been in touch. Raises InvalidInputError when the case is over."""
        self._must_not_be_over()
        note = _room_for(self, by, _note(note))
        return self._in_touch(CaseChange(at=now, by=by, what="contacted", note=note, action_id=action_id))

    def noted(self, by: str, now: datetime, note: str, *, action_id: str = "") -> FollowUp:
        """The same case with a note. Raises InvalidInputError when there is none."""
        self._must_be_somebody_s()
        note = _room_for(self, by, _needed(note))
        return self._with(CaseChange(at=now, by=by, what="noted", note=note, action_id=action_id))

    def handed_over(
        self, by: str, now: datetime, to: str, owner_id: str, reason: str, *, action_id: str = ""
    ) -> FollowUp:
        """Somebody else's from now on; the due time stays. Raises InvalidInputError, naming the field."""
        self._must_not_be_over()
        if same_mailbox(to) == same_mailbox(self.owner_email):
            raise InvalidInputError(f"{to} has this follow-up already", field="to")
        if self.concerns(to):
            raise InvalidInputError(f"the complaint is about {to}; somebody else has to look after it", field="to")
        note = _room_for(self, by, _needed(reason))
        change = CaseChange(at=now, by=by, what="handed_over", note=note, to=to, action_id=action_id)
        return self._with(change, owner_email=to, owner_id=owner_id)

    def closed(
        self, by: str, now: datetime, *, outcome: Outcome, cause: str, note: str, action_id: str = ""
    ) -> FollowUp:
        """The case is over: what it was (`cause`), what was done (`note`), and how it ended.

        Whoever closes an open case has been in touch by then, or has tried. Raises InvalidInputError, naming the field.
        """
        self._must_not_be_over()
        cause, note = _cause(cause), _needed(note)
        case = self if self.contacted_at else self._in_touch(CaseChange(at=now, by=by, what="contacted"))
        change = CaseChange(at=now, by=by, what="closed", note=note, cause=cause, outcome=outcome, action_id=action_id)
        return case._with(change, state=outcome, closed_at=now, cause=cause)

    def reopened(
        self,
        by: str,
        now: datetime,
        due_at: datetime,
        note: str = "",
        *,
        wish: ContactWish | None = None,
        to: str = "",
        action_id: str = "",
    ) -> FollowUp:
        """Open once more, with a time for the first contact of its own, and with another owner if `to` names one (whose
        id then is to be set). Raises InvalidInputError when it is not over."""
        self._must_be_somebody_s()
        if not self.is_over:
            raise InvalidInputError("this follow-up is open already", field="follow_up")
        note = _room_for(self, by, _note(note))
        change = CaseChange(at=now, by=by, what="reopened", note=note, to=to, due_at=due_at, action_id=action_id)
        return self._with(
            change,
            state="open",
            due_at=due_at,
            contacted_at=None,
            closed_at=None,
            late_at=None,
            escalated_to="",
            escalated_id="",
            cause="",
            recheck="",
            wish=wish or self.wish,
            owner_email=to or self.owner_email,
        )

    def escalated(self, to: str, to_id: str, late_at: datetime | None = None) -> FollowUp:
        """Somebody else knows of it, because it is late or because its owner cannot be reached."""
        return self.having(late_at=self.late_at or late_at, escalated_to=to, escalated_id=to_id)

    def telling(self, key: str, content: str) -> FollowUp:
        """The owner is being told of an answer as it is now, by a notice of this revision."""
        told = Told(content=content, notice_id=self.next_notice)
        return self.having(told={**self.told, key: told})

    @property
    def next_notice(self) -> str:
        """How the notices of the revision that is written next are called."""
        return f"{self.revision + 1:06d}"

    @property
    def closing(self) -> CaseChange | None:
        """What was noted when it was closed the last time; None when it never was."""
        return next((change for change in reversed(self.changes) if change.what == "closed"), None)

    @property
    def closings(self) -> int:
        """How often it was closed."""
        return sum(change.what == "closed" for change in self.changes)

    def recheck_occasion(self, closing: int) -> str:
        """The occasion of what asks again after the case was closed for the first (1), second… time."""
        return f"{self.follow_up_id}-{closing}"

    def without_person(self) -> FollowUp:
        """Over, with what happened when, and without words, notes, wishes and the customer's name.

        Of its cause a driver stays, and nothing that somebody wrote themselves. The moment it is closed at is that of
        the last thing that happened: the moment of erasing would tell which address was erased with it.
        """
        last = self.changes[-1].at if self.changes else self.opened_at
        return self.having(
            erased=True,
            state=self.outcome or "no_answer",
            closed_at=self.closed_at or last,
            account="",
            wish=None,
            answers=tuple(answer.having(ticket=None) for answer in self.answers),
            earlier=(),
            unconfirmed=(),
            cause=_driver_only(self.cause),
            changes=tuple(change.having(note="", cause=_driver_only(change.cause)) for change in self.changes),
            told={key: told.having(content="") for key, told in self.told.items()},
        )

    def _with(self, change: CaseChange, **fields: Any) -> FollowUp:
        return self.having(changes=(*self.changes, change), **fields)

    def _in_touch(self, change: CaseChange) -> FollowUp:
        return self._with(change, state="contacted", contacted_at=self.contacted_at or change.at)

    def _must_be_somebody_s(self) -> None:
        if self.erased:
            raise InvalidInputError("whose follow-up this was is no longer known", field="follow_up")

    def _must_not_be_over(self) -> None:
        self._must_be_somebody_s()
        if self.is_over:
            raise InvalidInputError("this follow-up is closed", field="follow_up")


def open_case(
    response: Response, contact: Contact, programme: Programme, office_of: OfficeOf, earlier: Sequence[Response] = ()
) -> FollowUp:
    """The follow-up of a first bad answer: its owner and due time follow from the answer alone (rule 9).

    Its id does too, so that opening it twice is the same as once.
    """
    at, rules = heard_at(response), programme.follow_up
    owner = owner_of(response, contact, programme)
    if not is_back_soon(office_of(owner), at):
        owner = next((one for one in others(rules, owner) if is_back_soon(office_of(one), at)), owner)
    due_at = office_of(owner).add_working_days(at, rules.first_contact_within)
    about = usual_owner(response, contact, programme)
    return FollowUp(
        follow_up_id=uuid5(_NAMESPACE, "|".join(response.reference)).hex[:12],
        contact_id=response.contact_id,
        account=contact.account,
        account_id=contact.account_id,
        owner_email=owner,
        wish=response.contact,
        opened_at=at,
        due_at=due_at,
        complaint_about=(about,) if is_about_the_owner(response, programme) else (),
        answers=(case_answer(response),),
        earlier=tuple(case_answer(answer) for answer in earlier),
        changes=(CaseChange(at=at, by=SAYSO, what="opened", due_at=due_at),),
    )


def owner_of(response: Response, contact: Contact | None, programme: Programme) -> str:
    """Who looks after an answer: of one about a ticket the support lead, of all else the account's owner.

    A complaint that names the owner is not for the owner to look after: their manager does.
    """
    owner = usual_owner(response, contact, programme)
    return next(others(programme.follow_up, owner), owner) if is_about_the_owner(response, programme) else owner


def others(rules: FollowUpRules, owner: str, *, but: Iterable[str] = (), first: str | None = None) -> Iterator[str]:
    """Who takes an owner's place, the nearest first: `first`, their manager, who hears of what is late, who runs the
    programme, and then anybody else the programme names; never the owner, nor whoever is in `but`."""
    left_out = {same_mailbox(owner), *map(same_mailbox, but)}
    named = (first, rules.manager_of(owner), rules.escalate_to, rules.manager, *rules.people)
    return (one for one in each_once(filter(None, named)) if same_mailbox(one) not in left_out)


def is_back_soon(office: Office, at: datetime, *, within: timedelta = _AWAY_AT_MOST) -> bool:
    """Whether somebody is at work within a few days; a case does not wait for the end of a holiday."""
    return office.next_opening(at) - at <= within


def is_about_the_owner(response: Response, programme: Programme) -> bool:
    """Whether somebody unhappy names the person who looks after them as the reason."""
    return response.group == "detractor" and programme.follow_up.owner_driver in response.drivers


def usual_owner(response: Response, contact: Contact | None, programme: Programme) -> str:
    """Who looks after an answer that is no complaint about them."""
    rules = programme.follow_up
    if response.ticket_id:
        return rules.support_lead
    return (contact.owner_email if contact else None) or rules.default_owner


def content_of(response: Response, words: SaidWords) -> str:
    """A short fingerprint of what an answer says to its owner; empty when its words have expired.

    Whoever says anything after that says it in an answer that has no words any more.
    """
    if response.has_words and not (words.why or words.better):
        return ""
    said = (str(response.score), response.contact or "", *response.drivers, words.why, words.better)
    return sha256("\0".join(said).encode()).hexdigest()[:16]


def cause_named(text: str, programme: Programme) -> str:
    """A cause as it is kept: the id of the driver that is meant, by id or label, or the words as they are."""
    wanted = text.strip().casefold()
    for driver in programme.drivers:
        labels = (driver.label(language).casefold() for language in programme.company.languages)
        if wanted in (driver.id, *labels):
            return driver.id
    return text.strip()


def answer_key(survey: str, occasion: str) -> str:
    """What names one answer of a case."""
    return f"{survey}#{occasion}"


def follow_up_asked_after(occasion: str) -> str:
    """The id of the case that an occasion (`recheck_occasion`) is about asking again after."""
    return occasion.rpartition("-")[0]


def asks_again(cases: Iterable[FollowUp], occasion: str) -> bool:
    """Whether an occasion is that of asking again after one of these cases was closed."""
    return any(follow_up_asked_after(occasion) == case.follow_up_id for case in cases)


def heard_at(response: Response) -> datetime:
    """When an answer was heard (UTC), which its case and its due time count from.

    One that was changed long after it was given may have been a nine until then: it is heard when it was changed.
    """
    first = response.confirmed_at or response.updated_at
    return response.updated_at if response.updated_at - first > _STILL_WRITING else first


def case_answer(response: Response) -> CaseAnswer:
    """A response as a case shows it."""
    return CaseAnswer(
        survey=response.survey,
        occasion=response.occasion,
        score=response.score,
        scale=response.scale,
        answered_at=response.given_at,
        ticket=response.ticket_id,
    )


def _driver_only(cause: str) -> str:
    return cause if _IDENTIFIER.fullmatch(cause) else ""


def _note(text: str) -> str:
    try:
        note = tidy(text)
    except ValueError as error:
        raise InvalidInputError(str(error), field="note") from None
    if len(note) > LONGEST_NOTE:
        raise InvalidInputError(f"has {len(note):,} characters; {LONGEST_NOTE:,} fit", field="note")
    return note


def _room_for(case: FollowUp, by: str, note: str) -> str:
    """A note that still fits in a case. What has to happen always does: closing, and what sayso does itself."""
    steps = sum(change.what in _STEPS for change in case.changes)
    size = sum(len(text.encode()) for text in (note, *(change.note for change in case.changes)))
    if by != SAYSO and (steps >= _MOST_STEPS or size > _MOST_NOTES):
        reason = "does not fit: this follow-up is full; close it if it is open, and keep further notes elsewhere"
        raise InvalidInputError(reason, field="note")
    return note


def _needed(text: str) -> str:
    note = _note(text)
    if not note:
        raise InvalidInputError("is empty; say what happened, or what was done", field="note")
    return note


def _cause(text: str) -> str:
    try:
        cause = " ".join(tidy(text).split())
    except ValueError as error:
        raise InvalidInputError(str(error), field="cause") from None
    if not cause:
        raise InvalidInputError("is empty; name a driver, or say in a few words what it was", field="cause")
    if len(cause) > LONGEST_CAUSE:
        raise InvalidInputError(f"has {len(cause)} characters; {LONGEST_CAUSE} fit", field="cause")
    return cause
