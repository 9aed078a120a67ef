"""`sayso staff`: who may sign in to the desk; against a user pool that is made like the template's."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from moto import mock_aws

from sayso.adapters.user_pool import UserPool
from sayso.cli import show, staff_commands
from sayso.cli.demo_staff import DemoMember, demo_staff, let_in
from sayso.domain.staff import ROLES
from tests.builders import World, contact
from tests.infrastructure.reading import nested
from tests.unit.test_cli import Terminal

ANNA, BEA = "anna@polder.example", "bea@polder.example"
DESK = "https://feedback.example/desk/index.html"
_POOL = ("UsernameAttributes", "UsernameConfiguration", "Schema", "Policies", "AutoVerifiedAttributes")


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr(show, "console", show.Console(highlight=False, soft_wrap=True, width=200))
    return Terminal(capsys, monkeypatch)


@pytest.fixture
def cognito(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    with mock_aws():
        yield boto3.client("cognito-idp", region_name="eu-central-1")


@pytest.fixture
def pool_id(cognito: Any) -> str:
    about = nested("Auth")["Resources"]["People"]["Properties"]
    made = cognito.create_user_pool(PoolName="people", **{name: about[name] for name in _POOL})["UserPool"]["Id"]
    for role in ROLES:
        cognito.create_group(UserPoolId=made, GroupName=role)
    return str(made)


@pytest.fixture
def world(cognito: Any, pool_id: str, monkeypatch: pytest.MonkeyPatch) -> World:
    world = World()
    world.client = lambda _: cognito  # type: ignore[attr-defined]
    target = SimpleNamespace(outputs={"UserPoolId": pool_id, "DeskUrl": DESK}, wiring=lambda: world)
    monkeypatch.setattr(staff_commands, "find", lambda _: target)
    world.target = target  # type: ignore[attr-defined]
    return world


def roles(terminal: Terminal) -> dict[str, str | None]:
    return {one["email"]: one["role"] for one in terminal.read("staff", "list")["staff"]}


@pytest.mark.usefixtures("world")
class TestWhoMaySignIn:
    def test_somebody_is_added_listed_and_told_where(self, terminal: Terminal) -> None:
        assert "Nobody yet" in terminal.type("staff", "list")
        assert DESK in terminal.type("staff", "add", ANNA, "--role", "manager", "--name", "Anna Vos")
        (one,) = terminal.read("staff", "list")["staff"]
        assert (one["email"], one["name"], one["role"], one["state"]) == (ANNA, "Anna Vos", "manager", "invited")
        assert "Anna Vos" in terminal.type("staff", "list")

    def test_their_address_counts_as_theirs(self, terminal: Terminal, cognito: Any, pool_id: str) -> None:
        terminal.type("staff", "add", ANNA, "--role", "viewer")
        about = cognito.admin_get_user(UserPoolId=pool_id, Username=ANNA)["UserAttributes"]
        assert {"Name": "email_verified", "Value": "true"} in about

    def test_nobody_is_added_twice(self, terminal: Terminal) -> None:
        terminal.type("staff", "add", ANNA, "--role", "viewer")
        said = terminal.type("staff", "add", ANNA, "--role", "manager", expect=1)
        assert "EMAIL" in said
        assert "sayso staff role" in said
        assert roles(terminal) == {ANNA: "viewer"}

    @pytest.mark.parametrize(
        ("arguments", "field"),
        [
            (("add", "anna", "--role", "manager"), "EMAIL"),
            (("add", "a b@polder.example", "--role", "manager"), "EMAIL"),
            (("add", ANNA, "--role", "boss"), "--role"),
            (("add", ANNA, "--role", "Manager"), "--role"),
            (("role", ANNA, "boss"), "ROLE"),
            (("reset", "anna@"), "EMAIL"),
        ],
    )
    def test_what_is_wrong_is_named_and_changes_nothing(
        self, terminal: Terminal, arguments: tuple[str, ...], field: str
    ) -> None:
        assert terminal.type("staff", *arguments, expect=1).startswith(f"{field}: ")
        assert roles(terminal) == {}

    @pytest.mark.parametrize("arguments", [("role", BEA, "owner"), ("remove", BEA, "--yes"), ("reset", BEA)])
    def test_who_is_not_there_is_not_found(self, terminal: Terminal, arguments: tuple[str, ...]) -> None:
        assert terminal.type("staff", *arguments, expect=1).startswith("EMAIL: nobody signs in with this address")

    def test_another_role_takes_the_place_of_what_they_had(
        self, terminal: Terminal, cognito: Any, pool_id: str
    ) -> None:
        terminal.type("staff", "add", ANNA, "--role", "manager")
        terminal.type("staff", "role", ANNA, "viewer")
        groups = cognito.admin_list_groups_for_user(UserPoolId=pool_id, Username=ANNA)["Groups"]
        assert [group["GroupName"] for group in groups] == ["viewer"]

    def test_who_leaves_is_asked_about_and_gone(self, terminal: Terminal) -> None:
        terminal.type("staff", "add", ANNA, "--role", "manager")
        assert "--yes" in terminal.type("staff", "remove", ANNA, expect=1)
        assert roles(terminal) == {ANNA: "manager"}
        assert "owner_email" in terminal.type("staff", "remove", ANNA, "--yes")
        assert roles(terminal) == {}


class TestOwners:
    def test_an_owner_whom_no_account_names_is_pointed_out(self, world: World, terminal: Terminal) -> None:
        said = terminal.type("staff", "add", ANNA, "--role", "owner")
        assert f"no account names {ANNA}" in said
        owner_id = world.pseudonyms.of_owner(BEA)
        world.contacts.save(contact(owner_id=owner_id), None)
        assert terminal.read("staff", "add", BEA, "--role", "owner")["hint"] == ""

    def test_one_the_programme_names_is_known(self, world: World, terminal: Terminal) -> None:
        manager = world.programme.follow_up.manager
        assert terminal.read("staff", "add", manager, "--role", "owner")["hint"] == ""


@pytest.mark.usefixtures("world")
class TestPasswords:
    def test_a_new_one_makes_the_old_one_worth_nothing(self, terminal: Terminal, cognito: Any, pool_id: str) -> None:
        UserPool(cognito, pool_id).add(ANNA, "viewer", password="Polder-desk-2026")
        assert terminal.read("staff", "list")["staff"][0]["state"] == "active"
        terminal.type("staff", "reset", ANNA)
        assert terminal.read("staff", "list")["staff"][0]["state"] == "invited"

    def test_cognitos_reason_for_refusing_one_is_handed_on(self, terminal: Terminal) -> None:
        def refuse(**_: Any) -> None:
            answer: Any = {"Error": {"Code": "LimitExceededException", "Message": "Exceeded daily email limit"}}
            raise ClientError(answer, "AdminCreateUser")

        client: Any = SimpleNamespace(admin_create_user=refuse)
        with pytest.raises(Exception, match="EMAIL: Cognito does not send the mail now: Exceeded daily"):
            UserPool(client, "pool").add(ANNA, "viewer")


class TestDemo:
    def test_one_of_each_role_signs_in_with_a_password_the_pool_takes(self, world: World) -> None:
        target: Any = world.target  # type: ignore[attr-defined]
        made = let_in(target)
        assert let_in(target) == made  # again: nothing new
        assert [member.role for member in made] == list(ROLES)
        there = {member.email: (member.role, member.state) for member in staff_commands.people(target).everyone()}
        assert there == {member.email: (member.role, "active") for member in made}
        rules = nested("Auth")["Resources"]["People"]["Properties"]["Policies"]["PasswordPolicy"]
        assert all(len(member.password) >= rules["MinimumLength"] for member in made)
        assert len({member.password for member in made}) == len(made)

    def test_the_passwords_stay_the_same(self) -> None:
        assert DemoMember("viewer@polder.example", "", "viewer").password == "ZF2T2-fgnkg-7121"
        manager, owner, _ = demo_staff(World())
        assert manager.email == World().programme.follow_up.manager
        assert owner.email.endswith("@polder.example")
