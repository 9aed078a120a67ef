"""Every handler with an event as AWS sends it, on moto: what it does, and that its policy allows each call it makes."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib import import_module
from io import StringIO
from threading import Thread
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import boto3
import pytest
from boto3.dynamodb.types import TypeSerializer
from moto import mock_aws
from moto.core import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from sayso.adapters import keys
from sayso.adapters.items import Delete, Put
from sayso.adapters.settings import Settings
from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.invitation import Invitation
from sayso.domain.mail_tags import mail_tags
from sayso.domain.signatures import sign
from sayso.wiring import Wiring, of_this_function
from tests.builders import (
    MONDAY,
    ORIGIN_KEYS,
    contact,
    invitation,
    programme,
    sent_invitation,
    sqs_event,
    touchpoint,
)
from tests.fakes import FakeClock
from tests.infrastructure.reading import resources, statements, template
from tests.moto_session import LastingSession
from tests.table import create_table

SITE = "https://feedback.example"
CONTEXT = SimpleNamespace(
    function_name="sayso",
    memory_limit_in_mb=512,
    invoked_function_arn="arn:aws:lambda:::function:sayso",
    aws_request_id="1",
    get_remaining_time_in_millis=lambda: 100_000,
)
Call = tuple[str, str]  # an IAM action, and the output of the nested stack that names what it is used on


class Recorder:
    """Where the session notes what is called; None while nobody asks."""

    calls: set[Call] | None = None


RECORDER = Recorder()
# What each function may be told; those of them that template.yaml does not give it are not there when it runs.
ENVIRONMENT = {
    "TABLE_NAME": "table",
    "SITE_URL": SITE,
    "SITE_BUCKET": "site",
    "SIGN_IN_URL": "https://sign-in.example",
    "ISSUER": "https://idp.example/pool",
    "POOL_URL": "https://idp.example",
    "STAFF_MFA": "optional",
    "USER_POOL_CLIENT": "desk",
    "LINK_KEYS_SECRET": "link-keys",
    "ADDRESS_KEY_SECRET": "address-key",
    "CONFIGURATION_SET": "sayso",
    "HOOK_SECRETS_SECRET": "hook-secrets",
    "ORIGIN_KEYS_SECRET": "origin-keys",
    "CHANNEL_ADDRESSES_SECRET": "channel-addresses",
    "BUS_NAME": "bus",
    "SENDER_IDENTITY": "polder.example",
    "PAGE_DELAY_SECONDS": "60",
    "SEND_QUEUE_URL": "SEND",
    "PLAN_QUEUE_URL": "PLAN",
    "SETTLE_QUEUE_URL": "SETTLE",
    "SETTLE_SECONDS": "600",
    "FOLLOW_UP_QUEUE_URL": "FOLLOW_UP",
    "NOTIFY_QUEUE_URL": "NOTIFY",
    "PAGE_QUEUE_URL": "PAGE.fifo",
}
RESOURCES = {
    "link-keys": "Data.Outputs.LinkKeysArn",
    "address-key": "Data.Outputs.AddressKeyArn",
    "hook-secrets": "Data.Outputs.HookSecretsArn",
    "origin-keys": "Data.Outputs.OriginKeysArn",
    "channel-addresses": "Data.Outputs.ChannelAddressesArn",
    "bus": "Messaging.Outputs.BusArn",
    "SEND": "Messaging.Outputs.SendQueueArn",
    "PLAN": "Messaging.Outputs.PlanQueueArn",
    "SETTLE": "Messaging.Outputs.SettleQueueArn",
    "FOLLOW_UP": "Messaging.Outputs.FollowUpQueueArn",
    "NOTIFY": "Messaging.Outputs.NotifyQueueArn",
    "PAGE.fifo": "Messaging.Outputs.PageQueueArn",
}


def environment_of(logical_id: str) -> set[str]:
    """The names of the variables a function is given."""
    given = [template()["Globals"]["Function"], resources("AWS::Serverless::Function")[logical_id]]
    return {name for part in given for name in part.get("Environment", {}).get("Variables", {})}


class Stack:
    """What `sam deploy` would have made, and the functions on it."""

    def __init__(self, queues: Mapping[str, str]) -> None:
        self.queues = queues
        self.calls: set[Call] = set()
        self.clock = FakeClock(MONDAY)
        self.wiring = Wiring(Settings(dict(os.environ)), clock=self.clock)

    def invoke(self, function: str, event: Mapping[str, Any]) -> Any:
        """Run a handler with the environment template.yaml gives it, and hold what it calls against its policy."""
        handle = import_module(f"sayso.handlers.{function}").handle
        logical_id = "".join(part.capitalize() for part in function.split("_"))
        unknown = set(ENVIRONMENT) - environment_of(logical_id)
        with pytest.MonkeyPatch.context() as patch:
            for name in unknown:
                patch.delenv(name, raising=False)
            of_this_function.cache_clear()
            of_this_function().clock = self.clock
            self.calls.clear()
            answer = handle(_through_cloudfront(event), CONTEXT)
        forbidden = {call for call in self.calls if not _allows(logical_id, call)}
        assert not forbidden, f"{logical_id} may not do {forbidden}"
        json.dumps(answer)  # Lambda has to be able to return it
        return answer

    def messages(self, queue: str) -> list[dict[str, Any]]:
        """What waits on a queue; taken."""
        answer = boto3.client("sqs").receive_message(QueueUrl=self.queues[queue], MaxNumberOfMessages=10)
        return [json.loads(message["Body"]) for message in answer.get("Messages", [])]

    def add(self, *things: Contact | Invitation) -> None:
        for thing in things:
            if isinstance(thing, Contact):
                self.wiring.contacts.save(thing, None)
            else:
                self.wiring.invitations.save(thing)

    def token(self, score: int = 3) -> str:
        """The token of a link in the mail of the one invitation."""
        link = self.wiring.links.survey(invitation(), "en", score, self.clock.now + timedelta(days=90))
        return link.split("t=")[1].split("&")[0]

    def one_click(self) -> str:
        """The path a mail programme posts to when Anna leaves."""
        link = self.wiring.links.unsubscribe_one_click("hash-anna", "nl", self.clock.now + timedelta(days=90))
        return link.removeprefix(SITE)


def _through_cloudfront(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """A request as CloudFront hands it on; whoever calls the API past it has no "sayso-origin", or a wrong one."""
    if "rawPath" not in event or "sayso-origin" in event["headers"]:
        return event
    return {**event, "headers": {**event["headers"], "sayso-origin": ORIGIN_KEYS["1"]}}


def _allows(logical_id: str, call: Call) -> bool:
    action, wanted = call
    return any(
        action in statement["actions"]
        and resource.replace("${", "").replace("}", "").startswith(wanted)
        and ("/index/" in resource) == ("/index/" in wanted)
        for statement in statements(logical_id)
        for resource in statement["resources"]
    )


_TABLE = "Data.Outputs.TableArn"
_KINDS = {"Put": "PutItem", "Update": "UpdateItem", "Delete": "DeleteItem", "ConditionCheck": "ConditionCheckItem"}


def _actions(service: str, operation: str, body: Mapping[str, Any]) -> list[Call]:
    if operation == "TransactWriteItems":
        return [(f"dynamodb:{_KINDS[kind]}", _TABLE) for item in body["TransactItems"] for kind in item]
    if service == "dynamodb":
        return [(f"dynamodb:{operation}", _TABLE + (f"/index/{body['IndexName']}" if "IndexName" in body else ""))]
    if service == "sqs":
        return [("sqs:SendMessage", RESOURCES[body["QueueUrl"].rsplit("/", 1)[1]])]
    if service == "secretsmanager":
        return [(f"secretsmanager:{operation}", RESOURCES[body["SecretId"]])]
    if service == "events":
        return [(f"events:{operation}", RESOURCES[entry["EventBusName"]]) for entry in body["Entries"]]
    return [(f"{service.removesuffix('v2')}:{operation}", "")]


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stack]:
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        monkeypatch.setattr(boto3, "DEFAULT_SESSION", _session())
        create_table(boto3.client("dynamodb"), "table")
        sqs = boto3.client("sqs")
        fifo = {"FifoQueue": "true"}
        plain = ("SEND", "PLAN", "SETTLE", "FOLLOW_UP", "NOTIFY")
        queues = {name: sqs.create_queue(QueueName=name)["QueueUrl"] for name in plain}
        queues["PAGE"] = sqs.create_queue(QueueName="PAGE.fifo", Attributes=fifo)["QueueUrl"]
        bucket = {"LocationConstraint": "eu-central-1"}
        boto3.client("s3").create_bucket(Bucket="site", CreateBucketConfiguration=bucket)
        secrets = boto3.client("secretsmanager")
        secrets.create_secret(Name="link-keys", SecretString=json.dumps({"1": "k" * 64}))
        secrets.create_secret(Name="address-key", SecretString=json.dumps({"key": "a" * 64}))
        secrets.create_secret(Name="origin-keys", SecretString=json.dumps(ORIGIN_KEYS))
        secrets.create_secret(Name="channel-addresses", SecretString="{}")
        rotated = {"zendesk": ["newer-secret-2", "hook-secret-1"]}
        secrets.create_secret(Name="hook-secrets", SecretString=json.dumps(rotated))
        boto3.client("events").create_event_bus(Name="bus")
        ses = boto3.client("sesv2")
        ses.create_email_identity(EmailIdentity="polder.example")
        ses.create_configuration_set(ConfigurationSetName="sayso")
        urls = {f"{name}_QUEUE_URL": url for name, url in queues.items()}
        for name, value in {**ENVIRONMENT, **urls}.items():
            monkeypatch.setenv(name, value)
        of_this_function.cache_clear()
        found = Stack(queues)
        monkeypatch.setattr(RECORDER, "calls", found.calls)
        yield found
        of_this_function.cache_clear()


SES_SAYS = {
    "GetAccount": {
        "SendingEnabled": True,
        "ProductionAccessEnabled": True,
        "SendQuota": {"Max24HourSend": 200.0, "MaxSendRate": 100.0, "SentLast24Hours": 3.0},
    },
    "GetEmailIdentity": {"VerifiedForSendingStatus": True},
}


@cache
def _session() -> LastingSession:
    def before_call(model: Any, params: Mapping[str, Any], **_: Any) -> Any:
        if RECORDER.calls is None:
            return None
        service = model.service_model.service_name
        body = json.loads(params["body"]) if service in ("dynamodb", "sqs", "secretsmanager", "events") else {}
        RECORDER.calls.update(_actions(service, model.name, body))
        # moto does not know one of these calls, and verifies no domain: what SES would answer is given in its place.
        return (SimpleNamespace(status_code=200), SES_SAYS[model.name]) if model.name in SES_SAYS else None

    session = LastingSession()
    session.events.register("before-call.*.*", before_call)
    return session


def outbox() -> list[Any]:
    return list(ses_backends[DEFAULT_ACCOUNT_ID]["eu-central-1"].sent_messages)


# Events


def stream_event(*images: tuple[str, Mapping[str, Any] | None, Mapping[str, Any] | None]) -> dict[str, Any]:
    """Records of the table's stream: (event name, old image, new image)."""
    serialize = TypeSerializer().serialize

    def wire(item: Mapping[str, Any]) -> dict[str, Any]:
        return {name: serialize(value) for name, value in item.items()}

    records = []
    for at, (name, old, new) in enumerate(images, start=1):
        some = new or old or {}
        change: dict[str, Any] = {
            "ApproximateCreationDateTime": 1772442000.0,
            "Keys": wire({"pk": some["pk"], "sk": some["sk"]}),
            "SequenceNumber": f"{at:021d}",
            "SizeBytes": 500,
            "StreamViewType": "NEW_AND_OLD_IMAGES",
        }
        change |= {"OldImage": wire(old)} if old else {}
        change |= {"NewImage": wire(new)} if new else {}
        records.append(
            {
                "eventID": f"{at:032x}",
                "eventName": name,
                "eventVersion": "1.1",
                "eventSource": "aws:dynamodb",
                "awsRegion": "eu-central-1",
                "dynamodb": change,
                "eventSourceARN": "arn:aws:dynamodb:eu-central-1:123456789012:table/table/stream/label",
            }
        )
    return {"Records": records}


