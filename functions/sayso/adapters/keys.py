"""Every key of the table, in one place. No key carries a person: ids are random, addresses are keyed hashes."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zlib import crc32

from sayso.domain.counting import CounterCell, CounterDay
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


def account(account_id: str = "") -> Key:
    """What an account is called; without an id, how the partitions of all of them begin."""
    return Key(f"ACCOUNT#{account_id}", "PROFILE")


def hold(account_id: str = "") -> Key:
    """The hold of an account; without one, the partition of all."""
    return Key("HOLDS", account_id)


def pause() -> Key:
    return Key("SENDING", "PAUSE")


def sent_on(day: str) -> Key:
    """How many mails went out on a day of the company."""
    return Key("SENDING", f"DAY#{day}")


def sending_change(at: datetime | None = None, name: str = "") -> Key:
    """A change somebody made to whom may be written to; without arguments, the prefix of all."""
    return Key("SENDING", f"CHANGE#{utc_text(at)}#{name}" if at else "CHANGE#")


def rhythm() -> Key:
    """What of the programme everybody was last planned by."""
    return Key("SENDING", "RHYTHM")


def invitation(contact_id: str, survey: str = "", occasion: str = "") -> Key:
    """An invitation; without survey and occasion, the prefix of all of a contact's."""
    sort = f"INVITATION#{survey}#{occasion}" if survey else "INVITATION#"
    return Key(f"CONTACT#{contact_id}", sort)


def response(contact_id: str, survey: str = "", occasion: str = "") -> Key:
    """A response; without survey and occasion, the prefix of all of a contact's."""
    sort = f"RESPONSE#{survey}#{occasion}" if survey else "RESPONSE#"
    return Key(f"CONTACT#{contact_id}", sort)


def words(contact_id: str, survey: str = "", occasion: str = "") -> Key:
    """What a person wrote; without survey and occasion, the prefix of all of a contact's."""
    return Key(f"CONTACT#{contact_id}", f"WORDS#{survey}#{occasion}" if survey else "WORDS#")


def ledger(item: Key) -> Key:
    """What was counted for an invitation or a response, beside it."""
    return Key(item.pk, f"COUNTED#{item.sk}")


def ledgers(contact_id: str) -> Key:
    """The prefix of what was counted for a contact."""
    return Key(f"CONTACT#{contact_id}", "COUNTED#")


def counter(cell: CounterCell | CounterDay) -> Key:
    return Key(f"COUNT#{cell.survey}#{cell.scope}#{cell.value}", f"{cell.family}#{cell.day}")


def counter_days(survey: str, scope: str, value: str, family: str, day: str) -> Key:
    """A counter's item of one day; two of them are the ends of a range."""
    return Key(f"COUNT#{survey}#{scope}#{value}", f"{family}#{day}")


def directory(survey: str = "", scope: str = "", value: str = "") -> Key:
    """One known counter; without arguments, the prefix of all of them."""
    return Key("COUNTERS", f"{survey}#{scope}#{value}" if survey else "")


def follow_up(follow_up_id: str) -> Key:
    return Key(f"FOLLOWUP#{follow_up_id}", "CASE")


def notice(follow_up_id: str, notice_id: str = "", channel: str = "") -> Key:
    """One thing to tell one of our people about a follow-up; without the others, the prefix of all of its."""
    return Key(f"FOLLOWUP#{follow_up_id}", f"NOTICE#{notice_id}#{channel}" if notice_id else "NOTICE#")


def owner(owner_id: str) -> Key:
    """One of our own people, by the keyed hash of their address."""
    return Key(f"OWNER#{owner_id}", "PROFILE")


def staff_mail(kind: str, period: str, owner_id: str) -> Key:
    """Says that one of our people got the mail of a kind for a period."""
    return Key(f"STAFFMAIL#{kind}", f"{period}#{owner_id}")


def open_follow_up(contact_id: str) -> Key:
    return Key(f"CONTACT#{contact_id}", "FOLLOWUP#OPEN")


def linked(contact_id: str, survey: str = "", occasion: str = "") -> Key:
    """Says which follow-up an answer belongs to: written once, so no answer ever opens two. Without survey and
    occasion, the prefix of all of a contact's."""
    return Key(f"CONTACT#{contact_id}", f"LINKED#{survey}#{occasion}" if survey else "LINKED#")


