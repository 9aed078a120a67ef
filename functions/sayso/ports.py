"""What the services need of the outside world, as small as each needs it. The adapters fit these shapes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

from sayso.domain.commitment import Asker, Commitment, CommitmentVersion, PublicTexts
from sayso.domain.contact import Contact
from sayso.domain.counting import CounterCell, CounterDay, Entries
from sayso.domain.doctor_report import DoctorReport
from sayso.domain.drafting import Basis
from sayso.domain.edition import Edition
from sayso.domain.follow_up import FollowUp
from sayso.domain.gate import Gate, GateMail
from sayso.domain.imported_answer import ImportedSurvey
from sayso.domain.invitation import Invitation, MailKind
from sayso.domain.mail import Mail
from sayso.domain.news import Changed, News
from sayso.domain.notice import Notice, NoticeKey
from sayso.domain.nps import ScoreCounts
from sayso.domain.office import Office
from sayso.domain.page_request import PageRequest
from sayso.domain.programme import Language, Scale
from sayso.domain.public_page import ListedEdition, PageDraft, PublicPage, Published
from sayso.domain.quote import Quote
from sayso.domain.response import Response, SaidWords
from sayso.domain.review import ListedAccount, Review
from sayso.domain.sending import DayLimit, Hold, Pause, Standing, StandingChange
from sayso.domain.staff_change import StaffChange
from sayso.domain.unmade import Body

T = TypeVar("T")
Clock = Callable[[], datetime]
"""Tells the time, aware and in UTC."""

Reference = tuple[str, str, str]
"""Contact, survey and occasion."""


class Page(NamedTuple, Generic[T]):
    """A part of a list, and the cursor of what follows it: empty at its end. Raises InvalidInputError, about "after",
    wherever a cursor is given that is none."""

    items: list[T]
    next: str


class NamedAccount(NamedTuple):
    """An account, and what it is called."""

    account_id: str
    name: str


class StepMessage(NamedTuple):
    """What the dispatcher hands to the sender: take this invitation's step, if it is still the one that was due."""

    contact_id: str
    survey: str
    occasion: str
    step: str
    due_at: datetime


class Due(NamedTuple):
    """An entry of the due index: the step that is (over)due, its place (`sort`) in the index, and the moment its
    invitation was planned for."""

    message: StepMessage
    sort: str
    planned_at: datetime


class NewsMessage(NamedTuple):
    """What the dispatcher hands to the sender: tell this contact of this commitment, if that is still what was due."""

    contact_id: str
    commitment_id: str
    due_at: datetime


class DueNews(NamedTuple):
    """An entry of the due index: whom to tell of what, and its place (`sort`) in the index."""

    message: NewsMessage
    sort: str


class Pseudonyms(Protocol):
    """Keyed hashes that stand for an address, an account, an owner or an event where a name must not."""

    def of_address(self, address: str) -> str: ...
    def of_owner(self, address: str) -> str: ...
    def of(self, kind: Literal["account", "ticket", "touchpoint", "import"], name: str) -> str: ...


class Cursors(Protocol):
    """Cursors that say nothing of where they lead, each for one reader."""

    def sealed(self, reader: str, text: str) -> str: ...
    def unsealed(self, reader: str, cursor: str) -> str | None: ...


class Contacts(Protocol):
    def get(self, contact_id: str) -> Contact | None: ...
    def by_external_ids(self, external_ids: Sequence[str]) -> Mapping[str, Contact]: ...
    def by_address(self, address_hash: str) -> list[Contact]: ...
    def many(self, contact_ids: Sequence[str]) -> Mapping[str, Contact]: ...
    def names_of_accounts(self, account_ids: Sequence[str]) -> Mapping[str, str]: ...
    def everyone(self) -> Iterator[Contact]: ...
    def page_of_account(self, account_id: str, limit: int, after: str = "") -> Page[Contact]: ...
    def portfolio_page(self, owner_id: str, limit: int, after: str = "") -> Page[Contact]: ...
    def page_of_owner_at(self, owner_id: str, account_id: str, limit: int, after: str = "") -> Page[Contact]: ...
    def accounts_of_owner(self, owner_id: str, limit: int, after: str = "") -> Page[NamedAccount]: ...
    def accounts_page(self, limit: int, after: str = "", begins: str = "") -> Page[NamedAccount]: ...
    def save(self, contact: Contact, before: Contact | None) -> None: ...


