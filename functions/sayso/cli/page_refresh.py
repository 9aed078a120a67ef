"""Asks for the public page once more, after a change the table's stream tells nobody of: a quote, a link."""

from __future__ import annotations

from sayso.domain.time import utc_text
from sayso.wiring import Wiring


def refresh_page(wiring: Wiring, why: str) -> None:
    """Have the public page looked at again, as a change of a commitment does by itself."""
    queue = wiring.queue(wiring.settings.page_queue_url)
    queue.send_once_a(f"{why}-{utc_text(wiring.clock())}", {"why": why})
