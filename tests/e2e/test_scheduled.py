"""What runs by the clock, or because SES says something: invoked as AWS does, with each function's own rights."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import boto3
import pytest

from sayso.domain.mail_tags import mail_tags
from tests.e2e.company import Company, wait_for
from tests.e2e.test_the_loop import row

pytestmark = pytest.mark.stack

NOW = "<aws.scheduler.scheduled-time>"  # the local stack hands EventBridge's placeholder on


def invoke(company: Company, function: str, event: dict[str, Any]) -> Any:
    """Run a function as its trigger would; fails on what the function raised."""
    answer = boto3.client("lambda", **company.target.session).invoke(
        FunctionName=company.stack.functions[function], Payload=json.dumps(event)
    )
    content = json.loads(answer["Payload"].read() or b"null")
    assert "FunctionError" not in answer, content
    return content


def test_the_schedules_hand_on_what_is_due(company: Company) -> None:
    company.import_contacts([row("tess", email="tess@clock.example")])
    assert invoke(company, "Dispatch", {"schedule": "day50", "scheduled_time": NOW})["day50"] >= 1
    assert company.mail("tess@clock.example")
    assert set(invoke(company, "Dispatch", {"schedule": "ticket", "scheduled_time": NOW})) == {"ticket", "recheck"}
    assert invoke(company, "Dispatch", {"schedule": "annual", "scheduled_time": NOW}) == {"annual": 0}


def test_the_daily_run_proves_the_counts(company: Company) -> None:
    wait_for(lambda: company.read("verify")["exact"], "exact counts")
    daily = {"schedule": "daily", "scheduled_time": NOW}
    first, again = invoke(company, "Daily", daily), invoke(company, "Daily", daily)
    assert (first["drift"], first["behind"]) == (0, 0)
    # Nobody was ever planned by this programme: all are, once.
    assert (first["replanned"] > 0, again["replanned"]) == (True, 0)


def test_the_weekly_run_mails_the_digest_to_the_manager_and_once(company: Company) -> None:
    event = {"schedule": "weekly", "scheduled_time": NOW}
    assert invoke(company, "Digest", event)["sent"] >= 1
    assert company.mail("manager@polder.example")
    assert invoke(company, "Digest", event)["sent"] == 0


def test_the_monthly_run_mails_the_management(company: Company) -> None:
    assert invoke(company, "Digest", {"schedule": "monthly", "scheduled_time": NOW})["sent"] == 1


def test_a_bounce_stops_all_mail_to_the_address(company: Company) -> None:
    company.import_contacts([row("nora", email="nora@bounce.example")])
    company.read("dispatch", "day50")
    company.mail("nora@bounce.example")
    contact = company.wiring.contacts.by_external_ids(["nora"])["nora"]
    (invitation,) = [one for one in company.wiring.invitations.of_contact(contact.contact_id) if one.survey == "day50"]
    event = {
        "source": "aws.ses",
        "detail-type": "Email Bounced",
        "time": datetime.now(UTC).isoformat(),
        "detail": {
            "eventType": "Bounce",
            "bounce": {"bounceType": "Permanent", "bounceSubType": "General"},
            "mail": {"tags": {name: [value] for name, value in mail_tags(invitation, "first").items()}},
        },
    }
    assert invoke(company, "OnMailEvent", event) == {"known": True}
    assert company.wiring.standings.gate(contact.address_hash).is_closed
    # The bounce of a mail that is nobody's invitation, such as an alert to an owner, is not ours to keep.
    event["detail"]["mail"]["tags"] = {}  # type: ignore[index]
    assert invoke(company, "OnMailEvent", event) == {"known": False}