class DueMoments(NamedTuple):
    """When mails are due (UTC), the first first. Those at `read_until` and later are not all there; None: all are."""

    moments: list[datetime]
    read_until: datetime | None


class Invitations(Protocol):
    def get(self, contact_id: str, survey: str, occasion: str) -> Invitation | None: ...
    def of_contact(self, contact_id: str) -> list[Invitation]: ...
    def many(self, references: Sequence[Reference]) -> list[Invitation]: ...
    def of_event(self, occasion: str) -> list[str]: ...
    def save(self, invitation: Invitation) -> Invitation: ...
    def due(self, survey: str, until: datetime, limit: int) -> list[Due]: ...
    def due_moments(self, survey: str, until: datetime, limit: int) -> DueMoments: ...
    def lease(self, due: Due, until: datetime) -> bool: ...
    def claim(self, claimed: Invitation, gate: Gate, mail: GateMail, day: DayLimit) -> Invitation: ...
    def release(self, released: Invitation, gate: Gate, day: DayLimit) -> Invitation: ...
    def sent_on(self, day: DayLimit) -> int: ...


class Standings(Protocol):
    def gate(self, address_hash: str) -> Gate: ...
    def save_gate(self, gate: Gate) -> None: ...
    def standing(self, contact: Contact) -> Standing: ...
    def suppress(self, address_hash: str, reason: str, now: datetime, by: str = "") -> Gate: ...
    def bounced(self, address_hash: str, at: datetime, delivered_at: datetime | None, limit: int) -> Gate: ...
    def lift(self, address_hash: str, now: datetime, *, only: str | None = None, by: str = "") -> Gate: ...
    def suppressions(self) -> Iterator[Gate]: ...
    def paused(self) -> Pause | None: ...
    def pause(self, pause: Pause) -> None: ...
    def resume(self, by: str, now: datetime) -> None: ...
    def holds(self) -> list[tuple[str, Hold]]: ...
    def holds_page(self, limit: int, after: str = "") -> Page[tuple[str, Hold]]: ...
    def holds_of(self, account_ids: Sequence[str]) -> Mapping[str, Hold]: ...
    def hold(self, account_id: str, hold: Hold) -> None: ...
    def release(self, account_id: str, by: str, now: datetime) -> None: ...
    def replace_hold(self, account_id: str, hold: Hold, former: Hold | None) -> None: ...
    def end_hold(self, account_id: str, former: Hold, by: str, now: datetime) -> None: ...
    def changes(self) -> list[StandingChange]: ...
    def latest_changes(self, limit: int) -> list[StandingChange]: ...
    def note(self, change: StandingChange) -> None: ...


class Responses(Protocol):
    def invitation_and_response(
        self, contact_id: str, survey: str, occasion: str
    ) -> tuple[Invitation | None, Response | None, SaidWords]: ...
    def get(self, contact_id: str, survey: str, occasion: str) -> Response | None: ...
    def words(self, contact_id: str, survey: str, occasion: str) -> SaidWords: ...
    def many(self, references: Sequence[Reference]) -> Mapping[Reference, Response]: ...
    def of_contact(self, contact_id: str) -> list[Response]: ...
    def confirmed_in_month(self, month_of: datetime) -> list[Response]: ...
    def confirmed_between(self, first: date, last: date) -> Iterator[Response]: ...
    def words_of(self, references: Sequence[Reference]) -> Mapping[Reference, SaidWords]: ...
    def with_words(self, references: Sequence[Reference]) -> Mapping[Reference, tuple[Response, SaidWords]]: ...
    def unconfirmed_in_month(self, month_of: datetime) -> list[Response]: ...
    def page_of_month(self, month_of: datetime, limit: int, after: str = "", *, confirmed: bool) -> Page[Response]: ...
    def page_of_account(self, account_id: str, limit: int, after: str = "") -> Page[Response]: ...
    def of_month_before(self, month_of: datetime, place: str, limit: int, *, confirmed: bool) -> list[Response]: ...
    def of_account_before(self, account_id: str, place: str, limit: int) -> list[Response]: ...
    def save(
        self, response: Response, words: SaidWords | None, words_expire_at: datetime, answered: Invitation | None
    ) -> Response: ...
    def erase(self, response: Response) -> None: ...


