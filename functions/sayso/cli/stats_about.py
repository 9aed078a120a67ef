"""What a question of `sayso stats` was about, for titles, notes and the frame of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.cli.show import plural
from sayso.cli.stats_choice import Narrowed
from sayso.cli.stats_question import Question
from sayso.domain.in_public import RULE
from sayso.domain.nps import FEW_ANSWERS
from sayso.services.answer_stats import Answer
from sayso.services.read_stats import Selection, Span
from sayso.services.stats_lines import ENOUGH_PER_OWNER

_OF_OWNERS = f"a score of a person stands on at least {ENOUGH_PER_OWNER} answers"


@dataclass(frozen=True)
class About:
    """See the module. `usual` are the last twelve months, `before` the days it is compared with, if it is."""

    span: Span
    usual: Span
    before: Span | None
    question: Question
    which: Selection
    narrowed: Narrowed

    @property
    def days(self) -> str:
        """The days, as a title names them."""
        return f"{self.span.first} to {self.span.last}"

    @property
    def period(self) -> str:
        """The days, as a sentence names them."""
        return "12 months" if self.span == self.usual else self.days

    @property
    def of(self) -> str:
        """What it is about: ``relationship, account Kaasboer``."""
        narrowed = f"{self.narrowed.by} {self.narrowed.called}" if self.narrowed.called else ""
        return ", ".join(filter(None, (self.which.name, narrowed)))

    @property
    def is_headline(self) -> bool:
        """Whether it is about the relationship score of everybody."""
        return not (self.question.surveys or self.narrowed.called or self.parts)

    @property
    def parts(self) -> str:
        """What its lines are: ``month``, ``account``; empty when it has none."""
        return self.question.period or self.question.by or ""

    @property
    def title(self) -> str:
        """What a table of its lines is called."""
        parts = "twelve months that overlap" if self.question.period == "rolling" else self.parts
        order = ", lowest first" if self.question.by else ""
        return f"{self.of} by {parts}, {self.days}{order}"

    @property
    def first_head(self) -> str:
        """The head of the first column."""
        rolling = self.question.period == "rolling"
        return "12 months to" if rolling else self.parts

    def frame(self) -> dict[str, Any]:
        """What every answer in JSON begins with."""
        frame: dict[str, Any] = {"from": self.span.first, "to": self.span.last}
        if self.before:
            frame["compared_with"] = {"from": self.before.first, "to": self.before.last}
        if self.narrowed.called:
            frame["only"] = {self.narrowed.by: self.narrowed.called}
        return frame

    def notes(self, found: Answer) -> Iterator[str]:
        """What a reader has to know beside the figures."""
        if self.parts == "day":
            yield "Days without answers are left out; a day has no response rate, as a mail is answered for weeks."
        if self.question.period == "rolling":
            yield "Twelve months overlap, so they are not compared with each other."
        elif self.question.period and any(not line.is_whole for line in found.shown):
            yield "A part of a period is not compared; --from and --to say where to begin and end."
        if found.whole.figures.source == "both":
            yield (
                "Answers to surveys the programme does not have are among these: another question was asked, of other "
                "people. So a change across the move is not judged."
            )
        if sum(line.moved is not None and line.moved.change is not None for line in found.shown) > 1:
            yield "Of twenty comparisons where nothing changed, one looks like a reliable change."
        yield from self.held_back(found)
        yield (
            "Days are UTC days. Likely between: the 95 % interval, those who answered taken as a sample of all "
            f"customers. Fewer than {FEW_ANSWERS} answers are few."
        )

    def held_back(self, found: Answer) -> Iterator[str]:
        """What is not told, and by which rule."""
        if found.too_few_a_year:
            yield self.too_few_a_year
        if found.hidden:
            yield self.hidden(found.hidden)
        if self.question.public:
            yield from self._left_out(found)

    def _left_out(self, found: Answer) -> Iterator[str]:
        """What stands as a dash, or not at all, beside what is told."""
        left_out = (
            f"what {plural(found.without_groups, 'score')} {'is' if found.without_groups == 1 else 'are'} made of"
            if found.without_groups
            else "",
            plural(found.ratings_hidden, "rating") if found.ratings_hidden else "",
            "how each rating was given" if found.ratings else "",
        )
        told = ", ".join(filter(None, left_out))
        if told:
            yield f"Left out (–): {told}. Why: {RULE}."

    def hidden(self, number: int) -> str:
        """How many figures are not told, and by which rule."""
        if not self.question.public:
            owners = "1 owner" if number == 1 else f"{number} owners"
            return f"{owners} with fewer than {ENOUGH_PER_OWNER} answers: {_OF_OWNERS}."
        groups = "1 group is" if number == 1 else f"{number} groups are"
        return f"{groups} too small to show: {RULE}."

    @property
    def hidden_because(self) -> str:
        """The rule alone."""
        return RULE if self.question.public else _OF_OWNERS

    @property
    def too_few_a_year(self) -> str:
        """Why a public answer has no periods."""
        return (
            f"There are fewer than {FEW_ANSWERS} answers a year, so a trend by {self.question.period} is not shown; "
            "one by quarter or year is."
        )