def kept_items(stack: Stack, entity: str) -> list[dict[str, Any]]:
    return [item for item in stack.wiring.items.scan() if item["entity"] == entity]


def inserted(stack: Stack, *entities: str) -> dict[str, Any]:
    return stream_event(*(("INSERT", None, item) for entity in entities for item in kept_items(stack, entity)))


def http(method: str, path: str, body: str | None = None, *, token: str = "", **changes: Any) -> dict[str, Any]:
    """A request of an HTTP API, payload 2.0."""
    event = {
        "version": "2.0",
        "routeKey": "ANY /api/{proxy+}",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"accept": "*/*", "content-type": "application/json", **({"sayso-token": token} if token else {})},
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "api",
            "domainName": "api.execute-api.eu-central-1.amazonaws.com",
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "x"},
            "requestId": "id",
            "routeKey": "ANY /api/{proxy+}",
            "stage": "$default",
            "time": "02/Mar/2026:09:00:00 +0000",
            "timeEpoch": 1772442000000,
        },
        "pathParameters": {"proxy": path.removeprefix("/api/")},
        "isBase64Encoded": False,
    }
    return {**event, **({"body": body} if body is not None else {}), **changes}


def answer_of(stack: Stack, method: str, path: str, body: Any = None, **changes: Any) -> tuple[int, Any]:
    text = body if body is None or isinstance(body, str) else json.dumps(body)
    answer = stack.invoke("public_api", http(method, path, text, **changes))
    return answer["statusCode"], json.loads(answer["body"]) if answer.get("body") else answer["headers"]


