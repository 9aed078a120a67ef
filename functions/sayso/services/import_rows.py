"""One import of past answers, row by row: whose each is, whether it is kept already, and what of it is kept.

An answer is kept under its contact where there is one, so that whoever erases or exports the contact takes it along. Of
somebody nobody knows only what names nobody is kept: no words, no address. Of somebody who was erased no account,
segments and moment either, just as an export leaves them out of what was there before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.filing import filed_by_rule
from sayso.domain.imported_answer import (
    NO_ACCOUNT,
    SEGMENTS_LIMIT,
    ImportedAnswer,
    Refusal,
    is_nobody,
    nobody,
)
from sayso.domain.invitation import Snapshot
from sayso.domain.programme import Programme, Scale
from sayso.domain.response import Response, SaidWords, words_expire_at
from sayso.ports import Arrival, Clock, Contacts, History, Pseudonyms
from sayso.services.import_people import PeopleOfRows, Whose
from sayso.services.known_addresses import ErasedAddresses
from sayso.services.plan_invitations import ATTEMPTS

_CONTENDED = "was changed by somebody else just now; import it again"
_NO_WORDS = SaidWords()


class Source(NamedTuple):
    """Where rows come from: the tool, as its map is called, and what tells its rows apart, in words."""

    tool: str
    told_apart_by: str


@dataclass(frozen=True)
class Taken:
    """What became of a row. `erased`: its person was erased since, and it is left alone; `known`: it is kept under a
    contact; `words_left_out` is why its words are not kept: nobody could ever ask for them or have them erased, or they
    would have expired by now."""

    line: int
    outcome: Literal["added", "changed", "unchanged", "erased", "rejected"]
    known: bool = False
    words_left_out: Literal["", "nobody's", "too old"] = ""
    field: str = ""
    reason: str = ""


@dataclass(frozen=True)
class _Row:
    row_id: str
    answer: ImportedAnswer


@dataclass
class ImportRows:
    """See the module. It remembers what it has read of people, and which rows it has seen. Without `keep` it only says
    what would become of a row."""

    contacts: Contacts
    history: History
    pseudonyms: Pseudonyms
    erased: ErasedAddresses
    programme: Programme
    clock: Clock
    survey: str
    scale: Scale
    source: Source
    keep: bool

    def __post_init__(self) -> None:
        self._people = PeopleOfRows(self.contacts, self.pseudonyms, self.erased)
        self._ids: dict[str, int] = {}
        self._same: Counter[str] = Counter()
        self._now = self.clock().replace(microsecond=0)
        self._themes = self.programme.all_themes

    def take(self, chunk: Sequence[ImportedAnswer]) -> list[Taken]:
        rows: list[_Row] = []
        results: dict[int, Taken] = {}
        for answer in chunk:
            if answer.row_id and answer.row_id in self._ids:
                reason = f"'{answer.row_id}' is in line {self._ids[answer.row_id]} already; remove one of the two lines"
                results[answer.line] = _refused(answer, "id", reason)
            else:
                rows.append(_Row(self._row_id(answer), answer))
        people = self._people.of([row.answer for row in rows])
        for attempt in range(1, ATTEMPTS + 1):
            kept = self.history.kept([row.row_id for row in rows])
            arrivals: list[Arrival] = []
            again: list[_Row] = []
            for row in rows:
                if row.row_id in kept:
                    result = self._again(row, *kept[row.row_id])
                    if result is None:
                        again.append(row)
                    else:
                        results[row.answer.line] = result
                    continue
                arrival = self._arrival(row, people[row.answer.line])
                if isinstance(arrival, Refusal):
                    results[row.answer.line] = _refused(row.answer, *arrival)
                    continue
                left_out = _left_out(row.answer, arrival.response)
                results[row.answer.line] = Taken(row.answer.line, "added", arrival.person, left_out)
                arrivals.append(arrival)
            lost = self.history.keep(arrivals) if self.keep else set()
            rows = [*again, *(row for row in rows if row.row_id in lost)]
            if not rows:
                break
            if attempt == ATTEMPTS:
                results |= {row.answer.line: _refused(row.answer, "row", _CONTENDED) for row in rows}
                break
            people = self._people.still_there([row.answer for row in rows], people)
        return [results[answer.line] for answer in chunk]

    def _row_id(self, answer: ImportedAnswer) -> str:
        """The keyed hash that stands for a row, whoever and wherever its person is by now."""
        if answer.row_id:
            self._ids[answer.row_id] = answer.line
            return self._hash("id", self.source.tool, answer.row_id)
        row = answer.fingerprint()
        self._same[row] += 1
        return self._hash("row", row, str(self._same[row]))

    def _hash(self, *parts: str) -> str:
        return self.pseudonyms.of("import", "\0".join((self.survey, *parts)))

    def _arrival(self, row: _Row, whose: Whose) -> Arrival | Refusal:
        answer, contact = row.answer, whose.contact
        if whose.refusal:
            return whose.refusal
        if whose.erased:
            answer = answer.of_the_erased()
        segments = {**(contact.segments if contact else {}), **answer.segments}
        if len(segments) > SEGMENTS_LIMIT:
            reason = f"are {len(segments)} with those of its contact, and {SEGMENTS_LIMIT} are the most; leave some out"
            return Refusal("segments", reason)
        response = Response(
            contact_id=contact.contact_id if contact else nobody(row.row_id),
            survey=self.survey,
            occasion=row.row_id,
            state="confirmed",
            reasons=("imported",),
            imported_from=self.source.tool,
            scale=self.scale,
            score=answer.score,
            drivers=answer.drivers,
            ratings=answer.ratings,
            answered_at=answer.answered_at,
            confirmed_at=answer.answered_at,
            asked_at=answer.answered_at,
            updated_at=self._now,
            snapshot=self._snapshot(answer, contact, segments),
            erased=True if whose.erased else None,
        )
        words = self._words(response, answer)
        expire_at = words_expire_at(response, self.programme)
        response = filed_by_rule(response.having(has_words=words != _NO_WORDS), words, self._themes)
        said = words if response.has_words else None
        return Arrival(row.row_id, response, said, expire_at, answer.account, contact is not None)

    def _snapshot(self, answer: ImportedAnswer, contact: Contact | None, segments: dict[str, str]) -> Snapshot:
        account_id = self.pseudonyms.of("account", answer.account.casefold()) if answer.account else None
        return Snapshot(
            account_id=account_id or (contact.account_id if contact else NO_ACCOUNT),
            language=self.programme.language_for(answer.language or (contact.locale if contact else None)),
            segments=segments,
            scale=self.scale,
        )

    def _words(self, response: Response, answer: ImportedAnswer) -> SaidWords:
        """What may be kept of what was written: nothing of nobody's, and nothing that would have expired."""
        if is_nobody(response.contact_id) or words_expire_at(response, self.programme) <= self.clock():
            return _NO_WORDS
        return SaidWords(why=answer.why, better=answer.better)

    def _again(self, row: _Row, response: Response, words: SaidWords) -> Taken | None:
        """A row that was taken already: the tool let people change their answers. None when it has to be read again."""
        answer, known = row.answer, not is_nobody(response.contact_id)
        if response.erased:
            return Taken(answer.line, "erased")
        moved = response.having(
            score=answer.score,
            drivers=answer.drivers,
            ratings=answer.ratings,
            answered_at=answer.answered_at,
            confirmed_at=answer.answered_at,
            asked_at=answer.answered_at,
        )
        wanted = self._words(moved, answer)
        after = moved.having(has_words=wanted != _NO_WORDS)
        left_out = _left_out(answer, after)
        # That there were words which have expired since is no change.
        if moved == response and wanted == words:
            return Taken(answer.line, "unchanged", known, left_out)
        if self.keep:
            try:
                expire_at = words_expire_at(after, self.programme)
                after = filed_by_rule(after, wanted, self._themes)
                self.history.change(after.having(updated_at=self._now), wanted, expire_at)
            except ConflictError:
                return None
        return Taken(answer.line, "changed", known, left_out)


def _refused(answer: ImportedAnswer, field: str, reason: str) -> Taken:
    return Taken(answer.line, "rejected", field=field, reason=reason)


def _left_out(answer: ImportedAnswer, kept: Response) -> Literal["", "nobody's", "too old"]:
    if not answer.has_words or kept.has_words:
        return ""
    return "nobody's" if is_nobody(kept.contact_id) else "too old"
