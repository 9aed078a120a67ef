"""Doctor: the key that signs links, and the key that addresses are hashed with."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

from sayso.adapters.link_key_store import parse
from sayso.cli.doctor_findings import Finding, Look, Patient, broken, ok, warning

_OLD = timedelta(days=730)
_MADE_IN = timedelta(hours=1)  # a secret gets its first value when it is made


def link_keys(patient: Patient) -> Finding:
    """Links are signed, and not with a key for ever."""
    about = patient.client("secretsmanager").describe_secret(SecretId=patient.outputs["LinkKeysSecret"])
    if about.get("DeletedDate"):
        return broken("The link keys are marked for deletion: every link mailed would be void.", _RESTORE)
    if not about.get("LastChangedDate") and not about.get("CreatedDate"):
        return warning("The link keys have no value.", "Deploy again.")
    age = patient.now - _made(patient, about)
    if age > _OLD:
        return warning(f"The key that signs links is {age.days} days old.", "Make a new one: sayso keys rotate")
    return ok(f"The key that signs links is {max(0, age.days)} days old.")


def _made(patient: Patient, about: dict[str, Any]) -> datetime:
    """When the key that signs was made.

    The keys say it themselves. Whoever may not read them is told by when the secret was last written, which is late
    where a key was taken out since.
    """
    written: datetime = about.get("LastChangedDate") or about["CreatedDate"]
    try:
        value = patient.client("secretsmanager").get_secret_value(SecretId=patient.outputs["LinkKeysSecret"])
    except ClientError as error:
        if "AccessDenied" in error.response["Error"]["Code"]:
            return written
        raise
    keys = parse(json.loads(value["SecretString"]))
    first = about.get("CreatedDate") if len(keys.keys) == 1 and not keys.made else None
    return keys.made.get(keys.signing) or first or written


def address_key(patient: Patient) -> Finding:
    """The address key is there, and was never replaced: a new one would forget every suppression."""
    about = patient.client("secretsmanager").describe_secret(SecretId=patient.outputs["AddressKeySecret"])
    if about.get("DeletedDate"):
        return broken("The address key is marked for deletion: every suppression would be forgotten.", _RESTORE)
    made, changed = about.get("CreatedDate"), about.get("LastChangedDate")
    if made and changed and changed - made > _MADE_IN:
        return broken(
            f"The address key was written again on {changed:%Y-%m-%d}: older suppressions are not found any more.",
            "If its value is another one, put the old value back from your copy.",
        )
    return ok("The address key is there, as it was made.")


_RESTORE = "aws secretsmanager restore-secret --secret-id ID"
LOOKS = (Look("link keys", link_keys), Look("address key", address_key))