def erasing(contact_id: str = "") -> Key:
    """A contact whose erasure has begun and not ended; without an id, the partition of all."""
    return Key("ERASING", contact_id)


def imported_row(row_id: str) -> Key:
    """Says which answer a row of another tool's export became, by its keyed hash: written once, with the answer."""
    return Key(f"IMPORTED#{row_id}", "ROW")


def imported_survey(survey: str = "") -> Key:
    """A survey whose answers were imported; without one, the partition of all."""
    return Key("IMPORTS", survey)


def review(account_id: str, quarter: str = "") -> Key:
    """Says who gave the one review of an account and quarter: written once, with the response. Without a quarter, the
    prefix of all of an account's."""
    return Key(f"ACCOUNT#{account_id}", f"REVIEW#{quarter}")


def review_list(quarter: str, owner_id: str = "", account_id: str = "") -> Key:
    """An account on its owner's list of a quarter; without an account, the prefix of an owner's; without an owner, the
    partition of all."""
    return Key(f"REVIEWS#{quarter}", f"OWNER#{owner_id}#{account_id}" if owner_id else "")


def commitment(commitment_id: str = "") -> Key:
    """A commitment; without an id, the prefix of all."""
    return Key("COMMITMENTS", f"COMMITMENT#{commitment_id}")


def commitment_version(commitment_id: str, revision: int | None = None) -> Key:
    """A commitment as it was at a revision; without one, the prefix of all."""
    return Key(f"COMMITMENT#{commitment_id}", "VERSION#" if revision is None else f"VERSION#{revision:06d}")


def asker(commitment_id: str, contact_id: str = "") -> Key:
    """A contact behind a commitment; without one, the prefix of all."""
    return Key(f"COMMITMENT#{commitment_id}", f"ASKER#{contact_id}")


def asked(contact_id: str, commitment_id: str = "") -> Key:
    """Says that a contact is behind a commitment; without one, the prefix of all of a contact's."""
    return Key(f"CONTACT#{contact_id}", f"ASKED#{commitment_id}")


def quote(quote_id: str = "") -> Key:
    """Words of an answer that may be shown; without an id, the prefix of all."""
    return Key("QUOTES", f"QUOTE#{quote_id}")


def public_page() -> Key:
    """How the public page stands. An item "LATEST" is of the time before editions had parts: nothing reads it."""
    return Key("PAGE", "PUBLIC")


def page_draft() -> Key:
    """The edition of the public page that waits for a yes."""
    return Key("PAGE", "DRAFT")


def edition(number: int | None = None) -> Key:
    """A published edition of the public page; without a number, the prefix of all. Items "EDITION#…" of this partition
    are of the time before editions had parts: nothing reads them."""
    return Key("PAGE", "NUMBER#" if number is None else f"NUMBER#{number:06d}")


def edition_part(content_id: str, part: int) -> Key:
    """A part of what an edition, or a draft of one, says: by what names its content."""
    return Key(f"EDITION#{content_id}", f"PART#{part:03d}")


def page_request(at: datetime | None = None, request_id: str = "") -> Key:
    """What the desk asks of whoever publishes the page; without arguments, the partition of all."""
    return Key("PAGE_REQUESTS", f"{utc_text(at)}#{request_id}" if at else "")


def staff_change(at: datetime | None = None, change_id: str = "") -> Key:
    """What one of our people changed at the desk; without arguments, the partition of all."""
    return Key("CHANGES", f"{utc_text(at)}#{change_id}" if at else "")


def doctor_report() -> Key:
    """What was found when somebody last looked whether everything is right."""
    return Key("DOCTOR", "LATEST")


def due_partition(survey: str, shard: int) -> str:
    return f"DUE#{survey}#{shard}"


def due(survey: str, contact_id: str, occasion: str, at: datetime, planned_at: datetime) -> dict[str, str]:
    """Index `due`: what waits, by time, and for how long it has. Sharded, because every tick of a schedule reads it."""
    shard = crc32(contact_id.encode()) % DUE_SHARDS
    return {
        "due_pk": due_partition(survey, shard),
        "due_sk": f"{utc_text(at)}#{utc_text(planned_at)}#{contact_id}#{occasion}",
    }


