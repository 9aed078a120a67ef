"""`sayso suppress`: the addresses that are never written to, kept as keyed hashes."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from sayso.cli.caller import caller
from sayso.cli.show import AsJson, StackName, as_json, done, moment, say, table
from sayso.cli.target import find
from sayso.domain.address import check_email, same_mailbox
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.gate import SUPPRESSIONS, Gate
from sayso.services.suppress_contact import BY_HAND, LIGHT, REASONS
from sayso.wiring import Wiring

app = typer.Typer(help="The addresses that are never written to.", no_args_is_help=True)
Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The address.")]
Yes = Annotated[bool, typer.Option("--yes", help="Yes, although the address said no in a way that is meant to last.")]


@app.command("add")
def add(
    email: Email,
    reason: Annotated[str, typer.Option(help=f"One of {', '.join(REASONS)}.")] = BY_HAND,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Never write to an address again. Of several reasons the stronger stays."""
    if reason not in REASONS:
        raise InvalidInputError(f"'{reason}' is not a reason; write one of {', '.join(REASONS)}", field="reason")
    target = find(stack)
    wiring = target.wiring()
    before = wiring.standings.gate(_hash(wiring, email))
    gate = wiring.standings.suppress(before.address_hash, reason, wiring.clock(), by=caller(target))
    shown = _shown(gate, wiring)
    sentence = f"Nothing is sent to {email} any more: {_why(gate)}."
    if before.is_closed and before.suppression:
        since = moment(before.suppression.at, wiring.programme.zone)
        sentence += f" It was suppressed already, since {since}: {_why(before)}."
    if not shown["known_as"]:
        sentence += " Nobody in the contact list has it; it is suppressed all the same."
    done(sentence, shown, json=json)


@app.command("remove")
def remove(email: Email, yes: Yes = False, stack: StackName = None, json: AsJson = False) -> None:
    """Let an address be written to again. After a bounce, a complaint or an erasure it takes --yes."""
    target = find(stack)
    wiring = target.wiring()
    gate = wiring.standings.gate(_hash(wiring, email))
    if not gate.is_closed or gate.suppression is None:
        raise NotFoundError(f"{email} is not suppressed; see: sayso suppress list", field="email")
    reason = gate.suppression.reason
    if reason not in LIGHT and not yes:
        what = SUPPRESSIONS.get(reason, reason)
        raise InvalidInputError(f"{what}. Only if they asked for it themselves: add --yes", field="email")
    # Only for the reason that was shown: what came in meanwhile stays.
    lifted = wiring.standings.lift(gate.address_hash, wiring.clock(), only=reason, by=caller(target))
    said = f"{email} may be written to again."
    if lifted.is_closed:
        said = f"That is lifted, but {email} asked not to be written to, which stays; remove again to lift it too."
    done(said, _shown(lifted, wiring), json=json)


@app.command("list")
def list_suppressed(stack: StackName = None, json: AsJson = False) -> None:
    """List what is suppressed: by its keyed hash, with the address where a contact still has it."""
    wiring = find(stack).wiring()
    found = sorted((_shown(gate, wiring) for gate in wiring.standings.suppressions()), key=lambda one: one["at"])
    if json:
        as_json(found)
        return
    rows = [
        (
            ", ".join(one["known_as"]) or one["address_hash"],
            SUPPRESSIONS.get(one["reason"], one["reason"]),
            moment(one["at"], wiring.programme.zone),
            one["by"],
        )
        for one in found
    ]
    table("Suppressed", ("address", "reason", "since", "by"), rows, empty="No address is suppressed.")
    if not all(one["known_as"] for one in found):
        say(
            "A long row of letters and digits is the keyed hash of an address that no contact has (any more); the "
            "address itself is not kept. sayso suppress remove EMAIL finds it all the same."
        )


def _hash(wiring: Wiring, email: str) -> str:
    try:
        address = check_email(email)
    except ValueError as error:
        raise InvalidInputError(str(error), field="email") from None
    return wiring.pseudonyms.of_address(same_mailbox(address))


def _why(gate: Gate) -> str:
    reason = gate.suppression.reason if gate.suppression else ""
    return SUPPRESSIONS.get(reason, reason)


def _shown(gate: Gate, wiring: Wiring) -> dict[str, Any]:
    known_as = sorted({contact.email for contact in wiring.contacts.by_address(gate.address_hash)})
    said = gate.suppression.model_dump(exclude_none=True) if gate.suppression else {}
    return {"address_hash": gate.address_hash, "known_as": known_as, "suppressed": gate.is_closed, **said}
