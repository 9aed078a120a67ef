"""Reads a commitment from its file, and says of every mistake its line, its field with the language, and the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.adapters.commitment_file import HEADINGS, LANGUAGE_NAMES, PLACES
from sayso.domain.commitment import TEXT_FIELDS
from sayso.domain.commitment_rules import read_fields
from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import LANGUAGES

_IN_BRACKETS = re.compile(r".*\((\w+)\)\Z")


class CommitmentFileError(InvalidInputError):
    """The file says something that cannot be kept. Nothing was changed.

    Parameters
    ----------
    mistakes : sequence of (int, str, str)
        The line (from 1), the field with its language, and the reason.
    """

    def __init__(self, mistakes: Sequence[tuple[int, str, str]]) -> None:
        self.mistakes = sorted(mistakes)
        lines = [f"line {line}: {_as_written(name)}: {reason}" for line, name, reason in self.mistakes]
        super().__init__("\n".join(lines))


def _as_written(name: str) -> str:
    """A field as the file has it: ``You said (en)``, ``done on``."""
    base, _, language = name.partition(".")
    if base in HEADINGS:
        return f"{HEADINGS[base]} ({language})" if language else HEADINGS[base]
    return PLACES.get(name, name)


@dataclass
class ReadCommitment:
    """What a file says: every field, those it leaves out empty, and the line of each, such as ``title.de``."""

    fields: dict[str, Any]
    lines: dict[str, int] = field(default_factory=dict)

    def refused(self, error: InvalidInputError) -> CommitmentFileError:
        """A refusal of what was read, with its line."""
        name = error.field
        return CommitmentFileError(
            [(self.lines.get(name) or self.lines.get(name.split(".")[0], 1), name, error.reason)]
        )


Check = Callable[[Mapping[str, Any], Collection[str]], Sequence[InvalidInputError]]
"""Says what is wrong with fields that could be read, the names of those that could not being given, too."""


def read_commitment(content: bytes, check: Check = lambda _fields, _unread: ()) -> ReadCommitment:
    """What a file says; raises CommitmentFileError with every mistake in it, and all that `check` finds."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        raise CommitmentFileError([(number, "file", "is not saved as UTF-8")]) from None
    reader = _Reader()
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        reader.take(number, line)
    return reader.done(check)


class _Reader:
    """Takes a file line by line."""

    def __init__(self) -> None:
        self._fields: dict[str, Any] = dict.fromkeys(PLACES, "") | {"status": "heard"}
        self._texts: dict[str, dict[str, list[str]]] = {name: {} for name in TEXT_FIELDS}
        self._lines: dict[str, int] = {}
        self._mistakes: list[tuple[int, str, str]] = []
        self._unread: set[str] = set()
        self._language, self._field = "", ""
        self._in_comment = self._skips = False

    def take(self, number: int, line: str) -> None:
        if self._in_comment or (not self._language and line.lstrip().startswith("<!--")):
            self._in_comment = "-->" not in line
        elif line.startswith("#"):
            words = line.lstrip("#")
            self._take_heading(number, len(line) - len(words), words.strip().rstrip("#").rstrip())
        elif self._skips:
            return
        elif self._field:
            self._texts[self._field][self._language].append(line[1:] if line.startswith("\\") else line)
        elif line.strip() and not self._language:
            self._take_place(number, line)
        elif line.strip():
            known = ", ".join(f"## {known}" for known in HEADINGS.values())
            self._wrong(number, self._language, f"write this under one of {known}")

    def done(self, check: Check) -> ReadCommitment:
        texts = {
            name: {language: "\n".join(lines).strip() for language, lines in by_language.items()}
            for name, by_language in self._texts.items()
        }
        fields = {**texts, **self._fields}
        for name, value in fields.items():
            self._check(name, value)
        # What the file leaves out is not said any more.
        whole = {name: {**dict.fromkeys(LANGUAGES, ""), **texts[name]} for name in TEXT_FIELDS}
        said = read_fields({k: value for k, value in {**self._fields, **whole}.items() if k not in self._unread})
        # Where a heading is none, nobody knows which text was to stand under it.
        hidden = TEXT_FIELDS if any(name.startswith("#") for _, name, _ in self._mistakes) else ()
        for error in check(said, {*self._unread, *hidden}):
            self._wrong(self._line_of(error.field), error.field, error.reason)
        if self._mistakes:
            raise CommitmentFileError(self._mistakes)
        return ReadCommitment(said, self._lines)

    def _line_of(self, name: str) -> int:
        return self._lines.get(name) or self._lines.get(name.split(".")[0], 1)

    def _check(self, name: str, value: object) -> None:
        parts: Iterator[object] = iter([value])
        if isinstance(value, dict):
            parts = ({language: text} for language, text in value.items())
        for part in parts:
            try:
                read_fields({name: part})
            except InvalidInputError as error:
                self._wrong(self._line_of(error.field), error.field, error.reason)
                self._unread.add(name)

    def _take_heading(self, number: int, depth: int, words: str) -> None:
        in_no_language = self._skips and not self._language
        self._field = ""
        if depth == 1:
            self._language = self._language_of(number, words)
            self._skips = not self._language
        elif depth == 2 and self._language:
            self._take_field(number, words)
        elif not in_no_language:
            self._skips = True
            reason = "is no heading of a commitment; a text's own line that begins with # has a backslash before it"
            self._wrong(number, f"{'#' * depth} {words}", reason)

    def _language_of(self, number: int, words: str) -> str:
        inner = _IN_BRACKETS.match(words)
        wanted = (inner[1] if inner else words).lower()
        found = next((code for code, name in LANGUAGE_NAMES.items() if wanted in (code, name.lower())), "")
        if not found:
            known = ", ".join(f"# {name} ({code})" for code, name in LANGUAGE_NAMES.items())
            self._wrong(number, f"# {words}", f"is no language; write one of {known}")
        return found

    def _take_field(self, number: int, words: str) -> None:
        found = next((name for name, told in HEADINGS.items() if words.lower() in (name, told.lower())), "")
        if not found:
            known = ", ".join(f"## {told}" for told in HEADINGS.values())
            self._wrong(number, f"## {words}", f"is none of {known}")
        elif self._language in self._texts[found]:
            self._wrong(number, f"{found}.{self._language}", "is there twice")
        else:
            self._field = found
            self._texts[found][self._language] = []
            self._lines[f"{found}.{self._language}"] = number
            self._lines.setdefault(found, number)
        self._skips = not self._field

    def _take_place(self, number: int, line: str) -> None:
        label, colon, value = line.partition(":")
        name = label.strip().lower().replace(" ", "_").replace("-", "_")
        if not colon or name not in PLACES:
            known = ", ".join(f"{place}:" for place in PLACES.values())
            self._wrong(number, label.strip()[:40], f"is none of {known}")
        elif name in self._lines:
            self._wrong(number, name, "is there twice")
        else:
            self._lines[name] = number
            self._fields[name] = value.strip() or ("heard" if name == "status" else "")

    def _wrong(self, number: int, name: str, reason: str) -> None:
        self._mistakes.append((number, name, reason))
