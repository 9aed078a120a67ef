"""What a programme sets, fact by fact, read off the programme itself: for whoever puts it in words.

A fact is named by its place ("surveys.reminder_after"), with `FIELDS` as all the names there are: whoever words them
can be asked for each. What cannot be read off a type is said here, once, and a test knows every setting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as member
from datetime import date, time, timedelta
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from sayso.domain.address import check_email
from sayso.domain.labels import Labelled, Language
from sayso.domain.programme import Programme, Survey
from sayso.domain.time import parse_months, parse_working_days

Kind = Literal["nothing", "flag", "code", "text", "number", "span", "months", "working_days", "time", "list", "hidden"]
Unit = Literal["", "minutes", "hours", "days", "months", "working_days"]

PARTS: dict[str, tuple[str, ...]] = {
    "surveys": ("surveys", "tickets"),
    "rhythm": ("send_window", "distances", "sending"),
    "questions": ("drivers", "themes", "ratings", "evidence", "review_link"),
    "follow_up": ("follow_up",),
    "reports": ("digests", "reviews", "scores_per_owner"),
    "page": ("page", "benchmark"),
    "privacy": ("privacy",),
    "company": ("company", "sender"),
    "helpdesk": ("hooks",),
}
"""The parts it is read in, and the sections of the programme in each."""
_NAMES = frozenset({"id", *get_args(Language)})
# Of these, exactly one or none is set, or each has a usual one of its own: that another is not set says nothing.
_SILENT = frozenset(
    {
        *(f"surveys.{name}" for name in ("after", "every", "rotating", "event", "question.en", "question.de")),
        *("surveys.question.nl", "follow_up.owners.name", "follow_up.owners.timezone", "follow_up.owners.manager"),
        *("follow_up.owners.holidays", "hooks.header", "hooks.timezone", "hooks.touchpoint", "company.logo"),
        *("hooks.fields.requester_name", "hooks.fields.time", "hooks.fields.tags", "hooks.fields.name"),
        *("hooks.fields.email", "hooks.fields.contact_id"),
    }
)
_OF_EVENTS = frozenset({"quiet_time", "once_in"})
_OWNERS = "follow_up.owners"
_OF_STAFF = ("follow_up.", "digests.")  # the sender's addresses are in every mail


@dataclass(frozen=True)
class Fact:
    """One setting. `number` is in `unit`s; `texts` what is listed, or the one text or code; `of` says of what of a
    list it is: a language. `hidden` are so many addresses that the reader may not see."""

    field: str
    kind: Kind
    number: int = 0
    unit: Unit = ""
    texts: tuple[str, ...] = ()
    of: str = ""


@dataclass(frozen=True)
class FactGroup:
    """The settings of one of several: a survey, a driver, a person. `name` is what the company calls it by language;
    `key` what it is called in the programme."""

    field: str
    key: str
    name: Mapping[Language, str] = member(default_factory=dict)
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class FactPart:
    """What is read together: a part of `PARTS`, the settings it has once, and those of each of several."""

    part: str
    facts: tuple[Fact, ...]
    groups: tuple[FactGroup, ...]


def programme_facts(programme: Programme, *, with_staff: bool) -> list[FactPart]:
    """All that a programme sets. Without staff nothing names our own people."""
    found = []
    for part, sections in PARTS.items():
        reader = _Reader(with_staff)
        for section in sections:
            reader.read(section, getattr(programme, section), Programme.model_fields[section])
        found.append(FactPart(part, tuple(reader.facts), tuple(reader.groups)))
    return found


class _Reader:
    """Collects what it reads, in order."""

    def __init__(self, with_staff: bool) -> None:
        self._with_staff = with_staff
        self.facts: list[Fact] = []
        self.groups: list[FactGroup] = []

    def read(self, place: str, value: Any, about: FieldInfo) -> None:
        if isinstance(value, BaseModel):
            self.read_all(place, value)
        elif any(map(_is_model, _flat(about.annotation))):
            self._read_several(place, value)
        elif isinstance(value, dict):
            self.facts += [_fact(place, one, about, str(key)) for key, one in value.items()]
        elif value is not None or place not in _SILENT:
            is_hidden = not self._with_staff and value and place.startswith(_OF_STAFF) and _is_address(about)
            self.facts.append(_hidden(place, value) if is_hidden else _fact(place, value, about))

    def read_all(self, place: str, section: BaseModel) -> None:
        for name, about in type(section).model_fields.items():
            if isinstance(section, Labelled) and name in _NAMES:
                continue
            if not (isinstance(section, Survey) and _says_nothing(section, name)):
                self.read(f"{place}.{name}", getattr(section, name), about)

    def _read_several(self, place: str, value: Any) -> None:
        if not value:
            if place not in _SILENT:
                self.facts.append(Fact(place, "nothing"))
        elif not self._with_staff and place == _OWNERS:
            self.facts.append(_hidden(place, tuple(value)))
        else:
            for key, one in value.items() if isinstance(value, dict) else enumerate(value):
                inner = _Reader(self._with_staff)
                inner.read_all(place, one)
                self.groups.append(_group(place, str(key), one, inner.facts))


def _group(place: str, key: str, one: BaseModel, facts: list[Fact]) -> FactGroup:
    if isinstance(one, Labelled):
        languages = (language for language in get_args(Language) if getattr(one, language))
        return FactGroup(place, one.id, {language: getattr(one, language) for language in languages}, tuple(facts))
    return FactGroup(place, key, {}, tuple(facts))


def _says_nothing(survey: Survey, name: str) -> bool:
    """Whether a setting of a survey is one that it does not read."""
    if name == "reminders":
        return survey.reminder_after is None
    return name in _OF_EVENTS and survey.kind == "relationship"


def _hidden(place: str, value: Any) -> Fact:
    return Fact(place, "hidden", number=len(value) if isinstance(value, tuple) else 1)


def _is_address(about: FieldInfo) -> bool:
    return any(getattr(one, "func", None) is check_email for one in _metadata([about.annotation, *about.metadata]))


def _fact(place: str, value: Any, about: FieldInfo, of: str = "") -> Fact:
    if value is None or value == ():
        return Fact(place, "nothing", of=of)
    if isinstance(value, bool):
        return Fact(place, "flag", number=int(value), of=of)
    if isinstance(value, timedelta):
        return Fact(place, "span", *_in_units(value), of=of)
    if isinstance(value, int):
        counted = {parse_months: "months", parse_working_days: "working_days"}
        readers = (
            one.func for one in _metadata([about.annotation, *about.metadata]) if isinstance(one, BeforeValidator)
        )
        unit = next((counted[reader] for reader in readers if reader in counted), "")
        return Fact(place, unit or "number", value, unit, of=of)  # type: ignore[arg-type]
    if isinstance(value, time):
        return Fact(place, "time", texts=(value.isoformat("minutes"),), of=of)
    if isinstance(value, tuple | dict):
        return Fact(place, "list", len(value), texts=tuple(map(_text, value)), of=of)
    is_code = any(get_origin(one) is Literal for one in _flat(about.annotation))
    return Fact(place, "code" if is_code else "text", texts=(_text(value),), of=of)


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _in_units(span: timedelta) -> tuple[int, Unit]:
    minutes = int(span.total_seconds()) // 60
    if minutes and minutes % (24 * 60) == 0:
        return minutes // (24 * 60), "days"
    return (minutes // 60, "hours") if minutes % 60 == 0 else (minutes, "minutes")


def _is_model(one: Any) -> bool:
    return isinstance(one, type) and issubclass(one, BaseModel)


def _flat(annotation: Any) -> Iterator[Any]:
    """A type, and all it is made of."""
    yield annotation
    origin = get_origin(annotation)
    if origin is not None and origin is not Literal:
        for part in get_args(annotation)[: 1 if origin is Annotated else None]:
            yield from _flat(part)


def _metadata(annotations: list[Any]) -> Iterator[Any]:
    for one in annotations:
        if get_origin(one) is Annotated:
            yield from get_args(one)[1:]
        if get_origin(one) in (Annotated, Union, UnionType, tuple, dict):
            yield from _metadata(list(get_args(one)))
        elif not isinstance(one, type):
            yield one


def _fields(place: str, model: type[BaseModel]) -> Iterator[str]:
    for name, inner in model.model_fields.items():
        if issubclass(model, Labelled) and name in _NAMES:
            continue
        here = f"{place}.{name}" if place else name
        models = [one for one in _flat(inner.annotation) if _is_model(one)]
        if inner.annotation not in models:
            yield here
        for one in models:
            yield from _fields(here, one)


FIELDS: tuple[str, ...] = tuple(dict.fromkeys(_fields("", Programme)))
"""The name of every setting there can be, in the order of the programme."""
