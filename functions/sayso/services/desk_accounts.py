"""The accounts whoever is signed in may see: a manager all of them, an owner their own.

A page costs what is on it, however many accounts there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sayso.domain.contact import Contact
from sayso.domain.errors import NotFoundError
from sayso.domain.follow_up import FollowUp
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.domain.sending import Hold
from sayso.domain.staff import Staff
from sayso.ports import Clock, Contacts, FollowUps, NamedAccount, Page, Responses, Standings
from sayso.services.at_once import at_once
from sayso.services.figures import Figures
from sayso.services.others_answers import OthersAnswers
from sayso.services.read_stats import ReadStats

A_PAGE = 25
LOOKED_AT = 200
"""How many entries of a list are looked through for what no index knows."""
PEOPLE_READ = 50
"""Of how many people of an account it is said at once what is open and when it renews."""
_LATEST = 25  # answers, for the day of the last one


class Lately(NamedTuple):
    """The last answers of an account. `last` is the day (of the company) of the latest that counts and is theirs to
    know of; `others` are those of people who are not theirs."""

    last: date | None
    others: OthersAnswers


@dataclass(frozen=True)
class AccountLine:
    """One account: the relationship figures of twelve months, and what is to be known before somebody calls.

    `hidden` says that the figures are left out (see `OthersAnswers`).
    `last_answer` and `renewal` are days of the company; `cases` are the open ones of its people that the reader may
    know of, the one due first first.
    """

    account_id: str
    name: str
    figures: Figures
    last_answer: date | None
    renewal: date | None
    cases: Sequence[FollowUp]
    hold: Hold | None
    hidden: bool = False


@dataclass(frozen=True)
class DeskAccounts:
    """See the module."""

    contacts: Contacts
    responses: Responses
    follow_ups: FollowUps
    standings: Standings
    read: ReadStats
    programme: Programme
    clock: Clock

    def page(self, staff: Staff, begins: str = "", after: str = "") -> Page[AccountLine]:
        """The accounts in the order of their names, or those whose name begins with a text.

        An owner's own stand in no order over several pages; each page is sorted.
        """
        begins = begins.strip().casefold()
        if staff.is_manager:
            found = self.contacts.accounts_page(A_PAGE, after, begins)
        else:
            found = self._own(staff, begins, after)
        read = self.read.once()
        holds = self.standings.holds_of([one.account_id for one in found.items]) if found.items else {}
        now = self.clock()

        def line(one: NamedAccount) -> AccountLine:
            hold = holds.get(one.account_id)
            return self._line(staff, one, read, hold if hold and hold.until > now else None)

        return Page(at_once(line, found.items), found.next)

    def name(self, staff: Staff, account_id: str) -> str:
        """What an account is called; raises NotFoundError when there is none, or it is not theirs."""
        if staff.is_manager:
            known = self.contacts.names_of_accounts([account_id]).get(account_id)
        else:
            known = next((one.account for one in self.people(staff, account_id, 1).items), None)
        if known is None:
            raise NotFoundError("There is no such account.", field="account")
        return known

    def people(self, staff: Staff, account_id: str, limit: int, after: str = "") -> Page[Contact]:
        """The people of an account, as far as they are theirs to see."""
        if staff.is_manager:
            return self.contacts.page_of_account(account_id, limit, after)
        return self.contacts.page_of_owner_at(staff.owner_id, account_id, limit, after)

    def lately(self, staff: Staff, account_id: str, people: Sequence[Contact]) -> Lately:
        """What is known of its latest answers to somebody, some of whose `people` there these are; a manager's are
        all."""
        found = self.responses.page_of_account(account_id, _LATEST if staff.is_manager else LOOKED_AT)
        others = [] if staff.is_manager else self._others(staff, people, found.items)
        not_mine = {one.reference for one in others}
        mine = (one for one in found.items if one.state == "confirmed" and one.reference not in not_mine)
        last = next((self._day(one.given_at) for one in mine), None)
        # Of the day of the last one that was looked at there may be more.
        is_cut = not staff.is_manager and bool(found.next)
        since = found.items[-1].given_at.date() + timedelta(days=1) if is_cut else date.min
        return Lately(last, OthersAnswers(others, since))

    def _others(self, staff: Staff, people: Sequence[Contact], answers: Sequence[Response]) -> list[Response]:
        mine = {one.contact_id for one in people}
        unknown = sorted({one.contact_id for one in answers} - mine)
        # Not on the first page of their people there, or at another account by now: these they know of, too.
        more = self.contacts.many(unknown) if unknown else {}
        mine |= {contact_id for contact_id, one in more.items() if staff.owns(one)}
        return [one for one in answers if one.contact_id not in mine]

    def is_shared(self, staff: Staff, account_id: str) -> bool:
        """Whether anybody of an account is not theirs to look after."""
        after = ""
        while True:
            found = self.contacts.page_of_account(account_id, LOOKED_AT, after)
            if not all(staff.owns(one) for one in found.items):
                return True
            if not found.next:
                return False
            after = found.next

    def renewal(self, people: Sequence[Contact]) -> date | None:
        """The next renewal date that any of these people has."""
        today = self.clock().astimezone(self.programme.zone).date()
        return min((one.renewal_date for one in people if one.renewal_date and one.renewal_date >= today), default=None)

    def open_cases(self, staff: Staff, people: Sequence[Contact]) -> list[FollowUp]:
        """The open cases of people, without those that complain about the reader."""
        ids = [one.contact_id for one in people]
        found = self.follow_ups.open_among(ids) if ids else []
        return [case for case in found if not case.concerns(staff.email)]

    def _own(self, staff: Staff, begins: str, after: str) -> Page[NamedAccount]:
        found = self.contacts.accounts_of_owner(staff.owner_id, LOOKED_AT if begins else A_PAGE, after)
        places = [place for place, one in enumerate(found.items, 1) if one.name.casefold().startswith(begins)]
        if len(places) > A_PAGE:
            # Read again up to the last one that is told of, for the cursor behind it.
            found = self.contacts.accounts_of_owner(staff.owner_id, places[A_PAGE - 1], after)
        wanted = [one for one in found.items if one.name.casefold().startswith(begins)]
        return Page(sorted(wanted, key=lambda one: (one.name.casefold(), one.account_id)), found.next)

    def _line(self, staff: Staff, one: NamedAccount, read: ReadStats, hold: Hold | None) -> AccountLine:
        about = read.headline_selection.narrowed(one.name, "account", one.account_id)
        people = self.people(staff, one.account_id, PEOPLE_READ).items
        span, figures = read.window(), read.figures(about, *read.window())
        lately = self.lately(staff, one.account_id, people)
        return AccountLine(
            account_id=one.account_id,
            name=one.name,
            figures=lately.others.told(figures, about, span),
            hidden=lately.others.hide(about, span),
            last_answer=lately.last,
            renewal=self.renewal(people),
            cases=self.open_cases(staff, people),
            hold=hold,
        )

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.programme.zone).date()
