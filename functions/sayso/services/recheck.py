"""The invitation that asks again some weeks after a follow-up was closed."""

from __future__ import annotations

from sayso.domain.contact import Contact
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.planning import event_invitation
from sayso.domain.programme import Programme
from sayso.ports import Invitations


def recheck_of(case: FollowUp, contact: Contact, programme: Programme) -> Invitation | None:
    """The invitation to write with a case that was just closed; None when the programme or the person does not want it.

    Whether they may be asked by then is decided by then, as for every mail.
    """
    survey = programme.recheck
    if survey is None or contact.do_not_ask or case.closed_at is None:
        return None
    occasion = f"{case.follow_up_id}-{case.closings}"
    planned = event_invitation(survey, occasion, case.closed_at, contact, programme)
    return planned.having(touchpoint=f"follow-up:{case.follow_up_id}", touchpoint_at=case.closed_at)


def without_recheck(invitations: Invitations, programme: Programme, case: FollowUp) -> list[Invitation]:
    """The invitation to write when a case is opened again: nobody is asked whether all is well before it is."""
    if not case.recheck or programme.recheck is None:
        return []
    planned = invitations.get(case.contact_id, programme.recheck, case.recheck)
    if planned is None or planned.mails or planned.is_final:
        return []
    return [planned.ended("cancelled", "follow_up_reopened")]
