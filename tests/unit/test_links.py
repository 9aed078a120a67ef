"""No link can be guessed, used for something else, or used for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.adapters.links import SignedLinks
from sayso.domain.errors import ExpiredError, LinkRefusedError
from sayso.domain.link_keys import UNSUBSCRIBE_LINK_FOR
from tests.builders import MONDAY, invitation

OLD, NEW = {"1": "a" * 64}, {"1": "a" * 64, "2": "b" * 64}
LINKS = SignedLinks("https://feedback.example", lambda: OLD)
READERS: dict[str, Callable[[str], Any]] = {
    "survey": lambda token: LINKS.read_survey(token, MONDAY),
    "unsubscribe": lambda token: LINKS.read_unsubscribe(token, MONDAY),
    "case": lambda token: LINKS.read_case(token, MONDAY),
    "review": lambda token: LINKS.read_review(token, MONDAY),
    "pack": lambda token: LINKS.read_pack(token, MONDAY),
    "hold": lambda token: LINKS.read_hold(token, MONDAY),
    "edition": lambda token: LINKS.read_edition(token, MONDAY),
}
PARTS = [("survey", 4), ("unsubscribe", 3), ("case", 3), ("review", 3), ("hold", 3), ("edition", 2)]


def token_of(link: str) -> str:
    return link.split("t=")[1].split("&")[0] if "t=" in link else link.rsplit("/", 1)[1]


def made() -> dict[str, str]:
    later = MONDAY + timedelta(days=90)
    return {
        "survey": token_of(LINKS.survey(invitation(), "en", 3, later)),
        "unsubscribe": token_of(LINKS.unsubscribe_page("hash-anna", "nl", later)),
        "case": token_of(LINKS.case("f1", "otto", "en", later)),
        "review": token_of(LINKS.review("otto", "2026-Q1", "en", later)),
        "pack": token_of(LINKS.pack("a1", "otto", later)),
        "hold": token_of(LINKS.hold("a1", "otto", "en", later)),
        "edition": token_of(LINKS.edition("kim", "en", later)),
    }


def test_each_link_leads_to_its_page() -> None:
    later = MONDAY + timedelta(days=90)
    assert LINKS.survey(invitation(), "de", 10, later).startswith("https://feedback.example/survey/annual.de.html?t=")
    assert LINKS.survey(invitation(), "de", 10, later).endswith("&s=10")
    five = LINKS.survey(invitation(survey="project"), "de", 5, later, "satisfaction")
    assert five.startswith("https://feedback.example/survey/project.5.de.html?t=")
    assert LINKS.plain(invitation(), "de", later).startswith("https://feedback.example/api/plain/1.")
    assert LINKS.unsubscribe_page("h", "nl", later).startswith("https://feedback.example/unsubscribe/nl.html?t=")
    assert LINKS.unsubscribe_one_click("h", "nl", later).startswith("https://feedback.example/api/unsubscribe/")
    assert LINKS.case("f1", "otto", "en", later).startswith("https://feedback.example/case/en.html?t=")
    assert LINKS.review("otto", "2026-Q1", "de", later).startswith("https://feedback.example/review/de.html?t=")
    assert LINKS.pack("a1", "otto", later).startswith("https://feedback.example/api/review/pack/1.")
    assert LINKS.hold("a1", "otto", "nl", later).startswith("https://feedback.example/hold/nl.html?t=")
    assert LINKS.edition("kim", "de", later).startswith("https://feedback.example/edition/de.html?t=")


def test_a_link_reads_back_what_it_was_made_for() -> None:
    tokens = made()
    assert READERS["survey"](tokens["survey"]) == ("c1", "annual", "1")
    assert READERS["unsubscribe"](tokens["unsubscribe"]) == ("hash-anna", "nl")
    assert READERS["case"](tokens["case"]) == ("f1", "otto")
    assert READERS["review"](tokens["review"]) == ("otto", "2026-Q1")
    assert READERS["pack"](tokens["pack"]) == READERS["hold"](tokens["hold"]) == ("a1", "otto")
    assert READERS["edition"](tokens["edition"]) == "kim"


def test_the_page_without_a_script_takes_the_same_token_as_the_scores() -> None:
    later = MONDAY + timedelta(days=90)
    assert token_of(LINKS.plain(invitation(), "de", later)) == token_of(LINKS.survey(invitation(), "de", 7, later))


@pytest.mark.parametrize("purpose", READERS)
@pytest.mark.parametrize("other", READERS)
def test_a_link_made_for_one_purpose_serves_no_other(purpose: str, other: str) -> None:
    if purpose == other:
        READERS[other](made()[purpose])
    else:
        with pytest.raises(LinkRefusedError):
            READERS[other](made()[purpose])


@pytest.mark.parametrize(
    ("purpose", "parts"), [("survey", 4), ("unsubscribe", 3), ("case", 3), ("review", 3), ("hold", 3), ("edition", 2)]
)
@pytest.mark.parametrize("signed_for", READERS)
def test_purposes_are_kept_apart_by_their_signatures_and_not_by_their_looks(
    purpose: str, parts: int, signed_for: Any
) -> None:
    token = LINKS._sign(signed_for, ["x"] * (parts - 1) + [99_999])
    if purpose == signed_for:
        READERS[purpose](token)
    else:
        with pytest.raises(LinkRefusedError):
            READERS[purpose](token)


@pytest.mark.parametrize("purpose", READERS)
def test_no_character_of_a_token_can_be_changed(purpose: str) -> None:
    token = made()[purpose]
    for at, character in enumerate(token):
        for other in ("A", "b", "_", ".", "1", "2", "\n"):
            forged = token[:at] + other + token[at + 1 :]
            # The last character of base64 carries bits that mean nothing; they still must not pass as another token.
            if other != character:
                with pytest.raises(LinkRefusedError):
                    READERS[purpose](forged)


@pytest.mark.parametrize(
    "junk",
    ["", ".", "..", "a.b", "=" * 50, "ü", "\x00", "\ud800", "A" * 100_000, "null", "W10.x", "1.", "1..", "1.a", "1.a.b",
     "0.a.b", "01.a.b", "-1.a.b", "1e3.a.b", "\u0661.a.b", "9" * 5_000 + ".a.b", " 1.a.b", "made.a.b"],
)  # fmt: skip
@pytest.mark.parametrize("purpose", READERS)
def test_junk_is_refused(purpose: str, junk: str) -> None:
    with pytest.raises(LinkRefusedError) as refused:
        READERS[purpose](junk)
    assert refused.value.field == "token"


@given(junk=st.text(max_size=200))
def test_any_junk_is_refused(junk: str) -> None:
    for read in READERS.values():
        with pytest.raises(LinkRefusedError):
            read(junk)


def test_a_token_signed_with_another_companys_key_is_refused() -> None:
    theirs = SignedLinks("https://feedback.example", lambda: {"1": "c" * 64})
    token = token_of(theirs.survey(invitation(), "en", 3, MONDAY + timedelta(days=90)))
    with pytest.raises(LinkRefusedError):
        LINKS.read_survey(token, MONDAY)


def test_a_link_ends_with_the_day_it_was_made_until() -> None:
    until = datetime(2026, 4, 1, 9, tzinfo=UTC)
    token = token_of(LINKS.survey(invitation(), "en", 3, until))
    assert LINKS.read_survey(token, datetime(2026, 4, 1, 23, 59, 59, tzinfo=UTC))
    with pytest.raises(ExpiredError):
        LINKS.read_survey(token, datetime(2026, 4, 2, tzinfo=UTC))
    case = token_of(LINKS.case("f1", "otto", "en", until))
    with pytest.raises(ExpiredError):
        LINKS.read_case(case, datetime(2026, 4, 2, tzinfo=UTC))


@pytest.mark.parametrize("page", [LINKS.unsubscribe_page, LINKS.unsubscribe_one_click])
def test_a_link_to_leave_works_for_three_years_and_ends(page: Callable[..., str]) -> None:
    token = token_of(page("hash-anna", "nl", MONDAY + UNSUBSCRIBE_LINK_FOR))
    assert LINKS.read_unsubscribe(token, MONDAY.replace(year=MONDAY.year + 3)) == ("hash-anna", "nl")
    with pytest.raises(ExpiredError):
        LINKS.read_unsubscribe(token, MONDAY + UNSUBSCRIBE_LINK_FOR + timedelta(days=1))


@pytest.mark.parametrize(
    ("purpose", "parts"), [("survey", 4), ("unsubscribe", 3), ("case", 3), ("review", 3), ("hold", 3), ("edition", 2)]
)
def test_a_forged_link_that_is_too_old_is_forged(purpose: Any, parts: int) -> None:
    with pytest.raises(LinkRefusedError):
        READERS[purpose](SignedLinks("", lambda: {"1": "c" * 64})._sign(purpose, ["x"] * (parts - 1) + [1]))
    with pytest.raises(ExpiredError):
        READERS[purpose](LINKS._sign(purpose, ["x"] * (parts - 1) + [1]))


def test_an_old_key_is_still_read_after_a_new_one_signs() -> None:
    token = made()["survey"]
    keys = dict(OLD)
    links = SignedLinks("https://feedback.example", lambda: keys)
    keys.update(NEW)
    assert links.read_survey(token, MONDAY) == ("c1", "annual", "1")
    fresh = token_of(links.survey(invitation(), "en", 3, MONDAY + timedelta(days=90)))
    assert links.read_survey(fresh, MONDAY) == ("c1", "annual", "1")
    with pytest.raises(LinkRefusedError):
        LINKS.read_survey(fresh, MONDAY)  # the old key alone did not sign it
    del keys["1"]
    with pytest.raises(LinkRefusedError):
        links.read_survey(token, MONDAY)


def test_the_key_with_the_highest_number_signs_even_past_nine() -> None:
    keys = {"9": "a" * 64, "10": "b" * 64, "2": "c" * 64, "made": {"11": "2026-03-02"}}
    token = token_of(SignedLinks("", lambda: keys).unsubscribe_page("h", "en", MONDAY))
    assert token.startswith("10.")
    assert SignedLinks("", lambda: {"10": "b" * 64}).read_unsubscribe(token, MONDAY) == ("h", "en")


def test_a_link_names_its_key_and_no_other_is_tried() -> None:
    token = made()["survey"]
    assert token.startswith("1.")
    same_key_twice = SignedLinks("", lambda: {"1": "x" * 64, "2": "a" * 64})
    with pytest.raises(LinkRefusedError):
        same_key_twice.read_survey(token, MONDAY)
    assert same_key_twice.read_survey("2" + token[1:], MONDAY) == ("c1", "annual", "1")


def test_only_a_number_above_all_known_ones_makes_the_keys_be_looked_up_again() -> None:
    looked: list[int] = []

    def afresh() -> dict[str, str]:
        looked.append(1)
        return {**NEW, "4": "d" * 64}

    links = SignedLinks("", lambda: {"1": "a" * 64, "3": "c" * 64}, afresh)
    body = made()["survey"][2:]
    for number in ("1", "2", "3", "made", "", "0", "99999999"):
        with pytest.raises(LinkRefusedError):
            links.read_survey(f"{number}.{body[:-4]}AAAA", MONDAY)
    assert looked == []
    with pytest.raises(LinkRefusedError):
        links.read_survey(f"5.{body}", MONDAY)
    assert len(looked) == 1
    fresh = token_of(SignedLinks("", lambda: {"4": "d" * 64}).survey(invitation(), "en", 3, MONDAY))
    assert links.read_survey(fresh, MONDAY) == ("c1", "annual", "1")


def test_the_same_link_is_made_the_same_so_that_scanners_see_no_news() -> None:
    assert made() == made()
