"""The door of the desk to what the public may read of a commitment: published, taken off, and removed for good."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.commitment import Commitment
from sayso.handlers.api_body import takes
from sayso.handlers.staff_commitments_lines import texts_of, whole
from sayso.handlers.staff_commitments_shapes import CommitmentGone, OneCommitment, SeenCommitment
from sayso.handlers.staff_door import SIGNED_IN, Managers
from sayso.handlers.staff_responses import OF_A_CHANGE, tells
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.post(
    "/api/staff/commitments/<commitment_id>/publish",
    summary="Let the public read a commitment as it was looked at: it comes with the page's next edition.",
    responses=tells(OneCommitment, *OF_A_CHANGE),
    operation_id="staff_commitments_publish",
    security=SIGNED_IN,
    tags=["commitments"],
)
@takes(router, SeenCommitment)
def post_commitment_publish(staff: Managers, commitment_id: str, given: SeenCommitment) -> OneCommitment:
    """Publish one."""
    wiring = of_this_function()
    before = wiring.keep_commitments.get(commitment_id)
    with wiring.record_changes.recorded(
        staff, "commitment.publish", f"commitment:{commitment_id}", _public(before)
    ) as note:
        after = wiring.desk_commitments.publish(commitment_id, given.seen, staff.email)
        note.after = _public(after)
    return whole(after, staff)


@router.post(
    "/api/staff/commitments/<commitment_id>/unpublish",
    summary="Take a commitment off the page; its texts stay.",
    responses=tells(OneCommitment, *OF_A_CHANGE),
    operation_id="staff_commitments_unpublish",
    security=SIGNED_IN,
    tags=["commitments"],
)
@takes(router, SeenCommitment)
def post_commitment_unpublish(staff: Managers, commitment_id: str, given: SeenCommitment) -> OneCommitment:
    """Take one off the page."""
    wiring = of_this_function()
    before = wiring.keep_commitments.get(commitment_id)
    with wiring.record_changes.recorded(
        staff, "commitment.unpublish", f"commitment:{commitment_id}", _public(before)
    ) as note:
        if before.is_public:  # said twice it is off all the same
            wiring.desk_commitments.check_seen(commitment_id, given.seen)
        after = wiring.keep_commitments.unpublish(commitment_id, staff.email)
        note.after = _public(after)
    return whole(after, staff)


@router.post(
    "/api/staff/commitments/<commitment_id>/remove",
    summary="Remove a commitment that was never public, with its history and its links. Nothing brings it back.",
    responses=tells(CommitmentGone, *OF_A_CHANGE),
    operation_id="staff_commitments_remove",
    security=SIGNED_IN,
    tags=["commitments"],
)
@takes(router, SeenCommitment)
def post_commitment_remove(staff: Managers, commitment_id: str, given: SeenCommitment) -> CommitmentGone:
    """Remove one."""
    wiring = of_this_function()
    before = wiring.keep_commitments.get(commitment_id)
    with wiring.record_changes.recorded(
        staff, "commitment.remove", f"commitment:{commitment_id}", {**texts_of(before), "voices": before.voices}
    ) as note:
        wiring.desk_commitments.check_seen(commitment_id, given.seen)
        wiring.remove_commitment.remove(commitment_id, staff.email)
        note.after = {"removed": True}
    return {"id": commitment_id, "removed": True}


def _public(one: Commitment) -> dict[str, Any]:
    """What is recorded of a commitment when it is put on the page or taken off: what the public reads of it."""
    return {"public": one.public.model_dump(mode="json") if one.public else None}
