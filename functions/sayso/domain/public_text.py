"""What people wrote, made harmless for whatever shows it: a page, a feed, a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

# Control characters; the bidirectional embeddings, overrides and isolates, which can make the text around them read as
# something nobody wrote; annotations; and what no XML 1.0 or UTF-8 file may hold. Line breaks stay, and so do the plain
# left-to-right and right-to-left marks.
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# What other programs wrote between two words: tabs, the line breaks of word processors, separators of old files.
_BETWEEN_WORDS = re.compile("[\t\v\f\x1c-\x1f]+")
_SPACES = re.compile("[\t-\r\x85\u2028\u2029]+")
_BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85")
_Key = TypeVar("_Key", bound=str)


def harmless(text: str) -> str:
    """The text without what could turn it around, break a file or not be seen at all.

    Line breaks are ``\\n``, whatever else stands for white space is a space, and letters with their accents are one
    character where there is one, as the web wants it.
    """
    spaced = _BETWEEN_WORDS.sub(" ", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", _UNWANTED.sub("", spaced).strip())


def harmless_line(text: str) -> str:
    """The same as one line: a name, say."""
    return harmless(_SPACES.sub(" ", text))


def made_visible(text: str) -> str:
    """The text as it is, with a sign (U+FFFD) in the place of each of what would do something else than being read."""
    return _UNWANTED.sub("\ufffd", text.replace("\t", " "))


def harmless_words(words: Mapping[_Key, str]) -> dict[_Key, str]:
    """The texts by language, each harmless, without those that are empty."""
    clean = {language: harmless(text) for language, text in words.items()}
    return {language: text for language, text in clean.items() if text}


def language_shown(words: Mapping[_Key, str], language: _Key, default: _Key) -> _Key | None:
    """In which language a reader of `language` gets a text: in that, else in `default`, else in any there is."""
    return next((one for one in (language, default, *words) if one in words), None)


def text_shown(words: Mapping[_Key, str], language: _Key, default: _Key | None = None) -> str:
    """The text that a reader of `language` gets (`language_shown`), as it was written; empty where there is none."""
    written = {one: text for one, text in words.items() if text}
    shown = language_shown(written, language, default or language)
    return written[shown] if shown else ""


def words_shown(words: Mapping[_Key, str], languages: Iterable[_Key], default: _Key) -> dict[_Key, str]:
    """The texts, each harmless, that a reader of one of the languages gets. Nobody reads the others."""
    clean = harmless_words(words)
    shown = {language_shown(clean, language, default) for language in languages}
    return {language: text for language, text in clean.items() if language in shown}
