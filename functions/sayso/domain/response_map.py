"""A response map: which column of another survey tool's export is what, and how its dates are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from sayso.domain.contact import SegmentText
from sayso.domain.errors import InvalidInputError
from sayso.domain.foreign_dates import check_date_format
from sayso.domain.programme import Scale
from sayso.domain.section import Identifier, TimeZone

SEGMENT, RATING = "segment:", "ratings."
# What tells two rows without an id apart: a map that finds other columns for these sees other rows.
IDENTIFYING = ("contact_id", "email", "name", "account", "score", "answered_at", "why", "better")


_KINDS = {SEGMENT: "segments", RATING: "ratings"}
_PLAIN = re.compile(rf"^(?:{SEGMENT}\s*\S|{re.escape(RATING)}[a-z][a-z0-9_]{{0,31}}$)")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class StartsWith(_Part):
    """A column by the beginning of its name: questions are long, and their ends differ."""

    starts_with: Annotated[str, Field(min_length=1)]

    def __str__(self) -> str:
        return f"{self.starts_with}…"

    def fits(self, name: str) -> bool:
        """Whether a column is meant."""
        return name.casefold().startswith(self.starts_with.casefold())


Name = Annotated[str, Field(min_length=1)] | StartsWith


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


Names = Annotated[tuple[Name, ...], BeforeValidator(_listed), Field(min_length=1)]


class Columns(_Part):
    """The columns by what they hold, each as one name or as alternatives of which the first that is there is taken.

    `segments` are written as ``segment:NAME``, and `ratings` as ``ratings.NAME``. What a `scale` or a
    `survey` says, where there is one, must be one and the same.
    """

    score: Names
    answered_at: Names
    id: Names | None = None
    contact_id: Names | None = None
    email: Names | None = None
    name: Names | None = None
    account: Names | None = None
    why: Names | None = None
    better: Names | None = None
    drivers: Names | None = None
    language: Names | None = None
    scale: Names | None = None
    survey: Names | None = None
    segments: Annotated[dict[SegmentText, Names], Field(max_length=20)] = {}
    ratings: Annotated[dict[Identifier, Names], Field(max_length=5)] = {}

    @model_validator(mode="before")
    @classmethod
    def _segments_and_ratings_stand_beside_the_others(cls, given: object) -> object:
        if not isinstance(given, Mapping):
            return given
        others = dict(given)
        for prefix, kind in _KINDS.items():
            found = {str(name): others.pop(name) for name in given if str(name).startswith(prefix)}
            if found:
                others[kind] = {name.removeprefix(prefix).strip(): value for name, value in found.items()}
        return others

    def named(self) -> dict[str, tuple[Name, ...]]:
        """What each column is looked for by."""
        plain = {name: getattr(self, name) for name in type(self).model_fields if name not in _KINDS.values()}
        named = {name: names for name, names in plain.items() if names}
        for prefix, kind in _KINDS.items():
            named |= {f"{prefix}{name}": names for name, names in getattr(self, kind).items()}
        return named


def _known_encoding(name: str) -> str:
    try:
        b"a".decode(name)  # codecs.lookup knows some that are not of text
    except LookupError:
        raise ValueError(f"'{name}' is not an encoding of text; write one like utf-8 or cp1252") from None
    except UnicodeError:
        pass  # one that takes more than a byte for a letter
    return name


class ResponseMap(_Part):
    """See the module.

    `recognised_by` are columns that together say that a file is of this kind. `skip_rows` rows under the header are
    header too, unless they hold a score or a date. `unquote` takes off the quotes that keep spreadsheets from
    calculating.
    """

    title: str = ""
    recognised_by: tuple[str, ...] = ()
    columns: Columns
    scale: Scale | None = None
    date_format: Annotated[str, AfterValidator(check_date_format)] | None = None
    timezone: TimeZone | None = None
    driver_separator: Annotated[str, Field(min_length=1)] = ","
    skip_rows: Annotated[int, Field(ge=0, le=10)] = 0
    encoding: Annotated[str, AfterValidator(_known_encoding)] | None = None
    delimiter: Literal[",", ";", "\t", "|"] | None = None
    unquote: bool = False

    def fits(self, header: Sequence[str]) -> bool:
        """Whether a file with these columns is of this kind."""
        known = {name.casefold() for name in header}
        return bool(self.recognised_by) and known.issuperset(name.casefold() for name in self.recognised_by)

    def find(self, header: Sequence[str]) -> dict[str, int]:
        """Which column of a file is what, counted from 0; ``segment:NAME`` and ``ratings.NAME`` are such by themselves.

        Raises
        ------
        InvalidInputError
            When there is none for the score or the date.
        """
        found = {field: _first(names, header) for field, names in self.columns.named().items()}
        for field in ("score", "answered_at"):
            if found[field] is None:
                wanted = ", ".join(f"'{name}'" for name in self.columns.named()[field])
                there = ", ".join(header) or "nothing"
                raise InvalidInputError(f"no column is it: looked for {wanted}; there is: {there}", field=field)
        plain = {name: at for at, name in enumerate(header) if _PLAIN.match(name)}
        return {field: at for field, at in {**plain, **found}.items() if at is not None}

    def begin_alike(self, header: Sequence[str]) -> dict[str, int]:
        """How many columns there are, where a column was found by its beginning and is not the only one."""
        found = {}
        named = self.columns.named()
        for field, at in self.find(header).items():
            by = next((name for name in named.get(field, ()) if _first((name,), header) == at), None)
            if isinstance(by, StartsWith) and (number := sum(map(by.fits, header))) > 1:
                found[field] = number
        return found


def _first(names: Sequence[Name], header: Sequence[str]) -> int | None:
    folded = [name.casefold() for name in header]
    for name in names:
        if isinstance(name, StartsWith):
            at = next((at for at, one in enumerate(header) if name.fits(one)), None)
        else:
            at = folded.index(name.casefold()) if name.casefold() in folded else None
        if at is not None:
            return at
    return None
