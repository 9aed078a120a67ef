"""Themes of an answer: those its drivers file it under, those its words suggest, and a person's word on either."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from sayso.domain.entity import Entity
from sayso.domain.labels import Language, Theme

_WORD = re.compile(r"\w+")
# White space and ASCII's punctuation, but for the underscore.
_BREAKS = re.compile(r"[\s!-/:-@\[-^`{-~]+")
# Longer runs are looked at in slices: putting a run of combining marks in order takes the square of its length.
_LONGEST_RUN = 200


class Filing(Entity):
    """How an answer stands to one theme.

    `rule` says what brought it there: a driver that was chosen files at once, words that were written suggest; it is
    empty where one of our people did it by hand. `by` is who decided, `at` (UTC) when; both are empty while only a rule
    has spoken.
    """

    state: Literal["filed", "suggested", "rejected"]
    rule: Literal["drivers", "words", ""] = ""
    by: str = ""
    at: datetime | None = None

    @property
    def is_decided(self) -> bool:
        """Whether a person said so, which no rule and no edit of the answer takes back."""
        if self.state == "rejected" or not self.rule:
            return True
        return self.state == "filed" and self.rule == "words"


def named_by(drivers: Collection[str], themes: Iterable[Theme]) -> tuple[str, ...]:
    """The themes that drivers somebody chose file an answer under, in the programme's order."""
    return tuple(theme.id for theme in themes if any(driver in drivers for driver in theme.drivers))


def suggested_by(texts: Iterable[str], language: Language, themes: Iterable[Theme]) -> tuple[str, ...]:
    """The themes that what somebody wrote in a language suggests, in the programme's order.

    Parameters
    ----------
    texts : iterable of str
        What was written; a phrase never reaches from one text into the next.
    language : Language
        Only this language's rules are asked: "die" is German.
    themes : iterable of Theme
        Their rules are words, compared as whole words without case, ``ß`` as ``ss`` and compatible signs as what they
        stand for (NFKC). ``*`` at the end stands for any ending, and several words for themselves in a row.
    """
    listed = [theme for theme in themes if theme.words.get(language)]
    if not listed:
        return ()
    rules = _rules_of(tuple((theme.id, theme.words[language]) for theme in listed))
    found: set[str] = set()
    for text in texts:
        found |= rules.met_by(words_in(text))
    return tuple(theme.id for theme in listed if theme.id in found)


def refiled(before: Mapping[str, Filing], drivers: Sequence[str], words: Sequence[str], most: int) -> dict[str, Filing]:
    """The themes of an answer after its rules were applied afresh.

    What a person decided stays; all else is what `drivers` file it under and `words` suggest now. The order of both
    decides which go without where there are more than `most`.
    """
    after = {name: filing for name, filing in before.items() if filing.is_decided}
    room = most - sum(filing.state != "rejected" for filing in after.values())
    by_rule = {name: Filing(state="filed", rule="drivers") for name in drivers}
    by_rule |= {name: Filing(state="suggested", rule="words") for name in words if name not in by_rule}
    news = [name for name in by_rule if name not in after][: max(0, room)]
    return {**after, **{name: by_rule[name] for name in news}}


def words_in(text: str) -> list[str]:
    """The words of a text, as they are compared; the time it takes grows with the length of the text."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return [word for run in _BREAKS.split(text) for part in _slices(run) for word in _WORD.findall(_folded(part))]


def _slices(run: str) -> Iterator[str]:
    return (run[start : start + _LONGEST_RUN] for start in range(0, len(run), _LONGEST_RUN))


def _folded(part: str) -> str:
    if part.isascii():
        return part.lower()
    # Soft hyphens and joiners are seen by nobody, and tell no words apart.
    seen = "".join(sign for sign in part if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())


class _Rule(NamedTuple):
    theme: str
    words: tuple[str, ...]
    any_ending: bool

    def is_met_at(self, text: Sequence[str], at: int) -> bool:
        end = at + len(self.words) - 1
        if end >= len(text) or any(text[at + n] != word for n, word in enumerate(self.words[:-1])):
            return False
        return text[end].startswith(self.words[-1]) if self.any_ending else text[end] == self.words[-1]


class _Rules:
    """The rules of one language, found by the first word of each: no text is looked through once a rule."""

    def __init__(self, rules: Iterable[_Rule]) -> None:
        self._by_word: dict[str, list[_Rule]] = defaultdict(list)
        self._by_beginning: dict[str, list[_Rule]] = defaultdict(list)
        for rule in rules:
            is_open = rule.any_ending and len(rule.words) == 1
            (self._by_beginning if is_open else self._by_word)[rule.words[0]].append(rule)
        self._lengths = sorted({len(beginning) for beginning in self._by_beginning})

    def met_by(self, text: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for at, word in enumerate(text):
            found.update(rule.theme for rule in self._beginning_with(word) if rule.is_met_at(text, at))
        return found

    def _beginning_with(self, word: str) -> Iterator[_Rule]:
        yield from self._by_word.get(word, ())
        for length in self._lengths:
            if length > len(word):
                break
            yield from self._by_beginning.get(word[:length], ())


@lru_cache(maxsize=16)
def _rules_of(written: tuple[tuple[str, tuple[str, ...]], ...]) -> _Rules:
    """Read the rules of one language, which a programme keeps for as long as it is deployed."""
    read = ((theme, tuple(words_in(rule)), rule.endswith("*")) for theme, rules in written for rule in rules)
    return _Rules(_Rule(theme, words, any_ending) for theme, words, any_ending in read if words)
