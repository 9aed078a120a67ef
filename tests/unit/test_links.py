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
from tests.builders import MONDAY, invitation

OLD, NEW = {"1": "a" * 64}, {"1": "a" * 64, "2": "b" * 64}
LINKS = SignedLinks("https://feedback.example", lambda: OLD)
READERS: dict[str, Callable[[str], Any]] = {
    "survey": lambda token: LINKS.read_survey(token, MONDAY),
    "unsubscribe": LINKS.read_unsubscribe,
    "case": lambda token: LINKS.read_case(token, MONDAY),
}


def token_of(link: str) -> str:
    return link.split("t=")[1].split("&")[0] if "t=" in link else link.rsplit("/", 1)[1]


def made() -> dict[str, str]:
    later = MONDAY + timedelta(days=90)
    return {
        "survey": token_of(LINKS.survey(invitation(), "en", 3, later)),
        "unsubscribe": token_of(LINKS.unsubscribe_page("hash-anna", "nl")),
        "case": token_of(LINKS.case("f1", "en", later)),
    }


def test_each_link_leads_to_its_page() -> None:
    later = MONDAY + timedelta(days=90)
    assert LINKS.survey(invitation(), "de", 10, later).startswith("https://feedback.example/survey/annual.de.html?t=")
    assert LINKS.survey(invitation(), "de", 10, later).endswith("&s=10")
    assert LINKS.unsubscribe_page("h", "nl").startswith("https://feedback.example/unsubscribe/nl.html?t=")
    assert LINKS.unsubscribe_one_click("h", "nl").startswith("https://feedback.example/api/unsubscribe/")
    assert LINKS.case("f1", "en", later).startswith("https://feedback.example/case/en.html?t=")


def test_a_link_reads_back_what_it_was_made_for() -> None:
    tokens = made()
    assert READERS["survey"](tokens["survey"]) == ("c1", "annual", "1")
    assert READERS["unsubscribe"](tokens["unsubscribe"]) == ("hash-anna", "nl")
    assert READERS["case"](tokens["case"]) == "f1"


@pytest.mark.parametrize("purpose", READERS)
@pytest.mark.parametrize("other", READERS)
def test_a_link_made_for_one_purpose_serves_no_other(purpose: str, other: str) -> None:
    if purpose == other:
        READERS[other](made()[purpose])
    else:
        with pytest.raises(LinkRefusedError):
            READERS[other](made()[purpose])


@pytest.mark.parametrize(("purpose", "parts"), [("survey", 4), ("unsubscribe", 3), ("case", 2)])
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
        for other in ("A", "b", "_", "."):
            forged = token[:at] + other + token[at + 1 :]
            # The last character of base64 carries bits that mean nothing; they still must not pass as another token.
            if other != character:
                with pytest.raises(LinkRefusedError):
                    READERS[purpose](forged)


@pytest.mark.parametrize(
    "junk", ["", ".", "..", "a.b", "=" * 50, "ü", "\x00", "\ud800", "A" * 100_000, "null", "W10.x"]
)
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
    case = token_of(LINKS.case("f1", "en", until))
    with pytest.raises(ExpiredError):
        LINKS.read_case(case, datetime(2026, 4, 2, tzinfo=UTC))


def test_a_link_to_leave_works_for_as_long_as_the_mail_is_kept() -> None:
    assert READERS["unsubscribe"](made()["unsubscribe"])


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
    keys = {"9": "a" * 64, "10": "b" * 64, "2": "c" * 64}
    token = token_of(SignedLinks("", lambda: keys).unsubscribe_page("h", "en"))
    assert SignedLinks("", lambda: {"10": "b" * 64}).read_unsubscribe(token) == ("h", "en")


def test_the_same_link_is_made_the_same_so_that_scanners_see_no_news() -> None:
    assert made() == made()
