"""`sayso kick-off` and `replan`: bringing the existing base forward once, and planning everybody again."""

from __future__ import annotations

from datetime import date
from getpass import getuser
from typing import Annotated

import typer

from sayso.cli.show import AsJson, StackName, as_json, done, read_day, say, table
from sayso.cli.target import find
from sayso.domain.kicking_off import NOT_BROUGHT_FORWARD
from sayso.services.kick_off import KickOffPlan


def kick_off(
    survey: Annotated[str, typer.Option(help="The recurring survey that is brought forward.")] = "annual",
    first: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="The first day, such as 2026-03-31. Default: tomorrow."),
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=365, help="Over how many days they are spread.")] = 90,
    yes: Annotated[bool, typer.Option("--yes", help="Do it. Without this nothing is changed.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Ask your existing customers before their next annual date: once, spread over the open days of 90 days.

    Without --yes it only shows how many would be asked in each week, and who not and why. Nobody new, nobody who got a
    survey mail in the last 6 months, and nobody whose next date is within 6 months. After a crash the same command with
    the same --from writes what is missing.
    """
    wiring = find(stack).wiring()
    plan = wiring.kick_off.look(survey, read_day(first, "--from") if first else None, days)
    written = wiring.kick_off.write(plan, getuser()) if yes else 0
    if json:
        as_json(_as_json(plan, written))
        return
    rows = [(f"week of {monday}", count) for monday, count in plan.by_week.items()]
    table(f"Kick-off of {survey}", ("when", "asked"), rows, empty="Nobody is to be brought forward.")
    for reason, count in sorted(plan.left_alone.items(), key=lambda one: -one[1]):
        say(f"{count} not: {NOT_BROUGHT_FORWARD[reason]}.")
    asked = list(plan.by_day)
    if yes and asked:
        say(f"{written} brought forward, the first to {asked[0]}, the last to {asked[-1]}.")
    elif asked:
        say(f"{len(plan.invitations)} would be asked, the first on {asked[0]}, the last on {asked[-1]}.")
        say(f"Nothing was changed. To do it: sayso kick-off --survey {survey} --from {plan.first} --days {days} --yes")


def _as_json(plan: KickOffPlan, written: int) -> dict[str, object]:
    def text(counts: dict[date, int]) -> dict[str, int]:
        return {day.isoformat(): count for day, count in counts.items()}

    return {
        "survey": plan.survey,
        "from": plan.first,
        "days": plan.days,
        "asked": len(plan.invitations),
        "written": written,
        "by_day": text(plan.by_day),
        "by_week": text(plan.by_week),
        "not_asked": dict(plan.left_alone),
    }


def replan(stack: StackName = None, json: AsJson = False) -> None:
    """Have everybody planned again by the programme that is deployed; the daily run does so by itself when it changed.

    What was sent is never touched, and what agrees already stays as it is.
    """
    queued = find(stack).wiring().replan_everyone.run()
    done(f"{queued} contacts are on their way to be planned again.", {"queued": queued}, json=json)
