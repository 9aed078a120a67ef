"""What the desk is told of commitments, and what it may say of them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.commitment import ChangeKind, Status
from sayso.domain.programme import Language

Words = dict[Language, str]
Publicity = Literal["draft", "public", "changed", "off"]
"""draft: never public; changed: public, and written otherwise since; off: it was public."""
_Text = Annotated[str, Field(max_length=4_000)]
_Name = Annotated[str, Field(max_length=64)]
_Short = Annotated[str, Field(max_length=254)]
_Texts = Annotated[dict[str, _Text], Field(max_length=10)]


class CommitmentFields(BaseModel):
    """What is written; what is left out stays as it is, and an empty text is taken out. Days as in 2026-12-31."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    title: _Texts | None = None
    heard: _Texts | None = None
    did: _Texts | None = None
    reason: _Texts | None = None
    status: _Short | None = None
    theme: _Short | None = None
    owner: _Short | None = None
    planned_for: _Short | None = None
    done_on: _Short | None = None
    decided_on: _Short | None = None

    @property
    def given(self) -> dict[str, Any]:
        """The fields that were given."""
        return self.model_dump(exclude_none=True)


class NewCommitment(BaseModel):
    """A commitment and the short name it gets, such as faster-replies."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: _Name
    fields: CommitmentFields


class EditedCommitment(BaseModel):
    """What changes of the commitment that was looked at as `seen` (its `state`)."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    seen: _Name
    fields: CommitmentFields


class CheckedCommitment(BaseModel):
    """What would be written, with `id` as that of a new one."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: _Name = ""
    fields: CommitmentFields


class SeenCommitment(BaseModel):
    """The state that was looked at."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    seen: _Name


class CommitmentLine(TypedDict):
    """A commitment in the list. `voices` is how many people asked for it, `asked_by` what the public may know of that.

    Of what `missing` names, such as ``title.de``, the public page needs a text.
    """

    id: str
    title: Words
    status: Status
    state: Publicity
    theme: str
    owner: str
    voices: int | None
    asked_by: int | str | None
    planned_for: str | None
    done_on: str | None
    decided_on: str | None
    published_on: str | None
    updated_at: str | None
    updated_by: str
    missing: list[str]


class CommitmentPage(TypedDict):
    """Commitments by their ids. With `public_only` they are those the public reads."""

    items: list[CommitmentLine]
    next: str
    public_only: bool


class CommitmentTexts(TypedDict):
    """What is written of it, by language."""

    title: Words
    heard: Words
    did: Words
    reason: Words


class FieldMove(TypedDict):
    """A field, such as ``title.de``, before and after; an empty side says that there was nothing."""

    field: str
    before: str
    after: str


class CommitmentMove(TypedDict):
    """What somebody did to it."""

    what: Literal["added"] | ChangeKind
    by: str
    at: str
    fields: list[FieldMove]


class CommitmentMoves(TypedDict):
    """What was done to it, the latest first."""

    items: list[CommitmentMove]
    next: str


class CommitmentLimits(TypedDict):
    """So many characters fit into a text."""

    title: int
    text: int


class OneCommitment(TypedDict):
    """A commitment as it is written now. `state` names what was looked at: whoever changes it says it again.

    `differs` is what the public reads otherwise; `removable` says that it was never public.
    """

    line: CommitmentLine
    texts: CommitmentTexts
    state: str
    differs: list[FieldMove]
    languages: list[Language]
    limits: CommitmentLimits
    removable: bool
    may_edit: bool


class CommitmentProblem(TypedDict):
    """What would be refused: the field, such as ``title.de``, and why."""

    field: str
    reason: str


class CommitmentProblems(TypedDict):
    """All that would be refused; empty when nothing would."""

    problems: list[CommitmentProblem]


class CommitmentGone(TypedDict):
    """It is removed, with its history and its links."""

    id: str
    removed: bool


class PreviewPart(TypedDict):
    """A text of the page: what it is there, and the language it is in."""

    kind: Literal["status", "theme", "title", "label", "words"]
    text: str
    language: str


class CommitmentPreview(TypedDict):
    """What a reader of the page would find."""

    parts: list[PreviewPart]
