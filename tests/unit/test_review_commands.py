"""`sayso review`: who is still to be asked, what was said, and the pages to take along."""

from __future__ import annotations

import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.cli import answer_commands, review_commands, review_pack_command, show, stats_commands
from tests.builders import programme
from tests.meetings import KIM, QUARTER, Meetings
from tests.unit.test_cli import OUTPUTS, Terminal

LEE = "lee@polder.example"


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr(show, "console", show.Console(highlight=False, soft_wrap=True, width=200))
    return Terminal(capsys, monkeypatch)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Meetings:
    monkeypatch.chdir(tmp_path)
    world = Meetings()
    for door in (answer_commands, review_commands, review_pack_command, stats_commands):
        monkeypatch.setattr(door, "find", lambda _: SimpleNamespace(outputs=OUTPUTS, wiring=lambda: world))
    world.person(1)
    world.person(2, account="Dune & Co", email="bo@dune.example", owner_email=LEE)
    return world


class TestDue:
    def test_it_names_accounts_owners_and_people(self, world: Meetings, terminal: Terminal) -> None:
        said = terminal.type("review", "due")
        assert f"Without a review in {QUARTER}" in said
        assert "Dune & Co" in said
        assert KIM in said
        found = terminal.read("review", "due", "--owner", LEE.upper())
        assert (found["quarter"], [one["account"] for one in found["accounts"]]) == (QUARTER, ["Dune & Co"])
        assert found["accounts"][0]["people"] == [{"contact": "crm-2", "name": "Person 2", "email": "bo@dune.example"}]

    def test_when_all_have_theirs_it_says_so(self, world: Meetings, terminal: Terminal) -> None:
        for account in ("Kaasboer", "Dune & Co"):
            terminal.type("review", "record", account, "--score", "8")
        assert terminal.type("review", "due").strip() == f"Every account has its review of {QUARTER}."
        assert terminal.read("review", "due")["accounts"] == []

    def test_a_quarter_that_is_none_is_refused(self, world: Meetings, terminal: Terminal) -> None:
        assert "write it like 2026-Q4" in terminal.type("review", "due", "--quarter", "spring", expect=1)
        assert "2026-Q1 and for 2025-Q4" in terminal.type("review", "list", "--quarter", "2030-Q1", expect=1)


class TestSend:
    def test_who_has_it_gets_it_again_by_name_only(self, world: Meetings, terminal: Terminal) -> None:
        assert terminal.type("review", "send").strip() == f"2 mails sent for {QUARTER}."
        assert terminal.type("review", "send").strip() == f"0 mails sent for {QUARTER}."
        assert terminal.read("review", "send", "--owner", LEE.upper())["mailed"] == 1
        assert [mail.to for mail in world.mailer.outbox] == [LEE, KIM, LEE]

    def test_what_did_not_go_and_what_nobody_knows_of_is_said(self, world: Meetings, terminal: Terminal) -> None:
        world.mailer.refuse_once(for_good=True)
        world.mailer.time_out_once()
        said = terminal.type("review", "send", expect=1)
        assert "Of 1 mail nobody knows" in said
        assert "1 mail did not go: MailRefusedError." in said

    def test_who_has_nothing_to_record_gets_nothing(self, world: Meetings, terminal: Terminal) -> None:
        said = terminal.type("review", "send", "--owner", "stranger@polder.example", expect=1)
        assert f"stranger@polder.example has no account without a review in {QUARTER}" in said
        assert world.mailer.outbox == []

    def test_without_reviews_in_the_programme_it_says_so(self, world: Meetings, terminal: Terminal) -> None:
        world.programme = programme(reviews=None)
        assert "reviews: quarterly" in terminal.type("review", "send", expect=1)


