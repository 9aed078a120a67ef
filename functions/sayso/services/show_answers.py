"""Shows answers to our people as each may see them.

An owner sees answers of their own accounts. Of one that complains about its reader nobody is told more than that it
came and what it scored: neither words, reasons and themes, nor the case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.domain.address import same_mailbox
from sayso.domain.answer_place import place_of
from sayso.domain.contact import Contact
from sayso.domain.errors import NotFoundError
from sayso.domain.follow_up import FollowUp, asks_again, follow_up_asked_after
from sayso.domain.imported_answer import is_nobody
from sayso.domain.programme import Programme
from sayso.domain.response import Response, SaidWords
from sayso.domain.settling import Answer, last_said
from sayso.domain.staff import Staff
from sayso.ports import Contacts, FollowUps, Reference, Responses
from sayso.services.looked_after import LookedAfter


class ShownAnswer(NamedTuple):
    """An answer as one of our people may see it, as it was sent last.

    `revision` is that of the answer itself. `account` is empty, and `contact` None, once the person is erased; of
    somebody who was never known the latter is None, too. `case` is there only if they may open it. What is `withheld`
    complains about them.
    """

    response: Response
    revision: int
    contact: Contact | None
    account: str
    words: SaidWords
    case: FollowUp | None
    withheld: bool

    @property
    def reference(self) -> Reference:
        """Contact, survey and occasion."""
        return self.response.reference


@dataclass(frozen=True)
class ShowAnswers:
    """See the module. However many answers there are of it, at most six reads of 100 each."""

    responses: Responses
    contacts: Contacts
    follow_ups: FollowUps
    programme: Programme

    def some(self, staff: Staff, references: Sequence[Reference]) -> list[ShownAnswer]:
        """Some answers, each once and in the order they are named in.

        Raises NotFoundError unless all of them are theirs to read.
        """
        there = self.responses.many(references)
        shown = {one.reference: one for one in self.theirs(staff, list(there.values()))}
        wanted = list(dict.fromkeys(references))
        if any(reference not in shown for reference in wanted):
            raise NotFoundError("There is no such answer.", field="answer")
        return [shown[reference] for reference in wanted]

    def others(self, staff: Staff, answer: ShownAnswer, limit: int = 20) -> list[ShownAnswer]:
        """The latest other answers of the same person; of somebody who is erased, or was never known, none."""
        if answer.contact is None:
            return []
        found = [one for one in self.responses.of_contact(answer.contact.contact_id) if not one.erased]
        found = sorted((one for one in found if one.reference != answer.reference), key=place_of, reverse=True)
        return self.theirs(staff, found[:limit])

    def complained_about(self, answers: Sequence[ShownAnswer]) -> set[str]:
        """The mailboxes of those of our people whom any of these answers complains about."""
        cases = self.follow_ups.of_answers([one.reference for one in answers]) if answers else {}
        each = (self._complained_about(one.response, one.contact, cases.get(one.reference)) for one in answers)
        return set().union(*each)

    def theirs(self, staff: Staff, answers: Sequence[Response]) -> list[ShownAnswer]:
        """Those of the answers that are theirs to read, in their order."""
        # Words first: whoever is erased while they are read is no longer found among the contacts.
        wordy = [one.reference for one in answers if one.has_words or any(send.has_words for send in one.sends)]
        words = self.responses.words_of(wordy) if wordy else {}
        known = sorted({one.contact_id for one in answers if not one.erased and not is_nobody(one.contact_id)})
        people = self.contacts.many(known) if known else {}
        mine = self._told_of(staff, [one for one in answers if staff.owns(people.get(one.contact_id))])
        cases = self.follow_ups.of_answers([one.reference for one in mine]) if mine else {}
        strangers = {one.snapshot.account_id for one in mine if is_nobody(one.contact_id) and not one.erased}
        names = self.contacts.names_of_accounts(sorted(strangers)) if strangers else {}
        return [self._shown(staff, one, people.get(one.contact_id), words, cases, names) for one in mine]

    def _told_of(self, staff: Staff, answers: Sequence[Response]) -> Sequence[Response]:
        """Without those asked for again after a follow-up that complains about the reader: it was closed, they say."""
        again = [one for one in answers if one.survey == self.programme.recheck]
        cases = self.follow_ups.many([follow_up_asked_after(one.occasion) for one in again]) if again else []
        about = [case for case in cases if case.concerns(staff.email)]
        return [one for one in answers if one not in again or not asks_again(about, one.occasion)]

    def _shown(
        self,
        staff: Staff,
        response: Response,
        contact: Contact | None,
        words: Mapping[Reference, SaidWords],
        cases: Mapping[Reference, FollowUp],
        names: Mapping[str, str],
    ) -> ShownAnswer:
        case, revision = cases.get(response.reference), response.revision
        if response.erased or (contact is None and not is_nobody(response.contact_id)):
            # An erasure that has begun and not ended has taken the contact away already.
            gone = response if response.erased else response.without_person()
            return ShownAnswer(gone, revision, None, "", SaidWords(), _open_to(staff, case), withheld=False)
        said = words.get(response.reference, SaidWords())
        if response.state != "confirmed":
            response, said = last_said(Answer(response, said)) or (response, said)
        account = contact.account if contact else names.get(response.snapshot.account_id, "")
        if self._complains_about(staff, response, contact, case):
            return ShownAnswer(_bare(response), revision, contact, account, SaidWords(), None, withheld=True)
        said = said.having(sent=())
        return ShownAnswer(response, revision, contact, account, said, _open_to(staff, case), withheld=False)

    def _complains_about(
        self, staff: Staff, response: Response, contact: Contact | None, case: FollowUp | None
    ) -> bool:
        return same_mailbox(staff.email) in self._complained_about(response, contact, case)

    def _complained_about(self, response: Response, contact: Contact | None, case: FollowUp | None) -> set[str]:
        # Whatever the answer names by now, and whoever owned the account when it was said: the case knows.
        known = {same_mailbox(one) for one in case.complaint_about} if case else set()
        return known | LookedAfter(self.programme).kept_from(response, contact)


def _open_to(staff: Staff, case: FollowUp | None) -> FollowUp | None:
    return case if case and staff.may_open(case) else None


def _bare(response: Response) -> Response:
    """That it came, and what it scored."""
    return response.having(
        drivers=(),
        ratings={},
        contact=None,
        quote=False,
        reference_allowed=False,
        has_words=False,
        themes={},
        rulings=(),
    )
