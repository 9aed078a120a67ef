"""Which answers a question of `sayso stats` is about: its days, surveys and groups by the names people know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from sayso.cli.accounts import find_account
from sayso.cli.near import near
from sayso.cli.show import WrongUseError, read_day
from sayso.cli.stats_question import Question
from sayso.domain.counting import ALL
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.labels import Labelled
from sayso.domain.periods import PeriodKind, periods, twelve_months
from sayso.services.read_accounts import unlisted
from sayso.services.read_stats import ReadStats, Scope, Selection, Span
from sayso.services.stats_lines import Dimension
from sayso.wiring import Wiring

_SURVEYS_OF = {"nps": "asks from 0 to 10 (an NPS)", "satisfaction": "asks from 1 to 5 (satisfaction)"}


def read_span(read: ReadStats, first: str | None, last: str | None, period: PeriodKind | None = None) -> Span:
    """The days of --from and --to, both included; without them the last twelve months.

    A trend without --from begins with the whole of the period in which these begin: otherwise its first two lines could
    not be compared. Raises InvalidInputError, naming the option, when one is no day, is still to come, or they are the
    wrong way round.
    """
    today = read.window().last
    end = read_day(last, "to") if last else today
    start = read_day(first, "from") if first else _usual_start(_in_calendar(end, "to"), period)
    for day, option in ((start, "from"), (end, "to")):
        _in_calendar(day, option)
    if start > end:
        what = f"{start} is after {end}"
        raise InvalidInputError(what if last else f"{start} is still to come", field="from")
    if end > today:
        raise InvalidInputError(f"{end} is still to come; days are UTC days, and today is {today}", field="to")
    return Span(start, end)


def read_selection(read: ReadStats, question: Question) -> Selection:
    """The surveys of a question, the headline's when it names none.

    Raises NotFoundError when there is no such survey, InvalidInputError when they are on different scales.
    """
    if not question.surveys:
        return read.headline_selection
    names = tuple(dict.fromkeys(question.surveys))
    known = [*read.programme.surveys, *read.history()]
    for name in names:
        if name not in known:
            raise NotFoundError(f"there is no survey '{name}'; {meant(name, known)}", field="survey")
    parts = [read.selections(name)[0] for name in names]
    other = next((part for part in parts if part.scale != parts[0].scale), None)
    if other:
        raise InvalidInputError(
            f"'{parts[0].name}' {_SURVEYS_OF[parts[0].scale]} and '{other.name}' {_SURVEYS_OF[other.scale]}; "
            "they are never summed",
            field="survey",
        )
    return Selection(" + ".join(names), names, parts[0].scale)


class Narrowed(NamedTuple):
    """One value of one dimension, and what it is called; `by` "all" is no narrowing."""

    by: Scope = "all"
    value: str = ALL
    called: str = ""

    def of(self, which: Selection) -> Selection:
        """A selection, narrowed."""
        return which.narrowed(which.name, self.by, self.value)


def narrow(wiring: Wiring, read: ReadStats, surveys: Sequence[str], question: Question) -> Narrowed:
    """What the filter of a question means for these surveys.

    Raises NotFoundError with near matches when nothing was ever counted for it.
    """
    if not question.filters:
        return Narrowed()
    by = question.filters[0]
    typed = str(getattr(question, by))
    if by == "account":
        value, called = find_account(wiring, typed)
    elif by == "owner":
        check_owners(wiring)
        value, called = wiring.pseudonyms.of_owner(typed), typed.strip()
        if value not in read.values(surveys, "owner"):
            raise NotFoundError(f"no answers are counted for an owner '{typed}'", field="owner")
    else:
        value = called = _value(read, surveys, by, typed)
    return Narrowed(by, value, called)


def names_of(wiring: Wiring, read: ReadStats, which: Selection, question: Question, by: Dimension) -> dict[str, str]:
    """The values of a dimension that were ever counted for these surveys, and what each is called."""
    if by == "owner":
        check_owners(wiring)
    values = read.values(which.surveys, by)
    if by == "segment":
        return {value: value for value in _of_one_segment(values, question)}
    if by == "account":
        names = wiring.contacts.names_of_accounts(values)
        return {value: names.get(value) or unlisted(value) for value in values}
    if by == "owner":
        known = {one.owner_id: one.owner_email for one in wiring.contacts.everyone() if one.owner_id}
        return {value: known.get(value) or f"nobody's owner any more ({value[:6]})" for value in values}
    return {value: value for value in values}


def check_owners(wiring: Wiring) -> None:
    """Raise InvalidInputError unless the programme keeps scores per owner."""
    if not wiring.programme.scores_per_owner:
        raise InvalidInputError(
            "scores per owner are off; scores_per_owner in programme.yaml keeps them, of what is asked from then on",
            field="owner",
        )


def meant(typed: str, known: Iterable[str]) -> str:
    """What may have been meant, as the end of a sentence; all there is when nothing is near and it is not much."""
    names = list(known)
    if found := near(typed, names):
        return "did you mean " + ", ".join(f"'{one}'" for one in found) + "?"
    listed = sorted({one.casefold(): one for one in names}.values())
    more = f", and {len(listed) - 12} more" if len(listed) > 12 else ""
    return f"there is: {', '.join(listed[:12])}{more}" if listed else "there is none yet"


def _value(read: ReadStats, surveys: Sequence[str], by: Dimension, typed: str) -> str:
    if by == "segment" and "=" not in typed:
        raise InvalidInputError(f"'{typed}' has no value; write it like plan=Gold, or --by segment", field="segment")
    known = read.values(surveys, by)
    ours: Mapping[Dimension, Sequence[str]] = {
        "language": read.programme.company.languages,
        "driver": [driver.id for driver in read.programme.drivers],
        "theme": [theme.id for theme in read.programme.all_themes],
    }
    labelled: Mapping[Dimension, Sequence[Labelled]] = {
        "driver": read.programme.drivers,
        "theme": read.programme.all_themes,
    }
    # What nobody has named yet is no mistake, but a zero.
    for one in chain(known, ours.get(by, ())):
        if one.casefold() == typed.strip().casefold():
            return one
    labels = {one.label("en").casefold(): one.id for one in labelled.get(by, ())}
    if typed.strip().casefold() in labels:
        return labels[typed.strip().casefold()]
    hint = meant(typed, dict.fromkeys((*known, *ours.get(by, ()))))
    raise NotFoundError(f"there is no {by} '{typed}' that anybody answered for; {hint}", field=by)


def _of_one_segment(values: list[str], question: Question) -> list[str]:
    names = sorted({value.split("=", 1)[0] for value in values})
    if question.segment is None:
        if question.public and len(names) > 1:
            raise WrongUseError(
                f"two segments side by side can give somebody away; say which with --segment: {', '.join(names)}"
            )
        return values
    wanted = question.segment.strip().casefold()
    found = [value for value in values if value.split("=", 1)[0].casefold() == wanted]
    if not found:
        raise NotFoundError(f"there is no segment '{question.segment}'; {meant(wanted, names)}", field="segment")
    return found


def _usual_start(end: date, period: PeriodKind | None) -> date:
    start = twelve_months(end).first
    if period in (None, "rolling"):
        return start
    # Of periods that begin a year earlier, whatever they are, the last one is whole at its beginning.
    return periods(period, start - timedelta(days=366), start)[-1].first


def _in_calendar(day: date, option: str) -> date:
    if not 1990 <= day.year <= 2200:
        raise InvalidInputError(f"{day} is not a day anybody was asked on", field=option)
    return day
