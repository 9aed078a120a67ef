"""Reads programme.yaml and says, for every mistake, the line, the field and the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from sayso.adapters.programme_words import reason_of
from sayso.domain.errors import InvalidInputError, SaysoError
from sayso.domain.programme import Programme

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
PROGRAMME_FILE = TEMPLATES / "programme.yaml"


@dataclass(frozen=True)
class Mistake:
    """One thing wrong with a programme file: where (1-based line), what, and why."""

    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.field}: {self.reason}"


class ProgrammeError(SaysoError):
    """The programme cannot be used; `mistakes` names every reason, in the order of the file."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = sorted(mistakes, key=lambda mistake: mistake.line)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes), field="programme.yaml")


@lru_cache(maxsize=4)
def load_programme(path: Path = PROGRAMME_FILE) -> Programme:
    """Read and validate a programme.

    Raises
    ------
    ProgrammeError
        With every mistake found, none hidden behind another.
    """
    text = _text(path)
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        content = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ProgrammeError([Mistake(line, "YAML", error.problem or "cannot be read")]) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ProgrammeError([Mistake(line, "YAML", "control characters are not allowed")]) from None
    if root is None or not isinstance(content, dict):
        raise ProgrammeError([Mistake(1, "YAML", "the file must hold sections such as company: and surveys:")])
    repeated = list(_repeated_keys(root))
    if repeated:
        raise ProgrammeError(repeated)
    try:
        return Programme.model_validate(content)
    except ValidationError as error:
        raise ProgrammeError([_mistake(root, problem) for problem in _first_causes(error.errors())]) from None


def check_programme(path: Path = PROGRAMME_FILE) -> Programme:
    """Read and validate a programme and what it names: the logo beside it, the regions whose holidays it wants.

    Raises
    ------
    ProgrammeError
        As `load_programme` does, and when the logo cannot be used or a region is not known.
    """
    # Every function imports this module; none of them needs XML for that, and few the calendar.
    from sayso.adapters.logo import read_logo
    from sayso.adapters.offices import unknown_regions

    programme = load_programme(path)
    found = [(list[Any](region.steps), region.reason) for region in unknown_regions(programme)]
    if programme.company.logo:
        try:
            read_logo(path.parent / programme.company.logo, programme.company.name)
        except InvalidInputError as error:
            found.append((list[Any](error.field.split(".")), error.reason))
    if found:
        root = yaml.compose(_text(path), Loader=yaml.CSafeLoader)
        lines = [_line_of(root, steps) if root else 1 for steps, _ in found]
        raise ProgrammeError(
            [Mistake(line, _field(steps), reason) for line, (steps, reason) in zip(lines, found, strict=True)]
        )
    return programme


def _text(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ProgrammeError([Mistake(line, "YAML", "the file must be saved as UTF-8")]) from None


def _first_causes(problems: Sequence[Any]) -> Iterator[Any]:
    """Every problem but lists that are too short only because what is in them is wrong."""
    for problem in problems:
        place = problem["loc"]
        within = (one for one in problems if one is not problem and one["loc"][: len(place)] == place)
        if problem["type"] != "too_short" or not any(within):
            yield problem


def _mistake(root: yaml.Node, problem: Any) -> Mistake:
    steps = [step for step in problem["loc"] if step != "[key]"]
    reason = reason_of(problem, steps)
    place, _, rest = reason.partition(": ")
    if not steps and place.split(".")[0] in Programme.model_fields:
        steps, reason = list[Any](place.split(".")), rest  # what a check of the whole programme found in one place
    return Mistake(_line_of(root, steps), _field(steps), reason)


def _field(steps: list[Any]) -> str:
    return ".".join(str(step) for step in steps) or "programme"


def _line_of(node: yaml.Node, steps: list[Any]) -> int:
    """The line of the deepest step that the file really has, so that a missing key points at its section."""
    line: int = node.start_mark.line + 1
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == step), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _repeated_keys(node: yaml.Node | None) -> Any:
    """YAML lets a later key silently replace an earlier one; in a settings file that is always a mistake."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield Mistake(key.start_mark.line + 1, str(key.value), "is written twice in the same section")
            seen.add(key.value)
            yield from _repeated_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated_keys(item)
