"""Doctor: may we write as the sender, is it signed, and does SES tell us what becomes of a mail?"""

from __future__ import annotations

from typing import Any

from sayso.cli.doctor_findings import Finding, Look, Patient, broken, ok, unknown, warning
from sayso.domain.address import domain_of

EVENTS = ("SEND", "DELIVERY", "BOUNCE", "COMPLAINT", "REJECT", "DELIVERY_DELAY")


def sender_matches(patient: Patient) -> Finding:
    """The programme writes from what the stack may write from."""
    email, identity = patient.programme.sender.email.lower(), patient.sender.lower()
    domain = domain_of(email)
    if identity in (email, domain) or (patient.sender_is_domain and domain.endswith("." + identity)):
        return ok(f"{email} is covered by the identity {identity}.")
    return broken(
        f"The programme writes from {email}, but the stack may write as {identity} only.",
        "Set sender.email in templates/programme.yaml, or deploy with another SenderIdentity.",
    )


def identity_verified(patient: Patient) -> Finding:
    """SES has proof that the sender is ours."""
    if patient.identity.get("VerifiedForSendingStatus"):
        return ok(f"SES knows {patient.sender} as verified.")
    return broken(
        f"SES does not know {patient.sender} as verified, so it takes no mail.",
        "Put the records of the output DkimRecords into the domain's DNS; for an address click the link in SES's mail.",
    )


def dkim_signs(patient: Patient) -> Finding:
    """Mails are signed in the sender's name."""
    if not patient.sender_is_domain:
        return warning(
            f"{patient.sender} is an address, so its mails are not signed by its domain.",
            "Deploy with the domain as SenderIdentity: unsigned mails end up as spam.",
        )
    dkim: dict[str, Any] = patient.identity.get("DkimAttributes", {})
    if dkim.get("SigningEnabled") and dkim.get("Status") == "SUCCESS":
        return ok("Mails are signed with DKIM.")
    status = str(dkim.get("Status", "NOT_STARTED"))
    return broken(
        f"Mails are not signed with DKIM (SES says {status}).",
        "Put the three records of the output DkimRecords into DNS, and wait up to 72 hours.",
    )


def events_come_back(patient: Patient) -> Finding:
    """The configuration set tells the bus about bounces, complaints and the rest."""
    name = patient.outputs["ConfigurationSet"]
    answer = patient.client("sesv2").get_configuration_set_event_destinations(ConfigurationSetName=name)
    heard = {
        event
        for destination in answer.get("EventDestinations", [])
        if destination.get("Enabled") and destination.get("EventBridgeDestination")
        for event in destination.get("MatchingEventTypes", [])
    }
    missing = [event for event in EVENTS if event not in heard]
    if not missing:
        return ok("SES tells us what becomes of every mail.")
    return broken(
        f"SES does not tell us of {', '.join(missing)}: bounces and complaints would go unheard.",
        "Deploy again; nobody should have changed the configuration set by hand.",
    )


def set_sends(patient: Patient) -> Finding:
    """The configuration set is not switched off."""
    name = patient.outputs["ConfigurationSet"]
    answer = patient.client("sesv2").get_configuration_set(ConfigurationSetName=name)
    options = answer.get("SendingOptions")
    if options is None:
        return unknown("SES does not say whether the configuration set sends.")
    if options.get("SendingEnabled"):
        return ok("The configuration set sends.")
    return broken(
        "Sending is switched off in the configuration set.",
        f"aws sesv2 put-configuration-set-sending-options --sending-enabled --configuration-set-name {name}",
    )


LOOKS = (
    Look("sender", sender_matches),
    Look("identity", identity_verified),
    Look("dkim", dkim_signs, here=False),
    Look("mail events", events_come_back),
    Look("configuration set", set_sends),
)
