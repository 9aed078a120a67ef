"""A company of any size in memory, written straight into the table as the functions would have left it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sayso.adapters import keys
from sayso.adapters.counter_store import counter_updates, directory_put
from sayso.adapters.follow_up_store import _put as put_case
from sayso.adapters.items import Item, Put
from sayso.adapters.keys import Key, directory
from sayso.adapters.mapping import put_next
from sayso.adapters.response_store import places_of, words_item
from sayso.domain.commitment import Commitment
from sayso.domain.contact import Contact
from sayso.domain.counting import CounterCell, entries_of
from sayso.domain.follow_up import CaseAnswer, FollowUp
from sayso.domain.invitation import Snapshot
from sayso.domain.response import Response, SaidWords
from sayso.domain.theme import Filing
from tests.builders import PROGRAMME, World, invitation, response
from tests.desk import PEOPLE
from tests.fakes import FakeItems

PEOPLE_OF_AN_ACCOUNT = 5
_MONTHS = 24
_THEMES = [theme.id for theme in PROGRAMME.all_themes]
_LANGUAGES = ("en", "de", "nl")


class CountedItems(FakeItems):
    """Knows how many requests were made, and how many items they read."""

    def __init__(self) -> None:
        super().__init__()
        self.read_items = 0

    def get_many(self, wanted: Sequence[Key]) -> dict[Key, Item]:
        found = super().get_many(wanted)
        self.read_items += len(found)
        # BatchGetItem takes a hundred keys.
        self._made_reads.extend([None] * ((len(wanted) - 1) // 100))
        return found

    def query(self, pk: str, **asked: Any) -> Any:
        found = list(super().query(pk, **asked))
        self.read_items += len(found)
        return iter(found)

    def scan(self, prefixes: tuple[str, ...] = ()) -> Any:
        raise AssertionError("the desk must not read the whole table")


class Volume:
    """See the module. Every tenth account is the owner's of `tests.desk`; each making is the same."""

    def __init__(self, contacts: int, answers: int) -> None:
        self.world = World()
        self.world.items = self.items = CountedItems()
        self.now = self.world.clock.now
        self._cells: Counter[CounterCell] = Counter()
        self.people = [self._person(number) for number in range(contacts)]
        self.answers = [self._answer(number, answers) for number in range(answers)]
        self._count()
        for number in range(max(1, contacts // 50)):
            self._case(number)
        for number in range(30):
            self.world.commitments.save(_commitment(number, self.now.date()))

    def _person(self, number: int) -> Contact:
        account = number // PEOPLE_OF_AN_ACCOUNT
        owner = PEOPLE["owner"] if account % 10 == 0 else "bert@polder.example"
        person = Contact(
            contact_id=f"{number:032x}",
            external_id=f"crm-{number}",
            email=f"person{number}@customer{account}.example",
            address_hash=f"hash-{number}",
            account=f"Customer {account}",
            account_id=f"account-{account}",
            first_seen_at=self.now - timedelta(days=900),
            account_since=date(2023, 1, 5),
            name=f"Person {number}",
            owner_email=owner,
            owner_id=self.world.pseudonyms.of_owner(owner),
        )
        self.world.contacts.save(person, None)
        waits = invitation(
            contact_id=person.contact_id,
            planned_at=self.now + timedelta(hours=number % 4_000),
            due_at=self.now + timedelta(hours=number % 4_000),
        )
        self.world.invitations.save(waits)
        return person

    def _answer(self, number: int, of: int) -> Response:
        person = self.people[number % len(self.people)]
        at = self.now - timedelta(minutes=30 * 24 * 60 * _MONTHS // of * number + 1)
        confirmed = number % 50 != 7
        given = response(
            contact_id=person.contact_id,
            occasion=f"{number}",
            score=(9, 10, 3, 8, 7, 9, 6, 10, 0, 9)[number % 10],
            state="confirmed" if confirmed else "machine",
            answered_at=at,
            updated_at=at,
            confirmed_at=at if confirmed else None,
            asked_at=at - timedelta(days=1),
            snapshot=Snapshot(account_id=person.account_id, language=_LANGUAGES[number % 3]),  # type: ignore[arg-type]
            has_words=number % 3 == 0,
            reasons=() if confirmed else ("several_scores",),
            scores_seen=() if confirmed else (0, 10),
            themes={_THEMES[number % len(_THEMES)]: Filing(state="filed", rule="drivers")} if confirmed else {},
            revision=0,
        )
        self.items.write(put_next(keys.response(*given.reference), "response", given, **places_of(given)))
        if given.has_words:
            said = SaidWords(why=f"Because of {number}")
            self.items.write(Put(words_item(given, said, self.now + timedelta(days=700))))
        for cell, count in entries_of(given).items():
            self._cells[cell] += count
        return given

    def _count(self) -> None:
        for update in counter_updates(self._cells):
            self.items.write(update)
        for survey, scope, value in {(cell.survey, cell.scope, cell.value) for cell in self._cells}:
            self.items.write(directory_put(directory(survey, scope, value)))

    def _case(self, number: int) -> None:
        person = self.people[number * 50 % len(self.people)]
        about = CaseAnswer(survey="annual", occasion=f"{number}", score=3, answered_at=self.now)
        is_over = number % 3 == 2
        case = FollowUp(
            follow_up_id=f"{number:012x}",
            contact_id=person.contact_id,
            account=person.account,
            account_id=person.account_id,
            owner_email=person.owner_email or "",
            owner_id=person.owner_id,
            state="solved" if is_over else "open",
            opened_at=self.now - timedelta(days=number % 90 + 2),
            closed_at=self.now - timedelta(days=number % 90) if is_over else None,
            due_at=self.now + timedelta(hours=number % 48 - 24),
            answers=(about,),
        )
        self.items.write(put_case(case))

    def is_counted(self) -> bool:
        """Whether the counters say what the answers do."""
        stats = self.world.read_stats
        found = stats.headline(*stats.window()).counts.n
        since = self.now - timedelta(days=365)
        told = sum(one.confirmed_at is not None and one.confirmed_at > since for one in self.answers)
        return abs(found - told) <= 0.05 * told


def _commitment(number: int, day: date) -> Commitment:
    texts = {"en": f"Heard {number}", "de": f"Gehört {number}", "nl": f"Gehoord {number}"}
    return Commitment.model_validate(
        {
            "commitment_id": f"promise-{number}",
            "title": texts,
            "heard": texts,
            "did": texts,
            "theme": _THEMES[0],
            "status": "done" if number % 2 else "planned",
            "done_on": str(day) if number % 2 else None,
            "planned_for": None if number % 2 else str(day + timedelta(days=90)),
            "created_at": "2026-01-01T00:00:00Z",
            "updated_at": "2026-01-01T00:00:00Z",
            "updated_by": PEOPLE["manager"],
        }
    )
