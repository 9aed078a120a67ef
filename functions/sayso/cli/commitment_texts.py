"""Where the fields of a commitment come from: options, a file, or the operator's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.adapters.commitment_file import write_commitment
from sayso.adapters.commitment_file_reader import Check, ReadCommitment, read_commitment
from sayso.cli.show import WrongUseError, read_day
from sayso.domain.commitment import STATUSES, Commitment
from sayso.domain.commitment_rules import DATE_FIELDS
from sayso.domain.errors import InvalidInputError, SaysoError
from sayso.domain.programme import LANGUAGES, Language

_BY_LANGUAGE = "Once for each language: LANGUAGE=TEXT."
Title = Annotated[list[str] | None, typer.Option(help=f"The title. {_BY_LANGUAGE}", metavar="en=TEXT")]
Heard = Annotated[list[str] | None, typer.Option(help=f"What customers said. {_BY_LANGUAGE}", metavar="en=TEXT")]
Did = Annotated[list[str] | None, typer.Option(help=f"What we do or did. {_BY_LANGUAGE}", metavar="en=TEXT")]
Reason = Annotated[list[str] | None, typer.Option(help=f"Why it was declined. {_BY_LANGUAGE}", metavar="en=TEXT")]
Status = Annotated[str | None, typer.Option(help=f"One of {', '.join(STATUSES)}.")]
Theme = Annotated[str | None, typer.Option(help="The theme it is about, by its id.")]
Owner = Annotated[str | None, typer.Option(help="Who of your people sees to it.", metavar="EMAIL")]
PlannedFor = Annotated[str | None, typer.Option(help="The day it is planned for.", metavar="DAY")]
DoneOn = Annotated[str | None, typer.Option(help="The day it was done.", metavar="DAY")]
DecidedOn = Annotated[str | None, typer.Option(help="The day it was declined. Default: today.", metavar="DAY")]
File = Annotated[Path | None, typer.Option("--file", help="A file with all of it; `show --file` writes one.")]


def given_fields(**options: list[str] | str | None) -> dict[str, Any]:
    """The fields that options give; texts by language."""
    fields: dict[str, Any] = {}
    for name, value in options.items():
        if isinstance(value, list):
            fields |= {name: _texts(name, value)} if value else {}
        elif value is not None and name in DATE_FIELDS:
            fields[name] = read_day(value, f"--{name.replace('_', '-')}")
        elif value is not None:
            fields[name] = value
    return fields


def read_file(file: Path, check: Check) -> ReadCommitment:
    """What a file says; raises InvalidInputError with every mistake and its line, also what `check` finds."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InvalidInputError(f"cannot be read: {error.strerror or error}", field=str(file)) from None
    return read_commitment(content, check)


def is_somebody_there() -> bool:
    """Whether an editor can be opened: somebody types here."""
    return sys.stdin.isatty()


class Editing:
    """A text in the operator's editor (VISUAL, EDITOR, or the usual one), in a file that outlives every refusal.

    As a context it deletes the file when all went well, and otherwise says where it is kept.
    """

    def __init__(self, name: str, known: Commitment | None, languages: tuple[Language, ...]) -> None:
        self._command = f"sayso commitments {'edit' if known else 'add'} {name} --file"
        self._before = write_commitment(known, languages)
        self._folder = Path(tempfile.mkdtemp(prefix="sayso-"))
        self.file = self._folder / f"{name}.md"
        self.file.write_text(self._before, encoding="utf-8")

    def __enter__(self) -> Editing:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if error is None:
            self.file.unlink(missing_ok=True)
            self._folder.rmdir()
            return
        kept = f"Nothing was changed. Your text is kept; mend it and say: {self._command} {self.file}"
        if isinstance(error, SaysoError):
            raise InvalidInputError(f"{error}\n{kept}") from None
        typer.echo(kept, err=True)

    def read(self, check: Check) -> ReadCommitment | None:
        """What was written; None when nothing was changed."""
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
        try:
            ended = subprocess.run([*shlex.split(editor), str(self.file)], check=False)
        except OSError as error:
            raise WrongUseError(f"'{editor}' cannot be started: {error.strerror}; set EDITOR, or use --file") from None
        if ended.returncode:
            raise InvalidInputError(f"'{editor}' ended with {ended.returncode}")
        if self.file.read_bytes() == self._before.encode():
            return None
        return read_commitment(self.file.read_bytes(), check)


def _texts(field: str, given: list[str]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for entry in given:
        language, separator, text = entry.partition("=")
        if not separator:
            raise InvalidInputError(f"'{entry[:40]}' must be LANGUAGE=TEXT, such as en=…", field=f"--{field}")
        if language not in LANGUAGES:
            raise InvalidInputError(f"'{language[:40]}' is none of {', '.join(LANGUAGES)}", field=f"--{field}")
        texts[language] = text
    return texts
