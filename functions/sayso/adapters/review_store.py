"""Keeps reviews, one an account and quarter, and the lists of the accounts that are to have one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.invitation_store import put_invitation
from sayso.adapters.items import ABSENT, TRANSACTION_LIMIT, Action, Check, Delete, Expect, Items, Put, in_chunks
from sayso.adapters.mapping import put_next, to_entity, to_item
from sayso.adapters.response_store import places_of, words_item
from sayso.domain.invitation import Invitation
from sayso.domain.response import Response, SaidWords
from sayso.domain.review import ListedAccount, Review


class ReviewStore:
    """See `sayso.ports.Reviews`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def get(self, account_id: str, quarter: str) -> Review | None:
        """Who gave the review of an account and quarter."""
        item = self._items.get(keys.review(account_id, quarter))
        return to_entity(Review, item) if item else None

    def of_account(self, account_id: str) -> list[Review]:
        """All reviews of an account, the latest quarter first."""
        prefix = keys.review(account_id)
        found = self._items.query(prefix.pk, prefix=prefix.sk, newest_first=True)
        return [to_entity(Review, item) for item in found]

    def of_quarter(self, account_ids: Sequence[str], quarter: str) -> Mapping[str, Review]:
        """The reviews there are of these accounts, by account."""
        wanted = [keys.review(account_id, quarter) for account_id in account_ids]
        found = self._items.get_many(wanted) if wanted else {}
        return {item["account_id"]: to_entity(Review, item) for item in found.values()}

    def record(
        self,
        response: Response,
        words: SaidWords,
        words_expire_at: datetime,
        review: Review | None = None,
        stood_in_for: Sequence[Invitation] = (),
    ) -> Response:
        """Write the next revision of a review with its words, as one.

        The first time that is with `review`, which takes the account's place in the quarter, and with the invitations
        it stands in for. Raises ConflictError when any of them changed, when somebody else's was first, or when whoever
        gave it was erased.
        """
        key = keys.words(*response.reference)
        actions: list[Action] = [
            put_next(keys.response(*response.reference), "response", response, **places_of(response)),
            Put(words_item(response, words, words_expire_at)) if response.has_words else Delete(key),
        ]
        if review:
            # Whoever is erased at this moment must not be left with an answer that nobody looks for.
            actions.append(Check(keys.contact(response.contact_id), Expect()))
            actions.append(Put(to_item(keys.review(review.account_id, review.quarter), "review", review), ABSENT))
        actions += [put_invitation(invitation) for invitation in stood_in_for]
        self._items.write(*actions)
        return response.having(revision=response.revision + 1)

    def listed(self, quarter: str, owner_id: str = "", most: int | None = None) -> list[ListedAccount]:
        """The accounts on an owner's list of a quarter, or on everybody's, at most so many; in no order."""
        prefix = keys.review_list(quarter, owner_id)
        found = self._items.query(prefix.pk, prefix=prefix.sk, limit=most)
        return [to_entity(ListedAccount, item) for item in found]

    def listed_account(self, quarter: str, owner_id: str, account_id: str) -> ListedAccount | None:
        """One account of an owner's list; None when it is not on it (any more)."""
        item = self._items.get(keys.review_list(quarter, owner_id, account_id))
        return to_entity(ListedAccount, item) if item else None

    def list(self, accounts: Sequence[ListedAccount], until: datetime) -> None:
        """Put accounts on their lists, as they are now; `until` (UTC) the lists are needed."""
        epoch = int(until.timestamp())
        for chunk in in_chunks((Put(_item(one, epoch)) for one in accounts), TRANSACTION_LIMIT):
            self._items.write(*chunk)

    def unlist(self, accounts: Sequence[ListedAccount]) -> None:
        """Take accounts off the lists they are on: they have another owner, or nobody to ask."""
        for chunk in in_chunks((Delete(_key(one)) for one in accounts), TRANSACTION_LIMIT):
            self._items.write(*chunk)


def _key(one: ListedAccount) -> keys.Key:
    return keys.review_list(one.quarter, one.owner_id, one.account_id)


def _item(one: ListedAccount, expires_at_epoch: int) -> dict[str, object]:
    return to_item(_key(one), "listed_account", one, expires_at_epoch=expires_at_epoch)
