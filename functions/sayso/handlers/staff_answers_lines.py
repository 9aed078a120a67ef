"""Makes of answers what the desk is told about them."""

from __future__ import annotations

from sayso.domain.answer_filters import standing_of
from sayso.domain.answer_place import answer_path
from sayso.domain.response import Response
from sayso.domain.time import utc_text
from sayso.domain.unconfirmed import answer_id
from sayso.handlers.staff_answers_shapes import AnswerCase, AnswerLine, AnswerTheme, AnswerWhole
from sayso.services.desk_answer import WholeAnswer
from sayso.services.export_responses import kind_of
from sayso.services.show_answers import ShownAnswer
from sayso.wiring_desk import of_this_function


def line(one: ShownAnswer) -> AnswerLine:
    """An answer as a list has it."""
    said, person, words = one.response, one.contact, one.words
    came, counted = said.confirmed_at or said.answered_at, said.confirmed_at
    day = came.astimezone(of_this_function().programme.zone).date().isoformat()
    return {
        "id": answer_path(one.reference),
        "name": answer_id(one.reference),
        "survey": said.survey,
        "occasion": said.occasion,
        "kind": kind_of(said),
        "ticket": said.ticket_id or "",
        "scale": said.scale,
        "score": said.score,
        "scores_seen": list(said.scores_seen),
        "group": said.group,
        "state": standing_of(said),
        "reasons": list(said.reasons),
        "at": day if said.erased else utc_text(came),
        "counted_on": utc_text(counted)[:10] if counted else None,
        "language": said.snapshot.language,
        "person": {"contact_id": person.contact_id, "name": person.name or "", "email": person.email}
        if person
        else None,
        "account_id": "" if said.erased else said.snapshot.account_id,
        "account": one.account,
        "erased": bool(said.erased),
        "withheld": one.withheld,
        "why": words.why,
        "better": words.better,
        "words_gone": said.has_words and not (words.why or words.better),
        "drivers": list(said.drivers),
        "ratings": dict(said.ratings),
        "themes": _themes(said),
        "wish": said.contact,
        "may_be_quoted": said.quote,
        "may_be_named": said.reference_allowed,
        "case": _case(one),
        "revision": one.revision,
    }


def whole(one: WholeAnswer) -> AnswerWhole:
    """An answer with all that belongs to it."""
    said = one.answer.response
    return {
        "answer": line(one.answer),
        "visible_seconds": said.visible_seconds,
        "seconds_since_delivery": said.seconds_since_delivery,
        "asked_at": utc_text(said.asked_at) if said.was_asked_by_mail and not said.erased else None,
        "recorded_by": said.recorded_by,
        "imported_from": said.imported_from,
        "history": [
            {
                "at": utc_text(step.at),
                "what": step.what,
                "by": step.by,
                "theme": step.theme,
                "reason": step.reason,
                "score": step.score,
            }
            for step in one.history
        ],
        "others": [line(other) for other in one.others],
        "commitments": [
            {
                "id": behind.commitment.commitment_id,
                "title": behind.commitment.title,
                "status": behind.commitment.status,
                "by_this": behind.by_this,
            }
            for behind in one.behind
        ],
        "quotes": [
            {"id": quote.quote_id, "text": quote.text, "original": quote.original, "stands": stands}
            for quote, stands in one.quotes
        ],
    }


def _themes(said: Response) -> list[AnswerTheme]:
    return [
        {"theme": name, "state": filing.state, "by": filing.by, "hand": filing.is_decided}
        for name, filing in sorted(said.themes.items())
    ]


def _case(one: ShownAnswer) -> AnswerCase | None:
    case = one.case
    if case is None:
        return None
    return {"id": case.follow_up_id, "state": case.state, "late": case.is_late(of_this_function().clock())}