def mail_event(detail_type: str, about: Invitation, **detail: Any) -> dict[str, Any]:
    """An SES event as EventBridge delivers it (SES Developer Guide, "Examples of event data")."""
    return {
        "version": "0",
        "id": "12345678-1234-1234-1234-111122223333",
        "detail-type": detail_type,
        "source": "aws.ses",
        "account": "123456789012",
        "time": "2026-03-02T09:00:09Z",
        "region": "eu-central-1",
        "resources": ["arn:aws:ses:eu-central-1:123456789012:configuration-set/sayso"],
        "detail": {
            "eventType": detail_type.split()[1],
            "mail": {
                "timestamp": "2026-03-02T09:00:00.123Z",
                "source": "feedback@polder.example",
                "sendingAccountId": "123456789012",
                "messageId": "0102018example",
                "destination": ["anna@kaasboer.example"],
                "headersTruncated": False,
                "headers": [{"name": "Subject", "value": "One question"}],
                "commonHeaders": {"subject": "One question"},
                "tags": {
                    "ses:operation": ["SendEmail"],
                    "ses:configuration-set": ["sayso"],
                    **{name: [value] for name, value in mail_tags(about, "first").items()},
                },
            },
            **detail,
        },
    }


# The stream


def test_route_changes_sends_each_change_to_whoever_has_to_act(stack: Stack) -> None:
    asked = sent_invitation()
    stack.add(contact(), asked)
    stack.wiring.record_answer.record(asked.reference, _input(score=2, gesture=True))
    event = inserted(stack, "contact", "invitation", "response")
    assert stack.invoke("route_changes", event) == {"batchItemFailures": []}
    assert stack.messages("PLAN") == [{"contact_id": "c1"}] * 2  # the contact is new, the invitation has ended
    assert stack.messages("FOLLOW_UP") == [{"contact_id": "c1", "survey": "annual", "occasion": "1"}]
    assert stack.messages("PAGE") == [{"why": "answers"}]


def _input(**fields: Any) -> Any:
    from sayso.domain.response import AnswerInput

    return AnswerInput(**fields)


def test_route_changes_has_provisional_answers_settled_and_leaves_removals_alone(stack: Stack) -> None:
    asked = sent_invitation()
    stack.add(asked)
    stack.wiring.record_answer.record(asked.reference, _input(score=2))
    (provisional,) = kept_items(stack, "response")
    event = stream_event(("INSERT", None, provisional), ("REMOVE", provisional, None))
    stack.invoke("route_changes", event)
    assert [stack.messages(queue) for queue in ("PLAN", "FOLLOW_UP", "PAGE")] == [[], [], []]
    assert stack.messages("SETTLE") == [{"contact_id": "c1", "survey": "annual", "occasion": "1"}]


def test_settle_counts_who_read_the_page_a_day_later_and_ends_the_invitation(stack: Stack) -> None:
    asked = sent_invitation()
    stack.add(contact(), asked)
    stack.clock.pass_by(days=1)
    stack.wiring.record_answer.record(asked.reference, _input(score=9, visit=4711))
    stack.clock.pass_by(seconds=7)
    stack.wiring.record_answer.record(asked.reference, _input(score=9, visit=4711, visible_seconds=7))
    message = sqs_event([{"contact_id": "c1", "survey": "annual", "occasion": "1"}])
    assert stack.invoke("settle", message) == {"batchItemFailures": []}
    (waiting,) = kept_items(stack, "response")
    assert (waiting["state"], waiting["month_pk"]) == ("provisional", "UNCONFIRMED#2026-03")
    stack.clock.pass_by(minutes=10)
    assert stack.invoke("settle", message) == {"batchItemFailures": []}
    (settled,) = kept_items(stack, "response")
    assert (settled["state"], settled["reasons"], settled["visits"]) == ("confirmed", ["read"], [])
    assert settled["month_pk"] == "RESPONSES#2026-03"
    assert [one["state"] for one in kept_items(stack, "invitation")] == ["answered"]
    stack.calls.clear()
    assert stack.invoke("settle", message) == {"batchItemFailures": []}
    assert {call for call, _ in stack.calls} == {"dynamodb:BatchGetItem"}


def test_route_changes_stops_at_the_first_record_it_cannot_read(stack: Stack) -> None:
    stack.add(contact())
    (good,) = kept_items(stack, "contact")
    bad = {"pk": "CONTACT#c9", "sk": "PROFILE", "entity": "contact"}
    event = stream_event(("INSERT", None, good), ("INSERT", None, bad), ("INSERT", None, good))
    assert stack.invoke("route_changes", event) == {"batchItemFailures": [{"itemIdentifier": f"{2:021d}"}]}
    assert len(stack.messages("PLAN")) == 1


def test_count_responses_counts_a_batch_and_the_same_batch_again(stack: Stack) -> None:
    asked = sent_invitation()
    stack.add(asked)
    stack.wiring.record_answer.record(asked.reference, _input(score=9, gesture=True))
    event = inserted(stack, "invitation", "response")
    for _ in range(2):
        assert stack.invoke("count_responses", event) == {"batchItemFailures": []}
    assert stack.wiring.read_stats.headline(*stack.wiring.read_stats.window()).counts.n == 1
    assert stack.wiring.verify_counts.verify().is_exact


