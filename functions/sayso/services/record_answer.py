"""Takes an answer from the survey page: nothing said is lost, and nothing counts before a person is seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sayso.domain.answering import answer
from sayso.domain.errors import ConflictError, ExpiredError, NotFoundError
from sayso.domain.filing import filed_by_rule
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Language, Programme, Scale
from sayso.domain.response import AnswerInput, Response, SaidWords, words_expire_at
from sayso.domain.settling import Answer, last_said, settled
from sayso.ports import Clock, Reference, Responses
from sayso.services.plan_invitations import ATTEMPTS


@dataclass(frozen=True)
class AnswerView:
    """What the survey page may know: the invitation's survey and what was answered so far.

    `scale` is the one it was sent with: a score keeps its meaning when the programme changes meanwhile.
    """

    survey: str
    scale: Scale
    language: Language
    state: Literal["open", "expired"]
    response: Response | None
    words: SaidWords


@dataclass(frozen=True)
class RecordAnswer:
    """See the module. `quiet` is how long nothing must have come before an answer without a gesture is settled."""

    responses: Responses
    programme: Programme
    quiet: timedelta
    clock: Clock

    def look(self, reference: Reference) -> AnswerView:
        """The invitation and what a person answered to it; raises NotFoundError when there is no such invitation.

        Numbers that came without a gesture are not shown: in a form, a machine's would look like the person's own.
        """
        invitation, response, words = self.responses.invitation_and_response(*reference)
        return self._view(_known(invitation), last_said(Answer(response, words)) if response else None)

    def record(self, reference: Reference, given: AnswerInput, *, sent: bool = False) -> AnswerView:
        """Keep an answer, or a change of one; `sent` says that the plain page's button was pressed.

        Raises
        ------
        NotFoundError
            When there is no such invitation.
        ExpiredError
            When the time to answer is over.
        InvalidInputError
            When the answer names something the programme does not have.
        TooManyRequestsError
            When this answer was changed too often within a minute.
        ConflictError
            When others kept writing it, or a person is needed and none was seen (field ``gesture``).
        """
        for attempt in range(1, ATTEMPTS + 1):
            found, response, said = self.responses.invitation_and_response(*reference)
            invitation, now = _known(found), self.clock()
            if not invitation.is_open(now):
                raise ExpiredError("The time to answer this one is over.", field="token")
            before = Answer(response, said) if response else None
            # What a person said before is settled first: whatever comes now must not take its place.
            start = (before and settled(before, invitation, self.programme, self.quiet, now)) or before
            after = answer(given, invitation, start, self.programme, now, sent=sent)
            if after is not before:
                try:
                    saved = save_answer(self.responses, self.programme, invitation, after, before)
                except ConflictError:
                    if attempt == ATTEMPTS:
                        raise
                    continue
                after = after._replace(response=saved)
            return self._view(invitation, last_said(after) or after)
        raise NotFoundError("This invitation does not exist.", field="token")

    def _view(self, invitation: Invitation, given: Answer | None) -> AnswerView:
        response, words = given or (None, SaidWords())
        snapshot = invitation.snapshot
        return AnswerView(
            survey=invitation.survey,
            scale=snapshot.scale if snapshot else "nps",
            language=snapshot.language if snapshot else self.programme.company.default_language,
            state="open" if invitation.is_open(self.clock()) else "expired",
            response=response,
            words=words,
        )


def save_answer(
    responses: Responses, programme: Programme, invitation: Invitation, after: Answer, before: Answer | None
) -> Response:
    """Write an answer, filed under its themes; the first time it is confirmed, with the end of its invitation."""
    newly_answered = after.response.state == "confirmed" and not invitation.is_final
    unchanged = after.said == (before.said if before else SaidWords())
    return responses.save(
        filed_by_rule(after.response, after.said, programme.all_themes),
        None if unchanged else after.said,
        words_expire_at(after.response, programme),
        invitation.answered() if newly_answered else None,
    )


def _known(invitation: Invitation | None) -> Invitation:
    if invitation is None or invitation.erased:
        raise NotFoundError("This invitation does not exist any more.", field="token")
    return invitation
