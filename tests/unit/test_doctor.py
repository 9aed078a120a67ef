"""`sayso doctor` on stand-ins for AWS and DNS: what it calls ok, a warning or broken, and what it says to do."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import ClientError
from dns import resolver
from dns.exception import Timeout

from sayso.cli import doctor, main, show
from sayso.cli.doctor import LOOKS, look_at, resources_of
from sayso.cli.doctor_account import production, quota, sending_enabled
from sayso.cli.doctor_clockwork import clocks_agree, daily_ran, readers_on, schedules_on
from sayso.cli.doctor_dns import DnsError, dmarc, dns_resolver, mail_from
from sayso.cli.doctor_failures import alarms_wired, no_records_set_aside, nothing_failed, somebody_is_told
from sayso.cli.doctor_findings import Check, Finding, Look, Page, Patient, Resource, ok
from sayso.cli.doctor_follow_up import channels_lead_somewhere, holidays_known
from sayso.cli.doctor_keys import address_key, link_keys
from sayso.cli.doctor_mail import EVENTS, dkim_signs, events_come_back, identity_verified, sender_matches, set_sends
from sayso.cli.doctor_programme import TEMPLATES, same_templates, sending_goes_on
from sayso.cli.doctor_site import api_answers, api_hides, custom_domain, site_answers
from sayso.domain.sending import Hold, Pause
from tests.builders import World, programme

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
OUTPUTS = {
    "SenderIdentity": "polder.example",
    "ConfigurationSet": "sayso-mails",
    "SiteUrl": "https://feedback.polder.example",
    "ApiUrl": "https://api1.execute-api.eu-central-1.amazonaws.com",
    "LinkKeysSecret": "link-keys",
    "AddressKeySecret": "address-key",
    "AlarmTopicArn": "arn:topic",
    "DailyFunction": "daily",
    "SendFunction": "send",
}
RESOURCES = [
    Resource("AWS::SQS::Queue", "SendDeadLetters", "https://sqs/send-dead"),
    Resource("AWS::SQS::Queue", "FailedInvocations", "https://sqs/failed"),
    Resource("AWS::SQS::Queue", "SendQueue", "https://sqs/send"),
    Resource("AWS::S3::Bucket", "FailedRecords", "records"),
    Resource("AWS::CloudWatch::Alarm", "CountDriftAlarm", "sayso-CountDriftAlarm"),
    Resource("AWS::Scheduler::Schedule", "DispatchDay50", "sayso-Day50"),
    Resource("AWS::Lambda::EventSourceMapping", "SendReadsQueue", "uuid-1"),
    Resource("AWS::CloudFront::Distribution", "Distribution", "E1"),
]


_KEYS = '{"1": "k"}'


def refuses(code: str = "AccessDenied") -> Callable[..., Any]:
    def call(**_: Any) -> Any:
        raise ClientError({"Error": {"Code": code, "Message": "no"}}, "Look")

    return call


def healthy() -> dict[str, dict[str, Any]]:
    """What AWS answers about a stack with which all is well, by service and operation."""
    events = {"Enabled": True, "EventBridgeDestination": {"EventBusArn": "bus"}, "MatchingEventTypes": list(EVENTS)}
    secret = {"CreatedDate": NOW - timedelta(days=100), "LastChangedDate": NOW - timedelta(days=100)}
    account = {"Max24HourSend": 50_000.0, "MaxSendRate": 14.0, "SentLast24Hours": 100.0}
    alarm = {"AlarmName": "drift", "ActionsEnabled": True, "AlarmActions": ["arn:topic"], "StateValue": "OK"}
    return {
        "sesv2": {
            "get_email_identity": {
                "VerifiedForSendingStatus": True,
                "DkimAttributes": {"SigningEnabled": True, "Status": "SUCCESS"},
                "MailFromAttributes": {
                    "MailFromDomain": "bounce.polder.example",
                    "MailFromDomainStatus": "SUCCESS",
                },
            },
            "get_account": {
                "ProductionAccessEnabled": True,
                "SendingEnabled": True,
                "EnforcementStatus": "HEALTHY",
                "SendQuota": account,
            },
            "get_configuration_set_event_destinations": {"EventDestinations": [events]},
            "get_configuration_set": {"SendingOptions": {"SendingEnabled": True}},
        },
        "cloudfront": {
            "get_distribution": {
                "Distribution": {
                    "DistributionConfig": {
                        "Aliases": {"Items": ["feedback.polder.example"]},
                        "ViewerCertificate": {"ACMCertificateArn": "arn:acm"},
                    }
                }
            }
        },
        "acm": {"describe_certificate": {"Certificate": {"Status": "ISSUED"}}},
        "secretsmanager": {"describe_secret": secret, "get_secret_value": {"SecretString": _KEYS}},
        "sqs": {"get_queue_attributes": {"Attributes": {"ApproximateNumberOfMessages": "0"}}},
        "s3": {"list_objects_v2": {"Contents": [{"Key": "probe", "Size": 0}]}},
        "cloudwatch": {
            "describe_alarms": {"MetricAlarms": [alarm]},
            "get_metric_statistics": lambda MetricName, **_: {  # noqa: N803 - boto3's name
                "Datapoints": [{"Sum": 1.0 if MetricName == "Invocations" else 0.0}]
            },
        },
        "sns": {"list_subscriptions_by_topic": {"Subscriptions": [{"SubscriptionArn": "arn:aws:sns:me"}]}},
        "scheduler": {"get_schedule": {"State": "ENABLED"}},
        "lambda": {
            "get_event_source_mapping": {"State": "Enabled"},
            "get_function": {"Code": {"Location": "https://code.example"}},
        },
        "sts": {
            "get_caller_identity": {
                "ResponseMetadata": {"HTTPHeaders": {"date": "Sun, 22 Nov 2026 09:00:03 GMT"}},
            }
        },
    }


DNS = {
    ("_dmarc.polder.example", "TXT"): ["v=DMARC1; p=quarantine; rua=mailto:d@polder.example"],
    ("bounce.polder.example", "MX"): ["10 feedback-smtp.eu-central-1.amazonses.com."],
    ("bounce.polder.example", "TXT"): ["v=spf1 include:amazonses.com ~all"],
}


def code(changed: Mapping[str, bytes] | None = None) -> bytes:
    """The functions' code as AWS hands it out."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("sayso/wiring.py", "")
        for file in TEMPLATES.rglob("*"):
            if file.is_file():
                name = file.relative_to(TEMPLATES).as_posix()
                archive.writestr(f"sayso/templates/{name}", (changed or {}).get(name, file.read_bytes()))
    return content.getvalue()


