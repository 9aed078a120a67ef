"""What `sayso doctor` found, kept for those who run no commands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from sayso.domain.entity import Entity

OLD_AFTER = timedelta(days=7)
"""What was found longer ago says little about today."""
_LONGEST = 1_000  # characters of a sentence: what AWS says about an error can be long
FindingState = Literal["ok", "warning", "broken", "unknown"]


class KeptFinding(Entity):
    """One thing looked at: what it is called, how it is, what was found, and what to do where there is something."""

    check: str
    state: FindingState
    says: str
    do: str = ""


class DoctorReport(Entity):
    """All that was looked at, `at` (UTC), by whom: the caller of the command."""

    at: datetime
    by: str
    findings: tuple[KeptFinding, ...]

    def is_old(self, now: datetime) -> bool:
        """Whether it is time to look again."""
        return now - self.at > OLD_AFTER


def report_of(findings: Sequence[tuple[str, FindingState, str, str]], by: str, at: datetime) -> DoctorReport:
    """A report of findings, each as (what, state, finding, what to do). Only these are kept."""
    return DoctorReport(
        at=at,
        by=by,
        findings=tuple(
            KeptFinding(check=check, state=state, says=says[:_LONGEST], do=do[:_LONGEST])
            for check, state, says, do in findings
        ),
    )
