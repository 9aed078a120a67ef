"""Commitments: what was heard, and what is done about it (the outer loop)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, get_args

from pydantic import Field

from sayso.domain.entity import Revised
from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import Language

Status = Literal["heard", "planned", "in_progress", "done", "declined"]
STATUSES: tuple[Status, ...] = get_args(Status)
Texts = dict[Language, Annotated[str, Field(max_length=1_000)]]


class Commitment(Revised):
    """Something customers said and what the company does about it, in every language of its page.

    `reason` says why it was declined. `done_on` and `published_on` are dates of the company's own time zone;
    nothing without `published_on` is ever shown to the public.
    """

    commitment_id: str
    title: Texts
    heard: Texts
    did: Texts = {}
    reason: Texts = {}
    status: Status = "heard"
    asked_by: Annotated[int, Field(ge=0)] | None = None
    done_on: date | None = None
    published_on: date | None = None
    created_at: datetime
    updated_at: datetime

    def check_publishable(self, languages: tuple[Language, ...]) -> None:
        """Raise InvalidInputError, naming field and language, for what the public page would miss."""
        needed = {"title": self.title, "heard": self.heard}
        if self.status == "declined":
            needed["reason"] = self.reason
        elif self.status != "heard":
            needed["did"] = self.did
        for field, texts in needed.items():
            for language in languages:
                if not texts.get(language, "").strip():
                    raise InvalidInputError(f"has no text in '{language}' yet", field=f"{field}.{language}")
        if self.status == "done" and self.done_on is None:
            raise InvalidInputError("is done but does not say when", field="done_on")
