"""`sayso keys`: the keys that sign the links in our mails, and how one is replaced while its links are still out."""

from __future__ import annotations

import secrets as randomness
from datetime import datetime
from typing import Annotated, Any

import typer

from sayso.adapters.link_key_store import LinkKeyStore
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, done, say, table
from sayso.cli.target import Target, find
from sayso.domain.link_keys import LinkKey
from sayso.wiring_adapters import utc_now

app = typer.Typer(help="Keep the keys that sign links.", no_args_is_help=True)
_BYTES = 32  # as much as SHA-256 can use


@app.command("list")
def list_keys(stack: StackName = None, json: AsJson = False) -> None:
    """List the keys: when each was made, which one signs, and until when links of the others may be in use."""
    keys = _store(find(stack)).read().standing()
    if json:
        as_json({"keys": [_shown(key) for key in keys]})
        return
    rows = [(key.number, _day(key.made) or "not known", "yes" if key.signs else "no", _until(key)) for key in keys]
    table("Link keys", ("number", "made", "signs", "its links end"), rows, empty="There are no keys.")
    gone = [str(key.number) for key in keys if key.last_link_until and key.last_link_until <= utc_now()]
    if gone:
        say(f"No link of {', '.join(gone)} works any more; take them out with: sayso keys retire {gone[0]}")


@app.command()
def rotate(stack: StackName = None, json: AsJson = False) -> None:
    """Make a new key, which signs every new link. Links already mailed keep working until they expire.

    Functions that are running sign with it within five minutes, and read its links at once.
    """
    now = utc_now()
    before, after = _store(find(stack)).change(lambda keys: keys.rotate(lambda: randomness.token_hex(_BYTES), now))
    old = next(key for key in after.standing() if key.number == before.signing)
    shown = {"number": after.signing, "made": now, "replaces": old.number, "last_link_until": old.last_link_until}
    done(
        f"Key {after.signing} signs new links; running functions use it within five minutes. "
        f"Links of key {old.number} keep working until they expire, the last on {_day(old.last_link_until)}.",
        shown,
        json=json,
    )


@app.command()
def retire(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The key's number, as `sayso keys list` has it.")],
    leaked: Annotated[
        bool,
        typer.Option("--leaked", help="Somebody has got hold of the key: take it out although its links are in use."),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it, although it cannot be taken back.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Take a key out for good: no link it signed works after that, and no new one can be forged with it.

    Refused while links of it may be in use, unless it leaked, and always for the key that signs.
    """
    if leaked and not yes:
        raise WrongUseError(
            f"every link that key {number} signed stops working within five minutes, for good: to answer, to open a "
            "case and to unsubscribe. Say --yes to do that"
        )
    now = utc_now()
    before, after = _store(find(stack)).change(lambda keys: keys.retire(number, now, leaked=leaked))
    (old,) = [key for key in before.standing() if key.number == number]
    in_use = old.last_link_until is None or now < old.last_link_until
    shown = {"number": number, "voided_links": in_use, "mailed_until": old.replaced, "signing": after.signing}
    done(_said(old) if in_use else f"Key {number} is out. None of its links was valid any more.", shown, json=json)


def _said(old: LinkKey) -> str:
    mailed = f"up to {_day(old.replaced)}" if old.replaced else "while it signed"
    return (
        f"Key {old.number} is out. Within five minutes these links in mails sent {mailed} stop working: to answer, to "
        "open a case, and to unsubscribe. Who clicks one is told that the link is not valid; an answer already given "
        "stays. Whoever wants no more mails has to write to you, until they get the next one: then use "
        "sayso suppress add."
    )


def _until(key: LinkKey) -> str:
    if key.signs:
        return "it signs"
    return _day(key.last_link_until) or "not known"


def _shown(key: LinkKey) -> dict[str, Any]:
    return {"number": key.number, "made": key.made, "signs": key.signs, "last_link_until": key.last_link_until}


def _day(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d}" if at else ""


def _store(target: Target) -> LinkKeyStore:
    return LinkKeyStore(target.wiring().client("secretsmanager"), target.outputs["LinkKeysSecret"])
