"""Past answers come in: each once, under its own survey name and dates, and with its person where there is one."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.adapters import history_store
from sayso.adapters.items import Put
from sayso.cli import answer_commands, privacy_commands, response_import_commands
from sayso.domain.errors import InvalidInputError
from sayso.domain.imported_answer import NO_ACCOUNT, ImportedAnswer, is_nobody
from sayso.domain.nps import ScoreCounts, nps
from sayso.domain.programme import Scale
from sayso.domain.response import Response, SaidWords
from sayso.services.import_rows import Source, Taken
from tests.builders import MONDAY, World, programme
from tests.fakes import CrashError
from tests.unit.test_cli import Terminal, terminal

__all__ = ["terminal"]
REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "conference-survey.csv"
WITH_IDS, WITHOUT_IDS = Source("tool", "the id in 'id'"), Source("tool", "the columns 'score' (score)")
LAST_YEAR = datetime(2025, 11, 1, 8, tzinfo=UTC)
ANNA = "anna@kaasboer.example"


def answer(line: int = 2, **changes: Any) -> ImportedAnswer:
    return ImportedAnswer(**{"line": line, "score": 9, "answered_at": LAST_YEAR, **changes})


def run(
    world: World,
    *answers: ImportedAnswer,
    survey: str = "old",
    scale: Scale = "nps",
    source: Source = WITHOUT_IDS,
    keep: bool = True,
) -> list[Taken]:
    if keep:
        world.import_responses.begin(survey, scale, source)
    return list(world.import_responses.run(survey, scale, source, answers, keep=keep))


def outcomes(taken: Sequence[Taken]) -> list[str]:
    return [one.outcome for one in taken]


def erasing(world: World, contact_id: str) -> Callable[[], None]:
    def erase() -> None:
        assert world.erase_contact.erase(contact_id, "jo")

    return erase


def assert_added(taken: Sequence[Taken]) -> None:
    assert set(outcomes(taken)) == {"added"}


def kept(world: World) -> list[Response]:
    return list(world.responses.confirmed_between(date(2000, 1, 1), MONDAY.date()))


def counted(world: World, survey: str = "old", scope: str = "all", value: str = "-") -> ScoreCounts:
    world.run()
    assert world.verify_counts.verify().is_exact
    days = world.counters.read(survey, scope, value, "2000-01-01", "2030-01-01").scores
    return sum(days.values(), ScoreCounts())


class TestWhatIsKept:
    def test_an_answer_counts_on_its_day_and_in_no_response_rate(self) -> None:
        world = World()
        run(world, answer(score=3, drivers=("price",)))
        world.run()
        cells = world.counters.read("old", "all", "-", "2025-11-01", "2025-11-01")
        assert (sum(cells.scores.values(), ScoreCounts()).n, cells.answered, cells.sent) == (1, 0, 0)
        assert counted(world, scope="driver", value="price").n == 1
        assert world.cases() == []
        assert not world.queue("FOLLOW_UP").take_all()
        assert not world.queue("PAGE").take_all()

    def test_an_answer_of_a_contact_is_kept_with_the_person_and_the_words(self) -> None:
        world = World()
        person = world.add_contact(**{"segment:tier": "gold", "locale": "nl-NL"})
        (taken,) = run(world, answer(email="Anna@Kaasboer.example ".strip(), why="Quick", better="Price"))
        (one,) = world.responses.of_contact(person.contact_id)
        assert (taken.outcome, taken.known, taken.words_left_out) == ("added", True, "")
        assert (one.state, one.reasons, one.imported_from) == ("confirmed", ("imported",), "tool")
        assert (one.answered_at, one.confirmed_at, one.asked_at) == (LAST_YEAR, LAST_YEAR, LAST_YEAR)
        assert (one.snapshot.account_id, one.snapshot.language) == (person.account_id, "nl")
        assert one.snapshot.segments == {"tier": "gold"}
        assert world.responses.words(*one.reference) == SaidWords(why="Quick", better="Price")

    def test_what_the_row_says_of_account_language_and_segments_counts(self) -> None:
        world = World()
        world.add_contact(**{"segment:tier": "gold", "segment:region": "north"})
        run(world, answer(contact_id="crm-1", account="Molen", language="de-AT", segments={"tier": "silver"}))
        (one,) = kept(world)
        assert world.contacts.account_name(one.snapshot.account_id) == "Molen"
        assert one.snapshot.language == "de"
        assert one.snapshot.segments == {"tier": "silver", "region": "north"}

    def test_nobodys_answer_is_kept_without_words_and_address(self) -> None:
        world = World()
        unknown = answer(email="who@elsewhere.example", why="Secret", account="Molen")
        taken, _ = run(world, unknown, answer(3, score=2))
        assert (taken.known, taken.words_left_out) == (False, "nobody's")
        first, second = sorted(kept(world), key=lambda one: -one.score)
        assert is_nobody(first.contact_id)
        assert not first.has_words
        assert second.snapshot.account_id == NO_ACCOUNT
        everything = json.dumps(list(world.items.scan()), default=str)
        assert "Secret" not in everything
        assert "elsewhere" not in everything

    def test_no_key_names_anybody(self) -> None:
        world = World()
        run(world, answer(email=ANNA, contact_id="crm-1", row_id="Anna-1", account="Kaasboer"), source=WITH_IDS)
        world.run()
        names = " ".join(f"{item['pk']} {item['sk']}" for item in world.items.scan()).lower()
        assert not [name for name in ("anna", "kaasboer", "crm") if name in names]

    def test_of_several_at_one_address_it_is_the_one_of_that_name_else_the_longest_known(self) -> None:
        world = World()
        first = world.add_contact(contact_id="1", name="Anna")
        world.clock.pass_by(days=1)
        second = world.add_contact(contact_id="2", name="Bert")
        run(world, answer(email=ANNA, name="bert"), answer(3, email=ANNA, name="Cleo"), answer(4, contact_id="2"))
        assert len(world.responses.of_contact(first.contact_id)) == 1
        assert len(world.responses.of_contact(second.contact_id)) == 2

    def test_many_people_are_found_by_address_as_well(self) -> None:
        world = World()
        for number in range(60):
            world.add_contact(contact_id=str(number), email=f"p{number}@b.example")
        rows = [answer(number, email=f"p{number}@b.example") for number in range(60)]
        assert all(taken.known for taken in run(world, *rows))

    def test_words_expire_by_the_date_of_the_answer_and_old_ones_are_not_stored(self) -> None:
        world = World()
        world.add_contact()
        old = LAST_YEAR - timedelta(days=31 * 24)
        fresh, stale = run(world, answer(email=ANNA, why="New"), answer(3, email=ANNA, why="Old", answered_at=old))
        assert (fresh.words_left_out, stale.words_left_out) == ("", "too old")
        (words,) = [item for item in world.items.scan() if item["entity"] == "words"]
        assert words["expires_at_epoch"] == (LAST_YEAR + timedelta(days=31 * 24)).timestamp()

    def test_ratings_are_kept_counted_and_changed(self) -> None:
        world = World()
        run(world, answer(row_id="r1", ratings={"speed": 4}), source=WITH_IDS)
        world.run()
        assert world.counters.read_rating("old", "speed", "2025-11-01", "2025-11-01") == {(4, 9): 1}
        assert outcomes(run(world, answer(row_id="r1", ratings={"speed": 2}), source=WITH_IDS)) == ["changed"]
        world.run()
        assert world.counters.read_rating("old", "speed", "2025-11-01", "2025-11-01") == {(2, 9): 1}

    def test_history_names_an_account_but_renames_none(self) -> None:
        world = World()
        person = world.add_contact(account="Kaasboer B.V.")
        taken = run(
            world, answer(account="KAASBOER b.v."), answer(3, account="Molen"), answer(4, account="MOLEN", score=1)
        )
        assert outcomes(taken) == ["added"] * 3
        assert world.contacts.account_name(person.account_id) == "Kaasboer B.V."
        assert {world.contacts.account_name(one.snapshot.account_id) for one in kept(world)} == {
            "Kaasboer B.V.",
            "MOLEN",
        }

    def test_an_account_that_is_named_at_this_moment_keeps_its_name(self) -> None:
        world = World()
        world.import_responses.begin("old", "nps", WITHOUT_IDS)
        world.items.before_write(1, lambda: world.add_contact(account="Molen B.V.") and None)
        assert outcomes(run(world, answer(account="molen b.v."))) == ["added"]
        assert world.contacts.account_name(kept(world)[0].snapshot.account_id) == "Molen B.V."

    def test_more_segments_than_can_be_counted_are_refused_and_the_most_can_be_counted_and_moved(self) -> None:
        drivers = [{"id": f"d{number}", "en": "D", "de": "D", "nl": "D"} for number in range(12)]
        world = World(programme=programme(drivers=drivers, themes=[]))
        world.add_contact(**{f"segment:c{number}": "x" for number in range(15)})
        full = {
            "row_id": "r1",
            "email": ANNA,
            "drivers": tuple(one["id"] for one in drivers),
            "ratings": {f"r{number}": 5 for number in range(5)},
        }
        few, many = ({f"s{number}": "x" for number in range(most)} for most in (5, 6))
        (refused,) = run(world, answer(**full, segments=many), source=WITH_IDS)
        assert (refused.outcome, refused.field) == ("rejected", "segments")
        assert refused.reason == "are 21 with those of its contact, and 20 are the most; leave some out"
        assert kept(world) == []
        assert outcomes(run(world, answer(**full, segments=few), source=WITH_IDS)) == ["added"]
        assert counted(world).n == 1
        moved = answer(**full, segments=few, answered_at=LAST_YEAR + timedelta(days=1))
        assert outcomes(run(world, moved, source=WITH_IDS)) == ["changed"]
        assert counted(world).n == 1

    def test_an_id_and_an_address_of_two_people_are_refused(self) -> None:
        world = World()
        first = world.add_contact()
        second = world.add_contact(contact_id="crm-2", email="ben@molen.example")
        (taken,) = run(world, answer(contact_id="crm-1", email="ben@molen.example", why="Secret"))
        assert (taken.outcome, taken.field) == ("rejected", "contact_id")
        assert "is of another contact than the address" in taken.reason
        assert [*world.responses.of_contact(first.contact_id), *world.responses.of_contact(second.contact_id)] == []
        unknown = answer(contact_id="crm-1", email="anna@home.example")
        assert [one.known for one in run(world, unknown, answer(3, contact_id="crm-9", email=ANNA))] == [True, True]

    def test_a_low_score_of_a_contact_is_followed_up_by_nobody(self) -> None:
        world = World()
        world.add_contact()
        run(world, answer(email=ANNA, score=1))
        assert not kept(world)[0].needs_follow_up
        world.run()
        assert world.cases() == []

    def test_it_belongs_to_the_owner_of_nobody(self) -> None:
        world = World(programme=programme(scores_per_owner=True))
        world.add_contact(owner_email="otto@polder.example")
        run(world, answer(email=ANNA))
        assert kept(world)[0].snapshot.owner_id is None


class TestNames:
    @pytest.mark.parametrize("name", ["NPS", "1st", "a b", "", "a#b", "x" * 33])
    def test_a_name_that_no_survey_can_have_is_refused(self, name: str) -> None:
        with pytest.raises(InvalidInputError, match=r"survey: .* is no name of a survey"):
            run(World(), answer(), survey=name)

    def test_a_survey_of_the_programme_is_refused(self) -> None:
        with pytest.raises(InvalidInputError, match="'annual' is a survey of the programme"):
            run(World(), answer(), survey="annual")

    def test_a_survey_that_was_asked_here_once_is_refused(self) -> None:
        world = World()
        world.answer(world.asked(world.add_contact()), 9)
        world.run()
        others = {name: one for name, one in programme().surveys.items() if name != "annual"}
        world.programme = programme().model_copy(update={"surveys": others})
        with pytest.raises(InvalidInputError, match="'annual' was asked by Sayso itself"):
            run(world, answer(), survey="annual")

    def test_a_survey_keeps_its_scale(self) -> None:
        world = World()
        run(world, answer(score=4), scale="satisfaction")
        before = len(world.items.written)
        with pytest.raises(InvalidInputError, match="has answers on the scale satisfaction"):
            run(world, answer(3))
        assert len(world.items.written) == before
        world.run()
        assert world.counters.read("old", "all", "-", "2025-01-01", "2026-01-01", "satisfaction").scores

    def test_rows_told_apart_in_another_way_are_refused_unless_they_are_other_answers(self) -> None:
        world = World()
        run(world, answer())
        with pytest.raises(InvalidInputError, match=r"now it is the id in 'id' \(tool\).*--other-answers"):
            run(world, answer(row_id="1"), source=WITH_IDS)
        world.import_responses.begin("old", "nps", WITH_IDS, others=True)
        assert outcomes(run(world, answer(row_id="1"), source=WITH_IDS)) == ["added"]
        assert outcomes(run(world, answer())) == ["unchanged"]
        found = world.history.surveys()
        assert [(one.survey, one.scale, len(one.sources)) for one in found] == [("old", "nps", 2)]

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (("--date-format", "month_first"), ("--date-format", "day_first")),
            ("timezone: Europe/Berlin", "timezone: America/New_York"),
            ("encoding: cp1252", "encoding: utf-8"),
        ],
    )
    def test_rows_without_an_id_that_are_read_in_another_way_are_refused(
        self, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: Any, after: Any
    ) -> None:
        world, file, ours = World(), tmp_path / "past.csv", tmp_path / "ours.yaml"
        monkeypatch.setattr(response_import_commands, "find", lambda _: SimpleNamespace(wiring=lambda: world))
        file.write_text("score,date,comment\n9,1/11/2019 08:00,schön\n", encoding="utf-8")

        def take(how: Any, *more: str, expect: int = 0) -> str:
            said = how if isinstance(how, str) else ""
            ours.write_text(f"columns: {{score: score, answered_at: date, why: comment}}\n{said}\n")
            options = ("--date-format", "day_first") if said else how
            typed = ("import", "responses", str(file), "--survey", "old", "--map", str(ours))
            return terminal.type(*typed, *options, *more, expect=expect)

        take(before)
        refused = take(after, expect=1)
        assert "an answer that is in both would count twice. Read the file as before; if it was wrong then" in refused
        assert "Would be" not in take(after, "--check", expect=1)
        assert counted(world).n == 1
        assert "1 unchanged" in take(before)
        assert "1 added" in take(after, "--other-answers")

    def test_two_imports_that_begin_at_once_agree_on_the_scale(self) -> None:
        world = World()
        world.items.before_write(1, lambda: world.import_responses.begin("old", "satisfaction", WITH_IDS))
        with pytest.raises(InvalidInputError, match="scale satisfaction"):
            world.import_responses.begin("old", "nps", WITH_IDS)


class TestOnce:
    ROWS = (
        answer(2, email=ANNA, why="Quick"),
        answer(3, score=2, why="Slow"),
        answer(4, score=2, why="Slow"),
        answer(5, score=7, account="Molen", segments={"tier": "gold"}),
    )

    def test_the_same_file_again_writes_nothing(self) -> None:
        world = World()
        world.add_contact()
        assert outcomes(run(world, *self.ROWS)) == ["added"] * 4
        before = len(world.items.written)
        world.clock.pass_by(days=3)
        assert outcomes(run(world, *self.ROWS)) == ["unchanged"] * 4
        assert len(world.items.written) == before
        assert counted(world).n == 4

    def test_a_check_writes_nothing_and_says_the_same(self) -> None:
        world = World()
        world.add_contact()
        before = len(world.items.written)
        checked = run(world, *self.ROWS, keep=False)
        assert len(world.items.written) == before
        assert checked == run(world, *self.ROWS)

    def test_a_row_is_the_same_when_its_person_became_known_later(self) -> None:
        world = World()
        run(world, answer(email=ANNA, why="Quick"))
        world.add_contact()
        (taken,) = run(world, answer(email=ANNA, why="Quick"))
        assert (taken.outcome, taken.known, taken.words_left_out) == ("unchanged", False, "nobody's")
        assert counted(world).n == 1

    def test_a_row_is_the_same_when_its_person_was_erased_and_stays_erased(self) -> None:
        world = World()
        person = world.add_contact()
        run(world, answer(email=ANNA, why="Quick"))
        world.erase_contact.erase(person.contact_id, "jo")
        assert outcomes(run(world, answer(email=ANNA, why="Quick"))) == ["erased"]
        world.add_contact()
        assert outcomes(run(world, answer(email=ANNA, why="Quick"))) == ["erased"]
        assert counted(world).n == 1
        assert not [item for item in world.items.scan() if item["entity"] == "words"]

    def test_whoever_was_erased_is_nobody_also_when_a_list_brought_them_back(self) -> None:
        world = World()
        world.erase_contact.erase(world.add_contact().contact_id, "jo")
        back = world.add_contact()
        (taken,) = run(world, answer(email=ANNA, contact_id="crm-1", why="Quick"))
        assert (taken.known, taken.words_left_out) == (False, "nobody's")
        assert world.responses.of_contact(back.contact_id) == []

    def test_of_whoever_was_erased_before_there_is_what_there_is_of_whoever_is_erased_after(self) -> None:
        told = []
        row = answer(
            email=ANNA, why="Quick", account="Molen", segments={"desk": "3"}, language="nl", drivers=("price",)
        )
        for erased_first in (True, False):
            world = World()
            person = world.add_contact()
            if erased_first:
                world.erase_contact.erase(person.contact_id, "jo")
            run(world, row)
            world.erase_contact.erase(person.contact_id, "jo")
            (one,) = world.export_responses.rows(date(2025, 1, 1), date(2026, 1, 1))
            told.append({name: value for name, value in one.items() if name != "id"})
            assert outcomes(run(world, row)) == ["erased"]
            assert counted(world).n == 1
            if erased_first:
                everything = json.dumps(list(world.items.scan()), default=str)
                assert not [text for text in ("Molen", "desk", "Quick") if text in everything]
                assert kept(world)[0].snapshot.account_id == NO_ACCOUNT
                assert kept(world)[0].answered_at == LAST_YEAR.replace(hour=0)
        assert told[0] == told[1]
        assert (told[0]["score"], told[0]["counted_day"], told[0]["confirmed_at"]) == (9, "2025-11-01", "2025-11-01")

    def test_whoever_is_erased_at_this_moment_leaves_an_answer_of_nobody(self) -> None:
        world = World()
        person = world.add_contact()
        world.import_responses.begin("old", "nps", WITHOUT_IDS)
        world.items.before_write(1, erasing(world, person.contact_id))
        first, second = run(world, answer(email=ANNA, why="Quick"), answer(3, score=2))
        assert (first.outcome, first.known, first.words_left_out) == ("added", False, "nobody's")
        assert sum(bool(one.erased) for one in kept(world)) == 1
        assert second.outcome == "added"
        assert counted(world).n == 2
        assert world.responses.of_contact(person.contact_id) == []

    def test_two_imports_at_once_keep_every_row_once(self) -> None:
        world = World()
        world.import_responses.begin("old", "nps", WITHOUT_IDS)
        world.items.before_write(1, lambda: assert_added(run(world, *self.ROWS[1:3])))
        assert outcomes(run(world, *self.ROWS)) == ["added", "unchanged", "unchanged", "added"]
        assert counted(world).n == 4

    def test_a_row_is_kept_once_when_its_person_becomes_known_at_this_moment(self) -> None:
        world = World()
        world.import_responses.begin("old", "nps", WITHOUT_IDS)

        def meanwhile() -> None:
            world.add_contact()
            assert_added(run(world, answer(email=ANNA, why="Quick")))

        world.items.before_write(1, meanwhile)
        (taken,) = run(world, answer(email=ANNA, why="Quick"))
        assert (taken.outcome, taken.known) == ("unchanged", True)
        assert counted(world).n == 1

    def test_an_answer_with_an_id_that_changed_is_changed_and_counted_anew(self) -> None:
        world = World()
        person = world.add_contact()
        run(world, answer(row_id="r1", email=ANNA, score=9, why="Good"), source=WITH_IDS)
        world.run()
        later = LAST_YEAR + timedelta(days=1)
        changed = answer(row_id="r1", email=ANNA, score=2, why="Bad", answered_at=later, drivers=("price",))
        assert outcomes(run(world, changed, source=WITH_IDS)) == ["changed"]
        (one,) = world.responses.of_contact(person.contact_id)
        assert (one.score, one.revision, one.confirmed_at) == (2, 2, later)
        assert world.responses.words(*one.reference).why == "Bad"
        assert counted(world).counts[2] == counted(world).n == 1
        assert list(world.counters.read("old", "all", "-", "2025-11-02", "2025-11-02").scores)
        assert outcomes(run(world, changed.model_copy(update={"why": ""}), source=WITH_IDS)) == ["changed"]
        assert world.responses.words(*one.reference) == SaidWords()
        assert outcomes(run(world, changed.model_copy(update={"why": ""}), source=WITH_IDS)) == ["unchanged"]

    def test_an_answer_that_is_erased_while_it_is_changed_stays_erased(self) -> None:
        world = World()
        person = world.add_contact()
        run(world, answer(row_id="r1", email=ANNA, why="Good"), source=WITH_IDS)
        world.items.before_write(1, erasing(world, person.contact_id))
        changed = answer(row_id="r1", email=ANNA, score=2, why="Bad")
        assert outcomes(run(world, changed, source=WITH_IDS)) == ["erased"]
        assert not [item for item in world.items.scan() if item["entity"] == "words"]
        assert counted(world).counts[9] == 1

    def test_an_id_that_comes_twice_in_a_file_is_taken_once(self) -> None:
        taken = run(World(), answer(2, row_id="a"), answer(3, row_id="a", score=1), source=WITH_IDS)
        assert outcomes(taken) == ["added", "rejected"]
        assert (taken[1].field, taken[1].reason) == ("id", "'a' is in line 2 already; remove one of the two lines")

    @pytest.mark.parametrize("field", ["account", "name", "email", "contact_id", "why", "better", "score"])
    def test_rows_without_an_id_that_differ_in_one_thing_are_two_answers(self, field: str) -> None:
        world = World()
        value: Any = 3 if field == "score" else "Molen"
        assert outcomes(run(world, answer())) == ["added"]
        assert outcomes(run(world, answer(**{field: value}))) == ["added"]
        assert outcomes(run(world, answer(), answer(3, **{field: value}))) == ["unchanged", "unchanged"]
        assert counted(world).n == 2

    def test_words_that_have_expired_since_are_no_change(self) -> None:
        world = World()
        world.add_contact()
        run(world, answer(row_id="r1", email=ANNA, why="Good"), source=WITH_IDS)
        world.clock.pass_by(days=31 * 24)
        (taken,) = run(world, answer(row_id="r1", email=ANNA, why="Good"), source=WITH_IDS)
        assert (taken.outcome, taken.words_left_out) == ("unchanged", "too old")

    def test_the_same_id_of_another_tool_is_another_answer(self) -> None:
        world = World()
        run(world, answer(row_id="1"), source=WITH_IDS)
        other = Source("other", "the id in 'id'")
        world.import_responses.begin("old", "nps", other, others=True)
        assert outcomes(run(world, answer(row_id="1"), source=other)) == ["added"]

    def test_what_others_keep_changing_is_rejected_and_can_be_imported_again(self) -> None:
        world = World()
        person = world.add_contact()
        run(world, answer(row_id="r1", email=ANNA), source=WITH_IDS)
        (one,) = world.responses.of_contact(person.contact_id)

        def meddle() -> None:
            current = world.responses.get(*one.reference)
            assert current
            world.responses.save(current, None, MONDAY, None)

        for number in range(1, 20, 2):
            world.items.before_write(number, meddle)
        (taken,) = run(world, answer(row_id="r1", email=ANNA, score=1), source=WITH_IDS)
        assert (taken.outcome, taken.reason) == ("rejected", "was changed by somebody else just now; import it again")
        world.items.calm()
        assert outcomes(run(world, answer(row_id="r1", email=ANNA, score=1), source=WITH_IDS)) == ["changed"]


rows = st.lists(
    st.builds(
        answer,
        score=st.integers(0, 10),
        email=st.sampled_from(["", ANNA, "bert@molen.example", "who@elsewhere.example"]),
        why=st.sampled_from(["", "Good", "Bad"]),
        account=st.sampled_from(["", "Molen"]),
        answered_at=st.sampled_from([LAST_YEAR, LAST_YEAR + timedelta(hours=1)]),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(rows, st.booleans(), st.data())
def test_however_a_file_comes_it_is_counted_once(
    file: list[ImportedAnswer], with_ids: bool, data: st.DataObject
) -> None:
    """Twice, in halves, in any order, with a crash around any write and repeated, people added and erased meanwhile."""
    source = WITH_IDS if with_ids else WITHOUT_IDS
    file = [
        one.model_copy(update={"line": line, "row_id": f"r{line}" if with_ids else ""}) for line, one in enumerate(file)
    ]
    # What is the same in everything cannot be told apart across files: in one file it counts as often as it is there.
    distinct = file if with_ids else list({one.fingerprint(): one for one in file}.values())
    cut = data.draw(st.integers(0, len(distinct)))
    parts = [distinct[:cut], distinct[cut:], data.draw(st.permutations(distinct)), *([] if with_ids else [file, file])]
    world = World()
    world.add_contact()
    for part in parts:
        crash = data.draw(st.one_of(st.none(), st.tuples(st.booleans(), st.integers(1, 9))))
        if crash:
            around = world.items.before_write if crash[0] else world.items.after_write
            around(crash[1], _die)
        with suppress(CrashError), patch.object(history_store, "TRANSACTION_LIMIT", 12):
            run(world, *part, source=source)
        world.items.calm()
        if data.draw(st.booleans()):
            world.add_contact(contact_id="crm-2", email="bert@molen.example", account="Molen")
        elif data.draw(st.booleans()):
            for person in list(world.contacts.everyone()):
                world.erase_contact.erase(person.contact_id, "jo")
        run(world, *part, source=source)
    wanted = tuple(sum(one.score == score for one in file) for score in range(11))
    assert counted(world).counts == wanted
    assert len(kept(world)) == len(file)
    assert set(outcomes(run(world, *file, source=source))) <= {"unchanged", "erased"}


def _die() -> None:
    raise CrashError


class TestTheRest:
    """Whatever else reads answers copes with those that were imported."""

    @pytest.fixture
    def world(self) -> World:
        world = World(programme=programme(privacy={"keep_identities": "36 months"}))
        world.add_contact(name="Anna", role="user")
        recent = MONDAY - timedelta(days=2)
        run(world, answer(email=ANNA, score=1, why="Bad", answered_at=recent), answer(3, score=10, answered_at=recent))
        world.run()
        return world

    def test_the_digest_does_not_tell_of_history_as_news(self, world: World) -> None:
        world.weekly_digest.send(MONDAY)
        told = json.loads(world.mailer.outbox[-1].text)
        assert told["answers"][0] == 0
        assert [told[group]["n"] for group in ("praise", "criticism", "missing")] == [0, 0, 0]

    def test_an_old_answer_keeps_no_identity_alive_and_lets_none_go(self) -> None:
        world = World(programme=programme(privacy={"keep_identities": "36 months"}))
        person = world.add_contact(role="user")
        world.clock.pass_by(days=30 * 36)
        run(world, answer(email=ANNA, answered_at=datetime(2015, 1, 1, tzinfo=UTC)))
        assert world.retire_identities.run().erased == ()
        world.clock.pass_by(days=31)
        assert world.retire_identities.run().erased == (person.contact_id,)
        assert counted(world).n == 1

    def test_an_erased_person_takes_the_words_along_and_leaves_the_score(self, world: World) -> None:
        (person,) = world.contacts.everyone()
        found = world.export_contact.export(person)
        assert found["answers"][0]["words"]["why"] == "Bad"
        world.erase_contact.erase(person.contact_id, "jo")
        assert counted(world).n == 2
        assert "Bad" not in json.dumps(list(world.items.scan()), default=str)

    def test_it_is_no_part_of_the_page_and_of_no_case(self, world: World) -> None:
        assert world.publish_page.draft().model_dump_json() == World().publish_page.draft().model_dump_json()
        assert world.cases() == []

    def test_a_case_of_the_same_person_shows_it_as_what_was_said_before(self, world: World) -> None:
        (person,) = world.contacts.everyone()
        world.answer(world.asked(person), 2)
        world.run()
        (case,) = world.cases()
        shown = world.read_case.read(case.follow_up_id, case.owner_id or "")
        assert [(one["survey"], one["score"]) for one in shown["history"]] == [("old", 1)]

    def test_who_asks_why_is_told_and_the_answer_is_listed_and_shown(
        self, world: World, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for door in (answer_commands, privacy_commands):
            monkeypatch.setattr(door, "find", lambda _: SimpleNamespace(wiring=lambda: world))
        assert world.explain_contact.explain("crm-1")
        listed = terminal.read("answers", "list", "--state", "confirmed", "--survey", "old")["answers"]
        assert {(one["name"], one["score"], one["why"]) for one in listed} == {("Anna", 1, "Bad"), (None, 10, "")}
        said = terminal.type("answers", "list", "--state", "confirmed")
        assert "(not known)" in said
        assert "(erased)" not in said
        assert "imported from tool" in terminal.type("answers", "show", listed[0]["id"])
        assert "old" in terminal.type("contact", "show", "crm-1")

    def test_counting_that_is_behind_is_behind_since_the_import(self) -> None:
        world = World()
        run(world, answer())
        world.clock.pass_by(seconds=40)
        assert world.verify_counts.verify().lag_seconds == 40


class TestCommand:
    @pytest.fixture
    def world(self, monkeypatch: pytest.MonkeyPatch) -> World:
        world = World()
        monkeypatch.setattr(response_import_commands, "find", lambda _: SimpleNamespace(wiring=lambda: world))
        return world

    def file(self, tmp_path: Path, *lines: str, name: str = "past.csv") -> str:
        file = tmp_path / name
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(file)

    def test_scores_that_look_like_one_to_five_are_asked_about_before_all_are_detractors(
        self, terminal: Terminal, world: World, tmp_path: Path
    ) -> None:
        file = tmp_path / "csat.csv"
        file.write_text("id,score,date\n" + "".join(f"{n},{1 + n % 5},2025-11-0{n}\n" for n in range(1, 6)))
        take = ("import", "responses", str(file), "--survey", "csat")
        said = terminal.type(*take, expect=1)
        assert (
            "scale: none of 5 scores is 0 or above 5; say --scale satisfaction if they are 1 to 5, else --scale nps"
            in said
        )
        assert "5 added" in terminal.type(*take, "--scale", "satisfaction")
        assert "5 added" in terminal.type("import", "responses", str(file), "--survey", "low", "--scale", "nps")

    def test_columns_nothing_is_taken_from_are_named(self, terminal: Terminal, world: World, tmp_path: Path) -> None:
        file = tmp_path / "more.csv"
        file.write_text("id,score,date,Favourite colour\n1,9,2025-11-01,green\n")
        said = terminal.type("import", "responses", str(file), "--survey", "old")
        assert "Columns not used: Favourite colour." in said
        assert "They are being counted" in said
        again = terminal.type("import", "responses", str(file), "--survey", "old")
        assert "They are being counted" not in again

    def test_the_real_answers_make_minus_36(self, world: World, terminal: Terminal, tmp_path: Path) -> None:
        assert REAL.exists(), f"the real answers are not there: {REAL}"
        file = self.file(tmp_path, REAL.read_text(encoding="utf-8-sig").rstrip("\n"))
        asked = terminal.type("import", "responses", file, "--survey", "conference", expect=1)
        assert "every date can be read in two ways, as '11/1/2019 8:51:12' in line 2; say --date-format" in asked
        said = terminal.type("import", "responses", file, "--survey", "conference", "--date-format", "month_first")
        assert "39 added, 0 changed, 0 unchanged, 0 rejected" in said
        assert "2019-11-01 to 2019-11-04: 8 promoters, 9 passives, 22 detractors, NPS −36" in said
        found = counted(world, "conference")
        assert (found.n, found.promoters, found.detractors, nps(found)) == (39, 8, 22, -36)
        again = terminal.read("import", "responses", file, "--survey", "conference", "--date-format", "month_first")
        assert (again["map"], again["added"], again["unchanged"]) == ("google_forms", 0, 39)
        assert counted(world, "conference").n == 39

    def test_good_rows_go_in_and_bad_ones_are_named_kept_and_mended(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        world.add_contact()
        file = self.file(
            tmp_path,
            "email,score,date,comment,tags,shoe size",
            f"{ANNA},9,2025-11-01,Quick,Price;Parking,44",
            "bert@molen.example,8.5,2025-11-01,,,",
            ",,2025-11-01,,,",
            ",7,soon,,,",
            ",7,2025-11-01,a,b,c,d",
        )
        ours = tmp_path / "ours.yaml"
        ours.write_text(
            "columns: {score: score, answered_at: date, email: email, why: comment, drivers: tags}\n"
            "driver_separator: ';'\n"
        )
        typed = ("import", "responses", file, "--survey", "old", "--map", str(ours))
        checked = terminal.type(*typed, "--check", expect=1)
        assert "Would be: Answers to old: 1 added" in checked
        assert "Nothing was written" in checked
        assert kept(world) == []
        assert not (tmp_path / "rejects-past.csv").exists()
        said = terminal.type(*typed, expect=1)
        assert "Answers to old: 1 added, 0 changed, 0 unchanged, 3 rejected." in said
        assert "line 3: score: '8.5' is no whole number on the scale of 0 to 10" in said
        assert "line 5: answered_at: 'soon' is not a date" in said
        assert "line 6: row: has more cells than there are columns ('d' is left over)" in said
        assert "1 rows without a score" in said
        assert "none of the programme's, left aside: Parking (1)" in said
        assert kept(world)[0].drivers == ("price",)
        rejects = tmp_path / "rejects-past.csv"
        assert f"sayso import responses {rejects} --survey old --map {ours} --date-format iso" in said
        mended = rejects.read_text().replace("8.5", "8").replace("soon", "2025-11-02")
        rejects.write_text("\n".join(mended.splitlines()[:3]) + "\n")
        again = terminal.read("import", "responses", str(rejects), *typed[3:])
        assert (again["added"], again["rejects"]) == (2, [])
        assert not (tmp_path / "rejects-rejects-past.csv").exists()

    def test_what_is_rejected_comes_back_with_the_options_it_was_read_by(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        file = self.file(tmp_path, "score,date", "5,2031-11-01")
        typed = ("import", "responses", file, "--survey", "stars", "--scale", "satisfaction", "--other-answers")
        said = terminal.type(*typed, "--stack", "sayso prod", expect=1)
        hint = (
            "--survey stars --map generic --date-format iso --scale satisfaction --other-answers --stack 'sayso prod'"
        )
        assert f"With: sayso import responses {tmp_path / 'rejects-past.csv'} {hint}\n" in said

    def test_rows_whose_cells_were_left_over_or_whose_id_is_taken_do_not_come_back_as_they_were(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        file = self.file(
            tmp_path, "id,date,score,comment", "1,2025-11-01,9,a", "1,2025-11-01,3,b", "2,2025-11-01,8,c,d"
        )
        assert "1 added, 0 changed, 0 unchanged, 2 rejected" in terminal.type(
            "import", "responses", file, "--survey", "old", expect=1
        )
        rejects = tmp_path / "rejects-past.csv"
        for name in ("rejects-past.csv", "rejects-rejects-past.csv"):
            said = terminal.type("import", "responses", str(tmp_path / name), "--survey", "old", expect=1)
            assert "0 added, 0 changed, 0 unchanged, 2 rejected" in said
            assert "line 2: id: '1' is in line 2 of the file it was rejected from" in said
            assert (
                "line 3: row: has more cells than there are columns ('d' is left over); put it where it belongs" in said
            )
        rejects.write_text(rejects.read_text().replace("\n1,", "\n3,").replace(",c,d,", ',"c,d",,'))
        assert "2 added" in terminal.type("import", "responses", str(rejects), "--survey", "old")
        assert counted(world).n == 3

    def test_a_rejects_file_has_no_more_header_rows(self, world: World, terminal: Terminal, tmp_path: Path) -> None:
        file = self.file(
            tmp_path,
            "Respondent ID,Collector ID,End Date,Email Address,How likely are you",
            ",,,,Response",
            "1,2,soon,,11",
            "2,2,later,,none",
        )
        said = terminal.type("import", "responses", file, "--survey", "old", "--map", "surveymonkey", expect=1)
        assert "Taken for more of the header, and for no answer: line 2." in said
        assert "2 rejected" in said
        rejects = tmp_path / "rejects-past.csv"
        rejects.write_text(rejects.read_text().replace("1,2,soon", "1,2,never").replace(",11,", ",x,"))
        again = terminal.read("import", "responses", str(rejects), "--survey", "old", "--map", "surveymonkey", expect=1)
        assert (len(again["rejects"]), again["more_header_lines"]) == (2, [])

    def test_languages_nobody_is_written_to_in_are_said(self, world: World, terminal: Terminal, tmp_path: Path) -> None:
        file = self.file(
            tmp_path, "score,date,language", *(f"9,2025-11-01,{name}" for name in ("German", "de-AT", "EN", "fr"))
        )
        said = terminal.type("import", "responses", file, "--survey", "old")
        assert "Languages that are none of the programme's, counted as en: German (1), fr (1)." in said

    def test_nothing_is_taken_where_rejects_could_not_be_written(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        file = self.file(tmp_path, "score,date", "9,2025-11-01", "11,2025-11-01")
        (tmp_path / "rejects-past.csv").mkdir()
        said = terminal.type("import", "responses", file, "--survey", "old", expect=1)
        assert "rejects-past.csv: is a folder" in said
        assert world.items.written == []

    def test_commas_in_a_question_do_not_cut_a_file_of_semicolons(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        file = self.file(tmp_path, "Datum;Wie wahrscheinlich, und so?;Warum, was, wenn nicht?", "2025-11-01;9;gut")
        ours = tmp_path / "ours.yaml"
        ours.write_text("columns: {score: {starts_with: Wie}, answered_at: Datum}\n")
        assert "1 added" in terminal.type("import", "responses", file, "--survey", "old", "--map", str(ours))
        ours.write_text("columns: {score: {starts_with: Was}, answered_at: Datum}\n")
        said = terminal.type("import", "responses", file, "--survey", "old", "--map", str(ours), expect=1)
        assert "(cut at ,; a map says another with delimiter:)" in said

    def test_more_header_rows_are_skipped_and_answers_are_not(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        head = "Respondent ID,Collector ID,Start Date,End Date,Email Address,How likely is it?,Why?"
        row = "{},c,2025-11-01 08:00,11/13/2025 08:05:00 AM,,10 - Extremely likely,"
        files = [
            self.file(tmp_path, head, ",,,,,Response,Open-Ended Response", row.format("r1")),
            self.file(tmp_path, head, row.format("r1"), row.format("r2"), name="short.csv"),
        ]
        found = [terminal.read("import", "responses", file, "--survey", "old") for file in files]
        assert [(one["map"], one["added"], one["unchanged"]) for one in found] == [
            ("surveymonkey", 1, 0),
            ("surveymonkey", 1, 1),
        ]

    def test_words_of_nobody_are_counted_with_what_to_do(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        file = self.file(tmp_path, "email,score,date,comment", "bert@molen.example,3,2025-11-01,Slow")
        said = terminal.type("import", "responses", file, "--survey", "old")
        assert "1 kept without a person: no contact has their contact_id or address." in said
        assert "The words of 1 of them are left out" in said
        assert "import the contacts first" in said

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("--survey", "annual"), "'annual' is a survey of the programme"),
            (("--survey", "Old"), "'Old' is no name of a survey"),
            (("--survey", "old", "--map", "nothing"), "'nothing' is none of delighted, generic"),
            (("--survey", "old", "--map", "qualtrics"), "map 'qualtrics': score: no column is it"),
            (("--survey", "old", "--date-format", "d/m"), "date-format: 'd/m' is no format"),
            (("--survey", "old", "--map", "stella_connect", "--scale", "nps"), "map 'stella_connect': score"),
        ],
    )
    def test_a_refusal_says_why_and_changes_nothing(
        self, world: World, terminal: Terminal, tmp_path: Path, arguments: tuple[str, ...], reason: str
    ) -> None:
        file = self.file(tmp_path, "score,date", "9,2025-11-01")
        assert reason in terminal.type("import", "responses", file, *arguments, expect=1)
        assert world.items.written == []

    def test_file_and_survey_are_needed(self, world: World, terminal: Terminal, tmp_path: Path) -> None:
        assert "--survey NAME" in terminal.type("import", "responses", "--survey", "old", expect=2)
        file = self.file(tmp_path, "score,date", "9,2025-11-01")
        assert "--survey NAME" in terminal.type("import", "responses", file, expect=2)

    def test_the_ready_made_maps_are_listed(self, terminal: Terminal) -> None:
        assert "surveymonkey" in terminal.type("import", "responses", "--maps")


def test_a_history_costs_few_calls_a_row() -> None:
    world = World()
    for number in range(10):
        world.add_contact(contact_id=str(number), email=f"p{number}@b.example")
    file = [answer(line, email=f"p{line % 1000}@b.example", why=f"Words {line}", account="B") for line in range(1000)]
    reads, writes = world.items.reads, world.items._writes
    run(world, *file)
    # Who is at an address and who was erased is asked one by one for the first 50, and then read as a whole.
    assert (world.items.reads - reads) / len(file) < 0.18
    assert (world.items._writes - writes) / len(file) < 0.03


def test_a_transaction_of_answers_never_holds_an_item_twice_or_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    person = world.add_contact()
    file = [answer(line, email=ANNA, why="ü" * 20_000, better=f"{line:05}" * 4_000, account="B") for line in range(120)]
    sizes: list[int] = []
    write = world.items.write

    def weigh(*actions: Any) -> None:
        items = [one.item for one in actions if isinstance(one, Put) and one.item["entity"] == "words"]
        sizes.append(sum(len((item["why"] + item["better"]).encode()) for item in items))
        write(*actions)

    monkeypatch.setattr(world.items, "write", weigh)
    assert outcomes(run(world, *file)) == ["added"] * 120
    assert len(world.responses.of_contact(person.contact_id)) == 120
    assert sum(sizes) == 120 * 60_000
    assert max(sizes) <= 1_000_000
