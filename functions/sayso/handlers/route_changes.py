"""The door for the table's stream: what changed goes to the queue of whoever has to act on it."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.adapters.stream import Changed, read_record
from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation
from sayso.domain.response import Response
from sayso.wiring import Wiring, of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """Route one batch of stream records; the first that fails, and all behind it, come again."""
    wiring = of_this_function()
    for record in event["Records"]:
        try:
            changed = read_record(record)
            if changed:
                _route(changed, wiring)
        except Exception:
            logger.exception("stream record failed", extra={"keys": record["dynamodb"].get("Keys")})
            return {"batchItemFailures": [{"itemIdentifier": record["dynamodb"]["SequenceNumber"]}]}
    return {"batchItemFailures": []}


def _route(changed: Changed, wiring: Wiring) -> None:
    settings, now = wiring.settings, changed.now
    if isinstance(now, Contact) or (isinstance(now, Invitation) and now.is_final and not _was_final(changed.before)):
        wiring.queue(settings.plan_queue_url).send({"contact_id": now.contact_id})
    if isinstance(now, Response):
        _route_response(now, wiring)


def _route_response(now: Response, wiring: Wiring) -> None:
    settings = wiring.settings
    reference = dict(zip(("contact_id", "survey", "occasion"), now.reference, strict=True))
    if now.is_unsettled:
        wiring.queue(settings.settle_queue_url).send(reference)
    # What was imported calls for nobody, and is no part of the page.
    if now.state == "confirmed" and not now.imported_from:
        if now.needs_follow_up:
            wiring.queue(settings.follow_up_queue_url).send(reference)
        # Half as long as the message waits: by the time it is taken, the last answer of its window is counted.
        window = int(wiring.clock().timestamp()) // max(1, settings.page_delay_seconds // 2)
        wiring.queue(settings.page_queue_url).send_once_a(f"answers-{window}", {"why": "answers"})


def _was_final(before: object) -> bool:
    return isinstance(before, Invitation) and before.is_final
