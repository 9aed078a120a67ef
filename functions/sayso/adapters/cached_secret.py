"""A secret that Powertools keeps for a while, and looks up again sooner when somebody knows a newer one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from aws_lambda_powertools.utilities.parameters import SecretsProvider

from sayso.ports import Clock

_AFRESH_EVERY = timedelta(minutes=1)


class CachedSecret:
    """The content of a JSON secret, called for.

    Parameters
    ----------
    kept_for : timedelta
        For how long an answer of Secrets Manager is good.
    clock : callable
        Says when a minute is over; Powertools has a clock of its own for what it keeps.
    """

    def __init__(self, secrets: SecretsProvider, name: str, kept_for: timedelta, clock: Clock) -> None:
        self._secrets, self._name, self._kept_for, self._clock = secrets, name, kept_for, clock
        self._patient_until: datetime | None = None

    def __call__(self, *, force: bool = False) -> dict[str, Any]:
        """The content, at most `kept_for` old."""
        max_age = int(self._kept_for.total_seconds())
        content: Any = self._secrets.get(self._name, max_age=max_age, transform="json", force_fetch=force)
        return dict(content)

    def afresh(self) -> dict[str, Any]:
        """The content, looked up again unless that was done within the last minute.

        For whoever is shown a key that is not in it: it may have been made a moment ago, and junk that claims to be
        signed with it must not cause a call each.
        """
        now = self._clock()
        if self._patient_until is not None and now < self._patient_until:
            return self()
        self._patient_until = now + _AFRESH_EVERY  # before asking: a failure is no reason to ask more often
        return self(force=True)
