"""Does what a page asks for about a follow-up; the case page and the desk ask for the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.domain.case_action import CaseAction
from sayso.domain.errors import ConflictError, InvalidInputError

if TYPE_CHECKING:
    from sayso.services.work_on_case import WorkOnCase


def do(work: WorkOnCase, follow_up_id: str, by: str, given: CaseAction) -> None:
    """Do it, in the name of `by` (an address).

    Raises
    ------
    ConflictError
        When somebody closed the case, or opened it again, while this was written (field "follow_up"), or has given it
        to somebody else (field "owner").
    InvalidInputError
        When something is missing or is not accepted; it names the field.
    """
    given.check()
    try:
        _do(work, follow_up_id, by, given)
    except InvalidInputError as error:
        if error.field != "follow_up":
            raise
        # Nothing is wrong with what was sent.
        raise ConflictError(error.reason, field="follow_up") from error


def _do(work: WorkOnCase, follow_up_id: str, by: str, given: CaseAction) -> None:
    name = given.action_id
    if given.do == "contacted":
        work.contact(follow_up_id, by, given.note, action_id=name)
    elif given.do == "note":
        work.note(follow_up_id, by, given.note, action_id=name)
    elif given.do == "reopen":
        work.reopen(follow_up_id, by, given.note, action_id=name)
    elif given.do == "hand_over" and given.to:
        # Whoever found a link shall not have a customer's words sent anywhere else.
        work.hand_over(follow_up_id, by, given.to, given.note, action_id=name, seen=given.owner or "")
    elif given.do == "close" and given.outcome:
        work.close(
            follow_up_id,
            by,
            outcome=given.outcome,
            cause=given.cause,
            note=given.note,
            recheck=given.recheck,
            action_id=name,
        )
