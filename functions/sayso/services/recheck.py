"""The invitation that asks again some weeks after a follow-up was closed."""

from __future__ import annotations

from sayso.domain.contact import Contact
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.planning import event_invitation
from sayso.domain.programme import Programme
from sayso.ports import Invitations


def recheck_of(
    case: FollowUp, contact: Contact, programme: Programme, *, recheck: bool | None = None
) -> Invitation | None:
    """The invitation to write with a case that was just closed; None when the programme or the person does not want it.

    `recheck` is what whoever closed it chose. Without a choice, who wished not to be contacted is left in peace.
    Whether they may be asked by then is decided by then, as for every mail.
    """
    survey, wanted = programme.recheck, case.wish != "no" if recheck is None else recheck
    if survey is None or not wanted or contact.do_not_ask or case.closed_at is None:
        return None
    planned = event_invitation(survey, case.recheck_occasion(case.closings), case.closed_at, contact, programme)
    return planned.having(touchpoint=f"follow-up:{case.follow_up_id}", touchpoint_at=case.closed_at)


def without_rechecks(invitations: Invitations, programme: Programme, contact_id: str) -> list[Invitation]:
    """The invitations to write when somebody looks after a person (again): nobody is asked whether all is well before
    it is, whichever follow-up it was about."""
    if programme.recheck is None:
        return []
    return [
        one.ended("cancelled", "looked_after_again")
        for one in invitations.of_contact(contact_id)
        if one.survey == programme.recheck and not one.mails and not one.is_final
    ]
