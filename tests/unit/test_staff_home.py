"""The desk's numbers and what waits there: as the services tell them, for each role, at a price that does not grow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest

from sayso.adapters import keys
from sayso.domain.follow_up import CaseAnswer, CaseChange, FollowUp
from sayso.domain.nps import nps
from sayso.domain.programme import LANGUAGES
from sayso.domain.public_page import PageDraft
from sayso.domain.review import ListedAccount, Review
from sayso.domain.staff import Role
from sayso.domain.time import utc_text
from sayso.services import desk_work
from tests.builders import MONDAY, World, invitation, programme, response
from tests.desk import PEOPLE, Desk, open_desk
from tests.news import DONE, approved, asker, change, done, put_on_page, show
from tests.unit.test_read_stats import TODAY, Numbers

ROLES: tuple[Role, ...] = ("manager", "owner", "viewer")
FILED = {"slow_replies": {"state": "filed", "by": "anna@polder.example", "at": MONDAY}}


@pytest.fixture
def desk() -> Iterator[Desk]:
    with open_desk(Numbers()) as opened:
        yield opened


def world_of(desk: Desk) -> Numbers:
    assert isinstance(desk.world, Numbers)
    return desk.world


def many(world: Numbers) -> None:
    """A year of answers and the one before, of several touch points."""
    for month in range(1, 10):
        world.counted(*[10] * 6, *[8] * 3, *[3] * 2, None, None, day=f"2026-{month:02}-10")
    world.counted(*[9] * 30, *[2] * 20, day="2025-03-10")
    world.counted(*[10] * 12, 2, survey="ticket", day="2026-05-10")
    world.counted(9, 9, survey="review", day="2026-05-10", imported=True)
    world.counted(*[6] * 4, day="2025-12-10", survey="old_tool", imported=True)


def pictures(found: Any) -> Iterator[str]:
    """Every SVG in an answer."""
    if isinstance(found, dict):
        if {*found} == {"wide", "narrow"}:
            yield from found.values()
        for value in found.values():
            yield from pictures(value)
    elif isinstance(found, list):
        for one in found:
            yield from pictures(one)


class TestHeadline:
    def test_it_is_the_score_of_the_counters(self, desk: Desk) -> None:
        world = world_of(desk)
        many(world)
        found = desk.get("/api/staff/home/headline").json
        span = world.read_stats.window()
        figures = world.read_stats.headline(*span)
        told = found["headline"]
        assert (told["score"], told["n"]) == (nps(figures.counts), figures.counts.n) == (36, 99)
        assert [told["low"], told["high"]] == list(figures.ends.rounded)
        assert (told["asked"], told["answered"]) == (figures.asked, figures.answered) == (117, 99)
        assert told["scores"] == list(figures.counts.counts)
        assert (told["first"], told["last"]) == (str(span.first), str(span.last)) == ("2025-10-15", "2026-10-14")

    def test_it_says_whether_it_moved(self, desk: Desk) -> None:
        many(world_of(desk))
        moved = desk.get("/api/staff/home/headline").json["headline"]["moved"]
        assert (moved["score"], moved["n"], moved["points"], moved["reliable"]) == (20, 50, 16, False)
        assert moved["low"] < 0 < moved["high"]
        assert (moved["first"], moved["last"], moved["why_not"]) == ("2024-10-15", "2025-10-14", None)

    def test_too_few_are_not_compared(self, desk: Desk) -> None:
        world_of(desk).counted(*[9] * 12)
        moved = desk.get("/api/staff/home/headline").json["headline"]["moved"]
        assert (moved["why_not"], moved["points"], moved["reliable"]) == ("few", None, None)

    def test_tickets_reviews_and_history_stand_apart(self, desk: Desk) -> None:
        many(world_of(desk))
        beside = desk.get("/api/staff/home/headline").json["beside"]
        assert [(one["kind"], one["name"], one["n"]) for one in beside] == [
            ("survey", "ticket", 13),
            ("review", "review", 2),
            ("history", "old_tool", 4),
        ]

    def test_a_touch_point_nobody_was_asked_at_is_left_out(self, desk: Desk) -> None:
        world_of(desk).counted(9)
        assert desk.get("/api/staff/home/headline").json["beside"] == []

    def test_the_trend_is_by_months_where_these_have_answers_enough(self, desk: Desk) -> None:
        many(world_of(desk))
        trend = desk.get("/api/staff/home/headline").json["trend"]
        assert trend["kind"] == "month"
        assert [(one["name"], one["n"], one["score"]) for one in trend["lines"][:2]] == [
            ("2026-01", 11, 36),
            ("2026-02", 11, 36),
        ]
        last = trend["lines"][-1]
        assert (last["name"], last["hidden"], last["score"], last["whole"]) == ("2026-10", True, None, False)

    def test_the_trend_is_by_quarters_of_two_years_where_there_are_few(self, desk: Desk) -> None:
        world = world_of(desk)
        world.counted(*[9] * 10, day="2026-05-10")
        world.counted(*[9] * 4, day="2026-02-10")
        world.counted(*[3] * 8, day="2025-05-10")
        trend = desk.get("/api/staff/home/headline").json["trend"]
        assert trend["kind"] == "quarter"
        assert [(one["name"], one["n"]) for one in trend["lines"]] == [
            ("2025-Q2", 8),
            ("2025-Q3", None),
            ("2025-Q4", None),
            ("2026-Q1", None),  # of four answers nothing is drawn
            ("2026-Q2", 10),
            ("2026-Q3", None),
            ("2026-Q4", None),
        ]

    def test_months_are_as_sayso_stats_tells_them(self, desk: Desk) -> None:
        world = world_of(desk)
        many(world)
        _, lines = world.lines.trend(world.read_stats.headline_selection, "month")
        expected = {line.name: line.figures.counts.n for line in lines if line.figures.counts.n >= 5}
        told = desk.get("/api/staff/home/headline").json["trend"]["lines"]
        assert {one["name"]: one["n"] for one in told if not one["hidden"]} == expected

    def test_a_benchmark_stands_beside_it(self) -> None:
        world = Numbers(programme(benchmark={"nps": 6, "source": "Integron 2024"}))
        many(world)
        with open_desk(world) as desk:
            told = desk.get("/api/staff/home/headline").json["benchmark"]
        assert told == {"nps": 6, "source": "Integron 2024", "verdict": "above"}

    def test_no_benchmark_of_nothing(self) -> None:
        with open_desk(Numbers(programme(benchmark={"nps": 6, "source": "Integron 2024"}))) as desk:
            assert desk.get("/api/staff/home/headline").json["benchmark"] is None

    def test_a_viewer_is_told_nothing_about_fewer_than_five(self, desk: Desk) -> None:
        world = world_of(desk)
        world.counted(*[9] * 4)
        world.counted(*[9] * 5, survey="ticket")
        found = desk.get("/api/staff/home/headline", "viewer").json
        told = found["headline"]
        assert (told["hidden"], told["n"], told["score"], told["scores"], found["trend"]) == (
            True,
            None,
            None,
            None,
            None,
        )
        assert [one["n"] for one in found["beside"]] == [5]
        assert found["distribution"] is None
        assert desk.get("/api/staff/home/headline").json["headline"]["n"] == 4

    def test_a_language_we_do_not_have_is_refused(self, desk: Desk) -> None:
        refused = desk.get("/api/staff/home/headline?language=fr")
        assert (refused.status, refused.json["error"]["field"]) == (400, "language")


class TestBeginning:
    def test_nobody_is_there_yet(self, desk: Desk) -> None:
        found = desk.get("/api/staff/home/headline").json
        assert found["beginning"] == {"contacts": False, "asked": 0, "survey": "", "day": None}
        assert (found["headline"]["n"], found["headline"]["score"], found["trend"]) == (0, None, None)

    def test_it_says_who_is_asked_first_and_when(self, desk: Desk) -> None:
        world = world_of(desk)
        for ahead, survey in ((30, "annual"), (3, "day50"), (0, "ticket")):
            due = TODAY + timedelta(days=ahead)
            step = "expire" if survey == "ticket" else "first"
            one = invitation(contact_id=survey, survey=survey, due_at=due, planned_at=due, due_step=step)
            world.invitations.save(one.having(revision=0))
        found = desk.get("/api/staff/home/headline", "viewer").json["beginning"]
        assert found == {"contacts": True, "asked": 0, "survey": "day50", "day": "2026-10-17"}

    def test_asked_and_not_answered(self, desk: Desk) -> None:
        world_of(desk).counted(None, None)
        assert desk.get("/api/staff/home/headline").json["beginning"]["asked"] == 2

    def test_whoever_has_answers_has_begun(self, desk: Desk) -> None:
        world_of(desk).counted(7, survey="ticket", day="2023-01-10")
        assert desk.get("/api/staff/home/headline").json["beginning"] is None


class TestHeard:
    def fill(self, world: Numbers) -> None:
        world.counted(*[10] * 8, drivers=("expertise",), themes=FILED)
        world.counted(*[3] * 6, drivers=("price",), themes={"invoices": FILED["slow_replies"]})
        world.counted(*[2] * 2, drivers=("reliability",), themes={"outages": FILED["slow_replies"]})
        suggestion = {"slow_replies": {"state": "suggested", "by": "sayso", "at": MONDAY}}
        world.counted(*[5] * 3, themes=suggestion)
        world.counted(5, survey="ticket", themes=suggestion)
        world.counted(5, survey="old_tool", themes=suggestion, imported=True)

    def test_drivers_are_as_the_analysis_tells_them(self, desk: Desk) -> None:
        self.fill(world_of(desk))
        found = desk.get("/api/staff/home/heard").json
        told = {one["driver"]: one for one in found["drivers"]}
        assert {*told} == {"expertise", "price", "reliability"}
        assert told["price"]["n"] == 6
        assert told["price"]["detractors"]["part"] == 6
        assert told["price"]["detractors"]["of"] == 11
        assert told["price"]["pull"] < 0 < told["expertise"]["pull"]

    def test_themes_are_counted_filed_and_apart_from_them_suggested(self, desk: Desk) -> None:
        world = world_of(desk)
        self.fill(world)
        found = desk.get("/api/staff/home/heard").json
        assert [(one["name"], one["n"], one["score"]) for one in found["themes"]] == [
            ("slow_replies", 8, 100),
            ("invoices", 6, -100),
            ("outages", 2, -100),
        ]
        assert found["suggested"] == [{"theme": "slow_replies", "n": 5}]
        lines = {one.theme: one for one in world.read_themes.all().lines}
        assert lines["slow_replies"].waiting == 5
        assert lines["slow_replies"].figures.counts.n == 8

    def test_a_viewer_is_told_of_no_small_part_and_of_no_work(self, desk: Desk) -> None:
        self.fill(world_of(desk))
        found = desk.get("/api/staff/home/heard", "viewer").json
        assert "outages" not in json.dumps(found)
        assert {one["name"] for one in found["themes"]} <= {"slow_replies", "invoices"}
        assert found["suggested"] == []
        assert found["hidden"] > 0
        for one in found["drivers"]:
            assert (one["n"], one["pull"]) == (None, None)
        for svg in pictures(found):
            assert "pull" not in svg
            assert "0 answers" not in svg

    def test_nothing_was_heard(self, desk: Desk) -> None:
        for role in ROLES:
            found = desk.get("/api/staff/home/heard", role).json
            assert (found["drivers"], found["picture"], found["themes"]) == ([], None, []), role


class TestPictures:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_picture_speaks_the_language(self, desk: Desk, language: str) -> None:
        world = world_of(desk)
        many(world)
        world.counted(*[3] * 6, drivers=("price",))
        found = [
            desk.get(f"/api/staff/{path}language={language}").json
            for path in (
                "home/headline?",
                "home/heard?",
                "numbers?over_time=month&",
                "numbers?by=driver&",
                "numbers?survey=ticket&",
            )
        ]
        drawn = [svg for one in found for svg in pictures(one)]
        assert len(drawn) == 4 + 2 + 4 + 4 + 2
        said = {"en": "answer", "de": "Antwort", "nl": "antwoord"}[language]
        for svg in drawn:
            root = ElementTree.fromstring(svg)  # noqa: S314 - ours
            texts = [text for text in root.itertext() if text.strip()]
            assert "style" not in svg
            assert root.attrib["role"] == "img"
            title, told = texts[:2]
            assert title != told
            if "trend" in root.attrib["aria-labelledby"]:
                assert said in told
                assert {"en": "October", "de": "Oktober", "nl": "oktober"}[language] in told

    def test_a_hidden_period_tells_nothing(self, desk: Desk) -> None:
        world = world_of(desk)
        world.counted(*[9] * 10, day="2026-05-10")
        world.counted(*[0] * 4, day="2026-02-10")
        wide = desk.get("/api/staff/home/headline").json["trend"]["picture"]["wide"]
        assert "Q1 2026: too few answers." in wide
        assert ">4<" not in wide


class TestNumbers:
    def ask(self, desk: Desk, query: str = "", role: Role = "manager") -> Any:
        answer = desk.get(f"/api/staff/numbers?{query}", role)
        assert answer.status == 200, answer.json
        return answer.json

    def refused(self, desk: Desk, query: str, role: Role = "manager") -> tuple[int, str]:
        answer = desk.get(f"/api/staff/numbers?{query}", role)
        return answer.status, answer.json["error"]["field"]

    def test_without_a_question_it_is_every_survey_of_twelve_months(self, desk: Desk) -> None:
        world = world_of(desk)
        many(world)
        found = self.ask(desk)
        assert found["whole"]["n"] == 99
        assert {one["name"]: one["n"] for one in found["lines"]}.items() >= {"annual": 99, "ticket": 13}.items()
        assert [one["id"] for one in found["surveys"]] == ["", *world.programme.surveys, "old_tool", "review"]
        assert found["before"] == {"first": "2024-10-15", "last": "2025-10-14"}

    def test_days_and_survey(self, desk: Desk) -> None:
        many(world_of(desk))
        found = self.ask(desk, "survey=annual&first=2026-02-01&last=2026-02-28")
        assert (found["whole"]["n"], found["whole"]["score"]) == (11, 36)
        assert found["before"] == {"first": "2026-01-04", "last": "2026-01-31"}
        assert self.ask(desk, "survey=annual&compare=false")["before"] is None

    def test_over_time(self, desk: Desk) -> None:
        many(world_of(desk))
        found = self.ask(desk, "over_time=quarter")
        assert [(one["name"], one["n"]) for one in found["lines"]][-2:] == [("2026-Q3", 33), ("2026-Q4", 0)]
        assert found["lines"][-1]["moved"]["why_not"] == "running"
        assert found["picture"]["wide"].startswith("<svg")
        for kind, count in (("week", 26), ("month", 13), ("year", 2), ("rolling", 13)):
            assert len(self.ask(desk, f"over_time={kind}")["lines"]) == count, kind

    def test_by_language_the_worst_first(self, desk: Desk) -> None:
        world = world_of(desk)
        world.counted(*[9] * 6, language="nl")
        world.counted(*[3] * 6, language="de")
        found = self.ask(desk, "by=language")
        assert [(one["name"], one["score"]) for one in found["lines"]] == [("de", -100), ("nl", 100)]

    def test_by_segment(self, desk: Desk) -> None:
        world = world_of(desk)
        world.counted(*[9] * 6, segments={"plan": "Gold", "size": "small"})
        world.counted(*[3] * 6, segments={"plan": "Basic"})
        found = self.ask(desk, "by=segment&segment=plan")
        assert [(one["name"], one["n"]) for one in found["lines"]] == [("plan=Basic", 6), ("plan=Gold", 6)]
        assert (found["segments"], found["segment"]) == (["plan", "size"], "plan")
        assert len(self.ask(desk, "by=segment")["lines"]) == 4  # and those without a size

    def test_scores_of_owners_are_for_a_manager_and_only_if_the_programme_keeps_them(self) -> None:
        kept = Numbers(programme(scores_per_owner=True))
        owner_id = kept.pseudonyms.of_owner(PEOPLE["owner"])
        kept.counted(*[9] * 12, owner=owner_id)
        kept.counted(*[9] * 3, owner="somebody")
        kept.owners.remember(PEOPLE["owner"])
        with open_desk(kept) as desk:
            found = self.ask(desk, "by=owner")
            assert [(one["name"], one["n"]) for one in found["lines"]] == [(PEOPLE["owner"], 12)]
            assert found["hidden"] == 1
            assert "owner" in found["askable"]["by"]
            assert self.refused(desk, "by=owner", "owner") == (403, "role")
            assert self.refused(desk, "by=owner", "viewer") == (403, "role")
        with open_desk(Numbers()) as desk:
            assert self.refused(desk, "by=owner") == (400, "by")
            assert "owner" not in self.ask(desk)["askable"]["by"]

    @pytest.mark.parametrize(
        ("query", "status", "field"),
        [
            ("by=account", 400, "by"),
            ("first=yesterday", 400, "first"),
            ("last=2026-10-15", 400, "last"),
            ("first=2026-10-14&last=2026-10-01", 400, "first"),
            ("first=1989-12-31&last=1990-02-01", 400, "first"),
            ("first=2010-01-01", 400, "first"),
            ("over_time=week&first=2025-01-01", 400, "over_time"),
            ("over_time=day", 400, "over_time"),
            ("over_time=month&by=driver", 400, "over_time"),
            ("survey=nope", 404, "survey"),
            ("by=segment&segment=nope", 404, "segment"),
            ("survey=%23annual", 404, "survey"),
            ("account=kaasboer", 400, "account"),
        ],
    )
    def test_what_cannot_be_asked_is_refused(self, desk: Desk, query: str, status: int, field: str) -> None:
        assert self.refused(desk, query) == (status, field)

    def test_what_was_left_out_is_said(self, desk: Desk) -> None:
        world = world_of(desk)
        for number in range(65):
            world.counted(9, segments={"city": f"{number:03}"})
        found = self.ask(desk, "by=segment")
        assert found["left_out"] == 5
        assert len([one for one in found["lines"] if "=" in one["name"]]) == 60

    def test_a_survey_from_one_to_five(self, desk: Desk) -> None:
        world = world_of(desk)
        world.counted(*[5] * 6, *[2] * 2, survey="helpdesk", scale="satisfaction", imported=True)
        found = self.ask(desk, "survey=helpdesk")["whole"]
        assert (found["scale"], found["mean"], found["score"], found["few"]) == ("satisfaction", 4.2, 75, True)


@pytest.mark.parametrize("role", ["viewer", "owner"])
class TestCarefulNumbers:
    """Whoever is no manager is told of whole groups of surveys; the attack on that is in test_careful_numbers.py."""

    def ask(self, desk: Desk, role: Role, query: str = "") -> Any:
        answer = desk.get(f"/api/staff/numbers?{query}", role)
        assert answer.status == 200, answer.json
        return answer.json

    @pytest.mark.parametrize(
        "query",
        [
            "first=2026-08-01&last=2026-08-04",
            "first=2026-07-01&last=2026-09-30",
            "first=2025-10-15",
            "last=2026-10-14",
            "survey=annual",
            "survey=day50&over_time=month",
            "by=language",
            "by=segment",
            "by=segment&segment=plan",
            "by=driver&segment=plan",
            "by=owner",
            "over_time=week",
        ],
    )
    def test_what_can_tell_of_single_answers_is_refused(self, desk: Desk, role: Role, query: str) -> None:
        world_of(desk).counted(*[9] * 60, segments={"plan": "Gold"})
        refused = desk.get(f"/api/staff/numbers?{query}", role)
        assert (refused.status, refused.json["error"]["field"]) == (403, "role")
        assert refused.json["error"]["reason"].endswith(" for a manager: they can tell of single answers.")

    def test_the_answer_says_what_may_be_asked_and_all_of_it_is_answered(self, desk: Desk, role: Role) -> None:
        many(world_of(desk))
        found = self.ask(desk, role)
        assert found["askable"] == {
            "days": False,
            "by": ["driver", "theme"],
            "over_time": ["month", "quarter", "year", "rolling"],
        }
        assert [one["id"] for one in found["surveys"]] == ["", "ticket", "recheck", "old_tool", "review"]
        assert found["segments"] == []
        for survey in ("", "ticket", "old_tool", "review"):
            self.ask(desk, role, f"survey={survey}")
            for look in ("by=driver", "by=theme", *(f"over_time={one}" for one in found["askable"]["over_time"])):
                self.ask(desk, role, f"survey={survey}&{look}")

    def test_the_relationship_surveys_are_one(self, desk: Desk, role: Role) -> None:
        world = world_of(desk)
        many(world)
        world.counted(*[9] * 20, survey="day50", day="2026-03-10")
        found = self.ask(desk, role)
        assert (found["whole"]["n"], [(one["name"], one["n"]) for one in found["lines"]]) == (119, [("ticket", 13)])
        assert (found["whole"]["moved"]["n"], found["before"]["first"]) == (50, "2024-10-15")
        home = desk.get("/api/staff/home/headline", role).json
        assert (home["headline"]["n"], [(one["name"], one["hidden"]) for one in home["beside"]]) == (
            119,
            [("ticket", False), ("review", True), ("old_tool", True)],
        )

    def test_a_trend_is_cut_as_home_cuts_it(self, desk: Desk, role: Role) -> None:
        world = world_of(desk)
        for month, n in ((4, 10), (5, 8), (6, 2), (7, 10), (8, 3), (9, 12)):
            world.counted(*[9] * n, day=f"2026-{month:02}-10")
        world.counted(*[9] * 30, day="2026-02-10")
        months = {one["name"]: one["n"] for one in self.ask(desk, role, "over_time=month")["lines"]}
        assert months["2026-04"] == 10
        assert not {"2026-06", "2026-08"} & {*months}
        assert not {"2026-07", "2026-09"} <= {*months}, "the months around have the two and the three"
        home = desk.get("/api/staff/home/headline", role).json["trend"]["lines"]
        assert {one["name"]: one["n"] for one in home if not one["hidden"]}.items() <= months.items()

    def test_a_period_is_told_by_its_score(self, desk: Desk, role: Role) -> None:
        """The groups of the twelve months are told: those of all months but one would leave that one's."""
        many(world_of(desk))
        home = desk.get("/api/staff/home/headline", role).json
        assert home["headline"]["promoters"] == 54
        for lines in (home["trend"]["lines"], self.ask(desk, role, "over_time=month")["lines"]):
            told = [one for one in lines if not one["hidden"]]
            assert {one["n"] for one in told} == {11}
            for one in told:
                assert (one["scores"], one["promoters"], one["passives"], one["detractors"]) == (None,) * 4

    def test_home_tells_no_small_group(self, desk: Desk, role: Role) -> None:
        world = world_of(desk)
        world.counted(*[9] * 60, 2, day="2026-05-10")
        world.counted(3, day="2026-06-10")
        world.counted(*[9] * 6, day="2026-07-10")
        world.counted(*[9] * 5, 1, survey="ticket", day="2026-05-10")
        world.counted(*[9] * 60, 3, day="2025-05-10")
        found = desk.get("/api/staff/home/headline", role).json
        line, (ticket,) = found["headline"], found["beside"]
        assert (line["n"], ticket["n"], found["distribution"]) == (68, 6, None)
        for one in (line, ticket):
            assert (one["scores"], one["promoters"], one["passives"], one["detractors"]) == (None,) * 4
        told = {one["name"]: one["n"] for one in found["trend"]["lines"] if one["n"]}
        assert told.get("2026-05") is None or told.get("2026-07") is None, "taken from the whole they leave one"
        assert "2026-06" not in told

    @pytest.mark.parametrize(("silent", "told"), [(0, True), (1, False), (4, False), (5, True)])
    def test_one_to_four_who_did_not_answer_are_not_told(self, desk: Desk, role: Role, silent: int, told: bool) -> None:
        for survey in ("annual", "ticket"):
            world_of(desk).counted(*[9] * 40, *[None] * silent, survey=survey)
        home = desk.get("/api/staff/home/headline", role).json
        numbers = self.ask(desk, role)
        by_driver, ticket = self.ask(desk, role, "by=driver"), self.ask(desk, role, "survey=ticket")
        lines = (home["headline"], *home["beside"], numbers["whole"], *numbers["lines"])
        for line in (*lines, by_driver["whole"], ticket["whole"]):
            known = (line["asked"], line["answered"], line["percent"], line["coverage"])
            assert (known[:2] == (40 + silent, 40)) if told else (known == (None,) * 4), line
        assert desk.get("/api/staff/home/headline").json["headline"]["asked"] == 40 + silent

    @pytest.mark.parametrize(("asked", "told"), [(4, 0), (5, 5)])
    def test_nor_before_anybody_answered(self, desk: Desk, role: Role, asked: int, told: int) -> None:
        world_of(desk).counted(*[None] * asked)
        assert desk.get("/api/staff/home/headline", role).json["beginning"]["asked"] == told

    def test_a_driver_few_passives_named_is_not_told_beside_who_praised_it(self, desk: Desk, role: Role) -> None:
        """Of 29 who named it 12 and 10 are told: the others are 7 of 9 passives."""
        world = world_of(desk)
        world.counted(*[3] * 12, *[10] * 10, *[8] * 7, drivers=("price",), themes={"invoices": FILED["slow_replies"]})
        world.counted(*[3] * 23, *[10] * 6, *[8] * 2)
        for look in ("driver", "theme"):
            assert self.ask(desk, role, f"by={look}")["lines"] == []
        assert desk.get("/api/staff/home/heard", role).json["themes"] == []
        assert desk.get("/api/staff/home/heard", role).json["drivers"][0]["promoters"]["part"] == 10


