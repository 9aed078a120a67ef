"""Working time is that of the owner: their time zone, their holidays, their days off, and clocks that change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.adapters.offices import ProgrammeOffices, unknown_regions
from sayso.adapters.programme_file import check_programme
from sayso.domain.errors import InvalidInputError
from sayso.domain.office import Office
from tests.builders import moments, programme
from tests.programme_files import TEXT, mistakes

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NEW_YORK = ZoneInfo("America/New_York")
HOURS = {"days": ["mon", "tue", "wed", "thu", "fri"], "opens": "09:00", "closes": "17:00"}
ANNA = "anna@example.com"


def office(
    zone: ZoneInfo = AMSTERDAM,
    *,
    is_holiday: Callable[[date], bool] = lambda _: False,
    opens: time = time(9),
    closes: time = time(17),
) -> Office:
    return Office(days=frozenset(range(5)), opens=opens, closes=closes, zone=zone, is_holiday=is_holiday)


def of(email: str = ANNA, **follow_up: object) -> Office:
    """The office of one of our people in a programme of the company in Amsterdam."""
    return ProgrammeOffices(
        programme(company={"timezone": "Europe/Amsterdam"}, follow_up={"office_hours": HOURS, **follow_up})
    ).of(email)


def here(*parts: int, zone: ZoneInfo = AMSTERDAM) -> datetime:
    """A moment by the clock on the wall."""
    return datetime(*parts, tzinfo=zone)


# Heard at a time at which nobody works


@pytest.mark.parametrize(
    ("heard_at", "due_at"),
    [
        (here(2026, 3, 3, 10, 30), here(2026, 3, 5, 10, 30)),  # Tuesday → Thursday, same time
        (here(2026, 3, 5, 10, 30), here(2026, 3, 9, 10, 30)),  # Thursday → Monday
        (here(2026, 3, 6, 16, 59), here(2026, 3, 10, 16, 59)),  # Friday → Tuesday
        (here(2026, 3, 6, 17, 0), here(2026, 3, 11, 9, 0)),  # Friday at closing: heard on Monday at nine
        (here(2026, 3, 3, 3, 0), here(2026, 3, 5, 9, 0)),  # at night: heard the same day at nine
        (here(2026, 3, 7, 12, 0), here(2026, 3, 11, 9, 0)),  # on Saturday: heard on Monday
        (here(2026, 3, 8, 23, 59), here(2026, 3, 11, 9, 0)),
    ],
)
def test_two_working_days_count_from_when_somebody_can_have_heard(heard_at: datetime, due_at: datetime) -> None:
    assert office().add_working_days(heard_at, 2) == due_at


def test_christmas_is_not_working_time() -> None:
    heard_at = here(2026, 12, 23, 11)  # Wednesday; the 25th is a Friday, the 26th a Saturday
    assert of().add_working_days(heard_at, 2) == here(2026, 12, 25, 11)
    assert of(holidays=["NL"]).add_working_days(heard_at, 2) == here(2026, 12, 28, 11)
    assert of(holidays=["NL"], days_off=["2026-12-28"]).add_working_days(heard_at, 2) == here(2026, 12, 29, 11)


@pytest.mark.parametrize("region", ["NL", "DE-BY", "DE"])
def test_heard_on_easter_monday_counts_from_tuesday(region: str) -> None:
    easter_monday = here(2026, 4, 6, 11)
    assert of(holidays=[region]).add_working_days(easter_monday, 2) == here(2026, 4, 9, 9)
    assert of().add_working_days(easter_monday, 2) == here(2026, 4, 8, 11)


def test_a_holiday_of_one_region_is_none_of_another() -> None:
    epiphany, kings_day = here(2026, 1, 6, 11), here(2026, 4, 27, 11)
    assert not of(holidays=["DE-BY"]).is_open(epiphany)
    assert of(holidays=["DE"]).is_open(epiphany)
    assert of(holidays=["NL"]).is_open(epiphany)
    assert not of(holidays=["NL"]).is_open(kings_day)
    assert not of(holidays=["NL", "DE-BY"]).is_open(epiphany)


def test_a_holiday_is_a_day_where_the_owner_is() -> None:
    rules = {"owners": {ANNA: {"timezone": "America/New_York", "holidays": ["US"]}}}
    thanksgiving_evening_in_amsterdam = datetime(2026, 11, 26, 22, tzinfo=UTC)  # 17:00 in New York on Thursday
    assert of(**rules).next_opening(thanksgiving_evening_in_amsterdam) == here(2026, 11, 27, 9, zone=NEW_YORK)
    assert not of(**rules).is_open(here(2026, 11, 26, 11, zone=NEW_YORK))


# Whose office


def test_the_owner_s_own_time_zone_holidays_and_days_off_count_before_the_company_s() -> None:
    rules = {
        "holidays": ["NL"],
        "days_off": ["2026-05-05"],
        "owners": {ANNA: {"timezone": "America/New_York", "holidays": ["US"], "days_off": ["2026-05-06"]}},
    }
    anna, company = of("Anna@Example.com", **rules), of("somebody.else@example.com", **rules)
    assert (anna.zone, company.zone) == (NEW_YORK, AMSTERDAM)
    assert anna.is_open(here(2026, 4, 27, 11, zone=NEW_YORK)), "King's Day is a Monday like any other in New York"
    assert not company.is_open(here(2026, 4, 27, 11))
    assert not anna.is_open(here(2026, 5, 5, 11, zone=NEW_YORK)), "the company is closed, wherever its people are"
    assert not anna.is_open(here(2026, 5, 6, 11, zone=NEW_YORK))
    assert company.is_open(here(2026, 5, 6, 11))


def test_an_owner_without_holidays_has_none_and_one_who_says_nothing_has_the_company_s() -> None:
    rules = {"holidays": ["NL"], "owners": {ANNA: {"holidays": []}, "ben@example.com": {"name": "Ben"}}}
    assert of(ANNA, **rules).is_open(here(2026, 12, 25, 11))
    assert not of("ben@example.com", **rules).is_open(here(2026, 12, 25, 11))


def test_the_same_complaint_is_due_later_where_the_day_begins_later() -> None:
    heard_at = here(2026, 3, 3, 11)  # 05:00 in New York
    assert office().add_working_days(heard_at, 2) == here(2026, 3, 5, 11)
    assert office(NEW_YORK).add_working_days(heard_at, 2) == here(2026, 3, 5, 9, zone=NEW_YORK)
    friday_evening = here(2026, 3, 6, 20)  # 14:00 in New York
    assert office().add_working_days(friday_evening, 1) == here(2026, 3, 10, 9)
    assert office(NEW_YORK).add_working_days(friday_evening, 1) == here(2026, 3, 9, 14, zone=NEW_YORK)


# Clocks that change: Europe on 29 March and 25 October 2026, New York on 8 March and 1 November


@pytest.mark.parametrize(
    ("heard_at", "due_at", "zone"),
    [
        (datetime(2026, 3, 27, 9, tzinfo=UTC), datetime(2026, 3, 30, 8, tzinfo=UTC), AMSTERDAM),
        (datetime(2026, 10, 23, 8, tzinfo=UTC), datetime(2026, 10, 26, 9, tzinfo=UTC), AMSTERDAM),
        (datetime(2026, 3, 6, 15, tzinfo=UTC), datetime(2026, 3, 9, 14, tzinfo=UTC), NEW_YORK),
        (datetime(2026, 10, 30, 14, tzinfo=UTC), datetime(2026, 11, 2, 15, tzinfo=UTC), NEW_YORK),
    ],
)
def test_the_local_time_stays_when_clocks_change(heard_at: datetime, due_at: datetime, zone: ZoneInfo) -> None:
    assert office(zone).add_working_days(heard_at, 1) == due_at
    assert due_at.astimezone(zone).time() == heard_at.astimezone(zone).time() == time(10)


def test_an_office_that_never_closes_has_a_shorter_and_a_longer_day() -> None:
    sunday = Office(frozenset({6}), time(0), time(0), AMSTERDAM, lambda _: False)
    day = timedelta(hours=24)
    assert sunday.after(here(2026, 3, 29), day) == here(2026, 4, 5, 1), "23 hours on the 29th, and one a week later"
    assert sunday.after(here(2026, 10, 25), day) == here(2026, 10, 25, 23), "25 hours on the 25th"
    assert sunday.before(here(2026, 4, 5, 1), day) == here(2026, 3, 29)


def test_hours_that_the_change_of_clocks_skips_are_no_working_time() -> None:
    nights = Office(frozenset({6}), time(2), time(3), AMSTERDAM, lambda _: False)
    assert nights.next_opening(here(2026, 3, 29)) == here(2026, 4, 5, 2)
    assert nights.after(here(2026, 3, 22, 2, 30), timedelta(hours=1)) == here(2026, 4, 5, 2, 30)
    assert not nights.is_open(here(2026, 3, 29, 3))


# Working time, forwards and back


@pytest.mark.parametrize(
    ("due_at", "remind_at"),
    [
        (here(2026, 3, 5, 15), here(2026, 3, 5, 11)),
        (here(2026, 3, 5, 13), here(2026, 3, 5, 9)),  # exactly at opening
        (here(2026, 3, 5, 11), here(2026, 3, 4, 15)),  # two hours today, two yesterday
        (here(2026, 3, 9, 11), here(2026, 3, 6, 15)),  # over the weekend
        (here(2026, 3, 8, 12), here(2026, 3, 6, 13)),  # from a closed moment: from the last closing
    ],
)
def test_four_hours_before_counts_only_open_hours(due_at: datetime, remind_at: datetime) -> None:
    assert office().before(due_at, timedelta(hours=4)) == remind_at


@pytest.mark.parametrize(
    ("late_at", "escalate_at"),
    [
        (here(2026, 3, 5, 11), here(2026, 3, 5, 15)),
        (here(2026, 3, 5, 13), here(2026, 3, 6, 9)),  # closing is not open: the next morning
        (here(2026, 3, 5, 15), here(2026, 3, 6, 11)),
        (here(2026, 3, 6, 15), here(2026, 3, 9, 11)),
        (here(2026, 3, 7, 12), here(2026, 3, 9, 13)),
    ],
)
def test_four_hours_later_counts_only_open_hours(late_at: datetime, escalate_at: datetime) -> None:
    assert office().after(late_at, timedelta(hours=4)) == escalate_at


def test_working_time_leaves_holidays_out() -> None:
    nl = of(holidays=["NL"])
    tuesday_after_easter = here(2026, 4, 7, 10)
    assert nl.before(tuesday_after_easter, timedelta(hours=2)) == here(2026, 4, 2, 16)  # Good Friday counts as well
    assert nl.after(here(2026, 4, 2, 16), timedelta(hours=2)) == tuesday_after_easter


def test_no_time_later_is_now_or_the_next_opening() -> None:
    assert office().after(here(2026, 3, 5, 11), timedelta(0)) == here(2026, 3, 5, 11)
    assert office().after(here(2026, 3, 5, 19), timedelta(0)) == here(2026, 3, 6, 9)
    assert office().before(here(2026, 3, 5, 11), timedelta(0)) == here(2026, 3, 5, 11)


@pytest.mark.parametrize(
    "ask",
    [
        lambda closed: closed.next_opening(here(2026, 3, 5, 11)),
        lambda closed: closed.add_working_days(here(2026, 3, 5, 11), 2),
        lambda closed: closed.after(here(2026, 3, 5, 11), timedelta(hours=1)),
        lambda closed: closed.before(here(2026, 3, 5, 11), timedelta(hours=1)),
    ],
)
def test_an_office_that_never_opens_says_so(ask: Callable[[Office], datetime]) -> None:
    with pytest.raises(InvalidInputError, match="never opens"):
        ask(office(is_holiday=lambda _: True))
    with pytest.raises(InvalidInputError, match="never opens"):
        ask(Office(frozenset(), time(9), time(17), AMSTERDAM, lambda _: False))


def test_an_office_that_never_opens_is_closed() -> None:
    assert not office(is_holiday=lambda _: True).is_open(here(2026, 3, 5, 11))


def test_an_office_closed_for_eleven_months_opens_again() -> None:
    back = date(2027, 2, 1)
    assert office(is_holiday=lambda day: day < back).next_opening(here(2026, 3, 5, 11)) == here(2027, 2, 1, 9)


# The regions of the programme


def test_a_region_nobody_knows_has_no_holidays_and_is_named() -> None:
    rules = {"holidays": ["NL", "XX"], "owners": {ANNA: {"holidays": ["DE-ZZ"]}, "ben@example.com": {"name": "Ben"}}}
    assert of(**rules).is_open(here(2026, 12, 25, 11)), "an unknown part of Germany is not Germany"
    assert not of("ben@example.com", **rules).is_open(here(2026, 12, 25, 11))
    company, owner = unknown_regions(programme(follow_up=rules))
    assert company.steps == ("follow_up", "holidays", 1)
    assert company.reason == unknown("XX")
    assert owner.steps == ("follow_up", "owners", ANNA, "holidays", 0)
    assert owner.reason.startswith("'DE-ZZ' is not a part of DE the calendar knows; write DE or DE-BB, DE-BE, DE-BW, ")


def test_known_regions_are_no_mistake() -> None:
    rules = {"holidays": ["NL", "DE-BY", "GB-ENG"], "owners": {ANNA: {"holidays": ["US-CA", "CH-ZH", "BE"]}}}
    assert unknown_regions(programme(follow_up=rules)) == []


def test_the_check_of_the_programme_names_line_field_and_reason_of_every_unknown_region(tmp_path: Path) -> None:
    text = TEXT.replace(
        "\nfollow_up:\n",
        "\nfollow_up:\n  holidays: [NL, XX]\n  owners:\n    anna@example.com: {holidays: [DE-ZZ]}\n",
    )
    first = text.splitlines().index("follow_up:") + 2
    company, owner = mistakes(tmp_path / "programme.yaml", text, check_programme)
    assert company == f"line {first}: follow_up.holidays.1: {unknown('XX')}"
    assert owner.startswith(f"line {first + 2}: follow_up.owners.anna@example.com.holidays.0: 'DE-ZZ' is not a part of")


def test_the_examples_in_the_programme_are_right_once_their_marks_are_gone(tmp_path: Path) -> None:
    before, follow_up, rest = TEXT.partition("\nfollow_up:\n")
    section, end, after = rest.partition("\ntickets:\n")
    path = tmp_path / "programme.yaml"
    path.write_text(before + follow_up + section.replace("\n  # ", "\n  ") + end + after, encoding="utf-8")
    rules = check_programme(path).follow_up
    assert {"office_hours", "holidays", "days_off", "owners", "channels"} <= rules.model_fields_set
    assert rules.channels["team"].tell == ("alert", "escalation")
    assert ProgrammeOffices(check_programme(path)).of("anna@polder.example").zone == ZoneInfo("Europe/Berlin")


def unknown(country: str) -> str:
    return f"'{country}' is not a country the calendar knows; write NL or DE-BY"


# What holds for every office


ZONES = ["Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "UTC"]


@st.composite
def offices(draw: st.DrawFn) -> Office:
    """Offices with any week, hours outside those that clocks change at, and some holidays."""
    hours = sorted(draw(st.lists(st.integers(4, 23), min_size=2, max_size=2, unique=True)))
    if draw(st.booleans()):
        hours = [0, 0]
    off = draw(st.sets(st.integers(0, 59), max_size=20))
    return Office(
        days=frozenset(draw(st.sets(st.integers(0, 6), min_size=1))),
        opens=time(hours[0]),
        closes=time(hours[1], draw(st.sampled_from([0, 30])) if hours[1] else 0),
        zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        is_holiday=lambda day: day.toordinal() % 60 in off,
    )


some_moments = moments(2020, 2035)
spans = st.timedeltas(timedelta(0), timedelta(hours=120))


@given(offices(), some_moments, st.integers(0, 30), spans)
def test_what_comes_next_is_in_open_hours_and_not_in_the_past(
    place: Office, moment: datetime, days: int, span: timedelta
) -> None:
    for found in (place.next_opening(moment), place.add_working_days(moment, days), place.after(moment, span)):
        assert place.is_open(found)
        assert found >= moment
        assert place.next_opening(found) == found
    assert place.is_open(moment) == (place.next_opening(moment) == moment)


@given(offices(), some_moments, st.integers(0, 5), spans, st.sampled_from([ZoneInfo(zone) for zone in ZONES]))
def test_the_zone_a_moment_is_written_in_changes_nothing(
    place: Office, moment: datetime, days: int, span: timedelta, zone: ZoneInfo
) -> None:
    written = moment.astimezone(zone)
    assert place.is_open(written) == place.is_open(moment)
    assert place.next_opening(written) == place.next_opening(moment)
    assert place.add_working_days(written, days) == place.add_working_days(moment, days)
    assert place.after(written, span) == place.after(moment, span)
    assert place.before(written, span) == place.before(moment, span)


@given(offices(), some_moments, spans)
def test_back_is_the_way_there(place: Office, moment: datetime, span: timedelta) -> None:
    opening = place.next_opening(moment)
    assert place.before(place.after(opening, span), span) == opening
    assert place.before(moment, span) <= moment


@given(offices(), some_moments, spans, spans)
def test_two_steps_are_as_far_as_one(place: Office, moment: datetime, first: timedelta, second: timedelta) -> None:
    assert place.after(place.after(moment, first), second) == place.after(moment, first + second)
    assert place.before(place.before(moment, first), second) == place.before(moment, first + second)


@given(offices(), some_moments, st.integers(0, 30))
def test_between_lie_as_many_working_days_as_were_promised(place: Office, moment: datetime, days: int) -> None:
    heard_at, due_at = place.next_opening(moment), place.add_working_days(moment, days)
    first, last = (at.astimezone(place.zone).date() for at in (heard_at, due_at))
    dates = [date.fromordinal(number) for number in range(first.toordinal() + 1, last.toordinal() + 1)]
    assert sum(day.weekday() in place.days and not place.is_holiday(day) for day in dates) == days
    if place.opens != place.closes:  # at night clocks can skip the very minute
        assert due_at.astimezone(place.zone).time() == heard_at.astimezone(place.zone).time()


@given(offices(), some_moments, st.timedeltas(timedelta(0), timedelta(days=9)), st.integers(0, 20), spans)
def test_what_is_heard_later_is_not_due_earlier(
    place: Office, moment: datetime, later: timedelta, days: int, span: timedelta
) -> None:
    # By night clocks can skip the very minute, which then comes as much later as they skip.
    at_night = timedelta(hours=1) if place.opens == place.closes else timedelta(0)
    assert place.add_working_days(moment, days) <= place.add_working_days(moment + later, days) + at_night
    assert place.add_working_days(moment, days) <= place.add_working_days(moment, days + 1)
    assert place.after(moment, span) <= place.after(moment + later, span)
    assert place.before(moment, span) <= place.before(moment + later, span)
