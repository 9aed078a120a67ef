"""What the report says of the score: in a line, on its scale, month by month, and beside a benchmark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sayso.adapters.page_words import first_day, points_text
from sayso.adapters.report_words import Data, Report
from sayso.domain.benchmark import Verdict
from sayso.domain.edition import Headline, TrendChange, TrendPoint
from sayso.domain.nps import signed

_TICKS = (100, 50, 0, -50, -100)


def score_data(report: Report) -> Data | None:
    """The score with its sign, interval, n and trend; None where the company does not show it."""
    if not report.programme.page.show_score:
        return None
    headline = report.edition.figures.headline
    return {
        "title": report.t("page-score"),
        "empty": report.t("page-no-score"),
        "headline": headline and _headline(report, headline),
        "scale": headline and _scale(report, headline),
        "sentences": [] if headline is None else list(_sentences(report, headline)),
        "trend": _trend(report, headline) if headline and report.edition.figures.trend else None,
        "meaning": " ".join(_meaning(report)),
    }


def _headline(report: Report, headline: Headline) -> Data:
    answers = report.t("page-answers", count=headline.n)
    until = report.t("page-until", month=report.month(first_day(headline.until)))
    return {
        "name": report.t("page-score-name"),
        "score": signed(headline.score),
        "range": report.t("page-likely", low=points_text(headline.low), high=points_text(headline.high)),
        "answers": f"{answers}, {until}",
    }


def _scale(report: Report, headline: Headline) -> Data:
    return {
        "alt": report.t("page-scale-title", **_in_points(headline.score, headline.low, headline.high)),
        "score": headline.score,
        "low": headline.low,
        "high": headline.high,
        "ticks": [(points, signed(points)) for points in (-100, 0, 100)],
    }


def _sentences(report: Report, headline: Headline) -> Iterator[str]:
    if headline.asked:
        yield report.t("page-coverage", asked=headline.asked, answered=headline.answered)
    if report.edition.figures.are_few:
        yield report.t("page-few")
    benchmark = report.programme.benchmark
    if benchmark:
        yield " ".join(
            (
                report.t("page-benchmark", nps=points_text(benchmark.nps, sign=True), source=benchmark.source),
                report.t("page-against", verdict=_against(headline, benchmark.nps)),
            )
        )


def _against(headline: Headline, benchmark: int) -> Verdict:
    # As in sayso.domain.benchmark, of the interval that is shown: no reader is to find that the two disagree.
    if headline.low > benchmark:
        return "above"
    return "below" if headline.high < benchmark else "within the noise"


def _trend(report: Report, headline: Headline) -> Data:
    trend, change = report.edition.figures.trend, report.edition.figures.trend_change
    return {
        "title": report.t("page-trend"),
        "alt": f"{report.t('page-trend-title')}. {_described(report, trend)}",
        "change": change and _changed(report, change),
        "caption": report.t("page-trend-caption"),
        "ticks": [(points, signed(points)) for points in _TICKS],
        "points": [
            {
                "month": report.short_month(first_day(at.month)),
                "score": at.score,
                "low": at.low,
                "high": at.high,
                "written": "" if at.score is None else signed(at.score),
                "n": "–" if at.n is None else str(at.n),
            }
            for at in trend
        ],
        "runs": _runs(trend),
        "table": {
            "head": [report.t(f"page-table-{name}") for name in ("month", "score", "range", "answers")],
            "rows": [_row(report, at, headline.until) for at in trend],
        },
    }


def _runs(trend: tuple[TrendPoint, ...]) -> list[list[int]]:
    """Which points follow one another without a gap."""
    runs = groupby(range(len(trend)), lambda index: trend[index].score is not None)
    return [list(run) for has_score, run in runs if has_score]


def _described(report: Report, trend: tuple[TrendPoint, ...]) -> str:
    last = [point for point in trend if point.score is not None][-1]
    return report.t(
        "page-trend-description",
        first=report.month(first_day(trend[0].month)),
        last=report.month(first_day(trend[-1].month)),
        month=report.month(first_day(last.month)),
        count=last.n,
        **_in_points(last.score or 0, last.low or 0, last.high or 0),
    )


def _changed(report: Report, change: TrendChange) -> str:
    key = "same" if not change.is_reliable else "up" if change.after > change.before else "down"
    return report.t(f"page-trend-{key}", before=signed(change.before), after=signed(change.after))


def _row(report: Report, at: TrendPoint, until: str) -> Data:
    month = report.month(first_day(at.month))
    row = {"month": report.t("page-so-far", month=month) if at.month == until else month, "gap": None}
    if at.score is None or at.low is None or at.high is None or at.n is None:
        return {**row, "gap": report.t("page-table-gap")}
    return {
        **row,
        "score": signed(at.score),
        "range": report.t("page-table-range-value", low=points_text(at.low), high=points_text(at.high)),
        "n": report.renderer.number(at.n, report.language),
    }


def _meaning(report: Report) -> Iterator[str]:
    yield report.t("page-score-meaning")
    if any(survey.event for survey in report.programme.surveys.values()):
        yield report.t("page-score-without-tickets")


def _in_points(score: int, low: int, high: int) -> dict[str, str]:
    return {"score": signed(score), "low": points_text(low), "high": points_text(high)}
