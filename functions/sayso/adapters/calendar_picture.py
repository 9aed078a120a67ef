"""The picture of what goes out in the days to come, with its words: for the desk."""

from __future__ import annotations

from babel import dates

from sayso.adapters.charts.days import DayBar, days_svg
from sayso.adapters.charts.drawing import WIDE, Picture
from sayso.adapters.rendering import Renderer
from sayso.domain.calendar import Calendar
from sayso.domain.programme import Language

_A_WEEK = 8


def calendar_picture(renderer: Renderer, language: Language, calendar: Calendar, *, name: str, width: int) -> Picture:
    """A bar for each day of a calendar, `width` CSS pixels wide. Of a week the days have their names."""
    locale = "en_GB" if language == "en" else language  # as the renderer's
    days, known = calendar.days, calendar.complete_until
    pattern = "E d" if len(days) <= _A_WEEK and width >= WIDE else "d"
    busiest = max(days, key=lambda one: one.total)
    bars = [
        DayBar(
            dates.format_date(one.day, pattern, locale=locale),
            one.total,
            month=dates.format_date(one.day, "LLL", locale=locale) if at == 0 or one.day.day == 1 else "",
            is_least=known is not None and one.day > known,
            is_full=one.is_full,
        )
        for at, one in enumerate(days)
    ]
    told = {"first": days[0].day, "last": days[-1].day, "busiest": busiest.day}
    written = {key: dates.format_skeleton("MMMMd", day, locale=locale) for key, day in told.items()}
    numbers = {"count": calendar.total, "most": busiest.total}
    return days_svg(
        bars,
        name=name,
        title=renderer.text("calendar-title", language, **written),
        description=renderer.text(
            "calendar-description" if calendar.total else "calendar-none", language, **written, **numbers
        ),
        empty=renderer.text("calendar-none", language),
        width=width,
        height=240 if width >= WIDE else 200,
    )
