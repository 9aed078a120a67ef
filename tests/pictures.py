"""Pictures to try: one of each kind, and short ways to make more."""

from __future__ import annotations

from typing import Any

from sayso.adapters.charts.distribution import Bar, Group, distribution_svg
from sayso.adapters.charts.drawing import Picture
from sayso.adapters.charts.drivers import Driver, DriverWords, Part, drivers_svg
from sayso.adapters.charts.scale import scale_svg
from sayso.adapters.charts.series import Point, rate_svg, trend_svg
from sayso.domain.nps import signed

TOLD = {"title": "What it is", "description": "What it shows, 12 answers."}
WORDS = DriverWords("of detractors", "of promoters", "pull")
HOSTILE = "</text><script>alert(1)</script>&amp;\"'\u202egnp.exe\u2066\x00\x0b\ufffe\ud800]]>" + "W" * 200


def percent(share: float) -> str:
    return f"{share:.0f} %"


def trend(points: list[Point], *, width: int = 640, **more: Any) -> Picture:
    return trend_svg(points, name="t", signed=signed, empty="No answers yet", width=width, **TOLD, **more)


def rate(points: list[Point], *, width: int = 640, **more: Any) -> Picture:
    return rate_svg(points, name="r", percent=percent, empty="No answers yet", width=width, **TOLD, **more)


def distribution(*counts: int, width: int = 640, labels: tuple[str, str, str] | None = None) -> Picture:
    low, middle, high = labels or ("Detractors", "Passives", "Promoters")
    bars = [Bar(str(score), count) for score, count in enumerate(counts)]
    shares = ("39 %", "20 %", "41 %") if any(counts) else ("", "", "")
    parts = (bars[:7], bars[7:9], bars[9:])
    groups = [Group(*one) for one in zip((low, middle, high), shares, parts, strict=True)]
    return distribution_svg(groups, name="d", empty="No answers yet", width=width, **TOLD)


def drivers(found: list[Driver], *, width: int = 640, words: DriverWords = WORDS) -> Picture:
    return drivers_svg(
        found, name="v", words=words, percent=percent, signed=signed, empty="No answers yet", width=width, **TOLD
    )


MONTHS = [Point(f"2026-{month:02d}", score, score - 20, score + 18, 31) for month, score in enumerate((12, 20, 31), 1)]
GAP = Point("2026-04", n=3)
EXAMPLES = {
    "trend": trend([*MONTHS, GAP, Point("2026-05", 100, 80, 100, 9), Point("2026-06", -100, -100, -70, 8)]),
    "moved": trend(
        [*MONTHS, Point("2026-04", 50, 10, 80, 4, is_part=True)], mark=("2026-02", "from here: our own survey")
    ),
    "rate": rate([Point("2026-01", 41.5, 30, 52, 80), Point("2026-02", 100, 96, 100, 1)]),
    "distribution": distribution(1, 0, 2, 4, 3, 8, 9, 11, 17, 30, 22),
    "drivers": drivers([Driver("Response time", Part(48, 36, 60), Part(6, 3, 11), -7.2, 34)]),
    "scale": scale_svg(45, 29, 58, name="s", signed=signed, **TOLD),
}
