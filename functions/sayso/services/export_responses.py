"""Hands confirmed answers out, one by one, by the day they count for: those `sayso stats` counts, and nobody erased.

Of an erased person's answer there is what counts and names nobody: score, ratings, drivers, themes, language and day.
Account, segments and moments are left out: in a small account, or to the second, they tell who it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, Literal

from sayso.domain.contact import Contact, ticket_contact_id
from sayso.domain.imported_answer import EARLIEST, is_nobody
from sayso.domain.response import Response, SaidWords
from sayso.domain.response_map import RATING, SEGMENT
from sayso.domain.time import utc_text
from sayso.domain.unconfirmed import answer_id
from sayso.ports import Clock, Contacts, Responses

Kind = Literal["asked", "ticket", "recorded", "imported"]
_CHUNK = 100  # DynamoDB's BatchGetItem takes 100 keys
FIRST_DAY = EARLIEST.date()
COLUMNS = (
    *("id", "survey", "kind", "scale", "score", "group", "counted_day", "confirmed_at", "given_at", "asked_at"),
    *("language", "account", "contact_id", "email", "name", "drivers", "themes", "suggested_themes"),
    *("why", "better"),
    *("may_be_contacted", "may_be_quoted", "may_be_named", "imported_from"),
)
"""What every answer has; ratings and segments stand in dicts of their own."""


@dataclass(frozen=True)
class ExportResponses:
    """See the module. Reads the months of an index, and 100 answers at a time: it needs no more memory for more."""

    responses: Responses
    contacts: Contacts
    clock: Clock

    def last_day(self) -> date:
        """Today (UTC)."""
        return self.clock().date()

    def names(self, first: date, last: date, survey: str | None = None) -> tuple[list[str], list[str]]:
        """The ratings and the segments the answers of a period have: who writes columns has to know them first."""
        ratings: set[str] = set()
        segments: set[str] = set()
        for response in self._between(first, last, survey):
            ratings.update(response.ratings)
            segments.update(response.snapshot.segments if not response.erased else ())
        return sorted(ratings), sorted(segments)

    def rows(self, first: date, last: date, survey: str | None = None) -> Iterator[dict[str, Any]]:
        """The confirmed answers that count for the UTC days from one to another, both included, oldest first.

        Each is `COLUMNS` and the dicts ``ratings`` and ``segments``, as plain values; None is what is not known.
        """
        answers = iter(self._between(first, last, survey))
        accounts: dict[str, str] = {}
        while chunk := list(islice(answers, _CHUNK)):
            yield from self._rows(chunk, accounts)

    def _between(self, first: date, last: date, survey: str | None) -> Iterable[Response]:
        found = self.responses.confirmed_between(max(first, FIRST_DAY), min(last, self.last_day()))
        return (one for one in found if survey in (None, one.survey))

    def _rows(self, chunk: Sequence[Response], accounts: dict[str, str]) -> Iterator[dict[str, Any]]:
        # Words first: whoever is erased while they are read is no longer found among the contacts below.
        wordy = [one.reference for one in chunk if one.has_words and not one.erased]
        words = self.responses.words_of(wordy) if wordy else {}
        people = self.contacts.many(sorted({one.contact_id for one in chunk if not one.erased}))
        named = {
            one.snapshot.account_id
            for one in chunk
            if not _is_erased(one, people.get(one.contact_id)) and one.snapshot.account_id not in accounts
        }
        accounts.update(self.contacts.names_of_accounts(sorted(named)) if named else {})
        for one in chunk:
            contact = people.get(one.contact_id)
            said = words.get(one.reference, SaidWords()) if contact else SaidWords()
            yield row_of(one, contact, said, accounts.get(one.snapshot.account_id))


def row_of(response: Response, contact: Contact | None, words: SaidWords, account: str | None) -> dict[str, Any]:
    """The row of one answer, as `ExportResponses.rows` has them."""
    if _is_erased(response, contact):
        return _without_person(response)
    return _row(response, contact, words, account)


def flat_row(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose ratings and segments stand beside the rest, as columns need them."""
    ratings = {f"{RATING}{name}": rating for name, rating in row["ratings"].items()}
    rest = {name: value for name, value in row.items() if name not in ("ratings", "segments")}
    return {**rest, **ratings, **{f"{SEGMENT}{name}": text for name, text in row["segments"].items()}}


def _is_erased(response: Response, contact: Contact | None) -> bool:
    """Whether its person is gone; an erasure that has begun and not ended has taken the contact away already."""
    return bool(response.erased) or (contact is None and not is_nobody(response.contact_id))


def _counted_at(response: Response) -> datetime:
    return response.confirmed_at or response.answered_at  # every confirmed answer has the first


def _without_person(response: Response) -> dict[str, Any]:
    counted_at = utc_text(_counted_at(response))
    return {
        **dict.fromkeys(COLUMNS),
        "id": answer_id(response.reference),
        "survey": response.survey,
        "scale": response.scale,
        "score": response.score,
        "group": response.group,
        "counted_day": counted_at[:10],
        "confirmed_at": counted_at[:10],
        "language": response.snapshot.language,
        "drivers": list(response.drivers),
        "themes": list(response.filed_under),
        "suggested_themes": list(response.suggested_for),
        "imported_from": response.imported_from or None,
        "ratings": dict(response.ratings),
        "segments": {},
    }


def _row(response: Response, contact: Contact | None, words: SaidWords, account: str | None) -> dict[str, Any]:
    listed = contact and contact.external_id != ticket_contact_id(contact.address_hash)
    return {
        **_without_person(response),
        "kind": kind_of(response),
        "confirmed_at": utc_text(_counted_at(response)),
        "given_at": utc_text(response.given_at),
        "asked_at": utc_text(response.asked_at) if response.was_asked_by_mail else None,
        "account": account,
        "contact_id": contact.external_id if contact and listed else None,
        "email": contact.email if contact else None,
        "name": contact.name if contact else None,
        "why": words.why or None,
        "better": words.better or None,
        "may_be_contacted": response.contact if contact else None,
        "may_be_quoted": response.quote if contact else None,
        "may_be_named": response.reference_allowed if contact else None,
        "segments": dict(response.snapshot.segments),
    }


def kind_of(response: Response) -> Kind:
    """How an answer came to be."""
    if response.was_asked_by_mail:
        return "ticket" if response.ticket_id else "asked"
    return "recorded" if response.was_recorded else "imported"
