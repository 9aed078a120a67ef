"""Does what the desk asked of whoever publishes the page: each wish once, and exactly what was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError, SaysoError
from sayso.domain.page_request import TOO_LATE, PageRequest
from sayso.ports import Clock, Editions, PageRequests, Quotes
from sayso.services.keep_quotes import KeepQuotes
from sayso.services.roll_back import RollBack


@dataclass(frozen=True)
class CarryOutRequests:
    """See the module. What dies halfway is done to its end by whoever comes next."""

    requests: PageRequests
    roll_back: RollBack
    keep_quotes: KeepQuotes
    quotes: Quotes
    editions: Editions
    clock: Clock

    def waiting(self) -> list[PageRequest]:
        """What was asked and is not decided yet, in the order it was asked in."""
        return [one for one in reversed(self.requests.latest()) if one.state == "asked"]

    def carry_out(self, request: PageRequest) -> PageRequest:
        """Do it, or refuse it for good; a refresh is only done by whoever calls, who settles it then.

        Raises ConflictError when somebody else publishes at this moment: nothing was done, and it is still to be.
        """
        if self.clock() - request.asked_at > TOO_LATE:
            return self._ended(request.refused(self.clock(), "late"))
        if request.kind == "rollback":
            return self._ended(self._rolled_back(request))
        return self._ended(self._chosen(request)) if request.kind == "quote" else request

    def settle(self, requests: Iterable[PageRequest]) -> None:
        """The page was looked at afresh: that is all a refresh wants."""
        for request in requests:
            if request.kind == "refresh" and request.state == "asked":
                self._ended(request.done(self.clock()))

    def _rolled_back(self, request: PageRequest) -> PageRequest:
        public, now = self.editions.page().number, self.clock()
        if public != request.seen:
            is_done = public > request.seen and self._was_brought_back(request)
            return request.done(now) if is_done else request.refused(now, "replaced")
        try:
            self.roll_back.to(request.number, request.by)
        except NotFoundError:
            return request.refused(now, "gone")
        except InvalidInputError:
            return request.refused(now, "public")
        return request.done(self.clock())

    def _was_brought_back(self, request: PageRequest) -> bool:
        """Whether it came so far that it was published, and no farther."""
        following, wanted = self.editions.get(request.seen + 1), self.editions.get(request.number)
        return bool(following and wanted and following.restores == (wanted.restores or wanted.number))

    def _chosen(self, request: PageRequest) -> PageRequest:
        assert request.quote is not None  # noqa: S101 - until it is decided it has one
        quote_id = request.request_id[-12:]
        if self.quotes.get(quote_id):
            return request.done(self.clock())
        try:
            if self.keep_quotes.check(request.quote) is None:
                self.keep_quotes.choose(request.quote, request.by, quote_id=quote_id)
        except SaysoError as error:
            return request.refused(self.clock(), error.reason, error.field)
        return request.done(self.clock())

    def _ended(self, request: PageRequest) -> PageRequest:
        with suppress(ConflictError):  # somebody else came to the same end
            return self.requests.save(request)
        return request
