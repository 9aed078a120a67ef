"""`sayso hold`, `holds`, `pause`, `resume`: who is not asked for a while, and everybody at once."""

from __future__ import annotations

from datetime import datetime
from shlex import quote
from typing import Annotated, Any

import typer

from sayso.cli.accounts import MailDomain, find_account, mail_domains
from sayso.cli.caller import caller
from sayso.cli.show import (
    AsJson,
    StackName,
    WrongUseError,
    as_json,
    done,
    moment,
    read_day,
    say,
    table,
)
from sayso.cli.target import find
from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.domain.hold_action import LONGEST_REASON
from sayso.domain.sending import Pause
from sayso.domain.time import last_day
from sayso.services.held_accounts import names_of
from sayso.wiring import Wiring

Reason = Annotated[str, typer.Option(help="Why, for whoever looks at it later.")]


def pause(reason: Reason, stack: StackName = None, json: AsJson = False) -> None:
    """Stop all sending at once. What waits stays waiting; answers still come in and are looked after.

    A mail that SES has in hand at this moment still goes out.
    """
    target = find(stack)
    wiring = target.wiring()
    made = Pause(at=_now(wiring), by=caller(target), reason=_said(reason))
    try:
        wiring.standings.pause(made)
    except ConflictError:
        there = wiring.standings.paused()
        since = f" since {moment(there.at, wiring.programme.zone)} by {there.by}: {there.reason}" if there else ""
        raise ConflictError(f"sending is paused already{since}; to go on: sayso resume") from None
    done("Sending is paused. To go on: sayso resume", made.model_dump(mode="json"), json=json)


def resume(stack: StackName = None, json: AsJson = False) -> None:
    """Let mails go out again: what was due meanwhile follows by itself, inside the send windows, the oldest first."""
    target = find(stack)
    wiring = target.wiring()
    by, now = caller(target), _now(wiring)
    try:
        wiring.standings.resume(by, now)
    except ConflictError:
        raise ConflictError("nothing is paused, so there is nothing to resume") from None
    done("Mails go out again.", {"resumed": True, "by": by, "at": now}, json=json)


def hold(
    account: Annotated[str, typer.Argument(help="The account by its name, as in the contact list.")],
    until: Annotated[str | None, typer.Option(help="The last day nobody there is asked, such as 2026-12-31.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why, for whoever looks at it later.")] = None,
    release: Annotated[bool, typer.Option("--release", help="End the account's hold instead.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Do not ask anybody of an account until the end of a day; a new hold takes the place of the one there is.

    What waits goes out afterwards if there is still time for it, and says otherwise that a hold was the reason.

    A hold is kept by the account's name: after renaming the account in the list, hold the new name too. Whoever only
    wrote tickets stands under their mail domain until the list names their account; it is an account of its own, and
    held by its name (sayso hold kaasboer.example ...).
    """
    target = find(stack)
    wiring = target.wiring()
    account_id, name = find_account(wiring, account)
    if release:
        if until or reason:
            raise WrongUseError("give --release alone, or --until with --reason", field="release")
        try:
            wiring.hold_account.release(account_id, caller(target))
        except ConflictError:
            raise ConflictError(f"'{name}' is not on hold; see: sayso holds") from None
        done(f"{name} is asked again.", {"account": name, "released": True}, json=json)
        return
    if not until or not reason:
        raise WrongUseError("say --until DATE and --reason TEXT, or --release", field="hold")
    last = read_day(until, "until")
    made, replaces = wiring.hold_account.hold(account_id, last, _said(reason), caller(target))
    instead = f" It takes the place of the hold until {replaces}." if replaces else ""
    sentence = f"Nobody at {name} is asked until the end of {last}.{instead}"
    domains = mail_domains(wiring, account_id, made.until)
    also = [{"account": one.name, "people": one.people, "on_hold": one.on_hold} for one in domains]
    shown = {"account": name, **made.model_dump(), "last_day": last, "replaces": replaces, "mail_domains": also}
    done(sentence, shown, json=json)
    if not json:
        for one in domains:
            _say_domain(one, f"--until {until.strip()} --reason {quote(made.reason)}")


def holds(stack: StackName = None, json: AsJson = False) -> None:
    """List the accounts that are on hold, and those whose time is over."""
    wiring = find(stack).wiring()
    found = current_holds(wiring)
    if json:
        as_json(found)
        return
    rows = [(one["account"], one["state"], one["last_day"], one["reason"], one["by"]) for one in found]
    table("Holds", ("account", "state", "until", "reason", "by"), rows, empty="No account is on hold.")


def current_holds(wiring: Wiring) -> list[dict[str, Any]]:
    """The holds with the names of their accounts, the one that ends next on top; `last_day` in the company's zone."""
    now, zone = wiring.clock(), wiring.programme.zone
    held = sorted(wiring.standings.holds(), key=lambda one: one[1].until)
    ids = [account_id for account_id, _ in held]
    names = names_of(ids, wiring.contacts, wiring.pseudonyms, wiring.contacts.everyone)
    return [
        {
            "account": names.get(account_id) or account_id,
            "state": "on hold" if one.until > now else "over",
            "until": one.until,
            "last_day": last_day(one.until, zone).isoformat(),
            "reason": one.reason,
            "by": one.by,
            "at": one.at,
        }
        for account_id, one in held
    ]


def _say_domain(domain: MailDomain, options: str) -> None:
    if domain.on_hold:
        return
    if domain.people:
        one = domain.people == 1
        who = (
            "1 person who only wrote tickets stands" if one else f"{domain.people} people who only wrote tickets stand"
        )
        say(f"{who} under {domain.name} and {'is' if one else 'are'} still asked. To hold that too:")
    else:
        say(f"Whoever only writes tickets stands under {domain.name} until the list names their account.")
        say("To hold that too:")
    say(f"  sayso hold {quote(domain.name)} {options}")


def _said(reason: str) -> str:
    if not reason.strip():
        raise InvalidInputError("say why, for whoever looks at it later", field="reason")
    return reason.strip()[:LONGEST_REASON]


def _now(wiring: Wiring) -> datetime:
    return wiring.clock().replace(microsecond=0)
