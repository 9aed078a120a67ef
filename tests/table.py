"""The table as infrastructure/data.yaml defines it, so that what tests run on cannot drift from what is deployed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parents[1] / "infrastructure" / "data.yaml"


class _Template(yaml.SafeLoader):
    """Reads CloudFormation's own tags as plain values."""


_Template.add_multi_constructor("!", lambda loader, _, node: loader.construct_scalar(node))


@cache
def properties() -> dict[str, Any]:
    """The properties of the table's resource."""
    template = yaml.load(DATA.read_text(encoding="utf-8"), Loader=_Template)  # noqa: S506 - a SafeLoader
    return dict(template["Resources"]["Table"]["Properties"])


@cache
def indexes() -> dict[str, dict[str, Any]]:
    """The indexes by name."""
    return {index["IndexName"]: index for index in properties()["GlobalSecondaryIndexes"]}


@cache
def sort_keys() -> dict[str, tuple[str, str]]:
    """Partition and sort key of the table (under "") and of each index."""
    schemas = {"": properties(), **indexes()}
    return {
        name: (schema["KeySchema"][0]["AttributeName"], schema["KeySchema"][1]["AttributeName"])
        for name, schema in schemas.items()
    }


def projected(index: str) -> tuple[str, ...] | None:
    """The attributes an index carries besides the keys; None for all of them."""
    projection = indexes()[index]["Projection"]
    return None if projection["ProjectionType"] == "ALL" else tuple(projection.get("NonKeyAttributes", ()))


def create_table(client: Any, name: str) -> None:
    """Make the table at an endpoint and wait until it is there."""
    wanted = properties()
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        **{part: wanted[part] for part in ("KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes")},
        StreamSpecification={"StreamEnabled": True, **wanted["StreamSpecification"]},
    )
    client.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
