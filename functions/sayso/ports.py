"""What the services need of the outside world, as small as each needs it. The adapters fit these shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from sayso.domain.commitment import Commitment
from sayso.domain.contact import Contact
from sayso.domain.counting import CounterCell, Entries
from sayso.domain.edition import Edition
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation, MailKind
from sayso.domain.mail import Mail
from sayso.domain.nps import ScoreCounts
from sayso.domain.programme import Language
from sayso.domain.response import Response, SaidWords
from sayso.domain.sending import Gate, GateMail, Standing

Clock = Callable[[], datetime]
"""Tells the time, aware and in UTC."""

Reference = tuple[str, str, str]
"""Contact, survey and occasion."""


class StepMessage(NamedTuple):
    """What the dispatcher hands to the sender: take this invitation's step, if it is still the one that was due."""

    contact_id: str
    survey: str
    occasion: str
    step: str
    due_at: datetime


class Due(NamedTuple):
    """An entry of the due index: the step that is (over)due, and its place (`sort`) in the index."""

    message: StepMessage
    sort: str


class Pseudonyms(Protocol):
    """Keyed hashes that stand for an address, an account or an owner where a name must not."""

    def of_address(self, address: str) -> str: ...
    def of(self, kind: Literal["account", "owner"], name: str) -> str: ...


class Contacts(Protocol):
    def get(self, contact_id: str) -> Contact | None: ...
    def by_external_ids(self, external_ids: Sequence[str]) -> Mapping[str, Contact]: ...
    def by_address(self, address_hash: str) -> list[Contact]: ...
    def save(self, contact: Contact, before: Contact | None) -> None: ...


class Invitations(Protocol):
    def get(self, contact_id: str, survey: str, occasion: str) -> Invitation | None: ...
    def of_contact(self, contact_id: str) -> list[Invitation]: ...
    def of_ticket(self, source: str, ticket_id: str) -> list[str]: ...
    def save(self, invitation: Invitation) -> Invitation: ...
    def due(self, survey: str, until: datetime, limit: int) -> Iterator[Due]: ...
    def lease(self, due: Due, until: datetime) -> bool: ...
    def claim(self, claimed: Invitation, contact: Contact, gate: Gate, mail: GateMail) -> Invitation: ...
    def release(self, released: Invitation, gate: Gate) -> Invitation: ...


class Standings(Protocol):
    def gate(self, address_hash: str) -> Gate: ...
    def standing(self, contact: Contact) -> Standing: ...
    def suppress(self, address_hash: str, reason: str, now: datetime) -> None: ...
    def lift(self, address_hash: str, reason: str) -> None: ...


class Responses(Protocol):
    def invitation_and_response(
        self, contact_id: str, survey: str, occasion: str
    ) -> tuple[Invitation | None, Response | None, SaidWords]: ...
    def get(self, contact_id: str, survey: str, occasion: str) -> Response | None: ...
    def words(self, contact_id: str, survey: str, occasion: str) -> SaidWords: ...
    def of_contact(self, contact_id: str) -> list[Response]: ...
    def confirmed_in_month(self, month_of: datetime) -> list[Response]: ...
    def save(
        self, response: Response, words: SaidWords | None, words_expire_at: datetime, answered: Invitation | None
    ) -> Response: ...


class Counted(NamedTuple):
    """One item to count: where its ledger is kept, its revision, and what it counts for."""

    item_pk: str
    item_sk: str
    revision: int
    entries: Entries


class Ledger(Protocol):
    def read_ledger(self, counted: Sequence[Counted]) -> list[tuple[int, Entries]]: ...
    def apply(self, changes: Sequence[tuple[Counted, int, Entries]]) -> None: ...


class CellCounts(NamedTuple):
    """The counters of one survey, scope and value over a range of days."""

    scores: Mapping[str, ScoreCounts]
    sent: int
    delivered: int
    answered: int


class Counters(Protocol):
    def read(self, survey: str, scope: str, value: str, first_day: str, last_day: str) -> CellCounts: ...
    def values(self, survey: str, scope: str) -> list[str]: ...


@dataclass(frozen=True)
class Audit:
    """Everything the counting path wrote, read afresh from the table."""

    counters: Mapping[CounterCell, int]
    ledger: Mapping[tuple[str, str], tuple[int, Entries]]
    invitations: Sequence[Invitation]
    responses: Sequence[Response]


class FollowUps(Protocol):
    def get(self, follow_up_id: str) -> FollowUp | None: ...
    def linked_to(self, reference: Reference) -> str | None: ...
    def open_of(self, contact_id: str) -> FollowUp | None: ...
    def open(self, follow_up: FollowUp, reference: Reference) -> FollowUp: ...
    def join(self, follow_up: FollowUp, reference: Reference, instead_of: str = "") -> FollowUp: ...
    def save(self, follow_up: FollowUp) -> FollowUp: ...
    def list(self, *, is_open: bool) -> list[FollowUp]: ...


class Commitments(Protocol):
    def get(self, commitment_id: str) -> Commitment | None: ...
    def list(self) -> list[Commitment]: ...
    def save(self, commitment: Commitment) -> Commitment: ...


class Editions(Protocol):
    def latest(self) -> Edition | None: ...
    def save(self, edition: Edition) -> None: ...


class StepQueue(Protocol):
    def send(self, messages: Iterable[StepMessage]) -> None: ...


class MailRefusedError(Exception):
    """SES certainly did not take the mail. `for_good` says that trying again will not help."""

    def __init__(self, reason: str, *, for_good: bool) -> None:
        super().__init__(reason)
        self.reason, self.for_good = reason, for_good


class MailUnknownError(Exception):
    """SES may or may not have taken the mail."""


class Mailer(Protocol):
    def send(self, mail: Mail) -> str: ...


class Links(Protocol):
    """Signed addresses. Each purpose has its own, so none can be used for another."""

    def survey(self, invitation: Invitation, language: Language, score: int, expires_at: datetime) -> str: ...
    def unsubscribe_page(self, address_hash: str, language: Language) -> str: ...
    def unsubscribe_one_click(self, address_hash: str, language: Language) -> str: ...
    def case(self, follow_up_id: str, language: Language, expires_at: datetime) -> str: ...


class InvitationWriter(Protocol):
    def invitation(
        self,
        *,
        survey: str,
        step: MailKind,
        language: Language,
        recipient_name: str,
        recipient_email: str,
        score_links: Sequence[str],
        unsubscribe_page: str,
        unsubscribe_one_click: str,
        ticket: str | None,
        tags: Mapping[str, str],
    ) -> Mail: ...


class Site(Protocol):
    def put(self, path: str, body: bytes, content_type: str, cache_control: str) -> None: ...
