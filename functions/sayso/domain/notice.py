"""One thing to tell one of our people, by one channel: kept beside its follow-up until it is delivered, or given up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal, NamedTuple

from sayso.domain.entity import Revised
from sayso.domain.follow_up import FollowUp, OfficeOf, answer_key, is_back_soon, others
from sayso.domain.follow_up_rules import FollowUpRules

NoticeKind = Literal["alert", "handed_over", "reminder", "escalation", "undelivered"]
NoticeState = Literal["waiting", "sending", "sent", "unknown", "failed", "dropped"]
MAIL = "mail"
# Longer than the function may run: a claim that is older has lost its sender.
CLAIM_LASTS = timedelta(minutes=10)
# After a mail of which nobody knows whether it went out: for our own people two are better than none, three the end.
ASK_AGAIN = timedelta(hours=1)
MOST_UNKNOWN = 3
MOST_ATTEMPTS = 8
# How long SES may take none of our mails before it is looked at again; that is no fault of a notice.
SES_AGAIN = timedelta(minutes=15)
# Whoever is away for longer hears of nothing in time.
_AWAY_AT_MOST = timedelta(days=3)
_FIRST_PAUSE = timedelta(minutes=5)


class NoticeKey(NamedTuple):
    """What names a notice: its follow-up, what it tells of, and the channel."""

    follow_up_id: str
    notice_id: str
    channel: str


class Notice(Revised):
    """See the module. All moments in UTC.

    Parameters
    ----------
    notice_id : str
        The revision of the case that it tells of, and its kind.
    channel : str
        ``mail``, or the name of one of the programme's channels.
    to : str
        The mailbox; of a channel empty. A reminder and an escalation go to whoever it is by then.
    about : str
        Of ``undelivered``: the mailbox that took no mail.
    due_at : datetime or None
        When it is to be told, or looked at again; None once nothing more will happen.
    due_for : datetime or None
        The due time of the case that a reminder or an escalation is about.
    attempts : int
        How often somebody began to tell it, without the times SES took none of our mails.
    unknown : int
        How often nobody knows whether it was told.
    reason : str
        Why it waits, failed or was not needed, as a code or a few words.
    """

    follow_up_id: str
    notice_id: str
    kind: NoticeKind
    channel: str = MAIL
    to: str = ""
    survey: str = ""
    occasion: str = ""
    due_at: datetime | None = None
    due_for: datetime | None = None
    state: NoticeState = "waiting"
    attempts: int = 0
    unknown: int = 0
    about: str = ""
    at: datetime | None = None
    reason: str = ""

    @property
    def key(self) -> NoticeKey:
        """What names it."""
        return NoticeKey(self.follow_up_id, self.notice_id, self.channel)

    @property
    def is_mail(self) -> bool:
        """Whether it is a mail."""
        return self.channel == MAIL

    def is_due(self, now: datetime) -> bool:
        """Whether something is to be done about it."""
        return self.due_at is not None and self.due_at <= now

    def claimed(self, now: datetime, whom: str) -> Notice:
        """It is about to be told, by us and nobody else; looked at again should we never come back.

        A claim that is taken over says that whoever had it died, and that it may have been told.
        """
        taken_over = self.state == "sending"
        return self.having(
            state="sending",
            at=now,
            to=whom if self.is_mail else "",
            attempts=self.attempts + 1,
            unknown=self.unknown + taken_over,
            due_at=now + CLAIM_LASTS,
            reason="",
        )

    @property
    def is_worn_out(self) -> bool:
        """Whether it was begun so often that it is not begun again."""
        return self.attempts >= MOST_ATTEMPTS or (self.state == "sending" and self.unknown + 1 >= MOST_UNKNOWN)

    def postponed(self, until: datetime, reason: str) -> Notice:
        """Not now."""
        return self.having(due_at=until, reason=reason)

    def sent(self, now: datetime) -> Notice:
        """It was told."""
        return self.having(state="sent", at=now, due_at=None, reason="")

    def uncertain(self, now: datetime, reason: str) -> Notice:
        """It may have been told: it goes again in an hour, unless SES says meanwhile that it did, and not for ever."""
        unknown = self.unknown + 1
        if unknown >= MOST_UNKNOWN:
            return self.having(unknown=unknown).failed(now, reason)
        return self.having(state="unknown", at=now, due_at=now + ASK_AGAIN, reason=reason, unknown=unknown)

    def lost(self, now: datetime, reason: str) -> Notice:
        """It certainly was not told: tried again, each time after twice as long, and given up in the end."""
        if self.attempts >= MOST_ATTEMPTS:
            return self.failed(now, reason)
        pause = _FIRST_PAUSE * 2 ** max(0, self.attempts - 1)
        return self.having(state="waiting", at=now, due_at=now + pause, reason=reason)

    def held_up(self, now: datetime, reason: str) -> Notice:
        """SES takes none of our mails at all: that counts for nothing, and is tried until it does."""
        attempts = max(0, self.attempts - 1)
        return self.having(state="waiting", at=now, due_at=now + SES_AGAIN, reason=reason, attempts=attempts)

    def failed(self, now: datetime, reason: str) -> Notice:
        """Given up: it is not told."""
        return self.having(state="failed", at=now, due_at=None, reason=reason)

    def dropped(self, now: datetime, reason: str) -> Notice:
        """Nobody needs to be told any more."""
        return self.having(state="dropped", at=now, due_at=None, reason=reason)

    def useless(self, case: FollowUp, rules: FollowUpRules, now: datetime) -> str:
        """Why nobody needs it any more, as a code; empty when somebody does."""
        if case.erased:
            return "erased"
        if case.is_over:
            return "closed"
        if not self.is_mail and self.channel not in ways(rules, self.kind):
            return "channel_gone"
        if self.kind in ("reminder", "escalation"):
            return self._unwatched(case, now)
        if self.kind in ("alert", "handed_over") and self.is_mail and self.to != case.owner_email:
            return "handed_over"
        if self.kind == "undelivered" and self.about != case.owner_email:
            return "handed_over"
        told = case.told.get(answer_key(self.survey, self.occasion))
        if self.kind == "alert" and told and not self.notice_id.startswith(told.notice_id):
            return "newer"
        return ""

    def _unwatched(self, case: FollowUp, now: datetime) -> str:
        if case.state != "open":
            return "contacted"
        if self.due_for != case.due_at or not self.notice_id.startswith(case.watched):
            return "newer"
        return "overdue" if self.kind == "reminder" and now >= case.due_at else ""


def alerts(
    case: FollowUp,
    rules: FollowUpRules,
    office_of: OfficeOf,
    now: datetime,
    *,
    kind: NoticeKind = "alert",
    about: tuple[str, str] = ("", ""),
) -> Iterator[Notice]:
    """What tells the owner of an answer (`about`: survey and occasion) or of a case that was handed over, by every
    channel: at once, or when the office opens."""
    for channel in ways(rules, kind):
        yield _notice(
            case, kind, channel, due_at=told_at(case.owner_email, channel, rules, office_of, now), about=about
        )


def watches(case: FollowUp, rules: FollowUpRules, office_of: OfficeOf, now: datetime) -> Iterator[Notice]:
    """What is told should nobody be in touch: the owner before the time is over, and somebody else after it.

    The case has to be `watched_from_now`, so that they take the place of earlier ones.
    """
    office = office_of(case.owner_email)
    remind_at = office.before(case.due_at, rules.remind_before)
    for channel in ways(rules, "reminder"):
        if rules.remind_before and remind_at > now:
            yield _notice(case, "reminder", channel, due_at=remind_at)
    for channel in ways(rules, "escalation"):
        yield _notice(case, "escalation", channel, due_at=office.after(case.due_at, rules.escalate_after))


def undelivered(case: FollowUp, failed: Notice, now: datetime) -> Notice:
    """What tells whoever stands in that a mailbox of the owner takes no mail: once while the case is open."""
    mailbox = sha256(failed.to.encode()).hexdigest()[:8]
    return Notice(
        follow_up_id=case.follow_up_id,
        notice_id=f"{case.watched or case.next_notice}-undelivered-{mailbox}",
        kind="undelivered",
        about=failed.to,
        due_at=now,
    )


def stands_in_for(case: FollowUp, rules: FollowUpRules, office_of: OfficeOf, now: datetime, failed: str = "") -> str:
    """Who is told when an owner does nothing, or cannot be reached (`failed`: their mailbox).

    The named person, else the owner's manager; never somebody the case complains about, and rather somebody who is at
    work within days. The owner themselves only where there is nobody else.
    """
    but = (*case.complaint_about, failed)
    candidates = tuple(others(rules, case.owner_email, but=but, first=rules.escalate_to))
    at_work = (one for one in candidates if is_back_soon(office_of(one), now, within=_AWAY_AT_MOST))
    return next(at_work, candidates[0] if candidates else case.owner_email)


def ways(rules: FollowUpRules, kind: NoticeKind) -> Iterator[str]:
    """By which channels our people are told of this."""
    yield MAIL
    yield from (name for name, channel in rules.channels.items() if kind in channel.tell)


def told_at(whom: str, channel: str, rules: FollowUpRules, office_of: OfficeOf, now: datetime) -> datetime:
    """When somebody may be told by a channel: now, or, where it is quiet outside office hours, at the next opening."""
    any_time = rules.at_any_time or (channel in rules.channels and rules.channels[channel].at_any_time)
    return now if any_time else office_of(whom).next_opening(now)


def _notice(
    case: FollowUp, kind: NoticeKind, channel: str, *, due_at: datetime, about: tuple[str, str] = ("", "")
) -> Notice:
    survey, occasion = about
    return Notice(
        follow_up_id=case.follow_up_id,
        notice_id=f"{case.next_notice}-{kind}",
        kind=kind,
        channel=channel,
        to=case.owner_email if channel == MAIL and kind in ("alert", "handed_over") else "",
        survey=survey,
        occasion=occasion,
        due_at=due_at,
        due_for=case.due_at if kind in ("reminder", "escalation") else None,
    )
