"""Who opened the page: a person or a mail scanner. Scanners open links and run scripts, so a click proves nobody.

A *visit* is one opening of the page, or one press of the plain page's button. What is kept of it is a score, a
moment and how long it was visible: nothing that would tell one device from another.

Sources: healthchecks.io (2019-12) on scanners that run JavaScript some 23 s after sending; next-auth #1840 and
LimeSurvey bug 20317 on scanners that press buttons; PostHog #43690 on all ratings of one mail within a second.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from sayso.domain.entity import Entity
from sayso.domain.invitation import SentMail
from sayso.domain.programme import Evidence

SCANNED_FOR = timedelta(minutes=5)  # after a delivery: who opens the page then, without a gesture, may be a scanner
SENT_TOO_SOON = timedelta(seconds=60)  # after a delivery: nobody has read the mail, opened the page and filled it in
READ_FOR = 5  # seconds a page must be visible
BURST = timedelta(seconds=10)  # no person gives two different scores within it
MANY = timedelta(minutes=2)  # nor three within this
_OPENINGS = 3  # kept of a score: the first ones, and what comes later is not believed
_SENDS = 2  # kept of a score: the latest ones

AnswerState = Literal["provisional", "confirmed", "machine"]

REASONS = {
    "gesture": "somebody touched the page, moved the pointer or typed",
    "read": f"the only score, opened {SCANNED_FOR.seconds // 60} minutes or more after the mail, and read",
    "sent": "sent with the button of the plain page",
    "everything_counts": "the programme counts every click (evidence: off)",
    "accepted": "accepted by a person",
    "imported": "taken over from another tool",
    "recorded": "said in a meeting, and written down by one of us",
    "rejected": "rejected by a person",
    "burst": f"different scores within {BURST.seconds} seconds, as mail scanners open them",
    "many_scores": "three different scores or more, and nobody touched the page",
    "several_scores": "two different scores, and nobody touched the page",
    "too_soon": f"opened within {SCANNED_FOR.seconds // 60} minutes of the delivery, when mail is scanned",
    "sent_too_soon": f"sent within {SENT_TOO_SOON.seconds} seconds of the delivery",
    "too_short": f"visible for less than {READ_FOR} seconds",
    "no_gesture": "nobody touched the page, and the programme asks for that (evidence: strict)",
}
"""Why an answer counts or does not: the codes kept with it, in words."""


class Visit(Entity):
    """One opening of the page: with which score, when (UTC), and for how long it was visible (seconds).

    `number` is drawn by the page when it opens and forgotten when it closes: several reports of one opening are one
    visit. `sent` is a press of the plain page's button.
    """

    number: int
    score: int
    at: datetime
    visible_seconds: int = 0
    sent: bool = False


class Verdict(NamedTuple):
    """What is to be thought of an answer nobody was seen giving, and why."""

    state: AnswerState
    reasons: tuple[str, ...]


def with_visit(visits: tuple[Visit, ...], new: Visit) -> tuple[Visit, ...]:
    """The visits with one more, or with a newer report of one of them; unchanged when it says nothing new.

    Only so many are kept of each score, so that no machine can make the list long.
    """
    for at, known in enumerate(visits):
        if (known.number, known.score, known.sent) == (new.number, new.score, new.sent) and not new.sent:
            if known.visible_seconds >= READ_FOR or new.visible_seconds < READ_FOR:
                return visits
            return (*visits[:at], known.having(visible_seconds=new.visible_seconds), *visits[at + 1 :])
    same = [visit for visit in visits if (visit.score, visit.sent) == (new.score, new.sent)]
    if not new.sent:
        return visits if len(same) == _OPENINGS else (*visits, new)
    dropped = same[: len(same) + 1 - _SENDS]
    return (*(visit for visit in visits if not any(visit is gone for gone in dropped)), new)


def judge(visits: Collection[Visit], mails: Collection[SentMail], policy: Evidence) -> Verdict:
    """What openings without a gesture amount to, as far as they are known; `judge_send` is for the plain page.

    Parameters
    ----------
    visits : collection of Visit
        All that are known of the invitation since it was last confirmed.
    mails : collection of SentMail
        Its mails: each one delivered is scanned again.
    policy : {"strict", "balanced", "off"}
        The programme's.

    Returns
    -------
    Verdict
        `confirmed` means: unless something else comes within `MANY`.
    """
    if policy == "off":
        return Verdict("confirmed", ("everything_counts",))
    visits = [visit for visit in visits if not visit.sent]
    if any(_in_burst(visit, visits) for visit in visits):
        return Verdict("machine", ("burst",))
    scores = {visit.score for visit in visits}
    if len(scores) > 2:
        return Verdict("machine", ("many_scores",))
    if policy == "strict":
        return Verdict("provisional", ("no_gesture",))
    against = [
        reason
        for reason, holds in (
            ("several_scores", len(scores) > 1),
            ("too_soon", any(_after_delivery(visit, mails, SCANNED_FOR) for visit in visits)),
            ("too_short", all(visit.visible_seconds < READ_FOR for visit in visits)),
        )
        if holds
    ]
    return Verdict("provisional", tuple(against)) if against else Verdict("confirmed", ("read",))


def judge_send(
    send: Visit, visits: Collection[Visit], mails: Collection[SentMail], *, has_words: bool = False
) -> Verdict:
    """What a press of the plain page's button amounts to: a person's, unless a machine was pressing buttons.

    A machine that opens links afterwards takes nothing away from it, unless it comes within seconds.
    """
    before = [visit for visit in visits if visit.sent or visit.at <= send.at]
    if len(_scores_around(send, visits, BURST)) > 1 or len(_scores_around(send, before, MANY)) > 2:
        return Verdict("machine", ("burst",))
    # Machines press buttons; they do not write. But nothing else must speak for one.
    written = has_words and all(visit.score == send.score for visit in visits)
    if _after_delivery(send, mails, SENT_TOO_SOON) and not written:
        return Verdict("provisional", ("sent_too_soon",))
    return Verdict("confirmed", ("sent",))


def seconds_since_delivery(mails: Iterable[SentMail], at: datetime) -> int | None:
    """Seconds between the latest mail that had arrived by then and a moment; None when none had."""
    arrived = [mail.delivered_at or mail.at for mail in mails if mail.at <= at]
    return max(0, int((at - max(arrived)).total_seconds())) if arrived else None


def _in_burst(visit: Visit, visits: Collection[Visit]) -> bool:
    """Whether other scores came too close to this one for a person to have given them."""
    return len(_scores_around(visit, visits, BURST)) > 1 or len(_scores_around(visit, visits, MANY)) > 2


def _scores_around(visit: Visit, visits: Iterable[Visit], span: timedelta) -> set[int]:
    return {other.score for other in visits if abs(other.at - visit.at) <= span}


def _after_delivery(visit: Visit, mails: Collection[SentMail], window: timedelta) -> bool:
    """Whether it came while one of the mails was on its way, or shortly after it arrived; a mail that was sent a second
    time may have arrived twice."""
    return any(
        mail.at <= visit.at < (mail.delivered_at or mail.at) + window
        or any(at <= visit.at < at + window for at in mail.earlier)
        for mail in mails
    )
