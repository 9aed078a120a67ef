"""Links answers to the commitment they are behind: what the number of customers who asked for it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sayso.domain.commitment import Commitment, reference_text
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.imported_answer import is_nobody
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.domain.time import add_months
from sayso.domain.unconfirmed import answer_id
from sayso.ports import Clock, CommitmentLinks, Commitments, Reference, Responses
from sayso.services.find_answers import find_answers

_WHY_NOT = {
    "unconfirmed": "nobody was seen giving it, so it does not count",
    "erased": "its person was erased",
    "nobody": "it was imported without its person, so nobody knows whether they are counted already",
}


@dataclass(frozen=True)
class LinkPlan:
    """What linking would do: the answers that are new to the commitment, of how many `people`, `new_people` of whom
    are not behind it yet. `already` answers are linked; `left_out` counts by reason those that cannot be, or, of
    a theme, are of promoters."""

    commitment: Commitment
    references: Sequence[Reference]
    people: int
    new_people: int
    already: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)


class Linked(NamedTuple):
    """What linking or unlinking did: so many people more, or fewer, and how many there are now."""

    moved: int
    voices: int


@dataclass(frozen=True)
class LinkAnswers:
    """See the module. An answer counts once and a contact counts once, however often they are linked."""

    commitments: Commitments
    links: CommitmentLinks
    responses: Responses
    programme: Programme
    clock: Clock

    def plan_theme(
        self, commitment_id: str, theme: str, *, since: date | None = None, all_scores: bool = False
    ) -> LinkPlan:
        """All confirmed answers filed under a theme that count for a UTC day since one, without it twelve months ago.

        Whoever is a promoter praises what a theme is about, and has asked for nothing: they are left out but for
        `all_scores`.
        """
        known = [one.id for one in self.programme.all_themes]
        if theme not in known:
            listed = ", ".join(known) or "none"
            raise InvalidInputError(f"'{theme}' is not a theme of the programme; it has: {listed}", field="theme")
        today = self.clock().date()
        found = self.responses.confirmed_between(since or self.usually_since, today)
        filed = [one for one in found if theme in one.filed_under]
        asking = [one for one in filed if all_scores or one.group != "promoter"]
        promoters = len(filed) - len(asking)
        return self._plan(commitment_id, asking, {"promoter": promoters} if promoters else {})

    @property
    def usually_since(self) -> date:
        """How far back answers are looked for where nobody says so."""
        return add_months(self.clock().date(), -12)

    def plan_answers(self, commitment_id: str, names: Iterable[str]) -> LinkPlan:
        """Single answers by the ids `sayso answers` lists; raises InvalidInputError for one that cannot be linked."""
        self._get(commitment_id)
        found = find_answers(self.responses, names, self.clock(), field="answer")
        for response in found:
            why_not = _why_not(response)
            if why_not:
                name = answer_id(response.reference)
                raise InvalidInputError(f"{name} cannot be linked: {_WHY_NOT[why_not]}", field="answer")
        return self._plan(commitment_id, found, {})

    def link(self, plan: LinkPlan, by: str) -> Linked:
        """Do what was planned. Begun again after an interruption it does the rest."""
        return self._done(plan, self.links.link(plan.commitment.commitment_id, plan.references, by, self.clock()))

    def plan_unlinking(self, commitment_id: str, names: Iterable[str] | None) -> LinkPlan:
        """Take single answers, or (None) all of them, away from behind a commitment."""
        commitment = self._get(commitment_id)
        linked = [reference for asker in self.links.askers(commitment_id) for reference in asker.answers]
        if names is not None:
            by_name = {answer_id(reference): reference for reference in linked}
            wanted = dict.fromkeys(name.strip().lower() for name in names)
            for name in wanted:
                if name not in by_name:
                    raise NotFoundError(f"'{name}' is not linked to {commitment_id}", field="answer")
            linked = [by_name[name] for name in wanted]
        leaving = {reference[0] for reference in linked}
        return LinkPlan(commitment, linked, people=len(leaving), new_people=0)

    def unlink(self, plan: LinkPlan, by: str) -> Linked:
        """Do what was planned."""
        return self._done(plan, -self.links.unlink(plan.commitment.commitment_id, plan.references, by, self.clock()))

    def _done(self, plan: LinkPlan, moved: int) -> Linked:
        return Linked(moved, self._get(plan.commitment.commitment_id).voices)

    def _plan(self, commitment_id: str, responses: Sequence[Response], left_out: Mapping[str, int]) -> LinkPlan:
        commitment = self._get(commitment_id)
        reasons = Counter({**left_out})
        fit: list[Reference] = []
        for response in responses:
            why_not = _why_not(response)
            if why_not:
                reasons[why_not] += 1
            else:
                fit.append(response.reference)
        askers = self.links.askers_among(commitment_id, list(dict.fromkeys(one[0] for one in fit)))
        new = [one for one in fit if one[0] not in askers or reference_text(one) not in askers[one[0]].references]
        people = {one[0] for one in new}
        return LinkPlan(commitment, new, len(people), len(people - askers.keys()), len(fit) - len(new), dict(reasons))

    def _get(self, commitment_id: str) -> Commitment:
        found = self.commitments.get(commitment_id)
        if found is None:
            raise NotFoundError(f"there is no commitment '{commitment_id}'; see: sayso commitments list", field="id")
        return found


def _why_not(response: Response) -> str:
    if response.erased:
        return "erased"
    if response.state != "confirmed":
        return "unconfirmed"
    return "nobody" if is_nobody(response.contact_id) else ""
