"""Draws up the list of the quarter for every owner, and mails each of them the one link to it.

The list follows the contact list: an account that is new joins it, and one with another owner moves. The mail goes once
a quarter, in the first run that finds an account of theirs without a review, and again in the next while nobody knows
that it went: without it somebody could record nothing all quarter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sayso.domain.address import same_mailbox
from sayso.domain.errors import NotFoundError
from sayso.domain.mail import Mail
from sayso.domain.programme import Language, Programme
from sayso.domain.quarters import Quarter, quarter_of
from sayso.domain.review import LISTED_AFTER, ListedAccount, Portfolio, by_owner, portfolios
from sayso.ports import Contacts, FollowUps, Links, Owners, Reviews, StaffPost
from sayso.services.send_once import Letter, SendOnce

KIND = "reviews"
# Whoever opens a link on its last day still finds the list.
_SPARE = timedelta(days=2)
# Longer than the tries of one run are apart, and shorter than it is to the next.
_AGAIN_AFTER = timedelta(days=1)


class ReviewsWriter(Protocol):
    """Writes the mail to an owner."""

    def reviews(
        self,
        *,
        language: Language,
        to: str,
        to_name: str,
        quarter: Quarter,
        accounts: Sequence[str],
        with_follow_up: int,
        link: str,
    ) -> Mail: ...


@dataclass(frozen=True)
class Prepared:
    """How many accounts are on the lists, and how many owners were mailed. For `unknown` and `failed` see `Posted`."""

    quarter: str = ""
    listed: int = 0
    mailed: int = 0
    unknown: int = 0
    failed: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrepareReviews:
    """See the module. One pass over the contacts; run twice it does the same as once."""

    contacts: Contacts
    reviews: Reviews
    follow_ups: FollowUps
    owners: Owners
    staff_post: StaffPost
    links: Links
    writer: ReviewsWriter
    send_once: SendOnce
    programme: Programme

    def run(self, scheduled_for: datetime) -> Prepared:
        """Bring the lists of the quarter that runs at `scheduled_for` (UTC) up to date, and mail who was not yet.

        A mail that SES certainly did not take goes out when it is run again.
        """
        if self.programme.reviews is None:
            return Prepared()
        quarter, wanted = self._lists(scheduled_for)
        return self._send(quarter, wanted, self._letters(quarter, wanted))

    def send_again(self, at: datetime, owner: str) -> Prepared:
        """The same for one owner (an address), who gets the mail of the quarter that runs at `at` (UTC) once more.

        Raises NotFoundError when there is nothing for them to record.
        """
        quarter, wanted = self._lists(at)
        letters = [one for one in self._letters(quarter, wanted) if same_mailbox(one.to) == same_mailbox(owner)]
        if not letters:
            raise NotFoundError(f"{owner} has no account without a review in {quarter}", field="owner")
        for one in letters:
            self.staff_post.give_back(one.kind, one.period, one.to)
        return self._send(quarter, wanted, letters)

    def _lists(self, at: datetime) -> tuple[Quarter, list[ListedAccount]]:
        quarter = quarter_of(at, self.programme.zone)
        accounts = by_owner(portfolios(self.contacts.everyone(), self.programme))
        ids = {owner: self.owners.remember(owner) for owner in accounts}
        wanted = [_listed(one, quarter, owner, ids[owner]) for owner in accounts for one in accounts[owner]]
        self._list(wanted, quarter)
        return quarter, wanted

    def _send(self, quarter: Quarter, wanted: Sequence[ListedAccount], letters: Sequence[Letter]) -> Prepared:
        posted = self.send_once.send(letters)
        return Prepared(str(quarter), len(wanted), posted.sent, posted.unknown, posted.failed)

    def _list(self, wanted: Sequence[ListedAccount], quarter: Quarter) -> None:
        known = {(one.owner_id, one.account_id): one for one in self.reviews.listed(str(quarter))}
        # What is new comes first: a crash in between leaves an account on two lists rather than on none.
        new = [one for one in wanted if known.pop((one.owner_id, one.account_id), None) != one]
        self.reviews.list(new, _link_ends_at(quarter, self.programme) + _SPARE)
        self.reviews.unlist(list(known.values()))

    def _letters(self, quarter: Quarter, listed: Sequence[ListedAccount]) -> list[Letter]:
        done = self.reviews.of_quarter([one.account_id for one in listed], str(quarter))
        waiting: dict[str, list[ListedAccount]] = defaultdict(list)
        for one in listed:
            if one.account_id not in done:
                waiting[one.owner_id].append(one)
        if not waiting:
            return []
        unhappy = {case.account_id for case in self.follow_ups.list(is_open=True)}
        return [
            Letter(
                KIND, str(quarter), theirs[0].owner_email, partial(self._letter, quarter, theirs, unhappy), _AGAIN_AFTER
            )
            for theirs in waiting.values()
        ]

    def _letter(self, quarter: Quarter, accounts: Sequence[ListedAccount], unhappy: set[str]) -> Mail:
        language, to = self.programme.company.default_language, accounts[0].owner_email
        ends_at = _link_ends_at(quarter, self.programme)
        return self.writer.reviews(
            language=language,
            to=to,
            to_name=self.programme.follow_up.owner(to).name or "",
            quarter=quarter,
            accounts=[one.account for one in accounts],
            with_follow_up=sum(one.account_id in unhappy for one in accounts),
            link=self.links.review(accounts[0].owner_id, str(quarter), language, ends_at),
        )


def _listed(one: Portfolio, quarter: Quarter, owner_email: str, owner_id: str) -> ListedAccount:
    return ListedAccount(
        quarter=str(quarter),
        owner_id=owner_id,
        owner_email=owner_email,
        account_id=one.account_id,
        account=one.name,
        contact_ids=tuple(person.contact_id for person in one.people),
        others=tuple(person.contact_id for person in one.others),
    )


def _link_ends_at(quarter: Quarter, programme: Programme) -> datetime:
    return quarter.ends_at(programme.zone) + LISTED_AFTER
