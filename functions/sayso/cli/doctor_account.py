"""Doctor: does the AWS account let mails out, to whom, and how many?"""

from __future__ import annotations

from sayso.cli.doctor_findings import Finding, Look, Patient, broken, ok, warning

_NEARLY = 0.8


def production(patient: Patient) -> Finding:
    """Out of the sandbox."""
    if patient.account.get("ProductionAccessEnabled"):
        return ok("SES writes to anybody.")
    return warning(
        "SES is in its sandbox: it writes to verified addresses only, 200 a day.",
        "Request production access in the SES console; the README says what to write.",
    )


def sending_enabled(patient: Patient) -> Finding:
    """AWS has not paused the account."""
    status = patient.account.get("EnforcementStatus", "HEALTHY")
    if not patient.account.get("SendingEnabled", False):
        return broken(
            f"SES has paused sending for this account (status {status}). What waits stays waiting.",
            "Read the case AWS opened, mend the cause (bounces, complaints), and answer it.",
        )
    if status == "PROBATION":
        return warning(
            "SES has this account under review: it may be paused next.",
            "Read the case AWS opened; look at bounces and complaints with: sayso suppress list",
        )
    return ok("Sending is enabled for the account.")


def quota(patient: Patient) -> Finding:
    """There is room for today's mails."""
    limits = patient.account.get("SendQuota", {})
    most, rate = float(limits.get("Max24HourSend", 0)), float(limits.get("MaxSendRate", 0))
    sent = float(limits.get("SentLast24Hours", 0))
    says = f"{sent:,.0f} of {most:,.0f} mails in 24 hours, at most {rate:g} a second"
    if most < 0:  # SES's way of saying: without a limit
        return ok(f"{sent:,.0f} mails in 24 hours, without a limit, at most {rate:g} a second.")
    if sent >= most:
        return broken(f"The quota is used up: {says}.", "Wait, or ask AWS for more in the Service Quotas console.")
    if sent >= _NEARLY * most:
        return warning(f"The quota is nearly used up: {says}.", "Ask AWS for more in the Service Quotas console.")
    return ok(f"{says}.")


LOOKS = (
    Look("production", production, here=False),
    Look("sending enabled", sending_enabled, here=False),
    Look("quota", quota, here=False),
)
