"""The two pictures of the public page: the score on its scale, and month by month."""

from __future__ import annotations

from functools import partial

from babel import dates

from sayso.adapters.charts.drawing import Picture
from sayso.adapters.charts.scale import scale_svg
from sayso.adapters.charts.series import Point, trend_svg
from sayso.adapters.page_words import first_day, points_text
from sayso.adapters.rendering import Renderer
from sayso.domain.nps import signed
from sayso.domain.programme import Language
from sayso.domain.published import PublicScore


def scale_picture(renderer: Renderer, language: Language, score: PublicScore, *, name: str, width: int) -> Picture:
    """The score and its interval between −100 and +100."""
    title = renderer.text("page-scale-title", language, **_in_points(score.score, score.low, score.high))
    return scale_svg(score.score, score.low, score.high, name=name, title=title, signed=signed, width=width)


def trend_picture(
    renderer: Renderer, language: Language, score: PublicScore, *, name: str, width: int, height: int
) -> Picture:
    """The months of a score's trend; raises IndexError where none of them may be shown."""
    trend = score.trend
    last = [point for point in trend if point.score is not None][-1]
    month = partial(dates.format_skeleton, "yMMMM", locale=language)
    written = partial(dates.format_date, format="LLL" if width >= 480 else "LLLLL", locale=language)
    return trend_svg(
        [Point(written(first_day(at.month)), at.score, at.low, at.high, at.n) for at in trend],
        name=name,
        title=renderer.text("page-trend-title", language),
        description=renderer.text(
            "page-trend-description",
            language,
            first=month(first_day(trend[0].month)),
            last=month(first_day(trend[-1].month)),
            month=month(first_day(last.month)),
            count=last.n,
            **_in_points(last.score or 0, last.low or 0, last.high or 0),
        ),
        signed=signed,
        width=width,
        height=height,
    )


def _in_points(score: int, low: int, high: int) -> dict[str, str]:
    return {"score": signed(score), "low": points_text(low), "high": points_text(high)}
