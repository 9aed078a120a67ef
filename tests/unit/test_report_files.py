"""A report is set when its file is to be put, and never again while nothing in it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sayso.adapters import report as reports
from sayso.adapters.page import PageFile, site_files
from sayso.adapters.rendering import Renderer
from sayso.adapters.report import report_file
from sayso.domain.edition import Edition
from sayso.domain.programme import LANGUAGES, Programme
from sayso.domain.unmade import Body, Unmade, digest_of_body, made
from tests.builders import World, programme
from tests.page_examples import MADE_AT, with_a_year_before
from tests.pages import PROGRAMME, SITE

NOW, YEARS = with_a_year_before()
RENDERER = Renderer(PROGRAMME)


@pytest.fixture(autouse=True)
def sheets(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was set, one after the other."""
    done: list[str] = []

    def typeset(_sheet: Path, _fonts: object, data: str, made_at: int) -> bytes:
        done.append(data)
        return f"%PDF {made_at} {data}".encode()

    monkeypatch.setattr(reports, "typeset", typeset)
    yield done
    reports._house.cache_clear()


def site(
    edition: Edition = NOW, years: Mapping[int, Edition] = YEARS, programme: Programme = PROGRAMME, **given: Any
) -> list[PageFile]:
    renderer = RENDERER if programme is PROGRAMME else Renderer(programme)
    report = partial(report_file, renderer, programme, SITE)
    return site_files(renderer, programme, SITE, edition, years, report=report, **given)


def names(files: list[PageFile]) -> dict[str, str]:
    """The files with a fingerprint that are of a year and language, by these."""
    paths = [file.path.split(".") for file in files if file.path.startswith("report/")]
    return {f"{name}.{language}": fingerprint for name, language, fingerprint, _ in paths}


def test_the_files_of_an_edition_are_known_without_setting_a_report(sheets: list[str]) -> None:
    files = site()
    assert len(names(files)) == 3 * len(LANGUAGES)
    assert sheets == []
    by_path = {file.path: file.body for file in files}
    latest = by_path[f"report/latest.de.{names(files)['report/latest.de']}.pdf"]
    assert made(latest) == made(by_path["report.de.pdf"])
    assert len(sheets) == 1
    assert digest_of_body(latest).startswith(names(files)["report/latest.de"])


def test_the_same_is_called_the_same() -> None:
    assert names(site()) == names(site())
    assert names(site(today=MADE_AT.date() + timedelta(days=20))) == names(site())


def test_a_new_edition_leaves_the_report_of_a_past_year_where_it_is() -> None:
    title = {"en": "More light"}
    newest = max(NOW.commitments, key=lambda one: one.moved_on)
    others = tuple(one for one in NOW.commitments if one is not newest)
    told = (newest.having(title=title), *others)
    changed = NOW.having(number=15, made_at=MADE_AT + timedelta(days=1), commitments=told)
    before, after = names(site()), names(site(changed))
    same = {name for name in before if before[name] == after[name]}
    assert same == {f"report/2025.{language}" for language in LANGUAGES}


def test_what_was_taken_back_is_in_no_report_of_that_name() -> None:
    gone = NOW.having(commitments=tuple(one for one in NOW.commitments if one.id != "paper"))
    before, after = names(site()), names(site(gone))
    assert before["report/2025.en"] != after["report/2025.en"]


def test_whatever_it_is_set_with_is_part_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = names(site())
    others = [names(site(public=False))]
    company = PROGRAMME.company.model_copy(update={"imprint": "Elsewhere 1"})
    others.append(names(site(programme=PROGRAMME.model_copy(update={"company": company}))))
    monkeypatch.setattr(reports, "version", lambda _: "99")
    reports._house.cache_clear()
    others.append(names(site()))
    (tmp_path / "report.typ").write_text("// another")
    monkeypatch.setattr(reports, "_FOLDER", tmp_path)
    reports._house.cache_clear()
    others.append(names(site()))
    for at, after in enumerate(others):
        assert not set(before.values()) & set(after.values()), at


class Shelf:
    """A page of one report, which counts how often that was made, and may fail to be."""

    def __init__(self) -> None:
        self.made, self.fails = 0, False

    def __call__(self, _edition: Edition, _years: Mapping[int, Edition], **_: Any) -> list[tuple[str, Body, str, str]]:
        report = Unmade("d" * 64, self._make)
        return [
            ("report/latest.en.dddddddd.pdf", report, "application/pdf", "immutable"),
            ("report.en.pdf", report, "application/pdf", ""),
            ("index.html", b"page", "text/html", ""),
        ]

    def _make(self) -> bytes:
        self.made += 1
        if self.fails:
            raise RuntimeError("no memory")
        return b"%PDF"


def test_a_report_that_is_public_is_not_made_again_when_all_is_rendered_anew() -> None:
    world, shelf = World(), Shelf()
    world.page_renderer = shelf
    world.publish_page.approve("kim@polder.example")
    assert shelf.made == 1
    assert world.site.files["page/report.en.pdf"] == b"%PDF"
    assert world.publish_page.refresh(again=True).outcome == "nothing"
    assert shelf.made == 1


def test_a_report_that_cannot_be_made_leaves_the_site_as_it_is() -> None:
    world, shelf = World(), Shelf()
    world.page_renderer, shelf.fails = shelf, True
    with pytest.raises(RuntimeError, match="no memory"):
        world.publish_page.approve("kim@polder.example")
    assert world.site.files == {}
    assert world.editions.page().touched == ()


def test_a_preview_has_its_reports() -> None:
    world, shelf = World(programme=programme(page={"editions": "by_approval"})), Shelf()
    world.page_renderer = shelf
    texts = dict.fromkeys(LANGUAGES, "Faster replies")
    world.keep_commitments.add("fast", {"title": texts, "heard": texts})
    world.keep_commitments.publish("fast")
    assert world.publish_page.refresh().outcome == "not approved yet"
    draft = world.editions.draft()
    assert draft
    assert world.site.files[f"{draft.prefix}report.en.pdf"] == b"%PDF"
    assert shelf.made == 1
