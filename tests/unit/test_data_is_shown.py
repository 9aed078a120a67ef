"""No text is in data.json that cannot be read on a page: drafts, other languages and withdrawn names are in neither."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.commitment import Status
from sayso.domain.edition import Edition, PublishedCommitment, PublishedQuote, Words
from sayso.domain.programme import LANGUAGES, Programme
from tests.builders import programme
from tests.page_examples import MADE_AT, THEMES, many_answers, the_year_before
from tests.pages import files

LAST_DAY = MADE_AT.date()
TEXTS = ("title", "heard", "did", "reason", "theme_label", "label", "text")
PROGRAMMES = [
    programme(company={"languages": list(languages)}, page={"show_score": score})
    for languages, score in ((("en",), True), (("de", "nl"), False), (LANGUAGES, True))
]


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 10**6),
    st.sampled_from(PROGRAMMES),
    st.sampled_from([1, 4, 45]),
    st.sampled_from([0, 100, 500]),
)
def test_every_text_of_the_data_stands_on_a_page(seed: int, of: Programme, size: int, days: int) -> None:
    random = Random(seed)  # noqa: S311 - the same edition for the same seed
    commitments = [_commitment(random, at) for at in range(size)]
    before = [_commitment(random, at).having(published_on=one.published_on) for at, one in enumerate(commitments)]
    then = {2025: _edition(random, the_year_before(), [one for one in before if one.moved_on.year < 2026])}
    now = _edition(random, many_answers(), commitments)
    made = files(now, then, of, today=LAST_DAY + timedelta(days=days))
    pages = "".join(file.body.decode() for path, file in made.items() if path.endswith(".html"))
    texts = set(_texts(json.loads(made["data.json"].body)))
    assert texts
    assert [text for text in texts if text not in pages] == []


def _edition(random: Random, edition: Edition, commitments: list[PublishedCommitment]) -> Edition:
    figures = edition.figures
    lost = figures.praised[0].having(theme="lost", label=_words(random, "lost"))
    quotes = [
        PublishedQuote(
            id=f"q{at}",
            text={**_words(random, f"quote-{at}"), original: f"q-{at}-{original}"},
            original=original,
            commitment=random.choice(["", *(one.id for one in commitments)]),
        )
        for at in range(4)
        for original in random.sample(LANGUAGES, 1)
    ]
    return edition.having(
        commitments=tuple(commitments), quotes=tuple(quotes), figures=figures.having(praised=(*figures.praised, lost))
    )


def _commitment(random: Random, at: int) -> PublishedCommitment:
    status: Status = random.choice(get_args(Status))
    day = LAST_DAY - timedelta(days=random.randrange(700))
    return PublishedCommitment(
        id=f"c{at}",
        title=_words(random, f"title-{at}") or {"en": f"title-{at}."},
        heard=_words(random, f"heard-{at}"),
        did=_words(random, f"did-{at}"),
        reason=_words(random, f"reason-{at}"),
        status=status,
        theme=random.choice(["", "lost", *THEMES]),
        planned_for=random.choice([None, date(2026, 12, 1)]),
        done_on=day if status == "done" else None,
        decided_on=day if status == "declined" else None,
        published_on=day,
    )


def _words(random: Random, text: str) -> Words:
    """In some languages; the mark makes every text another one, and none the beginning of another."""
    return {one: f"{text}-{one}-{random.randrange(10**6)}." for one in random.sample(LANGUAGES, random.randrange(4))}


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        for name, one in part.items():
            if name in TEXTS and isinstance(one, dict):
                yield from one.values()
            else:
                yield from _texts(one)
