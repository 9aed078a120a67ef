"""`sayso stats drivers` and `needed`: what goes along with the score, and how many answers it takes to see a change."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sayso.adapters.csv_out import write_csv
from sayso.cli.driver_words import COLUMNS, analysis_json, analysis_rows, driver_heads, driver_row, label_of, rating_row
from sayso.cli.plot import write_picture
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, say, table
from sayso.cli.stats_about import About
from sayso.cli.stats_choice import Narrowed, read_selection, read_span
from sayso.cli.stats_options import AsCsv, First, Last, Output, PictureFile, Public, Surveys
from sayso.cli.stats_pictures import drivers_picture
from sayso.cli.stats_question import Question
from sayso.cli.stats_tables import fitted
from sayso.cli.stats_words import asked_sentence, sentence
from sayso.cli.target import find
from sayso.domain.comparing import answers_needed
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import FEW_ANSWERS, ScoreCounts, nps, signed
from sayso.domain.programme import Programme
from sayso.services.read_drivers import Analysis, analyse


def drivers(
    survey: Surveys = None,
    first: First = None,
    last: Last = None,
    public: Public = False,
    stack: StackName = None,
    json: AsJson = False,
    as_csv: AsCsv = False,
    plot: PictureFile = None,
) -> None:
    """Show what goes along with the score: the drivers people name, and the ratings they give.

    For each driver: how many of the detractors and of the promoters named it, the score of those who did, and its pull,
    the points the score gains or loses by them. For each rating how much it goes along with the score, from −1 to 1.
    Neither proves a cause: it says where to ask.
    """
    output = Output(json=json, csv=as_csv, plot=plot)
    wiring = find(stack).wiring()
    read = wiring.read_stats.once()
    question = Question(surveys=tuple(survey or ()), public=public)
    span, which = read_span(read, first, last), read_selection(read, question)
    found = analyse(read, which, span, public=public)
    about = About(span, read.window(), None, question, which, Narrowed())
    if output.plot:
        write_picture(output.plot, drivers_picture(found, about, wiring.programme))
    if output.json:
        as_json(analysis_json(found, about))
    elif output.csv:
        write_csv(sys.stdout, COLUMNS, analysis_rows(found))
    else:
        _say(found, about, wiring.programme)
        if output.plot:
            say(f"Drawn into {output.plot}.")


def needed(
    change: Annotated[
        str, typer.Argument(metavar="POINTS", help="The change to be seen: 1 to 200 points, up or down.")
    ],
    survey: Surveys = None,
    first: First = None,
    last: Last = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Say how many answers each of two periods needs for a change of so many points to be seen.

    At 95 %, with a chance of 80 % to see it when it is there, as much as answers differ now.
    """
    points = _points(change)
    read = find(stack).wiring().read_stats.once()
    span, which = read_span(read, first, last), read_selection(read, Question(surveys=tuple(survey or ())))
    if which.scale != "nps":
        raise InvalidInputError(f"'{which.name}' asks from 1 to 5 and has no points", field="survey")
    figures = read.figures(which, *span)
    counts = figures.counts
    if not counts.n:
        raise InvalidInputError("there are no answers in these days, so nobody knows how much they differ")
    number, seen = answers_needed(counts, points), smallest_seen(counts)
    if json:
        as_json(
            {
                "from": span.first,
                "to": span.last,
                "surveys": list(which.surveys),
                "points": points,
                "answers_needed": number,
                "n": counts.n,
                "nps": nps(counts),
                "few_answers": figures.is_few,
                "smallest_change_seen": seen,
            }
        )
        return
    say(f"To see a change of {points} points, each of the two periods needs {number} answers.")
    told = f"From {span.first} to {span.last}, UTC days, {which.name} had {counts.n} ({signed(nps(counts))})"
    say(
        f"{told}: from one such period to the next "
        + (f"a change of {seen} points or more can be seen." if seen else "no change can be seen.")
    )
    say("At 95 %, with a chance of 80 % to see the change when it is there, and as much as answers differ now.")
    if figures.is_few:
        say(f"Fewer than {FEW_ANSWERS} answers are few: how much answers differ is a rough guess.")


def _points(typed: str) -> int:
    """The size of a change; −5 is one of 5, as many answers show the one as the other."""
    if typed.startswith("--"):
        raise WrongUseError(f"there is no option {typed}; see: sayso stats needed --help")
    try:
        return abs(int(typed.strip().replace("−", "-")))
    except ValueError:
        raise WrongUseError(f"points: '{typed}' is no whole number; write 1 to 200, such as 10") from None


def smallest_seen(counts: ScoreCounts) -> int | None:
    """The smallest change, in points, that two periods of as many answers would show; None when there is none."""
    for points in range(1, 201):
        try:
            if answers_needed(counts, points) <= counts.n:
                return points
        except InvalidInputError:
            return None  # the score has no room for a larger one
    return None


def _say(found: Analysis, about: About, programme: Programme) -> None:
    if not found.whole.hidden:
        say(f"{about.of}: {sentence(found.whole.figures, about.period, found.whole.last_answer)}")
        asked = asked_sentence(found.whole.figures)
        if asked:
            say(asked)
    say("")
    rows = [driver_row(one, found, programme) for one in found.shown if one.counts.n]
    table(f"Drivers, {about.days}", driver_heads(found), rows, empty="Of no driver there is anything to show.")
    ratings = [
        (survey, programme.rating_label(rating, "en") or rating.replace("_", " "), *rating_row(*pair))
        for survey, pairs in found.ratings.items()
        for rating, pair in pairs.items()
    ]
    if ratings:
        say("")
        heads = ("survey", "rating", "mean", "answers", "goes along with the score", "likely between")
        table(f"Ratings, 1 to 5, {about.days}", fitted(heads), ratings, empty="")
    say("")
    if found.hidden:
        say(about.hidden(found.hidden))
    unnamed = [label_of(one, programme) for one in found.effects if not one.counts.n]
    if unnamed and not found.whole.hidden:
        say(f"Nobody named: {', '.join(unnamed)}.")
    if not found.public:
        say("Pull: the points the score gains or loses by those who named it. One answer may name several. Reliable:")
        say("they differ from the others by more than noise; of twenty drivers that mean nothing, one would seem to.")
    say("What goes along with the score need not be its cause. Days are UTC days; likely between: 95 %.")
