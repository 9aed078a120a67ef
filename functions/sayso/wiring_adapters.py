"""Makes the adapters: the one place that knows which of them stands behind which port.

Everything is made when it is first asked for, and imported then, so that a function loads only what it uses: cold
start is import time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sayso.adapters.programme_file import load_programme
from sayso.adapters.settings import Settings
from sayso.domain.programme import Programme
from sayso.ports import Clock

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.parameters import SecretsProvider

    from sayso.adapters.cached_secret import CachedSecret
    from sayso.adapters.change_store import StaffChangeStore
    from sayso.adapters.channels import AppriseChannels
    from sayso.adapters.commitment_link_store import CommitmentLinkStore
    from sayso.adapters.commitment_store import CommitmentStore
    from sayso.adapters.contact_store import ContactStore
    from sayso.adapters.counter_store import CounterStore
    from sayso.adapters.doctor_store import DoctorReportStore
    from sayso.adapters.edition_store import EditionStore
    from sayso.adapters.follow_up_store import FollowUpStore
    from sayso.adapters.history_store import HistoryStore
    from sayso.adapters.identity_store import IdentityStore
    from sayso.adapters.invitation_store import InvitationStore
    from sayso.adapters.items import Items
    from sayso.adapters.links import SignedLinks
    from sayso.adapters.mails import MailWriter
    from sayso.adapters.news_store import NewsStore
    from sayso.adapters.notice_store import NoticeStore
    from sayso.adapters.offices import ProgrammeOffices
    from sayso.adapters.origin import OriginCheck
    from sayso.adapters.owner_store import OwnerStore, StaffPostStore
    from sayso.adapters.page_request_store import PageRequestStore
    from sayso.adapters.pseudonyms import KeyedHashes
    from sayso.adapters.queues import Queue
    from sayso.adapters.quote_store import QuoteStore
    from sayso.adapters.rendering import Renderer
    from sayso.adapters.response_store import ResponseStore
    from sayso.adapters.review_store import ReviewStore
    from sayso.adapters.sealed import SealedCursors
    from sayso.adapters.standing_store import StandingStore
    from sayso.ports import (
        Backoff,
        Bus,
        HookSecrets,
        Mailer,
        Pace,
        PageRenderer,
        SendingAccount,
        SendingLooks,
        SignedIn,
        Site,
    )


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


def random_id() -> str:
    """An id that says nothing about whom it stands for."""
    return uuid4().hex


class AdapterWiring:
    """Adapters by name, each made once.

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
    def signed_in(self) -> SignedIn:
        from sayso.adapters.signed_in import CognitoPeople

        return CognitoPeople(self.client("cognito-idp"), self.clock)

    @cached_property
    def doctor_reports(self) -> DoctorReportStore:
        from sayso.adapters.doctor_store import DoctorReportStore

        return DoctorReportStore(self.items)

    @cached_property
    def staff_changes(self) -> StaffChangeStore:
        from sayso.adapters.change_store import StaffChangeStore

        return StaffChangeStore(self.items)

    @cached_property
    def commitments(self) -> CommitmentStore:
        from sayso.adapters.commitment_store import CommitmentStore

        return CommitmentStore(self.items)

    @cached_property
    def commitment_links(self) -> CommitmentLinkStore:
        from sayso.adapters.commitment_link_store import CommitmentLinkStore

        return CommitmentLinkStore(self.items, self.backoff)

    @cached_property
    def quotes(self) -> QuoteStore:
        from sayso.adapters.quote_store import QuoteStore

        return QuoteStore(self.items, self.clock)

    @cached_property
    def page_requests(self) -> PageRequestStore:
        from sayso.adapters.page_request_store import PageRequestStore

        return PageRequestStore(self.items, self.clock)

    @cached_property
    def editions(self) -> EditionStore:
        from sayso.adapters.edition_store import EditionStore

        return EditionStore(self.items)

    @cached_property
    def site(self) -> Site:
        from sayso.adapters.site import BucketSite

        return BucketSite(
            self.client("s3"),
            self.settings.site_bucket,
            lambda: self.client("cloudfront"),
            self.settings.distribution_id,
        )

    @cached_property
    def page_renderer(self) -> PageRenderer:
        from sayso.adapters.page import site_files
        from sayso.adapters.report import report_file

        url = self.settings.site_url
        report = partial(report_file, self.renderer, self.programme, url)
        return partial(site_files, self.renderer, self.programme, url, report=report)

    @cached_property
    def news(self) -> NewsStore:
        from sayso.adapters.news_store import NewsStore

        return NewsStore(self.items)

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
    def cursors(self) -> SealedCursors:
        from sayso.adapters.sealed import SealedCursors

        secret = self._secret(self.settings.address_key_secret)
        return SealedCursors(lambda: secret()["key"])

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
    def sending_looks(self) -> SendingLooks:
        from sayso.adapters.ses_account import SesAccount

        # Whoever only looks need not know who we send as.
        return SesAccount(self._ses, "", self.clock)

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
