"""Editions on a real table: however large they are, they come back whole, and no number is given twice."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from sayso.adapters import keys
from sayso.adapters.edition_store import PART_BYTES, EditionStore
from sayso.adapters.items import DynamoItems
from sayso.domain.drafting import Basis, Coverage
from sayso.domain.edition import Edition, PublishedCommitment
from sayso.domain.errors import ConflictError
from sayso.domain.public_page import PageDraft, PublicPage
from tests.builders import MONDAY

BASIS = Basis(voices={"a": 7}, coverage=Coverage(asked=40, answered=25))
LATER = MONDAY + timedelta(minutes=5)


def edition(number: int = 1, size: int = 100) -> Edition:
    """An edition that does not compress, of about so many bytes."""
    chance = random.Random(number)  # noqa: S311 - no secret
    texts = ["".join(chance.choices("0123456789abcdef", k=1_000)) for _ in range(max(1, size // 500))]
    commitments = tuple(
        PublishedCommitment(
            id=f"c{at}", title={"en": "Title"}, heard={"en": text}, status="heard", published_on=date(2026, 3, 2)
        )
        for at, text in enumerate(texts)
    )
    return Edition(number=number, made_at=MONDAY + timedelta(days=number), commitments=commitments)


@pytest.fixture
def store(table: DynamoItems) -> EditionStore:
    return EditionStore(table)


def put(store: EditionStore, one: Edition, year: int = 2026) -> PublicPage:
    page = store.page()
    mine = store.begin(page, ["index.html"], MONDAY, LATER)
    years = {**page.years, year: one.number}
    after = mine.having(number=one.number, years=years, touched=(), busy_until=0, files={"index.html": "x"})
    return store.save(after.having(made_at=one.made_at, published_at=MONDAY), (one, BASIS))


@pytest.mark.parametrize("size", [100, 900_000, 5_000_000])
def test_an_edition_of_any_size_comes_back_as_it_was(store: EditionStore, table: DynamoItems, size: int) -> None:
    one = edition(size=size)
    put(store, one)
    latest = store.latest()
    assert latest
    assert (latest.edition, latest.basis, latest.held) == (one, BASIS, False)
    assert latest.files == {"index.html": "x"}
    assert store.get(1) == one
    parts = [item for item in table.scan(("EDITION#",)) if item["entity"] == "edition_part"]
    assert len(parts) >= size // (2 * PART_BYTES)
    assert max(len(bytes(part["content"])) for part in parts) <= PART_BYTES


def test_before_the_first_there_is_nothing(store: EditionStore) -> None:
    assert (store.latest(), store.page(), store.draft()) == (None, PublicPage(), None)
    assert (store.list(), store.years(), store.get(1), store.basis()) == ([], {}, None, Basis())


def test_the_list_is_the_last_first_and_years_have_their_last(store: EditionStore) -> None:
    for number, year in ((1, 2025), (2, 2025), (3, 2026)):
        put(store, edition(number), year)
    assert [one.number for one in store.list()] == [3, 2, 1]
    assert {year: one.number for year, one in store.years().items()} == {2025: 2, 2026: 3}


def test_a_number_is_given_once_and_none_is_left_out(store: EditionStore) -> None:
    page = put(store, edition(1))
    for number in (1, 3):
        with pytest.raises(ConflictError):
            store.save(page.having(number=number), (edition(number), BASIS))
    assert [one.number for one in store.list()] == [1]
    assert store.page() == page


def test_the_site_is_one_runs_at_a_time_until_its_turn_is_over(store: EditionStore) -> None:
    put(store, edition(1))
    first = store.begin(store.page(), ["a"], MONDAY, LATER)
    with pytest.raises(ConflictError):
        store.begin(store.page(), ["b"], MONDAY, LATER)
    second = store.begin(store.page(), ["b"], LATER + timedelta(seconds=1), LATER + timedelta(minutes=5))
    assert second.touched == ("a", "b")
    with pytest.raises(ConflictError):
        store.save(first.having(number=2), (edition(2), BASIS))
    assert store.give_back(second).busy_until == 0
    assert store.begin(store.page(), [], MONDAY, LATER).touched == ("a", "b")


def test_a_draft_is_kept_approved_replaced_and_dropped(store: EditionStore, table: DynamoItems) -> None:
    first = store.save_draft(
        PageDraft(draft_id="a" * 32, made_at=MONDAY, follows=0, number=1), (edition(1, 900_000), BASIS)
    )
    assert store.draft() == first
    assert store.drafted(first) == (edition(1, 900_000), BASIS)
    approved = store.save_draft(first.having(approved_by="kim", approved_at=MONDAY))
    assert store.draft() == approved
    assert store.drafted(approved)[0].number == 1
    second = store.save_draft(approved.having(draft_id="b" * 32, approved_by="", approved_at=None), (edition(2), BASIS))
    assert store.drafted(second) == (edition(2), BASIS)
    # Whoever still has the first in hand changes nothing any more.
    with pytest.raises(ConflictError):
        store.drafted(first)
    for one in (first.having(revision=second.revision), approved):
        with pytest.raises(ConflictError):
            store.save_draft(one)
        with pytest.raises(ConflictError):
            store.drop_draft(one)
    store.drop_draft(second)
    assert store.draft() is None
    assert [item for item in table.scan(("EDITION#",)) if item["entity"] == "edition_part"] == []
    store.drop_draft(second)


def test_what_stands_in_the_table_is_small(store: EditionStore, table: DynamoItems) -> None:
    put(store, edition(1, 900_000))
    listed = table.get(keys.edition(1))
    assert listed
    assert len(str(listed)) < 1_000
