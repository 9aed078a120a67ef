"""What a mail is before it leaves, and how other people's text is made safe to put into one."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from email.header import Header
from email.utils import formataddr
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from sayso.domain.address import Email
from sayso.domain.follow_up import Outcome
from sayso.domain.programme import Scale

LONGEST_NAME = 60
LONGEST_LINE = 200

# Format characters that turn the reading direction or cannot be seen. The two joiners stay: Persian and
# several Indian scripts cannot be spelt without them.
_JOINERS = "\u200c\u200d"
_INVISIBLE = ("Cc", "Cf", "Cs", "Co")
# What mail programmes turn into a link or an address by themselves.
_LINKLIKE = re.compile(r"[/@\\:]|=\?|\bwww\.|\w\.[^\W\d_]{2,}(?:\W|$)", re.IGNORECASE)
_ADDRESSES = re.compile(r"(?:\w+://|\bwww\.)\S+|\S+@\S+", re.IGNORECASE)
# SES v2 API, shapes MessageHeaderName, MessageHeaderValue and MessageTagName
_HEADER_NAME = re.compile(r"[!-9;-@A-~]{1,126}")
_HEADER_VALUE = re.compile(r"[ -~]{1,995}")
_TAG = re.compile(r"[A-Za-z0-9_-]{1,256}")


def one_line(text: str, longest: int = LONGEST_LINE) -> str:
    """Text from outside as one visible line of at most `longest` characters, cut with an ellipsis."""
    line = " ".join("".join(_visible(character) for character in text[: longest * 8]).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def header_line(text: str, longest: int = LONGEST_LINE) -> str:
    """Like `one_line`, and also free of ``=?``: readers would decode an RFC 2047 word smuggled in as ASCII."""
    return one_line(text.replace("=?", "= ?"), longest)


def paragraphs(text: str, longest: int = 4000) -> list[str]:
    """What somebody wrote, line by line without empty lines, at most `longest` characters in all."""
    lines = [one_line(line, longest) for line in text[: longest * 8].splitlines()]
    kept: list[str] = []
    for line in filter(None, lines):
        room = longest - sum(map(len, kept))
        if room < 2:
            kept[-1] = kept[-1][:-1] + "…"
            break
        kept.append(one_line(line, room))
    return kept


def calling_name(name: str) -> str:
    """The name to greet somebody by, or an empty string when what we were given may not be one.

    Names of ticket requesters are written by strangers. Anything long, or that a mail programme would turn into
    a link, would let them send their own message to a third person in the company's name.
    """
    line = one_line(name, LONGEST_NAME + 1)
    return "" if len(line) > LONGEST_NAME or _LINKLIKE.search(line) else line


def quoted_request(subject: str, longest: int = 80) -> str:
    """A ticket's subject or number, fit to be repeated to its requester: one line without addresses to follow.

    Bare host names stay: tickets of a hosting company are full of them.
    """
    return one_line(_ADDRESSES.sub("…", subject[: longest * 8]), longest)


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    if character in _JOINERS:
        return character
    return "" if unicodedata.category(character) in _INVISIBLE else character


def _single_line(text: str) -> str:
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in text):
        raise ValueError("must be one line without control characters")
    if "=?" in text:
        raise ValueError("must not hold an encoded word")
    return text


Line = Annotated[str, AfterValidator(_single_line), Field(max_length=LONGEST_LINE)]


class Mail(BaseModel):
    """One mail to one person, complete but for the SES configuration set.

    Nothing that could start a header of its own gets in: a line break in a name, subject or header is refused
    with a ValueError (pydantic's ValidationError), as is what SES would refuse: more than 15 headers or 50 tags,
    and characters it does not take in them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    to: Email
    to_name: Line
    sender_name: Line
    sender_email: Email
    reply_to: Email
    subject: Annotated[Line, Field(min_length=1)]
    html: Annotated[str, Field(min_length=1)]
    text: Annotated[str, Field(min_length=1)]
    headers: Annotated[dict[str, str], Field(max_length=15)] = {}
    tags: Annotated[dict[str, str], Field(max_length=50)] = {}

    @field_validator("headers")
    @classmethod
    def _headers_ses_takes(cls, headers: dict[str, str]) -> dict[str, str]:
        for name, value in headers.items():
            if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
                raise ValueError(f"header {name!r} must be printable ASCII on one line, at most 995 characters")
        return headers

    @field_validator("tags")
    @classmethod
    def _tags_ses_takes(cls, tags: dict[str, str]) -> dict[str, str]:
        for text in (*tags, *tags.values()):
            if not _TAG.fullmatch(text):
                raise ValueError(f"tag {text!r} must be 1 to 256 letters, digits, underscores or dashes")
        return tags

    @property
    def recipient(self) -> str:
        """The To mailbox as SES takes it: name and address, RFC 2047 encoded where the name needs it."""
        return _mailbox(self.to_name, self.to)

    @property
    def sender(self) -> str:
        """The From mailbox as SES takes it."""
        return _mailbox(self.sender_name, self.sender_email)


def _mailbox(name: str, address: str) -> str:
    if not name or name.isascii():
        return formataddr((name, address))
    # One encoded word may have 75 characters (RFC 2047, 2), so a long name needs several.
    return f"{Header(name, 'utf-8', maxlinelen=75).encode(linesep='')} <{address}>"


class Person(NamedTuple):
    """Who answered. `name` and `phone` may be empty."""

    name: str
    email: str
    phone: str = ""


class PastAnswer(NamedTuple):
    """An earlier answer of the same person."""

    survey: str
    score: int
    day: date
    scale: Scale = "nps"


AlertKind = Literal["alert", "joined", "more", "handed_over", "reminder", "escalation", "undelivered"]
"""Why one of our people gets a mail about a follow-up; `joined`: because of another answer while it is open, `more`:
because of what was added to one they were told of before."""


class PastPromise(NamedTuple):
    """How an earlier follow-up of the same person ended: what it was, by its label, and what was done or promised."""

    closed_on: date
    cause: str
    done: str
    outcome: Outcome