def test_count_responses_counts_the_newest_state_it_can_read_and_names_what_it_cannot(stack: Stack) -> None:
    asked = sent_invitation()
    stack.add(asked)
    stack.wiring.record_answer.record(asked.reference, _input(score=9, gesture=True))
    (good,) = kept_items(stack, "response")
    bad = {**good, "score": 11}
    event = stream_event(("INSERT", None, good), ("MODIFY", good, bad))
    assert stack.invoke("count_responses", event) == {"batchItemFailures": [{"itemIdentifier": f"{2:021d}"}]}
    assert stack.wiring.read_stats.headline(*stack.wiring.read_stats.window()).counts.n == 1


# Planning, sending, following up


def test_plan_plans_a_batch_and_gives_back_what_failed(stack: Stack) -> None:
    stack.add(contact(), contact(contact_id="c2", external_id="crm-2", timezone="Nowhere/Else"))
    answer = stack.invoke("plan", sqs_event([{"contact_id": "c2"}, {"contact_id": "c1"}, {"contact_id": "gone"}]))
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}
    assert {one.survey for one in stack.wiring.invitations.of_contact("c1")} == {"day50", "annual"}


def test_on_event_plans_a_question(stack: Stack) -> None:
    event = {
        "version": "0",
        "id": "17793124-05d4-b198-2fde-7ededc63b103",
        "detail-type": "ticket.solved",
        "source": "helpdesk",
        "account": "123456789012",
        "time": "2026-03-02T09:00:00Z",
        "region": "eu-central-1",
        "resources": [],
        "detail": {
            "source": "zendesk",
            "ticket_id": "4711",
            "requester_email": "new@bakker.example",
            "requester_name": "Bram",
            "time": "2026-03-02T10:00:00+01:00",
        },
    }
    assert stack.invoke("on_event", event) == {"planned": 1}
    assert stack.invoke("on_event", event) == {"planned": 0}
    (person,) = kept_items(stack, "contact")
    (planned,) = stack.wiring.invitations.of_contact(person["contact_id"])
    assert planned.planned_at == MONDAY + timedelta(hours=4)
    with pytest.raises(ValueError, match="requester_email"):
        stack.invoke("on_event", {**event, "detail": {**event["detail"], "requester_email": "nobody"}})  # type: ignore[dict-item]


def test_on_event_hears_of_a_touch_point(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    stack.add(contact())
    surveys = programme(surveys={"project_delivered": {"event": "touchpoint"}})
    monkeypatch.setattr("sayso.wiring_adapters.load_programme", lambda: surveys)
    detail = touchpoint(email=None, contact_id="crm-1").model_dump(mode="json", exclude_none=True)
    event = {"detail-type": "touchpoint.reached", "source": "crm", "detail": detail}
    assert stack.invoke("on_event", event) == {"planned": 1}
    assert stack.invoke("on_event", event) == {"planned": 0}
    (planned,) = stack.wiring.invitations.of_contact("c1")
    assert (planned.survey, planned.touchpoint) == ("project_delivered", "crm:17")
    with pytest.raises(InvalidInputError, match="no survey 'party'"):
        stack.invoke("on_event", {**event, "detail": {**detail, "survey": "party"}})
    with pytest.raises(NotFoundError, match="import it"):
        stack.invoke("on_event", {**event, "detail": {**detail, "contact_id": "crm-404"}})


def hook_request(stack: Stack, body: str, signed: str | None = None) -> dict[str, Any]:
    """What the HTTP API hands on when a helpdesk posts `body`."""
    hook = stack.wiring.programme.hooks["zendesk"]
    headers = sign(hook, "hook-secret-1", (signed or body).encode(), MONDAY)
    return http("POST", "/api/hooks/zendesk", body, headers=headers, pathParameters={"source": "zendesk"})


def test_hooks_puts_what_a_helpdesk_signed_on_the_bus(stack: Stack) -> None:
    ticket = {"id": 1, "requester_email": "new@bakker.example", "status": "solved", "updated_at": 1772442000}
    body = json.dumps({"ticket": ticket})
    answer = stack.invoke("hooks", hook_request(stack, body))
    assert (answer["statusCode"], json.loads(answer["body"])["event"]) == (202, "ticket.solved")
    assert stack.calls == {
        ("secretsmanager:GetSecretValue", "Data.Outputs.OriginKeysArn"),
        ("secretsmanager:GetSecretValue", "Data.Outputs.HookSecretsArn"),
        ("events:PutEvents", "Messaging.Outputs.BusArn"),
    }
    in_base64 = {"body": base64.b64encode(body.encode()).decode(), "isBase64Encoded": True}
    assert stack.invoke("hooks", {**hook_request(stack, body), **in_base64})["statusCode"] == 202
    assert stack.invoke("hooks", hook_request(stack, body + " ", signed=body))["statusCode"] == 403
    assert kept_items(stack, "contact") == []


def test_hooks_says_500_when_the_bus_does_not_take_an_event(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "ThrottlingException", "ErrorMessage": "a@b.example"}]}
    monkeypatch.setitem(SES_SAYS, "PutEvents", refused)
    ticket = {"id": 1, "requester_email": "a@b.example", "status": "solved", "updated_at": 1772442000}
    answer = stack.invoke("hooks", hook_request(stack, json.dumps({"ticket": ticket})))
    assert answer["statusCode"] == 500
    assert "a@b.example" not in answer["body"]


@pytest.mark.parametrize("time", ["2026-03-02T09:00:00Z", "<aws.scheduler.scheduled-time>", None])
def test_dispatch_hands_on_what_is_due(stack: Stack, time: str | None) -> None:
    stack.add(invitation(), invitation(contact_id="c2", due_at=MONDAY + timedelta(seconds=1)))
    event = {"schedule": "annual", **({"scheduled_time": time} if time else {})}
    assert stack.invoke("dispatch", event) == {"annual": 1}
    assert stack.invoke("dispatch", event) == {"annual": 0}
    (message,) = stack.messages("SEND")
    assert (message["contact_id"], message["step"], message["due_at"]) == ("c1", "first", MONDAY.isoformat())


