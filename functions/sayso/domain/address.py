"""E-mail addresses: which we accept, and when two of them are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator

# Deliberately narrower than RFC 5321: no quoted local parts, no address literals, ASCII only, because SES
# refuses the rest (SES Developer Guide, "Verified identities": local parts must be 7-bit ASCII).
_ADDRESS = re.compile(
    r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$"
)


def check_email(text: str) -> str:
    """Return the address without surrounding space; raise ValueError when no mail can be sent to it."""
    address = text.strip()
    if len(address) > 254 or not _ADDRESS.match(address) or ".." in address or address.startswith("."):
        raise ValueError("is not an e-mail address that mail can be sent to")
    return address


def same_mailbox(address: str) -> str:
    """The form in which two spellings of one mailbox are equal: lower case, no surrounding space."""
    return address.strip().lower()


def each_once(addresses: Iterable[str]) -> tuple[str, ...]:
    """Every mailbox once, in order, as it was spelt first."""
    found: dict[str, str] = {}
    for address in addresses:
        found.setdefault(same_mailbox(address), address)
    return tuple(found.values())


def domain_of(address: str) -> str:
    """The part behind the @, in lower case."""
    return address.rsplit("@", 1)[-1].lower()


Email = Annotated[str, AfterValidator(check_email)]
