"""A helpdesk calls through the site: what it signed is planned, what somebody else signed is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from botocore.exceptions import ClientError

from sayso.cli import local_stack
from sayso.domain.invitation import Invitation
from sayso.domain.signatures import sign
from sayso.domain.time import utc_text
from tests.e2e.company import Company, wait_for
from tests.e2e.test_least_privilege import as_function, denied

pytestmark = pytest.mark.stack

SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="


@pytest.fixture(scope="module")
def secret(company: Company) -> str:
    """The secret that Zendesk shows, given to `sayso hooks set` as somebody who pipes it in would."""
    said = company.sayso("hooks", "set", "zendesk", stdin=SECRET + "\n")
    assert f"{company.stack.site_url}/api/hooks/zendesk" in said
    assert SECRET not in said
    return SECRET


def body(number: str, email: str, status: str = "Solved", **more: Any) -> bytes:
    solved_at = utc_text(datetime.now(UTC) - timedelta(hours=5))
    ticket = {"id": number, "requester_email": email, "requester_name": "Zoë Öz", "status": status, "tags": "vip"}
    return json.dumps({"ticket": {**ticket, "updated_at": solved_at, **more}}, ensure_ascii=False).encode()


def post(company: Company, raw: bytes, secret: str, source: str = "zendesk", method: str = "POST") -> tuple[int, Any]:
    """Post a body through the site as Zendesk does, signed with a secret."""
    address, host = local_stack.address_behind(company.stack, f"{company.stack.site_url}/api/hooks/{source}")
    signed = sign(company.wiring.programme.hooks["zendesk"], secret, raw, datetime.now(UTC))
    headers = {"Host": host, "Content-Type": "application/json", **signed}
    request = Request(address, raw if method != "GET" else None, headers, method=method)  # noqa: S310 - our own stack
    try:
        with urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, json.loads(answer.read())
    except HTTPError as error:
        return error.code, json.loads(error.read() or b"null")


def invitation(company: Company, number: str) -> Invitation | None:
    """The invitation about a ticket."""
    return next((one for one in company.invitations() if one.ticket_id == number), None)


def test_a_signed_ticket_is_planned_and_asked_about(company: Company, secret: str) -> None:
    assert post(company, body("Z-1", "zoe@hooked.example"), secret) == (
        202,
        {"state": "accepted", "event": "ticket.solved"},
    )
    planned = wait_for(lambda: invitation(company, "Z-1"), "the invitation")
    assert (planned.ticket_source, planned.survey, planned.state) == ("zendesk", "ticket", "waiting")
    assert planned.occasion == company.wiring.pseudonyms.of("ticket", "zendesk:Z-1")
    contact = company.wiring.contacts.get(planned.contact_id)
    assert contact
    assert (contact.email, contact.name) == ("zoe@hooked.example", "Zoë Öz")
    company.read("dispatch", "ticket")
    assert "Z-1" in company.mail("zoe@hooked.example")["subject"]


def test_a_tag_that_comes_later_takes_the_question_back(company: Company, secret: str) -> None:
    post(company, body("Z-2", "tag@hooked.example"), secret)
    wait_for(lambda: invitation(company, "Z-2"), "the invitation")
    post(company, body("Z-2", "tag@hooked.example", status="closed", tags="vip no_survey"), secret)
    skipped = wait_for(lambda: (one := invitation(company, "Z-2")) and one.is_final and one, "the tag heard")
    assert (skipped.state, skipped.reason) == ("skipped", "tagged")


def test_what_somebody_else_signed_is_refused_and_plans_nothing(company: Company, secret: str) -> None:
    status, answer = post(company, body("Z-3", "evil@hooked.example"), "another-secret")
    assert (status, answer["error"]["field"]) == (403, "signature")
    assert post(company, body("Z-3", "own@polder.example"), secret)[0] == 202
    assert post(company, body("Z-4", "zoe@hooked.example"), secret)[0] == 202
    wait_for(lambda: invitation(company, "Z-4"), "the one after")
    assert invitation(company, "Z-3") is None


@pytest.mark.parametrize(
    ("raw", "source", "status", "field"),
    [
        (body("Z-5", "nobody"), "zendesk", 400, "requester_email"),
        (b"{", "zendesk", 400, "body"),
        (body("Z-5", "zoe@hooked.example"), "jira", 404, "source"),
    ],
)
def test_a_mistake_is_named(company: Company, secret: str, raw: bytes, source: str, status: int, field: str) -> None:
    answered, answer = post(company, raw, secret, source)
    assert (answered, answer["error"]["field"]) == (status, field)


def test_what_means_nothing_is_thanked_for(company: Company, secret: str) -> None:
    status, answer = post(company, body("Z-6", "zoe@hooked.example", status="spam"), secret)
    assert (status, answer["state"]) == (200, "ignored")


def test_only_a_post_reaches_the_hooks_and_the_rest_the_public_function(company: Company, secret: str) -> None:
    for method in ("GET", "PUT"):
        status, answer = post(company, b"{}", secret, method=method)
        assert (status, answer["error"]["field"]) == (404, "path")
    assert company.call("GET", "/api/answer")[1]["error"]["field"] == "token"


def test_an_operator_tries_a_body_without_the_helpdesk(company: Company, secret: str, tmp_path: Any) -> None:
    file = tmp_path / "body.json"
    file.write_bytes(body("Z-7", "zoe@hooked.example"))
    assert "it would put ticket.solved on the bus" in company.sayso("hooks", "test", "zendesk", "--file", str(file))
    file.write_bytes(body("Z-7", "nobody"))
    assert "400: requester_email:" in company.sayso("hooks", "test", "zendesk", "--file", str(file), expect=1)
    assert invitation(company, "Z-7") is None
    file.write_bytes(body("Z-8", "zoe@hooked.example"))
    assert company.read("hooks", "test", "zendesk", "--file", str(file), "--for-real")["status"] == 202
    wait_for(lambda: invitation(company, "Z-8"), "the invitation")


@pytest.mark.long
def test_the_old_secret_holds_until_the_rotation_is_finished(company: Company, secret: str) -> None:
    made = company.read("hooks", "set", "zendesk", "--generate", "--rotate")
    assert made["secrets"] == 2
    wait_for(lambda: post(company, body("Z-9", "x@hooked.example"), made["secret"])[0] == 202, "the new secret")
    assert post(company, body("Z-9", "x@hooked.example"), secret)[0] == 202
    (listed,) = company.read("hooks", "list")["hooks"]
    assert (listed["source"], listed["secrets"]) == ("zendesk", 2)
    company.sayso("hooks", "set", "zendesk", "--finish")
    assert company.read("hooks", "list")["hooks"][0]["secrets"] == 1


def test_the_function_behind_it_reads_its_own_secret_and_nothing_else(company: Company) -> None:
    outputs, table = company.stack.outputs, company.stack.table_name
    secrets = as_function(company, "Hooks", "secretsmanager")
    assert secrets.get_secret_value(SecretId=outputs["HookSecretsSecret"])["SecretString"]
    with pytest.raises(ClientError) as refused:
        secrets.get_secret_value(SecretId=outputs["LinkKeysSecret"])
    assert denied(refused)
    with pytest.raises(ClientError) as refused:
        secrets.put_secret_value(SecretId=outputs["HookSecretsSecret"], SecretString="{}")
    assert denied(refused)
    key = {"pk": {"S": "CONTACT#x"}, "sk": {"S": "PROFILE"}}
    with pytest.raises(ClientError) as refused:
        as_function(company, "Hooks", "dynamodb").get_item(TableName=table, Key=key)
    assert denied(refused)
    with pytest.raises(ClientError) as refused:
        as_function(company, "Hooks", "events").put_events(
            Entries=[{"Source": "x", "DetailType": "x", "Detail": "{}", "EventBusName": "default"}]
        )
    assert denied(refused)