def test_send_writes_one_mail_through_ses(stack: Stack) -> None:
    stack.add(contact(name="Anna Jansen", locale="nl-NL"), invitation())
    stack.invoke("dispatch", {"schedule": "annual", "scheduled_time": "2026-03-02T09:00:00Z"})
    event = sqs_event(stack.messages("SEND"))
    for _ in range(2):
        assert stack.invoke("send", event) == {"batchItemFailures": []}
    assert len(outbox()) == 1
    kept = stack.wiring.invitations.get("c1", "annual", "1")
    assert kept
    assert (kept.state, kept.mails["first"].state) == ("sent", "sent")
    assert kept.mails["first"].message_id


def test_send_gives_back_what_it_cannot_take(stack: Stack) -> None:
    stack.add(contact(), invitation())
    answer = stack.invoke("send", sqs_event([{"contact_id": "c1"}]))
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}


def test_follow_up_opens_a_case_once_and_leaves_it_to_others_to_tell_anybody(stack: Stack) -> None:
    asked = sent_invitation()
    stack.add(contact(owner_email="otto@polder.example", owner_id="o"), asked)
    stack.wiring.record_answer.record(asked.reference, _input(score=2, gesture=True, why="slow"))
    event = sqs_event([{"contact_id": "c1", "survey": "annual", "occasion": "1"}] * 2)
    assert stack.invoke("follow_up", event) == {"batchItemFailures": []}
    (case,) = stack.wiring.follow_ups.list(is_open=True)
    assert case.owner_email == "otto@polder.example"
    waiting = [(one.kind, one.channel, one.state) for one in stack.wiring.follow_ups.notices(case.follow_up_id)]
    assert sorted(waiting) == [(kind, "mail", "waiting") for kind in ("alert", "escalation", "reminder")]
    assert outbox() == []


@pytest.mark.parametrize("function", ["plan", "send", "follow_up", "notify"])
def test_a_message_that_fails_is_given_back_and_logged_with_its_trace(
    stack: Stack, function: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A logger keeps the stream it was made with: give it the one that is read here.
    module = import_module(f"sayso.handlers.{function}")
    lines = StringIO()
    for handler in module.logger.handlers:
        monkeypatch.setattr(handler, "stream", lines)
    assert stack.invoke(function, sqs_event([{"nothing": "of ours"}]))["batchItemFailures"]
    failures = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [one["exception_name"] for one in failures] in (["KeyError"], ["TypeError"])
    assert "Traceback" in failures[0]["exception"]


@pytest.mark.parametrize("refused", [True, False])
def test_send_counts_the_mails_that_do_not_leave(
    stack: Stack, refused: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    stack.add(contact(), invitation())
    stack.invoke("dispatch", {"schedule": "annual", "scheduled_time": "2026-03-02T09:00:00Z"})
    if refused:
        boto3.client("sesv2").delete_email_identity(EmailIdentity="polder.example")
    capsys.readouterr()
    stack.invoke("send", sqs_event(stack.messages("SEND")))
    (metrics,) = [json.loads(line) for line in capsys.readouterr().out.splitlines() if "MailRefused" in line]
    assert sum(metrics["MailRefused"]) == int(refused)
    assert len(outbox()) == int(not refused)


# What SES says


@pytest.mark.parametrize(
    ("detail_type", "detail", "state", "suppressed"),
    [
        (
            "Email Bounced",
            {
                "bounce": {
                    "feedbackId": "id",
                    "bounceType": "Permanent",
                    "bounceSubType": "General",
                    "bouncedRecipients": [
                        {"emailAddress": "anna@kaasboer.example", "action": "failed", "status": "5.1.1"}
                    ],
                    "timestamp": "2026-03-02T09:00:08.000Z",
                    "reportingMTA": "dsn; mta.example",
                }
            },
            "failed",
            True,
        ),
        (
            "Email Bounced",
            {
                "bounce": {
                    "bounceType": "Transient",
                    "bounceSubType": "MailboxFull",
                    "bouncedRecipients": [{"emailAddress": "anna@kaasboer.example"}],
                    "timestamp": "2026-03-02T09:00:08.000Z",
                }
            },
            "sent",
            False,
        ),
        (
            "Email Complaint Received",
            {
                "complaint": {
                    "feedbackId": "id",
                    "complaintSubType": None,
                    "complainedRecipients": [{"emailAddress": "anna@kaasboer.example"}],
                    "timestamp": "2026-03-02T09:00:08.000Z",
                    "complaintFeedbackType": "abuse",
                }
            },
            "skipped",
            True,
        ),
        (
            "Email Delivered",
            {
                "delivery": {
                    "timestamp": "2026-03-02T09:00:08.456Z",
                    "processingTimeMillis": 8_000,
                    "recipients": ["anna@kaasboer.example"],
                    "smtpResponse": "250 2.6.0 Message received",
                    "reportingMTA": "mta.example",
                }
            },
            "sent",
            False,
        ),
        ("Email Sent", {"send": {}}, "sent", False),
        ("Email Rejected", {"reject": {"reason": "Bad content"}}, "failed", False),
        (
            "Email Delivery Delayed",
            {"deliveryDelay": {"delayType": "TransientCommunicationFailure", "delayedRecipients": []}},
            "sent",
            False,
        ),
    ],
)
def test_on_mail_event_keeps_what_became_of_a_mail(
    stack: Stack, detail_type: str, detail: dict[str, Any], state: str, suppressed: bool
) -> None:
    one = sent_invitation()
    stack.add(contact(), one)
    for _ in range(2):
        assert stack.invoke("on_mail_event", mail_event(detail_type, one, **detail)) == {"known": True}
    kept = stack.wiring.invitations.get("c1", "annual", "1")
    assert kept
    assert kept.state == state
    assert stack.wiring.standings.gate(contact().address_hash).is_closed == suppressed
    if "delivery" in detail:
        assert kept.mails["first"].delivered_at == MONDAY + timedelta(seconds=8, microseconds=456_000)


def test_on_mail_event_knows_no_mail_but_invitations(stack: Stack) -> None:
    event = mail_event("Email Delivered", invitation())
    event["detail"]["mail"]["tags"] = {"ses:configuration-set": ["sayso"]}
    assert stack.invoke("on_mail_event", event) == {"known": False}


# What a browser calls


def test_words_that_come_before_a_person_is_seen_are_asked_for_again(stack: Stack) -> None:
    stack.add(sent_invitation())
    said = {"score": 3, "why": "slow", "gesture": False}
    status, shown = answer_of(stack, "PUT", "/api/answer", said, token=stack.token())
    assert (status, shown["error"]["field"], kept_items(stack, "response")) == (409, "gesture", [])


def test_an_answer_of_somebody_who_was_erased_is_refused_kindly(stack: Stack) -> None:
    person = contact()
    stack.add(person, sent_invitation())
    stack.wiring.erase_contact.erase(person.contact_id, "operator")
    for method, body in (("GET", None), ("PUT", {"score": 3, "why": "slow", "gesture": True})):
        status, shown = answer_of(stack, method, "/api/answer", body, token=stack.token())
        assert (status, shown["error"]["reason"]) == (404, "This invitation does not exist any more.")
    assert not kept_items(stack, "response")


def test_the_survey_page_answers_and_reads_back(stack: Stack) -> None:
    stack.add(sent_invitation())
    token = stack.token()
    path = "/api/answer"
    status, shown = answer_of(stack, "GET", path, token=token)
    assert (status, shown) == (
        200, {"survey": "annual", "scale": "nps", "language": "en", "state": "open", "answer": None},
    )  # fmt: skip
    status, shown = answer_of(stack, "PUT", path, {"score": 3, "gesture": False}, token=token)
    assert (status, shown["answer"]["state"]) == (200, "provisional")
    everything = {
        "score": 4,
        "why": "slow <b>& ünsure</b>",
        "better": "",
        "drivers": ["price"],
        "contact": "phone",
        "quote": False,
        "reference": False,
        "ratings": {},
        "gesture": True,
        "visible_seconds": 12.5,
        "visit": 7,
    }
    status, shown = answer_of(stack, "PUT", path, everything, token=token)
    evidence = ("gesture", "visible_seconds", "visit")
    expected = {name: value for name, value in everything.items() if name not in evidence}
    assert (status, shown["answer"]) == (200, {**expected, "state": "confirmed"})
    assert answer_of(stack, "GET", path, token=token)[1] == shown


def test_a_get_never_writes(stack: Stack) -> None:
    stack.add(sent_invitation())
    unsubscribe = stack.one_click()
    for path, token in (("/api/answer", stack.token()), (unsubscribe, "")):
        stack.invoke("public_api", http("GET", path, token=token))
        assert not {action for action, _ in stack.calls if "Put" in action or "Update" in action or "Delete" in action}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("", "body"),
        ("{", "body"),
        ("[]", "body"),
        ('"9"', "body"),
        ("{}", "score"),
        ('{"score": 11}', "score"),
        ('{"score": "9"}', "score"),
        ('{"score": 9, "drivers": ["weather"]}', "drivers"),
        ('{"score": 9, "why": "' + "x" * 5001 + '"}', "why"),
        ('{"score": 9, "why": "\\ud800"}', "body"),
        ('{"score": 9, "state": "confirmed"}', "state"),
    ],
)
def test_a_bad_answer_is_refused_by_field_and_reason(stack: Stack, body: str, field: str) -> None:
    stack.add(sent_invitation())
    status, shown = answer_of(stack, "PUT", "/api/answer", body, token=stack.token())
    assert (status, shown["error"]["field"]) == (400, field)
    assert shown["error"]["reason"]
    assert "Traceback" not in json.dumps(shown)
    assert kept_items(stack, "response") == []


