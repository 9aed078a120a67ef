"""Doctor: the key that signs links, and the key that addresses are hashed with."""

from __future__ import annotations

from datetime import timedelta

from sayso.cli.doctor_findings import Finding, Look, Patient, broken, ok, warning

_OLD = timedelta(days=730)
_MADE_IN = timedelta(hours=1)  # a secret gets its first value when it is made


def link_keys(patient: Patient) -> Finding:
    """Links are signed, and not with a key for ever."""
    about = patient.client("secretsmanager").describe_secret(SecretId=patient.outputs["LinkKeysSecret"])
    if about.get("DeletedDate"):
        return broken("The link keys are marked for deletion: every link mailed would be void.", _RESTORE)
    changed = about.get("LastChangedDate") or about.get("CreatedDate")
    if changed is None:
        return warning("The link keys have no value.", "Deploy again.")
    age = patient.now - changed
    if age > _OLD:
        return warning(
            f"The key that signs links is {age.days} days old.", "Add a new one: docs/operations.md, Keys, says how."
        )
    return ok(f"The key that signs links is {max(0, age.days)} days old.")


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
