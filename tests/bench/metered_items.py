"""The table in memory with a meter: what each read and write would be billed as by DynamoDB."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from boto3.dynamodb.types import TypeSerializer

from sayso.adapters.items import Action, Check, Item, WriteConflictError
from sayso.adapters.keys import Key
from tests.bench import units
from tests.fakes import FakeItems

_to_wire = TypeSerializer().serialize


@dataclass(frozen=True)
class Use:
    """One read, or the write of one item, in one step: how many units, in the table and in indexes."""

    step: str
    how: str
    item: str
    reads: float = 0
    writes: int = 0
    index_writes: int = 0
    size: int = 0


class MeteredItems(FakeItems):
    """See the module. `step` names what is going on; `calls` counts requests, whatever they cost."""

    def __init__(self) -> None:
        super().__init__()
        self.step = ""
        self.uses: list[Use] = []
        self.calls = 0

    def get(self, key: Key) -> Item | None:
        self._read("get", [(_name(key), units.get(self._kept.get(key)))])
        return super().get(key)

    def get_many(self, keys: Sequence[Key]) -> dict[Key, Item]:
        self._read("get", [(_name(key), units.get(self._kept.get(key))) for key in dict.fromkeys(keys)])
        return super().get_many(keys)

    def query(self, pk: str, *, prefix: str = "", index: str = "", **how: Any) -> Iterator[Item]:
        found = list(super().query(pk, prefix=prefix, index=index, **how))
        amount = units.query([wire(item) for item in found], consistent=not index)
        self._read("query", [(f"index {index}" if index else _name(Key(pk, prefix)), amount)])
        return iter(found)

    def write(self, *actions: Action) -> None:
        if not actions:
            return
        self.calls += 1
        before = {_key(action): self._kept.get(_key(action)) for action in actions}
        transactional = len(actions) > 1 or isinstance(actions[0], Check)
        try:
            super().write(*actions)
        except WriteConflictError:
            for key, kept in before.items():
                paid = units.write(kept, kept, transactional=transactional)
                self.uses.append(Use(self.step, "refused", _name(key), writes=paid, size=units.size(kept)))
            raise
        for key, kept in before.items():
            after = self._kept.get(key)
            paid = units.write(kept, after, transactional=transactional)
            index = sum(units.index_writes(kept, after).values())
            how = "transaction" if transactional else "write"
            self.uses.append(Use(self.step, how, _name(key), 0, paid, index, units.size(after)))

    def _read(self, how: str, read: Sequence[tuple[str, float]]) -> None:
        self.calls += 1
        self.uses += [Use(self.step, how, name, reads=amount) for name, amount in read]


def wire(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item in DynamoDB's own form."""
    return {name: _to_wire(value) for name, value in item.items()}


def _key(action: Action) -> Key:
    return Key(*action.key)


_NAMES = {
    "PROFILE": "contact",
    "INVITATION": "invitation",
    "GATE": "gate",
    "COUNTED": "ledger",
    "PAUSE": "pause",
    "FOLLOWUP": "open follow-up",
    "DAY": "day's limit",
}


def _name(key: Key) -> str:
    """What an item is called, by its key."""
    if key.pk in ("HOLDS", "COUNTERS"):
        return {"HOLDS": "hold", "COUNTERS": "directory"}[key.pk]
    if key.pk.startswith("COUNT#"):
        return f"counter {key.pk.split('#')[2]}"
    return _NAMES.get(key.sk.split("#")[0], key.sk.split("#")[0].lower())
