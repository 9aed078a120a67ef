"""The operator's door: every command, and what becomes of an error."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from typer.main import get_command

from sayso.adapters.programme_file import PROGRAMME_FILE, ProgrammeError, check_programme
from sayso.cli import (
    answer_commands,
    channel_commands,
    commitment_commands,
    commitment_link_commands,
    contact_commands,
    count_commands,
    demo,
    digest_commands,
    doctor,
    event_commands,
    follow_up_commands,
    hook_commands,
    key_commands,
    mail_commands,
    news_commands,
    privacy_commands,
    publish_commands,
    quote_commands,
    response_export_commands,
    response_import_commands,
    review_commands,
    rhythm_commands,
    sending_commands,
    stack_commands,
    staff_commands,
    standing_commands,
    stats_commands,
    suppress_commands,
    theme_commands,
    why_commands,
)
from sayso.cli.local_stack import LocalStackError
from sayso.cli.show import AsJson, WrongUseError, as_json, say
from sayso.domain.errors import SaysoError
from sayso.domain.public_text import made_visible

app = typer.Typer(
    name="sayso",
    help="Run a Net Promoter Score programme: who is asked, what they said, what became of it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
app.command()(stack_commands.up)
app.command()(stack_commands.down)
app.command()(stack_commands.status)
app.command()(sending_commands.outbox)
contact_commands.app.command("responses")(response_import_commands.import_responses)
app.add_typer(contact_commands.app, name="import")
app.add_typer(response_export_commands.app, name="export")
app.command()(sending_commands.dispatch)
app.command()(why_commands.why)
app.command()(why_commands.due)
app.command("kick-off")(rhythm_commands.kick_off)
app.command()(rhythm_commands.replan)
app.command()(standing_commands.hold)
app.command()(standing_commands.holds)
app.command()(standing_commands.pause)
app.command()(standing_commands.resume)
app.add_typer(suppress_commands.app, name="suppress")
app.add_typer(event_commands.tickets, name="ticket")
app.add_typer(event_commands.touchpoints, name="touchpoint")
app.add_typer(hook_commands.app, name="hooks")
app.add_typer(channel_commands.app, name="channels")
app.add_typer(key_commands.app, name="keys")
app.add_typer(mail_commands.app, name="mail")
app.add_typer(stats_commands.app, name="stats")
app.command()(count_commands.verify)
app.command()(count_commands.rebuild)
app.add_typer(answer_commands.app, name="answers")
app.add_typer(theme_commands.app, name="themes")
app.command()(doctor.doctor)
app.add_typer(privacy_commands.app, name="contact")
app.add_typer(follow_up_commands.app, name="follow-ups")
app.add_typer(digest_commands.app, name="digest")
app.add_typer(review_commands.app, name="review")
commitment_commands.app.command("show")(commitment_link_commands.show)
commitment_commands.app.command("link")(commitment_link_commands.link)
commitment_commands.app.command("unlink")(commitment_link_commands.unlink)
commitment_commands.app.command("notify")(news_commands.notify)
commitment_commands.app.command("notified")(news_commands.notified)
app.add_typer(commitment_commands.app, name="commitments")
app.add_typer(quote_commands.app, name="quotes")
app.add_typer(staff_commands.app, name="staff")
app.command()(publish_commands.publish)
app.command()(demo.demo)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="Default: templates/programme.yaml.", exists=True)] = PROGRAMME_FILE,
    json: AsJson = False,
) -> None:
    """Check the programme: every mistake with its line, field and reason, and what may be forgotten."""
    try:
        programme = check_programme(file)
    except ProgrammeError as error:
        if json:
            as_json({"ok": False, "mistakes": [vars(mistake) for mistake in error.mistakes]})
        else:
            for mistake in error.mistakes:
                say(f"{file.name}, {mistake}")
        raise typer.Exit(1) from None
    hints = list(programme.hints())
    if json:
        as_json({"ok": True, "hints": hints, "programme": programme.model_dump(mode="json")})
    else:
        surveys, languages = ", ".join(programme.surveys), ", ".join(programme.company.languages)
        say(f"{file.name} is right: {programme.company.name} asks {surveys} in {languages}.")
        for hint in hints:
            say(f"Hint: {hint}")


@cache
def _command() -> Callable[[], Any]:
    return get_command(app)


def main() -> None:
    """Run a command. Exit codes: 0 done, 1 it says why not, 2 wrong use."""
    try:
        _command()()
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in problem["loc"])
        _fail(f"{field}: {problem['msg'].removeprefix('Value error, ')}")
    except WrongUseError as error:
        _fail(str(error), 2)
    except (SaysoError, LocalStackError) as error:
        _fail(str(error))


def _fail(reason: str, code: int = 1) -> None:
    print(made_visible(reason), file=sys.stderr)  # noqa: T201 - this is the command line's voice
    raise SystemExit(code)
