"""Waits before something that met somebody else is tried again: longer each time, and never as long as the others."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

_FIRST, _LONGEST = 0.05, 2.0  # seconds


class JitteredBackoff:
    """A random wait of up to twice as long after every loss ("full jitter").

    Of several writers who met, those that wait for the same time meet again
    (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
    """

    def __init__(
        self,
        sleep: Callable[[float], None] = time.sleep,
        uniform: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self._sleep, self._uniform = sleep, uniform

    def __call__(self, losses: int) -> None:
        """Wait after having lost for the n-th time."""
        self._sleep(self._uniform(0, min(_LONGEST, _FIRST * 2 ** (losses - 1))))