PAGES = {
    "https://feedback.polder.example/unsubscribe/en.html": Page(200),
    "https://feedback.polder.example/api/answer": Page(403, b'{"error": {"field": "token"}}'),
    f"{OUTPUTS['ApiUrl']}/api/answer": Page(403, b'{"error": {"field": "origin"}}'),
    "https://code.example": Page(200, code()),
}


class Examined(Patient):
    """A healthy stack, until a test says otherwise."""

    def __init__(self, **changes: Any) -> None:
        self.aws = healthy()
        self.dns: dict[tuple[str, str], list[str]] = dict(DNS)
        self.pages: dict[str, Page] = dict(PAGES)
        values: dict[str, Any] = {
            "outputs": dict(OUTPUTS),
            "programme": programme(),
            "standings": World().standings,
            "is_local": False,
            "client": self.answering,
            "read_resources": lambda: RESOURCES,
            "resolve": lambda name, kind: self.dns.get((name, kind), []),
            "fetch": lambda address: self.pages[address],
            "now": NOW,
        }
        super().__init__(**{**values, **changes})

    def answering(self, service: str, **_: Any) -> Any:
        def operation(answer: Any) -> Callable[..., Any]:
            return answer if callable(answer) else lambda **_: answer

        return SimpleNamespace(**{name: operation(answer) for name, answer in self.aws[service].items()})


