"""Tells one of our people about a follow-up, by one channel, once; what fails is tried again, and then seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.follow_up import CaseAnswer, FollowUp
from sayso.domain.link_keys import STAFF_LINK_FOR
from sayso.domain.mail import AlertKind, Mail, PastAnswer, PastPromise, Person
from sayso.domain.notice import Notice, NoticeKey, stands_in_for, told_at
from sayso.domain.notice_tags import notice_tags
from sayso.domain.programme import Language, Programme, Scale
from sayso.domain.promised import past_promises
from sayso.domain.response import ContactWish, SaidWords
from sayso.ports import (
    ChannelFailedError,
    Channels,
    Clock,
    Contacts,
    FollowUps,
    Links,
    Mailer,
    MailRefusedError,
    MailUnknownError,
    Notices,
    Offices,
    Pseudonyms,
    Responses,
)
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.settle_notice import save_settled


class AlertWriter(Protocol):
    """Writes what our people read about a follow-up."""

    def follow_up_alert(
        self,
        *,
        language: Language,
        kind: AlertKind,
        to: str,
        owner_email: str,
        by: str,
        note: str,
        case_link: str,
        person: Person,
        account: str,
        survey: str,
        score: int,
        scale: Scale,
        why: str,
        better: str,
        drivers: Sequence[str],
        contact: ContactWish | None,
        answered_at: datetime,
        due_at: datetime,
        history: Sequence[PastAnswer],
        promised: Sequence[PastPromise],
        ticket: str | None,
        tags: Mapping[str, str],
    ) -> Mail: ...

    def channel_message(
        self,
        *,
        language: Language,
        kind: AlertKind,
        person: Person,
        account: str,
        survey: str,
        score: int,
        scale: Scale,
        owner_email: str,
        due_at: datetime,
        why: str,
        words: bool,
    ) -> tuple[str, str]: ...


@dataclass(frozen=True)
class TellOwner:
    """See the module. The claim comes before the telling, so that a message that comes twice tells once."""

    contacts: Contacts
    responses: Responses
    follow_ups: FollowUps
    notices: Notices
    pseudonyms: Pseudonyms
    offices: Offices
    writer: AlertWriter
    links: Links
    mailer: Mailer
    channels: Channels
    programme: Programme
    clock: Clock

    def tell(self, key: NoticeKey) -> Notice | None:
        """Deliver one notice, if it is due and still needed.

        Returns it as it is by then, None when nothing was to be done, because it was done before or is not due yet.
        """
        notice, now = self.notices.get(key), self.clock()
        if notice is None or not notice.is_due(now):
            return None
        case = self.follow_ups.get(notice.follow_up_id)
        if case is None:
            return self.notices.save(notice.dropped(now, "erased"))
        rules = self.programme.follow_up
        useless = notice.useless(case, rules, now)
        if useless:
            return self.notices.save(notice.dropped(now, useless))
        if notice.is_worn_out:
            return save_settled(self.notices, rules, now, notice.failed(now, "kept breaking off"), case)
        whom = self._whom(notice, case, now)
        opens_at = told_at(whom, notice.channel, rules, self.offices.of, now)
        if opens_at > now:
            return self.notices.save(notice.postponed(opens_at, "outside_office_hours"))
        if notice.kind in ("escalation", "undelivered"):
            case = self._escalated(case, whom, now if notice.kind == "escalation" else None)
            useless = notice.useless(case, rules, now)
            if useless:
                return self.notices.save(notice.dropped(now, useless))
        try:
            claimed = self.notices.save(notice.claimed(now, whom))
        except ConflictError:
            return None  # somebody else is at it
        return self._deliver(claimed, case, whom)

    def _deliver(self, notice: Notice, case: FollowUp, whom: str) -> Notice:
        """Hand it over, and keep what became of that.

        What breaks on the way, such as a template of the company's own, is tried again like everything else, and ends.
        """
        try:
            if notice.is_mail:
                self.mailer.send(self._mail(notice, case, whom))
            else:
                self.channels.notify(notice.channel, *self._message(notice, case))
        except MailUnknownError as error:
            why = str(error)
            return self._settle(notice, case, lambda it: it.uncertain(self.clock(), why))
        except MailRefusedError as error:
            return self._settle(notice, case, partial(self._refused, error=error))
        except ChannelFailedError as error:
            why = error.reason
            return self._settle(notice, case, lambda it: it.lost(self.clock(), why))
        except Exception as error:  # noqa: BLE001 - kept with the notice, which the door logs
            why = type(error).__name__
            return self._settle(notice, case, lambda it: it.lost(self.clock(), why))
        return self._settle(notice, case, lambda it: it.sent(self.clock()))

    def _refused(self, notice: Notice, error: MailRefusedError) -> Notice:
        if error.stops:
            return notice.held_up(self.clock(), error.stops)
        return notice.failed(self.clock(), error.reason) if error.for_good else notice.lost(self.clock(), error.reason)

    def _settle(self, notice: Notice, case: FollowUp, change: Callable[[Notice], Notice]) -> Notice:
        """Write what became of it, beside what SES may have said meanwhile."""
        rules = self.programme.follow_up
        for _ in range(ATTEMPTS):
            try:
                return save_settled(self.notices, rules, self.clock(), change(notice), case)
            except ConflictError:
                found = self.notices.get(notice.key)
                if found is None or found.state != "sending":
                    return found or notice
                notice = found
        raise ConflictError("the notice kept changing")

    def _whom(self, notice: Notice, case: FollowUp, now: datetime) -> str:
        if notice.kind in ("escalation", "undelivered"):
            return stands_in_for(case, self.programme.follow_up, self.offices.of, now, notice.about)
        return case.owner_email

    def _escalated(self, case: FollowUp, whom: str, late_at: datetime | None) -> FollowUp:
        """The case with whoever stands in, whose link then opens it, and with since when it is known to be late."""
        reader = self.pseudonyms.of_owner(whom)
        for _ in range(ATTEMPTS):
            after = case.escalated(whom, reader, late_at)
            if after == case or case.is_over:
                return case
            try:
                return self.follow_ups.save(after)
            except ConflictError:
                case = self.follow_ups.get(case.follow_up_id) or case
        raise ConflictError("the follow-up kept changing")

    def _answer(self, notice: Notice, case: FollowUp) -> CaseAnswer:
        about = [one for one in case.answers if (one.survey, one.occasion) == (notice.survey, notice.occasion)]
        return about[-1] if about else case.answers[-1]

    def _kind(self, notice: Notice, case: FollowUp, answer: CaseAnswer) -> AlertKind:
        """What is new about it: of an answer that was told of before, since the case was opened (again), that there is
        more."""
        if notice.kind != "alert":
            return notice.kind
        reopened = [change.at for change in case.changes if change.what == "reopened"]
        if any(
            (one.kind, one.channel, one.state) == ("alert", notice.channel, "sent")
            and self._answer(one, case) == answer
            and one.notice_id != notice.notice_id
            and one.at
            and not (reopened and one.at <= reopened[-1])
            for one in self.follow_ups.notices(case.follow_up_id)
        ):
            return "more"
        return "alert" if answer is case.answers[0] else "joined"

    def _mail(self, notice: Notice, case: FollowUp, whom: str) -> Mail:
        answer, language = self._answer(notice, case), self.programme.company.default_language
        reference = (case.contact_id, answer.survey, answer.occasion)
        response, words = self.responses.get(*reference), self.responses.words(*reference)
        contact = self.contacts.get(case.contact_id)
        handed = next((one for one in reversed(case.changes) if one.what == "handed_over"), None)
        told_of = handed if notice.kind == "handed_over" else None
        reader_id = self.pseudonyms.of_owner(whom)
        return self.writer.follow_up_alert(
            language=language,
            kind=self._kind(notice, case, answer),
            to=whom,
            owner_email=case.owner_email,
            by=told_of.by if told_of else "",
            note=told_of.note if told_of else "",
            case_link=self.links.case(case.follow_up_id, reader_id, language, self.clock() + STAFF_LINK_FOR),
            person=_person(contact),
            account=case.account,
            survey=answer.survey,
            score=response.score if response else answer.score,
            scale=answer.scale,
            why=words.why,
            better=words.better,
            drivers=[
                driver.label(language)
                for driver in self.programme.drivers
                if response and driver.id in response.drivers
            ],
            contact=case.wish,
            answered_at=response.given_at if response else answer.answered_at,
            due_at=case.due_at,
            history=self._history(case, answer),
            promised=list(past_promises(case, self.follow_ups.of_contact(case.contact_id), self.programme, whom)),
            ticket=answer.ticket,
            tags=notice_tags(notice),
        )

    def _message(self, notice: Notice, case: FollowUp) -> tuple[str, str]:
        answer = self._answer(notice, case)
        response = self.responses.get(case.contact_id, answer.survey, answer.occasion)
        channel = self.programme.follow_up.channels.get(notice.channel)
        shows = bool(channel and channel.words) and not case.complaint_about  # a room may hold whom it is about
        words = self.responses.words(case.contact_id, answer.survey, answer.occasion) if shows else SaidWords()
        return self.writer.channel_message(
            language=self.programme.company.default_language,
            kind=self._kind(notice, case, answer),
            person=_person(self.contacts.get(case.contact_id)),
            account=case.account,
            survey=answer.survey,
            score=response.score if response else answer.score,
            scale=answer.scale,
            owner_email=case.owner_email,
            due_at=case.due_at,
            why=words.why,
            words=shows,
        )

    def _history(self, case: FollowUp, about: CaseAnswer) -> list[PastAnswer]:
        """What the person answered before, the latest first."""
        zone, mine = self.programme.zone, (about.survey, about.occasion)
        return [
            PastAnswer(past.survey, past.score, past.given_at.astimezone(zone).date(), past.scale)
            for past in reversed(self.responses.of_contact(case.contact_id))
            if past.state == "confirmed" and (past.survey, past.occasion) != mine
        ]


def _person(contact: Contact | None) -> Person:
    return Person(contact.name or "", contact.email, contact.phone or "") if contact else Person("", "")
