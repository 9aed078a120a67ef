"""News: one mail that tells somebody what came of what they said, and whether it goes now, later or never (rule 11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from sayso.domain.cadence import opening
from sayso.domain.commitment import Commitment, PublicTexts
from sayso.domain.contact import Contact
from sayso.domain.edition import PublishedCommitment
from sayso.domain.entity import Revised
from sayso.domain.gate import SUPPRESSIONS, Gate
from sayso.domain.in_edition import text_digest
from sayso.domain.invitation import SETTLE_AFTER, Invitation
from sayso.domain.programme import Programme
from sayso.domain.sending import (
    HOLD_RECHECK,
    REASONS,
    Decision,
    End,
    Send,
    Standing,
    Wait,
    limit_reached,
    not_now,
)

NewsState = Literal["waiting", "sending", "sent", "unknown", "skipped", "expired", "failed"]
NEWS_REASONS: dict[str, str] = {
    "changed": "what the public reads of it changed since the approval; it may be approved again",
    "not_asked": "no answer of theirs is behind the commitment any more",
    "not_done": "the public no longer reads that it is done",
    "not_public": "the public no longer reads of it",
    "survey_due": "a survey mail is due within days",
    "survey_lately": "a survey mail went to the person days ago",
    "told_already": "somebody else at the address is told",
    "told_in_invitation": "a line of an invitation told them",
    "told_lately": "another such mail went to the person not long ago",
    "too_late": "the moment to tell had passed",
}
# A commitment of last quarter is no news.
TELL_WITHIN = timedelta(days=90)
# From a survey mail that went or is planned: a question is not to look like the price of the news. A survey that only
# comes up once the news went, as after a ticket, keeps no distance from it.
SURVEY_APART = timedelta(days=2)


class Changed(NamedTuple):
    """A commitment that is done, as the public reads it, and where."""

    public: PublicTexts
    page: str
    commitment_id: str = ""


class News(Revised):
    """What one contact is told of one commitment. All moments are aware and in UTC.

    It waits until `due_at`; `at` is when it was handed to SES. `reason` says why it waits or why it ended, as a code
    that `reason_in_words` puts in words. Whoever approved it did so by `approved_by`, having looked at the texts that
    `approved_text` is the digest of.
    """

    contact_id: str
    commitment_id: str
    approved_by: str
    approved_at: datetime
    approved_text: str = ""
    state: NewsState = "waiting"
    reason: str = ""
    due_at: datetime | None = None
    at: datetime | None = None
    message_id: str | None = None
    delivered_at: datetime | None = None

    def may_be_approved_again(self, text: str) -> bool:
        """Whether nothing went out and nothing is to: what stood against it then may be over, or it was approved for
        other texts than the public reads now, whose digest is `text`."""
        return self.state in ("skipped", "expired") or (self.state == "waiting" and self.approved_text != text)

    @property
    def tells(self) -> bool:
        """Whether it is to go out, or went out as far as anybody knows."""
        return self.state in ("waiting", "sending", "sent", "unknown")

    def is_with_ses(self, now: datetime) -> bool:
        """Whether whoever claimed it may still be at it."""
        return self.state == "sending" and self.at is not None and now < self.at + SETTLE_AFTER

    def waiting_until(self, moment: datetime, reason: str = "") -> News:
        """Later, and why."""
        return self.having(state="waiting", due_at=moment, reason=reason, at=None)

    def claimed(self, now: datetime) -> News:
        """About to be handed to SES by us and nobody else. It stays due, so that somebody looks at a claim whose
        sender died."""
        return self.having(state="sending", at=now, reason="")

    def ended(self, state: NewsState, reason: str = "") -> News:
        """Nothing more will happen to it."""
        return self.having(state=state, reason=reason, due_at=None)

    def sent(self, message_id: str | None) -> News:
        """SES took it."""
        return self.ended("sent").having(message_id=self.message_id or message_id)


def reason_in_words(reason: str) -> str:
    """A reason's code in words."""
    return NEWS_REASONS.get(reason) or REASONS.get(reason) or SUPPRESSIONS.get(reason) or reason


def decide(
    news: News,
    commitment: Commitment | None,
    shown: PublishedCommitment | None,
    contact: Contact,
    programme: Programme,
    gate: Gate,
    standing: Standing,
    siblings: Sequence[Invitation],
    now: datetime,
    sent_today: int = 0,
    *,
    asked: bool = True,
) -> Decision:
    """Whether somebody is told at `now` (UTC, the real clock).

    Parameters
    ----------
    shown : PublishedCommitment or None
        The commitment as the page has it, which may be behind what was published of it.
    siblings : sequence of Invitation
        The invitations to the same address: a survey mail that is nearly due goes first.
    sent_today : int
        Mails that went out on this day of the company; only needed where the programme limits them.
    asked : bool
        Whether an answer of theirs is behind the commitment.
    """
    reason = why_not_in_public(news, commitment, shown) or why_never(news, contact, gate, asked=asked)
    if reason:
        return End("skipped", reason)
    last_moment = news.approved_at + TELL_WITHIN
    kept = "" if news.reason == "send_window" else news.reason
    if now >= last_moment:
        return End("expired", kept or "too_late")
    wait = (
        not_now(standing, now) or _distance(programme, gate, siblings, now) or limit_reached(programme, sent_today, now)
    )
    opens_at = opening(wait.until if wait else now, contact, programme)
    if wait is None and opens_at <= now:
        return Send()
    reason = wait.reason if wait else "send_window"
    if opens_at >= last_moment and reason != "hold":
        return End("expired", reason)
    if reason == "hold":
        opens_at = min(opens_at, opening(now + HOLD_RECHECK, contact, programme))
    return Wait(opens_at, reason)


def fit_in_time(programme: Programme) -> int:
    """How many such mails one person can get before what was approved at once is no news any more."""
    return -(-TELL_WITHIN // programme.page.told_apart)


def why_not_in_public(news: News, commitment: Commitment | None, shown: PublishedCommitment | None) -> str:
    """Why the page and what was published do not bear out the mail that was approved, as a code; empty when they do."""
    public = commitment.public if commitment else None
    if public is None or shown is None:
        return "not_public"
    if (public.status, shown.status) != ("done", "done"):
        return "not_done"
    return "" if news.approved_text == text_digest(shown) else "changed"


def why_never(news: News, contact: Contact, gate: Gate, *, asked: bool) -> str:
    """What excludes somebody for good, as a code; empty when nothing does."""
    if not asked:
        return "not_asked"
    if contact.do_not_ask:
        return "do_not_ask"
    if gate.is_closed:
        return "suppressed"
    if gate.has_read(news.commitment_id):
        return "told_in_invitation"
    return "told_already" if gate.has_told(news.commitment_id) else ""


def _distance(programme: Programme, gate: Gate, siblings: Sequence[Invitation], now: datetime) -> Wait | None:
    waits = [wait for wait in _distances(programme, gate, siblings, now) if wait.until > now]
    return max(waits, key=lambda wait: wait.until, default=None)


def _distances(programme: Programme, gate: Gate, siblings: Sequence[Invitation], now: datetime) -> Iterator[Wait]:
    told = gate.last_told()
    if told:
        yield Wait(told + programme.page.told_apart, "told_lately")
    for mail in gate.mails:
        yield Wait(mail.at + SURVEY_APART, "survey_lately")
    for one in siblings:
        if one.next_mail and one.due_at and one.due_at < now + SURVEY_APART:
            yield Wait(max(one.due_at, now) + SURVEY_APART, "survey_due")