@dataclass
class Cases:
    """Puts cases straight into the table."""

    world: Numbers

    def add(
        self,
        due_in: timedelta,
        *,
        owner: Role = "owner",
        contacted: bool = False,
        closed: bool = False,
        about: str = "",
    ) -> FollowUp:
        opened = TODAY - timedelta(days=3)
        changes = [CaseChange(at=opened, by="sayso", what="opened", due_at=TODAY + due_in)]
        changes += [CaseChange(at=opened + timedelta(days=1), by="anna", what="contacted")] if contacted else []
        if closed:
            changes.append(CaseChange(at=TODAY, by="anna", what="closed", outcome="solved", cause="price", note="done"))
        case = FollowUp(
            follow_up_id=self.world.new_id()[-12:],
            contact_id="c1",
            account="Kaasboer",
            account_id="account-kaasboer",
            owner_email=PEOPLE[owner],
            owner_id=self.world.pseudonyms.of_owner(PEOPLE[owner]),
            state="solved" if closed else "contacted" if contacted else "open",
            opened_at=opened,
            due_at=TODAY + due_in,
            contacted_at=opened + timedelta(days=1) if contacted or closed else None,
            closed_at=TODAY if closed else None,
            complaint_about=(about,) if about else (),
            answers=(CaseAnswer(survey="annual", occasion="1", score=2, answered_at=opened),),
            changes=tuple(changes),
        )
        self.world.items.write(_put(case))
        return case


