"""What becomes of an answer when somebody, or something, gives or changes it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sayso.domain.errors import ConflictError, InvalidInputError, TooManyRequestsError
from sayso.domain.evidence import Visit, seconds_since_delivery, with_visit
from sayso.domain.invitation import Invitation, Snapshot
from sayso.domain.programme import KNOWN_RATINGS, Programme, Scale
from sayso.domain.response import AnswerInput, Content, Response, SaidWords, Send, SentWords, group_of
from sayso.domain.settling import (
    Answer,
    confirmed,
    last_said,
    latest_of_a_person,
    verdict_on,
    with_content,
    without_machines,
)

A_MINUTE = 30  # times one answer may be written within a minute
UNSETTLED = 5  # presses of the plain page's button that may wait at a time
_MINUTE = timedelta(minutes=1)


def answer(
    given: AnswerInput,
    invitation: Invitation,
    before: Answer | None,
    programme: Programme,
    now: datetime,
    *,
    sent: bool = False,
) -> Answer:
    """The answer after it was given or changed; the very one before when nothing is new.

    A gesture confirms at once. Without one there can be a number only, which waits to be settled, and an answer that
    is confirmed stays as it is: what comes then is a machine opening the link, or the page saying once more what it
    knows. `sent` is the plain page's button, which no page can see a gesture on: what it was pressed on waits beside
    the answer, and is settled by itself, because machines press buttons too.

    Raises
    ------
    InvalidInputError
        When a score, a driver or a rating is not among those to choose from.
    ConflictError
        When words or wishes come without a gesture: typing and ticking are gestures.
    TooManyRequestsError
        When this answer was written too often within a minute, or sent too often to be settled.
    """
    _check(given, invitation, programme)
    start = before or Answer(_blank(given, invitation, now), SaidWords())
    if given.gesture or programme.evidence == "off":
        after = _by_person(given, start, invitation, programme, now)
    elif sent:
        after = _by_button(given, start, invitation, programme, now)
    elif given.says_more_than_a_score:
        # Nothing that was said is dropped with a yes: the page says it again with the gesture it came with.
        raise ConflictError("Words and wishes need a person, and none was seen on the page yet.", field="gesture")
    elif start.response.state == "confirmed":
        after = start
    else:
        after = Answer(_by_click(given, start.response, invitation, programme, now), start.said)
    return before if before and _same(after, before) else _paced(after, before, now)


def _by_person(
    given: AnswerInput, before: Answer, invitation: Invitation, programme: Programme, now: datetime
) -> Answer:
    base = latest_of_a_person(before, invitation, or_doubtful=True)
    said = base.said.having(**_words(given, base.said), sent=())
    content = _content(given, base.response, programme, base.response.scale)
    response = with_content(base.response, content, said).having(
        sends=(), visible_seconds=max(base.response.visible_seconds, int(given.visible_seconds))
    )
    reasons = ("gesture",) if given.gesture else ("everything_counts",)
    return Answer(confirmed(response, invitation, reasons, now), said)


def _by_click(
    given: AnswerInput, before: Response, invitation: Invitation, programme: Programme, now: datetime
) -> Response:
    """A response after a number came without a gesture."""
    visit = Visit(number=given.visit, score=given.score, at=now, visible_seconds=int(given.visible_seconds))
    visits = with_visit(before.visits, visit)
    if before.reasons == ("rejected",) or visits == before.visits:
        return before
    after = before.having(
        # A click does not take the place of what was sent.
        score=before.score if before.sends else given.score,
        visits=visits,
        scores_seen=before.seen_with(given.score),
        visible_seconds=max(before.visible_seconds, visit.visible_seconds),
        seconds_since_delivery=seconds_since_delivery(invitation.mails.values(), visits[-1].at),
        updated_at=now,
    )
    return _unsettled(after, invitation, programme)


def _by_button(
    given: AnswerInput, before: Answer, invitation: Invitation, programme: Programme, now: datetime
) -> Answer:
    """An answer after the plain page's button was pressed."""
    response, said = before
    known = last_said(before) or before
    words = SentWords(at=now, **_words(given, known.said))
    visit = Visit(number=given.visit, score=given.score, at=now, sent=True)
    content = _content(given, known.response, programme, response.scale)
    after = response.having(visits=with_visit(response.visits, visit), updated_at=now)
    same = (content, words.why, words.better) == (response.content, said.why, said.better)
    if same and response.state == "confirmed" and not response.sends:
        # Nothing to settle; but what comes next may be the rest of a burst.
        return Answer(after, said)
    send = Send(content=content, visit=visit, has_words=bool(words.why or words.better))
    kept = without_machines(after, invitation)
    if len(kept) >= UNSETTLED:
        raise TooManyRequestsError("This answer was sent too often; please wait ten minutes.", retry_after=600)
    after = after.having(sends=(*kept, send))
    left = tuple(one for one in said.sent if any(one.at == other.at for other in kept))
    said = said.having(sent=(*left, words))
    if after.state == "confirmed":
        return Answer(after, said)
    after = after.having(
        score=content.score,
        has_words=send.has_words,
        scores_seen=after.seen_with(given.score),
        seconds_since_delivery=seconds_since_delivery(invitation.mails.values(), now),
    )
    return Answer(_unsettled(after, invitation, programme), said)