@pytest.mark.parametrize("token", ["", "junk", "a.b.c", "ü"])
def test_a_link_that_is_not_ours_is_refused_before_any_read(stack: Stack, token: str) -> None:
    for method, path in (("GET", "/api/answer"), ("PUT", "/api/answer")):
        status, shown = answer_of(stack, method, path, '{"score": 9}', token=token)
        assert (status, shown["error"]["field"]) == (403, "token")
        assert not any(action.startswith("dynamodb:") for action, _ in stack.calls)


def test_an_expired_link_an_expired_invitation_and_none_say_which(stack: Stack) -> None:
    token = stack.token()
    assert answer_of(stack, "GET", "/api/answer", token=token)[0] == 404
    stack.add(sent_invitation())
    stack.clock.now = MONDAY + timedelta(days=31)
    assert answer_of(stack, "GET", "/api/answer", token=token)[1]["state"] == "expired"
    assert answer_of(stack, "PUT", "/api/answer", {"score": 9}, token=token)[0] == 410
    stack.clock.now = MONDAY + timedelta(days=91)
    assert answer_of(stack, "GET", "/api/answer", token=token)[0] == 410


def plain(stack: Stack, method: str, form: str | None = None, query: str = "") -> tuple[int, str]:
    """A request of the page without scripts, its body in base64 as CloudFront has it."""
    link = stack.wiring.links.plain(invitation(), "en", stack.clock.now + timedelta(days=90))
    event = http(method, link.removeprefix(SITE), form and base64.b64encode(form.encode()).decode())
    event["headers"]["content-type"] = "application/x-www-form-urlencoded"
    event |= {"isBase64Encoded": form is not None, "rawQueryString": query}
    event["queryStringParameters"] = {"s": query.removeprefix("s=")} if query else None
    answer = stack.invoke("plain_page", event)
    assert answer["headers"]["Content-Type"] == "text/html; charset=utf-8"
    return answer["statusCode"], answer["body"]


def test_the_page_without_scripts_changes_nothing_when_it_is_looked_at(stack: Stack) -> None:
    stack.add(sent_invitation())
    for method in ("GET", "HEAD"):
        assert plain(stack, method, query="s=3")[0] == 200
        assert {action for action, _ in stack.calls} == {"secretsmanager:GetSecretValue", "dynamodb:BatchGetItem"}
    assert kept_items(stack, "response") == []


def test_the_page_without_scripts_records_what_is_sent(stack: Stack) -> None:
    stack.add(sent_invitation())
    status, body = plain(stack, "POST", "score=3&why=slow+%3Cb%3E&better=&drivers=price&contact=mail&quote=yes")
    table = {action for action, _ in stack.calls if action.startswith("dynamodb:")}
    assert (status, "<form" in body) == (200, False)
    assert table == {"dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:ConditionCheckItem"}
    (answer,) = kept_items(stack, "response")
    (sent,) = answer["sends"]
    assert (answer["score"], sent["content"]["contact"], sent["content"]["quote"]) == (3, "mail", True)
    assert "slow &lt;b&gt;" in plain(stack, "GET")[1]
    # A change of it after a person was seen on the other page waits beside it.
    assert answer_of(stack, "PUT", "/api/answer", {"score": 9, "gesture": True}, token=stack.token())[0] == 200
    assert plain(stack, "POST", "score=4&why=&better=")[0] == 200
    (answer,) = kept_items(stack, "response")
    assert (answer["score"], answer["sends"][-1]["content"]["score"]) == (9, 4)


