"""Shows our people the answers behind a commitment, and those that may belong there, and links them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.domain.answer_filters import AnswerFilters
from sayso.domain.commitment import Asker, reference_text
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.imported_answer import is_nobody
from sayso.domain.staff import Staff
from sayso.ports import CommitmentLinks, Page, Reference, Responses
from sayso.services.desk_answers import DeskAnswers, Feed
from sayso.services.keep_commitments import KeepCommitments
from sayso.services.link_answers import LinkAnswers, LinkPlan
from sayso.services.show_answers import ShownAnswer

A_PAGE = 25
MOST = 100
"""So many answers are linked, or unlinked, at once."""
_WHY_NOT = {
    "unconfirmed": "nobody was seen giving one of them, so it does not count",
    "erased": "the person of one of them was erased",
    "nobody": "one of them was imported without its person, so nobody knows whether they are counted already",
}


class BehindIt(NamedTuple):
    """A linked answer; `answer` is None where nothing is left of it. `asker` says since when it is linked."""

    reference: Reference
    asker: Asker
    answer: ShownAnswer | None


@dataclass(frozen=True)
class DeskLinks:
    """See the module. What is not theirs to read nobody finds here either."""

    links: CommitmentLinks
    responses: Responses
    keep: KeepCommitments
    link_answers: LinkAnswers
    answers: DeskAnswers

    def behind(self, staff: Staff, commitment_id: str, after: str = "") -> Page[BehindIt]:
        """Answers behind a commitment, without what complains about the reader. Raises NotFoundError."""
        self.keep.get(commitment_id)
        part = self.links.page(commitment_id, A_PAGE, after)
        references = [(one, reference) for one in part.items for reference in one.answers]
        there = self.responses.many([reference for _, reference in references]) if references else {}
        shown = {one.reference: one for one in self.answers.show.theirs(staff, list(there.values()))}
        found = [BehindIt(reference, one, shown.get(reference)) for one, reference in references]
        return Page([one for one in found if (not one.answer.withheld if one.answer else staff.is_manager)], part.next)

    def suggested(self, staff: Staff, commitment_id: str, after: str = "") -> Feed:
        """Answers that are filed under its theme and not linked yet, the newest first; of promoters none, who praise
        what a theme is about. Without a theme there are none. Raises NotFoundError."""
        theme = self.keep.get(commitment_id).theme
        if not theme:
            raise InvalidInputError("it has no theme yet, by which answers are found", field="theme")
        wanted = AnswerFilters(theme=theme, filed="filed")
        found = self.answers.feed(staff, wanted, after, limit=A_PAGE)
        asking = [one for one in found.items if one.response.group != "promoter" and not _why_not(one)]
        askers = self.links.askers_among(commitment_id, list({one.reference[0] for one in asking})) if asking else {}
        new = [one for one in asking if not _is_behind(askers.get(one.reference[0]), one.reference)]
        return found._replace(items=new)

    def readable(self, staff: Staff, references: Sequence[Reference]) -> list[ShownAnswer]:
        """What is there of some answers, to link or unlink. Raises NotFoundError for what complains about the reader:
        that it is behind something is no more theirs to say than to read."""
        found = self.responses.many(references) if references else {}
        shown = self.answers.show.theirs(staff, list(found.values()))
        if any(one.withheld for one in shown):
            raise NotFoundError("There is no such answer.", field="answer")
        return shown

    def change(
        self,
        commitment_id: str,
        add: Sequence[Reference],
        remove: Sequence[Reference],
        by: str,
        begun: Callable[[], None],
    ) -> tuple[int, int]:
        """Link some answers, and unlink others; returns how many people are behind it more or fewer, and how many now.

        `begun` is called when nothing speaks against it: what fails from then on may have been done in part.

        Raises NotFoundError for what is not there, InvalidInputError for what cannot be linked.
        """
        commitment = self.keep.get(commitment_id)
        found = self.responses.many(add) if add else {}
        if len(found) < len(set(add)):
            raise NotFoundError("There is no such answer.", field="add")
        for response in found.values():
            state = "erased" if response.erased else "unconfirmed" if response.state != "confirmed" else ""
            why_not = state or ("nobody" if is_nobody(response.contact_id) else "")
            if why_not:
                raise InvalidInputError(_WHY_NOT[why_not], field="add")
        moved = 0
        begun()
        for references, run in ((add, self.link_answers.link), (remove, self.link_answers.unlink)):
            if references:
                moved += run(LinkPlan(commitment, list(dict.fromkeys(references)), 0, 0), by).moved
        return moved, self.keep.get(commitment_id).voices


def _why_not(one: ShownAnswer) -> bool:
    response = one.response
    return bool(response.erased) or response.state != "confirmed" or is_nobody(response.contact_id)


def _is_behind(asker: Asker | None, reference: Reference) -> bool:
    return asker is not None and reference_text(reference) in asker.references
