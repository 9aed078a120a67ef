"""What stands where on the public page: which commitment leads, which are told in full, and which the archive tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sayso.domain.commitment import Status
from sayso.domain.edition import is_recent
from sayso.domain.published import PublicCommitment, PublicQuote, Published, Statement

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


class Group(NamedTuple):
    """Commitments that ended alike: done, underway, heard or declined."""

    name: str
    commitments: tuple[PublicCommitment, ...]


def layout(said: Published, today: date) -> Layout:
    """The page of now. Newest first, but it opens with something that changes, if anything does, and not with a no.

    What is over a year old today goes to the page of its year, even if there is no news to make another edition of.
    """
    kept = _kept_by_years(said)
    commitments = [
        one for one in said.now.commitments if one.id not in kept or is_recent(one.status, one.moved_on, today)
    ]
    # Sorting keeps the order of those alike.
    lead = next(iter(sorted(commitments, key=lambda one: _LEADS.get(one.status, 0))), None)
    others = [one for one in commitments if one is not lead]
    rest = [one for at, one in enumerate(others) if at < MOST_IN_FULL - 1 or one.id not in kept]
    lines = [Line(one, kept[one.id]) for one in others[MOST_IN_FULL - 1 :] if one.id in kept]
    # The first one's would push what customers value and criticise off a phone's first screen.
    quotes = [SaidAlone(quote, lead) for quote in (lead.quotes if lead else ())]
    quotes += [SaidAlone(quote, None) for quote in said.now.quotes]
    return Layout(lead, tuple(rest), tuple(lines), tuple(quotes))


def lasting_places(said: Published) -> Mapping[str, int | None]:
    """On which page each commitment of now stays for good: that of a year, or None for the page of now.

    What is still open stays on the page of now, unless that has, or ever had, no more than a line for it.
    """
    # On no later day there are more lines than on that of the edition.
    kept, lines = _kept_by_years(said), {line.commitment.id for line in layout(said, said.now.made_at.date()).lines}
    may_go = {one.id for one in said.now.commitments if one.status in ("done", "declined")} | lines
    return {one.id: kept.get(one.id) if one.id in may_go else None for one in said.now.commitments}


def groups_of(said: Statement) -> tuple[Group, ...]:
    """What is told, such as of a year, by what came of it, without groups of none."""
    groups = (Group(name, _having(said.commitments, statuses)) for name, statuses in _GROUPS)
    return tuple(group for group in groups if group.commitments)


def anchor(commitment: str) -> str:
    """The id of a commitment's part of a page."""
    return "commitment-" + _NOT_IN_NAMES.sub("-", commitment)


def _kept_by_years(said: Published) -> Mapping[str, int]:
    """In which year's page each commitment stands as it stands now, with all of its quotes."""
    quoted = {one.id: one.quotes for one in said.now.commitments}
    return {
        one.id: year.year
        for year in said.years
        for one in year.commitments
        if one.since is None and all(quote in one.quotes for quote in quoted.get(one.id, ()))
    }


def _having(commitments: Iterable[PublicCommitment], statuses: frozenset[Status]) -> tuple[PublicCommitment, ...]:
    return tuple(one for one in commitments if one.status in statuses)
