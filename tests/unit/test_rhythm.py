"""The rhythm over many years, any dates and any time zone: it never drifts, never asks twice, and spreads evenly."""

from __future__ import annotations

import calendar
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.domain.cadence import occasions
from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation, SentMail
from sayso.domain.planning import plan
from sayso.domain.programme import Programme
from tests.builders import PROGRAMME, contact, programme

# Zones that change their clocks at different times and in both hemispheres, one that does so at midnight, one by
# half an hour, some that never do, and the ends of the world.
ZONES = [
    "Europe/Amsterdam",
    "America/New_York",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "UTC",
]
DAYS = st.dates(date(2000, 1, 1), date(2035, 12, 31))
# The days on which calendars go wrong.
HARD = st.sampled_from([date(2024, 2, 29), date(2028, 2, 29), date(2023, 1, 31), date(2025, 8, 31), date(2024, 12, 31)])
STARTS = st.one_of(DAYS, HARD)


def only(**rules: Any) -> Programme:
    content = PROGRAMME.model_dump(mode="json", exclude_none=True)
    return Programme.model_validate({**content, "surveys": rules})


ANNUAL = only(annual={"every": "12 months"})
QUARTERLY = only(annual={"every": "3 months"})
ROTATING = only(annual={"rotating": "quarters"})


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


def lived(person: Contact, rules: Programme, asked: int) -> list[Invitation]:
    """What somebody is asked, one after the other, each ending in another way."""
    known: list[Invitation] = []
    found = []
    for number in range(asked):
        (wanted,) = plan(person, known, rules)
        found.append(wanted)
        mails = {"first": SentMail(state="sent", at=wanted.due_at or wanted.planned_at)}
        sent = wanted.having(revision=1, state="sent", mails=mails, due_step="expire")
        assert plan(person, [*known, sent], rules) == []
        ends = [sent.ended("answered"), sent.ended("expired", "no_answer"), wanted.ended("skipped", "hold")]
        known.append(ends[number % len(ends)].having(revision=2))
    return found


def local_day(invitation: Invitation, zone: str) -> date:
    return invitation.planned_at.astimezone(ZoneInfo(zone)).date()


def same_day_of(start: date, year: int, month: int) -> date:
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


@given(start=STARTS, zone=st.sampled_from(ZONES))
@example(date(2024, 2, 29), "Europe/Amsterdam")
def test_annual_falls_on_the_same_day_of_every_year(start: date, zone: str) -> None:
    person = contact(account_since=start, first_seen_at=noon(start), timezone=zone)
    days = [local_day(one, zone) for one in lived(person, ANNUAL, 12)]
    # 29 February becomes the 28th, and is the 29th again in a leap year: nothing drifts.
    assert days == [same_day_of(start, start.year + number, start.month) for number in range(1, 13)]


@given(start=STARTS, zone=st.sampled_from(ZONES))
@example(date(2023, 11, 30), "Africa/Cairo")
def test_every_three_months_falls_on_the_same_day_of_the_month(start: date, zone: str) -> None:
    person = contact(account_since=start, first_seen_at=noon(start), timezone=zone)
    days = [local_day(one, zone) for one in lived(person, QUARTERLY, 16)]
    months = [divmod(start.year * 12 + start.month - 1 + 3 * number, 12) for number in range(1, 17)]
    assert days == [same_day_of(start, year, month + 1) for year, month in months]


@given(start=STARTS, zone=st.sampled_from(ZONES), late=st.integers(0, 49))
def test_day50_is_fifty_days_on_and_annual_a_year_after_it(start: date, zone: str, late: int) -> None:
    person = contact(account_since=start, first_seen_at=noon(start + timedelta(days=late - 1)), timezone=zone)
    planned = {one.survey: local_day(one, zone) for one in plan(person, [], PROGRAMME)}
    day50 = start + timedelta(days=50)
    assert planned == {"day50": day50, "annual": same_day_of(day50, day50.year + 1, day50.month)}


