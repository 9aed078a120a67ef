from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from sayso.adapters.items import DynamoItems
from tests.bench import server
from tests.engines import ENGINES, engine
from tests.table import create_table


@pytest.fixture(scope="session")
def local_engine() -> Iterator[str]:
    """Where the local stack's server listens, with nothing deployed to it: the same engine, in a second."""
    with server.listening() as endpoint_url:
        yield endpoint_url


@pytest.fixture(scope="module", params=ENGINES)
def dynamodb(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A client of DynamoDB, one engine after the other."""
    with engine(request) as client:
        yield client


@pytest.fixture
def table(dynamodb: Any) -> Iterator[DynamoItems]:
    """A table of its own for one test."""
    name = f"test-{uuid4().hex[:12]}"
    create_table(dynamodb, name)
    yield DynamoItems(dynamodb, name)
    dynamodb.delete_table(TableName=name)
