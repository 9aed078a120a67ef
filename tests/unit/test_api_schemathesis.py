"""Schemathesis over the committed document: whatever it makes of it is answered as the document says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import GenerationMode

from tests import wsgi
from tests.doors import opened
from tests.staff import POSTS, Staff

SCHEMA = schemathesis.openapi.from_wsgi(wsgi.DESCRIPTION, wsgi.app)
QUICK = settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
LONG = settings(QUICK, max_examples=1_000)
# Every named thing a company sets is unknown to the document: such answers are refused, rightly, and drawn elsewhere.
NAMED = ("drivers", "ratings")
# What our own people send depends on what else they send, and on what there is: the rest of it is `staff.takes`.
FREE = {"/api/case": ("action_id",), "/api/review": ("score", "why", "better"), "/api/hold": (), "/api/edition": ()}


@pytest.fixture(scope="module")
def doors() -> Iterator[Staff]:
    with opened(Staff()) as found:
        yield found


def ask(case: schemathesis.Case, doors: Staff) -> Any:
    token = doors.token_for(case.path)
    if isinstance(case.body, dict) and case.meta and case.meta.generation.mode == GenerationMode.POSITIVE:
        case.body = known(case.path, case.body, doors)
    if "token" in (case.path_parameters or {}):
        case.path_parameters = {"token": token}
    if case.path == "/api/answer":
        doors.world.clock.pass_by(minutes=2)  # nobody is asked to wait
    return case.call_and_validate(headers={"Sayso-Token": token})


def known(path: str, body: dict[str, Any], doors: Staff) -> dict[str, Any]:
    """A body the document allows, without what it cannot know: the company's names, and what goes with what."""
    if path not in POSTS:
        return {name: value for name, value in body.items() if name not in NAMED}
    fixed = doors.takes(path)
    return {**fixed, **{name: body[name] for name in FREE[path] if name in body}}


@SCHEMA.parametrize()
@QUICK
def test_whoever_has_the_link_is_answered_as_described(case: schemathesis.Case, doors: Staff) -> None:
    ask(case, doors)


@SCHEMA.parametrize()
@QUICK
def test_whoever_has_none_is_refused_and_writes_nothing(case: schemathesis.Case, doors: Staff) -> None:
    before = len(doors.world.items.written)
    answer = case.call_and_validate(headers={"Sayso-Token": doors.token[:-2] + "xx"})
    assert answer.status_code in (403, 404, 405)
    assert len(doors.world.items.written) == before


@pytest.mark.long
@SCHEMA.parametrize()
@LONG
def test_the_same_for_long(case: schemathesis.Case, doors: Staff) -> None:
    ask(case, doors)
