"""An invitation: one survey, one contact, one occasion, from the day it is planned to the state it ends in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from sayso.domain.entity import Entity, Revised
from sayso.domain.programme import Language, Survey
from sayso.domain.time import add_working_days

State = Literal["waiting", "sent", "answered", "expired", "skipped", "cancelled", "failed"]
FINAL: frozenset[State] = frozenset({"answered", "expired", "skipped", "cancelled", "failed"})
MailKind = Literal["first", "reminder"]
# What happens next to an open invitation. `settle` looks after a mail whose sender never came back.
Step = Literal["first", "reminder", "settle", "expire"]
SETTLE_AFTER = timedelta(minutes=15)


class SentMail(Entity):
    """One mail of an invitation: claimed (`sending`) once, and then what is known of it. Moments in UTC."""

    state: Literal["sending", "sent", "unknown", "failed"]
    at: datetime
    message_id: str | None = None
    delivered_at: datetime | None = None
    reason: str = ""


class Snapshot(Entity):
    """Whom an invitation asked, as of the sending: history does not move when an account changes its owner."""

    account_id: str
    language: Language
    owner_id: str | None = None
    segments: dict[str, str] = {}


class Invitation(Revised):
    """See the module. All moments are aware and in UTC.

    An open invitation has exactly one next step (`due_step` at `due_at`); a final one has none. `reason` says
    why it waits or why it ended, as a code that `REASONS` puts in words.
    """

    contact_id: str
    survey: str
    occasion: str
    planned_at: datetime
    send_before: datetime
    state: State = "waiting"
    reason: str = ""
    due_at: datetime | None = None
    due_step: Step | None = None
    mails: dict[MailKind, SentMail] = {}
    snapshot: Snapshot | None = None
    expires_at: datetime | None = None
    ticket_source: str | None = None
    ticket_id: str | None = None
    # When the ticket was solved or closed since it was last reopened, the first such moment first.
    ticket_solved_at: tuple[datetime, ...] = ()
    ticket_reopened_at: datetime | None = None

    @property
    def reference(self) -> tuple[str, str, str]:
        """Contact, survey and occasion: what names this invitation everywhere."""
        return self.contact_id, self.survey, self.occasion

    @property
    def is_final(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in FINAL

    @property
    def asked_at(self) -> datetime | None:
        """When the first mail was sent, as far as anybody can know: a claimed one may have been."""
        first = self.mails.get("first")
        return first.at if first and first.state != "failed" else None

    def is_open(self, now: datetime) -> bool:
        """Whether its link still takes an answer, or a change of one."""
        asked = self.state in ("waiting", "sent", "answered") and self.asked_at is not None
        return asked and (self.expires_at is None or now < self.expires_at)

    def answered(self) -> Invitation:
        """A person answered, which also proves that every mail claimed so far arrived."""
        mails = {
            kind: mail.having(state="sent") if mail.state in ("sending", "unknown") else mail
            for kind, mail in self.mails.items()
        }
        return self.having(mails=mails).ended("answered", "answered")

    def waiting_until(self, moment: datetime, reason: str = "") -> Invitation:
        """The same step, later, with the reason why."""
        return self.having(due_at=moment, reason=reason)

    def ended(self, state: State, reason: str = "") -> Invitation:
        """Final: no next step."""
        return self.having(state=state, reason=reason, due_at=None, due_step=None)

    def claimed(self, kind: MailKind, now: datetime, snapshot: Snapshot) -> Invitation:
        """The mail is about to be handed to SES, by us and nobody else."""
        return self.having(
            mails={**self.mails, kind: SentMail(state="sending", at=now)},
            snapshot=self.snapshot or snapshot,
            due_step="settle",
            due_at=now + SETTLE_AFTER,
            reason="",
        )

    def released(self, kind: MailKind, again_at: datetime, reason: str) -> Invitation:
        """SES certainly did not take the mail: the claim is given back and the step waits."""
        mails = {known: mail for known, mail in self.mails.items() if known != kind}
        return self.having(mails=mails, due_step=kind, due_at=again_at, reason=reason)

    def without_reminder(self, reason: str) -> Invitation:
        """No reminder goes out, and why; whoever was asked may still answer until the time is over."""
        return self.having(due_step="expire", due_at=self.expires_at, reason=reason)

    def mailed(self, kind: MailKind, mail: SentMail, survey: Survey, zone: ZoneInfo) -> Invitation:
        """The mail went out (or may have): what comes next is the reminder, or the end of the time to answer.

        One that has ended meanwhile stays ended.
        """
        expires_at = self.expires_at or mail.at + survey.answer_within
        after = self.having(mails={**self.mails, kind: mail}, expires_at=expires_at)
        if self.is_final:
            return after
        after = after.having(state="sent")
        if kind == "first" and survey.reminder_after:
            reminder_at = add_working_days(mail.at, survey.reminder_after, zone)
            if reminder_at < expires_at:
                return after.having(due_step="reminder", due_at=reminder_at)
        return after.having(due_step="expire", due_at=expires_at)
