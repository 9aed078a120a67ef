"""Makes the review pack: one page of A4 about an account, to print and take into the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from sayso.adapters.rendering import Renderer
from sayso.domain.mail import one_line, paragraphs
from sayso.domain.programme import HEADLINE, REVIEW, Language, Programme, Scale
from sayso.domain.quarters import Quarter
from sayso.domain.review_pack import RELATIONSHIP, Given, OpenCase, Pack, Promise, Standing
from sayso.domain.time import add_months

STYLES = "/review/pack.css"
"""Where the page's looks lie on the site; a page that leaves it takes them along."""
# What fits on one page of A4; the rest is counted.
_ANSWERS = 5
_CASES = 2
_PEOPLE = 5
_LANES = 4
_LONGEST, _SHORT = 160, 110  # characters
_MONTHS = 24
# The drawing of the scores, in its own units: a number is so wide, and so many stand above each other.
_RIGHT, _LINE, _NUMBER, _LINES = 12, 16, 20, 2
_MOST: dict[Scale, int] = {"nps": 10, "satisfaction": 5}


class Frame(NamedTuple):
    """Where a drawing is seen: on paper and wide screens beside its labels (`left` of it), on a phone below them."""

    name: str
    width: int
    left: int


_FRAMES = Frame("wide", 720, 136), Frame("narrow", 328, 0)


class Mark(NamedTuple):
    """A score in the drawing: the middle of its number."""

    x: float
    y: float
    text: str


class Lane(NamedTuple):
    """The scores of one kind, from `top` down; `crowded_out` of them found no room."""

    label: str
    top: int
    height: int
    marks: Sequence[Mark]
    crowded_out: int


class Tick(NamedTuple):
    """Where a quarter begins."""

    x: float
    text: str


@dataclass(frozen=True)
class ReviewPages:
    """Renders packs in the company's first language."""

    renderer: Renderer
    programme: Programme

    @property
    def _language(self) -> Language:
        return self.programme.company.default_language

    def page(self, pack: Pack) -> str:
        """A pack as a page of the site."""
        return self._render(pack, None)

    def file(self, pack: Pack) -> str:
        """A pack as a file that needs nothing beside it."""
        styles = pack_styles(self.renderer, self._language)
        return self._render(pack, Markup(styles))  # noqa: S704 - our own style sheet

    def useless(self) -> str:
        """The page of a link that leads to no pack (any more)."""
        return self.renderer.render("pack/useless.html", self._language, styles=None, sheet=STYLES)

    def _render(self, pack: Pack, styles: Markup | None) -> str:
        answers = list(pack.answers)
        return self.renderer.render(
            "pack/pack.html",
            self._language,
            styles=styles,
            sheet=STYLES,
            account=one_line(pack.account, 120),
            quarter=self._quarter(pack.quarter),
            made_on=pack.made_on,
            owner=pack.owner_email,
            people=[one_line(name, 40) for name in pack.people[:_PEOPLE]],
            more_people=max(0, len(pack.people) - _PEOPLE),
            standings=[self._standing(one) for one in pack.standings[:_ANSWERS]],
            drawings=[self._drawing(frame, answers, pack.made_on) for frame in _FRAMES if answers],
            answers=[self._answer(one) for one in answers[:_ANSWERS]],
            more_answers=max(0, len(answers) - _ANSWERS),
            reviews=[self._answer(one) for one in pack.reviews],
            open_cases=[self._case(one) for one in pack.open_cases[:_CASES]],
            more_cases=max(0, len(pack.open_cases) - _CASES),
            promises=[self._promise(one) for one in pack.promises[:_CASES]],
            more_promises=max(0, len(pack.promises) - _CASES),
        )

    def _t(self, key: str, **arguments: Any) -> str:
        return self.renderer.text(key, self._language, **arguments)

    def _quarter(self, quarter: Quarter) -> str:
        return self._t("review-quarter", number=quarter.number, year=str(quarter.year))

    def _survey(self, survey: str) -> str:
        return self._t("mail-survey", survey=survey, name=survey.replace("_", " "))

    def _kind(self, kind: str) -> str:
        if kind in (RELATIONSHIP, REVIEW, "ticket"):
            return self._t(f"review-pack-{kind}")
        name = self._survey(kind)
        return name[:1].upper() + name[1:]

    def _standing(self, one: Standing) -> dict[str, Any]:
        has_interval = one.low is not None and one.high is not None
        return {
            "kind": self._kind(one.kind),
            "n": one.n,
            "nps": one.nps,
            "ends": (one.low, one.high) if has_interval else None,
            "mean": one.mean,
        }

    def _about(self, one: Given) -> str:
        return self._t("review-pack-ticket-number", ticket=one_line(one.ticket, 30)) if one.ticket else ""

    def _answer(self, one: Given) -> dict[str, Any]:
        return {
            "day": one.day,
            "score": one.score,
            "most": _MOST[one.scale],
            "about": self._about(one) or self._survey(one.survey),
            "who": one_line(one.who, 60),
            "why": _clipped(one.why, _LONGEST),
            "better": _clipped(one.better, _LONGEST),
        }

    def _case(self, one: OpenCase) -> dict[str, Any]:
        kind = "contacted" if one.is_contacted else "late" if one.is_late else "due"
        return {
            "who": one_line(one.who, 60),
            "score": one.score,
            "most": _MOST[one.scale],
            "about": self._survey(one.survey),
            "since": one.since,
            "when": self._t(f"review-pack-{kind}", day=one.due_at.date()),
            "with": one.with_whom,
            "words": _clipped(one.words, _SHORT),
        }

    def _promise(self, one: Promise) -> dict[str, Any]:
        labels = {driver.id: driver.label(self._language) for driver in self.programme.drivers}
        return {
            "who": one_line(one.who, 60),
            "day": one.day,
            "outcome": self._t("review-pack-outcome", outcome=one.outcome),
            "cause": labels.get(one.cause, one_line(one.cause, 60)),
            "done": _clipped(one.done, _SHORT),
        }

    def _drawing(self, frame: Frame, answers: Sequence[Given], today: date) -> dict[str, Any]:
        lanes = list(self._lanes(frame, answers, today))
        height = lanes[-1].top + lanes[-1].height + 26
        return {"frame": frame, "lanes": lanes, "ticks": list(_ticks(frame, today)), "height": height}

    def _lanes(self, frame: Frame, answers: Sequence[Given], today: date) -> Iterator[Lane]:
        """The relationship first, reviews second, and then whatever else was answered most."""
        kinds: dict[str, list[Given]] = {}
        for one in answers:
            kinds.setdefault(RELATIONSHIP if one.survey in HEADLINE else one.survey, []).append(one)
        top = 0
        for kind in sorted(kinds, key=lambda kind: (kind != RELATIONSHIP, kind != REVIEW, -len(kinds[kind]), kind))[
            :_LANES
        ]:
            label = 0 if frame.left else _LINE + 2
            marks, crowded_out, lines = _placed(frame, kinds[kind], top + label, today)
            height = label + lines * _LINE
            yield Lane(self._kind(kind), top, height, marks, crowded_out)
            top += height + 8


