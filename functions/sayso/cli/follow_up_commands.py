"""`sayso follow-ups`: who waits for a call, since when, and by when."""

from __future__ import annotations

from getpass import getuser
from typing import Annotated

import typer

from sayso.cli.answer_words import score_of
from sayso.cli.show import AsJson, StackName, as_json, done, moment, table
from sayso.cli.target import find
from sayso.domain.errors import NotFoundError
from sayso.domain.follow_up import FollowUp
from sayso.wiring import Wiring

app = typer.Typer(help="The cases of people who were unhappy, or asked for contact.", no_args_is_help=True)
CaseId = Annotated[str, typer.Argument(metavar="ID", help="The follow-up's id, from the list.")]


@app.command("list")
def list_follow_ups(
    late: Annotated[bool, typer.Option("--late", help="Only those past their due time.")] = False,
    closed: Annotated[bool, typer.Option("--closed", help="The closed ones instead.")] = False,
    owner: Annotated[str | None, typer.Option(help="Only those of this owner.", metavar="EMAIL")] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """List the follow-ups, the one due first on top."""
    wiring = find(stack).wiring()
    now, zone = wiring.clock(), wiring.programme.zone
    cases = [
        case
        for case in wiring.follow_ups.list(is_open=not closed)
        if (not late or case.is_late(now)) and (not owner or case.owner_email == owner)
    ]
    if json:
        as_json([{**case.model_dump(mode="json"), "late": case.is_late(now)} for case in cases])
        return
    rows = [
        (
            case.follow_up_id,
            _person(case, wiring),
            case.account,
            ", ".join(score_of(answer.score, answer.scale) for answer in case.answers),
            case.owner_email,
            "late" if case.is_late(now) else case.state,
            moment(case.closed_at if closed else case.due_at, zone),
        )
        for case in cases
    ]
    columns = ("id", "person", "account", "score", "owner", "state", "closed" if closed else "due")
    table("Follow-ups", columns, rows, empty="No follow-ups. Nobody waits.")


@app.command("contact")
def contact(
    follow_up: CaseId,
    note: Annotated[str, typer.Option(help="What was said.")] = "",
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Record that somebody has been in touch."""
    wiring = find(stack).wiring()
    case = _get(wiring, follow_up)
    saved = wiring.follow_ups.save(case.contacted(getuser(), wiring.clock(), note))
    done(f"{follow_up}: contacted.", saved.model_dump(mode="json"), json=json)


@app.command("close")
def close(
    follow_up: CaseId,
    note: Annotated[str, typer.Option(help="What was wrong and what was done.")],
    solved: Annotated[bool, typer.Option(help="Whether the person's problem is solved.")] = True,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Close a case; the contact may be asked again from then on."""
    wiring = find(stack).wiring()
    case = _get(wiring, follow_up)
    saved = wiring.follow_ups.save(case.closed(getuser(), wiring.clock(), note, solved=solved))
    sentence = f"{follow_up}: closed, {'solved' if solved else 'not solved'}."
    done(sentence, saved.model_dump(mode="json"), json=json)


def _get(wiring: Wiring, follow_up_id: str) -> FollowUp:
    case = wiring.follow_ups.get(follow_up_id)
    if case is None:
        raise NotFoundError(f"there is no follow-up '{follow_up_id}'; see: sayso follow-ups list", field="id")
    return case


def _person(case: FollowUp, wiring: Wiring) -> str:
    person = wiring.contacts.get(case.contact_id)
    return (person.name or person.email) if person else "(erased)"
