"""A secret of Secrets Manager that the operator writes, name by name: hook secrets, addresses of channels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types_boto3_secretsmanager.client import SecretsManagerClient


class KeptSecret:
    """Reads and changes a secret whose content is a JSON object."""

    def __init__(self, client: SecretsManagerClient, secret_id: str) -> None:
        self._client, self._secret_id = client, secret_id

    def all(self) -> dict[str, Any]:
        """Everything in it, by name."""
        return dict(json.loads(self._client.get_secret_value(SecretId=self._secret_id)["SecretString"]))

    def keep(self, name: str, value: Any) -> None:
        """Add something, or put it in the place of what has that name."""
        self._write({**self.all(), name: value})

    def forget(self, name: str) -> bool:
        """Take something out; False when there is nothing of that name."""
        content = self.all()
        if name not in content:
            return False
        del content[name]
        self._write(content)
        return True

    def _write(self, content: dict[str, Any]) -> None:
        self._client.put_secret_value(SecretId=self._secret_id, SecretString=json.dumps(content))
