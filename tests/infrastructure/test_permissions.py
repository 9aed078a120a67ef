"""Each function may do what its one job needs and nothing else, on AWS as on the local stack that enforces it."""

import pytest

from sayso.adapters import keys
from sayso.adapters.rendering import Renderer
from sayso.adapters.static_pages import static_pages
from tests.builders import PROGRAMME
from tests.infrastructure.reading import (
    events,
    functions,
    mappings,
    resources_for,
    spelled,
    statements,
    variables,
    where,
)

TABLE = "Data.Outputs.TableArn"
EVERY = sorted(functions())
QUEUE_READING = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
STREAM_READING = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"]


def who_may(action: str) -> set[str]:
    return {function for function in EVERY if resources_for(function, action)}


@pytest.mark.parametrize("function", EVERY)
def test_every_function_has_permissions_of_its_own_on_named_things_only(function: str) -> None:
    assert statements(function)
    for statement in statements(function):
        assert not [action for action in statement["actions"] if "*" in action]
        for resource in statement["resources"]:
            if statement["actions"] == ["ses:GetAccount"]:
                continue  # knows no resource (Service Authorization Reference, Amazon SES)
            assert resource != "*"
            # A folder of one of our two buckets is the only place for an asterisk.
            in_folder = resource.startswith(("${Web.Outputs.SiteBucketArn}/", "${Messaging.Outputs.FailedRecordsArn}/"))
            assert "*" not in resource or (in_folder and resource.endswith("/*"))


def test_the_public_function_reads_and_writes_single_items_and_checks_links() -> None:
    allowed = {action for statement in statements("PublicApi") for action in statement["actions"]}
    single = {"GetItem", "BatchGetItem", "PutItem", "ConditionCheckItem"}
    assert allowed == {f"dynamodb:{action}" for action in single} | {"secretsmanager:GetSecretValue"}
    assert resources_for("PublicApi", "dynamodb:GetItem") == {TABLE}
    secrets = {"Data.Outputs.LinkKeysArn", "Data.Outputs.OriginKeysArn"}
    assert resources_for("PublicApi", "secretsmanager:GetSecretValue") == secrets


def test_the_function_helpdesks_call_puts_events_on_our_bus_and_checks_signatures_and_nothing_else() -> None:
    allowed = {action for statement in statements("Hooks") for action in statement["actions"]}
    assert allowed == {"events:PutEvents", "secretsmanager:GetSecretValue"}
    assert resources_for("Hooks", "events:PutEvents") == {"Messaging.Outputs.BusArn"}
    secrets = {"Data.Outputs.HookSecretsArn", "Data.Outputs.OriginKeysArn"}
    assert resources_for("Hooks", "secretsmanager:GetSecretValue") == secrets
    assert who_may("events:PutEvents") == {"Hooks", "RouteChanges"}
    assert resources_for("RouteChanges", "events:PutEvents") == {"Messaging.Outputs.BusArn"}


def test_what_a_contact_can_reach_changes_no_follow_up_and_what_owners_reach_sends_no_mail() -> None:
    allowed = {action for statement in statements("OwnerApi") for action in statement["actions"]}
    assert not [action for action in allowed if not action.startswith(("dynamodb:", "secretsmanager:"))]
    assert "dynamodb:Scan" not in allowed
    assert not [resource for resource in resources_for("OwnerApi", "dynamodb:Query") if "/index/" in resource]


