"""Takes a company's contact list in: good rows are kept, bad ones are named, the same list again changes nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any, Literal, NamedTuple

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact, ContactRow, ticket_contact_id
from sayso.domain.errors import ConflictError
from sayso.domain.sending import Hold
from sayso.ports import Clock, Contacts, Pseudonyms, Standings
from sayso.services.contact_rows import COLUMNS, REJECTED_AS, SURPLUS, Refused, cleared_segments, read_row
from sayso.services.known_addresses import FEW, ErasedAddresses, KnownAddresses
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.rejected_rows import line_of_double

__all__ = ["COLUMNS", "REJECTED_AS", "SURPLUS", "Earlier", "ImportContacts", "LeftHold", "RowResult"]

_CHUNK = 50  # rows, each looked up in two ways: DynamoDB's BatchGetItem takes 100 keys
_OWN_ID = "give it an id of its own, or remove one of the two lines"
_CONTENDED = "was changed by somebody else just now; import it again"
_SHOWN = tuple(ContactRow.model_fields)


class LeftHold(NamedTuple):
    """A contact left an account that is on hold (until then, UTC) for one that is not."""

    account: str
    until: datetime
    now_at: str


@dataclass(frozen=True)
class RowResult:
    """What became of a row: `line` is its line in the file; `field` and `reason` say why one was rejected, `code` says
    it for machines, with the number or the text it speaks of. `fields` are what changed of a contact there was, and
    `contact` is what they are now, or would be; `former` is what one that changes was before.
    `took_over` says that a contact a ticket had brought in is known by the row's id from now on.

    Three things a row does may not be meant: `left_hold`; `known_as`, the other ids under which a new contact's
    address is known already and asked; `was_erased`, it brings somebody back who had been erased.
    """

    line: int
    outcome: Literal["added", "changed", "unchanged", "rejected"]
    field: str = ""
    reason: str = ""
    dated: bool = True
    left_hold: LeftHold | None = None
    known_as: tuple[str, ...] = ()
    was_erased: bool = False
    code: str = dataclasses.field(default="", compare=False)
    about: str = dataclasses.field(default="", compare=False)
    fields: tuple[str, ...] = dataclasses.field(default=(), compare=False)
    took_over: bool = dataclasses.field(default=False, compare=False)
    contact: Contact | None = dataclasses.field(default=None, compare=False, repr=False)
    former: Contact | None = dataclasses.field(default=None, compare=False, repr=False)


class Earlier(NamedTuple):
    """What the pieces of a list said that came before this one: the lines of the ids that were taken, and the addresses
    of those that took over a contact of a ticket."""

    lines: Mapping[str, int] = {}
    took_over: Collection[str] = ()


@dataclass(frozen=True)
class ImportContacts:
    """See the module."""

    contacts: Contacts
    standings: Standings
    pseudonyms: Pseudonyms
    clock: Clock
    new_id: Callable[[], str]

    def run(
        self,
        rows: Iterable[tuple[int, Mapping[str, str]]],
        *,
        keep: bool = True,
        earlier: Earlier | None = None,
        few: int = FEW,
    ) -> Iterator[RowResult]:
        """Import rows given as (line, columns); yields one result a row, in order, as it goes.

        Without `keep` nothing is written: it only says what would become of each. `few` is up to how many questions
        about addresses are asked one by one, rather than by reading everybody.
        """
        earlier = earlier or Earlier()
        seen = dict(earlier.lines)
        taken_over = {self.pseudonyms.of_address(same_mailbox(address)) for address in earlier.took_over}
        addresses, erased = KnownAddresses(self.contacts, few), ErasedAddresses(self.standings, few)
        rows = iter(rows)
        while chunk := list(islice(rows, _CHUNK)):
            parsed = [(line, read_row(columns)) for line, columns in chunk]
            good = [row for _, row in parsed if isinstance(row, ContactRow)]
            known = self._known(good)
            held = self._held(good, known)
            for (line, row), (_, columns) in zip(parsed, chunk, strict=True):
                if isinstance(row, Refused):
                    yield _rejected(line, row)
                    continue
                if double := _double(row, columns, seen):
                    yield _rejected(line, double)
                    continue
                seen[row.contact_id] = line
                before, address_hash = known.get(row.contact_id), self._hash(row)
                takes_over = before is not None and before.external_id != row.contact_id
                if takes_over and address_hash in taken_over:  # by somebody else at the same address
                    before, takes_over = None, False
                result = self._keep(line, row, before, cleared_segments(columns), keep=keep)
                if takes_over and result.outcome != "rejected":
                    taken_over.add(address_hash)
                    result = replace(result, took_over=True)
                if result.outcome == "added":
                    # Without `keep` a contact that was taken over is still known by its ticket.
                    gone = ticket_contact_id(address_hash) if address_hash in taken_over else ""
                    known_as = tuple(one for one in addresses.asked_as(address_hash, row.contact_id) if one != gone)
                    result = replace(result, known_as=known_as, was_erased=erased.has(address_hash))
                if result.contact and result.outcome != "unchanged":
                    addresses.moved(result.contact)
                yield replace(result, left_hold=self._left(row, before, held)) if before and held else result

    def _known(self, rows: list[ContactRow]) -> dict[str, Contact]:
        """The contacts behind rows, by the rows' contact_id; somebody a ticket brought in is known by address."""
        by_ticket = {row.contact_id: ticket_contact_id(self._hash(row)) for row in rows}
        found = self.contacts.by_external_ids([*by_ticket, *by_ticket.values()])
        return {
            name: contact
            for name, from_ticket in by_ticket.items()
            if (contact := found.get(name) or found.get(from_ticket))
        }

    def _held(self, rows: list[ContactRow], known: Mapping[str, Contact]) -> Mapping[str, Hold]:
        """The holds of the accounts that rows leave and go to."""
        accounts = {*map(self._account_id, rows), *(one.account_id for one in known.values())}
        holds = self.standings.holds_of(sorted(accounts)) if known else {}
        return {account_id: hold for account_id, hold in holds.items() if hold.until > self.clock()}

    def _left(self, row: ContactRow, before: Contact, held: Mapping[str, Hold]) -> LeftHold | None:
        account_id = self._account_id(row)
        if account_id == before.account_id or before.account_id not in held or account_id in held:
            return None
        return LeftHold(before.account, held[before.account_id].until, row.account)

    def _account_id(self, row: ContactRow) -> str:
        return self.pseudonyms.of("account", row.account.casefold())

    def _hash(self, row: ContactRow) -> str:
        return self.pseudonyms.of_address(same_mailbox(row.email))

    def _keep(
        self,
        line: int,
        row: ContactRow,
        before: Contact | None,
        cleared: Set[str],
        attempt: int = 1,
        *,
        keep: bool,
    ) -> RowResult:
        wanted = self._contact(row, before, cleared)
        dated = wanted.began_on is not None or wanted.role == "user"
        if wanted == before:
            return RowResult(line, "unchanged", dated=dated, contact=before)
        try:
            if keep:
                self.contacts.save(wanted.having(changed_at=self.clock().replace(microsecond=0)), before)
        except ConflictError:
            # Another import, or a ticket, was at the same contact or account.
            if attempt == ATTEMPTS:
                return RowResult(line, "rejected", "contact_id", _CONTENDED, code="contended")
            known = self._known([row]).get(row.contact_id)
            return self._keep(line, row, known, cleared, attempt + 1, keep=keep)
        if before is None:
            return RowResult(line, "added", dated=dated, contact=wanted)
        return RowResult(line, "changed", dated=dated, fields=_changed(before, wanted), contact=wanted, former=before)

    def _contact(self, row: ContactRow, before: Contact | None, cleared: Set[str]) -> Contact:
        fields = self._fields(row, before, cleared)
        address_hash = self._hash(row)
        former = before.former_address_hashes if before else ()
        if before and address_hash != before.address_hash:
            former = (*(known for known in former if known != before.address_hash), before.address_hash)
        return Contact(
            contact_id=before.contact_id if before else self.new_id(),
            first_seen_at=before.first_seen_at if before else self.clock().replace(microsecond=0),
            revision=before.revision if before else 0,
            external_id=row.contact_id,
            changed_at=before.changed_at if before else None,
            former_address_hashes=former,
            address_hash=address_hash,
            account_id=self._account_id(row),
            owner_id=self.pseudonyms.of_owner(fields["owner_email"]) if fields["owner_email"] else None,
            **fields,
        )

    def _fields(self, row: ContactRow, before: Contact | None, cleared: Set[str]) -> dict[str, Any]:
        """What the row says; what its list has no column for stays as it is. An empty cell clears."""
        said = row.model_dump(exclude={"contact_id"})
        if before is None:
            return said
        if before.external_id != row.contact_id:  # a ticket brought them in: only the name can be kept
            return {**said, "name": row.name if "name" in row.model_fields_set else before.name}
        kept = before.model_dump(include=said.keys() - row.model_fields_set)
        segments = {name: value for name, value in before.segments.items() if name not in cleared}
        return {**said, **kept, "segments": segments | row.segments}


def _rejected(line: int, why: Refused) -> RowResult:
    return RowResult(line, "rejected", why.field, why.reason, code=why.code, about=why.about)


def _double(row: ContactRow, columns: Mapping[str, str], seen: Mapping[str, int]) -> Refused | None:
    """Why a row is not taken whose id another one has; None when it is the only one."""
    if other := line_of_double(row.contact_id, columns.get(REJECTED_AS, "")):
        reason = f"'{row.contact_id}' is in line {other} of the list it was rejected from; {_OWN_ID}"
        return Refused("contact_id", reason, "double_before", other)
    if row.contact_id not in seen:
        return None
    line = seen[row.contact_id]
    return Refused("contact_id", f"'{row.contact_id}' is in line {line} already; {_OWN_ID}", "double", str(line))


def _changed(before: Contact, after: Contact) -> tuple[str, ...]:
    """What of a contact a list may say is another now, by the names of its columns."""
    found = [name for name in _SHOWN if name != "contact_id" and getattr(before, name) != getattr(after, name)]
    return (*(["contact_id"] if before.external_id != after.external_id else []), *found)
