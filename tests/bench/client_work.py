"""What boto3 itself takes for a call: the part of a function's time that is neither our code nor waiting."""

from __future__ import annotations

from functools import cache
from time import process_time
from typing import Any

import boto3
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders

from tests.bench.prices import REGIONS


@cache
def processor_of_a_call() -> float:
    """Seconds of processor that boto3 takes for one call of DynamoDB, without the network."""
    client = boto3.client("dynamodb", region_name=REGIONS[0], aws_access_key_id="-", aws_secret_access_key="-")

    def answer(request: Any, **_: Any) -> Any:
        return AWSResponse(request.url, 200, HTTPHeaders(), Body())

    client.meta.events.register("before-send.dynamodb.PutItem", answer)
    item = {f"name{number}": {"S": "x" * 30} for number in range(15)}
    client.put_item(TableName="table", Item=item)
    began = process_time()
    for _ in range(200):
        client.put_item(TableName="table", Item=item)
    return (process_time() - began) / 200


class Body:
    """An empty answer."""

    def stream(self, **_: Any) -> list[bytes]:
        return [b"{}"]