class Arrival(NamedTuple):
    """A past answer to keep: under which row of an export, with which words and until when (UTC), and what its account
    is called where the row says so. `person` says that it is of a contact there is."""

    row_id: str
    response: Response
    words: SaidWords | None
    words_expire_at: datetime
    account: str
    person: bool


class History(Protocol):
    """Answers that were imported."""

    def survey(self, name: str) -> ImportedSurvey | None: ...
    def surveys(self) -> list[ImportedSurvey]: ...
    def begin(self, survey: ImportedSurvey, before: ImportedSurvey | None) -> None: ...
    def kept(self, row_ids: Sequence[str]) -> Mapping[str, tuple[Response, SaidWords]]: ...
    def keep(self, arrivals: Sequence[Arrival]) -> set[str]: ...
    def change(self, response: Response, words: SaidWords, words_expire_at: datetime) -> None: ...


class Reviews(Protocol):
    """What is recorded in the quarterly meetings, and the lists of what is to be."""

    def get(self, account_id: str, quarter: str) -> Review | None: ...
    def of_account(self, account_id: str) -> list[Review]: ...
    def of_quarter(self, account_ids: Sequence[str], quarter: str) -> Mapping[str, Review]: ...
    def record(
        self,
        response: Response,
        words: SaidWords,
        words_expire_at: datetime,
        review: Review | None = None,
        stood_in_for: Sequence[Invitation] = (),
    ) -> Response: ...
    def listed(self, quarter: str, owner_id: str = "", most: int | None = None) -> list[ListedAccount]: ...
    def listed_account(self, quarter: str, owner_id: str, account_id: str) -> ListedAccount | None: ...
    def list(self, accounts: Sequence[ListedAccount], until: datetime) -> None: ...
    def unlist(self, accounts: Sequence[ListedAccount]) -> None: ...


class Counted(NamedTuple):
    """One item to count: where its ledger is kept, its revision, and what it counts for."""

    item_pk: str
    item_sk: str
    revision: int
    entries: Entries


class Ledger(Protocol):
    def read_ledger(self, counted: Sequence[Counted]) -> list[tuple[int, Entries]]: ...
    def apply(self, changes: Sequence[tuple[Counted, int, Entries]]) -> list[Counted]: ...


Backoff = Callable[[int], None]
"""Waits after having lost for the n-th time (1, 2, …), longer each time."""


class CellCounts(NamedTuple):
    """The counters of one survey, scope and value over a range of days."""

    scores: Mapping[str, ScoreCounts]
    sent: int
    delivered: int
    answered: int
    waiting: int = 0
    machine: int = 0


class Counters(Protocol):
    def read(
        self, survey: str, scope: str, value: str, first_day: str, last_day: str, scale: Scale = "nps"
    ) -> CellCounts: ...
    def read_rating(
        self, survey: str, rating: str, first_day: str, last_day: str, scale: Scale = "nps"
    ) -> dict[tuple[int, int], int]: ...
    def values(self, survey: str, scope: str) -> list[str]: ...
    def surveys(self) -> list[str]: ...
    def last_day(self, survey: str, scope: str, value: str, scale: Scale = "nps") -> str | None: ...
    def first_day(self, survey: str, scale: Scale = "nps") -> str | None: ...


ItemKey = tuple[str, str]
"""Partition and sort key of an invitation or a response."""


