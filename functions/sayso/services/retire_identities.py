"""Erases those of whom nothing was heard for as long as the programme says, a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sayso.domain.errors import ConflictError
from sayso.domain.programme import Programme
from sayso.domain.retention import last_day_to_keep
from sayso.ports import Clock
from sayso.services.erase_contact import EraseContact

AT_ONCE = 200


@dataclass(frozen=True)
class Retired:
    """What a run did: the contacts (by id) it erased, those whose erasure it brought to its end, how many wait."""

    erased: tuple[str, ...] = ()
    finished: tuple[str, ...] = ()
    left: int = 0


@dataclass(frozen=True)
class RetireIdentities:
    """See the module. Reads the whole table where the programme limits how long identities are kept."""

    last_heard: Callable[[], Mapping[str, datetime]]
    erase_contact: EraseContact
    programme: Programme
    clock: Clock

    def run(self, at_once: int = AT_ONCE) -> Retired:
        """End what was interrupted, then erase at most `at_once` contacts, the longest unheard of first."""
        finished = tuple(self.erase_contact.finish())
        months = self.programme.privacy.keep_identities
        if months is None:
            return Retired(finished=finished)
        until = last_day_to_keep(self.clock(), months)
        over = sorted((at, contact_id) for contact_id, at in self.last_heard().items() if at.date() < until)
        erased = tuple(contact_id for _, contact_id in over[:at_once] if self._retire(contact_id))
        return Retired(erased, finished, len(over) - len(erased))

    def _retire(self, contact_id: str) -> bool:
        try:
            return self.erase_contact.retire(contact_id)
        except ConflictError:
            return False  # something is happening with them; what was begun the next run brings to its end
