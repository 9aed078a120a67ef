"""Puts services and adapters together.

Everything is made when it is first asked for, and imported then: see `sayso.wiring_adapters`.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from sayso.adapters.settings import Settings
from sayso.wiring_adapters import AdapterWiring

if TYPE_CHECKING:
    from sayso.adapters.audit import TableBooks
    from sayso.adapters.review_pack import ReviewPages
    from sayso.services.announce import Announce
    from sayso.services.carry_out_requests import CarryOutRequests
    from sayso.services.count_responses import CountResponses
    from sayso.services.dispatch_due import DispatchDue
    from sayso.services.dispatch_news import DispatchNews
    from sayso.services.draft_page import DraftPage
    from sayso.services.erase_contact import EraseContact
    from sayso.services.explain_contact import ExplainContact
    from sayso.services.export_contact import ExportContact
    from sayso.services.export_responses import ExportResponses
    from sayso.services.file_answers import FileAnswers
    from sayso.services.find_change import FindChange
    from sayso.services.find_contact import FindContact
    from sayso.services.follow_up_report import ReportFollowUps
    from sayso.services.hand_over import HandOver
    from sayso.services.hear_mail_event import HearMailEvent
    from sayso.services.hear_news_event import HearNewsEvent
    from sayso.services.hear_notice_event import HearNoticeEvent
    from sayso.services.hear_ticket import HearTicket
    from sayso.services.hear_touchpoint import HearTouchpoint
    from sayso.services.hold_account import HoldAccount
    from sayso.services.import_contacts import ImportContacts
    from sayso.services.import_responses import ImportResponses
    from sayso.services.keep_commitments import KeepCommitments
    from sayso.services.keep_quotes import KeepQuotes
    from sayso.services.kick_off import KickOff
    from sayso.services.latest_edition import LatestEdition
    from sayso.services.leave import Leave
    from sayso.services.link_answers import LinkAnswers
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
    from sayso.services.read_themes import ReadThemes
    from sayso.services.rebuild_counts import RebuildCounts
    from sayso.services.record_answer import RecordAnswer
    from sayso.services.record_review import RecordReview
    from sayso.services.refile_answers import RefileAnswers
    from sayso.services.remind_owners import RemindOwners
    from sayso.services.remove_commitment import RemoveCommitment
    from sayso.services.replan_everyone import ReplanEveryone
    from sayso.services.requesters import Requesters
    from sayso.services.retire_identities import RetireIdentities
    from sayso.services.review_edition import ReviewEdition
    from sayso.services.review_pack import ReviewPack
    from sayso.services.roll_back import RollBack
    from sayso.services.send_invitation import SendInvitation
    from sayso.services.send_news import SendNews
    from sayso.services.send_once import SendOnce
    from sayso.services.settle_answer import SettleAnswer
    from sayso.services.take_hook import TakeHook
    from sayso.services.tell_askers import TellAskers
    from sayso.services.tell_owner import TellOwner
    from sayso.services.verify_counts import VerifyCounts
    from sayso.services.weekly_digest import WeeklyDigest
    from sayso.services.work_on_case import WorkOnCase


class Wiring(AdapterWiring):
    """Services by name, each made once; what they are made of is in `AdapterWiring`."""

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
            self.news,
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
            self.find_change,
        )

    @cached_property
    def find_change(self) -> FindChange:
        from sayso.services.find_change import FindChange

        return FindChange(self.latest_edition, self.commitment_links, self.news, self.links, self.programme)

    @cached_property
    def latest_edition(self) -> LatestEdition:
        from sayso.services.latest_edition import LatestEdition

        return LatestEdition(self.editions)

    @cached_property
    def dispatch_news(self) -> DispatchNews:
        from sayso.adapters.queues import SqsNewsQueue
        from sayso.services.dispatch_news import DispatchNews

        return DispatchNews(self.news, SqsNewsQueue(self.queue(self.settings.send_queue_url)), self.clock)

    @cached_property
    def tell_askers(self) -> TellAskers:
        from sayso.services.tell_askers import TellAskers

        return TellAskers(
            self.contacts,
            self.invitations,
            self.standings,
            self.news,
            self.commitments,
            self.commitment_links,
            self.latest_edition,
            self.programme,
            self.clock,
        )

    @cached_property
    def send_news(self) -> SendNews:
        from sayso.services.hand_news_over import HandNewsOver
        from sayso.services.send_news import SendNews

        hands = HandNewsOver(
            self.news,
            self.standings,
            self.mailer,
            self.sending_account,
            self.pace,
            self.programme,
            self.clock,
            self.hand_over.streak,
        )
        return SendNews(
            self.contacts,
            self.invitations,
            self.standings,
            self.news,
            self.commitments,
            self.commitment_links,
            self.latest_edition,
            self.mail_writer,
            self.links,
            hands,
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
    def hear_news_event(self) -> HearNewsEvent:
        from sayso.services.hear_news_event import HearNewsEvent

        return HearNewsEvent(self.contacts, self.invitations, self.news, self.standings, self.programme)

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
    def file_answers(self) -> FileAnswers:
        from sayso.services.file_answers import FileAnswers

        return FileAnswers(self.responses, self.programme, self.clock)

    @cached_property
    def refile_answers(self) -> RefileAnswers:
        from sayso.services.refile_answers import RefileAnswers

        return RefileAnswers(self.responses, self.programme)

    @cached_property
    def read_themes(self) -> ReadThemes:
        from sayso.services.read_themes import ReadThemes

        return ReadThemes(self.read_stats, self.responses, self.programme, self.clock)

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
            self.invitations,
            self.responses,
            self.follow_ups,
            self.standings,
            self.identities,
            self.news,
            self.commitment_links,
            self.quotes,
            self.clock,
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
            self.page_requests,
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
            self.send_once,
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
    def remove_commitment(self) -> RemoveCommitment:
        from sayso.services.remove_commitment import RemoveCommitment

        return RemoveCommitment(self.commitments, self.commitment_links, self.quotes, self.clock)

    @cached_property
    def link_answers(self) -> LinkAnswers:
        from sayso.services.link_answers import LinkAnswers

        return LinkAnswers(self.commitments, self.commitment_links, self.responses, self.programme, self.clock)

    @cached_property
    def keep_quotes(self) -> KeepQuotes:
        from sayso.services.keep_quotes import KeepQuotes

        return KeepQuotes(
            self.quotes,
            self.responses,
            self.contacts,
            self.commitments,
            self.list_answers,
            self.programme,
            self.clock,
            self.new_id,
        )

    @cached_property
    def draft_page(self) -> DraftPage:
        from sayso.services.draft_page import DraftPage

        quotes = self.keep_quotes.standing
        return DraftPage(self.read_stats, self.commitments, quotes, self.editions, self.programme, self.clock)

    @cached_property
    def review_edition(self) -> ReviewEdition:
        from sayso.services.review_edition import ReviewEdition

        return ReviewEdition(self.editions, self.clock)

    @cached_property
    def publish_page(self) -> PublishPage:
        from sayso.services.keep_draft import KeepDraft
        from sayso.services.publish_page import PublishPage
        from sayso.services.put_page import PutPage

        drafts, pages, clock = self.draft_page, self.page_renderer, self.clock
        put_page = PutPage(drafts, self.editions, self.site, pages, clock)
        keep_draft = KeepDraft(drafts, self.editions, self.site, pages, self.programme, clock, self.new_id)
        return PublishPage(drafts, put_page, keep_draft, self.editions, self.programme)

    @cached_property
    def roll_back(self) -> RollBack:
        from sayso.services.roll_back import RollBack

        return RollBack(self.draft_page, self.publish_page, self.editions, self.clock)

    @cached_property
    def carry_out_requests(self) -> CarryOutRequests:
        from sayso.services.carry_out_requests import CarryOutRequests

        return CarryOutRequests(
            self.page_requests, self.roll_back, self.keep_quotes, self.quotes, self.editions, self.clock
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
            gather,
            self.mail_writer,
            self.send_once,
            self.owners,
            self.links,
            self.programme,
            self.clock,
            lambda: self.review_edition.waits,
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
