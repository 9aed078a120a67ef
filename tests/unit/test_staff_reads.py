"""Every view of the desk costs the same requests and reads, however many contacts and answers there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import pytest

from sayso.domain.answer_place import answer_path
from sayso.domain.staff import ROLES, Role
from tests.desk import ROUTES, open_desk, roles_of
from tests.desk_volume import Volume

LOOKS = sorted(path for method, path, _ in ROUTES if method == "GET")
# Enough for every page to be full, also an owner's, who has a tenth of the accounts. A person has answered as often as
# in the others: what a page reads of one account is that account's year.
FEW = (1_300, 6_500)
# What is looked at for one request, at most: where there is less of it, less is read.
CAPS = {
    "/api/staff/accounts": 2_500,  # where an owner's are looked for by name: 200 accounts with five people each
    "/api/staff/answers": 600,
    "/api/staff/cases": 240,
    "/api/staff/cases/due": 240,
    "/api/staff/cases/report": 500,  # every follow-up of the months it is about
    "/api/staff/home/work": 2_500,
    "/api/staff/programme/calendar": 2_100,
}
# Eight for each account of a page, fewer where nobody of it has a follow-up; and what a filter of follow-ups looks
# through: parts of 25 until 200.
MOST_REQUESTS = {"/api/staff/accounts": 8 * 25, "/api/staff/cases": 200 // 25 + 2}
# Once with nothing asked for, and as people ask.
ASKED = {
    "/api/staff/answers": ("", "?group=detractor", "?survey=nothing_like_it", "?state=machine", "?account=account-1"),
    "/api/staff/accounts": ("", "?begins=customer"),
    "/api/staff/cases": ("", "?column=over", "?whose=escalated", "?late=yes"),
    "/api/staff/numbers": ("", "?by=language", "?by=driver"),
}


def addresses(volume: Volume) -> Iterator[str]:
    """Every address of the desk, of something there is."""
    person, given = volume.people[0], volume.answers[0]
    names = {
        "account_id": person.account_id,
        "contact_id": person.contact_id,
        "case_id": f"{0:012x}",
        "commitment_id": "promise-1",
        "answer": answer_path(given.reference),
        "number": "1",
    }
    for path in LOOKS:
        filled = re.sub(r"<(\w+)>", lambda found: names[found[1]], path)
        for query in ASKED.get(path, ("",)):
            yield filled + query


@lru_cache(maxsize=2)
def made(contacts: int, answers: int) -> Volume:
    """A company of a size: looking at it leaves it as it is, so that all roles can look at the same."""
    volume = Volume(contacts, answers)
    assert volume.is_counted()
    return volume


def costs(contacts: int, answers: int, role: Role) -> dict[str, tuple[int, int]]:
    """By address how many requests it takes of the table, and how many items those read."""
    found = {}
    volume = made(contacts, answers)
    with open_desk(volume.world) as desk:
        for address in addresses(volume):
            requests, read = volume.items.reads, volume.items.read_items
            answer = desk.get(address, role)
            assert answer.status in (200, 403, 404), (address, answer.body[:300])
            found[address] = volume.items.reads - requests, volume.items.read_items - read
    return found


def compared(role: Role, many: tuple[int, int]) -> None:
    few = costs(*FEW, role)
    for address, (requests, read) in costs(*many, role).items():
        path = address.partition("?")[0]
        most = max(few[address][0] + 4, MOST_REQUESTS.get(path, 0))
        assert requests <= most, f"{address}: {few[address][0]} requests became {requests}"
        allowed = max(few[address][1] * 1.3 + 50, CAPS.get(path, 0))
        assert read <= allowed, f"{address}: {few[address][1]} items read became {read}"
        assert requests <= 200, f"{address} takes {requests} requests"


@pytest.mark.parametrize("role", ROLES)
def test_no_view_reads_more_when_there_is_more(role: Role) -> None:
    compared(role, (2_000, 10_000))


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
def test_no_view_reads_more_of_twenty_thousand_contacts_and_a_hundred_thousand_answers(role: Role) -> None:
    compared(role, (20_000, 100_000))


def test_every_look_is_measured() -> None:
    roles = {path: roles_of(func) for method, path, func in ROUTES if method == "GET"}
    assert set(LOOKS) == set(roles)
