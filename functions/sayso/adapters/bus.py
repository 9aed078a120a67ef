"""Puts events on our bus."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types_boto3_events.client import EventBridgeClient


class EventBus:
    """See `sayso.ports.Bus`. `source` is how the events say which part of us they came through."""

    def __init__(self, client: EventBridgeClient, name: str, source: str) -> None:
        self._client, self._name, self._source = client, name, source

    def put(self, detail_type: str, detail: Mapping[str, Any]) -> None:
        """Put one event; raises RuntimeError, which quotes nothing of it, when the bus did not take it."""
        answer = self._client.put_events(
            Entries=[
                {
                    "EventBusName": self._name,
                    "Source": self._source,
                    "DetailType": detail_type,
                    "Detail": json.dumps(detail, ensure_ascii=False),
                }
            ]
        )
        # The call succeeds as a whole even where its entry failed.
        if answer["FailedEntryCount"]:
            raise RuntimeError(f"the bus refused the event: {answer['Entries'][0].get('ErrorCode', 'no reason given')}")
