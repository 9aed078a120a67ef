"""Our own people are told of a follow-up at once, by what they use, once; before and after its due time if need be."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sayso.domain.follow_up import FollowUp
from sayso.domain.notice import MOST_ATTEMPTS, MOST_UNKNOWN, Notice, NoticeKey
from sayso.domain.programme import Programme
from sayso.ports import MailRefusedError
from sayso.services.remind_owners import RemindOwners
from tests.builders import MONDAY, World, programme
from tests.fakes import CrashError, FakeQueue

OWNER, BOSS = "otto@polder.example", "berta@polder.example"
EVENING = datetime(2026, 3, 2, 19, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 3, 3, 8, tzinfo=UTC)  # nine in Amsterdam


def rules(**follow_up: Any) -> Programme:
    return programme(follow_up={"owners": {OWNER: {"manager": BOSS}}, **follow_up})


def opened(world: World, **fields: Any) -> FollowUp:
    """Somebody unhappy, whose follow-up is open; whatever is to be told at once was told."""
    answered(world, **fields)
    world.run()
    return the_case(world)


def answered(world: World, **fields: Any) -> tuple[str, str, str]:
    person = world.add_contact(owner_email=OWNER, name="Anna Jansen")
    asked = world.asked(person)
    world.answer(asked, 3, **fields)
    return asked.reference


def the_case(world: World) -> FollowUp:
    (case,) = world.cases()
    return case


def notices(world: World, kind: str = "") -> list[Notice]:
    found = world.follow_ups.notices(the_case(world).follow_up_id)
    return [one for one in found if not kind or one.kind == kind]


def mails(world: World) -> list[tuple[str, str]]:
    return [(mail.to, str(json.loads(mail.text)["kind"])) for mail in world.mailer.outbox]


def pass_until(world: World, moment: datetime) -> None:
    """Time goes by, with the schedule that tells our people running every five minutes."""
    while world.clock() < moment:
        world.clock.pass_by(minutes=5)
        world.remind()


# When


def test_outside_office_hours_it_is_quiet_until_the_next_morning() -> None:
    world = World(now=EVENING, programme=rules())
    opened(world)
    world.remind()
    assert mails(world) == []
    pass_until(world, NEXT_MORNING - timedelta(minutes=5))
    assert mails(world) == []
    pass_until(world, NEXT_MORNING)
    assert mails(world) == [(OWNER, "alert")]


def test_where_the_programme_says_so_nobody_waits_for_the_morning() -> None:
    world = World(now=EVENING, programme=rules(at_any_time=True))
    opened(world)
    assert mails(world) == [(OWNER, "alert")]


def test_a_channel_may_speak_at_night_while_mails_wait() -> None:
    world = World(now=EVENING, programme=rules(channels={"duty": {"at_any_time": True}, "team": {}}))
    opened(world)
    assert mails(world) == []
    assert [name for name, *_ in world.channels.messages] == ["duty"]
    pass_until(world, NEXT_MORNING)
    assert [name for name, *_ in world.channels.messages] == ["duty", "team"]


def test_the_owner_is_reminded_before_the_due_time_and_once() -> None:
    world = World(programme=rules(remind_before="4 hours"))
    case = opened(world)
    remind_at = datetime(2026, 3, 3, 13, tzinfo=UTC)  # one hour of Wednesday, three of Tuesday: at two in Amsterdam
    assert case.due_at == datetime(2026, 3, 4, 9, tzinfo=UTC)
    pass_until(world, remind_at - timedelta(minutes=5))
    assert mails(world) == [(OWNER, "alert")]
    pass_until(world, case.due_at - timedelta(minutes=5))
    assert mails(world) == [(OWNER, "alert"), (OWNER, "reminder")]


def test_who_has_been_in_touch_is_neither_reminded_nor_reported() -> None:
    world = World(programme=rules())
    case = opened(world)
    world.work_on_case.contact(case.follow_up_id, OWNER, "called")
    pass_until(world, case.due_at + timedelta(days=2))
    assert mails(world) == [(OWNER, "alert")]
    assert {one.reason for one in notices(world) if one.state == "dropped"} == {"contacted"}


def test_what_is_late_reaches_the_named_person_and_says_so_in_the_case() -> None:
    world = World(programme=rules())
    case = opened(world)
    pass_until(world, case.due_at + timedelta(minutes=10))
    assert mails(world)[-1] == (BOSS, "escalation")
    late = the_case(world)
    assert late.late_at
    assert late.due_at <= late.late_at <= late.due_at + timedelta(minutes=10)
    assert (late.escalated_to, late.escalated_id) == (BOSS, world.pseudonyms.of_owner(BOSS))
    pass_until(world, case.due_at + timedelta(days=3))
    assert len(mails(world)) == 3


def test_the_programme_may_name_who_hears_of_what_is_late_and_when() -> None:
    world = World(programme=rules(escalate_to="clara@polder.example", escalate_after="2 hours"))
    case = opened(world)
    pass_until(world, case.due_at + timedelta(minutes=115))
    assert the_case(world).late_at is None
    pass_until(world, case.due_at + timedelta(minutes=120))
    assert mails(world)[-1] == ("clara@polder.example", "escalation")


def test_a_case_opened_again_has_a_reminder_of_its_own() -> None:
    world = World(programme=rules())
    case = opened(world)
    world.work_on_case.close(case.follow_up_id, OWNER, outcome="solved", cause="price", note="done")
    world.clock.pass_by(hours=3)
    again = world.work_on_case.reopen(case.follow_up_id, OWNER, "broken again")
    pass_until(world, again.due_at + timedelta(minutes=5))
    assert [kind for _, kind in mails(world)] == ["alert", "reminder", "escalation"]


def test_so_many_that_a_tick_is_cut_short_are_all_told_and_none_waits_out_its_lease() -> None:
    waiting = [NoticeKey(f"{number:012x}", "000001-alert", "mail") for number in range(35)]
    leased, queue = list[NoticeKey](), FakeQueue()

    class Due:
        """An index of what is due, in a function whose time is over after so many leases."""

        time_for = 24

        def due(self, _until: datetime) -> list[NoticeKey]:
            return [key for key in waiting if key not in leased]

        def lease(self, key: NoticeKey, _now: datetime, _until: datetime) -> bool:
            if len(leased) == self.time_for:
                raise CrashError
            leased.append(key)
            return True

    notices = Due()
    remind = RemindOwners(notices, queue, lambda: MONDAY)  # type: ignore[arg-type]
    with pytest.raises(CrashError):
        remind.hand_on()
    assert len(queue.bodies) == 20  # four more are leased: they come back with the lease
    notices.time_for = 99
    assert (remind.hand_on(most=7), len(queue.bodies)) == (7, 27)
    assert (remind.hand_on(), remind.hand_on(), len(queue.bodies)) == (4, 0, 31)
    assert [body["follow_up_id"] for body in queue.bodies[-11:]] == [key.follow_up_id for key in waiting[-11:]]


# Whom


def test_who_takes_a_case_over_is_told_and_reminded_instead() -> None:
    world = World(programme=rules())
    case = opened(world)
    world.work_on_case.hand_over(case.follow_up_id, OWNER, "carla@polder.example", "she knows them")
    world.run()
    told = json.loads(world.mailer.outbox[-1].text)
    assert mails(world)[-1] == ("carla@polder.example", "handed_over")
    assert (told["by"], told["note"]) == (OWNER, "she knows them")
    pass_until(world, case.due_at - timedelta(minutes=5))
    assert mails(world)[-1] == ("carla@polder.example", "reminder")


def test_an_alert_that_waits_for_the_morning_goes_to_nobody_who_gave_the_case_away() -> None:
    world = World(now=EVENING, programme=rules())
    case = opened(world)
    world.work_on_case.hand_over(case.follow_up_id, BOSS, "carla@polder.example", "on leave")
    pass_until(world, NEXT_MORNING)
    assert mails(world) == [("carla@polder.example", "handed_over")]


def test_each_link_is_its_reader_s_own() -> None:
    world = World(programme=rules())
    case = opened(world)
    pass_until(world, case.due_at + timedelta(minutes=5))
    readers = [
        world.links.read_case(json.loads(mail.text)["case_link"].split("t=")[1], world.clock())[1]
        for mail in world.mailer.outbox
    ]
    owner, boss = (world.pseudonyms.of_owner(one) for one in (OWNER, BOSS))
    assert readers == [owner, owner, boss]


# Once


def test_however_often_it_is_delivered_it_is_told_once() -> None:
    world = World(programme=rules(channels={"team": {}}))
    reference = answered(world)
    for _ in range(3):
        world.open_follow_up.open(reference)
        world.run()
    for one in notices(world):
        for _ in range(3):
            world.tell_owner.tell(one.key)
    assert mails(world) == [(OWNER, "alert")]
    assert len(world.channels.messages) == 1


def test_two_deliveries_at_the_same_moment_tell_once() -> None:
    world = World(programme=rules())
    reference = answered(world)
    world.open_follow_up.open(reference)
    (alert,) = notices(world, "alert")
    key = alert.key
    world.items.before_write(1, lambda: world.tell_owner.tell(key))
    world.tell_owner.tell(key)
    world.run()
    assert mails(world) == [(OWNER, "alert")]


def test_words_added_while_the_office_is_closed_make_one_mail() -> None:
    world = World(now=EVENING, programme=rules())
    person = world.add_contact(owner_email=OWNER)
    asked = world.asked(person)
    world.answer(asked, 3)
    world.run()
    world.answer(asked, 3, why="and nobody called")
    world.run()
    pass_until(world, NEXT_MORNING)
    assert [json.loads(mail.text)["why"] for mail in world.mailer.outbox] == ["and nobody called"]


def test_who_dies_while_telling_is_taken_over_after_a_while() -> None:
    world = World(programme=rules())
    world.open_follow_up.open(answered(world))
    (alert,) = notices(world, "alert")
    key = alert.key
    world.mailer.troubles.append(CrashError())
    with pytest.raises(CrashError):
        world.tell_owner.tell(key)
    world.tell_owner.tell(key)
    assert mails(world) == []
    pass_until(world, MONDAY + timedelta(minutes=15))
    assert mails(world) == [(OWNER, "alert")]


# What fails


def test_a_channel_that_is_down_keeps_neither_mail_nor_other_channels_waiting() -> None:
    world = World(programme=rules(channels={"broken": {}, "team": {}}))
    world.channels.down.add("broken")
    opened(world)
    assert mails(world) == [(OWNER, "alert")]
    assert [name for name, *_ in world.channels.messages] == ["team"]
    states = {one.channel: (one.state, one.reason) for one in notices(world, "alert")}
    assert states["broken"] == ("waiting", "did not take the message")
    world.channels.down.clear()
    pass_until(world, MONDAY + timedelta(minutes=10))
    assert [name for name, *_ in world.channels.messages] == ["team", "broken"]


def test_what_keeps_failing_is_given_up_and_stays_visible() -> None:
    world = World(programme=rules(channels={"broken": {"tell": ["alert"]}}, first_contact_within="9 working days"))
    world.channels.down.add("broken")
    opened(world)
    pass_until(world, MONDAY + timedelta(days=3))
    (broken,) = [one for one in notices(world) if one.channel == "broken"]
    assert (broken.state, broken.attempts, broken.due_at) == ("failed", MOST_ATTEMPTS, None)
    world.channels.down.clear()
    pass_until(world, MONDAY + timedelta(days=4))
    assert world.channels.messages == []


def test_a_mail_ses_does_not_take_now_is_taken_minutes_later() -> None:
    world = World(programme=rules())
    world.mailer.refuse_once(for_good=False)
    opened(world)
    assert [one.state for one in notices(world, "alert")] == ["waiting"]
    pass_until(world, MONDAY + timedelta(minutes=10))
    assert mails(world) == [(OWNER, "alert")]


def test_an_address_ses_never_takes_is_reported_to_the_manager() -> None:
    world = World(programme=rules())
    world.mailer.refuse_once(for_good=True)
    opened(world)
    assert mails(world) == [(BOSS, "undelivered")]
    case = the_case(world)
    assert (case.escalated_id, case.late_at) == (world.pseudonyms.of_owner(BOSS), None)  # whose link opens it
    assert [one.state for one in notices(world, "alert")] == ["failed"]


def test_a_mail_that_timed_out_goes_again_after_an_hour_unless_ses_saw_it() -> None:
    for seen, expected in ((False, 2), (True, 1)):
        world = World(programme=rules())
        world.mailer.time_out_once()
        opened(world)
        (alert,) = notices(world, "alert")
        assert alert.state == "unknown"
        if seen:
            assert world.hear_notice_event.hear(alert.follow_up_id, alert.notice_id, "delivered")
        pass_until(world, MONDAY + timedelta(hours=3))
        assert len(mails(world)) == expected
        assert [one.state for one in notices(world, "alert")] == ["sent"]


@pytest.mark.parametrize(("fate", "for_good"), [("bounced", True), ("rejected", False), ("complained", False)])
def test_an_alert_that_bounced_is_said_to_the_manager_and_once(fate: Any, for_good: bool) -> None:
    world = World(programme=rules())
    opened(world)
    (alert,) = notices(world, "alert")
    for _ in range(2):
        assert world.hear_notice_event.hear(alert.follow_up_id, alert.notice_id, fate, for_good=for_good)
        world.run()
    assert mails(world) == [(OWNER, "alert"), (BOSS, "undelivered")]
    assert notices(world, "alert")[0].reason == fate


def test_a_mailbox_that_stays_full_is_tried_twice_more_and_then_somebody_else_is_told() -> None:
    world = World(programme=rules(first_contact_within="9 working days"))
    opened(world)
    (alert,) = notices(world, "alert")
    for hours in range(1, 4):
        world.hear_notice_event.hear(alert.follow_up_id, alert.notice_id, "bounced")
        pass_until(world, MONDAY + timedelta(hours=hours, minutes=10))
    assert mails(world) == [(OWNER, "alert")] * 3 + [(BOSS, "undelivered")]
    assert notices(world, "alert")[0].state == "failed"


def test_ses_that_fails_for_hours_ends_with_somebody_being_told() -> None:
    world = World(programme=rules(first_contact_within="9 working days"))
    world.open_follow_up.open(answered(world))
    for _ in range(3):
        world.mailer.time_out_once()
    pass_until(world, MONDAY + timedelta(hours=4))
    assert notices(world, "alert")[0].state == "failed"
    assert mails(world)[-1] == (BOSS, "undelivered")


def test_an_account_ses_has_paused_uses_up_no_attempts() -> None:
    world = World(programme=rules(first_contact_within="9 working days"))
    world.mailer.troubles += [MailRefusedError("paused", stops="ses_paused") for _ in range(20)]
    opened(world)
    pass_until(world, MONDAY + timedelta(hours=7))
    assert mails(world) == [(OWNER, "alert")]


def test_what_breaks_while_it_is_written_is_given_up_in_the_end_and_seen() -> None:
    world = World(programme=rules(first_contact_within="9 working days"))

    def broken(**_: Any) -> Any:
        raise ZeroDivisionError

    world.mail_writer.follow_up_alert = broken  # type: ignore[method-assign, assignment]
    opened(world)
    pass_until(world, MONDAY + timedelta(days=2))
    (alert,) = notices(world, "alert")
    assert (alert.state, alert.reason, alert.attempts) == ("failed", "ZeroDivisionError", MOST_ATTEMPTS)


def test_a_room_whose_teller_keeps_dying_is_not_told_for_ever() -> None:
    world = World(programme=rules(channels={"team": {"tell": ["alert"]}}))
    world.open_follow_up.open(answered(world))
    (room,) = [one for one in notices(world) if not one.is_mail]
    key = room.key

    def dies() -> None:
        raise CrashError

    for _ in range(12):
        world.items.before_write(2, dies)  # after it was told, before that is kept
        with suppress(CrashError):
            world.tell_owner.tell(key)
        world.items.calm()
        world.clock.pass_by(minutes=11)
    assert len(world.channels.messages) == MOST_UNKNOWN
    assert world.notices.get(key).state == "failed"  # type: ignore[union-attr]


def test_who_dies_between_giving_up_and_having_somebody_told_did_neither() -> None:
    for write in range(1, 4):
        world = World(programme=rules())
        opened(world)
        (alert,) = notices(world, "alert")
        world.items.before_write(write, lambda: (_ for _ in ()).throw(CrashError()))
        with suppress(CrashError):
            world.hear_notice_event.hear(alert.follow_up_id, alert.notice_id, "bounced", for_good=True)
        world.items.calm()
        world.hear_notice_event.hear(alert.follow_up_id, alert.notice_id, "bounced", for_good=True)
        world.run()
        assert mails(world) == [(OWNER, "alert"), (BOSS, "undelivered")]


def test_two_mails_to_a_dead_address_are_one_message_to_the_manager_and_none_once_it_is_somebody_else_s() -> None:
    world = World(programme=rules())
    case = opened(world)
    pass_until(world, case.due_at - timedelta(minutes=5))
    for one in notices(world):
        if one.kind in ("alert", "reminder"):
            world.hear_notice_event.hear(one.follow_up_id, one.notice_id, "bounced", for_good=True)
    world.run()
    assert [kind for _, kind in mails(world)].count("undelivered") == 1
    other = World(now=EVENING, programme=rules(at_any_time=False))
    waiting = opened(other)
    pass_until(other, NEXT_MORNING)
    (alert,) = notices(other, "alert")
    other.hear_notice_event.hear(alert.follow_up_id, alert.notice_id, "bounced", for_good=True)
    other.work_on_case.hand_over(waiting.follow_up_id, BOSS, "carla@polder.example", "on leave")
    other.run()
    assert "undelivered" not in [kind for _, kind in mails(other)]


# Who must not read it


def test_a_complaint_is_escalated_to_nobody_it_is_about() -> None:
    each_other = {OWNER: {"manager": BOSS}, BOSS: {"manager": OWNER}}
    world = World(programme=rules(owners=each_other, escalate_to=OWNER))
    case = opened(world, drivers=["contact_person"])
    pass_until(world, case.due_at + timedelta(hours=1))
    assert case.owner_email == BOSS
    assert OWNER not in [to for to, _ in mails(world)]
    assert mails(world)[-1] == (world.programme.follow_up.manager, "escalation")


def test_a_complaint_about_somebody_goes_to_no_room() -> None:
    world = World(programme=rules(channels={"open": {"words": True}}))
    opened(world, drivers=["contact_person"], why="Otto is rude")
    assert [json.loads(body)["why"] for _, _, body in world.channels.messages] == [""]


def test_what_was_noted_about_a_complaint_is_not_told_to_whom_it_was_about() -> None:
    world = World(programme=rules())
    first = opened(world, drivers=["contact_person"])
    world.work_on_case.close(first.follow_up_id, BOSS, outcome="solved", cause="talk", note="Otto gets a warning")
    world.clock.pass_by(days=1)
    person = world.contacts.get(first.contact_id)
    assert person
    world.answer(world.asked(person, survey="day50", occasion="first"), 2)
    world.run()
    assert mails(world)[-1][0] == OWNER
    assert json.loads(world.mailer.outbox[-1].text)["promised"] == []


# Who is away


def test_who_is_away_for_weeks_keeps_nothing_from_being_heard() -> None:
    weeks = [f"2026-03-{day:02}" for day in range(1, 30)]
    away = {OWNER: {"manager": BOSS, "days_off": weeks}}
    world = World(programme=rules(owners=away))
    case = opened(world)
    assert (case.owner_email, case.due_at) == (BOSS, MONDAY + timedelta(days=2))
    boss_away = {OWNER: {"manager": BOSS}, BOSS: {"days_off": weeks}}
    late = World(programme=rules(owners=boss_away))
    overdue = opened(late)
    pass_until(late, overdue.due_at + timedelta(hours=1))
    assert mails(late)[-1] == (late.programme.follow_up.manager, "escalation")


# What changed meanwhile


def test_a_channel_that_left_the_programme_hears_nothing_any_more() -> None:
    world = World(now=EVENING, programme=rules(channels={"team": {}}))
    opened(world)
    world.tell_owner = replace(world.tell_owner, programme=rules())
    pass_until(world, NEXT_MORNING)
    assert world.channels.messages == []
    assert {one.reason for one in notices(world, "alert") if not one.is_mail} == {"channel_gone"}


def test_an_owner_hears_that_somebody_else_opened_their_case_again() -> None:
    world = World(programme=rules())
    case = opened(world)
    for by, told in ((OWNER, 1), ("ops", 2)):
        world.work_on_case.close(case.follow_up_id, OWNER, outcome="solved", cause="price", note="done")
        world.work_on_case.reopen(case.follow_up_id, by, "not done")
        world.run()
        assert mails(world) == [(OWNER, "alert")] * told


def test_a_case_reopened_within_the_same_due_time_is_watched_once() -> None:
    world = World(now=datetime(2026, 3, 7, 12, tzinfo=UTC), programme=rules(at_any_time=True))  # a Saturday
    case = opened(world)
    world.work_on_case.close(case.follow_up_id, OWNER, outcome="solved", cause="price", note="done")
    world.clock.pass_by(hours=1)
    again = world.work_on_case.reopen(case.follow_up_id, OWNER, "not done")
    assert again.due_at == case.due_at
    pass_until(world, case.due_at + timedelta(hours=2))
    assert [kind for _, kind in mails(world)] == ["alert", "reminder", "escalation"]


def test_nobody_is_reminded_of_what_is_due_already() -> None:
    world = World(programme=rules())
    case = opened(world)
    world.clock.now = case.due_at + timedelta(days=5)  # the schedule stood still
    world.remind()
    assert [kind for _, kind in mails(world)] == ["alert", "escalation"]


def test_an_event_about_an_alert_nobody_knows_is_nobody_s() -> None:
    assert not World().hear_notice_event.hear("gone", "000001-alert", "bounced", for_good=True)


# What it says


def test_words_go_to_a_room_only_where_the_programme_says_so() -> None:
    world = World(programme=rules(channels={"quiet": {}, "open": {"words": True}}))
    opened(world, why="They never call back")
    said = {name: json.loads(body) for name, _, body in world.channels.messages}
    assert (said["open"]["why"], said["quiet"]["why"]) == ("They never call back", "")
    assert "case_link" not in said["open"]


def test_what_was_promised_before_stands_in_the_next_alert() -> None:
    world = World(programme=rules())
    first = opened(world)
    world.work_on_case.close(first.follow_up_id, OWNER, outcome="not_solved", cause="Price", note="a discount in May")
    world.clock.pass_by(days=1)
    person = world.contacts.get(first.contact_id)
    assert person
    world.answer(world.asked(person, survey="day50", occasion="first"), 2)
    world.run()
    (promise,) = json.loads(world.mailer.outbox[-1].text)["promised"]
    assert promise == ["2026-03-02", "Price", "a discount in May", "not_solved"]


def test_nobody_is_told_of_somebody_who_was_erased_meanwhile() -> None:
    world = World(now=EVENING, programme=rules())
    case = opened(world)
    world.erase_contact.erase(case.contact_id, "otto")
    pass_until(world, NEXT_MORNING + timedelta(days=4))
    assert mails(world) == []


def test_words_that_come_later_are_more_until_the_case_is_opened_again() -> None:
    world = World(programme=rules(channels={"team": {}}))
    person = world.add_contact(owner_email=OWNER)
    first, second = world.asked(person), world.asked(person, survey="day50", occasion="first")

    def say(asked: Any, why: str) -> None:
        world.answer(asked, 3, why=why)
        world.clock.pass_by(minutes=1)
        world.run()

    said = [(first, "slow"), (first, "slow and dear"), (second, "slow there, too"), (second, "and dear"), (first, "so")]
    for asked, why in said:
        say(asked, why)
    told = ["alert", "more", "joined", "more", "more"]
    assert [kind for _, kind in mails(world)] == told
    assert [json.loads(body)["kind"] for _, _, body in world.channels.messages] == told
    case = the_case(world)
    world.work_on_case.close(case.follow_up_id, OWNER, outcome="solved", cause="price", note="done")
    say(first, "slow again")
    say(first, "and dear again")
    assert [kind for _, kind in mails(world)][5:] == ["alert", "more"]


def test_what_was_never_told_has_no_more() -> None:
    world = World(programme=rules())
    world.mailer.refuse_once(for_good=False)
    person = world.add_contact(owner_email=OWNER)
    asked = world.asked(person)
    world.answer(asked, 3)
    world.run()
    world.answer(asked, 3, why="slow")
    world.run()
    assert mails(world) == [(OWNER, "alert")]
