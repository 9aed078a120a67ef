"""A programme with reviews in meetings, running in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sayso.domain.contact import Contact
from sayso.domain.mail import Mail
from sayso.domain.response import Response, SaidWords
from tests.builders import MONDAY, PlainWriter, World, programme

QUARTER = "2026-Q1"  # the one MONDAY is in
KIM = "kim@polder.example"


class Letters(PlainWriter):
    """Writes the mail of a quarter plainly, and keeps what it was to write."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    def reviews(self, *, to: str, accounts: Sequence[str], link: str, **values: Any) -> Mail:
        self.asked.append({"to": to, "accounts": list(accounts), "link": link, **values})
        text = {"subject": f"{len(accounts)} reviews", "text": "\n".join([*accounts, link])}
        return super().reviews(to=to).model_copy(update=text)


class Meetings(World):
    """A world whose programme has reviews."""

    def __init__(self, now: datetime = MONDAY, **sections: Any) -> None:
        super().__init__(now, programme(reviews="quarterly", **sections))
        self.mail_writer = self.letters = Letters()

    def person(self, number: int = 1, **columns: str) -> Contact:
        """Somebody of the contact list, with an owner."""
        row = {"contact_id": f"crm-{number}", "email": f"person{number}@kaasboer.example", "owner_email": KIM}
        return self.add_contact(**{**row, "name": f"Person {number}", **columns})

    def record(self, who: Contact, score: int, why: str | None = None, better: str | None = None) -> Response:
        """Write a review down for the quarter that runs, and let everything that follows happen."""
        quarter = str(self.record_review.check())
        kept = self.record_review.record(who.account_id, who.contact_id, quarter, score, why, better, KIM)
        self.run()
        return kept

    def said(self, response: Response) -> SaidWords:
        """The words of a response."""
        return self.responses.words(*response.reference)
