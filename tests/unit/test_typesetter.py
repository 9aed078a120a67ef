"""Sheets are set in a process of their own, whose memory is free again afterwards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.adapters import typesetter
from sayso.adapters.typesetter import CannotBeSetError, typeset

_SHEET = """
#set document(title: "A sheet")
#sys.inputs.data
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    (tmp_path / "sheet.typ").write_text(_SHEET)
    return tmp_path / "sheet.typ"


def test_a_sheet_is_the_same_whichever_process_sets_it(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = typeset(sheet, (), "Größe", 1_700_000_000)
    monkeypatch.setattr(sys, "executable", str(sheet.parent / "none"))
    assert typeset(sheet, (), "Größe", 1_700_000_000) == apart
    assert apart.startswith(b"%PDF-")


def test_where_no_interpreter_is_known_it_is_set_here(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    assert typeset(sheet, (), "text", 0).startswith(b"%PDF-")


@pytest.mark.parametrize("apart", [True, False])
def test_what_cannot_be_set_says_why(sheet: Path, monkeypatch: pytest.MonkeyPatch, apart: bool) -> None:
    sheet.write_text('#panic("no such thing")')
    if not apart:
        monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(CannotBeSetError, match="no such thing"):
        typeset(sheet, (), "text", 0)


def test_one_that_is_killed_is_not_tried_here_where_it_would_take_more_with_it(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = tmp_path / "python"
    killed.write_text("#!/bin/sh\nkill -9 $$\n")
    killed.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(killed))
    with pytest.raises(RuntimeError, match="signal 9"):
        typeset(sheet, (), "text", 0)


def test_one_that_does_not_come_to_an_end_is_stopped(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = tmp_path / "python"
    endless.write_text("#!/bin/sh\nexec sleep 60\n")
    endless.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(endless))
    monkeypatch.setattr(typesetter, "LONGEST", 0.2)
    with pytest.raises(subprocess.TimeoutExpired):
        typeset(sheet, (), "text", 0)


def test_whoever_has_it_set_never_loads_the_typesetter(sheet: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from sayso.adapters.typesetter import typeset
assert typeset(Path({str(sheet)!r}), (), "text", 0).startswith(b"%PDF-")
assert "typst" not in sys.modules
"""
    path = ":".join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
