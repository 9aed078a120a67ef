"""Puts services and adapters together: the one place that knows which adapter stands behind which port.

Everything is made when it is first asked for, and imported then, so that a function loads only what it uses: cold
start is import time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sayso.adapters.programme_file import load_programme
from sayso.adapters.settings import Settings
from sayso.domain.programme import Programme
from sayso.ports import Clock

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.parameters import SecretsProvider

    from sayso.adapters.audit import TableBooks
    from sayso.adapters.cached_secret import CachedSecret
    from sayso.adapters.channels import AppriseChannels
    from sayso.adapters.commitment_store import CommitmentStore, EditionStore
    from sayso.adapters.contact_store import ContactStore
    from sayso.adapters.counter_store import CounterStore
    from sayso.adapters.follow_up_store import FollowUpStore
    from sayso.adapters.history_store import HistoryStore
    from sayso.adapters.identity_store import IdentityStore
    from sayso.adapters.invitation_store import InvitationStore
    from sayso.adapters.items import Items
    from sayso.adapters.links import SignedLinks
    from sayso.adapters.mails import MailWriter
    from sayso.adapters.notice_store import NoticeStore
    from sayso.adapters.offices import ProgrammeOffices
    from sayso.adapters.origin import OriginCheck
    from sayso.adapters.owner_store import OwnerStore, StaffPostStore
    from sayso.adapters.pseudonyms import KeyedHashes
    from sayso.adapters.queues import Queue
    from sayso.adapters.rendering import Renderer
    from sayso.adapters.response_store import ResponseStore
    from sayso.adapters.review_pack import ReviewPages
    from sayso.adapters.review_store import ReviewStore
    from sayso.adapters.standing_store import StandingStore
    from sayso.ports import Backoff, Bus, HookSecrets, Mailer, Pace, SendingAccount
    from sayso.services.announce import Announce
    from sayso.services.count_responses import CountResponses
    from sayso.services.dispatch_due import DispatchDue
    from sayso.services.erase_contact import EraseContact
    from sayso.services.explain_contact import ExplainContact
    from sayso.services.export_contact import ExportContact
    from sayso.services.export_responses import ExportResponses
    from sayso.services.find_contact import FindContact
    from sayso.services.follow_up_report import ReportFollowUps
    from sayso.services.hand_over import HandOver
    from sayso.services.hear_mail_event import HearMailEvent
    from sayso.services.hear_notice_event import HearNoticeEvent
    from sayso.services.hear_ticket import HearTicket
    from sayso.services.hear_touchpoint import HearTouchpoint
    from sayso.services.hold_account import HoldAccount
    from sayso.services.import_contacts import ImportContacts
    from sayso.services.import_responses import ImportResponses
    from sayso.services.keep_commitments import KeepCommitments
    from sayso.services.kick_off import KickOff
    from sayso.services.leave import Leave
    from sayso.services.list_answers import ListAnswers
    from sayso.services.look_ahead import LookAhead
    from sayso.services.monthly_digest import MonthlyDigest
    from sayso.services.open_follow_up import OpenFollowUp
    from sayso.services.plan_event import PlanEvent
    from sayso.services.plan_invitations import PlanInvitations
    from sayso.services.prepare_reviews import PrepareReviews
    from sayso.services.publish_page import PublishPage
    from sayso.services.read_accounts import ReadAccounts
    from sayso.services.read_case import ReadCase
    from sayso.services.read_stats import ReadStats
    from sayso.services.rebuild_counts import RebuildCounts
    from sayso.services.record_answer import RecordAnswer
    from sayso.services.record_review import RecordReview
    from sayso.services.remind_owners import RemindOwners
    from sayso.services.replan_everyone import ReplanEveryone
    from sayso.services.requesters import Requesters
    from sayso.services.retire_identities import RetireIdentities
    from sayso.services.review_pack import ReviewPack
    from sayso.services.send_invitation import SendInvitation
    from sayso.services.send_once import SendOnce
    from sayso.services.settle_answer import SettleAnswer
    from sayso.services.take_hook import TakeHook
    from sayso.services.tell_owner import TellOwner
    from sayso.services.verify_counts import VerifyCounts
    from sayso.services.weekly_digest import WeeklyDigest
    from sayso.services.work_on_case import WorkOnCase


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


def random_id() -> str:
    """An id that says nothing about whom it stands for."""
    return uuid4().hex


class Wiring:
    """Services by name, each made once.

    Parameters
    ----------
    settings : Settings
        Names of the table, queues and secrets.
    session : mapping, optional
        Arguments for every boto3 client (endpoint, region, keys); none inside Lambda.
    clock, new_id : callable
        Time and randomness.
    mailer, account, pace : optional
        Take the place of SES, of what it says about the account, and of waiting for its sending rate.
    """

    def __init__(
        self,
        settings: Settings,
        session: Mapping[str, Any] | None = None,
        *,
        clock: Clock = utc_now,
        new_id: Callable[[], str] = random_id,
        mailer: Mailer | None = None,
        account: SendingAccount | None = None,
        pace: Pace | None = None,
    ) -> None:
        self.settings, self.clock, self.new_id = settings, clock, new_id
        self._session = dict(session or {})
        self._mailer, self._account, self._pace = mailer, account, pace
        self._queues: dict[str, Queue] = {}

    def client(self, service: str, **config: Any) -> Any:
        """A boto3 client."""
        import boto3
        from botocore.config import Config

        return boto3.client(service, config=Config(**config), **self._session)  # type: ignore[call-overload]

    @cached_property
    def programme(self) -> Programme:
        """The company's programme, its send window open at all times where the stack says so."""
        programme = load_programme()
        return programme.always_open() if self.settings.ignores_send_window else programme

    # Adapters

    @cached_property
    def items(self) -> Items:
        from sayso.adapters.items import DynamoItems

        return DynamoItems(self.client("dynamodb"), self.settings.table_name)

    @cached_property
    def contacts(self) -> ContactStore:
        from sayso.adapters.contact_store import ContactStore

        return ContactStore(self.items)

    @cached_property
    def invitations(self) -> InvitationStore:
        from sayso.adapters.invitation_store import InvitationStore

        return InvitationStore(self.items)

    @cached_property
    def standings(self) -> StandingStore:
        from sayso.adapters.standing_store import StandingStore

        return StandingStore(self.items)

    @cached_property
    def responses(self) -> ResponseStore:
        from sayso.adapters.response_store import ResponseStore

        return ResponseStore(self.items, self.clock)

    @cached_property
    def counters(self) -> CounterStore:
        from sayso.adapters.counter_store import CounterStore

        return CounterStore(self.items)

    @cached_property
    def follow_ups(self) -> FollowUpStore:
        from sayso.adapters.follow_up_store import FollowUpStore

        return FollowUpStore(self.items)

    @cached_property
    def notices(self) -> NoticeStore:
        from sayso.adapters.notice_store import NoticeStore

        return NoticeStore(self.items)

    @cached_property
    def owners(self) -> OwnerStore:
        from sayso.adapters.owner_store import OwnerStore

        return OwnerStore(self.items, self.pseudonyms)

    @cached_property
    def staff_post(self) -> StaffPostStore:
        from sayso.adapters.owner_store import StaffPostStore

        return StaffPostStore(self.items, self.pseudonyms, self.clock)

    @cached_property
    def offices(self) -> ProgrammeOffices:
        from sayso.adapters.offices import ProgrammeOffices

        return ProgrammeOffices(self.programme)

    @cached_property
    def channels(self) -> AppriseChannels:
        from sayso.adapters.channels import AppriseChannels

        # A minute: whoever sets up a channel tries it at once.
        return AppriseChannels(self._secret(self.settings.channel_addresses_secret, kept_for=timedelta(minutes=1)))

    @cached_property
    def reviews(self) -> ReviewStore:
        from sayso.adapters.review_store import ReviewStore

        return ReviewStore(self.items)

    @cached_property
    def history(self) -> HistoryStore:
        from sayso.adapters.history_store import HistoryStore

        return HistoryStore(self.items, self.clock)

    @cached_property
    def identities(self) -> IdentityStore:
        from sayso.adapters.identity_store import IdentityStore

        return IdentityStore(self.items)

    @cached_property
    def commitments(self) -> CommitmentStore:
        from sayso.adapters.commitment_store import CommitmentStore

        return CommitmentStore(self.items)

    @cached_property
    def editions(self) -> EditionStore:
        from sayso.adapters.commitment_store import EditionStore

        return EditionStore(self.items)

    @cached_property
    def _secrets_client(self) -> Any:
        return self.client("secretsmanager")

    @cached_property
    def _secrets(self) -> SecretsProvider:
        from aws_lambda_powertools.utilities.parameters import SecretsProvider

        return SecretsProvider(boto3_client=self._secrets_client)

    def _secret(self, name: str, kept_for: timedelta = timedelta(minutes=5)) -> CachedSecret:
        from sayso.adapters.cached_secret import CachedSecret

        # The clock it has by then: tests set another.
        return CachedSecret(self._secrets, name, kept_for, lambda: self.clock())

    @cached_property
    def links(self) -> SignedLinks:
        from sayso.adapters.links import SignedLinks

        keys = self._secret(self.settings.link_keys_secret)
        return SignedLinks(self.settings.site_url, keys, keys.afresh)

    @cached_property
    def origin(self) -> OriginCheck:
        from sayso.adapters.origin import OriginCheck

        keys = self._secret(self.settings.origin_keys_secret)
        return OriginCheck(keys, keys.afresh)

    @cached_property
    def pseudonyms(self) -> KeyedHashes:
        from sayso.adapters.pseudonyms import KeyedHashes

        secret = self._secret(self.settings.address_key_secret)
        return KeyedHashes(lambda: secret()["key"])

    @cached_property
    def hook_secrets(self) -> HookSecrets:
        from sayso.adapters.hook_secrets import StoredHookSecrets

        # A minute: whoever sets up a helpdesk tries it at once.
        return StoredHookSecrets(self._secret(self.settings.hook_secrets_secret, kept_for=timedelta(minutes=1)))

    @cached_property
    def bus(self) -> Bus:
        from sayso.adapters.bus import EventBus

        return EventBus(self.client("events"), self.settings.bus_name, "sayso.hooks")

    @cached_property
    def announcements(self) -> Bus:
        """The same bus, for what Sayso itself has to say."""
        from sayso.adapters.bus import EventBus

        return EventBus(self.client("events"), self.settings.bus_name, "sayso")

    @cached_property
    def mailer(self) -> Mailer:
        from sayso.adapters.mailer import SesMailer

        return self._mailer or SesMailer(self._ses, self.settings.configuration_set)

    @cached_property
    def _ses(self) -> Any:
        # One for mails and for asking about the account, which comes first: a connection that died while the function
        # was frozen then shows where nothing is lost by it.
        from sayso.adapters.mailer import CLIENT_OPTIONS

        return self.client("sesv2", **CLIENT_OPTIONS)

    @cached_property
    def sending_account(self) -> SendingAccount:
        from sayso.adapters.ses_account import SesAccount

        return self._account or SesAccount(self._ses, self.settings.sender_identity, self.clock)

    @cached_property
    def pace(self) -> Pace:
        from sayso.adapters.pace import WorkerPace

        return self._pace or WorkerPace()

    @cached_property
    def backoff(self) -> Backoff:
        from sayso.adapters.backoff import JitteredBackoff

        return JitteredBackoff()

    @cached_property
    def renderer(self) -> Renderer:
        from sayso.adapters.rendering import Renderer

        return Renderer(self.programme)

    @cached_property
    def mail_writer(self) -> MailWriter:
        from sayso.adapters.mails import MailWriter

        return MailWriter(self.renderer, self.programme)

    def queue(self, url: str) -> Queue:
        """A queue by its address."""
        from sayso.adapters.queues import Queue

        if url not in self._queues:
            self._queues[url] = Queue(self.client("sqs"), url)
        return self._queues[url]

    # Services

    @cached_property
    def import_contacts(self) -> ImportContacts:
        from sayso.services.import_contacts import ImportContacts

        return ImportContacts(self.contacts, self.standings, self.pseudonyms, self.clock, self.new_id)

    @cached_property
    def import_responses(self) -> ImportResponses:
        from sayso.services.import_responses import ImportResponses

        return ImportResponses(
            self.contacts,
            self.standings,
            self.counters,
            self.history,
            self.pseudonyms,
            self.programme,
            self.clock,
        )

    @cached_property
    def export_responses(self) -> ExportResponses:
        from sayso.services.export_responses import ExportResponses

        return ExportResponses(self.responses, self.contacts, self.clock)

    @cached_property
    def plan_invitations(self) -> PlanInvitations:
        from sayso.services.plan_invitations import PlanInvitations

        return PlanInvitations(self.contacts, self.invitations, self.programme, self.clock)

    @cached_property
    def replan_everyone(self) -> ReplanEveryone:
        from sayso.adapters.rhythm_store import RhythmStore
        from sayso.services.replan_everyone import ReplanEveryone

        queue = self.queue(self.settings.plan_queue_url)
        return ReplanEveryone(self.contacts, queue, RhythmStore(self.items), self.programme, self.clock)

    @cached_property
    def kick_off(self) -> KickOff:
        from sayso.services.kick_off import KickOff

        return KickOff(self.contacts, self.invitations, self.standings, self.programme, self.clock)

    @cached_property
    def explain_contact(self) -> ExplainContact:
        from sayso.services.explain_contact import ExplainContact

        return ExplainContact(
            self.find_contact,
            self.contacts,
            self.invitations,
            self.responses,
            self.standings,
            self.follow_ups,
            self.pseudonyms,
            self.sending_account,
            self.programme,
            self.clock,
        )

    @cached_property
    def look_ahead(self) -> LookAhead:
        from sayso.services.look_ahead import LookAhead

        return LookAhead(
            self.invitations, self.contacts, self.standings, self.sending_account, self.programme, self.clock
        )

    @cached_property
    def hear_ticket(self) -> HearTicket:
        from sayso.services.hear_ticket import HearTicket

        return HearTicket(self._requesters, self._plan_event, self.pseudonyms, self.programme)

    @cached_property
    def hear_touchpoint(self) -> HearTouchpoint:
        from sayso.services.hear_touchpoint import HearTouchpoint

        return HearTouchpoint(self._requesters, self._plan_event, self.pseudonyms, self.programme)

    @cached_property
    def _requesters(self) -> Requesters:
        from sayso.services.requesters import Requesters

        return Requesters(self.contacts, self.standings, self.pseudonyms, self.programme, self.clock, self.new_id)

    @cached_property
    def _plan_event(self) -> PlanEvent:
        from sayso.services.plan_event import PlanEvent

        return PlanEvent(self.contacts, self.invitations)

    @cached_property
    def take_hook(self) -> TakeHook:
        from sayso.services.take_hook import TakeHook

        return TakeHook(self.hook_secrets, self.bus, self.programme, self.clock)

    @cached_property
    def dispatch_due(self) -> DispatchDue:
        from sayso.adapters.queues import SqsStepQueue
        from sayso.services.dispatch_due import DispatchDue

        queue = SqsStepQueue(self.queue(self.settings.send_queue_url))
        return DispatchDue(self.invitations, self.standings, self.sending_account, queue, self.programme, self.clock)

    @cached_property
    def send_invitation(self) -> SendInvitation:
        from sayso.services.send_invitation import SendInvitation

        return SendInvitation(
            self.contacts,
            self.invitations,
            self.standings,
            self.mail_writer,
            self.links,
            self.mailer,
            self.hand_over,
            self.sending_account,
            self.pace,
            self.programme,
            self.clock,
        )

    @cached_property
    def hand_over(self) -> HandOver:
        from sayso.services.hand_over import HandOver
        from sayso.services.streak import Streak

        return HandOver(
            self.invitations,
            self.standings,
            self.mailer,
            self.sending_account,
            self.pace,
            self.programme,
            self.clock,
            Streak(),
        )

    @cached_property
    def hear_mail_event(self) -> HearMailEvent:
        from sayso.services.hear_mail_event import HearMailEvent

        return HearMailEvent(self.contacts, self.invitations, self.standings, self.programme, self.clock)

    @cached_property
    def record_answer(self) -> RecordAnswer:
        from sayso.services.record_answer import RecordAnswer

        return RecordAnswer(self.responses, self.programme, self._quiet, self.clock)

    @cached_property
    def settle_answer(self) -> SettleAnswer:
        from sayso.services.settle_answer import SettleAnswer

        return SettleAnswer(self.responses, self.programme, self._quiet, self.clock)

    @property
    def _quiet(self) -> timedelta:
        return timedelta(seconds=self.settings.settle_seconds)

    @cached_property
    def list_answers(self) -> ListAnswers:
        from sayso.services.list_answers import ListAnswers

        return ListAnswers(self.responses, self.contacts, self.programme, self.clock)

    @cached_property
    def leave(self) -> Leave:
        from sayso.services.leave import Leave

        return Leave(self.standings, self.clock)

    @cached_property
    def find_contact(self) -> FindContact:
        from sayso.services.find_contact import FindContact

        return FindContact(self.contacts, self.pseudonyms)

    @cached_property
    def export_contact(self) -> ExportContact:
        from sayso.services.export_contact import ExportContact

        return ExportContact(
            self.invitations, self.responses, self.follow_ups, self.standings, self.identities, self.clock
        )

    @cached_property
    def erase_contact(self) -> EraseContact:
        from sayso.services.erase_contact import EraseContact

        return EraseContact(
            self.contacts,
            self.invitations,
            self.responses,
            self.follow_ups,
            self.standings,
            self.identities,
            self.clock,
        )

    @cached_property
    def retire_identities(self) -> RetireIdentities:
        from sayso.adapters.last_heard import read_last_heard
        from sayso.services.retire_identities import RetireIdentities

        return RetireIdentities(lambda: read_last_heard(self.items), self.erase_contact, self.programme, self.clock)

    @cached_property
    def count_responses(self) -> CountResponses:
        from sayso.services.count_responses import CountResponses

        return CountResponses(self.counters, self.backoff)

    @cached_property
    def announce(self) -> Announce:
        from sayso.services.announce import Announce

        return Announce(self.contacts, self.announcements)

    @cached_property
    def open_follow_up(self) -> OpenFollowUp:
        from sayso.services.open_follow_up import OpenFollowUp

        return OpenFollowUp(
            self.contacts,
            self.responses,
            self.follow_ups,
            self.invitations,
            self.pseudonyms,
            self.offices,
            self.programme,
            self.clock,
        )

    @cached_property
    def work_on_case(self) -> WorkOnCase:
        from sayso.services.work_on_case import WorkOnCase

        return WorkOnCase(
            self.contacts,
            self.follow_ups,
            self.invitations,
            self.pseudonyms,
            self.offices,
            self.programme,
            self.clock,
        )

    @cached_property
    def tell_owner(self) -> TellOwner:
        from sayso.services.tell_owner import TellOwner

        return TellOwner(
            self.contacts,
            self.responses,
            self.follow_ups,
            self.notices,
            self.pseudonyms,
            self.offices,
            self.mail_writer,
            self.links,
            self.mailer,
            self.channels,
            self.programme,
            self.clock,
        )

    @cached_property
    def remind_owners(self) -> RemindOwners:
        from sayso.services.remind_owners import RemindOwners

        return RemindOwners(self.notices, self.queue(self.settings.notify_queue_url), self.clock)

    @cached_property
    def hear_notice_event(self) -> HearNoticeEvent:
        from sayso.services.hear_notice_event import HearNoticeEvent

        return HearNoticeEvent(self.follow_ups, self.notices, self.programme, self.clock)

    @cached_property
    def report_follow_ups(self) -> ReportFollowUps:
        from sayso.services.follow_up_report import ReportFollowUps

        return ReportFollowUps(
            self.follow_ups, self.invitations, self.responses, self.offices, self.programme, self.clock
        )

    @cached_property
    def prepare_reviews(self) -> PrepareReviews:
        from sayso.services.prepare_reviews import PrepareReviews

        return PrepareReviews(
            self.contacts,
            self.reviews,
            self.follow_ups,
            self.owners,
            self.staff_post,
            self.links,
            self.mail_writer,
            self.mailer,
            self.pace,
            self.programme,
        )

    @cached_property
    def record_review(self) -> RecordReview:
        from sayso.services.record_review import RecordReview

        return RecordReview(self.contacts, self.invitations, self.responses, self.reviews, self.programme, self.clock)

    @cached_property
    def review_pack(self) -> ReviewPack:
        from sayso.services.review_pack import ReviewPack

        return ReviewPack(self.contacts, self.responses, self.follow_ups, self.reviews, self.programme, self.clock)

    @cached_property
    def review_pages(self) -> ReviewPages:
        from sayso.adapters.review_pack import ReviewPages

        return ReviewPages(self.renderer, self.programme)

    @cached_property
    def read_case(self) -> ReadCase:
        from sayso.services.read_case import ReadCase

        return ReadCase(self.contacts, self.responses, self.follow_ups, self.programme, self.clock)

    @cached_property
    def read_stats(self) -> ReadStats:
        from sayso.services.read_stats import ReadStats

        return ReadStats(self.counters, self.programme, self.clock)

    @cached_property
    def read_accounts(self) -> ReadAccounts:
        from sayso.services.read_accounts import ReadAccounts

        return ReadAccounts(self.read_stats, self.contacts)

    @cached_property
    def verify_counts(self) -> VerifyCounts:
        from sayso.services.verify_counts import VerifyCounts

        return VerifyCounts(self._count_books, self.clock)

    @cached_property
    def rebuild_counts(self) -> RebuildCounts:
        from sayso.services.rebuild_counts import RebuildCounts

        return RebuildCounts(self._count_books, self.verify_counts)

    @cached_property
    def _count_books(self) -> TableBooks:
        from sayso.adapters.audit import TableBooks

        return TableBooks(self.items)

    @cached_property
    def keep_commitments(self) -> KeepCommitments:
        from sayso.services.keep_commitments import KeepCommitments

        return KeepCommitments(self.commitments, self.programme, self.clock)

    @cached_property
    def publish_page(self) -> PublishPage:
        from sayso.adapters.page import page_files
        from sayso.adapters.site import BucketSite
        from sayso.services.publish_page import PublishPage

        return PublishPage(
            self.read_stats,
            self.commitments,
            self.editions,
            BucketSite(self.client("s3"), self.settings.site_bucket),
            lambda edition: page_files(self.renderer, self.programme, edition),
            self.programme,
            self.clock,
        )

    @cached_property
    def hold_account(self) -> HoldAccount:
        from sayso.services.hold_account import HoldAccount

        return HoldAccount(self.contacts, self.standings, self.programme, self.clock)

    @cached_property
    def send_once(self) -> SendOnce:
        from sayso.services.send_once import SendOnce

        return SendOnce(self.staff_post, self.mailer, self.pace)

    @cached_property
    def weekly_digest(self) -> WeeklyDigest:
        from sayso.services.gather_week import GatherWeek
        from sayso.services.weekly_digest import WeeklyDigest

        gather = GatherWeek(
            self.responses,
            self.contacts,
            self.follow_ups,
            self.standings,
            self.read_accounts,
            self.look_ahead,
            self.pseudonyms,
            self.programme,
            self.clock,
        )
        return WeeklyDigest(
            gather, self.mail_writer, self.send_once, self.owners, self.links, self.programme, self.clock
        )

    @cached_property
    def monthly_digest(self) -> MonthlyDigest:
        from sayso.services.gather_month import GatherMonth
        from sayso.services.monthly_digest import MonthlyDigest

        gather = GatherMonth(
            self.read_stats,
            self.report_follow_ups,
            self.follow_ups,
            self.commitments,
            self.standings,
            self.contacts,
            self.pseudonyms,
            self.programme,
            self.clock,
        )
        return MonthlyDigest(gather, self.mail_writer, self.send_once, self.programme)


@lru_cache(maxsize=1)
def of_this_function() -> Wiring:
    """The wiring of a Lambda function, kept between its invocations."""
    return Wiring(Settings.of_this_process())
