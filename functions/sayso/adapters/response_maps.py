"""Finds the map of an export: one that is ready made, by name or by the file's columns, or a company's own file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from sayso.adapters.programme_file import TEMPLATES
from sayso.domain.errors import InvalidInputError
from sayso.domain.response_map import ResponseMap

MAPS = TEMPLATES / "maps"
GENERIC = "generic"
"""The map of a file that is none of a known tool's: columns by their plain names."""


@cache
def ready_made() -> Mapping[str, ResponseMap]:
    """The maps that come with Sayso, by name."""
    return {path.stem: read_map(path) for path in sorted(MAPS.glob("*.yaml"))}


def find_map(name: str) -> tuple[str, ResponseMap]:
    """A map by its name, or by the path of its file, with what to call it.

    Raises
    ------
    InvalidInputError
        When there is none, or when it is wrong: then it names the file, the field and the reason.
    """
    path = Path(name)
    if path.suffix in (".yaml", ".yml") or path.exists():
        if not path.is_file():
            raise InvalidInputError(f"there is no file {name}", field="map")
        return path.stem, read_map(path)
    known = sorted(path.stem for path in MAPS.glob("*.yaml"))
    if name not in known:
        reason = f"'{name}' is none of {', '.join(known)}; a map of your own is a file: --map my-tool.yaml"
        raise InvalidInputError(reason, field="map")
    return name, read_map(MAPS / f"{name}.yaml")


def recognise(header: Sequence[str]) -> tuple[str, ResponseMap]:
    """The ready-made map that a file's columns fit, the one that asks for most of them first; else the generic one.

    Where none finds a score and a date, it is the one that fits best, so that its own words say what is missing.
    """
    known = ready_made()
    fitting = sorted(
        (name for name, one in known.items() if one.fits(header)), key=lambda one: -len(known[one].recognised_by)
    )
    for name in (*fitting, GENERIC):
        try:
            known[name].find(header)
        except InvalidInputError:
            continue
        return name, known[name]
    name = next(iter(fitting), GENERIC)
    return name, known[name]


def read_map(path: Path) -> ResponseMap:
    """Read and validate the file of a map.

    Raises
    ------
    InvalidInputError
        Naming the file, the field and the reason.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InvalidInputError(f"is not YAML: {' '.join(str(error).split())}", field=path.name) from None
    if not isinstance(content, dict):
        raise InvalidInputError("must say columns:, and under it score: and answered_at:", field=path.name)
    try:
        return ResponseMap.model_validate(content)
    except ValidationError as error:
        problem = error.errors()[0]
        # Behind the name of a column stands only which of its forms did not fit.
        steps = [str(step) for step in problem["loc"] if step != "[key]"]
        field = ".".join(steps[:2] if steps[0] == "columns" else steps[:1])
        raise InvalidInputError(f"{field}: {_reason(problem['type'], problem['msg'])}", field=path.name) from None


def _reason(kind: str, message: str) -> str:
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return "is nothing that a map says; docs/moving.md has all of it"
    return message.removeprefix("Value error, ")
