"""What people wrote, made harmless for whatever shows it: a page, a feed, a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

# Control characters; the bidirectional embeddings, overrides and isolates, which can make the text around them read as
# something nobody wrote; annotations; and what no XML 1.0 or UTF-8 file may hold. Line breaks stay, and so do the plain
# left-to-right and right-to-left marks.
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_SPACES = re.compile("[\t-\r\x85\u2028\u2029]+")
_BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85")
_Key = TypeVar("_Key", bound=str)


def harmless(text: str) -> str:
    """The text without what could turn it around, break a file or not be seen at all.

    Line breaks are ``\\n``, and letters with their accents are one character where there is one, as the web wants it.
    """
    return unicodedata.normalize("NFC", _UNWANTED.sub("", _BREAKS.sub("\n", text)).strip())


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
