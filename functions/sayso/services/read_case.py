"""Shows a follow-up to whoever looks after it: the person's words first, and everything they need to call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sayso.domain.errors import NotFoundError
from sayso.domain.follow_up import CaseAnswer, FollowUp, case_answer
from sayso.domain.unconfirmed import may_be_unhappy
from sayso.ports import Contacts, FollowUps, Responses


@dataclass(frozen=True)
class ReadCase:
    """See the module. Reads, and changes nothing."""

    contacts: Contacts
    responses: Responses
    follow_ups: FollowUps

    def read(self, follow_up_id: str) -> dict[str, Any]:
        """The case as plain JSON values; the answers that joined it later stand under ``joined``.

        Low scores of the same person that nobody was seen giving stand under ``unconfirmed``, with the codes of why
        they do not count.

        Raises NotFoundError when there is no such case. An erased contact leaves name and address empty.
        """
        case = self.follow_ups.get(follow_up_id)
        if case is None:
            raise NotFoundError("This follow-up does not exist any more.", field="token")
        contact = self.contacts.get(case.contact_id)
        answers = list(self._answers(case))
        first, *joined = answers
        # How they wish to be contacted may have been said, or changed, after the case was opened.
        wishes = [answer["contact"] for answer in answers if answer.get("contact")]
        return {
            **first,
            "follow_up_id": case.follow_up_id,
            "name": (contact.name if contact else None) or "",
            "email": contact.email if contact else "",
            "phone": (contact.phone if contact else None) or "",
            "account": case.account,
            "contact": wishes[-1] if wishes else case.wish,
            "state": case.state,
            "due_at": case.due_at.isoformat(),
            "owner_email": case.owner_email,
            "joined": joined,
            "history": [_line(earlier) for earlier in case.earlier],
            "unconfirmed": list(self._unconfirmed(case)),
        }

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


def _line(answer: CaseAnswer) -> dict[str, Any]:
    return answer.model_dump(mode="json", exclude={"occasion"})
