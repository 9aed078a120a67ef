"""Takes a company's contact list in: good rows are kept, bad ones are named, the same list again changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact, ContactRow, ticket_contact_id
from sayso.domain.errors import ConflictError
from sayso.domain.sending import Hold
from sayso.ports import Clock, Contacts, Pseudonyms, Standings
from sayso.services.known_addresses import ErasedAddresses, KnownAddresses
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.rejected_rows import line_of_double, too_many_cells

_CHUNK = 50  # rows, each looked up in two ways: DynamoDB's BatchGetItem takes 100 keys
_SEGMENT = "segment:"
_OWN_ID = "give it an id of its own, or remove one of the two lines"
SURPLUS = "(surplus)"  # where a reader puts the cells of a row that no column is there for
REJECTED_AS = "(rejected as)"  # where a reader of a rejects file puts the reason it gives
COLUMNS = tuple(name for name in ContactRow.model_fields if name != "segments")


class LeftHold(NamedTuple):
    """A contact left an account that is on hold (until then, UTC) for one that is not."""

    account: str
    until: datetime
    now_at: str


@dataclass(frozen=True)
class RowResult:
    """What became of a row: `line` is its line in the file; `field` and `reason` say why one was rejected.

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


@dataclass(frozen=True)
class ImportContacts:
    """See the module."""

    contacts: Contacts
    standings: Standings
    pseudonyms: Pseudonyms
    clock: Clock
    new_id: Callable[[], str]

    def run(self, rows: Iterable[tuple[int, Mapping[str, str]]]) -> Iterator[RowResult]:
        """Import rows given as (line, columns); yields one result a row, in order, as it goes."""
        seen: dict[str, int] = {}
        held = {account_id: hold for account_id, hold in self.standings.holds() if hold.until > self.clock()}
        addresses, erased = KnownAddresses(self.contacts), ErasedAddresses(self.standings)
        rows = iter(rows)
        while chunk := list(islice(rows, _CHUNK)):
            parsed = [(line, _parse(columns)) for line, columns in chunk]
            known = self._known([row for _, row in parsed if isinstance(row, ContactRow)])
            for (line, row), (_, columns) in zip(parsed, chunk, strict=True):
                if not isinstance(row, ContactRow):
                    yield RowResult(line, "rejected", *row)
                elif other := line_of_double(row.contact_id, columns.get(REJECTED_AS, "")):
                    reason = f"'{row.contact_id}' is in line {other} of the list it was rejected from; {_OWN_ID}"
                    yield RowResult(line, "rejected", "contact_id", reason)
                elif row.contact_id in seen:
                    reason = f"'{row.contact_id}' is in line {seen[row.contact_id]} already; {_OWN_ID}"
                    yield RowResult(line, "rejected", "contact_id", reason)
                else:
                    seen[row.contact_id] = line
                    before = known.get(row.contact_id)
                    result = self._keep(line, row, before, _cleared_segments(columns))
                    if result.outcome == "added":
                        known_as = addresses.asked_as(self._hash(row), besides=row.contact_id)
                        result = replace(result, known_as=known_as, was_erased=erased.has(self._hash(row)))
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
        self, line: int, row: ContactRow, before: Contact | None, cleared: Set[str], attempt: int = 1
    ) -> RowResult:
        wanted = self._contact(row, before, cleared)
        dated = wanted.began_on is not None or wanted.role == "user"
        if wanted == before:
            return RowResult(line, "unchanged", dated=dated)
        try:
            self.contacts.save(wanted.having(changed_at=self.clock().replace(microsecond=0)), before)
        except ConflictError:
            # Another import, or a ticket, was at the same contact or account.
            if attempt == ATTEMPTS:
                return RowResult(
                    line, "rejected", "contact_id", "was changed by somebody else just now; import it again"
                )
            return self._keep(line, row, self._known([row]).get(row.contact_id), cleared, attempt + 1)
        return RowResult(line, "changed" if before else "added", dated=dated)

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
            return {**said, "name": row.name or before.name}
        kept = before.model_dump(include=said.keys() - row.model_fields_set)
        segments = {name: value for name, value in before.segments.items() if name not in cleared}
        return {**said, **kept, "segments": segments | row.segments}


def _cleared_segments(columns: Mapping[str, str]) -> Set[str]:
    return {
        name.removeprefix(_SEGMENT).strip()
        for name, value in columns.items()
        if name.startswith(_SEGMENT) and not value.strip()
    }


def _parse(columns: Mapping[str, str]) -> ContactRow | tuple[str, str]:
    if SURPLUS in columns:
        return "row", too_many_cells(columns[SURPLUS])
    known: dict[str, Any] = {name: value for name, value in columns.items() if name in COLUMNS}
    known["segments"] = {
        name.removeprefix(_SEGMENT).strip(): value.strip()
        for name, value in columns.items()
        if name.startswith(_SEGMENT) and value.strip()
    }
    try:
        return ContactRow.model_validate(known)
    except ValidationError as error:
        problem = error.errors()[0]
        where = [str(step) for step in problem["loc"] if step != "[key]"]
        field = _SEGMENT + where[1] if where[0] == "segments" and len(where) > 1 else where[0]
        if problem["type"] in ("missing", "string_too_short"):
            return field, "is empty"
        reason = problem["msg"].removeprefix("Value error, ")
        if field in ("email", "owner_email") and str(problem["input"]).strip():
            # Here and not where addresses are checked: what a webhook brings must not reach a log.
            reason = f"'{_one_line(problem['input'])}' {reason}"
        return field, reason


def _one_line(text: object) -> str:
    return " ".join(str(text).split())[:80]
