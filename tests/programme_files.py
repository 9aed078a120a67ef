"""What tests of programme.yaml share: the file that comes with Sayso, and what is wrong with a changed one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.adapters.programme_file import PROGRAMME_FILE, ProgrammeError, load_programme

TEXT = PROGRAMME_FILE.read_text(encoding="utf-8")


def mistakes(path: Path, text: str) -> list[str]:
    """The mistakes of a programme, which is written to `path`."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProgrammeError) as refused:
        load_programme(path)
    return [str(mistake) for mistake in refused.value.mistakes]
