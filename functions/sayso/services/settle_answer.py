"""Settles answers nobody was seen giving, some minutes after the last click: they count, or they do not, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sayso.domain.errors import ConflictError, NotFoundError
from sayso.domain.programme import Programme
from sayso.domain.response import Response, Ruling
from sayso.domain.settling import Answer, quiet_for, ruled, settled
from sayso.ports import Clock, Reference, Responses
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.record_answer import save_answer


@dataclass(frozen=True)
class SettleAnswer:
    """See the module. Asked twice it changes nothing."""

    responses: Responses
    programme: Programme
    quiet: timedelta
    clock: Clock

    def settle(self, reference: Reference) -> timedelta | None:
        """Settle one answer; returns how long it is still to be waited for, None when nothing is left to settle."""
        for _ in range(ATTEMPTS):
            invitation, response, said = self.responses.invitation_and_response(*reference)
            if invitation is None or response is None or response.erased:
                return None
            before, now = Answer(response, said), self.clock()
            if invitation.erased:
                # The first click came while its person was being erased, and was missed.
                after: Answer | None = Answer(response.without_person(), said)
            else:
                wait = quiet_for(response, self.quiet, now)
                if response.is_unsettled and wait > timedelta():
                    return wait
                after = settled(before, invitation, self.programme, self.quiet, now)
            if after is None:
                return None
            try:
                save_answer(self.responses, self.programme, invitation, after, before)
            except ConflictError:
                continue  # somebody came back meanwhile: look again
            return None
        raise ConflictError("the answer kept changing")

    def rule(self, reference: Reference, ruling: Ruling, revision: int | None = None) -> Response:
        """Accept or reject an answer that is not confirmed, as one of us; only at the `revision` they saw, if given.

        Raises NotFoundError, InvalidInputError when it is confirmed, which nobody can take back, and ConflictError when
        it has changed since that revision.
        """
        for _ in range(ATTEMPTS):
            invitation, response, said = self.responses.invitation_and_response(*reference)
            if invitation is None or response is None:
                raise NotFoundError("there is no such answer", field="answer")
            if revision not in (None, response.revision):
                raise ConflictError("it has changed meanwhile; look at it again, then decide", field="answer")
            before = Answer(response, said)
            try:
                return save_answer(self.responses, self.programme, invitation, ruled(before, ruling), before)
            except ConflictError:
                continue
        raise ConflictError("the answer kept changing")
