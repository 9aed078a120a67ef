"""The ways Sayso says no: each error is a sentence a person can act on, with the field it is about."""

from __future__ import annotations


class SaysoError(Exception):
    """Something was refused. Nothing was changed.

    Parameters
    ----------
    reason : str
        One sentence a person can act on.
    field : str
        The input the sentence is about; empty when it is about the whole request.
    """

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(f"{field}: {reason}" if field else reason)
        self.reason = reason
        self.field = field


class InvalidInputError(SaysoError):
    """The input breaks a rule of its own: a wrong type, a value out of range, an unknown name."""


class NotFoundError(SaysoError):
    """What the input refers to does not exist (any more)."""


class LinkRefusedError(SaysoError):
    """A link's token is forged, was made for another purpose, or is too old."""


class SignInError(SaysoError):
    """Nobody is signed in, or not any more."""


class RoleRefusedError(SaysoError):
    """Whoever is signed in may not do this."""


class ExpiredError(SaysoError):
    """The thing exists but its time is over."""


class HandedOverError(ExpiredError):
    """The link was one person's, and what it opens is somebody else's by now."""


class TooManyRequestsError(SaysoError):
    """The same thing was asked for too often.

    Parameters
    ----------
    retry_after : int
        Seconds after which it may be tried again.
    """

    def __init__(self, reason: str, *, field: str = "", retry_after: int = 60) -> None:
        super().__init__(reason, field=field)
        self.retry_after = retry_after


class ConflictError(SaysoError):
    """Somebody else changed the same item first: read again, then decide again."""
