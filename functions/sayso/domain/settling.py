"""Whether an answer counts that nobody was seen giving: settled once it is quiet, or decided about by one of us."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from sayso.domain.errors import InvalidInputError
from sayso.domain.evidence import MANY, Verdict, judge, judge_send, seconds_since_delivery
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.response import Content, Response, Ruling, SaidWords, Send

# Two functions' clocks, and a delay that SQS keeps by its own.
_SLACK = timedelta(seconds=2)


class Answer(NamedTuple):
    """A response and the words that belong to it."""

    response: Response
    said: SaidWords


def quiet_for(response: Response, quiet: timedelta, now: datetime) -> timedelta:
    """How long still to wait until a response can be settled; zero or less when it can."""
    return response.visits[-1].at + quiet - _SLACK - now if response.visits else timedelta()


def settled(
    before: Answer, invitation: Invitation, programme: Programme, quiet: timedelta, now: datetime
) -> Answer | None:
    """The answer once nothing more is to be waited for; None when nothing changes by that.

    Nobody was seen giving it, but it may count: `evidence.judge` says when. It must have been `quiet` since the last
    visit, as machines open one link after another. What was sent with the plain page's button is judged one by one,
    so that a machine takes nobody's answer away by pressing it, too.
    """
    response, said = before
    if response.erased or not response.visits or quiet_for(response, quiet, now) > timedelta():
        return None
    if response.state == "confirmed" and not response.sends:
        return before._replace(response=response.having(visits=()))
    verdict = verdict_on(response, invitation, programme)
    if verdict.state == "confirmed" or response.state == "confirmed":
        response, said = latest_of_a_person(before, invitation)
        reasons = verdict.reasons if verdict.state == "confirmed" else ()
        return Answer(confirmed(response, invitation, reasons, now).having(visits=()), said)
    if (verdict.state, verdict.reasons) == (response.state, response.reasons):
        return None
    return Answer(response.having(state=verdict.state, reasons=verdict.reasons, updated_at=now), said)


def verdict_on(response: Response, invitation: Invitation, programme: Programme) -> Verdict:
    """What to think of what came without a gesture: of the latest press of the plain page's button that is a person's,
    else of the latest; of the clicks where there is none."""
    verdicts = [verdict for _, verdict in _judged(response, invitation)]
    if not verdicts:
        return judge(response.visits, invitation.mails.values(), programme.evidence)
    return next((one for one in reversed(verdicts) if one.state == "confirmed"), verdicts[-1])


def without_machines(response: Response, invitation: Invitation) -> tuple[Send, ...]:
    """Its presses of the button that are not known to be a machine's."""
    return tuple(send for send, verdict in _judged(response, invitation) if verdict.state != "machine")


def latest_of_a_person(answer: Answer, invitation: Invitation, *, or_doubtful: bool = False) -> Answer:
    """The answer as its person sent it last, with nothing that a machine pressed the button on.

    `or_doubtful` takes what was sent too soon, too, where nothing else was: for somebody who is there and sees it.
    """
    response, said = answer
    judged = _judged(response, invitation)
    for state in ("confirmed", "provisional") if or_doubtful else ("confirmed",):
        found = [send for send, verdict in judged if verdict.state == state]
        if found:
            return _taking(answer, found[-1])
    return Answer(response.having(sends=()), said.having(sent=()))


def last_said(answer: Answer) -> Answer | None:
    """The answer as it was sent last, settled or not: what its person finds when they come back.

    None when there are only clicks: their numbers may be a machine's, and are not to be found in a form.
    """
    response = answer.response
    if response.sends:
        return _taking(answer, response.sends[-1])
    return answer if response.state == "confirmed" else None


def ruled(answer: Answer, ruling: Ruling) -> Answer:
    """An answer nobody was seen giving, after one of us decided about it.

    Raises InvalidInputError when it is confirmed (that is rejected by nobody), erased, or no reason is given, and when
    several numbers were opened and the ruling does not say which of them counts.
    """
    if answer.response.state == "confirmed":
        reason = "this answer is confirmed: only its person can change it"
        raise InvalidInputError(reason, field="answer")
    if answer.response.erased:
        raise InvalidInputError("whose answer this was is erased", field="answer")
    if not ruling.reason.strip():
        raise InvalidInputError("say why", field="reason")
    accepted = ruling.what == "accepted"
    response, said = (last_said(answer) if accepted else None) or answer
    if accepted and response is answer.response:
        seen = response.scores_seen or (response.score,)
        score = ruling.score if ruling.score is not None else seen[0]
        if score not in seen or (ruling.score is None and len(seen) > 1):
            which = ", ".join(str(one) for one in seen)
            raise InvalidInputError(f"say which of the numbers that were opened is theirs: {which}", field="score")
        response = response.having(score=score)
    after = response.having(
        state="confirmed" if accepted else "machine",
        reasons=(ruling.what,),
        confirmed_at=ruling.at if accepted else None,
        updated_at=ruling.at,
        visits=(),
        rulings=(*response.rulings, ruling),
    )
    return Answer(after, said)


def confirmed(response: Response, invitation: Invitation, reasons: tuple[str, ...], now: datetime) -> Response:
    """The response once there is evidence of a person, for the given reasons besides those it had before."""
    since = response.seconds_since_delivery
    if response.state != "confirmed" and (since is None or reasons == ("gesture",)):
        since = seconds_since_delivery(invitation.mails.values(), now)
    again = response.state == "confirmed"
    # A machine may be in the middle of its burst: what it did is remembered for what it does next.
    others = any(visit.sent or visit.score != response.score for visit in response.visits)
    late = [visit.having(number=0) for visit in response.visits if now - visit.at <= MANY]
    return response.having(
        state="confirmed",
        reasons=tuple(dict.fromkeys((*response.reasons, *reasons))) if again else reasons,
        confirmed_at=response.confirmed_at or now,
        updated_at=now,
        visits=tuple(late) if others else (),
        scores_seen=response.seen_with(response.score),
        seconds_since_delivery=since,
    )


def with_content(response: Response, content: Content, words: SaidWords) -> Response:
    """The response saying something else."""
    fields = {name: getattr(content, name) for name in Content.model_fields}
    withdrawn = response.quote and not content.quote
    withdrawals = (response.quote_withdrawals or 0) + 1 if withdrawn else response.quote_withdrawals
    return response.having(**fields, quote_withdrawals=withdrawals, has_words=bool(words.why or words.better))


def _taking(answer: Answer, send: Send) -> Answer:
    """The answer with what was sent in its place."""
    sent = next((one for one in reversed(answer.said.sent) if one.at == send.at), None)
    said = SaidWords(why=sent.why if sent else "", better=sent.better if sent else "")
    return Answer(with_content(answer.response.having(sends=()), send.content, said), said)


def _judged(response: Response, invitation: Invitation) -> list[tuple[Send, Verdict]]:
    """Its presses of the plain page's button, each judged by itself."""
    visits, mails = response.visits, invitation.mails.values()
    return [(send, judge_send(send.visit, visits, mails, has_words=send.has_words)) for send in response.sends]
