"""Keeps answers that were imported: each with a pointer that says which row it was, so that no row is kept twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, TRANSACTION_LIMIT, Action, Check, Delete, Expect, Items, Put
from sayso.adapters.mapping import put_next, to_entity, to_item
from sayso.adapters.response_store import ResponseStore, places_of, words_item
from sayso.domain.errors import ConflictError
from sayso.domain.imported_answer import ImportedSurvey
from sayso.domain.response import Response, SaidWords
from sayso.ports import Arrival, Clock

# Bytes of words in one transaction, which may have 4 MB (DynamoDB quotas, "Transactions").
_WORDS_AT_ONCE = 1_000_000


class HistoryStore:
    """See `sayso.ports.History`."""

    def __init__(self, items: Items, clock: Clock) -> None:
        self._items, self._responses = items, ResponseStore(items, clock)
        self._accounts_there: set[str] = set()

    def survey(self, name: str) -> ImportedSurvey | None:
        """What is known of a survey whose answers were imported."""
        item = self._items.get(keys.imported_survey(name))
        return to_entity(ImportedSurvey, item) if item else None

    def surveys(self) -> list[ImportedSurvey]:
        """All surveys whose answers were imported, by name."""
        return [to_entity(ImportedSurvey, item) for item in self._items.query(keys.imported_survey().pk)]

    def begin(self, survey: ImportedSurvey, before: ImportedSurvey | None) -> None:
        """Remember what is imported; raises ConflictError when another import did so since `before` was read."""
        expect = Expect(equals={"sources": list(before.sources)}) if before else ABSENT
        self._items.write(Put(to_item(keys.imported_survey(survey.survey), "import", survey), expect))

    def kept(self, row_ids: Sequence[str]) -> Mapping[str, tuple[Response, SaidWords]]:
        """The answers that rows became, with their words, by the rows' hashes."""
        pointers = self._items.get_many([keys.imported_row(row_id) for row_id in row_ids])
        references = {
            item["row_id"]: (item["contact_id"], item["survey"], item["row_id"]) for item in pointers.values()
        }
        found = self._items.get_many([keys.response(*reference) for reference in references.values()])
        responses = {item["occasion"]: to_entity(Response, item) for item in found.values()}
        with_words = [one.reference for one in responses.values() if one.has_words]
        words = self._responses.words_of(with_words) if with_words else {}
        return {
            row_id: (response, words.get(response.reference, SaidWords())) for row_id, response in responses.items()
        }

    def keep(self, arrivals: Sequence[Arrival]) -> set[str]:
        """Write new answers with their words and pointers, each wholly or not at all, in as few transactions as fit.

        An account that is called something already stays so: history does not rename it.

        Returns the rows of which none was written, as one of them is kept already, the contact of one is no longer
        there, or another transaction was at the same items: look again.
        """
        self._look_for_accounts(arrivals)
        lost: set[str] = set()
        for group in self._groups(arrivals):
            actions = {action.key: action for one in group for action in self._actions(one)}
            try:
                self._items.write(*actions.values())
            except ConflictError:
                lost.update(one.row_id for one in group)
            else:
                self._accounts_there.update(one.response.snapshot.account_id for one in group if one.account)
        return lost

    def change(self, response: Response, words: SaidWords, words_expire_at: datetime) -> None:
        """Write the next revision of an answer, and its words; raises ConflictError when it has changed."""
        key = keys.words(*response.reference)
        put: Action = Put(words_item(response, words, words_expire_at)) if response.has_words else Delete(key)
        self._items.write(_put(response), put)

    def _look_for_accounts(self, arrivals: Sequence[Arrival]) -> None:
        named = {one.response.snapshot.account_id for one in arrivals if one.account} - self._accounts_there
        wanted = {keys.account(account_id): account_id for account_id in sorted(named)}
        self._accounts_there.update(wanted[key] for key in (self._items.get_many(list(wanted)) if wanted else ()))

    def _groups(self, arrivals: Sequence[Arrival]) -> Iterator[list[Arrival]]:
        group: list[Arrival] = []
        known: set[keys.Key] = set()
        size = 0
        for one in arrivals:
            needed = {action.key for action in self._actions(one)}
            text = len((one.words.why + one.words.better).encode()) if one.words else 0
            if group and (len(known | needed) > TRANSACTION_LIMIT or size + text > _WORDS_AT_ONCE):
                yield group
                group, known, size = [], set(), 0
            group.append(one)
            known |= needed
            size += text
        if group:
            yield group

    def _actions(self, one: Arrival) -> Iterator[Action]:
        response = one.response
        pointer = {"row_id": one.row_id, "contact_id": response.contact_id, "survey": response.survey}
        yield Put({**keys.imported_row(one.row_id)._asdict(), "entity": "imported_row", **pointer}, ABSENT)
        yield _put(response)
        if one.words:
            yield Put(words_item(response, one.words, one.words_expire_at))
        if one.person:
            # Whoever is erased at this moment must not be left with an answer that nobody looks for.
            yield Check(keys.contact(response.contact_id), Expect())
        account_id = response.snapshot.account_id
        if one.account and account_id not in self._accounts_there:
            yield Put({**keys.account(account_id)._asdict(), "entity": "account", "name": one.account}, ABSENT)


def _put(response: Response) -> Put:
    return put_next(keys.response(*response.reference), "response", response, **places_of(response))
