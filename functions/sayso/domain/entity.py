"""The base of everything Sayso keeps: immutable, typed, and changed only by making the next revision."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Entity(BaseModel):
    """A kept thing. Fields a newer version wrote are ignored, so that a rollback can still read the table."""

    # What cannot be read may be a name, an address or words: errors end up in logs, and must not quote it.
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    def having(self, **changes: Any) -> Self:
        """The same thing with some fields changed."""
        return self.model_copy(update=changes)


class Revised(Entity):
    """A thing whose writes name the revision they replace, so that two writers can never overwrite each other.

    Revision 0 means: not written yet.
    """

    revision: int = 0