class TestRecord:
    def test_what_was_said_is_kept_listed_and_counted_apart(self, world: Meetings, terminal: Terminal) -> None:
        words = ("--why", "It runs.", "--better", "More of it.")
        said = terminal.type("review", "record", "kaasboer", "--score", "9", *words)
        assert said.strip() == f"Kaasboer: 9 of 10 by Person 1, recorded for {QUARTER}."
        (one,) = terminal.read("review", "list")["reviews"]
        assert (one["account"], one["score"], one["why"], one["better"]) == ("Kaasboer", 9, "It runs.", "More of it.")
        assert (one["recorded_by"], one["editable_until"]) == (KIM, "2026-03-09T09:00:00Z")
        assert "It runs." in terminal.type("review", "list", "--owner", KIM)
        world.run()
        assert "recorded in review meetings" in terminal.type("stats")
        assert "imported" not in terminal.type("stats")
        told = terminal.read("stats")
        assert (told["headline"]["n"], told["reviews"]["review"]["n"], told["history"]) == (0, 1, {})
        assert terminal.read("stats", "--survey", "review")["figures"]["nps"] == 100

    def test_words_that_are_left_out_stay_and_too_late_is_too_late(self, world: Meetings, terminal: Terminal) -> None:
        terminal.type("review", "record", "Kaasboer", "--score", "9", "--why", "It runs.", "--by", LEE)
        changed = terminal.read("review", "record", "Kaasboer", "--score", "8", "--better", "More.")
        assert (changed["score"], changed["why"], changed["better"]) == (8, "It runs.", "More.")
        world.clock.pass_by(days=8)
        said = terminal.type("review", "record", "Kaasboer", "--score", "2", expect=1)
        assert said.strip() == "this review was recorded on 2026-03-02; it can be changed for 7 days"

    def test_of_several_people_one_has_to_be_named(self, world: Meetings, terminal: Terminal) -> None:
        world.person(3)
        said = terminal.type("review", "record", "Kaasboer", "--score", "9", expect=1)
        assert "say who gave the score: Person 1 (crm-1), Person 3 (crm-3)" in said
        assert "by Person 3" in terminal.type("review", "record", "Kaasboer", "--score", "9", "--contact", "crm-3")
        # Whoever gave it is known from then on.
        assert "8 of 10 by Person 3" in terminal.type("review", "record", "Kaasboer", "--score", "8")
        said = terminal.type("review", "record", "Kaasboer", "--score", "8", "--contact", "crm-1", expect=1)
        assert "given by Person 3" in said

    def test_an_unknown_account_and_one_without_people_are_refused(self, world: Meetings, terminal: Terminal) -> None:
        assert "did you mean 'Kaasboer'" in terminal.type("review", "record", "Kasboer", "--score", "9", expect=1)
        world.person(4, account="Users", email="u@users.example", role="user")
        assert "names no one with the role" in terminal.type("review", "record", "Users", "--score", "9", expect=1)

    @pytest.mark.parametrize("score", ["11", "-1", "nine"])
    def test_a_score_is_0_to_10(self, world: Meetings, terminal: Terminal, score: str) -> None:
        terminal.type("review", "record", "Kaasboer", "--score", score, expect=2)

    def test_what_is_too_long_is_named(self, world: Meetings, terminal: Terminal) -> None:
        said = terminal.type("review", "record", "Kaasboer", "--score", "9", "--why", "x" * 5_001, expect=1)
        assert said.startswith("why: ")

    def test_sayso_answers_shows_how_it_was_given(self, world: Meetings, terminal: Terminal) -> None:
        terminal.type("review", "record", "Kaasboer", "--score", "9")
        (one,) = terminal.read("answers", "list", "--state", "confirmed", "--survey", "review")["answers"]
        shown = terminal.type("answers", "show", one["id"])
        assert f"survey: review, recorded in a meeting by {KIM}" in shown
        assert "why: said in a meeting, and written down by one of us" in shown


def test_reviews_can_be_broken_down_compared_and_told_outside(world: Meetings, terminal: Terminal) -> None:
    for number in range(10, 16):
        person = world.person(number, account=f"A{number}", email=f"p@a{number}.example")
        world.record(person, 9 if number % 2 else 3)
    by_account = terminal.read("stats", "--survey", "review", "--by", "account")
    assert len(by_account["lines"]) == 6
    assert by_account["figures"]["response_rate"] is None
    assert terminal.read("stats", "--survey", "review", "--period", "quarter")["figures"]["n"] == 6
    public = terminal.read("stats", "--public")
    assert public["reviews"]["review"]["n"] == 6
    assert public["headline"] is None  # nobody answered, which --public does not tell
    assert "0 asked" not in terminal.type("stats")


