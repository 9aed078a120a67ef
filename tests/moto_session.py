"""A session of boto3 that outlives a test: to read what a service can do takes longer than most tests."""

from __future__ import annotations

from typing import Any

import boto3
from botocore.config import Config


class LastingSession(boto3.Session):
    """Makes each client once.

    moto answers whatever client asks it, and forgets everything with each `mock_aws`: so a client may be an older one.
    """

    def __init__(self) -> None:
        super().__init__()
        self._clients: dict[tuple[str, str], Any] = {}

    def client(self, service_name: str, *, config: Config | None = None, **more: Any) -> Any:  # type: ignore[override]
        """The client of a service with these settings."""
        key = (service_name, repr([sorted(vars(config or Config()).items(), key=repr), sorted(more.items(), key=repr)]))
        if key not in self._clients:
            self._clients[key] = super().client(service_name, config=config, **more)  # type: ignore[call-overload]
        return self._clients[key]
