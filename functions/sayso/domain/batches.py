"""What becomes public together: batches of five answers or more, of which every public figure is a sum.

Whoever adds and subtracts public figures, of one edition or of many, of the year or of a month, gets sums and
differences of whole batches, and so never anything about one to four answers (rule 12). That holds by construction:
a batch is never cut, and leaves the twelve months as a whole.

Nearly every batch is of one month. What is left over of several months is gathered until it makes a batch of its own,
which is part of the year's figures and of no month's. So the public n may be up to four behind, and more only where
answers were changed after they became public: one to four changes of a month's public answers stay unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.domain.entity import Entity
from sayso.domain.nps import FEW_ANSWERS, SMALLEST_GROUP

Vector = tuple[int, ...]
"""How many answers of each kind: of each score, 0 to 10. As a change it may hold numbers below zero."""


class Batch(Entity):
    """Changes that became public together: by month ``YYYY-MM`` what came, less what it replaced."""

    months: dict[str, Vector]

    @property
    def last_month(self) -> str:
        """The newest of its months; with it the batch leaves the twelve months."""
        return max(self.months)

    @property
    def is_of_one_month(self) -> bool:
        """Whether it may be told which month it is of."""
        return len(self.months) == 1


def public_months(batches: Iterable[Batch], *, whole: bool = True) -> dict[str, Vector]:
    """What is public by month; without `whole` only what may be told by month."""
    months: dict[str, Vector] = {}
    for batch in batches:
        if whole or batch.is_of_one_month:
            for month, change in batch.months.items():
                months[month] = _plus(months.get(month), change)
    return months


def take_in(
    batches: Sequence[Batch], now: Mapping[str, Vector], window: Sequence[str], *, at_least: int = SMALLEST_GROUP
) -> tuple[Batch, ...]:
    """The batches that may be public now.

    Parameters
    ----------
    batches : sequence of Batch
        What is public.
    now : mapping of str to Vector
        The answers there are, by month.
    window : sequence of str
        The months figures are about, oldest first.
    at_least : int
        How many changes must have come together before anything moves; never less than five.

    Returns
    -------
    tuple of Batch
        Without what the window has left behind; with what is new, if it is enough.
    """
    kept = tuple(batch for batch in batches if batch.last_month >= window[0])
    public, by_month = public_months(kept), public_months(kept, whole=False)
    changes = {month: _minus(now.get(month), public.get(month)) for month in window}
    sizes = {month: _size(change) for month, change in changes.items()}
    alone = {
        month: changes[month]
        for month, size in sizes.items()
        if size >= SMALLEST_GROUP and _leaves_no_small_group(by_month.get(month), changes[month])
    }
    # What takes something back is no part of a batch that outlives its month: nothing would be left to take it from.
    rest = {
        month: changes[month] for month, size in sizes.items() if 0 < size < SMALLEST_GROUP and min(changes[month]) >= 0
    }
    total = sum(map(sum, public.values())) + sum(map(sum, alone.values())) + sum(map(sum, rest.values()))
    if 0 < _total(rest) < SMALLEST_GROUP:
        host = min((month for month in alone if min(alone[month]) >= 0), key=lambda m: (sizes[m], m), default=None)
        if host and total < FEW_ANSWERS:
            # Of so few no month is told anyway, and four more or less would show.
            rest[host] = alone.pop(host)
        else:
            rest = {}
    came = sum(sizes[month] for month in (*alone, *rest))
    if came < max(at_least, SMALLEST_GROUP):
        return kept
    return (*kept, *(Batch(months={month: change}) for month, change in alone.items()), *_mixed(rest))


def _mixed(rest: dict[str, Vector]) -> tuple[Batch, ...]:
    return (Batch(months=rest),) if rest else ()


def _leaves_no_small_group(before: Vector | None, change: Vector) -> bool:
    """A month leaves as a whole: what is public of it must be no small group even if answers were taken back."""
    after = _plus(before, change)
    return sum(after) >= SMALLEST_GROUP and min(after) >= 0


def _size(change: Vector) -> int:
    """How many answers differ, one that was changed counting once."""
    return max(sum(one for one in change if one > 0), -sum(one for one in change if one < 0))


def _total(changes: Mapping[str, Vector]) -> int:
    return sum(_size(change) for change in changes.values())


def _plus(first: Vector | None, second: Vector) -> Vector:
    return tuple(a + b for a, b in zip(first, second, strict=True)) if first else second


def _minus(first: Vector | None, second: Vector | None) -> Vector:
    if first is None:
        return tuple(-one for one in second) if second else (0,)
    return tuple(a - b for a, b in zip(first, second, strict=True)) if second else first