@dataclass(frozen=True)
class Audit:
    """Everything the counting path wrote, read afresh from the table in one pass, and counted once more.

    `counters` are as kept, `ledger` sums what the ledger says was counted, `recount` what the answers and mails count
    for themselves (where one is gone, what the ledger kept of it). `doubtful` names the items whose ledger entry says
    something else, or nothing. `unlisted` are counters of which the directory does not know, `unreadable` items that
    are no answer and no invitation as we know them.
    """

    counters: Mapping[CounterCell, int]
    ledger: Mapping[CounterCell, int]
    recount: Mapping[CounterCell, int]
    doubtful: Sequence[ItemKey]
    unlisted: Sequence[tuple[str, str, str]]
    unreadable: Sequence[ItemKey]
    answers: int
    mails: int
    gone: int


class LedgerPair(NamedTuple):
    """An item beside its ledger entry: what it counts for, since when (UTC), and what was counted at which revision."""

    counted: Counted
    changed_at: datetime
    read_at: int
    entries: Entries


class CounterState(NamedTuple):
    """A counter as it is now. `version` grows with every transaction of the counting, `repairs` with every repair."""

    cells: Mapping[str, int]
    version: int = 0
    repairs: int = 0


class CountBooks(Protocol):
    """The counters and their ledger as whoever checks and mends them needs them."""

    def audit(self) -> Audit: ...
    def pairs(self, items: Sequence[ItemKey]) -> list[LedgerPair]: ...
    def states(self, days: Sequence[CounterDay]) -> dict[CounterDay, CounterState]: ...
    def correct(self, day: CounterDay, repairs: int, deltas: Mapping[str, int]) -> None: ...
    def recount(self, pair: LedgerPair) -> None: ...
    def unlisted(self, counters: Sequence[tuple[str, str, str]]) -> Sequence[tuple[str, str, str]]: ...
    def list(self, counter: tuple[str, str, str]) -> None: ...


class FollowUps(Protocol):
    def get(self, follow_up_id: str) -> FollowUp | None: ...
    def many(self, follow_up_ids: Sequence[str]) -> list[FollowUp]: ...
    def linked_to(self, reference: Reference) -> str | None: ...
    def of_answers(self, references: Sequence[Reference]) -> Mapping[Reference, FollowUp]: ...
    def open_among(self, contact_ids: Sequence[str]) -> list[FollowUp]: ...
    def of_contact(self, contact_id: str) -> list[FollowUp]: ...
    def unlink(self, contact_id: str) -> int: ...
    def open_of(self, contact_id: str) -> FollowUp | None: ...
    def open(
        self,
        follow_up: FollowUp,
        reference: Reference,
        notices: Iterable[Notice] = (),
        invitations: Iterable[Invitation] = (),
    ) -> FollowUp: ...
    def join(
        self,
        follow_up: FollowUp,
        reference: Reference,
        instead_of: str = "",
        notices: Iterable[Notice] = (),
        invitations: Iterable[Invitation] = (),
    ) -> FollowUp: ...
    def save(
        self, follow_up: FollowUp, notices: Iterable[Notice] = (), invitations: Iterable[Invitation] = ()
    ) -> FollowUp: ...
    def closed_between(self, first: datetime, last: datetime) -> Iterator[FollowUp]: ...
    def notices(self, follow_up_id: str) -> list[Notice]: ...
    def list(self, *, is_open: bool) -> list[FollowUp]: ...
    def page(self, limit: int, after: str = "", *, is_open: bool) -> Page[FollowUp]: ...
    def page_of_owner(self, owner_id: str, limit: int, after: str = "") -> Page[FollowUp]: ...


class Notices(Protocol):
    """What is to be told to our own people."""

    def get(self, key: NoticeKey) -> Notice | None: ...
    def save(self, notice: Notice, *with_it: Notice) -> Notice: ...
    def due(self, until: datetime) -> list[NoticeKey]: ...
    def lease(self, key: NoticeKey, now: datetime, until: datetime) -> bool: ...


class NoticeQueue(Protocol):
    def send_all(self, bodies: Iterable[Mapping[str, str]]) -> None: ...


class Offices(Protocol):
    """When our own people are at work."""

    def of(self, email: str) -> Office: ...


