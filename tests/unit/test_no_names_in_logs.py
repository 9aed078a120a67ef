"""Errors end up in logs: none of them repeats a name or an address."""

from __future__ import annotations

import traceback
from typing import Any

import pytest
from botocore.exceptions import ClientError
from pydantic import ValidationError

from sayso.adapters.mailer import SesMailer
from sayso.domain.mail import Mail
from sayso.domain.sending import REASONS
from sayso.domain.tickets import TicketEvent
from sayso.domain.touchpoints import TouchpointEvent
from sayso.ports import MailRefusedError, MailUnknownError
from tests.builders import contact

SECRET = "anna.jansen@kaasboer.example"
MAIL: dict[str, Any] = {
    "to": SECRET,
    "to_name": "Anna Jansen",
    "sender_name": "Polder",
    "sender_email": "feedback@polder.example",
    "reply_to": "care@polder.example",
    "subject": "One question",
    "html": "<p>Hello</p>",
    "text": "Hello",
}


@pytest.mark.parametrize(
    ("model", "given"),
    [
        (type(contact()), {**contact().model_dump(), "email": f"<{SECRET}>", "name": [SECRET]}),
        (type(contact()), SECRET),
        (TicketEvent, {"event": "ticket.solved", "requester_email": f"<{SECRET}>", "requester_name": SECRET * 20}),
        (TouchpointEvent, {"survey": "x", "email": f"<{SECRET}>", "name": SECRET * 20, "contact_id": [SECRET]}),
        (Mail, {**MAIL, "to": f"<{SECRET}>", "to_name": f"{SECRET}\n"}),
    ],
)
def test_an_error_names_the_field_and_not_what_stood_in_it(model: Any, given: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(given)
    assert "anna" not in str(refused.value).lower()


class Ses:
    """SES that answers with one error."""

    def __init__(self, code: str, message: str, status: int) -> None:
        response: Any = {"Error": {"Code": code, "Message": message}, "ResponseMetadata": {"HTTPStatusCode": status}}
        self._error = ClientError(response, "SendEmail")

    def send_email(self, **_: Any) -> None:
        raise self._error


UNVERIFIED = f"Email address is not verified. The following identities failed the check: {SECRET}"


@pytest.mark.parametrize(
    ("code", "message", "status", "judged"),
    [
        ("MessageRejected", UNVERIFIED, 400, ""),  # in the sandbox: this recipient, and nobody else
        ("MessageRejected", "x" * 400 + UNVERIFIED, 400, ""),
        ("MessageRejected", UNVERIFIED.replace(SECRET, "feedback@polder.example"), 400, "ses_unverified"),
        ("MailFromDomainNotVerifiedException", "no MX record", 400, "ses_unverified"),
        ("MessageRejected", f"Bad content for {SECRET}", 400, "for good"),
        ("BadRequestException", f"Illegal address {SECRET}", 400, "for good"),
        ("TooManyRequestsException", f"Maximum sending rate exceeded, {SECRET}", 429, "throttled"),
        ("TooManyRequestsException", "Daily message quota exceeded", 429, "ses_quota"),
        ("LimitExceededException", "no more", 400, "ses_quota"),
        ("SendingPausedException", "paused", 400, "ses_paused"),
        ("AccountSuspendedException", "suspended", 400, "ses_paused"),
        ("AccessDeniedException", f"not authorized to mail {SECRET}", 403, "ses_not_ready"),
        ("NotFoundException", "no such configuration set", 404, "ses_not_ready"),
        ("InternalServiceErrorException", f"Lost {SECRET}", 500, None),
    ],
)
def test_what_ses_says_about_a_recipient_is_judged_and_not_kept(
    code: str, message: str, status: int, judged: str | None
) -> None:
    with pytest.raises((MailRefusedError, MailUnknownError)) as caught:
        SesMailer(Ses(code, message, status), "sayso").send(Mail(**MAIL))  # type: ignore[arg-type]
    error = caught.value
    assert str(error).startswith(f"{code}: ")
    if isinstance(error, MailRefusedError):
        words = {"for good": error.for_good, "throttled": error.throttled, error.stops: bool(error.stops)}
        assert [word for word, holds in words.items() if holds] == ([judged] if judged else [])
        assert not error.stops or error.stops in REASONS
    else:
        assert judged is None
    assert SECRET not in "".join(traceback.format_exception_only(error))
    # As a log writes it, with everything that led to it.
    assert isinstance(error, Exception)
    assert error.__cause__ is None
    assert error.__suppress_context__
