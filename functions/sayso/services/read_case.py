"""Shows a follow-up to whoever looks after it: the person's words first, and everything they need to call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.errors import HandedOverError, NotFoundError
from sayso.domain.follow_up import CaseAnswer, FollowUp, case_answer
from sayso.domain.programme import Programme
from sayso.domain.promised import over_besides
from sayso.domain.staff import Staff
from sayso.domain.time import utc_text
from sayso.domain.unconfirmed import may_be_unhappy
from sayso.ports import Clock, Contacts, FollowUps, Responses

_SHOWN_OF_A_CHANGE = {"at", "by", "what", "note", "to", "cause", "outcome"}


@dataclass(frozen=True)
class ReadCase:
    """See the module. Reads, and changes nothing.

    Raises
    ------
    NotFoundError
        When there is no such case.
    HandedOverError
        When it is neither the reader's nor escalated to them, or when it complains about them.
    """

    contacts: Contacts
    responses: Responses
    follow_ups: FollowUps
    programme: Programme
    clock: Clock

    def reader(self, follow_up_id: str, reader_id: str) -> str:
        """The address of somebody who may read a case."""
        return _reader(self._open(follow_up_id, reader_id), reader_id)

    def read(self, follow_up_id: str, reader_id: str) -> dict[str, Any]:
        """The case as plain JSON values; the answers that joined it later stand under ``joined``.

        Low scores of the same person that nobody was seen giving stand under ``unconfirmed``, with the codes of why
        they do not count; what came of their earlier cases stands under ``promised``, the latest first. An erased
        contact leaves name and address empty.
        """
        case = self._open(follow_up_id, reader_id)
        contact = self.contacts.get(case.contact_id)
        return self._shown(case, contact, reader=_reader(case, reader_id), is_owner=reader_id == case.owner_id)

    def for_staff(self, case: FollowUp, contact: Contact | None, staff: Staff) -> dict[str, Any]:
        """The same, for one of our people who has signed in; raises NotFoundError when it is not theirs to read."""
        if not staff.may_open(case):
            raise NotFoundError("There is no such follow-up.", field="case")
        return self._shown(case, contact, reader=staff.email, is_owner=staff.has_address(case.owner_email))

    def _shown(self, case: FollowUp, contact: Contact | None, *, reader: str, is_owner: bool) -> dict[str, Any]:
        answers = list(self._answers(case))
        first, *joined = answers
        # How they wish to be contacted may have been said, or changed, after the case was opened.
        wishes = [answer["contact"] for answer in answers if answer.get("contact")]
        quiet_time = self._quiet_time()
        return {
            **first,
            "follow_up_id": case.follow_up_id,
            "name": (contact.name if contact else None) or "",
            "email": contact.email if contact else "",
            "phone": (contact.phone if contact else None) or "",
            "account": case.account,
            "contact": wishes[-1] if wishes else case.wish,
            "state": case.state,
            "late": case.is_late(self.clock()),
            "due_at": utc_text(case.due_at),
            "contacted_at": utc_text(case.contacted_at) if case.contacted_at else None,
            "closed_at": utc_text(case.closed_at) if case.closed_at else None,
            "outcome": case.outcome,
            "cause": case.cause,
            "erased": bool(case.erased),
            "owner_email": case.owner_email,
            "is_owner": is_owner,
            "people": self._people(case),
            "recheck_days": max(1, round(quiet_time / timedelta(days=1))) if quiet_time is not None else None,
            **self._recheck(case, quiet_time),
            "joined": joined,
            "history": [_line(earlier) for earlier in case.earlier],
            "unconfirmed": list(self._unconfirmed(case)),
            "promised": list(self._promised(case, reader)),
            "changes": [change.model_dump(mode="json", include=_SHOWN_OF_A_CHANGE) for change in case.changes],
        }

    def _open(self, follow_up_id: str, reader_id: str) -> FollowUp:
        case = self.follow_ups.get(follow_up_id)
        if case is None:
            raise NotFoundError("This follow-up does not exist any more.", field="token")
        may_read = reader_id and reader_id in (case.owner_id, case.escalated_id)
        if not may_read or case.concerns(_reader(case, reader_id)):
            raise HandedOverError("This follow-up is with somebody else now.", field="owner")
        return case

    def _answers(self, case: FollowUp) -> Iterable[dict[str, Any]]:
        for answer in case.answers:
            # As it is now: the person may have changed score or words since the case was opened.
            response = self.responses.get(case.contact_id, answer.survey, answer.occasion)
            words = self.responses.words(case.contact_id, answer.survey, answer.occasion)
            shown = _line(case_answer(response) if response else answer)
            if response:
                shown |= {"drivers": list(response.drivers), "quote": response.quote, "contact": response.contact}
            yield {**shown, "why": words.why, "better": words.better}

    def _unconfirmed(self, case: FollowUp) -> Iterable[dict[str, Any]]:
        for answer in case.unconfirmed:
            # As it is now: a person may have confirmed or changed it meanwhile.
            response = self.responses.get(case.contact_id, answer.survey, answer.occasion)
            if response and may_be_unhappy(response):
                yield {**_line(case_answer(response)), "reasons": list(response.reasons)}

    def _promised(self, case: FollowUp, reader: str) -> Iterable[dict[str, Any]]:
        """What became of the same person's other cases, the one closed last first."""
        cases = self.follow_ups.of_contact(case.contact_id) if not case.erased else []
        over = [(one.closed_at, one) for one in over_besides(case, cases, reader) if one.closed_at]
        for closed_at, one in sorted(over, key=lambda pair: pair[0], reverse=True):
            yield {
                "closed_at": utc_text(closed_at),
                "cause": one.cause,
                "note": one.closing.note if one.closing else "",
                "outcome": one.outcome,
            }

    def _people(self, case: FollowUp) -> list[dict[str, str]]:
        """To whom it can be handed without typing an address."""
        rules, has_it = self.programme.follow_up, same_mailbox(case.owner_email)
        others = [email for email in rules.people if same_mailbox(email) != has_it and not case.concerns(email)]
        return [{"email": email, "name": rules.owner(email).name or ""} for email in others]

    def _recheck(self, case: FollowUp, quiet_time: timedelta | None) -> dict[str, Any]:
        """When the person is asked again, or was and what they said; neither when they are not asked after all."""
        survey, nothing = self.programme.recheck, {"recheck_at": None, "asked_again": None}
        if not (case.closed_at and case.recheck and survey and quiet_time is not None):
            return nothing
        asked, response, _ = self.responses.invitation_and_response(case.contact_id, survey, case.recheck)
        if asked and asked.asked_at:
            said = response if response and response.state == "confirmed" else None
            scored = {"score": said.score if said else None, "scale": said.scale if said else None}
            return {**nothing, "asked_again": {"on": utc_text(asked.asked_at), **scored}}
        if asked and asked.is_final:
            return nothing
        return {**nothing, "recheck_at": utc_text(case.closed_at + quiet_time)}

    def _quiet_time(self) -> timedelta | None:
        """How long after the end somebody is asked again; None when the programme does not."""
        recheck = self.programme.recheck
        return self.programme.survey(recheck).quiet_time if recheck else None


def _reader(case: FollowUp, reader_id: str) -> str:
    """The address of whoever reads, of the owner and whom it was escalated to."""
    return case.owner_email if reader_id == case.owner_id else case.escalated_to


def _line(answer: CaseAnswer) -> dict[str, Any]:
    return answer.model_dump(mode="json", exclude={"occasion"})