@given(
    start=STARTS,
    zone=st.sampled_from(ZONES),
    opens=st.times(time(0), time(22)).map(lambda at: at.replace(second=0, microsecond=0)),
    days=st.sets(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), min_size=1),
)
@example(date(2024, 4, 26) - timedelta(days=50), "Africa/Cairo", time(0), {"mon"})  # midnight is skipped on that day
def test_it_is_planned_for_the_local_opening_and_due_inside_the_window(
    start: date, zone: str, opens: time, days: set[str]
) -> None:
    closes = opens.replace(hour=opens.hour + 1)
    window = {"opens": opens.isoformat(), "closes": closes.isoformat(), "days": sorted(days)}
    rules = programme(send_window=window)
    person = contact(account_since=start, first_seen_at=noon(start), timezone=zone)
    for planned in plan(person, [], rules):
        local = planned.planned_at.astimezone(ZoneInfo(zone))
        # Where the clock skips the opening, the moment just behind the gap stands for it.
        skipped = datetime.combine(local.date(), opens, tzinfo=ZoneInfo(zone))
        exists = skipped.astimezone(UTC).astimezone(ZoneInfo(zone)).time() == opens
        assert local.time() == opens if exists else local.time() > opens
        assert planned.due_at
        due = planned.due_at.astimezone(ZoneInfo(zone))
        assert due.weekday() in rules.send_window.weekdays
        assert planned.planned_at <= planned.due_at < planned.planned_at + timedelta(days=8)
        assert planned.send_before == planned.planned_at + timedelta(days=30)


@given(start=STARTS, known_after=st.integers(0, 6_000), zone=st.sampled_from(ZONES))
def test_the_existing_base_joins_within_a_year_and_on_its_own_day(start: date, known_after: int, zone: str) -> None:
    seen = noon(start + timedelta(days=51 + known_after))
    person = contact(account_since=start, first_seen_at=seen, timezone=zone)
    (annual,) = occasions(person, [], PROGRAMME)
    seen_on = seen.astimezone(ZoneInfo(zone)).date()
    assert seen_on <= annual.day <= max(seen_on, start + timedelta(days=50)) + timedelta(days=366)
    begins = start + timedelta(days=50)
    assert annual.day == same_day_of(begins, annual.day.year, begins.month)


@given(start=STARTS, ids=st.uuids(), zone=st.sampled_from(ZONES))
def test_rotating_asks_once_a_year_in_the_same_quarter_on_the_same_day(start: date, ids: Any, zone: str) -> None:
    person = contact(contact_id=ids.hex, account_since=start, first_seen_at=noon(start), timezone=zone)
    days = [local_day(one, zone) for one in lived(person, ROTATING, 10)]
    assert [day.year - days[0].year for day in days] == list(range(10))
    assert len({(day.month - 1) // 3 for day in days}) == 1
    for earlier, later in pairwise(days):
        assert timedelta(days=364) <= later - earlier <= timedelta(days=367)
    # Somebody new has half a year, and nobody waits longer than a year and a half.
    assert timedelta(days=181) <= days[0] - start <= timedelta(days=184 + 366)


@given(
    start=STARTS,
    ids=st.uuids(),
    rhythms=st.lists(st.sampled_from([ANNUAL, QUARTERLY, ROTATING]), min_size=2, max_size=8),
)
def test_whatever_rhythm_a_company_changes_to_nobody_is_asked_twice_within_weeks(
    start: date, ids: Any, rhythms: list[Programme]
) -> None:
    person = contact(contact_id=ids.hex, account_since=start, first_seen_at=noon(start))
    known: list[Invitation] = []
    for rules in rhythms:
        (wanted,) = plan(person, known, rules)
        after = max((one.planned_at for one in known), default=None)
        if after:
            assert wanted.planned_at - after >= timedelta(days=40 if rules is QUARTERLY else 180)
        mails = {"first": SentMail(state="sent", at=wanted.planned_at)}
        known.append(wanted.having(mails=mails, revision=1).ended("answered"))


def test_rotating_spreads_contacts_evenly_over_quarters_and_days() -> None:
    # Ids as uuid4 makes them, but the same in every run.
    people = [contact(contact_id=f"{number * 0x9E3779B97F4A7C15 % 2**128:032x}") for number in range(1, 8_001)]
    days = [occasions(person, [], ROTATING)[0].day for person in people]
    quarters = Counter((day.month - 1) // 3 for day in days)
    # Chi-square with 3 degrees of freedom: above 16.3 once in a thousand for an even spread; here it is loose.
    assert sum((count - 2_000) ** 2 / 2_000 for count in quarters.values()) < 25
    by_day = Counter(days)
    assert len(by_day) == 4 * 85
    expected = len(people) / len(by_day)
    # 339 degrees of freedom: mean 339, standard deviation 26.
    assert sum((count - expected) ** 2 / expected for count in by_day.values()) < 339 + 5 * 26
    assert max(by_day.values()) < 3 * expected


@pytest.mark.parametrize("zone", ZONES)
def test_a_change_of_clocks_does_not_move_the_hour(zone: str) -> None:
    rules = only(annual={"every": "1 month"})
    person = contact(account_since=date(2026, 1, 15), first_seen_at=noon(date(2026, 1, 15)), timezone=zone)
    hours = {one.planned_at.astimezone(ZoneInfo(zone)).time() for one in lived(person, rules, 24)}
    assert hours == {time(9)}
