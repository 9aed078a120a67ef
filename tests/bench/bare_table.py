"""DynamoDB's client as far as counting needs it, on a dictionary: what is left to measure is our own code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from boto3.dynamodb.types import TypeDeserializer
from botocore.exceptions import ClientError

from sayso.adapters.items import DynamoItems, Item
from sayso.adapters.keys import Key

_Wire = dict[str, Any]
_ABSENT = "attribute_not_exists(#pk)"
_from_wire = TypeDeserializer().deserialize


class BareTable:
    """Holds items in DynamoDB's own form, and counts the requests and the items that are written.

    It does what `DynamoItems` asks for when it counts, and fails on anything else: an expression it does not know
    would make the measurement a lie.
    """

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], _Wire] = {}
        self.reads = self.writes = self.items_written = 0
        self.written_by_kind: Counter[str] = Counter()

    @property
    def items(self) -> DynamoItems:
        """The table as the stores know it."""
        return DynamoItems(self, "bench")  # type: ignore[arg-type]

    def plain(self, key: Key) -> Item:
        """One item, as the stores read it."""
        return {name: _from_wire(value) for name, value in self.kept[key].items()}

    def batch_get_item(self, *, RequestItems: Mapping[str, Any]) -> _Wire:  # noqa: N803 - boto3's names
        ((name, wanted),) = RequestItems.items()
        self.reads += 1
        found = [self.kept[at] for key in wanted["Keys"] if (at := _key(key)) in self.kept]
        return {"Responses": {name: found}, "UnprocessedKeys": {}}

    def transact_write_items(self, *, TransactItems: list[_Wire], **_: Any) -> _Wire:  # noqa: N803
        self._write(TransactItems)
        return {}

    def put_item(self, **request: Any) -> _Wire:
        self._write([{"Put": request}])
        return {}

    def update_item(self, **request: Any) -> _Wire:
        self._write([{"Update": request}])
        return {}

    def _write(self, actions: list[_Wire]) -> None:
        made = [self._made(verb, request) for action in actions for verb, request in action.items()]
        self.writes += 1
        self.items_written += len(made)
        self.written_by_kind.update(_kind(*key) for key, _ in made)
        self.kept.update(made)

    def _made(self, verb: str, request: _Wire) -> tuple[tuple[str, str], _Wire]:
        key = _key(request["Item"] if verb == "Put" else request["Key"])
        before = self.kept.get(key)
        self._check(request, before)
        if verb == "Put":
            return key, request["Item"]
        after = {**(before or request["Key"])}
        _update(after, request)
        return key, after

    def _check(self, request: _Wire, before: _Wire | None) -> None:
        condition = request.get("ConditionExpression")
        if condition is None:
            return
        if condition == _ABSENT:
            holds = before is None
        else:
            _, _, equality = condition.partition("attribute_exists(#pk) AND ")
            name, sign, value = equality.split()
            assert sign == "=", condition
            wanted = request["ExpressionAttributeValues"][value]
            holds = before is not None and before.get(request["ExpressionAttributeNames"][name]) == wanted
        if not holds:
            raise ClientError({"Error": {"Code": "ConditionalCheckFailedException"}}, "Write")


def _kind(pk: str, sk: str) -> str:
    return "COUNTED" if sk.startswith("COUNTED#") else pk.partition("#")[0]


def _key(item: _Wire) -> tuple[str, str]:
    return item["pk"]["S"], item["sk"]["S"]


def _update(after: _Wire, request: _Wire) -> None:
    names, values = request["ExpressionAttributeNames"], request["ExpressionAttributeValues"]
    sets, _, adds = request["UpdateExpression"].partition("ADD ")
    for pair in filter(None, sets.removeprefix("SET ").split(", ")):
        name, value = pair.split(" = ")
        after[names[name]] = values[value.strip()]
    for pair in filter(None, adds.split(", ")):
        name, value = pair.split(" ")
        known = after.get(names[name], {"N": "0"})
        after[names[name]] = {"N": str(int(known["N"]) + int(values[value]["N"]))}
