"""The keys that sign links as Secrets Manager keeps them, for the operator: {"1": "…", "2": "…", "made": {"2": …}}."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from botocore.exceptions import ClientError

from sayso.domain.errors import ConflictError
from sayso.domain.link_keys import LinkKeys

if TYPE_CHECKING:
    from types_boto3_secretsmanager.client import SecretsManagerClient


class LinkKeyStore:
    """Reads and changes the keys; two operators at once cannot undo each other's change."""

    def __init__(self, client: SecretsManagerClient, secret_id: str) -> None:
        self._client, self._secret_id = client, secret_id

    def read(self) -> LinkKeys:
        """The keys as they are now."""
        return self._read()[0]

    def change(self, change: Callable[[LinkKeys], LinkKeys]) -> tuple[LinkKeys, LinkKeys]:
        """Replace the keys by what `change` makes of them; what was and what is.

        Raises ConflictError when somebody else wrote them meanwhile. The new version's id is made from that of the
        version it follows: Secrets Manager takes no second content under the same id, so of two changes of one
        version the second is refused (PutSecretValue, ClientRequestToken).
        """
        keys, version = self._read()
        changed = change(keys)
        if self._get()["VersionId"] != version:  # the local stack overwrites a version instead of refusing
            raise _meanwhile()
        try:
            self._client.put_secret_value(
                SecretId=self._secret_id,
                SecretString=json.dumps(_text(changed)),
                ClientRequestToken=str(uuid5(NAMESPACE_OID, f"sayso.keys.after.{version}")),
            )
        except ClientError as error:
            if error.response["Error"]["Code"] == "ResourceExistsException":
                raise _meanwhile() from None
            raise
        return keys, changed

    def _read(self) -> tuple[LinkKeys, str]:
        value = self._get()
        keys = parse(json.loads(value["SecretString"]))
        oldest = min(keys.keys)
        if oldest not in keys.made:  # the one CloudFormation made, together with the secret
            created = self._client.describe_secret(SecretId=self._secret_id).get("CreatedDate")
            keys = LinkKeys(keys.keys, {**keys.made, **({oldest: created.astimezone(UTC)} if created else {})})
        return keys, value["VersionId"]

    def _get(self) -> Any:
        return self._client.get_secret_value(SecretId=self._secret_id)


def parse(content: dict[str, Any]) -> LinkKeys:
    """The keys of a secret's content; a date that is none counts as not known."""
    made = {}
    for number, at in dict(content.get("made") or {}).items():
        try:
            made[int(number)] = datetime.fromisoformat(str(at)).astimezone(UTC)
        except ValueError:
            continue
    return LinkKeys({int(name): str(key) for name, key in content.items() if name.isdecimal()}, made)


def _text(keys: LinkKeys) -> dict[str, Any]:
    made = {str(number): at.isoformat(timespec="seconds") for number, at in sorted(keys.made.items())}
    return {**{str(number): key for number, key in sorted(keys.keys.items())}, "made": made}


def _meanwhile() -> ConflictError:
    return ConflictError("Somebody else changed the keys at this moment; nothing was written. Look: sayso keys list")
