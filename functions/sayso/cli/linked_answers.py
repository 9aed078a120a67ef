"""The answers behind a commitment, or about to be: as a table for whoever reads before linking, and for machines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sayso.cli.answer_words import score_of
from sayso.cli.show import moment, say, table
from sayso.domain.commitment import Asker
from sayso.domain.contact import Contact
from sayso.domain.response import Response, SaidWords
from sayso.domain.unconfirmed import answer_id
from sayso.ports import Reference
from sayso.wiring import Wiring

LISTED = 30
_LONGEST = 80
_COLUMNS = ("id", "score", "who", "first words")
_LINKED = ("id", "score", "who", "survey", "first words", "linked", "by")


class Linked(NamedTuple):
    """An answer with what is still known of it; `response` and `contact` are None when they are gone."""

    reference: Reference
    response: Response | None
    words: SaidWords
    contact: Contact | None
    asker: Asker | None = None

    @property
    def answer_id(self) -> str:
        return answer_id(self.reference)

    @property
    def who(self) -> str:
        """The name, or else the address, of the person."""
        return (self.contact.name or self.contact.email) if self.contact else "(erased)"

    @property
    def score(self) -> str:
        return score_of(self.response.score, self.response.scale) if self.response else ""

    @property
    def first_words(self) -> str:
        """The beginning of what they wrote, on one line."""
        said = " / ".join(" ".join(text.split()) for text in (self.words.why, self.words.better) if text)
        return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"

    def as_json(self) -> dict[str, Any]:
        """The answer as plain JSON values."""
        return {
            "id": self.answer_id,
            "contact_id": self.reference[0],
            "external_id": self.contact.external_id if self.contact else None,
            "survey": self.reference[1],
            "occasion": self.reference[2],
            "score": self.response.score if self.response else None,
            "words": self.first_words,
            "linked_at": self.asker.linked_at if self.asker else None,
            "linked_by": self.asker.by if self.asker else None,
        }


def say_before_linking(wiring: Wiring, references: Sequence[Reference]) -> None:
    """Show answers that nobody has linked yet, with their words: so many that somebody reads them."""
    found = _found(wiring, references[:LISTED])
    table("Answers", _COLUMNS, [(one.answer_id, one.score, one.who, one.first_words) for one in found], empty="")
    more = len(references) - len(found)
    if more > 0:
        say(f"and {more:,} more")


def linked_answers(wiring: Wiring, commitment_id: str) -> list[Linked]:
    """All answers behind a commitment, those linked first before the others."""
    askers = sorted(wiring.commitment_links.askers(commitment_id), key=lambda one: (one.linked_at, one.contact_id))
    by_contact = {one.contact_id: one for one in askers}
    found = _found(wiring, [reference for one in askers for reference in one.answers])
    return [one._replace(asker=by_contact[one.reference[0]]) for one in found]


def say_linked(wiring: Wiring, commitment_id: str, linked: Sequence[Linked]) -> None:
    """Show the answers behind a commitment. Of each person, when and by whom is of the last link."""
    zone = wiring.programme.zone
    rows = [
        (
            *(one.answer_id, one.score, one.who, one.reference[1], one.first_words),
            *((moment(one.asker.linked_at, zone), one.asker.by) if one.asker else ("", "")),
        )
        for one in linked
    ]
    table(f"Answers behind {commitment_id}", _LINKED, rows, empty="No answers are linked to it.")
    if rows:
        say(f"To take one away: sayso commitments unlink {commitment_id} ID")


def _found(wiring: Wiring, references: Sequence[Reference]) -> list[Linked]:
    known = wiring.responses.with_words(references)
    people = wiring.contacts.many(list(dict.fromkeys(one[0] for one in references)))
    found = []
    for one in references:
        response, words = known.get(one, (None, SaidWords()))
        found.append(Linked(one, response, words, people.get(one[0])))
    return found
