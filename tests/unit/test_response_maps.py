"""Exports of other tools are read by maps: columns, dates and scores are found, and nothing is guessed."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.adapters.csv_in import check_rejects, read_csv, write_rejects
from sayso.adapters.csv_out import safe_cell
from sayso.adapters.response_maps import GENERIC, find_map, read_map, ready_made, recognise
from sayso.domain.errors import InvalidInputError
from sayso.domain.foreign_dates import DateReader, check_date_format, reader_for
from sayso.domain.foreign_scores import read_score
from sayso.domain.imported_answer import ImportedAnswer, Refusal, RowReader
from sayso.domain.programme import Scale
from sayso.domain.response_map import ResponseMap
from tests.builders import MONDAY, PROGRAMME, moments

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HEADERS = {
    "google_forms": ["Timestamp", "How likely are you to recommend us?", "Why?"],
    "typeform": ["#", "How likely …?", "Why is that?", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"],
    "surveymonkey": ["Respondent ID", "Collector ID", "Start Date", "End Date", "Email Address", "How likely is it?"],
    "qualtrics": ["StartDate", "EndDate", "Status", "ResponseId", "RecordedDate", "RecipientEmail", "NPS"],
    "delighted": ["id", "person", "survey_type", "score", "comment", "permalink", "created_at"],
    "wootric": ["id", "score", "text", "created_at", "email", "end_user_id"],
    "stella_connect": ["request_id", "response_received_at", "star_rating", "request_sent_to"],
    "sayso": ["id", "survey", "score", "counted_day", "confirmed_at", "imported_from"],
    GENERIC: ["Date", "Score", "E-Mail"],
}


# Scores of other scales, which on ours would make a happy customer a detractor.
OF_OTHERS = [
    "4 out of 5",
    "4 of 5",
    "3 (of 5)",
    "4 of five",
    "5 stars",
    "5 - stars",
    "7 - 8",
    "5 (★)",
    "10 - of 10 and 5",
]


def reader(how: str = "iso", scale: Scale = "nps", **changes: object) -> RowReader:
    columns = {"score": "score", "answered_at": "at", "why": "why", "drivers": "drivers", "segment:tier": "tier"}
    one = ResponseMap.model_validate({"columns": columns, **changes})
    found = one.find(["score", "at", "why", "drivers", "tier"])
    return RowReader(one, found, scale, DateReader(how, AMSTERDAM), PROGRAMME, MONDAY)


class TestScores:
    @pytest.mark.parametrize(
        ("text", "score"),
        [
            ("9", 9),
            (" 9.0 ", 9),
            ("9,00", 9),
            ("10 - Extremely likely", 10),
            ("0 – not at all", 0),
            ("7/10", 7),
            ("10 (Extremely likely)", 10),
            ("8: good", 8),
            ("9 out of 10", 9),
            ("3 (of 10)", 3),
        ],
    )
    def test_they_are_read_as_exports_write_them(self, text: str, score: int) -> None:
        assert read_score(text, "nps") == score

    @pytest.mark.parametrize(
        "text", ["8.5", "8,5", "nine", "-1", "9-10", "9 10", "4/5", "★★★★", "1e1", "0x9", *OF_OTHERS]
    )
    def test_what_is_no_whole_number_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="is no whole number on the scale of 0 to 10"):
            read_score(text, "nps")

    @pytest.mark.parametrize("text", ["4", "4 out of 5", "4/5", "4 stars", "4 - good"])
    def test_stars_are_read_on_their_own_scale(self, text: str) -> None:
        assert read_score(text, "satisfaction") == 4

    @pytest.mark.parametrize(
        ("text", "scale"),
        [
            ("11", "nps"),
            ("100", "nps"),
            ("0", "satisfaction"),
            ("6", "satisfaction"),
        ],
    )
    def test_what_is_not_on_the_scale_is_refused(self, text: str, scale: Scale) -> None:
        with pytest.raises(ValueError, match="is not on the scale of"):
            read_score(text, scale)


class TestDates:
    @pytest.mark.parametrize(
        ("text", "moment"),
        [
            ("2019-11-01", (2019, 11, 1)),  # a day alone counts on that day
            ("2019/11/1 8:51:12", (2019, 11, 1, 7, 51, 12)),
            ("2019-11-01T08:51:12Z", (2019, 11, 1, 8, 51, 12)),
            ("2019-11-01T08:51:12.345+0200", (2019, 11, 1, 6, 51, 12)),
            ("2019-11-01 08:51:12 UTC", (2019, 11, 1, 8, 51, 12)),
            ("2019/11/01 8:51:12 PM GMT+1", (2019, 11, 1, 19, 51, 12)),
            ("1.11.2019 08:51", (2019, 11, 1, 7, 51)),
            ("1 Nov 2019, 12:05 AM", (2019, 10, 31, 23, 5)),
            ("Friday, November 1st, 2019", (2019, 11, 1)),
            ("2019-07-01 08:00", (2019, 7, 1, 6)),
        ],
    )
    def test_what_is_clear_is_read_in_its_zone_or_the_companys(self, text: str, moment: tuple[int, ...]) -> None:
        assert DateReader("iso", AMSTERDAM).read(text) == datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type,misc]

    @pytest.mark.parametrize(("how", "month"), [("month_first", 11), ("day_first", 1)])
    def test_the_order_of_day_and_month_is_as_it_is_said(self, how: str, month: int) -> None:
        read = DateReader(how, ZoneInfo("UTC")).read("11/1/2019 8:51:12")
        assert (read.month, read.day) == (month, 12 - month)

    @pytest.mark.parametrize(
        "text", ["", "soon", "2019-13-01", "2019-11-31", "32/1/2019", "2019-11-01 25:00", "2019-11-01 13:00 PM", "8.5"]
    )
    def test_what_is_no_date_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"is not a date|is empty"):
            DateReader("day_first", AMSTERDAM).read(text)

    @pytest.mark.parametrize(("text", "how"), [("11/25/2019", "month_first"), ("25/11/2019", "day_first")])
    def test_one_date_that_can_be_read_in_one_way_only_decides_for_the_file(self, text: str, how: str) -> None:
        assert reader_for([(2, "11/1/2019"), (3, text), (4, "2/2/2019")], None, AMSTERDAM).how == how

    def test_dates_that_can_all_be_read_in_two_ways_are_asked_about_and_never_guessed(self) -> None:
        with pytest.raises(InvalidInputError, match="'11/1/2019' in line 3; say --date-format"):
            reader_for([(2, "2/2/2019"), (3, "11/1/2019")], None, AMSTERDAM)

    @pytest.mark.parametrize("text", ["19-11-25", "25/11/19", "02/02/19"])
    def test_a_year_of_two_digits_that_may_be_first_is_asked_about(self, text: str) -> None:
        with pytest.raises(InvalidInputError, match=r"several ways, as .* in line 2; say --date-format .* %y-%m-%d"):
            reader_for([(2, text)], None, AMSTERDAM)
        with pytest.raises(ValueError, match="several ways"):
            DateReader("iso", AMSTERDAM).read(text)
        assert DateReader("%y-%m-%d", AMSTERDAM).read("19-11-25") == datetime(2019, 11, 25, tzinfo=UTC)
        assert reader_for([(2, "11/25/19")], None, AMSTERDAM).how == "month_first"
        assert DateReader("iso", AMSTERDAM).read("25.11.19") == datetime(2019, 11, 25, tzinfo=UTC)

    def test_dates_that_contradict_each_other_are_named(self) -> None:
        with pytest.raises(InvalidInputError, match=r"'25/11/2019' \(line 2\) has the day first"):
            reader_for([(2, "25/11/2019"), (5, "11/25/2019")], None, AMSTERDAM)

    def test_what_reads_the_same_in_both_ways_needs_no_asking(self) -> None:
        assert reader_for([(2, "2/2/2019")], None, AMSTERDAM).read("2/2/2019") == datetime(2019, 2, 2, tzinfo=UTC)

    def test_seconds_since_1970_are_read_where_all_is_of_them(self) -> None:
        for text in ("1572598272", "1572598272000", "1572598272.0"):
            found = reader_for([(2, text)], None, AMSTERDAM)
            assert found.read(text) == datetime(2019, 11, 1, 8, 51, 12, tzinfo=UTC)

    @given(moments(2001, 2026), st.sampled_from(["iso", "month_first", "day_first", "unix", "%d.%m.%Y %H:%M:%S %z"]))
    def test_a_moment_written_in_a_way_is_read_in_that_way(self, moment: datetime, how: str) -> None:
        moment = moment.replace(microsecond=0)
        written = {
            "iso": moment.isoformat(),
            "month_first": moment.strftime("%m/%d/%Y %I:%M:%S %p UTC"),
            "day_first": moment.strftime("%d-%m-%Y %H:%M:%SZ"),
            "unix": str(int(moment.timestamp())),
        }.get(how, moment.strftime("%d.%m.%Y %H:%M:%S %z"))
        assert DateReader(how, AMSTERDAM).read(written) == moment

    def test_a_format_with_the_name_of_a_zone_is_refused_as_it_would_be_read_as_ours(self) -> None:
        with pytest.raises(ValueError, match="names of zones are not read; write %z"):
            check_date_format("%d.%m.%Y %H:%M %Z")
        assert check_date_format("%d.%m.%Y %%Z")

    @pytest.mark.parametrize("how", ["dd.mm.yyyy", "%Q", "%H:%M %"])
    def test_a_format_that_is_none_is_refused(self, how: str) -> None:
        with pytest.raises(ValueError, match="is no format"):
            check_date_format(how)


class TestRows:
    def test_a_row_says_score_date_words_drivers_and_segments(self) -> None:
        row = reader().read(2, ["9", "2025-11-01", " Quick\x00 help ", "Expertise, reaktionszeit, Parking", "gold"])
        assert isinstance(row, ImportedAnswer)
        assert (row.score, row.why, row.segments) == (9, "Quick help", {"tier": "gold"})
        assert (row.drivers, row.unknown_drivers) == (("expertise", "response_time"), ("Parking",))

    def test_a_row_without_a_score_is_no_answer(self) -> None:
        assert reader().read(2, ["", "2025-11-01", "", "", ""]) is None

    @pytest.mark.parametrize(
        ("cells", "refusal"),
        [
            (["8.5", "2025-11-01"], Refusal("score", "'8.5' is no whole number on the scale of 0 to 10")),
            (["9", ""], Refusal("answered_at", "is empty")),
            (["9", "2026-03-03"], Refusal("answered_at", "'2026-03-03' is in the future")),
            (["9", "0019-11-01"], Refusal("answered_at", "'0019-11-01' is before 2000: is the date read right?")),
            (["9", "2025-11-01", "x" * 20_001], Refusal("why", "is longer than 20,000 characters")),
            (["9", "2025-11-01", "", "", "a|b"], Refusal("segment:tier", "must not have | # or = in it")),
        ],
    )
    def test_what_cannot_be_taken_is_refused_by_field_and_reason(self, cells: list[str], refusal: Refusal) -> None:
        assert reader().read(2, cells) == refusal

    def test_an_answer_of_another_scale_is_refused_by_name(self) -> None:
        columns = {"score": "score", "answered_at": "at", "scale": "scale"}
        one = ResponseMap.model_validate({"columns": columns})
        found = RowReader(
            one, one.find(["score", "at", "scale"]), "nps", DateReader("iso", AMSTERDAM), PROGRAMME, MONDAY
        )
        assert found.read(2, ["5", "2025-11-01", "Satisfaction"]) == Refusal(
            "scale", "is satisfaction, not nps; import its like under a name of their own"
        )
        assert isinstance(found.read(2, ["5", "2025-11-01", "NPS"]), ImportedAnswer)

    def test_ratings_are_read_on_their_scale_and_the_most_are_five(self) -> None:
        names = [f"ratings.r{number}" for number in range(6)]
        header = ["score", "at", *names, "ratings.Not One"]
        one = ResponseMap.model_validate({"columns": {"score": "score", "answered_at": "at"}})
        assert set(one.find(header)) == {"score", "answered_at", *names}
        found = RowReader(one, one.find(header), "nps", DateReader("iso", AMSTERDAM), PROGRAMME, MONDAY)
        row = found.read(2, ["9", "2025-11-01", "4", "", "1"])
        assert isinstance(row, ImportedAnswer)
        assert row.ratings == {"r0": 4, "r2": 1}
        assert found.read(2, ["9", "2025-11-01", "6"]) == Refusal("ratings.r0", "6 is not on the scale of 1 to 5")
        assert found.read(2, ["9", "2025-11-01", *"111111"]) == Refusal("ratings", "are more than 5")

    def test_a_map_of_ones_own_names_ratings(self) -> None:
        one = ResponseMap.model_validate({"columns": {"score": "s", "answered_at": "d", "ratings.speed": "Speed?"}})
        assert one.find(["s", "d", "speed?"]) == {"score": 0, "answered_at": 1, "ratings.speed": 2}

    def test_more_segments_than_can_be_counted_are_refused(self) -> None:
        header = ["score", "at", *(f"segment:s{number}" for number in range(21))]
        one = ResponseMap.model_validate({"columns": {"score": "score", "answered_at": "at"}})
        found = RowReader(one, one.find(header), "nps", DateReader("iso", AMSTERDAM), PROGRAMME, MONDAY)
        assert found.read(2, ["9", "2025-11-01", *"x" * 21]) == Refusal("segments", "are more than 20")
        assert isinstance(found.read(2, ["9", "2025-11-01", *"x" * 20]), ImportedAnswer)

    def test_a_header_row_holds_no_score_and_no_date(self) -> None:
        assert reader().is_header(["Response", "", "Open-Ended Response"])
        assert reader().is_header(["How likely", '{"ImportId":"endDate","timeZone":"Europe/Berlin"}'])
        assert not reader().is_header(["9", "11/1/2019 8:51"])
        assert not reader().is_header(["9", "n/a"])
        assert not reader().is_header(["11", "n/a"])
        assert not reader("%d%b%Y").is_header(["nine", "25Nov2025"])

    @given(st.text("=+-@'a1 ;\"\n\t＝").map(str.strip))
    def test_what_was_kept_from_being_calculated_is_read_as_it_was(self, text: str) -> None:
        tidy = reader().read(2, ["9", "2025-11-01", text])
        back = reader(unquote=True).read(2, ["9", "2025-11-01", str(safe_cell(text))])
        assert isinstance(tidy, ImportedAnswer)
        assert isinstance(back, ImportedAnswer)
        assert back.why == tidy.why == text


class TestMaps:
    @pytest.mark.parametrize("name", ready_made())
    def test_every_ready_made_map_is_right_and_recognises_its_own_export(self, name: str) -> None:
        assert ready_made()[name].title
        assert recognise(HEADERS[name])[0] == name

    def test_a_file_of_no_known_tool_is_read_by_plain_names(self) -> None:
        name, one = recognise(["E-Mail", "Date", "Score", "Comment"])
        assert (name, one.find(["E-Mail", "Date", "Score", "Comment"])["why"]) == (GENERIC, 3)

    def test_a_file_of_a_known_tool_without_its_score_is_not_taken_for_another(self) -> None:
        name, one = recognise(["ResponseId", "RecordedDate", "EndDate", "Q7"])
        assert name == "qualtrics"
        with pytest.raises(InvalidInputError, match="score: no column is it: looked for 'NPS', 'NPS_1'; there is"):
            one.find(["ResponseId", "RecordedDate", "EndDate", "Q7"])

    def test_the_first_alternative_that_is_there_is_taken_whatever_its_capitals(self) -> None:
        score = ["NPS", {"starts_with": "how likely"}, "score"]
        one = ResponseMap.model_validate({"columns": {"score": score, "answered_at": "at"}})
        header = ["AT", "Score", "How likely is it?", "How likely now?"]
        assert one.find(header) == {"score": 2, "answered_at": 0}
        assert one.begin_alike(header) == {"score": 2}
        assert one.find(["nps", "score", "at"])["score"] == 0

    def test_a_map_of_ones_own_is_a_file(self, tmp_path: Path) -> None:
        file = tmp_path / "ours.yaml"
        file.write_text("columns: {score: S, answered_at: [D, E], segment:plan: Plan}\nencoding: cp1252\n")
        name, one = find_map(str(file))
        assert (name, one.find(["E", "plan", "s"])) == ("ours", {"score": 2, "answered_at": 0, "segment:plan": 1})

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("columns: {score: S}", "ours.yaml: columns.answered_at: is missing"),
            ("columns: {score: S, answered_at: D, sore: X}", "ours.yaml: columns.sore: is nothing that a map says"),
            ("columns: {score: [], answered_at: D}", "ours.yaml: columns.score: "),
            ("columns: {score: S, answered_at: D}\ntimezone: Mars", "ours.yaml: timezone: 'Mars' is not a time zone"),
            ("columns: {score: S, answered_at: D}\ndate_format: x", "ours.yaml: date_format: 'x' is no format"),
            ("columns: {score: S, answered_at: D}\nencoding: x", "ours.yaml: encoding: 'x' is not an encoding"),
            (
                "columns: {score: S, answered_at: D}\nencoding: base64",
                "ours.yaml: encoding: 'base64' is not an encoding of",
            ),
            ("columns: {score: S, answered_at: D}\nskip_rows: -1", "ours.yaml: skip_rows: "),
            ("columns: {score: S, answered_at: D, segment:a|b: D}", "ours.yaml: columns.segments: "),
            ("- score", "ours.yaml: must say columns:"),
            ("columns: {", "ours.yaml: is not YAML"),
        ],
    )
    def test_a_mistake_names_file_field_and_reason(self, tmp_path: Path, text: str, reason: str) -> None:
        file = tmp_path / "ours.yaml"
        file.write_text(text)
        with pytest.raises(InvalidInputError) as refused:
            read_map(file)
        assert str(refused.value).startswith(reason)

    @pytest.mark.parametrize("name", ["nothing", "nothing.yaml"])
    def test_a_map_that_is_not_there_is_said_to_be_missing(self, name: str) -> None:
        with pytest.raises(InvalidInputError, match=r"map: (there is no file|'nothing' is none of)"):
            find_map(name)


class TestFiles:
    @pytest.mark.parametrize(
        ("content", "encoding"),
        [(b"a;b\r\n1,5;\xfc", "cp1252"), ("a\tb\n1,5\tü".encode("utf-16"), None), ("\ufeffa|b\n1,5|ü".encode(), None)],
    )
    def test_delimiter_and_marked_encodings_show_themselves(
        self, tmp_path: Path, content: bytes, encoding: str | None
    ) -> None:
        file = tmp_path / "export.csv"
        file.write_bytes(content)
        read = read_csv(file, encoding)
        assert (read.header, [row.cells for row in read.rows]) == (("a", "b"), [("1,5", "ü")])

    def test_rejects_are_written_as_the_file_was_and_come_back_without_their_reasons(self, tmp_path: Path) -> None:
        file = tmp_path / "export.csv"
        file.write_bytes("a;a;;q\n1;2;3;ü\n".encode("cp1252"))
        read = read_csv(file, "cp1252")
        rejects = write_rejects(file, read, [(read.rows[0], "a", "is odd; mend it")])
        again = read_csv(rejects, "cp1252")
        assert (again.header, again.rows[0].cells) == (read.header, ("1", "2", "3", "ü"))
        assert again.rows[0].rejected_as == "is odd; mend it"
        write_rejects(file, read, [])
        assert not rejects.exists()

    def test_rejects_can_be_read_by_me_alone_also_when_there_were_some(self, tmp_path: Path) -> None:
        file, rejects = tmp_path / "export.csv", tmp_path / "rejects-export.csv"
        file.write_text("a,b\n1,2\n")
        rejects.write_text("old")
        rejects.chmod(0o644)
        read = read_csv(file)
        assert write_rejects(file, read, [(read.rows[0], "a", "is odd")]) == rejects
        assert stat.S_IMODE(rejects.stat().st_mode) == 0o600
        assert "old" not in rejects.read_text()
        assert sorted(tmp_path.iterdir()) == [file, rejects]

    def test_rejects_that_cannot_be_written_are_said_and_nothing_is_left(self, tmp_path: Path) -> None:
        file = tmp_path / "export.csv"
        file.write_text("a,b\n1,2\n")
        (tmp_path / "rejects-export.csv").mkdir()
        read = read_csv(file)
        with pytest.raises(InvalidInputError, match=r"rejects-export\.csv: is a folder"):
            check_rejects(file)
        with pytest.raises(InvalidInputError, match=r"rejects-export\.csv: cannot be written"):
            write_rejects(file, read, [(read.rows[0], "a", "is odd")])
        assert len(list(tmp_path.iterdir())) == 2
        with pytest.raises(InvalidInputError, match="cannot be written"):
            check_rejects(tmp_path / "gone" / "export.csv")

    def test_cells_that_were_left_over_stay_so_until_they_are_put_where_they_belong(self, tmp_path: Path) -> None:
        file = tmp_path / "export.csv"
        file.write_text("a,b\n1,2, and 3,4\n5,6\n")
        read = read_csv(file)
        assert [row.surplus for row in read.rows] == [" and 3,4", ""]
        rejects = write_rejects(file, read, [(row, "row", "has more") for row in read.rows])
        again = read_csv(rejects)
        assert (again.header, [row.surplus for row in again.rows]) == (("a", "b"), [" and 3,4", ""])
        once_more = write_rejects(rejects, again, [(row, "row", "has more") for row in again.rows])
        assert [row.surplus for row in read_csv(once_more).rows] == [" and 3,4", ""]
        rejects.write_text(rejects.read_text().replace('2," and 3,4"', '"2 and 3,4",'))
        (mended, _) = read_csv(rejects).rows
        assert (mended.cells, mended.surplus) == (("1", "2 and 3,4"), "")

    def test_the_separator_is_the_one_that_makes_known_columns(self, tmp_path: Path) -> None:
        file = tmp_path / "export.csv"
        file.write_text("Date;How likely, if at all, are you?;Why, or why not, or what?\n2025-11-01;9;a\n")
        wanted = {"date"}
        assert read_csv(file).delimiter == ","
        assert read_csv(file, known=lambda names: sum(name.lower() in wanted for name in names)).delimiter == ";"

    @pytest.mark.parametrize("content", ["a,b\n" + "x" * 200_000, "a,b\n\udcff"])
    def test_what_is_no_csv_is_refused(self, tmp_path: Path, content: str) -> None:
        file = tmp_path / "export.csv"
        file.write_bytes(content.encode("utf-8", "surrogateescape"))
        with pytest.raises(InvalidInputError, match=r"export\.csv: is not"):
            read_csv(file)
