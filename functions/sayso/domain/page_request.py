"""What the desk asks of whoever publishes the page, as it may not touch the site itself: done once, or refused."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from sayso.domain.entity import Entity, Revised
from sayso.domain.programme import Language

RequestKind = Literal["refresh", "rollback", "quote"]
RequestState = Literal["asked", "done", "refused"]
LATE_AFTER = timedelta(minutes=15)
"""So long nobody need wonder why nothing happened."""
TOO_LATE = timedelta(hours=1)
"""Whoever asked has gone home by then, and is not to be surprised."""
KEPT_FOR = timedelta(days=1)


class WantedQuote(Entity):
    """Words of an answer that somebody chose, on their way to be read for everybody's name."""

    contact_id: str
    survey: str
    occasion: str
    text: str
    original: Language | None = None
    translations: dict[Language, str] = {}
    commitment_id: str = ""

    @property
    def reference(self) -> tuple[str, str, str]:
        """Contact, survey and occasion of the answer."""
        return self.contact_id, self.survey, self.occasion


class PageRequest(Revised):
    """One wish. Moments are in UTC.

    refresh: look at once whether there is something new. rollback: bring edition `number` back, if `seen` is still the
    one that is public. quote: show `quote`, unless it names anybody; once that is decided its words are not kept here.
    `reason` and `field` say why it was refused, a rollback as a code: "replaced", "gone", "public", "late".
    """

    request_id: str
    kind: RequestKind
    by: str
    asked_at: datetime
    state: RequestState = "asked"
    ended_at: datetime | None = None
    reason: str = ""
    field: str = ""
    number: int = 0
    seen: int = 0
    quote: WantedQuote | None = None

    def done(self, now: datetime) -> PageRequest:
        """Nothing more is to happen."""
        return self.having(state="done", ended_at=now, quote=None)

    def refused(self, now: datetime, reason: str, field: str = "") -> PageRequest:
        """It is not to happen any more."""
        return self.having(state="refused", ended_at=now, reason=reason, field=field, quote=None)

    def is_late(self, now: datetime) -> bool:
        """Whether it should have been done long ago."""
        return self.state == "asked" and now - self.asked_at > LATE_AFTER
