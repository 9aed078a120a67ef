"""`sayso stats accounts`: every account at a glance, who needs a call first."""

from __future__ import annotations

import sys
from textwrap import fill
from typing import Annotated, Any

import typer

from sayso.adapters.csv_out import write_csv
from sayso.cli import show
from sayso.cli.show import AsJson, StackName, as_json, plural, say, table
from sayso.cli.stats_options import AsCsv, Output
from sayso.cli.stats_tables import WIDE, fitted
from sayso.cli.stats_words import NOTHING
from sayso.cli.target import find
from sayso.domain.nps import FEW_ANSWERS, nps, signed
from sayso.services.read_accounts import Account

_COLUMNS = (
    *("account", "contacts", "asked", "answered", "n", "nps", "low", "high", "few_answers", "last_answer"),
    *("silence", "silent_for_12_months", "known_since", "detractors", "renewal"),
)
_HEADS = ("account", "why", "NPS, answers", "last answer", "answered of asked", "contacts")


def _days(typed: str | int) -> int:
    try:
        days = int(typed)
    except ValueError:
        days = -1
    if not 0 <= days <= 3660:
        raise typer.BadParameter(f"'{typed}' is no number of days from 0 to 3660")
    return days


def accounts(
    silent: Annotated[bool, typer.Option("--silent", help="Only those nobody answered from for 12 months.")] = False,
    renewal_within: Annotated[
        int, typer.Option(metavar="DAYS", parser=_days, help="How near a renewal date has to be to be named.")
    ] = 90,
    stack: StackName = None,
    json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List every account, who needs a call first: unhappy or silent before a renewal, then unhappy, then silent.

    The last twelve months of UTC days. Silent is told apart: asked without an answer, not asked in these months, never
    asked. Answered of asked are invitations of all surveys; the NPS is of the relationship surveys; low answers are
    the 0 to 6 of any survey, several of which one person may have given.
    """
    output = Output(json=json, csv=as_csv)
    wiring = find(stack).wiring()
    found = [one for one in wiring.read_accounts.list(renewal_within) if one.is_silent or not silent]
    if output.json:
        as_json([one.as_json() for one in found])
    elif output.csv:
        write_csv(sys.stdout, _COLUMNS, (_flat(one) for one in found))
    else:
        empty = "No account was silent for 12 months." if silent else "There are no accounts yet."
        first, last = wiring.read_stats.window()
        table(f"Accounts, {first} to {last}", fitted(_HEADS), [_row(one) for one in found], empty=empty)
        if found:
            say("")
            say(_summary(found, renewal_within))


def _flat(one: Account) -> dict[str, Any]:
    low, high = one.as_json()["interval"] or (None, None)
    return {**one.as_json(), "low": low, "high": high}


def _row(one: Account) -> tuple[object, ...]:
    few = ", few" if one.counts.n < FEW_ANSWERS else ""
    is_wide = show.console.width >= WIDE
    return (
        fill(one.name, 40 if is_wide else 17),
        fill(why(one), 48 if is_wide else 13),
        f"{signed(nps(one.counts))}, {one.counts.n}{few}" if one.counts.n else NOTHING,
        one.last_answer or "never",
        f"{one.answered} of {one.asked}",
        one.contacts,
    )


def why(one: Account) -> str:
    """Why an account stands where it stands, read aloud."""
    words = []
    if one.detractors:
        words.append(plural(one.detractors, "low answer"))
    if one.is_silent:
        told = {"asked, no answer": "silent, though asked", "not asked": "silent, not asked for 12 months"}
        words.append(told.get(one.silence, "never asked"))
    elif one.silence:
        words.append(f"new since {one.known_since}, no answer yet")
    if words and one.renewal:
        words.append(f"renewal on {one.renewal}")
    return ", ".join(words)


def _summary(found: list[Account], within: int) -> str:
    calls = sum(bool(one.renewal and (one.detractors or one.is_silent)) for one in found)
    silent = sum(one.is_silent for one in found)
    what = "1 account" if len(found) == 1 else f"{len(found)} accounts"
    return f"{what}: {calls} unhappy or silent with a renewal within {within} days, {silent} silent for 12 months."
