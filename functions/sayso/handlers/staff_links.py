"""The door of the desk to the answers behind a commitment."""

from __future__ import annotations

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.commitment import Asker
from sayso.domain.quote import may_be_quoted
from sayso.domain.time import utc_text
from sayso.domain.unconfirmed import answer_id
from sayso.handlers.api_body import takes
from sayso.handlers.staff_cursor import opened, shut
from sayso.handlers.staff_door import SIGNED_IN, Managers, Owners
from sayso.handlers.staff_links_shapes import (
    ChangedLinks,
    LinkedAnswer,
    LinkedAnswers,
    LinkedRef,
    LinksMoved,
    SuggestedAnswers,
)
from sayso.handlers.staff_query import APart, asks
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.ports import Reference
from sayso.services.show_answers import ShownAnswer
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
_LARGEST = 64 * 1024


@router.get(
    "/api/staff/commitments/<commitment_id>/answers",
    summary="List the answers behind a commitment, with their words: to an owner those of their own accounts.",
    responses=tells(LinkedAnswers, *OF_A_LOOK),
    operation_id="staff_commitments_answers",
    security=SIGNED_IN,
    tags=["commitments"],
)
@asks(router, APart)
def get_commitment_answers(staff: Owners, commitment_id: str, asked: APart) -> LinkedAnswers:
    """List linked answers."""
    wiring = of_this_function()
    voices = wiring.keep_commitments.get(commitment_id).voices
    found = wiring.desk_links.behind(staff, commitment_id, opened(staff, asked.after))
    items = [_answer(one.reference, one.answer, one.asker) for one in found.items]
    return {"items": items, "next": shut(staff, found.next), "voices": voices}


@router.get(
    "/api/staff/commitments/<commitment_id>/suggestions",
    summary="List answers that are filed under a commitment's theme and not linked to it yet, the newest first.",
    responses=tells(SuggestedAnswers, *OF_A_LOOK),
    operation_id="staff_commitments_suggestions",
    security=SIGNED_IN,
    tags=["commitments"],
)
@asks(router, APart)
def get_commitment_suggestions(staff: Managers, commitment_id: str, asked: APart) -> SuggestedAnswers:
    """List answers that may belong there."""
    found = of_this_function().desk_links.suggested(staff, commitment_id, asked.after)
    items = [_answer(one.reference, one, None) for one in found.items]
    return {"items": items, "next": found.next, "looked_until": found.looked_until.isoformat()}


@router.post(
    "/api/staff/commitments/<commitment_id>/answers",
    summary="Link answers to a commitment, or unlink them: of these people alone it is said how many asked for it.",
    responses=tells(LinksMoved, *OF_A_CHANGE),
    operation_id="staff_commitments_link",
    security=SIGNED_IN,
    tags=["commitments"],
)
@takes(router, ChangedLinks, limit=_LARGEST)
def post_commitment_answers(staff: Managers, commitment_id: str, given: ChangedLinks) -> LinksMoved:
    """Link and unlink."""
    wiring = of_this_function()
    known = wiring.keep_commitments.get(commitment_id)
    add, remove = [one.reference for one in given.add], [one.reference for one in given.remove]
    about = wiring.show_answers.complained_about(wiring.desk_links.readable(staff, [*add, *remove]))
    stood = {"voices": known.voices}
    with wiring.record_changes.recorded(
        staff, "commitment.link", f"commitment:{commitment_id}", stood, complaint_about=about
    ) as note:
        moved, voices = wiring.desk_links.change(commitment_id, add, remove, staff.email, note.touched)
        named = {"added": [answer_id(one) for one in add], "removed": [answer_id(one) for one in remove]}
        note.after = {"voices": voices, **{name: ids for name, ids in named.items() if ids}}
    if moved and known.is_public:
        wiring.ask_for_page.links_or_quotes_changed("links")
    return {"moved": moved, "voices": voices}


def _answer(reference: Reference, shown: ShownAnswer | None, asker: Asker | None) -> LinkedAnswer:
    contact_id, survey, occasion = reference
    ref: LinkedRef = {"contact_id": contact_id, "survey": survey, "occasion": occasion}
    since = utc_text(asker.linked_at) if asker else None
    by = asker.by if asker else ""
    if shown is None:
        return {
            "ref": ref,
            "score": None,
            "scale": None,
            "group": None,
            "day": None,
            "name": "",
            "account": "",
            "why": "",
            "better": "",
            "language": None,
            "erased": True,
            "withheld": False,
            "quotable": False,
            "linked_at": since,
            "linked_by": by,
        }
    response, person = shown.response, shown.contact
    return {
        "ref": ref,
        "score": response.score,
        "scale": response.scale,
        "group": response.group,
        "day": response.given_at.astimezone(of_this_function().programme.zone).date().isoformat(),
        "name": (person.name or person.email) if person else "",
        "account": shown.account,
        "why": shown.words.why,
        "better": shown.words.better,
        "language": response.snapshot.language,
        "erased": bool(response.erased),
        "withheld": shown.withheld,
        "quotable": not shown.withheld and may_be_quoted(response) and bool(shown.words.why or shown.words.better),
        "linked_at": since,
        "linked_by": by,
    }
