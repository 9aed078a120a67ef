"""What became of asking people again after their follow-up was closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.follow_up import FollowUp
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.ports import Invitations, Reference, Responses


@dataclass(frozen=True)
class AskedAgain:
    """Whether a mail went out, whether one still will, and what was said.

    `answer` is the last confirmed answer on the scale from 0 to 10.
    """

    was_asked: bool = False
    waits: bool = False
    answer: Response | None = None


def asked_again(
    cases: Sequence[FollowUp], programme: Programme, invitations: Invitations, responses: Responses
) -> Mapping[str, AskedAgain]:
    """What became of it for each case, by its id. Of a programme without a recheck: nothing."""
    survey = programme.recheck
    wanted = {case.follow_up_id: list(_rechecks(case, survey)) if survey else [] for case in cases}
    references = [reference for mine in wanted.values() for reference in mine]
    answers = responses.many(references)
    asked = {one.reference: one for one in invitations.many(references)}

    def again(mine: Sequence[Reference]) -> AskedAgain:
        planned = [asked[reference] for reference in mine if reference in asked]
        given = [answers[reference] for reference in mine if reference in answers and _counts(answers[reference])]
        return AskedAgain(
            was_asked=bool(given) or any(one.asked_at for one in planned),
            waits=any(one.state == "waiting" and not one.asked_at for one in planned),
            answer=given[-1] if given else None,
        )

    return {case_id: again(mine) for case_id, mine in wanted.items()}


def _rechecks(case: FollowUp, survey: str) -> Iterator[Reference]:
    """What asks again after each time the case was closed, the first one first (see `sayso.services.recheck`).

    Not the case's last one alone: whoever still was unhappy may be why it was opened again.
    """
    for closing in range(1, case.closings + 1):
        yield case.contact_id, survey, case.recheck_occasion(closing)


def _counts(response: Response) -> bool:
    """Whether an answer can be held against a first score: given by a person, and on the same scale."""
    return response.state == "confirmed" and response.scale == "nps"
