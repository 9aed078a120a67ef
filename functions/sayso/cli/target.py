"""Finds the stack a command is for: the local one, or a deployed one by its CloudFormation outputs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError, NoRegionError

from sayso.adapters.settings import Settings
from sayso.cli import local_stack
from sayso.domain.errors import SaysoError
from sayso.wiring import Wiring

_ENVIRONMENT = {
    "TABLE_NAME": "TableName",
    "SITE_URL": "SiteUrl",
    "SITE_BUCKET": "SiteBucket",
    "DISTRIBUTION_ID": "DistributionId",
    "SEND_QUEUE_URL": "SendQueueUrl",
    "PLAN_QUEUE_URL": "PlanQueueUrl",
    "FOLLOW_UP_QUEUE_URL": "FollowUpQueueUrl",
    "NOTIFY_QUEUE_URL": "NotifyQueueUrl",
    "PAGE_QUEUE_URL": "PageQueueUrl",
    "SETTLE_SECONDS": "SettleSeconds",
    "LINK_KEYS_SECRET": "LinkKeysSecret",
    "ADDRESS_KEY_SECRET": "AddressKeySecret",
    "CONFIGURATION_SET": "ConfigurationSet",
    "SENDER_IDENTITY": "SenderIdentity",
    "HOOK_SECRETS_SECRET": "HookSecretsSecret",
    "CHANNEL_ADDRESSES_SECRET": "ChannelAddressesSecret",
    "ORIGIN_KEYS_SECRET": "OriginKeysSecret",
    "BUS_NAME": "BusName",
}


@dataclass(frozen=True)
class Target:
    """A stack to work on. `local` is None for one in an AWS account."""

    outputs: Mapping[str, str]
    session: Mapping[str, Any]
    local: local_stack.LocalStack | None

    def wiring(self, **adapters: Any) -> Wiring:
        """The services on this stack; `adapters` replaces parts of it, such as the clock."""
        environment = {name: self.outputs[output] for name, output in _ENVIRONMENT.items()}
        environment["SEND_WINDOW"] = self.outputs.get("SendWindow", "programme")
        return Wiring(Settings(environment), self.session, **adapters)


def state_dir() -> Path:
    """Where the local stack keeps what it writes: ``.sayso`` in the project, or as SAYSO_STATE_DIR says."""
    return Path(os.environ.get("SAYSO_STATE_DIR") or local_stack.STATE_DIR)


def find(stack: str | None) -> Target:
    """The stack of that name in the AWS account at hand; without a name, the local one.

    Raises SaysoError, saying what to do, when it is not there.
    """
    if stack:
        return Target(_outputs(stack), {}, None)
    local = running_locally()
    # Whatever AWS profile the person has must not matter to a stack on their own computer.
    local_stack.use_in_this_process(local)
    return Target(local.outputs, local_stack.boto_arguments(local), local)


def running_locally() -> local_stack.LocalStack:
    """The local stack. Raises SaysoError when it does not run."""
    local = local_stack.read(state_dir())
    if local is None:
        raise SaysoError("The local stack is not running. Start it with: sayso up (or name one: --stack NAME)")
    return local


def _outputs(stack: str) -> dict[str, str]:
    try:
        described = boto3.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    except ClientError as error:
        reason = error.response["Error"].get("Message", "")
        raise SaysoError(f"The stack '{stack}' cannot be read: {reason}") from None
    except NoRegionError:
        reason = "no region is named; say which one has the stack: export AWS_DEFAULT_REGION=eu-central-1"
        raise SaysoError(f"The AWS account cannot be reached: {reason}") from None
    except BotoCoreError as error:
        raise SaysoError(f"The AWS account cannot be reached: {error} (is AWS_PROFILE set?)") from None
    outputs = {entry["OutputKey"]: entry["OutputValue"] for entry in described.get("Outputs", [])}
    missing = [name for name in _ENVIRONMENT.values() if name not in outputs]
    if missing:
        raise SaysoError(f"The stack '{stack}' is not Sayso's, or not fully deployed: it has no output {missing[0]}")
    return outputs
