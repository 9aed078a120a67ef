"""Keeps responses and, apart from them, the words people wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time

from sayso.adapters import keys
from sayso.adapters.invitation_store import put_invitation
from sayso.adapters.items import Action, Check, Delete, Expect, Item, Items, Put, sort_key
from sayso.adapters.mapping import put_next, to_entity, to_item
from sayso.adapters.paging import page
from sayso.domain.answer_place import place_of
from sayso.domain.invitation import Invitation
from sayso.domain.response import Response, SaidWords
from sayso.domain.time import add_months
from sayso.ports import Clock, Page, Reference


class ResponseStore:
    """See `sayso.ports.Responses`."""

    def __init__(self, items: Items, clock: Clock) -> None:
        self._items, self._clock = items, clock

    def invitation_and_response(
        self, contact_id: str, survey: str, occasion: str
    ) -> tuple[Invitation | None, Response | None, SaidWords]:
        """Everything an answer needs, in one read."""
        reference = (contact_id, survey, occasion)
        wanted = keys.invitation(*reference), keys.response(*reference), keys.words(*reference)
        found = self._items.get_many(wanted)
        invitation, response, words = (found.get(key) for key in wanted)
        return (
            to_entity(Invitation, invitation) if invitation else None,
            to_entity(Response, response) if response else None,
            self._said(words),
        )

    def get(self, contact_id: str, survey: str, occasion: str) -> Response | None:
        """One response."""
        item = self._items.get(keys.response(contact_id, survey, occasion))
        return to_entity(Response, item) if item else None

    def words(self, contact_id: str, survey: str, occasion: str) -> SaidWords:
        """The words of a response; empty ones when there are none (any more)."""
        return self._said(self._items.get(keys.words(contact_id, survey, occasion)))

    def _said(self, item: Item | None) -> SaidWords:
        # TTL deletes days late: what has expired is gone for every reader at once.
        if item is None or item["expires_at_epoch"] <= self._clock().timestamp():
            return SaidWords()
        return to_entity(SaidWords, item)

    def many(self, references: Sequence[Reference]) -> Mapping[Reference, Response]:
        """The responses there are among those named."""
        wanted = {keys.response(*reference): reference for reference in references}
        found = self._items.get_many(list(wanted))
        return {wanted[key]: to_entity(Response, item) for key, item in found.items()}

    def of_contact(self, contact_id: str) -> list[Response]:
        """All responses of a contact, oldest first."""
        prefix = keys.response(contact_id)
        found = [to_entity(Response, item) for item in self._items.query(prefix.pk, prefix=prefix.sk)]
        return sorted(found, key=lambda response: response.answered_at)

    def confirmed_in_month(self, month_of: datetime) -> list[Response]:
        """The responses first confirmed in the UTC month of a moment, oldest first."""
        return [to_entity(Response, item) for item in self._items.query(keys.month(month_of), index="by_month")]

    def confirmed_between(self, first: date, last: date) -> Iterator[Response]:
        """The responses that count for the UTC days from one to another, both included, oldest first and one by one."""
        month = first.replace(day=1)
        while month <= last:
            at = datetime.combine(month, time(), UTC)
            start, end = max(first, month).isoformat(), f"{last.isoformat()}~"
            found = self._items.query(keys.month(at), start=start, end=end, index="by_month")
            yield from (to_entity(Response, item) for item in found)
            month = add_months(month, 1)

    def words_of(self, references: Sequence[Reference]) -> Mapping[Reference, SaidWords]:
        """The words of many responses, as far as there are any (still)."""
        wanted = {keys.words(*reference): reference for reference in references}
        found = self._items.get_many(list(wanted))
        return {wanted[key]: self._said(item) for key, item in found.items()}

    def with_words(self, references: Sequence[Reference]) -> Mapping[Reference, tuple[Response, SaidWords]]:
        """The responses there are among those named, each with its words, in one read."""
        found = self._items.get_many([key for one in references for key in (keys.response(*one), keys.words(*one))])
        return {
            one: (to_entity(Response, found[keys.response(*one)]), self._said(found.get(keys.words(*one))))
            for one in references
            if keys.response(*one) in found
        }

    def unconfirmed_in_month(self, month_of: datetime) -> list[Response]:
        """The answers of a UTC month that nobody was seen giving, so far; oldest first."""
        found = self._items.query(keys.unconfirmed_month(month_of), index="by_month")
        return [to_entity(Response, item) for item in found]

    def page_of_month(self, month_of: datetime, limit: int, after: str = "", *, confirmed: bool) -> Page[Response]:
        """The answers of a UTC month, those confirmed in it or those that nobody was seen giving; the latest first."""
        partition = keys.month(month_of) if confirmed else keys.unconfirmed_month(month_of)
        return self._page(partition, "by_month", limit, after)

    def page_of_account(self, account_id: str, limit: int, after: str = "") -> Page[Response]:
        """The answers that count for an account, and those that may come to, the latest first."""
        return self._page(keys.answers_of(account_id), "by_account", limit, after)

    def of_month_before(self, month_of: datetime, place: str, limit: int, *, confirmed: bool) -> list[Response]:
        """At most `limit` answers of a UTC month that stand before a place (`answer_place`), the latest first."""
        partition = keys.month(month_of) if confirmed else keys.unconfirmed_month(month_of)
        return self._before(partition, "by_month", place, limit)

    def of_account_before(self, account_id: str, place: str, limit: int) -> list[Response]:
        """At most `limit` answers of an account that stand before a place (`answer_place`), the latest first."""
        return self._before(keys.answers_of(account_id), "by_account", place, limit)

    def _before(self, partition: str, index: str, place: str, limit: int) -> list[Response]:
        # One more for the one that stands at the place itself.
        read = self._items.query(partition, end=place, index=index, limit=limit + 1, newest_first=True)
        return [to_entity(Response, item) for item in read if item[sort_key(index)] != place][:limit]

    def _page(self, partition: str, index: str, limit: int, after: str) -> Page[Response]:
        found, following = page(self._items, partition, index=index, limit=limit, after=after, newest_first=True)
        return Page([to_entity(Response, item) for item in found], following)

    def save(
        self, response: Response, words: SaidWords | None, words_expire_at: datetime, answered: Invitation | None
    ) -> Response:
        """Write a response, its words unless they stay as they are, and (the first time) the answered invitation,
        as one.

        Raises ConflictError when any of them changed since it was read.
        """
        actions: list[Action] = [
            put_next(keys.response(*response.reference), "response", response, **places_of(response))
        ]
        if words is not None:
            actions.append(Put(words_item(response, words, words_expire_at)))
        if answered is not None:
            actions.append(put_invitation(answered))
        elif not response.revision and _says_more_than_a_score(response, words):
            # A later answer names the revision it replaces; a first one could come while its person is erased.
            key = keys.invitation(*response.reference)
            actions.append(Check(key, Expect(equals={"erased": None})))
        self._items.write(*actions)
        return response.having(revision=response.revision + 1)

    def erase(self, response: Response) -> None:
        """Write a response without its person, and delete the words; raises ConflictError when it has changed."""
        gone = response.without_person()
        put = put_next(keys.response(*response.reference), "response", gone, **places_of(gone))
        self._items.write(put, Delete(keys.words(*response.reference)))


def _says_more_than_a_score(response: Response, words: SaidWords | None) -> bool:
    wishes = response.contact or response.quote or response.reference_allowed
    return bool(words or wishes or response.ticket_id)


def places_of(response: Response) -> dict[str, str]:
    """Where a response stands in the indexes `by_month` and `by_account`."""
    confirmed_at = response.confirmed_at
    at, place = confirmed_at or response.answered_at, place_of(response)
    found = {"month_pk": keys.month(at) if confirmed_at else keys.unconfirmed_month(at), "month_sk": place}
    if not response.erased:  # where few are asked, the account would say who it was
        found |= {"account_pk": keys.answers_of(response.snapshot.account_id), "account_sk": place}
    return found


def words_item(response: Response, words: SaidWords, expire_at: datetime) -> Item:
    """The words of a response, until they expire."""
    return to_item(keys.words(*response.reference), "words", words, expires_at_epoch=int(expire_at.timestamp()))
