"""How a quote is read for names: as words, split and joined, in every way in which one name may be written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.domain.programme import Language
from sayso.domain.quote import CUT

LONGEST = 220
"""Letters of the longest name that is looked for: contact lists have no longer ones."""
_WORD = re.compile(r"[^\W_]+")
# AnnaJansen is two words, and so is Anna2.
_WITHIN = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_SENTENCE_ENDS = re.compile(r"[.!?:;…\n•“”„\"»«]|(?:^|\s)[-–—*](?=\s|$)")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_VOWELS = str.maketrans("", "", "aeou")
_TRANSCRIBED = re.compile(r"([aou])e")


def shown(text: str) -> str:
    """A text as it is seen: without the signs nobody sees, but for those that join emoji."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign for sign in text if sign in "\n\t\u200d" or unicodedata.category(sign) not in ("Cf", "Cc"))


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Without case and accents, so that Zoë is Zoe."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(_LETTERS)


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[str, str, str, str]:
    """A word as it is, transcribed (Mueller of Müller), and both as who leaves the e out as well writes it."""
    bare = plain(word)
    full = plain(unicodedata.normalize("NFC", word).casefold().translate(_UMLAUTS))
    return bare, full, _TRANSCRIBED.sub(r"\1", bare), _TRANSCRIBED.sub(r"\1", full)


def written(words: Sequence[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The ways in which words are written as one, each with where in it one ends and the next begins."""
    seen: set[str] = set()
    for number, parts in enumerate(zip(*map(_forms, words), strict=True)):
        joined = "".join(parts)
        # Of short words too much is another word without its e.
        if joined in seen or (number > 1 and len(joined) < 5):
            continue
        seen.add(joined)
        ends, at = [], 0
        for part in parts[:-1]:
            at += len(part)
            ends.append(at)
        yield joined, tuple(ends)


def skeleton(words: Sequence[str]) -> str:
    """What all ways of writing words as one have in common: told by it, most names are seen at once not to be there."""
    return "".join(map(plain, words)).translate(_VOWELS)


def words_of(text: str) -> list[str]:
    """The words of a name, as `shown`, in small letters."""
    return [word.casefold() for word in _WORD.findall(_composed(text))]


@dataclass(frozen=True)
class Word:
    """A word of a text: as it is written, where, whether a sentence begins with it, and whether white space is before
    it (AnnaJansen and Kaas-Boer have none within)."""

    text: str
    start: int
    end: int
    begins: bool
    spaced: bool

    @property
    def is_small(self) -> bool:
        """Whether it has a small letter where a name has a capital."""
        return self.text[0].islower()

    @property
    def is_capitalised_inside(self) -> bool:
        """Whether it has a capital without a sentence that begins, and without being shouted."""
        return self.text[0].isupper() and not self.begins and not (len(self.text) > 1 and self.text.isupper())


@dataclass(frozen=True)
class Stretch:
    """Words that stand one behind the other, and the places within them, written as one, where white space is."""

    words: tuple[Word, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True)
class QuoteText:
    """A text to look for names in; `stretches` are found by how they are written as one, in `plain` letters.

    `skeletons` are those of all stretches, and without the s of a genitive.
    """

    text: str
    language: Language | None = None
    stretches: dict[str, list[Stretch]] = field(default_factory=dict)
    skeletons: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, text: str, language: Language | None = None) -> QuoteText:
        """Read a text."""
        seen = cls(_composed(text), language)
        for words in _parts(seen.text):
            for first in range(len(words)):
                for last in range(first, len(words)):
                    stretch = words[first : last + 1]
                    if sum(len(word.text) for word in stretch) > LONGEST:
                        break
                    bones = skeleton([word.text for word in stretch])
                    seen.skeletons.update((bones, bones.removesuffix("s")))
                    for joined, ends in written([word.text for word in stretch]):
                        gaps = tuple(end for end, word in zip(ends, stretch[1:], strict=True) if word.spaced)
                        seen.stretches.setdefault(joined, []).append(Stretch(tuple(stretch), gaps))
        return seen

    def between(self, stretch: Stretch) -> str:
        """A stretch as it stands there."""
        return self.text[stretch.words[0].start : stretch.words[-1].end]


def _composed(text: str) -> str:
    """As `shown`, every letter with its accents one sign."""
    if text.isascii():
        return shown(text)
    composed = unicodedata.normalize("NFC", shown(text).replace("\u200d", ""))
    return "".join(sign for sign in composed if not unicodedata.combining(sign))


def _parts(text: str) -> Iterator[list[Word]]:
    """The words of a text, in the parts between its cuts."""
    start = 0
    for part in text.split(CUT):
        words: list[Word] = []
        end = 0
        for match in _WORD.finditer(part):
            before, end = part[end : match.start()], match.end()
            begins = not words or bool(_SENTENCE_ENDS.search(before))
            spaced = any(sign.isspace() for sign in before)
            at = start + match.start()
            for piece in _pieces(match[0]):
                words.append(Word(piece, at, at + len(piece), begins, spaced))
                at, begins, spaced = at + len(piece), False, False
        yield words
        start += len(part) + len(CUT)


def _pieces(word: str) -> Iterator[str]:
    for piece in _WITHIN.split(word):
        start = 0
        for at in range(1, len(piece)):
            if piece[at].isupper() and piece[at - 1].islower():
                yield piece[start:at]
                start = at
        yield piece[start:]
