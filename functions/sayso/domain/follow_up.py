"""The case opened for somebody unhappy: who calls back, by when, and how it ended (the inner loop)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from hashlib import sha256
from typing import Literal
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sayso.domain.contact import Contact
from sayso.domain.entity import Entity, Revised
from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import Programme, Scale
from sayso.domain.response import ContactWish, Response, SaidWords
from sayso.domain.time import add_working_days, next_opening

CaseState = Literal["open", "contacted", "closed"]
_OFFICE_OPENS, _OFFICE_CLOSES = time(9), time(17)
# Longer than the function may run, shorter than its queue waits before it delivers again.
ALERT_CLAIM_LASTS = timedelta(minutes=5)
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
    """Something that happened to a follow-up; never overwritten. `at` in UTC."""

    at: datetime
    by: str
    what: Literal["opened", "joined", "reopened", "contacted", "closed"]
    note: str = ""


class CaseAlert(Entity):
    """The mail that tells the owner of one answer: claimed (`sending`), sent, or perhaps sent (`unknown`).

    `told` stands for what the answer said (`content_of`), so that words that come later are told, too, and once.
    """

    state: Literal["sending", "sent", "unknown"]
    at: datetime
    told: str = ""


class FollowUp(Revised):
    """One case of one contact. `due_at` (UTC) is when the first contact is due.

    `earlier` is the person's history as it was when the case was opened, the latest first: whoever opens the case
    by its link can see it without anybody being able to list answers. `unconfirmed` are, for the same purpose, the
    person's low scores that nobody was seen giving, as of the last answer of the case.
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
    closed_at: datetime | None = None
    solved: bool | None = None
    answers: tuple[CaseAnswer, ...]
    earlier: tuple[CaseAnswer, ...] = ()
    unconfirmed: tuple[CaseAnswer, ...] = ()
    changes: tuple[CaseChange, ...] = ()
    alerts: dict[str, CaseAlert] = {}  # by answer (`alert_key`), so that each is told of once
    erased: Literal[True] | None = None  # whose case it was is no longer known

    def is_late(self, now: datetime) -> bool:
        """Nobody has been in touch and the time for it is over."""
        return self.state == "open" and now > self.due_at

    def has_told(self, key: str, content: str) -> bool:
        """Whether the owner was told of an answer as it is now."""
        return key in self.alerts and self.alerts[key].told == content

    def must_tell(self, key: str, content: str, now: datetime) -> bool:
        """Whether the owner is still to be told of an answer, or of what was added to it.

        A claim whose process died is taken up again: for the owner two mails are better than none.
        """
        if self.erased:
            return False
        alert = self.alerts.get(key)
        if alert and alert.state == "sending":
            return now - alert.at >= ALERT_CLAIM_LASTS
        return not self.has_told(key, content)

    def reopened_by(self, response: Response, programme: Programme) -> FollowUp:
        """A closed case whose person came back to the same answer and is not satisfied."""
        heard_at = response.updated_at
        return self.having(
            state="open",
            due_at=_due(heard_at, programme.follow_up.first_contact_within, programme.zone),
            closed_at=None,
            solved=None,
            wish=response.contact or self.wish,
            changes=(*self.changes, CaseChange(at=heard_at, by="sayso", what="reopened")),
        )

    def joined_by(self, response: Response) -> FollowUp:
        """The same case with one more answer behind it."""
        change = CaseChange(at=_heard_at(response), by="sayso", what="joined")
        return self.having(
            answers=(*self.answers, case_answer(response)),
            wish=response.contact or self.wish,
            changes=(*self.changes, change),
        )

    def contacted(self, by: str, now: datetime, note: str = "") -> FollowUp:
        """Somebody has been in touch. Raises InvalidInputError when the case is closed."""
        self._must_be_open()
        return self.having(
            state="contacted", changes=(*self.changes, CaseChange(at=now, by=by, what="contacted", note=note))
        )

    def closed(self, by: str, now: datetime, note: str, *, solved: bool) -> FollowUp:
        """The case is over. Raises InvalidInputError without a note, or when it is closed already."""
        self._must_be_open()
        if not note.strip():
            raise InvalidInputError("say what was wrong and what was done", field="note")
        change = CaseChange(at=now, by=by, what="closed", note=note.strip())
        return self.having(state="closed", closed_at=now, solved=solved, changes=(*self.changes, change))

    def without_person(self) -> FollowUp:
        """Closed, with what happened when, and without words, notes, wishes and the customer's name.

        The moment it is closed at is that of the last thing that happened: the moment of erasing would tell which
        address was erased with it.
        """
        last = self.changes[-1].at if self.changes else self.opened_at
        return self.having(
            erased=True,
            state="closed",
            closed_at=self.closed_at or last,
            account="",
            wish=None,
            answers=tuple(answer.having(ticket=None) for answer in self.answers),
            earlier=(),
            unconfirmed=(),
            changes=tuple(change.having(note="") for change in self.changes),
            alerts={key: alert.having(told="") for key, alert in self.alerts.items()},
        )

    def _must_be_open(self) -> None:
        if self.state == "closed":
            raise InvalidInputError("this follow-up is closed", field="follow_up")


def open_case(response: Response, contact: Contact, programme: Programme, earlier: Sequence[Response] = ()) -> FollowUp:
    """The follow-up of a first bad answer: its owner and due time follow from the answer alone (rule 9).

    Its id does too, so that opening it twice is the same as once.
    """
    heard_at = _heard_at(response)
    return FollowUp(
        follow_up_id=uuid5(_NAMESPACE, "|".join(response.reference)).hex[:12],
        contact_id=response.contact_id,
        account=contact.account,
        account_id=contact.account_id,
        owner_email=owner_of(response, contact, programme),
        wish=response.contact,
        opened_at=heard_at,
        due_at=_due(heard_at, programme.follow_up.first_contact_within, programme.zone),
        answers=(case_answer(response),),
        earlier=tuple(case_answer(answer) for answer in earlier),
        changes=(CaseChange(at=heard_at, by="sayso", what="opened"),),
    )


def owner_of(response: Response, contact: Contact | None, programme: Programme) -> str:
    """Who looks after an answer: of one about a ticket the support lead, of all else the account's owner."""
    rules = programme.follow_up
    account_owner = (contact.owner_email if contact else None) or rules.default_owner
    return rules.support_lead if response.ticket_id else account_owner


def content_of(response: Response, words: SaidWords) -> str:
    """A short fingerprint of what an answer says to its owner."""
    said = (str(response.score), response.contact or "", *response.drivers, words.why, words.better)
    return sha256("\0".join(said).encode()).hexdigest()[:16]


def _due(heard_at: datetime, working_days: int, zone: ZoneInfo) -> datetime:
    """What is heard at night or at the weekend counts as heard when the office opens."""
    opened_at = next_opening(heard_at, days=range(5), opens=_OFFICE_OPENS, closes=_OFFICE_CLOSES, zone=zone)
    return add_working_days(opened_at, working_days, zone)


def alert_key(survey: str, occasion: str) -> str:
    """What names the alert of one answer."""
    return f"{survey}#{occasion}"


def _heard_at(response: Response) -> datetime:
    return response.confirmed_at or response.updated_at


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
