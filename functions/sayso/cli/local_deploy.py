"""Bring template.yaml to the local stack with the real `sam build` and `sam deploy`, quietly unless they fail."""

import hashlib
import os
import platform
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.cli.local_process import LocalStackError

# What an artefact is made of, besides the Python that builds it. Of the desk that is what was built of it, and neither
# its sources nor what it is made with.
_DESK = "frontend/desk/dist"
_SOURCES = ("template.yaml", "infrastructure", "functions", "templates", "frontend", _DESK)
_IGNORED_FOLDERS = {"__pycache__", "node_modules", "desk"}
_KEPT_BUILDS = 3
_TROUBLE = re.compile(r"error|fail|denied|invalid|exception|unsupported|refused", re.IGNORECASE)


def architecture() -> str:
    """Return this machine's architecture under Lambda's name for it."""
    return "arm64" if platform.machine().lower() in ("arm64", "aarch64") else "x86_64"


def fingerprint(root: Path, sources: Sequence[str] = _SOURCES) -> str:
    """Return a hash over the names and contents of the given files and folders under `root`."""
    digest = hashlib.sha256()
    for source in sources:
        for path in sorted([root / source, *_files(root / source)]):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(root)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _IGNORED_FOLDERS]
        yield from (Path(parent) / name for name in names)


def aws_settings(endpoint_url: str, region: str) -> dict[str, str]:
    """Return the AWS_* variables that point at the local stack and hide whatever files a person keeps in ~/.aws."""
    return {
        "AWS_ENDPOINT_URL": endpoint_url,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": region,
        "AWS_REGION": region,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


@dataclass(frozen=True)
class Tools:
    """Where the local stack's tools are, each in an environment of its own, and the Lambda runtime they make."""

    sam: Path
    ministack: Path
    runtime: str


def find_tools(folder: Path) -> Tools:
    """Return the tools that `.ci/setup` put into `folder`; LocalStackError if they are not there or broken."""
    sam, ministack = folder / "sam" / "bin" / "sam", folder / "ministack" / "bin" / "python"
    if not sam.exists() or not ministack.exists():
        raise LocalStackError("The local stack's tools are not installed yet. Install them with: .ci/setup")
    # The server runs the functions with its own Python: that is the runtime to build and deploy for.
    question = [str(ministack), "-c", "import sys; print(*sys.version_info[:2], sep='.')"]
    version = subprocess.run(question, capture_output=True, text=True, check=False).stdout.strip()
    if not version:
        raise LocalStackError(f"{ministack} does not run any more. Remove {folder} and run: .ci/setup")
    return Tools(sam=sam, ministack=ministack, runtime=f"python{version}")


@dataclass(frozen=True)
class Sam:
    """The AWS SAM command line, pointed at a local stack; what it says goes to `log`."""

    program: Path
    runtime: str
    endpoint_url: str
    region: str
    log: Path

    def build(self, root: Path, builds: Path) -> Path:
        """Return the folder of the built artefacts, made by `sam build` unless the same sources were built before.

        A build is named by its content and never changed, so stacks side by side share it without a lock: it is made
        in a folder of its own and renamed into place when it is complete. In it, `functions/` is the artefact of every
        function, `RenderingLayer/` and `FollowUpLayer/` are those of the layers; beside each lies its zip.
        """
        if not (root / _DESK / "index.html").is_file():
            raise LocalStackError("The desk is not built yet. Build it with: .ci/desk install && .ci/desk build")
        name = hashlib.sha256(f"{fingerprint(root)} {self.runtime} {architecture()}".encode()).hexdigest()[:16]
        finished = builds / name
        if (finished / "template.yaml").exists():
            os.utime(finished)
            return finished
        builds.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=builds, prefix="unfinished-") as scratch:
            making = Path(scratch) / "build"
            arguments = ["build", "--template-file", str(root / "template.yaml"), "--build-dir", str(making)]
            parameters = {"PythonRuntime": self.runtime, "Architecture": architecture()}
            # From the scratch folder: sam leaves its notes where it stands.
            self._run([*arguments, *_overrides({**parameters, "SenderIdentity": "example.com"})], cwd=Path(scratch))
            _zip_artefacts(making)
            try:
                making.rename(finished)
            except OSError:
                if not (finished / "template.yaml").exists():  # else somebody else finished the same build first
                    raise
        _forget_old(builds, keep=finished)
        return finished

    def deploy(self, built: Path, stack_name: str, parameters: Mapping[str, str]) -> None:
        """Run `sam deploy` on a finished build; LocalStackError with the lines that matter when it fails."""
        arguments = ["deploy", "--template-file", str(built / "template.yaml"), "--stack-name", stack_name]
        arguments += ["--region", self.region, "--resolve-s3", "--no-confirm-changeset", "--no-progressbar"]
        arguments += ["--no-fail-on-empty-changeset", "--capabilities", "CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
        self._run([*arguments, *_overrides(parameters)], cwd=built)

    def _run(self, arguments: list[str], cwd: Path) -> None:
        # sam insists on a settings file that exists; the one beside the template would be the person's own.
        settings = self.log.with_name("samconfig.toml")
        settings.write_text("version = 0.1\n")
        command = [str(self.program), arguments[0], "--config-file", str(settings), *arguments[1:]]
        done = subprocess.run(
            command,
            env=self._environment(),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        output = done.stdout + done.stderr
        with self.log.open("a") as notes:
            notes.write(f"$ {' '.join(command)}\n{output}\n")
        if done.returncode:
            lines = [line for line in output.splitlines() if _TROUBLE.search(line)] or output.splitlines()
            shown = "\n".join(f"  {line.strip()}" for line in lines[-12:])
            raise LocalStackError(
                f"`sam {arguments[0]}` failed; all it said is in {self.log}. What matters of it:\n{shown}"
            )

    def _environment(self) -> dict[str, str]:
        # The person's own AWS and SAM settings stay out. The tool's own Python stands first on the path, so that
        # `sam build` finds the runtime it is told to build for.
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("AWS_", "SAM_", "PYTHON"))}
        path = f"{self.program.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        quiet = {"SAM_CLI_TELEMETRY": "0", "SAM_CLI_POLL_DELAY": "1"}
        direct = {"NO_PROXY": "localhost,127.0.0.1", "no_proxy": "localhost,127.0.0.1"}
        return {**kept, **aws_settings(self.endpoint_url, self.region), **quiet, "PATH": path, **direct}


