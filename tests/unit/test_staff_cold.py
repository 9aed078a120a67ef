"""The desk starts fast: what only some of its answers need is not loaded before one of them is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.infrastructure.reading import ROOT

HEAVY = ["jinja2", "babel", "fluent", "apprise", "holidays"]


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    code = "import sys; import sayso.handlers.staff_api; print(*sys.modules)"
    path = ":".join(filter(None, (str(ROOT / "functions"), *sys.path)))
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": path}, capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("heavy", HEAVY)
def test_what_renders_and_sends_is_not_loaded_at_the_start(loaded: set[str], heavy: str) -> None:
    assert "sayso.handlers.staff_numbers" in loaded
    assert not {name for name in loaded if name.partition(".")[0] == heavy}
