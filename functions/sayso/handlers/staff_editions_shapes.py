"""What the desk is told of the editions of the public page, and what it may ask for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.page_request import RequestState
from sayso.handlers.edition_shapes import ShownChanges, ShownDraft, ShownPublic


class BroughtBack(BaseModel):
    """An edition to bring back, and the one that was public when somebody looked."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    edition: Annotated[int, Field(ge=1)]
    public: Annotated[int, Field(ge=1)]


class EditionRequest(TypedDict):
    """What somebody asked of whoever publishes: to look whether there is something new, or to bring an edition back.

    It was `refused` for a `reason`: "replaced" (another edition was public by then), "gone" (there is none of that
    number), "public" (it is the public one), "late" (nobody came to it in time).
    """

    id: str
    kind: Literal["refresh", "rollback"]
    by: str
    at: str
    edition: int
    state: RequestState
    reason: str
    late: bool


class EditionsNow(TypedDict):
    """What is public, and what waits. Null where there is none, or where it is not theirs to see.

    `rule` says whether editions appear by themselves after the first; `stuck`: what was approved should be public by
    now. `requests` are of the last day, the latest first.
    """

    public: ShownPublic | None
    draft: ShownDraft | None
    rule: Literal["by_rule", "by_approval"]
    stuck: bool
    requests: list[EditionRequest]
    may_approve: bool


class EditionLine(TypedDict):
    """An edition that was published. `restores` names the one whose content it brought back."""

    number: int
    made_at: str
    published_at: str
    approved_by: str
    restores: int | None


class EditionPage(TypedDict):
    """The editions, the latest first."""

    items: list[EditionLine]
    next: str


class EditionBack(TypedDict):
    """What bringing an edition back would change for a reader of the one that is public."""

    edition: int
    public: int
    changes: ShownChanges
