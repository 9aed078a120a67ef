"""Doctor: what the world's mail servers read in DNS about our sender."""

from __future__ import annotations

from collections.abc import Callable

from sayso.cli.doctor_findings import Finding, Look, Patient, broken, ok, warning

Resolve = Callable[[str, str], list[str]]


def dmarc(patient: Patient) -> Finding:
    """The domain, or the one above it, says what to do with mails that are not signed."""
    domain = patient.sender.rsplit("@", 1)[-1]
    for name in _from_here_up(domain):
        records = [text for text in patient.resolve(f"_dmarc.{name}", "TXT") if text.lower().startswith("v=dmarc1")]
        if len(records) > 1:
            return broken(f"_dmarc.{name} has {len(records)} DMARC records, so none counts.", "Keep one of them.")
        if records:
            policy = _policy(records[0])
            if policy == "none":
                return warning(
                    f"DMARC for {domain} only watches (p=none).",
                    "When the reports show none but your own mails, change it to p=quarantine.",
                )
            return ok(f"DMARC for {domain} says {policy or 'nothing'}.")
    return broken(
        f"{domain} has no DMARC record: Gmail and Yahoo may refuse the mails.",
        f"Put a TXT record at _dmarc.{domain}: v=DMARC1; p=none; rua=mailto:dmarc@{domain}",
    )


def mail_from(patient: Patient) -> Finding:
    """Bounces go to a subdomain of ours, where one is set."""
    attributes = patient.identity.get("MailFromAttributes") or {}
    domain = attributes.get("MailFromDomain", "")
    if not domain:
        return ok("No MAIL FROM domain is set: bounces go to amazonses.com, which works.")
    servers = [text.lower() for text in patient.resolve(domain, "MX")]
    senders = [text.lower() for text in patient.resolve(domain, "TXT") if text.lower().startswith("v=spf1")]
    if not any("amazonses.com" in text for text in servers):
        return broken(
            f"{domain} has no MX record of SES.",
            f"Put an MX record at {domain}: 10 feedback-smtp.REGION.amazonses.com",
        )
    if not any("include:amazonses.com" in text for text in senders):
        return broken(
            f"{domain} has no SPF record that names SES.",
            f"Put a TXT record at {domain}: v=spf1 include:amazonses.com ~all",
        )
    if attributes.get("MailFromDomainStatus") != "SUCCESS":
        return warning(f"SES has not accepted {domain} as MAIL FROM yet.", "The records are there: wait a few hours.")
    return ok(f"Bounces go to {domain}.")


def dns_resolver() -> Resolve:
    """Ask the DNS servers of this computer. No such name, or no such record, is an empty answer."""
    from dns import resolver
    from dns.exception import DNSException

    def resolve(name: str, kind: str) -> list[str]:
        try:
            answers = resolver.resolve(name, kind, lifetime=10)
        except (resolver.NXDOMAIN, resolver.NoAnswer):
            return []
        except DNSException as error:
            raise DnsError(f"{name}: {error}") from None
        if kind == "TXT":
            return [b"".join(answer.strings).decode("utf-8", "replace") for answer in answers]
        return [answer.to_text() for answer in answers]

    return resolve


class DnsError(Exception):
    """DNS gave no answer, which is another thing than the answer "there is none"."""


def _from_here_up(domain: str) -> list[str]:
    """The domain and those above it, the last with two labels."""
    labels = domain.split(".")
    return [".".join(labels[at:]) for at in range(max(1, len(labels) - 1))]


def _policy(record: str) -> str:
    tags = dict(part.strip().split("=", 1) for part in record.split(";") if "=" in part)
    return {name.strip().lower(): value.strip().lower() for name, value in tags.items()}.get("p", "")


LOOKS = (Look("DMARC", dmarc, here=False), Look("MAIL FROM", mail_from, here=False))
