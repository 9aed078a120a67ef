"""Commitments: what was heard, and what is done about it (the outer loop)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, get_args

from pydantic import Field, model_validator

from sayso.domain.entity import Entity, Revised
from sayso.domain.programme import Language

Status = Literal["heard", "planned", "in_progress", "done", "declined"]
STATUSES: tuple[Status, ...] = get_args(Status)
Texts = dict[Language, str]
TEXT_FIELDS = ("title", "heard", "did", "reason")
ChangeKind = Literal["edited", "published", "unpublished"]


class PublicTexts(Entity):
    """What the public may read of a commitment; `reason` says why it was declined. Dates are of the company's zone."""

    title: Texts
    heard: Texts
    did: Texts = {}
    reason: Texts = {}
    status: Status = "heard"
    theme: str = ""
    planned_for: date | None = None
    done_on: date | None = None
    decided_on: date | None = None


class Commitment(Revised, PublicTexts):
    """Something customers said and what the company does about it, in every language of its page.

    Its own texts are the draft, which every edit changes; `public` is what of it was published, None while the public
    reads nothing. `published_on` is the first day it was public, kept when it is taken off and published again.
    `owner` is the address of one of our people, `voices` the number of contacts behind its linked answers: it is
    written with the links alone.
    """

    commitment_id: str
    owner: str = ""
    voices: int = Field(default=0, ge=0)
    public: PublicTexts | None = None
    published_on: date | None = None
    created_at: datetime
    updated_at: datetime
    updated_by: str = ""

    @model_validator(mode="before")
    @classmethod
    def _was_public_before_there_were_drafts(cls, given: Any) -> Any:
        # What an earlier version wrote knows neither drafts nor who wrote it: with a day it is public as it stands.
        old = isinstance(given, Mapping) and not {"public", "updated_by"} & given.keys()
        return {**given, "public": dict(given)} if old and given.get("published_on") else given

    @property
    def draft(self) -> PublicTexts:
        """What the public would read if it were published now."""
        return PublicTexts(**{name: getattr(self, name) for name in PublicTexts.model_fields})

    @property
    def is_public(self) -> bool:
        """Whether the public may read it."""
        return self.public is not None

    @property
    def has_draft(self) -> bool:
        """Whether it is public, and reads otherwise by now."""
        return self.public is not None and self.public != self.draft


class CommitmentVersion(Entity):
    """A commitment as it was, and the change that ended that: what, by whom, and when (UTC)."""

    before: Commitment
    what: ChangeKind
    by: str
    at: datetime


class Asker(Entity):
    """A contact behind a commitment, by `references`: the answers that were linked, each as ``survey#occasion``.

    `linked_at` (UTC) and `by` are of the last of these links.
    """

    contact_id: str
    references: tuple[str, ...]
    linked_at: datetime
    by: str = ""

    @property
    def answers(self) -> Iterator[tuple[str, str, str]]:
        """Contact, survey and occasion of each linked answer."""
        for reference in self.references:
            survey, _, occasion = reference.partition("#")
            yield self.contact_id, survey, occasion


def reference_text(reference: tuple[str, str, str]) -> str:
    """Survey and occasion of an answer as an `Asker` keeps them."""
    return "#".join(reference[1:])