class TestPack:
    def test_one_account_is_one_file_that_nobody_else_can_read(self, world: Meetings, terminal: Terminal) -> None:
        terminal.type("review", "record", "Kaasboer", "--score", "9", "--why", "It runs.")
        assert "1 page written" in terminal.type("review", "pack", "Kaasboer", "--to", "k.html")
        file = Path("k.html")
        assert "It runs." in file.read_text(encoding="utf-8")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert "there already" in terminal.type("review", "pack", "Kaasboer", "--to", "k.html", expect=1)

    def test_without_a_name_the_file_has_the_accounts(self, world: Meetings, terminal: Terminal) -> None:
        said = terminal.type("review", "pack", "Dune & Co")
        (file,) = Path().glob("review-dune-co-*.html")
        assert file.name in said

    def test_all_of_them_go_into_a_folder_or_those_of_an_owner(self, world: Meetings, terminal: Terminal) -> None:
        assert "2 pages written: all" in terminal.type("review", "pack", "--all", "--to", "all")
        assert len(list(Path("all").glob("*.html"))) == 2
        (one,) = terminal.read("review", "pack", "--all", "--to", "lee", "--owner", LEE)
        assert Path(one["file"]).exists()
        assert "no accounts" in terminal.type("review", "pack", "--all", "--to", "x", "--owner", "no@polder.example")

    def test_machines_get_what_stands_in_it(self, world: Meetings, terminal: Terminal) -> None:
        terminal.type("review", "record", "Kaasboer", "--score", "9", "--why", "It runs.")
        (one,) = terminal.read("review", "pack", "Kaasboer")
        assert (one["file"], one["account"], one["quarter"]) == (None, "Kaasboer", QUARTER)
        assert one["reviews"][0]["why"] == "It runs."
        assert list(Path().iterdir()) == []

    @pytest.mark.parametrize(
        "wrong", [(), ("Kaasboer", "--all", "--to", "x"), ("--all",), ("Kaasboer", "--owner", KIM)], ids=str
    )
    def test_wrong_use_is_exit_code_2(self, world: Meetings, terminal: Terminal, wrong: tuple[str, ...]) -> None:
        terminal.type("review", "pack", *wrong, expect=2)


class TestWhoIsMeant:
    def test_an_owner_nobody_knows_has_not_all_reviews(self, world: Meetings, terminal: Terminal) -> None:
        for command in ("due", "list"):
            said = terminal.type("review", command, "--owner", "leee@polder.example")
            assert said.strip() == f"Nobody has an account to review under leee@polder.example. Did you mean {LEE}?"
        terminal.type("review", "record", "Dune & Co", "--score", "8")
        assert "Every account has its review" in terminal.type("review", "due", "--owner", LEE)

    def test_who_gave_the_score_is_asked_for_by_the_option(self, world: Meetings, terminal: Terminal) -> None:
        record = ("review", "record", "Kaasboer", "--score", "8", "--contact")
        assert terminal.type(*record, "nobody", expect=1).startswith("--contact: nobody is known")
        assert terminal.type(*record, "crm-2", expect=1).startswith("--contact: this person does not belong")

    def test_a_low_score_says_what_comes_of_it(self, world: Meetings, terminal: Terminal) -> None:
        record = ("review", "record", "Kaasboer", "--score")
        assert "follow-up" not in terminal.type(*record, "7")
        assert "A follow-up opens within minutes" in terminal.type(*record, "3")
        world.run()
        (case,) = world.follow_ups.list(is_open=True)
        assert f"It belongs to the follow-up {case.follow_up_id}." in terminal.type(*record, "2")

    def test_days_have_a_zone(self, world: Meetings, terminal: Terminal) -> None:
        terminal.type("review", "record", "Kaasboer", "--score", "8")
        assert f"Times are of {world.programme.zone.key}." in terminal.type("review", "list")
