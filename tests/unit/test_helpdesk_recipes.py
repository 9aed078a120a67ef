"""The recipes of docs/helpdesks.md are right: their sections are, and their bodies say what they are meant to."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.domain.hook_events import Ignored, read
from sayso.domain.hooks import Hook
from sayso.domain.tickets import TicketEvent
from sayso.domain.touchpoints import TouchpointEvent
from tests.builders import PROGRAMME, World, programme

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "helpdesks.md").read_text(encoding="utf-8")
MARCH, NOVEMBER = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 11, 22, 9, tzinfo=UTC)
# What the other side would put into its own placeholders.
FILLED = {
    "{{issue.reporter.displayName.asJsonString}}": '"Anna \\"Ann\\" Jansen"',
    "{{ticket.updated_at_with_timestamp}}": "2026-03-02T09:00:00Z",
    "{{now.jiraDateTime}}": "2026-03-02T10:00:00.000+0100",
    "email}}": "anna@kaasboer.example",
    "emailAddress}}": "anna@kaasboer.example",
    "$USEREMAIL": "anna@kaasboer.example",
    "status}}": "STATUS",
    "status.name}}": "STATUS",
    "$STATUS": "STATUS",
}
"""By the end of a placeholder; any other becomes 4711."""
# Jira's own webhook needs no body of ours; this is the part of it that is read.
JIRA = {
    "timestamp": 1795338000000,  # the 22nd of November: the moment of the webhook, whatever it is about
    "issue": {
        "key": "SUP-4711",
        "fields": {
            "reporter": {"emailAddress": "anna@kaasboer.example", "displayName": "Anna Jansen"},
            "status": {"name": "STATUS"},
            "labels": ["vip"],
            "resolutiondate": "2026-03-02T10:00:00.000+0100",
        },
    },
}


def recipes() -> list[tuple[str, dict[str, Any], str]]:
    """Each source with its section and the body that follows it."""
    found = []
    for part in re.split(r"^```yaml\n", TEXT, flags=re.MULTILINE)[1:]:
        section, _, rest = part.partition("```")
        body = re.search(r"```json\n(.*?)```", rest, re.DOTALL)
        ((source, hook),) = yaml.safe_load(section)["hooks"].items()
        text = json.dumps(JIRA) if hook["scheme"] == "jira" else body and body[1]
        found.append((source, hook, str(text)))
    return found


def filled(text: str, status: str) -> bytes:
    """A body as it arrives."""
    for placeholder in re.findall(r"\{\{[\w.]+\}\}|\$[A-Z]+", text):
        value = next((value for end, value in FILLED.items() if placeholder.endswith(end)), "4711")
        text = text.replace(placeholder, value)
    return text.replace("STATUS", status).encode()


def test_there_is_a_recipe_for_each_helpdesk() -> None:
    assert [source for source, _, _ in recipes()] == ["zendesk", "jira", "jira", "freshdesk", "halo", "crm"]


def test_every_section_is_one_the_programme_takes() -> None:
    surveys = {"project_delivered": {"event": "touchpoint"}}
    for source, hook, _ in recipes():
        assert source in programme(surveys=surveys, hooks={source: hook}).hooks


@pytest.mark.parametrize(("source", "section", "body"), recipes())
def test_every_body_says_what_it_is_meant_to(source: str, section: dict[str, Any], body: str) -> None:
    hook = Hook.model_validate(section)
    if hook.touchpoint:
        heard = read(hook, source, filled(body, ""), NOVEMBER)
        assert isinstance(heard, TouchpointEvent)
        assert (heard.reference, heard.contact_id, heard.email) == ("P-17", "crm-1", "jo@customer.example")
        return
    for meaning, values in section["events"].items():
        for value in values:
            heard = read(hook, source, filled(body, str(value).title()), NOVEMBER)
            assert isinstance(heard, TicketEvent)
            assert (heard.event, heard.requester_email) == (f"ticket.{meaning}", "anna@kaasboer.example")
            assert heard.ticket_id.endswith("4711")
            assert heard.time in (MARCH, NOVEMBER)
    assert isinstance(read(hook, source, filled(body, "nothing we know"), NOVEMBER), Ignored)


def jira(resolved_at: str | None) -> Any:
    """What Jira's own webhook says, at once with a change of the labels of an issue in a solved state."""
    ((section, body),) = [(hook, body) for source, hook, body in recipes() if hook["scheme"] == "jira"]
    content = json.loads(filled(body, "Resolved"))
    content["issue"]["fields"]["resolutiondate"] = resolved_at
    return read(Hook.model_validate(section), "jira", json.dumps(content).encode(), NOVEMBER)


def test_a_label_put_on_an_issue_that_was_resolved_years_ago_mails_nobody() -> None:
    world = World(NOVEMBER)
    (planned,) = world.hear_ticket.hear(jira("2024-05-06T10:00:00.000+0200"))
    world.clock.pass_by(hours=5)
    world.tick("ticket")
    assert (world.kept(planned).state, world.kept(planned).reason) == ("skipped", "too_late")
    assert world.mailer.outbox == []


def test_an_issue_resolved_now_is_asked_about_and_a_label_put_on_it_later_moves_nothing() -> None:
    world = World(NOVEMBER)
    (planned,) = world.hear_ticket.hear(jira("2026-11-22T09:30:00.000+0100"))
    assert planned.state == "waiting"
    world.clock.pass_by(hours=2)
    assert world.hear_ticket.hear(jira("2026-11-22T09:30:00.000+0100")) == []


def test_an_issue_that_is_not_resolved_happens_when_jira_says_so() -> None:
    assert jira(None).time == NOVEMBER


def test_every_recipe_without_a_time_of_the_transition_says_to_send_transitions_only() -> None:
    assert "only send transitions" in TEXT
    assert {source for source, hook, _ in recipes() if "time" not in hook["fields"]} == {"freshdesk", "halo"}


def test_the_first_recipe_is_the_one_of_the_example_programme() -> None:
    source, section, _ = recipes()[0]
    assert PROGRAMME.hooks[source] == Hook.model_validate(section)
