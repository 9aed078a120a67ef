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


def test_the_rate_is_told_by_surveys_sent() -> None:
    file = rate_file(SHARES, **ABOUT)
    assert told(file) == ("2026-01: 41 %, likely between 30 % and 53 %, 80 surveys sent. 2026-02: too few answers.")
    assert lines(file)[1] == (
        "2026-01-01 to 2026-06-30, by the day of sending · 81 surveys sent · Band: 95 % interval."
    )


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
        "11 %) of promoters, pull −7, 34 answers. Expertise: named by 61 % (likely between 50 % and 70 %) of "
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
