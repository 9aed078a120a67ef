"""What a question costs when its counters hold ever more responses: the same number of reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sayso.adapters.counter_store import counter_updates
from sayso.adapters.items import Put
from sayso.adapters.keys import directory
from sayso.domain.counting import CounterCell
from sayso.services.read_stats import ReadStats, Selection
from tests.bench.metered_items import MeteredItems
from tests.builders import PROGRAMME, World

SIZES = (1_000, 1_000_000)
COLUMNS = (
    "statistic over twelve months",
    *(f"reads at {size:,}" for size in SIZES),
    *(f"units at {n:,}" for n in SIZES),
)
_SURVEY = "annual"
_DRIVER = PROGRAMME.drivers[0].id
_THEME = PROGRAMME.all_themes[0].id
_PAGE = 1024 * 1024  # bytes that one Query reads; beyond them it takes another
# One of so many responses is of this group, on each day of a year.
_SHARES = {
    ("all", "-"): 1,
    ("account", "account-0"): 100,
    ("language", "en"): 3,
    ("segment", "tier=gold"): 3,
    ("driver", _DRIVER): 6,
    ("theme", _THEME): 5,
}
_QUESTIONS: dict[str, Callable[[ReadStats], object]] = {
    "headline": lambda stats: stats.headline(*stats.window()),
    "a survey": lambda stats: stats.survey(_SURVEY, *stats.window()),
    "an account": lambda stats: stats.figures(_of("account", "account-0"), *stats.window()),
    "a language": lambda stats: stats.figures(_of("language", "en"), *stats.window()),
    "a segment": lambda stats: stats.figures(_of("segment", "tier=gold"), *stats.window()),
    "a driver": lambda stats: stats.figures(_of("driver", _DRIVER), *stats.window()),
    "all drivers": lambda stats: stats.drivers(*stats.window()),
    "all themes": lambda stats: stats.themes(*stats.window()),
    "a survey's ratings": lambda stats: stats.ratings(_SURVEY, *stats.window()),
}


def measure() -> list[tuple[str, ...]]:
    """One row for each statistic."""
    worlds = [world_of(size) for size in SIZES]
    rows = []
    for name, ask in _QUESTIONS.items():
        used = [_used(world, ask) for world in worlds]
        rows.append((name, *(str(reads) for reads, _ in used), *(f"{units:g}" for _, units in used)))
    return rows


def is_flat(rows: list[tuple[str, ...]]) -> bool:
    """Whether every statistic took as many reads of few responses as of many."""
    return all(len(set(row[1 : 1 + len(SIZES)])) == 1 for row in rows)


def calls(world: World, ask: Callable[[], object]) -> int:
    """How many requests it takes to answer a question."""
    return _used(world, lambda _: ask())[0]


def _used(world: World, ask: Callable[[ReadStats], object]) -> tuple[int, float]:
    items = world.items
    assert isinstance(items, MeteredItems)
    items.calls = 0
    items.uses.clear()
    ask(world.read_stats)
    return items.calls + sum(int(use.reads * 4096 // _PAGE) for use in items.uses), sum(use.reads for use in items.uses)


def _of(scope: str, value: str) -> Selection:
    return Selection(value, (_SURVEY,)).narrowed(value, scope, value)  # type: ignore[arg-type]


def world_of(responses: int) -> World:
    """The counters of so many responses, as the counting would have left them."""
    world = World()
    world.items = MeteredItems()
    last = world.clock().date()
    for at in range(365):
        day = last - timedelta(days=at)
        cells = _cells(day, at, responses)
        for update in counter_updates(cells):
            world.items.write(update)
    known = {(scope, value): directory(_SURVEY, scope, value) for scope, value in (*_SHARES, ("rating", "quality"))}
    for key in known.values():
        world.items.write(Put({**key._asdict(), "entity": "directory"}))
    _must_hold(world, responses)
    return world


def _cells(day: date, at: int, responses: int) -> dict[CounterCell, int]:
    cells: dict[CounterCell, int] = {}
    for (scope, value), share in _SHARES.items():
        for score, count in enumerate(_spread(responses // share, at)):
            if count:
                cells[CounterCell(_SURVEY, scope, value, "A", str(day), f"s{score}")] = count
        for field in ("sent", "delivered", "answered"):
            cells[CounterCell(_SURVEY, scope, value, "S", str(day), field)] = responses // share // 365 + 1
    for score, count in enumerate(_spread(responses, at)):
        if count:
            cells[CounterCell(_SURVEY, "rating", "quality", "A", str(day), f"r4s{score}")] = count
    return cells


def _spread(responses: int, at: int) -> list[int]:
    """The eleven scores of one day of 365, none of the responses left out."""
    places = 365 * 11
    return [responses // places + (at * 11 + score < responses % places) for score in range(11)]


def _must_hold(world: World, responses: int) -> None:
    found = world.read_stats.headline(*world.read_stats.window()).counts.n
    assert found == responses, (found, responses)