@pytest.mark.parametrize("form", ["", "score=99", "score=9&drivers=weather", "score=9&state=confirmed", "why=%ff"])
def test_the_page_without_scripts_refuses_and_keeps_nothing(stack: Stack, form: str) -> None:
    stack.add(sent_invitation())
    status, body = plain(stack, "POST", form)
    assert (status, "<form" in body) == (400, True)
    assert kept_items(stack, "response") == []


ONE_CLICK = "List-Unsubscribe=One-Click"
MULTIPART = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'


@pytest.mark.parametrize(
    ("body", "encoded"),
    [
        (ONE_CLICK, False),
        (base64.b64encode(ONE_CLICK.encode()).decode(), True),
        (base64.b64encode(MULTIPART.encode()).decode(), True),
        (base64.b64encode(b"\xff\xfe\x00").decode(), True),
        ("", False),
        (None, False),
        ("{}", False),
        ("x" * 70_000, False),
    ],
)
def test_one_click_leaves_whatever_the_body_is(stack: Stack, body: str | None, encoded: bool) -> None:
    path = stack.one_click()
    event = http("POST", path, body, isBase64Encoded=encoded)
    event["headers"]["content-type"] = "application/x-www-form-urlencoded"
    answer = stack.invoke("public_api", event)
    assert answer["statusCode"] == 200
    assert stack.wiring.standings.gate(contact().address_hash).is_closed


def test_leaving_can_be_undone_and_looking_changes_nothing(stack: Stack) -> None:
    path = stack.one_click()
    answer = stack.invoke("public_api", http("GET", path))
    assert answer["statusCode"] == 303
    assert answer["headers"]["Location"].startswith(f"{SITE}/unsubscribe/nl.html?t=")
    assert not stack.wiring.standings.gate(contact().address_hash).is_closed
    assert answer_of(stack, "POST", path, "") == (200, {"state": "unsubscribed"})
    assert answer_of(stack, "POST", path, {"undo": True}) == (200, {"state": "subscribed"})
    assert not stack.wiring.standings.gate(contact().address_hash).is_closed


@pytest.mark.parametrize("reason", ["bounced", "bounced_often", "complained", "by_hand", "erased"])
def test_an_address_that_is_closed_for_another_reason_stays_closed_and_undo_says_so(stack: Stack, reason: str) -> None:
    stack.wiring.standings.suppress("hash-anna", reason, MONDAY)
    path = stack.one_click()
    assert answer_of(stack, "POST", path, "") == (200, {"state": "unsubscribed"})
    assert answer_of(stack, "POST", path, {"undo": True}) == (200, {"state": "suppressed"})
    assert stack.wiring.standings.gate("hash-anna").is_closed


@pytest.mark.parametrize("path", ["/api/unsubscribe/junk", "/api/unsubscribe/" + quote("a b.ü")])
def test_a_forged_link_suppresses_nobody(stack: Stack, path: str) -> None:
    status, shown = answer_of(stack, "POST", path, ONE_CLICK)
    assert status in (403, 404)
    assert "error" in shown
    assert kept_items(stack, "gate") == []


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/nothing"), ("DELETE", "/api/answer"), ("GET", "/"), ("GET", "/api/case")]
)
def test_there_is_nothing_else(stack: Stack, method: str, path: str) -> None:
    status, shown = answer_of(stack, method, path)
    assert status in (404, 405)
    assert "error" in shown or shown == {}


