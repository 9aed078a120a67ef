"""The door for SES events on the default bus: what became of each mail."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.mail_tags import read_mail_tags
from sayso.domain.notice_tags import read_notice_tags
from sayso.domain.time import parse_moment
from sayso.handlers.notice_failures import tell_of_failure
from sayso.services.hear_mail_event import MailFate
from sayso.wiring import of_this_function

logger = Logger()

FATES: dict[str, MailFate] = {
    "Email Sent": "sent",
    "Email Delivered": "delivered",
    "Email Bounced": "bounced",
    "Email Complaint Received": "complained",
    "Email Rejected": "rejected",
    "Email Delivery Delayed": "delayed",
}


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, bool]:
    """Record one event, of an invitation's mail or of one to our own people; digests carry no tags."""
    detail, fate = event["detail"], FATES[event["detail-type"]]
    tags = {name: values[0] for name, values in detail["mail"].get("tags", {}).items()}
    for_good = detail.get("bounce", {}).get("bounceType") == "Permanent"
    if "follow_up" in tags:
        notice = of_this_function().hear_notice_event.hear(*read_notice_tags(tags), fate, for_good=for_good)
        tell_of_failure(notice)
        return {"known": notice is not None}
    at = parse_moment(detail.get("delivery", {}).get("timestamp") or event["time"])
    message_id = detail["mail"].get("messageId")
    if "news" in tags and "contact" in tags:
        hear_news = of_this_function().hear_news_event.hear
        known = hear_news(tags["contact"], tags["news"], fate, at, for_good=for_good, message_id=message_id)
        logger.info("mail event", extra={"fate": fate, "known": known})
        return {"known": known}
    try:
        contact_id, survey, occasion, kind = read_mail_tags(tags)
    except KeyError:
        return {"known": False}
    reference = (contact_id, survey, occasion)
    hear = of_this_function().hear_mail_event.hear
    known = hear(reference, kind, fate, at, for_good=for_good, message_id=message_id)
    logger.info("mail event", extra={"fate": fate, "known": known})
    return {"known": known}
