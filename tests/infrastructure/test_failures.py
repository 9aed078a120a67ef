"""Every asynchronous hop has retries with an end, a place where failures wait, and an alarm on it."""

import json
import re
from typing import Any, get_args

import pytest

from sayso.adapters import pace
from sayso.domain.invitation import FINAL, SentMail
from sayso.services.count_responses import _may_have_counted
from tests.builders import MONDAY, invitation
from tests.infrastructure.reading import (
    events,
    functions,
    mappings,
    nested,
    resources,
    spelled,
    template,
    where,
)

QUEUES = resources("AWS::SQS::Queue", "infrastructure/messaging.yaml")
WORK = {name: queue for name, queue in QUEUES.items() if name.endswith("Queue")}
WAITING = {name: queue for name, queue in QUEUES.items() if name not in WORK}
ALARMS = resources("AWS::CloudWatch::Alarm", "infrastructure/monitoring.yaml")
ASYNCHRONOUS = sorted({function for kind in ("ScheduleV2", "EventBridgeRule") for function, _ in events(kind)})
RULES_AND_SCHEDULES = {**events("ScheduleV2"), **events("EventBridgeRule")}
STREAM = {k: m for k, m in mappings().items() if spelled(m["EventSourceArn"]).endswith("StreamArn")}


def queue_behind(reference: str) -> str:
    """Return the logical id of the queue that an output of the messaging stack names."""
    output = nested("Messaging")["Outputs"][reference.removeprefix("Messaging.Outputs.")]["Value"]
    return spelled(output).split(".")[0]


@pytest.mark.parametrize("name", sorted(WORK))
def test_work_that_fails_again_and_again_ends_in_a_dead_letter_queue(name: str) -> None:
    redrive = WORK[name]["RedrivePolicy"]
    waiting = spelled(redrive["deadLetterTargetArn"]).split(".")[0]
    assert waiting == name.replace("Queue", "DeadLetters")
    assert 2 <= redrive["maxReceiveCount"] <= 10
    assert bool(WORK[name].get("FifoQueue")) == bool(WAITING[waiting].get("FifoQueue")), "AWS asks for the same kind"


@pytest.mark.parametrize("name", sorted(WAITING))
def test_failures_wait_for_two_weeks_and_raise_an_alarm(name: str) -> None:
    assert WAITING[name]["MessageRetentionPeriod"] == 14 * 24 * 3600
    given = template()["Resources"]["Monitoring"]["Properties"]["Parameters"]
    watched = [
        alarm
        for alarm in ALARMS.values()
        for dimension in alarm["Dimensions"]
        if dimension["Name"] == "QueueName" and queue_behind(spelled(given[spelled(dimension["Value"])])) == name
    ]
    assert len(watched) == 1
    (alarm,) = watched
    assert alarm["MetricName"] == "ApproximateNumberOfMessagesVisible"
    assert (alarm["Threshold"], alarm["ComparisonOperator"]) == (0, "GreaterThanThreshold")


def test_every_alarm_reaches_the_topic_and_says_what_to_do_with_silence() -> None:
    for alarm in ALARMS.values():
        assert [spelled(action) for action in alarm["AlarmActions"]] == ["Alarms"]
        assert alarm["TreatMissingData"] in {"breaching", "notBreaching"}
        assert alarm["AlarmDescription"]


