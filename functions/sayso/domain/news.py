"""News: one mail that tells somebody what came of what they said, and whether it goes now, later or never (rule 11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from sayso.domain.cadence import opening
from sayso.domain.commitment import Commitment, PublicTexts
from sayso.domain.contact import Contact
from sayso.domain.entity import Revised
from sayso.domain.gate import SUPPRESSIONS, Gate
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
    "not_asked": "no answer of theirs is behind the commitment any more",
    "not_done": "the public no longer reads that it is done",
    "not_public": "the public no longer reads of it",
    "survey_due": "a survey mail is due within days",
    "survey_lately": "a survey mail went to the person days ago",
    "told_already": "somebody else at the address is told",
    "told_lately": "another such mail went to the person not long ago",
    "too_late": "the moment to tell had passed",
}
# A commitment of last quarter is no news.
TELL_WITHIN = timedelta(days=90)
# Never two mails of ours on one day, and a question is not to look like the price of the news.
SURVEY_APART = timedelta(days=2)
_NEWS_FOR = timedelta(days=365)  # after that it is no longer on the page itself, but in its archive


class Changed(NamedTuple):
    """A commitment that is done, as the public reads it, and where."""

    public: PublicTexts
    page: str


class News(Revised):
    """What one contact is told of one commitment. All moments are aware and in UTC.

    It waits until `due_at`; `at` is when it was handed to SES. `reason` says why it waits or why it ended, as a code
    that `reason_in_words` puts in words. Whoever approved it did so by `approved_by`.
    """

    contact_id: str
    commitment_id: str
    approved_by: str
    approved_at: datetime
    state: NewsState = "waiting"
    reason: str = ""
    due_at: datetime | None = None
    at: datetime | None = None
    message_id: str | None = None
    delivered_at: datetime | None = None

    @property
    def may_be_approved_again(self) -> bool:
        """Whether nothing went out and nothing is to: what stood against it then may be over."""
        return self.state in ("skipped", "expired")

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
    siblings : sequence of Invitation
        The invitations to the same address: a survey mail that is nearly due goes first.
    sent_today : int
        Mails that went out on this day of the company; only needed where the programme limits them.
    asked : bool
        Whether an answer of theirs is behind the commitment.
    """
    reason = why_never(news, commitment, contact, gate, asked=asked)
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


def why_never(news: News, commitment: Commitment | None, contact: Contact, gate: Gate, *, asked: bool) -> str:
    """What excludes somebody for good, as a code; empty when nothing does."""
    public = commitment.public if commitment else None
    if public is None:
        return "not_public"
    if public.status != "done":
        return "not_done"
    if not asked:
        return "not_asked"
    if contact.do_not_ask:
        return "do_not_ask"
    if gate.is_closed:
        return "suppressed"
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


def latest_change(commitments: Iterable[Commitment], since: date, until: date) -> Commitment | None:
    """The last of some commitments that became done, and the public reads it, after a day and within a year.

    Dates are of the company's time zone. What happened on the day itself may have been told on it.
    """
    moved = [(day, one.commitment_id, one) for one in commitments if (day := _done_and_public(one))]
    recent = [entry for entry in moved if max(since, until - _NEWS_FOR) < entry[0] <= until]
    return max(recent, key=lambda entry: entry[:2])[2] if recent else None


def _done_and_public(commitment: Commitment) -> date | None:
    public, published_on = commitment.public, commitment.published_on
    if public is None or public.status != "done" or public.done_on is None or published_on is None:
        return None
    return max(public.done_on, published_on)
