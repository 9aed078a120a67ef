"""What the report says of the score: in a line, on its scale, month by month, and beside a benchmark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sayso.adapters.page_words import first_day, points_text, score_meaning
from sayso.adapters.report_words import Data, Report
from sayso.domain.edition import TrendChange, TrendPoint
from sayso.domain.nps import signed
from sayso.domain.published import PublicScore

_TICKS = (100, 50, 0, -50, -100)


def score_data(report: Report) -> Data | None:
    """The score with its sign, interval, n and trend; None where the company does not show it."""
    if not report.programme.page.show_score:
        return None
    score = report.statement.score
    is_over = report.year is not None and report.year < report.today.year
    return {
        "title": report.t("page-score-then" if is_over else "page-score"),
        "empty": report.t("page-no-score"),
        "headline": score and _headline(report, score),
        "scale": score and _scale(report, score),
        "sentences": list(_sentences(report, score)) if score else [],
        "trend": _trend(report, score) if score and score.trend else None,
        "meaning": score_meaning(report.renderer, report.programme, report.language),
    }


def _headline(report: Report, it: PublicScore) -> Data:
    answers = report.t("page-answers", count=it.n)
    until = report.t("page-until", month=report.month(first_day(it.until)))
    return {
        "name": report.t("page-score-name"),
        "score": signed(it.score),
        "range": report.t("page-likely", low=points_text(it.low), high=points_text(it.high)),
        "answers": f"{answers}, {until}",
    }


def _scale(report: Report, it: PublicScore) -> Data:
    return {
        "alt": report.t("page-scale-title", **_in_points(it.score, it.low, it.high)),
        "score": it.score,
        "low": it.low,
        "high": it.high,
        "ticks": [(points, signed(points)) for points in (-100, 0, 100)],
    }


def _sentences(report: Report, it: PublicScore) -> Iterator[str]:
    if it.asked:
        yield report.t("page-coverage", asked=it.asked, answered=it.answered)
    if it.few_answers:
        yield report.t("page-few")
    benchmark = it.benchmark
    if benchmark:
        yield " ".join(
            (
                report.t("page-benchmark", nps=points_text(benchmark.nps, sign=True), source=benchmark.source),
                report.t("page-against", verdict=benchmark.score_is),
            )
        )


def _trend(report: Report, it: PublicScore) -> Data:
    trend, change = it.trend, it.change
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
            "rows": [_row(report, at, it.until) for at in trend],
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
    if at.month == until:
        is_running = first_day(until) == report.today.replace(day=1)
        month = report.t("page-so-far" if is_running else "page-in-part", month=month)
    row = {"month": month, "gap": None}
    if at.score is None or at.low is None or at.high is None or at.n is None:
        return {**row, "gap": report.t("page-table-gap")}
    return {
        **row,
        "score": signed(at.score),
        "range": report.t("page-table-range-value", low=points_text(at.low), high=points_text(at.high)),
        "n": report.renderer.number(at.n, report.language),
    }


def _in_points(score: int, low: int, high: int) -> dict[str, str]:
    return {"score": signed(score), "low": points_text(low), "high": points_text(high)}
