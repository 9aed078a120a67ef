"""Takes one step of an invitation: a mail that goes out once, a wait with its reason, or the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.gate import Gate, GateMail
from sayso.domain.gate_news import GateNews
from sayso.domain.invitation import MAIL_KINDS, Invitation, MailKind, SentMail, Snapshot, State
from sayso.domain.link_keys import UNSUBSCRIBE_LINK_FOR
from sayso.domain.mail import Mail
from sayso.domain.mail_tags import mail_tags
from sayso.domain.news import Changed
from sayso.domain.programme import Programme, Survey
from sayso.domain.sending import Decision, End, Wait, day_limit, decide, last_moment_of
from sayso.ports import (
    Clock,
    Contacts,
    Invitations,
    InvitationWriter,
    Links,
    Mailer,
    Pace,
    SendingAccount,
    Standings,
    StepMessage,
)
from sayso.services.find_change import FindChange
from sayso.services.hand_over import TRY_AGAIN, HandOver, Outcome
from sayso.services.person_gate import person_gate
from sayso.services.plan_invitations import ATTEMPTS

# What a gate remembers at least; twice the longest distance, so that a programme may still make it longer.
_REMEMBERED = timedelta(days=200)
# A link outlives the time to answer a little, so that whoever comes late reads "expired" and not "forged".
_LINK_GRACE = timedelta(days=60)


@dataclass(frozen=True)
class SendInvitation:
    """See the module.

    The order is what makes it once: decide, write the mail, claim it in one transaction, hand it to SES, record
    the outcome. Whoever dies in between leaves the mail `sending`. The step is offered again when its lease ends,
    and then the mail becomes `unknown`: it may have been sent, so it is not sent again, unless the programme says so.
    """

    contacts: Contacts
    invitations: Invitations
    standings: Standings
    writer: InvitationWriter
    links: Links
    mailer: Mailer
    hands: HandOver
    account: SendingAccount
    pace: Pace
    programme: Programme
    clock: Clock
    changes: FindChange

    def take(self, message: StepMessage) -> Outcome:
        """Take the step, unless it was taken or replaced since it was dispatched."""
        for attempt in range(1, ATTEMPTS + 1):
            invitation = self.invitations.get(message.contact_id, message.survey, message.occasion)
            if invitation is None or (invitation.due_step, invitation.due_at) != (message.step, message.due_at):
                return "nothing"
            try:
                return self._take(invitation)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
        return "nothing"

    def _take(self, invitation: Invitation) -> Outcome:
        contact = self.contacts.get(invitation.contact_id)
        if contact is None:
            self.invitations.save(invitation.without_person())
            return "ended"
        if invitation.survey not in self.programme.surveys:
            state: State = "expired" if invitation.mails else "cancelled"
            self.invitations.save(invitation.ended(state, "unknown_survey"))
            return "ended"
        kind = invitation.next_mail
        if kind is None:
            self.invitations.save(invitation.ended("expired", "no_answer"))
            return "ended"
        claim = invitation.mails.get(kind)
        if claim and not self._may_be_resent(claim):
            return self.hands.settle(invitation, contact, kind, claim)
        return self._mail(invitation, contact, kind)

    def _may_be_resent(self, mail: SentMail) -> bool:
        after = self.programme.sending.resend_unknown_after
        return bool(mail.state == "unknown" and mail.attempt == 1 and after and self.clock() >= mail.at + after)

    def _mail(self, invitation: Invitation, contact: Contact, kind: MailKind) -> Outcome:
        if self.clock() < last_moment_of(invitation, kind):  # else it only ends, which SES has no say in
            state = self.account.state()
            if not state.takes_mail:
                self.invitations.save(invitation.waiting_until(self.clock() + TRY_AGAIN, state.reason))
                return "stopped"
            self.pace.wait_for_turn(state.max_send_rate)
        now = self.clock()
        gate = self.standings.gate(contact.address_hash)
        known = person_gate(self.standings, contact, gate)
        decision = self._decide(invitation, contact, kind, known, now)
        if isinstance(decision, End):
            return self._end(invitation, contact, kind, decision)
        if isinstance(decision, Wait):
            self.invitations.save(invitation.waiting_until(decision.until, decision.reason))
            return "waiting"
        changed = self.changes.since_last_mail(contact, known, now) if kind == "first" else None
        mail = self._write(invitation, contact, kind, now, changed)
        survey = self.programme.survey(invitation.survey)
        passing = GateMail.of(invitation, kind, survey.kind, now)
        claimed = invitation.claimed(kind, now, self._snapshot(contact, survey))
        remembered = gate.forgetting(now - max(_REMEMBERED, 2 * self.programme.longest_distance))
        if changed:
            remembered = remembered.having_told(GateNews.line_in(invitation.reference, changed.commitment_id, now))
        claimed = self.invitations.claim(claimed, remembered, passing, day_limit(now, self.programme))
        return self.hands.hand_over(claimed, contact, kind, mail, now)

    def _decide(self, invitation: Invitation, contact: Contact, kind: MailKind, gate: Gate, now: datetime) -> Decision:
        # Only what a decision of this kind asks for is read: every mail pays for its reads.
        siblings = []
        if self.programme.survey(invitation.survey).kind == "event" and kind == "first":
            siblings = [
                other
                for person in self.contacts.by_address(contact.address_hash)
                for other in self.invitations.of_contact(person.contact_id)
                if other.reference != invitation.reference
            ]
        sent_today = self.invitations.sent_on(day_limit(now, self.programme))
        standing = self.standings.standing(contact)
        return decide(invitation, kind, contact, self.programme, gate, standing, siblings, now, sent_today)

    def _end(self, invitation: Invitation, contact: Contact, kind: MailKind, decision: End) -> Outcome:
        if kind in invitation.mails:
            return self.hands.not_again(invitation, contact, kind)
        if kind != "first" and decision.reason != "no_answer":
            self.invitations.save(invitation.without_reminder(decision.reason))
            return "waiting"
        self.invitations.save(invitation.ended(decision.state, decision.reason))
        return "ended"

    def _snapshot(self, contact: Contact, survey: Survey) -> Snapshot:
        return Snapshot(
            scale=survey.scale,
            account_id=contact.account_id,
            owner_id=contact.owner_id if self.programme.scores_per_owner else None,
            language=self.programme.language_for(contact.locale),
            segments=contact.segments,
        )

    def _write(
        self, invitation: Invitation, contact: Contact, kind: MailKind, now: datetime, changed: Changed | None
    ) -> Mail:
        language = self.programme.language_for(contact.locale)
        expires_at = (invitation.expires_at or now) + _LINK_GRACE
        rules = self.programme.survey(invitation.survey)
        # A reminder asks what the first mail asked
        rules = rules.asked_on(invitation.snapshot.scale) if invitation.snapshot else rules
        return self.writer.invitation(
            survey=invitation.survey,
            step=kind,
            language=language,
            recipient_name=contact.name or "",
            recipient_email=contact.email,
            score_links=[
                self.links.survey(invitation, language, score, expires_at, rules.scale) for score in rules.scores
            ],
            plain_page=self.links.plain(invitation, language, expires_at),
            unsubscribe_page=self.links.unsubscribe_page(contact.address_hash, language, now + UNSUBSCRIBE_LINK_FOR),
            unsubscribe_one_click=self.links.unsubscribe_one_click(
                contact.address_hash, language, now + UNSUBSCRIBE_LINK_FOR
            ),
            ticket=invitation.ticket_id,
            thread=self._thread(invitation, kind),
            more_follow=kind != "first" and MAIL_KINDS.index(kind) < rules.reminders,
            tags=mail_tags(invitation, kind),
            scale=rules.scale,
            changed=changed,
        )

    def _thread(self, invitation: Invitation, kind: MailKind) -> list[str]:
        """What the mails before this one are called in mail programmes, the oldest first."""
        earlier = MAIL_KINDS[: MAIL_KINDS.index(kind)]
        before = [invitation.mails[one] for one in earlier if one in invitation.mails]
        return [self.mailer.reference(mail.message_id) for mail in before if mail.message_id]
