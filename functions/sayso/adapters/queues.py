"""Puts messages on SQS queues."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, Any

from sayso.adapters.invitation_store import step_message_body
from sayso.adapters.news_store import news_message_body
from sayso.ports import NewsMessage, StepMessage

if TYPE_CHECKING:
    from types_boto3_sqs.client import SQSClient

_BATCH = 10  # messages in one SendMessageBatch
_LONGEST_DELAY = 900  # seconds


class Queue:
    """One SQS queue."""

    def __init__(self, client: SQSClient, url: str) -> None:
        self._client, self._url = client, url

    def send(self, body: Mapping[str, Any]) -> None:
        """Put one message on the queue."""
        self._client.send_message(QueueUrl=self._url, MessageBody=json.dumps(body))

    def send_later(self, body: Mapping[str, Any], wait: timedelta) -> None:
        """Put one message on the queue that is not to be seen before so long; SQS keeps it for 15 minutes at most."""
        seconds = min(_LONGEST_DELAY, max(1, ceil(wait.total_seconds())))
        self._client.send_message(QueueUrl=self._url, MessageBody=json.dumps(body), DelaySeconds=seconds)

    def send_all(self, bodies: Iterable[Mapping[str, Any]]) -> None:
        """Put messages on the queue; raises RuntimeError when SQS did not take one of them."""
        waiting = iter(bodies)
        while chunk := list(islice(waiting, _BATCH)):
            entries = [{"Id": str(at), "MessageBody": json.dumps(body)} for at, body in enumerate(chunk)]
            answer = self._client.send_message_batch(QueueUrl=self._url, Entries=entries)  # type: ignore[arg-type]
            if answer.get("Failed"):
                raise RuntimeError(f"SQS did not take {len(answer['Failed'])} of {len(chunk)} messages")

    def send_once_a(self, window: str, body: Mapping[str, Any]) -> None:
        """Put a message on a FIFO queue unless one of the same window is there already: this is what debounces."""
        self._client.send_message(
            QueueUrl=self._url,
            MessageBody=json.dumps(body),
            MessageGroupId="page",
            MessageDeduplicationId=window,
        )


class SqsStepQueue:
    """See `sayso.ports.StepQueue`."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue

    def send(self, messages: Iterable[StepMessage]) -> None:
        """Hand steps to the sender."""
        self._queue.send_all(_bodies(messages))


class SqsNewsQueue:
    """See `sayso.ports.NewsQueue`."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue

    def send(self, messages: Iterable[NewsMessage]) -> None:
        """Hand the sender whom to tell of what."""
        self._queue.send_all(news_message_body(message) for message in messages)


def _bodies(messages: Iterable[StepMessage]) -> Iterator[dict[str, str]]:
    return (step_message_body(message) for message in messages)
