"""One account at the desk: its scores by what was asked about, its trend, who owns it, and what was said and done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sayso.domain.address import each_once
from sayso.domain.contact import Contact
from sayso.domain.errors import NotFoundError, RoleRefusedError
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.nps import SMALLEST_GROUP, ScoreCounts, interval
from sayso.domain.periods import Period, periods, sums
from sayso.domain.programme import REVIEW, Language, Programme
from sayso.domain.quarters import quarter_of
from sayso.domain.review import ListedAccount
from sayso.domain.sending import Hold
from sayso.domain.staff import Staff
from sayso.domain.time import add_months
from sayso.ports import Clock, FollowUps, Invitations, Links, Page, Pseudonyms, Responses, Reviews
from sayso.services.at_once import at_once
from sayso.services.desk_accounts import A_PAGE, PEOPLE_READ, DeskAccounts
from sayso.services.figures import Figures
from sayso.services.hold_account import HoldAccount
from sayso.services.read_stats import ReadStats, Selection, Span
from sayso.services.show_answers import ShowAnswers, ShownAnswer

LINK_LASTS = timedelta(minutes=30)
_TREND = 12  # months


class TrendPoint(NamedTuple):
    """The twelve months that end with a day: their answers. With fewer than `SMALLEST_GROUP` there is no score."""

    period: Period
    counts: ScoreCounts

    @property
    def is_few(self) -> bool:
        """Whether no score is told of so few."""
        return self.counts.n < SMALLEST_GROUP


@dataclass(frozen=True)
class ShownAccount:
    """An account. `figures` begin with the relationship; of those `hidden`, by name, nothing is told, as few of
    their answers are of others' people. `owners` are addresses, those of its first people."""

    account_id: str
    name: str
    figures: Sequence[Figures]
    hidden: Sequence[str]
    trend: Sequence[TrendPoint]
    owners: Sequence[str]
    hold: Hold | None
    renewal: date | None
    last_answer: date | None
    cases: Sequence[FollowUp]
    quarter: str
    reviewed_at: datetime | None
    listed: ListedAccount | None


