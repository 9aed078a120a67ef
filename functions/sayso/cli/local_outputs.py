"""What CloudFormation on the local stack says of a deploy: its outputs, and why it failed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import boto3
import botocore.session
from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from types_boto3_cloudformation.client import CloudFormationClient


def outputs(endpoint_url: str, region: str, stack_name: str) -> dict[str, str]:
    """Return the outputs of a deployed stack by name."""
    described = _cloudformation(endpoint_url, region).describe_stacks(StackName=stack_name)["Stacks"][0]
    return {output["OutputKey"]: output["OutputValue"] for output in described.get("Outputs", [])}


def reasons(endpoint_url: str, region: str, stack_name: str) -> str:
    """Return a line for each resource that failed, to go below sam's own message, which breaks them into columns."""
    try:
        pages = _cloudformation(endpoint_url, region).get_paginator("describe_stack_events")
        events = [event for page in pages.paginate(StackName=stack_name) for event in page["StackEvents"]]
    except (BotoCoreError, ClientError):
        return ""  # it failed before there was a stack
    failed = [event for event in events if event["ResourceStatus"].endswith("_FAILED")]
    return "".join(f"\n  {event['LogicalResourceId']}: {event.get('ResourceStatusReason', '')}" for event in failed[:5])


def _cloudformation(endpoint_url: str, region: str) -> CloudFormationClient:
    # A session that reads no file and no profile: a person's AWS_PROFILE must not be looked up, let alone used.
    nothing = (None, None, os.devnull, None)
    core = botocore.session.Session(
        session_vars={"profile": (None, None, None, None), "config_file": nothing, "credentials_file": nothing}
    )
    core.set_credentials("test", "test")
    return boto3.Session(region_name=region, botocore_session=core).client("cloudformation", endpoint_url=endpoint_url)
