"""Schemathesis over the committed document: whatever it makes of it is answered as the document says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import GenerationMode

from tests import wsgi
from tests.doors import Doors, open_doors

SCHEMA = schemathesis.openapi.from_wsgi(wsgi.DESCRIPTION, wsgi.app)
QUICK = settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
LONG = settings(QUICK, max_examples=1_000)
# Every named thing a company sets is unknown to the document: such answers are refused, rightly, and drawn elsewhere.
NAMED = ("drivers", "ratings")


@pytest.fixture(scope="module")
def doors() -> Iterator[Doors]:
    with open_doors() as found:
        found.put({"score": 2, "why": "slow", "gesture": True})
        yield found


def ask(case: schemathesis.Case, doors: Doors, *, token: str) -> Any:
    if isinstance(case.body, dict) and case.meta and case.meta.generation.mode == GenerationMode.POSITIVE:
        case.body = {name: value for name, value in case.body.items() if name not in NAMED}
    if "token" in (case.path_parameters or {}):
        case.path_parameters = {"token": token}
    doors.world.clock.pass_by(minutes=2)  # nobody is asked to wait
    return case.call_and_validate(headers={"Sayso-Token": token} if token else None)


def token_for(case: schemathesis.Case, doors: Doors) -> str:
    if case.path == "/api/case":
        opened = doors.world.open_follow_up.open(doors.asked.reference)
        return doors.case(opened.follow_up_id if opened else "none")
    return doors.leaving().rpartition("/")[2] if "unsubscribe" in case.path else doors.token


@SCHEMA.parametrize()
@QUICK
def test_whoever_has_the_link_is_answered_as_described(case: schemathesis.Case, doors: Doors) -> None:
    ask(case, doors, token=token_for(case, doors))


@SCHEMA.parametrize()
@QUICK
def test_whoever_has_none_is_refused_and_writes_nothing(case: schemathesis.Case, doors: Doors) -> None:
    before = len(doors.world.items.written)
    answer = case.call_and_validate(headers={"Sayso-Token": doors.token[:-2] + "xx"})
    assert answer.status_code in (403, 404, 405)
    assert len(doors.world.items.written) == before


@pytest.mark.long
@SCHEMA.parametrize()
@LONG
def test_the_same_for_long(case: schemathesis.Case, doors: Doors) -> None:
    ask(case, doors, token=token_for(case, doors))
