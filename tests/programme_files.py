"""What tests of programme.yaml share: the file that comes with Sayso, and what is wrong with a changed one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.adapters.programme_file import PROGRAMME_FILE, ProgrammeError, load_programme
from sayso.domain.programme import Programme

TEXT = PROGRAMME_FILE.read_text(encoding="utf-8")


def mistakes(path: Path, text: str, read: Callable[[Path], Programme] = load_programme) -> list[str]:
    """The mistakes of a programme, which is written to `path` and read with `read`."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProgrammeError) as refused:
        read(path)
    return [str(mistake) for mistake in refused.value.mistakes]