def notices_due(shard: int) -> str:
    """Index `due`: the partition of what is to be told. In capitals, as no survey can be called."""
    return f"DUE#NOTICE#{shard}"


def notice_due(follow_up_id: str, notice_id: str, channel: str, at: datetime) -> dict[str, str]:
    """Index `due`: what is to be told, by time."""
    shard = crc32(follow_up_id.encode()) % DUE_SHARDS
    return {"due_pk": notices_due(shard), "due_sk": f"{utc_text(at)}#{follow_up_id}#{notice_id}#{channel}"}


def news(contact_id: str, commitment_id: str = "") -> Key:
    """What a contact is told of a commitment; without one, the prefix of all."""
    return Key(f"CONTACT#{contact_id}", f"NEWS#{commitment_id}")


def news_due_partition(shard: int) -> str:
    """Index `due`: the partition of whom to tell what came of it. In capitals, as no survey can be called."""
    return f"DUE#NEWS#{shard}"


def news_due(contact_id: str, commitment_id: str, at: datetime) -> dict[str, str]:
    """Index `due`: whom to tell what came of it, by time."""
    shard = crc32(contact_id.encode()) % DUE_SHARDS
    return {"due_pk": news_due_partition(shard), "due_sk": f"{utc_text(at)}#{contact_id}#{commitment_id}"}


def planned_in(due_sk: str) -> str:
    """The moment an entry of index `due` was planned for, as text; empty in entries that do not say."""
    _, planned_at, *rest = due_sk.split("#")
    return planned_at if len(rest) > 1 else ""


def month(at: datetime) -> str:
    """Index `by_month`: the partition of the responses confirmed in a UTC month."""
    return f"RESPONSES#{utc_text(at)[:7]}"


def unconfirmed_month(at: datetime) -> str:
    """Index `by_month`: the partition of the responses first given in a UTC month and not confirmed (yet)."""
    return f"UNCONFIRMED#{utc_text(at)[:7]}"


def cases(*, is_open: bool) -> str:
    """Index `by_case`: the partition of open, or of ended, follow-ups."""
    return f"CASES#{'open' if is_open else 'closed'}"


def cases_of(owner_id: str) -> str:
    """Index `by_owner`: the partition of an owner's open follow-ups."""
    return f"OWNER#{owner_id}"


def event(occasion: str) -> str:
    """Index `by_ticket`: the partition of the invitations about one ticket or touch point, by its keyed hash."""
    return f"EVENT#{occasion}"


def account_listed(account_id: str, name: str) -> dict[str, str]:
    """Index `by_account`: an account among all of them, by what it is called."""
    return {"account_pk": "ACCOUNTS", "account_sk": f"{name.casefold()[:200]}#{account_id}"}


def accounts_beginning(text: str = "") -> Key:
    """Index `by_account`: the prefix of the accounts whose name begins with a text."""
    return Key("ACCOUNTS", text.casefold())


def person_listed(contact_id: str, account_id: str, owner_id: str | None) -> dict[str, str | None]:
    """A contact among those of their account (index `by_account`) and of their owner (index `by_owner`)."""
    return {
        "account_pk": people_of(account_id),
        "account_sk": contact_id,
        "owner_pk": portfolio(owner_id) if owner_id else None,
        "owner_sk": f"{account_id}#{contact_id}" if owner_id else None,
    }


def people_of(account_id: str) -> str:
    """Index `by_account`: the partition of an account's contacts."""
    return f"PEOPLE#{account_id}"


def portfolio(owner_id: str) -> str:
    """Index `by_owner`: the partition of an owner's contacts, by account."""
    return f"PORTFOLIO#{owner_id}"


def quotes_of(contact_id: str, survey: str, occasion: str) -> str:
    """Index `by_account`: the partition of the quotes of one answer."""
    return f"QUOTES_OF#{contact_id}#{survey}#{occasion}"


def answers_of(account_id: str) -> str:
    """Index `by_account`: the partition of an account's responses."""
    return f"ANSWERS#{account_id}"
