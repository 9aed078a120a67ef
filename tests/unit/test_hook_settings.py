"""The hooks of programme.yaml: what may be said there, and every mistake with its line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.adapters.programme_file import load_programme
from sayso.domain.hooks import TicketFields, TouchpointFields
from tests.programme_files import TEXT, mistakes

TOUCHPOINT = """\
hooks:
  crm:
    scheme: standard
    touchpoint: project_delivered
    fields: {reference: project.id, email: customer.email}
"""
SURVEY = "surveys:\n  project_delivered:\n    event: touchpoint\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "programme.yaml"


def without_hooks(text: str = TEXT) -> str:
    start, end = text.index("hooks:"), text.index("page:\n")
    return text[:start] + text[end:]


def test_the_programme_that_comes_with_sayso_shows_how_a_helpdesk_is_let_in() -> None:
    hook = load_programme().hooks["zendesk"]
    assert hook.scheme == "zendesk"
    assert isinstance(hook.fields, TicketFields)
    assert hook.events
    assert [hook.events.of(status) for status in ("Solved", " CLOSED ", "open", "deleted", "")] == [
        "solved", "closed", "reopened", None, None,
    ]  # fmt: skip


def test_a_programme_needs_no_hooks(path: Path) -> None:
    path.write_text(without_hooks(), encoding="utf-8")
    assert load_programme(path).hooks == {}


def test_a_source_of_touch_points_names_its_survey(path: Path) -> None:
    path.write_text(without_hooks(TEXT.replace("surveys:\n", SURVEY)) + TOUCHPOINT, encoding="utf-8")
    hook = load_programme(path).hooks["crm"]
    assert hook.touchpoint == "project_delivered"
    assert isinstance(hook.fields, TouchpointFields)


def test_numbers_are_welcome_as_status_values(path: Path) -> None:
    path.write_text(TEXT.replace("solved: [solved]", "solved: [4, Resolved]"), encoding="utf-8")
    events = load_programme(path).hooks["zendesk"].events
    assert events
    assert events.of("4") == events.of("resolved") == "solved"


@pytest.mark.parametrize(
    ("old", "new", "line_says", "field", "reason"),
    [
        ("scheme: zendesk", "scheme: sendesk", "scheme:", "hooks.zendesk.scheme", "'zendesk', 'jira'"),
        ("ticket_id: ticket.id", "ticket_id: ticket[", "ticket_id:", "hooks.zendesk.fields.ticket_id", "JMESPath"),
        ("ticket_id: ticket.id", "ticket_id: low(ticket.id)", "ticket_id:", "hooks.zendesk.fields.ticket_id", "low"),
        ("ticket_id: ticket.id", "ticket_id: join(tags)", "ticket_id:", "hooks.zendesk.fields.ticket_id", "join"),
        ("      ticket_id: ticket.id\n", "", "fields:", "hooks.zendesk.fields.ticket_id", "is missing"),
        ("requester_name: t", "requester: t", "requester:", "hooks.zendesk.fields.requester", "is not a setting"),
        ("solved: [solved]", "solved: [yes]", "solved:", "hooks.zendesk.events.solved.0", "put it in quotes"),
        ("closed: [closed]", "closed: [Solved]", "events:", "hooks.zendesk.events", "is listed twice"),
        ("scheme: zendesk", "scheme: header", "zendesk:", "hooks.zendesk", "needs header"),
        ("scheme: zendesk", "scheme: jira\n    header: X-Secret", "zendesk:", "hooks.zendesk", "needs header"),
        ("scheme: zendesk", "scheme: jira\n    timezone: Mars", "timezone: M", "hooks.zendesk.timezone", "time zone"),
        ("  zendesk:", "  Zen Desk:", "Zen Desk:", "hooks.Zen Desk", "pattern"),
    ],
)  # fmt: skip
def test_a_mistake_is_named(path: Path, old: str, new: str, line_says: str, field: str, reason: str) -> None:
    hooks = TEXT.index("hooks:")
    assert TEXT.count(old, hooks) == 1
    text = TEXT[:hooks] + TEXT[hooks:].replace(old, new)
    (found,) = mistakes(path, text)
    line = text[: text.index(line_says, hooks)].count("\n") + 1
    assert found.startswith(f"line {line}: {field}: ")
    assert reason in found


@pytest.mark.parametrize(
    ("text", "field", "reason"),
    [
        (TOUCHPOINT, "hooks", "which is no survey with 'event: touchpoint'"),
        (TOUCHPOINT.replace("project_delivered", "annual"), "hooks", "which is no survey with 'event: touchpoint'"),
        (TOUCHPOINT.replace("email: customer.email", "time: at"), "hooks.crm.fields", "needs email or contact_id"),
        (TOUCHPOINT.replace("reference: project.id, ", ""), "hooks.crm.fields.reference", "is missing"),
        (TOUCHPOINT + "    events: {solved: [x]}\n", "hooks.crm", "and not both"),
    ],
)
def test_a_mistake_about_touch_points_is_named(path: Path, text: str, field: str, reason: str) -> None:
    (found,) = mistakes(path, without_hooks() + text)
    assert f": {field}: " in found
    assert reason in found


def test_a_source_of_nothing_is_a_mistake(path: Path) -> None:
    start, end = TEXT.index("    events:   "), TEXT.index("page:\n")
    (found,) = mistakes(path, TEXT[:start] + TEXT[end:])
    assert "hooks.zendesk: needs events (for tickets) or touchpoint" in found
