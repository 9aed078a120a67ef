"""Reads dates as other tools write them, and never guesses: 11/1/2019 is January to one half of the world."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo

from sayso.domain.errors import InvalidInputError

# "iso" is year, month, day; the other words say what comes first where the year comes last.
WORDS = ("iso", "unix", "month_first", "day_first")
Order = Literal["month_first", "day_first"]

_TIME = r"(?:(?:[T,]\s*|\s+)(?P<time>\d.*))?$"
_YEAR_FIRST = re.compile(r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})" + _TIME)
_YEAR_LAST = re.compile(r"^(?P<a>\d{1,2})(?P<by>[-/.])(?P<b>\d{1,2})(?P=by)(?P<year>\d{4}|\d{2})" + _TIME)
_NAME, _DAY = r"(?P<name>[A-Za-z]{3,9})", r"(?P<day>\d{1,2})"
_WEEKDAY, _OF = r"^(?:[A-Za-z]{3,9},? )?", r"(?P<year>\d{4})" + _TIME
_DAY_AND_NAME = re.compile(_WEEKDAY + _DAY + r"\.?[ -]" + _NAME + r"\.?,?[ -]" + _OF)
_NAME_AND_DAY = re.compile(_WEEKDAY + _NAME + r"\.? " + _DAY + r"(?:st|nd|rd|th)?,? " + _OF)
_CLOCK = re.compile(
    r"^(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
    r"\s*(?:Z|UTC|GMT)?\s*(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?$"
)
_SAYS_UTC = re.compile(r"(?:\d|\s|[Mm])(?:Z|UTC|GMT)$")
_UNIX = re.compile(r"^\d{9,10}(?:\.\d+)?$|^\d{12,13}$")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_HOURS = re.compile(r"%[HIcXs]")


def check_date_format(text: str) -> str:
    """Return a format that dates can be read by; raise ValueError for anything else."""
    if text in WORDS:
        return text
    if re.search(r"(?<!%)(?:%%)*%Z", text):
        raise ValueError(f"'{text}' has %Z: names of zones are not read; write %z for +0100, or say the zone in a map")
    if "%" not in text:
        raise ValueError(f"'{text}' is no format; write {', '.join(WORDS)}, or one like %d.%m.%Y %H:%M")
    try:
        datetime.strptime(datetime(2019, 11, 1, tzinfo=UTC).strftime(text), text)  # noqa: DTZ007
    except ValueError:
        raise ValueError(f"'{text}' is no format that a date can be read by") from None
    return text


@dataclass(frozen=True)
class DateReader:
    """Reads the dates of one file. `how` is one of `WORDS` or a format of `strptime`; `zone` is that of dates which do
    not say theirs."""

    how: str
    zone: ZoneInfo

    def read(self, text: str) -> datetime:
        """A date as a moment in UTC; one without a time is the beginning of that UTC day, so that it counts on it.

        Raises ValueError, with the reason, when it cannot be read so.
        """
        try:
            return self._read(text.strip())
        except OverflowError:
            raise ValueError(f"'{text}' is not a date") from None

    def can_read(self, text: str) -> bool:
        """Whether it is a date, or looks like one of any kind."""
        text = text.strip()
        if any(form.match(text) for form in (_YEAR_FIRST, _YEAR_LAST, _DAY_AND_NAME, _NAME_AND_DAY, _UNIX)):
            return True
        try:
            self.read(text)
        except ValueError:
            return False
        return True

    def _read(self, text: str) -> datetime:
        if "%" in self.how:
            return self._by_format(text)
        if _UNIX.match(text):
            if self.how != "unix":
                raise ValueError(f"'{text}' looks like seconds since 1970; say so: --date-format unix")
            seconds = float(text)
            return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).replace(microsecond=0)
        if found := _YEAR_FIRST.match(text):
            return self._moment(text, int(found["year"]), int(found["month"]), int(found["day"]), found["time"])
        if found := _DAY_AND_NAME.match(text) or _NAME_AND_DAY.match(text):
            return self._moment(text, int(found["year"]), _month(found["name"], text), int(found["day"]), found["time"])
        if found := _YEAR_LAST.match(text):
            year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
            a, b = int(found["a"]), int(found["b"])
            # Nobody writes the month first with dots.
            many = a != b or _year_may_be_first(found)
            if found["by"] != "." and many and self.how not in ("month_first", "day_first"):
                raise ValueError(f"'{text}' can be read in {_ways(found)}")
            month_first = found["by"] != "." and self.how == "month_first"
            day, month = (b, a) if month_first else (a, b)
            return self._moment(text, year, month, day, found["time"])
        raise ValueError(f"'{text}' is not a date" if text else "is empty")

    def _by_format(self, text: str) -> datetime:
        try:
            read = datetime.strptime(text, self.how)  # noqa: DTZ007 - the zone is added below
        except ValueError:
            raise ValueError(f"'{text}' is not a date written like {self.how}") from None
        if not _HOURS.search(self.how):
            return read.replace(tzinfo=UTC)
        return (read if read.tzinfo else read.replace(tzinfo=self.zone)).astimezone(UTC).replace(microsecond=0)

    def _moment(self, text: str, year: int, month: int, day: int, clock: str | None) -> datetime:
        try:
            if clock is None:
                return datetime(year, month, day, tzinfo=UTC)
            found = _CLOCK.match(clock.strip())
            if not found:
                raise ValueError
            hour = int(found["hour"])
            if found["half"]:
                if not 1 <= hour <= 12:
                    raise ValueError
                hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
            zone = _offset(found["offset"]) or (UTC if _SAYS_UTC.search(clock.strip()) else self.zone)
            local = datetime(year, month, day, hour, int(found["minute"]), int(found["second"] or 0), tzinfo=zone)
            return local.astimezone(UTC)
        except ValueError:
            raise ValueError(f"'{text}' is not a date" + self._as_read()) from None

    def _as_read(self) -> str:
        return {"month_first": " with the month first", "day_first": " with the day first"}.get(self.how, "")


def reader_for(dates: Iterable[tuple[int, str]], how: str | None, zone: ZoneInfo) -> DateReader:
    """The reader for a file's dates, given as (line, text): as `how` says, else as they show themselves.

    Raises
    ------
    InvalidInputError
        When every date with the year last can be read with the day first and with the month first (or with the year
        first, where it has two digits), or when some can be read in the one way only, and others in the other.
    """
    if how:
        return DateReader(how, zone)
    seen: dict[Order, tuple[int, str]] = {}
    undecided: tuple[int, str, re.Match[str]] | None = None
    unix = False
    for line, text in dates:
        unix = unix or bool(_UNIX.match(text.strip()))
        found = _YEAR_LAST.match(text.strip())
        if not found or found["by"] == ".":
            continue
        a, b = int(found["a"]), int(found["b"])
        if _year_may_be_first(found):
            undecided = undecided or (line, text, found)
        elif a > 12 >= b:
            seen.setdefault("day_first", (line, text))
        elif b > 12 >= a:
            seen.setdefault("month_first", (line, text))
        elif a != b and undecided is None:
            undecided = (line, text, found)
    if len(seen) == 2:
        day, month = seen["day_first"], seen["month_first"]
        reason = (
            f"'{day[1]}' (line {day[0]}) has the day first, '{month[1]}' (line {month[0]}) the month; mend one of them"
        )
        raise InvalidInputError(f"{reason}, or say --date-format", field="answered_at")
    if undecided and not seen:
        ways, how = _ways(undecided[2]).split("; ")
        reason = f"every date can be read in {ways}, as '{undecided[1]}' in line {undecided[0]}; {how}"
        raise InvalidInputError(reason, field="answered_at")
    return DateReader(next(iter(seen), "unix" if unix else "iso"), zone)


def _ways(found: re.Match[str]) -> str:
    if _year_may_be_first(found):
        return "several ways; say --date-format day_first or month_first, or one like %y-%m-%d"
    return "two ways; say --date-format day_first or month_first"


def _year_may_be_first(found: re.Match[str]) -> bool:
    """Whether a date whose year has two digits may be year, month, day: 19-11-25 is in 2019 or in 2025."""
    return len(found["year"]) == 2 and 1 <= int(found["b"]) <= 12 and 1 <= int(found["year"]) <= 31


def _month(name: str, text: str) -> int:
    wanted = name.lower()
    for number, month in enumerate(_MONTHS, start=1):
        if month == wanted or month[:3] == wanted or (wanted == "sept" and number == 9):
            return number
    raise ValueError(f"'{text}' is not a date: '{name}' is no month in English; say --date-format")


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(-span if text[0] == "-" else span)
