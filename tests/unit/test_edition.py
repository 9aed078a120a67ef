"""What an edition may say: small groups, subtraction, what is carried over and what always moves (rule 12)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from sayso.domain.commitment import Commitment, PublicTexts
from sayso.domain.drafting import Basis, by_month, draft_edition, window
from sayso.domain.edition import Edition, PublishedCommitment, PublishedQuote, of_year, recent
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts
from tests.page_examples import COMMITMENTS, MADE_AT, few_answers, many_answers

G = ScoreCounts.from_groups
NONE = ScoreCounts()


LABELS = {name: {"en": name} for name in ("price", "expertise", "slow_replies")}


class Drafts:
    """Editions one after another, each with what was kept of the one before."""

    def __init__(self) -> None:
        self.latest: Edition | None = None
        self.basis = Basis()

    def next(self, **changes: Any) -> Edition:
        given: dict[str, Any] = {
            "made_at": MADE_AT,
            "months": {"2026-10": G(20, 15, 5)},
            "asked": 60,
            "answered": 40,
            "themes": {},
            "labels": LABELS,
            "commitments": (),
        }
        self.latest, self.basis = draft_edition(previous=self.latest, basis=self.basis, **(given | changes))
        return self.latest


def draft(**changes: Any) -> Edition:
    """A first edition."""
    return Drafts().next(**changes)


def test_the_window_is_twelve_months_and_ends_with_the_current_one() -> None:
    months = window(datetime(2026, 2, 28, 23, tzinfo=UTC))
    assert (len(months), months[0], months[-1]) == (12, "2025-03", "2026-02")


def test_days_of_several_surveys_are_summed_to_months() -> None:
    months = by_month({"2026-09-30": G(1, 0, 0), "2026-10-01": G(0, 1, 0)}, {"2026-10-31": G(0, 0, 1)})
    assert months == {"2026-09": G(1, 0, 0), "2026-10": G(0, 1, 1)}


def test_the_headline_is_the_year_with_its_interval_n_and_coverage() -> None:
    headline = many_answers().figures.headline
    assert headline
    assert (headline.score, headline.low, headline.high, headline.n) == (45, 29, 58, 100)
    assert (headline.answered, headline.asked, headline.until) == (100, 148, "2026-10")


def test_whoever_answered_was_asked() -> None:
    headline = draft(asked=39, answered=40).figures.headline
    assert headline
    assert headline.asked == 40


def test_months_outside_the_window_do_not_count() -> None:
    headline = draft(months={"2025-10": G(50, 0, 0), "2026-10": G(5, 0, 0), "2026-11": G(50, 0, 0)}).figures.headline
    assert headline
    assert headline.n == 5


@pytest.mark.parametrize(("n", "shown"), [(0, False), (4, False), (5, True)])
def test_no_score_under_five_answers(n: int, shown: bool) -> None:
    figures = draft(months={"2026-10": G(n, 0, 0)}, themes={"price": G(n, 0, 0)}).figures
    assert (figures.headline is not None) is shown
    assert bool(figures.praised) is shown


def test_under_thirty_answers_there_is_no_trend_and_no_count() -> None:
    months = {"2026-08": G(10, 0, 0), "2026-09": G(9, 0, 0), "2026-10": G(10, 0, 0)}
    edition = draft(months=months, themes={"expertise": G(9, 0, 0)}, commitments=COMMITMENTS)
    assert edition.figures.are_few
    assert edition.figures.trend == ()
    assert [figure.count for figure in edition.figures.praised] == [None]
    assert {edition.voices(commitment) for commitment in edition.commitments} == {"several"}


def test_a_month_under_five_answers_is_a_gap() -> None:
    trend = {point.month: point for point in many_answers().figures.trend}
    assert len(trend) == 12
    assert [month for month, point in trend.items() if point.n is None] == ["2025-12", "2026-08"]


def test_one_small_month_is_neither_shown_nor_counted_or_subtraction_would_show_it() -> None:
    months = {"2026-06": G(12, 2, 1), "2026-07": G(2, 0, 0), "2026-08": G(6, 0, 0), "2026-09": G(9, 0, 0)}
    figures = draft(months=months).figures
    assert figures.headline
    assert figures.headline.n == 30
    assert {point.month: point.n for point in figures.trend if point.n} == {"2026-06": 15, "2026-08": 6, "2026-09": 9}


def test_a_lone_month_makes_no_trend() -> None:
    assert draft().figures.trend == ()


def test_a_difference_within_the_noise_is_called_that() -> None:
    change = many_answers().figures.trend_change
    assert change
    assert (change.before, change.after, change.is_reliable) == (36, 58, False)


def test_a_month_or_two_are_no_half_year() -> None:
    for earlier in (1, 2, 3):
        months = {f"2026-0{month}": G(5, 5, 20) for month in range(1, 1 + earlier)}
        months |= {f"2026-0{month}": G(20, 5, 5) for month in range(7, 10)}
        assert (draft(months=months).figures.trend_change is not None) is (earlier == 3)


def test_a_large_difference_is_called_reliable() -> None:
    months = {f"2026-0{month}": G(5, 5, 20) for month in (2, 3, 4)} | {
        f"2026-0{month}": G(20, 5, 5) for month in (7, 8, 9)
    }
    change = draft(months=months).figures.trend_change
    assert change
    assert (change.before, change.after, change.is_reliable) == (-50, 50, True)


@pytest.mark.parametrize(("named", "shown"), [(4, False), (5, True), (15, True), (16, False), (19, False), (20, True)])
def test_a_driver_needs_five_who_named_it_and_none_or_five_who_did_not(named: int, shown: bool) -> None:
    figures = draft(themes={"price": G(named, 0, 0)}).figures  # 20 promoters in all
    assert bool(figures.praised) is shown


def test_promoters_say_what_is_valued_and_detractors_what_is_criticised() -> None:
    figures = many_answers().figures
    assert [(figure.theme, figure.count) for figure in figures.praised] == [
        ("expertise", 30),
        ("contact_person", 20),
        ("outages", 15),
    ]
    assert [(figure.theme, figure.count) for figure in figures.criticised] == [
        ("communication", 5),
        ("slow_replies", 5),
    ]


def test_figures_stay_as_they_were_until_five_new_answers_came() -> None:
    drafts = Drafts()
    first = drafts.next()
    four_more = {"2026-10": G(20, 15, 9)}
    assert drafts.next(months=four_more, asked=90, answered=44, themes={"price": G(9, 0, 0)}) is first
    fifth = drafts.next(months={"2026-10": G(20, 15, 10)}, asked=90, answered=45)
    assert fifth.number == 2
    assert fifth.figures.headline
    assert (fifth.figures.headline.n, fifth.figures.headline.asked) == (45, 90)


def test_a_company_may_ask_for_more_new_answers_but_never_for_fewer() -> None:
    drafts = Drafts()
    first = drafts.next()
    six_more = {"2026-10": G(26, 15, 5)}
    assert drafts.next(months=six_more, new_answers=10) is first
    assert drafts.next(months={"2026-10": G(21, 15, 5)}, new_answers=1) is first
    assert drafts.next(months=six_more).number == 2


def test_the_first_figures_need_five_answers_however_many_new_ones_a_company_asks_for() -> None:
    assert draft(months={"2026-10": G(6, 0, 0)}, new_answers=50).figures.headline


def test_an_edited_answer_does_not_move_the_figures_alone() -> None:
    drafts = Drafts()
    first = drafts.next()
    assert drafts.next(months={"2026-10": G(21, 15, 4)}) is first


def test_a_month_that_leaves_the_window_takes_its_answers_with_it() -> None:
    drafts = Drafts()
    drafts.next(months={"2025-11": G(6, 0, 0), "2026-10": G(20, 15, 5)})
    later = drafts.next(made_at=datetime(2026, 11, 1, tzinfo=UTC))
    assert later.figures.headline
    assert (later.figures.headline.n, later.figures.headline.until) == (40, "2026-11")


def test_what_is_left_over_of_a_large_year_waits_until_it_is_five() -> None:
    drafts = Drafts()
    october = G(20, 15, 5)
    first = drafts.next(months={"2026-08": G(1, 1, 0), "2026-09": G(1, 0, 1), "2026-10": october})
    assert first.figures.headline
    assert first.figures.headline.n == 40
    months = {"2026-08": G(1, 1, 0), "2026-09": G(1, 1, 1), "2026-10": october}
    second = drafts.next(months=months)
    assert second.figures.headline
    assert (second.figures.headline.n, second.figures.trend) == (45, ())


def test_of_a_small_year_nothing_is_left_over() -> None:
    edition = draft(months={"2026-08": G(1, 1, 0), "2026-10": G(5, 0, 0)})
    assert edition.figures.headline
    assert edition.figures.headline.n == 7


def test_what_was_gathered_of_several_months_leaves_with_the_newest_of_them() -> None:
    drafts = Drafts()
    months = {"2025-11": G(2, 0, 0), "2025-12": G(3, 0, 0), "2026-10": G(40, 0, 0)}
    drafts.next(months=months)
    in_november = drafts.next(months=months, made_at=datetime(2026, 11, 1, tzinfo=UTC))
    in_december = drafts.next(months=months, made_at=datetime(2026, 12, 1, tzinfo=UTC))
    counted = [edition.figures.headline.n for edition in (in_november, in_december) if edition.figures.headline]
    assert counted == [45, 40]


def test_an_answer_edited_after_its_month_became_public_does_not_outlive_the_month() -> None:
    drafts = Drafts()
    old, recent_ones = {"2025-11": G(6, 0, 0)}, {"2026-09": G(30, 0, 0)}
    drafts.next(months=old | recent_ones)
    edited = {"2025-11": G(5, 0, 1)} | recent_ones | {"2026-10": G(4, 0, 0)}
    drafts.next(months=edited)
    later = drafts.next(months=edited, made_at=datetime(2026, 11, 1, tzinfo=UTC))
    assert later.figures.headline
    assert (later.figures.headline.n, later.figures.headline.score) == (30, 100)


def test_a_month_is_not_made_small_by_answers_that_were_taken_back() -> None:
    drafts = Drafts()
    first = drafts.next(months={"2026-09": G(9, 0, 0), "2026-10": G(20, 15, 5)})
    assert drafts.next(months={"2026-09": G(3, 0, 0), "2026-10": G(20, 15, 5)}) is first


def test_figures_of_which_nothing_is_left_in_the_window_are_withdrawn() -> None:
    drafts = Drafts()
    drafts.next()
    later = drafts.next(made_at=datetime(2027, 10, 1, tzinfo=UTC), months={})
    assert later.number == 2
    assert later.figures.headline is None


def test_a_shown_month_moves_by_five_or_not_at_all() -> None:
    drafts = Drafts()
    drafts.next(months={"2026-09": G(20, 5, 5), "2026-10": G(5, 0, 0)})
    three_late_ones = {"2026-09": G(23, 5, 5), "2026-10": G(10, 0, 0), "2026-08": G(5, 2, 0)}
    trend = {point.month: point.n for point in drafts.next(months=three_late_ones).figures.trend if point.n}
    assert trend == {"2026-08": 7, "2026-09": 30, "2026-10": 10}


def test_themes_are_counted_in_steps_of_five() -> None:
    more = {"2026-10": G(30, 15, 5)}
    for now, shown in ((12, 10), (15, 15), (19, 15)):
        drafts = Drafts()
        assert [figure.count for figure in drafts.next(themes={"price": G(8, 0, 0)}).figures.praised] == [5]
        moved = drafts.next(months=more, themes={"price": G(now, 0, 0)})
        assert [figure.count for figure in moved.figures.praised] == [shown]


def test_which_of_two_themes_was_named_by_one_more_is_not_to_be_seen() -> None:
    for first, second in ((11, 12), (12, 11)):
        praised = draft(themes={"price": G(first, 0, 0), "expertise": G(second, 0, 0)}).figures.praised
        assert [(figure.theme, figure.count) for figure in praised] == [("expertise", 10), ("price", 10)]


def test_a_theme_without_a_name_is_not_shown() -> None:
    assert draft(themes={"gone": G(8, 0, 0)}).figures.praised == ()


@pytest.mark.parametrize(("answered", "told"), [(40, True), (39, False), (36, False), (35, True)])
def test_a_small_group_that_did_not_answer_is_not_told_of(answered: int, told: bool) -> None:
    headline = draft(asked=40, answered=answered).figures.headline
    assert headline
    assert (headline.answered == answered and headline.asked == 40) is told


def test_those_asked_and_those_who_answered_move_by_five_or_not_at_all() -> None:
    drafts = Drafts()
    drafts.next()
    headline = drafts.next(months={"2026-10": G(26, 15, 5)}, asked=64, answered=46).figures.headline
    assert headline
    assert (headline.asked, headline.answered) == (60, 46)


@pytest.mark.parametrize(("answered", "told"), [(40, 40), (43, 40), (37, 40), (45, 45), (34, 34)])
def test_those_who_answered_are_those_of_the_score_or_differ_by_five(answered: int, told: int) -> None:
    headline = draft(asked=90, answered=answered).figures.headline
    assert headline
    assert (headline.n, headline.answered) == (40, told)


def test_commitments_and_quotes_always_move() -> None:
    drafts = Drafts()
    first = drafts.next(commitments=COMMITMENTS[1:])
    second = drafts.next(commitments=COMMITMENTS)
    quote = PublishedQuote(id="q1", text={"en": "They call back."}, original="en")
    third = drafts.next(commitments=COMMITMENTS, quotes=[quote])
    assert [edition.number for edition in (first, second, third)] == [1, 2, 3]
    assert second.figures is first.figures
    assert (len(second.commitments), third.quotes) == (len(COMMITMENTS), (quote,))


def test_a_commitment_keeps_the_moment_it_changed_whatever_the_number_of_those_who_asked() -> None:
    drafts = Drafts()
    later = MADE_AT + timedelta(days=1)
    drafts.next(commitments=COMMITMENTS[:2])
    asked = COMMITMENTS[0].having(asked_by=50)
    edited = COMMITMENTS[1].having(title={"en": "Otherwise"})
    second = {one.id: one for one in drafts.next(commitments=[asked, edited], made_at=later).commitments}
    assert (second["night"].changed_at, second["night"].asked_by) == (MADE_AT, 50)
    assert second["invoices"].changed_at == later


def test_an_edition_that_would_say_the_same_is_the_same() -> None:
    drafts = Drafts()
    first = drafts.next(commitments=COMMITMENTS)
    assert drafts.next(commitments=COMMITMENTS, made_at=datetime(2026, 11, 2, tzinfo=UTC)) is first


def test_after_an_older_edition_was_brought_back_the_next_one_shows_the_figures_of_now() -> None:
    drafts = Drafts()
    first = drafts.next()
    newer = drafts.next(months={"2026-10": G(30, 15, 5)})
    drafts.latest = newer.having(number=3, figures=first.figures, restores=1)
    after = drafts.next(months={"2026-10": G(30, 15, 5)}, asked=99)
    assert (after.number, after.figures.headline) == (4, newer.figures.headline)


def test_in_the_first_edition_what_was_done_last_leads() -> None:
    first = draft(commitments=COMMITMENTS[::-1])
    assert [one.id for one in first.commitments][:2] == ["night", "invoices"]


def test_the_newest_news_leads() -> None:
    assert [commitment.id for commitment in many_answers().commitments] == [
        "night",
        "invoices",
        "status",
        "price",
        "names",
    ]


@pytest.mark.parametrize(
    ("voices", "told"), [(0, None), (1, None), (2, "several"), (4, "several"), (5, 5), (9, 5), (12, 10)]
)
def test_customers_are_counted_in_steps_of_five_and_small_numbers_are_not_counted_out(
    voices: int, told: object
) -> None:
    moment, texts = datetime(2026, 5, 1, tzinfo=UTC), {"title": {"en": "T"}, "heard": {"en": "H"}}
    kept = Commitment(
        **texts,
        commitment_id="c1",
        voices=voices,
        public=PublicTexts(**texts),
        published_on=date(2026, 5, 2),
        created_at=moment,
        updated_at=moment,
    )
    public = PublishedCommitment.of(kept)
    assert public.asked_by == told
    assert draft(commitments=[public]).voices(public) == told


def test_one_customer_more_makes_no_new_edition() -> None:
    drafts = Drafts()
    first = drafts.next(commitments=COMMITMENTS)
    assert drafts.next(commitments=COMMITMENTS, made_at=MADE_AT + timedelta(days=1)) is first


def test_it_survives_being_kept() -> None:
    for edition in (many_answers(), few_answers()):
        assert Edition.model_validate_json(edition.model_dump_json()) == edition


def test_a_kept_edition_carries_its_figures_over_exactly() -> None:
    drafts = Drafts()
    kept = drafts.latest = Edition.model_validate_json(drafts.next().model_dump_json())
    drafts.basis = Basis.model_validate_json(drafts.basis.model_dump_json())
    assert drafts.next(months={"2026-10": G(22, 16, 6)}) is kept


def test_the_public_side_of_a_commitment() -> None:
    moment = datetime(2026, 5, 1, tzinfo=UTC)
    kept = Commitment(
        commitment_id="c1",
        title={"en": "Draft"},
        heard={"en": "H"},
        status="planned",
        voices=3,
        public=PublicTexts(title={"en": "T"}, heard={"en": "H"}),
        published_on=date(2026, 5, 2),
        created_at=moment,
        updated_at=moment,
    )
    public = PublishedCommitment.of(kept)
    assert (public.id, public.title, public.status, public.asked_by) == ("c1", {"en": "T"}, "heard", "several")
    with pytest.raises(InvalidInputError):
        PublishedCommitment.of(kept.having(public=None))


def test_what_was_done_before_the_year_ended_and_published_after_it_is_in_the_new_years_archive() -> None:
    drafts = Drafts()
    doing = COMMITMENTS[4].having(status="in_progress", done_on=None, published_on=date(2025, 6, 1))
    drafts.next(commitments=[doing], made_at=datetime(2025, 12, 20, tzinfo=UTC))
    done = COMMITMENTS[4].having(done_on=date(2025, 12, 29), published_on=date(2025, 6, 1))
    later = drafts.next(commitments=[done], made_at=datetime(2026, 1, 5, tzinfo=UTC))
    assert [one.id for one in of_year(later, 2026)] == ["names"]
    assert of_year(later, 2025) == ()
    # By the company's clock the new year may have begun.
    again = drafts.next(
        commitments=[done.having(status="declined", decided_on=date(2026, 2, 1))],
        made_at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
        day=date(2027, 1, 1),
    )
    assert [one.id for one in of_year(again, 2027)] == ["names"]


def test_the_page_of_now_has_what_moved_in_a_year_and_what_is_open() -> None:
    old_done = COMMITMENTS[4].having(id="old", done_on=date(2025, 9, 1), published_on=date(2025, 1, 8))
    old_open = COMMITMENTS[2].having(id="open", published_on=date(2024, 1, 8))
    edition = draft(commitments=[*COMMITMENTS, old_done, old_open])
    edition = edition.having(commitments=tuple(one.having(status_since=None) for one in edition.commitments))
    assert {one.id for one in recent(edition)} == {*(one.id for one in COMMITMENTS), "open"}
    assert [one.id for one in of_year(edition, 2025)] == ["old"]
    assert [one.id for one in of_year(edition, 2024)] == ["open"]
