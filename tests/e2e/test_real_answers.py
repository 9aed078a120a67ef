"""Thirty-nine answers that nobody here wrote, through invitations, the survey's API and the stream."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.company import Company, wait_for
from tests.e2e.test_the_loop import NEW_TODAY

pytestmark = pytest.mark.stack

ANSWERS = Path(__file__).resolve().parents[3] / "shared" / "data" / "conference-survey.csv"


THEY = ("--survey", "day50", "--segment", "met=conference")


def counted(company: Company) -> int:
    """The confirmed answers to day50, of everybody."""
    return int(company.read("stats")["surveys"].get("day50", {"n": 0})["n"])


def cases(company: Company) -> list[dict[str, Any]]:
    """The follow-ups that were opened for them."""
    return [one for one in company.read("follow-ups", "list") if str(one["account"]).startswith("Guest ")]


def test_they_make_39_answers_8_promoters_22_detractors_and_minus_36(company: Company) -> None:
    assert ANSWERS.exists(), f"the real answers are not there: {ANSWERS}"
    with ANSWERS.open(encoding="utf-8-sig", newline="") as file:
        rows = [(int(row[1]), row[2]) for row in list(csv.reader(file))[1:]]
    company.import_contacts(
        {
            "contact_id": f"guest{number}",
            "email": f"guest{number}@conference.example",
            "account": f"Guest {number}",
            "account_since": NEW_TODAY,
            "segment:met": "conference",
        }
        for number, _ in enumerate(rows)
    )
    before = counted(company)
    assert company.read("dispatch", "day50")["handed_on"] == 39
    wait_for(lambda: len(company.mails("conference.example")) == 39, "39 mails")
    by_address = {mail["to"]: mail for mail in company.mails("conference.example")}
    for number, (score, why) in enumerate(rows):
        mail = by_address[f"guest{number}@conference.example"]
        status, answer = company.answer(mail, score, why=why)
        assert status == 200
        assert answer["answer"]["why"] == why.strip()

    wait_for(lambda: counted(company) == before + 39, "39 counted answers")
    figures = company.read("stats", *THEY)["figures"]
    assert (figures["n"], figures["promoters"], figures["detractors"], figures["nps"]) == (39, 8, 22, -36)
    wait_for(lambda: company.read("verify")["exact"], "exact counts")
    assert company.read("verify")["drift"] == {}
    wait_for(lambda: len(cases(company)) == 22, "22 follow-ups")
