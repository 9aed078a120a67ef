"""`sayso channels`: where our own people are told about follow-ups besides by mail, and a try."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from sayso.adapters.channels import AppriseChannels, service_of
from sayso.adapters.kept_secret import KeptSecret
from sayso.cli.show import AsJson, StackName, as_json, done, read_hidden, say, table
from sayso.cli.target import Target, find
from sayso.domain.errors import InvalidInputError, NotFoundError, SaysoError
from sayso.domain.follow_up_rules import Channel
from sayso.domain.programme import Programme
from sayso.ports import ChannelFailedError

app = typer.Typer(help="Tell your own people by Slack, Teams or another service.", no_args_is_help=True)

_HOW = (
    "They are written under follow_up in templates/programme.yaml, such as "
    "'channels: {team: {tell: [alert, escalation]}}'; then deploy, and: sayso channels set team"
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="A channel of the programme.")]


@app.command("list")
def list_channels(stack: StackName = None, json: AsJson = False) -> None:
    """List the channels of the programme, what each tells, and whether its address is set."""
    target = find(stack)
    channels, kept = target.wiring().programme.follow_up.channels, _kept(target).all()
    found = [_shown(name, channel, kept.get(name)) for name, channel in channels.items()]
    # Their channels were taken out of the programme; nothing is told there any more.
    unused = sorted(kept.keys() - channels.keys())
    if json:
        as_json({"channels": found, "unused_addresses": unused})
        return
    rows = [
        (
            one["channel"],
            one["service"] or "",
            ", ".join(one["tell"]).replace("_", " "),
            "at any time" if one["at_any_time"] else "in office hours",
            "yes" if one["words"] else "no",
            {"none": "none: sayso channels set", "unknown": "not one apprise knows"}.get(one["address"], "set"),
        )
        for one in found
    ]
    columns = ("channel", "service", "tells", "when", "words", "address")
    table("Channels", columns, rows, empty=f"The programme has no channels; our own people are told by mail. {_HOW}")
    if unused:
        say(f"Addresses of channels that are not in the programme: {', '.join(unused)}.")


@app.command("set")
def set_address(name: Name, stack: StackName = None, json: AsJson = False) -> None:
    """Set the address of a channel, from a prompt or standard input: a webhook's address, or one as apprise writes it.

    It is a secret: whoever has it can write there. The functions know it within a minute.
    """
    target = find(stack)
    _must_be_in(target.wiring().programme, name)
    address = read_hidden(f"The address of {name}")
    service = service_of(address)
    if service is None:
        reason = 'is not an address apprise knows; docs/operations.md, "Channels", shows how they are written'
        raise InvalidInputError(reason, field="address")
    _kept(target).keep(name, address)
    done(
        f"{name} leads to {service}. Try it: sayso channels test {name}",
        {"channel": name, "service": service},
        json=json,
    )


@app.command("remove")
def remove_address(name: Name, stack: StackName = None, json: AsJson = False) -> None:
    """Forget the address of a channel; nothing is told there any more."""
    if not _kept(find(stack)).forget(name):
        raise NotFoundError("no address is set", field=name)
    done(f"The address of {name} is forgotten.", {"channel": name}, json=json)


@app.command("test")
def try_channel(name: Name, stack: StackName = None, json: AsJson = False) -> None:
    """Send a line to a channel that says it is a test. Exit code 1 when it is not taken."""
    target = find(stack)
    programme = target.wiring().programme
    _must_be_in(programme, name)
    title = f"{programme.company.name}: a test"
    body = f"Nothing has happened. What Sayso's channel '{name}' tells about follow-ups arrives here."
    try:
        AppriseChannels(_kept(target).all).notify(name, title, body)
    except ChannelFailedError as error:
        if json:
            as_json({"channel": name, "sent": False, "reason": error.reason})
            raise typer.Exit(1) from None
        raise SaysoError(error.reason, field=name) from None
    done(f"{name} has taken a line that says it is a test.", {"channel": name, "sent": True}, json=json)


def _shown(name: str, channel: Channel, address: str | None) -> dict[str, Any]:
    service = service_of(address) if address else None
    return {
        "channel": name,
        "service": service,
        "tell": list(channel.tell),
        "at_any_time": channel.at_any_time,
        "words": channel.words,
        "address": "none" if not address else "set" if service else "unknown",
    }


def _must_be_in(programme: Programme, name: str) -> None:
    channels = programme.follow_up.channels
    if name not in channels:
        if not channels:
            raise InvalidInputError(f"the programme has no channels. {_HOW}", field="NAME")
        known = ", ".join(channels)
        raise InvalidInputError(f"'{name}' is not one of the programme's channels; it has: {known}", field="NAME")


def _kept(target: Target) -> KeptSecret:
    return KeptSecret(target.wiring().client("secretsmanager"), target.outputs["ChannelAddressesSecret"])
