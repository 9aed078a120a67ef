"""Finds answers by their state, for who looks after the numbers: who gave what when, and why it counts or does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.evidence import AnswerState
from sayso.domain.follow_up import owner_of
from sayso.domain.programme import Programme
from sayso.domain.response import Response, SaidWords
from sayso.domain.settling import Answer, last_said
from sayso.domain.unconfirmed import answer_id
from sayso.ports import Clock, Contacts, Reference, Responses
from sayso.services.find_answers import find_answers
from sayso.services.unconfirmed_answers import in_months, unconfirmed


@dataclass(frozen=True)
class ListedAnswer:
    """One answer with its person, who is None when erased, and the address of who looks after it."""

    answer_id: str
    response: Response
    contact: Contact | None
    owner_email: str
    words: SaidWords


@dataclass(frozen=True)
class Listing:
    """The newest answers, and how many more of them there are."""

    answers: list[ListedAnswer]
    more: int


@dataclass(frozen=True)
class ListAnswers:
    """See the module. It reads the months of the index it is asked for, never the table."""

    responses: Responses
    contacts: Contacts
    programme: Programme
    clock: Clock

    def list(
        self,
        since: datetime,
        state: AnswerState | None = None,
        *,
        survey: str | None = None,
        owner: str | None = None,
        limit: int = 50,
    ) -> Listing:
        """The answers given since a moment, the newest first; without a state, all that are not confirmed."""
        until = self.clock() + timedelta(seconds=1)
        everything: Iterable[Response] = (
            in_months(self.responses.confirmed_in_month, since, until)
            if state == "confirmed"
            else unconfirmed(self.responses, self.programme, since, until)
        )
        found = [
            one
            for one in everything
            if one.given_at >= since and state in (None, one.state) and survey in (None, one.survey)
        ]
        found.sort(key=lambda one: (one.given_at, one.reference), reverse=True)
        people: dict[str, Contact | None] = {}
        if owner:
            wanted = same_mailbox(owner)
            found = [one for one in found if same_mailbox(self._owner(one, people)) == wanted]
        return Listing([self._listed(one, people) for one in found[:limit]], max(0, len(found) - limit))

    def find(self, name: str) -> ListedAnswer:
        """The answer of an id; raises NotFoundError when there is none."""
        (found,) = find_answers(self.responses, [name], self.clock())
        return self._listed(found, {})

    def references(self, names: Iterable[str]) -> Sequence[Reference]:
        """Which answers ids name, all of them looked up in one pass; raises NotFoundError as `find` does."""
        return [one.reference for one in find_answers(self.responses, names, self.clock())]

    def listed(self, responses: Iterable[Response]) -> Sequence[ListedAnswer]:
        """Answers somebody has found already, with their people."""
        people: dict[str, Contact | None] = {}
        return [self._listed(one, people) for one in responses]

    def _listed(self, response: Response, people: dict[str, Contact | None]) -> ListedAnswer:
        owner = self._owner(response, people)
        words = self.responses.words(*response.reference) if response.has_words else SaidWords()
        if response.state != "confirmed":
            response, words = last_said(Answer(response, words)) or (response, words)
        return ListedAnswer(answer_id(response.reference), response, people[response.contact_id], owner, words)

    def _owner(self, response: Response, people: dict[str, Contact | None]) -> str:
        if response.contact_id not in people:
            people[response.contact_id] = self.contacts.get(response.contact_id)
        return owner_of(response, people[response.contact_id], self.programme)
