"""Has typst set a sheet, in a process of its own: of the memory it takes for one, typst gives nothing back.

Started as a module it is that process. It imports nothing else of ours, so that it starts as fast as it can.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

LONGEST = 120.0  # seconds for one sheet
_CANNOT = 65  # what it ends with when the sheet, and not the process, is to blame


class CannotBeSetError(Exception):
    """The templates, or a letter that no font has, keep a sheet from being set."""


def typeset(sheet: Path, fonts: Sequence[str], data: str, made_at: int) -> bytes:
    """A sheet as PDF/UA-1, always to the same bytes.

    Parameters
    ----------
    fonts : sequence of str
        Folders with those it may use, besides the typesetter's own. The system's would make it another sheet in
        another place.
    data : str
        What the sheet finds as ``sys.inputs.data``.
    made_at : int
        The date it carries, in seconds since 1970.

    Raises
    ------
    CannotBeSetError
        See there.
    RuntimeError
        When the process was killed, as it is where memory ends: to try it here would take more with it.
    subprocess.TimeoutExpired
        After two minutes.
    """
    order = json.dumps([str(sheet), list(fonts), data, made_at])
    done = _apart(order)
    if done is None:
        return _set(order)
    if done.returncode == _CANNOT:
        raise CannotBeSetError(done.stderr.decode(errors="replace"))
    if done.returncode < 0:
        raise RuntimeError(f"the typesetter was ended by signal {-done.returncode}")
    # It may not have found what it needs; whoever asks may.
    return done.stdout if done.returncode == 0 else _set(order)


def _apart(order: str) -> subprocess.CompletedProcess[bytes] | None:
    """None where no process can be started."""
    if not sys.executable:
        return None
    # Layers, and what else is found beside the interpreter's own.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        return subprocess.run(
            [sys.executable, "-P", "-m", "sayso.adapters.typesetter"],
            input=order.encode(),
            env=environment,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except OSError:
        return None


def _set(order: str) -> bytes:
    import typst  # 80 MB

    sheet, fonts, data, made_at = json.loads(order)
    try:
        return typst.compile(
            sheet,
            root=Path(sheet).parent,
            format="pdf",
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=fonts),
            sys_inputs={"data": data},
            pdf_standards=["ua-1"],
            timestamp=made_at,
        )
    except typst.TypstError as error:
        raise CannotBeSetError(str(error)) from None


def _main() -> int:
    try:
        sys.stdout.buffer.write(_set(sys.stdin.buffer.read().decode()))
    except CannotBeSetError as error:
        sys.stderr.write(str(error))
        return _CANNOT
    return 0


if __name__ == "__main__":
    sys.exit(_main())
