"""`sayso staff`: who of our own people may sign in to the desk, and as what."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from sayso.adapters.user_pool import Member, UserPool
from sayso.cli.show import AsJson, StackName, as_json, done, say, table
from sayso.cli.target import Target, find
from sayso.domain.address import check_email, same_mailbox
from sayso.domain.errors import InvalidInputError, NotFoundError, SaysoError
from sayso.domain.staff import ROLES, Role
from sayso.domain.time import utc_text
from sayso.wiring import Wiring

app = typer.Typer(help="Say who may sign in to the desk, and as what.", no_args_is_help=True)

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The address somebody signs in with.")]
_ROLES = "manager (everything), owner (their own accounts and cases) or viewer (numbers, no names)"


@app.command()
def add(
    email: Email,
    role: Annotated[str, typer.Option(help=f"{_ROLES}.")],
    name: Annotated[str, typer.Option(help="What the record of changes calls them.")] = "",
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Let somebody sign in: they are mailed a temporary password, which they replace when they use it.

    An owner sees the accounts whose owner_email is this very address.
    """
    address, wanted, target = _address(email), _role(role, "--role"), find(stack)
    pool = people(target)
    pool.add(address, wanted, name.strip())
    hint = _unknown_owner(target.wiring(), address) if wanted == "owner" else ""
    desk = target.outputs["DeskUrl"]
    if hint and not json:
        say(hint)
    sentence = f"{address} may sign in as {wanted} and was mailed a temporary password. Tell them the address: {desk}"
    done(sentence, {"email": address, "role": wanted, "name": name.strip(), "desk": desk, "hint": hint}, json=json)


@app.command("list")
def list_staff(stack: StackName = None, json: AsJson = False) -> None:
    """List everybody who may sign in, and their role."""
    target = find(stack)
    found = [_shown(member) for member in people(target).everyone()]
    if json:
        as_json({"staff": found})
        return
    rows = [(one["email"], one["name"], one["role"] or "none", one["state"], one["since"][:10]) for one in found]
    columns = ("address", "name", "role", "state", "since")
    table("Who may sign in", columns, rows, empty="Nobody yet: sayso staff add EMAIL --role manager")


@app.command("role")
def set_role(
    email: Email,
    role: Annotated[str, typer.Argument(metavar="ROLE", help=f"{_ROLES}.")],
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Give somebody another role. They have to sign in again, within a minute."""
    address, wanted, target = _address(email), _role(role, "ROLE"), find(stack)
    people(target).set_role(address, wanted)
    hint = _unknown_owner(target.wiring(), address) if wanted == "owner" else ""
    if hint and not json:
        say(hint)
    done(f"{address} is {wanted} now.", {"email": address, "role": wanted, "hint": hint}, json=json)


@app.command()
def remove(
    email: Email,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether I am sure.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Let somebody in no more: what they are signed in with ends within a minute. What they did stays in the record."""
    address, target = _address(email), find(stack)
    pool = people(target)
    if same_mailbox(address) not in {same_mailbox(member.email) for member in pool.everyone()}:
        raise NotFoundError("nobody signs in with this address: sayso staff list", field="EMAIL")
    if not yes:
        if json or not sys.stdin.isatty():
            raise InvalidInputError("they can sign in no more; add --yes", field="--yes")
        if not typer.confirm(f"Take {address} away from the desk?"):
            raise typer.Exit(1)
    # Shut out first: were the rest interrupted, nobody would be in who should not be.
    pool.shut_out(address)
    pool.forget(address)
    done(
        f"{address} can sign in no more. If they own accounts: import contacts with another owner_email.",
        {"email": address, "removed": True},
        json=json,
    )


@app.command()
def reset(
    email: Email,
    app_too: Annotated[
        bool,
        typer.Option("--forget-app", help="They lost the app that makes their codes: ask for none until set anew."),
    ] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Mail somebody a new temporary password. The one they had is worth nothing from now on."""
    address = _address(email)
    people(find(stack)).invite_again(address, forget_app=app_too)
    done(f"{address} was mailed a temporary password.", {"email": address, "app_forgotten": app_too}, json=json)


def people(target: Target) -> UserPool:
    """Who may sign in to a stack. Raises SaysoError for one that was deployed before there was a desk."""
    pool_id = target.outputs.get("UserPoolId")
    if not pool_id:
        raise SaysoError("This stack has no desk yet: deploy it again.")
    return UserPool(target.wiring().client("cognito-idp"), pool_id)


def _address(text: str) -> str:
    try:
        return check_email(text)
    except ValueError as error:
        raise InvalidInputError(f"'{text}' {error}", field="EMAIL") from None


def _role(text: str, typed: str) -> Role:
    for role in ROLES:
        if text == role:
            return role
    raise InvalidInputError(f"'{text}' is no role; there are {', '.join(ROLES)}", field=typed)


def _unknown_owner(wiring: Wiring, email: str) -> str:
    """What to say of an owner whom no account and no rule of the programme names; empty for one who is known."""
    named = {same_mailbox(person) for person in wiring.programme.follow_up.people}
    owner_id = wiring.pseudonyms.of_owner(email)
    if same_mailbox(email) in named or wiring.contacts.portfolio_page(owner_id, 1).items:
        return ""
    return f"Hint: no account names {email} as its owner yet, so that there is nothing for them to see."


def _shown(member: Member) -> dict[str, Any]:
    since = utc_text(member.since)
    return {"email": member.email, "name": member.name, "role": member.role, "state": member.state, "since": since}
