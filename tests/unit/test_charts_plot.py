"""`sayso stats --plot FILE`: what the files say, and which files may be written over."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.adapters.charts.drivers import Driver, Part
from sayso.adapters.charts.series import Point
from sayso.cli.plot import (
    distribution_file,
    drivers_file,
    rate_file,
    satisfaction_file,
    trend_file,
    write_picture,
)
from sayso.cli.plot_words import signed_tenth
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts
from tests.drawings import SVG, parsed

ABOUT = {"of": "relationship", "period": "2026-01-01 to 2026-06-30", "accent": "#1f6f5c"}
POINTS = [Point("2026-01", 12, -8.4, 30.2, 31), Point("2026-02", n=3), Point("2026-03", 20, 0, 38, 1)]
SHARES = [Point("2026-01", 41.4, 30, 52.7, 80), Point("2026-02", n=1)]


def told(file: str) -> str:
    return str(parsed(file).findtext(f"{SVG}svg/{SVG}desc"))


def lines(file: str) -> list[str]:
    return [str(text.text) for text in parsed(file).findall(f"{SVG}text")]


def notes(file: str) -> str:
    """All that stands under the picture, in one line."""
    found = parsed(file).findall(f"{SVG}text")
    return " ".join(str(text.text) for text in found if text.attrib["class"] == "note")


def test_the_trend_says_every_period_with_interval_and_n() -> None:
    file = trend_file(POINTS, **ABOUT, notes=("Two surveys.",))
    assert told(file) == (
        "2026-01: +12, likely between −8 and +30, 31 answers. 2026-02: too few answers. "
        "2026-03: +20, likely between 0 and +38, 1 answer."
    )
    assert lines(file) == [
        "Net Promoter Score, relationship",
        "2026-01-01 to 2026-06-30 · 35 answers · Band: 95 % interval.",
        "Two surveys.",
    ]


def test_a_part_of_a_period_is_told_and_what_is_hollow_is_said_once() -> None:
    parts = [point._replace(is_part=True) for point in POINTS]
    file = trend_file([parts[0], POINTS[0], *parts[1:]], **ABOUT)
    assert told(file).startswith("2026-01 (only part of the period): +12, likely between −8 and +30, 31 answers.")
    assert "2026-02 (only part of the period): too few answers." in told(file)
    assert notes(file).count("Hollow: only part of the period.") == 1
    assert "Hollow" not in notes(trend_file([POINTS[0], parts[1]], **ABOUT))
    assert "Hollow" in notes(rate_file([SHARES[0]._replace(is_part=True)], **ABOUT))


EMPTY = [Point(f"2025-{month:02d}", n=0) for month in range(1, 13)]
LATER = [Point(f"2027-{month:02d}") for month in range(1, 13)]


@pytest.mark.parametrize(
    ("whole", "note"),
    [
        ([*EMPTY, *POINTS], "Nothing to show before 2026-01."),
        ([*POINTS, *LATER], "Nothing to show after 2026-03."),
        ([*EMPTY, *POINTS, *LATER], "Nothing to show before 2026-01 and after 2026-03."),
    ],
)
@pytest.mark.parametrize("drawn", [trend_file, rate_file, satisfaction_file])
def test_periods_before_the_first_answer_and_after_the_last_are_cut_off_and_it_is_said(
    drawn: Callable[..., str], whole: list[Point], note: str
) -> None:
    file = drawn(whole, **ABOUT)
    assert note in notes(file)
    assert not [words for words in parsed(file).itertext() if words.startswith(("2025-", "2027-"))]
    assert "2026-02" in file
    assert told(file) == told(drawn(POINTS, **ABOUT))
    assert "Nothing to show" not in notes(drawn(POINTS, **ABOUT))


def test_too_few_answers_at_an_end_are_no_end() -> None:
    assert "2025-12: too few answers" in told(trend_file([Point("2025-12", n=2), *POINTS], **ABOUT))


def test_a_gap_of_more_than_half_of_the_picture_stays_and_is_said() -> None:
    file = trend_file([POINTS[0], *EMPTY, POINTS[2]], **ABOUT)
    assert "The gap: nothing to show from 2025-01 to 2025-12." in notes(file)
    assert "2025-06: too few answers." in told(file)
    assert "The gap" not in notes(trend_file([POINTS[0], *EMPTY[:2], POINTS[0], POINTS[2]], **ABOUT))
    assert "The gap" not in notes(trend_file(EMPTY, **ABOUT))


MARK = ("2026-02", "from here: our own survey")


@pytest.mark.parametrize("drawn", [trend_file, rate_file, satisfaction_file])
def test_a_mark_is_drawn_and_told(drawn: Callable[..., str]) -> None:
    file = drawn(POINTS, **ABOUT, mark=MARK)
    assert "2026-02 (from here: our own survey): too few answers." in told(file)
    assert "from here: our own survey" in [text.text for text in parsed(file).iter(f"{SVG}text")]
    assert "our own" not in drawn([*EMPTY, *POINTS], **ABOUT, mark=("2025-02", MARK[1]))  # cut off
    with pytest.raises(InvalidInputError, match="there is no period '2027' to mark"):
        drawn(POINTS, **ABOUT, mark=("2027", MARK[1]))


def test_where_no_n_is_written_below_how_large_the_periods_are_is_said_once() -> None:
    days = [Point(f"day {day}", 20, 5, 35, 8 + day) for day in range(365)]
    assert "Each period shown has 8 to 372 answers." in notes(trend_file(days, **ABOUT))
    assert "Each period shown has 1 survey sent." in notes(rate_file([Point("a", 1, 0, 2, 1)] * 60, **ABOUT))
    assert "Each period" not in notes(trend_file(days[:30], **ABOUT))
    assert "Each period" in notes(trend_file(days[:60], **ABOUT))
    assert "Each period" not in notes(trend_file(days[:60], **ABOUT, width=900))


@pytest.mark.parametrize(
    "file",
    [
        trend_file(POINTS, **ABOUT),
        rate_file(SHARES, **ABOUT),
        distribution_file(ScoreCounts.of(*[120] * 11), **ABOUT),
        drivers_file([Driver("Response time", Part(48, 36, 60), Part(6, 3, 11), -7.2, 34)], **ABOUT, n=120),
    ],
)
def test_scaled_down_to_a_phone_the_letters_stay_readable(file: str) -> None:
    assert 12 * 400 / float(parsed(file).attrib["width"]) >= 9


@pytest.mark.parametrize(
    ("points", "words"),
    [(-7.24, "−7.2"), (0.04, "0.0"), (-0.04, "0.0"), (9.94, "+9.9"), (9.96, "+10"), (-32.6, "−33"), (0, "0.0")],
)
def test_a_pull_is_written_to_a_tenth_as_it_is_often_less_than_a_point(points: float, words: str) -> None:
    assert signed_tenth(points) == words
    file = drivers_file([Driver("Price", None, Part(6, 3, 11), points, 34)], **ABOUT, n=120)
    assert words in [text.text for text in parsed(file).iter(f"{SVG}text")]
    assert f"pull {words}," in told(file)


def test_the_rate_is_told_by_surveys_sent() -> None:
    file = rate_file(SHARES, **ABOUT)
    assert told(file) == ("2026-01: 41 %, likely between 30 % and 53 %, 80 surveys sent. 2026-02: too few answers.")
    assert notes(file) == ("2026-01-01 to 2026-06-30, by the day of sending · 81 surveys sent · Band: 95 % interval.")


def test_satisfaction_is_the_share_of_4_and_5() -> None:
    file = satisfaction_file(SHARES, **ABOUT)
    assert lines(file)[0] == "Satisfied (4 or 5 of 5), relationship"
    assert "80 answers" in told(file)


def test_the_distribution_tells_the_groups_and_every_score_that_was_given() -> None:
    file = distribution_file(ScoreCounts.of(1, 0, 0, 0, 0, 0, 2, 0, 1, 0, 1200), **ABOUT)
    assert told(file) == (
        "1,204 answers. Detractors: 3 (0 %), of whom 1 gave 0, 2 gave 6. Passives: 1 (0 %), of whom 1 gave 8. "
        "Promoters: 1,200 (100 %), of whom 1,200 gave 10."
    )
    satisfied = distribution_file(ScoreCounts.of(0, 1, 0, 0, 2, 1, 0, 0, 0, 0, 0), **ABOUT, scale="satisfaction")
    assert (
        told(satisfied)
        == "4 answers. 1 to 3: 1 (25 %), of whom 1 gave 1. 4 or 5: 3 (75 %), of whom 2 gave 4, 1 gave 5."
    )


def test_the_drivers_tell_both_shares_the_pull_and_the_n() -> None:
    rows = [
        Driver("Response time", Part(48, 36, 60), Part(6, 3, 11), -7.2, 34),
        Driver("Expertise", None, Part(61, 50, 70), None, 1),
    ]
    assert told(drivers_file(rows, **ABOUT, n=120)) == (
        "Response time: named by 48 % (likely between 36 % and 60 %) of detractors and 6 % (likely between 3 % and "
        "11 %) of promoters, pull −7.2, 34 answers. Expertise: named by 61 % (likely between 50 % and 70 %) of "
        "promoters, there are no detractors, 1 answer."
    )


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (trend_file([], **ABOUT), "No answers yet"),
        (trend_file([Point("2026-01")], **ABOUT), "No answers yet"),
        (trend_file([Point("2026-01", n=2)], **ABOUT), "Too few answers to show"),
        (rate_file([], **ABOUT), "Nobody was asked yet"),
        (rate_file([Point("2026-01", n=2)], **ABOUT), "Too few answers to show"),
        (satisfaction_file([], **ABOUT), "No answers yet"),
        (distribution_file(ScoreCounts(), **ABOUT), "No answers yet"),
        (drivers_file([], **ABOUT, n=0), "No answers yet"),
    ],
)
def test_where_there_is_nothing_to_show_the_picture_and_its_description_say_so(file: str, words: str) -> None:
    assert words in [text.text for text in parsed(file).iter(f"{SVG}text")]
    assert told(file) == f"{words}."


def test_a_picture_is_written_over_the_one_before_and_everybody_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "trend.svg"
    write_picture(file, trend_file([], **ABOUT))
    write_picture(file, trend_file(POINTS, **ABOUT))
    assert "2026-03" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o644
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.svg").symlink_to(tmp_path / "real.svg")
    write_picture(tmp_path / "link.svg", trend_file([], **ABOUT))
    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "real.svg").is_file()


def test_another_ending_is_refused_with_what_to_do_instead(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"name it trend\.svg; for a PNG open it in a browser") as refused:
        write_picture(tmp_path / "trend.png", trend_file([], **ABOUT))
    assert refused.value.field == "plot"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    with pytest.raises(InvalidInputError, match="was not written by sayso; name another file"):
        write_picture(logo, trend_file([], **ABOUT))
    assert logo.stat().st_size == 41


def _missing_folder(tmp_path: Path) -> Path:
    return tmp_path / "none" / "trend.svg"


def _folder(tmp_path: Path) -> Path:
    (tmp_path / "folder.svg").mkdir()
    return tmp_path / "folder.svg"


@pytest.mark.parametrize("place", [_missing_folder, _folder])
def test_a_place_that_cannot_be_written_is_named(place: Callable[[Path], Path], tmp_path: Path) -> None:
    file = place(tmp_path)
    with pytest.raises(InvalidInputError, match=r"^plot: .*\.svg cannot be written: ") as refused:
        write_picture(file, trend_file([], **ABOUT))
    assert str(file) in refused.value.reason


def test_a_full_disk_leaves_the_picture_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "trend.svg"
    write_picture(file, trend_file(POINTS, **ABOUT))
    before = file.read_text(encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InvalidInputError, match="No space left on device"):
        write_picture(file, trend_file([], **ABOUT))
    assert file.read_text(encoding="utf-8") == before
    assert list(tmp_path.iterdir()) == [file]
