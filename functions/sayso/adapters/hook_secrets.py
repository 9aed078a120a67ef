"""The secrets that webhooks are signed with, in one secret of Secrets Manager: {source: secret, or two of them}."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types_boto3_secretsmanager.client import SecretsManagerClient


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

    def __init__(self, client: SecretsManagerClient, secret_id: str) -> None:
        self._client, self._secret_id = client, secret_id

    def all(self) -> dict[str, tuple[str, ...]]:
        """The secrets by source, the newest of each first."""
        return {source: _listed(kept) for source, kept in self._content().items()}

    def keep(self, source: str, secrets: tuple[str, ...]) -> None:
        """Replace the secrets of one source."""
        content = {**self._content(), source: list(secrets) if len(secrets) > 1 else secrets[0]}
        self._client.put_secret_value(SecretId=self._secret_id, SecretString=json.dumps(content))

    def _content(self) -> dict[str, Any]:
        return dict(json.loads(self._client.get_secret_value(SecretId=self._secret_id)["SecretString"]))


def _listed(kept: Any) -> tuple[str, ...]:
    return (kept,) if isinstance(kept, str) else tuple(str(secret) for secret in kept or ())
