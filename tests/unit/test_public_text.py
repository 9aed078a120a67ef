"""Texts that strangers wrote: what is between two words stays between them, what turns them around goes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.public_text import harmless, language_shown, text_shown, words_shown


@pytest.mark.parametrize("between", ["\t", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f", "\t\t", "\v\x1f"])
def test_what_stood_between_two_words_still_does(between: str) -> None:
    assert harmless(f"two{between}words") == "two words"


@pytest.mark.parametrize("broken", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_line_break_stays_one(broken: str) -> None:
    assert harmless(f"two{broken}lines") == "two\nlines"


@pytest.mark.parametrize("unseen", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2069", "\ufffe"])
def test_what_nobody_sees_vanishes(unseen: str) -> None:
    assert harmless(f"o{unseen}ne") == "one"


@given(st.text(st.sampled_from("ab \n\t\v\f\r\x1c\x1d\x1e\x1f\x85\x00\x1b\x9b\u2028\u202e\u2069"), max_size=30))
def test_no_two_words_are_ever_one_because_white_space_went(text: str) -> None:
    told = harmless(text)
    seen = "".join(one for one in text if one.isspace() or unicodedata.category(one) not in ("Cc", "Cf"))
    assert told.split() == seen.split()
    assert harmless(told) == told
    assert not [one for one in told if one != "\n" and unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp")]


def test_a_text_is_read_in_the_language_asked_for_or_in_the_default_or_in_any() -> None:
    words = {"nl": "drie", "de": "drei"}
    assert [language_shown(words, one, "de") for one in ("nl", "en")] == ["nl", "de"]
    assert language_shown({"nl": "drie"}, "en", "de") == "nl"
    assert language_shown({}, "en", "de") is None
    assert [text_shown(words, one, "de") for one in ("nl", "en")] == [words["nl"], words["de"]]
    assert text_shown({"en": "", "nl": "drie"}, "en") == "drie"
    assert text_shown({}, "en") == ""


def test_of_a_text_there_is_what_somebody_reads() -> None:
    words = {"en": "one", "de": " \u2066", "nl": "een"}
    assert words_shown(words, ("en",), "en") == {"en": "one"}
    assert words_shown(words, ("de",), "de") == {"en": "one"}
    assert words_shown(words, ("de", "nl"), "de") == {"en": "one", "nl": "een"}
