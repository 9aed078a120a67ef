"""Takes an answer from the survey page: nothing said is lost, and nothing counts before a person is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.domain.errors import ConflictError, ExpiredError, NotFoundError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Language, Programme
from sayso.domain.response import AnswerInput, Response, SaidWords, answer, words_expire_at
from sayso.ports import Clock, Reference, Responses
from sayso.services.plan_invitations import ATTEMPTS


@dataclass(frozen=True)
class AnswerView:
    """What the survey page may know: the invitation's survey and what was answered so far."""

    survey: str
    language: Language
    state: Literal["open", "expired"]
    response: Response | None
    words: SaidWords


@dataclass(frozen=True)
class RecordAnswer:
    """See the module."""

    responses: Responses
    programme: Programme
    clock: Clock

    def look(self, reference: Reference) -> AnswerView:
        """The invitation and the answer to it; raises NotFoundError when there is no such invitation."""
        invitation, response, words = self.responses.invitation_and_response(*reference)
        return self._view(_known(invitation), response, words)

    def record(self, reference: Reference, given: AnswerInput) -> AnswerView:
        """Keep an answer, or a change of one.

        Raises
        ------
        NotFoundError
            When there is no such invitation.
        ExpiredError
            When the time to answer is over.
        InvalidInputError
            When the answer names a driver the programme does not have.
        """
        for attempt in range(1, ATTEMPTS + 1):
            found, before, said = self.responses.invitation_and_response(*reference)
            invitation, now = _known(found), self.clock()
            if not invitation.is_open(now):
                raise ExpiredError("The time to answer this one is over.", field="token")
            response, words = answer(given, invitation, before, said, self.programme, now)
            if response is before:
                return self._view(invitation, before, said)
            newly_answered = response.state == "confirmed" and not invitation.is_final
            try:
                saved = self.responses.save(
                    response,
                    words if words != said else None,
                    words_expire_at(response, self.programme),
                    invitation.answered() if newly_answered else None,
                )
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
            else:
                return self._view(invitation, saved, words)
        raise NotFoundError("This invitation does not exist.", field="token")

    def _view(self, invitation: Invitation, response: Response | None, words: SaidWords) -> AnswerView:
        return AnswerView(
            survey=invitation.survey,
            language=invitation.snapshot.language if invitation.snapshot else self.programme.company.default_language,
            state="open" if invitation.is_open(self.clock()) else "expired",
            response=response,
            words=words,
        )


def _known(invitation: Invitation | None) -> Invitation:
    if invitation is None or invitation.erased:
        raise NotFoundError("This invitation does not exist any more.", field="token")
    return invitation
