"""`sayso follow-ups`: who waits for a call, since when, and by when; and what was done about it."""

from __future__ import annotations

import sys
from getpass import getuser
from typing import Annotated

import typer

from sayso.adapters.csv_out import write_csv
from sayso.cli.follow_up_report import report
from sayso.cli.follow_up_story import tell
from sayso.cli.follow_up_words import COLUMNS, as_plain, as_sheet_row, row, told_of
from sayso.cli.near import nobody_under
from sayso.cli.show import (
    AsJson,
    StackName,
    WrongUseError,
    as_json,
    done,
    moment,
    table,
    times_are_of,
    typed_as,
)
from sayso.cli.stats_options import AsCsv
from sayso.cli.target import find
from sayso.domain.address import each_once, same_mailbox
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.follow_up import OUTCOMES, FollowUp, Outcome
from sayso.wiring import Wiring

app = typer.Typer(help="The cases of people who were unhappy, or asked for contact.", no_args_is_help=True)
app.command("report")(report)
CaseId = Annotated[str, typer.Argument(metavar="ID", help="The follow-up's id, from the list.")]
Note = Annotated[str, typer.Option("--note", help="What happened.")]
By = Annotated[str, typer.Option("--by", help="Who did it. Default: your login.", metavar="WHO")]


@app.command("list")
def list_follow_ups(
    late: Annotated[bool, typer.Option("--late", help="Only those past their due time.")] = False,
    closed: Annotated[bool, typer.Option("--closed", help="The closed ones instead.")] = False,
    untold: Annotated[bool, typer.Option("--untold", help="Only those whose owner could not be told.")] = False,
    owner: Annotated[str | None, typer.Option(help="Only those of this owner.", metavar="EMAIL")] = None,
    stack: StackName = None,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """List the follow-ups, the one due first on top."""
    if json and csv:
        raise WrongUseError("choose one of --json and --csv")
    if late and closed:
        raise WrongUseError("choose one of --late and --closed: what is closed is not late")
    wiring = find(stack).wiring()
    now, zone = wiring.clock(), wiring.programme.zone
    everything = wiring.follow_ups.list(is_open=not closed)
    cases = [
        case
        for case in everything
        if (not late or case.is_late(now))
        and (not owner or same_mailbox(case.owner_email) == same_mailbox(owner))
        and (not untold or not told_of(wiring.follow_ups.notices(case.follow_up_id)))
    ]
    people = wiring.contacts.many([case.contact_id for case in cases])
    if json:
        as_json([as_plain(case, people.get(case.contact_id), now) for case in cases])
    elif csv:
        write_csv(sys.stdout, COLUMNS, (as_sheet_row(case, people.get(case.contact_id), now) for case in cases))
    else:
        columns = ("id", "person", "account", "score", "owner", "state", "closed" if closed else "due")
        rows = [row(case, people.get(case.contact_id), now, zone) for case in cases]
        if rows:
            times_are_of(zone)
        empty = "No follow-ups are closed." if closed else "No follow-ups. Nobody waits."
        unknown = _unknown(wiring, owner, everything) if owner and not rows else ""
        table("Follow-ups", columns, rows, empty=unknown or empty)


@app.command("show")
def show(follow_up: CaseId, stack: StackName = None, json: AsJson = False) -> None:
    """Show one: what was said, what was done about it, and who was told how."""
    wiring = find(stack).wiring()
    case = _get(wiring, follow_up)
    person = wiring.contacts.get(case.contact_id)
    notices = wiring.follow_ups.notices(follow_up)
    if json:
        told = [notice.model_dump(mode="json") for notice in notices]
        as_json({**as_plain(case, person, wiring.clock()), "notices": told})
        return
    tell(case, person, notices, wiring)


@app.command("contact")
def contact(follow_up: CaseId, note: Note = "", by: By = "", stack: StackName = None, json: AsJson = False) -> None:
    """Record that somebody has been in touch."""
    wiring = _wiring(stack, follow_up)
    with typed_as(note="--note", follow_up="ID"):
        case = wiring.work_on_case.contact(follow_up, by or getuser(), note)
    _done(f"{follow_up}: contacted.", case, wiring, json=json)


@app.command("note")
def add_note(
    follow_up: CaseId,
    text: Annotated[str, typer.Argument(help="What is to be remembered; the same as --note.")] = "",
    note: Annotated[str, typer.Option("--note", help="What is to be remembered.")] = "",
    by: By = "",
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Add a note. It is kept with its moment and your name; nothing is overwritten."""
    if bool(text) == bool(note):
        raise WrongUseError("say once what is to be remembered: --note TEXT")
    wiring = _wiring(stack, follow_up)
    with typed_as(note="--note", follow_up="ID"):
        case = wiring.work_on_case.note(follow_up, by or getuser(), text or note)
    _done(f"{follow_up}: noted.", case, wiring, json=json)


@app.command("close")
def close(
    follow_up: CaseId,
    cause: Annotated[str, typer.Option(help="What it was: a driver of the programme, or a few words.")],
    note: Annotated[str, typer.Option(help="What was done.")],
    outcome: Annotated[str, typer.Option(help="solved, not_solved or no_answer.")] = "solved",
    recheck: Annotated[
        bool | None,
        typer.Option(
            "--recheck/--no-recheck",
            help="Ask the person again later, if they may be asked; by default yes, unless they wished no contact.",
        ),
    ] = None,
    by: By = "",
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Close a case: what it was, what was done, and how it ended. The person may be asked again from then on."""
    wiring = _wiring(stack, follow_up)
    with typed_as(note="--note", cause="--cause", follow_up="ID"):
        case = wiring.work_on_case.close(
            follow_up, by or getuser(), outcome=_outcome(outcome), cause=cause, note=note, recheck=recheck
        )
    again = wiring.invitations.get(case.contact_id, wiring.programme.recheck or "", case.recheck)
    asked = f" They are asked again on {moment(again.planned_at, wiring.programme.zone)[:10]}." if again else ""
    _done(f"{follow_up}: closed, {case.state.replace('_', ' ')}.{asked}", case, wiring, json=json)


@app.command("reopen")
def reopen(
    follow_up: CaseId,
    note: Annotated[str, typer.Option(help="Why.")],
    by: By = "",
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Open a closed case again; its owner has the usual time from now on."""
    wiring = _wiring(stack, follow_up)
    with typed_as(note="--note", follow_up="ID"):
        case = wiring.work_on_case.reopen(follow_up, by or getuser(), note)
    due = moment(case.due_at, wiring.programme.zone)
    _done(f"{follow_up}: open again. {case.owner_email} has it, due {due}.", case, wiring, json=json)


@app.command("assign")
def assign(
    follow_up: CaseId,
    to: Annotated[str, typer.Option("--to", help="Whom it is given to.", metavar="EMAIL")],
    reason: Annotated[str, typer.Option(help="Why. They read it.")],
    by: Annotated[
        str, typer.Option("--by", help="Who hands it over; they read that, too. Default: your login.", metavar="WHO")
    ] = "",
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Give a case to somebody else, who is told. The due time stays."""
    wiring = _wiring(stack, follow_up)
    with typed_as(note="--reason", to="--to", follow_up="ID"):
        case = wiring.work_on_case.hand_over(follow_up, by or getuser(), to, reason)
    _done(f"{follow_up}: {case.owner_email} has it now, and is told.", case, wiring, json=json)


def _wiring(stack: str | None, follow_up_id: str) -> Wiring:
    wiring = find(stack).wiring()
    _get(wiring, follow_up_id)
    return wiring


def _get(wiring: Wiring, follow_up_id: str) -> FollowUp:
    case = wiring.follow_ups.get(follow_up_id)
    if case is None:
        raise NotFoundError(f"there is no follow-up '{follow_up_id}'; see: sayso follow-ups list", field="ID")
    return case


def _unknown(wiring: Wiring, owner: str, read: list[FollowUp]) -> str:
    """The sentence that nobody is known under an owner's address; empty when it is one of those that are."""
    known = each_once([*wiring.programme.follow_up.people, *(case.owner_email for case in read)])
    if same_mailbox(owner) in map(same_mailbox, known):
        return ""
    contacts = (contact.owner_email for contact in wiring.contacts.everyone())
    known = each_once([*known, *filter(None, contacts)])
    return "" if same_mailbox(owner) in map(same_mailbox, known) else nobody_under(owner, known, "a follow-up")


def _done(sentence: str, case: FollowUp, wiring: Wiring, *, json: bool) -> None:
    plain = as_plain(case, wiring.contacts.get(case.contact_id), wiring.clock()) if json else {}
    done(sentence, plain, json=json)


def _outcome(text: str) -> Outcome:
    wanted = text.strip().lower().replace(" ", "_").replace("-", "_")
    for outcome in OUTCOMES:
        if wanted == outcome:
            return outcome
    raise InvalidInputError(f"'{text}' is none of {', '.join(OUTCOMES)}", field="--outcome")
