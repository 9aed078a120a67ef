"""The door for the table's stream: what changed goes to the queue of whoever has to act on it."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.adapters.stream import Changed, read_record
from sayso.domain.commitment import Commitment
from sayso.domain.contact import Contact
from sayso.domain.events_out import may_be_news
from sayso.domain.filing import is_filing_alone
from sayso.domain.invitation import Invitation
from sayso.domain.notice import Notice
from sayso.domain.public_page import PageDraft
from sayso.domain.response import Response
from sayso.wiring import Wiring, of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """Route one batch of stream records; the first that fails, and all behind it, come again.

    What they call for is queued before any of it is announced: a bus that takes nothing holds up no work of ours. What
    comes again is queued once more, which the queues' readers are made for, and announced under the same ids.
    """
    wiring = of_this_function()
    routed: list[tuple[dict[str, Any], Changed]] = []
    failed: list[dict[str, str]] = []
    for record in event["Records"]:
        try:
            changed = read_record(record)
            if changed:
                _route(changed, wiring)
                routed.append((record, changed))
        except Exception:
            logger.exception("stream record failed", extra=_keys(record))
            failed = _failed(record)
            break
    for record, changed in routed:
        try:
            _announce(changed, wiring)
        except Exception:
            logger.exception("stream record cannot be announced", extra=_keys(record))
            # The stream goes on from the earliest of them.
            return {"batchItemFailures": _failed(record)}
    return {"batchItemFailures": failed}


def _failed(record: dict[str, Any]) -> list[dict[str, str]]:
    return [{"itemIdentifier": record["dynamodb"]["SequenceNumber"]}]


def _keys(record: dict[str, Any]) -> dict[str, Any]:
    return {"keys": record["dynamodb"].get("Keys")}


def _announce(changed: Changed, wiring: Wiring) -> None:
    # What it was before is read only where it matters: that costs as much as the item itself.
    if may_be_news(changed.now):
        wiring.announce.announce(changed.before, changed.now)


def _route(changed: Changed, wiring: Wiring) -> None:
    settings, now = wiring.settings, changed.now
    if isinstance(now, Contact) or (isinstance(now, Invitation) and now.is_final and not _was_final(changed.before)):
        wiring.queue(settings.plan_queue_url).send({"contact_id": now.contact_id})
    if isinstance(now, Response):
        _route_response(changed, now, wiring)
    if isinstance(now, Commitment) and _public_part(now) != _public_part(changed.before):
        _ask_for_page(wiring, "commitments")
    if isinstance(now, PageDraft) and now.approved_by:
        wiring.queue(settings.page_queue_url).send_once_a(f"approved-{now.draft_id}", {"why": "approved"})
    # A new one alone: what waits for its time, or for another try, is found by the schedule.
    if isinstance(now, Notice) and now.revision == 1 and now.is_due(wiring.clock()):
        wiring.queue(settings.notify_queue_url).send(now.key._asdict())


def _route_response(changed: Changed, now: Response, wiring: Wiring) -> None:
    settings = wiring.settings
    reference = dict(zip(("contact_id", "survey", "occasion"), now.reference, strict=True))
    if now.is_unsettled:
        wiring.queue(settings.settle_queue_url).send(reference)
    # What was imported calls for nobody, and is no part of the page's figures; but it may be quoted there until its
    # person is erased.
    if now.state == "confirmed" and (now.erased or not now.imported_from):
        # Filing an answer, however old, tells its owner nothing.
        if now.needs_follow_up and not _is_filing(changed.before, now):
            wiring.queue(settings.follow_up_queue_url).send(reference)
        _ask_for_page(wiring, "answers")


def _ask_for_page(wiring: Wiring, why: str) -> None:
    settings = wiring.settings
    # Half as long as the message waits: by the time it is taken, the last change of its window is counted.
    window = int(wiring.clock().timestamp()) // max(1, settings.page_delay_seconds // 2)
    wiring.queue(settings.page_queue_url).send_once_a(f"{why}-{window}", {"why": why})


def _public_part(commitment: object) -> object:
    """What of a commitment the page tells; None when it tells nothing of it."""
    return (commitment.public, commitment.voices) if isinstance(commitment, Commitment) and commitment.public else None


def _is_filing(before: object, now: Response) -> bool:
    return isinstance(before, Response) and is_filing_alone(before, now)


def _was_final(before: object) -> bool:
    return isinstance(before, Invitation) and before.is_final
