"""Keeps follow-ups; one open case a contact, and one case an answer, whatever arrives how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.invitation_store import put_invitation
from sayso.adapters.items import ABSENT, Action, Check, Delete, Expect, Items, Put
from sayso.adapters.keys import Key
from sayso.adapters.mapping import put_next, to_entity
from sayso.adapters.notice_store import put_notice
from sayso.adapters.paging import page
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.notice import Notice
from sayso.domain.time import utc_text
from sayso.ports import Page


class FollowUpStore:
    """See `sayso.ports.FollowUps`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def get(self, follow_up_id: str) -> FollowUp | None:
        """One case."""
        item = self._items.get(keys.follow_up(follow_up_id))
        return to_entity(FollowUp, item) if item else None

    def many(self, follow_up_ids: Sequence[str]) -> list[FollowUp]:
        """Those of the cases that there are, in no order."""
        found = self._items.get_many([keys.follow_up(one) for one in dict.fromkeys(follow_up_ids)])
        return [to_entity(FollowUp, item) for item in found.values()]

    def linked_to(self, reference: tuple[str, str, str]) -> str | None:
        """The id of the case an answer belongs to, if it belongs to one."""
        item = self._items.get(keys.linked(*reference))
        return str(item["follow_up_id"]) if item else None

    def of_answers(self, references: Sequence[tuple[str, str, str]]) -> Mapping[tuple[str, str, str], FollowUp]:
        """The cases that answers belong to, by answer, in two reads."""
        links = {keys.linked(*reference): reference for reference in references}
        found = self._items.get_many(list(links))
        ids = {links[key]: str(item["follow_up_id"]) for key, item in found.items()}
        wanted = {name: keys.follow_up(name) for name in ids.values()}
        cases = self._items.get_many(list(wanted.values())) if wanted else {}
        return {
            reference: to_entity(FollowUp, cases[wanted[name]])
            for reference, name in ids.items()
            if wanted[name] in cases
        }

    def open_of(self, contact_id: str) -> FollowUp | None:
        """The open case of a contact."""
        pointer = self._items.get(keys.open_follow_up(contact_id))
        return self.get(pointer["follow_up_id"]) if pointer else None

    def open_among(self, contact_ids: Sequence[str]) -> list[FollowUp]:
        """The open cases of many contacts, the one due first first."""
        pointers = self._items.get_many([keys.open_follow_up(one) for one in contact_ids])
        wanted = [keys.follow_up(str(item["follow_up_id"])) for item in pointers.values()]
        found = [to_entity(FollowUp, item) for item in self._items.get_many(wanted).values()] if wanted else []
        return sorted(found, key=lambda case: (case.due_at, case.follow_up_id))

    def of_contact(self, contact_id: str) -> list[FollowUp]:
        """Every case of a contact, open or not, the oldest first."""
        found = [self.get(follow_up_id) for follow_up_id in dict.fromkeys(self._pointers(contact_id).values())]
        return sorted((case for case in found if case), key=lambda case: (case.opened_at, case.follow_up_id))

    def unlink(self, contact_id: str) -> int:
        """Forget which answers of a contact led to which cases; returns how many did."""
        pointers = self._pointers(contact_id)
        for key in pointers:
            self._items.write(Delete(key))
        return len(pointers)

    def _pointers(self, contact_id: str) -> dict[Key, str]:
        prefix = keys.linked(contact_id)
        found = {Key(item["pk"], item["sk"]): item for item in self._items.query(prefix.pk, prefix=prefix.sk)}
        pointer = keys.open_follow_up(contact_id)
        is_open = self._items.get(pointer)
        if is_open:
            found[pointer] = is_open
        return {key: str(item["follow_up_id"]) for key, item in found.items()}

    def open(
        self,
        follow_up: FollowUp,
        reference: tuple[str, str, str],
        notices: Iterable[Notice] = (),
        invitations: Iterable[Invitation] = (),
    ) -> FollowUp:
        """Open a case for an answer; raises ConflictError when the contact has one or is erased, or when the answer
        belongs to one."""
        pointer = keys.open_follow_up(follow_up.contact_id)
        item = {**pointer._asdict(), "entity": "pointer", "follow_up_id": follow_up.follow_up_id}
        known = _still_known(follow_up)
        with_it = (*map(put_notice, notices), *map(put_invitation, invitations))
        self._items.write(_put(follow_up), Put(item, ABSENT), _link(follow_up, reference), known, *with_it)
        return follow_up.having(revision=follow_up.revision + 1)

    def join(
        self,
        follow_up: FollowUp,
        reference: tuple[str, str, str],
        instead_of: str = "",
        notices: Iterable[Notice] = (),
        invitations: Iterable[Invitation] = (),
    ) -> FollowUp:
        """Add an answer to the open case; raises ConflictError when it is open no more, or changed since read.

        `instead_of` names the case the answer belonged to before.
        """
        still_open = Expect(equals={"follow_up_id": follow_up.follow_up_id})
        self._items.write(
            _put(follow_up),
            Check(keys.open_follow_up(follow_up.contact_id), still_open),
            _link(follow_up, reference, instead_of),
            *map(put_notice, notices),
            *map(put_invitation, invitations),
        )
        return follow_up.having(revision=follow_up.revision + 1)

    def save(
        self, follow_up: FollowUp, notices: Iterable[Notice] = (), invitations: Iterable[Invitation] = ()
    ) -> FollowUp:
        """Write the next revision with what is to be told of it and what becomes of its recheck, as one; a case that
        is over gives the contact free, a reopened one takes them back.

        Raises ConflictError when any of it changed, or when the contact has another open case or is erased by now.
        """
        pointer = keys.open_follow_up(follow_up.contact_id)
        mine = Expect(equals={"follow_up_id": follow_up.follow_up_id}, or_absent=True)
        with_it: list[Action] = [*map(put_notice, notices), *map(put_invitation, invitations)]
        if follow_up.is_over:
            # Whoever only adds to a closed case has no pointer to delete, and need not be allowed to.
            if (self._items.get(pointer) or {}).get("follow_up_id") == follow_up.follow_up_id:
                with_it.append(Delete(pointer, mine))
        elif follow_up.changes and follow_up.changes[-1].what == "reopened":
            item = {**pointer._asdict(), "entity": "pointer", "follow_up_id": follow_up.follow_up_id}
            with_it += [Put(item, mine), _still_known(follow_up)]
        self._items.write(_put(follow_up), *with_it)
        return follow_up.having(revision=follow_up.revision + 1)

    def closed_between(self, first: datetime, last: datetime) -> Iterator[FollowUp]:
        """The cases that are over since a moment between two (UTC), `last` not included, in that order."""
        start, end = utc_text(first), utc_text(last)
        for item in self._items.query(keys.cases(is_open=False), start=start, end=end, index="by_case"):
            yield to_entity(FollowUp, item)

    def notices(self, follow_up_id: str) -> list[Notice]:
        """What was told, or is to be told, about a case, the oldest first."""
        prefix = keys.notice(follow_up_id)
        return [to_entity(Notice, item) for item in self._items.query(prefix.pk, prefix=prefix.sk)]

    def list(self, *, is_open: bool) -> list[FollowUp]:
        """All open cases by due time, or all closed ones by the time they were closed."""
        found = self._items.query(keys.cases(is_open=is_open), index="by_case")
        return [to_entity(FollowUp, item) for item in found]

    def page(self, limit: int, after: str = "", *, is_open: bool) -> Page[FollowUp]:
        """The open cases, the one due first first, or the closed ones, the one closed last first."""
        found, following = page(
            self._items,
            keys.cases(is_open=is_open),
            index="by_case",
            limit=limit,
            after=after,
            newest_first=not is_open,
        )
        return Page([to_entity(FollowUp, item) for item in found], following)

    def page_of_owner(self, owner_id: str, limit: int, after: str = "") -> Page[FollowUp]:
        """The open cases of an owner, the one due first first."""
        found, following = page(self._items, keys.cases_of(owner_id), index="by_owner", limit=limit, after=after)
        return Page([to_entity(FollowUp, item) for item in found], following)


def _still_known(follow_up: FollowUp) -> Check:
    """No case is opened for somebody who was erased while it was being made."""
    return Check(keys.contact(follow_up.contact_id), Expect())


def _put(follow_up: FollowUp) -> Put:
    is_open = not follow_up.is_over
    at = follow_up.due_at if is_open or follow_up.closed_at is None else follow_up.closed_at
    places = {
        "case_pk": keys.cases(is_open=is_open),
        "case_sk": f"{utc_text(at)}#{follow_up.follow_up_id}",
        "owner_pk": keys.cases_of(follow_up.owner_id) if is_open and follow_up.owner_id else None,
        "owner_sk": f"{utc_text(at)}#{follow_up.follow_up_id}" if is_open and follow_up.owner_id else None,
    }
    return put_next(keys.follow_up(follow_up.follow_up_id), "follow_up", follow_up, **places)


def _link(follow_up: FollowUp, reference: tuple[str, str, str], instead_of: str = "") -> Put:
    item = {**keys.linked(*reference)._asdict(), "entity": "link", "follow_up_id": follow_up.follow_up_id}
    return Put(item, Expect(equals={"follow_up_id": instead_of}) if instead_of else ABSENT)