def _overrides(parameters: Mapping[str, str]) -> list[str]:
    return ["--parameter-overrides", *(f"{name}={value}" for name, value in parameters.items())]


def _zip_artefacts(built: Path) -> None:
    # `sam build` copies the one artefact of all functions into a folder for each, and `sam deploy` zips each of these
    # and each layer anew. One folder of functions and one zip of each hold the same; a zip is deployed as it is.
    template = built / "template.yaml"
    text = template.read_text()
    functions = re.findall(r"^      CodeUri: (\w+)$", text, re.MULTILINE)
    layers = re.findall(r"^      ContentUri: (\w+)$", text, re.MULTILINE)
    if functions:
        (built / functions[0]).rename(built / "functions")
        for name in functions[1:]:
            shutil.rmtree(built / name)
        layers = ["functions", *layers]
    for name in layers:
        shutil.make_archive(str(built / name), "zip", built / name)
    text = re.sub(r"^      CodeUri: \w+$", "      CodeUri: functions.zip", text, flags=re.MULTILINE)
    template.write_text(re.sub(r"^      ContentUri: (\w+)$", r"      ContentUri: \1.zip", text, flags=re.MULTILINE))


def _forget_old(builds: Path, keep: Path) -> None:
    hour_ago = time.time() - 3600
    by_age = sorted((p for p in builds.iterdir() if p != keep), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in by_age[_KEPT_BUILDS - 1 :]:
        if old.stat().st_mtime < hour_ago:  # a stack that is being deployed right now still reads from its build
            shutil.rmtree(old, ignore_errors=True)
