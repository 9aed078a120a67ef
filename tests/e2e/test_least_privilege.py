"""On the local stack, with IAM enforced: a function with another's task is turned away."""

from __future__ import annotations

import boto3
import pytest
from botocore.exceptions import ClientError

from sayso.adapters import keys
from tests.e2e.company import Company

pytestmark = pytest.mark.stack


def as_function(company: Company, function: str, service: str):
    """A client with the rights of a function's own role."""
    session = company.target.session
    configuration = boto3.client("lambda", **session).get_function_configuration(
        FunctionName=company.stack.functions[function]
    )
    role = boto3.client("sts", **session).assume_role(RoleArn=configuration["Role"], RoleSessionName="test")
    credentials = role["Credentials"]
    return boto3.client(
        service,
        endpoint_url=company.stack.endpoint_url,
        region_name=company.stack.region,
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )


def denied(error: pytest.ExceptionInfo[ClientError]) -> bool:
    return "AccessDenied" in error.value.response["Error"]["Code"]


def test_the_public_function_can_read_an_item_but_list_nothing(company: Company) -> None:
    client = as_function(company, "PublicApi", "dynamodb")
    table = company.stack.table_name
    key = {"pk": {"S": keys.contact("nobody").pk}, "sk": {"S": "PROFILE"}}
    assert "Item" not in client.get_item(TableName=table, Key=key)
    with pytest.raises(ClientError) as refused:
        client.scan(TableName=table)
    assert denied(refused)
    with pytest.raises(ClientError) as refused:
        client.query(
            TableName=table,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": "CONTACT#x"}},
        )
    assert denied(refused)
    with pytest.raises(ClientError) as refused:
        client.delete_item(TableName=table, Key=key)
    assert denied(refused)


def test_the_public_function_can_send_no_mail(company: Company) -> None:
    with pytest.raises(ClientError) as refused:
        as_function(company, "PublicApi", "sesv2").send_email(
            FromEmailAddress="feedback@polder.example",
            Destination={"ToAddresses": ["somebody@client.example"]},
            Content={"Simple": {"Subject": {"Data": "x"}, "Body": {"Text": {"Data": "x"}}}},
        )
    assert denied(refused)


def test_the_dispatcher_sees_what_is_due_and_nobody_it_is_about(company: Company) -> None:
    client = as_function(company, "Dispatch", "dynamodb")
    query = {
        "TableName": company.stack.table_name,
        "KeyConditionExpression": "due_pk = :pk",
        "ExpressionAttributeValues": {":pk": {"S": keys.due_partition("day50", 0)}},
    }
    assert client.query(**query, IndexName="due")["Count"] >= 0
    # That it may get its own items alone is held by tests/infrastructure: the local stack does not compare keys.
    with pytest.raises(ClientError) as refused:
        client.query(
            TableName=company.stack.table_name,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": "CONTACT#x"}},
        )
    assert denied(refused)


def test_the_page_is_published_under_its_own_prefix_only(company: Company) -> None:
    client = as_function(company, "PublishPage", "s3")
    with pytest.raises(ClientError) as refused:
        client.put_object(Bucket=company.stack.outputs["SiteBucket"], Key="survey/survey.js", Body=b"")
    assert denied(refused)