def pack_styles(renderer: Renderer, language: Language) -> str:
    """The looks of all packs."""
    return "".join(renderer.render(part, language) for part in ("assets/colours.css", "pack/pack.css"))


def _clipped(text: str, longest: int) -> list[str]:
    """What somebody wrote, line by line, cut between two words where it is longer."""
    lines = paragraphs(text, longest)
    if lines and lines[-1].endswith("…") and " " in lines[-1]:
        lines[-1] = lines[-1].rpartition(" ")[0].rstrip(" ,;:–-") + " …"
    return lines


def _placed(frame: Frame, answers: Sequence[Given], top: int, today: date) -> tuple[list[Mark], int, int]:
    """The scores side by side and, where they are close, above each other: the newest find room first."""
    taken: list[list[float]] = [[]]
    marks, crowded_out = [], 0
    for one in answers:
        x, text = _x(frame, one.day, today), f"{one.score}/5" if one.scale == "satisfaction" else str(one.score)
        line = next((at for at, row in enumerate(taken) if all(abs(x - there) >= _NUMBER for there in row)), None)
        if line is None and len(taken) < _LINES:
            line = len(taken)
            taken.append([])
        if line is None:
            crowded_out += 1
            continue
        taken[line].append(x)
        marks.append(Mark(x, top + line * _LINE + _LINE / 2, text))
    return marks, crowded_out, len(taken)


def _x(frame: Frame, day: date, today: date) -> float:
    first = add_months(today, -_MONTHS)
    share = (day - first).days / (today - first).days
    return round(frame.left + _NUMBER / 2 + share * (frame.width - _RIGHT - frame.left - _NUMBER), 1)


def _ticks(frame: Frame, today: date) -> Iterator[Tick]:
    first = add_months(today, -_MONTHS)
    day = date(first.year, 1, 1)
    while day <= today:
        if day >= first:
            yield Tick(_x(frame, day, today), str(day.year) if day.month == 1 else f"Q{(day.month + 2) // 3}")
        day = add_months(day, 3)