def test_a_fault_of_ours_shows_nothing_of_itself(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    token = stack.token()
    monkeypatch.setattr("sayso.handlers.public_api.of_this_function", lambda: None)
    status, shown = answer_of(stack, "GET", "/api/answer", token=token)
    assert status == 500
    assert "NoneType" not in json.dumps(shown)


# The schedules of the house, the page, the deployment


def test_daily_verifies_and_has_the_page_looked_at(stack: Stack, capsys: pytest.CaptureFixture[str]) -> None:
    asked = sent_invitation()
    stack.add(asked)
    stack.wiring.record_answer.record(asked.reference, _input(score=9, gesture=True))
    stack.clock.pass_by(hours=2)
    event = {"schedule": "daily", "scheduled_time": "2026-03-02T05:00:00Z"}
    assert stack.invoke("daily", event) == {"drift": 0, "behind": 2, "replanned": 0}
    stack.invoke("count_responses", inserted(stack, "invitation", "response"))
    assert stack.invoke("daily", event) == {"drift": 0, "behind": 0, "replanned": 0}
    assert stack.messages("PAGE") == [{"why": "daily"}]
    metrics = [json.loads(line) for line in capsys.readouterr().out.splitlines() if "CountDrift" in line]
    assert [(one["CountDrift"], one["CountLagSeconds"][0] > 0) for one in metrics] == [([0.0], True), ([0.0], False)]


def test_daily_reports_every_kind_of_fault(stack: Stack, capsys: pytest.CaptureFixture[str]) -> None:
    asked = sent_invitation()
    stack.add(asked)
    stack.wiring.record_answer.record(asked.reference, _input(score=9, gesture=True))
    stack.invoke("count_responses", inserted(stack, "invitation", "response"))
    items = stack.wiring.items
    items.write(Delete(keys.directory("annual", "language", "en")))
    items.write(Put({"pk": "CONTACT#zz", "sk": "RESPONSE#annual#9", "entity": "response", "survey": "annual"}))
    event = {"schedule": "daily", "scheduled_time": "2026-03-02T05:00:00Z"}
    assert stack.invoke("daily", event)["drift"] == 2
    (metrics,) = [json.loads(line) for line in capsys.readouterr().out.splitlines() if '"CountDrift":' in line]
    assert metrics["CountDrift"] == [2.0]


def test_daily_erases_who_was_not_heard_of_for_long(stack: Stack, caplog: pytest.LogCaptureFixture) -> None:
    person = contact()
    stack.add(person, sent_invitation(state="expired", due_at=None, due_step=None))
    stack.clock.pass_by(days=366 * 4)
    stack.invoke("daily", {"schedule": "daily", "scheduled_time": "2030-03-02T05:00:00Z"})
    assert stack.wiring.contacts.get(person.contact_id) is None
    assert kept_items(stack, "invitation")[0]["erased"] is True
    (line,) = [vars(record) for record in caplog.records if record.message == "identities retired"]
    assert line["erased"] == (person.contact_id,)
    assert person.email not in str(line)


def test_daily_has_everybody_planned_once_when_the_rhythm_changed(stack: Stack) -> None:
    stack.add(*(contact(contact_id=f"c{at}", external_id=f"crm-{at}") for at in range(12)))
    event = {"schedule": "daily", "scheduled_time": "2026-03-02T05:00:00Z"}
    assert stack.invoke("daily", event)["replanned"] == 12
    queued = stack.messages("PLAN") + stack.messages("PLAN")
    assert sorted(body["contact_id"] for body in queued) == sorted(f"c{at}" for at in range(12))
    assert stack.invoke("daily", event)["replanned"] == 0
    assert stack.messages("PLAN") == []


def _mailed() -> list[str]:
    return [address for mail in outbox() for address in mail.destinations["ToAddresses"]]


def test_digest_mails_the_week_to_the_team_and_to_the_owner_and_once(stack: Stack) -> None:
    asked = sent_invitation()
    stack.add(contact(owner_email="jan@polder.example"), asked)
    stack.wiring.record_answer.record(asked.reference, _input(score=9, gesture=True, why="Jan"))
    event = {"schedule": "weekly", "scheduled_time": "2026-03-09T06:00:00Z"}
    assert stack.invoke("digest", event) == {"sent": 2, "before": 0, "unknown": 0}
    assert stack.invoke("digest", event) == {"sent": 0, "before": 2, "unknown": 0}
    # Both get the week, and whoever has accounts the link to the reviews of the quarter.
    assert _mailed() == [stack.wiring.programme.follow_up.manager, *["jan@polder.example"] * 2]


def test_digest_tells_the_owner_of_a_low_score_nobody_was_seen_giving(stack: Stack) -> None:
    asked = sent_invitation()
    stack.add(contact(owner_email="jan@polder.example"), asked)
    stack.wiring.record_answer.record(asked.reference, _input(score=3, visible_seconds=1))
    event = {"schedule": "weekly", "scheduled_time": "2026-03-09T06:00:00Z"}
    assert stack.invoke("digest", event)["sent"] == 2
    assert "jan@polder.example" in _mailed()


def test_digest_mails_the_month_to_the_management(stack: Stack) -> None:
    event = {"schedule": "monthly", "scheduled_time": "2026-03-01T06:00:00Z"}
    assert stack.invoke("digest", event) == {"sent": 1, "before": 0, "unknown": 0}
    assert _mailed() == [stack.wiring.programme.follow_up.manager]


def test_publish_page_publishes_once_approved(stack: Stack) -> None:
    event = sqs_event([{"why": "answers"}, {"why": "daily"}])
    assert stack.invoke("publish_page", event) == {"batchItemFailures": []}
    assert _files() == []
    stack.wiring.publish_page.approve()
    assert "page/index.html" in _files()
    for number in range(5):
        asked = sent_invitation(contact_id=f"c{number}")
        stack.add(asked)
        stack.wiring.record_answer.record(asked.reference, _input(score=9, gesture=True))
    stack.invoke("count_responses", inserted(stack, "invitation", "response"))
    stack.invoke("publish_page", event)
    latest = stack.wiring.editions.latest()
    assert latest
    assert latest.edition.number == 2
    page = boto3.client("s3").get_object(Bucket="site", Key="page/en.html")
    assert page["ContentType"].startswith("text/html")


def _files() -> list[str]:
    return [file["Key"] for file in boto3.client("s3").list_objects_v2(Bucket="site").get("Contents", [])]


@pytest.fixture
def cloudformation() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Where a custom resource reports to: its address, and the reports."""
    reports: list[dict[str, Any]] = []

    class Door(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            reports.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Door)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/report", reports
    server.shutdown()
    server.server_close()


def resource_event(kind: str, address: str) -> dict[str, Any]:
    return {
        "RequestType": kind,
        "ServiceToken": "arn:aws:lambda:eu-central-1:123456789012:function:site-files",
        "ResponseURL": address,
        "StackId": "arn:aws:cloudformation:eu-central-1:123456789012:stack/sayso/guid",
        "RequestId": "request",
        "ResourceType": "Custom::SiteFiles",
        "LogicalResourceId": "StaticPages",
        "ResourceProperties": {"ServiceToken": "x", "Version": "1"},
        **({} if kind == "Create" else {"PhysicalResourceId": "sayso-static-pages"}),
    }


def test_site_files_puts_the_static_pages_and_reports(
    stack: Stack, cloudformation: tuple[str, list[dict[str, Any]]]
) -> None:
    address, reports = cloudformation
    for kind in ("Create", "Update", "Delete"):
        stack.invoke("site_files", resource_event(kind, address))
    assert [report["Status"] for report in reports] == ["SUCCESS"] * 3
    assert {report["PhysicalResourceId"] for report in reports} == {"sayso-static-pages"}
    assert {"survey/annual.en.html", "survey/survey.js", "unsubscribe/nl.html", "case/de.html"} <= set(_files())
    assert {"review/nl.html", "review/pack.css", "hold/en.html", "hold/hold.js"} <= set(_files())
    assert {"desk/index.html", "desk/settings.json", "desk/colours.css"} <= set(_files())


def test_site_files_that_fail_are_reported_and_do_not_hang(
    stack: Stack, cloudformation: tuple[str, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, reports = cloudformation
    monkeypatch.setenv("SITE_BUCKET", "there-is-none")
    stack.invoke("site_files", resource_event("Create", address))
    assert reports[0]["Status"] == "FAILED"
    assert "NoSuchBucket" in reports[0]["Reason"]


HANDLERS: Sequence[str] = (
    "count_responses", "daily", "digest", "dispatch", "follow_up", "hooks", "notify", "on_event", "on_mail_event",
    "owner_api", "plain_page", "plan", "public_api", "publish_page", "remind", "route_changes", "send", "settle",
    "site_files", "staff_api",
)  # fmt: skip


@pytest.mark.parametrize("name", HANDLERS)
def test_a_handler_reads_no_environment_when_it_is_imported(name: str) -> None:
    handle: Callable[..., Any] = import_module(f"sayso.handlers.{name}").handle
    assert handle.__doc__
