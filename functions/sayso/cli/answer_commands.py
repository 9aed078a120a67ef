"""`sayso answers`: what nobody was seen giving, why it does not count, and a person's word on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from getpass import getuser
from typing import Annotated, Literal

import typer

from sayso.cli.answer_words import COLUMNS, about, as_plain, row
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, done, read_since, say, table
from sayso.cli.target import find
from sayso.domain.evidence import AnswerState
from sayso.domain.programme import REVIEW
from sayso.domain.response import Ruling

_LISTED = 50
_PERIOD = timedelta(days=90)
_IDS = "An ID is in the list: twelve letters and digits that stand for one contact and one question, and never change."

app = typer.Typer(
    help=f"Answers nobody was seen giving: which there are, why they do not count, and your word on one. {_IDS}",
    invoke_without_command=True,
)
AnswerId = Annotated[str, typer.Argument(metavar="ID", help=_IDS)]
Reason = Annotated[str, typer.Option("--reason", help="Why: what you asked, and what you were told. It is kept.")]
State = Annotated[
    AnswerState | None, typer.Option("--state", help="Only this one. Default: all that are not confirmed.")
]
Survey = Annotated[str | None, typer.Option("--survey", help="Only this survey.")]
Since = Annotated[
    str | None, typer.Option("--since", help="Given on or after this day. Default: 90 days ago.", metavar="DAY")
]
Owner = Annotated[str | None, typer.Option("--owner", help="Only those this address looks after.", metavar="EMAIL")]


@app.callback()
def answers(
    context: typer.Context,
    state: State = None,
    survey: Survey = None,
    since: Since = None,
    owner: Owner = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Without a command of its own, the same as `sayso answers list`."""
    given = [state, survey, since, owner, stack, json]
    if context.invoked_subcommand is None:
        list_answers(state, survey, since, owner, stack, json)
    elif any(given):
        raise WrongUseError(f"write the options behind '{context.invoked_subcommand}'")


@app.command("list")
def list_answers(
    state: State = None,
    survey: Survey = None,
    since: Since = None,
    owner: Owner = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """List answers with the reasons of their state, the newest first.

    provisional: there is no evidence of a person (yet). machine: they look like a mail scanner's. Neither counts, nor
    opens a follow-up; a person who comes back wins over both.
    """
    wiring = find(stack).wiring()
    programme, zone = wiring.programme, wiring.programme.zone
    if survey and survey != REVIEW and wiring.history.survey(survey) is None:
        programme.check_survey(survey)
    today = wiring.clock().astimezone(zone).date()
    start = read_since(since, today) if since else (wiring.clock() - _PERIOD).astimezone(zone).date()
    beginning = datetime.combine(start, time(), zone).astimezone(UTC)
    found = wiring.list_answers.list(beginning, state, survey=survey, owner=owner, limit=_LISTED)
    if json:
        content = [as_plain(one) for one in found.answers]
        as_json({"since": start, "answers": content, "more": found.more})
        return
    which = f"that are {state}" if state else "that are not confirmed"
    rows = [row(one, zone) for one in found.answers]
    table(f"Answers {which}, since {start}", COLUMNS, rows, empty=f"No answers {which} since {start}.")
    if found.more:
        say(f"And {found.more} more since {start}: a later --since, --survey or --owner makes the list shorter.")
    elif not since:
        say(f"Older ones: --since {(start - _PERIOD).isoformat()}")


@app.command("show")
def show(answer: AnswerId, stack: StackName = None, json: AsJson = False) -> None:
    """Show one answer: what was said, how it is known whether a person said it, and who decided about it."""
    wiring = find(stack).wiring()
    found = wiring.list_answers.find(answer)
    if json:
        as_json(as_plain(found))
        return
    for line in about(found, wiring.programme):
        say(line)


@app.command("accept")
def accept(
    answer: AnswerId,
    reason: Reason,
    score: Annotated[int | None, typer.Option(help="Which number is theirs, where several were opened.")] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Let an answer count that nobody was seen giving: you asked, and know that it is theirs.

    A low one opens a follow-up from then on. It cannot be taken back.
    """
    _rule(answer, "accepted", reason, stack, score=score, json=json)


@app.command("reject")
def reject(answer: AnswerId, reason: Reason, stack: StackName = None, json: AsJson = False) -> None:
    """Say that an answer nobody was seen giving is not the person's: it will not count, nor be shown again.

    A confirmed one can be rejected by nobody. If the person comes back and answers, that counts.
    """
    _rule(answer, "rejected", reason, stack, json=json)


def _rule(
    name: str,
    what: Literal["accepted", "rejected"],
    reason: str,
    stack: str | None,
    *,
    score: int | None = None,
    json: bool,
) -> None:
    wiring = find(stack).wiring()
    found = wiring.list_answers.find(name)
    ruling = Ruling(at=wiring.clock(), by=getuser(), what=what, reason=reason.strip(), score=score)
    after = wiring.settle_answer.rule(found.response.reference, ruling)
    sentences: dict[str, str] = {
        "accepted": f"{after.score} counts from now on"
        + (", and a follow-up is opened" if after.needs_follow_up else ""),
        "rejected": "it does not count",
    }
    done(f"{found.answer_id}: {what}; {sentences[what]}.", as_plain(replace(found, response=after)), json=json)
