"""Reads the records of the table's stream back into the entities they are about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from boto3.dynamodb.types import TypeDeserializer

from sayso.adapters.items import Item
from sayso.adapters.mapping import to_entity
from sayso.domain.contact import Contact
from sayso.domain.entity import Entity
from sayso.domain.invitation import Invitation
from sayso.domain.response import Response

_MODELS: dict[str, type[Entity]] = {"contact": Contact, "invitation": Invitation, "response": Response}
_from_wire = TypeDeserializer().deserialize


class Changed(NamedTuple):
    """An item that was written: as it is now, and as it was before (None when it is new)."""

    pk: str
    sk: str
    now: Entity
    before: Entity | None


def read_record(record: Mapping[str, Any]) -> Changed | None:
    """What a stream record says; None for removals (TTL's among them) and for items nobody listens to."""
    if record["eventName"] == "REMOVE":
        return None
    after = _item(record["dynamodb"].get("NewImage", {}))
    model = _MODELS.get(str(after.get("entity")))
    if model is None:
        return None
    before = _item(record["dynamodb"].get("OldImage", {}))
    return Changed(after["pk"], after["sk"], to_entity(model, after), to_entity(model, before) if before else None)


def _item(image: Mapping[str, Any]) -> Item:
    return {name: _from_wire(value) for name, value in image.items()}