# What the stores of each function do: get, get_many, query, write with a Put, an Update or a Check, scan.
ON_THE_TABLE = {
    "PublicApi": {"GetItem", "BatchGetItem", "PutItem", "ConditionCheckItem"},
    "PlainPage": {"BatchGetItem", "PutItem", "ConditionCheckItem"},
    "OwnerApi": {"GetItem", "BatchGetItem", "Query", "PutItem", "DeleteItem", "ConditionCheckItem"},
    # Whatever an operator does by command line, but for what reads everything.
    "StaffApi": {"GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"},
    "RouteChanges": {"GetItem"},
    "CountResponses": {"BatchGetItem", "PutItem", "UpdateItem"},
    "Plan": {"GetItem", "Query", "PutItem"},
    "OnEvent": {"GetItem", "BatchGetItem", "Query", "PutItem"},
    "Hooks": set(),
    "Dispatch": {"GetItem", "UpdateItem"},
    "Send": {"GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"},
    "OnMailEvent": {"GetItem", "Query", "PutItem"},
    "Settle": {"BatchGetItem", "PutItem"},
    "FollowUp": {"GetItem", "Query", "PutItem", "ConditionCheckItem"},
    "Notify": {"GetItem", "Query", "PutItem"},
    "Remind": {"GetItem", "UpdateItem"},
    # A quote is read for the name of everybody on the contact list.
    "PublishPage": {"Scan", "GetItem", "BatchGetItem", "Query", "PutItem", "DeleteItem", "ConditionCheckItem"},
    # The counters are proven, and who was not heard of for long is erased.
    "Daily": {"Scan", "GetItem", "BatchGetItem", "Query", "PutItem", "DeleteItem"},
    "Digest": {"Scan", "GetItem", "BatchGetItem", "Query", "PutItem", "DeleteItem"},
    "SiteFiles": set(),
}


@pytest.mark.parametrize("function", EVERY)
def test_a_function_may_do_to_items_what_its_stores_do_and_no_more(function: str) -> None:
    on_the_table = {a for s in statements(function) if TABLE in s["resources"] for a in s["actions"]}
    assert on_the_table == {f"dynamodb:{action}" for action in ON_THE_TABLE[function]}


def test_only_what_hashes_an_address_or_an_owner_may_read_the_address_key() -> None:
    key = "Data.Outputs.AddressKeyArn"
    hashing = {"OnEvent", "FollowUp", "Notify", "OwnerApi", "StaffApi", "Digest"}
    assert {f for f in EVERY if key in resources_for(f, "secretsmanager:GetSecretValue")} == hashing


def test_only_what_writes_to_channels_knows_their_addresses() -> None:
    key = "Data.Outputs.ChannelAddressesArn"
    assert {f for f in EVERY if key in resources_for(f, "secretsmanager:GetSecretValue")} == {"Notify"}


def test_functions_read_secrets_and_never_write_one() -> None:
    assert {a for f in EVERY for s in statements(f) for a in s["actions"] if a.startswith("secretsmanager:")} == {
        "secretsmanager:GetSecretValue"
    }


def test_only_what_nobody_waits_for_reads_the_whole_table_and_few_delete_items() -> None:
    # The daily run erases; an owner closes a case or lifts a hold; a digest gives back what did not go out; a draft of
    # the page that is public is none any more; the desk does what owners and operators do.
    assert who_may("dynamodb:DeleteItem") == {"Daily", "OwnerApi", "StaffApi", "Digest", "PublishPage"}
    assert who_may("dynamodb:BatchWriteItem") == set()
    assert who_may("dynamodb:Scan") == {"Daily", "Digest", "PublishPage"}


def test_the_dispatcher_gets_the_items_of_sending_and_nobodys_contact() -> None:
    (policy,) = where(functions()["Dispatch"]["Policies"])
    (getting,) = [one for one in policy["Statement"] if one["Action"] == "dynamodb:GetItem"]
    assert getting["Condition"] == {"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": [keys.pause().pk]}}
    assert keys.sent_on("2026-03-02").pk == keys.pause().pk


def test_indexes_are_queried_only_by_the_functions_that_need_them() -> None:
    by_index = {f: {r.rpartition("/")[2] for r in resources_for(f, "dynamodb:Query") if "/index/" in r} for f in EVERY}
    assert {function: names for function, names in by_index.items() if names} == {
        "Dispatch": {"due"},
        "OnEvent": {"by_ticket"},
        "Remind": {"due"},
        "StaffApi": {"by_month", "by_case", "by_owner", "by_account", "due"},
        "Digest": {"by_month", "by_case", "due"},
    }


def test_mail_leaves_only_as_our_identity_and_under_our_configuration_set() -> None:
    assert who_may("ses:SendEmail") == {"Send", "Notify", "Digest"}
    prefix = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:"
    for function in who_may("ses:SendEmail"):
        assert resources_for(function, "ses:SendEmail") == {
            prefix + "identity/${SenderIdentity}",
            prefix + "configuration-set/${Email.Outputs.ConfigurationSet}",
        }
        # The local SES compares with "*" only.
        assert resources_for(function, "ses:SendEmail", local=True) == {"*"}
        assert variables(function)["CONFIGURATION_SET"] == "Email.Outputs.ConfigurationSet"


