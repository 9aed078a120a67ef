"""The weekly digest: what was heard, and which cases still wait, for the person who runs the programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from sayso.domain.mail import Mail, OpenFollowUp, Quote, Week
from sayso.domain.nps import SMALLEST_GROUP, ScoreCounts, interval, nps
from sayso.domain.programme import Language, Programme
from sayso.domain.response import Group, Response
from sayso.ports import Contacts, FollowUps, Mailer, Responses


class DigestWriter(Protocol):
    """Writes the digest."""

    def weekly_digest(
        self,
        *,
        language: Language,
        to: str,
        week_start: date,
        week_end: date,
        answers: Week,
        praise: Sequence[Quote],
        criticism: Sequence[Quote],
        open_follow_ups: Sequence[OpenFollowUp],
    ) -> Mail: ...


@dataclass(frozen=True)
class WeeklyDigest:
    """See the module. The scheduled time decides the week, so that a late run tells of the right one."""

    responses: Responses
    contacts: Contacts
    follow_ups: FollowUps
    writer: DigestWriter
    mailer: Mailer
    programme: Programme

    def send(self, scheduled_for: datetime) -> Mail:
        """Mail the seven days before the day of `scheduled_for` (UTC) to the programme's manager."""
        last = scheduled_for.date() - timedelta(days=1)
        first = last - timedelta(days=6)
        heard = self._heard(first, last)
        counts = ScoreCounts(tuple(sum(answer.score == score for answer in heard) for score in range(11)))
        mail = self.writer.weekly_digest(
            language=self.programme.company.default_language,
            to=self.programme.follow_up.manager,
            week_start=first,
            week_end=last,
            answers=_week(counts),
            praise=self._quotes(heard, "promoter"),
            criticism=self._quotes(heard, "detractor"),
            open_follow_ups=self._cases(scheduled_for),
        )
        self.mailer.send(mail)
        return mail

    def _heard(self, first: date, last: date) -> list[Response]:
        months = {(day.year, day.month): day for day in (first, last)}
        answers = [
            answer
            for _, day in sorted(months.items())
            for answer in self.responses.confirmed_in_month(datetime(day.year, day.month, 1, tzinfo=UTC))
        ]
        return [answer for answer in answers if answer.confirmed_at and first <= answer.confirmed_at.date() <= last]

    def _quotes(self, heard: list[Response], group: Group) -> list[Quote]:
        quotes = []
        for answer in heard:
            if answer.group == group and answer.has_words:
                words, contact = self.responses.words(*answer.reference), self.contacts.get(answer.contact_id)
                if contact and (words.why or words.better):
                    quotes.append(Quote(words.why or words.better, contact.account))
        return quotes

    def _cases(self, now: datetime) -> list[OpenFollowUp]:
        cases = []
        for case in self.follow_ups.list(is_open=True):
            contact = self.contacts.get(case.contact_id)
            person = (contact.name or contact.email) if contact else ""
            cases.append(OpenFollowUp(case.account, person, case.due_at, case.is_late(now)))
        return cases


def _week(counts: ScoreCounts) -> Week:
    score = nps(counts) if counts.n >= SMALLEST_GROUP else None
    ends = interval(counts).rounded if score is not None else (None, None)
    return Week(counts.n, counts.promoters, counts.passives, counts.detractors, score, *ends)
