"""How drivers and ratings are written by `sayso stats drivers`: as rows of tables, as JSON and as rows of a CSV."""

from __future__ import annotations

from textwrap import fill
from typing import Any

from sayso.cli import show
from sayso.cli.plot_words import signed_tenth
from sayso.cli.stats_about import About
from sayso.cli.stats_rows import share_json
from sayso.cli.stats_tables import WIDE
from sayso.cli.stats_words import NOTHING
from sayso.domain.driver_analysis import DriverEffect
from sayso.domain.nps import FEW_ANSWERS, signed
from sayso.domain.programme import Programme
from sayso.domain.rating_analysis import Association
from sayso.domain.satisfaction import Satisfaction
from sayso.domain.shares import Share
from sayso.services.read_drivers import Analysis

COLUMNS = (
    *("kind", "survey", "name", "n", "nps", "low", "high", "of_detractors", "of_promoters", "pull", "reliable"),
    *("mean", "correlation", "correlation_low", "correlation_high"),
)


def driver_heads(found: Analysis) -> list[str]:
    """The heads of the table; in a narrow one they say once how many all detractors and promoters are."""
    if show.console.width >= WIDE or found.public:
        heads = ["driver", "of detractors", "of promoters"]
        return heads if found.public else [*heads, "NPS of those who named it", "answers", "pull"]
    counts = found.whole.figures.counts
    groups = [f"of {counts.detractors}\ndetractors", f"of {counts.promoters}\npromoters"]
    return ["driver", *groups, "NPS of those\nwho named it", "answers", "pull"]


def driver_row(one: DriverEffect, found: Analysis, programme: Programme) -> tuple[Any, ...]:
    """A driver as a row of the table, with only what may be told."""
    is_wide = show.console.width >= WIDE
    label = label_of(one, programme) if is_wide else fill(label_of(one, programme), 18)
    criticised, praised = told_shares(one, found)
    if found.public:
        return label, _share(criticised), _share(praised)
    shares = [_share(share, is_wide=is_wide) for share in (criticised, praised)]
    if one.nps is None or one.interval is None:
        return label, *shares, NOTHING, 0, NOTHING
    low, high = one.interval.rounded
    ends = f"{signed(low)} to {signed(high)}"
    score = f"{signed(one.nps)}, likely {ends}" if is_wide else f"{signed(one.nps)} ({ends})"
    few = ", few" if one.counts.n < FEW_ANSWERS else ""
    pull = _pull(one) if is_wide else _pull(one).replace(", ", ",\n")
    return label, *shares, score, f"{one.counts.n}{few}", pull


def label_of(one: DriverEffect, programme: Programme) -> str:
    """A driver as people read it."""
    return next((driver.label("en") for driver in programme.drivers if driver.id == one.driver), one.driver)


def _pull(one: DriverEffect) -> str:
    if one.pull is None:
        return "everybody named it"
    differs = one.against_others is not None and one.against_others.is_reliable
    return f"{signed_tenth(one.pull)}{', reliable' if differs else ''}"


def told_shares(one: DriverEffect, found: Analysis) -> tuple[Share | None, Share | None]:
    """The shares of detractors and of promoters, as far as they may be told."""
    criticised = one.of_detractors if not found.public or one.driver in found.criticised else None
    praised = one.of_promoters if not found.public or one.driver in found.praised else None
    return criticised, praised


def _share(share: Share | None, *, is_wide: bool = True) -> str:
    if share is None or not share.whole:
        return NOTHING
    if not is_wide:
        return f"{share.part}, {share.percent:.0f} %"
    return f"{share.percent:.0f} % ({share.part} of {share.whole})"


def rating_row(given: Satisfaction, along: Association) -> tuple[Any, ...]:
    """A rating as a row of the table."""
    few = ", few" if given.n < FEW_ANSWERS else ""
    if along.correlation is None:
        return f"{given.mean:.1f}", f"{given.n}{few}", "all the same", NOTHING
    ends = along.interval
    told = f"{_two(along.correlation)}"
    if ends is not None and ends.low <= 0 <= ends.high:
        told += ", may be noise"
    return f"{given.mean:.1f}", f"{given.n}{few}", told, f"{_two(ends.low)} and {_two(ends.high)}" if ends else NOTHING


def _two(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def analysis_json(found: Analysis, about: About) -> dict[str, Any]:
    """The analysis as plain JSON values."""
    whole = None if found.whole.hidden else found.whole.figures.as_json()
    said: dict[str, Any] = {**about.frame(), "surveys": list(about.which.surveys), "figures": whole}
    said["drivers"] = [_effect(one, found) for one in found.shown]
    if not found.public:
        said["ratings"] = {
            survey: {rating: {**given.as_json(), **_along(along)} for rating, (given, along) in pairs.items()}
            for survey, pairs in found.ratings.items()
        }
    if found.hidden:
        said |= {"hidden": found.hidden, "hidden_because": about.hidden_because}
    return said


def _effect(one: DriverEffect, found: Analysis) -> dict[str, Any]:
    criticised, praised = told_shares(one, found)
    said: dict[str, Any] = {
        "driver": one.driver,
        "of_detractors": share_json(criticised) if criticised else None,
        "of_promoters": share_json(praised) if praised else None,
    }
    if found.public:
        return said
    others = one.against_others
    return said | {
        "n": one.counts.n,
        "nps": one.nps,
        "interval": one.interval.tenths if one.interval else None,
        "few_answers": one.counts.n < FEW_ANSWERS,
        "pull": None if one.pull is None else round(one.pull, 1),
        "differs_from_others": others.is_reliable if others else None,
    }


def _along(along: Association) -> dict[str, Any]:
    ends = along.interval
    return {
        "correlation": None if along.correlation is None else round(along.correlation, 3),
        "correlation_interval": [round(ends.low, 3), round(ends.high, 3)] if ends else None,
    }


def analysis_rows(found: Analysis) -> list[dict[str, Any]]:
    """The analysis as rows of a CSV."""
    rows: list[dict[str, Any]] = []
    for one in found.shown:
        said = _effect(one, found)
        low, high = said.get("interval") or (None, None)
        shares = {name: (said[name] or {}).get("percent") for name in ("of_detractors", "of_promoters")}
        more = {"kind": "driver", "name": one.driver, "low": low, "high": high}
        rows.append({**said, **shares, **more, "reliable": said.get("differs_from_others")})
    for survey, pairs in found.ratings.items():
        for rating, (given, along) in pairs.items():
            low, high = _along(along)["correlation_interval"] or (None, None)
            more = {"kind": "rating", "survey": survey, "name": rating, "n": given.n, "mean": round(given.mean, 2)}
            rows.append({**more, **_along(along), "correlation_low": low, "correlation_high": high})
    return rows
