"""A file's content that costs something to make: it is made when somebody wants it, and known by what goes into it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Unmade:
    """Content that is not there yet.

    Attributes
    ----------
    digest : str
        The SHA-256, in hex, of all it is made of: with the same one it would come out the same.
    make : callable
        Makes it; called once at most.
    """

    digest: str
    make: Callable[[], bytes]

    @cached_property
    def made(self) -> bytes:
        """The content."""
        return self.make()


Body = bytes | Unmade


def digest_of_body(body: Body) -> str:
    """What tells a file's content from any other, without making it."""
    return body.digest if isinstance(body, Unmade) else hashlib.sha256(body).hexdigest()


def made(body: Body) -> bytes:
    """The content itself."""
    return body.made if isinstance(body, Unmade) else body
