"""The engines the tests of the table run on: moto, the local stack's, and any endpoint that speaks DynamoDB's API.

``AWS_ENDPOINT_URL_DYNAMODB`` (or ``AWS_ENDPOINT_URL``) names one more, AWS's own DynamoDB Local among them:
``AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000 .venv/bin/pytest tests/integration``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
import pytest
from moto import mock_aws

# Taken out of the environment: whoever names an endpoint means these tests, and moto answers only where AWS would.
_NAMED = [os.environ.pop(name, None) for name in ("AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL")]
ENDPOINT = next(filter(None, _NAMED), None)
ENGINES = ["moto", pytest.param("stack", marks=pytest.mark.stack), *(["endpoint"] if ENDPOINT else [])]


@contextmanager
def engine(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A client of the engine that a fixture is asked for."""
    if request.param == "moto":
        with mock_aws():
            yield boto3.client("dynamodb")
    else:
        at = request.getfixturevalue("local_engine") if request.param == "stack" else ENDPOINT
        yield boto3.client("dynamodb", endpoint_url=at)
