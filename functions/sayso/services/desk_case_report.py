"""What came of the follow-ups of a month or a quarter, for whoever may read it at the desk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import Programme
from sayso.domain.quarters import Quarter, quarter_of
from sayso.domain.staff import Staff
from sayso.domain.time import add_months
from sayso.ports import Clock
from sayso.services.follow_up_report import FollowUpReport, ReportFollowUps, Which
from sayso.services.stats_lines import ENOUGH_PER_OWNER

MOST_READ = 1_000
"""How many open and how many closed cases one report reads; it says so when there are more."""
_PERIOD = re.compile(r"(20[0-9]{2})-(?:(0[1-9]|1[0-2])|Q([1-4]))")


@dataclass(frozen=True)
class CasesOfPeriod:
    """A report, and the name of its period. `hides_won_back`: it would tell too much of one of our people."""

    period: str
    report: FollowUpReport
    hides_won_back: bool


@dataclass(frozen=True)
class DeskCaseReport:
    """See the module. `reports` reads at most `MOST_READ` of each, and tells of those that the reader may open: of
    what complains about them, nobody learns from a number."""

    reports: ReportFollowUps
    programme: Programme
    clock: Clock

    def read(self, staff: Staff, period: str = "", owner: str = "") -> CasesOfPeriod:
        """The report of a month (``2026-03``) or a quarter (``2026-Q1``); without one of the quarter that runs.

        Raises
        ------
        InvalidInputError
            When the period is none, or still to come (field "period"); when figures per owner are off, or an owner asks
            for those of somebody else (field "owner").
        """
        if owner and not self.programme.scores_per_owner:
            raise InvalidInputError("Figures per owner are off in this programme.", field="owner")
        if owner and not staff.is_manager and not staff.has_address(owner):
            raise InvalidInputError("Only your own figures are yours to read.", field="owner")
        period = period or str(quarter_of(self.clock(), self.programme.zone))
        first, last = _days(period)
        today = self.clock().astimezone(self.programme.zone).date()
        if first > today:
            raise InvalidInputError("This is still to come.", field="period")
        found = self.reports.report(first, min(last, today), Which(owner=owner or None, reader=staff))
        return CasesOfPeriod(period, found, bool(owner) and found.won_back.answered < ENOUGH_PER_OWNER)


def _days(period: str) -> tuple[date, date]:
    found = _PERIOD.fullmatch(period)
    if not found:
        raise InvalidInputError("This is neither a month (2026-03) nor a quarter (2026-Q1).", field="period")
    if found[3]:
        quarter = Quarter(int(found[1]), int(found[3]))
        return quarter.first, quarter.last
    first = date(int(found[1]), int(found[2]), 1)
    return first, add_months(first, 1) - timedelta(days=1)
