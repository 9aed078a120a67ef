"""What `sayso stats --plot FILE` draws: the lines of an answer as points, bars and drivers."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.adapters.charts.drivers import Driver, Part
from sayso.adapters.charts.series import Point
from sayso.cli.plot import distribution_file, drivers_file, rate_file, trend_file, write_picture
from sayso.cli.show import WrongUseError
from sayso.cli.stats_about import About
from sayso.cli.stats_options import Output, PictureKind
from sayso.cli.stats_question import Question
from sayso.domain.nps import nps
from sayso.domain.programme import Programme, Scale
from sayso.domain.shares import Share
from sayso.services.answer_stats import Answer, AnswerStats
from sayso.services.movement import OTHER_QUESTION
from sayso.services.read_drivers import Analysis, analyse
from sayso.services.stats_lines import Line


def kind_of(question: Question, output: Output) -> PictureKind:
    """What to draw, where --picture does not say it: what was asked for."""
    if output.picture:
        return output.picture
    return "trend" if question.period else "drivers" if question.by == "driver" else "distribution"


def check_picture(question: Question, output: Output, scale: Scale = "nps") -> None:
    """Raise WrongUseError when the picture would show what the question may not, or cannot, or something else."""
    if not output.plot:
        return
    kind = kind_of(question, output)
    if not output.picture:
        _check_is_drawn(question)
    if question.public and (kind in ("distribution", "rate") or scale != "nps"):
        raise WrongUseError(_not_for_outside(question, kind, scale))
    if kind in ("trend", "rate") and not question.period:
        raise WrongUseError(f"a {kind} is drawn over periods; say which, such as --period month")
    if kind == "rate" and (question.period == "day" or question.driver or question.theme):
        what = "a single day" if question.period == "day" else "those who named a driver, or were filed"
        raise WrongUseError(f"there is no response rate of {what}; draw --picture trend")
    if kind == "drivers" and question.filters:
        raise WrongUseError("drivers are counted for surveys only, so leave out the filter; --survey goes with them")


def _check_is_drawn(question: Question) -> None:
    """Groups beside each other and two stretches of time are not drawn, and nothing else is drawn in their place."""
    together = "drivers" if question.public else "distribution"
    if question.by not in (None, "driver"):
        raise WrongUseError(
            f"a line for each {question.by} is not drawn; draw how one moved, with --{question.by} and --period "
            f"quarter instead of --by, or all together, with --picture {together}"
        )
    if question.compare:
        raise WrongUseError(
            "a comparison is not drawn; draw how the score moved, with --period quarter instead of --compare, or these "
            f"days alone, with --picture {together}"
        )


def _not_for_outside(question: Question, kind: PictureKind, scale: Scale) -> str:
    if scale != "nps":
        return "of a survey from 1 to 5 no picture is for outside; leave out --plot"
    what = "response rate" if kind == "rate" else "eleven scores"
    if question.period:
        return f"a picture of the {what} is not for outside; leave out --picture to draw the trend"
    drivers = "" if question.filters else "--picture drivers, or "
    return f"a picture of the {what} is not for outside; draw {drivers}a trend with --period quarter"


def draw(asked: AnswerStats, found: Answer, about: About, output: Output, programme: Programme) -> None:
    """Draw the picture of an answer into its file."""
    if output.plot is None:
        return
    kind = kind_of(about.question, output)
    if kind == "drivers":
        analysis = analyse(asked.read, about.which, asked.span, public=asked.public)
        picture = drivers_picture(analysis, about, programme)
    elif kind == "distribution":
        figures = found.whole.figures
        picture = distribution_file(
            figures.counts,
            of=about.of,
            period=about.days,
            accent=programme.company.colour,
            scale=figures.scale,
        )
    else:
        picture = _series(found, about, kind, programme)
    write_picture(output.plot, picture)


def drivers_picture(found: Analysis, about: About, programme: Programme) -> str:
    """The drivers as a file."""
    labels = {driver.id: driver.label("en") for driver in programme.drivers}
    rows = [
        Driver(
            labels.get(one.driver, one.driver.replace("_", " ")),
            _part(one.of_detractors) if not found.public or one.driver in found.criticised else None,
            _part(one.of_promoters) if not found.public or one.driver in found.praised else None,
            None if found.public else one.pull,
            0 if found.public else one.counts.n,
        )
        for one in found.shown
    ]
    n = 0 if found.whole.hidden else found.whole.figures.counts.n
    return drivers_file(rows, of=about.of, period=about.days, accent=programme.company.colour, n=n)


def _series(found: Answer, about: About, kind: PictureKind, programme: Programme) -> str:
    if kind == "rate":
        points = [_rate_point(line) for line in found.lines]
        return rate_file(points, of=about.of, period=about.days, accent=programme.company.colour, mark=_move(found))
    if about.which.scale != "nps":
        raise WrongUseError("a survey from 1 to 5 has no NPS to draw; draw --picture distribution or rate")
    notes = _trend_notes(found, about)
    points = [_score_point(line) for line in found.lines]
    n = "each point is of the twelve months to its day" if about.question.period == "rolling" else ""
    of, colour = about.of, programme.company.colour
    return trend_file(points, of=of, period=about.days, accent=colour, n=n, mark=_move(found), notes=notes)


def _move(found: Answer) -> tuple[str, str] | None:
    """The first period that another question was asked in, where surveys of another tool go on in ours."""
    moved = [line.name for line in found.lines if line.moved and line.moved.why_not == OTHER_QUESTION]
    return (moved[0], f"from here: {OTHER_QUESTION}") if moved else None


def _trend_notes(found: Answer, about: About) -> Sequence[str]:
    notes = [about.hidden(found.hidden)] if found.hidden else []
    return [*notes, *([about.too_few_a_year] if found.too_few_a_year else [])]


def _score_point(line: Line) -> Point:
    counts = line.figures.counts
    if line.hidden:
        return Point(line.name)
    if not counts.n:
        return Point(line.name, n=0)
    ends = line.figures.ends
    return Point(line.name, nps(counts), ends.low, ends.high, counts.n, not line.is_whole)


def _rate_point(line: Line) -> Point:
    rate = line.figures.rate
    if line.hidden or rate is None:
        return Point(line.name)
    return Point(line.name, rate.percent, rate.interval.low, rate.interval.high, rate.whole, not line.is_whole)


def _part(share: Share) -> Part | None:
    return Part(share.percent, share.interval.low, share.interval.high) if share.whole else None
