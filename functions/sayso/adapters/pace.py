"""Keeps one of several senders under its share of the account's sending rate, and slower where SES throttles."""

from __future__ import annotations

import time
from collections.abc import Callable

WORKERS = 2  # senders at once: MaximumConcurrency of template.yaml
_SHARE = 0.8  # of the rate: alerts to owners, and whatever else the account sends, need some of it too
_SLOWEST = 4.0  # seconds between two mails; a batch of five has to end within the function's time
_MOST_SLOWNESS = 16.0


class WorkerPace:
    """See `sayso.ports.Pace`.

    Parameters
    ----------
    monotonic, sleep : callable
        Time that only moves on, and the way to let it pass; in seconds.
    """

    def __init__(
        self,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        workers: int = WORKERS,
    ) -> None:
        self._monotonic, self._sleep, self._workers = monotonic, sleep, workers
        self._next = 0.0
        self._slowness = 1.0

    def wait_for_turn(self, max_send_rate: float) -> None:
        """Wait until the next mail may go out; `max_send_rate` is the account's, in mails per second."""
        now = self._monotonic()
        if now < self._next:
            self._sleep(self._next - now)
            now = self._next
        self._next = now + min(_SLOWEST, self._slowness * self._workers / (_SHARE * max_send_rate))
        self._slowness = max(1.0, self._slowness * 0.9)

    def slow_down(self) -> None:
        """SES throttled: half as fast, and back to full speed over the next mails that pass."""
        self._slowness = min(_MOST_SLOWNESS, self._slowness * 2)
        self._next = self._monotonic() + min(_SLOWEST, self._slowness * 0.5)
