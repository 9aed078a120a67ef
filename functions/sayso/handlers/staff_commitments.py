"""The door of the desk to commitments: what was heard, what is done about it, and what the public reads of it."""

from __future__ import annotations

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.programme import Language
from sayso.domain.staff import Staff
from sayso.handlers.api_body import takes
from sayso.handlers.staff_commitments_lines import line, moved, public_line, public_whole, texts_of, whole
from sayso.handlers.staff_commitments_shapes import (
    CheckedCommitment,
    CommitmentMoves,
    CommitmentPage,
    CommitmentPreview,
    CommitmentProblems,
    EditedCommitment,
    NewCommitment,
    OneCommitment,
)
from sayso.handlers.staff_door import SIGNED_IN, Anyone, Managers, Owners
from sayso.handlers.staff_query import APart, Asked, asks
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
_LARGEST = 64 * 1024


class InLanguage(Asked):
    """In which language it is looked at; without one, in the company's own."""

    language: Language | None = None


@router.get(
    "/api/staff/commitments",
    summary="List the commitments by their ids: to a viewer those the public reads.",
    responses=tells(CommitmentPage, *OF_A_LOOK),
    operation_id="staff_commitments_list",
    security=SIGNED_IN,
    tags=["commitments"],
)
@asks(router, APart)
def get_commitments(staff: Anyone, asked: APart) -> CommitmentPage:
    """List commitments."""
    desk = of_this_function().desk_commitments
    if staff.role == "viewer":
        return {"items": [public_line(one) for one in desk.public()], "next": "", "public_only": True}
    found = desk.page(asked.after)
    return {"items": [line(one) for one in found.items], "next": found.next, "public_only": False}


@router.post(
    "/api/staff/commitments",
    summary="Write a commitment down. Nobody outside reads it before it is published.",
    responses=tells(OneCommitment, *OF_A_CHANGE),
    operation_id="staff_commitments_add",
    security=SIGNED_IN,
    tags=["commitments"],
)
@takes(router, NewCommitment, limit=_LARGEST)
def post_commitments(staff: Managers, given: NewCommitment) -> OneCommitment:
    """Add one."""
    wiring = of_this_function()
    if known := wiring.keep_commitments.same(given.id, given.fields.given, staff.email):
        return whole(known, staff)
    wiring.keep_commitments.check_new(given.id)
    with wiring.record_changes.recorded(staff, "commitment.add", f"commitment:{given.id}") as note:
        added = wiring.keep_commitments.add(given.id, given.fields.given, staff.email)
        note.after = texts_of(added)
    return whole(added, staff)


@router.post(
    "/api/staff/commitments/_check",
    summary="Say all that would be refused of a commitment, field by field and language by language.",
    responses=tells(CommitmentProblems, *OF_A_CHANGE),
    operation_id="staff_commitments_check_new",
    security=SIGNED_IN,
    tags=["commitments"],
)
@takes(router, CheckedCommitment, limit=_LARGEST)
def post_commitments_check(staff: Managers, given: CheckedCommitment) -> CommitmentProblems:
    """Check a new one. Nothing is changed."""
    return _problems(of_this_function().desk_commitments.problems(given.id, given.fields.given, is_new=True))


@router.get(
    "/api/staff/commitments/<commitment_id>",
    summary="Show a commitment: to a viewer as the public reads it.",
    responses=tells(OneCommitment, *OF_A_LOOK),
    operation_id="staff_commitments_show",
    security=SIGNED_IN,
    tags=["commitments"],
)
def get_commitment(staff: Anyone, commitment_id: str) -> OneCommitment:
    """Show one."""
    return _shown(staff, commitment_id)


@router.post(
    "/api/staff/commitments/<commitment_id>",
    summary="Change what is written of a commitment. What the public reads stays as it is until it is published again.",
    description="`seen` is the `state` that was looked at. It says something else by now: 409, and nothing changes.",
    responses=tells(OneCommitment, *OF_A_CHANGE),
    operation_id="staff_commitments_edit",
    security=SIGNED_IN,
    tags=["commitments"],
)
@takes(router, EditedCommitment, limit=_LARGEST)
def post_commitment(staff: Managers, commitment_id: str, given: EditedCommitment) -> OneCommitment:
    """Change one."""
    wiring = of_this_function()
    before = wiring.keep_commitments.get(commitment_id)
    with wiring.record_changes.recorded(
        staff, "commitment.edit", f"commitment:{commitment_id}", texts_of(before)
    ) as note:
        after = wiring.desk_commitments.edit(commitment_id, given.fields.given, given.seen, staff.email)
        note.after = texts_of(after)
    return whole(after, staff)


@router.post(
    "/api/staff/commitments/<commitment_id>/check",
    summary="Say all that would be refused of a change, field by field and language by language.",
    responses=tells(CommitmentProblems, *OF_A_CHANGE),
    operation_id="staff_commitments_check",
    security=SIGNED_IN,
    tags=["commitments"],
)
@takes(router, CheckedCommitment, limit=_LARGEST)
def post_commitment_check(
    staff: Managers,
    commitment_id: str,
    given: CheckedCommitment,
) -> CommitmentProblems:
    """Check a change. Nothing is changed."""
    return _problems(of_this_function().desk_commitments.problems(commitment_id, given.fields.given, is_new=False))


@router.get(
    "/api/staff/commitments/<commitment_id>/history",
    summary="List what was done to a commitment, the latest first, with each text before and after.",
    responses=tells(CommitmentMoves, *OF_A_LOOK),
    operation_id="staff_commitments_history",
    security=SIGNED_IN,
    tags=["commitments"],
)
@asks(router, APart)
def get_commitment_history(staff: Owners, commitment_id: str, asked: APart) -> CommitmentMoves:
    """List what was done."""
    found = of_this_function().desk_commitments.history(commitment_id, asked.after)
    return {"items": [moved(one) for one in found.items], "next": found.next}


@router.get(
    "/api/staff/commitments/<commitment_id>/preview",
    summary="Show what the public would read of a commitment if it were published now, from the page's own template.",
    responses=tells(CommitmentPreview, *OF_A_LOOK),
    operation_id="staff_commitments_preview",
    security=SIGNED_IN,
    tags=["commitments"],
)
@asks(router, InLanguage)
def get_commitment_preview(staff: Owners, commitment_id: str, asked: InLanguage) -> CommitmentPreview:
    """Show what the public would read."""
    from sayso.adapters.page_preview import preview  # templates and all: nothing else here renders

    wiring = of_this_function()
    company = wiring.programme.company
    parts = preview(
        wiring.renderer,
        wiring.programme,
        wiring.latest_edition.read(),
        wiring.keep_commitments.get(commitment_id),
        asked.language or company.default_language,
        wiring.clock(),
    )
    return {"parts": [{"kind": one.kind, "text": one.text, "language": one.language} for one in parts]}  # type: ignore[typeddict-item]


def _shown(staff: Staff, commitment_id: str) -> OneCommitment:
    wiring = of_this_function()
    if staff.role == "viewer":
        found = next((one for one in wiring.desk_commitments.public() if one.id == commitment_id), None)
        if found is None:
            raise NotFoundError("There is no such commitment.", field="id")
        return public_whole(found)
    return whole(wiring.keep_commitments.get(commitment_id), staff)


def _problems(found: list[InvalidInputError]) -> CommitmentProblems:
    return {"problems": [{"field": one.field, "reason": one.reason} for one in found]}
