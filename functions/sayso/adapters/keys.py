"""Every key of the table, in one place. No key carries a person: ids are random, addresses are keyed hashes."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zlib import crc32

from sayso.domain.counting import CounterCell
from sayso.domain.time import utc_text

DUE_SHARDS = 4


class Key(NamedTuple):
    """The primary key of one item."""

    pk: str
    sk: str


def contact(contact_id: str) -> Key:
    return Key(f"CONTACT#{contact_id}", "PROFILE")


def external(external_id: str) -> Key:
    return Key(f"EXTERNAL#{external_id}", "CONTACT")


def address(address_hash: str, contact_id: str = "") -> Key:
    """Where an address points to its contacts (a shared mailbox has several); without an id, their prefix."""
    return Key(f"ADDRESS#{address_hash}", f"CONTACT#{contact_id}")


def gate(address_hash: str) -> Key:
    return Key(f"ADDRESS#{address_hash}", "GATE")


def suppression(address_hash: str) -> Key:
    return Key(f"ADDRESS#{address_hash}", "SUPPRESSION")


def account(account_id: str) -> Key:
    return Key(f"ACCOUNT#{account_id}", "PROFILE")


def hold(account_id: str) -> Key:
    return Key(f"ACCOUNT#{account_id}", "HOLD")


def pause() -> Key:
    return Key("SENDING", "PAUSE")


def invitation(contact_id: str, survey: str = "", occasion: str = "") -> Key:
    """An invitation; without survey and occasion, the prefix of all of a contact's."""
    sort = f"INVITATION#{survey}#{occasion}" if survey else "INVITATION#"
    return Key(f"CONTACT#{contact_id}", sort)


def response(contact_id: str, survey: str = "", occasion: str = "") -> Key:
    """A response; without survey and occasion, the prefix of all of a contact's."""
    sort = f"RESPONSE#{survey}#{occasion}" if survey else "RESPONSE#"
    return Key(f"CONTACT#{contact_id}", sort)


def words(contact_id: str, survey: str, occasion: str) -> Key:
    return Key(f"CONTACT#{contact_id}", f"WORDS#{survey}#{occasion}")


def ledger(item: Key) -> Key:
    """What was counted for an invitation or a response, beside it."""
    return Key(item.pk, f"COUNTED#{item.sk}")


def counter(cell: CounterCell) -> Key:
    return Key(f"COUNT#{cell.survey}#{cell.scope}#{cell.value}", f"{cell.family}#{cell.day}")


def counter_days(survey: str, scope: str, value: str, family: str, day: str) -> Key:
    """A counter's item of one day; two of them are the ends of a range."""
    return Key(f"COUNT#{survey}#{scope}#{value}", f"{family}#{day}")


def directory(survey: str = "", scope: str = "", value: str = "") -> Key:
    """One known counter; without arguments, the prefix of all of them."""
    return Key("COUNTERS", f"{survey}#{scope}#{value}" if survey else "")


def follow_up(follow_up_id: str) -> Key:
    return Key(f"FOLLOWUP#{follow_up_id}", "CASE")


def open_follow_up(contact_id: str) -> Key:
    return Key(f"CONTACT#{contact_id}", "FOLLOWUP#OPEN")


def linked(contact_id: str, survey: str, occasion: str) -> Key:
    """Says which follow-up an answer belongs to: written once, so no answer ever opens two."""
    return Key(f"CONTACT#{contact_id}", f"LINKED#{survey}#{occasion}")


def commitment(commitment_id: str = "") -> Key:
    """A commitment; without an id, the prefix of all."""
    return Key("COMMITMENTS", f"COMMITMENT#{commitment_id}")


def edition(number: int | None = None) -> Key:
    """A published edition of the public page; without a number, the latest."""
    return Key("PAGE", "LATEST" if number is None else f"EDITION#{number:06d}")


def due_partition(survey: str, shard: int) -> str:
    return f"DUE#{survey}#{shard}"


def due(survey: str, contact_id: str, occasion: str, at: datetime) -> dict[str, str]:
    """Index `due`: what waits, by time. Sharded, because every tick of a schedule reads it."""
    shard = crc32(contact_id.encode()) % DUE_SHARDS
    return {
        "due_pk": due_partition(survey, shard),
        "due_sk": f"{utc_text(at)}#{contact_id}#{occasion}",
    }


def month(at: datetime) -> str:
    """Index `by_month`: the partition of the responses confirmed in a UTC month."""
    return f"RESPONSES#{utc_text(at)[:7]}"


def cases(*, is_open: bool) -> str:
    """Index `by_case`: the partition of open, or of ended, follow-ups."""
    return f"CASES#{'open' if is_open else 'closed'}"


def ticket(source: str, ticket_id: str) -> str:
    """Index `by_ticket`: the partition of the invitations of one ticket."""
    return f"TICKET#{source}:{ticket_id}"
