"""What the review page sends and is answered, written down for the type checker and for docs/openapi.json."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.review import ReviewInput

Id = Annotated[str, Field(min_length=1, max_length=64)]


class GivenReview(ReviewInput):
    """A review: of which account on the owner's list, and who gave it. Words that are left out stay as they were."""

    account_id: Id
    contact_id: Id


class ShownPerson(TypedDict):
    """Somebody of the account who may have given the score. Without a name, it is their address."""

    contact_id: str
    name: str


class ShownReview(TypedDict):
    """What was recorded so far. From `editable_until` (UTC) on it stays as it is."""

    contact_id: str
    score: int
    why: str
    better: str
    recorded_at: str
    editable_until: str


class ShownAccount(TypedDict):
    """An account on the owner's list. `pack` is the address of the page to take into the meeting."""

    account_id: str
    account: str
    people: list[ShownPerson]
    review: ShownReview | None
    pack: str


class ShownReviews(TypedDict):
    """An owner's list of a quarter: accounts without a review first, each part by name."""

    quarter: str
    owner: str
    accounts: list[ShownAccount]
