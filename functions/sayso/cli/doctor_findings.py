"""What `sayso doctor` looks at, and what it says about it: one sentence a finding, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, NamedTuple

from sayso.domain.programme import Programme
from sayso.ports import Standings

State = Literal["ok", "warning", "broken", "unknown"]


class Finding(NamedTuple):
    """One thing looked at. `do` says what to do, and is empty where there is nothing to do."""

    check: str
    state: State
    says: str
    do: str = ""


class Resource(NamedTuple):
    """Something the stack is made of: its CloudFormation type, its logical and its physical id."""

    kind: str
    name: str
    physical_id: str


class Page(NamedTuple):
    """What an address answered: status 0 and a `trouble` when it did not."""

    status: int
    body: bytes = b""
    trouble: str = ""


@dataclass
class Patient:
    """The stack to look at, and every way to look: tests bring their own.

    Attributes
    ----------
    client : callable
        Gives a boto3 client by the name of its service, and optionally its region.
    resolve : callable
        Gives the DNS records of a name and type as texts; none when there are none.
    fetch : callable
        Reads an address of the web.
    now : datetime
        This computer's time, in UTC.
    """

    outputs: Mapping[str, str]
    programme: Programme
    standings: Standings
    is_local: bool
    client: Callable[..., Any]
    read_resources: Callable[[], Sequence[Resource]]
    resolve: Callable[[str, str], list[str]]
    fetch: Callable[[str], Page]
    now: datetime

    @cached_property
    def resources(self) -> Sequence[Resource]:
        """Everything the stack and its nested stacks are made of."""
        return self.read_resources()

    def all_of(self, kind: str) -> list[Resource]:
        """The resources of one type."""
        return [resource for resource in self.resources if resource.kind == kind]

    @cached_property
    def identity(self) -> dict[str, Any]:
        """What SES knows of the sender."""
        return dict(self.client("sesv2").get_email_identity(EmailIdentity=self.sender))

    @cached_property
    def account(self) -> dict[str, Any]:
        """What SES knows of the AWS account."""
        return dict(self.client("sesv2").get_account())

    @property
    def sender(self) -> str:
        """The domain or address the stack writes from."""
        return self.outputs["SenderIdentity"]

    @property
    def sender_is_domain(self) -> bool:
        """Only a domain has DKIM records, DMARC and a MAIL FROM of its own."""
        return "@" not in self.sender


Check = Callable[[Patient], Finding]


@dataclass(frozen=True)
class Look:
    """A check with its name; `here` says whether the local stack can know."""

    name: str
    check: Check
    here: bool = True


def ok(says: str) -> Finding:
    """All is as it should be."""
    return Finding("", "ok", says)


def warning(says: str, do: str) -> Finding:
    """It works, but not as it should for good."""
    return Finding("", "warning", says, do)


def broken(says: str, do: str) -> Finding:
    """Something does not work until somebody acts."""
    return Finding("", "broken", says, do)


def unknown(says: str) -> Finding:
    """It cannot be known here; that is not the same as ok."""
    return Finding("", "unknown", says)


def listed(names: Sequence[str], at_most: int = 5) -> str:
    """A few names in a sentence."""
    more = f" and {len(names) - at_most} more" if len(names) > at_most else ""
    return ", ".join(names[:at_most]) + more
