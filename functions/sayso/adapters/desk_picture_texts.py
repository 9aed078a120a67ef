"""What is written in the pictures of the desk: periods, shares and points, as each language writes them."""

from __future__ import annotations

from babel import dates, numbers

from sayso.adapters.charts.drawing import WIDE, Number
from sayso.domain.labels import Language
from sayso.domain.nps import signed
from sayso.domain.periods import PeriodKind
from sayso.domain.stretch import Stretch


def short_label(one: Stretch, kind: PeriodKind, language: Language, width: int, count: int) -> str:
    """The name of a period below the picture, as short as there is room."""
    day = one.last if kind == "rolling" else one.first
    if kind == "week":
        return one.name.partition("-")[2]
    if kind == "year":
        return str(day.year)
    if kind == "quarter":
        return f"{dates.format_date(day, 'QQQ', locale=language)} {day:%y}"
    if count > 13:
        return f"{dates.format_date(day, 'LLL', locale=language)} {day:%y}"
    return str(dates.format_date(day, "LLL" if width >= WIDE else "LLLLL", locale=language))


def long_label(one: Stretch, kind: PeriodKind, language: Language) -> str:
    """The name of a period in full."""
    if kind in ("week", "year"):
        return one.name
    if kind == "rolling":
        return str(dates.format_date(one.last, "long", locale=language))
    return str(dates.format_skeleton("yQQQ" if kind == "quarter" else "yMMMM", one.first, locale=language))


def percent(share: Number, language: Language) -> str:
    """A share in percent, whole."""
    return str(numbers.format_percent(share / 100, locale=language))


def tenth(points: Number, language: Language) -> str:
    """Points to a tenth, as a pull is often less than one; whole from ten on."""
    rounded = round(points, 1)
    if abs(rounded) >= 10:
        return signed(points)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return f"{sign}{numbers.format_decimal(abs(rounded), '0.0', locale=language)}"
