"""The template and the code agree: handlers, schedules, event names, outputs and what the stacks hand each other."""

import json
import re
from functools import cached_property

import pytest

from sayso.adapters import pace
from sayso.adapters.settings import Settings
from sayso.cli import target
from sayso.domain import tickets, touchpoints
from sayso.handlers import on_mail_event
from sayso.wiring_desk import DeskWiring
from tests.infrastructure.reading import (
    NESTED,
    ROOT,
    events,
    functions,
    nested,
    resources,
    spelled,
    template,
    variables,
)

EVERY = sorted(functions())
RENDERING = {"PlainPage", "OwnerApi", "StaffApi", "Send", "Notify", "PublishPage", "Digest", "SiteFiles"}
TELLING = {"FollowUp", "Notify", "OwnerApi", "StaffApi", "Digest"}  # what counts office hours or writes to channels

# SES's names for an event in a configuration set, and on the bus.
MAIL_EVENTS = {
    "SEND": "Email Sent",
    "DELIVERY": "Email Delivered",
    "BOUNCE": "Email Bounced",
    "COMPLAINT": "Email Complaint Received",
    "REJECT": "Email Rejected",
    "DELIVERY_DELAY": "Email Delivery Delayed",
}


@pytest.mark.parametrize("function", EVERY)
def test_every_function_has_the_handler_its_name_says(function: str) -> None:
    module = re.sub(r"(?<!^)(?=[A-Z])", "_", function).lower()
    assert functions()[function]["Handler"] == f"sayso.handlers.{module}.handle"
    source = ROOT / "functions" / "sayso" / "handlers" / f"{module}.py"
    assert source.is_file()
    assert "def handle(" in source.read_text()


def test_no_handler_is_without_a_function() -> None:
    sources = (ROOT / "functions/sayso/handlers").glob("*.py")
    modules = {path.stem for path in sources if "def handle(" in path.read_text()}
    assert modules <= {props["Handler"].split(".")[2] for props in functions().values()}


def test_all_functions_are_one_artefact_on_the_runtime_of_the_parameter() -> None:
    for props in functions().values():
        assert props["CodeUri"] == "functions/"
        assert spelled(props["Runtime"]) == "PythonRuntime"
        assert [spelled(one) for one in props["Architectures"]] == ["Architecture"]


@pytest.mark.parametrize(
    ("layer", "carriers"),
    [("RenderingLayer", RENDERING), ("FollowUpLayer", TELLING), ("ReportLayer", {"PublishPage"})],
    ids=["rendering", "follow-up", "report"],
)
def test_only_what_needs_a_layer_carries_it(layer: str, carriers: set[str]) -> None:
    carried = {name: [spelled(one) for one in props.get("Layers", ())] for name, props in functions().items()}
    assert {name for name, layers in carried.items() if layer in layers} == carriers
    metadata = template()["Resources"][layer]["Metadata"]
    assert spelled(metadata["BuildMethod"]) == "PythonRuntime"
    assert spelled(metadata["BuildArchitecture"]) == "Architecture"


def test_no_layer_is_without_its_test() -> None:
    assert set(resources("AWS::Serverless::LayerVersion")) == {"RenderingLayer", "FollowUpLayer", "ReportLayer"}


def test_schedules_say_what_is_due_by_their_own_time() -> None:
    expressions = {}
    for (function, _), props in events("ScheduleV2").items():
        given = json.loads(props["Input"])
        # EventBridge fills this in: the same in every retry, however late it comes.
        assert given["scheduled_time"] == "<aws.scheduler.scheduled-time>"
        expressions[function, given["schedule"]] = props["ScheduleExpression"]
        assert props["OmitName"] is True, "with its logical id as its name a second stack in the account fails"
        assert spelled(props["State"]) == "ScheduleState"
    assert expressions == {
        ("Dispatch", "day50"): "cron(0 * * * ? *)",
        ("Dispatch", "annual"): "cron(10 * * * ? *)",
        ("Dispatch", "ticket"): "cron(0/5 * * * ? *)",
        ("Daily", "daily"): "cron(15 4 * * ? *)",
        ("Remind", "remind"): "cron(2/5 * * * ? *)",
        ("Digest", "weekly"): "cron(0 6 ? * MON *)",
        ("Digest", "monthly"): "cron(30 6 1 * ? *)",
    }


def test_a_batch_of_mails_ends_within_the_functions_time_however_slow_ses_wants_it() -> None:
    mapping, function = resources("AWS::Lambda::EventSourceMapping")["SendReadsQueue"], functions()["Send"]
    slowest = mapping["BatchSize"] * pace._SLOWEST
    assert slowest < function.get("Timeout", template()["Globals"]["Function"]["Timeout"])


def test_dispatch_ends_before_the_next_tick_of_its_shortest_schedule() -> None:
    assert functions()["Dispatch"]["Timeout"] < 5 * 60