@pytest.mark.parametrize("name", sorted(WORK))
def test_a_message_stays_hidden_six_times_as_long_as_its_function_may_run(name: str) -> None:
    (reader,) = [m for m in mappings().values() if spelled(m["EventSourceArn"]) == f"Messaging.Outputs.{name}Arn"]
    timeout = functions()[spelled(reader["FunctionName"])]["Timeout"]
    assert WORK[name]["VisibilityTimeout"] >= 6 * timeout
    assert reader["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_no_delay_is_longer_than_sqs_keeps_one() -> None:
    delays = {spelled(q["DelaySeconds"]) for q in WORK.values() if "DelaySeconds" in q}
    assert delays == {"FollowUpGraceSeconds", "PageDelaySeconds", "SettleSeconds"}
    for delay in delays:
        parameter = template()["Parameters"][delay]
        assert parameter.get("MaxValue", max(parameter.get("AllowedValues", [0]))) == 900


def test_the_sender_is_paced_without_reserving_concurrency() -> None:
    assert mappings()["SendReadsQueue"]["ScalingConfig"] == {"MaximumConcurrency": pace.WORKERS}
    assert not [f for f, props in functions().items() if "ReservedConcurrentExecutions" in props]


@pytest.mark.parametrize("name", sorted(STREAM))
def test_a_poisoned_record_does_not_stop_the_stream(name: str) -> None:
    reader = where(STREAM[name])
    assert reader["StartingPosition"] == "TRIM_HORIZON"
    assert reader["BisectBatchOnFunctionError"] is True
    assert reader["MaximumRetryAttempts"] == 10
    assert reader["ParallelizationFactor"] == 1
    assert reader["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    # A bucket is given the records; a queue only where they were.
    assert spelled(reader["DestinationConfig"]["OnFailure"]["Destination"]) == "Messaging.Outputs.FailedRecordsArn"
    assert reader["MetricsConfig"] == {"Metrics": ["EventCount"]}, "the alarm on given-up records needs it"


def test_two_functions_read_the_stream_and_neither_sees_removals() -> None:
    entities: dict[str, set[str]] = {}
    for reader in STREAM.values():
        for pattern in patterns(reader):
            shown = set(pattern["dynamodb"]["NewImage"]["entity"]["S"])
            # What is to be told later, or again, is found by its schedule.
            assert pattern["eventName"] == (["INSERT"] if shown == {"notice"} else ["INSERT", "MODIFY"])
            entities.setdefault(spelled(reader["FunctionName"]), set()).update(shown)
    assert entities == {
        "RouteChanges": {"contact", "invitation", "response", "follow_up", "notice", "commitment", "page_draft"},
        "CountResponses": {"invitation", "response"},
    }


def patterns(reader: dict[str, Any]) -> list[dict[str, Any]]:
    """What a reader of the stream is shown."""
    return [json.loads(one["Pattern"]) for one in reader["FilterCriteria"]["Filters"]]


def test_of_an_invitation_the_readers_are_shown_what_they_act_on_and_nothing_else() -> None:
    shown = {}
    for reader in STREAM.values():
        images = [pattern["dynamodb"]["NewImage"] for pattern in patterns(reader)]
        (shown[spelled(reader["FunctionName"])],) = [one for one in images if one["entity"]["S"] == ["invitation"]]
    assert set(shown["RouteChanges"]["state"]["S"]) == FINAL
    mails = [SentMail(state=state, at=MONDAY) for state in get_args(SentMail.model_fields["state"].annotation)]
    counted = {mail.state for mail in mails if _may_have_counted(invitation(mails={"first": mail}))}
    assert set(shown["CountResponses"]["mails"]["M"]["first"]["M"]["state"]["S"]) == counted


@pytest.mark.parametrize("function", ["RouteChanges", "CountResponses"])
def test_both_stream_readers_are_watched_for_delay_and_for_giving_up(function: str) -> None:
    watched = {
        (alarm["MetricName"], spelled(dimension["Value"]))
        for alarm in ALARMS.values()
        for dimension in alarm["Dimensions"]
    }
    assert ("IteratorAge", function) in watched
    assert ("OnFailureDestinationDeliveredEventCount", f"{function}Mapping") in watched
    given = template()["Resources"]["Monitoring"]["Properties"]["Parameters"]
    assert spelled(given[f"{function}Mapping"]) == f"{function}ReadsStream"


# A connection breaks now and then; several in an hour are an outage of SES. Strangers try doors.
TOLERATED = {"CountLagSeconds": 3_600, "MailUnknown": 2, "HookRefused": 10}
REPORTED = ["CountDrift", "CountLagSeconds", "MailRefused", "MailUnknown"]
REPORTED += ["SendingStopped", "HookMalformed", "HookRefused"]


@pytest.mark.parametrize("metric", REPORTED)
def test_what_the_functions_report_is_watched_under_the_same_name(metric: str) -> None:
    alarm = ALARMS[f"{metric}Alarm"]
    reported = template()["Globals"]["Function"]["Environment"]["Variables"]
    assert alarm["Namespace"] == reported["POWERTOOLS_METRICS_NAMESPACE"]
    assert alarm["Dimensions"] == [{"Name": "service", "Value": reported["POWERTOOLS_SERVICE_NAME"]}]
    assert alarm["MetricName"] == metric
    assert alarm["Threshold"] == TOLERATED.get(metric, 0)
    assert alarm["ComparisonOperator"] == "GreaterThanThreshold"


@pytest.mark.parametrize(("metric", "minutes"), [("HookMalformed", 15), ("HookRefused", 60)])
def test_webhooks_that_are_lost_are_told_about_soon_and_their_absence_is_good_news(metric: str, minutes: int) -> None:
    alarm = ALARMS[f"{metric}Alarm"]
    assert (alarm["Period"], alarm["EvaluationPeriods"], alarm["Statistic"]) == (minutes * 60, 1, "Sum")
    assert alarm["TreatMissingData"] == "notBreaching"


@pytest.mark.parametrize("function", ASYNCHRONOUS)
def test_an_asynchronous_function_that_fails_leaves_its_event_behind(function: str) -> None:
    failure = functions()[function]["EventInvokeConfig"]["DestinationConfig"]["OnFailure"]
    assert failure["Type"] == "SQS"
    assert queue_behind(spelled(failure["Destination"])) == "FailedInvocations"


@pytest.mark.parametrize(("function", "event"), sorted(RULES_AND_SCHEDULES))
def test_an_event_that_cannot_be_delivered_waits_too(function: str, event: str) -> None:
    props = RULES_AND_SCHEDULES[function, event]
    assert queue_behind(spelled(props["DeadLetterConfig"]["Arn"])) == "UndeliveredEvents"
    assert props["RetryPolicy"]["MaximumRetryAttempts"] <= 185
    assert props["RetryPolicy"]["MaximumEventAgeInSeconds"] <= 24 * 3600


def test_rules_may_write_to_the_queue_of_the_undelivered_and_only_ours() -> None:
    policy = nested("Messaging")["Resources"]["UndeliveredEventsPolicy"]["Properties"]
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert statement["Principal"] == {"Service": "events.amazonaws.com"}
    assert statement["Action"] == "sqs:SendMessage"
    assert re.fullmatch(
        r"arn:.*:events:.*:\$\{AWS::AccountId\}:rule/\*", spelled(statement["Condition"]["ArnLike"]["aws:SourceArn"])
    )
