"""Whatever anybody wrote is in the report as text, and never keeps it from being made."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.adapters.report_text import MISSING, all_printable, printable
from sayso.domain.edition import Edition, PublishedQuote
from tests.page_examples import COMMITMENTS, many_answers, no_answers
from tests.unit.test_report import pdf_of

HOSTILE = {
    "typst": '#import "x": * $ \\ #eval("1") ] [ *b* _i_ `r` @ref <l> #panic() ~ -- /* */ // #sys.inputs',
    "html": "<script>alert(1)</script> &amp; {{ 7*7 }} {% raw %}",
    "heading": "= Heading + list / term: no",
    "control characters": "a\x01b\x00c\x1bd\x7f\ufffe\uffff",
    "turned": "a\u202eb\u2066c\u2069d",
    "one long word": "x" * 10_000,
    "one long number": "9" * 3_000,
    "lines": "a\n" * 1_000,
    "marks": "Z" + "\u0301\u0323\u0489" * 100,
    "marks alone": "\u0301 \u0323 日\u0301 א\u05b0\u0301",
    "nothing to see": "\u200d\u200c\u2060\ufeff\u00ad\u200b",
    "Chinese": "我们等了三天",
    "Thai": "สวัสดี",
    "emoji": "👨‍👩‍👧 👍🏽 ❤️ 🏴‍☠️",
    "Arabic": "مرحبا بالعالم",
    "other planes": "\U00010400\U0001d54f\U000e0041",
}
READ_BACK = ("typst", "html", "heading", "one long word", "one long number")


def saying(text: str) -> Edition:
    edition = many_answers()
    words = {"en": text}
    said = {"title": {"en": text[:120]}, "heard": words, "did": words, "reason": words}
    return edition.having(
        commitments=tuple(one.having(**said) for one in edition.commitments[:2]),
        quotes=(PublishedQuote(id="quote", text=words, original="en"),),
    )


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_text(kind):
    pdf = pdf_of(saying(HOSTILE[kind]))
    assert pdf.complaints == []
    assert len(pdf.reader.pages) < 40
    if kind in READ_BACK:
        letters = pdf.text.replace(" ", "")
        assert letters.count(HOSTILE[kind].replace(" ", "")[:60]) >= 4
    assert {tag.title for tag in pdf.tags if tag.kind == "H1"} == {
        "Done",
        "Planned and in progress",
        "In customers’ words",
        "The score",
        "How we ask",
    }


def test_every_character_that_is_let_through_can_be_seen():
    known = [chr(code) for code in range(0x20, 0x10000) if printable(chr(code)) == chr(code)]
    assert len(known) > 2_500
    assert printable("".join(map(chr, range(0x10000, 0x20000)))) == MISSING
    edition = no_answers().having(
        commitments=(COMMITMENTS[0].having(heard={"en": " ".join(one for one in known if one != MISSING)}),)
    )
    pdf = pdf_of(edition)
    assert pdf.complaints == []
    # Without falling back on plain letters, which would have left these out.
    for sample in ("ЖЩ", "ΩΨ", "ẞ", "→", "≤", "ő"):
        assert all(one in pdf.text for one in sample)
    assert MISSING not in pdf.text


def test_what_no_font_has_is_one_mark_and_the_reader_is_told():
    assert printable("We waited 三天三夜 for it 👍🏽") == f"We waited {MISSING} for it {MISSING}"
    assert "stands for characters that this file has no letters for" in pdf_of(saying("三天")).text
    assert "stands for characters" not in pdf_of(saying("three days")).text


def test_only_what_was_missing_says_so():
    data = {"svg": "<svg>日</svg>", "url": "https://x.example/日", "lines": ["日", 3, None, {"text": "日"}]}
    assert all_printable(data) == {**data, "lines": [MISSING, 3, None, {"text": MISSING}]}


def test_the_second_attempt_keeps_to_what_is_certain():
    assert printable("Größe – ’s Nachts", plain=True) == "Größe – ’s Nachts"
    assert printable("Жук", plain=True) == MISSING


@given(st.text(max_size=300))
@settings(deadline=None)
def test_printable_text_stays_as_it_is_and_can_be_broken_anywhere(text):
    once = printable(text)
    assert printable(once) == once
    assert not any(unicodedata.category(one) == "Cc" and one != "\n" for one in once)
    assert max(map(len, once.replace("\u200b", " ").replace("-", " ").split()), default=0) < 60


def test_the_reader_reads_places_to_break_as_nothing():
    assert pdf_of(saying("w" * 500)).text.replace(" ", "").count("w" * 500) >= 3
