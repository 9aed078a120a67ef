"""`sayso up`, `down`, `status`: the local stack, and how a stack is doing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from sayso.adapters.programme_file import load_programme
from sayso.cli import local_stack
from sayso.cli.show import AsJson, StackName, as_json, done, moment, say, table
from sayso.cli.standing_commands import current_holds
from sayso.cli.target import Target, find, state_dir
from sayso.domain.address import domain_of


def up(
    port: Annotated[int | None, typer.Option(help="Where it listens; 0 picks a free port. Default: 4566.")] = None,
    schedules: Annotated[bool, typer.Option(help="Whether the schedules fire by themselves.")] = True,
    send_window: Annotated[
        str, typer.Option(help="always: mails go out at any time. programme: as programme.yaml says.")
    ] = "always",
    json: AsJson = False,
) -> None:
    """Start the local stack, or bring the running one up to date with the working tree.

    It is the real template.yaml, deployed by the real sam deploy, to this computer instead of AWS. Where it listens
    and what it is made of is written to .sayso/local.json.
    """
    stack = start(port=port, schedules=schedules, send_window=send_window, quiet=json)
    done(f"The local stack is up. Its site: {stack.site_url}", asdict(stack), json=json)


def start(
    *, port: int | None, schedules: bool = True, send_window: str = "always", quiet: bool = False
) -> local_stack.LocalStack:
    """Start or update the local stack for the programme at hand."""
    sender = load_programme().sender.email
    return local_stack.up(
        port=port,
        schedules=schedules,
        send_window=send_window,
        sender_identity=domain_of(sender),
        state_dir=state_dir(),
        say=(lambda _: None) if quiet else say,
    )


def down(json: AsJson = False) -> None:
    """Stop the local stack. What was in it is gone."""
    stopped = local_stack.down(state_dir=state_dir())
    sentence = "The local stack is stopped." if stopped else "No local stack was running."
    done(sentence, {"stopped": stopped}, json=json)


def status(stack: StackName = None, json: AsJson = False) -> None:
    """Say where a stack is, what waits in its queues, and whether sending is paused or an account on hold."""
    target = find(stack)
    wiring, waiting = target.wiring(), _waiting(target)
    paused, held = wiring.standings.paused(), current_holds(wiring)
    if json:
        local = asdict(target.local) if target.local else None
        shown = {"paused": paused.model_dump(mode="json") if paused else None, "holds": held}
        as_json({"local": local, "outputs": target.outputs, "queues": waiting, **shown})
        return
    if paused:
        since = moment(paused.at, wiring.programme.zone)
        say(f"SENDING IS PAUSED since {since} by {paused.by}: {paused.reason}. To go on: sayso resume")
    for one in held:
        if one["state"] == "on hold":
            say(f"On hold until {one['last_day']}: {one['account']} ({one['reason']})")
    say(f"Site: {target.outputs['SiteUrl']}")
    say(f"Public page: {target.outputs['SiteUrl']}/page/index.html")
    say(f"Table: {target.outputs['TableName']}")
    rows = [(name, counts["waiting"], counts["in_work"]) for name, counts in waiting.items()]
    table("Queues", ("queue", "waiting", "in work"), rows, empty="No queues.")


def _waiting(target: Target) -> dict[str, dict[str, int]]:
    client = target.wiring().client("sqs")
    found = {}
    for name, url in target.outputs.items():
        if not name.endswith("QueueUrl"):
            continue
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        attributes = client.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        found[name.removesuffix("QueueUrl")] = {
            "waiting": int(attributes[names[0]]),
            "in_work": int(attributes[names[1]]),
        }
    return found
