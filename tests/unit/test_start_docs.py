"""The documents for people who start say what the product does: their facts are held against the code."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main

from sayso.cli.main import app
from sayso.domain.staff import ROLES
from sayso.domain.staff_change import KEPT_FOR
from tests.builders import PROGRAMME
from tests.infrastructure.reading import template

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK, ANNOUNCEMENT, PRIVACY, GO_LIVE = (
    (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("handbook", "announcement", "privacy-record", "go-live")
)
ADAPTERS = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "functions/sayso/adapters").glob("*.py"))


def rows(text: str) -> dict[str, str]:
    """The tables of a document: the first cell of each row, and the last."""
    cells = [line.strip().strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return {row[0].strip(): row[-1].strip() for row in cells}


def kinds() -> set[str]:
    written = re.findall(r"(?:to_item|put_next)\(\s*[^\"]*?,\s*\"([a-z_]+)\"", ADAPTERS)
    return {*written, *re.findall(r"\"entity\": \"([a-z_]+)\"", ADAPTERS)}


def test_every_kind_of_item_is_in_the_record() -> None:
    table = PRIVACY[PRIVACY.index("## What is stored") : PRIVACY.index("## Where else")]
    told = {kind for first in rows(table) for kind in re.findall(r"`([a-z_]+)`", first)}
    assert len(kinds()) > 30
    assert told == kinds()


def test_the_periods_of_the_record_are_those_of_the_programme_and_the_template() -> None:
    told = rows(PRIVACY)
    assert f"{PROGRAMME.privacy.keep_words} months as it comes" in told["`words`"]
    assert f"{PROGRAMME.privacy.keep_identities} months as it comes" in told["`contact`"]
    assert (KEPT_FOR.days, told["`staff_change`"]) == (730, "two years")
    parameters = template()["Parameters"]
    assert f"{parameters['LogRetentionDays']['Default']} days as it comes" in told["Logs"]
    assert f"{parameters['EventArchiveDays']['Default']} days as it comes" in told["Archive of events"]


def test_the_roles_of_the_record_are_those_of_the_desk() -> None:
    table = PRIVACY[PRIVACY.index("## Who sees it") : PRIVACY.index("## Recipients")]
    assert tuple(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == ROLES


def test_what_the_company_has_to_say_is_left_to_it() -> None:
    ground = rows(PRIVACY)["Legal ground"]
    assert ground.startswith("[to be confirmed by the company")
    assert ground.endswith("]")


def texts() -> dict[str, str]:
    parts = re.split(
        r"^## (English|Deutsch \(Sie\)|Nederlands \(je\)|If customers ask)$", ANNOUNCEMENT, flags=re.MULTILINE
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_announcement_promises_what_the_programme_does() -> None:
    ticket = PROGRAMME.surveys["ticket"].once_in.days
    within = {1: ("one", "einem", "één"), 2: ("two", "zwei", "twee"), 3: ("three", "drei", "drie")}
    days = within[PROGRAMME.follow_up.first_contact_within]
    assert PROGRAMME.surveys["annual"].every == 12
    for (name, text), word in zip(list(texts().items())[:3], days, strict=True):
        assert str(ticket) in text, name
        assert re.search(rf"{word}\s>?\s*(working|Arbeits|werk)", text), name


def test_each_text_says_that_answers_have_a_name_and_how_to_say_no() -> None:
    found = texts()
    for name, words in {
        "English": ("not anonymous", "object", "at once"),
        "Deutsch (Sie)": ("nicht anonym", "jederzeit widersprechen", "Basistarifen", "Art. 21 DSGVO"),
        "Nederlands (je)": ("niet anoniem", "bezwaar", "afmelden", "meteen"),
    }.items():
        flowing = re.sub(r"\s*\n> ?", " ", found[name])
        for word in words:
            assert word in flowing or word.replace("afmelden", "af te melden") in flowing, f"{name}: {word}"


def test_dutch_is_informal_and_german_formal() -> None:
    found = texts()
    assert not re.search(r"\b(du|dich|dein\w*)\b", found["Deutsch (Sie)"], re.IGNORECASE)
    assert not re.search(r"\b(u|uw)\b", found["Nederlands (je)"])


def commands() -> list[list[str]]:
    """Every command line of a document, without what follows it."""
    spans = re.findall(r"^(sayso [^#\n]+)|`(sayso [^`\n]+)`", "\n".join((GO_LIVE, PRIVACY, HANDBOOK)), re.MULTILINE)
    return [shlex.split(block or span) for block, span in spans]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_is_one_with_all_its_options(words: list[str]) -> None:
    command: Any = typer.main.get_command(app)
    rest = words[1:]
    while rest and rest[0] in (getattr(command, "commands", None) or {}):
        command = command.commands[rest.pop(0)]
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= options


def test_every_parameter_of_the_checklist_is_one_of_the_template() -> None:
    named = set(re.findall(r"`([A-Z]\w+)=?\w*`", GO_LIVE)) - {"Exact", "DailyMissingAlarm"}
    assert {"SendWindow", "ScheduleState", "AlarmEmail"} <= named
    assert named <= set(template()["Parameters"])


def test_the_pilots_list_can_be_imported() -> None:
    from tests.builders import World

    block = re.search(r"<<END\n(.*?)\nEND", GO_LIVE, re.DOTALL)
    assert block
    header, *lines = block[1].splitlines()
    world = World()
    day = "2026-01-11"
    filled = [dict(zip(header.split(","), re.sub(r"\$\([^)]*\)", day, line).split(","), strict=True)) for line in lines]
    results = world.import_contacts.run(list(enumerate(filled, start=2)))
    assert [result.outcome for result in results] == ["added", "added"]
    world.run()
    assert world.tick("day50") == 2


def test_the_handbook_names_no_command() -> None:
    assert "sayso " not in HANDBOOK
