"""Thirty-nine answers nobody here wrote, taken over from another tool: counted, broken by hand, found and repaired."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sayso.adapters import keys
from sayso.adapters.items import Update
from sayso.domain.counting import CounterCell
from tests.e2e.company import Company, wait_for
from tests.e2e.test_real_answers import ANSWERS

pytestmark = pytest.mark.stack

NAME = "conference_2019"
THAT_YEAR = ("--survey", NAME, "--from", "2019-01-01", "--to", "2019-12-31")


def counted(company: Company) -> int:
    """The confirmed answers of the survey, by its counters; 0 while anything is still to be counted."""
    found = company.wiring.verify_counts.verify()
    return found.surveys[NAME].counted if not found.behind and NAME in found.surveys else 0


@pytest.fixture(scope="module")
def moved(company: Company, tmp_path_factory: pytest.TempPathFactory) -> Company:
    """The company, with its past answers imported and counted."""
    assert ANSWERS.exists(), f"the real answers are not there: {ANSWERS}"
    copy = tmp_path_factory.mktemp("history") / "conference.csv"
    copy.write_bytes(ANSWERS.read_bytes())
    take_over = ("import", "responses", str(copy), "--survey", NAME, "--date-format", "month_first")
    assert company.read(*take_over)["added"] == 39
    wait_for(lambda: counted(company) == 39, "39 counted answers")
    assert company.read(*take_over)["unchanged"] == 39
    return company


def test_they_make_minus_36_open_no_case_and_belong_to_no_headline(moved: Company) -> None:
    figures = moved.read("stats", *THAT_YEAR)["figures"]
    assert (figures["n"], figures["promoters"], figures["detractors"], figures["nps"]) == (39, 8, 22, -36)
    assert NAME not in {answer["survey"] for case in moved.read("follow-ups", "list") for answer in case["answers"]}
    whole = moved.read("stats", "--from", "2019-01-01", "--to", "2019-12-31")
    assert whole["headline"]["n"] == 0


def test_a_counter_broken_by_hand_is_found_and_repaired(moved: Company) -> None:
    cell = CounterCell(NAME, "all", "-", "A", "2019-11-01", "s9")
    moved.wiring.items.write(Update(keys.counter(cell), adds={"s9": 3}))
    wait_for(lambda: counted(moved), "everything counted")
    assert moved.read("verify", expect=1)["drift"] == {str(cell): 3}
    assert moved.read("rebuild", "--yes")["cells"] == {str(cell): -3}
    assert moved.read("verify")["exact"] is True


def test_they_are_drawn_and_handed_out_as_they_came(moved: Company, tmp_path: Path) -> None:
    picture, file = tmp_path / "conference.svg", tmp_path / "answers.csv"
    moved.sayso("stats", *THAT_YEAR, "--plot", str(picture), "--picture", "distribution")
    assert "39" in picture.read_text(encoding="utf-8")
    moved.sayso("export", "responses", "--survey", NAME, "--out", str(file))
    with file.open(encoding="utf-8", newline="") as lines:
        given = sorted(int(row["score"]) for row in csv.DictReader(lines))
    with ANSWERS.open(encoding="utf-8-sig", newline="") as lines:
        assert given == sorted(int(row[1]) for row in list(csv.reader(lines))[1:])
