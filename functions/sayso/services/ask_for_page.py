"""Asks whoever publishes the page for something, as the desk may not touch the site itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.page_request import TOO_LATE, PageRequest, RequestKind, WantedQuote
from sayso.domain.time import utc_text
from sayso.ports import Clock, Editions, PageRequests
from sayso.services.keep_quotes import KeepQuotes

Tell = Callable[[str, Mapping[str, Any]], None]
"""Puts a message on the page's queue, unless one of the same name is there."""


@dataclass(frozen=True)
class AskForPage:
    """See the module. Each wish has an id and is carried out once, however often it is handed over."""

    requests: PageRequests
    editions: Editions
    keep_quotes: KeepQuotes
    clock: Clock
    new_id: Callable[[], str]
    tell: Tell

    def refresh(self, by: str) -> PageRequest:
        """Look at once whether there is something new: a draft waits then, or the page follows by rule."""
        waiting = next((one for one in self.latest() if one.kind == "refresh" and one.state == "asked"), None)
        return self._ask("refresh", by) if waiting is None or waiting.is_late(self.clock()) else waiting

    def roll_back(self, number: int, seen: int, by: str) -> PageRequest:
        """Bring an edition back in the place of the one that is public, which is `seen`.

        Raises
        ------
        NotFoundError, InvalidInputError
            For an edition that never was, or that is public.
        """
        if number == seen:
            raise InvalidInputError(f"edition {number} is the one that is public", field="edition")
        if number > seen or self.editions.get(number) is None:
            raise NotFoundError(f"there is no edition {number}", field="edition")
        same = [one for one in self.latest() if one.kind == "rollback" and one.state == "asked"]
        found = next((one for one in same if (one.number, one.seen) == (number, seen)), None)
        return found or self._ask("rollback", by, number=number, seen=seen)

    def quote(self, wanted: WantedQuote, by: str) -> PageRequest:
        """Choose words of an answer: what can be seen at once is refused here, raising as `KeepQuotes.check` does; the
        names of everybody are looked for by whoever publishes.

        The same words again are the wish that waits, or one that is done and names the quote there is.
        """
        there = self.keep_quotes.check(wanted)
        if there:
            known = {"request_id": there.quote_id, "by": there.chosen_by, "asked_at": there.chosen_at}
            return PageRequest(kind="quote", state="done", ended_at=there.chosen_at, **known)
        waiting = next((one for one in self.latest() if one.state == "asked" and one.quote == wanted), None)
        too_late = waiting is None or self.clock() - waiting.asked_at > TOO_LATE
        return self._ask("quote", by, quote=wanted) if waiting is None or too_late else waiting

    def links_or_quotes_changed(self, why: str) -> None:
        """The page tells of something that the table's stream tells nobody of."""
        self.tell(f"{why}-{utc_text(self.clock())}", {"why": why})

    def latest(self) -> list[PageRequest]:
        """What was asked in the last day, the latest first."""
        return self.requests.latest()

    def _ask(self, kind: RequestKind, by: str, **more: Any) -> PageRequest:
        asked = PageRequest(request_id=self.new_id(), kind=kind, by=by, asked_at=self.clock(), **more)
        kept = self.requests.save(asked)
        # Should this never arrive, the next message about the page brings it up.
        self.tell(f"asked-{kept.request_id}", {"why": "asked"})
        return kept
