"""An invitation: one survey, one contact, one occasion, from the day it is planned to the state it ends in."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from sayso.domain.entity import Entity, Revised
from sayso.domain.programme import Language, Scale, Survey
from sayso.domain.time import add_working_days

State = Literal["waiting", "sent", "answered", "expired", "skipped", "cancelled", "failed"]
FINAL: frozenset[State] = frozenset({"answered", "expired", "skipped", "cancelled", "failed"})
MailKind = Literal["first", "reminder", "reminder_2", "reminder_3"]
MAIL_KINDS: tuple[MailKind, ...] = get_args(MailKind)
# What happens next to an open invitation: a mail, or its end.
Step = Literal["first", "reminder", "reminder_2", "reminder_3", "expire"]
# A claim older than this has lost its sender: longer than the function may run.
SETTLE_AFTER = timedelta(minutes=15)


class SentMail(Entity):
    """One mail of an invitation: claimed (`sending`) once, and then what is known of it. Moments in UTC.

    `attempt` is 2 for a mail that was sent again because nobody knew whether the first went out; `earlier` is when
    that was.
    """

    state: Literal["sending", "sent", "unknown", "failed"]
    at: datetime
    attempt: int = 1
    earlier: tuple[datetime, ...] = ()
    message_id: str | None = None
    delivered_at: datetime | None = None
    reason: str = ""


class Snapshot(Entity):
    """Whom an invitation asked, as of the sending: history does not move when an account changes its owner.

    `owner_id` is there only if the programme kept scores per owner by then, and is for nothing else.
    """

    account_id: str
    language: Language
    owner_id: str | None = None
    segments: dict[str, str] = {}
    scale: Scale = "nps"


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
    # The day it is planned on where no rhythm says it, in the contact's time zone: a kick-off spreads over days.
    planned_on: date | None = None
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
    # What was reached, as "source:reference", and when.
    touchpoint: str | None = None
    touchpoint_at: datetime | None = None
    # Whom it asked is no longer known. No moment: it would tell which address was erased with it.
    erased: Literal[True] | None = None

    @property
    def reference(self) -> tuple[str, str, str]:
        """Contact, survey and occasion: what names this invitation everywhere."""
        return self.contact_id, self.survey, self.occasion

    @property
    def asked_by_event(self) -> bool:
        """Whether something that happened planned it, and not the rhythm of the relationship."""
        return self.ticket_id is not None or self.touchpoint is not None

    @property
    def next_mail(self) -> MailKind | None:
        """The mail that is its next step; None when that is its end, or nothing."""
        return None if self.due_step == "expire" else self.due_step

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
        asked = self.state in ("waiting", "sent", "answered") and self.asked_at is not None and not self.erased
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

    def without_person(self) -> Invitation:
        """What counts stays, whom and what it was about goes; nothing more will happen to it."""
        after = self if self.is_final else self.ended("cancelled", "erased")
        return after.having(
            erased=True,
            mails={kind: mail.having(message_id=None) for kind, mail in self.mails.items()},
            ticket_source=None,
            ticket_id=None,
            ticket_solved_at=(),
            ticket_reopened_at=None,
            touchpoint=None,
            touchpoint_at=None,
        )

    def claimed(self, kind: MailKind, now: datetime, snapshot: Snapshot) -> Invitation:
        """The mail is about to be handed to SES, by us and nobody else.

        The next step stays what it is: if the sender never comes back, the step is offered again when its lease
        ends, and whoever takes it then finds the claim.
        """
        before = self.mails.get(kind)
        mail = SentMail(state="sending", at=now)
        if before:
            mail = mail.having(attempt=before.attempt + 1, earlier=(*before.earlier, before.at))
        return self.having(mails={**self.mails, kind: mail}, snapshot=self.snapshot or snapshot, reason="")

    def released(self, kind: MailKind, again_at: datetime, reason: str) -> Invitation:
        """SES certainly did not take the mail: the claim is given back and the step waits."""
        mails = {known: mail for known, mail in self.mails.items() if known != kind}
        return self.having(mails=mails, due_step=kind, due_at=again_at, reason=reason)

    def without_reminder(self, reason: str) -> Invitation:
        """No reminder goes out, and why; whoever was asked may still answer until the time is over."""
        return self.having(due_step="expire", due_at=self.expires_at, reason=reason)

    def mailed(
        self, kind: MailKind, mail: SentMail, survey: Survey, zone: ZoneInfo, resend_after: timedelta | None = None
    ) -> Invitation:
        """The mail went out (or may have): what comes next is a reminder, or the end of the time to answer.

        A mail of which nobody knows comes again after `resend_after`, once, where the programme says so. One that
        has ended meanwhile stays ended.
        """
        if self.erased:
            return self.having(mails={**self.mails, kind: mail.having(message_id=None)})
        expires_at = self.expires_at or mail.at + survey.answer_within
        after = self.having(mails={**self.mails, kind: mail}, expires_at=expires_at)
        if self.is_final:
            return after
        after = after.having(state="sent")
        if mail.state == "unknown" and mail.attempt == 1 and resend_after and mail.at + resend_after < expires_at:
            return after.having(due_step=kind, due_at=mail.at + resend_after)
        following = MAIL_KINDS.index(kind) + 1
        if survey.reminder_after and following <= survey.reminders:
            reminder_at = add_working_days(mail.at, survey.reminder_after, zone)
            if reminder_at < expires_at:
                return after.having(due_step=MAIL_KINDS[following], due_at=reminder_at)
        return after.having(due_step="expire", due_at=expires_at)
