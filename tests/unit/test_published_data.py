"""data.json: it keeps to its schema, and says what the page says and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from sayso.adapters.published_data import schema_json
from sayso.domain.edition import Edition
from sayso.domain.programme import Benchmark
from sayso.handlers.published_schema import FILE
from tests.large_page import large
from tests.page_examples import COMMITMENTS, few_answers, many_answers, no_answers, with_a_year_before
from tests.pages import PROGRAMME, SITE, files, soup, text_of

SCHEMA = json.loads(schema_json())
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)
HIDDEN = PROGRAMME.model_copy(update={"page": PROGRAMME.page.model_copy(update={"show_score": False})})
EXAMPLES = {
    "many": (many_answers(), {}),
    "few": (few_answers(), {}),
    "none": (no_answers(), {}),
    "years": with_a_year_before(),
    "large": large(),
}


def data(edition: Edition, years: dict[int, Edition] | None = None, **given: Any) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files(edition, years, **given)["data.json"].body)
    return read


def problems(said: dict[str, Any]) -> list[str]:
    return [f"{error.instance_path}: {error.message}" for error in VALIDATOR.iter_errors(said)]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("programme", [PROGRAMME, HIDDEN], ids=["score", "no score"])
def test_it_keeps_to_its_schema(name: str, programme: Any) -> None:
    programme = programme.model_copy(update={"benchmark": Benchmark(nps=6, source="Somebody")})
    assert problems(data(*EXAMPLES[name], programme=programme)) == []


def test_the_schema_is_one_and_finds_what_is_wrong() -> None:
    jsonschema_rs.meta.validate(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    said = data(many_answers())
    for path, wrong in (
        (("version",), 2),
        (("now", "score", "score"), 101),
        (("now", "score", "n"), 4),
        (("now", "commitments", 0, "asked_by"), 4),
        (("now", "commitments", 0, "asked_by"), "few"),
        (("now", "commitments", 0, "status"), "lost"),
        (("now", "commitments", 0, "title"), {"fr": "x"}),
        (("now", "made_at"), "yesterday"),
    ):
        broken = json.loads(json.dumps(said))
        place: Any = broken
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = wrong
        assert problems(broken), path
    for name in said:
        assert problems({key: value for key, value in said.items() if key != name}), name


def test_the_schema_lies_beside_it_and_in_the_documents() -> None:
    made = files(many_answers())
    assert made["data.schema.json"].body.decode() == schema_json() == FILE.read_text(encoding="utf-8"), (
        "docs/published.schema.json is out of step: make describe"
    )
    assert FILE.parent.name == "docs"
    assert json.loads(made["data.json"].body)["$schema"] == f"{SITE}/page/data.schema.json"


def test_every_field_says_what_it_is() -> None:
    """By the description of what it belongs to, or by its name being in it."""
    for name, part in SCHEMA["$defs"].items():
        assert len(part.get("description", "")) > 20, name


def test_it_says_what_the_page_says() -> None:
    said, page = data(many_answers())["now"], soup(many_answers())
    assert said["score"] | {"trend": ..., "change": ...} == {
        "score": 45,
        "low": 29,
        "high": 58,
        "n": 100,
        "until": "2026-10",
        "asked": 148,
        "answered": 100,
        "few_answers": False,
        "trend": ...,
        "change": ...,
        "benchmark": None,
    }
    assert said["score"]["trend"][1] == {"month": "2025-12", "score": None, "low": None, "high": None, "n": None}
    assert [(one["label"]["en"], one["count"]) for one in said["criticised"]] == [
        ("Communication", 5),
        ("Speed of replies", 5),
    ]
    asked = {one["id"]: one["asked_by"] for one in said["commitments"]}
    assert asked == {"night": 10, "invoices": 5, "status": "several", "price": 5, "names": 5}
    read = {
        str(article["id"]).removeprefix("commitment-"): text_of(article.select_one(".theirs .label"))
        for article in page.select("article")
    }
    assert read == {
        name: "Several customers said" if number == "several" else f"At least {number} customers said"
        for name, number in asked.items()
    }
    assert [quote["id"] for one in said["commitments"] for quote in one["quotes"]] == ["names-1"]
    assert [quote["id"] for quote in said["quotes"]] == ["general"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_number_is_in_it_that_no_page_shows(name: str) -> None:
    """Every figure about customers, found in it wherever it stands, is read on a page."""
    edition, years = EXAMPLES[name]
    made = files(edition, years)
    pages = " ".join(text_of(soup(edition, years=years, year=year)) for year in (None, *_years(made)))
    readable = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", pages)}
    assert {abs(number) for number in _figures(json.loads(made["data.json"].body))} <= readable


def test_a_score_that_is_off_is_not_in_it() -> None:
    now, years = with_a_year_before()
    said = data(now, years, programme=HIDDEN)
    assert [part["score"] for part in (said["now"], *said["years"])] == [None] * 3
    assert not any("n" in part or "trend" in part for part in _objects(said))


def test_under_thirty_answers_it_counts_nobody_out() -> None:
    said = data(few_answers())["now"]
    assert [one["asked_by"] for one in said["commitments"]] == ["several"] * 2
    assert [one["count"] for one in said["praised"]] == [None]
    assert said["score"]["few_answers"] is True
    assert said["score"]["trend"] == []


def test_the_years_are_in_it_and_what_came_of_what_was_planned_then() -> None:
    said = data(*with_a_year_before())
    assert [year["year"] for year in said["years"]] == [2026, 2025]
    planned = {one["id"]: one for one in said["years"][1]["commitments"]}["names"]
    assert planned["since"] == {"status": "done", "moved_on": "2026-03-17"}
    assert planned["status"] == "planned"


def test_texts_are_without_what_turns_them_around() -> None:
    one = COMMITMENTS[0].having(heard={"en": "a\u202eb\x00<b>", "de": " \u2066 "})
    said = data(many_answers().having(commitments=(one,)))["now"]["commitments"][0]
    assert said["heard"] == {"en": "ab<b>"}


def test_it_names_nobody() -> None:
    """No field for who: neither a contact, nor who of us owns or wrote something."""
    names = {name for part in _objects(SCHEMA) for name in part.get("properties", {})}
    assert not names & {"contact_id", "owner", "chosen_by", "approved_by", "by", "survey", "occasion", "exact"}


def _years(made: Any) -> set[int]:
    return {int(Path(path).parent.name) for path in made if re.fullmatch(r"\d{4}/en\.html", path)}


def _objects(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in _objects(one)]
    if isinstance(part, dict):
        return [part, *(found for one in part.values() for found in _objects(one))]
    return []


def _figures(said: Any) -> set[int]:
    fields = ("score", "low", "high", "n", "asked", "answered", "asked_by", "count", "before", "after")
    found = (part.get(field) for part in _objects(said) for field in fields)
    return {number for number in found if isinstance(number, int) and not isinstance(number, bool)}