class ChannelFailedError(Exception):
    """A channel did not take a message.

    Parameters
    ----------
    reason : str
        Why, in a few words, without the channel's address: that is a secret.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Channels(Protocol):
    """The ways to tell our own people other than mail. `notify` raises ChannelFailedError."""

    def notify(self, name: str, title: str, body: str) -> None: ...


class Owners(Protocol):
    """Our own people by the keyed hash of their address, which is what links to them carry."""

    def remember(self, email: str) -> str: ...
    def email(self, owner_id: str) -> str | None: ...


class Person(NamedTuple):
    """One of our own people, as Cognito knows them."""

    email: str
    name: str


class SignedIn(Protocol):
    """Whose an access token is; None when it is worth nothing (any more)."""

    def person(self, token: str) -> Person | None: ...


class StaffChanges(Protocol):
    """What our people changed at the desk."""

    def write(self, change: StaffChange) -> None: ...
    def page(self, limit: int, after: str = "") -> Page[StaffChange]: ...


class DoctorReports(Protocol):
    """What the doctor found last."""

    def latest(self) -> DoctorReport | None: ...
    def keep(self, report: DoctorReport) -> None: ...


class StaffPost(Protocol):
    """Lets a mail of a kind for a period go to one of our people once, or, `again_after` some time, once more where
    nobody knows that it went."""

    def claim(self, kind: str, period: str, to: str, again_after: timedelta | None = None) -> bool: ...
    def sent(self, kind: str, period: str, to: str) -> None: ...
    def give_back(self, kind: str, period: str, to: str) -> None: ...


class Withdrawn(NamedTuple):
    """What somebody was called whose erasure has begun: the company's own id, and the hashed address."""

    external_id: str
    address_hash: str


class Identities(Protocol):
    """What takes a person out of the table."""

    def withdraw(self, contact: Contact, gates: Sequence[Gate]) -> None: ...
    def withdrawn(self) -> list[str]: ...
    def going(self, contact_id: str) -> Withdrawn | None: ...
    def done(self, contact_id: str) -> None: ...
    def drop_words(self, contact_id: str) -> int: ...
    def drop_news(self, contact_id: str) -> int: ...
    def drop_links(self, contact_id: str) -> int: ...
    def counted(self, contact_id: str) -> list[dict[str, Any]]: ...


class Commitments(Protocol):
    def get(self, commitment_id: str) -> Commitment | None: ...
    def many(self, commitment_ids: Sequence[str]) -> list[Commitment]: ...
    def versions(self, commitment_id: str) -> list[CommitmentVersion]: ...
    def versions_page(self, commitment_id: str, limit: int, after: str = "") -> Page[CommitmentVersion]: ...
    def page(self, limit: int, after: str = "") -> Page[Commitment]: ...
    def list(self) -> list[Commitment]: ...
    def save(self, commitment: Commitment, version: CommitmentVersion | None = None) -> Commitment: ...
    def remove(self, commitment: Commitment) -> None: ...


class CommitmentLinks(Protocol):
    """The contacts behind a commitment, and the commitments a contact is behind."""

    def askers(self, commitment_id: str) -> Iterator[Asker]: ...
    def page(self, commitment_id: str, limit: int, after: str = "") -> Page[Asker]: ...
    def askers_among(self, commitment_id: str, contact_ids: Sequence[str]) -> Mapping[str, Asker]: ...
    def of_contact(self, contact_id: str) -> list[str]: ...
    def link(self, commitment_id: str, references: Sequence[Reference], by: str, now: datetime) -> int: ...
    def unlink(self, commitment_id: str, references: Sequence[Reference], by: str, now: datetime) -> int: ...


class Quotes(Protocol):
    """Words of answers that one of us chose to show. They are gone when the words they are of expire."""

    def get(self, quote_id: str) -> Quote | None: ...
    def of_answer(self, reference: Reference) -> list[Quote]: ...
    def list(self) -> list[Quote]: ...
    def page(self, limit: int, after: str = "") -> Page[Quote]: ...
    def save(self, quote: Quote, expires_at: datetime) -> Quote: ...
    def remove(self, quote_id: str) -> None: ...


