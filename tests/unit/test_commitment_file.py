"""The file of a commitment: it says what is kept, exactly, and every mistake in it by line, field and reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.adapters.commitment_file import write_commitment
from sayso.adapters.commitment_file_reader import CommitmentFileError, read_commitment
from sayso.domain.commitment import STATUSES, TEXT_FIELDS, Commitment
from sayso.domain.commitment_rules import FIELDS, read_fields, with_texts
from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import LANGUAGES
from tests.builders import MONDAY

FILE = """\
status: done
theme: slow_replies
owner: care@polder.example
done on: 2026-02-20

# English (en)

## Title

Faster replies

## You said

Replies take too long: three days.

\\# not a heading
  "why"?

## We did

A second shift
# de
## title
Schneller
## Heard
Zu langsam
"""


def commitment(**changes: Any) -> Commitment:
    values = {"commitment_id": "a", "title": {}, "heard": {}, "created_at": MONDAY, "updated_at": MONDAY}
    return Commitment.model_validate({**values, "updated_by": "ann", **changes})


def mistakes(text: str | bytes) -> list[tuple[int, str, str]]:
    with pytest.raises(CommitmentFileError) as error:
        read_commitment(text if isinstance(text, bytes) else text.encode())
    return list(error.value.mistakes)


def test_a_file_written_by_hand_is_read() -> None:
    read = read_commitment(FILE.encode())
    assert read.fields == {
        "status": "done",
        "theme": "slow_replies",
        "owner": "care@polder.example",
        "planned_for": None,
        "done_on": date(2026, 2, 20),
        "decided_on": None,
        "title": {"en": "Faster replies", "de": "Schneller", "nl": ""},
        "heard": {
            "en": 'Replies take too long: three days.\n\n# not a heading\n  "why"?',
            "de": "Zu langsam",
            "nl": "",
        },
        "did": {"en": "A second shift", "de": "", "nl": ""},
        "reason": {"en": "", "de": "", "nl": ""},
    }
    lines = FILE.split("\n")
    assert lines[read.lines["title.de"] - 1] == "## title"
    assert lines[read.lines["done_on"] - 1].startswith("done on")


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_what_an_editor_does_to_a_file_changes_nothing(change: Any) -> None:
    assert read_commitment(change(FILE).encode()).fields == read_commitment(FILE.encode()).fields


def test_an_empty_one_shows_what_can_be_said() -> None:
    text = write_commitment(None, ("en", "nl"))
    for expected in (
        "status: heard\n",
        "theme:\n",
        "# English (en)",
        "# Nederlands (nl)",
        "## You said",
        "one of heard",
    ):
        assert expected in text
    assert "Deutsch" not in text
    assert read_commitment(text.encode()).fields["title"] == dict.fromkeys(LANGUAGES, "")


# A text starts and ends with something that is seen: read_fields sees to it before anything is kept.
LINES = st.text(st.sampled_from("ab#\\ :<!->*_`\t'\"é\u0301ß\u2028\u202e🙂[]()0"), max_size=30)
TEXTS = st.dictionaries(
    st.sampled_from(LANGUAGES), st.lists(LINES | st.text(max_size=30), max_size=5).map("\n".join), max_size=3
)
DAYS = st.none() | st.dates()


@given(
    texts=st.fixed_dictionaries(dict.fromkeys(TEXT_FIELDS, TEXTS)),
    status=st.sampled_from(STATUSES),
    days=st.fixed_dictionaries(dict.fromkeys(("planned_for", "done_on", "decided_on"), DAYS)),
    languages=st.permutations(LANGUAGES).map(tuple),
    shown=st.integers(1, 3),
)
@settings(max_examples=300, deadline=None)
def test_what_is_written_is_read_back_exactly(
    texts: dict[str, dict[str, str]], status: str, days: dict[str, Any], languages: Any, shown: int
) -> None:
    texts["title"] = {language: text.replace("\n", " ") for language, text in texts["title"].items()}
    try:
        fields = read_fields({**texts, "status": status, "owner": "a@b.example", "theme": "x", **days})
    except InvalidInputError:
        return  # half of a character: cannot be kept
    kept = {name: with_texts({}, fields[name]) if name in TEXT_FIELDS else fields[name] for name in FIELDS}
    one = commitment(**kept)
    again = read_commitment(write_commitment(one, languages[:shown]).encode()).fields
    assert {n: with_texts({}, again[n]) if n in TEXT_FIELDS else again[n] for n in FIELDS} == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("status: soon\n", (1, "status", "'soon' is none of heard")),
        ("state: done\n", (1, "state", "is none of status:, theme:")),
        ("just words\n", (1, "just words", "is none of status:")),
        ("theme: a\ntheme: b\n", (2, "theme", "is there twice")),
        ("\ndone on: yesterday\n", (2, "done_on", "'yesterday' is not a day")),
        ("# Français (fr)\n", (1, "# Français (fr)", "is no language; write one of # English (en)")),
        ("# en\nwords\n", (2, "en", "write this under one of ## Title")),
        ("# en\n## Sub title\nwords\n", (2, "## Sub title", "is none of ## Title, ## You said")),
        ("# en\n## Title\na\n## Title\nb\n", (4, "title.en", "is there twice")),
        ("# en\n## Title\na\nb\n", (2, "title.en", "is one line")),
        ("# en\n## Title\n" + "x" * 121, (2, "title.en", "121 characters long; 120 fit")),
        ("# en\n## We did\n" + "x" * 1001, (2, "did.en", "1,001 characters long")),
        ("# en\n## We did\nfor you:\n### all of you\n", (4, "### all of you", "has a backslash before it")),
        ("# en\n## We did\n#1 in support\n", (3, "# 1 in support", "is no language")),
    ],
)
def test_every_mistake_is_named_with_its_line(text: str, expected: tuple[int, str, str]) -> None:
    (found,) = mistakes(text)
    assert found[:2] == expected[:2]
    assert expected[2] in found[2]


def test_all_mistakes_are_named_at_once_in_the_order_of_the_file() -> None:
    text = "status: soon\nplanned for: x\n\n# en\n## Title\na\nb\n\n# xx\n## Title\nc\n"
    assert [line for line, _, _ in mistakes(text)] == [1, 2, 5, 9]


def test_what_is_no_text_is_refused_with_its_line() -> None:
    assert mistakes(b"status: heard\n\n\xff\xfe") == [(3, "file", "is not saved as UTF-8")]


def test_a_refusal_of_what_was_read_has_its_line() -> None:
    read = read_commitment(FILE.encode())
    lines = FILE.split("\n")
    told = {"title.de": "Title (de)", "title": "Title", "done_on": "done on"}
    for field, line in (("title.de", "## title"), ("title", "## Title"), ("done_on", "done on: 2026-02-20")):
        refused = read.refused(InvalidInputError("is wrong", field=field))
        assert lines[refused.mistakes[0][0] - 1] == line
        assert str(refused).endswith(f"{told[field]}: is wrong")
    assert read.refused(InvalidInputError("is missing", field="reason")).mistakes == [(1, "reason", "is missing")]
