"""Shows one of our people an answer with all that came before and after it, and rules on one nobody was seen giving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.domain.answer_history import Step, history_of
from sayso.domain.commitment import Commitment, reference_text
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.quote import Quote
from sayso.domain.quote_text import shown
from sayso.domain.response import Response, Ruling
from sayso.domain.staff import Staff
from sayso.ports import Clock, CommitmentLinks, Commitments, Quotes, Reference, Responses
from sayso.services.settle_answer import SettleAnswer
from sayso.services.show_answers import ShowAnswers, ShownAnswer


class Behind(NamedTuple):
    """A commitment the person of an answer is behind, and whether by this answer."""

    commitment: Commitment
    by_this: bool


class WholeAnswer(NamedTuple):
    """An answer, what happened to it, the same person's others, and what was made of it: each quote with whether it
    may still be shown."""

    answer: ShownAnswer
    history: list[Step]
    others: list[ShownAnswer]
    behind: list[Behind]
    quotes: list[tuple[Quote, bool]]


@dataclass(frozen=True)
class DeskAnswer:
    """See the module."""

    show: ShowAnswers
    responses: Responses
    commitments: Commitments
    links: CommitmentLinks
    quotes: Quotes
    settle: SettleAnswer
    clock: Clock

    def whole(self, staff: Staff, reference: Reference) -> WholeAnswer:
        """One answer with all of that; raises NotFoundError for one that is not theirs to read, too."""
        (answer,) = self.show.some(staff, [reference])
        quotes = [] if answer.withheld else self.quotes.of_answer(reference)
        said = answer.words.having(why=shown(answer.words.why), better=shown(answer.words.better))
        invitation, _, _ = self.responses.invitation_and_response(*reference)
        return WholeAnswer(
            answer,
            history_of(answer.response, invitation, answer.case, quotes),
            self.show.others(staff, answer),
            self._behind(staff, answer),
            [(quote, quote.stands(answer.response, said)) for quote in quotes],
        )

    def rule(
        self,
        staff: Staff,
        answer: ShownAnswer,
        what: Literal["accepted", "rejected"],
        reason: str,
        *,
        score: int | None = None,
        revision: int | None = None,
    ) -> Response:
        """Accept or reject an answer nobody was seen giving, as they saw it.

        Raises what `SettleAnswer.rule` does; ConflictError also where it counts by now, and NotFoundError for one that
        is withheld.
        """
        if answer.withheld:
            raise NotFoundError("There is no such answer.", field="answer")
        ruling = Ruling(at=self.clock(), by=staff.email, what=what, reason=reason, score=score)
        try:
            return self.settle.rule(answer.reference, ruling, revision)
        except InvalidInputError as error:
            if error.field != "answer":
                raise
            # Nothing is wrong with what was sent: its person came back, or a colleague was quicker.
            raise ConflictError(error.reason, field="answer") from error

    def _behind(self, staff: Staff, answer: ShownAnswer) -> list[Behind]:
        """What somebody is behind by an answer that is not withheld from the reader."""
        if answer.contact is None or answer.withheld:
            return []
        contact_id, text = answer.contact.contact_id, reference_text(answer.reference)
        names: Sequence[str] = self.links.of_contact(contact_id)
        if not names:
            return []
        said = self.show.theirs(staff, self.responses.of_contact(contact_id))
        theirs = {reference_text(one.reference) for one in said if not one.withheld}
        found = []
        for commitment in self.commitments.many(names):
            asker = self.links.askers_among(commitment.commitment_id, [contact_id]).get(contact_id)
            if asker and theirs & {*asker.references}:
                found.append(Behind(commitment, text in asker.references))
        return found
