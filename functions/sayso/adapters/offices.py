"""The offices of our own people, as the programme describes them, with the holidays of their regions.

`holidays` takes a third of a second to import: only what really asks for a holiday pays for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sayso.domain.office import Office
from sayso.domain.programme import Programme


class UnknownRegion(NamedTuple):
    """A region of the programme that the calendar does not know: where it is written, and what to write instead."""

    steps: tuple[str | int, ...]
    reason: str


class ProgrammeOffices:
    """Looks offices up in the programme: an owner's own time zone, holidays and days off, else the company's."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme

    def of(self, email: str) -> Office:
        """The office of one of our people; of somebody the programme does not name, the company's."""
        rules = self._programme.follow_up
        owner = rules.owner(email)
        regions = rules.holidays if owner.holidays is None else owner.holidays
        return Office(
            days=rules.office_hours.weekdays,
            opens=rules.office_hours.opens,
            closes=rules.office_hours.closes,
            zone=ZoneInfo(owner.timezone) if owner.timezone else self._programme.zone,
            is_holiday=_holidays(regions, frozenset(rules.days_off) | frozenset(owner.days_off)),
        )


def unknown_regions(programme: Programme) -> list[UnknownRegion]:
    """The regions under `holidays` whose holidays nobody knows; at run time they have none."""
    written: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(("follow_up", "holidays"), programme.follow_up.holidays)]
    for email, owner in programme.follow_up.owners.items():
        written.append((("follow_up", "owners", email, "holidays"), owner.holidays or ()))
    return [
        UnknownRegion((*steps, place), _reason(region))
        for steps, regions in written
        for place, region in enumerate(regions)
        if _calendar(region) is None
    ]


def _holidays(regions: tuple[str, ...], days_off: frozenset[date]) -> Callable[[date], bool]:
    def is_holiday(day: date) -> bool:
        return day in days_off or any(day in calendar for calendar in map(_calendar, regions) if calendar is not None)

    return is_holiday


@lru_cache(maxsize=64)
def _calendar(region: str) -> Mapping[date, str] | None:
    """The public holidays of a country or a part of it, which fill themselves year by year."""
    import holidays

    country, _, part = region.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=part or None)
    except NotImplementedError:
        return None


def _reason(region: str) -> str:
    country, _, part = region.partition("-")
    if not part or _calendar(country) is None:
        return f"'{country}' is not a country the calendar knows; write NL or DE-BY"
    known = ", ".join(_parts(country))
    return f"'{region}' is not a part of {country} the calendar knows; write {country}" + (known and f" or {known}")


def _parts(country: str) -> Iterator[str]:
    import holidays

    for part in sorted(holidays.country_holidays(country).subdivisions):
        if len(part) <= 3:  # as ISO 3166-2 writes them; the calendar lists some older names, too
            yield f"{country}-{part}"
