"""`sayso review pack`: the page to take into a review meeting, for one account or for all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.private_files import for_me_alone
from sayso.cli.reviewed_accounts import Owner, find_reviewed, reviewed
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, plural, say
from sayso.cli.target import find
from sayso.domain.errors import InvalidInputError
from sayso.domain.review import Portfolio
from sayso.domain.review_pack import Pack
from sayso.wiring import Wiring


def pack(
    account: Annotated[str | None, typer.Argument(metavar="ACCOUNT", help="The account's name.")] = None,
    to: Annotated[
        Path | None, typer.Option("--to", help="The file to write; with --all the folder. Never overwritten.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="One file for every account.")] = False,
    owner: Owner = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Write the page to take into a review meeting: HTML, to open and print on one side of A4.

    It names who said what: the files can be read by nobody else on this computer.
    """
    if everything == bool(account):
        raise WrongUseError("name one account, or add --all")
    if everything and to is None:
        raise WrongUseError("--all needs --to FOLDER")
    if owner and account:
        raise WrongUseError("--owner goes with --all")
    wiring = find(stack).wiring()
    accounts = reviewed(wiring, owner) if account is None else [find_reviewed(wiring, account)]
    packs = [(one, wiring.review_pack.of(one)) for one in accounts]
    files = _write(wiring, packs, to, everything=everything) if to or not json else []
    if json:
        as_json([_plain(one, files[at] if files else None) for at, (_, one) in enumerate(packs)])
    elif files:
        say(f"{plural(len(files), 'page')} written: {files[0] if account else to}. Open it in a browser to print it.")
    else:
        say("There are no accounts to write a page about.")


def _write(wiring: Wiring, packs: Sequence[tuple[Portfolio, Pack]], to: Path | None, *, everything: bool) -> list[Path]:
    if everything and to:
        try:
            to.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InvalidInputError(f"{to} is no folder to write to: {error.strerror}", field="to") from None
    files = []
    for account, one in packs:
        path = to / _file_name(account) if everything and to else to or Path(_file_name(account))
        with for_me_alone(path) as file:
            file.write(wiring.review_pages.file(one))
        files.append(path)
    return files


def _file_name(account: Portfolio) -> str:
    # Two accounts may differ in signs no file name has.
    readable = re.sub(r"[^a-z0-9]+", "-", account.name.casefold()).strip("-")[:40]
    return f"review-{readable or 'account'}-{account.account_id[-6:]}.html"


def _plain(pack: Pack, file: Path | None) -> dict[str, Any]:
    return {"file": str(file) if file else None, **asdict(pack), "quarter": str(pack.quarter)}
