"""How the answers of `sayso stats` are written for machines: as JSON, and as the rows of a CSV."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.adapters.csv_out import write_csv
from sayso.cli.stats_about import About
from sayso.domain.benchmark import against
from sayso.domain.programme import Benchmark
from sayso.domain.satisfaction import Satisfaction
from sayso.domain.shares import Share, category_shares
from sayso.services.answer_stats import Answer
from sayso.services.figures import Figures
from sayso.services.stats_lines import Line

_FIGURES = (
    *("scale", "n", "nps", "low", "high", "of_asked_low", "of_asked_high", "people_asked", "few_answers"),
    *("promoters", "passives", "detractors", "mean", "satisfied", "satisfied_percent"),
    *("asked", "answered", "response_rate", "response_rate_low", "response_rate_high", "waiting", "machine"),
)
_MOVED = ("before_from", "before_to", "before_n", "change", "change_low", "change_high", "change_reliable")
COLUMNS = ("kind", "name", "from", "to", *_FIGURES, *_MOVED, *(f"score_{score}" for score in range(11)))


def answer_json(found: Answer, about: About, benchmark: Benchmark | None) -> dict[str, Any]:
    """An answer as plain JSON values; the benchmark, if there is one, stands beside the headline alone."""
    said = about.frame()
    if found.is_overview:
        said["headline"] = _figures(found.whole)
        if benchmark and about.is_headline and said["headline"] and found.whole.figures.counts.n:
            verdict = against(found.whole.figures.counts, benchmark.nps)
            said["headline"]["benchmark"] = {**benchmark.model_dump(), "score_is": verdict}
        for key, kind in (("surveys", "survey"), ("reviews", "review"), ("history", "history")):
            said[key] = {line.name: _with_ratings(line, found) for line in found.shown if line.kind == kind}
    elif about.parts:
        said |= {"of_surveys": list(about.which.surveys), "figures": _figures(found.whole), "by": about.parts}
        said["lines"] = [_line(line) for line in found.shown]
    else:
        said |= {"of_surveys": list(about.which.surveys), "figures": _one(found)}
    if found.hidden:
        said |= {"hidden": found.hidden, "hidden_because": about.hidden_because}
    if found.too_few_a_year:
        said["no_periods_because"] = about.too_few_a_year
    return said


def _line(line: Line) -> dict[str, Any]:
    cut = {} if line.is_whole else {"whole_period": False}
    return {"name": line.name, "from": line.span.first, "to": line.span.last, **cut, **(_figures(line) or {})}


def _figures(line: Line) -> dict[str, Any] | None:
    if line.hidden:
        return None
    return {**line.figures.as_json(), **({"change": line.moved.as_json()} if line.moved else {})}


def _with_ratings(line: Line, found: Answer) -> dict[str, Any]:
    return {**(_figures(line) or {}), "ratings": _ratings(found.ratings.get(line.name, {}), line)}


def _one(found: Answer) -> dict[str, Any] | None:
    """One line alone, with the shares of its three groups."""
    said, figures = _figures(found.whole), found.whole.figures
    if said is None:
        return None
    if figures.scale == "nps" and figures.detail != "score" and figures.counts.n:
        names = ("promoters", "passives", "detractors")
        said["shares"] = dict(zip(names, map(share_json, category_shares(figures.counts)), strict=True))
    for ratings in found.ratings.values():
        said["ratings"] = _ratings(ratings, found.whole)
    return said


def _ratings(ratings: Mapping[str, Satisfaction], line: Line) -> dict[str, Any]:
    told = ("n", "mean", "few_answers")
    is_public = line.figures.detail != "scores"
    return {
        name: {key: value for key, value in one.as_json().items() if not is_public or key in told}
        for name, one in ratings.items()
    }


def share_json(share: Share) -> dict[str, Any]:
    """A share as plain JSON values; of nothing it is null."""
    known = share.whole > 0
    return {
        "part": share.part,
        "of": share.whole,
        "percent": round(share.percent, 1) if known else None,
        "interval": share.interval.tenths if known else None,
    }


def write_lines(lines: Sequence[Line]) -> None:
    """Print lines as CSV, one row each, every column always there; hidden ones are left out."""
    write_csv(sys.stdout, COLUMNS, (_row(line) for line in lines if not line.hidden))


def _row(line: Line) -> dict[str, Any]:
    said = line.figures.as_json()
    moved = line.moved.as_json() if line.moved else {}
    low, high = said.get("interval") or (None, None)
    among = said.get("of_those_asked") or {}
    rate = said.get("response_rate") or {}
    first_score = 0 if line.figures.scale == "nps" else 1
    return {
        "kind": line.kind,
        "name": line.name,
        "from": line.span.first,
        "to": line.span.last,
        **said,
        "low": low,
        "high": high,
        "people_asked": among.get("asked"),
        **dict(zip(("of_asked_low", "of_asked_high"), among.get("interval", ()), strict=False)),
        **_asked(line.figures),
        "response_rate": rate.get("percent"),
        **dict(zip(("response_rate_low", "response_rate_high"), rate.get("interval", ()), strict=False)),
        **{
            f"before_{name}" if name in ("from", "to", "n") else f"change_{name}": value
            for name, value in moved.items()
        },
        "change": moved.get("points"),
        **dict(zip(("change_low", "change_high"), moved.get("interval") or (), strict=False)),
        **{f"score_{first_score + at}": count for at, count in enumerate(said.get("scores", ()))},
    }


def _asked(figures: Figures) -> dict[str, Any]:
    """Nothing rather than a zero where it is not known."""
    return {"asked": None, "answered": None} if figures.coverage == "none" else {}
