"""What stands where on the public page: which commitment leads, which are told in full, and which the archive tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sayso.domain.commitment import Status
from sayso.domain.published import PublicCommitment, PublicQuote, Published, YearStatement

# Told in full on the page of now; of the rest there is a line each, which links to the page of its year.
MOST_IN_FULL = 30
# What happened comes before what is to come, and what is not to come is not hidden.
_GROUPS: tuple[tuple[str, frozenset[Status]], ...] = (
    ("done", frozenset({"done"})),
    ("underway", frozenset({"planned", "in_progress"})),
    ("heard", frozenset({"heard"})),
    ("declined", frozenset({"declined"})),
)
_LEADS: dict[Status, int] = {"heard": 1, "declined": 2}
_NOT_IN_NAMES = re.compile(r"[^\w-]")


class Line(NamedTuple):
    """A commitment that is told in full on the page of a year."""

    commitment: PublicCommitment
    year: int


class SaidAlone(NamedTuple):
    """A quote outside of its commitment, with the commitment if it has one."""

    quote: PublicQuote
    about: PublicCommitment | None


class Layout(NamedTuple):
    """The page of now: `lead` first, then `rest` in full, then `lines`."""

    lead: PublicCommitment | None
    rest: tuple[PublicCommitment, ...]
    lines: tuple[Line, ...]
    quotes: tuple[SaidAlone, ...]

    def year_of(self, commitment: str) -> int | None:
        """The year whose page tells a commitment in full; None where the page of now does."""
        return next((line.year for line in self.lines if line.commitment.id == commitment), None)


class Group(NamedTuple):
    """Commitments of a year that ended alike: done, underway, heard or declined."""

    name: str
    commitments: tuple[PublicCommitment, ...]


def layout(said: Published) -> Layout:
    """The page of now. Newest first, but it opens with something that changes, if anything does, and not with a no."""
    commitments = said.now.commitments
    # Sorting keeps the order of those alike.
    lead = next(iter(sorted(commitments, key=lambda one: _LEADS.get(one.status, 0))), None)
    others = [one for one in commitments if one is not lead]
    kept = _kept_by_years(said.years)
    rest = [one for at, one in enumerate(others) if at < MOST_IN_FULL - 1 or one.id not in kept]
    lines = [Line(one, kept[one.id]) for one in others[MOST_IN_FULL - 1 :] if one.id in kept]
    # The first one's would push what customers value and criticise off a phone's first screen.
    quotes = [SaidAlone(quote, lead) for quote in (lead.quotes if lead else ())]
    quotes += [SaidAlone(quote, None) for quote in said.now.quotes]
    return Layout(lead, tuple(rest), tuple(lines), tuple(quotes))


def groups_of(year: YearStatement) -> tuple[Group, ...]:
    """A year's commitments by what came of them, without groups of none."""
    groups = (Group(name, _having(year.commitments, statuses)) for name, statuses in _GROUPS)
    return tuple(group for group in groups if group.commitments)


def anchor(commitment: str) -> str:
    """The id of a commitment's part of a page."""
    return "commitment-" + _NOT_IN_NAMES.sub("-", commitment)


def _kept_by_years(years: Iterable[YearStatement]) -> Mapping[str, int]:
    """In which year's page each commitment stands as it stands now."""
    return {one.id: year.year for year in years for one in year.commitments if one.since is None}


def _having(commitments: Iterable[PublicCommitment], statuses: frozenset[Status]) -> tuple[PublicCommitment, ...]:
    return tuple(one for one in commitments if one.status in statuses)