def _unsettled(response: Response, invitation: Invitation, programme: Programme) -> Response:
    """The response with what is to be thought of it so far: what may count is settled when it has been quiet."""
    verdict = verdict_on(response, invitation, programme)
    state = "machine" if verdict.state == "machine" else "provisional"
    return response.having(state=state, reasons=verdict.reasons)


def _check(given: AnswerInput, invitation: Invitation, programme: Programme) -> None:
    if _asked(invitation)[0].scale == "satisfaction" and not 1 <= given.score <= 5:
        raise InvalidInputError("must be from 1 to 5", field="score")
    known = {driver.id for driver in programme.drivers}
    for name in given.drivers or ():
        if name not in known:
            raise InvalidInputError(f"'{name[:40]}' is not one of the reasons to choose from", field="drivers")
    survey = programme.surveys.get(invitation.survey)
    asked = survey.ratings if survey else KNOWN_RATINGS
    for name in given.ratings or ():
        if name not in asked:
            raise InvalidInputError(f"'{name[:40]}' is not one of the ratings of this survey", field="ratings")


def _asked(invitation: Invitation) -> tuple[Snapshot, datetime]:
    """Whom an invitation asked, and when."""
    if invitation.snapshot is None or invitation.asked_at is None:
        raise InvalidInputError("this invitation was not sent yet", field="token")
    return invitation.snapshot, invitation.asked_at


def _blank(given: AnswerInput, invitation: Invitation, now: datetime) -> Response:
    snapshot, asked_at = _asked(invitation)
    return Response(
        contact_id=invitation.contact_id,
        survey=invitation.survey,
        occasion=invitation.occasion,
        scale=snapshot.scale,
        score=given.score,
        state="provisional",
        answered_at=now,
        updated_at=now,
        asked_at=asked_at,
        snapshot=snapshot,
        ticket_id=invitation.ticket_id,
    )


def _content(given: AnswerInput, before: Content, programme: Programme, scale: Scale) -> Content:
    drivers, ratings = before.drivers, before.ratings
    # Promoters are asked, and nobody else: whoever changes a 9 into a 3 does not recommend us any more.
    promoter = scale == "nps" and group_of(given.score) == "promoter"
    if given.drivers is not None:
        drivers = tuple(driver.id for driver in programme.drivers if driver.id in given.drivers)
    if given.ratings is not None:
        wanted = {**ratings, **given.ratings}
        ratings = {name: value for name, value in wanted.items() if value is not None}
    return Content(
        score=given.score,
        drivers=drivers,
        ratings=ratings,
        contact=given.contact or before.contact,
        quote=before.quote if given.quote is None else given.quote,
        reference_allowed=promoter and (before.reference_allowed if given.reference is None else given.reference),
    )


def _words(given: AnswerInput, before: SaidWords) -> dict[str, str]:
    return {
        "why": before.why if given.why is None else given.why,
        "better": before.better if given.better is None else given.better,
    }


def _same(after: Answer, before: Answer) -> bool:
    """Whether nothing is new but the moment."""
    neutral = {"updated_at": before.response.updated_at, "visible_seconds": before.response.visible_seconds}
    return after.said == before.said and after.response.having(**neutral) == before.response


def _paced(after: Answer, before: Answer | None, now: datetime) -> Answer:
    """The answer with its writes counted; raises TooManyRequestsError when there were too many within a minute."""
    known = before.response if before else None
    began = known.minute_began if known else None
    if known is None or began is None or now - began >= _MINUTE:
        return after._replace(response=after.response.having(minute_began=now, written_in_minute=1))
    count = known.written_in_minute + 1
    if count > A_MINUTE:
        wait = int((began + _MINUTE - now).total_seconds()) + 1
        raise TooManyRequestsError("This answer was changed too often; please wait a minute.", retry_after=wait)
    return after._replace(response=after.response.having(written_in_minute=count))
