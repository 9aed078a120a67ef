"""How the desk sends a contact list in pieces, and what it is told of each."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

MOST_ROWS = 200
LARGEST_PIECE = 256 * 1024  # bytes
_Line = Annotated[int, Field(ge=1, le=10_000_000)]
_Columns = Annotated[dict[str, str], Field(max_length=200)]


class ImportAsked(BaseModel):
    """A piece of a list: its rows, each with its line in the file; with `check` nothing is written.

    Of the pieces before it `lines` has the line of each contact_id that is in this one too, and `took_over` the
    addresses in this one whose contact, known from a ticket, a row has taken over.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    import_id: Annotated[str, Field(pattern=r"^[a-z0-9-]{8,40}$")]
    check: bool = False
    rows: Annotated[list[tuple[_Line, _Columns]], Field(min_length=1, max_length=MOST_ROWS)]
    lines: Annotated[dict[str, _Line], Field(max_length=MOST_ROWS)] = {}
    took_over: Annotated[list[Annotated[str, Field(max_length=254)]], Field(max_length=MOST_ROWS)] = []


class ImportRejected(TypedDict):
    """A row that is not taken: the column, why (`code`, and `about` what it speaks of), and the same in English."""

    line: int
    field: str
    code: str
    about: str
    reason: str


class ImportValue(TypedDict):
    """A column that changes, or a segment as `segment:` and its name: what is there, and what comes."""

    field: str
    before: str
    after: str


class ImportNew(TypedDict):
    """Who is new with a row, as they are kept; a name nobody gave is empty."""

    name: str
    email: str
    account: str
    role: str


class ImportTaken(TypedDict):
    """A row that is taken: which columns change of a contact there is, and how, or who is new, and what may not be
    meant of it.

    `undated`: nobody knows when they began. `known_as` are the ids its address is known under. `took_over`: it is now
    the id of somebody a ticket had brought in.
    """

    line: int
    contact_id: str
    outcome: str
    fields: list[str]
    values: list[ImportValue]
    new: ImportNew | None
    undated: bool
    known_as: list[str]
    was_erased: bool
    took_over: bool


class ImportLeftHold(TypedDict):
    """Contacts left an account that is on hold, until the end of a day, for one that is not."""

    line: int
    account: str
    until: str
    now_at: str


class ImportLanguage(TypedDict):
    """A language that the programme has no mails in, and how many contacts of the piece speak it."""

    language: str
    contacts: int


class ImportPiece(TypedDict):
    """What became of a piece of a list, or would.

    Whoever speaks one of `other_languages` gets mails in `written_to_in`.
    """

    added: int
    changed: int
    unchanged: int
    taken: list[ImportTaken]
    rejected: list[ImportRejected]
    left_hold: list[ImportLeftHold]
    other_languages: list[ImportLanguage]
    written_to_in: str
