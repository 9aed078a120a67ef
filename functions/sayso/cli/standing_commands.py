"""`sayso hold`, `holds`, `pause`, `resume`: who is not asked for a while, and everybody at once."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from sayso.cli.caller import caller
from sayso.cli.show import AsJson, StackName, as_json, done, moment, table
from sayso.cli.target import find
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.sending import Hold, Pause
from sayso.domain.time import at_local_time
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
    """
    target = find(stack)
    wiring = target.wiring()
    now, zone = _now(wiring), wiring.programme.zone
    account_id, name = _account(wiring, account)
    if release:
        if until or reason:
            raise InvalidInputError("give --release alone, or --until with --reason", field="release")
        try:
            wiring.standings.release(account_id, caller(target), now)
        except ConflictError:
            raise ConflictError(f"'{name}' is not on hold; see: sayso holds") from None
        done(f"{name} is asked again.", {"account": name, "released": True}, json=json)
        return
    if not until or not reason:
        raise InvalidInputError("say --until DATE and --reason TEXT, or --release", field="hold")
    ends_at = _end_of(until, wiring)
    if ends_at <= now:
        raise InvalidInputError(f"{until} is over; name a day to come", field="until")
    made = Hold(until=ends_at, reason=_said(reason), by=caller(target), at=now)
    wiring.standings.hold(account_id, made)
    sentence = f"Nobody at {name} is asked before {moment(ends_at, zone)}."
    done(sentence, {"account": name, **made.model_dump(mode="json")}, json=json)


def holds(stack: StackName = None, json: AsJson = False) -> None:
    """List the accounts that are on hold, and those whose time is over."""
    wiring = find(stack).wiring()
    found = current_holds(wiring)
    if json:
        as_json(found)
        return
    rows = [
        (one["account"], one["state"], one["until"].strftime("%Y-%m-%d %H:%M"), one["reason"], one["by"])
        for one in found
    ]
    table("Holds", ("account", "state", "until", "reason", "by"), rows, empty="No account is on hold.")


def current_holds(wiring: Wiring) -> list[dict[str, Any]]:
    """The holds with the names of their accounts, the one that ends next on top; `until` in the company's zone."""
    now, zone = wiring.clock(), wiring.programme.zone
    return [
        {
            "account": wiring.contacts.account_name(account_id) or account_id,
            "state": "on hold" if one.until > now else "over",
            "until": one.until.astimezone(zone),
            "reason": one.reason,
            "by": one.by,
            "at": one.at,
        }
        for account_id, one in sorted(wiring.standings.holds(), key=lambda held: held[1].until)
    ]


def _account(wiring: Wiring, name: str) -> tuple[str, str]:
    """Id and name of an account; raises NotFoundError with near matches when there is none of that name."""
    account_id = wiring.pseudonyms.of("account", name.strip().casefold())
    known = wiring.contacts.account_name(account_id)
    if known:
        return account_id, known
    names = {one.casefold(): one for one in wiring.contacts.account_names()}
    wanted = name.strip().casefold()
    near = [*get_close_matches(wanted, names, 3, 0.6), *(one for one in names if wanted and wanted in one)]
    hint = ", ".join(f"'{names[one]}'" for one in list(dict.fromkeys(near))[:3])
    what = f"did you mean {hint}?" if hint else "names are as in the contact list"
    raise NotFoundError(f"there is no account '{name}'; {what}", field="account")


def _end_of(day: str, wiring: Wiring) -> datetime:
    try:
        last = date.fromisoformat(day.strip())
        return at_local_time(last + timedelta(days=1), time(0), wiring.programme.zone)
    except (ValueError, OverflowError):
        raise InvalidInputError(f"'{day}' is not a day; write it like 2026-12-31", field="until") from None


def _said(reason: str) -> str:
    if not reason.strip():
        raise InvalidInputError("say why, for whoever looks at it later", field="reason")
    return reason.strip()[:300]


def _now(wiring: Wiring) -> datetime:
    return wiring.clock().replace(microsecond=0)
