"""Entities to items and back: one way for all of them."""

from __future__ import annotations

from typing import Any, TypeVar

from sayso.adapters.items import ABSENT, Expect, Item, Put
from sayso.adapters.keys import Key
from sayso.domain.entity import Entity, Revised

E = TypeVar("E", bound=Entity)


def to_item(key: Key, kind: str, entity: Entity, **attributes: Any) -> Item:
    """The item of an entity: its fields as JSON values (moments as ISO 8601 text), and index attributes."""
    return {
        **entity.model_dump(mode="json", exclude_none=True),
        **{name: value for name, value in attributes.items() if value is not None},
        **key._asdict(),
        "entity": kind,
    }


def to_entity(model: type[E], item: Item) -> E:
    """The entity an item holds."""
    return model.model_validate(item)


def put_next(key: Key, kind: str, entity: Revised, **attributes: Any) -> Put:
    """Write the next revision, expecting the one the entity was read as."""
    following = entity.having(revision=entity.revision + 1)
    expect = Expect(equals={"revision": entity.revision}) if entity.revision else ABSENT
    return Put(to_item(key, kind, following, **attributes), expect)
