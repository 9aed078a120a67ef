"""Rule 7, one person, one mail: each distance at exactly its limit, and never outside the window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.contact import Contact
from sayso.domain.gate import Gate, GateMail
from sayso.domain.invitation import Invitation
from sayso.domain.sending import REASONS, Decision, End, Hold, Pause, Send, Standing, Wait, decide
from tests.builders import MONDAY, PROGRAMME, contact, invitation, moments, sent_invitation, with_gate

SECOND = timedelta(seconds=1)
EMPTY = Gate(address_hash="hash-anna")
PAUSE = Pause(at=MONDAY, by="ops", reason="a pilot")
# Long after its planned day, so that the three days a relationship mail may wait are over.
OVERDUE = {"planned_at": MONDAY - timedelta(days=10)}


def asked(
    about: Invitation | None = None,
    *,
    mail: Any = "first",
    person: Contact | None = None,
    gate: Gate = EMPTY,
    standing: Standing | None = None,
    siblings: list[Invitation] | None = None,
    now: datetime = MONDAY,
) -> Decision:
    return decide(
        about or invitation(), mail, person or contact(), PROGRAMME, gate, standing or Standing(), siblings or [], now
    )


def about_ticket(**changes: Any) -> Invitation:
    planned_at = changes.pop("planned_at", MONDAY)
    values: dict[str, Any] = {
        "survey": "ticket",
        "occasion": "zendesk:1",
        "ticket_id": "1",
        "planned_at": planned_at,
        "send_before": planned_at + timedelta(days=3),
    }
    return invitation(**{**values, **changes})


def held(ahead: timedelta) -> Standing:
    return Standing(hold=Hold(until=MONDAY + ahead, reason="a migration", by="ops", at=MONDAY))


def waiting(reason: str, decision: Decision) -> datetime:
    assert isinstance(decision, Wait)
    assert decision.reason == reason
    return decision.until


def test_nothing_speaks_against_a_mail_in_the_window() -> None:
    assert asked() == Send()


def test_every_reason_is_put_in_words() -> None:
    assert all(text.strip() == text and text for text in REASONS.values())


def test_relationship_mails_keep_sixty_days_apart() -> None:
    sixty = timedelta(days=60)
    assert asked(invitation(**OVERDUE), gate=with_gate([(sixty, "relationship")])) == Send()
    until = waiting(
        "relationship_apart",
        asked(invitation(**OVERDUE, send_before=MONDAY + sixty), gate=with_gate([(sixty - SECOND, "relationship")])),
    )
    assert until == MONDAY + SECOND


def test_a_relationship_mail_that_would_wait_too_long_for_another_is_skipped() -> None:
    decision = asked(gate=with_gate([(timedelta(days=10), "relationship")]))  # 50 days more, and 30 are allowed
    assert decision == End("skipped", "relationship_apart")


def test_a_relationship_mail_waits_three_days_for_a_ticket_mail() -> None:
    three = timedelta(days=3)
    on_its_day = invitation(planned_at=MONDAY)
    assert asked(on_its_day, gate=with_gate([(three, "event")])) == Send()
    until = waiting("too_close", asked(on_its_day, gate=with_gate([(three - timedelta(hours=1), "event")])))
    assert until == MONDAY + timedelta(hours=1)


def test_a_relationship_mail_is_never_pushed_on_by_tickets() -> None:
    planned_at = MONDAY - timedelta(days=3)
    mails = [(timedelta(days=2), "event"), (timedelta(days=1), "event"), (timedelta(hours=1), "event")]
    assert asked(invitation(planned_at=planned_at), gate=with_gate(mails)) == Send()
    waits = asked(invitation(planned_at=planned_at + timedelta(hours=2)), gate=with_gate(mails))
    assert waiting("too_close", waits) == MONDAY + timedelta(hours=2)


def test_a_ticket_mail_is_skipped_within_fourteen_days_of_any_mail() -> None:
    fourteen = timedelta(days=14)
    for kind in ("relationship", "event"):
        assert asked(about_ticket(), gate=with_gate([(fourteen - SECOND, kind)])) == End(
            "skipped", "asked_lately" if kind == "event" else "too_close"
        )
    assert asked(about_ticket(), gate=with_gate([(fourteen, "relationship")])) == Send()


def asking_again(**changes: Any) -> Invitation:
    planned_at = changes.pop("planned_at", MONDAY)
    values = {"survey": "recheck", "occasion": "case-1", "touchpoint": "follow-up:case", "planned_at": planned_at}
    return invitation(**{**values, "send_before": planned_at + timedelta(days=60), **changes})


@pytest.mark.parametrize("kind", ["relationship", "event"])
def test_asking_again_waits_where_a_ticket_mail_would_be_skipped(kind: str) -> None:
    fourteen = timedelta(days=14)
    too_close = with_gate([(fourteen - timedelta(hours=1), kind)])
    assert waiting("too_close", asked(asking_again(), gate=too_close)) == MONDAY + timedelta(hours=1)
    assert asked(asking_again(), gate=with_gate([(fourteen, kind)])) == Send()


def test_asking_again_waits_no_longer_than_it_may() -> None:
    lately = with_gate([(timedelta(days=4), "event")])
    until = MONDAY + timedelta(days=10)  # a Thursday
    assert asked(asking_again(send_before=until), gate=lately) == End("skipped", "too_close")
    assert waiting("too_close", asked(asking_again(send_before=until + SECOND), gate=lately)) == until


def test_asking_again_gives_way_to_a_relationship_mail_that_is_nearly_due() -> None:
    soon = invitation(occasion="2", due_at=MONDAY + timedelta(days=7) - SECOND)
    assert asked(asking_again(), siblings=[soon]) == End("skipped", "relationship_due")
    assert asked(asking_again(), siblings=[soon.having(due_at=MONDAY + timedelta(days=7))]) == Send()


def test_two_follow_ups_of_a_person_are_not_asked_about_within_thirty_days() -> None:
    mail = GateMail(at=MONDAY, kind="event", contact_id="c1", survey="recheck", occasion="case-2", mail="first")
    gate = EMPTY.passed_by(mail)
    before = asking_again(planned_at=MONDAY + timedelta(days=20))
    assert asked(before, gate=gate, now=MONDAY + timedelta(days=28)) == End("skipped", "asked_lately")


def test_a_person_is_asked_about_a_ticket_once_in_thirty_days() -> None:
    thirty = timedelta(days=30)
    assert asked(about_ticket(), gate=with_gate([(thirty - SECOND, "event")])) == End("skipped", "asked_lately")
    assert asked(about_ticket(), gate=with_gate([(thirty, "event")])) == Send()


@pytest.mark.parametrize("step", ["first", "reminder"])
def test_a_ticket_mail_gives_way_to_a_relationship_mail_due_within_seven_days(step: Any) -> None:
    seven = timedelta(days=7)
    near = invitation(due_step=step, due_at=MONDAY + seven - SECOND)
    assert asked(about_ticket(), siblings=[near]) == End("skipped", "relationship_due")
    assert asked(about_ticket(), siblings=[near.having(due_at=MONDAY + seven)]) == Send()
    assert asked(about_ticket(), siblings=[near.having(due_at=MONDAY - seven)]) == End("skipped", "relationship_due")


def test_a_ticket_mail_does_not_give_way_to_an_end_or_to_another_ticket() -> None:
    expiring = sent_invitation(due_step="expire", due_at=MONDAY + SECOND)
    other = about_ticket(occasion="zendesk:2", ticket_id="2", due_at=MONDAY)
    assert asked(about_ticket(), siblings=[expiring, other, invitation().ended("answered")]) == Send()


def test_the_mails_of_the_same_invitation_do_not_stand_in_each_others_way() -> None:
    own = GateMail(
        at=MONDAY - timedelta(days=7), kind="relationship", contact_id="c1", survey="annual", occasion="1", mail="first"
    )
    reminded = sent_invitation(due_step="reminder", due_at=MONDAY)
    assert asked(reminded, mail="reminder", gate=EMPTY.passed_by(own)) == Send()


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (datetime(2026, 3, 2, 7, 59, 59, tzinfo=UTC), datetime(2026, 3, 2, 8, tzinfo=UTC)),
        (datetime(2026, 3, 2, 16, 0, tzinfo=UTC), datetime(2026, 3, 3, 8, tzinfo=UTC)),
        (datetime(2026, 3, 6, 20, 0, tzinfo=UTC), datetime(2026, 3, 9, 8, tzinfo=UTC)),
    ],
)
def test_outside_the_window_a_mail_waits_for_its_opening(now: datetime, until: datetime) -> None:
    assert asked(now=now) == Wait(until, "send_window")


def test_the_window_is_that_of_the_contacts_own_zone() -> None:
    person = contact(timezone="America/New_York")
    assert asked(person=person, now=MONDAY) == Wait(datetime(2026, 3, 2, 14, tzinfo=UTC), "send_window")


def test_a_distance_that_ends_at_night_waits_for_the_morning() -> None:
    friday_night = MONDAY - timedelta(days=60) + timedelta(days=4, hours=11)  # ends on Friday at 20:00 UTC
    gate = EMPTY.passed_by(
        GateMail(at=friday_night, kind="relationship", contact_id="c9", survey="day50", occasion="first", mail="first")
    )
    assert waiting("relationship_apart", asked(gate=gate)) == datetime(2026, 3, 9, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("standing", "reason", "until"),
    [
        (Standing(pause=PAUSE), "paused", MONDAY + timedelta(hours=1)),
        (Standing(open_follow_up=True), "open_follow_up", MONDAY + timedelta(days=1)),
        (held(timedelta(hours=5)), "hold", MONDAY + timedelta(hours=5)),
        (held(timedelta(days=5)), "hold", MONDAY + timedelta(days=1)),
    ],
)
def test_what_speaks_against_it_now_lets_it_wait(standing: Standing, reason: str, until: datetime) -> None:
    assert asked(standing=standing) == Wait(until, reason)


def test_a_hold_that_is_over_does_not_matter() -> None:
    assert asked(standing=held(timedelta(0))) == Send()


def test_a_ticket_mail_that_cannot_wait_until_the_hold_is_over_is_skipped_with_the_reason() -> None:
    assert asked(about_ticket(), standing=held(timedelta(days=3))) == End("skipped", "hold")


def test_what_speaks_against_it_for_good_ends_it() -> None:
    closed = EMPTY.suppressed("bounced", MONDAY)
    assert asked(person=contact(do_not_ask=True)) == End("cancelled", "do_not_ask")
    assert asked(gate=closed) == End("skipped", "suppressed")
    assert asked(gate=closed, standing=Standing(pause=PAUSE)) == End("skipped", "suppressed")
    assert asked(gate=closed.lifted(MONDAY)) == Send()


def test_a_ticket_is_asked_about_within_three_days_or_not_at_all() -> None:
    old = about_ticket(planned_at=MONDAY - timedelta(days=3) + SECOND)
    assert asked(old) == Send()
    assert asked(old, now=MONDAY + SECOND) == End("skipped", "too_late")
    held_up = old.having(reason="open_follow_up")
    assert asked(held_up, now=MONDAY + SECOND) == End("skipped", "open_follow_up")


def test_an_invitation_nobody_could_send_in_thirty_days_expires() -> None:
    old = invitation(planned_at=MONDAY - timedelta(days=30))
    assert asked(old) == End("expired", "too_late")


def test_a_reminder_is_not_sent_once_the_time_to_answer_is_over() -> None:
    reminded = sent_invitation(expires_at=MONDAY, due_step="reminder", due_at=MONDAY)
    assert asked(reminded, mail="reminder") == End("expired", "no_answer")


def test_a_gate_remembers_the_last_twenty_mails() -> None:
    gate = EMPTY
    for number in range(25):
        gate = gate.passed_by(
            GateMail(at=MONDAY, kind="event", contact_id="c1", survey="ticket", occasion=str(number), mail="first")
        )
    assert [mail.occasion for mail in gate.mails] == [str(number) for number in range(5, 25)]


@settings(max_examples=200)
@given(
    now=moments(2026, 2027),
    planned=st.integers(-40 * 24, 24).map(lambda hours: timedelta(hours=hours)),
    mails=st.lists(
        st.tuples(
            st.integers(0, 70 * 24).map(lambda hours: timedelta(hours=hours)),
            st.sampled_from(["relationship", "event"]),
        ),
        max_size=4,
    ),
    zone=st.sampled_from(["Europe/Amsterdam", "America/New_York", "Asia/Tokyo", None]),
    is_ticket=st.booleans(),
)
def test_no_mail_ever_goes_out_against_rule_7(
    now: datetime, planned: timedelta, mails: list[tuple[timedelta, str]], zone: str | None, is_ticket: bool
) -> None:
    person = contact(timezone=zone)
    one = about_ticket(planned_at=now + planned) if is_ticket else invitation(planned_at=now + planned)
    decision = asked(one, person=person, gate=with_gate(mails, now), now=now)
    if isinstance(decision, Wait):
        assert decision.until > now
        assert decision.until < one.send_before
        later = asked(one, person=person, gate=with_gate(mails, now), now=decision.until)
        assert not isinstance(later, Wait)  # it waits once, with its reason, and not again and again
    if isinstance(decision, Send):
        local = now.astimezone(person.zone(PROGRAMME.zone))
        assert local.weekday() < 5
        assert 9 <= local.hour < 17
        assert now < one.send_before
        for ago, kind in mails:
            assert ago >= timedelta(days=14) or not is_ticket
            assert ago >= timedelta(days=30) or not (is_ticket and kind == "event")
            assert ago >= timedelta(days=60) or is_ticket or kind == "event"
