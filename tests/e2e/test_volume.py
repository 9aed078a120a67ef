"""A company of the largest size Sayso is for: a list of ten thousand goes in, and again without changing anything."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.e2e.company import Company

pytestmark = [pytest.mark.stack, pytest.mark.long, pytest.mark.alone]


def test_ten_thousand_rows_go_in_and_the_same_again_changes_nothing(company: Company, tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, delimiter=";")
        writer.writerow(["contact_id", "email", "name", "account", "account_since", "segment:plan"])
        for number in range(10_000):
            account = number % 800
            mail = f"p{number}@large{account}.example"
            writer.writerow(
                [f"large-{number}", mail, f"Person {number}, Jr.", f"Large {account}", "2020-03-01", "gold"]
            )
        writer.writerow(["large-bad", "nobody", "", "Large", "", ""])
    first = company.read("import", "contacts", str(file), expect=1)
    assert (first["added"], len(first["rejects"]), first["rejects"][0]["line"]) == (10_000, 1, 10_002)
    again = company.read("import", "contacts", str(file), expect=1)
    assert (again["unchanged"], "added" in again) == (10_000, False)
