"""Files about people: only who asked for them can read them, and none is ever overwritten."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sayso.domain.errors import InvalidInputError


@contextmanager
def for_me_alone(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A new file to write to; it is gone again when what is written to it is not complete.

    Raises
    ------
    InvalidInputError
        When there is one already, or it cannot be written.
    """
    try:
        # Made unreadable to others before there is anything in it to read.
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise InvalidInputError(f"{path} is there already; name another file", field="out") from None
    except OSError as error:
        raise InvalidInputError(f"{path} cannot be written: {error.strerror}", field="out") from None
    try:
        with os.fdopen(opened, "w", encoding=encoding, newline="") as file:
            yield file
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise InvalidInputError(f"{path} cannot be written: {error.strerror}", field="out") from None
        raise