def test_the_local_stack_differs_where_it_cannot_compare_and_nowhere_else() -> None:
    for function in EVERY:
        for aws, here in zip(statements(function), statements(function, local=True), strict=True):
            if aws["actions"] == ["sqs:SendMessage"]:  # covers batches on AWS; here they have a name of their own
                assert set(here["actions"]) <= {"sqs:SendMessage", "sqs:SendMessageBatch"}
                assert aws["resources"] == here["resources"]
            elif aws["actions"] not in (["ses:SendEmail"], ["ses:GetEmailIdentity"]):
                assert aws == here


@pytest.mark.parametrize("function", EVERY)
def test_a_function_knows_the_secrets_and_queues_it_may_use_and_no_others(function: str) -> None:
    named = variables(function)
    secrets = {value for name, value in named.items() if name.endswith("_SECRET")}
    assert secrets == resources_for(function, "secretsmanager:GetSecretValue")
    queues = {value.replace("QueueUrl", "QueueArn") for name, value in named.items() if name.endswith("_QUEUE_URL")}
    assert queues == resources_for(function, "sqs:SendMessage")


def test_variables_name_what_they_hold() -> None:
    for function in EVERY:
        for name, value in variables(function).items():
            plain = name.removesuffix("_SECRET").replace("_", "").lower()
            assert plain in value.replace("Outputs", "").lower(), f"{function}: {name} is {value}"


def test_pages_are_written_each_into_its_own_folder() -> None:
    site = "${Web.Outputs.SiteBucketArn}"
    for action in ("s3:PutObject", "s3:DeleteObject"):
        assert resources_for("PublishPage", action) == {f"{site}/page/*", f"{site}/preview/*"}
    assert who_may("s3:DeleteObject") == {"PublishPage"}
    ours = "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Web.Outputs.DistributionId}"
    assert resources_for("PublishPage", "cloudfront:CreateInvalidation") == {ours}
    assert who_may("cloudfront:CreateInvalidation") == {"PublishPage"}
    folders = {file.path.partition("/")[0] for file in static_pages(Renderer(PROGRAMME), PROGRAMME)}
    assert "case" in folders
    below = {f"{site}/{folder}/*" for folder in {*folders, "desk"}}
    assert resources_for("SiteFiles", "s3:PutObject") == {*below, f"{site}/desk"}  # what leads to the desk


def test_the_desk_sends_no_mail_writes_no_file_and_reads_no_whole_table() -> None:
    allowed = {action for statement in statements("StaffApi") for action in statement["actions"]}
    assert {action.partition(":")[0] for action in allowed} == {"dynamodb", "secretsmanager", "sqs", "ses"}
    assert {action for action in allowed if action.startswith("ses:")} == {"ses:GetAccount", "ses:GetEmailIdentity"}
    assert "dynamodb:Scan" not in allowed
    queues = {f"Messaging.Outputs.{name}QueueArn" for name in ("Page", "Notify")}
    assert resources_for("StaffApi", "sqs:SendMessage") == queues


def test_whoever_reads_a_queue_or_the_stream_may_read_that_one_alone() -> None:
    for mapping in mappings().values():
        function, source = spelled(mapping["FunctionName"]), spelled(mapping["EventSourceArn"])
        actions = QUEUE_READING if "Queue" in source else STREAM_READING
        for action in actions:
            assert resources_for(function, action) == {source}
    readers = {spelled(mapping["FunctionName"]) for mapping in mappings().values()}
    assert who_may("sqs:ReceiveMessage") | who_may("dynamodb:GetRecords") == readers


def test_no_event_brings_a_managed_policy_for_every_queue_and_stream() -> None:
    assert not events("SQS")
    assert not events("DynamoDB")


def test_a_stream_reader_may_set_failed_records_aside_where_it_is_told_to() -> None:
    for mapping in mappings().values():
        destination = where(mapping).get("DestinationConfig")
        if destination:
            bucket = spelled(destination["OnFailure"]["Destination"])
            function = spelled(mapping["FunctionName"])
            assert resources_for(function, "s3:PutObject") == {f"${{{bucket}}}/*"}
            assert resources_for(function, "s3:ListBucket") == {bucket}
