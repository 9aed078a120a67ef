"""How the report of follow-ups is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.cli.show import plural
from sayso.domain.case_times import CaseTimes
from sayso.domain.durations import Durations
from sayso.domain.programme import Programme
from sayso.domain.shares import Share
from sayso.domain.won_back import WonBack
from sayso.services.follow_up_report import FollowUpReport

_OUTCOMES = {"solved": "solved", "not_solved": "not solved", "no_answer": "no answer from the person"}


def sentences(found: FollowUpReport) -> Iterator[str]:
    """What came of the follow-ups, without who was won back."""
    times = found.times
    if not found.cases:
        yield "No follow-up was opened in these days."
    else:
        again = times.begun - len(found.cases)
        reopened = f", and reopened {plural(again, 'time')}" if again else ""
        yield f"{plural(len(found.cases), 'follow-up was', 'follow-ups were')} opened{reopened}."
        yield from _contact(times, found.working_days)
        yield from _closing(times)
        yield _open(times)
    if found.open_before:
        late = f", {found.late_before} of them late" if found.late_before else ""
        yield f"Opened before and open still: {found.open_before}{late}; they are in none of these figures."


def _contact(times: CaseTimes, working_days: Durations | None) -> Iterator[str]:
    took, each = times.hours_to_contact, ", each time one was opened" if times.begun > times.cases else ""
    if took:
        yield f"First contact{each}: {_took(took)}."
    if working_days:
        yield f"In working days of whoever has the case: {_days(working_days)}."
    if times.in_time.whole:
        yield f"Within the due time: {shared(times.in_time)}."


def _closing(times: CaseTimes) -> Iterator[str]:
    took = times.hours_to_close
    if took:
        ended = [f"{number} {_OUTCOMES.get(name, 'not said')}" for name, number in times.outcomes.items() if number]
        by = "By how each ended last: " if times.begun > times.cases else ""
        how = f" {by}{', '.join(ended)}." if ended else ""
        yield f"Closed: {_took(took)}.{how}"
    if times.given_up:
        yield f"Over without an ending, as the person was erased: {times.given_up}."


def _open(times: CaseTimes) -> str:
    if not times.open:
        return "None of them is open."
    with_contact = times.open - times.waiting - times.late_now
    parts = [
        (times.late_now, "late"),
        (times.waiting, "still in time for a first contact"),
        (with_contact, "contacted"),
    ]
    return f"Open now: {times.open} ({', '.join(f'{number} {what}' for number, what in parts if number)})."


def won_back_sentences(found: FollowUpReport, programme: Programme) -> Iterator[str]:
    """Who was won back, how far they moved, and how sure that is."""
    won, detractors = found.won_back, len(found.detractors)
    if programme.recheck is None:
        yield "Won back: not known; no survey of the programme says 'event: recheck', so nobody is asked again."
        return
    if programme.survey(programme.recheck).scale != "nps":
        yield "Won back: not known; people are asked again from 1 to 5, which says nothing about 0 to 10."
        return
    if not detractors:
        yield "Won back: none of these cases was a detractor's."
        return
    waiting = f", {found.waits_again} still will be" if found.waits_again else ""
    of = plural(detractors, "detractor's case", "detractors' cases")
    yield f"Won back: of {of}, {won.asked} {_was(won.asked)} asked again{waiting}; {won.answered} answered."
    if won.answered:
        yield _moved(won)
        yield _how_far(won)
        if won.is_few:
            yield _few(won)


def _moved(won: WonBack) -> str:
    now = f"{won.moved.part} of {won.answered} {_is(won.moved.part)} no detractor{_s(won.moved.part)} any more"
    likely = f" ({_percent(won.moved)})" if won.answered > 1 else ""
    kind = "is a promoter" if won.promoters == 1 else "are promoters"
    promoters = f"; {won.promoters} of them {kind} now" if won.promoters else ""
    unhappy = f"; {won.still_unhappy} {_is(won.still_unhappy)} still unhappy" if won.still_unhappy else ""
    return f"{now}{likely}{promoters}{unhappy}."


def _how_far(won: WonBack) -> str:
    if won.answered == 1:
        (move,) = won.moves
        return f"From {move.before} to {move.after}: {points(move.points)}."
    ends = won.move_interval
    likely = f", likely between {points(ends.low)} and {points(ends.high)}" if ends else ""
    return f"On average they moved by {points(won.mean_move or 0)} on the scale from 0 to 10{likely}."


def _few(won: WonBack) -> str:
    if won.answered == 1:
        return "One answer says nothing about how others would answer."
    return f"{won.answered} answers are few: a few more could change this."


def points(value: float) -> str:
    """Points of the scale from 0 to 10, with a sign: ``+3.5``, ``−1``, ``0``."""
    text = f"{abs(value):.1f}".removesuffix(".0")
    return text if text == "0" else f"{'+' if value > 0 else '−'}{text}"


def shared(share: Share) -> str:
    """``9 of 11 (82 %, likely between 51 % and 96 %)``; of one case without what it says about others."""
    told = f"{share.part} of {share.whole}"
    return f"{told} ({_percent(share)})" if share.whole > 1 else told


def _percent(share: Share) -> str:
    low, high = share.interval.rounded
    return f"{share.percent:.0f} %, likely between {low} % and {high} %"


def span(hours: float) -> str:
    """A time as people say it: minutes, hours or days."""
    if hours < 1:
        return plural(round(hours * 60), "minute")
    if round(hours) < 48:
        return plural(round(hours), "hour")
    return f"{hours / 24:.1f} days".replace(".0 ", " ")


def _took(took: Durations) -> str:
    if took.n == 1:
        return f"once, after {span(took.median)} by the clock"
    return f"half within {span(took.median)}, nine in ten within {span(took.ninth)} by the clock ({took.n} times)"


def _days(took: Durations) -> str:
    if took.n == 1:
        return _within(took.median)
    return f"half {_within(took.median)}, nine in ten {_within(took.ninth)}"


def _within(working_days: float) -> str:
    return f"within {working_days:g}" if working_days else "on the same one"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _s(number: int) -> str:
    return "" if number == 1 else "s"


def cause_label(cause: str, programme: Programme) -> str:
    """A cause as people read it: a driver's label, or the words somebody wrote."""
    return next((driver.label("en") for driver in programme.drivers if driver.id == cause), cause or "(not said)")


def cause_heads(*, hidden: bool = False) -> list[str]:
    """The heads of the table of causes; `hidden` leaves out who was won back."""
    return ["cause", "cases", "solved", *([] if hidden else ["asked again", "answered", "no detractor any more"])]


def cause_rows(found: FollowUpReport, programme: Programme, *, hidden: bool = False) -> list[list[Any]]:
    """The table of causes."""
    rows: list[list[Any]] = []
    for one in found.causes:
        won = one.won_back
        more = [] if hidden else [won.asked, won.answered, won.moved.part]
        rows.append([cause_label(one.cause, programme), one.cases, one.solved, *more])
    return rows
