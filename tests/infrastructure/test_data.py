"""The table outlives every deploy: what would replace it, or let it be lost, is held here."""

import json

import pytest

from sayso.adapters import items
from tests.infrastructure.reading import nested, resources, spelled, template

TABLE = nested("Data")["Resources"]["Table"]


def test_the_table_keeps_its_name_and_key_or_aws_would_start_an_empty_one() -> None:
    assert list(resources("AWS::DynamoDB::Table", "infrastructure/data.yaml")) == ["Table"]
    keys = [(key["AttributeName"], key["KeyType"]) for key in TABLE["Properties"]["KeySchema"]]
    assert keys == [("pk", "HASH"), ("sk", "RANGE")]
    assert "TableName" not in TABLE["Properties"], "a fixed name would forbid a second stack and every replacement"


def test_the_table_survives_its_stack_and_mistakes() -> None:
    assert TABLE["DeletionPolicy"] == TABLE["UpdateReplacePolicy"] == "Retain"
    assert TABLE["Properties"]["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True
    assert spelled(TABLE["Properties"]["DeletionProtectionEnabled"]) == "DeletionProtection"
    assert template()["Parameters"]["DeletionProtection"]["Default"] == "true"


def test_readers_of_the_stream_see_both_sides_of_a_change() -> None:
    assert TABLE["Properties"]["StreamSpecification"]["StreamViewType"] == "NEW_AND_OLD_IMAGES"


def test_words_expire_by_the_attribute_the_code_writes() -> None:
    assert TABLE["Properties"]["TimeToLiveSpecification"] == {"AttributeName": "expires_at_epoch", "Enabled": True}


def test_every_index_is_there_from_the_first_deploy() -> None:
    indexes = {index["IndexName"]: index for index in TABLE["Properties"]["GlobalSecondaryIndexes"]}
    keys = {name: [key["AttributeName"] for key in index["KeySchema"]] for name, index in indexes.items()}
    used = {name: list(pair) for name, pair in items._INDEX_KEYS.items() if name}
    assert keys == used
    defined = {one["AttributeName"]: one["AttributeType"] for one in TABLE["Properties"]["AttributeDefinitions"]}
    assert defined == dict.fromkeys(["pk", "sk", *(key for pair in keys.values() for key in pair)], "S")


def test_the_due_index_carries_what_dispatch_needs_without_reading_the_item() -> None:
    due = next(i for i in TABLE["Properties"]["GlobalSecondaryIndexes"] if i["IndexName"] == "due")
    assert due["Projection"]["ProjectionType"] == "INCLUDE"
    assert set(due["Projection"]["NonKeyAttributes"]) == {"survey", "occasion", "contact_id", "due_step", "due_at"}


@pytest.mark.parametrize("secret", ["HookSecrets", "ChannelAddresses"])
def test_what_the_operator_sets_begins_empty_and_is_kept(secret: str) -> None:
    resource = nested("Data")["Resources"][secret]
    assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == "Retain"
    # Any other text would be written over what `sayso hooks set` or `sayso channels set` put there.
    assert resource["Properties"]["SecretString"] == "{}"


@pytest.mark.parametrize(("secret", "field"), [("LinkKeys", "1"), ("AddressKey", "key")])
def test_a_secret_is_generated_into_the_field_the_code_reads_and_is_kept(secret: str, field: str) -> None:
    resource = nested("Data")["Resources"][secret]
    assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == "Retain"
    generated = resource["Properties"]["GenerateSecretString"]
    assert generated["GenerateStringKey"] == field
    assert json.loads(generated["SecretStringTemplate"]) == {}
    assert generated["PasswordLength"] >= 32
