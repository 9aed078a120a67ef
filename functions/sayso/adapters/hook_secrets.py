"""The secrets that webhooks are signed with, in one secret of Secrets Manager: {source: secret, or two of them}."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sayso.adapters.kept_secret import KeptSecret


class StoredHookSecrets:
    """See `sayso.ports.HookSecrets`.

    Parameters
    ----------
    read : callable
        Gives the content of the secret.
    """

    def __init__(self, read: Callable[[], Mapping[str, Any]]) -> None:
        self._read = read

    def of(self, source: str) -> tuple[str, ...]:
        """The secrets of a source: none, one, or while they are rotated the new one and the old."""
        return _listed(self._read().get(source))


class HookSecretsKeeper:
    """Reads and changes the secrets, for the operator."""

    def __init__(self, kept: KeptSecret) -> None:
        self._kept = kept

    def all(self) -> dict[str, tuple[str, ...]]:
        """The secrets by source, the newest of each first."""
        return {source: _listed(kept) for source, kept in self._kept.all().items()}

    def keep(self, source: str, secrets: tuple[str, ...]) -> None:
        """Replace the secrets of one source."""
        self._kept.keep(source, list(secrets) if len(secrets) > 1 else secrets[0])


def _listed(kept: Any) -> tuple[str, ...]:
    return (kept,) if isinstance(kept, str) else tuple(str(secret) for secret in kept or ())
