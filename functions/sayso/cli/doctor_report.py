"""Keeps what the doctor found, so that the desk can show it to whoever runs no commands."""

from __future__ import annotations

from collections.abc import Sequence

from botocore.exceptions import BotoCoreError, ClientError

from sayso.cli.caller import caller
from sayso.cli.doctor_findings import Finding
from sayso.cli.target import Target
from sayso.domain.doctor_report import report_of
from sayso.domain.errors import SaysoError


def keep(target: Target, findings: Sequence[Finding]) -> str:
    """Keep the findings; returns why that could not be done, empty when it was.

    To look is allowed to more people than to write, and what they see is worth as much.
    """
    wiring = target.wiring()
    try:
        report = report_of(findings, caller(target), wiring.clock().replace(microsecond=0))
        wiring.doctor_reports.keep(report)
    except (SaysoError, ClientError, BotoCoreError) as error:
        return str(error)
    return ""
