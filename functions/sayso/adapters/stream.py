"""Reads the records of the table's stream back into the entities they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from boto3.dynamodb.types import TypeDeserializer

from sayso.adapters.items import Item
from sayso.adapters.mapping import to_entity
from sayso.domain.commitment import Commitment
from sayso.domain.contact import Contact
from sayso.domain.entity import Entity
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.notice import Notice
from sayso.domain.public_page import PageDraft
from sayso.domain.response import Response

Record = Mapping[str, Any]
_MODELS: dict[str, type[Entity]] = {
    "contact": Contact,
    "invitation": Invitation,
    "response": Response,
    "follow_up": FollowUp,
    "notice": Notice,
    "commitment": Commitment,
    "page_draft": PageDraft,
}
_from_wire = TypeDeserializer().deserialize


@dataclass(frozen=True)
class Changed:
    """An item that was written, as it is now."""

    pk: str
    sk: str
    now: Entity
    _old_image: Record

    @cached_property
    def before(self) -> Entity | None:
        """As it was before; None when it is new. Read when first asked for: it costs as much as the item itself."""
        return to_entity(type(self.now), _item(self._old_image)) if self._old_image else None


def read_record(record: Record) -> Changed | None:
    """What a stream record says; None for removals (TTL's among them) and for items nobody listens to."""
    if record["eventName"] == "REMOVE":
        return None
    image = record["dynamodb"].get("NewImage", {})
    model = _MODELS.get(image.get("entity", {}).get("S", ""))
    if model is None:
        return None
    after = _item(image)
    return Changed(after["pk"], after["sk"], to_entity(model, after), record["dynamodb"].get("OldImage", {}))


def newest_first(records: Sequence[Record]) -> list[list[Record]]:
    """The records of each item, the one with the highest revision first; removals are left out."""
    items: dict[tuple[str, str], list[Record]] = {}
    for record in reversed(records):
        if record["eventName"] != "REMOVE":
            key = record["dynamodb"]["Keys"]
            items.setdefault((key["pk"]["S"], key["sk"]["S"]), []).append(record)
    return [sorted(item, key=_revision, reverse=True) for item in items.values()]


def _revision(record: Record) -> int:
    return int(record["dynamodb"].get("NewImage", {}).get("revision", {}).get("N", 0))


def _item(image: Record) -> Item:
    return {name: _from_wire(value) for name, value in image.items()}