class Editions(Protocol):
    """What is, was and may become public. `begin` gives whoever publishes the site to themselves for a while, and notes
    what they are about to touch; `save` ends that. Every write names the revision it read."""

    def page(self) -> PublicPage: ...
    def latest(self) -> Published | None: ...
    def get(self, number: int) -> Edition | None: ...
    def list(self) -> list[ListedEdition]: ...
    def listed_page(self, limit: int, after: str = "") -> Page[ListedEdition]: ...
    def years(self) -> dict[int, Edition]: ...
    def basis(self) -> Basis: ...
    def begin(self, page: PublicPage, touched: Collection[str], now: datetime, until: datetime) -> PublicPage: ...
    def give_back(self, page: PublicPage) -> PublicPage: ...
    def save(self, page: PublicPage, new: tuple[Edition, Basis] | None = None) -> PublicPage: ...
    def draft(self) -> PageDraft | None: ...
    def drafted(self, draft: PageDraft) -> tuple[Edition, Basis]: ...
    def save_draft(self, draft: PageDraft, content: tuple[Edition, Basis] | None = None) -> PageDraft: ...
    def drop_draft(self, draft: PageDraft) -> None: ...


class PageRequests(Protocol):
    """What the desk asks of whoever publishes the page."""

    def save(self, request: PageRequest) -> PageRequest: ...
    def latest(self) -> list[PageRequest]: ...
    def of_contact(self, contact_id: str) -> list[PageRequest]: ...


class HookSecrets(Protocol):
    """What the sources of webhooks sign with: two secrets of one source while they are rotated."""

    def of(self, source: str) -> Sequence[str]: ...


class Bus(Protocol):
    """Our own event bus. `put` raises when the bus did not take the event."""

    def put(self, detail_type: str, detail: Mapping[str, Any]) -> None: ...


class PlannedBy(Protocol):
    """Remembers what of the programme everybody was last planned by; empty when nobody ever was."""

    def read(self) -> str: ...
    def write(self, rhythm: str, now: datetime) -> None: ...


class PlanQueue(Protocol):
    def send_all(self, bodies: Iterable[Mapping[str, str]]) -> None: ...


class NewsItems(Protocol):
    """Whom to tell what came of what they said."""

    def get(self, contact_id: str, commitment_id: str) -> News | None: ...
    def of_contact(self, contact_id: str) -> list[News]: ...
    def of_commitment(self, commitment_id: str, contact_ids: Sequence[str]) -> Mapping[str, News]: ...
    def save(self, news: News) -> News: ...
    def due(self, until: datetime, limit: int) -> list[DueNews]: ...
    def lease(self, due: DueNews, until: datetime) -> bool: ...
    def forget(self, news: News, now: datetime) -> None: ...
    def claim(self, claimed: News, gate: Gate, commitment: Commitment, edition: int, day: DayLimit) -> News: ...
    def release(self, released: News, gate: Gate, day: DayLimit) -> News: ...


class NewsQueue(Protocol):
    def send(self, messages: Iterable[NewsMessage]) -> None: ...


class StepQueue(Protocol):
    def send(self, messages: Iterable[StepMessage]) -> None: ...


class MailRefusedError(Exception):
    """SES certainly did not take the mail.

    Parameters
    ----------
    reason : str
        What SES said, as a code.
    for_good : bool
        Trying again will not help: it is this mail or address.
    throttled : bool
        It came too fast: trying again a little later will help.
    stops : str
        Why SES takes none of our mails, as a code of `sayso.domain.sending.REASONS`; empty when it does.
    """

    def __init__(self, reason: str, *, for_good: bool = False, throttled: bool = False, stops: str = "") -> None:
        super().__init__(reason)
        self.reason, self.for_good, self.throttled, self.stops = reason, for_good, throttled, stops


class MailUnknownError(Exception):
    """SES may or may not have taken the mail."""


class Mailer(Protocol):
    def send(self, mail: Mail) -> str: ...
    def reference(self, message_id: str) -> str: ...


