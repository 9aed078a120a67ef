"""Keeps whom to tell what came of it: what waits in the due index, and the one transaction that lets a mail go once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.invitation_store import count_on
from sayso.adapters.items import Check, Expect, Items, Put, Update, WriteConflictError
from sayso.adapters.mapping import put_next, to_entity, to_item
from sayso.domain.commitment import Commitment
from sayso.domain.gate import Gate
from sayso.domain.gate_news import GateNews
from sayso.domain.news import News
from sayso.domain.sending import DayLimit
from sayso.domain.time import parse_moment, utc_text
from sayso.ports import DueNews, NewsMessage


class NewsStore:
    """See `sayso.ports.NewsItems`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def get(self, contact_id: str, commitment_id: str) -> News | None:
        """What a contact is told of a commitment."""
        item = self._items.get(keys.news(contact_id, commitment_id))
        return to_entity(News, item) if item else None

    def of_contact(self, contact_id: str) -> list[News]:
        """Everything a contact was told, or is to be."""
        prefix = keys.news(contact_id)
        return [to_entity(News, item) for item in self._items.query(prefix.pk, prefix=prefix.sk)]

    def of_commitment(self, commitment_id: str, contact_ids: Sequence[str]) -> Mapping[str, News]:
        """What some contacts are told of a commitment, by contact."""
        found = self._items.get_many([keys.news(contact_id, commitment_id) for contact_id in contact_ids])
        return {item["contact_id"]: to_entity(News, item) for item in found.values()}

    def save(self, news: News) -> News:
        """Write the next revision; raises ConflictError when somebody else did first, or there is no such contact.

        What was written before goes with its contact, and is not written again.
        """
        # An approval may come from somebody who looked before the person was erased.
        there = [] if news.revision else [Check(keys.contact(news.contact_id), Expect())]
        self._items.write(_put(news), *there)
        return news.having(revision=news.revision + 1)

    def forget(self, news: News, now: datetime) -> None:
        """Write what became of it at `now` (UTC) for the last time: the table deletes it by itself.

        Raises ConflictError when somebody else wrote, or deleted it, first.
        """
        key = keys.news(news.contact_id, news.commitment_id)
        self._items.write(put_next(key, "news", news, expires_at_epoch=int(now.timestamp())))

    def due(self, until: datetime, limit: int) -> list[DueNews]:
        """The entries of the index that are due at `until`, at most `limit` of each shard, the earliest first."""
        end, found = utc_text(until) + "~", list[DueNews]()
        for shard in range(keys.DUE_SHARDS):
            partition = keys.news_due_partition(shard)
            for item in self._items.query(partition, end=end, index="due", limit=limit):
                _, contact_id, commitment_id = item["due_sk"].split("#", 2)
                message = NewsMessage(contact_id, commitment_id, parse_moment(item["due_at"]))
                found.append(DueNews(message, item["due_sk"]))
        return sorted(found, key=lambda due: due.sort)

    def lease(self, due: DueNews, until: datetime) -> bool:
        """Move an entry out of the way of the next tick before it is enqueued; False when it is no longer there."""
        contact_id, commitment_id, _ = due.message
        place = keys.news_due(contact_id, commitment_id, until)
        still_there = Expect(equals={"due_sk": due.sort})
        try:
            key = keys.news(contact_id, commitment_id)
            self._items.write(Update(key, sets={"due_sk": place["due_sk"]}, expect=still_there))
        except WriteConflictError:
            return False
        return True

    def claim(self, claimed: News, gate: Gate, commitment: Commitment, edition: int, day: DayLimit) -> News:
        """Let one mail through the address's gate: all of it holds at this moment, or nothing is written.

        It keeps its place in the due index, so that a claim whose sender dies is looked at again.

        Raises
        ------
        ConflictError
            When the news, the gate or the commitment changed since they were read, the page is no longer that of the
            `edition`, or the day's limit is reached. Read and decide again.
        """
        key, at = keys.news(claimed.contact_id, claimed.commitment_id), claimed.at
        assert at is not None  # noqa: S101 - what is claimed says when
        item = to_item(key, "news", claimed.having(revision=claimed.revision + 1))
        changed = {name: item[name] for name in ("state", "reason", "at", "revision")}
        passing = GateNews(at=at, contact_id=claimed.contact_id, commitment_id=claimed.commitment_id)
        self._items.write(
            Update(key, sets=changed, expect=Expect(equals={"revision": claimed.revision})),
            put_next(keys.gate(gate.address_hash), "gate", gate.having_told(passing)),
            Check(keys.commitment(commitment.commitment_id), Expect(equals={"revision": commitment.revision})),
            Check(keys.public_page(), Expect(equals={"number": edition})),
            *count_on(day, +1),
        )
        return claimed.having(revision=claimed.revision + 1)

    def release(self, released: News, gate: Gate, day: DayLimit) -> News:
        """Give a claim back, gate and day included; `gate` is as it was read, with the claim in it."""
        before = gate.not_having_told(released.contact_id, released.commitment_id)
        self._items.write(_put(released), put_next(keys.gate(gate.address_hash), "gate", before), *count_on(day, -1))
        return released.having(revision=released.revision + 1)


def _put(news: News) -> Put:
    """The write of the next revision, with its place in the due index while it has one."""
    place = keys.news_due(news.contact_id, news.commitment_id, news.due_at) if news.due_at else {}
    return put_next(keys.news(news.contact_id, news.commitment_id), "news", news, **place)


def news_message_body(message: NewsMessage) -> dict[str, dict[str, str]]:
    """Whom to tell of what, as the body of a message on the send queue, beside which steps of invitations travel."""
    return {"news": {**message._asdict(), "due_at": message.due_at.isoformat()}}


def read_news_message(body: Mapping[str, str]) -> NewsMessage:
    """The inverse of `news_message_body`, of what is inside."""
    return NewsMessage(body["contact_id"], body["commitment_id"], parse_moment(body["due_at"]))
