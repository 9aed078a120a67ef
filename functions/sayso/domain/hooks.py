"""Webhooks: what a company says in programme.yaml about a helpdesk that calls us, one section for each source.

It is part of the programme and therefore imports nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import jmespath
from jmespath.exceptions import ArityError, JMESPathError, UnknownFunctionError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from sayso.domain.errors import InvalidInputError

Scheme = Literal["zendesk", "jira", "standard", "header", "basic"]
SourceName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
# What JMESPath raises on data an expression was not made for, and what its functions let through.
_TROUBLE = (ValueError, TypeError, ArithmeticError, LookupError, AttributeError, RecursionError)


def _expression(text: str) -> str:
    try:
        expression = jmespath.compile(text)
    except JMESPathError as error:
        raise ValueError(f"is not a JMESPath expression: {_first_line(error)}") from None
    try:
        expression.search({})
    except (ArityError, UnknownFunctionError) as error:
        raise ValueError(f"is not a JMESPath expression: {_first_line(error)}") from None
    except _TROUBLE:
        pass  # a function may well have no use for an empty body
    return text


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rpartition("xpression: ")[2].removesuffix(":")


def _status(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("is read as yes or no by YAML; put it in quotes")
    return str(value) if isinstance(value, int) else value


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        raise ValueError(f"'{name}' is not a time zone; write one like Europe/Berlin") from None
    return name


Expression = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_expression)]
Status = Annotated[
    str, BeforeValidator(_status), Field(min_length=1, max_length=100), AfterValidator(lambda text: text.casefold())
]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class TicketFields(_Section):
    """Where in the body of a webhook a ticket's facts are, as JMESPath expressions.

    Without `time` the moment we hear of an event counts as the moment it happened.
    """

    ticket_id: Expression
    requester_email: Expression
    status: Expression
    requester_name: Expression | None = None
    time: Expression | None = None
    tags: Expression | None = None


class TouchpointFields(_Section):
    """Where in the body of a webhook the facts of a touch point are, as JMESPath expressions."""

    reference: Expression
    email: Expression | None = None
    contact_id: Expression | None = None
    name: Expression | None = None
    time: Expression | None = None

    @model_validator(mode="after")
    def _somebody(self) -> TouchpointFields:
        if self.email is None and self.contact_id is None:
            raise ValueError("needs email or contact_id, to say who is asked")
        return self


class Meanings(_Section):
    """Which values of a ticket's status mean what to us, in any case of letters; any other means nothing."""

    solved: tuple[Status, ...] = ()
    closed: tuple[Status, ...] = ()
    reopened: tuple[Status, ...] = ()

    @model_validator(mode="after")
    def _each_means_one_thing(self) -> Meanings:
        listed = [*self.solved, *self.closed, *self.reopened]
        if not self.solved and not self.closed:
            raise ValueError("needs the status values that mean solved or closed")
        if len(set(listed)) < len(listed):
            raise ValueError("one status value is listed twice")
        return self

    def of(self, status: str) -> Literal["solved", "closed", "reopened"] | None:
        """What a status means, None when it means nothing."""
        wanted = status.strip().casefold()
        for name in ("solved", "closed", "reopened"):
            if wanted in getattr(self, name):
                return name
        return None


class Hook(_Section):
    """One source of webhooks: how it proves who it is, and what its bodies say.

    `events` makes it a source of tickets, `touchpoint` one of touch points that start the survey of that name.
    `timezone` is for sources that write times without an offset.
    """

    scheme: Scheme
    header: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9-]{1,64}$")] = None
    timezone: Annotated[str, AfterValidator(_zone)] | None = None
    touchpoint: Annotated[str | None, Field(max_length=32)] = None
    events: Meanings | None = None
    fields: TicketFields | TouchpointFields

    @field_validator("fields", mode="wrap")
    @classmethod
    def _of_its_kind(cls, given: Any, _: Any, info: ValidationInfo) -> TicketFields | TouchpointFields:
        # Not left to the union, so that a mistake is named by its own field and not once for each of the two.
        if isinstance(given, TicketFields | TouchpointFields):
            return given
        return (TouchpointFields if info.data.get("touchpoint") else TicketFields).model_validate(given)

    @model_validator(mode="after")
    def _complete(self) -> Hook:
        if (self.events is None) == (self.touchpoint is None):
            raise ValueError("needs events (for tickets) or touchpoint (the survey to start), and not both")
        if (self.scheme == "header") != (self.header is not None):
            raise ValueError("needs header, the name of the header with the secret, for the scheme header and no other")
        return self


def find(expression: str | None, body: object, field: str) -> Any:
    """What an expression finds in a body; None for no expression and for nothing.

    Raises
    ------
    InvalidInputError
        Naming the field, when the expression cannot be used on this body.
    """
    if expression is None:
        return None
    try:
        return jmespath.search(expression, body)
    except _TROUBLE:
        raise InvalidInputError("cannot be read from this body by the programme's expression", field=field) from None


def surveys_started(hooks: Mapping[str, Hook]) -> dict[str, str]:
    """The surveys that sources of touch points start, by source."""
    return {source: hook.touchpoint for source, hook in hooks.items() if hook.touchpoint}
