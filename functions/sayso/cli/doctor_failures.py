"""Doctor: does anything wait that failed, and would anybody be told?"""

from __future__ import annotations

from sayso.cli.doctor_findings import Finding, Look, Patient, broken, listed, ok

_FAILURES = ("DeadLetters", "UndeliveredEvents", "FailedInvocations")
_AT_ONCE = 100  # alarms in one DescribeAlarms


def nothing_failed(patient: Patient) -> Finding:
    """Dead-letter and failure queues are empty."""
    client = patient.client("sqs")
    waiting = {}
    queues = [queue for queue in patient.all_of("AWS::SQS::Queue") if queue.name.endswith(_FAILURES)]
    for queue in queues:
        wanted = "ApproximateNumberOfMessages"
        answer = client.get_queue_attributes(QueueUrl=queue.physical_id, AttributeNames=[wanted])
        if int(answer["Attributes"][wanted]):
            waiting[queue.name] = int(answer["Attributes"][wanted])
    if waiting:
        says = listed([f"{name} ({number})" for name, number in sorted(waiting.items())])
        return broken(f"Work that failed waits in {says}.", "docs/operations.md says what it means and how it gets on.")
    if not queues:
        return broken("The stack has no failure queues.", "Deploy again.")
    return ok(f"Nothing waits in the {len(queues)} queues for what failed.")


def no_records_set_aside(patient: Patient) -> Finding:
    """No reader of the stream gave up on a record in the last 30 days."""
    buckets = [one for one in patient.all_of("AWS::S3::Bucket") if one.name == "FailedRecords"]
    for bucket in buckets:
        answer = patient.client("s3").list_objects_v2(Bucket=bucket.physical_id, MaxKeys=1000)
        # Lambda puts an empty object there to see whether it may.
        found = [one for one in answer.get("Contents", []) if one.get("Size", 1)]
        if found:
            return broken(
                f"{len(found)} batches of changes were set aside: not counted, or not passed on.",
                "Replay them, then delete them: docs/operations.md, Replay failed stream records.",
            )
    return ok("No change was set aside by the stream's readers.")


def alarms_wired(patient: Patient) -> Finding:
    """Every alarm of the stack tells somebody, and none stands."""
    names = [alarm.physical_id for alarm in patient.all_of("AWS::CloudWatch::Alarm")]
    client, found = patient.client("cloudwatch"), []
    for start in range(0, len(names), _AT_ONCE):
        answer = client.describe_alarms(AlarmNames=names[start : start + _AT_ONCE], MaxRecords=_AT_ONCE)
        found += answer["MetricAlarms"]
    missing = len(names) - len(found)
    if missing or not names:
        return broken(f"{missing or 'All'} of the stack's alarms are not there.", "Deploy again.")
    silent = [one["AlarmName"] for one in found if not one.get("ActionsEnabled", True) or not one.get("AlarmActions")]
    if silent:
        return broken(f"Alarms that tell nobody: {listed(silent)}.", "Deploy again, or enable their actions.")
    standing = [one["AlarmName"] for one in found if one.get("StateValue") == "ALARM"]
    if standing:
        return broken(f"Alarms that stand: {listed(standing)}.", "docs/operations.md says what each means.")
    return ok(f"All {len(found)} alarms are wired, and none stands.")


def somebody_is_told(patient: Patient) -> Finding:
    """The alarms' topic has somebody who confirmed."""
    topic = patient.outputs["AlarmTopicArn"]
    found = patient.client("sns").list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    confirmed = [one for one in found if one["SubscriptionArn"].startswith("arn:")]
    if confirmed:
        return ok(f"Alarms reach {len(confirmed)} subscriber{'s' * (len(confirmed) > 1)}.")
    if found:
        return broken("Nobody has confirmed to get the alarms.", "Click the link in the mail AWS sent to AlarmEmail.")
    return broken("Nobody gets the alarms.", "Deploy with AlarmEmail, or subscribe to the output AlarmTopicArn.")


LOOKS = (
    Look("failures", nothing_failed),
    Look("stream records", no_records_set_aside),
    Look("alarms", alarms_wired),
    Look("alarm mail", somebody_is_told, here=False),
)
