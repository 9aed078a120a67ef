"""What waits for whoever is signed in: cases, what goes out this week, and what needs a yes.

Every list is read up to `MOST` entries and no further, and says where there are more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from sayso.domain.calendar import Calendar
from sayso.domain.case_times import CaseTimes, episodes_of
from sayso.domain.durations import durations, working_days_within
from sayso.domain.follow_up import FollowUp
from sayso.domain.labels import Language
from sayso.domain.programme import Programme
from sayso.domain.quarters import quarter_of
from sayso.domain.staff import Staff
from sayso.domain.time import add_months
from sayso.domain.unconfirmed import may_be_unhappy
from sayso.ports import Clock, CommitmentLinks, Commitments, Contacts, FollowUps, NewsItems, Offices, Responses, Reviews
from sayso.services.desk_calendar import DeskCalendar
from sayso.services.latest_edition import LatestEdition
from sayso.services.review_edition import ReviewEdition

MOST = 200
"""Entries of a list that are read: beyond it there are "200 or more"."""
WEEK = 7
_FIRST_CONTACT_OF = timedelta(weeks=4)
_TOLD_OF = timedelta(days=90)
_COMMITMENTS = 5
_CLOSED = 100


class Count(NamedTuple):
    """How many there are, of those that were read; `more` says that there may be more of them."""

    n: int
    more: bool = False


class CaseLoad(NamedTuple):
    """Cases that are not over; `waiting` are those nobody was in touch about, `due_today` and `late` among them."""

    open: Count
    waiting: int
    due_today: int
    late: int


class FirstContacts(NamedTuple):
    """How soon somebody was in touch about the cases opened since `since` (UTC).

    `in_time` of `of` whose time is over or who were contacted; `median_days` are working days. `is_whole` is false
    where not all of them were read.
    """

    since: datetime
    in_time: int
    of: int
    median_days: float | None
    is_whole: bool


class ToTell(NamedTuple):
    """A commitment the page says is done, and how many of those who asked for it nobody decided to tell yet."""

    commitment_id: str
    titles: Mapping[Language, str]
    people: Count


@dataclass(frozen=True)
class Waiting:
    """What waits for a yes or for somebody to look. What is only a manager's is None for others; `reviews` where the
    programme has none."""

    unconfirmed: Count
    reviews: Count | None
    quarter: str
    draft: bool | None = None
    to_tell: Sequence[ToTell] | None = None


@dataclass(frozen=True)
class Work:
    """See the module. `week` is what goes out, of all accounts: only managers are told."""

    cases: CaseLoad
    first_contacts: FirstContacts
    waiting: Waiting
    week: Calendar | None = None


@dataclass(frozen=True)
class DeskWork:
    """See the module."""

    follow_ups: FollowUps
    responses: Responses
    contacts: Contacts
    reviews: Reviews
    commitments: Commitments
    askers: CommitmentLinks
    news: NewsItems
    editions: ReviewEdition
    latest_edition: LatestEdition
    calendar: DeskCalendar
    offices: Offices
    programme: Programme
    clock: Clock

    def of(self, staff: Staff) -> Work:
        """The work of a manager, which is everybody's, or of an owner."""
        now = self.clock()
        page = (
            self.follow_ups.page(MOST, is_open=True)
            if staff.is_manager
            else self.follow_ups.page_of_owner(staff.owner_id, MOST)
        )
        cases = [case for case in page.items if staff.may_open(case) and not case.is_over]
        return Work(
            cases=self._load(cases, more=bool(page.next), now=now),
            first_contacts=self._first_contacts(staff, cases, is_whole=not page.next, now=now),
            waiting=self._waiting(staff, now),
            week=self.calendar.days(WEEK) if staff.is_manager else None,
        )

    def _load(self, cases: Sequence[FollowUp], *, more: bool, now: datetime) -> CaseLoad:
        today, zone = now.astimezone(self.programme.zone).date(), self.programme.zone
        waiting = [case for case in cases if case.state == "open"]
        late = sum(case.is_late(now) for case in waiting)
        due = sum(not case.is_late(now) and case.due_at.astimezone(zone).date() == today for case in waiting)
        return CaseLoad(Count(len(cases), more), len(waiting), due, late)

    def _first_contacts(
        self, staff: Staff, cases: Sequence[FollowUp], *, is_whole: bool, now: datetime
    ) -> FirstContacts:
        since = now - _FIRST_CONTACT_OF
        page = self.follow_ups.page(_CLOSED, is_open=False)  # those closed last: whatever began since was closed since
        last = page.items[-1].closed_at if page.items else None
        is_whole = is_whole and (not page.next or (last is not None and last < since))
        closed = [case for case in page.items if staff.may_open(case)]
        told = [(case, one) for case in (*cases, *closed) for one in episodes_of(case) if one.begun_at >= since]
        times = CaseTimes([one for _, one in told], now)
        days = durations(
            [
                working_days_within(self.offices.of(case.owner_email), one.begun_at, one.contacted_at)
                for case, one in told
                if one.contacted_at
            ]
        )
        return FirstContacts(since, times.in_time.part, times.in_time.whole, days.median if days else None, is_whole)

    def _waiting(self, staff: Staff, now: datetime) -> Waiting:
        quarter = str(quarter_of(now, self.programme.zone))
        return Waiting(
            unconfirmed=self._unconfirmed(staff, now),
            reviews=self._reviews(staff, quarter) if self.programme.reviews else None,
            quarter=quarter,
            draft=self.editions.waits if staff.is_manager else None,
            to_tell=list(self._to_tell(now)) if staff.is_manager else None,
        )

    def _unconfirmed(self, staff: Staff, now: datetime) -> Count:
        """Low scores of this month and the last that nobody was seen giving."""
        month = datetime.combine(now.astimezone(UTC).date().replace(day=1), time(), UTC)
        pages = [
            self.responses.page_of_month(at, MOST, confirmed=False)
            for at in (month, datetime.combine(add_months(month.date(), -1), time(), UTC))
        ]
        found = [one for page in pages for one in page.items if may_be_unhappy(one)]
        if not staff.is_manager:
            people = self.contacts.many(sorted({one.contact_id for one in found}))
            found = [one for one in found if staff.owns(people.get(one.contact_id))]
        return Count(len(found), any(page.next for page in pages))

    def _reviews(self, staff: Staff, quarter: str) -> Count:
        """The accounts on the list of the quarter without a review."""
        listed = self.reviews.listed(quarter, "" if staff.is_manager else staff.owner_id, MOST + 1)
        seen = listed[:MOST]
        done = self.reviews.of_quarter([one.account_id for one in seen], quarter)
        return Count(sum(one.account_id not in done for one in seen), len(listed) > MOST)

    def _to_tell(self, now: datetime) -> Iterable[ToTell]:
        """The commitments done last whose askers were neither told nor left out by somebody, and can be told."""
        since = (now - _TOLD_OF).date()
        done = [
            one
            for one in self.commitments.page(MOST).items
            if one.public and one.public.status == "done" and one.public.done_on and one.public.done_on >= since
        ]
        done.sort(key=lambda one: (one.public.done_on if one.public else None, one.commitment_id), reverse=True)
        voiced = [one for one in done if one.voices]
        on_page = self._done_on_page() if voiced else set()
        for one in [one for one in voiced if one.commitment_id in on_page][:_COMMITMENTS]:
            ids = [
                asker.contact_id for _, asker in zip(range(MOST), self.askers.askers(one.commitment_id), strict=False)
            ]
            known = self.news.of_commitment(one.commitment_id, ids)
            people = self.contacts.many([contact_id for contact_id in ids if contact_id not in known])
            if people:
                yield ToTell(one.commitment_id, one.title, Count(len(people), one.voices > MOST))

    def _done_on_page(self) -> Set[str]:
        """The commitments of which the page says that they are done: nobody is told before it does (`DeskTelling`)."""
        edition = self.latest_edition.read()
        return {one.id for one in edition.commitments if one.status == "done"} if edition else set()
