"""Remembers how the last mails of this process fared: what goes wrong several times in a row is not about one mail."""

from __future__ import annotations

_SEVERAL = 3


class Streak:
    """See the module. A mail that SES takes ends every streak."""

    def __init__(self) -> None:
        self._lost = self._refused = 0

    def sent(self) -> None:
        """SES took a mail."""
        self._lost = self._refused = 0

    def lost(self) -> bool:
        """SES failed on a mail that it may have taken; returns whether it fails on all of them."""
        self._lost += 1
        return self._lost >= _SEVERAL

    def refused(self) -> bool:
        """SES refused a mail for good; returns whether it refuses all of them."""
        self._refused += 1
        return self._refused >= _SEVERAL
