"""What may be asked about the numbers, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

from sayso.domain.errors import RoleRefusedError
from sayso.domain.programme import Programme
from sayso.domain.staff import Staff

By = Literal["segment", "language", "driver", "theme", "owner"]
OverTime = Literal["week", "month", "quarter", "year", "rolling"]


class Askable(NamedTuple):
    """What somebody may ask about: other days than the last twelve months, by what, and over time by what."""

    days: bool
    by: Sequence[By]
    over_time: Sequence[OverTime]


CAREFUL = Askable(days=False, by=("driver", "theme"), over_time=("month", "quarter", "year", "rolling"))
"""What whoever is no manager may ask about: of a group of surveys, as `CarefulNumbers` has them."""


@dataclass(frozen=True)
class Question:
    """What is asked. Days are UTC days, both included; without them the twelve months that end today.

    `survey` empty is the relationship score. `by` and `over_time` are not asked at once; with neither, and no survey,
    every survey is told of. `segment` is the one to break down by, where there are several. `compared` puts the days
    before beside it, as many of them.
    """

    first: date | None = None
    last: date | None = None
    survey: str = ""
    by: By | None = None
    segment: str = ""
    over_time: OverTime | None = None
    compared: bool = True


def askable(programme: Programme, staff: Staff) -> Askable:
    """What somebody may ask about."""
    if not staff.is_manager:
        return CAREFUL
    by: tuple[By, ...] = get_args(By)
    return Askable(True, [one for one in by if one != "owner" or programme.scores_per_owner], get_args(OverTime))


def refuse(question: Question, relationship: Sequence[str]) -> None:
    """Refuse with RoleRefusedError what whoever is no manager could tell single answers by."""
    if question.first or question.last:
        what = "Other days than the last twelve months are"
    elif question.survey in relationship:
        what = "A relationship survey apart from the others is"
    elif question.segment or (question.by and question.by not in CAREFUL.by):
        what = "Numbers by language, segment or owner are"
    elif question.over_time and question.over_time not in CAREFUL.over_time:
        what = "Single weeks are"
    else:
        return
    raise RoleRefusedError(f"{what} for a manager: they can tell of single answers.", field="role")