def test_all_is_well_with_a_healthy_stack() -> None:
    findings = look_at(Examined())
    assert [(finding.check, finding.says) for finding in findings if finding.state != "ok"] == []
    assert len({finding.check for finding in findings}) == len(LOOKS)
    assert all(finding.says.endswith(".") and not finding.do for finding in findings)


def _identity(**changes: Any) -> Callable[[Examined], None]:
    return lambda one: one.aws["sesv2"]["get_email_identity"].update(changes)


def _account(**changes: Any) -> Callable[[Examined], None]:
    return lambda one: one.aws["sesv2"]["get_account"].update(changes)


def _quota(**changes: Any) -> Callable[[Examined], None]:
    return lambda one: one.aws["sesv2"]["get_account"]["SendQuota"].update(changes)


def _answer(service: str, operation: str, answer: Any) -> Callable[[Examined], None]:
    return lambda one: one.aws[service].update({operation: answer})


def _dns(name: str, kind: str, *records: str) -> Callable[[Examined], None]:
    return lambda one: one.dns.update({(name, kind): list(records)})


def _page(address: str, page: Page) -> Callable[[Examined], None]:
    return lambda one: one.pages.update({address: page})


def _output(name: str, value: str) -> Callable[[Examined], None]:
    return lambda one: one.outputs.update({name: value})  # type: ignore[attr-defined]


SITE = "https://feedback.polder.example"
_OLD_KEY = {"CreatedDate": NOW - timedelta(days=900), "LastChangedDate": NOW - timedelta(days=900)}
_ALARM = {"AlarmName": "drift", "AlarmActions": ["arn:topic"], "StateValue": "OK"}


