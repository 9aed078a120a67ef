"""The weekly digest: what was heard, and which cases still wait, for the person who runs the programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol

from sayso.domain.contact import Contact
from sayso.domain.mail import Mail, OpenFollowUp, Quote, SatisfactionWeek, Unconfirmed, Week
from sayso.domain.nps import SMALLEST_GROUP, ScoreCounts, interval, nps
from sayso.domain.programme import Language, Programme
from sayso.domain.response import Group, Response, SaidWords
from sayso.domain.satisfaction import Satisfaction
from sayso.ports import Contacts, FollowUps, Mailer, Responses
from sayso.services.unconfirmed_answers import as_told, in_months, past_week, unhappy_unconfirmed


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
        satisfaction: Sequence[SatisfactionWeek],
        praise: Sequence[Quote],
        criticism: Sequence[Quote],
        unconfirmed: Sequence[Unconfirmed],
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
        first, last = past_week(scheduled_for)
        heard = self._heard(first, last)
        mail = self.writer.weekly_digest(
            language=self.programme.company.default_language,
            to=self.programme.follow_up.manager,
            week_start=first,
            week_end=last,
            answers=_week(heard),
            satisfaction=_satisfaction(heard),
            praise=self._quotes(heard, "promoter"),
            criticism=self._quotes(heard, "detractor"),
            unconfirmed=self._unconfirmed(first, last),
            open_follow_ups=self._cases(scheduled_for),
        )
        self.mailer.send(mail)
        return mail

    def _heard(self, first: date, last: date) -> list[Response]:
        start, end = (datetime.combine(day, time(), UTC) for day in (first, last))
        answers = in_months(self.responses.confirmed_in_month, start, end)
        ours = [answer for answer in answers if not answer.imported_from]
        return [answer for answer in ours if answer.confirmed_at and first <= answer.confirmed_at.date() <= last]

    def _quotes(self, heard: list[Response], group: Group) -> list[Quote]:
        quotes = []
        for answer in heard:
            # Who may be named is praise to pass on even without words.
            named = group == "promoter" and answer.reference_allowed
            contact = self.contacts.get(answer.contact_id) if _in(group, answer) else None
            if contact:
                words = self.responses.words(*answer.reference) if answer.has_words else SaidWords()
                said = words.why or words.better
                if said or named:
                    quotes.append(Quote(said, contact.account, _name(contact) if named else ""))
        return quotes

    def _unconfirmed(self, first: date, last: date) -> list[Unconfirmed]:
        found = unhappy_unconfirmed(self.responses, self.programme, first, last)
        known = [(answer, self.contacts.get(answer.contact_id)) for answer in found]
        return [as_told(answer, contact, self.programme.zone) for answer, contact in known if contact]

    def _cases(self, now: datetime) -> list[OpenFollowUp]:
        cases = []
        for case in self.follow_ups.list(is_open=True):
            contact = self.contacts.get(case.contact_id)
            cases.append(OpenFollowUp(case.account, _name(contact) if contact else "", case.due_at, case.is_late(now)))
        return cases


def _in(group: Group, answer: Response) -> bool:
    return answer.group == group and (answer.has_words or answer.reference_allowed)


def _name(contact: Contact) -> str:
    return contact.name or contact.email


def _counts(heard: Sequence[Response]) -> ScoreCounts:
    return ScoreCounts(tuple(sum(answer.score == score for answer in heard) for score in range(11)))


def _week(heard: Sequence[Response]) -> Week:
    counts = _counts([answer for answer in heard if answer.scale == "nps"])
    score = nps(counts) if counts.n >= SMALLEST_GROUP else None
    ends = interval(counts).rounded if score is not None else (None, None)
    return Week(counts.n, counts.promoters, counts.passives, counts.detractors, score, *ends)


def _satisfaction(heard: Sequence[Response]) -> list[SatisfactionWeek]:
    """What was answered from 1 to 5, survey by survey: it is no part of an NPS."""
    satisfied = [answer for answer in heard if answer.scale == "satisfaction"]
    weeks = []
    for survey in sorted({answer.survey for answer in satisfied}):
        figures = Satisfaction.of(_counts([answer for answer in satisfied if answer.survey == survey]))
        if figures.n < SMALLEST_GROUP:
            weeks.append(SatisfactionWeek(survey, figures.n))
        else:
            ends = figures.interval
            weeks.append(SatisfactionWeek(survey, figures.n, figures.mean, figures.share, ends.low, ends.high))
    return weeks
