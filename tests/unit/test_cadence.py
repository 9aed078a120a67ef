"""Rule 2: day50 once for somebody new, annual for ever after, and neither drifts nor asks twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.cadence import occasions
from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation
from sayso.domain.planning import plan
from sayso.domain.programme import Programme
from sayso.domain.time import add_months
from tests.builders import PROGRAMME, contact, invitation, programme, sent_invitation

NEW_YEAR = datetime(2026, 1, 1, 12, tzinfo=UTC)


def days(person: Contact, known: list[Invitation] | None = None, rules: Programme = PROGRAMME) -> dict[str, date]:
    return {f"{one.survey} {one.name}": one.day for one in occasions(person, known or [], rules)}


def by_survey(changes: list[Invitation]) -> dict[str, Invitation]:
    return {change.survey: change for change in changes}


def test_day50_comes_fifty_days_after_the_account_began() -> None:
    assert days(contact(account_since=date(2026, 1, 5)))["day50 first"] == date(2026, 2, 24)


@pytest.mark.parametrize(
    ("account_since", "contact_since"), [("2026-01-05", "2026-02-01"), ("2026-02-01", "2026-01-05")]
)
def test_the_later_of_account_and_contact_counts(account_since: str, contact_since: str) -> None:
    person = contact(account_since=date.fromisoformat(account_since), contact_since=date.fromisoformat(contact_since))
    assert days(person)["day50 first"] == date(2026, 2, 1) + timedelta(days=50)


def test_a_contact_with_only_a_date_of_its_own_counts_from_that() -> None:
    assert days(contact(account_since=None, contact_since=date(2026, 1, 5)))["day50 first"] == date(2026, 2, 24)


def test_the_existing_base_never_gets_a_day50() -> None:
    person = contact(account_since=date(2025, 11, 11), first_seen_at=NEW_YEAR)  # fiftieth day: 31 December
    assert "day50 first" not in days(person)


def test_somebody_first_seen_on_the_fiftieth_day_is_new() -> None:
    person = contact(account_since=date(2025, 11, 12), first_seen_at=NEW_YEAR)
    assert days(person)["day50 first"] == date(2026, 1, 1)


def test_who_is_new_is_decided_by_the_day_in_the_contacts_own_zone() -> None:
    late_on_the_31st = datetime(2026, 1, 1, 3, tzinfo=UTC)  # in New York it is still 31 December
    person = contact(account_since=date(2025, 11, 11), first_seen_at=late_on_the_31st, timezone="America/New_York")
    assert days(person)["day50 first"] == date(2025, 12, 31)


def test_the_existing_base_joins_at_its_next_annual_date() -> None:
    person = contact(account_since=date(2019, 5, 1), first_seen_at=NEW_YEAR)
    assert days(person) == {"annual 7": date(2026, 6, 20)}


def test_annual_is_counted_from_the_day50_day() -> None:
    assert days(contact(account_since=date(2026, 1, 5)))["annual 1"] == date(2027, 2, 24)


def test_annual_is_counted_from_the_first_day_where_a_company_has_no_day50() -> None:
    surveys = {name: survey for name, survey in PROGRAMME.surveys.items() if name != "day50"}
    rules = PROGRAMME.model_copy(update={"surveys": surveys})
    assert days(contact(account_since=date(2026, 1, 5)), rules=rules) == {"annual 1": date(2027, 1, 5)}


def test_a_29_february_becomes_the_28th_and_comes_back_in_a_leap_year() -> None:
    began = date(2024, 2, 29) - timedelta(days=50)
    person = contact(account_since=began, first_seen_at=datetime(2024, 1, 10, tzinfo=UTC))
    known: list[Invitation] = []
    found = []
    for number in range(1, 5):
        found.append(days(person, known)[f"annual {number}"])
        planned_at = datetime.combine(found[-1], time(9), tzinfo=UTC)
        known.append(sent_invitation(occasion=str(number), planned_at=planned_at).ended("expired"))
    assert found == [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]


def test_annual_does_not_drift_over_twenty_years() -> None:
    person = contact(account_since=date(2026, 1, 5))
    known: list[Invitation] = []
    for number in range(1, 21):
        (wanted,) = [one for one in plan(person, known, PROGRAMME) if one.survey == "annual"]
        assert wanted.occasion == str(number)
        assert wanted.planned_at.astimezone(PROGRAMME.zone).date() == date(2026 + number, 2, 24)
        # Each was sent late, because of a weekend or another mail: the next one does not move for it.
        late = wanted.having(revision=3, due_at=wanted.planned_at + timedelta(days=3))
        known.append(late.ended("answered" if number % 2 else "expired"))


@pytest.mark.parametrize(
    ("began", "expected"),
    [
        ("2016-03-01", "2028-04-20"),  # nothing was corrected: a year on
        ("2016-03-11", "2028-04-30"),  # by days: not asked again within days
        ("2025-03-01", "2028-04-20"),  # by years: neither lost for a decade nor asked twice in one
        ("2026-09-01", "2027-10-21"),  # by half a year and more: the new rhythm begins
    ],
)
def test_a_corrected_start_date_moves_the_rhythm_and_loses_nobody(began: str, expected: str) -> None:
    asked = sent_invitation(occasion="11", planned_at=datetime(2027, 4, 20, 9, tzinfo=UTC)).ended("answered")
    person = contact(account_since=date.fromisoformat(began), first_seen_at=NEW_YEAR)
    (found,) = [one for one in occasions(person, [asked], PROGRAMME) if one.survey == "annual"]
    assert found.day == date.fromisoformat(expected)
    assert found.name != "11"


def test_a_company_may_ask_every_three_months() -> None:
    rules = programme(surveys={"annual": {"every": "3 months"}})
    assert days(contact(account_since=date(2026, 1, 5)), rules=rules)["annual 1"] == date(2026, 5, 24)


def test_somebody_without_dates_is_asked_a_year_after_we_first_heard_of_them() -> None:
    person = contact(account_since=None, first_seen_at=datetime(2026, 3, 9, 12, tzinfo=UTC))
    assert days(person) == {"annual 1": date(2027, 3, 9)}


def test_a_user_is_never_asked_about_the_relationship() -> None:
    assert days(contact(role="user")) == {}
    assert plan(contact(role="user"), [], PROGRAMME) == []


def test_who_is_not_to_be_asked_is_not_planned() -> None:
    assert plan(contact(do_not_ask=True), [], PROGRAMME) == []


def test_a_plan_lies_at_the_opening_of_the_window_in_the_contacts_zone() -> None:
    planned = by_survey(plan(contact(timezone="America/New_York"), [], PROGRAMME))["day50"]
    local = planned.planned_at.astimezone(ZoneInfo("America/New_York"))
    assert (local.date(), local.time()) == (date(2026, 2, 24), time(9))
    assert (planned.state, planned.due_step, planned.due_at) == ("waiting", "first", planned.planned_at)
    assert planned.send_before == planned.planned_at + timedelta(days=30)


def test_what_falls_on_a_weekend_waits_for_monday_and_keeps_its_day() -> None:
    saturday = date(2026, 2, 28)
    planned = by_survey(plan(contact(account_since=saturday - timedelta(days=50)), [], PROGRAMME))["day50"]
    assert planned.planned_at.date() == saturday
    assert planned.due_at == datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_planning_again_changes_nothing() -> None:
    person = contact()
    known = [one.having(revision=1) for one in plan(person, [], PROGRAMME)]
    assert len(known) == 2
    assert plan(person, known, PROGRAMME) == []


@pytest.mark.parametrize(
    "change", [{"account_since": date(2026, 1, 12)}, {"timezone": "America/New_York"}], ids=["date", "zone"]
)
def test_a_corrected_contact_is_planned_anew(change: dict[str, object]) -> None:
    known = [one.having(revision=4) for one in plan(contact(), [], PROGRAMME)]
    changes = plan(contact(**change), known, PROGRAMME)
    assert {one.survey for one in changes} == {"day50", "annual"}
    assert all(one.revision == 4 for one in changes)


def test_what_waits_for_a_reason_is_not_planned_anew() -> None:
    planned = plan(contact(), [], PROGRAMME)
    known = [one.having(revision=1).waiting_until(one.planned_at + timedelta(days=2), "hold") for one in planned]
    assert plan(contact(), known, PROGRAMME) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"do_not_ask": True}, "do_not_ask"), ({"role": "user"}, "no_longer_planned")],
    ids=["do not ask", "a user now"],
)
def test_what_waits_is_cancelled_with_its_reason(change: dict[str, object], reason: str) -> None:
    known = [one.having(revision=1) for one in plan(contact(), [], PROGRAMME)]
    changes = plan(contact(**change), known, PROGRAMME)
    assert [(one.state, one.reason, one.due_at, one.due_step) for one in changes] == [
        ("cancelled", reason, None, None)
    ] * 2


def test_a_ticket_survey_is_cancelled_by_do_not_ask_but_not_by_the_role() -> None:
    waiting = invitation(survey="ticket", occasion="zendesk:1", ticket_id="1")
    assert plan(contact(role="user"), [waiting], PROGRAMME) == []
    (cancelled,) = plan(contact(role="user", do_not_ask=True), [waiting], PROGRAMME)
    assert (cancelled.state, cancelled.reason) == ("cancelled", "do_not_ask")


def test_what_was_cancelled_comes_back_when_the_reason_is_gone() -> None:
    known = [one.having(revision=2).ended("cancelled", "do_not_ask") for one in plan(contact(), [], PROGRAMME)]
    assert [(one.state, one.revision) for one in plan(contact(), known, PROGRAMME)] == [("waiting", 2)] * 2


@pytest.mark.parametrize("change", [{"do_not_ask": True}, {"role": "user"}, {"account_since": date(2025, 12, 20)}])
def test_what_was_sent_is_never_touched(change: dict[str, object]) -> None:
    sent = sent_invitation(survey="day50", occasion="first")
    claimed = sent.having(survey="annual", occasion="1", state="waiting", due_step="settle")
    touched = {one.reference for one in plan(contact(**change), [sent, claimed], PROGRAMME)}
    assert not touched & {sent.reference, claimed.reference}


def test_the_next_annual_is_planned_when_one_ended_whatever_way() -> None:
    def annual(number: int) -> datetime:
        return datetime(2026 + number, 2, 24, 8, tzinfo=UTC)

    ended = [
        sent_invitation(occasion="1", planned_at=annual(1)).ended("answered"),
        invitation(occasion="2", planned_at=annual(2)).ended("skipped", "too_late"),
        sent_invitation(occasion="3", planned_at=annual(3)).ended("cancelled", "do_not_ask"),  # one mail had gone out
    ]
    planned = by_survey(plan(contact(), ended, PROGRAMME))["annual"]
    assert planned.occasion == "4"
    assert planned.planned_at.date() == date(2030, 2, 24)


def test_a_survey_that_changed_its_rhythm_still_plans() -> None:
    rules = programme(surveys={"annual": {"every": "12 months"}, "welcome": {"every": "6 months"}})
    once = sent_invitation(survey="welcome", occasion="first").ended("answered")
    assert "welcome 1" in days(contact(), [once], rules)


@given(
    began=st.dates(date(2000, 2, 1), date(2030, 12, 31)),
    known_after=st.integers(-400, 8_000),
    every=st.integers(1, 24),
)
def test_nothing_is_planned_before_we_knew_somebody_and_nothing_twice(
    began: date, known_after: int, every: int
) -> None:
    first_seen = datetime.combine(began, time(12), tzinfo=UTC) + timedelta(days=known_after)
    person = contact(account_since=began, first_seen_at=first_seen)
    found = occasions(
        person, [], programme(surveys={"day50": {"after": "50 days"}, "annual": {"every": f"{every} months"}})
    )
    assert len({one.survey for one in found}) == len(found)
    annual = next(one for one in found if one.survey == "annual")
    assert first_seen.date() <= annual.day
    assert annual.day == add_months(began + timedelta(days=50), int(annual.name) * every)
    assert all(one.day >= first_seen.date() for one in found)
