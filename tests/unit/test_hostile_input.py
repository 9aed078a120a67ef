"""Ten thousand hostile requests and two thousand hostile forms: refused with a sentence, and nothing is written."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.domain.response import AnswerInput
from sayso.handlers import owner_api, plain_page, public_api
from tests import hostile, hostile_changes
from tests.builders import World, contact, sent_invitation
from tests.doors import Answered, Doors, knock, open_doors, opened
from tests.staff import POSTS, WORDS, Staff

# Somebody else's, in the same table.
OTHERS = ("Piet de Wit", "piet@fietsfabriek.example", "a word of Piet's", "crm-2")
LEAKS = re.compile(r"Traceback|\.py\b|File \"|Exception|boto|dynamodb|pydantic|jinja|NoneType|" + "|".join(OTHERS))


@pytest.fixture
def doors() -> Iterator[Doors]:
    with open_doors() as found:
        other = contact(contact_id="c2", name=OTHERS[0], email=OTHERS[1], external_id=OTHERS[3])
        found.world.contacts.save(other, None)
        asked = found.world.invitations.save(sent_invitation(contact_id="c2"))
        found.world.answer(asked, 3, why=OTHERS[2])
        yield found


def refuses(doors: Doors, handle: Any, request: Mapping[str, Any]) -> Answered:
    answer = knock(handle, request)
    assert 400 <= answer.status < 500, request
    assert not LEAKS.search(answer.body), request
    assert all("\n" not in value for value in answer.headers.values()), request
    return answer


def hold_out(doors: Doors, seed: int, number: int) -> Counter[int]:
    before, statuses = len(doors.world.items.written), Counter[int]()
    for request in hostile.requests(doors.token, number, seed):
        answer = refuses(doors, public_api.handle, request)
        error = answer.json["error"]
        assert set(error) == {"field", "reason"}
        assert len(error["field"]) <= 40
        assert 10 <= len(error["reason"]) <= 200
        statuses[answer.status] += 1
    assert len(doors.world.items.written) == before
    return statuses


def hold_out_forms(doors: Doors, seed: int, number: int) -> Counter[int]:
    before, statuses = len(doors.world.items.written), Counter[int]()
    for request in hostile.forms(doors.token, number, seed):
        answer = refuses(doors, plain_page.handle, request)
        assert not re.search(r"<(script|img|b)\b|\b49\b", answer.body), request
        statuses[answer.status] += 1
    assert len(doors.world.items.written) == before
    return statuses


def test_ten_thousand_hostile_requests_are_refused_and_write_nothing(doors: Doors) -> None:
    statuses = hold_out(doors, 4, 10_000)
    assert set(statuses) == {400, 403, 404, 405, 413, 415}
    assert doors.put({"score": 9, "gesture": True}).status == 200, "and who means well is still heard"


def test_two_thousand_hostile_forms_are_refused_and_write_nothing(doors: Doors) -> None:
    statuses = hold_out_forms(doors, 4, 2_000)
    assert set(statuses) == {400, 403, 405, 413, 415}
    assert doors.plain("POST", {"score": "9"}).status == 200


def hold_out_changes(path: str, seed: int, number: int) -> Counter[int]:
    with opened(Staff()) as staff:
        before, statuses = len(staff.world.items.written), Counter[int]()
        for request in hostile_changes.changes(path, staff.takes(path), staff.token_for(path), number, seed):
            answer = refuses(staff, owner_api.handle, request)
            error = answer.json["error"]
            assert len(error["field"]) <= 40
            assert 10 <= len(error["reason"]) <= 200
            assert WORDS not in answer.body
            statuses[answer.status] += 1
        assert len(staff.world.items.written) == before
        assert staff.at("POST", path, staff.takes(path)).status == 200, "and who means well is still heard"
    return statuses


@pytest.mark.parametrize("path", POSTS)
def test_two_thousand_hostile_changes_of_our_own_things_are_refused_and_write_nothing(path: str) -> None:
    assert set(hold_out_changes(path, 6, 2_000)) == {400, 403, 415}


@pytest.mark.long
@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("seed", range(100, 104))
def test_other_hostile_changes_are_refused_too(path: str, seed: int) -> None:
    hold_out_changes(path, seed, 5_000)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
def test_other_hostile_requests_are_refused_too(doors: Doors, seed: int) -> None:
    hold_out(doors, seed, 10_000)
    hold_out_forms(doors, seed, 2_000)


ONE_WORLD = World()  # its renderer has read every sentence once
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NEARLY = st.fixed_dictionaries(
    {"score": st.integers(-2, 12) | ANYTHING},
    optional={name: ANYTHING for name in AnswerInput.model_fields if name != "score"},
)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=ANYTHING | NEARLY)
@example(body={"score": 0, "drivers": []})  # a wish, if an empty one, that came without a gesture: 409
def test_whatever_json_comes_it_is_kept_or_refused_and_never_a_fault(body: Any) -> None:
    with open_doors() as doors:
        answer = doors.put(json.dumps(body))
        assert answer.status in (200, 400, 409)
        assert bool(doors.answers()) == (answer.status == 200)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=st.binary(max_size=200), path=st.text(max_size=20), method=st.text(max_size=5), token=st.text(max_size=40))
def test_whatever_bytes_come_nothing_is_written(body: bytes, path: str, method: str, token: str) -> None:
    with open_doors(ONE_WORLD) as doors:
        before = len(doors.world.items.written)
        text = body.decode("latin-1")
        addresses = ((public_api, "/api/"), (plain_page, "/api/plain/"), (owner_api, "/api/"), (owner_api, "/api/case"))
        for door, prefix in addresses:
            headers = {"sayso-token": token, "content-type": text[:30], "accept-language": text}
            request = hostile.event(method, prefix + path, text, headers=headers, isBase64Encoded=True)
            answer = refuses(doors, door.handle, request)
            assert answer.status < 500
        assert len(doors.world.items.written) == before
