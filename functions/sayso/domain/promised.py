"""What was promised when other follow-ups of a person were closed: who calls should not promise it a second time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.domain.follow_up import FollowUp
from sayso.domain.mail import PastPromise
from sayso.domain.programme import Programme


def over_besides(case: FollowUp, cases: Sequence[FollowUp], reader: str = "") -> Iterator[FollowUp]:
    """Of all cases of a person those that are over, in their order, but for the one at hand and erased ones.

    What was done about a complaint is not for whom it was about: `reader` is the address of who reads it.
    """
    return (
        one
        for one in cases
        if one.follow_up_id != case.follow_up_id and one.is_over and not one.erased and not one.concerns(reader)
    )


def past_promises(
    case: FollowUp, cases: Sequence[FollowUp], programme: Programme, reader: str = ""
) -> Iterator[PastPromise]:
    """What was promised and done each time; of `cases` with the oldest first the latest first."""
    language, labels = programme.company.default_language, {one.id: one for one in programme.drivers}
    for one in over_besides(case, cases[::-1], reader):
        if one.outcome and one.closing:
            closing = one.closing
            cause = labels[closing.cause].label(language) if closing.cause in labels else closing.cause
            yield PastPromise(closing.at.astimezone(programme.zone).date(), cause, closing.note, one.outcome)
