"""Every mistake in programme.yaml is named with its line, its field and its reason."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest

from sayso.adapters.programme_file import ProgrammeError, load_programme
from tests.programme_files import TEXT, mistakes


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "programme.yaml"


def test_the_programme_that_comes_with_sayso_says_what_the_rules_say() -> None:
    programme = load_programme()
    assert programme.surveys["day50"].after == timedelta(days=50)
    assert programme.surveys["annual"].every == 12
    ticket = programme.surveys["ticket"]
    assert (ticket.quiet_time, ticket.within, ticket.once_in) == (
        timedelta(hours=4),
        timedelta(days=3),
        timedelta(days=30),
    )
    assert ticket.reminder_after is None
    assert programme.send_window.opens == time(9)
    assert programme.distances.relationship_apart == timedelta(days=60)
    assert programme.relationship_surveys == ("day50", "annual")


def test_a_ticket_is_asked_about_within_three_days_although_the_file_does_not_say_so(path: Path) -> None:
    line = next(line for line in TEXT.splitlines(keepends=True) if line.strip().startswith("within:"))
    path.write_text(TEXT.replace(line, ""), encoding="utf-8")
    surveys = load_programme(path).surveys
    assert surveys["ticket"].within == timedelta(days=3)
    assert surveys["annual"].within == surveys["day50"].within == timedelta(days=30)
    longer = path.with_name("longer.yaml")
    longer.write_text(TEXT.replace(line, "    within: 5 days\n"), encoding="utf-8")
    assert load_programme(longer).surveys["ticket"].within == timedelta(days=5)


@pytest.mark.parametrize(
    ("old", "new", "line_says", "field", "reason"),
    [
        ("  name: Polder Hosting\n", "", "company:", "company.name", "is missing"),
        ("after: 50 days", "after: fifty days", "after: fifty", "surveys.day50.after", "write a number and a unit"),
        ("every: 12 months", "every: 0", "every: 0", "surveys.annual.every", "write a number of months"),
        ("every: 12 months", "evry: 12 months", "evry:", "surveys.annual.evry", "is not a setting"),
        ("timezone: Europe/Amsterdam", "timezone: Amsterdam", "timezone:", "company.timezone", "is not a time zone"),
        ('colour: "#0f6a5b"', "colour: green", "colour:", "company.colour", "must be a colour"),
        ("[en, de, nl]", "[en, fr]", "languages:", "company.languages.1", "'en', 'de' or 'nl'"),
        ("email: feedback@polder.example", "email: feedback", "  email: feedback\n", "sender.email", "not an e-mail"),
        ('opens: "09:00"', 'opens: "18:00"', "send_window:", "send_window", "opens must be before closes"),
        ("days: [mon, tue,", "days: [monday, tue,", "days:", "send_window.days.0", "'mon'"),
        ("    after: 50 days\n", "", "day50:", "surveys.day50", "exactly one of after, every, rotating and event"),
        ("benchmark: null", "benchmark: {nps: 101, source: X}", "benchmark:", "benchmark.nps", "equal to 100"),
        ("benchmark: null", "benchmark: {nps: 6}", "benchmark:", "benchmark.source", "is missing"),
        ("scores_per_owner: false", "scores_per_owner: perhaps", "scores_per_owner:", "scores_per_owner", "boolean"),
        ("keep_words: 24 months", "keep_words: for ever", "keep_words:", "privacy.keep_words", "number of months"),
        ("default_owner: care@polder.example", "default_owner: 7", "default_owner:", "follow_up.default_owner", "str"),
        ("new_answers_per_edition: 5", "new_answers_per_edition: 4", "new_ans", "page.new_answers_per_edition", "5"),
        ("id: price,", "id: Price!,", "id: Price!", "drivers.5.id", "pattern"),
        (", nl: Prijs}", "}", "drivers:", "drivers", "'price' has no label in nl"),
        ("id: price,", "id: expertise,", "drivers:", "drivers", "two drivers have the same id"),
    ],
)  # fmt: skip
def test_a_mistake_is_named(path: Path, old: str, new: str, line_says: str, field: str, reason: str) -> None:
    assert TEXT.count(old) >= 1
    text = TEXT.replace(old, new, 1)
    (found,) = mistakes(path, text)
    assert found.startswith(f"line {line_of(text, line_says)}: {field}: ")
    assert reason in found


def test_every_mistake_is_named_in_the_order_of_the_file(path: Path) -> None:
    text = TEXT.replace("after: 50 days", "after: soon").replace("Europe/Amsterdam", "Nowhere")
    text = text.replace("once_in: 30 days", "once_in: never")
    found = mistakes(path, text)
    assert [mistake.split(": ")[1] for mistake in found] == [
        "company.timezone",
        "surveys.day50.after",
        "surveys.ticket.once_in",
    ]


def test_a_key_written_twice_is_a_mistake_and_not_an_override(path: Path) -> None:
    text = TEXT.replace("    after: 50 days\n", "    after: 50 days\n    after: 60 days\n")
    (found,) = mistakes(path, text)
    assert found == f"line {line_of(text, 'after: 60')}: after: is written twice in the same section"


def test_a_known_survey_keeps_its_meaning(path: Path) -> None:
    (found,) = mistakes(path, TEXT.replace("after: 50 days", "every: 3 months"))
    assert "surveys" in found
    assert "day50 must say 'after:'" in found


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("company: [", "expected"),
        ("company:\n\tname: x", "cannot start any token"),
        ("a: b: c", "mapping values are not allowed"),
        ("", "must hold sections"),
        ("- just\n- a list\n", "must hold sections"),
        ("just text", "must hold sections"),
        ("company: \x00", "control characters are not allowed"),
        ("company: *nothing", "undefined alias"),
    ],
)
def test_what_is_no_yaml_of_ours_says_so(path: Path, text: str, reason: str) -> None:
    (found,) = mistakes(path, text)
    assert found.startswith("line ")
    assert ": YAML: " in found
    assert reason in found


def test_a_file_that_is_not_utf8_says_so(path: Path) -> None:
    path.write_bytes(TEXT.replace("Polder Hosting", "Müller", 1).encode("latin-1"))
    with pytest.raises(ProgrammeError, match="UTF-8") as refused:
        load_programme(path)
    assert refused.value.mistakes[0].line == line_of(TEXT, "name: Polder Hosting")


def test_an_unquoted_time_is_read_as_the_time_it_looks_like(path: Path) -> None:
    path.write_text(TEXT.replace('"17:00"', "17:30"), encoding="utf-8")
    assert load_programme(path).send_window.closes == time(17, 30)


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de-AT", "de"), ("nl_BE", "nl"), ("NL", "nl"), ("fr-FR", "en"), ("", "en"), (None, "en"), ("en-GB", "en")],
)
def test_a_contact_is_written_to_in_its_language_or_in_the_first(locale: str | None, language: str) -> None:
    assert load_programme().language_for(locale) == language


@pytest.mark.parametrize("written", ["off", "'off'"])
def test_off_may_be_written_as_yaml_reads_it(path: Path, written: str) -> None:
    path.write_text(TEXT.replace("evidence: balanced", f"evidence: {written}"), encoding="utf-8")
    assert load_programme(path).evidence == "off"


def test_the_example_of_a_touch_point_is_right_once_its_marks_are_gone(path: Path) -> None:
    lines = [
        "  " + line.removeprefix("# ") if line.startswith(("# project_delivered:", "#   ")) else line
        for line in TEXT.splitlines()
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    programme = load_programme(path)
    assert programme.surveys["project_delivered"].event == "touchpoint"
    assert not list(programme.hints())
