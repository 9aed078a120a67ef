"""Finds the answers our people look for at the desk, the newest first, and never more than a part of the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from sayso.domain.answer_filters import AnswerFilters, as_said
from sayso.domain.answer_place import cursor_of, moment_of, month_of, place_before, place_of, read_cursor
from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import REVIEW, Programme, Scale
from sayso.domain.response import Response
from sayso.domain.staff import Staff
from sayso.domain.time import at_local_time
from sayso.ports import Clock, Counters, History, Responses
from sayso.services.show_answers import ShowAnswers, ShownAnswer

LOOKED_AT = 200
"""So many answers are looked at for one request: what is rare takes more of them, never a longer one."""
MONTHS = 12
"""So many months are looked through for one request, where little is in them."""
_AT_ONCE = 50
_CLICKS_BEFORE = timedelta(days=62)  # what nobody was seen giving may be older than all that counts
_AT_LEAST = timedelta(days=366)


class Feed(NamedTuple):
    """A part of the answers, the cursor of what follows (empty at the end), and the day of the company's they were
    looked for back to."""

    items: list[ShownAnswer]
    next: str
    looked_until: date


@dataclass(frozen=True)
class DeskAnswers:
    """See the module. It reads the months of an index, or an account's part of another, backwards and 50 at a time."""

    show: ShowAnswers
    responses: Responses
    counters: Counters
    history: History
    programme: Programme
    clock: Clock

    def feed(self, staff: Staff, wanted: AnswerFilters, after: str = "", *, limit: int = 50) -> Feed:
        """The answers that fit and are theirs to read.

        Raises InvalidInputError for a cursor that is none, and for a period that ends before it begins.
        """
        if wanted.first and wanted.last and wanted.first > wanted.last:
            raise InvalidInputError(f"{wanted.first} is after {wanted.last}", field="since")
        place = read_cursor(after) if after else place_before(self.clock() + timedelta(days=1))
        if wanted.last:
            place = min(place, place_before(self._midnight(wanted.last + timedelta(days=1))))
        oldest = place_before(self._midnight(wanted.first)) if wanted.first else ""
        if wanted.account and not self._may_know(staff, wanted.account):
            return Feed([], "", wanted.first or self._day(place))
        found: list[ShownAnswer] = []
        looked = months = 0
        first_month: datetime | None = None
        while looked < LOOKED_AT and months < MONTHS:
            month = month_of(place)
            part = [one for one in self._before(wanted, place) if place_of(one) >= oldest]
            fitting = self.show.theirs(staff, [one for one in part if wanted.fits(as_said(one))])
            shown = {one.reference: one for one in fitting}
            for one in part:
                looked, place = looked + 1, place_of(one)
                answer = shown.get(one.reference)
                if answer and _stays(answer, wanted):
                    found.append(answer)
                if len(found) == limit:
                    return Feed(found, cursor_of(place), self._day(place))
            if len(part) < _AT_ONCE:
                first_month = first_month or self._first_month(wanted.first)
                if wanted.account or month <= first_month:
                    return Feed(found, "", wanted.first or (self._day(place) if wanted.account else first_month.date()))
                place, months = place_before(month), months + 1
        return Feed(found, cursor_of(place), self._day(place))

    def handed_out(self, staff: Staff, wanted: AnswerFilters, after: str, *, limit: int) -> Feed:
        """As `feed`, for an export; raises InvalidInputError where what does not count is wanted, too."""
        if wanted.state != "counts":
            raise InvalidInputError("only answers that count are handed out", field="state")
        return self.feed(staff, wanted, after, limit=limit)

    def _may_know(self, staff: Staff, account_id: str) -> bool:
        # That there is nothing, or how far it was looked, would tell that there is such an account.
        return staff.is_manager or bool(self.show.contacts.page_of_owner_at(staff.owner_id, account_id, 1).items)

    def _before(self, wanted: AnswerFilters, place: str) -> list[Response]:
        if wanted.account:
            return self.responses.of_account_before(wanted.account, place, _AT_ONCE)
        month = month_of(place)
        confirmed = {"counts": (True,), "all": (True, False)}.get(wanted.state, (False,))
        parts = [self.responses.of_month_before(month, place, _AT_ONCE, confirmed=kind) for kind in confirmed]
        return sorted((one for part in parts for one in part), key=place_of, reverse=True)[:_AT_ONCE]

    def _first_month(self, first: date | None) -> datetime:
        """The month (UTC) before which there is nothing."""
        if first:
            return _utc(self._midnight(first).date().replace(day=1))
        scales: set[tuple[str, Scale]] = {(REVIEW, "nps")}
        scales |= {(name, one.scale) for name, one in self.programme.surveys.items()}
        scales |= {(one.survey, one.scale) for one in self.history.surveys()}
        counted = (self.counters.first_day(survey, scale) for survey, scale in sorted(scales))
        known = [_utc(date.fromisoformat(day)) for day in counted if day]
        return _utc((min(known, default=self.clock() - _AT_LEAST) - _CLICKS_BEFORE).date().replace(day=1))

    def _midnight(self, day: date) -> datetime:
        return at_local_time(day, time(0), self.programme.zone)

    def _day(self, place: str) -> date:
        return moment_of(place).astimezone(self.programme.zone).date()


def _stays(answer: ShownAnswer, wanted: AnswerFilters) -> bool:
    """What only shows once words and reader are known. Finding must not tell what is not to be read."""
    if answer.withheld and wanted.asks_what_was_said:
        return False
    return bool(answer.words.why or answer.words.better) or not (wanted.words or wanted.quotable)


def _utc(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
