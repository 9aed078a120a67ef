"""Makes sure a person looks after everybody unhappy: one case with an owner and a due time, and one alert an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.follow_up import CaseAlert, CaseAnswer, FollowUp, alert_key, case_answer, content_of, open_case
from sayso.domain.mail import Mail, PastAnswer, Person
from sayso.domain.programme import Language, Programme, Scale
from sayso.domain.response import ContactWish, Response, SaidWords
from sayso.domain.unconfirmed import may_be_unhappy
from sayso.ports import (
    Clock,
    Contacts,
    FollowUps,
    Links,
    Mailer,
    MailUnknownError,
    Pseudonyms,
    Reference,
    Responses,
)
from sayso.services.plan_invitations import ATTEMPTS

# Long enough to look back at a case, short enough that a forwarded alert does not open it for good.
_CASE_LINK_FOR = timedelta(days=30)


class AlertWriter(Protocol):
    """Writes the mail to the owner."""

    def follow_up_alert(
        self,
        *,
        language: Language,
        owner_email: str,
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
        ticket: str | None,
        joined: bool,
    ) -> Mail: ...


@dataclass(frozen=True)
class OpenFollowUp:
    """See the module. Delivered twice, or late, it does the same as once and in time."""

    contacts: Contacts
    responses: Responses
    follow_ups: FollowUps
    pseudonyms: Pseudonyms
    writer: AlertWriter
    links: Links
    mailer: Mailer
    programme: Programme
    clock: Clock

    def open(self, reference: Reference) -> FollowUp | None:
        """Open a case for an answer, or join the contact's open one, and tell the owner.

        Returns None when the answer, as it is by now, calls for nobody, or a correction waits to be settled: then the
        stream brings it again.
        Raises ConflictError, or what the mailer raised, when it has to be tried again.
        """
        response = self.responses.get(*reference)
        contact = self.contacts.get(reference[0])
        if response is None or contact is None or response.is_being_corrected:
            return None
        words = self.responses.words(*reference)
        follow_up = self._linked(response, contact, content_of(response, words))
        return self._tell(follow_up, response, words, contact) if follow_up else None

    def _linked(self, response: Response, contact: Contact, content: str) -> FollowUp | None:
        for _ in range(ATTEMPTS):
            linked = self.follow_ups.linked_to(response.reference)
            case = self.follow_ups.get(linked) if linked else None
            if case and not _must_reopen(case, response, content):
                return case
            if not response.needs_follow_up:
                return None
            open_one = self.follow_ups.open_of(contact.contact_id)
            try:
                unconfirmed = self._unconfirmed(response)
                if case and not open_one:
                    reopened = case.reopened_by(response, self.programme)
                    return self.follow_ups.save(reopened.having(unconfirmed=unconfirmed))
                if open_one:
                    joined = open_one.joined_by(response).having(unconfirmed=unconfirmed)
                    return self.follow_ups.join(joined, response.reference, case.follow_up_id if case else "")
                case = open_case(response, contact, self.programme, self._earlier(response))
                owner_id = self.pseudonyms.of("owner", same_mailbox(case.owner_email))
                opened = case.having(owner_id=owner_id, unconfirmed=unconfirmed)
                return self.follow_ups.open(opened, response.reference)
            except ConflictError:
                continue  # another answer of the same person was there first: look again
        raise ConflictError("the contact's follow-up kept changing")

    def _tell(self, follow_up: FollowUp, response: Response, words: SaidWords, contact: Contact) -> FollowUp:
        key = alert_key(response.survey, response.occasion)
        now = self.clock()
        content = content_of(response, words)
        if not follow_up.must_tell(key, content, now):
            return follow_up
        mail = self._alert(follow_up, response, words, contact)
        follow_up = follow_up.having(wish=response.contact or follow_up.wish)
        claimed = self.follow_ups.save(
            follow_up.having(alerts={**follow_up.alerts, key: CaseAlert(state="sending", at=now, told=content)})
        )
        try:
            self.mailer.send(mail)
        except MailUnknownError:
            return self._mark(claimed, key, "unknown")
        except Exception:
            # Certainly not sent: give the claim back, so that the next delivery tells the owner.
            self._mark(claimed, key, None)
            raise
        return self._mark(claimed, key, "sent")

    def _mark(self, follow_up: FollowUp, key: str, state: Literal["sent", "unknown"] | None) -> FollowUp:
        for _ in range(ATTEMPTS):
            alerts = {name: known for name, known in follow_up.alerts.items() if name != key}
            if state:
                alerts[key] = follow_up.alerts[key].having(state=state, at=self.clock())
            try:
                return self.follow_ups.save(follow_up.having(alerts=alerts))
            except ConflictError:
                # Another answer joined, or somebody has been in touch: theirs is kept.
                follow_up = self.follow_ups.get(follow_up.follow_up_id) or follow_up
        raise ConflictError("the follow-up kept changing")

    def _earlier(self, response: Response) -> list[Response]:
        """What the person answered before, the latest first."""
        return [
            past
            for past in reversed(self.responses.of_contact(response.contact_id))
            if past.state == "confirmed" and past.reference != response.reference
        ]

    def _unconfirmed(self, response: Response) -> tuple[CaseAnswer, ...]:
        """The person's low scores that nobody was seen giving: the case shows them, and is not about them."""
        others = self.responses.of_contact(response.contact_id)
        return tuple(case_answer(other) for other in others if may_be_unhappy(other))

    def _alert(self, follow_up: FollowUp, response: Response, words: SaidWords, contact: Contact) -> Mail:
        language = self.programme.company.default_language
        first, zone = follow_up.answers[0], self.programme.zone
        return self.writer.follow_up_alert(
            language=language,
            owner_email=follow_up.owner_email,
            case_link=self.links.case(follow_up.follow_up_id, language, _link_end(follow_up)),
            person=Person(contact.name or "", contact.email, contact.phone or ""),
            account=follow_up.account,
            survey=response.survey,
            score=response.score,
            scale=response.scale,
            why=words.why,
            better=words.better,
            drivers=[driver.label(language) for driver in self.programme.drivers if driver.id in response.drivers],
            contact=response.contact,
            answered_at=response.given_at,
            due_at=follow_up.due_at,
            history=[
                PastAnswer(past.survey, past.score, past.answered_at.astimezone(zone).date(), past.scale)
                for past in self._earlier(response)
            ],
            ticket=response.ticket_id,
            joined=(first.survey, first.occasion) != (response.survey, response.occasion),
        )


def _must_reopen(case: FollowUp, response: Response, content: str) -> bool:
    """Whether somebody whose case is over came back to their answer and said something new."""
    told = case.has_told(alert_key(response.survey, response.occasion), content)
    return case.state == "closed" and response.needs_follow_up and not told


def _link_end(follow_up: FollowUp) -> datetime:
    return follow_up.changes[-1].at + _CASE_LINK_FOR
