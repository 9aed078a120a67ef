"""Shows one follow-up at the desk: all that the case page shows, who was told of it, and what leads on from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.domain.answer_place import answer_path
from sayso.domain.commitment import Commitment
from sayso.domain.errors import NotFoundError
from sayso.domain.follow_up import FollowUp
from sayso.domain.notice import Notice
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.domain.staff import Staff
from sayso.domain.time import utc_text
from sayso.ports import Clock, CommitmentLinks, Commitments, Contacts, FollowUps, Reference, Responses
from sayso.services.desk_case_people import DeskCasePeople
from sayso.services.read_case import ReadCase

_MOST_COMMITMENTS = 10
_LOOKED_AT = 200  # of all there are, for the themes


@dataclass(frozen=True)
class DeskCase:
    """See the module. Reads, and changes nothing.

    Raises
    ------
    NotFoundError
        When there is no such case, or it is not theirs to read (field "case").
    """

    read_case: ReadCase
    follow_ups: FollowUps
    contacts: Contacts
    responses: Responses
    commitments: Commitments
    links: CommitmentLinks
    people: DeskCasePeople
    programme: Programme
    clock: Clock

    def open(self, follow_up_id: str, staff: Staff) -> FollowUp:
        """A case as it is kept, for whoever may read it."""
        case = self.follow_ups.get(follow_up_id)
        if case is None or not staff.may_open(case):
            raise NotFoundError("There is no such follow-up.", field="case")
        return case

    def read(self, follow_up_id: str, staff: Staff) -> dict[str, Any]:
        """What `ReadCase` tells, and what leads on from it, as plain JSON values.

        ``contact_id`` and ``account_id`` are empty of somebody who was erased; ``complaint_about`` is told to whoever
        runs the programme alone.
        """
        case = self.open(follow_up_id, staff)
        contact = self.contacts.get(case.contact_id)
        references = [(case.contact_id, answer.survey, answer.occasion) for answer in case.answers]
        answers = self.responses.many(references)
        return {
            **self.read_case.for_staff(case, contact, staff),
            "people": self.people.of(case, contact, staff),
            "contact_id": contact.contact_id if contact else "",
            "account_id": contact.account_id if contact else "",
            "opened_at": utc_text(case.opened_at),
            "escalated_to": case.escalated_to,
            "late_at": utc_text(case.late_at) if case.late_at else None,
            "complaint_about": list(case.complaint_about) if staff.is_manager else [],
            "leads": [_lead(reference, answers.get(reference)) for reference in references if contact],
            "commitments": [_line(one) for one in self._commitments(case, answers.values() if contact else ())],
            "notices": [self._told(one, case) for one in self._in_order(case)],
        }

    def _commitments(self, case: FollowUp, answers: Any) -> Sequence[Commitment]:
        """What is done about what was said: linked to an answer of the person, or for a theme these are filed under."""
        themes = {theme for answer in answers for theme in answer.filed_under}
        linked = set(self.links.of_contact(case.contact_id)) if not case.erased else set()
        if not themes and not linked:
            return ()
        by_theme = self.commitments.page(_LOOKED_AT).items if themes else ()
        found = {one.commitment_id: one for one in by_theme if one.theme in themes}
        found |= {one.commitment_id: one for one in self.commitments.many(sorted(linked)[:_LOOKED_AT])}
        return sorted(found.values(), key=lambda one: one.updated_at, reverse=True)[:_MOST_COMMITMENTS]

    def _in_order(self, case: FollowUp) -> Iterator[Notice]:
        """What was told, or is to be, as it happened; what has no time yet stands last."""
        now = self.clock()
        yield from sorted(self.follow_ups.notices(case.follow_up_id), key=lambda one: (_when(one) or now, one.key))

    def _told(self, one: Notice, case: FollowUp) -> dict[str, Any]:
        useless = one.useless(case, self.programme.follow_up, self.clock()) if one.state == "waiting" else ""
        at = _when(one)
        return {
            "at": utc_text(at) if at else None,
            "kind": one.kind,
            "channel": one.channel,
            "to": one.to,
            "about": one.about,
            "state": "dropped" if useless else one.state,
            "reason": useless or one.reason,
        }


def _when(one: Notice) -> Any:
    return one.due_at or one.at if one.state == "waiting" else one.at or one.due_at


def _lead(reference: Reference, answer: Response | None) -> dict[str, Any]:
    return {"answer": answer_path(reference), "themes": list(answer.filed_under) if answer else []}


def _line(one: Commitment) -> dict[str, Any]:
    return {"id": one.commitment_id, "name": dict(one.title), "status": one.status, "theme": one.theme}
