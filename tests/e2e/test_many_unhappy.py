"""A thousand detractors in about a minute on the deployed functions: each one case, each one alert."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from sayso.domain.invitation import Invitation
from sayso.domain.response import AnswerInput
from tests.builders import sent_invitation
from tests.e2e.company import Company
from tests.e2e.test_the_loop import row

pytestmark = [pytest.mark.stack, pytest.mark.long, pytest.mark.alone]

MANY, OWNERS = 1_000, 9
PATIENCE = 15 * 60  # seconds; the local stack runs some sixty functions a second on four threads


def wait_long(look: Callable[[], int], wanted: int) -> None:
    until = time.monotonic() + PATIENCE
    while (seen := look()) != wanted:
        assert time.monotonic() < until, f"{seen} of {wanted}"
        time.sleep(2)


def test_a_thousand_detractors_are_a_thousand_cases_with_one_alert_each(empty_company: Company) -> None:
    company = empty_company
    old = (datetime.now(UTC) - timedelta(days=400)).date().isoformat()
    company.import_contacts(
        row(
            f"low{number}",
            email=f"p{number}@low.example",
            account=f"Low {number % 200}",
            account_since=old,
            owner_email=f"owner{number % OWNERS}@polder.example",
        )
        for number in range(MANY)
    )
    wiring, began = company.wiring, datetime.now(UTC)
    people = wiring.contacts.by_external_ids([f"low{number}" for number in range(MANY)])

    def asked(name: str) -> Invitation:
        person = people[name]
        return wiring.invitations.save(_asked(person.contact_id, person.account_id, began))

    with ThreadPoolExecutor(8) as pool:
        invitations = list(pool.map(asked, people))
        start = time.monotonic()
        answers = [(one.reference, AnswerInput(score=at % 7, gesture=True)) for at, one in enumerate(invitations)]
        list(pool.map(lambda answer: wiring.record_answer.record(*answer), answers))
    print(f"{MANY} answers in {time.monotonic() - start:.0f} s")
    wait_long(lambda: len(wiring.follow_ups.list(is_open=True)), MANY)
    print(f"{MANY} cases after {time.monotonic() - start:.0f} s")
    wait_long(lambda: sum(len(company.mails(f"owner{at}@polder.example")) for at in range(OWNERS)), MANY)
    print(f"{MANY} alerts after {time.monotonic() - start:.0f} s")
    cases = wiring.follow_ups.list(is_open=True)
    assert len({case.contact_id for case in cases}) == MANY
    told = Counter(
        one.state for case in cases for one in wiring.follow_ups.notices(case.follow_up_id) if one.kind == "alert"
    )
    assert told == {"sent": MANY}


def _asked(contact_id: str, account_id: str, at: datetime) -> Invitation:
    # Nobody of an account this old is planned for day50, so that nothing else writes it meanwhile.
    values = sent_invitation(
        contact_id=contact_id, survey="day50", occasion="first", expires_at=at + timedelta(days=30)
    )
    snapshot = values.snapshot.having(account_id=account_id) if values.snapshot else None
    return values.having(snapshot=snapshot)
