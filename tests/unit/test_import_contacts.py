"""A contact list comes in: good rows are kept, bad ones are named, and the same list again changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sayso.adapters import keys
from sayso.domain.errors import ConflictError
from sayso.domain.sending import Hold
from sayso.services.import_contacts import REJECTED_AS, LeftHold, RowResult
from sayso.services.known_addresses import FEW
from tests.builders import MONDAY, World, ticket
from tests.fakes import CrashError

FULL = {
    "contact_id": "crm-1",
    "email": "Anna@Kaasboer.example",
    "account": "Kaasboer",
    "name": "Anna Jansen",
    "role": "relationship",
    "owner_email": "otto@polder.example",
    "account_since": "2026-01-20",
    "contact_since": "2026-02-01",
    "locale": "nl-NL",
    "timezone": "Europe/Amsterdam",
    "phone": "+31 30 123 45 67",
    "renewal_date": "2027-01-20",
    "do_not_ask": "no",
    "segment:tier": "gold",
}


def run(world: World, *rows: dict[str, str]) -> list[RowResult]:
    return list(world.import_contacts.run(enumerate(rows, start=2)))


def the_contact(world: World) -> Any:
    return world.contacts.by_external_ids(["crm-1"])["crm-1"]


def test_a_full_row_becomes_a_contact() -> None:
    world = World()
    assert run(world, FULL) == [RowResult(2, "added")]
    person = the_contact(world)
    assert (person.email, person.name, person.account) == ("Anna@Kaasboer.example", "Anna Jansen", "Kaasboer")
    assert (person.account_since, person.renewal_date) == (date(2026, 1, 20), date(2027, 1, 20))
    assert (person.began_on, person.first_seen_at) == (date(2026, 2, 1), MONDAY)
    assert person.segments == {"tier": "gold"}


def test_three_columns_are_enough() -> None:
    world = World()
    (result,) = run(world, {"contact_id": "crm-1", "email": "a@b.example", "account": "B"})
    assert (result.outcome, result.dated) == ("added", False)
    assert the_contact(world).role == "relationship"


def test_no_key_of_the_table_names_a_person_or_an_owner() -> None:
    world = World()
    run(world, FULL)
    keys_of_all = " ".join(f"{item['pk']} {item['sk']}" for item in world.items.scan()).lower()
    for name in ("anna", "kaasboer", "otto", "jansen"):
        assert name not in keys_of_all


def test_the_same_list_again_changes_nothing() -> None:
    world = World()
    rows = [{**FULL, "contact_id": f"crm-{number}", "email": f"p{number}@b.example"} for number in range(150)]
    assert {result.outcome for result in run(world, *rows)} == {"added"}
    world.clock.pass_by(days=1)
    written = len(world.items.written)
    assert {result.outcome for result in run(world, *rows)} == {"unchanged"}
    assert len(world.items.written) == written


def test_a_changed_row_changes_its_contact_and_keeps_when_it_was_first_seen() -> None:
    world = World()
    run(world, FULL)
    before = the_contact(world)
    world.clock.pass_by(days=9)
    (result,) = run(world, {**FULL, "name": "Anna de Vries"})
    after = the_contact(world)
    assert (result.outcome, after.name) == ("changed", "Anna de Vries")
    assert (after.contact_id, after.first_seen_at) == (before.contact_id, before.first_seen_at)
    assert after.revision == before.revision + 1


def test_a_changed_address_moves_the_pointer() -> None:
    world = World()
    run(world, FULL)
    old = the_contact(world)
    run(world, {**FULL, "email": "anna@new.example"})
    new = the_contact(world)
    assert world.contacts.by_address(old.address_hash) == []
    assert world.contacts.by_address(new.address_hash) == [new]


def test_another_spelling_of_an_address_is_the_same_mailbox() -> None:
    world = World()
    run(world, FULL)
    hash_before = the_contact(world).address_hash
    run(world, {**FULL, "email": "anna@kaasboer.EXAMPLE"})
    assert the_contact(world).address_hash == hash_before
    assert len(world.contacts.by_address(hash_before)) == 1


def test_a_shared_mailbox_has_several_contacts() -> None:
    world = World()
    run(world, FULL, {**FULL, "contact_id": "crm-2"})
    found = world.contacts.by_address(the_contact(world).address_hash)
    assert [person.external_id for person in found] == ["crm-1", "crm-2"]


def test_a_row_that_comes_twice_is_taken_once() -> None:
    world = World()
    results = run(world, FULL, {**FULL, "name": "Somebody else"})
    assert [result.outcome for result in results] == ["added", "rejected"]
    assert (results[1].line, results[1].field) == (3, "contact_id")
    kept = "'crm-1' is in line 2 already; give it an id of its own, or remove one of the two lines"
    assert results[1].reason == kept
    assert the_contact(world).name == "Anna Jansen"


def test_a_double_that_comes_back_alone_does_not_overwrite_the_other() -> None:
    world = World()
    _, double = run(world, FULL, {**FULL, "name": "Somebody else"})
    for reason in (double.reason, double.reason.lstrip("'")):
        (again,) = run(world, {**FULL, "name": "Somebody else", REJECTED_AS: reason})
        assert again.outcome == "rejected"
        assert again.reason.startswith(
            "'crm-1' is in line 2 of the list it was rejected from; give it an id of its own"
        )
        (third,) = run(world, {**FULL, "name": "Somebody else", REJECTED_AS: again.reason})
        assert third == again
    assert the_contact(world).name == "Anna Jansen"
    (mended,) = run(world, {**FULL, "contact_id": "crm-2", REJECTED_AS: double.reason})
    assert mended.outcome == "added"


@pytest.mark.parametrize("others", [0, FEW + 5])
def test_whoever_was_erased_and_comes_back_by_the_list_is_named(others: int) -> None:
    world = World()
    run(world, FULL)
    world.erase_contact.erase(the_contact(world).contact_id, "jo")
    more = [{**FULL, "contact_id": f"x-{number}", "email": f"p{number}@b.example"} for number in range(others)]
    results = run(world, *more, {**FULL, "contact_id": "new"})
    assert [result.was_erased for result in results] == [False] * others + [True]


def test_an_address_that_cannot_be_used_is_quoted() -> None:
    bad, worse = run(World(), {**FULL, "email": "anna@localhost"}, {**FULL, "owner_email": "otto\nx"})
    assert bad.reason.startswith("'anna@localhost' is not an e-mail address")
    assert worse.reason.startswith("'otto x' is not an e-mail address")


def test_a_row_that_comes_twice_far_apart_is_taken_once() -> None:
    world = World()
    many = [{**FULL, "contact_id": f"crm-{number}"} for number in range(130)]
    assert run(world, *many, many[3])[-1].outcome == "rejected"


@pytest.mark.parametrize(
    ("column", "value", "field", "reason"),
    [
        ("contact_id", "", "contact_id", "is empty"),
        ("contact_id", "   ", "contact_id", "is empty"),
        ("account", "", "account", "is empty"),
        ("email", "", "email", "is not an e-mail address"),
        ("email", "anna@localhost", "email", "is not an e-mail address"),
        ("email", "anna@kaasboer.example\nBcc: x@y.example", "email", "is not an e-mail address"),
        ("role", "boss", "role", "'boss' is not a role; write relationship or user"),
        ("owner_email", "otto", "owner_email", "is not an e-mail address"),
        ("account_since", "20.01.2026", "account_since", "'20.01.2026' is not a date; write it like 2026-03-31"),
        ("contact_since", "2026-02-30", "contact_since", "is not a date"),
        ("renewal_date", "soon", "renewal_date", "is not a date"),
        ("timezone", "CET+1", "timezone", "is not a time zone"),
        ("do_not_ask", "perhaps", "do_not_ask", "write yes or no"),
        ("locale", "x" * 36, "locale", "at most 35"),
        ("phone", "1" * 41, "phone", "at most 40"),
        ("name", "x" * 201, "name", "at most 200"),
        ("segment:tier", "gold|silver", "segment:tier", "pattern"),
        ("segment:a#b", "x", "segment:a#b", "pattern"),
    ],
)
def test_a_bad_row_is_named_and_the_good_ones_go_in(column: str, value: str, field: str, reason: str) -> None:
    world = World()
    good = {**FULL, "contact_id": "crm-2"}
    bad, fine = run(world, {**FULL, column: value}, good)
    assert (bad.line, bad.outcome, bad.field) == (2, "rejected", field)
    assert reason in bad.reason
    assert fine.outcome == "added"
    assert len([item for item in world.items.scan() if item["entity"] == "contact"]) == 1


def test_more_segments_than_one_transaction_can_count_are_refused() -> None:
    many = {f"segment:s{number}": "x" for number in range(21)}
    (result,) = run(World(), {**FULL, "segment:tier": "", **many})
    assert (result.outcome, result.field) == ("rejected", "segments")
    assert "at most 20" in result.reason


def test_a_required_column_that_is_missing_is_named() -> None:
    (result,) = run(World(), {"contact_id": "crm-1", "account": "B"})
    assert (result.field, result.reason) == ("email", "is empty")


@pytest.mark.parametrize("yes", ["yes", "Ja", "TRUE", "1", "x"])
def test_do_not_ask_is_understood_as_people_write_it(yes: str) -> None:
    world = World()
    run(world, {**FULL, "do_not_ask": yes})
    assert the_contact(world).do_not_ask


def test_a_list_without_a_column_leaves_what_is_there_and_an_empty_cell_clears() -> None:
    world = World()
    run(world, {**FULL, "role": "user", "do_not_ask": "yes", "segment:plan": "gold", "segment:region": "north"})
    few = {name: FULL[name] for name in ("contact_id", "email", "account")}
    run(world, {**few, "segment:plan": "", "phone": ""})
    (kept,) = world.contacts.by_external_ids([FULL["contact_id"]]).values()
    assert (kept.role, kept.do_not_ask, kept.account_since is None) == ("user", True, False)
    assert kept.phone is None
    assert kept.segments == {"tier": "gold", "region": "north"}


def test_empty_optional_columns_are_nothing() -> None:
    world = World()
    run(
        world,
        {
            **FULL,
            **dict.fromkeys(
                (
                    "name",
                    "owner_email",
                    "account_since",
                    "contact_since",
                    "locale",
                    "timezone",
                    "phone",
                    "renewal_date",
                    "role",
                    "do_not_ask",
                    "segment:tier",
                ),
                " ",
            ),
        },
    )
    person = the_contact(world)
    assert (person.name, person.owner_email, person.owner_id, person.began_on, person.timezone) == (None,) * 5
    assert (person.role, person.do_not_ask, person.segments) == ("relationship", False, {})


def test_two_imports_at_once_make_one_contact() -> None:
    world = World()
    world.items.before_write(1, lambda: run(world, FULL))
    (result,) = run(world, {**FULL, "name": "Anna de Vries"})
    assert result.outcome == "changed"
    assert len([item for item in world.items.scan() if item["entity"] == "contact"]) == 1
    assert the_contact(world).name == "Anna de Vries"


def test_an_import_that_was_interrupted_goes_on_where_it_stopped() -> None:
    def die() -> None:
        raise CrashError

    world = World()
    rows = [{**FULL, "contact_id": f"crm-{number}"} for number in range(5)]
    world.items.before_write(4, die)
    with pytest.raises(CrashError):
        run(world, *rows)
    assert [result.outcome for result in run(world, *rows)] == ["unchanged"] * 3 + ["added"] * 2


def always(world: World, happens: Callable[[], None]) -> None:
    for number in range(1, 30):
        world.items.before_write(number, happens)


def test_a_row_that_cannot_be_written_is_rejected_and_the_next_one_goes_in() -> None:
    def conflict() -> None:
        raise ConflictError("two transactions met")

    world = World()
    always(world, conflict)
    (result,) = run(world, FULL)
    assert (result.outcome, result.field) == ("rejected", "contact_id")
    assert "import it again" in result.reason


def test_reads_are_made_for_many_rows_at_once_and_each_row_is_one_write() -> None:
    world = World()
    rows = [{**FULL, "contact_id": f"crm-{number}"} for number in range(1_000)]
    run(world, *rows)
    # Pointers and contacts of fifty rows at a time; the holds; who else has the address of a few, and whether they were
    # erased, then of all at once.
    assert world.items.reads <= 2 * 1_000 / 50 + 1 + 3 * FEW + 2
    assert world.items._writes == 1_000


def test_importing_somebody_plans_them_and_do_not_ask_cancels() -> None:
    world = World()
    person = world.add_contact(account_since="2026-01-20")
    assert {one.survey: one.state for one in world.invitations.of_contact(person.contact_id)} == {
        "day50": "waiting",
        "annual": "waiting",
    }
    world.add_contact(account_since="2026-01-20", do_not_ask="yes")
    found = world.invitations.of_contact(person.contact_id)
    assert {(one.state, one.reason) for one in found} == {("cancelled", "do_not_ask")}


def test_a_corrected_date_moves_what_waits() -> None:
    world = World()
    person = world.add_contact(account_since="2026-01-20")
    before = world.invitations.get(person.contact_id, "day50", "first")
    world.add_contact(account_since="2026-01-27")
    after = world.invitations.get(person.contact_id, "day50", "first")
    assert before
    assert after
    assert after.planned_at - before.planned_at == timedelta(days=7)


def test_planning_that_meets_another_writer_plans_again() -> None:
    world = World()
    person = world.add_contact(account_since="2026-01-20")
    world.run()
    changed = person.having(account_since=date(2026, 1, 27))
    world.contacts.save(changed, person)
    world.items.before_write(1, lambda: world.plan_invitations.plan(person.contact_id) and None)
    world.plan_invitations.plan(person.contact_id)
    assert world.plan_invitations.plan(person.contact_id) == []


def test_the_next_annual_is_planned_when_this_one_is_answered() -> None:
    world = World()
    person = world.add_contact(account_since="2026-01-20")
    world.answer(world.asked(person), 9)
    world.run()
    found = {
        one.occasion: one.state for one in world.invitations.of_contact(person.contact_id) if one.survey == "annual"
    }
    assert found == {"1": "answered", "2": "waiting"}


def test_an_account_is_kept_by_its_pseudonym_with_its_name() -> None:
    world = World()
    run(world, FULL)
    item = world.items.get(keys.account(the_contact(world).account_id))
    assert item
    assert item["name"] == "Kaasboer"


def test_somebody_a_ticket_brought_in_becomes_the_contact_of_the_list() -> None:
    world = World()
    (planned,) = world.hear_ticket.hear(ticket())
    (result,) = run(world, FULL)
    person = the_contact(world)
    assert (result.outcome, person.contact_id) == ("changed", planned.contact_id)
    assert (person.role, person.account, person.name) == ("relationship", "Kaasboer", "Anna Jansen")
    assert [item["sk"] for item in world.items.scan(("EXTERNAL#",))] == ["CONTACT"]
    assert run(world, FULL)[0].outcome == "unchanged"
    (again,) = world.hear_ticket.hear(ticket(ticket_id="2"))
    assert again.contact_id == person.contact_id


def test_only_the_first_of_two_who_share_a_mailbox_takes_over_what_a_ticket_brought_in() -> None:
    world = World()
    (planned,) = world.hear_ticket.hear(ticket())
    results = run(world, FULL, {**FULL, "contact_id": "crm-2"})
    assert [result.outcome for result in results] == ["changed", "added"]
    found = world.contacts.by_external_ids(["crm-1", "crm-2"])
    assert found["crm-1"].contact_id == planned.contact_id != found["crm-2"].contact_id


def test_a_list_and_a_ticket_about_one_address_never_mail_it_twice() -> None:
    world = World()
    world.hear_ticket.hear(ticket())
    person = world.add_contact()
    annual = world.add_invitation(person, due_at=MONDAY + timedelta(hours=4))
    world.clock.pass_by(hours=4)
    world.tick("annual")
    world.tick("ticket")
    assert [mail.subject for mail in world.mailer.outbox] == ["annual first"]
    assert world.kept(annual).state == "sent"


class TestOfAnAccountOnHold:
    UNTIL = MONDAY + timedelta(days=30)

    @pytest.fixture
    def world(self) -> World:
        world = World()
        run(world, FULL)
        self.hold(world, "kaasboer")
        return world

    def hold(self, world: World, account: str, until: timedelta = timedelta(days=30)) -> None:
        held = Hold(until=MONDAY + until, reason="talks", by="jo", at=MONDAY)
        world.standings.hold(world.pseudonyms.of("account", account), held)

    def test_whoever_moves_to_an_account_that_is_not_on_hold_is_told_about_once(self, world: World) -> None:
        moved = {**FULL, "account": "Kaasboer B.V."}
        (result,) = run(world, moved)
        assert result.left_hold == LeftHold("Kaasboer", self.UNTIL, "Kaasboer B.V.")
        assert run(world, moved) == [RowResult(2, "unchanged")]

    def test_it_is_no_news_where_the_new_account_is_on_hold_too_or_the_old_hold_is_over(self, world: World) -> None:
        self.hold(world, "kaasboer b.v.")
        assert run(world, {**FULL, "account": "Kaasboer B.V."}) == [RowResult(2, "changed")]
        self.hold(world, "kaasboer b.v.", timedelta(0))
        assert run(world, {**FULL, "account": "Another"}) == [RowResult(2, "changed")]

    def test_another_spelling_of_the_account_is_the_same(self, world: World) -> None:
        assert run(world, {**FULL, "account": "KAASBOER"}) == [RowResult(2, "changed")]

    def test_whoever_a_ticket_brought_in_leaves_the_hold_of_their_domain(self) -> None:
        world = World()
        world.hear_ticket.hear(ticket())
        self.hold(world, "kaasboer.example")
        (result,) = run(world, FULL)
        assert result.left_hold == LeftHold("kaasboer.example", self.UNTIL, "Kaasboer")


class TestOfAKnownAddressUnderAnotherId:
    def test_a_new_id_for_it_is_told_about_once(self) -> None:
        world = World()
        run(world, FULL)
        new = {**FULL, "contact_id": "hubspot-1", "email": "ANNA@kaasboer.example"}
        assert run(world, new) == [RowResult(2, "added", known_as=("crm-1",))]
        assert run(world, new) == [RowResult(2, "unchanged")]

    def test_one_who_is_never_asked_does_not_matter(self) -> None:
        world = World()
        run(world, {**FULL, "do_not_ask": "yes"})
        assert run(world, {**FULL, "contact_id": "hubspot-1"}) == [RowResult(2, "added")]

    def test_a_whole_list_with_new_ids_is_found_without_a_question_for_each_row(self) -> None:
        world = World()
        rows = [{**FULL, "contact_id": f"crm-{n}", "email": f"p{n}@b.example"} for n in range(300)]
        run(world, *rows)
        before = world.items.reads
        results = run(world, *({**row, "contact_id": f"new-{row['contact_id']}"} for row in rows))
        assert [result.known_as for result in results] == [(row["contact_id"],) for row in rows]
        assert world.items.reads - before < 200
