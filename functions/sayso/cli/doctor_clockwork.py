"""Doctor: does everything run that has to run by itself, and is it the same time here and there?"""

from __future__ import annotations

from datetime import timedelta
from email.utils import parsedate_to_datetime

from sayso.cli.doctor_findings import Finding, Look, Patient, broken, listed, ok, unknown, warning

_SKEW = timedelta(seconds=30)
_TOO_MUCH = timedelta(minutes=5)  # AWS refuses requests that are signed further off


def schedules_on(patient: Patient) -> Finding:
    """Every schedule is enabled."""
    client = patient.client("scheduler")
    schedules = patient.all_of("AWS::Scheduler::Schedule")
    off = []
    for schedule in schedules:
        name = schedule.physical_id.rsplit("/", 1)[-1]
        if client.get_schedule(Name=name)["State"] != "ENABLED":
            off.append(schedule.name)
    if not schedules:
        return broken("The stack has no schedules.", "Deploy again.")
    if off and patient.is_local:
        return warning("The schedules of the local stack are off.", "sayso up (without --no-schedules) puts them on.")
    if off:
        return broken(
            f"Schedules that are off: {listed(off)}. Nothing is sent by itself.", "Deploy with ScheduleState=ENABLED."
        )
    return ok(f"All {len(schedules)} schedules are on.")


def readers_on(patient: Patient) -> Finding:
    """What reads the stream and the queues is on."""
    client = patient.client("lambda")
    mappings = patient.all_of("AWS::Lambda::EventSourceMapping")
    off = [
        mapping.name
        for mapping in mappings
        if client.get_event_source_mapping(UUID=mapping.physical_id)["State"] not in ("Enabled", "Enabling", "Updating")
    ]
    if off or not mappings:
        return broken(
            f"Nobody reads for: {listed(off) or 'any queue'}.", "Deploy again, or enable the event source mapping."
        )
    return ok(f"All {len(mappings)} readers of the stream and the queues are on.")


def daily_ran(patient: Patient) -> Finding:
    """The daily run happened, and did not fail."""
    client, name = patient.client("cloudwatch"), patient.outputs["DailyFunction"]

    def sum_of(metric: str) -> float:
        answer = client.get_metric_statistics(
            Namespace="AWS/Lambda",
            MetricName=metric,
            Dimensions=[{"Name": "FunctionName", "Value": name}],
            StartTime=patient.now - timedelta(hours=26),
            EndTime=patient.now,
            Period=3600,
            Statistics=["Sum"],
        )
        return float(sum(point["Sum"] for point in answer["Datapoints"]))

    if not sum_of("Invocations"):
        return warning(
            "The daily run has not happened for a day.",
            "On the first day wait until 04:15 UTC; else look whether its schedule is on.",
        )
    if sum_of("Errors"):
        return broken("The daily run failed within the last day.", "Read the log of Daily, mend it, invoke it once.")
    return ok("The daily run happened within the last day.")


def clocks_agree(patient: Patient) -> Finding:
    """This computer and AWS say the same time."""
    answer = patient.client("sts").get_caller_identity()
    said = answer.get("ResponseMetadata", {}).get("HTTPHeaders", {}).get("date")
    if not said:
        return unknown("AWS did not say what time it is.")
    skew = abs(patient.now - parsedate_to_datetime(said))
    seconds = int(skew.total_seconds())
    if skew > _TOO_MUCH:
        return broken(f"This computer's clock is {seconds} seconds off.", "Set it by NTP.")
    if skew > _SKEW:
        return warning(f"This computer's clock is {seconds} seconds off.", "Set it by NTP.")
    return ok("This computer's clock agrees with AWS.")


LOOKS = (
    Look("schedules", schedules_on),
    Look("readers", readers_on),
    Look("daily run", daily_ran, here=False),
    Look("clock", clocks_agree, here=False),
)
