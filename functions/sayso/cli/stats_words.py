"""How scores are read aloud by `sayso stats`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sayso.cli import show
from sayso.domain.benchmark import against
from sayso.domain.nps import Interval, nps, signed
from sayso.domain.periods import twelve_months
from sayso.domain.programme import Benchmark, Scale
from sayso.services.figures import Figures
from sayso.services.movement import OTHER_QUESTION, Movement
from sayso.services.stats_lines import Line

NOTHING = "–"


def sentence(figures: Figures, period: str = "12 months", last_answer: date | None = None) -> str:
    """A score as somebody would read it aloud: how high, how sure, of how many answers, from when.

    `last_answer` is the last day there was an answer at all, where there is none in these days.
    """
    counts = figures.counts
    if not counts.n:
        apart = _not_counted(figures)
        return f"{_none(period, last_answer)}{'; ' + apart if apart else ''}."
    few = ", which is few" if figures.is_few else ""
    what = "NPS" if figures.scale == "nps" else "Satisfaction"
    said = ", ".join(filter(None, (f"{what} {score(figures)}", _likely(figures))))
    return f"{said} · {show.plural(counts.n, 'answer')}{few}, {period}"


def asked_sentence(figures: Figures) -> str:
    """Who of those asked answered, what that says of just them, and what is not counted; empty when nobody answered."""
    if not figures.counts.n:
        return ""
    apart = _not_counted(figures)
    parts = (_rate(figures), _of_asked(figures), f"Not in the score: {apart}." if apart else "")
    return " ".join(filter(None, parts))


def score(figures: Figures) -> str:
    """The score itself: points with their sign, or the mean and the share of 4 and 5; a dash without answers."""
    if not figures.counts.n:
        return NOTHING
    if figures.scale == "nps":
        return signed(nps(figures.counts))
    found = figures.satisfaction
    mean = f"{found.mean:.1f} of 5"
    return mean if figures.detail == "score" else f"{mean}, {found.share:.0f} % gave 4 or 5"


def movement(moved: Movement | None, scale: Scale = "nps") -> str:
    """How a line stands to the one before it, for a table."""
    if moved is None:
        return NOTHING
    if moved.change is None:
        return "too few to compare" if "fewer" in moved.why_not else moved.why_not
    if not moved.change.is_reliable:
        return "no reliable change"
    unit = "" if scale == "nps" else " % points"
    return f"{signed(moved.change.points)}{unit}, reliable"


def compared_sentence(line: Line) -> str:
    """What became of a score since the days before, read aloud; empty where it is not compared."""
    moved = line.moved
    if moved is None:
        return ""
    earlier, days = moved.before, f"{moved.span.first} to {moved.span.last}"
    n = f"{earlier.counts.n} answer{'' if earlier.counts.n == 1 else 's'}"
    was = f"Before that, {days}: {score(earlier)}, {n}."
    if moved.why_not == OTHER_QUESTION:
        return f"{was} Not compared: another question was asked, of other people."
    if moved.change is None:
        return f"{was} Too few to compare: {moved.why_not} on one side."
    points, what = moved.change.points, "points" if line.figures.scale == "nps" else "percentage points"
    ends = f"the change is likely between {between(moved.change.interval)} {what}"
    if moved.change.is_reliable:
        return f"{was} That is {signed(points)} {what} and more than noise: {ends}."
    needed = ""
    if moved.needed:
        needed = f" To see a change of {abs(round(points))} points, each side would need {moved.needed} answers."
    return f"{was} A difference of {signed(points)} {what} is within the noise, so no reliable change: {ends}.{needed}"


def benchmark_sentence(figures: Figures, benchmark: Benchmark) -> str:
    """How the headline stands beside what others reach, read aloud."""
    verdict = {
        "above": "The score is above it by more than noise.",
        "below": "The score is below it by more than noise.",
        "within the noise": "The score is neither above nor below it by more than noise.",
    }
    return f"Benchmark {signed(benchmark.nps)} ({benchmark.source}). {verdict[against(figures.counts, benchmark.nps)]}"


def apart_sentences(lines: Sequence[Line]) -> Iterator[str]:
    """What is not confirmed, for each survey that has such answers."""
    told = [(line.name, _not_counted(line.figures)) for line in lines if line.kind in ("survey", "history")]
    found = [f"{name}: {apart}" for name, apart in told if apart]
    if found:
        yield f"Not in any score. {'; '.join(found)}. See: sayso answers list"


def between(ends: Interval) -> str:
    """Both ends of an interval of a score."""
    low, high = ends.rounded
    return f"{signed(low)} and {signed(high)}"


def before_sentences(lines: Sequence[Line]) -> Iterator[str]:
    """Which surveys were answered, though not in these days."""
    found = sorted((line.last_answer, line.name) for line in lines if line.last_answer)
    if found:
        named = ", ".join(f"{name} (the last answer is of {day})" for day, name in found)
        yield f"None in these days: {named}; add --from, and --to, for other days."


def _none(period: str, last_answer: date | None) -> str:
    """That there are no answers: not in these days, or not yet."""
    if last_answer is None:
        return "No confirmed answers yet"
    when = "in these days" if period == "12 months" else f"from {period}"
    days = f"--from {twelve_months(last_answer).first} --to {last_answer}"
    return f"No confirmed answers {when}; the last answer is of {last_answer}: add {days}"


def _likely(figures: Figures) -> str:
    if figures.scale == "satisfaction" and figures.detail == "score":
        return ""
    low, high = figures.ends.rounded
    if figures.scale == "satisfaction":
        return f"likely {low} % to {high} % of all customers"
    return f"likely between {signed(low)} and {signed(high)} for all customers"


def _of_asked(figures: Figures) -> str:
    """Where the score of just those asked lies, who are no sample of anybody."""
    of_asked, people = figures.ends_of_asked, figures.population
    if of_asked is None or (figures.scale == "satisfaction" and figures.detail == "score"):
        return ""
    what = "score" if figures.scale == "nps" else "share of 4 and 5"
    if people == figures.counts.n:
        return f"All of them answered, so for just {'this one' if people == 1 else 'these'} the {what} is exact."
    low, high = of_asked.rounded
    ends = between(of_asked) if figures.scale == "nps" else f"{low} % and {high} %"
    # Who answered in these days may have been asked before them, so these can be more than were asked in them.
    of = "asked" if people == figures.asked else "who were asked or answered in these days"
    return f"For just the {people} people {of}, the {what} lies between {ends}."


def _rate(figures: Figures) -> str:
    rate = figures.rate
    if rate is None:
        return "The response rate is not known." if figures.coverage == "none" else "Nobody was asked in these days."
    low, high = rate.interval.rounded
    imported = "; of imported answers it is not known" if figures.coverage == "some" else ""
    said = f"{figures.answered} of {figures.asked} asked answered"
    return f"{said} ({rate.percent:.0f} %, likely between {low} % and {high} %{imported})."


def _not_counted(figures: Figures) -> str:
    """What is not confirmed, in words; empty when everything is."""
    waiting, machine = figures.waiting, figures.machine
    parts = (
        f"{waiting} {'waits' if waiting == 1 else 'wait'} for evidence of a person" if waiting else "",
        f"{machine} machine {'click' if machine == 1 else 'clicks'} not counted" if machine else "",
    )
    return ", ".join(filter(None, parts))
