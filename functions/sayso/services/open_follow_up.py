"""Makes sure a person looks after everybody unhappy: one case with an owner and a due time, and one alert an answer.

The alert is written down with the case, in one transaction (`sayso.domain.notice`); `tell_owner` delivers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.follow_up import (
    SAYSO,
    CaseAnswer,
    FollowUp,
    answer_key,
    case_answer,
    content_of,
    heard_at,
    is_about_the_owner,
    open_case,
    others,
    usual_owner,
)
from sayso.domain.invitation import Invitation
from sayso.domain.notice import Notice, alerts, watches
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.domain.unconfirmed import may_be_unhappy
from sayso.ports import Clock, Contacts, FollowUps, Invitations, Offices, Pseudonyms, Reference, Responses
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.recheck import without_rechecks


@dataclass(frozen=True)
class OpenFollowUp:
    """See the module. Delivered twice, or late, it does the same as once and in time."""

    contacts: Contacts
    responses: Responses
    follow_ups: FollowUps
    invitations: Invitations
    pseudonyms: Pseudonyms
    offices: Offices
    programme: Programme
    clock: Clock

    def open(self, reference: Reference) -> FollowUp | None:
        """Open a case for an answer, join the contact's open one, or tell the owner what the person added.

        Returns None when the answer, as it is by now, calls for nobody, or a correction waits to be settled: then the
        stream brings it again.
        Raises ConflictError when it has to be tried again.
        """
        for _ in range(ATTEMPTS):
            response = self.responses.get(*reference)
            contact = self.contacts.get(reference[0])
            if response is None or contact is None or response.is_being_corrected:
                return None
            try:
                return self._look_after(response, contact)
            except ConflictError:
                continue  # another answer of the same person was there first, or somebody worked on it: look again
        raise ConflictError("the contact's follow-up kept changing")

    def _look_after(self, response: Response, contact: Contact) -> FollowUp | None:
        content = content_of(response, self.responses.words(*response.reference))
        key = answer_key(response.survey, response.occasion)
        linked = self.follow_ups.linked_to(response.reference)
        case = self.follow_ups.get(linked) if linked else None
        if case and (case.erased or case.has_told(key, content)):
            return case
        if case and not case.is_over:
            return self._tell(case, response, contact, content)
        if not response.needs_follow_up:
            return case
        open_one = self.follow_ups.open_of(contact.contact_id)
        if open_one:
            return self._join(open_one, response, contact, content, instead_of=case.follow_up_id if case else "")
        if case:
            return self._reopen(case, response, contact, content)
        return self._open(response, contact, content)

    def _open(self, response: Response, contact: Contact, content: str) -> FollowUp:
        case = open_case(response, contact, self.programme, self.offices.of, self._earlier(response))
        case = self._with_owner_id(case).having(unconfirmed=self._unconfirmed(response))
        case, notices = self._announced(case, response, content, watch=True)
        return self.follow_ups.open(case, response.reference, notices, self._rechecks(contact))

    def _join(self, case: FollowUp, response: Response, contact: Contact, content: str, *, instead_of: str) -> FollowUp:
        joined = case.joined_by(response, self._due(case.owner_email, heard_at(response)))
        joined = self._not_for_whom_it_is_about(joined, response, contact)
        joined = joined.having(unconfirmed=self._unconfirmed(response))
        watch = joined.state == "open" != case.state or joined.owner_email != case.owner_email
        joined, notices = self._announced(joined, response, content, watch=watch)
        rechecks = self._rechecks(contact)
        return self.follow_ups.join(joined, response.reference, instead_of, notices, rechecks)

    def _reopen(self, case: FollowUp, response: Response, contact: Contact, content: str) -> FollowUp:
        """Somebody whose case is over came back to the same answer, said something new, and is not satisfied."""
        at = response.updated_at
        about = self._about(response, contact)
        case = case.complaining_about(about) if about else case
        to = self._instead(case)
        due_at = self._due(to or case.owner_email, at)
        again = self._with_owner_id(case.reopened(SAYSO, at, due_at, wish=response.contact, to=to))
        again = again.having(unconfirmed=self._unconfirmed(response))
        again, notices = self._announced(again, response, content, watch=True)
        return self.follow_ups.save(again, notices, self._rechecks(contact))

    def _tell(self, case: FollowUp, response: Response, contact: Contact, content: str) -> FollowUp:
        told = self._not_for_whom_it_is_about(case, response, contact)
        told = told.having(wish=response.contact or told.wish)
        handed = told.owner_email != case.owner_email
        return self.follow_ups.save(*self._announced(told, response, content, watch=handed))

    def _announced(
        self, case: FollowUp, response: Response, content: str, *, watch: bool
    ) -> tuple[FollowUp, tuple[Notice, ...]]:
        """The case whose owner is being told of an answer, and what tells them; `watch`: its due time is a new one, or
        another person's to keep."""
        case = case.telling(answer_key(response.survey, response.occasion), content)
        case = case.watched_from_now() if watch else case
        rules, office_of, now = self.programme.follow_up, self.offices.of, self.clock()
        told = alerts(case, rules, office_of, now, about=(response.survey, response.occasion))
        return case, (*told, *(watches(case, rules, office_of, now) if watch else ()))

    def _not_for_whom_it_is_about(self, case: FollowUp, response: Response, contact: Contact) -> FollowUp:
        """A complaint about one of our people is neither left with them nor shown to them, whenever it comes.

        Where somebody handed the case over meanwhile, it stays with whom it was given to.
        """
        about = self._about(response, contact)
        case = case.complaining_about(about) if about else case
        to = self._instead(case) if about else ""
        if not to:
            return case
        return self._with_owner_id(case.handed_over(SAYSO, self.clock(), to, "", "the complaint names the owner"))

    def _instead(self, case: FollowUp) -> str:
        """Who takes a case that complains about its owner; empty when it does not, or when there is nobody else."""
        if not case.concerns(case.owner_email):
            return ""
        return next(others(self.programme.follow_up, case.owner_email, but=case.complaint_about), "")

    def _about(self, response: Response, contact: Contact) -> str:
        """Whom an answer complains about; empty when nobody of ours."""
        return usual_owner(response, contact, self.programme) if is_about_the_owner(response, self.programme) else ""

    def _due(self, owner: str, at: datetime) -> datetime:
        return self.offices.of(owner).add_working_days(at, self.programme.follow_up.first_contact_within)

    def _rechecks(self, contact: Contact) -> list[Invitation]:
        return without_rechecks(self.invitations, self.programme, contact.contact_id)

    def _with_owner_id(self, case: FollowUp) -> FollowUp:
        return case.having(owner_id=self.pseudonyms.of_owner(case.owner_email))

    def _earlier(self, response: Response) -> list[Response]:
        """What the person answered before, the latest first."""
        return [
            past
            for past in reversed(self.responses.of_contact(response.contact_id))
            if past.state == "confirmed" and past.reference != response.reference
        ]

    def _unconfirmed(self, response: Response) -> tuple[CaseAnswer, ...]:
        """The person's low scores that nobody was seen giving: the case shows them, and is not about them."""
        others = self.responses.of_contact(response.contact_id)
        return tuple(case_answer(other) for other in others if may_be_unhappy(other))
