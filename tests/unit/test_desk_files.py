"""The desk's files: what was built, kept as long as it may be, and what a deployment tells it; never an empty desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sayso.adapters.desk_files import SignIn, desk_files
from sayso.adapters.rendering import Renderer
from sayso.adapters.static_pages import StaticFile
from sayso.domain.colour import palette
from tests.builders import PROGRAMME

SIGN_IN = SignIn(
    "https://sayso-1.auth.example", "https://idp.example/pool", "client-1", "https://idp.example", needs_app=True
)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    (tmp_path / "assets" / "main-1a2b.js").write_bytes(b"export {}")
    return tmp_path


def files(built: Path) -> dict[str, StaticFile]:
    return {file.path: file for file in desk_files(Renderer(PROGRAMME), PROGRAMME, SIGN_IN, built)}


def test_everything_lies_below_the_desk_and_only_what_never_changes_is_kept(built: Path) -> None:
    made = files(built)
    assert set(made) == {
        "desk/index.html",
        "desk/assets/main-1a2b.js",
        "desk/colours.css",
        "desk/icon.svg",
        "desk/settings.json",
        "desk",
        "desk/",
    }
    assert "immutable" in made.pop("desk/assets/main-1a2b.js").cache_control
    assert {file.cache_control for file in made.values()} == {"no-cache"}


@pytest.mark.parametrize("typed", ["desk", "desk/"])
def test_what_people_type_leads_to_the_desk(built: Path, typed: str) -> None:
    file = files(built)[typed]
    assert file.content_type.startswith("text/html")
    door = BeautifulSoup(file.body, "html.parser")
    (refresh,) = door.select('meta[http-equiv="refresh"]')
    (link,) = door.select("a")
    assert (refresh["content"], link["href"]) == ("0; url=/desk/index.html", "/desk/index.html")


def test_settings_name_every_address_so_that_none_is_asked_for(built: Path) -> None:
    file = files(built)["desk/settings.json"]
    assert file.content_type == "application/json"
    told = json.loads(file.body)
    company = PROGRAMME.company
    assert (told["company"], told["time_zone"], told["accent"]) == (company.name, company.timezone, company.colour)
    assert told["languages"] == list(company.languages)
    assert told["address"] == {one: PROGRAMME.form_of_address(one) for one in company.languages}
    sign_in = told["sign_in"]
    assert (sign_in["authority"], sign_in["client_id"]) == (SIGN_IN.issuer, SIGN_IN.client_id)
    addresses = {key: value for key, value in sign_in.items() if key.endswith("_endpoint")}
    assert len(addresses) == 4
    assert all(value.startswith(f"{SIGN_IN.url}/") for value in addresses.values())
    assert (sign_in["pool"], sign_in["needs_app"]) == ("https://idp.example/", True)


def test_nobody_of_ours_is_named_to_whoever_reads_the_settings(built: Path) -> None:
    assert "@" not in files(built)["desk/settings.json"].body.decode()


def test_the_icon_is_a_picture_in_the_companys_colour(built: Path) -> None:
    icon = files(built)["desk/icon.svg"]
    assert icon.content_type == "image/svg+xml"
    assert icon.body.startswith(b"<svg ")
    assert f'fill="{palette(PROGRAMME.company.colour).light.accent}"'.encode() in icon.body


def test_the_colours_are_the_companys_in_both_schemes(built: Path) -> None:
    sheet = files(built)["desk/colours.css"].body.decode()
    made = palette(PROGRAMME.company.colour)
    assert made.light.accent in sheet
    assert made.dark.accent in sheet
    assert "{" + "{" not in sheet


def test_a_desk_that_was_not_built_is_an_error_and_not_an_empty_page(tmp_path: Path) -> None:
    for missing in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(FileNotFoundError, match="make build"):
            files(missing)


def test_a_kind_of_file_without_a_content_type_is_noticed(built: Path) -> None:
    (built / "assets" / "x.wasm").write_bytes(b"")
    with pytest.raises(KeyError, match="wasm"):
        files(built)
