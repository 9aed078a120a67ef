"""Writes contacts, and why they were asked, as the desk is answered."""

from __future__ import annotations

from sayso.domain.contact import Contact, ticket_contact_id
from sayso.domain.explaining import Fact, subject
from sayso.domain.gate import Suppression
from sayso.domain.invitation import MAIL_KINDS, Invitation
from sayso.domain.planning import KICK_OFF
from sayso.domain.staff import Staff
from sayso.domain.time import utc_text
from sayso.handlers.staff_answers_lines import line as answer_line
from sayso.handlers.staff_cases_lines import case_line, utc_or_none
from sayso.handlers.staff_contacts_shapes import (
    ContactFact,
    ContactInvitation,
    ContactLine,
    ContactStory,
    ContactSuppression,
    ContactWhy,
    StaffContact,
)
from sayso.services.desk_contact import ShownContact
from sayso.services.explain_contact import Explanation, Story
from sayso.wiring_desk import of_this_function


def contact_line(one: Contact) -> ContactLine:
    """A contact in a list."""
    return {
        "id": one.contact_id,
        "own_id": own_id(one),
        "name": one.name or "",
        "email": one.email,
        "account": one.account,
        "account_id": one.account_id,
        "role": one.role,
    }


def own_id(one: Contact) -> str:
    """The company's own id of somebody; empty while only tickets know them."""
    return "" if one.external_id == ticket_contact_id(one.address_hash) else one.external_id


def suppression(one: Suppression | None) -> ContactSuppression | None:
    """Why an address is not written to; None when it is."""
    if one is None or one.lifted_at:
        return None
    return {"reason": one.reason, "at": utc_text(one.at), "by": one.by.rsplit("/", 1)[-1]}


def contact(one: ShownContact, staff: Staff) -> StaffContact:
    """A contact whole."""
    person, now = one.contact, of_this_function().clock()
    days = (person.account_since, person.contact_since, person.renewal_date)
    account_since, contact_since, renewal = (day.isoformat() if day else None for day in days)
    return {
        "contact": contact_line(person),
        "phone": person.phone or "",
        "locale": person.locale or "",
        "time_zone": person.timezone or "",
        "owner": person.owner_email or "",
        "account_since": account_since,
        "contact_since": contact_since,
        "renewal": renewal,
        "first_seen_at": utc_text(person.first_seen_at),
        "changed_at": utc_or_none(person.changed_at),
        "do_not_ask": person.do_not_ask,
        "segments": dict(person.segments),
        "suppression": suppression(one.gate.suppression),
        "suppression_is_own": one.own.is_closed,
        "same_address": one.same_address,
        "invitations": [_invitation(asked) for asked in one.invitations],
        "answers": [answer_line(answer) for answer in one.answers],
        "cases": [case_line(case, person, staff, now) for case in one.cases],
    }


def why(one: Explanation) -> ContactWhy:
    """Why somebody was asked, or not."""
    zone = one.contact.zone(of_this_function().programme.zone)

    def story(told: Story) -> ContactStory:
        asked = told.invitation
        day = asked.planned_on or asked.planned_at.astimezone(zone).date()
        return {
            "survey": asked.survey,
            "subject": subject(asked) if asked.asked_by_event else "",
            "day": day.isoformat(),
            "kick_off": asked.occasion == KICK_OFF,
            "facts": [_fact(fact) for fact in told.facts],
        }

    return {
        "person": [_fact(fact) for fact in one.person],
        "invitations": [story(told) for told in one.invitations],
        "next": [{"survey": fact.what, "fact": _fact(fact)} for fact in one.next],
        "news": [{"commitment": commitment_id, "fact": _fact(fact)} for commitment_id, fact in one.news],
    }


def _fact(one: Fact) -> ContactFact:
    return {
        "code": one.code,
        "text": one.text,
        "reason": one.reason,
        "at": utc_or_none(one.at),
        "until": utc_or_none(one.until),
        "values": dict(one.values),
    }


def _invitation(one: Invitation) -> ContactInvitation:
    return {
        "survey": one.survey,
        "occasion": one.occasion,
        "ticket": one.ticket_id or "",
        "touchpoint": one.touchpoint or "",
        "state": one.state,
        "reason": one.reason,
        "planned_at": utc_text(one.planned_at),
        "next_step": None if one.is_final else one.due_step,
        "next_at": None if one.is_final else utc_or_none(one.due_at),
        "mails": [
            {
                "kind": kind,
                "state": one.mails[kind].state,
                "at": utc_text(one.mails[kind].at),
                "delivered_at": utc_or_none(one.mails[kind].delivered_at),
            }
            for kind in MAIL_KINDS
            if kind in one.mails
        ],
    }
