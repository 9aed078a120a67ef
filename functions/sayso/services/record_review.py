"""Records what an account said at its quarterly review meeting, and knows which accounts have said nothing yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.filing import filed_by_rule
from sayso.domain.programme import Programme
from sayso.domain.quarters import Quarter, quarter_of, read_quarter
from sayso.domain.response import Response, SaidWords, words_expire_at
from sayso.domain.review import (
    ListedAccount,
    Portfolio,
    Review,
    ReviewInput,
    changed,
    portfolios,
    recorded,
    stood_in_for,
)
from sayso.ports import Clock, Contacts, Invitations, Responses, Reviews
from sayso.services.plan_invitations import ATTEMPTS


@dataclass(frozen=True)
class ReviewSoFar:
    """What was recorded for an account; of somebody who was erased only the score is left."""

    review: Review
    response: Response
    words: SaidWords


@dataclass(frozen=True)
class ToReview:
    """An account of an owner's list with those of its people who are there (still), and its review."""

    listed: ListedAccount
    people: Sequence[Contact]
    so_far: ReviewSoFar | None


@dataclass(frozen=True)
class RecordReview:
    """See the module. A request that comes twice does the same as once."""

    contacts: Contacts
    invitations: Invitations
    responses: Responses
    reviews: Reviews
    programme: Programme
    clock: Clock

    def record(
        self, account_id: str, contact_id: str, quarter: str, score: int, why: str | None, better: str | None, by: str
    ) -> Response:
        """Write down what one person said for their account, or change it; words that are None stay as they were.

        The first time, what that person would be asked within 90 days anyway is not asked any more.

        Raises
        ------
        InvalidInputError
            When there are no reviews in this quarter, the person is not of the account, somebody else gave its review,
            or it is too late to change it.
        NotFoundError
            When there is no such contact (any more).
        ConflictError
            When others kept changing the same things.
        """
        given = ReviewInput(score=score, why=why, better=better)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._record(account_id, contact_id, self.check(quarter), given, by)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
        raise AssertionError  # the last attempt returns or raises

    def check(self, name: str = "") -> Quarter:
        """The quarter of a name, without one that which runs now; raises InvalidInputError when there are no reviews of
        it: what was said in the last one can still be written down in the next."""
        now = quarter_of(self.clock(), self.programme.zone)
        if self.programme.reviews is None:
            raise InvalidInputError("the programme has no reviews; write 'reviews: quarterly' into it", field="reviews")
        quarter = read_quarter(name) if name else now
        if quarter not in (now, now.before):
            raise InvalidInputError(f"reviews are recorded for {now} and for {now.before}", field="quarter")
        return quarter

    def due(self, quarter: str = "", owner: str | None = None) -> list[Portfolio]:
        """The accounts without a review, by name; `owner` is an address. Reads the whole table: for an operator."""
        name = str(self.check(quarter))
        wanted = same_mailbox(owner) if owner else ""
        accounts = [
            one
            for one in portfolios(self.contacts.everyone(), self.programme)
            if not wanted or same_mailbox(one.owner_email) == wanted
        ]
        done = self.reviews.of_quarter([one.account_id for one in accounts], name)
        return [one for one in accounts if one.account_id not in done]

    def list_for(self, owner_id: str, quarter: str) -> list[ToReview]:
        """An owner's list: accounts without a review first, each part by name.

        As many reads for many contacts as for few, but for those of the owner's own accounts.
        """
        return sorted(self._to_review(self.reviews.listed(quarter, owner_id), quarter), key=_done_last)

    def listed(self, listed: ListedAccount) -> ToReview:
        """One account of an owner's list."""
        return self._to_review([listed], listed.quarter)[0]

    def so_far(self, account_ids: Sequence[str], quarter: str) -> Mapping[str, ReviewSoFar]:
        """What was recorded for these accounts, by account."""
        reviews = self.reviews.of_quarter(account_ids, quarter)
        references = [review.reference for review in reviews.values()]
        responses = self.responses.many(references) if references else {}
        with_words = [reference for reference, response in responses.items() if response.has_words]
        words = self.responses.words_of(with_words) if with_words else {}
        return {
            account_id: ReviewSoFar(review, responses[review.reference], words.get(review.reference, SaidWords()))
            for account_id, review in reviews.items()
            if review.reference in responses
        }

    def _to_review(self, listed: Sequence[ListedAccount], quarter: str) -> list[ToReview]:
        so_far = self.so_far([one.account_id for one in listed], quarter)
        ids = [contact_id for one in listed for contact_id in one.contact_ids]
        known = self.contacts.many(ids) if ids else {}
        people = [[known[contact_id] for contact_id in one.contact_ids if contact_id in known] for one in listed]
        return [
            ToReview(one, [person for person in there if _is_of(person, one.account_id)], so_far.get(one.account_id))
            for one, there in zip(listed, people, strict=True)
        ]

    def _record(self, account_id: str, contact_id: str, quarter: Quarter, given: ReviewInput, by: str) -> Response:
        contact = self.contacts.get(contact_id)
        if contact is None:
            raise NotFoundError("this person is not known (any more)", field="contact_id")
        if not _is_of(contact, account_id):
            raise InvalidInputError("this person does not belong to the account", field="contact_id")
        review = self.reviews.get(account_id, str(quarter))
        if review is None:
            return self._first(contact, quarter, given, by)
        if review.contact_id != contact_id:
            raise InvalidInputError(self._given_by_another(review), field="contact_id")
        return self._again(review, given, by)

    def _first(self, contact: Contact, quarter: Quarter, given: ReviewInput, by: str) -> Response:
        now = self.clock()
        response, words = recorded(contact, quarter, given, by, self.programme, now)
        response = filed_by_rule(response, words, self.programme.all_themes)
        known = self.responses.get(*response.reference)
        if known:
            # They gave it for an account they belonged to before: one person, one review a quarter.
            raise InvalidInputError(f"this person gave the review of {quarter} for another account", field="contact_id")
        review = Review(
            account_id=contact.account_id, quarter=str(quarter), contact_id=contact.contact_id, recorded_at=now
        )
        ended = list(stood_in_for(self.invitations.of_contact(contact.contact_id), self.programme, now))
        return self.reviews.record(response, words, words_expire_at(response, self.programme), review, ended)

    def _again(self, review: Review, given: ReviewInput, by: str) -> Response:
        response = self.responses.get(*review.reference)
        if response is None or response.erased:
            raise NotFoundError("who gave this review is not known any more", field="contact_id")
        said = self.responses.words(*review.reference)
        after, words = changed(response, said, given, by, self.clock())
        if after is response:
            return response
        if self.clock() >= review.editable_until:
            day = _day(review.recorded_at, self.programme.zone)
            raise InvalidInputError(f"this review was recorded on {day}; it can be changed for 7 days")
        after = filed_by_rule(after, words, self.programme.all_themes)
        return self.reviews.record(after, words, words_expire_at(after, self.programme))

    def _given_by_another(self, review: Review) -> str:
        giver = self.contacts.get(review.contact_id)
        name = (giver.name or giver.email) if giver else "somebody whose details were erased"
        return f"the review of {review.quarter} was given by {name} on {_day(review.recorded_at, self.programme.zone)}"


def _is_of(contact: Contact, account_id: str) -> bool:
    return contact.account_id == account_id


def _done_last(one: ToReview) -> tuple[bool, str, str]:
    return one.so_far is not None, one.listed.account.casefold(), one.listed.account_id


def _day(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).date().isoformat()
