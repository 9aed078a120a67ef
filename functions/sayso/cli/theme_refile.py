"""`sayso themes refile`: today's rules over the answers of the past, with what that changes."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.show import AsJson, StackName, as_json, console, plural, read_since, say, table
from sayso.cli.target import find
from sayso.cli.theme_words import refiled_sentences
from sayso.services.refile_answers import Refiled, moved


def refile(
    since: Annotated[str, typer.Option("--since", help="The first UTC day to go over.", metavar="DAY")],
    check: Annotated[bool, typer.Option("--check", help="Change nothing; say what would change.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Apply the rules of programme.yaml as they are now to the answers since a day, so that a new theme reaches them.

    What a person filed, accepted or rejected stays. Safe to break off and to repeat: what is right already is not
    written.
    """
    wiring = find(stack).wiring()
    today = wiring.clock().date()
    first = read_since(since, today)
    changed: list[Refiled] = []
    looked_at, busy, day = 0, 0, first
    try:
        with console.status("Going over the answers …") as status:
            for one in wiring.refile_answers.run(first, today, keep=not check):
                looked_at += 1
                busy += one.outcome == "busy"
                if one.outcome == "changed":
                    changed.append(one)
                if one.before.confirmed_at and one.before.confirmed_at.date() != day:
                    day = one.before.confirmed_at.date()
                    status.update(f"Going over the answers … {day}, {plural(looked_at, 'answer')}")
    except KeyboardInterrupt:
        typer.echo(f"Stopped. What is done stays done; --since {day} goes on from there.", err=True)
        raise typer.Exit(1) from None
    by_theme = moved(changed)
    if json:
        counts = {"looked_at": looked_at, "changed": len(changed), "busy": busy}
        as_json({"since": first, "check": check, **counts, "themes": by_theme})
        return
    would = "would be filed in another way" if check else "filed in another way"
    say(f"{plural(looked_at, 'answer')} since {first}: {len(changed)} {would}.")
    if by_theme:
        heads = ("theme", "newly filed", "newly suggested", "no more")
        rows = refiled_sentences(by_theme, wiring.programme)
        table("What would change" if check else "What changed", heads, rows, empty="")
    if busy:
        say(f"{plural(busy, 'answer')} kept changing meanwhile, so nothing was done to them; run it again.")
