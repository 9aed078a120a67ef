"""Replanning: what waits follows the contact and the programme, and what was sent is never touched."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation, SentMail
from sayso.domain.planning import KICK_OFF, event_invitation, kick_off_on, plan, rhythm_of
from sayso.domain.programme import Programme
from tests.builders import MONDAY, PROGRAMME, contact, programme, sent_invitation
from tests.builders import ticket as ticket_event

TICKET = event_invitation("ticket", "zendesk:1", MONDAY, contact(), PROGRAMME).having(
    ticket_source="zendesk", ticket_id="1", ticket_solved_at=(MONDAY,), revision=1
)
# The existing base: the next annual date, the seventh, is 21 October.
BASE = contact(account_since=date(2019, 9, 1))
KICKED = kick_off_on("annual", date(2026, 3, 3), BASE, PROGRAMME)


def settled(person: Contact, rules: Programme = PROGRAMME, *more: Invitation) -> list[Invitation]:
    """What is in the table once somebody was planned."""
    known = [one.having(revision=1) for one in plan(person, list(more), rules)]
    changed = {one.reference: one for one in known}
    return [*known, *(one for one in more if one.reference not in changed)]


def without(name: str) -> Programme:
    surveys = {known: rules for known, rules in PROGRAMME.surveys.items() if known != name}
    return PROGRAMME.model_copy(update={"surveys": surveys})


def by_survey(changes: list[Invitation]) -> dict[str, Invitation]:
    assert len({one.survey for one in changes}) == len(changes)
    return {one.survey: one for one in changes}


NEW_RULES: dict[str, dict[str, Any]] = {
    "the company's zone": {"company": {"timezone": "America/New_York"}},
    "the opening": {"send_window": {"opens": "10:30"}},
    "how long it may wait": {"surveys": {"annual": {"within": "10 days"}, "day50": {"within": "10 days"}}},
    "the days after": {"surveys": {"day50": {"after": "40 days", "every": None}}},
    "the rhythm": {"surveys": {"annual": {"every": "6 months"}}},
}


def changed(name: str) -> Programme:
    change = {section: dict(values) for section, values in NEW_RULES[name].items()}
    if "surveys" in change:
        known = PROGRAMME.model_dump(mode="json", exclude_none=True)["surveys"]
        merged = {
            survey: {field: value for field, value in {**known[survey], **fields}.items() if value is not None}
            for survey, fields in change["surveys"].items()
        }
        change["surveys"] = {**known, **merged}
    return programme(**change)


@pytest.mark.parametrize("name", NEW_RULES)
def test_a_changed_programme_plans_what_waits_anew_and_once(name: str) -> None:
    rules, person = changed(name), contact()
    known = settled(person)
    changes = plan(person, known, rules)
    assert changes
    assert all(one.state == "waiting" and one.due_step == "first" for one in changes)
    after = {one.reference: one for one in [*known, *(one.having(revision=2) for one in changes)]}
    assert plan(person, list(after.values()), rules) == []
    fresh = {(one.reference, one.planned_at, one.send_before, one.due_at) for one in plan(person, [], rules)}
    assert {(one.reference, one.planned_at, one.send_before, one.due_at) for one in after.values()} == fresh


@pytest.mark.parametrize("name", NEW_RULES)
def test_a_changed_programme_never_touches_what_was_sent(name: str) -> None:
    sent = [
        one.having(state="sent", due_step="expire", mails={"first": SentMail(state="sent", at=one.planned_at)})
        for one in settled(contact())
    ]
    over = [one.ended("answered") for one in sent]
    references = {one.reference for one in sent}
    for known in (sent, over):
        assert not references & {one.reference for one in plan(contact(), known, changed(name))}


def test_a_send_window_with_other_days_moves_what_waits_to_its_next_opening() -> None:
    rules = programme(send_window={"days": ["thu"]})
    moved = by_survey(plan(contact(), settled(contact()), rules))["day50"]  # its day, 24 February, is a Tuesday
    assert moved.planned_at == datetime(2026, 2, 24, 8, tzinfo=UTC)
    assert moved.due_at == datetime(2026, 2, 26, 8, tzinfo=UTC)


def test_another_quiet_time_moves_a_ticket_that_waits() -> None:
    rules = changed_ticket(quiet_time="1 hour")
    (moved,) = [one for one in plan(contact(), [TICKET, *settled(contact())], rules) if one.survey == "ticket"]
    assert moved.planned_at == MONDAY + timedelta(hours=1)
    assert (moved.ticket_id, moved.ticket_solved_at, moved.revision) == ("1", (MONDAY,), 1)


def test_another_time_within_which_a_ticket_is_asked_about_counts_from_its_solving() -> None:
    rules = changed_ticket(within="1 day")
    (moved,) = [one for one in plan(contact(), [TICKET, *settled(contact())], rules) if one.survey == "ticket"]
    assert moved.send_before == MONDAY + timedelta(days=1)


def changed_ticket(**fields: str) -> Programme:
    known = PROGRAMME.model_dump(mode="json", exclude_none=True)["surveys"]
    return programme(surveys={**known, "ticket": {**known["ticket"], **fields}})


def test_a_ticket_moves_with_the_zone_of_its_requester() -> None:
    moved_to = contact(timezone="America/Los_Angeles")
    evening = TICKET.having(due_at=MONDAY + timedelta(hours=4))
    (moved,) = [one for one in plan(moved_to, [evening, *settled(moved_to)], PROGRAMME) if one.survey == "ticket"]
    assert moved.due_at
    assert moved.due_at.astimezone(ZoneInfo("America/Los_Angeles")).time() >= time(9)


@pytest.mark.parametrize("role", ["relationship", "user"])
def test_a_ticket_survives_every_change_of_role(role: Any) -> None:
    assert TICKET.reference not in {one.reference for one in plan(contact(role=role), [TICKET], PROGRAMME)}


def test_what_waits_for_a_survey_the_programme_no_longer_has_is_taken_back() -> None:
    ended = by_survey(plan(contact(), settled(contact()), without("day50")))["day50"]
    assert (ended.state, ended.reason, ended.due_at) == ("cancelled", "no_longer_planned", None)
    (ticket,) = plan(contact(), [TICKET, *settled(contact())], without("ticket"))
    assert (ticket.state, ticket.reason) == ("cancelled", "no_longer_planned")


def test_what_was_sent_for_a_survey_the_programme_no_longer_has_ends_and_keeps_its_mails() -> None:
    sent = sent_invitation(survey="day50", occasion="first")
    (ended,) = [one for one in plan(contact(), [sent], without("day50")) if one.survey == "day50"]
    assert (ended.state, ended.reason, ended.due_at, ended.due_step) == ("expired", "unknown_survey", None, None)
    assert (ended.mails, ended.revision) == (sent.mails, sent.revision)
    over = sent.ended("answered")
    assert not [one for one in plan(contact(), [over], without("day50")) if one.survey == "day50"]


def test_what_is_taken_back_is_written_before_what_takes_its_place() -> None:
    known = settled(contact(account_since=date(2025, 2, 1)))  # annual 1
    changes = plan(contact(account_since=date(2023, 3, 1)), known, PROGRAMME)
    assert [(one.occasion, one.state) for one in changes] == [("1", "cancelled"), ("3", "waiting")]


@pytest.mark.parametrize("since", [date(2024, 2, 1), date(2024, 2, 20), date(2022, 11, 1), date(2025, 12, 30)])
def test_a_date_corrected_while_an_answer_is_awaited_does_not_ask_beside_it(since: date) -> None:
    person = contact(account_since=date(2025, 2, 1))
    (annual,) = settled(person)
    sent = annual.having(state="sent", due_step="expire", mails={"first": SentMail(state="sent", at=annual.planned_at)})
    changes = plan(person.having(account_since=since), [sent], PROGRAMME)
    assert [one.survey for one in changes] in ([], ["day50"])
    over = sent.ended("answered")
    (following,) = [
        one for one in plan(person.having(account_since=since), [over], PROGRAMME) if one.survey == "annual"
    ]
    assert following.planned_at - over.planned_at > timedelta(days=180)


def test_nobody_begins_in_the_year_9999() -> None:
    assert plan(contact(account_since=date(9999, 12, 31)), [], PROGRAMME) == []
    known = settled(contact())
    assert {one.state for one in plan(contact(account_since=date(9999, 12, 31)), known, PROGRAMME)} == {"cancelled"}


# What was brought forward


def test_a_kick_off_stays_where_it_is_beside_the_next_date() -> None:
    known = settled(BASE, PROGRAMME, KICKED.having(revision=1))
    assert {one.occasion for one in known} == {KICK_OFF, "7"}
    assert plan(BASE, known, PROGRAMME) == []


@pytest.mark.parametrize(
    "state", ["waiting", "sent", "answered", "expired"], ids=["waits", "was sent", "was answered", "has expired"]
)
def test_a_kick_off_half_a_year_before_does_not_move_the_rhythm(state: Any) -> None:
    kicked = kick_off_on("annual", date(2026, 4, 21), BASE, PROGRAMME).having(revision=1)
    if state == "sent":
        kicked = kicked.having(state="sent", due_step="expire", mails={"first": SentMail(state="sent", at=MONDAY)})
    elif state != "waiting":
        kicked = kicked.ended(state)
    (annual,) = [one for one in plan(BASE, [kicked], PROGRAMME) if one.occasion != KICK_OFF]
    assert annual.planned_at.date() == date(2026, 10, 21)


def test_a_kick_off_from_the_first_of_september_reaches_to_the_first_of_march() -> None:
    # 181 days, less than half a year by days: by the calendar it is half a year.
    person = contact(account_since=date(2020, 1, 11), first_seen_at=datetime(2026, 8, 1, tzinfo=UTC))
    kicked = kick_off_on("annual", date(2026, 9, 1), person, PROGRAMME).ended("answered")
    (annual,) = [one for one in plan(person, [kicked], PROGRAMME) if one.occasion != KICK_OFF]
    assert annual.planned_at.date() == date(2027, 3, 1)


def test_a_kick_off_keeps_its_distance_when_the_dates_are_corrected_after_it() -> None:
    person = contact(account_since=date(2020, 1, 11), first_seen_at=datetime(2026, 8, 1, tzinfo=UTC))
    kicked = kick_off_on("annual", date(2026, 9, 1), person, PROGRAMME).having(revision=1)
    corrected = person.having(account_since=date(2020, 8, 1))  # its annual day would be 20 September
    (annual,) = [one for one in plan(corrected, [kicked], PROGRAMME) if one.occasion != KICK_OFF]
    assert annual.planned_at.date() == date(2027, 9, 20)


@pytest.mark.parametrize(
    ("change", "reason"), [({"role": "user"}, "no_longer_planned"), ({"do_not_ask": True}, "do_not_ask")]
)
def test_a_kick_off_is_taken_back_with_its_reason(change: dict[str, Any], reason: str) -> None:
    known = settled(BASE, PROGRAMME, KICKED.having(revision=1))
    changes = plan(BASE.having(**change), known, PROGRAMME)
    ended = {(one.occasion, one.state, one.reason) for one in changes}
    assert ended == {(KICK_OFF, "cancelled", reason), ("7", "cancelled", reason)}


def test_a_kick_off_moves_with_the_zone_and_keeps_its_day() -> None:
    moved_to = BASE.having(timezone="America/New_York")
    (moved,) = [one for one in plan(moved_to, [KICKED.having(revision=3)], PROGRAMME) if one.occasion == KICK_OFF]
    local = moved.planned_at.astimezone(ZoneInfo("America/New_York"))
    assert (local.date(), local.time(), moved.planned_on, moved.revision) == (
        date(2026, 3, 3),
        time(9),
        date(2026, 3, 3),
        3,
    )


# The fingerprint by which the daily run notices a change


@pytest.mark.parametrize("name", [*NEW_RULES, "quiet time"])
def test_the_fingerprint_changes_with_the_rhythm(name: str) -> None:
    rules = changed_ticket(quiet_time="1 hour") if name == "quiet time" else changed(name)
    assert rhythm_of(rules) != rhythm_of(PROGRAMME)


def test_the_fingerprint_stays_when_something_else_changes() -> None:
    company = {"name": "Another", "languages": ["de"], "address": {"de": "informal"}, "colour": "#123456"}
    other = programme(
        company=company, drivers=[], themes=[], sending={"daily_limit": 5}, privacy={"keep_words": "36 months"}
    )
    assert rhythm_of(other) == rhythm_of(PROGRAMME)
    reordered = PROGRAMME.model_copy(update={"surveys": dict(reversed(PROGRAMME.surveys.items()))})
    assert rhythm_of(reordered) == rhythm_of(PROGRAMME)


# Whatever happens


@given(
    dates=st.lists(st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2040, 1, 1))), min_size=2, max_size=6),
    zones=st.lists(st.sampled_from([None, "Pacific/Auckland", "America/New_York", "Asia/Kathmandu"]), min_size=1),
    roles=st.lists(st.sampled_from(["relationship", "user"]), min_size=1),
    sends=st.lists(st.booleans(), min_size=1),
    names=st.lists(st.sampled_from(["", *NEW_RULES]), min_size=1),
)
def test_after_any_changes_there_is_one_plan_for_each_survey_and_planning_again_changes_nothing(
    dates: list[date | None], zones: list[Any], roles: list[Any], sends: list[bool], names: list[str]
) -> None:
    known: dict[Any, Invitation] = {}
    for at, since in enumerate(dates):
        person = contact(
            account_since=since,
            first_seen_at=datetime(2026, 1, 1, 12, tzinfo=UTC),
            timezone=zones[at % len(zones)],
            role=roles[at % len(roles)],
        )
        name = names[at % len(names)]
        rules = changed(name) if name else PROGRAMME
        before = dict(known)
        for one in plan(person, list(known.values()), rules):
            assert not before.get(one.reference, one).mails
            known[one.reference] = one.having(revision=one.revision + 1)
        assert plan(person, list(known.values()), rules) == []
        waiting = [one for one in known.values() if one.state == "waiting"]
        assert len({one.survey for one in waiting}) == len(waiting)
        assert person.role == "relationship" or not waiting
        for one in waiting:
            if sends[at % len(sends)]:
                mails = {"first": SentMail(state="sent", at=one.due_at or one.planned_at)}
                known[one.reference] = one.having(state="sent", due_step="expire", mails=mails)
    asked = sorted((one.survey, one.planned_at) for one in known.values() if one.mails)
    for (survey, earlier), (same, later) in pairwise(asked):
        assert survey != same or later - earlier >= timedelta(days=80)


def test_a_solved_ticket_is_planned_as_the_events_would_plan_it() -> None:
    from sayso.domain.tickets import hear

    heard = hear(ticket_event(), "ticket", "zendesk:1", contact(), None, PROGRAMME)
    assert heard
    assert plan(contact(role="user"), [heard], PROGRAMME) == []


# What is new in the programme


def test_a_survey_that_is_new_in_the_programme_begins_with_a_day_somebody_can_still_be_asked_on() -> None:
    long_known = contact(first_seen_at=datetime(2020, 1, 1, 12, tzinfo=UTC), account_since=date(2020, 1, 5))
    quarterly = programme(surveys={"annual": {"every": "12 months"}, "pulse": {"every": "3 months"}})
    planned = {one.survey: one for one in plan(long_known, [], quarterly, MONDAY)}
    assert set(planned) == {"annual", "pulse"}
    for one in planned.values():
        assert one.send_before > MONDAY
        assert one.planned_at <= MONDAY + timedelta(days=365)


def test_what_was_planned_in_time_is_not_passed_over_when_its_time_is_over() -> None:
    (day50, annual) = (one.having(revision=1) for one in plan(contact(), [], PROGRAMME))
    after_an_outage = annual.send_before + timedelta(days=400)
    assert plan(contact(), [day50, annual], PROGRAMME, after_an_outage) == []  # it ends by itself, and says why


def test_somebody_whose_first_weeks_are_long_over_is_not_asked_about_them_by_a_new_survey() -> None:
    welcome = programme(surveys={"welcome": {"after": "10 days", "within": "30 days"}})
    known_since: dict[str, Any] = {
        "first_seen_at": datetime(2026, 1, 1, 12, tzinfo=UTC),
        "account_since": date(2026, 1, 1),
    }

    def planned(now: datetime) -> set[str]:
        return {one.survey for one in plan(contact(**known_since), [], welcome, now)}

    assert "welcome" not in planned(MONDAY)
    assert "welcome" in planned(MONDAY - timedelta(days=40))
