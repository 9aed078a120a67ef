"""Says who gives a command, for what is recorded: the caller of AWS, or the user of this computer."""

from __future__ import annotations

from getpass import getuser

from botocore.exceptions import BotoCoreError, ClientError

from sayso.cli.target import Target
from sayso.domain.errors import SaysoError


def caller(target: Target) -> str:
    """The caller's ARN on AWS; on the local stack, whose keys are nobody's, the user of this computer."""
    if target.local:
        return getuser()
    try:
        return str(target.wiring().client("sts").get_caller_identity()["Arn"])
    except (BotoCoreError, ClientError) as error:
        raise SaysoError(f"AWS does not say who you are, and that is recorded: {error}") from None
