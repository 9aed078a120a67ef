"""The local stack's server as a process: started detached, found again, and stopped only if it is ours."""

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

# By number: not every bare system knows the name localhost.
HOST = "127.0.0.1"
START_SECONDS = 60.0
STOP_SECONDS = 15.0

# What the template uses and nothing else: the server starts faster and listens to less.
_SERVICES = (
    "apigateway,cloudformation,cloudfront,cognito-idp,dynamodb,dynamodbstreams,events,iam,lambda,logs,monitoring,s3,"
    "scheduler,secretsmanager,ses,sns,sqs,sts"
)

# The server calls itself by name, in what it tells CloudFormation and its functions.
_KNOW_LOCALHOST = f"""
import socket

ask = socket.getaddrinfo
socket.getaddrinfo = lambda host, *rest, **more: ask("{HOST}" if host == "localhost" else host, *rest, **more)
"""


class LocalStackError(Exception):
    """Something the person at the keyboard can put right; the message is one sentence or two that say how."""


def choose_port(wanted: int) -> int:
    """Return `wanted` if nobody listens there, or any free port for 0; LocalStackError if it is taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted))
        except OSError as taken:
            raise LocalStackError(
                f"Port {wanted} is in use by another program. Stop it, or choose another port with --port "
                "(0 takes any free one)."
            ) from taken
        return int(probe.getsockname()[1])


def start(python: Path, *, port: int, region: str, state_dir: Path) -> int:
    """Start the server in a session of its own, wait until it answers, and return its process id.

    It writes to `ministack.log` and keeps its temporary files in `tmp`, both in `state_dir`. Its environment is made
    from nothing, because every function it runs inherits it.

    Raises
    ------
    LocalStackError
        With the end of the log, when it ends or stays silent for START_SECONDS.
    """
    temporary = state_dir / "tmp"
    temporary.mkdir(parents=True, exist_ok=True)
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": os.environ.get("HOME", str(state_dir)),
        "LANG": "C.UTF-8",
        "TMPDIR": str(temporary),
        "AUTH": "true",
        "BIND_HOST": HOST,
        "PYTHONPATH": str(_names(state_dir)),
        "GATEWAY_PORT": str(port),
        "IOT_MTLS_ENABLED": "0",
        "MINISTACK_REGION": region,
        "SERVICES": _SERVICES,
    }
    log = state_dir / "ministack.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(python), "-m", "ministack"],
            env=environment,
            cwd=state_dir,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        if is_healthy(port):
            return process.pid
        time.sleep(0.1)
    stop(process.pid, port)
    raise LocalStackError(f"The local stack did not start. The end of {log}:\n{tail(log)}")


def _names(state_dir: Path) -> Path:
    """A folder with what makes the server, and the functions it runs, know localhost where the system does not."""
    folder = state_dir / "names"
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(_KNOW_LOCALHOST)
    return folder


def is_healthy(port: int) -> bool:
    """Say whether the server on `port` answers."""
    address = f"http://{HOST}:{port}/_ministack/health"
    # No proxy from the environment: this never leaves the machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def identity(pid: int) -> str | None:
    """Return what tells this process from a later one with the same number, or None if it is not a running server.

    That is the time it was started, given only if its command line names the server.
    """
    stat = Path(f"/proc/{pid}/stat")
    if stat.parent.parent.joinpath("self").exists():
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            command = stat.with_name("cmdline").read_bytes().decode(errors="replace")
        except OSError:
            return None
        state, started = fields[0], fields[19]
        return started if "ministack" in command and state != "Z" else None
    listing = subprocess.run(
        ["ps", "-o", "lstart=,command=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return listing if "ministack" in listing else None


def stop(pid: int, port: int) -> None:
    """Stop the server and the function workers in its session, and wait until its port is free.

    The caller has made sure by `identity` that the process is the one it started. It is not asked to end by itself,
    which takes seconds: it keeps nothing.
    """
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
        _gone(pid, STOP_SECONDS)
    deadline = time.monotonic() + STOP_SECONDS
    while time.monotonic() < deadline:
        try:
            choose_port(port)
        except LocalStackError:
            time.sleep(0.1)
        else:
            return
    raise LocalStackError(f"The local stack was stopped, but port {port} is still in use. Try again in a minute.")


def tail(log: Path, lines: int = 15) -> str:
    """Return the last lines of a log file, or a remark that it is empty."""
    text = log.read_text(errors="replace").strip() if log.exists() else ""
    return "\n".join(text.splitlines()[-lines:]) or "(empty)"


def _gone(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)  # collects it when it is our child; otherwise whoever adopted it does
        if identity(pid) is None:
            return True
        time.sleep(0.1)
    return False
