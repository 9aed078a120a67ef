"""Keeps who is behind a commitment: two items a contact, written with the number of them in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, TRANSACTION_LIMIT, Action, Check, Delete, Expect, Item, Items, Put, Update
from sayso.adapters.mapping import to_entity, to_item
from sayso.adapters.paging import page
from sayso.domain.commitment import Asker, reference_text
from sayso.domain.errors import ConflictError, NotFoundError
from sayso.ports import Backoff, Page, Reference

ATTEMPTS = 10
_ANSWERS_AT_ONCE = 40  # of one contact: they fit into one transaction with all that goes with them
_THERE = Expect()
_Answers = dict[str, list[Reference]]
_Plan = Callable[[str, Asker | None, list[Reference]], tuple[list[Action], int]]


class CommitmentLinkStore:
    """See `sayso.ports.CommitmentLinks`."""

    def __init__(self, items: Items, backoff: Backoff) -> None:
        self._items, self._backoff = items, backoff

    def askers(self, commitment_id: str) -> Iterator[Asker]:
        """All contacts behind a commitment, those since erased too."""
        prefix = keys.asker(commitment_id)
        return (to_entity(Asker, item) for item in self._items.query(prefix.pk, prefix=prefix.sk))

    def page(self, commitment_id: str, limit: int, after: str = "") -> Page[Asker]:
        """The contacts behind a commitment in the order of their ids, those since erased too."""
        prefix = keys.asker(commitment_id)
        found, following = page(self._items, prefix.pk, prefix=prefix.sk, limit=limit, after=after)
        return Page([to_entity(Asker, item) for item in found], following)

    def askers_among(self, commitment_id: str, contact_ids: Sequence[str]) -> Mapping[str, Asker]:
        """Those of some contacts that are behind a commitment, by contact."""
        found = self._items.get_many([keys.asker(commitment_id, contact_id) for contact_id in contact_ids])
        return {item["contact_id"]: to_entity(Asker, item) for item in found.values()}

    def of_contact(self, contact_id: str) -> list[str]:
        """The commitments a contact is behind."""
        prefix = keys.asked(contact_id)
        return [item["commitment_id"] for item in self._items.query(prefix.pk, prefix=prefix.sk)]

    def link(self, commitment_id: str, references: Sequence[Reference], by: str, now: datetime) -> int:
        """Put answers behind a commitment; those that are there already stay as they are.

        Answers of people who were erased meanwhile are left out.

        Returns
        -------
        int
            How many contacts are behind it that were not before.

        Raises
        ------
        NotFoundError
            When there is no such commitment.
        ConflictError
            When others kept changing the same; what was linked so far stays, and may be linked again.
        """

        def plan(contact_id: str, known: Asker | None, answers: list[Reference]) -> tuple[list[Action], int]:
            before = known.references if known else ()
            new = [one for one in answers if reference_text(one) not in before]
            if not new:
                return [], 0
            after = Asker(
                contact_id=contact_id,
                references=(*before, *map(reference_text, new)),
                linked_at=now,
                by=by,
            )
            # An erasure that began meanwhile finds these items, or this finds the answer erased.
            checks = [Check(keys.response(*one), Expect(equals={"erased": None})) for one in new]
            puts = [self._asker(commitment_id, known, after), Put(_asked(commitment_id, after))]
            return [*puts, *checks], int(known is None)

        return self._in_batches(commitment_id, references, plan, self._without_erased)

    def unlink(self, commitment_id: str, references: Sequence[Reference], by: str, now: datetime) -> int:
        """Take answers away from behind a commitment; returns how many contacts are no longer behind it.

        Raises as `link` does.
        """

        def plan(contact_id: str, known: Asker | None, answers: list[Reference]) -> tuple[list[Action], int]:
            gone = {reference_text(one) for one in answers}
            if known is None or not gone.intersection(known.references):
                return [], 0
            left = tuple(one for one in known.references if one not in gone)
            if left:
                after = Asker(contact_id=contact_id, references=left, linked_at=now, by=by)
                actions: list[Action] = [self._asker(commitment_id, known, after)]
                # Of somebody who was erased there is no such item any more, and must not be one again.
                if self._items.get(keys.asked(contact_id, commitment_id)):
                    actions.append(Put(_asked(commitment_id, after), _as_read(known)))
                return actions, 0
            both = keys.asker(commitment_id, contact_id), keys.asked(contact_id, commitment_id)
            return [Delete(both[0], _as_read(known)), Delete(both[1])], -1

        return -self._in_batches(commitment_id, references, plan, dict)

    def _in_batches(
        self, commitment_id: str, references: Sequence[Reference], plan: _Plan, again: Callable[[_Answers], _Answers]
    ) -> int:
        by_contact: _Answers = {}
        for one in dict.fromkeys(references):
            by_contact.setdefault(one[0], []).append(one)
        waiting, moved = list(_pieces(by_contact)), 0
        while waiting:
            batch = _filling_one_transaction(waiting)
            waiting = waiting[len(batch) :]
            moved += self._write(commitment_id, batch, plan, again)
        return moved

    def _write(self, commitment_id: str, batch: _Answers, plan: _Plan, again: Callable[[_Answers], _Answers]) -> int:
        for losses in range(1, ATTEMPTS + 1):
            known = self.askers_among(commitment_id, list(batch))
            actions, moved = list[Action](), 0
            for contact_id, answers in batch.items():
                its_actions, change = plan(contact_id, known.get(contact_id), answers)
                actions, moved = [*actions, *its_actions], moved + change
            if moved:
                # Whoever edits the texts meanwhile reads them again: the revision tells that something moved.
                adds = {"voices": moved, "revision": 1}
                actions.append(Update(keys.commitment(commitment_id), adds=adds, expect=_THERE))
            try:
                self._items.write(*actions)
            except ConflictError:
                if self._items.get(keys.commitment(commitment_id)) is None:
                    raise NotFoundError(f"there is no commitment '{commitment_id}'", field="id") from None
                batch = again(batch)
                self._backoff(losses)
            else:
                return moved
        raise ConflictError("others kept changing who is behind it; do it again")

    def _without_erased(self, batch: _Answers) -> _Answers:
        answers = {keys.response(*one): one for group in batch.values() for one in group}
        found = self._items.get_many(list(answers))
        there = {answers[key] for key, item in found.items() if not item.get("erased")}
        return {contact_id: kept for contact_id, group in batch.items() if (kept := [a for a in group if a in there])}

    @staticmethod
    def _asker(commitment_id: str, known: Asker | None, after: Asker) -> Action:
        item = to_item(keys.asker(commitment_id, after.contact_id), "asker", after)
        return Put(item, _as_read(known) if known else ABSENT)


def _asked(commitment_id: str, after: Asker) -> Item:
    return to_item(keys.asked(after.contact_id, commitment_id), "asked", after, commitment_id=commitment_id)


def _as_read(known: Asker) -> Expect:
    return Expect(equals={"references": list(known.references)})


def _pieces(by_contact: _Answers) -> Iterator[tuple[str, list[Reference]]]:
    for contact_id, answers in by_contact.items():
        for start in range(0, len(answers), _ANSWERS_AT_ONCE):
            yield contact_id, answers[start : start + _ANSWERS_AT_ONCE]


def _filling_one_transaction(waiting: Sequence[tuple[str, list[Reference]]]) -> _Answers:
    """The first of them, as many as fit, each contact once: one item cannot be in a transaction twice."""
    batch: _Answers = {}
    size = 1  # the commitment
    for contact_id, answers in waiting:
        size += 2 + len(answers)
        if contact_id in batch or size > TRANSACTION_LIMIT:
            break
        batch[contact_id] = answers
    return batch
