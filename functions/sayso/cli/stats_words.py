"""How scores are read aloud by `sayso stats`: sentences, and the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.cli import show
from sayso.cli.show import table
from sayso.domain.benchmark import against
from sayso.domain.nps import FEW_ANSWERS, Interval, nps, signed
from sayso.domain.programme import Benchmark, Programme, Scale
from sayso.domain.satisfaction import Satisfaction
from sayso.services.figures import Figures
from sayso.services.stats_lines import Line, Movement

_GROUPS = ("promoters", "passives", "detractors")
_NARROW = {
    "likely between": "likely\nbetween",
    "answered of asked": "answered\nof asked",
    **dict(zip(_GROUPS, ("9–10", "7–8", "0–6"), strict=True)),
}
WIDE = 100  # columns of a terminal from which heads need not be broken
NOTHING = "–"


def sentence(figures: Figures, period: str = "12 months") -> str:
    """A score as somebody would read it aloud."""
    counts, apart = figures.counts, _not_counted(figures)
    if not counts.n:
        when = "yet" if period == "12 months" else f"from {period}"
        return f"No confirmed answers {when}{'; ' + apart if apart else ''}."
    few = ", which is few" if figures.is_few else ""
    parts = (
        score(figures),
        _likely(figures),
        f"{'1 answer' if counts.n == 1 else f'{counts.n} answers'}{few}, {period}",
        _rate(figures),
        apart,
    )
    return " · ".join(filter(None, parts))


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
    if moved.change is None:
        return f"{was} Too few to compare: {moved.why_not} on one side."
    points, what = moved.change.points, "points" if line.figures.scale == "nps" else "percentage points"
    ends = f"the change is likely between {_between(moved.change.interval)} {what}"
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


def score_table(title: str, first: str, lines: Sequence[Line], programme: Programme) -> None:
    """Lines of NPS as a table; a column that has nothing to say is left out."""
    has_groups = any(line.figures.detail != "score" for line in lines)
    has_rate = any(line.figures.rate for line in lines)
    heads = [first, "NPS", "likely between", "answers", *(_GROUPS if has_groups else ())]
    heads += ["answered of asked"] if has_rate else []
    heads += ["change"] if any(line.moved for line in lines) else []
    rows = []
    for line in lines:
        figures, counts = line.figures, line.figures.counts
        row: list[str | int] = [called(line, programme), score(figures)]
        row += [_between(figures.ends) if counts.n else NOTHING, _n(counts.n)]
        if has_groups:
            told = figures.detail != "score"
            row += [counts.promoters, counts.passives, counts.detractors] if told else [NOTHING] * 3
        row += [_asked(figures)] if has_rate else []
        row += [movement(line.moved)] if any(one.moved for one in lines) else []
        rows.append(row)
    table(title, fitted(heads), rows, empty="")


def satisfaction_table(title: str, first: str, lines: Sequence[Line], programme: Programme) -> None:
    """Lines of a scale of 1 to 5 as a table."""
    moves = any(line.moved for line in lines)
    heads = [first, "mean", "4 or 5", "likely between", "answers", "answered of asked"]
    heads += ["change"] if moves else []
    rows = [
        (
            called(line, programme),
            *shares(line.figures.satisfaction, told=line.figures.detail != "score"),
            _asked(line.figures),
            *([movement(line.moved, "satisfaction")] if moves else []),
        )
        for line in lines
    ]
    table(title, fitted(heads), rows, empty="")


def shares(figures: Satisfaction, *, told: bool = True) -> tuple[str, ...]:
    """Mean, share of 4 and 5 with its interval, and n, for a table."""
    if not figures.n:
        return NOTHING, NOTHING, NOTHING, "0"
    if not told:
        return f"{figures.mean:.1f}", NOTHING, NOTHING, _n(figures.n)
    low, high = figures.interval.rounded
    return f"{figures.mean:.1f}", f"{figures.share:.0f} %", f"{low} % and {high} %", _n(figures.n)


def called(line: Line, programme: Programme) -> str:
    """What a line is called: a driver by its label, the rest by its name; a period that was cut says so."""
    if line.kind == "driver":
        return next((one.label("en") for one in programme.drivers if one.id == line.name), line.name.replace("_", " "))
    return line.name if line.is_whole else f"{line.name} (part)"


def apart_sentences(lines: Sequence[Line]) -> Iterator[str]:
    """What is not confirmed, for each survey that has such answers."""
    told = [(line.name, _not_counted(line.figures)) for line in lines if line.kind in ("survey", "history")]
    found = [f"{name}: {apart}" for name, apart in told if apart]
    if found:
        yield f"Not in any score. {'; '.join(found)}. See: sayso answers list"


def fitted(heads: Sequence[str]) -> list[str]:
    """The heads of a table, broken where the terminal is narrow."""
    return [head if show.console.width >= WIDE else _NARROW.get(head, head) for head in heads]


def _n(answers: int) -> str:
    return f"{answers}, few" if 0 < answers < FEW_ANSWERS else str(answers)


def _between(ends: Interval) -> str:
    low, high = ends.rounded
    return f"{signed(low)} and {signed(high)}"


def _likely(figures: Figures) -> str:
    """Both intervals, each by its name: of all customers there could be, and of just those asked."""
    if figures.scale == "satisfaction" and figures.detail == "score":
        return ""
    of_asked, unit = figures.ends_of_asked, "" if figures.scale == "nps" else " %"
    ends = [f"{signed(end)}" if figures.scale == "nps" else f"{end}{unit}" for end in figures.ends.rounded]
    said = f"likely between {ends[0]} and {ends[1]}"
    if of_asked is None:
        return f"{said} as a sample of all customers"
    if figures.population == figures.counts.n:
        return f"{said} as a sample of all customers, and exact for the {figures.population} asked, who all answered"
    ends = [f"{signed(end)}" if figures.scale == "nps" else f"{end}{unit}" for end in of_asked.rounded]
    return f"{said} as a sample of all customers, between {ends[0]} and {ends[1]} of the {figures.population} asked"


def _rate(figures: Figures) -> str:
    rate = figures.rate
    if rate is None:
        return "response rate not known" if figures.coverage == "none" else "nobody was asked in these days"
    low, high = rate.interval.rounded
    imported = "; of imported answers not known" if figures.coverage == "some" else ""
    said = f"{figures.answered} of {figures.asked} answered"
    return f"{said} ({rate.percent:.0f} %, likely between {low} % and {high} %{imported})"


def _asked(figures: Figures) -> str:
    if figures.coverage == "none":
        return NOTHING if figures.detail == "score" else "not known"
    return f"{figures.answered} of {figures.asked}"


def _not_counted(figures: Figures) -> str:
    """What is not confirmed, in words; empty when everything is."""
    waiting, machine = figures.waiting, figures.machine
    parts = (
        f"{waiting} {'waits' if waiting == 1 else 'wait'} for evidence of a person" if waiting else "",
        f"{machine} machine {'click' if machine == 1 else 'clicks'} not counted" if machine else "",
    )
    return ", ".join(filter(None, parts))