def test_events_arrive_from_our_own_bus_under_their_names_and_are_kept_to_be_sent_again() -> None:
    rule = events("EventBridgeRule")["OnEvent", "Happened"]
    assert set(rule["Pattern"]["detail-type"]) == {*tickets.EVENTS, touchpoints.REACHED}
    assert spelled(rule["EventBusName"]) == "Messaging.Outputs.BusName"
    archive = nested("Messaging")["Resources"]["EventArchive"]
    assert archive["Properties"]["EventPattern"]["detail-type"] == rule["Pattern"]["detail-type"]
    assert spelled(archive["Properties"]["SourceArn"]) == "Bus.Arn"
    # Names and addresses are in it: it must have an end.
    assert spelled(archive["Properties"]["RetentionDays"]) == "EventArchiveDays"
    assert template()["Parameters"]["EventArchiveDays"]["MinValue"] >= 1
    assert archive["Condition"] == "IsAws", "the local stack knows no archives"


def test_every_mail_event_ses_sends_is_listened_to_and_no_other_sender_s() -> None:
    rule = events("EventBridgeRule")["OnMailEvent", "MailEvents"]
    sent = nested("Email")["Resources"]["MailEvents"]["Properties"]["EventDestination"]
    assert {MAIL_EVENTS[name] for name in sent["MatchingEventTypes"]} == set(rule["Pattern"]["detail-type"])
    assert set(rule["Pattern"]["detail-type"]) == set(on_mail_event.FATES)
    assert "event-bus/default" in spelled(sent["EventBridgeDestination"]["EventBusArn"])
    assert rule["Pattern"]["source"] == ["aws.ses"]
    assert "EventBusName" not in rule
    (ours,) = rule["Pattern"]["detail"]["mail"]["tags"]["ses:configuration-set"]
    assert spelled(ours) == "Email.Outputs.ConfigurationSet"


def test_a_new_version_of_the_code_puts_the_static_pages_in_place_again() -> None:
    pages = template()["Resources"]["StaticPages"]["Properties"]
    assert spelled(pages["Version"]) == "SiteFiles.Version"
    assert functions()["SiteFiles"]["AutoPublishAlias"]
    assert pages["ServiceTimeout"] > functions()["SiteFiles"]["Timeout"]
    code = ROOT / "functions" / "sayso"
    assert (code / "templates").resolve() == ROOT / "templates", "it must be part of the code, or changes go unnoticed"


def test_every_folder_of_the_front_is_part_of_the_code_and_of_the_desk_what_was_built() -> None:
    linked = {one.name: one.resolve() for one in (ROOT / "functions" / "sayso" / "frontend").iterdir()}
    front = ROOT / "frontend"
    sources = {one.name: one for one in front.iterdir() if one.is_dir()}
    # Not its sources, nor what it is built with: that would be in every function.
    assert linked == {**sources, "desk": front / "desk" / "dist"}


def test_outputs_name_every_function_and_all_the_command_line_needs() -> None:
    outputs = template()["Outputs"]
    for function in EVERY:
        assert spelled(outputs[f"{function}Function"]["Value"]) == function
    needed = {*target._ENVIRONMENT.values(), "ApiUrl", "BusName", "FailuresQueueUrl", "LogGroup", "SendWindow"}
    assert needed <= set(outputs)


@pytest.mark.parametrize("stack", sorted(NESTED))
def test_a_nested_stack_is_given_exactly_the_parameters_it_declares(stack: str) -> None:
    resource = template()["Resources"][stack]
    assert resource["Properties"]["TemplateURL"] == NESTED[stack]
    assert set(resource["Properties"].get("Parameters", {})) == set(nested(stack).get("Parameters", {}))


def test_everything_asked_of_a_nested_stack_is_one_of_its_outputs() -> None:
    text = (ROOT / "template.yaml").read_text()
    asked = set(re.findall(r"\b(" + "|".join(NESTED) + r")\.Outputs\.(\w+)", text))
    assert asked
    for stack, output in asked:
        assert output in nested(stack)["Outputs"], f"{stack} has no output {output}"


def test_defaults_are_those_of_a_production_stack() -> None:
    defaults = {name: parameter.get("Default") for name, parameter in template()["Parameters"].items()}
    assert defaults["Environment"] == "aws"
    assert defaults["PythonRuntime"] == "python3.13"
    assert defaults["SendWindow"] == "programme"
    assert defaults["ScheduleState"] == "ENABLED"
    assert [name for name, default in defaults.items() if default is None] == ["SenderIdentity"]


def test_every_log_has_an_end() -> None:
    for name in ("template.yaml", *NESTED.values()):
        for group in resources("AWS::Logs::LogGroup", name).values():
            assert spelled(group["RetentionInDays"]) == "LogRetentionDays"
    for props in functions().values():
        assert spelled(props["LoggingConfig"]["LogGroup"]) == "Log"


def test_every_variable_all_functions_are_given_is_read_by_something() -> None:
    settings = (ROOT / "functions/sayso/adapters/settings.py").read_text()
    for name in template()["Globals"]["Function"]["Environment"]["Variables"]:
        powertools = name.startswith("POWERTOOLS_") or name == "LOG_LEVEL"
        assert powertools or f'"{name}"' in settings, f"nothing reads {name}"


@pytest.mark.parametrize(
    "service", [name for name, one in vars(DeskWiring).items() if isinstance(one, cached_property)]
)
def test_the_desk_is_told_all_that_its_services_ask_the_environment(
    service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    told = [*variables("StaffApi"), *template()["Globals"]["Function"]["Environment"]["Variables"]]
    assert getattr(DeskWiring(Settings(dict.fromkeys(told, "600"))), service)
