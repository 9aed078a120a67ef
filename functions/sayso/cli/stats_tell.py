"""Says the answer to a question of `sayso stats` in sentences and tables, or hands it to machines."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from sayso.cli.show import as_json, say, table
from sayso.cli.stats_about import About
from sayso.cli.stats_options import Output
from sayso.cli.stats_rows import answer_json, write_lines
from sayso.cli.stats_tables import fitted, satisfaction_table, score_table, shares
from sayso.cli.stats_words import (
    apart_sentences,
    asked_sentence,
    before_sentences,
    benchmark_sentence,
    compared_sentence,
    sentence,
)
from sayso.domain.programme import Programme
from sayso.domain.shares import category_shares
from sayso.services.answer_stats import Answer
from sayso.services.stats_lines import Line


def tell(found: Answer, about: About, output: Output, programme: Programme) -> None:
    """Print an answer."""
    if output.json:
        as_json(answer_json(found, about, programme.benchmark))
    elif output.csv:
        write_lines([found.whole, *found.lines] if found.is_overview or not about.parts else found.lines)
        for why in about.held_back(found):
            typer.echo(why, err=True)
    else:
        _say(found, about, programme)


def _say(found: Answer, about: About, programme: Programme) -> None:
    if not found.whole.hidden:
        of = "" if found.is_overview and not about.narrowed.called else f"{about.of}: "
        say(f"{of}{sentence(found.whole.figures, about.period, found.whole.last_answer)}")
        asked = asked_sentence(found.whole.figures)
        if asked:
            say(asked)
        if found.whole.moved:
            say(compared_sentence(found.whole))
        if programme.benchmark and about.is_headline and found.whole.figures.counts.n:
            say(benchmark_sentence(found.whole.figures, programme.benchmark))
    if found.is_overview:
        _say_overview(found, about, programme)
    elif about.parts:
        _say_lines(about.title, about.first_head, _worth_a_row(found, about), programme)
    elif not found.whole.hidden:
        _say_shares(found.whole, about)
    _say_ratings(found, about, programme)
    apart = [line for line in found.shown if line.kind in ("review", "history")]
    notes = [*before_sentences(apart), *apart_sentences(found.shown), *about.notes(found)]
    if notes:
        say("")
    for note in notes:
        say(note)


def _say_overview(found: Answer, about: About, programme: Programme) -> None:
    surveys = [line for line in found.shown if line.kind == "survey"]
    reviews, history = (
        [line for line in found.shown if line.kind == kind and line.figures.counts.n] for kind in ("review", "history")
    )
    whole = [] if found.whole.hidden else [found.whole]
    _say_lines(about.days, "survey", [*whole, *surveys], programme)
    _say_lines(f"recorded in review meetings, {about.days}", "survey", reviews, programme)
    _say_lines(f"imported or of surveys that ended, {about.days}", "survey", history, programme)


def _say_lines(title: str, first: str, lines: Sequence[Line], programme: Programme) -> None:
    """One table for each scale."""
    for scale, head, print_table in (
        ("nps", "NPS", score_table),
        ("satisfaction", "Satisfaction, 1 to 5", satisfaction_table),
    ):
        of_scale = [line for line in lines if line.figures.scale == scale]
        if of_scale:
            say("")
            print_table(f"{head}, {title}", first, of_scale, programme)


def _say_shares(line: Line, about: About) -> None:
    """The three groups with their shares, each with its interval."""
    figures = line.figures
    if figures.scale != "nps" or figures.detail == "score" or not figures.counts.n:
        return
    names = ("promoters, 9 and 10", "passives, 7 and 8", "detractors, 0 to 6")
    rows = []
    for name, share in zip(names, category_shares(figures.counts), strict=True):
        low, high = share.interval.rounded
        rows.append((name, share.part, f"{share.percent:.0f} %", f"{low} % and {high} %"))
    say("")
    table(f"Who gave what, {about.days}", ("group", "answers", "share", "likely between"), rows, empty="")


def _say_ratings(found: Answer, about: About, programme: Programme) -> None:
    rows = [
        (survey, _label(rating, programme), *shares(figures, told=not about.question.public))
        for survey, ratings in found.ratings.items()
        for rating, figures in ratings.items()
    ]
    if rows:
        say("")
        heads = fitted(("survey", "rating", "mean", "4 or 5", "likely between", "answers"))
        table(f"Ratings, 1 to 5, {about.days}", heads, rows, empty="")


def _worth_a_row(found: Answer, about: About) -> list[Line]:
    """Of days those with answers; of other periods all, as an empty one says something too."""
    return [line for line in found.shown if about.parts != "day" or line.figures.counts.n]


def _label(rating: str, programme: Programme) -> str:
    return programme.rating_label(rating, "en") or rating.replace("_", " ")
