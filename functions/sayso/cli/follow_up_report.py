"""`sayso follow-ups report`: how soon people are called back, what it was about, and who was won back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.adapters.csv_out import write_csv
from sayso.cli.accounts import find_account
from sayso.cli.follow_up_report_rows import COLUMNS, csv_rows, report_json
from sayso.cli.follow_up_report_words import cause_heads, cause_rows, sentences, won_back_sentences
from sayso.cli.private_files import for_me_alone
from sayso.cli.show import AsJson, StackName, as_json, plural, read_day, say, table, times_are_of, typed_as
from sayso.cli.stats_choice import check_owners
from sayso.cli.target import find
from sayso.services.follow_up_report import FollowUpReport, Which
from sayso.services.stats_lines import ENOUGH_PER_OWNER
from sayso.wiring import Wiring


def report(
    since: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Cases opened from this day on. Default: of the last twelve months."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Cases opened until this day. Default: today.")
    ] = None,
    owner: Annotated[
        str | None, typer.Option(metavar="EMAIL", help="Only those of this owner, if scores per owner are on.")
    ] = None,
    account: Annotated[str | None, typer.Option(metavar="NAME", help="Only those of this account.")] = None,
    survey: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only those that an answer to this survey opened.")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every case to this new file, which only you can read.")
    ] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Say how soon people are called back, what it was about, and who was won back.

    All of it is about the cases that were opened in these days (of the company's time zone), and what came of them.
    """
    wiring = find(stack).wiring()
    account_id, account = find_account(wiring, account) if account else (None, None)
    if owner:
        check_owners(wiring)
    if survey and wiring.history.survey(survey) is None and survey not in wiring.counters.surveys():
        wiring.programme.check_survey(survey)
    first = read_day(since, "--since") if since else None
    last = read_day(until, "--until") if until else None
    with typed_as(since="--since", until="--until"):
        found = wiring.report_follow_ups.report(first, last, Which(owner, account_id, survey))
    # What a person reached stands on enough answers, or is not told.
    hidden = owner is not None and found.won_back.answered < ENOUGH_PER_OWNER
    which = {"owner": owner, "account": account, "survey": survey}
    if csv:
        with typed_as(out="--csv"):
            _write(csv, found, wiring)
    if json:
        as_json(report_json(found, which, hidden=hidden))
        return
    _say(found, which, wiring, hidden=hidden)
    if csv:
        rows = plural(found.times.begun, "row")
        say(f"{rows} written to {csv}. They are about people: delete the file when it is used.")


def _write(path: Path, found: FollowUpReport, wiring: Wiring) -> None:
    columns = [name for name in COLUMNS if name != "owner" or wiring.programme.scores_per_owner]
    # Spreadsheets take a file for UTF-8 that begins with its mark.
    with for_me_alone(path, "utf-8-sig") as file:
        write_csv(file, columns, csv_rows(found))


def _say(found: FollowUpReport, which: dict[str, Any], wiring: Wiring, *, hidden: bool) -> None:
    only = ", ".join(f"{name} {value}" for name, value in which.items() if value)
    say(f"Follow-ups opened from {found.first} to {found.last}{f', only {only}' if only else ''}")
    times_are_of(wiring.programme.zone)
    say("")
    for sentence in sentences(found):
        say(sentence)
    if not found.cases:
        return
    say("")
    if hidden:
        say(f"Won back: not shown; what a person reached stands on at least {ENOUGH_PER_OWNER} answers.")
    else:
        for sentence in won_back_sentences(found, wiring.programme):
            say(sentence)
    if found.causes:
        say("")
        heads, rows = cause_heads(hidden=hidden), cause_rows(found, wiring.programme, hidden=hidden)
        table("Causes of the cases that are closed", heads, rows, empty="")
    say("")
    say("Likely between: 95 %. Within the due time: of all who were contacted or should have been by now.")
