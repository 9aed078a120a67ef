"""The door for the page queue: something changed that the public page may show, or an edition was approved."""

from __future__ import annotations

import json
from collections.abc import Callable
from time import sleep
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.errors import ConflictError
from sayso.services.publish_page import Outcome
from sayso.wiring import Wiring, of_this_function

logger = Logger()
pause: Callable[[float], None] = sleep

_PAUSE = 10.0  # seconds
# The page of many years with its reports takes a minute or two.
_TIME_FOR_ONE = 150_000  # milliseconds


def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, list[Any]]:
    """Publish once, however many messages came; what fails comes again as a whole.

    Only what is wrong is raised, and counted as an error of the function: there is an alarm for that. That somebody
    else publishes just now is nothing wrong. These messages must not wait in flight for that, though: nothing else of a
    FIFO queue is handed out meanwhile. So a new one takes their place once there is no time left to wait.
    """
    wiring, records = of_this_function(), event.get("Records", [])
    # The daily message has the page rendered afresh, so that a changed programme or template shows.
    daily = any(json.loads(record["body"]).get("why") == "daily" for record in records)
    try:
        _log(_refresh(wiring, context, daily=daily))
    except ConflictError as error:
        logger.warning("page busy", extra={"reason": error.reason})
        if not _ask_again(wiring, records, daily=daily):
            return {"batchItemFailures": [{"itemIdentifier": record["messageId"]} for record in records]}
    return {"batchItemFailures": []}


def _refresh(wiring: Wiring, context: LambdaContext | None, *, daily: bool) -> Outcome:
    while True:
        try:
            return _publish(wiring, daily=daily)
        except ConflictError:
            if context is None or context.get_remaining_time_in_millis() < _TIME_FOR_ONE + _PAUSE * 1000:
                raise
        pause(_PAUSE)


def _publish(wiring: Wiring, *, daily: bool) -> Outcome:
    """What the desk asked for comes first. What of it fails holds up nothing else, and is raised once all is done."""
    requests, asked, failed = wiring.carry_out_requests, [], None
    for request in requests.waiting():
        try:
            asked.append(requests.carry_out(request))
        except ConflictError:
            raise
        except Exception as error:  # it comes again, until it is too late for it
            logger.exception("what the desk asked for failed", extra={"kind": request.kind})
            failed = error
    done = wiring.publish_page.refresh(again=daily)
    requests.settle(asked)
    if failed:
        raise failed
    return done


def _ask_again(wiring: Wiring, records: list[dict[str, Any]], *, daily: bool) -> bool:
    """Whether a new message says what these did: named after one of them, so that each asks once."""
    try:
        queue = wiring.queue(wiring.settings.page_queue_url)
        queue.send_once_a(f"busy-{records[0]['messageId']}", {"why": "daily" if daily else "busy"})
    except Exception:
        logger.exception("page busy, and the queue took no new message")
        return False
    return True


def _log(done: Outcome) -> None:
    placed = done.placed
    said = {"outcome": done.outcome, "edition": done.edition.number if done.edition else 0}
    if placed:
        said |= {"put": placed.put, "deleted": placed.deleted}
    logger.info("page", extra=said)
    if placed and not placed.invalidated:
        # Also what was taken back, such as a quote.
        logger.error("the caches were not told; for an hour at most they may show what was public before")
