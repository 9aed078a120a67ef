"""`sayso stats` and `verify`: the numbers, and the proof that they are right."""

from __future__ import annotations

from dataclasses import asdict

import typer

from sayso.cli.show import AsJson, StackName, as_json, say, table
from sayso.cli.target import find
from sayso.domain.nps import FEW_ANSWERS, interval, nps, signed
from sayso.domain.programme import Programme
from sayso.domain.satisfaction import Satisfaction
from sayso.services.read_stats import Figures

_NPS = ("survey", "NPS", "likely between", "answers", "promoters", "passives", "detractors")
_SATISFACTION = ("mean", "4 or 5", "likely between", "answers")
_APART = ("waiting", "machine", "answered of asked")


def stats(stack: StackName = None, json: AsJson = False) -> None:
    """Show the scores of the last twelve months: the relationship score first, then every survey by itself.

    Only confirmed answers make a score. Beside them stand those that wait for evidence of a person, and those that
    look like a mail scanner's: sayso answers lists them.
    """
    wiring = find(stack).wiring()
    read, programme = wiring.read_stats, wiring.programme
    first, last = read.window()
    headline = read.headline(first, last)
    surveys = [read.survey(name, first, last) for name in programme.surveys]
    ratings = {name: found for name in programme.surveys if (found := read.ratings(name, first, last))}
    if json:
        as_json(
            {
                "from": first,
                "to": last,
                "headline": headline.as_json(),
                "surveys": {
                    figures.name: {
                        **figures.as_json(),
                        "ratings": {name: rating.as_json() for name, rating in ratings.get(figures.name, {}).items()},
                    }
                    for figures in surveys
                },
            }
        )
        return
    say(sentence(headline))
    period = f"{first} to {last}"
    recommended = [figures for figures in (headline, *surveys) if figures.scale == "nps"]
    table(f"NPS, {period}", (*_NPS, *_APART), [_row(figures) for figures in recommended], empty="")
    satisfied = [figures for figures in surveys if figures.scale == "satisfaction"]
    if satisfied:
        say("")
        rows = [(figures.name, *_shares(figures.satisfaction), *_apart(figures)) for figures in satisfied]
        table(f"Satisfaction, 1 to 5, {period}", ("survey", *_SATISFACTION, *_APART), rows, empty="")
    if ratings:
        say("")
        rows = [
            (survey, _label(rating, programme), *_shares(figures))
            for survey, found in ratings.items()
            for rating, figures in found.items()
        ]
        table(f"Ratings, 1 to 5, {period}", ("survey", "rating", *_SATISFACTION), rows, empty="")


def sentence(figures: Figures) -> str:
    """The headline as somebody would read it aloud."""
    counts, apart = figures.counts, _not_counted(figures)
    if not counts.n:
        return f"No confirmed answers yet{'; ' + apart if apart else ''}."
    low, high = interval(counts).rounded
    few = ", which is few" if counts.n < FEW_ANSWERS else ""
    parts = (
        signed(nps(counts)),
        f"likely between {signed(low)} and {signed(high)}",
        f"{'1 answer' if counts.n == 1 else f'{counts.n} answers'}{few}, 12 months",
        f"{figures.answered} of {figures.asked} answered",
        apart,
    )
    return " · ".join(filter(None, parts))


def _not_counted(figures: Figures) -> str:
    """What is not confirmed, in words; empty when everything is."""
    waiting, machine = figures.waiting, figures.machine
    parts = (
        f"{waiting} {'waits' if waiting == 1 else 'wait'} for evidence of a person" if waiting else "",
        f"{machine} machine {'click' if machine == 1 else 'clicks'} not counted" if machine else "",
    )
    return ", ".join(filter(None, parts))


def _row(figures: Figures) -> tuple[str | int, ...]:
    counts = figures.counts
    groups = (counts.n, counts.promoters, counts.passives, counts.detractors)
    if not counts.n:
        return figures.name, "–", "–", *groups, *_apart(figures)
    low, high = interval(counts).rounded
    return figures.name, signed(nps(counts)), f"{signed(low)} and {signed(high)}", *groups, *_apart(figures)


def _apart(figures: Figures) -> tuple[str | int, ...]:
    return figures.waiting, figures.machine, f"{figures.answered} of {figures.asked}"


def _shares(figures: Satisfaction) -> tuple[str | int, ...]:
    if not figures.n:
        return "–", "–", "–", 0
    low, high = figures.interval.rounded
    return f"{figures.mean:.1f}", f"{figures.share:.0f} %", f"{low} % and {high} %", figures.n


def _label(rating: str, programme: Programme) -> str:
    return programme.rating_label(rating, "en") or rating.replace("_", " ")


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