@dataclass(frozen=True)
class AccountState:
    """Whether, and how fast, SES takes our mails.

    `reason` is a code of `sayso.domain.sending.REASONS` when it takes none. `max_send_rate` is in mails per second,
    `quota_left` in mails within the running 24 hours. Outside production SES sends to verified addresses only.
    """

    reason: str = ""
    max_send_rate: float = 14.0
    quota_left: int = 50_000
    production: bool = True

    @property
    def takes_mail(self) -> bool:
        """Whether a mail may be handed over now."""
        return not self.reason


class SendingLook(NamedTuple):
    """What SES says about the account to whoever looks: `quota` mails in 24 hours (None: without a limit), of which
    `sent` went out. Outside production it writes to verified addresses only."""

    state: Literal["sends", "under_review", "paused"]
    production: bool
    sent: int
    quota: int | None


class SendingAccount(Protocol):
    def state(self) -> AccountState: ...
    def stop(self, reason: str) -> None: ...


class SendingLooks(Protocol):
    """What SES says at this moment; None when it does not say."""

    def look(self) -> SendingLook | None: ...


class Pace(Protocol):
    """Keeps a worker under its share of the account's sending rate."""

    def wait_for_turn(self, max_send_rate: float) -> None: ...
    def slow_down(self) -> None: ...


class Links(Protocol):
    """Signed addresses. Each purpose has its own, so none can be used for another."""

    def survey(
        self, invitation: Invitation, language: Language, score: int, expires_at: datetime, scale: Scale = "nps"
    ) -> str: ...
    def plain(self, invitation: Invitation, language: Language, expires_at: datetime) -> str: ...
    def page(self, language: Language, commitment_id: str) -> str: ...
    def unsubscribe_page(self, address_hash: str, language: Language, expires_at: datetime) -> str: ...
    def unsubscribe_one_click(self, address_hash: str, language: Language, expires_at: datetime) -> str: ...
    def case(self, follow_up_id: str, reader_id: str, language: Language, expires_at: datetime) -> str: ...
    def review(
        self, owner_id: str, quarter: str, language: Language, expires_at: datetime, *, exactly: bool = False
    ) -> str: ...
    def pack(self, account_id: str, owner_id: str, expires_at: datetime, *, exactly: bool = False) -> str: ...
    def hold(self, account_id: str, owner_id: str, language: Language, expires_at: datetime) -> str: ...
    def edition(self, reader_id: str, language: Language, expires_at: datetime) -> str: ...


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
        plain_page: str,
        unsubscribe_page: str,
        unsubscribe_one_click: str,
        ticket: str | None,
        thread: Sequence[str] = (),
        more_follow: bool = False,
        tags: Mapping[str, str],
        scale: Scale | None = None,
        changed: Changed | None = None,
    ) -> Mail: ...


PageFile = tuple[str, Body, str, str]
"""Where a file lies below its folder, its content, its content type, and what caches may do with it."""


class PageRenderer(Protocol):
    """Makes the files of an edition for a folder of the site (`base`, with slashes around it; empty for a folder on
    disk), with the archive of `years`, as they read on a day of the company's (`today`; by default the edition's)."""

    def __call__(
        self, edition: Edition, years: Mapping[int, Edition], *, base: str, public: bool, today: date | None = None
    ) -> Iterable[PageFile]: ...


class NewsWriter(Protocol):
    def news(
        self,
        *,
        language: Language,
        recipient_name: str,
        recipient_email: str,
        commitment: PublicTexts,
        page: str,
        unsubscribe_page: str,
        unsubscribe_one_click: str,
        tags: Mapping[str, str],
    ) -> Mail: ...


class Site(Protocol):
    """The files the public reads. `invalidate` says whether caches were told; `reference` names the occasion."""

    def put(self, path: str, body: bytes, content_type: str, cache_control: str) -> None: ...
    def delete(self, paths: Collection[str]) -> None: ...
    def invalidate(self, paths: Sequence[str], reference: str) -> bool: ...