def _put(case: FollowUp) -> Any:
    from sayso.adapters.follow_up_store import _put as put_case

    return put_case(case)


class TestWork:
    def work(self, desk: Desk, role: Role = "manager") -> Any:
        answer = desk.get("/api/staff/home/work", role)
        assert answer.status == 200, answer.json
        return answer.json

    def test_it_is_none_of_a_viewers(self, desk: Desk) -> None:
        refused = desk.get("/api/staff/home/work", "viewer")
        assert (refused.status, refused.json["error"]["field"]) == (403, "role")

    def test_nothing_waits(self, desk: Desk) -> None:
        found = self.work(desk)
        assert found["cases"] == {"open": {"n": 0, "more": False}, "waiting": 0, "due_today": 0, "late": 0}
        assert found["first_contacts"]["of"] == 0
        assert found["first_contacts"]["median_days"] is None
        assert (found["unconfirmed"], found["draft"], found["to_tell"]) == ({"n": 0, "more": False}, False, [])
        assert len(found["week"]["days"]) == 7
        assert self.work(desk, "owner")["week"] is None

    def test_cases_of_a_manager_and_of_an_owner(self, desk: Desk) -> None:
        cases = Cases(world_of(desk))
        cases.add(-timedelta(hours=1))
        cases.add(timedelta(hours=2))
        cases.add(timedelta(days=2), owner="manager")
        cases.add(timedelta(days=2), contacted=True)
        assert self.work(desk)["cases"] == {"open": {"n": 4, "more": False}, "waiting": 3, "due_today": 1, "late": 1}
        mine = self.work(desk, "owner")["cases"]
        assert mine == {"open": {"n": 3, "more": False}, "waiting": 2, "due_today": 1, "late": 1}

    def test_what_complains_about_the_reader_is_not_counted_for_them(self, desk: Desk) -> None:
        cases = Cases(world_of(desk))
        cases.add(timedelta(days=1), owner="manager", about=PEOPLE["manager"])
        assert self.work(desk)["cases"]["open"]["n"] == 0

    def test_first_contacts(self, desk: Desk) -> None:
        cases = Cases(world_of(desk))
        cases.add(timedelta(days=1), contacted=True)
        cases.add(timedelta(days=1), contacted=True, closed=True)
        cases.add(-timedelta(hours=1), owner="manager")
        cases.add(timedelta(days=1), owner="manager")  # has time
        found = self.work(desk)["first_contacts"]
        assert (found["in_time"], found["of"], found["whole"]) == (2, 3, True)
        assert found["median_days"] is not None
        mine = self.work(desk, "owner")["first_contacts"]
        assert (mine["in_time"], mine["of"]) == (2, 2)

    def test_more_than_were_read_is_said(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(desk_work, "MOST", 3)
        cases = Cases(world_of(desk))
        for _ in range(4):
            cases.add(timedelta(days=1))
        for role in ("manager", "owner"):
            found = self.work(desk, role)
            assert found["cases"]["open"] == {"n": 3, "more": True}, role
            assert found["first_contacts"]["whole"] is False

    def test_unconfirmed_low_scores(self, desk: Desk) -> None:
        world = world_of(desk)
        theirs = world.add_contact(owner_email=PEOPLE["owner"])
        for at, contact_id, score in (
            (TODAY, theirs.contact_id, 2),
            (TODAY - timedelta(days=20), "another", 3),
            (TODAY - timedelta(days=100), "another", 3),
            (TODAY, "another", 9),
        ):
            one = response(
                contact_id=contact_id,
                occasion=utc_text(at),
                score=score,
                state="provisional",
                reasons=("too_soon",),
                answered_at=at,
                confirmed_at=None,
                revision=0,
            )
            world.responses.save(one, None, at, None)
        assert self.work(desk)["unconfirmed"]["n"] == 2
        assert self.work(desk, "owner")["unconfirmed"]["n"] == 1

    def test_reviews_that_are_not_recorded(self) -> None:
        world = Numbers(programme(reviews="quarterly"))
        owner_id = world.pseudonyms.of_owner(PEOPLE["owner"])
        listed = [
            ListedAccount(
                quarter="2026-Q4",
                owner_id=owner_id if number < 2 else "somebody",
                owner_email=PEOPLE["owner"],
                account_id=f"a{number}",
                account=f"Account {number}",
                contact_ids=("c1",),
            )
            for number in range(4)
        ]
        world.reviews.list(listed, TODAY + timedelta(days=90))
        done = Review(account_id="a0", quarter="2026-Q4", contact_id="c1", recorded_at=TODAY)
        from sayso.adapters.items import Put
        from sayso.adapters.mapping import to_item

        world.items.write(Put(to_item(keys.review("a0", "2026-Q4"), "review", done)))
        with open_desk(world) as desk:
            found = self.work(desk)
            assert (found["reviews"], found["quarter"]) == ({"n": 3, "more": False}, "2026-Q4")
            assert self.work(desk, "owner")["reviews"] == {"n": 1, "more": False}

    def test_no_reviews_where_the_programme_has_none(self) -> None:
        with open_desk(Numbers(programme(reviews=None))) as desk:
            assert self.work(desk)["reviews"] is None

    def test_a_draft_that_waits_for_a_yes(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        draft = PageDraft(draft_id="d1", made_at=TODAY, follows=0, number=1)
        world = world_of(desk)
        monkeypatch.setattr(world.editions, "draft", lambda: draft)
        monkeypatch.setattr(world.editions, "page", lambda: type("Page", (), {"news": 0, "number": 0})())
        assert self.work(desk)["draft"] is True
        assert self.work(desk, "owner")["draft"] is None

    def test_what_goes_out_this_week(self, desk: Desk) -> None:
        world = world_of(desk)
        due = datetime(2026, 10, 15, 9, tzinfo=UTC)
        one = invitation(contact_id="c9", due_at=due, planned_at=due)
        world.invitations.save(one.having(revision=0))
        week = self.work(desk)["week"]
        assert [(day["day"], day["mails"]) for day in week["days"] if day["mails"]] == [
            ("2026-10-15", [{"survey": "annual", "n": 1}])
        ]
        assert (week["complete_until"], week["paused"]) == (None, False)


class TestToTell:
    def found(self, world: World) -> Any:
        with open_desk(world) as desk:
            return desk.get("/api/staff/home/work").json["to_tell"]

    def names(self, world: World, language: str) -> list[str]:
        """What they are called to a manager whose desk speaks a language."""
        with open_desk(world) as desk:
            return [one["name"] for one in desk.get(f"/api/staff/home/work?language={language}").json["to_tell"]]

    def test_a_commitment_that_is_done_and_whose_askers_nobody_decided_about(self) -> None:
        world = World()
        done(world)
        asker(world, 1)
        gone = asker(world, 2)
        asker(world, 3)
        world.erase_contact.erase(gone.contact_id, "vera")
        assert self.found(world) == [
            {"commitment_id": "faster-replies", "name": "Faster replies", "people": {"n": 2, "more": False}}
        ]
        approved(world)
        assert self.found(world) == []

    def test_neither_one_from_long_ago_nor_one_that_is_only_planned(self) -> None:
        world = World()
        done(world)
        asker(world, 1)
        world.clock.pass_by(days=120)
        assert self.found(world) == []
        change(world, public=DONE.having(done_on=world.clock().date(), status="planned"), on_page=False)
        assert self.found(world) == []

    def test_none_that_the_page_does_not_have_or_no_longer(self) -> None:
        world = World()
        done(world, on_page=False)
        asker(world, 1)
        assert self.found(world) == []
        show(world)
        assert [one["commitment_id"] for one in self.found(world)] == ["faster-replies"]
        put_on_page(world, [])  # as after somebody went back to an edition before it
        assert self.found(world) == []

    def test_none_of_which_the_page_says_something_else_than_that_it_is_done(self) -> None:
        world = World()
        done(world, public=DONE.having(status="planned", done_on=None))
        asker(world, 1)
        change(world, public=DONE, on_page=False)
        assert self.found(world) == []

    def test_more_that_is_done_and_not_on_the_page_costs_no_more_reads(self) -> None:
        world = World()
        done(world)
        asker(world, 1)
        costs = []
        with open_desk(world) as desk:
            for number in range(3):
                before = world.items.reads
                assert len(desk.get("/api/staff/home/work").json["to_tell"]) == 1
                costs.append(world.items.reads - before)
                done(world, f"other-{number}", on_page=False)
                asker(world, 2 + number, f"other-{number}")
        assert costs[1] == costs[2] <= costs[0]  # which edition that is, is asked again; what it says is known

    @pytest.mark.parametrize(
        ("asked", "name"),
        [
            ("de", "Schnellere Antworten"),
            ("nl", "Sneller antwoord"),
            ("en", "Faster replies"),
            ("", "Faster replies"),
        ],
    )
    def test_it_is_called_as_whoever_asks_reads_it(self, asked: str, name: str) -> None:
        world = World()
        done(world)
        asker(world, 1)
        assert self.names(world, asked) == [name]

    def test_without_a_title_in_their_language_it_is_called_as_the_company_writes_first(self) -> None:
        world = World()
        done(world, title={"en": "Faster replies", "nl": "Sneller antwoord"})
        asker(world, 1)
        assert self.names(world, "de") == ["Faster replies"]


class TestPrice:
    PATHS = (
        "home/headline",
        "home/heard",
        "home/work",
        "numbers",
        "numbers?by=language",
        "numbers?by=driver",
        "numbers?by=theme",
        "numbers?by=segment",
        "numbers?over_time=month",
    )

    def reads(self, people: int) -> dict[str, int]:
        world = Numbers(programme(reviews="quarterly"))
        theme = {"state": "filed", "by": "anna", "at": MONDAY}
        for number in range(people):
            world.counted(
                number % 11,
                account=f"account-{number}",
                drivers=("price",),
                themes={"invoices": theme},
                segments={"plan": "Gold"},
                day=str(date(2026, 1, 1) + timedelta(days=number % 200)),
            )
            Cases(world).add(timedelta(days=1))
            due = TODAY + timedelta(hours=number)
            world.invitations.save(invitation(contact_id=f"due{number}", due_at=due, planned_at=due).having(revision=0))
        found = {}
        with open_desk(world) as desk:
            for path in self.PATHS:
                before = world.items.reads
                assert desk.get(f"/api/staff/{path}").status == 200
                found[path] = world.items.reads - before
        return found

    def test_it_does_not_grow_with_contacts_and_answers(self) -> None:
        few, often = self.reads(12), self.reads(240)
        assert few == often
        assert few["home/headline"] < 45
        assert few["home/heard"] < 90
        assert few["home/work"] < 40

    def test_a_survey_that_is_over_is_found_without_reading_every_account(self) -> None:
        """The directory lists each account of each survey; a page of it would hold a few thousand."""
        world = Numbers()
        for number in range(30):
            world.counted(9, account=f"account-{number}")
        world.counted(9, survey="old tool", imported=True)
        world.counted(9, survey="old", imported=True)
        seen: list[int | None] = []
        query = world.items.query

        def watched(pk: str, **given: Any) -> Any:
            if pk == keys.directory().pk:
                seen.append(given.get("limit"))
            return query(pk, **given)

        world.items.query = watched  # type: ignore[method-assign]
        assert world.counters.surveys() == ["annual", "old", "old tool"]
        assert seen == [1] * 4
