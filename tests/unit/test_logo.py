"""A company's logo becomes part of the page, so it may draw and do nothing else; what is refused is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sayso.adapters.logo import LARGEST, read_logo
from sayso.adapters.programme_file import check_programme
from sayso.domain.errors import InvalidInputError
from tests.programme_files import TEXT, mistakes

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 80 20"'


def logo(tmp_path: Path, inside: str, head: str = HEAD) -> str:
    path = tmp_path / "logo.svg"
    path.write_text(f'<?xml version="1.0"?>\n<!-- drawn -->\n{head}>{inside}</svg>', encoding="utf-8")
    return read_logo(path, 'Polder & "Co"')


def test_it_is_one_image_with_the_companys_name(tmp_path: Path) -> None:
    svg = BeautifulSoup(logo(tmp_path, "<title>Layer 1</title><path d='M0 0h9'/>"), "html.parser").svg
    assert svg is not None
    assert (svg["role"], svg["aria-label"]) == ("img", 'Polder & "Co"')
    assert svg["class"] == ["logo", "plate"]
    assert svg.find("title") is None
    assert svg.find("path")


def test_its_names_are_its_own_and_none_of_the_page(tmp_path: Path) -> None:
    inside = '<linearGradient id="form"><stop offset="1"/></linearGradient><path id="why" fill="url(#form)" d="M0 0"/>'
    markup = logo(tmp_path, inside + '<use xlink:href="#why"/><use href="#why"/>')
    assert 'id="logo-form"' in markup
    assert 'fill="url(#logo-form)"' in markup
    assert markup.count('href="#logo-why"') == 2
    assert "xlink" not in markup


def test_a_size_in_pixels_becomes_its_proportions(tmp_path: Path) -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="120px" height="30"'
    markup = logo(tmp_path, "<g/>", head)
    assert 'viewBox="0 0 120 30"' in markup
    assert "width=" not in markup


def test_one_in_the_pages_own_colour_needs_no_light_ground(tmp_path: Path) -> None:
    assert "plate" not in logo(tmp_path, '<path fill="currentColor" d="M0 0"/>')


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<style>*{}</style>", "<style>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="x.png"/>', "<image>"),
        ('<a href="#x"/>', "<a>"),
        ('<animate attributeName="x"/>', "<animate>"),
        ('<set attributeName="href"/>', "<set>"),
        ("<metadata/>", "<metadata>"),
        ("<filter id='f'/>", "<filter>"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "<html>"),
        ('<g xmlns="http://www.w3.org/1999/xhtml"/>', "<g>"),
        ('<path onload="x()"/>', "'onload' of <path>"),
        ('<path style="fill:red"/>', "'style' of <path>"),
        ('<path class="note"/>', "'class' of <path>"),
        ('<use href="https://elsewhere.example/#a"/>', "'href' of <use>"),
        ('<use xlink:href="other.svg#a"/>', "'href' of <use>"),
        ('<use href="javascript:x()"/>', "'href' of <use>"),
        ('<path fill="url(https://elsewhere.example/#a)"/>', "'fill' of <path>"),
        ('<path fill="u\\rl(//elsewhere.example)"/>', "'fill' of <path>"),
        ('<path fill="URL(&#34;//elsewhere.example&#34;)"/>', "'fill' of <path>"),
        ('<g><g><rect onclick="x()"/></g></g>', "'onclick' of <rect>"),
    ],
)
def test_whatever_is_more_than_a_drawing_is_refused_by_name(tmp_path: Path, inside: str, named: str) -> None:
    with pytest.raises(InvalidInputError, match=r"not allowed|may only name") as refused:
        logo(tmp_path, inside)
    assert named in refused.value.reason
    assert refused.value.field == "company.logo"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"/>', "<!DOCTYPE> is not allowed"),
        (b'<?xml-stylesheet href="x.css"?><svg xmlns="http://www.w3.org/2000/svg"/>', "not allowed"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><![CDATA[x]]></svg>', "not allowed"),
        (b'<svg viewBox="0 0 1 1"/>', "begins with <svg>, not with"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "begins with <html>"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "is not SVG"),
        (b"\x89PNG\r\n", "must be saved as UTF-8"),
        (b"PNG", "is not SVG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="10em" height="5em"/>', "needs a viewBox"),
        (b" " * (LARGEST + 1), "has 4097 bytes; at most 4096 are possible"),
    ],
)
def test_what_is_no_small_svg_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(content)
    with pytest.raises(InvalidInputError) as refused:
        read_logo(path, "Polder")
    assert reason in refused.value.reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp037"])
def test_a_document_type_in_another_encoding_is_refused_too(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}><text>&a;</text></svg>'
    path = tmp_path / "logo.svg"
    path.write_bytes(text.encode(encoding))
    with pytest.raises(InvalidInputError, match=r"UTF-8|is not SVG"):
        read_logo(path, "Polder")


WITH_LOGO = TEXT.replace("  # logo: logo.svg ", "  logo: logo.svg ")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "cannot be read; it must lie beside programme.yaml"),
        (f"{HEAD}><script/></svg>", "<script> is not allowed"),
    ],
)
def test_the_check_of_the_programme_names_the_line_of_a_logo_that_cannot_be_used(
    tmp_path: Path, content: str | None, reason: str
) -> None:
    if content:
        (tmp_path / "logo.svg").write_text(content, encoding="utf-8")
    (only,) = mistakes(tmp_path / "programme.yaml", WITH_LOGO, check_programme)
    line = WITH_LOGO.splitlines().index(next(line for line in WITH_LOGO.splitlines() if "  logo: " in line)) + 1
    assert only.startswith(f"line {line}: company.logo: ")
    assert reason in only


def test_the_check_of_the_programme_takes_a_good_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(f'{HEAD}><path d="M0 0h80v20z"/></svg>', encoding="utf-8")
    (tmp_path / "programme.yaml").write_text(WITH_LOGO, encoding="utf-8")
    assert check_programme(tmp_path / "programme.yaml").company.logo == "logo.svg"
