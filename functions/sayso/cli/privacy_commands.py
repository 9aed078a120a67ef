"""`sayso contact`: everything held about a person, shown, handed out, or erased."""

from __future__ import annotations

import json as jsonlib
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.accounts import find_account
from sayso.cli.answer_words import score_of
from sayso.cli.caller import caller
from sayso.cli.private_files import for_me_alone
from sayso.cli.show import AsJson, StackName, as_json, done, say, table
from sayso.cli.target import find
from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact, ticket_contact_id
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.gate import ERASED
from sayso.wiring import Wiring

app = typer.Typer(help="What is held about a person, and who is known.", no_args_is_help=True)
NO_ID = "(none: by a ticket)"
# What is of use to a machine or a search of the logs only.
_INSIDE = {"contact_id", "external_id", "address_hash", "former_address_hashes", "account_id", "owner_id", "revision"}
_OF_THEIR_OWN = {"segments"}
Who = Annotated[str, typer.Argument(metavar="WHO", help="The contact_id of your list, or the e-mail address.")]


@app.command("show")
def show(who: Who, stack: StackName = None, json: AsJson = False) -> None:
    """Show what is held about a person; `export` has all of it, `--json` the ids inside Sayso too."""
    wiring = find(stack).wiring()
    contact = wiring.find_contact.one(who)
    found = wiring.export_contact.export(contact)
    if json:
        as_json(found)
        return
    say(f"id: {_own_id(contact)}")
    for name, value in found["contact"].items():
        if name not in _INSIDE | _OF_THEIR_OWN:
            say(f"{name}: {value}")
    for name, value in found["contact"].get("segments", {}).items():
        say(f"segment {name}: {value}")
    for gate in found["addresses"]:
        if gate.get("suppression"):
            say(f"suppression: {gate['suppression']['reason']} at {gate['suppression']['at']}")
    invitations = [_invitation_row(one) for one in found["invitations"]]
    columns = ("survey", "about", "planned", "state", "reason", "mails")
    table("Invitations", columns, invitations, empty="No invitations.")
    answers = [
        (one["survey"], one["answered_at"][:10], score_of(one["score"], one["scale"]), one["state"], _words(one))
        for one in found["answers"]
    ]
    table("Answers", ("survey", "answered", "score", "state", "words"), answers, empty="No answers.")
    cases = [(one["follow_up_id"], one["state"], one["opened_at"][:10], _notes(one)) for one in found["follow_ups"]]
    table("Follow-ups", ("id", "state", "opened", "notes"), cases, empty="No follow-ups.")


@app.command("list")
def list_contacts(
    account: Annotated[str | None, typer.Option(help="Only those of an account, by its name.")] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """List everybody: id, name, e-mail, account and role. Reads the whole table.

    Whoever only wrote tickets has no id of your list yet; every command knows them by their address.
    """
    wiring = find(stack).wiring()
    account_id = find_account(wiring, account)[0] if account else None
    found = [one for one in wiring.contacts.everyone() if account_id in (None, one.account_id)]
    found.sort(key=lambda one: (one.account.casefold(), (one.name or "").casefold(), one.email.casefold()))
    if json:
        fields = {"email", "name", "account", "role"}
        as_json([{"contact_id": one.external_id, **one.model_dump(include=fields)} for one in found])
        return
    rows = [(_own_id(one), one.name, one.email, one.account, one.role) for one in found]
    table("Contacts", ("id", "name", "e-mail", "account", "role"), rows, empty="Nobody is known.")


def _own_id(contact: Contact) -> str:
    return NO_ID if contact.external_id == ticket_contact_id(contact.address_hash) else contact.external_id


@app.command("export")
def export(
    who: Who,
    out: Annotated[Path | None, typer.Option(help="Write to this file, which only you can read.")] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Hand out everything held about a person as JSON: for the person who asks.

    Contact, invitations and mails, answers and words, follow-ups with our notes, address and suppression, and what was
    counted.
    """
    wiring = find(stack).wiring()
    found = wiring.export_contact.export(wiring.find_contact.one(who))
    if out is None:
        as_json(found)
        return
    with for_me_alone(out) as file:
        file.write(jsonlib.dumps(found, indent=2, ensure_ascii=False, default=str) + "\n")
    done(f"Written to {out}. It is about a person: delete it when it is handed over.", {"file": out}, json=json)


@app.command("erase")
def erase(
    who: Who,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether I am sure.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Erase a person: identity and words go, the anonymous score stays, every count still adds up.

    It cannot be undone. The address is never written to again, also when a list brings it once more; to allow that:
    sayso suppress remove. Safe to repeat: what was interrupted is brought to its end first.
    """
    target = find(stack)
    wiring = target.wiring()
    finished = wiring.erase_contact.finish()
    found = wiring.find_contact.all(who)
    if not found:
        _say_nobody(wiring, who, finished, json=json)
        return
    contact = wiring.find_contact.one(who)
    others = [one for one in wiring.contacts.by_address(contact.address_hash) if one.contact_id != contact.contact_id]
    if not yes:
        _ask(contact, len(others), json=json)
    wiring.erase_contact.erase(contact.contact_id, caller(target))
    shared = f" {_people(len(others))} with the same address will not be written to either." if others else ""
    content = {"erased": contact.contact_id, "finished": finished, "same_address": len(others)}
    done(f"Erased. The scores stay, and name nobody.{shared}", content, json=json)


def _ask(contact: Contact, others: int, *, json: bool) -> None:
    if json:
        raise InvalidInputError("erasing cannot be undone; add --yes", field="yes")
    say(f"{contact.name or contact.email}, {contact.account} ({contact.external_id}).")
    if others:
        say(f"{_people(others)} with the same address will not be written to any more either.")
    if not typer.confirm("Erase this person for good?"):
        say("Nothing was changed.")
        raise typer.Exit(1)


def _people(number: int) -> str:
    return "1 other contact" if number == 1 else f"{number} other contacts"


def _say_nobody(wiring: Wiring, who: str, finished: list[str], *, json: bool) -> None:
    gate = wiring.standings.gate(wiring.pseudonyms.of_address(same_mailbox(who))) if "@" in who else None
    was_erased = bool(gate and gate.suppression and gate.suppression.reason == ERASED)
    if not finished and not was_erased:
        raise NotFoundError("nobody is known by this id or address, so nothing was changed", field="who")
    ended = "An erasure that had been interrupted is complete now. " if finished else ""
    content: dict[str, Any] = {"erased": None, "finished": finished, "same_address": 0}
    done(f"{ended}Nobody is known by this id or address any more.", content, json=json)


def _invitation_row(one: dict[str, Any]) -> tuple[str, ...]:
    mails = ", ".join(f"{kind} {mail['state']} {mail['at'][:10]}" for kind, mail in one["mails"].items())
    about = one.get("ticket_id") or one.get("touchpoint", "").partition(":")[2]
    return one["survey"], about, one["planned_at"][:10], one["state"], one["reason"], mails


def _words(one: dict[str, Any]) -> str:
    return " / ".join(text for text in (one["words"]["why"], one["words"]["better"]) if text)


def _notes(one: dict[str, Any]) -> str:
    return " / ".join(change["note"] for change in one["changes"] if change["note"])
