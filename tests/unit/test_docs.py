"""The documents keep up with the code: what an operator can meet is named in them, and what they name is there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from sayso.cli.main import app
from sayso.domain.sending import REASONS
from sayso.domain.tickets import EVENTS, TicketEvent
from tests.infrastructure.reading import resources, template

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
README, CONTRIBUTING, OPERATIONS = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md", "docs/operations.md")
)
EVERYTHING = "\n".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)

_TARGET = re.compile(r"^([a-z][a-z-]*):.*## ", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)|<img[^>]* src=\"([^\"]+)\"")
_PARAMETER_ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \|", re.MULTILINE)
# Package indexes by name or by the shape of their addresses.
_REGISTRY = re.compile(r"pypi\.org|pythonhosted|npmjs\.(?:com|org)|https?://\S*(?:/simple\b|/pypi\b|artifactory|nexus)")
_MACHINE_PATH = re.compile(r"(?:^|[\s\"'`(=])(/(?:home|root|Users|work|tmp|usr|opt|mnt|srv)/\S*)", re.MULTILINE)


def _commands(command: Any, path: str) -> Iterator[str]:
    # By its attribute: Typer may bring a Click of its own, whose classes are others.
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path
    else:
        for name, one in inner.items():
            yield from _commands(one, f"{path} {name}")


COMMANDS = sorted(_commands(typer.main.get_command(app), "sayso"))


def _targets() -> list[str]:
    found = _TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8"))
    assert found, "the Makefile names its targets in another way now"
    return list(found)


def _anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as the usual renderers make them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _examples() -> str:
    """The code in the documents: blocks and spans."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", EVERYTHING, re.DOTALL))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_named(command: str) -> None:
    assert re.search(rf"\b{command}\b", README + OPERATIONS), f"no document names `{command}`"


def test_every_command_named_is_there() -> None:
    assert "sayso import contacts" in COMMANDS
    known = {command.split()[1] for command in COMMANDS}
    named = set(re.findall(r"(?:^|[`\s/])sayso ([a-z][a-z-]+)", _examples()))
    assert named <= known, f"no such commands: {named - known}"


@pytest.mark.parametrize("parameter", template()["Parameters"])
def test_every_parameter_is_in_the_table_with_its_default(parameter: str) -> None:
    rows = dict(_PARAMETER_ROW.findall(README))
    assert parameter in rows, f"the README's table of parameters lacks {parameter}"
    default = template()["Parameters"][parameter].get("Default")
    expected = {None: "none", "": "empty"}.get(default, f"`{default}`")
    assert rows[parameter].strip() == expected


@pytest.mark.parametrize("target", _targets())
def test_every_make_target_is_named(target: str) -> None:
    assert f"make {target}" in README + CONTRIBUTING


def test_every_make_target_named_is_there() -> None:
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", _examples()))
    # "apt install … make git" installs the tool
    assert named - {"git"} <= set(_targets())


@pytest.mark.parametrize("alarm", resources("AWS::CloudWatch::Alarm", "infrastructure/monitoring.yaml"))
def test_every_alarm_has_its_line_in_the_runbook(alarm: str) -> None:
    assert f"| `{alarm}` |" in OPERATIONS, f"docs/operations.md does not say what to do about {alarm}"


def test_the_estimate_of_costs_knows_how_many_alarms_there_are() -> None:
    number = len(resources("AWS::CloudWatch::Alarm", "infrastructure/monitoring.yaml"))
    assert f"| {number} alarms | ${number / 10:.2f} |" in README


def test_every_reason_why_a_mail_is_refused_for_now_is_explained() -> None:
    lacking = [reason for reason in REASONS if reason.startswith("ses_") and f"`{reason}`" not in OPERATIONS]
    assert not lacking, f"docs/operations.md does not say what to do about {lacking}"


def test_every_alarm_of_the_runbook_is_there() -> None:
    known = resources("AWS::CloudWatch::Alarm", "infrastructure/monitoring.yaml")
    assert set(re.findall(r"^\| `(\w+Alarm)` \|", OPERATIONS, re.MULTILINE)) <= set(known)


def test_every_output_a_command_asks_for_is_one_of_the_stack() -> None:
    asked = set(re.findall(r"\$\(out (\w+)\)", EVERYTHING))
    assert asked
    assert asked <= set(template()["Outputs"])


def test_the_ticket_event_of_the_readme_is_one_the_stack_understands() -> None:
    example = re.search(r"put-events --entries '(\[.*?\])'", README, re.DOTALL)
    assert example
    (entry,) = json.loads(example[1])
    heard = TicketEvent.model_validate({**json.loads(entry["Detail"]), "event": entry["DetailType"]})
    assert heard.event in EVENTS
    assert set(json.loads(entry["Detail"])) == set(TicketEvent.model_fields) - {"event"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_leads_somewhere(document: Path) -> None:
    for match in _LINK.finditer(document.read_text(encoding="utf-8")):
        address = next(filter(None, match.groups()))
        if re.match(r"(https?|mailto):", address):
            continue
        path, _, anchor = address.partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), f"{document.name}: {address} leads nowhere"
        assert not anchor or anchor in _anchors(target), f"{document.name}: there is no heading for #{anchor}"


def test_every_picture_is_shown_and_small() -> None:
    for picture in (ROOT / "docs" / "images").iterdir():
        assert picture.name in EVERYTHING, f"{picture.name} is shown nowhere"
        assert picture.stat().st_size < 200_000, f"{picture.name} is too large for a README"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_says_where_this_machine_keeps_or_fetches_things(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert not _REGISTRY.findall(text)
    assert not _MACHINE_PATH.findall(text)
