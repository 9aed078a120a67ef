"""Which tests run beside each other: a file to a worker, and whatever needs the local stack on one of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from xdist.scheduler import LoadFileScheduling

ROOT = Path(__file__).parents[1]


class OneStack(LoadFileScheduling):
    """Files as they come, but those of the stack one after another on one worker.

    They share the stack: a second one costs its start, and that of each of its functions. While they wait for what is
    asynchronous, the other workers use the processors.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "the local stack" if _needs_the_stack(file) else file


@cache
def _needs_the_stack(file: str) -> bool:
    return "pytest.mark.stack" in (ROOT / file).read_text(encoding="utf-8")
