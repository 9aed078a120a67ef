"""Every mistake in programme.yaml is named with its line, its field and its reason."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest

from sayso.adapters.programme_file import ProgrammeError, load_programme
from tests.builders import programme
from tests.programme_files import TEXT, mistakes


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "programme.yaml"


def test_the_programme_that_comes_with_sayso_says_what_the_rules_say() -> None:
    loaded = load_programme()
    assert loaded.surveys["day50"].after == timedelta(days=50)
    assert loaded.surveys["annual"].every == 12
    ticket = loaded.surveys["ticket"]
    assert (ticket.quiet_time, ticket.within, ticket.once_in) == (
        timedelta(hours=4),
        timedelta(days=3),
        timedelta(days=30),
    )
    assert ticket.reminder_after is None
    assert loaded.send_window.opens == time(9)
    assert loaded.distances.relationship_apart == timedelta(days=60)
    assert loaded.relationship_surveys == ("day50", "annual")


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
        ("scores_per_owner: false", "scores_per_owner: maybe", "scores_per_owner:", "scores_per_owner", "true or"),
        ("keep_words: 24 months", "keep_words: for ever", "keep_words:", "privacy.keep_words", "number of months"),
        ("default_owner: care@polder.example", "default_owner: 7", "default_owner:", "follow_up.default_owner", "nee"),
        ("new_answers_per_edition: 5", "new_answers_per_edition: 4", "new_ans", "page.new_answers_per_edition", "5"),
        ("id: price,", "id: Price!,", "id: Price!", "drivers.5.id", "small letters, digits and _"),
        (", nl: Prijs}", "}", "drivers:", "drivers", "'price' has no label in nl"),
        ("id: price,", "id: expertise,", "drivers:", "drivers", "two drivers have the same id"),
        ("    drivers: [price]", "    drivers: [prices]", "themes:", "themes", "which is not one of the drivers"),
        ("id: invoices", "id: expertise", "themes:", "themes", "must name it under drivers"),
        ("[outage*, downtime", "[out*age, downtime", "en: [out*age", "themes.1.words.en.0", "pattern"),
        ("told_apart: 30 days", "told_apart: 2 hours", "told_apart", "page.told_apart", "1 day"),
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
        line.replace("# ", "", 1) if line.startswith(("  # project_delivered:", "  #   ")) else line
        for line in TEXT.splitlines()
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    loaded = load_programme(path)
    assert loaded.surveys["project_delivered"].event == "touchpoint"
    assert not list(loaded.hints())


@pytest.mark.parametrize("line", [line for line in TEXT.splitlines() if line.lstrip().startswith("# ")])
def test_an_example_stands_where_it_belongs(line: str) -> None:
    # What ends a section at the margin would take the rest of the section with it.
    own = ("ratings:", "- {id: onboarding", "The one file", "mistake. Spans")
    assert line.startswith(("  # ", *(f"# {start}" for start in own)))


@pytest.mark.parametrize(
    ("setting", "field", "reason"),
    [
        ("holidays: [Bavaria]", "holidays.0", "write a country like NL, or a part of one like DE-BY"),
        ("holidays: NL", "holidays", "write a list in square brackets"),
        ("days_off: [24 December]", "days_off.0", "write a date like 2026-12-24"),
        ("days_off: [2026-12-24 10:00:00]", "days_off.0", "write a date like 2026-12-24"),
        ("channels: {Team Room: {}}", "channels.Team Room", "write a name of small letters, digits and _"),
        ("channels: {team: {tell: []}}", "channels.team.tell", "needs at least one"),
        ("channels: {team: {tell: [all]}}", "channels.team.tell.0", "write 'alert', 'handed_over',"),
        ("channels: team", "channels", "write settings below it"),
        ("owners: {anna@polder.example: {manager: 7}}", "owners.anna@polder.example.manager", "needs an e-mail"),
        ("at_any_time: maybe", "at_any_time", "write true or false"),
        ("reviews: quarterly", "reviews", "belongs under no section"),
        ("team: [a@polder.example]", "team", "belongs under digests; indent it"),
        ("oners: {}", "oners", "is not a setting Sayso knows"),
    ],
)
def test_what_our_own_people_need_is_asked_for_in_words(path: Path, setting: str, field: str, reason: str) -> None:
    text = TEXT.replace("  at_any_time: false ", "  #").replace("\nfollow_up:\n", f"\nfollow_up:\n  {setting}\n")
    (found,) = mistakes(path, text)
    assert found.startswith(f"line {line_of(text, setting)}: follow_up.{field}: {reason}")


@pytest.mark.parametrize(
    ("old", "new", "line_says", "said"),
    [
        ("manager: manager@polder.example", "manager: null", "manager: null", "follow_up.manager: needs an e-mail"),
        ("reviews: quarterly", "reviews: monthly", "reviews:", "reviews: write quarterly, or null for no reviews"),
        ("owner_driver: contact_person", "owner_driver: person", "owner_driver:", "follow_up.owner_driver: 'person'"),
        ("\nevidence:", "\nholidays: [NL]\nevidence:", "holidays: [NL]\ne", "holidays: belongs under follow_up"),
        ("\nevidence:", "\ngo_live: {event: touchpoint}\nevidence:", "go_live:", "go_live: belongs under surveys"),
        ("ratings: [contact_person, quality", "ratings: [mood, quality", "    ratings:", "surveys.annual.ratings: 'm"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_at_its_line_with_what_to_write(
    path: Path, old: str, new: str, line_says: str, said: str
) -> None:
    text = TEXT.replace(old, new, 1)
    (found,) = mistakes(path, text)
    assert found.startswith(f"line {line_of(text, line_says)}: {said}")


@pytest.mark.parametrize(
    ("rules", "hinted"),
    [
        ({"remind_before": "16 hours"}, "remind_before: nobody is reminded; first_contact_within is 16 working hours"),
        ({"remind_before": "15 hours"}, None),
        ({"remind_before": "0 hours"}, None),
        ({"remind_before": "1 day", "office_hours": {"days": ["mon"], "opens": "00:00", "closes": "00:00"}}, None),
        ({"owners": {"a@b.example": {"manager": "A@b.example"}}}, "owners.a@b.example: is their own manager"),
        ({"owners": {"a@b.example": {"manager": "c@b.example"}}}, None),
    ],
)
def test_what_cannot_work_is_hinted_at(rules: dict[str, object], hinted: str | None) -> None:
    hours = {"days": ["mon", "tue"], "opens": "09:00", "closes": "17:00"}
    found = list(programme(follow_up={"first_contact_within": 2, "office_hours": hours, **rules}).hints())
    assert found == [] if hinted is None else found[0].startswith(f"follow_up.{hinted}")
