"""On the local stack: the API answers the site alone, and links work on through a rotation of their key."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from botocore.exceptions import ClientError

from sayso.cli import local_stack
from tests.builders import invitation
from tests.e2e.company import Company
from tests.e2e.test_least_privilege import as_function, denied

pytestmark = pytest.mark.stack


def ask(address: str, method: str, headers: dict[str, str]) -> tuple[int, Any]:
    data = b"{}" if method in ("PUT", "POST") else None
    try:
        with urlopen(Request(address, data, headers, method=method), timeout=30) as answer:  # noqa: S310 - our own stack
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


def survey_token(company: Company) -> str:
    """A token of an invitation that is not there: a good link is then 404 and a bad one 403."""
    link = company.wiring.links.survey(invitation(), "en", 3, datetime.now(UTC) + timedelta(days=1))
    return link.split("t=")[1].split("&")[0]


@pytest.mark.parametrize("shown", [{}, {"Sayso-Origin": "x" * 64}], ids=["nothing", "a guess"])
@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/api/answer"), ("PUT", "/api/answer"), ("GET", "/api/plain/1.x.y"), ("POST", "/api/hooks/zendesk")],
)
def test_the_apis_own_address_answers_nobody(company: Company, method: str, path: str, shown: dict[str, str]) -> None:
    status, said = ask(company.stack.api_url + path, method, {**shown, "Sayso-Token": survey_token(company)})
    assert (status, json.loads(said)["error"]["field"]) == (403, "origin")


def test_what_a_viewer_sends_as_the_origin_is_replaced_by_cloudfront(company: Company) -> None:
    address, host = local_stack.address_behind(company.stack, company.stack.site_url + "/api/answer")
    headers = {"Host": host, "Sayso-Origin": "forged", "Sayso-Token": survey_token(company)}
    assert ask(address, "GET", headers)[0] == 404


def test_links_work_on_while_their_key_is_replaced_and_stop_when_it_is_taken_out(company: Company) -> None:
    old = survey_token(company)
    assert company.call("GET", "/api/answer", token=old)[0] == 404
    before = company.read("keys", "list")["keys"][-1]["number"]
    made = company.read("keys", "rotate")["number"]
    assert made == before + 1
    new = survey_token(company)
    assert new.startswith(f"{made}.")
    # The function that has just read the old link knows the new key at once.
    assert company.call("GET", "/api/answer", token=new)[0] == 404
    assert company.call("GET", "/api/answer", token=old)[0] == 404
    assert "nothing was changed" in company.sayso("keys", "retire", str(before), expect=1)


def test_the_public_functions_read_their_secrets_and_write_none(company: Company) -> None:
    for function in ("PublicApi", "PlainPage", "Hooks"):
        secrets = as_function(company, function, "secretsmanager")
        assert secrets.get_secret_value(SecretId=company.stack.outputs["OriginKeysSecret"])["SecretString"]
        for name in ("OriginKeysSecret", "LinkKeysSecret"):
            with pytest.raises(ClientError) as refused:
                secrets.put_secret_value(SecretId=company.stack.outputs[name], SecretString="{}")
            assert denied(refused)
    with pytest.raises(ClientError) as refused:
        as_function(company, "Send", "secretsmanager").get_secret_value(
            SecretId=company.stack.outputs["OriginKeysSecret"]
        )
    assert denied(refused)


def test_the_origin_key_stands_in_no_template_output_event_or_log(company: Company) -> None:
    wiring, outputs = company.wiring, company.stack.outputs
    content = wiring.client("secretsmanager").get_secret_value(SecretId=outputs["OriginKeysSecret"])["SecretString"]
    key = json.loads(content)["1"]
    cloudformation = wiring.client("cloudformation")
    for stack in cloudformation.describe_stacks()["Stacks"]:
        name = stack["StackName"]
        events = cloudformation.describe_stack_events(StackName=name)["StackEvents"]
        body = cloudformation.get_template(StackName=name)["TemplateBody"]
        assert key not in f"{stack} {events} {body}"
    log = wiring.client("logs").filter_log_events(logGroupName=outputs["LogGroup"])["events"]
    assert log
    assert not [event for event in log if key in event["message"]]