@pytest.mark.parametrize(
    ("check", "ill", "state", "says"),
    [
        (sender_matches, _output("SenderIdentity", "other.example"), "broken", "may write as other.example only"),
        (identity_verified, _identity(VerifiedForSendingStatus=False), "broken", "takes no mail"),
        (dkim_signs, _identity(DkimAttributes={"Status": "PENDING"}), "broken", "SES says PENDING"),
        (dkim_signs, _output("SenderIdentity", "me@polder.example"), "warning", "is an address"),
        (
            events_come_back,
            _answer("sesv2", "get_configuration_set_event_destinations", {"EventDestinations": []}),
            "broken",
            "does not tell us of SEND, DELIVERY",
        ),
        (
            set_sends,
            _answer("sesv2", "get_configuration_set", {"SendingOptions": {"SendingEnabled": False}}),
            "broken",
            "switched off",
        ),
        (set_sends, _answer("sesv2", "get_configuration_set", {}), "unknown", "does not say"),
        (production, _account(ProductionAccessEnabled=False), "warning", "sandbox"),
        (sending_enabled, _account(SendingEnabled=False, EnforcementStatus="SHUTDOWN"), "broken", "SHUTDOWN"),
        (sending_enabled, _account(EnforcementStatus="PROBATION"), "warning", "under review"),
        (quota, _quota(SentLast24Hours=45_000.0), "warning", "nearly used up: 45,000 of 50,000"),
        (quota, _quota(SentLast24Hours=50_000.0), "broken", "used up"),
        (quota, _quota(Max24HourSend=-1.0), "ok", "without a limit"),
        (dmarc, _dns("_dmarc.polder.example", "TXT"), "broken", "no DMARC record"),
        (dmarc, _dns("_dmarc.polder.example", "TXT", "v=DMARC1; p=none"), "warning", "only watches"),
        (dmarc, _dns("_dmarc.polder.example", "TXT", "v=DMARC1;p=none", "v=DMARC1;p=none"), "broken", "so none counts"),
        (dmarc, _output("SenderIdentity", "mail.polder.example"), "ok", "says quarantine"),
        (mail_from, _dns("bounce.polder.example", "MX"), "broken", "no MX record"),
        (mail_from, _dns("bounce.polder.example", "TXT", "v=spf1 -all"), "broken", "no SPF record"),
        (mail_from, _identity(MailFromAttributes={}), "ok", "amazonses.com, which works"),
        (
            mail_from,
            _identity(
                MailFromAttributes={"MailFromDomain": "bounce.polder.example", "MailFromDomainStatus": "PENDING"}
            ),
            "warning",
            "not accepted",
        ),
        (site_answers, _page(f"{SITE}/unsubscribe/en.html", Page(0, trouble="no name")), "broken", "no name"),
        (site_answers, _page(f"{SITE}/unsubscribe/en.html", Page(403)), "broken", "answers 403"),
        (api_answers, _page(f"{SITE}/api/answer", Page(502)), "broken", "502"),
        (api_answers, _page(f"{SITE}/api/answer", Page(403, b'{"field": "origin"}')), "broken", "refuses everybody"),
        (
            api_hides,
            _page(f"{OUTPUTS['ApiUrl']}/api/answer", Page(403, b'{"field": "token"}')),
            "broken",
            "answers 403",
        ),
        (api_hides, _page(f"{OUTPUTS['ApiUrl']}/api/answer", Page(0, trouble="no name")), "broken", "no name"),
        (custom_domain, _output("SiteUrl", "https://d1.cloudfront.net"), "warning", "which nobody knows"),
        (custom_domain, _output("SiteUrl", "https://other.example"), "broken", "does not answer for other.example"),
        (
            custom_domain,
            _answer("acm", "describe_certificate", {"Certificate": {"Status": "EXPIRED"}}),
            "broken",
            "EXPIRED",
        ),
        (
            custom_domain,
            _answer(
                "acm",
                "describe_certificate",
                {"Certificate": {"Status": "ISSUED", "RenewalSummary": {"RenewalStatus": "FAILED"}}},
            ),
            "warning",
            "not renewed",
        ),
        (link_keys, _answer("secretsmanager", "describe_secret", _OLD_KEY), "warning", "900 days old"),
        (
            link_keys,
            _answer("secretsmanager", "get_secret_value", {"SecretString": '{"1": "k", "made": {"1": "2024-01-01"}}'}),
            "warning",
            "1056 days old",
        ),
        (link_keys, _answer("secretsmanager", "describe_secret", {"DeletedDate": NOW}), "broken", "deletion"),
        (link_keys, _answer("secretsmanager", "describe_secret", {}), "warning", "no value"),
        (address_key, _answer("secretsmanager", "describe_secret", _OLD_KEY), "ok", "as it was made"),
        (
            address_key,
            _answer("secretsmanager", "describe_secret", {**_OLD_KEY, "LastChangedDate": NOW}),
            "broken",
            "written again on 2026-11-22",
        ),
        (address_key, _answer("secretsmanager", "describe_secret", {"DeletedDate": NOW}), "broken", "deletion"),
        (
            nothing_failed,
            _answer("sqs", "get_queue_attributes", {"Attributes": {"ApproximateNumberOfMessages": "2"}}),
            "broken",
            "FailedInvocations (2), SendDeadLetters (2)",
        ),
        (no_records_set_aside, _answer("s3", "list_objects_v2", {"Contents": [{"Size": 9}]}), "broken", "1 batches"),
        (alarms_wired, _answer("cloudwatch", "describe_alarms", {"MetricAlarms": []}), "broken", "not there"),
        (
            alarms_wired,
            _answer("cloudwatch", "describe_alarms", {"MetricAlarms": [{**_ALARM, "AlarmActions": []}]}),
            "broken",
            "tell nobody: drift",
        ),
        (
            alarms_wired,
            _answer("cloudwatch", "describe_alarms", {"MetricAlarms": [{**_ALARM, "ActionsEnabled": False}]}),
            "broken",
            "tell nobody: drift",
        ),
        (
            alarms_wired,
            _answer("cloudwatch", "describe_alarms", {"MetricAlarms": [{**_ALARM, "StateValue": "ALARM"}]}),
            "broken",
            "stand: drift",
        ),
        (
            somebody_is_told,
            _answer("sns", "list_subscriptions_by_topic", {"Subscriptions": []}),
            "broken",
            "Nobody gets",
        ),
        (
            somebody_is_told,
            _answer(
                "sns", "list_subscriptions_by_topic", {"Subscriptions": [{"SubscriptionArn": "PendingConfirmation"}]}
            ),
            "broken",
            "Nobody has confirmed",
        ),
        (schedules_on, _answer("scheduler", "get_schedule", {"State": "DISABLED"}), "broken", "DispatchDay50"),
        (readers_on, _answer("lambda", "get_event_source_mapping", {"State": "Disabled"}), "broken", "SendReadsQueue"),
        (daily_ran, _answer("cloudwatch", "get_metric_statistics", {"Datapoints": []}), "warning", "not happened"),
        (
            daily_ran,
            _answer("cloudwatch", "get_metric_statistics", {"Datapoints": [{"Sum": 1.0}]}),
            "broken",
            "failed within the last day",
        ),
        (clocks_agree, lambda one: setattr(one, "now", NOW + timedelta(seconds=63)), "warning", "60 seconds off"),
        (clocks_agree, lambda one: setattr(one, "now", NOW - timedelta(hours=1)), "broken", "3603 seconds off"),
        (clocks_agree, _answer("sts", "get_caller_identity", {}), "unknown", "did not say"),
        (
            same_templates,
            _page("https://code.example", Page(200, code({"programme.yaml": b"other"}))),
            "warning",
            "programme.yaml",
        ),
        (same_templates, _page("https://code.example", Page(200, b"no zip")), "unknown", "no zip file"),
        (same_templates, _answer("lambda", "get_function", {}), "unknown", "does not hand out"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    check: Check, ill: Callable[[Examined], None], state: str, says: str
) -> None:
    patient = Examined()
    ill(patient)
    finding = check(patient)
    assert (finding.state, says in finding.says) == (state, True), finding
    assert bool(finding.do) == (state in ("warning", "broken"))


@pytest.mark.parametrize("check", [nothing_failed, alarms_wired, schedules_on, readers_on])
def test_a_stack_in_which_something_is_missing_is_not_ok(check: Check) -> None:
    assert check(Examined(read_resources=list)).state == "broken"


def test_a_pause_is_said_and_holds_are_counted() -> None:
    patient = Examined()
    hold = Hold(until=NOW + timedelta(days=3), reason="talks", by="jo", at=NOW)
    patient.standings.hold("account", hold)
    assert "accounts on hold: 1" in sending_goes_on(patient).says
    patient.standings.pause(Pause(at=NOW, by="jo", reason="wrong template"))
    finding = sending_goes_on(patient)
    assert (finding.state, finding.do) == ("warning", "To go on: sayso resume")
    assert "2026-11-22 09:00 UTC by jo: wrong template" in finding.says


@pytest.mark.parametrize(
    ("kept", "state", "says", "do"),
    [
        ({"team": "jsons://a.example/s3cret", "pager": "ntfys://b.example/s3cret"}, "ok", "team, pager", ""),
        ({"team": "jsons://a.example/s3cret"}, "broken", "works: pager.", "sayso channels set pager"),
        ({"team": "bogus://s3cret", "pager": ""}, "broken", "works: team, pager.", "sayso channels set team"),
        (
            {"team": "jsons://a.example/s3cret", "pager": "ntfys://b.example/x", "old": "jsons://c.example/s3cret"},
            "warning",
            "not in the programme: old.",
            "sayso channels remove old",
        ),
    ],
)
def test_channels_of_the_programme_need_an_address(kept: dict[str, str], state: str, says: str, do: str) -> None:
    patient = Examined(
        programme=programme(follow_up={"channels": {"team": {}, "pager": {}}}),
        outputs={**OUTPUTS, "ChannelAddressesSecret": "addresses"},
    )
    patient.aws["secretsmanager"]["get_secret_value"] = lambda SecretId: {  # noqa: N803 - boto3's name
        "SecretString": json.dumps(kept if SecretId == "addresses" else {})
    }
    finding = channels_lead_somewhere(patient)
    assert finding.state == state
    assert says in finding.says
    assert do in finding.do
    assert "s3cret" not in finding.says + finding.do


def test_a_programme_without_channels_needs_no_addresses() -> None:
    patient = Examined()
    patient.aws["secretsmanager"]["get_secret_value"] = refuses()
    assert channels_lead_somewhere(patient).state == "ok"


def test_regions_whose_holidays_nobody_knows_are_named() -> None:
    owners = {"anna@polder.example": {"holidays": ["DE-BY"]}}
    known = holidays_known(Examined(programme=programme(follow_up={"holidays": ["NL"], "owners": owners})))
    assert (known.state, known.says) == ("ok", "Due times leave out the holidays of DE-BY, NL.")
    owners["anna@polder.example"]["holidays"].append("DE-ZZ")
    found = holidays_known(Examined(programme=programme(follow_up={"holidays": ["NL"], "owners": owners})))
    assert found.state == "warning"
    assert "follow_up.owners.anna@polder.example.holidays.1: 'DE-ZZ' is not a part of DE" in found.says
    assert "names no region" in holidays_known(Examined()).says


def test_what_cannot_be_looked_at_hides_nothing_else() -> None:
    patient = Examined()
    patient.aws["sesv2"]["get_account"] = refuses()

    def deaf(_name: str, _kind: str) -> list[str]:
        raise DnsError("timed out")

    patient.resolve = deaf
    findings = {finding.check: finding for finding in look_at(patient)}
    assert len(findings) == len(LOOKS)
    assert findings["quota"].state == findings["DMARC"].state == "warning"
    assert "AccessDenied" in findings["quota"].says
    assert findings["identity"].state == "ok"


def test_what_the_local_stack_cannot_know_is_not_called_ok() -> None:
    patient = Examined(is_local=True)
    patient.aws["scheduler"]["get_schedule"] = refuses("NotImplemented")
    findings = {finding.check: finding for finding in look_at(patient)}
    for name in ("dkim", "production", "quota", "DMARC", "MAIL FROM", "custom domain", "alarm mail", "clock"):
        assert (findings[name].state, findings[name].says) == ("unknown", "Not on the local stack.")
    assert findings["schedules"].state == "unknown"
    assert "Not on the local stack" in findings["schedules"].says
    assert findings["failures"].state == "ok"


def test_schedules_that_were_left_off_here_are_put_on_as_here() -> None:
    patient = Examined(is_local=True)
    patient.aws["scheduler"]["get_schedule"] = lambda **_: {"State": "DISABLED"}
    found = next(finding for finding in look_at(patient) if finding.check == "schedules")
    assert found.state == "warning"
    assert "sayso up" in found.do
    assert "ScheduleState" not in found.do


def test_nested_stacks_are_looked_into() -> None:
    stacks = {
        "sayso": [("AWS::CloudFormation::Stack", "Data", "nested"), ("AWS::Lambda::Function", "Send", "send")],
        "nested": [("AWS::DynamoDB::Table", "Table", "table")],
    }

    def paginate(StackName: str) -> list[Any]:  # noqa: N803 - boto3's name
        names = ("ResourceType", "LogicalResourceId", "PhysicalResourceId")
        return [{"StackResourceSummaries": [dict(zip(names, one, strict=True)) for one in stacks[StackName]]}]

    client = SimpleNamespace(get_paginator=lambda _: SimpleNamespace(paginate=paginate))
    assert [resource.name for resource in resources_of(client, "sayso")] == ["Table", "Send"]


class TestTheResolver:
    def answering(self, monkeypatch: pytest.MonkeyPatch, answer: Any) -> list[str]:
        def resolve(*_: Any, **__: Any) -> Any:
            if isinstance(answer, type):
                raise answer
            return answer

        monkeypatch.setattr(resolver, "resolve", resolve)
        return dns_resolver()("polder.example", "TXT")

    def test_joins_the_parts_of_a_long_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        record = SimpleNamespace(strings=(b"v=DMARC1; ", b"p=none"))
        assert self.answering(monkeypatch, [record]) == ["v=DMARC1; p=none"]

    @pytest.mark.parametrize("none", [resolver.NXDOMAIN, resolver.NoAnswer])
    def test_no_such_record_is_an_answer(self, monkeypatch: pytest.MonkeyPatch, none: type[Exception]) -> None:
        if none is resolver.NoAnswer:
            none = type("NoAnswer", (resolver.NoAnswer,), {"__init__": lambda _: None, "__str__": lambda _: "none"})
        assert self.answering(monkeypatch, none) == []

    def test_no_answer_at_all_is_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(DnsError, match=r"polder\.example"):
            self.answering(monkeypatch, Timeout)


class TestTheCommand:
    def run(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], patient: Patient, *arguments: str
    ) -> tuple[int, str]:
        monkeypatch.setattr(show, "console", show.Console(highlight=False, soft_wrap=True, width=300))
        monkeypatch.setattr(doctor, "find", lambda _: None)
        monkeypatch.setattr(doctor, "patient_of", lambda *_: patient)
        monkeypatch.setattr(doctor, "keep", lambda *_: "")
        monkeypatch.setattr(sys, "argv", ["sayso", "doctor", *arguments])
        with pytest.raises(SystemExit) as ended:
            main.main()
        return int(ended.value.code or 0), capsys.readouterr().out

    def test_is_exit_code_1_when_something_is_broken(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        patient = Examined()
        assert self.run(monkeypatch, capsys, patient)[0] == 0
        _quota(SentLast24Hours=45_000.0)(patient)
        code, said = self.run(monkeypatch, capsys, patient)
        assert (code, "0 broken, 1 to look at." in said) == (0, True)
        _answer("sns", "list_subscriptions_by_topic", {"Subscriptions": []})(patient)
        code, said = self.run(monkeypatch, capsys, patient)
        assert (code, "1 broken, 1 to look at." in said) == (1, True)

    def test_answers_machines(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        found = json.loads(self.run(monkeypatch, capsys, Examined(), "--json")[1])
        assert {tuple(one) for one in found} == {("check", "state", "says", "do")}


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({look.name for look in LOOKS}) == len(LOOKS)
    assert look_at(Examined(), [Look("mine", lambda _: ok("Fine."))]) == [Finding("mine", "ok", "Fine.")]


def test_the_age_of_the_link_keys_is_that_of_the_newest_and_not_of_the_secret() -> None:
    patient = Examined()
    patient.aws["secretsmanager"]["describe_secret"] = {"CreatedDate": NOW - timedelta(days=900)}
    content = '{"1": "k", "2": "l", "made": {"2": "2026-11-12T09:00:00+00:00"}}'
    patient.aws["secretsmanager"]["get_secret_value"] = {"SecretString": content}
    assert link_keys(patient).says == "The key that signs links is 10 days old."


def test_who_may_not_read_the_link_keys_is_told_by_when_they_were_written() -> None:
    patient = Examined()
    patient.aws["secretsmanager"]["get_secret_value"] = refuses("AccessDeniedException")
    assert link_keys(patient).says == "The key that signs links is 100 days old."
    patient.aws["secretsmanager"]["get_secret_value"] = refuses("InternalServiceError")
    with pytest.raises(ClientError):
        link_keys(patient)
