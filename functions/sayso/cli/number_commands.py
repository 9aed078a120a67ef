"""`sayso stats` and `verify`: the numbers, and the proof that they are right."""

from __future__ import annotations

from dataclasses import asdict

import typer

from sayso.cli.show import AsJson, StackName, as_json, say, table
from sayso.cli.target import find
from sayso.domain.nps import FEW_ANSWERS, interval, nps, signed
from sayso.services.read_stats import Figures


def stats(stack: StackName = None, json: AsJson = False) -> None:
    """Show the scores of the last twelve months: the relationship score first, then every survey by itself."""
    wiring = find(stack).wiring()
    read = wiring.read_stats
    first, last = read.window()
    headline = read.headline(first, last)
    surveys = [read.survey(name, first, last) for name in wiring.programme.surveys]
    if json:
        as_json(
            {
                "from": first,
                "to": last,
                "headline": headline.as_json(),
                "surveys": {figures.name: figures.as_json() for figures in surveys},
            }
        )
        return
    say(sentence(headline))
    rows = [_row(figures) for figures in (headline, *surveys)]
    columns = ("survey", "NPS", "likely between", "answers", "promoters", "passives", "detractors", "answered of asked")
    table(f"{first} to {last}", columns, rows, empty="")


def sentence(figures: Figures) -> str:
    """The headline as somebody would read it aloud."""
    counts = figures.counts
    if not counts.n:
        return "No confirmed answers yet."
    low, high = interval(counts).rounded
    few = ", which is few" if counts.n < FEW_ANSWERS else ""
    between = f"likely between {signed(low)} and {signed(high)}"
    coverage = f"{figures.answered} of {figures.asked} answered"
    return f"{signed(nps(counts))} · {between} · {counts.n} answers{few}, 12 months · {coverage}"


def _row(figures: Figures) -> tuple[str | int, ...]:
    counts = figures.counts
    groups = (counts.n, counts.promoters, counts.passives, counts.detractors)
    coverage = f"{figures.answered} of {figures.asked}"
    if not counts.n:
        return figures.name, "–", "–", *groups, coverage
    low, high = interval(counts).rounded
    return figures.name, signed(nps(counts)), f"{signed(low)} and {signed(high)}", *groups, coverage


def verify(stack: StackName = None, json: AsJson = False) -> None:
    """Prove the counters: against their ledger, and against the answers and mails themselves.

    Drift (a counter that is not the sum of its ledger) is always a fault. What is behind was written a moment ago
    and is counted within seconds; look again. Exit code 1 when anything does not agree.
    """
    found = find(stack).wiring().verify_counts.verify()
    if json:
        as_json({**asdict(found), "exact": found.is_exact})
    elif found.is_exact:
        say(f"Exact: {found.cells} counts agree with the ledger, {found.answers} answers and {found.mails} mails.")
    else:
        for cell, difference in sorted(found.drift.items())[:50]:
            say(f"Drift: {cell} is off by {difference:+d}.")
        if found.behind:
            say(f"{found.behind} not counted yet; the oldest for {found.lag_seconds} seconds.")
    if not found.is_exact:
        raise typer.Exit(1)
