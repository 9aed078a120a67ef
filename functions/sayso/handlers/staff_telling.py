"""The door of the desk to telling the people who asked that it is done (rule 11)."""

from __future__ import annotations

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.edition import PublishedCommitment
from sayso.domain.explaining_news import told
from sayso.domain.in_edition import as_told
from sayso.domain.time import utc_text
from sayso.handlers.api_body import takes
from sayso.handlers.staff_door import SIGNED_IN, Managers
from sayso.handlers.staff_links_shapes import (
    ApprovedTelling,
    TellingDone,
    TellingMail,
    TellingPage,
    TellingPerson,
)
from sayso.handlers.staff_query import APart, asks
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.services.audience import Prospect
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
# What stands in the links of a mail that is only looked at: nobody leaves by it.
_TOKEN = "example"  # noqa: S105


@router.get(
    "/api/staff/commitments/<commitment_id>/telling",
    summary="Show who of those behind a commitment is told that it is done, who not and why, and the mail.",
    responses=tells(TellingPage, *OF_A_LOOK),
    operation_id="staff_commitments_telling",
    security=SIGNED_IN,
    tags=["commitments"],
)
@asks(router, APart)
def get_commitment_telling(staff: Managers, commitment_id: str, asked: APart) -> TellingPage:
    """Show who is told. Nothing is changed."""
    found = of_this_function().desk_telling.look(commitment_id, asked.after)
    ready = found.shown is not None and not found.not_yet
    return {
        "items": [_person(one, ready=ready) for one in found.people],
        "next": found.next,
        "voices": found.commitment.voices,
        "not_yet": found.not_yet,
        "text": found.text,
        "mails": _mails(found.shown) if found.shown is not None and ready and not asked.after else [],
    }


@router.post(
    "/api/staff/commitments/<commitment_id>/telling",
    summary="Let people who were looked at be told, with the mail that was read; twice is as good as once.",
    description="`text` is that of the look. The page says something else by now: 409, and nobody is told.",
    responses=tells(TellingDone, *OF_A_CHANGE),
    operation_id="staff_commitments_tell",
    security=SIGNED_IN,
    tags=["commitments"],
)
@takes(router, ApprovedTelling)
def post_commitment_telling(staff: Managers, commitment_id: str, given: ApprovedTelling) -> TellingDone:
    """Tell them."""
    wiring = of_this_function()
    wiring.keep_commitments.get(commitment_id)
    with wiring.record_changes.recorded(staff, "commitment.tell", f"commitment:{commitment_id}") as note:
        audience = wiring.desk_telling.approve(commitment_id, given.people, given.text, staff.email)
        note.after = {"told": [one.contact_id for one in audience.to_tell], "text": given.text}
    after = wiring.tell_askers.told(commitment_id, [one.contact_id for one in audience.prospects])
    people = [_person(one, ready=True) for one in after]
    return {"told": len(audience.to_tell), "people": people}


def _person(one: Prospect, *, ready: bool) -> TellingPerson:
    wiring = of_this_function()
    contact, news = one.contact, one.news
    fact = told(news, contact, wiring.programme, wiring.clock()) if news else None
    is_over = one.verdict == "before"
    until = fact.until if fact and is_over else one.until
    at = fact.at if fact else None
    return {
        "contact_id": one.contact_id,
        "name": (contact.name or contact.email) if contact else "",
        "account": contact.account if contact else "",
        "language": wiring.programme.language_for(contact.locale) if contact else None,
        # Nobody has looked at whether they would be told where nobody can be.
        "verdict": one.verdict if ready and (news or not is_over) else "before" if news else "unasked",
        "reason": "erased" if contact is None else (fact.reason if fact and is_over else one.reason),
        "until": utc_text(until) if until else None,
        "ahead": one.ahead,
        "became": fact.what if fact and (is_over or not one.will_be_told) else "",
        "at": utc_text(at) if at else None,
    }


def _mails(shown: PublishedCommitment) -> list[TellingMail]:
    wiring = of_this_function()
    site, found = wiring.settings.site_url, list[TellingMail]()
    for language in wiring.programme.company.languages:
        mail = wiring.mail_writer.news(
            language=language,
            recipient_name=wiring.renderer.text("mail-preview-name", language),
            recipient_email="reader@example.com",
            commitment=as_told(shown),
            page=f"{site}/page/{language}.html#commitment-{shown.id}",
            unsubscribe_page=f"{site}/unsubscribe/{language}.html?t={_TOKEN}",
            unsubscribe_one_click=f"{site}/api/unsubscribe/{_TOKEN}",
            tags={},
        )
        found.append({"language": language, "subject": mail.subject, "text": mail.text})
    return found
