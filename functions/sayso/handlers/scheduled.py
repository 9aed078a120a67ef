"""What the doors of the schedules share: the moment a schedule was meant to fire."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sayso.domain.time import parse_moment
from sayso.ports import Clock


def scheduled_time(event: Mapping[str, Any], clock: Clock) -> datetime:
    """The scheduled time of a schedule's event (UTC), which stays the same when it is delivered late or again.

    The local stack hands EventBridge's placeholder on as it is; then the clock decides.
    """
    text = str(event.get("scheduled_time", ""))
    return clock() if not text or text.startswith("<") else parse_moment(text)
