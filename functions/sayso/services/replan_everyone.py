"""Has everybody planned again: when the programme's rhythm changed, or because somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.domain.planning import rhythm_of
from sayso.domain.programme import Programme
from sayso.ports import Clock, Contacts, PlannedBy, PlanQueue


@dataclass(frozen=True)
class ReplanEveryone:
    """See the module. Planning again is always safe, so this may stop halfway and be done again."""

    contacts: Contacts
    queue: PlanQueue
    planned_by: PlannedBy
    programme: Programme
    clock: Clock

    def run(self) -> int:
        """Put every contact on the plan queue; returns how many.

        It leaves no mark: by hand it runs with the programme of the operator's folder, which need not be deployed.
        """
        queued: list[str] = []
        self.queue.send_all(self._bodies(queued))
        return len(queued)

    def run_if_changed(self) -> int:
        """The same if the programme's rhythm is not the one everybody was last planned by; returns how many.

        The mark is made when all are on the queue: whoever stops before that starts again.
        """
        rhythm = rhythm_of(self.programme)
        if self.planned_by.read() == rhythm:
            return 0
        queued = self.run()
        self.planned_by.write(rhythm, self.clock())
        return queued

    def _bodies(self, queued: list[str]) -> Iterator[dict[str, str]]:
        for contact in self.contacts.everyone():
            queued.append(contact.contact_id)
            yield {"contact_id": contact.contact_id}
