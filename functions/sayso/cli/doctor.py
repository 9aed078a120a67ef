"""`sayso doctor`: looks at everything that has to be right before and after going live, and says what to do."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Sequence
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import boto3
import typer
from botocore.exceptions import BotoCoreError, ClientError

from sayso.cli import (
    doctor_account,
    doctor_clockwork,
    doctor_dns,
    doctor_failures,
    doctor_follow_up,
    doctor_keys,
    doctor_mail,
    doctor_programme,
    doctor_site,
    local_stack,
)
from sayso.cli.doctor_dns import DnsError, dns_resolver
from sayso.cli.doctor_findings import Finding, Look, Page, Patient, Resource
from sayso.cli.doctor_report import keep
from sayso.cli.show import AsJson, StackName, as_json, say, table
from sayso.cli.target import Target, find

_PARTS = (
    doctor_mail,
    doctor_account,
    doctor_dns,
    doctor_site,
    doctor_keys,
    doctor_failures,
    doctor_clockwork,
    doctor_programme,
    doctor_follow_up,
)
LOOKS: tuple[Look, ...] = tuple(look for part in _PARTS for look in part.LOOKS)
_LARGEST = 200_000_000  # bytes; a Lambda artefact can have 250 MB


def doctor(stack: StackName = None, json: AsJson = False) -> None:
    """Look at everything that has to be right, before and after going live, and say what to do.

    Changes nothing, and keeps what it found for the desk. Each finding is ok, a warning, broken, or unknown where it
    cannot be known (much of it on the local stack). Exit code 1 when something is broken.
    """
    target = find(stack)
    findings = look_at(patient_of(target, stack))
    not_kept = keep(target, findings)
    if json:
        as_json([finding._asdict() for finding in findings])
    else:
        rows = [(finding.check, finding.state, finding.says, finding.do) for finding in findings]
        table("Doctor", ("what", "state", "finding", "what to do"), rows, empty="")
        counts = {state: sum(finding.state == state for finding in findings) for state in ("broken", "warning")}
        say(f"{counts['broken']} broken, {counts['warning']} to look at.")
        if not_kept:
            say(f"The desk does not show it, as it could not be kept: {not_kept}")
    if any(finding.state == "broken" for finding in findings):
        raise typer.Exit(1)


def look_at(patient: Patient, looks: Sequence[Look] = LOOKS) -> list[Finding]:
    """Every finding; what cannot be looked at says so and hides no other."""
    return [_look(look, patient)._replace(check=look.name) for look in looks]


def _look(look: Look, patient: Patient) -> Finding:
    if patient.is_local and not look.here:
        return Finding(look.name, "unknown", "Not on the local stack.")
    try:
        return look.check(patient)
    except (ClientError, BotoCoreError) as error:
        if patient.is_local:
            return Finding(look.name, "unknown", f"Not on the local stack: {error}")
        do = "Is it there? May your role look? It needs to read (List, Get, Describe) what the stack is made of."
        return Finding(look.name, "warning", f"Could not be looked at: {error}", do)
    except DnsError as error:
        return Finding(look.name, "warning", f"DNS did not answer: {error}", "Try again, or from another network.")


def patient_of(target: Target, stack: str | None = None) -> Patient:
    """A stack to look at, with every way to look."""
    wiring = target.wiring()
    name = stack or (target.local.stack_name if target.local else "")

    def client(service: str, **arguments: Any) -> Any:
        return boto3.client(service, **{**target.session, **arguments})  # type: ignore[call-overload]

    return Patient(
        outputs=target.outputs,
        programme=wiring.programme,
        standings=wiring.standings,
        is_local=target.local is not None,
        client=client,
        read_resources=lambda: list(resources_of(client("cloudformation"), name)),
        resolve=dns_resolver(),
        fetch=lambda address: fetch(address, target.local),
        now=wiring.clock(),
    )


def resources_of(cloudformation: Any, stack: str) -> Iterator[Resource]:
    """Everything a stack and the stacks nested in it are made of."""
    for page in cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack):
        for found in page["StackResourceSummaries"]:
            physical_id = found.get("PhysicalResourceId", "")
            if found["ResourceType"] == "AWS::CloudFormation::Stack" and physical_id:
                yield from resources_of(cloudformation, physical_id)
            else:
                yield Resource(found["ResourceType"], found["LogicalResourceId"], physical_id)


def fetch(address: str, local: local_stack.LocalStack | None = None) -> Page:
    """Read an address of the web; what went wrong on the way is part of the answer."""
    headers = {"User-Agent": "sayso-doctor"}
    if local and "cloudfront" in address:
        address, headers["Host"] = local_stack.address_behind(local, address)
    if not address.startswith(("https://", "http://")):
        return Page(0, trouble=f"'{address}' is no address of the web")
    try:
        with urlopen(Request(address, headers=headers), timeout=20) as answer:  # noqa: S310 - http(s) only, see above
            return Page(answer.status, answer.read(_LARGEST))
    except HTTPError as error:
        return Page(error.code, error.read(_LARGEST))
    except (URLError, HTTPException, ssl.SSLError, OSError) as error:
        return Page(0, trouble=str(getattr(error, "reason", error)))
