"""The pictures: what is drawn and what is not, the text alternative, and that no text touches another."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.adapters.charts.distribution import Bar, Group, distribution_svg
from sayso.adapters.charts.drawing import Picture, shortened, width_of, wrapped
from sayso.adapters.charts.drivers import Driver, DriverWords, Part
from sayso.adapters.charts.series import Point, is_dense, trend_svg
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import signed
from tests.drawings import SVG, collisions, parsed, texts
from tests.pictures import EXAMPLES, GAP, HOSTILE, MONTHS, TOLD, distribution, drivers, rate, trend

WIDTHS = [320, 480, 640, 900]
GERMAN = (
    "Erreichbarkeit außerhalb der Geschäftszeiten und an Feiertagen",
    "Datenschutzgrundverordnungsberatung",
    "Preis-Leistungs-Verhältnis",
)


def classes(picture: Picture, tag: str) -> list[str]:
    return [element.attrib["class"] for element in parsed(str(picture)).iter(SVG + tag)]


def numbers(picture: Picture, kind: str) -> list[str]:
    return [text.words for text in texts(str(picture)) if text.kind == kind]


@pytest.mark.parametrize("picture", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_each_picture_says_in_words_what_it_shows(picture: Picture) -> None:
    root = parsed(str(picture))
    assert root.attrib["role"] == "img"
    named = [root.find(f".//*[@id='{part}']") for part in root.attrib["aria-labelledby"].split()]
    assert [element.text for element in named if element is not None] == list(TOLD.values())
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert all(one.startswith(f"{picture.name}-") for one in ids)


@pytest.mark.parametrize("picture", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_colours_are_left_to_the_stylesheet(picture: Picture) -> None:
    found = {name for element in parsed(str(picture)).iter() for name in element.attrib}
    assert not found & {"style", "fill", "stroke", "font-family", "opacity"}
    shapes = [element for element in parsed(str(picture)).iter() if element.tag.removeprefix(SVG) in ("path", "line")]
    assert all("class" in shape.attrib for shape in shapes)


def test_a_gap_stays_open_and_keeps_its_place() -> None:
    picture = EXAMPLES["trend"]
    drawn = parsed(str(picture))
    lines = [element.attrib["points"].split() for element in drawn.iter(f"{SVG}polyline")]
    assert [len(points) for points in lines] == [3, 2]
    assert classes(picture, "polygon") == ["band", "band"]
    assert len(classes(picture, "circle")) == 5
    assert [words for words in numbers(picture, "axis") if words in ("31", "3", "9", "8")] == [
        "31",
        "31",
        "31",
        "3",
        "9",
        "8",
    ]


@pytest.mark.parametrize(
    "points", [[GAP, *MONTHS], [*MONTHS, GAP], [GAP, GAP, *MONTHS, GAP]], ids=["start", "end", "both"]
)
def test_gaps_at_the_ends_do_not_bend_the_line(points: list[Point]) -> None:
    (line,) = parsed(str(trend(points))).iter(f"{SVG}polyline")
    assert [point.split(",")[1] for point in line.attrib["points"].split()] == ["126.6", "116.4", "102.3"]


def test_one_point_between_gaps_has_a_dot_and_a_band_but_no_line() -> None:
    picture = trend([GAP, MONTHS[0], GAP])
    assert classes(picture, "rect") == ["band"]
    assert classes(picture, "circle") == ["dot last"]
    assert not list(parsed(str(picture)).iter(f"{SVG}polyline"))
    assert numbers(picture, "value last") == ["+12"]


def test_a_score_without_an_interval_is_drawn_without_one() -> None:
    (band,) = parsed(str(trend([Point("2026", 40, n=12)]))).iter(f"{SVG}rect")
    assert band.attrib["height"] == "0.0"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("empty", ["trend", "gaps", "rate", "distribution", "drivers"])
def test_nothing_at_all_is_said_and_not_drawn(empty: str, width: int) -> None:
    picture = {
        "trend": trend([], width=width),
        "gaps": trend([Point("Q1"), Point("Q2")], width=width),
        "rate": rate([], width=width),
        "distribution": distribution(*[0] * 11, width=width),
        "drivers": drivers([], width=width),
    }[empty]
    assert numbers(picture, "value") == ["No answers yet"]
    assert not {"rect", "circle", "polyline", "polygon"} & {
        element.tag[len(SVG) :] for element in parsed(str(picture)).iter()
    }
    assert not list(collisions(texts(str(picture))))


def test_the_axis_runs_from_minus_to_plus_100_unless_the_reader_asks_for_less() -> None:
    assert numbers(trend(MONTHS), "axis")[:5] == ["+100", "+50", "0", "−50", "−100"]
    assert numbers(trend(MONTHS, axis=(-20, 60)), "axis")[:5] == ["+60", "+40", "+20", "0", "−20"]
    assert numbers(rate([]), "axis")[:5] == ["100 %", "75 %", "50 %", "25 %", "0 %"]


def test_an_axis_that_would_cut_an_interval_off_is_widened() -> None:
    picture = trend([Point("2026", 30, -14, 71, 12)], axis=(0, 40))
    assert numbers(picture, "axis")[:5] == ["+75", "+50", "+25", "0", "n"]
    (band,) = parsed(str(picture)).iter(f"{SVG}rect")
    top, tall = float(band.attrib["y"]), float(band.attrib["height"])
    assert 14 <= top < top + tall <= picture.height - 50


@pytest.mark.parametrize("axis", [(50, 50), (60, 20), (-101, 100), (0, 101)])
def test_an_axis_that_is_no_range_of_a_score_is_refused(axis: tuple[int, int]) -> None:
    with pytest.raises(InvalidInputError, match=r"^axis: the axis must go up, within -100 and 100$"):
        trend(MONTHS, axis=axis)


def test_the_zero_line_is_drawn_wherever_zero_is_in_sight() -> None:
    assert classes(trend(MONTHS), "line").count("zero") == 1
    assert classes(trend([Point("2026", 60, 55, 70, 900)], axis=(50, 80)), "line").count("zero") == 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("score", [-100, 0, 100])
def test_the_ends_of_the_scale_stay_in_the_picture_with_their_number(score: int, width: int) -> None:
    found = texts(str(trend([Point("2026-Q1", score, score, score, 1)] * 5, width=width)))
    assert min(text.box[1] for text in found) >= 0
    assert not list(collisions(found))


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_of_36_points_the_names_thin_out_in_whole_columns_and_the_last_one_stays(width: int) -> None:
    points = [Point(f"{2024 + at // 12}-{at % 12 + 1:02d}", at, at - 9, at + 9, 1000 + at) for at in range(36)]
    found = texts(str(trend(points, width=width)))
    names = [text.words for text in found if text.words.startswith("20")]
    assert names[-1] == "2026-12"
    assert 1 < len(names) < 36
    assert len([text for text in found if text.words.startswith("10")]) == len(names)
    assert not list(collisions(found))
    titles = [element.text for element in parsed(str(trend(points, width=width))).findall(f".//{SVG}circle/{SVG}title")]
    assert titles[0] == "2024-01: 0, n 1000"
    assert len(titles) == 36


@pytest.mark.parametrize(
    ("scores", "is_above"),
    [((40, -40, 40), False), ((-40, 40, -40), True), ((20, 19, 20), True), ((60, 10, -40), True), ((0, -100, 0), True)],
    ids=["valley", "peak", "flat", "slope", "valley at the bottom"],
)
def test_a_number_stands_where_its_line_does_not_run(scores: tuple[int, ...], is_above: bool) -> None:
    picture = trend([Point(str(score), score, score, score, 9) for score in (*scores, *[50] * 9)])
    dot = [float(circle.attrib["cy"]) for circle in parsed(str(picture)).iter(f"{SVG}circle")][1]
    number = [text for text in texts(str(picture)) if text.kind == "value"][1]
    assert (number.box[3] < dot) is is_above
    assert number.box[1] > dot or is_above


def test_where_every_n_is_written_no_dot_repeats_it() -> None:
    assert not parsed(str(trend(MONTHS))).findall(f".//{SVG}circle/{SVG}title")


def test_a_year_of_days_is_a_line_without_a_dot_for_each() -> None:
    days = [Point(f"day {day}", 20, 5, 35, 40) if day != 5 else GAP for day in range(365)]
    days[3] = GAP  # the fifth stands alone
    picture = trend(days)
    assert classes(picture, "circle") == ["dot", "dot last"]
    assert numbers(picture, "value") == []
    assert numbers(picture, "value last") == ["+20"]
    (band,) = parsed(str(picture)).iter(f"{SVG}rect")
    assert float(band.attrib["width"]) == 2


@pytest.mark.parametrize("width", WIDTHS)
def test_no_n_of_a_single_day_stands_below_many_days_that_have_others(width: int) -> None:
    days = [Point(f"day {day:03d}", 20, 5, 35, 40) if day % 2 else Point(f"day {day:03d}", n=0) for day in range(365)]
    written = numbers(trend(days, width=width), "axis")
    assert not {"n", "40"} & set(written)
    assert written.count("0") == 1  # on the axis
    names = [words for words in written if words.startswith("day")]
    assert names[-1] == "day 364"
    assert 1 < len(names) < 15


@pytest.mark.parametrize(("count", "written"), [(12, 12), (24, 12), (36, 1)])
def test_each_value_is_written_or_each_second_one_or_the_last_alone(count: int, written: int) -> None:
    picture = trend([Point(str(at), 20, 5, 35, 40) for at in range(count)], width=480)
    assert len(numbers(picture, "value") + numbers(picture, "value last")) == written


@pytest.mark.parametrize(("count", "is_line_alone"), [(39, False), (40, True)])
def test_dots_give_way_where_they_would_hide_the_line(count: int, is_line_alone: bool) -> None:
    picture = trend([Point(str(at), 20, 5, 35, 40) for at in range(count)], width=480)
    assert is_dense(count, 480) is is_line_alone
    assert len(classes(picture, "circle")) == (1 if is_line_alone else count)
    assert ("n" in numbers(picture, "axis")) is not is_line_alone


PART = Point("2026-04", -40, -80, 10, 4, is_part=True)


def test_a_part_of_a_period_is_hollow_joined_by_dashes_and_does_not_lead() -> None:
    picture = trend([PART, *MONTHS, PART])
    assert classes(picture, "circle") == ["dot part", "dot", "dot", "dot last", "dot part"]
    assert classes(picture, "polyline") == ["line part", "line", "line part"]
    assert numbers(picture, "value last") == ["+31"]
    assert numbers(picture, "value") == ["−40", "+12", "+20", "−40"]


def test_where_nothing_is_whole_the_last_part_leads() -> None:
    picture = trend([PART])
    assert classes(picture, "circle") == ["dot part last"]
    assert numbers(picture, "value last") == ["−40"]


@pytest.mark.parametrize("count", [12, 365])
def test_where_there_is_little_room_a_part_has_its_dot_and_the_whole_before_it_its_number(count: int) -> None:
    picture = trend([*[MONTHS[0]] * count, PART], width=320)
    assert classes(picture, "circle")[-2:] == ["dot last", "dot part"]
    assert numbers(picture, "value") + numbers(picture, "value last") == ["+12"]


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_mark_stands_before_its_period_with_its_words_above(at: int, width: int) -> None:
    words = "from here: our own survey"
    picture = trend([Point("a", 100, 90, 100, 9), *MONTHS[:2]], mark=(("a", "2026-01", "2026-02")[at], words))
    (mark,) = [element for element in parsed(str(picture)).iter(f"{SVG}line") if element.attrib["class"] == "mark"]
    dots = [0.0, *(float(dot.attrib["cx"]) for dot in parsed(str(picture)).iter(f"{SVG}circle"))]
    x = float(mark.attrib["x1"])
    assert dots[at] < x == float(mark.attrib["x2"]) < dots[at + 1]
    (text,) = [text for text in texts(str(picture)) if text.words == words]
    assert text.box[0] - 1 <= x <= text.box[2]
    assert text.box[3] <= float(mark.attrib["y1"]) + 2
    assert not list(collisions(texts(str(picture))))
    assert "mark" in classes(rate(MONTHS, mark=("2026-02", words)), "line")


def test_a_mark_of_no_period_is_refused() -> None:
    with pytest.raises(InvalidInputError, match=r"^mark: there is no period '2027' to mark$"):
        trend(MONTHS, mark=("2027", "from here"))


def test_the_distribution_has_a_bar_for_each_score_in_three_named_groups() -> None:
    picture = EXAMPLES["distribution"]
    assert classes(picture, "rect") == ["bar low"] * 6 + ["bar middle"] * 2 + ["bar high"] * 2
    assert numbers(picture, "axis")[-3:] == ["Detractors", "Passives", "Promoters"]
    heights = [float(bar.attrib["height"]) for bar in parsed(str(picture)).iter(f"{SVG}rect")]
    assert heights[-2] == max(heights)
    assert heights[0] == pytest.approx(max(heights) / 30, abs=0.1)


def test_scores_of_1_to_5_are_two_groups() -> None:
    groups = [Group("1 to 3", "12 %", [Bar(str(n), n) for n in (1, 2, 3)]), Group("4 or 5", "88 %", [Bar("4", 20)])]
    picture = distribution_svg(groups, name="d", **TOLD)
    assert classes(picture, "rect") == ["bar low"] * 3 + ["bar high"]


def test_on_a_phone_the_groups_are_named_one_below_the_other_with_their_scores() -> None:
    names = numbers(distribution(*[1200] * 11, width=320), "axis")[-3:]
    assert names == ["0–6 · 39 % · Detractors", "7–8 · 20 % · Passives", "9–10 · 41 % · Promoters"]


def test_a_driver_has_a_dot_and_a_band_to_either_side_and_a_group_without_answers_none() -> None:
    rows = [
        Driver("Response time", Part(48, 36, 60), Part(6, 3, 11), -7.2, 34),
        Driver("Expertise", None, Part(61, 50, 70), None, 60),
    ]
    picture = drivers(rows)
    assert classes(picture, "circle") == ["dot low", "dot high", "dot high"]
    assert numbers(picture, "value") == ["−7", "48 %", "6 %", "–", "61 %"]
    assert numbers(picture, "axis")[:4] == ["of detractors", "of promoters", "pull", "n"]
    circles = [float(circle.attrib["cx"]) for circle in parsed(str(picture)).iter(f"{SVG}circle")]
    (middle,) = {
        line.attrib["x1"] for line in parsed(str(picture)).iter(f"{SVG}line") if line.attrib["class"] == "zero"
    }
    assert circles[0] < float(middle) < circles[1] < circles[2]


@pytest.mark.parametrize("width", [480, 640, 900])
def test_no_wide_gap_lies_between_the_names_and_the_bars(width: int) -> None:
    names = ("Price", "Response time", "Expertise")
    picture = drivers([Driver(name, Part(20, 9, 38), Part(60, 50, 88), 1.2, 34) for name in names], width=width)
    found = texts(str(picture))
    name_ends = max(text.box[2] for text in found if text.kind == "name")
    numbers_begin = min(text.box[0] for text in found if text.words == "20 %")
    assert name_ends < numbers_begin < name_ends + 60
    bands = [float(band.attrib["width"]) for band in parsed(str(picture)).iter(f"{SVG}rect")]
    assert bands[0] / 29 == pytest.approx(bands[1] / 38, rel=0.02)  # a percent is as long to either side


@pytest.mark.parametrize("width", WIDTHS)
def test_twelve_drivers_with_long_german_names_fit(width: int) -> None:
    rows = [Driver(GERMAN[at % 3], Part(9 * at, 0, 100), Part(1, 0, 100), -at, 10**at // 10**6) for at in range(12)]
    picture = drivers(rows, width=width, words=DriverWords("der Kritiker", "der Empfehlenden", "Wirkung auf die Zahl"))
    found = texts(str(picture))
    assert not list(collisions(found))
    assert _outside(picture) == []
    cut = {text.full for text in found if text.words.endswith("…") and text.kind == "name"}
    assert cut <= set(GERMAN)
    assert cut or width > 320


def _outside(picture: Picture) -> list[str]:
    return [
        text.words
        for text in texts(str(picture))
        if text.box[0] < -0.1 or text.box[1] < -0.1 or text.box[2] > picture.width + 0.1 or text.box[3] > picture.height
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_names_stay_text_and_inside_the_picture(width: int) -> None:
    told: dict[str, Any] = {"title": HOSTILE, "description": HOSTILE}
    pictures = [
        trend_svg([Point(HOSTILE, 1, 0, 2, 3)] * 3, name="t", signed=signed, width=width, **told),
        trend_svg([], name="t", signed=signed, empty=HOSTILE, width=width, **told),
        trend_svg([*MONTHS, GAP], name="t", signed=signed, width=width, mark=("2026-02", HOSTILE), **told),
        distribution(*[1] * 11, width=width, labels=(HOSTILE,) * 3),
        drivers([Driver(HOSTILE, None, None, None, 0)] * 2, width=width, words=DriverWords(*[HOSTILE] * 3)),
    ]
    for picture in pictures:
        allowed = {"svg", "title", "desc", "text", "line", "polyline", "polygon", "rect", "circle"}
        assert {element.tag.removeprefix(SVG) for element in parsed(str(picture)).iter()} <= allowed
        assert _outside(picture) == []
        assert not list(collisions(texts(str(picture))))
        assert not set("\u202e\u2066\x00\x0b\ufffe\ud800") & set(str(picture))
        full = [text.full for text in texts(str(picture)) if text.words.endswith("…")]
        assert full
        assert all(one and one.endswith("W" * 200) for one in full)


SCORES = st.integers(-100, 100)
LABELS = st.text(st.characters(codec="utf-8"), max_size=30)


@st.composite
def any_points(draw: st.DrawFn) -> list[Point]:
    points = []
    for label in draw(st.lists(LABELS, max_size=40)):
        n = draw(st.none() | st.integers(0, 10**7))
        if draw(st.booleans()):
            low, score, high = sorted(draw(st.tuples(SCORES, SCORES, SCORES)))
            points.append(Point(label, score, low, high, n, draw(st.booleans())))
        else:
            points.append(Point(label, n=n))
    return points


def test_names_and_numbers_that_are_thinned_together_still_touch_nothing() -> None:
    """A step at which the names fit is larger than one at which the numbers do, and meets other numbers."""
    large = {1, 3, 11, 13, 18, 19, 20, 28}
    points = [Point(f"2026-{number:02d}", n=10**7 if number in large else 10) for number in range(29)]
    assert not list(collisions(texts(str(trend(points, width=320)))))


@given(any_points(), st.integers(320, 900), st.none() | st.tuples(st.integers(0, 39), LABELS))
def test_whatever_the_series_no_texts_touch_and_no_gap_is_bridged(
    points: list[Point], width: int, mark: tuple[int, str] | None
) -> None:
    marked = (points[mark[0] % len(points)].label, mark[1]) if mark and points else None
    picture = trend(points, width=width, mark=marked)
    assert not list(collisions(texts(str(picture))))
    assert _outside(picture) == []
    drawn = sum(len(line.attrib["points"].split()) - 1 for line in parsed(str(picture)).iter(f"{SVG}polyline"))
    assert drawn == sum(a.value is not None and b.value is not None for a, b in pairwise(points))


@given(
    st.lists(st.integers(0, 10**6), min_size=11, max_size=11), st.integers(320, 900), st.tuples(LABELS, LABELS, LABELS)
)
def test_whatever_the_counts_no_texts_touch(counts: list[int], width: int, labels: tuple[str, str, str]) -> None:
    picture = distribution(*counts, width=width, labels=labels)
    assert not list(collisions(texts(str(picture))))
    assert _outside(picture) == []


PARTS = st.none() | st.tuples(*[st.integers(0, 100)] * 3).map(sorted).map(lambda ends: Part(ends[1], ends[0], ends[2]))
DRIVERS = st.builds(Driver, LABELS, PARTS, PARTS, st.none() | SCORES, st.integers(0, 10**6))


@given(st.lists(DRIVERS, max_size=12), st.integers(320, 900))
def test_whatever_the_drivers_no_texts_touch(found: list[Driver], width: int) -> None:
    picture = drivers(found, width=width)
    assert not list(collisions(texts(str(picture))))
    assert _outside(picture) == []


def test_a_text_is_cut_with_an_ellipsis_only_where_it_does_not_fit() -> None:
    assert shortened("Fachwissen", 200) == "Fachwissen"
    assert shortened("Fachwissen", 50).endswith("…")
    assert width_of(shortened("Fachwissen", 50)) <= 50
    assert wrapped("eins zwei drei", 40, 2) == ["eins", "zwe…"]
    assert wrapped("eins zwei drei", 70, 2) == ["eins zwei", "drei"]
    assert wrapped("", 36, 2) == [""]
