"""What the case page may ask for: in touch, a note, over, open again, or somebody else's."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from sayso.domain.address import Email
from sayso.domain.errors import InvalidInputError
from sayso.domain.follow_up import LONGEST_CAUSE, LONGEST_NOTE, Outcome
from sayso.domain.response import tidy

Doing = Literal["contacted", "note", "close", "reopen", "hand_over"]
# What each thing cannot do without, and what may come with it. A field that means nothing to it is a mistake.
_NEEDS: dict[Doing, tuple[str, ...]] = {
    "contacted": (),
    "note": ("note",),
    "close": ("cause", "note", "outcome"),
    "reopen": ("note",),
    "hand_over": ("to", "note"),
}
_TAKES: dict[Doing, tuple[str, ...]] = {"contacted": ("note",), "close": ("recheck",), "hand_over": ("owner",)}
_COMMON = ("do", "action_id")


class CaseAction(BaseModel):
    """One thing to do about a follow-up.

    `action_id` is made up by the page, so that a request that comes twice changes nothing the second time. `cause` is
    the id of a driver or a few words, `to` the address of whoever gets the follow-up, `recheck` whether the person is
    to be asked again some weeks later; without it, everybody is but those who wished not to be contacted. `owner` is
    the address of who had the follow-up when it was looked at: with it nothing is handed over that has moved on since.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    do: Doing
    action_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{16,64}$")]
    note: Annotated[str, Field(max_length=LONGEST_NOTE), AfterValidator(tidy)] = ""
    cause: Annotated[str, Field(max_length=LONGEST_CAUSE), AfterValidator(tidy)] = ""
    outcome: Outcome | None = None
    recheck: bool | None = None
    to: Email | None = None
    owner: Email | None = None

    def check(self) -> None:
        """Raise InvalidInputError, naming the field, when something is missing or does not belong to it."""
        needed = _NEEDS[self.do]
        for name in needed:
            if not getattr(self, name):
                raise InvalidInputError("This is needed and is missing.", field=name)
        for name in self.model_fields_set.difference(_COMMON, needed, _TAKES.get(self.do, ())):
            raise InvalidInputError(f"This means nothing to '{self.do}'.", field=name)
