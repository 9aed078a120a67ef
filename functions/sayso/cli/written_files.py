"""Files an operator asked for, and a sentence where they cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.domain.errors import InvalidInputError


@contextmanager
def said_if_it_cannot_be_written(path: Path) -> Iterator[None]:
    """Within it a failure of the file system is an InvalidInputError that names the file or folder."""
    try:
        yield
    except OSError as error:
        raise InvalidInputError(f"cannot be written: {error.strerror or error}", field=str(path)) from None
