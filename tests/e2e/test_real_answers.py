"""Thirty-nine answers that nobody here wrote, through invitations, the survey's API and the stream."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.cli import local_stack
from tests.e2e.company import Company, wait_for
from tests.e2e.test_the_loop import NEW_TODAY

pytestmark = pytest.mark.stack

ANSWERS = Path(__file__).resolve().parents[3] / "shared" / "data" / "conference-survey.csv"


@pytest.fixture
def empty_company(tmp_path: Path) -> Iterator[Company]:
    stack = local_stack.up(port=0, schedules=False, sender_identity="polder.example", state_dir=tmp_path)
    yield Company(stack, tmp_path)
    local_stack.down(state_dir=tmp_path)


def test_they_make_39_answers_8_promoters_22_detractors_and_minus_36(empty_company: Company) -> None:
    assert ANSWERS.exists(), f"the real answers are not there: {ANSWERS}"
    with ANSWERS.open(encoding="utf-8-sig", newline="") as file:
        rows = [(int(row[1]), row[2]) for row in list(csv.reader(file))[1:]]
    empty_company.import_contacts(
        {
            "contact_id": str(number),
            "email": f"guest{number}@conference.example",
            "account": f"Guest {number}",
            "account_since": NEW_TODAY,
        }
        for number, _ in enumerate(rows)
    )
    assert empty_company.read("dispatch", "day50")["handed_on"] == 39
    wait_for(lambda: len(empty_company.mails("conference.example")) == 39, "39 mails")
    by_address = {mail["to"]: mail for mail in empty_company.mails("conference.example")}
    for number, (score, why) in enumerate(rows):
        mail = by_address[f"guest{number}@conference.example"]
        status, answer = empty_company.answer(mail, score, why=why)
        assert status == 200
        assert answer["answer"]["why"] == why.strip()

    wait_for(lambda: empty_company.read("stats")["headline"]["n"] == 39, "39 counted answers")
    headline = empty_company.read("stats")["headline"]
    assert (headline["promoters"], headline["detractors"], headline["nps"]) == (8, 22, -36)
    proof = wait_for(lambda: empty_company.read("verify"), "the proof")
    assert proof["drift"] == {}
    assert proof["exact"]
    wait_for(lambda: len(empty_company.read("follow-ups", "list")) == 22, "22 follow-ups")
