"""The table as Sayso uses it: conditional writes of whole items, alone or many as one, and queries by key.

Everything DynamoDB-specific (expressions, type tags, error codes) stays in this file; the stores above it speak of
items and of what they expect to find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from botocore.exceptions import ClientError

from sayso.adapters.backoff import JitteredBackoff
from sayso.adapters.keys import Key
from sayso.domain.errors import ConflictError
from sayso.ports import Backoff

if TYPE_CHECKING:
    from types_boto3_dynamodb.client import DynamoDBClient

Item = dict[str, Any]
TRANSACTION_LIMIT = 100  # actions in one TransactWriteItems
_BATCH_GET_LIMIT = 100


@dataclass(frozen=True)
class Expect:
    """What a write expects of the item it touches.

    `absent` True: there is no such item. Otherwise every attribute in `equals` has that value (None: the attribute
    is missing); with `or_absent` a missing item will do as well. `before` expects an attribute to be smaller.
    """

    absent: bool = False
    equals: Mapping[str, Any] = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    or_absent: bool = False


ABSENT = Expect(absent=True)


@dataclass(frozen=True)
class Put:
    """Write a whole item."""

    item: Item
    expect: Expect | None = None

    @property
    def key(self) -> Key:
        return Key(self.item["pk"], self.item["sk"])


@dataclass(frozen=True)
class Update:
    """Set, add to and remove attributes of an item, making it when it is not there."""

    key: Key
    sets: Mapping[str, Any] = field(default_factory=dict)
    adds: Mapping[str, int] = field(default_factory=dict)
    expect: Expect | None = None


@dataclass(frozen=True)
class Delete:
    """Remove an item."""

    key: Key
    expect: Expect | None = None


@dataclass(frozen=True)
class Check:
    """Change nothing, but expect something."""

    key: Key
    expect: Expect


Action = Put | Update | Delete | Check


class WriteConflictError(ConflictError):
    """A write met something other than it expected; nothing was written.

    `actions` are the positions of the actions whose expectation failed; empty when two transactions met.
    """

    def __init__(self, actions: Sequence[int] = ()) -> None:
        super().__init__("somebody else changed it first")
        self.actions = tuple(actions)


class Items(Protocol):
    """The operations the stores are built on; tests bring an in-memory one."""

    def get(self, key: Key) -> Item | None: ...
    def get_many(self, keys: Sequence[Key]) -> dict[Key, Item]: ...
    def query(
        self,
        pk: str,
        *,
        prefix: str = "",
        start: str = "",
        end: str = "",
        index: str = "",
        limit: int | None = None,
        newest_first: bool = False,
    ) -> Iterator[Item]: ...
    def scan(self, prefixes: tuple[str, ...] = ()) -> Iterator[Item]: ...
    def write(self, *actions: Action) -> None: ...


_INDEX_KEYS = {
    "": ("pk", "sk"),
    "due": ("due_pk", "due_sk"),
    "by_month": ("month_pk", "month_sk"),
    "by_case": ("case_pk", "case_sk"),
    "by_owner": ("owner_pk", "owner_sk"),
    "by_ticket": ("ticket_pk", "ticket_sk"),
    "by_account": ("account_pk", "account_sk"),
}


def sort_key(index: str) -> str:
    """The attribute the items of an index, or of the table (""), are in the order of."""
    return _INDEX_KEYS[index][1]


class DynamoItems:
    """The table in DynamoDB. Reads are consistent (except of indexes, where DynamoDB has no such thing)."""

    def __init__(self, client: DynamoDBClient, table: str, backoff: Backoff | None = None) -> None:
        self._client, self._table, self._backoff = client, table, backoff or JitteredBackoff()
        self._to_wire, self._from_wire = TypeSerializer().serialize, TypeDeserializer().deserialize

    def get(self, key: Key) -> Item | None:
        """One item, or None."""
        answer = self._client.get_item(TableName=self._table, Key=self._wire(key._asdict()), ConsistentRead=True)
        return self._item(answer["Item"]) if "Item" in answer else None

    def get_many(self, keys: Sequence[Key]) -> dict[Key, Item]:
        """The items there are, by key."""
        found: dict[Key, Item] = {}
        waiting, losses = [self._wire(key._asdict()) for key in dict.fromkeys(keys)], 0
        while waiting:
            chunk, waiting = waiting[:_BATCH_GET_LIMIT], waiting[_BATCH_GET_LIMIT:]
            answer = self._client.batch_get_item(RequestItems={self._table: {"Keys": chunk, "ConsistentRead": True}})
            for wire in answer["Responses"].get(self._table, []):
                item = self._item(wire)
                found[Key(item["pk"], item["sk"])] = item
            unread = answer.get("UnprocessedKeys", {})
            if left := unread[self._table]["Keys"] if self._table in unread else []:
                # What the table has no room for at the moment comes back unread: asked for at once, it would again.
                waiting, losses = [*waiting, *left], losses + 1
                self._backoff(losses)
        return found

    def query(
        self,
        pk: str,
        *,
        prefix: str = "",
        start: str = "",
        end: str = "",
        index: str = "",
        limit: int | None = None,
        newest_first: bool = False,
    ) -> Iterator[Item]:
        """The items of a partition in key order: all, those with a prefix, or those from `start` to `end` inclusive.

        `newest_first` turns the order: keys with a moment or a day in them then begin with the last.
        """
        partition, sort = _INDEX_KEYS[index]
        names, values, condition = {"#p": partition}, {":p": pk}, "#p = :p"
        if prefix or end:
            names["#s"] = sort
            condition += " AND begins_with(#s, :s)" if prefix else " AND #s BETWEEN :s AND :e"
            # An empty key value is not allowed; a space sorts before everything we write.
            values |= {":s": prefix} if prefix else {":s": start or " ", ":e": end}
        request: dict[str, Any] = {
            "TableName": self._table,
            "KeyConditionExpression": condition,
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": self._wire(values),
        }
        request |= {"IndexName": index} if index else {"ConsistentRead": True}
        request |= {"ScanIndexForward": False} if newest_first else {}
        while True:
            if limit is not None:
                request["Limit"] = limit
            page = self._client.query(**request)
            yield from map(self._item, page["Items"])
            limit = limit - len(page["Items"]) if limit is not None else None
            if "LastEvaluatedKey" not in page or limit == 0:
                return
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def scan(self, prefixes: tuple[str, ...] = ()) -> Iterator[Item]:
        """Every item whose sort or partition key starts with one of the prefixes: for audits, never for a request."""
        request: dict[str, Any] = {"TableName": self._table, "ConsistentRead": True}
        if prefixes:
            tests = [f"begins_with(sk, :p{at}) OR begins_with(pk, :p{at})" for at in range(len(prefixes))]
            request["FilterExpression"] = " OR ".join(tests)
            request["ExpressionAttributeValues"] = self._wire({f":p{at}": text for at, text in enumerate(prefixes)})
        while True:
            page = self._client.scan(**request)
            yield from map(self._item, page["Items"])
            if "LastEvaluatedKey" not in page:
                return
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def write(self, *actions: Action) -> None:
        """Do all of it or nothing.

        Raises
        ------
        WriteConflictError
            When an expectation failed, or another transaction was at the same items. Nothing was written.
        """
        if not actions:
            return
        requests = [self._request(action) for action in actions]
        try:
            if len(requests) > 1 or isinstance(actions[0], Check):
                self._client.transact_write_items(TransactItems=requests)  # type: ignore[arg-type]
                return
            match actions[0]:
                case Put():
                    self._client.put_item(**requests[0]["Put"])
                case Update():
                    self._client.update_item(**requests[0]["Update"])
                case _:
                    self._client.delete_item(**requests[0]["Delete"])
        except ClientError as error:
            raise _conflict(error) or error from error

    def _request(self, action: Action) -> dict[str, dict[str, Any]]:
        names: dict[str, str] = {}
        values: dict[str, Any] = {}
        request: dict[str, Any] = {"TableName": self._table}
        if isinstance(action, Put):
            request["Item"] = self._wire(action.item)
        else:
            request["Key"] = self._wire(action.key._asdict())
        if isinstance(action, Update):
            request["UpdateExpression"] = _update_expression(action, names, values)
        if action.expect is not None:
            request["ConditionExpression"] = _condition(action.expect, names, values)
        if names:
            request["ExpressionAttributeNames"] = names
        if values:
            request["ExpressionAttributeValues"] = self._wire(values)
        return {"ConditionCheck" if isinstance(action, Check) else type(action).__name__: request}

    def _wire(self, plain: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._to_wire(value) for name, value in plain.items()}

    def _item(self, wire: Mapping[str, Any]) -> Item:
        return {name: self._from_wire(value) for name, value in wire.items()}


def _update_expression(action: Update, names: dict[str, str], values: dict[str, Any]) -> str:
    clauses = []
    for verb, joiner, changes in (("SET", " = ", action.sets), ("ADD", " ", action.adds)):
        if changes:
            clauses.append(verb + " " + ", ".join(_pair(n, v, joiner, names, values) for n, v in changes.items()))
    return " ".join(clauses)


def _pair(name: str, value: Any, joiner: str, names: dict[str, str], values: dict[str, Any]) -> str:
    number = len(names)
    names[f"#n{number}"], values[f":v{number}"] = name, value
    return f"#n{number}{joiner}:v{number}"


def _condition(expect: Expect, names: dict[str, str], values: dict[str, Any]) -> str:
    names["#pk"] = "pk"
    if expect.absent:
        return "attribute_not_exists(#pk)"
    clauses = []
    for name, value in expect.equals.items():
        if value is None:
            names[f"#n{len(names)}"] = name
            clauses.append(f"attribute_not_exists(#n{len(names) - 1})")
        else:
            clauses.append(_pair(name, value, " = ", names, values))
    clauses += [_pair(name, value, " < ", names, values) for name, value in expect.before.items()]
    clauses = clauses or ["attribute_exists(#pk)"]
    condition = " AND ".join(clauses)
    return (
        f"attribute_not_exists(#pk) OR ({condition})" if expect.or_absent else f"attribute_exists(#pk) AND {condition}"
    )


def _conflict(error: ClientError) -> WriteConflictError | None:
    code = error.response["Error"]["Code"]
    if code in ("ConditionalCheckFailedException", "TransactionConflictException"):
        return WriteConflictError([0] if code.startswith("Conditional") else [])
    if code != "TransactionCanceledException":
        return None
    reasons = [reason.get("Code") for reason in error.response.get("CancellationReasons", [])]
    failed = [at for at, reason in enumerate(reasons) if reason == "ConditionalCheckFailed"]
    if failed or "TransactionConflict" in reasons:
        return WriteConflictError(failed)
    return None


def in_chunks(actions: Iterable[Action], size: int) -> Iterator[list[Action]]:
    """Cut a list of actions so that no chunk is longer than `size`."""
    chunk: list[Action] = []
    for action in actions:
        chunk.append(action)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
