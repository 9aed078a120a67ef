"""What may be shown without giving anybody away (rule 12), number by number.

The rules suppose that a reader can work out the full counts behind every figure, though the page only shows scores.
How the figures of editions hold together over time is in `sayso.domain.drafting`.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.domain.nps import SMALLEST_GROUP, ScoreCounts


def is_large_or_none(count: int) -> bool:
    """Whether so many answers say nothing about a single one."""
    return count == 0 or count >= SMALLEST_GROUP


def at_least(count: int) -> int:
    """A count as it is told in public: so many or more, in steps of five.

    Two such numbers are equal or differ by five at least, whatever they are about, in whichever edition each was told:
    no group of one to four is what one of them has and the other has not.
    """
    return count - count % SMALLEST_GROUP


def differing(first: ScoreCounts, second: ScoreCounts) -> int:
    """The number of answers by which two sets of counts differ, an edited answer counting once."""
    gaps = [a - b for a, b in zip(first.counts, second.counts, strict=True)]
    return max(sum(gap for gap in gaps if gap > 0), -sum(gap for gap in gaps if gap < 0))


def parts_to_show(parts: Mapping[str, ScoreCounts], last: Mapping[str, ScoreCounts]) -> dict[str, ScoreCounts]:
    """Of the parts of a published whole those that may stand beside it, with the counts to show them with.

    Parameters
    ----------
    parts : mapping of str to ScoreCounts
        The parts as they are now; together they are the whole.
    last : mapping of str to ScoreCounts
        The counts each part was last shown with.
    """
    shown = {}
    for name, now in parts.items():
        was = last.get(name)
        figure = was if was and differing(was, now) < SMALLEST_GROUP else now
        if figure.n >= SMALLEST_GROUP:
            shown[name] = figure
    left_over = sum(differing(shown[name], now) if name in shown else now.n for name, now in parts.items())
    if shown and 0 < left_over < SMALLEST_GROUP:
        # whole minus parts would be a group of one to four: hide one more part, the one that says least
        del shown[min(shown, key=lambda name: (shown[name].n, name))]
    return shown


def names_to_show(named: Mapping[str, int], group: int) -> dict[str, int]:
    """Of what the members of a group named, the counts that may be shown, the largest first.

    Shown are those where neither the members who named it nor those who did not are one to four.
    """
    shown = [
        (name, count) for name, count in named.items() if count >= SMALLEST_GROUP and is_large_or_none(group - count)
    ]
    return dict(sorted(shown, key=lambda item: (-item[1], item[0])))
