"""Puts together what only the desk uses: see `sayso.wiring`."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from sayso.adapters.settings import Settings
from sayso.wiring import Wiring

if TYPE_CHECKING:
    from sayso.adapters.desk_pictures import DeskPictures
    from sayso.services.ask_for_page import AskForPage
    from sayso.services.ask_numbers import AskNumbers
    from sayso.services.desk_account import DeskAccount
    from sayso.services.desk_accounts import DeskAccounts
    from sayso.services.desk_answer import DeskAnswer
    from sayso.services.desk_answers import DeskAnswers
    from sayso.services.desk_calendar import DeskCalendar
    from sayso.services.desk_case import DeskCase
    from sayso.services.desk_case_people import DeskCasePeople
    from sayso.services.desk_case_report import DeskCaseReport
    from sayso.services.desk_cases import DeskCases
    from sayso.services.desk_commitments import DeskCommitments
    from sayso.services.desk_contact import DeskContact
    from sayso.services.desk_editions import DeskEditions
    from sayso.services.desk_health import DeskHealth
    from sayso.services.desk_links import DeskLinks
    from sayso.services.desk_numbers import DeskNumbers
    from sayso.services.desk_quotes import DeskQuotes
    from sayso.services.desk_telling import DeskTelling
    from sayso.services.desk_work import DeskWork
    from sayso.services.file_at_desk import FileAtDesk
    from sayso.services.know_staff import KnowStaff
    from sayso.services.record_changes import RecordChanges
    from sayso.services.show_answers import ShowAnswers
    from sayso.services.suppress_contact import SuppressContact


class DeskWiring(Wiring):
    """The services of the desk by name, each made once."""

    @cached_property
    def desk_account(self) -> DeskAccount:
        from sayso.services.desk_account import DeskAccount

        return DeskAccount(
            self.desk_accounts,
            self.invitations,
            self.responses,
            self.show_answers,
            self.follow_ups,
            self.reviews,
            self.hold_account,
            self.read_stats,
            self.links,
            self.pseudonyms,
            self.programme,
            self.clock,
        )

    @cached_property
    def desk_accounts(self) -> DeskAccounts:
        from sayso.services.desk_accounts import DeskAccounts

        return DeskAccounts(
            self.contacts,
            self.responses,
            self.follow_ups,
            self.standings,
            self.read_stats,
            self.programme,
            self.clock,
        )

    @cached_property
    def desk_contact(self) -> DeskContact:
        from sayso.services.desk_contact import DeskContact

        return DeskContact(
            self.contacts,
            self.invitations,
            self.responses,
            self.follow_ups,
            self.standings,
            self.identities,
            self.pseudonyms,
            self.find_contact,
            self.show_answers,
            self.explain_contact,
        )

    @cached_property
    def suppress_contact(self) -> SuppressContact:
        from sayso.services.suppress_contact import SuppressContact

        return SuppressContact(self.standings, self.clock)

    @cached_property
    def ask_for_page(self) -> AskForPage:
        from sayso.services.ask_for_page import AskForPage

        queue = self.queue(self.settings.page_queue_url)
        return AskForPage(
            self.page_requests, self.editions, self.keep_quotes, self.clock, self.new_id, queue.send_once_a
        )

    @cached_property
    def ask_numbers(self) -> AskNumbers:
        from sayso.services.ask_numbers import AskNumbers

        return AskNumbers(self.read_stats, self.owners, self.pseudonyms, self.programme)

    @cached_property
    def desk_answer(self) -> DeskAnswer:
        from sayso.services.desk_answer import DeskAnswer

        return DeskAnswer(
            self.show_answers,
            self.responses,
            self.commitments,
            self.commitment_links,
            self.quotes,
            self.settle_answer,
            self.clock,
        )

    @cached_property
    def desk_answers(self) -> DeskAnswers:
        from sayso.services.desk_answers import DeskAnswers

        return DeskAnswers(self.show_answers, self.responses, self.counters, self.history, self.programme, self.clock)

    @cached_property
    def desk_calendar(self) -> DeskCalendar:
        from sayso.services.desk_calendar import DeskCalendar

        return DeskCalendar(self.invitations, self.standings, self.programme, self.clock)

    @cached_property
    def desk_commitments(self) -> DeskCommitments:
        from sayso.services.desk_commitments import DeskCommitments

        return DeskCommitments(self.commitments, self.keep_commitments, self.latest_edition, self.programme)

    @cached_property
    def desk_editions(self) -> DeskEditions:
        from sayso.services.desk_editions import DeskEditions

        return DeskEditions(self.editions, self.commitments, self.keep_quotes.standing, self.programme)

    @cached_property
    def desk_health(self) -> DeskHealth:
        from sayso.services.desk_health import DeskHealth

        return DeskHealth(
            self.programme, self.standings, self.contacts, self.doctor_reports, self.sending_looks, self.clock
        )

    @cached_property
    def desk_case(self) -> DeskCase:
        from sayso.services.desk_case import DeskCase

        return DeskCase(
            self.read_case,
            self.follow_ups,
            self.contacts,
            self.responses,
            self.commitments,
            self.commitment_links,
            self.desk_case_people,
            self.programme,
            self.clock,
        )

    @cached_property
    def desk_case_people(self) -> DeskCasePeople:
        from sayso.services.desk_case_people import DeskCasePeople

        return DeskCasePeople(self.counters, self.contacts, self.programme)

    @cached_property
    def desk_case_report(self) -> DeskCaseReport:
        from dataclasses import replace

        from sayso.services.desk_case_report import MOST_READ, DeskCaseReport

        return DeskCaseReport(replace(self.report_follow_ups, most=MOST_READ), self.programme, self.clock)

    @cached_property
    def desk_cases(self) -> DeskCases:
        from sayso.services.desk_cases import DeskCases

        return DeskCases(self.follow_ups, self.contacts, self.pseudonyms, self.programme, self.clock)

    @cached_property
    def desk_links(self) -> DeskLinks:
        from sayso.services.desk_links import DeskLinks

        return DeskLinks(
            self.commitment_links, self.responses, self.keep_commitments, self.link_answers, self.desk_answers
        )

    @cached_property
    def desk_quotes(self) -> DeskQuotes:
        from sayso.services.desk_quotes import DeskQuotes

        return DeskQuotes(self.quotes, self.responses, self.show_answers)

    @cached_property
    def desk_telling(self) -> DeskTelling:
        from sayso.services.desk_telling import DeskTelling

        return DeskTelling(self.commitment_links, self.keep_commitments, self.latest_edition, self.tell_askers)

    @cached_property
    def file_at_desk(self) -> FileAtDesk:
        from sayso.services.file_at_desk import FileAtDesk

        return FileAtDesk(self.file_answers)

    @cached_property
    def desk_numbers(self) -> DeskNumbers:
        from sayso.services.desk_numbers import DeskNumbers

        return DeskNumbers(self.read_stats, self.contacts, self.invitations, self.programme, self.clock)

    @cached_property
    def desk_pictures(self) -> DeskPictures:
        from sayso.adapters.desk_pictures import DeskPictures

        return DeskPictures(self.renderer, self.programme)

    @cached_property
    def desk_work(self) -> DeskWork:
        from sayso.services.desk_work import DeskWork

        return DeskWork(
            self.follow_ups,
            self.responses,
            self.contacts,
            self.reviews,
            self.commitments,
            self.commitment_links,
            self.news,
            self.review_edition,
            self.latest_edition,
            self.desk_calendar,
            self.offices,
            self.programme,
            self.clock,
        )

    @cached_property
    def know_staff(self) -> KnowStaff:
        from sayso.services.know_staff import KnowStaff

        return KnowStaff(self.signed_in, self.pseudonyms)

    @cached_property
    def record_changes(self) -> RecordChanges:
        from sayso.services.record_changes import RecordChanges

        return RecordChanges(self.staff_changes, self.clock, self.new_id, self.pseudonyms)

    @cached_property
    def show_answers(self) -> ShowAnswers:
        from sayso.services.show_answers import ShowAnswers

        return ShowAnswers(self.responses, self.contacts, self.follow_ups, self.programme)


@lru_cache(maxsize=1)
def of_this_function() -> DeskWiring:
    """The wiring of the desk's function, kept between its invocations."""
    return DeskWiring(Settings.of_this_process())
