"""What every test shares: nothing reaches a real AWS account."""

from __future__ import annotations

import gc
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
os.environ.setdefault("POWERTOOLS_SERVICE_NAME", "sayso")
os.environ.setdefault("POWERTOOLS_METRICS_NAMESPACE", "Sayso")
# Real keys of whoever runs the tests are never used: tests talk to fakes, to moto or to the local stack.
os.environ["AWS_ACCESS_KEY_ID"] = os.environ["AWS_SECRET_ACCESS_KEY"] = "test"
for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN"):
    os.environ.pop(name, None)

# A busy machine makes no input wrong: how long an example takes is no reason to fail.
settings.register_profile("sayso", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sayso")


def pytest_collection_finish() -> None:
    """Ten thousand tests stay until the end: looking through them for garbage, each time, took a sixth of the run."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    if config.getvalue("dist") != "loadfile":
        return None
    from tests.side_by_side import OneStack

    return OneStack(config, log)
