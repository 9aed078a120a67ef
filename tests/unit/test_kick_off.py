"""A kick-off asks the existing base before its next date: once, spread, never too close, and safe to do again."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.cadence import occasions
from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError
from sayso.domain.invitation import SentMail
from sayso.domain.kicking_off import NOT_BROUGHT_FORWARD, day_of, open_days, why_not
from sayso.domain.planning import KICK_OFF, kick_off_on, plan
from sayso.domain.time import add_months
from tests.builders import MONDAY, PROGRAMME, World, contact, programme, sent_invitation
from tests.fakes import CrashError

FIRST = date(2026, 3, 3)
DAYS = open_days(FIRST, 90, PROGRAMME)
# Their annual date is 20 January: ten months away.
SINCE = "2019-12-01"


@pytest.fixture
def world() -> World:
    return World()


def base(world: World, count: int, since: str = SINCE) -> list[Contact]:
    """An existing customer base, imported and planned."""
    rows = [
        (at, {"contact_id": f"crm-{at}", "email": f"p{at}@x.example", "account": "X", "account_since": since})
        for at in range(count)
    ]
    assert all(result.outcome == "added" for result in world.import_contacts.run(rows))
    world.run()
    return list(world.contacts.everyone())


def kicked(world: World, person: Contact) -> list[Any]:
    return [one for one in world.invitations.of_contact(person.contact_id) if one.occasion == KICK_OFF]


def test_looking_changes_nothing_and_says_how_many_in_which_week(world: World) -> None:
    base(world, 300)
    written = len(world.items.written)
    found = world.kick_off.look("annual", FIRST)
    assert len(world.items.written) == written
    assert sum(found.by_week.values()) == sum(found.by_day.values()) == len(found.invitations) == 300
    assert list(found.by_week) == [date(2026, 3, 2) + timedelta(weeks=week) for week in range(13)]
    assert found.left_alone == {}


def test_it_is_spread_over_the_open_days_of_ninety_days(world: World) -> None:
    base(world, 640)
    by_day = world.kick_off.look("annual", FIRST).by_day
    assert set(by_day) <= set(DAYS)
    assert len(DAYS) == 64
    assert all(day.weekday() < 5 for day in by_day)
    assert min(by_day) >= FIRST
    assert max(by_day) < FIRST + timedelta(days=90)
    assert max(by_day.values()) <= 30  # ten a day if it were perfectly even


def test_what_is_brought_forward_is_asked_as_annual_once_and_moves_nothing(world: World) -> None:
    (person,) = base(world, 1)
    before = {one.occasion: one for one in world.invitations.of_contact(person.contact_id)}
    found = world.kick_off.look("annual", FIRST)
    assert world.kick_off.write(found, "kim") == 1
    world.run()
    (invitation,) = kicked(world, person)
    assert (invitation.survey, invitation.state, invitation.due_step) == ("annual", "waiting", "first")
    assert invitation.planned_on in DAYS
    after = {one.occasion: one for one in world.invitations.of_contact(person.contact_id)}
    assert {name: one for name, one in after.items() if name != KICK_OFF} == before
    world.clock.now = invitation.due_at
    assert world.tick("annual") == 1
    assert [mail.subject for mail in world.mailer.outbox] == ["annual first"]


def test_it_is_recorded_with_a_name(world: World) -> None:
    base(world, 3)
    world.kick_off.write(world.kick_off.look("annual", FIRST), "kim")
    (change,) = world.standings.changes()
    assert (change.what, change.by, change.at) == ("kicked_off", "kim", MONDAY)
    assert change.reason == "annual: 3 from 2026-03-03 to 2026-05-31"


def test_nothing_is_recorded_when_nobody_is_asked(world: World) -> None:
    assert world.kick_off.write(world.kick_off.look("annual", FIRST), "kim") == 0
    assert world.standings.changes() == []


def test_a_second_run_asks_nobody_again(world: World) -> None:
    base(world, 40)
    world.kick_off.write(world.kick_off.look("annual", FIRST), "kim")
    again = world.kick_off.look("annual", FIRST)
    assert (list(again.invitations), again.left_alone) == ([], {"kicked_off": 40})


def test_after_a_crash_halfway_the_same_dates_write_what_is_missing(world: World) -> None:
    people = base(world, 20)
    found = world.kick_off.look("annual", FIRST)

    def crash() -> None:
        raise CrashError

    world.items.after_write(8, crash)
    with pytest.raises(CrashError):
        world.kick_off.write(found, "kim")
    world.clock.pass_by(days=1)
    again = world.kick_off.look("annual", FIRST)
    assert 0 < len(again.invitations) < 20
    world.kick_off.write(again, "kim")
    written = {person.contact_id: kicked(world, person)[0].planned_on for person in people}
    assert written == {one.contact_id: one.planned_on for one in found.invitations}
    assert len(world.standings.changes()) == 2


def test_somebody_who_does_it_at_the_same_moment_is_not_overwritten(world: World) -> None:
    base(world, 5)
    mine, theirs = world.kick_off.look("annual", FIRST), world.kick_off.look("annual", date(2026, 3, 10))
    assert world.kick_off.write(theirs, "lee") == 5
    assert world.kick_off.write(mine, "kim") == 0


def test_a_late_second_run_spreads_those_whose_day_is_over_over_the_days_left(world: World) -> None:
    base(world, 200)
    world.clock.pass_by(days=45)
    today = world.clock().date()
    found = world.kick_off.look("annual", FIRST)
    assert min(found.by_day) >= today
    assert max(found.by_day.values()) < 25
    with pytest.raises(InvalidInputError, match="is over"):
        world.kick_off.look("annual", FIRST, 10)


def test_without_a_day_it_begins_tomorrow(world: World) -> None:
    assert world.kick_off.look("annual").first == date(2026, 3, 3)


def test_only_a_survey_with_recurring_dates_can_be_brought_forward(world: World) -> None:
    for name in ("day50", "ticket", "nonsense"):
        with pytest.raises(InvalidInputError, match="annual"):
            world.kick_off.look(name, FIRST)
    with pytest.raises(InvalidInputError, match="closed"):
        world.kick_off.look("annual", date(2026, 3, 7), 2)  # a weekend


# Who is not


def reason_of(person: Contact, *known: Any, day: date = FIRST, rules: Any = PROGRAMME) -> str:
    waiting = [one.having(revision=1) for one in plan(person, list(known), rules)]
    return why_not("annual", day, person, [*known, *waiting], rules, MONDAY)


IMPORTED = datetime(2026, 2, 15, 12, tzinfo=UTC)
BASE = contact(account_since=date.fromisoformat(SINCE), first_seen_at=IMPORTED)


def test_the_existing_base_is_asked() -> None:
    assert reason_of(BASE) == ""
    assert (
        reason_of(contact(account_since=None, first_seen_at=IMPORTED)) == ""
    )  # imported without dates, asked in a year


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"do_not_ask": True}, "do_not_ask"),
        ({"role": "user"}, "user"),
        ({"account_since": date(2026, 2, 1)}, "new"),  # their day50 is to come
        ({"account_since": date(2026, 1, 5)}, "new"),  # their day50 was on 24 February, when we knew them
        ({"account_since": date(2019, 5, 1)}, "soon"),  # their annual day is 20 June
        ({"account_since": date(2019, 7, 15)}, "soon"),  # 3 September is a day too far
    ],
)
def test_who_is_left_alone_and_why(change: dict[str, Any], reason: str) -> None:
    if "account_since" in change and reason == "soon":
        assert reason_of(BASE.having(**change), day=date(2026, 3, 4)) == "soon"
    else:
        assert reason_of(BASE.having(**change)) == reason
    assert reason in NOT_BROUGHT_FORWARD


def test_half_a_year_before_the_next_date_is_just_far_enough() -> None:
    person = BASE.having(account_since=date(2019, 7, 15))  # its annual day is 3 September
    assert reason_of(person, day=date(2026, 3, 3)) == ""
    assert reason_of(person, day=date(2026, 3, 4)) == "soon"


@pytest.mark.parametrize(("days", "reason"), [(30, "asked_lately"), (180, "asked_lately"), (190, "")])
@pytest.mark.parametrize("survey", ["annual", "ticket"])
def test_who_had_a_survey_mail_in_half_a_year_is_left_alone(survey: str, days: int, reason: str) -> None:
    at = MONDAY - timedelta(days=days)
    mails = {"first": SentMail(state="sent", at=at)}
    asked = sent_invitation(survey=survey, occasion="old", planned_at=at, mails=mails).ended("answered")
    person = BASE.having(account_since=date(2019, 12, 20))
    assert reason_of(person, asked) == reason


def test_a_mail_that_was_refused_is_none() -> None:
    mails = {"first": SentMail(state="failed", at=MONDAY - timedelta(days=3))}
    failed = sent_invitation(survey="ticket", occasion="old", mails=mails).ended("failed", "mail_refused")
    assert reason_of(BASE, failed) == ""


def test_somebody_who_had_a_day50_was_never_part_of_the_existing_base() -> None:
    long_ago = datetime(2024, 1, 1, 9, tzinfo=UTC)
    mails = {"first": SentMail(state="sent", at=long_ago)}
    day50 = sent_invitation(survey="day50", occasion="first", planned_at=long_ago, mails=mails).ended("answered")
    assert reason_of(BASE, day50) == "new"


def test_where_nobody_is_welcomed_whoever_began_within_half_a_year_is_new() -> None:
    surveys = {name: rules for name, rules in PROGRAMME.surveys.items() if name != "day50"}
    rules = PROGRAMME.model_copy(update={"surveys": surveys})
    assert reason_of(BASE.having(account_since=date(2025, 12, 1)), rules=rules) == "new"
    assert reason_of(BASE, rules=rules) == ""


def test_the_suppressed_are_not_counted_among_those_who_are_asked(world: World) -> None:
    people = base(world, 3)
    world.standings.suppress(people[0].address_hash, "by_hand", MONDAY, "kim")
    found = world.kick_off.look("annual", FIRST)
    assert (len(found.invitations), found.left_alone) == (2, {"suppressed": 1})


# Whatever the dates


@given(ids=st.uuids(), passed=st.integers(0, 89))
def test_the_day_of_a_contact_is_stable_and_never_over(ids: Any, passed: int) -> None:
    person, today = contact(contact_id=ids.hex), FIRST + timedelta(days=passed)
    if today > DAYS[-1]:
        return
    usual, later = day_of(person, DAYS, FIRST), day_of(person, DAYS, today)
    assert later >= today
    assert later == usual or usual < today


@given(
    since=st.dates(date(2000, 1, 1), date(2025, 12, 31)),
    seen=st.datetimes(datetime(2025, 1, 1), datetime(2026, 3, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    ids=st.uuids(),
    every=st.sampled_from(
        [{"every": "12 months"}, {"every": "7 months"}, {"every": "24 months"}, {"rotating": "quarters"}]
    ),
)
def test_a_kick_off_never_moves_the_next_date_and_keeps_half_a_year_to_it(
    since: date, seen: datetime, ids: Any, every: dict[str, str]
) -> None:
    rules = programme(surveys={"annual": every})
    rules = rules.model_copy(update={"surveys": {"annual": type(rules.surveys["annual"]).model_validate(every)}})
    person = contact(contact_id=ids.hex, account_since=since, first_seen_at=seen)
    day = day_of(person, DAYS, FIRST)
    (following,) = occasions(person, [], rules, MONDAY)
    if why_not("annual", day, person, [], rules, MONDAY):
        return
    assert add_months(day, 6) <= following.day
    kick_off = kick_off_on("annual", day, person, rules)
    mails = {"first": SentMail(state="sent", at=MONDAY)}
    for one in (
        kick_off,
        kick_off.having(mails=mails, state="sent"),
        kick_off.ended("answered"),
        kick_off.ended("expired"),
    ):
        assert occasions(person, [one], rules, MONDAY) == [following]


def test_days_of_many_contacts_are_spread_evenly() -> None:
    people = [contact(contact_id=f"{number * 0x9E3779B97F4A7C15 % 2**128:032x}") for number in range(1, 6_401)]
    counts = Counter(day_of(person, DAYS, FIRST) for person in people)
    # 63 degrees of freedom: mean 63, standard deviation 11.
    assert sum((count - 100) ** 2 / 100 for count in counts.values()) < 63 + 5 * 11
