"""One thing to tell one of our people, by one channel: kept beside its follow-up until it is delivered, or given up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from sayso.domain.entity import Revised
from sayso.domain.follow_up import FollowUp, OfficeOf
from sayso.domain.follow_up_rules import FollowUpRules

NoticeKind = Literal["alert", "handed_over", "reminder", "escalation", "undelivered"]
NoticeState = Literal["waiting", "sending", "sent", "unknown", "failed", "dropped"]
MAIL = "mail"
# Longer than the function may run: a claim that is older has lost its sender.
CLAIM_LASTS = timedelta(minutes=10)
# After a mail of which nobody knows whether it went out: two are better than none for our own people.
ASK_AGAIN = timedelta(hours=1)
MOST_ATTEMPTS = 8
_FIRST_PAUSE = timedelta(minutes=5)


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
    due_at : datetime or None
        When it is to be told, or looked at again; None once nothing more will happen.
    due_for : datetime or None
        The due time of the case that a reminder or an escalation is about.
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
    at: datetime | None = None
    reason: str = ""

    @property
    def is_mail(self) -> bool:
        """Whether it is a mail."""
        return self.channel == MAIL

    def is_due(self, now: datetime) -> bool:
        """Whether something is to be done about it."""
        return self.due_at is not None and self.due_at <= now

    def claimed(self, now: datetime) -> Notice:
        """It is about to be told, by us and nobody else; looked at again should we never come back."""
        return self.having(state="sending", at=now, attempts=self.attempts + 1, due_at=now + CLAIM_LASTS, reason="")

    def postponed(self, until: datetime, reason: str) -> Notice:
        """Not now."""
        return self.having(due_at=until, reason=reason)

    def sent(self, now: datetime) -> Notice:
        """It was told."""
        return self.having(state="sent", at=now, due_at=None, reason="")

    def uncertain(self, now: datetime, reason: str) -> Notice:
        """The mail may have gone out: it goes again once, unless SES says meanwhile that it did."""
        again = now + ASK_AGAIN if self.attempts < 2 else None
        return self.having(state="unknown", at=now, due_at=again, reason=reason)

    def lost(self, now: datetime, reason: str, *, for_good: bool = False) -> Notice:
        """It certainly was not told: tried again, each time after twice as long, and given up in the end."""
        if for_good or self.attempts >= MOST_ATTEMPTS:
            return self.having(state="failed", at=now, due_at=None, reason=reason)
        pause = _FIRST_PAUSE * 2 ** max(0, self.attempts - 1)
        return self.having(state="waiting", at=now, due_at=now + pause, reason=reason)

    def dropped(self, now: datetime, reason: str) -> Notice:
        """Nobody needs to be told any more."""
        return self.having(state="dropped", at=now, due_at=None, reason=reason)

    def useless(self, case: FollowUp) -> str:
        """Why nobody needs it any more, as a code; empty when somebody does."""
        if case.erased:
            return "erased"
        if case.is_over:
            return "closed"
        if self.kind in ("reminder", "escalation") and (case.state != "open" or self.due_for != case.due_at):
            return "contacted" if case.state != "open" else "due_later"
        if self.kind in ("alert", "handed_over") and self.is_mail and self.to != case.owner_email:
            return "handed_over"
        told = case.told.get(f"{self.survey}#{self.occasion}")
        if self.kind == "alert" and told and not self.notice_id.startswith(told.notice_id):
            return "newer"
        return ""


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


def watches(case: FollowUp, rules: FollowUpRules, office_of: OfficeOf) -> Iterator[Notice]:
    """What is told should nobody be in touch: the owner before the time is over, and somebody else after it."""
    office = office_of(case.owner_email)
    remind_at = office.before(case.due_at, rules.remind_before)
    begun = max(change.at for change in case.changes if change.what in ("opened", "reopened"))
    for channel in ways(rules, "reminder"):
        if rules.remind_before and remind_at > begun:
            yield _notice(case, "reminder", channel, due_at=remind_at)
    for channel in ways(rules, "escalation"):
        yield _notice(case, "escalation", channel, due_at=office.after(case.due_at, rules.escalate_after))


def undelivered(case: FollowUp, rules: FollowUpRules, now: datetime) -> Notice:
    """What tells whoever stands in that the owner's address does not take mail."""
    to = stands_in_for(case.owner_email, rules)
    return _notice(case, "undelivered", MAIL, due_at=now).having(to=to)


def stands_in_for(owner_email: str, rules: FollowUpRules) -> str:
    """Who is told when an owner does nothing, or cannot be reached: the named person, or the owner's manager."""
    named = rules.escalate_to
    return named if named and named != owner_email else rules.manager_of(owner_email)


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