@dataclass(frozen=True)
class DeskAccount:
    """See the module. Every question asks first whether the account is theirs: NotFoundError when it is not."""

    accounts: DeskAccounts
    invitations: Invitations
    responses: Responses
    shown: ShowAnswers
    follow_ups: FollowUps
    reviews: Reviews
    holds: HoldAccount
    read: ReadStats
    links: Links
    pseudonyms: Pseudonyms
    programme: Programme
    clock: Clock

    def show(self, staff: Staff, account_id: str) -> ShownAccount:
        """The account."""
        name = self.accounts.name(staff, account_id)
        read = self.read.once()
        span = read.window()
        about = read.headline_selection.narrowed("relationship", "account", account_id)
        longest = Span(add_months(span.last.replace(day=1), 1 - 2 * _TREND), span.last)
        headline, history = read.over(about, [span, longest])
        figures = [(about, headline)]
        for survey in (*self._others(), REVIEW):
            scale = self.programme.surveys[survey].scale if survey in self.programme.surveys else "nps"
            which = Selection(survey, (survey,), scale, "account", account_id)
            one = read.figures(which, *span)
            if one.counts.n or one.asked:
                figures.append((which, one))
        people = self.accounts.people(staff, account_id, PEOPLE_READ).items
        lately = self.accounts.lately(staff, account_id, people)
        others = lately.others
        quarter = str(quarter_of(self.clock(), self.programme.zone))
        has_reviews = self.programme.reviews is not None
        review = self.reviews.get(account_id, quarter) if has_reviews else None
        return ShownAccount(
            account_id=account_id,
            name=name,
            figures=[others.told(one, which, span) for which, one in figures],
            hidden=[one.name for which, one in figures if others.hide(which, span)],
            # Two neighbours differ by single answers.
            trend=_trend(history, span) if others.are_none(longest) else [],
            owners=each_once(one.owner_email for one in people if one.owner_email),
            hold=self.holds.present(account_id),
            renewal=self.accounts.renewal(people),
            last_answer=lately.last,
            cases=self.accounts.open_cases(staff, people),
            quarter=quarter if has_reviews else "",
            reviewed_at=review.recorded_at if review else None,
            listed=self._listed(staff, account_id, people) if has_reviews else None,
        )

    def must_be_whole(self, staff: Staff, account_id: str) -> None:
        """Refuse with RoleRefusedError what is done to all of an account, where others look after people of it too."""
        self.accounts.name(staff, account_id)
        if not staff.is_manager and self.accounts.is_shared(staff, account_id):
            raise RoleRefusedError(
                "Others look after people of this account, too; a manager can do it for all of them.", field="role"
            )

    def people(self, staff: Staff, account_id: str, after: str = "") -> Page[Contact]:
        """A page of its people."""
        self.accounts.name(staff, account_id)
        return self.accounts.people(staff, account_id, A_PAGE, after)

    def answers(self, staff: Staff, account_id: str, after: str = "") -> Page[ShownAnswer]:
        """A page of what its people answered, the latest first; of an owner those of their own people."""
        self.accounts.name(staff, account_id)
        found = self.responses.page_of_account(account_id, A_PAGE, after)
        return Page(self.shown.theirs(staff, found.items), found.next)

    def cases(self, staff: Staff, account_id: str, after: str = "") -> Page[tuple[FollowUp, Contact]]:
        """The cases of a page of its people, open ones first, then the one closed last first."""
        people = self.people(staff, account_id, after)
        of_each = at_once(lambda one: self.follow_ups.of_contact(one.contact_id), people.items)
        found = [
            (case, one)
            for one, cases in zip(people.items, of_each, strict=True)
            for case in cases
            if not case.erased and not case.concerns(staff.email)
        ]
        found.sort(key=lambda pair: (pair[0].closed_at or pair[0].opened_at, pair[0].follow_up_id), reverse=True)
        return Page(sorted(found, key=lambda pair: pair[0].is_over), people.next)

    def tickets(self, staff: Staff, account_id: str, after: str = "") -> Page[tuple[Invitation, Contact]]:
        """The tickets a page of its people was, or is to be, asked about, the latest first."""
        people = self.people(staff, account_id, after)
        of_each = at_once(lambda one: self.invitations.of_contact(one.contact_id), people.items)
        found = [
            (asked, one)
            for one, all_asked in zip(people.items, of_each, strict=True)
            for asked in all_asked
            if asked.ticket_id
        ]
        found.sort(key=lambda pair: (pair[0].planned_at, pair[0].reference), reverse=True)
        return Page(found, people.next)

    def link_to_pack(self, staff: Staff, account_id: str) -> str:
        """The address of the page to take into the account's review meeting; it works for a while only."""
        listed = self._must_be_listed(staff, account_id)
        return self.links.pack(account_id, listed.owner_id, self.clock() + LINK_LASTS, exactly=True)

    def link_to_review(self, staff: Staff, account_id: str, language: Language) -> str:
        """The address of the page to record the account's review on: its owner's list. It works for a while only."""
        listed = self._must_be_listed(staff, account_id)
        until = self.clock() + LINK_LASTS
        return self.links.review(listed.owner_id, listed.quarter, language, until, exactly=True)

    def _must_be_listed(self, staff: Staff, account_id: str) -> ListedAccount:
        self.accounts.name(staff, account_id)
        people = self.accounts.people(staff, account_id, PEOPLE_READ).items
        listed = self._listed(staff, account_id, people)
        if listed is None:
            raise NotFoundError("This account is on nobody's list of reviews (yet).", field="account")
        return listed

    def _listed(self, staff: Staff, account_id: str, people: Sequence[Contact]) -> ListedAccount | None:
        """The account as it stands on its owner's list of this quarter; in its first days on that of the last one."""
        now = quarter_of(self.clock(), self.programme.zone)
        owners = [staff.owner_id]
        if staff.is_manager:
            default = self.pseudonyms.of_owner(self.programme.follow_up.default_owner)
            owners = [*(one.owner_id for one in people if one.owner_id), default]
        for quarter in (now, now.before):
            for owner_id in dict.fromkeys(owners):
                listed = self.reviews.listed_account(str(quarter), owner_id, account_id)
                if listed:
                    return listed
        return None

    def _others(self) -> list[str]:
        ours = self.programme.relationship_surveys
        return [name for name in self.programme.surveys if name not in ours]


def _trend(history: Figures, span: Span) -> list[TrendPoint]:
    first = add_months(span.last.replace(day=1), 1 - _TREND)
    ends = periods("rolling", first, span.last)
    return [TrendPoint(*pair) for pair in zip(ends, sums(history.by_day, ends), strict=True)]


def ends(counts: ScoreCounts) -> tuple[int, int]:
    """Both ends of the interval of a score, as whole points."""
    return interval(counts).rounded
