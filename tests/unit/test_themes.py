"""Which themes an answer is about: by its drivers, by its words, and by what a person said about either."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.domain.errors import InvalidInputError
from sayso.domain.filing import MOST_OF_IMPORTED, MOST_THEMES, accepted, filed, filed_by_rule, rejected
from sayso.domain.invitation import Snapshot
from sayso.domain.labels import Language, Theme
from sayso.domain.response import Response, SaidWords
from sayso.domain.theme import Filing, named_by, suggested_by, words_in
from tests.builders import MONDAY, response

HOSTILE_LENGTH = 10_000


def theme(name: str = "slow", *words: str, language: Language = "en", drivers: tuple[str, ...] = ()) -> Theme:
    return Theme(id=name, drivers=drivers, words={language: words} if words else {})


def suggests(rule: str, text: str, language: Language = "en") -> bool:
    return bool(suggested_by([text], language, [theme("slow", rule, language=language)]))


THEMES = (
    theme("slow", "slow", "wait*", "no answer", drivers=("response_time",)),
    theme("price", "expensive", drivers=("price", "value")),
    theme("free_text", "parking"),
)
BY_DRIVER, BY_WORDS = Filing(state="filed", rule="drivers"), Filing(state="suggested", rule="words")


def states(answer: Response) -> dict[str, str]:
    return {name: filing.state for name, filing in answer.themes.items()}


class TestWords:
    @pytest.mark.parametrize(
        ("rule", "text"),
        [
            ("slow", "It is slow."),
            ("slow", "SLOW"),
            ("slow", "(slow)"),
            ("slow", "too\nslow\nfor us"),
            ("slow", "slow/expensive"),
            ("slow", "\uff33\uff2c\uff2f\uff37"),  # full width
            ("slow", "sl\u00adow"),  # a soft hyphen is seen by nobody
            ("wait*", "We waited"),
            ("wait*", "wait"),
            ("wait*", "waiting-time"),
            ("no answer", "There was no  answer"),
            ("no answer", "NO\u00a0ANSWER at all"),
            ("no answ*", "no answers"),
            ("e-mail", "by e-mail"),
            ("e-mail", "by e mail"),
            ("can't reach", "we can’t reach you"),
        ],
    )
    def test_a_word_or_phrase_is_found_as_it_is_written_by_people(self, rule: str, text: str) -> None:
        assert suggests(rule, text)

    @pytest.mark.parametrize(
        ("rule", "text"),
        [
            ("slow", "slower"),
            ("slow", "unslow"),
            ("slow", "slow_down"),
            ("slow", ""),
            ("wait*", "await"),
            ("no answer", "no good answer"),
            ("no answer", "answer no"),
            ("no answer", "no answers"),
            ("no answ*", "no"),
        ],
    )
    def test_a_part_of_a_word_or_of_a_phrase_is_none(self, rule: str, text: str) -> None:
        assert not suggests(rule, text)

    @pytest.mark.parametrize(
        ("rule", "text"),
        [
            ("groß*", "GROSSE Rechnung"),
            ("grosse", "große"),
            ("strasse", "STRAẞE"),
            ("rückmeldung", "RU\u0308CKMELDUNG"),  # written with a combining mark
            ("ru\u0308ckmeldung", "Rückmeldung"),
            ("ﬁnanzen", "Finanzen"),
        ],
    )
    def test_german_is_compared_as_it_is_meant(self, rule: str, text: str) -> None:
        assert suggests(rule, text, "de") if rule[0] != "ﬁ" else words_in(rule) == words_in(text)

    def test_only_the_rules_of_the_language_are_asked(self) -> None:
        die = theme("end", "die", language="en")
        assert suggested_by(["Die Antwort"], "de", [die]) == ()
        assert suggested_by(["We die waiting"], "en", [die]) == ("end",)
        assert suggested_by(["die"], "nl", [die]) == ()

    def test_a_phrase_does_not_reach_from_one_text_into_the_next(self) -> None:
        assert suggested_by(["there was no", "answer"], "en", THEMES) == ()
        assert suggested_by(["", "no answer"], "en", THEMES) == ("slow",)

    def test_themes_come_in_the_order_of_the_programme(self) -> None:
        assert suggested_by(["parking, slow and expensive"], "en", THEMES) == ("slow", "price", "free_text")

    def test_a_rule_that_is_cut_in_a_very_long_word_is_not_looked_for_beyond_it(self) -> None:
        assert suggests("slow", "é" * 300 + " slow")
        assert not suggests("slow", "é" * 300 + "slow")

    @given(st.text(max_size=300), st.sampled_from(["slow", "wait*", "no answer", "groß*"]))
    @example("\u0f73" * 50, "slow")
    @example("ﷺ" * 50, "wait*")
    @example("\ud800", "slow")
    def test_no_text_makes_it_fail(self, text: str, rule: str) -> None:
        assert suggests(rule, text) in (True, False)
        assert suggests(rule, f"{text} {rule.rstrip('*')} {text}")

    @given(st.lists(st.sampled_from(["slow", "Slow!", "sloww", "x", "no", "answer", "ß", "—"]), max_size=12))
    def test_a_text_suggests_what_any_of_its_words_does(self, words: list[str]) -> None:
        wanted = any(word.strip("!").lower() == "slow" for word in words)
        assert suggests("slow", " ".join(words)) == wanted

    @pytest.mark.parametrize(
        "unit",
        [
            "no ",
            "a",
            "wait",
            "no answ ",
            "\u0301",
            "\u0301\u0323",
            "\u0f73",
            "ﷺ",
            "\u200d",
            "é",
            "é ",
            "İ",
            "ß",
            "*",
            "((a+)+)+",
            "\u1fb3",
        ],
    )
    def test_hostile_text_takes_time_in_step_with_its_length(self, unit: str) -> None:
        phrase = " ".join(["no"] * 18) + " answer"
        rules = [theme(f"t{at}", f"wait{at}*", phrase, "ab*", "no answ*") for at in range(40)]

        def seconds(length: int) -> float:
            text = (unit * length)[:length]
            began = time.process_time()
            suggested_by([text], "en", rules)
            return time.process_time() - began

        suggested_by(["warm"], "en", rules)
        short, long = (min(seconds(length) for _ in range(3)) for length in (HOSTILE_LENGTH, 4 * HOSTILE_LENGTH))
        # Four times the text: what grew with its square would take sixteen times as long.
        assert long < 9 * max(short, 0.002)
        assert short < 1


class TestRules:
    def test_a_driver_files_at_once_and_words_only_suggest(self) -> None:
        told = response(drivers=("response_time",), has_words=True)
        after = filed_by_rule(told, SaidWords(why="Too expensive"), THEMES)
        assert after.themes == {"slow": BY_DRIVER, "price": BY_WORDS}
        assert (after.filed_under, after.suggested_for) == (("slow",), ("price",))

    def test_any_driver_of_a_theme_files_under_it_and_of_both_a_driver_and_words_the_driver_counts(self) -> None:
        assert named_by(["value"], THEMES) == ("price",)
        told = response(drivers=("value",), has_words=True)
        assert filed_by_rule(told, SaidWords(better="expensive"), THEMES).themes == {"price": BY_DRIVER}

    def test_an_edit_takes_back_what_no_longer_holds(self) -> None:
        before = response(drivers=("price",), has_words=True, themes={"price": BY_DRIVER, "slow": BY_WORDS})
        after = filed_by_rule(before.having(drivers=()), SaidWords(why="parking"), THEMES)
        assert states(after) == {"free_text": "suggested"}

    def test_what_is_right_already_is_the_very_same_answer(self) -> None:
        told = filed_by_rule(response(drivers=("price",)), SaidWords(), THEMES)
        assert filed_by_rule(told, SaidWords(), THEMES) is told

    def test_an_answer_that_is_not_confirmed_is_filed_under_nothing(self) -> None:
        for state in ("provisional", "machine"):
            told = response(drivers=("price",), state=state, confirmed_at=None)
            assert filed_by_rule(told, SaidWords(), THEMES) is told

    def test_the_language_of_the_answer_decides_which_words_mean_something(self) -> None:
        german = response(has_words=True, snapshot=Snapshot(account_id="a", language="de"))
        assert filed_by_rule(german, SaidWords(why="slow"), THEMES).themes == {}

    def test_when_words_are_gone_what_they_suggested_stays_and_drivers_are_asked_as_ever(self) -> None:
        before = response(has_words=True, drivers=("price",), themes={"slow": BY_WORDS, "gone": BY_WORDS})
        assert states(filed_by_rule(before, SaidWords(), THEMES)) == {"slow": "suggested", "price": "filed"}

    def test_so_many_themes_at_most_that_the_answer_can_be_counted(self) -> None:
        many = [theme(f"t{at}", "slow", drivers=("d",)) for at in range(MOST_THEMES + 3)]
        told = filed_by_rule(response(drivers=("d",)), SaidWords(), many)
        assert told.filed_under == tuple(sorted(f"t{at}" for at in range(MOST_THEMES)))
        imported = response(drivers=("d",), imported_from="another tool")
        assert len(filed_by_rule(imported, SaidWords(), many).filed_under) == MOST_OF_IMPORTED

    def test_erasing_keeps_themes_and_names_nobody_who_filed_them(self) -> None:
        told = filed(response(themes={"price": BY_DRIVER}), "slow", "jo", MONDAY)
        told = rejected(told, "price", "jo", MONDAY)
        erased = told.without_person()
        assert states(erased) == {"price": "rejected", "slow": "filed"}
        assert "jo" not in erased.model_dump_json()
        assert erased.themes["slow"].is_decided


class TestAPersonsWord:
    def test_accepting_files_it_and_says_who_did(self) -> None:
        after = accepted(response(themes={"slow": BY_WORDS}), "slow", "jo", MONDAY)
        assert after.themes["slow"] == Filing(state="filed", rule="words", by="jo", at=MONDAY)
        assert accepted(after, "slow", "ann", MONDAY + timedelta(1)) is after

    def test_what_is_not_suggested_cannot_be_accepted(self) -> None:
        with pytest.raises(InvalidInputError, match="not suggested"):
            accepted(response(), "slow", "jo", MONDAY)
        with pytest.raises(InvalidInputError, match="was rejected"):
            accepted(response(themes={"slow": Filing(state="rejected")}), "slow", "jo", MONDAY)

    def test_what_is_neither_filed_nor_suggested_cannot_be_rejected(self) -> None:
        with pytest.raises(InvalidInputError, match="neither"):
            rejected(response(), "slow", "jo", MONDAY)

    def test_filing_by_hand_holds_also_what_a_driver_filed(self) -> None:
        by_driver = filed_by_rule(response(drivers=("price",)), SaidWords(), THEMES)
        by_hand = filed(by_driver, "price", "jo", MONDAY)
        assert filed_by_rule(by_hand.having(drivers=()), SaidWords(), THEMES).filed_under == ("price",)
        assert filed_by_rule(by_driver.having(drivers=()), SaidWords(), THEMES).filed_under == ()

    def test_what_was_rejected_is_brought_back_by_no_driver_but_by_a_person(self) -> None:
        no = rejected(response(themes={"price": BY_WORDS}), "price", "jo", MONDAY)
        again = filed_by_rule(no.having(drivers=("price",)), SaidWords(why="expensive"), THEMES)
        assert states(again) == {"price": "rejected"}
        assert filed(again, "price", "ann", MONDAY).filed_under == ("price",)

    @pytest.mark.parametrize("decide", [filed, accepted, rejected])
    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"erased": True}, "erased"),
            ({"state": "provisional", "confirmed_at": None}, "not confirmed"),
            ({"state": "machine", "confirmed_at": None}, "not confirmed"),
        ],
    )
    def test_what_cannot_be_filed_is_refused_with_its_reason(self, decide: Any, changes: Any, reason: str) -> None:
        told = response(themes={"slow": BY_WORDS}, **changes)
        with pytest.raises(InvalidInputError, match=reason) as refused:
            decide(told, "slow", "jo", MONDAY)
        assert refused.value.field == "answer"

    def test_a_persons_word_comes_before_a_suggestion_and_no_more_than_can_be_counted(self) -> None:
        full = response(themes={f"t{at}": BY_DRIVER for at in range(MOST_THEMES - 1)} | {"maybe": BY_WORDS})
        after = filed(full, "slow", "jo", MONDAY)
        assert "maybe" not in after.themes
        with pytest.raises(InvalidInputError, match="which is the most"):
            filed(after, "price", "jo", MONDAY)

    @given(
        st.lists(
            st.one_of(
                st.tuples(
                    st.just("edit"),
                    st.sets(st.sampled_from(["response_time", "price", "value"])),
                    st.sampled_from(["", "slow", "expensive parking", "no answer"]),
                ),
                st.tuples(
                    st.sampled_from(["file", "accept", "reject"]),
                    st.sampled_from([one.id for one in THEMES]),
                    st.just(""),
                ),
                st.tuples(st.just("rules"), st.integers(0, len(THEMES)), st.just("")),
            ),
            max_size=15,
        )
    )
    def test_what_a_person_decided_outlives_every_edit_and_every_change_of_the_rules(self, steps: list[Any]) -> None:
        """Against a plain notebook of the last word on each theme."""
        told, said, themes = response(), SaidWords(), THEMES
        words: dict[str, str] = {}
        decisions: dict[str, Any] = {"file": filed, "accept": accepted, "reject": rejected}
        for what, about, text in steps:
            if what == "edit":
                said = SaidWords(why=text)
                told = told.having(drivers=tuple(sorted(about)), has_words=bool(text))
            elif what == "rules":
                themes = THEMES[:about]
            else:
                was = told.themes.get(about)
                try:
                    told = decisions[what](told, about, "jo", MONDAY)
                except InvalidInputError:
                    continue
                if what != "accept" or (was and was.state == "suggested"):
                    words[about] = "rejected" if what == "reject" else "filed"
            told = filed_by_rule(told, said, themes)
            assert {name: one.state for name, one in told.themes.items() if one.is_decided} == words
            by_rule = {name: one for name, one in told.themes.items() if not one.is_decided}
            fresh = filed_by_rule(told.having(themes={}), said, themes).themes
            assert by_rule == {name: one for name, one in fresh.items() if name not in words}
            assert filed_by_rule(told, said, themes) is told
