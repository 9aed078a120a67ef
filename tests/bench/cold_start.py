"""How long each handler takes to import, from the artefact Lambda gets, against boto3 and one client."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.artefact import built_artefact

COLUMNS = ("handler", "ms (median)", "floor ms", "ratio")
_ROUNDS = 7
_FLOOR = "import boto3; boto3.client('dynamodb', region_name='eu-central-1')"


def measure() -> list[tuple[str, ...]]:
    """One row a handler, slowest first; floor and handlers take turns, so that both see the same machine."""
    artefact = built_artefact()
    handlers = artefact.handlers()
    taken: dict[str, list[float]] = {name: [] for name in ("", *handlers)}
    for _ in range(_ROUNDS):
        for name in taken:
            code = _FLOOR if not name else f"{_FLOOR}; import sayso.handlers.{name}"
            taken[name].append(_milliseconds(code, artefact.path_of(name) if name else []))
    floor = statistics.median(taken.pop(""))
    rows = [(name, statistics.median(times)) for name, times in taken.items()]
    rows.sort(key=lambda row: -row[1])
    return [(name, f"{time:.0f}", f"{floor:.0f}", f"{time / floor:.2f}") for name, time in rows]


def _milliseconds(code: str, path: list[Path]) -> float:
    # Timed inside the process: starting Python is not ours to make faster. The second of two runs of a module finds
    # its bytecode, as Lambda does not; so none is written or read.
    timed = f"import time; began = time.perf_counter(); {code}; print((time.perf_counter() - began) * 1000)"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, path)),
        "PYTHONDONTWRITEBYTECODE": "1",
        "POWERTOOLS_METRICS_NAMESPACE": "Sayso",
        "POWERTOOLS_SERVICE_NAME": "sayso",
    }
    done = subprocess.run([sys.executable, "-c", timed], env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)
