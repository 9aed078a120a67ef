"""Finds what a question of `sayso stats` asks for, and lets it be told and drawn."""

from __future__ import annotations

from dataclasses import replace

from sayso.cli.show import say
from sayso.cli.stats_about import About
from sayso.cli.stats_choice import names_of, narrow, read_selection, read_span
from sayso.cli.stats_options import Output
from sayso.cli.stats_pictures import check_picture, draw
from sayso.cli.stats_question import Question
from sayso.cli.stats_tell import tell
from sayso.services.answer_stats import Answer, AnswerStats, refuse_few_of_owner
from sayso.services.read_stats import Selection
from sayso.services.stats_lines import before
from sayso.wiring import Wiring


def answer(wiring: Wiring, question: Question, first: str | None, last: str | None, output: Output) -> None:
    """Answer a question; see `sayso stats --help`. Raises a SaysoError that names the option that is wrong."""
    read = wiring.read_stats.once()
    span = read_span(read, first, last, question.period)
    which = read_selection(read, question)
    check_picture(question, output, which.scale)
    everything = [*read.programme.surveys, *read.history()] if not question.surveys else which.surveys
    narrowed = narrow(wiring, read, everything, question)
    asked = AnswerStats(read, span, before(span) if question.compare else None, question.public)
    about = About(span, read.window(), asked.before, question, which, narrowed)
    one = narrowed.of(which)
    found = _find(asked, question, which, one, wiring)
    if narrowed.by == "owner":
        refuse_few_of_owner(found)
    if output.plot:
        draw(asked, found, about, output, wiring.programme)
    tell(found, about, output, wiring.programme)
    if output.plot and output.is_for_people:
        say(f"Drawn into {output.plot}.")


def _find(asked: AnswerStats, question: Question, which: Selection, one: Selection, wiring: Wiring) -> Answer:
    if question.period:
        return asked.trend(which, one, question.period)
    if question.by and question.by != "survey":
        return asked.breakdown(which, question.by, names_of(wiring, asked.read, which, question, question.by))
    if question.surveys:
        return asked.surveys(which, one) if question.by else asked.one(which, one)
    if question.public and question.filters:
        # Beside each other, surveys narrowed to a group would have to be told apart from it and from themselves.
        return asked.one(which, replace(one, name=which.name))
    return asked.overview(one.scope, one.value)
