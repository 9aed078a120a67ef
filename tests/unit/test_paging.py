"""Lists of the desk come page by page: nothing twice, nothing left out, and no cursor leads anywhere else."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.adapters.items import Put
from sayso.adapters.paging import cursor, page
from sayso.domain.errors import InvalidInputError
from tests.fakes import FakeItems

names = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda text: text > " "
)


def items_of(sorts: list[str], other: list[str]) -> FakeItems:
    items = FakeItems()
    for pk, of in (("LIST", sorts), ("OTHER", other)):
        for sort in of:
            items.write(Put({"pk": pk, "sk": sort, "entity": "x"}))
    return items


@given(st.lists(names, unique=True, max_size=30), st.integers(1, 7), st.booleans(), names)
def test_pages_are_the_list(sorts: list[str], limit: int, newest_first: bool, other: str) -> None:
    items, seen, after = items_of(sorts, [other]), [], ""
    for _ in range(len(sorts) + 1):
        found, after = page(items, "LIST", limit=limit, after=after, newest_first=newest_first)
        assert len(found) <= limit
        seen += [item["sk"] for item in found]
        if not after:
            break
    assert seen == sorted(sorts, key=str.encode, reverse=newest_first)


@given(st.lists(names, unique=True, max_size=30), st.integers(1, 7), names, st.booleans())
def test_pages_of_a_prefix_are_what_begins_with_it(
    sorts: list[str], limit: int, prefix: str, newest_first: bool
) -> None:
    items, seen, after = items_of([*sorts, *(prefix + sort for sort in sorts)], []), [], ""
    while True:
        found, after = page(items, "LIST", limit=limit, after=after, prefix=prefix, newest_first=newest_first)
        seen += [item["sk"] for item in found]
        if not after:
            break
    wanted = {sort for sort in [*sorts, *(prefix + sort for sort in sorts)] if sort.startswith(prefix)}
    assert seen == sorted(wanted, key=str.encode, reverse=newest_first)


def test_what_comes_or_goes_between_two_pages_moves_nothing_else() -> None:
    items = items_of([f"{number:03d}" for number in range(10)], [])
    first, after = page(items, "LIST", limit=4)
    items.write(Put({"pk": "LIST", "sk": "0005", "entity": "x"}))
    second, _ = page(items, "LIST", limit=4, after=after)
    assert [item["sk"] for item in (*first, *second)] == [f"{number:03d}" for number in range(8)]


@pytest.mark.parametrize(
    "after", ["?", "a", "ü", "====", "AA*A", cursor("ÿ")[:-1], base64.b64encode(b"\xff\xfe").decode(), "A" * 2_000]
)
def test_a_cursor_that_is_none_is_refused(after: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        page(items_of(["a"], ["b"]), "LIST", limit=2, after=after)
    assert refused.value.field == "after"


def test_a_cursor_does_not_leave_what_was_asked_for() -> None:
    with pytest.raises(InvalidInputError):
        page(items_of(["a1", "b1"], []), "LIST", limit=2, prefix="a", after=cursor("b1"))


def test_a_place_longer_than_a_key_can_be_is_none() -> None:
    with pytest.raises(InvalidInputError):
        page(FakeItems(), "LIST", limit=1, after=cursor("\u00e9" * 600))


def test_no_cursor_is_longer_than_a_key() -> None:
    items = items_of(["a"], [])
    assert page(items, "LIST", limit=1, after=cursor("é" * 500)) == ([], "")
    for long in ("a" * 1_001, "é" * 501):
        with pytest.raises(InvalidInputError):
            page(items, "LIST", limit=1, after=cursor(long))
