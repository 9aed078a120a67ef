"""Takes a webhook in: is it from who it says, what does it say, and onto the bus with it. It keeps nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from sayso.domain.errors import NotFoundError, SaysoError
from sayso.domain.hook_events import Ignored, read
from sayso.domain.hooks import Hook
from sayso.domain.programme import Programme
from sayso.domain.signatures import verify
from sayso.domain.tickets import TicketEvent
from sayso.domain.touchpoints import REACHED, TouchpointEvent
from sayso.ports import Bus, Clock, HookSecrets

LARGEST_BODY: Final = 1024 * 1024  # bytes; helpdesks that send a whole ticket with its history stay below it


class TooLargeError(SaysoError):
    """A body larger than `LARGEST_BODY`."""


@dataclass(frozen=True)
class Taken:
    """What became of a webhook: `accepted` is on the bus, `ignored` means nothing to us, `checked` was a test.

    `event` is its name on the bus.
    """

    state: Literal["accepted", "ignored", "checked"]
    event: str = ""
    reason: str = ""


@dataclass(frozen=True)
class TakeHook:
    """See the module."""

    secrets: HookSecrets
    bus: Bus
    programme: Programme
    clock: Clock

    def take(self, source: str, headers: Mapping[str, str], body: bytes, *, dry: bool = False) -> Taken:
        """Check a webhook and put what it says on the bus; with `dry`, everything but that.

        Parameters
        ----------
        headers : mapping
            By lower-case name.
        body : bytes
            As it was sent, to the byte: the signature is over it.

        Raises
        ------
        NotFoundError
            When the programme has no such source.
        TooLargeError, SignatureRefusedError, InvalidInputError
            What is wrong, before anything was done. Anything else means: try again later.
        """
        hook = self.find(source)
        if len(body) > LARGEST_BODY:
            raise TooLargeError(f"is larger than {LARGEST_BODY} bytes", field="body")
        now = self.clock()
        verify(hook, self.secrets.of(source), headers, body, now)
        said = read(hook, source, body, now)
        if isinstance(said, Ignored):
            return Taken("ignored", reason=said.reason)
        name = REACHED if isinstance(said, TouchpointEvent) else said.event
        if not dry:
            self.bus.put(name, _detail(said))
        return Taken("checked" if dry else "accepted", event=name)

    def find(self, source: str) -> Hook:
        """A source of the programme; raises NotFoundError."""
        if source not in self.programme.hooks:
            raise NotFoundError("the programme has no source of this name under hooks", field="source")
        return self.programme.hooks[source]


def _detail(said: TicketEvent | TouchpointEvent) -> dict[str, object]:
    return said.model_dump(mode="json", exclude={"event"}, exclude_none=True)
