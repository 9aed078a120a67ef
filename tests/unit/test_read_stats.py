"""Reading the numbers: what a selection counts, what is read for it, and how lines are compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.adapters import keys
from sayso.domain.counting import ALL
from sayso.domain.invitation import SentMail, Snapshot
from sayso.domain.nps import ScoreCounts, interval
from sayso.domain.programme import Programme
from sayso.services.figures import Figures, left_over
from sayso.services.movement import ENOUGH_TO_COMPARE
from sayso.services.read_stats import ReadStats, Selection, Span
from sayso.services.stats_lines import StatsLines, before
from tests.builders import World, programme, response, sent_invitation

TODAY = datetime(2026, 10, 14, 9, tzinfo=UTC)
YEAR = Span(date(2025, 10, 15), date(2026, 10, 14))


class Numbers(World):
    """A world with counted answers, put straight into the counters as the stream would."""

    def __init__(self, programme: Programme | None = None) -> None:
        super().__init__(TODAY, programme)
        self._known = 0

    def counted(
        self,
        *scores: int | None,
        survey: str = "annual",
        day: str = "2026-03-10",
        asked_on: str | None = None,
        account: str = "account-kaasboer",
        language: str = "en",
        segments: dict[str, str] | None = None,
        owner: str | None = None,
        scale: str = "nps",
        imported: bool = False,
        **fields: Any,
    ) -> None:
        """So many asked on a day (the day before, unless said), who answered as given on `day`; None did not answer."""
        at = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
        sent_at = datetime.fromisoformat(asked_on).replace(tzinfo=UTC) if asked_on else at - timedelta(hours=2)
        snapshot = Snapshot(
            account_id=account,
            language=language,  # type: ignore[arg-type]
            segments=segments or {},
            owner_id=owner,
            scale=scale,  # type: ignore[arg-type]
        )
        items: list[Any] = []
        for score in scores:
            self._known += 1
            person = f"n{self._known}"
            if not imported:
                mails = {"first": SentMail(state="sent", at=sent_at)}
                one = sent_invitation(contact_id=person, survey=survey, mails=mails, snapshot=snapshot, revision=1)
                items.append((one, *keys.invitation(*one.reference)))
            if score is not None:
                values: dict[str, Any] = {"score": score, "scale": scale, "survey": survey, "snapshot": snapshot}
                values |= {"confirmed_at": at, "answered_at": at, "asked_at": sent_at, "contact_id": person}
                values |= {"imported_from": "old tool", "reasons": ("imported",)} if imported else {}
                answer = response(**{**values, **fields})
                items.append((answer, *keys.response(*answer.reference)))
        self.count_responses.count(items)

    @property
    def lines(self) -> StatsLines:
        return StatsLines(self.read_stats.once(), YEAR)


HEADLINE = Selection("relationship", ("day50", "annual"))


def shown(scores: Sequence[int]) -> ScoreCounts:
    return ScoreCounts(tuple(scores.count(score) for score in range(11)))


class TestSelections:
    def test_several_surveys_are_summed(self) -> None:
        world = Numbers()
        world.counted(10, 9, survey="annual")
        world.counted(3, survey="day50")
        world.counted(8, survey="old", imported=True)
        read = world.read_stats
        assert read.headline(*YEAR).counts == shown([10, 9, 3])
        both = read.figures(Selection("annual + old", ("annual", "old")), *YEAR)
        assert both.counts == shown([10, 9, 8])

    @pytest.mark.parametrize(
        ("scope", "value"),
        [("account", "account-a"), ("language", "de"), ("segment", "plan=Gold"), ("owner", "o1"), ("driver", "price")],
    )
    def test_one_value_of_one_dimension(self, scope: Any, value: str) -> None:
        world = Numbers()
        world.counted(
            10, 2, account="account-a", language="de", segments={"plan": "Gold"}, owner="o1", drivers=["price"]
        )
        world.counted(9, account="account-b", language="nl", segments={"plan": "Silver"}, owner="o2")
        found = world.read_stats.figures(HEADLINE.narrowed("x", scope, value), *YEAR)
        assert found.counts == shown([10, 2])
        assert value in world.read_stats.values(HEADLINE.surveys, scope)

    def test_a_survey_the_programme_does_not_have_is_history(self) -> None:
        world = Numbers()
        world.counted(9, survey="old", imported=True)
        world.counted(9, survey="annual")
        assert world.read_stats.history() == ["old"]

    def test_a_survey_that_changed_its_scale_is_there_on_both(self) -> None:
        world = Numbers(programme(surveys={"ticket": {"event": "ticket", "scale": "satisfaction"}}))
        world.counted(9, survey="ticket", day="2026-01-10")
        world.counted(5, 4, survey="ticket", scale="satisfaction")
        now, earlier = world.read_stats.selections("ticket")
        assert (now.name, now.scale, earlier.name, earlier.scale) == (
            "ticket",
            "satisfaction",
            "ticket (0 to 10)",
            "nps",
        )
        assert world.read_stats.figures(now, *YEAR).satisfaction.n == 2
        assert world.read_stats.figures(earlier, *YEAR).counts == shown([9])
        assert world.read_stats.figures(earlier, *YEAR).rate is None

    def test_imported_history_on_the_other_scale_is_found_on_its_own(self) -> None:
        world = Numbers()
        world.counted(5, 4, survey="old", scale="satisfaction", imported=True)
        (only,) = world.read_stats.selections("old")
        assert (only.name, only.scale) == ("old", "satisfaction")


class TestCoverage:
    def test_of_those_asked_is_narrower_than_of_all_customers(self) -> None:
        world = Numbers()
        world.counted(*[10] * 20, *[3] * 5, *[None] * 15)
        found = world.read_stats.headline(*YEAR)
        assert (found.asked, found.answered, found.population, found.coverage) == (40, 25, 40, "all")
        assert found.ends_of_asked == interval(found.counts, asked=40)
        assert found.ends.low < found.ends_of_asked.low < found.ends_of_asked.high < found.ends.high
        assert found.rate is not None
        assert found.rate.percent == 62.5

    def test_who_was_asked_before_makes_nobody_more_certain(self) -> None:
        # Ten were asked in these days, five of whom answered; five more answered who were asked before.
        world = Numbers()
        world.counted(*[10] * 5, *[None] * 5)
        world.counted(*[3] * 5, asked_on="2025-10-14", day="2025-10-20")
        found = world.read_stats.headline(*YEAR)
        assert (found.counts.n, found.asked, found.answered) == (10, 10, 5)
        assert found.population == 15
        assert found.ends_of_asked is not None
        assert found.ends_of_asked.low < found.ends_of_asked.high

    @pytest.mark.parametrize(("survey", "coverage"), [("old", "none"), ("annual", "all")])
    def test_the_response_rate_of_imported_answers_is_not_known(self, survey: str, coverage: str) -> None:
        world = Numbers()
        world.counted(9, 9, survey="old", imported=True)
        world.counted(9, survey="annual")
        found = world.read_stats.figures(Selection(survey, (survey,)), *YEAR)
        assert found.coverage == coverage
        assert (found.rate is None) == (coverage == "none")
        both = world.read_stats.figures(Selection("both", ("old", "annual")), *YEAR)
        assert (both.coverage, both.population, both.ends_of_asked) == ("some", None, None)
        assert both.rate is not None

    def test_nobody_is_asked_to_name_a_driver_so_it_has_no_rate(self) -> None:
        world = Numbers()
        world.counted(9, 3, drivers=["price"])
        found = world.read_stats.figures(HEADLINE.narrowed("price", "driver", "price"), *YEAR)
        assert (found.counts.n, found.rate, found.ends_of_asked) == (2, None, None)

    def test_satisfaction_has_both_intervals_too(self) -> None:
        world = Numbers(programme(surveys={"ticket": {"event": "ticket", "scale": "satisfaction"}}))
        world.counted(5, 4, 4, 1, None, survey="ticket", scale="satisfaction")
        found = world.read_stats.survey("ticket", *YEAR)
        assert found.ends_of_asked is not None
        assert found.ends.low < found.ends_of_asked.low < found.ends_of_asked.high < found.ends.high


class TestReads:
    def reads(self, answers: int) -> list[int]:
        """The reads of every kind of question, with so many answers behind the counters."""
        world = Numbers()
        for account in ("a", "b"):
            world.counted(*[9, 3] * answers, account=account, segments={"plan": account}, drivers=["price"])
        found = []
        for ask in (
            lambda lines: lines.overview(),
            lambda lines: lines.breakdown(HEADLINE, "account", {"a": "A", "b": "B"}),
            lambda lines: lines.trend(HEADLINE, "month"),
            lambda lines: lines.trend(HEADLINE, "rolling"),
            lambda lines: lines.trend(HEADLINE, "day"),
            lambda lines: lines.read.named(HEADLINE, *YEAR),
            lambda lines: lines.read.joint_ratings("annual", *YEAR),
        ):
            start = world.items.reads
            ask(world.lines)
            found.append(world.items.reads - start)
        return found

    def test_there_are_as_many_for_many_answers_as_for_few(self) -> None:
        assert self.reads(1) == self.reads(40)

    def test_no_day_of_a_counter_is_read_twice(self, monkeypatch: pytest.MonkeyPatch) -> None:
        world = Numbers()
        world.counted(9, 3, segments={"plan": "Gold"})
        read: list[tuple[Any, ...]] = []
        real = type(world.counters).read

        def noted(self: Any, *arguments: Any, **scale: Any) -> Any:
            read.append((*arguments, *scale.values()))
            return real(self, *arguments, **scale)

        monkeypatch.setattr(type(world.counters), "read", noted)
        lines = StatsLines(world.read_stats.once(), YEAR, before(YEAR))
        lines.overview()
        lines.breakdown(HEADLINE, "segment", {"plan=Gold": "Gold"})
        assert len(read) == len(set(read))
        read.clear()
        world.lines.trend(HEADLINE, "rolling")
        days: list[tuple[Any, ...]] = []
        for survey, scope, value, first, last, _ in read:
            span = date.fromisoformat(last) - date.fromisoformat(first)
            days += [(survey, scope, value, date.fromisoformat(first) + timedelta(n)) for n in range(span.days + 1)]
        assert len(days) == len(set(days))

    def test_what_a_command_has_read_it_does_not_read_again(self) -> None:
        world = Numbers()
        world.counted(9)
        once = world.read_stats.once()
        first = (
            once.headline(*YEAR),
            once.history(),
            once.values(["annual"], "account"),
            once.ratings("annual", *YEAR),
        )
        start = world.items.reads
        again = (
            once.headline(*YEAR),
            once.history(),
            once.values(["annual"], "account"),
            once.ratings("annual", *YEAR),
        )
        assert (again, world.items.reads) == (first, start)


DAYS = st.integers(0, 800).map(lambda back: TODAY.date() - timedelta(days=back))


@given(
    st.lists(st.tuples(DAYS, st.integers(0, 10)), max_size=30),
    st.lists(st.tuples(DAYS, DAYS).map(sorted), min_size=1, max_size=4),
)
def test_spans_that_overlap_say_the_same_as_each_by_itself(
    answers: list[tuple[date, int]], spans: list[list[date]]
) -> None:
    world = Numbers()
    for day, score in answers:
        world.counted(score, day=day.isoformat())
    read: ReadStats = world.read_stats
    wanted = [Span(*span) for span in spans]
    assert read.over(HEADLINE, wanted) == [read.figures(HEADLINE, *span) for span in wanted]
    for span, found in zip(wanted, read.over(HEADLINE, wanted), strict=True):
        assert found.counts == shown([score for day, score in answers if span.first <= day <= span.last])


class TestTrend:
    def trend(self, world: Numbers, kind: Any = "month") -> dict[str, Any]:
        whole, lines = world.lines.trend(HEADLINE, kind)
        if kind != "rolling":
            assert sum((line.figures.counts for line in lines), ScoreCounts()) == whole.figures.counts
        return {line.name: line for line in lines}

    def test_a_month_is_compared_with_the_one_before_it(self) -> None:
        world = Numbers()
        world.counted(*[10] * 20, day="2026-03-05")
        world.counted(*[3] * 20, day="2026-04-05")
        world.counted(*[3] * 19, 10, day="2026-05-05")
        found = self.trend(world)
        april, may = found["2026-04"].moved, found["2026-05"].moved
        assert (april.change.points, april.change.is_reliable) == (-200, True)
        assert (may.change.points, may.change.is_reliable) == (10, False)
        assert found["2026-04"].figures.rate.percent == 100

    def test_with_few_answers_on_one_side_nothing_is_said(self) -> None:
        world = Numbers()
        world.counted(*[10] * 20, day="2026-03-05")
        world.counted(*[0] * (ENOUGH_TO_COMPARE - 1), day="2026-04-05")
        moved = self.trend(world)["2026-04"].moved
        assert (moved.change, moved.why_not) == (None, "fewer than 10 answers")

    def test_a_month_that_was_cut_is_not_compared(self) -> None:
        world = Numbers()
        world.counted(*[10] * 20, day="2026-09-05")
        world.counted(*[3] * 20, day="2026-10-05")
        october = self.trend(world)["2026-10"]
        assert (october.is_whole, october.moved.change, october.moved.why_not) == (False, None, "still running")

    def test_twelve_months_that_overlap_are_not_compared(self) -> None:
        world = Numbers()
        world.counted(*[10] * 20, day="2025-12-05")
        found = self.trend(world, "rolling")
        assert len(found) == 13
        assert not any(line.moved for line in found.values())
        assert {line.figures.counts.n for name, line in found.items() if name >= "2025-12-31"} == {20}

    def test_a_day_has_no_response_rate(self) -> None:
        world = Numbers()
        world.counted(10, None, day="2026-03-05")
        found = self.trend(world, "day")
        assert (found["2026-03-05"].figures.counts.n, found["2026-03-05"].figures.rate) == (1, None)


class TestBreakdown:
    def test_of_a_segment_those_without_it_follow(self) -> None:
        world = Numbers()
        world.counted(10, 9, None, segments={"plan": "Gold"})
        world.counted(3, segments={"plan": "Silver", "place": "Bern"})
        world.counted(8, None)
        names = {value: value for value in ("plan=Gold", "plan=Silver")}
        found = {line.name: line.figures for line in world.lines.breakdown(HEADLINE, "segment", names)}
        assert {name: one.counts for name, one in found.items()} == {
            "plan=Gold": shown([10, 9]),
            "plan=Silver": shown([3]),
            "without plan": shown([8]),
        }
        assert (found["without plan"].asked, found["without plan"].answered) == (2, 1)

    def test_who_was_never_asked_nor_answered_in_these_days_is_no_line(self) -> None:
        world = Numbers()
        world.counted(10, account="a", day="2024-01-10")
        assert world.lines.breakdown(HEADLINE, "account", {"a": "A"}) == []


def test_the_days_before_are_as_many() -> None:
    earlier = before(YEAR)
    assert earlier == Span(date(2024, 10, 15), date(2025, 10, 14))
    assert (earlier.last - earlier.first) == (YEAR.last - YEAR.first)


def test_a_difference_says_how_many_answers_it_would_take_to_see_it() -> None:
    world = Numbers()
    world.counted(*[10] * 12, *[8] * 4, *[3] * 4, day="2025-03-05")
    world.counted(*[10] * 10, *[8] * 4, *[3] * 6, day="2026-03-05")
    line = StatsLines(world.read_stats, YEAR, before(YEAR)).line("selection", HEADLINE)
    assert line.moved is not None
    assert line.moved.change is not None
    assert (line.moved.change.points, line.moved.change.is_reliable) == (-20, False)
    assert line.moved.needed is not None
    assert line.moved.needed > 100


def test_what_is_left_of_a_whole_is_never_less_than_nothing() -> None:
    # A part that was read later: two answers more, one of them edited from a 3 to a 9.
    whole = Figures("all", shown([3, 8]), asked=5, answered=2, foreign=1)
    part = Figures("part", shown([9, 8, 8]), asked=6, answered=3, foreign=2)
    left = left_over(whole, [part], "rest")
    assert (left.counts, left.asked, left.answered, left.foreign) == (shown([3]), 0, 0, 0)


def test_no_answers_are_no_score() -> None:
    found = Numbers().read_stats.headline(*YEAR)
    assert (found.counts.n, found.rate, found.population, found.ends_of_asked) == (0, None, None, None)
    assert found.as_json()["nps"] is None
    assert isinstance(found, Figures)
    assert Selection("x", ()).value == ALL
