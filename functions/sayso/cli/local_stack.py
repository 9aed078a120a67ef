"""Sayso's own AWS on this computer, for `sayso up|down|status`: the same template, by the same `sam`."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sayso.cli import local_deploy, local_outputs, local_process
from sayso.cli.local_process import LocalStackError

ROOT = Path(__file__).resolve().parents[3]
STATE_DIR = ROOT / ".sayso"
TOOLS_DIR = ROOT / ".sayso" / "tools"
BUILDS_DIR = ROOT / ".sayso" / "builds"
DEFAULT_PORT = 4566
REGION = "eu-central-1"
STACK_NAME = "sayso"

__all__ = [
    "DEFAULT_PORT",
    "STATE_DIR",
    "LocalStack",
    "LocalStackError",
    "address_behind",
    "boto_arguments",
    "down",
    "read",
    "up",
    "use_in_this_process",
]


@dataclass(frozen=True)
class LocalStack:
    """A running local stack, as `local.json` in its state folder describes it.

    `functions` maps logical names (Send) to function names, `outputs` holds every output of the stack by name.
    """

    endpoint_url: str
    region: str
    stack_name: str
    site_url: str
    api_url: str
    table_name: str
    functions: dict[str, str]
    outputs: dict[str, str]
    port: int
    pid: int
    started: str
    infrastructure: str


def up(
    *,
    port: int | None = None,
    schedules: bool = True,
    send_window: str = "always",
    follow_up_grace_seconds: int = 2,
    settle_seconds: int = 15,
    page_delay_seconds: int = 2,
    sender_identity: str = "example.com",
    state_dir: Path = STATE_DIR,
    say: Callable[[str], None] = lambda _: None,
) -> LocalStack:
    """Start the local stack if it does not run yet, deploy the working tree to it, and describe it in `local.json`.

    Parameters
    ----------
    port
        Where it listens; 0 for any free port; None for the one it already has, or else 4566.
    schedules
        Whether EventBridge's schedules fire. Tests switch them off and invoke the functions themselves.
    send_window
        "always", or "programme" to keep the programme's hours.
    state_dir
        Everything the stack writes goes here, so that several run side by side.
    say
        Gets a sentence at each step.

    Raises
    ------
    LocalStackError
        A taken port, missing tools, or a failed build or deploy, in words.
    """
    tools = local_deploy.find_tools(TOOLS_DIR)
    state_dir = state_dir.resolve()
    state_dir.mkdir(parents=True, exist_ok=True)
    # What is inside the nested stacks: their templates and what they are given.
    given = f"{sender_identity} {follow_up_grace_seconds} {settle_seconds} {page_delay_seconds}"
    infrastructure = f"{local_deploy.fingerprint(ROOT, ['infrastructure'])} {given}"
    running = read(state_dir)
    if running and port not in (None, 0, running.port):
        raise LocalStackError(f"The local stack already runs on port {running.port}. Stop it first: sayso down.")
    if running:
        port = running.port
        if running.infrastructure != infrastructure:
            say("infrastructure/ has changed, which a running local stack cannot take up: starting a fresh one.")
            say("What was in the old one, mails and answers too, is gone.")
            down(state_dir=state_dir)
            running = None
    if running:
        listening, pid = running.port, running.pid
    else:
        listening = local_process.choose_port(DEFAULT_PORT if port is None else port)
        pid = local_process.start(tools.ministack, port=listening, region=REGION, state_dir=state_dir)
        say(f"The local stack listens on port {listening}.")
    log = state_dir / "sam.log"
    log.unlink(missing_ok=True)
    endpoint_url = f"http://{local_process.HOST}:{listening}"
    parameters = {
        "Environment": "local",
        "PythonRuntime": tools.runtime,
        "Architecture": local_deploy.architecture(),
        "SenderIdentity": sender_identity,
        "ScheduleState": "ENABLED" if schedules else "DISABLED",
        "SendWindow": send_window,
        "FollowUpGraceSeconds": str(follow_up_grace_seconds),
        "SettleSeconds": str(settle_seconds),
        "PageDelaySeconds": str(page_delay_seconds),
        "DeletionProtection": "false",
        "ApiPort": str(listening),
    }
    try:
        sam = local_deploy.Sam(
            program=tools.sam, runtime=tools.runtime, endpoint_url=endpoint_url, region=REGION, log=log
        )
        say("Building: sam build …")
        built = sam.build(ROOT, BUILDS_DIR)
        say("Deploying: sam deploy …")
        try:
            sam.deploy(built, STACK_NAME, parameters)
        except LocalStackError as failure:
            raise LocalStackError(f"{failure}{local_outputs.reasons(endpoint_url, REGION, STACK_NAME)}") from None
        outputs = local_outputs.outputs(endpoint_url, REGION, STACK_NAME)
    except LocalStackError as failure:
        if running:
            raise LocalStackError(
                f"{failure}\nIf it is about a nested stack, start afresh: sayso down, sayso up."
            ) from None
        local_process.stop(pid, listening)  # a half-made stack can be neither used nor updated
        raise
    except BaseException:
        if not running:
            local_process.stop(pid, listening)
        raise
    stack = LocalStack(
        endpoint_url=endpoint_url,
        region=REGION,
        stack_name=STACK_NAME,
        site_url=outputs["SiteUrl"],
        api_url=outputs["ApiUrl"],
        table_name=outputs["TableName"],
        functions={k.removesuffix("Function"): v for k, v in outputs.items() if k.endswith("Function")},
        outputs=outputs,
        port=listening,
        pid=pid,
        started=local_process.identity(pid) or "",
        infrastructure=infrastructure,
    )
    _state_file(state_dir).write_text(json.dumps(asdict(stack), indent=2) + "\n")
    return stack


def read(state_dir: Path = STATE_DIR) -> LocalStack | None:
    """Return the stack that `local.json` describes if it is still running, else None."""
    try:
        stack = LocalStack(**json.loads(_state_file(state_dir).read_text()))
    except (OSError, ValueError, TypeError):
        return None
    started = local_process.identity(stack.pid)
    return stack if started is not None and started == stack.started else None


def down(*, state_dir: Path = STATE_DIR) -> bool:
    """Stop the stack that was started with this state folder; False if none runs. Its data is gone, its logs stay."""
    stack = read(state_dir)
    if stack:
        local_process.stop(stack.pid, stack.port)
    _state_file(state_dir).unlink(missing_ok=True)
    shutil.rmtree(state_dir / "tmp", ignore_errors=True)
    return stack is not None


def boto_arguments(stack: LocalStack) -> dict[str, str]:
    """Return the keyword arguments of a `boto3.client` that talks to this stack and to nothing else."""
    return {
        "endpoint_url": stack.endpoint_url,
        "region_name": stack.region,
        "aws_access_key_id": "test",
        "aws_secret_access_key": "test",
    }


def use_in_this_process(stack: LocalStack) -> None:
    """Make every boto3 client this process creates from now on talk to this stack.

    Whatever AWS settings the person has (AWS_PROFILE, AWS_ENDPOINT_URL_S3, a config file) no longer count.
    """
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ.update(local_deploy.aws_settings(stack.endpoint_url, stack.region))


def address_behind(stack: LocalStack, url: str) -> tuple[str, str]:
    """Return an address on this computer and the Host header that reach `url` of the site.

    Browsers resolve `*.localhost` by themselves; Python's resolver may not.
    """
    parts = urlsplit(url)
    return parts._replace(netloc=f"{local_process.HOST}:{stack.port}").geturl(), parts.netloc


def _state_file(state_dir: Path) -> Path:
    return state_dir / "local.json"
