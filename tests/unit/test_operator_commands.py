"""What an operator says about sending and about a person: hold, pause, suppress, contact; recorded by whom."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import NoCredentialsError

from sayso.cli import privacy_commands, stack_commands, standing_commands, suppress_commands
from sayso.cli.caller import caller
from sayso.domain.errors import SaysoError
from sayso.domain.gate import ERASED
from tests.builders import MONDAY, World, ticket
from tests.fakes import CrashError
from tests.unit.test_cli import Terminal, terminal

__all__ = ["terminal"]
ARN = "arn:aws:sts::1:assumed-role/ops/jo"
DOORS = (privacy_commands, stack_commands, standing_commands, suppress_commands)
ANNA = "anna@kaasboer.example"


class Account(World):
    """A world on AWS: STS says who calls."""

    def client(self, service: str, **_: Any) -> Any:
        if service == "sqs":
            numbers = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")
            return SimpleNamespace(get_queue_attributes=lambda **_: {"Attributes": dict.fromkeys(numbers, "0")})
        assert service == "sts"
        return SimpleNamespace(get_caller_identity=lambda: {"Arn": ARN})


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Account:
    world = Account()
    outputs = {"SiteUrl": "https://feedback.example", "TableName": "table"}
    for door in DOORS:
        monkeypatch.setattr(door, "find", lambda _: SimpleNamespace(outputs=outputs, wiring=lambda: world, local=None))
    world.add_contact(contact_id="crm-1", email=ANNA, name="Anna Jansen", account="Kaasboer B.V.")
    world.add_contact(contact_id="crm-2", email="bert@molen.example", name="Bert", account="De Molen")
    return world


def test_on_aws_the_caller_is_recorded_and_here_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.cli.caller.getuser", lambda: "jo")
    assert caller(SimpleNamespace(local=object())) == "jo"  # type: ignore[arg-type]
    assert caller(SimpleNamespace(local=None, wiring=Account)) == ARN  # type: ignore[arg-type]

    def refuses() -> None:
        raise NoCredentialsError

    nobody = SimpleNamespace(client=lambda _: SimpleNamespace(get_caller_identity=refuses))
    with pytest.raises(SaysoError, match="who you are"):
        caller(SimpleNamespace(local=None, wiring=lambda: nobody))  # type: ignore[arg-type]


class TestHold:
    def test_lasts_until_the_end_of_the_day_of_the_company(self, terminal: Terminal, world: Account) -> None:
        said = terminal.read("hold", "kaasboer b.v.", "--until", "2026-04-30", "--reason", "contract talks")
        assert (said["account"], said["by"], said["reason"]) == ("Kaasboer B.V.", ARN, "contract talks")
        ((_, held),) = world.standings.holds()
        assert held.until == datetime(2026, 4, 30, 22, tzinfo=UTC)  # midnight in Amsterdam, in summer
        terminal.type("hold", "Kaasboer B.V.", "--until", "2026-03-20", "--reason", "settled sooner")
        ((_, held),) = world.standings.holds()
        assert held.until == datetime(2026, 3, 20, 23, tzinfo=UTC)  # and in winter
        due = world.add_invitation(world.contacts.by_external_ids(["crm-1"])["crm-1"], occasion="1")
        assert world.send_invitation.take(world.step(due)) == "waiting"
        assert world.kept(due).reason == "hold"

    def test_is_listed_shown_and_released(self, terminal: Terminal, world: Account) -> None:
        assert "No account is on hold." in terminal.type("holds")
        terminal.type("hold", "De Molen", "--until", "2026-03-05", "--reason", "outage last week")
        assert "2026-03-05" in terminal.type("holds")
        (held,) = terminal.read("holds")
        assert (held["until"], held["at"], held["last_day"]) == (
            "2026-03-05T23:00:00Z",
            "2026-03-02T09:00:00Z",
            "2026-03-05",
        )
        assert "On hold until 2026-03-05: De Molen (outage last week)" in terminal.type("status")
        world.clock.pass_by(days=10)
        assert [one["state"] for one in terminal.read("holds")] == ["over"]
        assert "On hold" not in terminal.type("status")
        terminal.type("hold", "De Molen", "--release")
        assert terminal.read("holds") == []
        assert [(one.what, one.by) for one in world.standings.changes()] == [("held", ARN), ("released", ARN)]

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("Kasboer", "--until", "2026-04-30", "--reason", "x"), "did you mean 'Kaasboer B.V.'?"),
            (("molen", "--until", "2026-04-30", "--reason", "x"), "did you mean 'De Molen'?"),
            (("Zzz", "--until", "2026-04-30", "--reason", "x"), "names are as in the contact list"),
            (("De Molen", "--until", "30.4.", "--reason", "x"), "write it like 2026-12-31"),
            (("De Molen", "--until", "2026-03-01", "--reason", "x"), "2026-03-01 is over"),
            (("De Molen", "--until", "9999-12-31", "--reason", "x"), "is not a day"),
            (("De Molen", "--until", "2026-04-30", "--reason", " "), "say why"),
            (("De Molen", "--release"), "is not on hold; see: sayso holds"),
        ],
    )
    def test_a_refusal_says_what_to_do_and_changes_nothing(
        self, terminal: Terminal, world: Account, arguments: tuple[str, ...], reason: str
    ) -> None:
        before = len(world.items.written)
        assert reason in terminal.type("hold", *arguments, expect=1)
        assert len(world.items.written) == before

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("--until", "2026-04-30"), "--reason TEXT"),
            ((), "--until DATE"),
            (("--release", "--until", "2026-04-30"), "--release alone"),
        ],
    )
    def test_wrong_use_is_exit_code_2(
        self, terminal: Terminal, world: Account, arguments: tuple[str, ...], reason: str
    ) -> None:
        assert reason in terminal.type("hold", "De Molen", *arguments, expect=2)
        assert world.standings.holds() == []

    def test_one_that_takes_the_place_of_another_says_so(self, terminal: Terminal, world: Account) -> None:
        said = terminal.type("hold", "De Molen", "--until", "2027-01-31", "--reason", "talks")
        assert "Nobody at De Molen is asked until the end of 2027-01-31." in said
        assert "takes the place" not in said
        said = terminal.type("hold", "De Molen", "--until", "2026-03-20", "--reason", "settled")
        assert "until the end of 2026-03-20. It takes the place of the hold until 2027-01-31." in said
        told = terminal.read("hold", "De Molen", "--until", "2026-03-21", "--reason", "settled")
        assert (told["replaces"], told["last_day"], told["until"], told["at"]) == (
            "2026-03-20",
            "2026-03-21",
            "2026-03-21T23:00:00Z",
            "2026-03-02T09:00:00Z",
        )


HOLD_MOLEN = ("hold", "De Molen", "--until", "2026-04-30", "--reason", "contract talks")


class TestHoldAndWhoeverOnlyWroteTickets:
    def test_they_are_named_with_the_command_that_holds_them_too(self, terminal: Terminal, world: Account) -> None:
        for number, name in enumerate(("eva", "jan")):
            world.hear_ticket.hear(ticket(requester_email=f"{name}@molen.example", ticket_id=str(number)))
        said = terminal.type(*HOLD_MOLEN)
        assert "2 people who only wrote tickets stand under molen.example and are still asked" in said
        command = "sayso hold molen.example --until 2026-04-30 --reason 'contract talks'"
        assert command in said
        assert terminal.read(*HOLD_MOLEN)["mail_domains"] == [
            {"account": "molen.example", "people": 2, "on_hold": False}
        ]
        terminal.type("hold", "molen.example", "--until", "2026-04-30", "--reason", "contract talks")
        again = terminal.read(*HOLD_MOLEN)["mail_domains"]
        assert again == [{"account": "molen.example", "people": 2, "on_hold": True}]
        assert command not in terminal.type(*HOLD_MOLEN)

    def test_before_anybody_wrote_one_the_domain_can_be_held_all_the_same(
        self, terminal: Terminal, world: Account
    ) -> None:
        said = terminal.type(*HOLD_MOLEN)
        assert "Whoever only writes tickets stands under molen.example until the list names their account" in said
        terminal.type("hold", "Molen.example", "--until", "2026-04-30", "--reason", "contract talks")
        assert [one["account"] for one in terminal.read("holds")] == ["De Molen", "molen.example"]
        (planned,) = world.hear_ticket.hear(ticket(requester_email="eva@molen.example"))
        world.clock.pass_by(hours=5)
        world.tick("ticket")
        assert world.kept(planned).reason == "hold"
        terminal.type("hold", "molen.example", "--release")

    def test_a_domain_that_other_accounts_share_is_not_offered(self, terminal: Terminal, world: Account) -> None:
        for number, account in ((3, "De Molen"), (4, "Another")):
            world.add_contact(contact_id=f"crm-{number}", email=f"p{number}@freemail.example", account=account)
        assert "freemail" not in terminal.type(*HOLD_MOLEN)

    def test_a_hold_outlives_the_name_that_went_with_an_erased_person(self, terminal: Terminal, world: Account) -> None:
        world.hear_ticket.hear(ticket(requester_email="jan@janjansen.example"))
        terminal.type("hold", "janjansen.example", "--until", "2026-04-30", "--reason", "x")
        terminal.type("contact", "erase", "jan@janjansen.example", "--yes")
        (held,) = terminal.read("holds")
        assert "janjansen" not in str(held)
        assert "is asked again" in terminal.type("hold", "janjansen.example", "--release")

    def test_the_help_says_so(self, terminal: Terminal) -> None:
        assert "stands under their mail domain" in " ".join(terminal.type("hold", "--help").split())


class TestPause:
    def test_stops_everything_until_it_is_resumed(self, terminal: Terminal, world: Account) -> None:
        assert "To go on: sayso resume" in terminal.type("pause", "--reason", "wrong template")
        assert "SENDING IS PAUSED since 2026-03-02 10:00 by arn:" in terminal.type("status")
        assert terminal.read("status")["paused"]["reason"] == "wrong template"
        assert world.dispatch_due.dispatch(["annual"], world.clock()).stopped == "paused"
        again = terminal.type("pause", "--reason", "again", expect=1)
        assert "paused already since" in again
        assert "wrong template" in again
        terminal.type("resume")
        assert "nothing is paused" in terminal.type("resume", expect=1)
        assert terminal.read("status")["paused"] is None
        assert [(one.what, one.by, one.at) for one in world.standings.changes()] == [
            ("paused", ARN, MONDAY),
            ("resumed", ARN, MONDAY),
        ]


class TestSuppress:
    def test_adds_lists_and_removes(self, terminal: Terminal, world: Account) -> None:
        assert "No address is suppressed." in terminal.type("suppress", "list")
        terminal.type("suppress", "add", ANNA.upper())
        terminal.type("suppress", "add", "unknown@nowhere.example", "--reason", "complained")
        known, unknown = terminal.read("suppress", "list")
        assert (known["known_as"], known["reason"], known["by"]) == ([ANNA], "by_hand", ARN)
        assert (unknown["known_as"], unknown["reason"]) == ([], "complained")
        assert unknown["address_hash"] in terminal.type("suppress", "list")
        terminal.type("suppress", "remove", ANNA)
        assert [one["known_as"] for one in terminal.read("suppress", "list")] == [[]]
        lifted = world.standings.gate(known["address_hash"]).suppression
        assert lifted
        assert lifted.lifted_by == ARN

    def test_says_when_nobody_has_the_address_and_when_it_was_there_already(
        self, terminal: Terminal, world: Account
    ) -> None:
        assert "Nobody in the contact list has it" not in terminal.type("suppress", "add", ANNA)
        said = terminal.type("suppress", "add", "unknown@nowhere.example")
        assert "Nobody in the contact list has it; it is suppressed all the same." in said
        world.clock.pass_by(days=1)
        said = terminal.type("suppress", "add", ANNA, "--reason", "bounced")
        assert "It was suppressed already, since 2026-03-02 10:00: somebody of ours said so." in said
        said = terminal.type("suppress", "list")
        assert "is the keyed hash of an address that no contact has" in said
        assert terminal.read("suppress", "list")[0]["at"] == "2026-03-02T09:00:00Z"
        terminal.type("suppress", "remove", "unknown@nowhere.example")
        assert "keyed hash" not in terminal.type("suppress", "list")

    @pytest.mark.parametrize("reason", ["bounced", "complained", ERASED])
    def test_what_is_meant_to_last_takes_a_yes(self, terminal: Terminal, world: Account, reason: str) -> None:
        address_hash = world.pseudonyms.of_address(ANNA)
        world.standings.suppress(address_hash, reason, world.clock())
        assert "add --yes" in terminal.type("suppress", "remove", ANNA, expect=1)
        assert world.standings.gate(address_hash).is_closed
        terminal.type("suppress", "remove", ANNA, "--yes")
        assert not world.standings.gate(address_hash).is_closed

    def test_a_refusal_says_why(self, terminal: Terminal, world: Account) -> None:
        assert "is not suppressed" in terminal.type("suppress", "remove", ANNA, expect=1)
        assert "is not an e-mail address" in terminal.type("suppress", "add", "anna", expect=1)
        assert "write one of by_hand" in terminal.type("suppress", "add", ANNA, "--reason", "erased", expect=1)


class TestContact:
    @pytest.fixture
    def answered(self, world: Account) -> Account:
        anna = world.contacts.by_external_ids(["crm-1"])["crm-1"]
        world.answer(world.asked(anna), 2, why="The backup of March", contact="phone")
        world.run()
        (case,) = world.cases()
        world.follow_ups.save(case.contacted("owner", world.clock(), "spoke to Anna"))
        return world

    def test_is_shown_by_id_or_address(self, terminal: Terminal, answered: Account) -> None:
        for who in ("crm-1", ANNA.upper(), answered.contacts.by_external_ids(["crm-1"])["crm-1"].contact_id):
            said = terminal.type("contact", "show", who)
            for part in ("Anna Jansen", ANNA, "The backup of March", "spoke to Anna", "annual"):
                assert part in said

    def test_shows_which_ticket_and_no_ids_of_our_own(self, terminal: Terminal, answered: Account) -> None:
        answered.hear_ticket.hear(ticket(requester_email=ANNA, ticket_id="T-88"))
        anna = answered.contacts.by_external_ids(["crm-1"])["crm-1"]
        said = terminal.type("contact", "show", "crm-1")
        assert "T-88" in said
        assert "id: crm-1" in said
        shown = terminal.read("contact", "show", "crm-1")["contact"]
        for inside in (anna.contact_id, anna.address_hash, anna.account_id):
            assert inside not in said.partition("Invitations")[0]
            assert inside in shown.values()

    def test_everybody_is_listed_or_those_of_an_account(self, terminal: Terminal, world: Account) -> None:
        world.hear_ticket.hear(ticket(requester_email="eva@molen.example"))
        said = terminal.type("contact", "list")
        for part in ("crm-1", "Anna Jansen", ANNA, "Kaasboer B.V.", "relationship", "(none: by a ticket)", "user"):
            assert part in said
        listed = terminal.read("contact", "list")
        assert [one["account"] for one in listed] == ["De Molen", "Kaasboer B.V.", "molen.example"]
        (only,) = terminal.read("contact", "list", "--account", "de molen")
        expected = {"contact_id": "crm-2", "name": "Bert", "email": "bert@molen.example", "account": "De Molen"}
        assert only == {**expected, "role": "relationship"}
        assert "did you mean 'De Molen'" in terminal.type("contact", "list", "--account", "molen", expect=1)

    def test_an_export_has_everything_and_only_its_reader_reads_it(
        self, terminal: Terminal, answered: Account, tmp_path: Path
    ) -> None:
        file = tmp_path / "anna.json"
        terminal.type("contact", "export", "crm-1", "--out", str(file))
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        found = json.loads(file.read_text(encoding="utf-8"))
        assert found == terminal.read("contact", "export", ANNA)
        assert found["contact"]["name"] == "Anna Jansen"
        assert [one["words"]["why"] for one in found["answers"]] == ["The backup of March"]
        assert found["follow_ups"][0]["changes"][-1]["note"] == "spoke to Anna"
        assert found["invitations"][0]["mails"]["first"]["state"] == "sent"
        assert {one["of"].split("#")[0] for one in found["counted"]} == {"INVITATION", "RESPONSE"}
        assert "bert" not in file.read_text().lower()
        assert "is there already" in terminal.type("contact", "export", "crm-1", "--out", str(file), expect=1)

    def test_an_export_names_no_item_of_the_person_that_the_table_has_besides(self, answered: Account) -> None:
        anna = answered.contacts.by_external_ids(["crm-1"])["crm-1"]
        text = json.dumps(answered.export_contact.export(anna), default=str)
        for item in answered.items.scan():
            if item["pk"] == f"CONTACT#{anna.contact_id}" and item["entity"] in ("invitation", "response", "words"):
                assert all(str(item[name]) in text for name in ("score", "why", "state") if name in item)

    def test_erasing_asks_first(self, terminal: Terminal, answered: Account, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(privacy_commands.typer, "confirm", lambda _: False)
        assert "Nothing was changed." in terminal.type("contact", "erase", "crm-1", expect=1)
        assert "add --yes" in terminal.type("contact", "erase", "crm-1", "--json", expect=1)
        assert answered.contacts.by_external_ids(["crm-1"])
        monkeypatch.setattr(privacy_commands.typer, "confirm", lambda _: True)
        assert "Erased." in terminal.type("contact", "erase", "crm-1")
        assert not answered.contacts.by_external_ids(["crm-1"])

    def test_erasing_again_says_so_and_whoever_never_was_is_refused(
        self, terminal: Terminal, answered: Account
    ) -> None:
        terminal.type("contact", "erase", ANNA, "--yes")
        suppression = answered.standings.gate(answered.pseudonyms.of_address(ANNA)).suppression
        assert suppression
        assert (suppression.reason, suppression.by) == (ERASED, ARN)
        assert "Nobody is known" in terminal.type("contact", "erase", ANNA, "--yes")
        for command in ("show", "export"):
            assert "nobody is known" in terminal.type("contact", command, ANNA, expect=1)
        assert "nothing was changed" in terminal.type("contact", "erase", "crm-9", "--yes", expect=1)
        assert answered.verify_counts.verify().is_exact

    def test_an_interrupted_erasure_is_completed_by_the_next(self, terminal: Terminal, answered: Account) -> None:
        def dies() -> None:
            raise CrashError

        answered.items.before_write(3, dies)
        with pytest.raises(CrashError):
            answered.erase_contact.erase(answered.contacts.by_external_ids(["crm-1"])["crm-1"].contact_id, "jo")
        assert "is complete now" in terminal.type("contact", "erase", "crm-1", "--yes")
        assert "backup of March" not in str(list(answered.items.scan()))

    def test_a_shared_mailbox_is_not_guessed_at(self, terminal: Terminal, answered: Account) -> None:
        answered.add_contact(contact_id="crm-3", email=ANNA, name="Ab", account="Kaasboer B.V.")
        assert "say which: crm-1, crm-3" in terminal.type("contact", "erase", ANNA, "--yes", expect=1)
        said = terminal.type("contact", "erase", "crm-3", "--yes")
        assert "1 other contact with the same address will not be written to either" in said
