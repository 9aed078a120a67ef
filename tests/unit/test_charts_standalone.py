"""A picture as a file: complete, harmless, readable in light and dark whatever the company's colour."""

from __future__ import annotations

import re

import pytest

from sayso.adapters.charts.drawing import Picture
from sayso.adapters.charts.standalone import standalone
from sayso.adapters.programme_file import load_programme
from sayso.adapters.rendering import Renderer
from sayso.domain.colour import contrast
from tests.drawings import SVG, parsed, texts
from tests.pictures import EXAMPLES, HOSTILE

ACCENTS = ["#1f6f5c", "#ffee00", "#000000", "#ffffff", "#39ff14", "#ff00ff", "#808080", "#00008b"]
NOTES = ("2026-01-01 to 2026-06-30 · 412 answers · Band: 95 % interval.", "Source: confirmed answers.")
Rules = dict[str, dict[str, str]]
TEXTS = ("text", ".heading", ".name", ".value")
# What carries no meaning: the lines behind, the ground, and the inside of a band, whose edge is drawn.
DECORATION = {(".grid", "stroke"), (".ground", "fill"), (".band", "fill"), (".band.low", "fill")}
# Drawn in the colour of the ground on purpose: the ring around a number, the inside of a bar or a dot that has an edge.
GROUND = {(".value", "stroke"), (".bar.middle", "fill"), (".dot.part", "fill")}


def rules(css: str) -> Rules:
    found: Rules = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        for selector in selectors.split(","):
            pairs = (pair.split(":", 1) for pair in body.split(";") if pair.strip())
            found.setdefault(selector.strip(), {}).update({name.strip(): value.strip() for name, value in pairs})
    return found


def _mixed(colour: str, ground: str, share: float) -> str:
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * over + (1 - share) * under):02x}" for over, under in pairs)


def schemes(accent: str) -> dict[str, Rules]:
    (style,) = parsed(standalone(EXAMPLES["trend"], accent)).iter(f"{SVG}style")
    light, dark = (style.text or "").split("@media screen and (prefers-color-scheme: dark) {")
    return {"light": rules(light), "dark": rules(dark.rsplit("}", 1)[0])}


@pytest.mark.parametrize("picture", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_a_file_holds_the_picture_whole_and_names_it(picture: Picture) -> None:
    root = parsed(standalone(picture, ACCENTS[0], heading="Net Promoter Score, all", notes=NOTES))
    (inner,) = root.findall(f"{SVG}svg")
    assert inner.attrib["role"] == "img"
    assert len(list(inner)) == len(list(parsed(str(picture))))
    assert root.findtext(f"{SVG}title") == "Net Promoter Score, all"
    written = [text.text for text in root.findall(f"{SVG}text")]
    assert written == ["Net Promoter Score, all", *NOTES]
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"
    assert float(inner.attrib["y"]) + float(inner.attrib["height"]) < float(root.attrib["height"])


@pytest.mark.parametrize("picture", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_a_file_fetches_and_runs_nothing(picture: Picture) -> None:
    file = standalone(picture, ACCENTS[0], heading=HOSTILE, notes=(HOSTILE,))
    root = parsed(file)
    used = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert used <= {"svg", "title", "desc", "style", "text", "line", "polyline", "polygon", "rect", "circle"}
    assert not {name for element in root.iter() for name in element.attrib if "href" in name or name.startswith("on")}
    assert set(re.findall(r"https?://[^\"]*", file)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\(|@import|@font-face", file)
    assert len(list(root.iter(f"{SVG}style"))) == 1


def test_hostile_and_long_headings_stay_text_and_inside() -> None:
    file = standalone(EXAMPLES["scale"], ACCENTS[0], heading=HOSTILE, notes=("word " * 200, HOSTILE))
    assert "<script" not in file
    assert not set("\u202e\u2066\x00\x0b\ufffe\ud800") & set(file)
    root = parsed(file)
    width, height = (float(root.attrib[name]) for name in ("width", "height"))
    outer = root.findall(f"{SVG}text")
    assert 3 < len(outer) <= 13
    assert max(float(text.attrib["y"]) for text in outer) < height
    assert all(text.box[2] < width for text in texts(file))


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_and_line_can_be_read_in_any_company_s_colour(accent: str, scheme: str) -> None:
    found = schemes(accent)[scheme]
    ground = found[".ground"]["fill"]
    seen = 0
    for selector, declared in found.items():
        for name in ("fill", "stroke"):
            colour = declared.get(name, "none")
            if (selector, name) in GROUND:
                assert colour == ground
            elif colour != "none" and (selector, name) not in DECORATION:
                seen += 1
                assert contrast(colour, ground) >= (4.5 if selector in TEXTS else 3), (selector, name, colour)
    assert seen == 18
    band = _mixed(found[".band"]["fill"], ground, float(found[".band"]["fill-opacity"]))
    assert contrast(found[".line"]["stroke"], band) >= 3
    assert contrast(found[".mark"]["stroke"], band) >= 3
    assert "stroke-dasharray" in found[".line.part"]  # and not another colour
    assert contrast(found[".value"]["fill"], band) >= 4.5


def test_both_schemes_have_the_same_rules() -> None:
    found = schemes(ACCENTS[0])
    assert found["dark"].keys() == found["light"].keys() - {"svg"}
    assert found["light"][".ground"]["fill"] != found["dark"][".ground"]["fill"]


def _classes(*names: str) -> set[str]:
    found = {
        part
        for name in names
        for element in parsed(str(EXAMPLES[name])).iter()
        if element.tag != f"{SVG}svg"
        for part in element.attrib.get("class", "").split()
    }
    return found - {"axis"}  # as any text


def test_every_class_has_its_looks_in_the_file_and_those_of_the_page_in_its_stylesheet() -> None:
    styled = " ".join(schemes(ACCENTS[0])["light"])
    assert {part for part in _classes(*EXAMPLES) if f".{part}" not in styled} == {"high"}  # is what is not low
    css = Renderer(load_programme()).render("page/page.css", "en")
    assert {part for part in _classes("trend", "scale") if f"svg .{part}" not in css} == {"last"}
    assert "svg .value.last" in css


def test_what_makes_pdf_of_it_needs_no_custom_properties() -> None:
    assert "var(" not in standalone(EXAMPLES["trend"], ACCENTS[0])
