"""Who asked is told once, by what the public reads at that moment, and nobody who may not be written to."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sayso.domain.contact import Contact
from sayso.domain.gate import Gate, GateMail
from sayso.domain.gate_news import GateNews
from sayso.domain.news import NEWS_REASONS, SURVEY_APART, TELL_WITHIN, reason_in_words
from sayso.domain.sending import Hold, Pause
from sayso.ports import AccountState
from tests.builders import MONDAY, World, programme
from tests.news import (
    DONE,
    approved,
    asker,
    behind,
    change,
    done,
    message,
    news_of,
    put_on_page,
    show,
    take,
    waiting_for_news,
)


def test_a_mail_goes_out_with_what_the_public_reads_and_its_own_tags() -> None:
    world, person = waiting_for_news(locale="de-AT")
    assert take(world, person) == "sent"
    (mail,) = world.mailer.outbox
    assert (mail.to, mail.tags) == ("p1@kaasboer.example", {"contact": person.contact_id, "news": "faster-replies"})
    told = json.loads(mail.text)
    assert told["language"] == "de"
    assert told["heard"] == DONE.heard
    assert told["page"] == "https://feedback.example/page/de.html#commitment-faster-replies"
    kept = news_of(world, person)
    assert (kept.state, kept.reason, kept.due_at, kept.at, kept.message_id) == ("sent", "", None, MONDAY, "ses-0001")


def test_the_links_to_leave_are_those_of_the_address() -> None:
    world, person = waiting_for_news()
    take(world, person)
    one_click = world.mailer.outbox[0].headers["List-Unsubscribe"].strip("<>")
    token = one_click.rsplit("/", 1)[1]
    assert world.links.read_unsubscribe(token, MONDAY + timedelta(days=1000)) == (person.address_hash, "en")


def test_the_same_message_twice_tells_once() -> None:
    world, person = waiting_for_news()
    same = message(news_of(world, person))
    assert [world.send_news.take(same), world.send_news.take(same)] == ["sent", "nothing"]
    assert len(world.mailer.outbox) == 1


def test_a_draft_is_told_to_nobody() -> None:
    world, person = waiting_for_news()
    change(world, did={"en": "Not yet for everybody."}, title={"en": "Secret"})
    take(world, person)
    assert "Secret" not in world.mailer.outbox[0].text


OTHERS = DONE.having(did={"en": "Two shifts more."})


def test_what_was_published_since_and_is_not_on_the_page_yet_is_told_to_nobody() -> None:
    world, person = waiting_for_news()
    change(world, public=OTHERS, on_page=False)
    assert take(world, person) == "sent"
    assert json.loads(world.mailer.outbox[0].text)["did"] == DONE.did


def test_what_the_page_says_otherwise_since_the_approval_needs_another_one() -> None:
    world, person = waiting_for_news()
    change(world, public=OTHERS)
    assert take(world, person) == "ended"
    assert world.mailer.outbox == []
    kept = news_of(world, person)
    assert (kept.state, kept.reason) == ("skipped", "changed")
    approved(world)
    assert take(world, person) == "sent"
    assert "Two shifts more." in world.mailer.outbox[0].text


def test_another_number_of_those_who_asked_needs_none() -> None:
    world, person = waiting_for_news()
    asker(world, 2)
    show(world)
    assert take(world, person) == "sent"


def test_an_edition_that_comes_just_before_the_claim_is_the_one_that_counts() -> None:
    world, person = waiting_for_news()
    world.items.before_write(1, lambda: put_on_page(world, ()))
    assert take(world, person) == "ended"
    assert (world.mailer.outbox, news_of(world, person).reason) == ([], "not_public")
    assert world.standings.gate(person.address_hash).news == ()


def test_what_a_rollback_took_off_the_page_is_told_to_nobody() -> None:
    world, person = waiting_for_news()
    put_on_page(world, ())
    assert take(world, person) == "ended"
    assert (world.mailer.outbox, news_of(world, person).reason) == ([], "not_public")


def test_what_was_taken_back_is_not_told_while_the_page_still_says_it() -> None:
    world, person = waiting_for_news()
    change(world, public=None, on_page=False)
    assert take(world, person) == "ended"
    assert world.mailer.outbox == []


def test_what_an_edition_says_is_read_once_however_many_are_told() -> None:
    world = World()
    done(world)
    people = [asker(world, number) for number in (1, 2, 3)]
    approved(world)
    reads = []
    for person in people:
        before = world.items.reads
        assert take(world, person) == "sent"
        reads.append(world.items.reads - before)
    assert reads[1:] == [reads[1]] * 2
    show(world)
    assert world.latest_edition.read() == world.editions.get(2)


NOT_ANY_MORE: dict[str, dict[str, Any]] = {
    "not_public": {"public": None},
    "not_done": {"public": DONE.having(status="in_progress", done_on=None)},
}


@pytest.mark.parametrize("reason", NOT_ANY_MORE)
def test_what_is_no_longer_done_in_public_is_not_told(reason: str) -> None:
    world, person = waiting_for_news()
    change(world, **NOT_ANY_MORE[reason])
    assert take(world, person) == "ended"
    assert world.mailer.outbox == []
    assert (news_of(world, person).state, news_of(world, person).reason) == ("skipped", reason)


@pytest.mark.parametrize("reason", NOT_ANY_MORE)
def test_what_is_taken_off_the_page_just_before_the_claim_is_not_told(reason: str) -> None:
    world, person = waiting_for_news()
    world.items.before_write(1, lambda: change(world, **NOT_ANY_MORE[reason]) and None)
    assert take(world, person) == "ended"
    assert world.mailer.outbox == []
    assert news_of(world, person).reason == reason
    assert world.standings.gate(person.address_hash).news == ()


# Who may not be written to


def suppress(world: World, person: Contact) -> None:
    world.standings.suppress(person.address_hash, "unsubscribed", MONDAY)


def leave_at_an_older_address(world: World, person: Contact) -> None:
    suppress(world, person)
    world.add_contact(contact_id=person.external_id, email="new@kaasboer.example", role="user")


def ask_not_to_be_asked(world: World, person: Contact) -> None:
    world.add_contact(contact_id=person.external_id, email=person.email, role="user", do_not_ask="yes")


def unlink(world: World, person: Contact) -> None:
    world.commitment_links.unlink("faster-replies", [(person.contact_id, "annual", "1")], "vera", MONDAY)


EXCLUDED: dict[str, tuple[Callable[[World, Contact], None], str]] = {
    "left": (suppress, "suppressed"),
    "left at an older address": (leave_at_an_older_address, "suppressed"),
    "is not to be asked": (ask_not_to_be_asked, "do_not_ask"),
    "has no answer behind it any more": (unlink, "not_asked"),
}


@pytest.mark.parametrize("who", EXCLUDED)
def test_who_may_not_be_written_to_is_left_out_and_it_says_why(who: str) -> None:
    world, person = waiting_for_news()
    happens, reason = EXCLUDED[who]
    happens(world, person)
    assert take(world, person) == "ended"
    assert world.mailer.outbox == []
    assert (news_of(world, person).state, news_of(world, person).reason) == ("skipped", reason)


def test_somebody_who_was_erased_is_told_nothing_and_nothing_of_them_is_left() -> None:
    world, person = waiting_for_news()
    due = message(news_of(world, person))
    assert world.erase_contact.erase(person.contact_id, "vera")
    assert world.news.of_contact(person.contact_id) == []
    assert world.send_news.take(due) == "nothing"
    assert world.mailer.outbox == []
    assert world.standings.gate(person.address_hash).news == ()


def test_somebody_who_is_erased_just_before_the_claim_is_told_nothing() -> None:
    world, person = waiting_for_news()
    world.items.before_write(1, lambda: world.erase_contact.erase(person.contact_id, "vera") and None)
    assert take(world, person) == "nothing"
    assert world.mailer.outbox == []
    assert world.news.of_contact(person.contact_id) == []


def test_of_somebody_who_is_erased_while_the_mail_is_with_ses_nothing_is_left() -> None:
    world, person = waiting_for_news()
    world.mailer.meanwhile = lambda: world.erase_contact.erase(person.contact_id, "vera") and None
    take(world, person)
    assert world.news.of_contact(person.contact_id) == []


def test_a_fourth_who_did_not_ask_gets_nothing() -> None:
    world = World()
    done(world)
    for number in (1, 2, 3):
        asker(world, number)
    world.add_contact(contact_id="crm-4", email="p4@kaasboer.example", role="user")
    done(world, "other")
    behind(world, world.contacts.by_external_ids(["crm-4"])["crm-4"], "other", occasion="9")
    approved(world)
    world.tick_news()
    assert sorted(mail.to for mail in world.mailer.outbox) == [f"p{number}@kaasboer.example" for number in (1, 2, 3)]


def test_an_erasure_takes_away_what_the_gate_remembers_of_the_person_and_of_nobody_else() -> None:
    world = World(programme=programme(page={"told_apart": "1 days"}))
    done(world)
    done(world, "quieter-nights")
    people = [
        asker(world, number, name, email="office@kaasboer.example")
        for number, name in ((1, "faster-replies"), (2, "quieter-nights"))
    ]
    approved(world)
    approved(world, "quieter-nights")
    assert take(world, people[0]) == "sent"
    world.clock.pass_by(days=2)
    assert take(world, people[1], "quieter-nights") == "sent"
    assert world.erase_contact.retire(people[0].contact_id)
    left = world.standings.gate(people[0].address_hash).news
    assert [(one.contact_id, one.commitment_id) for one in left] == [(people[1].contact_id, "quieter-nights")]


# What makes it wait


def pause(world: World, _: Contact) -> None:
    world.standings.pause(Pause(at=MONDAY, by="vera", reason="trouble"))


def hold(world: World, person: Contact) -> None:
    until = MONDAY + timedelta(days=40)
    world.standings.hold(person.account_id, Hold(until=until, reason="renewal", by="vera", at=MONDAY))


def open_a_case(world: World, person: Contact) -> None:
    asked = world.asked(person, occasion="77")
    world.answer(asked, 2, why="No.")
    world.run()
    world.clock.pass_by(minutes=20)
    world.run()
    assert world.cases()


def ask_lately(world: World, person: Contact) -> None:
    passing = GateMail(
        at=MONDAY - timedelta(days=1),
        kind="event",
        contact_id=person.contact_id,
        survey="ticket",
        occasion="t",
        mail="first",
    )
    world.standings.save_gate(world.standings.gate(person.address_hash).passed_by(passing))


def ask_soon(world: World, person: Contact) -> None:
    world.add_invitation(person, occasion="5", due_at=MONDAY + timedelta(hours=30))


def tell_of_something_else(world: World, person: Contact) -> None:
    done(world, "quieter-nights")
    behind(world, person, "quieter-nights", occasion="2")
    change(world, "quieter-nights", updated_by="vera")
    approved(world, "quieter-nights")
    assert take(world, person, "quieter-nights") == "sent"
    world.mailer.outbox.clear()


def stop_ses(world: World, _: Contact) -> None:
    world.sending_account.now = AccountState(reason="ses_paused")


WAITS: dict[str, tuple[Callable[[World, Contact], None], datetime | None]] = {
    "paused": (pause, MONDAY + timedelta(hours=1)),
    "hold": (hold, MONDAY + timedelta(days=1)),  # looked at every day: it may be taken back
    "open_follow_up": (open_a_case, None),
    "survey_lately": (ask_lately, MONDAY - timedelta(days=1) + SURVEY_APART),
    "survey_due": (ask_soon, MONDAY + timedelta(hours=30) + SURVEY_APART),
    "told_lately": (tell_of_something_else, MONDAY + timedelta(days=30)),
    "ses_paused": (stop_ses, MONDAY + timedelta(minutes=15)),
}


@pytest.mark.parametrize("reason", WAITS)
def test_what_speaks_against_it_for_a_while_makes_it_wait_and_it_says_why(reason: str) -> None:
    world, person = waiting_for_news()
    happens, until = WAITS[reason]
    happens(world, person)
    assert take(world, person) in ("waiting", "stopped")
    assert world.mailer.to(person.email) == []
    kept = news_of(world, person)
    assert (kept.state, kept.reason) == ("waiting", reason)
    assert kept.due_at
    assert kept.due_at > world.clock()
    if until:
        local = until.astimezone(world.programme.zone)
        days = 0 if local.weekday() < 5 else 7 - local.weekday()
        assert kept.due_at.date() == (until + timedelta(days=days)).date()
    assert reason_in_words(reason) != reason


def test_a_week_later_with_nothing_in_the_way_it_goes() -> None:
    for reason in ("paused", "hold", "survey_lately", "ses_paused"):
        world, person = waiting_for_news()
        WAITS[reason][0](world, person)
        take(world, person)
        if reason == "paused":
            world.standings.resume("vera", MONDAY)
        if reason == "hold":
            world.standings.release(person.account_id, "vera", MONDAY)
        world.sending_account.now = AccountState()
        world.clock.pass_by(days=7)
        assert take(world, person) == "sent", reason


@pytest.mark.parametrize(("zone", "hours"), [("Europe/Amsterdam", 0), ("America/New_York", 5), ("Asia/Tokyo", 15)])
def test_it_goes_out_in_the_send_window_of_the_contacts_own_zone(zone: str, hours: int) -> None:
    world, person = waiting_for_news(timezone=zone)
    kept = news_of(world, person)
    assert kept.due_at == MONDAY + timedelta(hours=hours)
    if not hours:
        return
    assert kept.reason == "send_window"
    world.clock.now = MONDAY + timedelta(hours=hours)
    assert take(world, person) == "sent"


def test_the_limit_of_the_day_counts_it_and_holds_it_back() -> None:
    world = World(programme=programme(sending={"daily_limit": 1}))
    done(world)
    first, second = asker(world, 1), asker(world, 2)
    approved(world)
    assert [take(world, first), take(world, second)] == ["sent", "waiting"]
    kept = news_of(world, second)
    assert (kept.reason, kept.due_at) == ("daily_limit", datetime(2026, 3, 3, 8, 0, tzinfo=UTC))


@pytest.mark.parametrize("reason", ["paused", "hold"])
def test_what_has_waited_too_long_is_no_news_any_more(reason: str) -> None:
    world, person = waiting_for_news()
    WAITS[reason][0](world, person)
    take(world, person)
    world.clock.now = MONDAY + TELL_WITHIN
    assert take(world, person) == "ended"
    assert (news_of(world, person).state, news_of(world, person).reason) == ("expired", reason)
    assert world.mailer.outbox == []


def test_what_nobody_looked_at_for_too_long_says_so() -> None:
    world, person = waiting_for_news()
    world.clock.now = MONDAY + TELL_WITHIN
    take(world, person)
    assert (news_of(world, person).state, news_of(world, person).reason) == ("expired", "too_late")


def test_what_would_have_to_wait_beyond_its_time_ends_at_once_and_says_for_what() -> None:
    world, person = waiting_for_news()
    world.clock.now = MONDAY + TELL_WITHIN - timedelta(hours=3)
    asked = world.add_invitation(person, occasion="5", due_at=world.clock() + timedelta(hours=30))
    assert take(world, person) == "ended"
    assert (news_of(world, person).state, news_of(world, person).reason) == ("expired", "survey_due")
    assert world.kept(asked) == asked


def test_every_reason_can_be_read_aloud() -> None:
    assert all(text and text[0].islower() and not text.endswith(".") for text in NEWS_REASONS.values())


# One mail an address, and distances of their own


def test_a_shared_mailbox_gets_one_mail_about_a_commitment() -> None:
    world = World()
    done(world)
    people = [asker(world, number, email="office@kaasboer.example") for number in (1, 2)]
    approved(world)
    world.tick_news()
    assert len(world.mailer.outbox) == 1
    kept = [news_of(world, person) for person in people]
    assert [(one.state, one.reason) for one in kept] == [("sent", ""), ("skipped", "told_already")]


def test_two_who_come_to_share_a_mailbox_are_told_once_there() -> None:
    world = World(programme=programme(page={"told_apart": "1 days"}))
    done(world)
    people = [asker(world, number) for number in (1, 2)]
    approved(world)
    assert take(world, people[0]) == "sent"
    world.add_contact(contact_id="crm-2", email="p1@kaasboer.example", role="user")
    world.clock.pass_by(days=7)
    assert take(world, people[1]) == "ended"
    assert news_of(world, people[1]).reason == "told_already"


def test_a_shared_mailbox_remembers_what_it_was_told_behind_other_news() -> None:
    gate = Gate(address_hash="h")
    for number in range(24):
        at = MONDAY + timedelta(days=30 * number)
        gate = gate.having_told(GateNews(at=at, contact_id="c1", commitment_id=f"n{number}"))
    assert gate.has_told("n0")
    assert gate.last_told() == at
    later = gate.having_told(GateNews(at=at + timedelta(days=30), contact_id="c1", commitment_id="n24"))
    assert (later.has_told("n0"), later.has_told("n1"), len(later.news)) == (False, True, 24)


def test_a_new_address_takes_no_distance_back() -> None:
    world, person = waiting_for_news()
    take(world, person)
    done(world, "quieter-nights")
    behind(world, person, "quieter-nights", occasion="2")
    world.add_contact(contact_id="crm-1", email="new@kaasboer.example", role="user")
    approved(world, "quieter-nights")
    assert news_of(world, person, "quieter-nights").reason == "told_lately"


def test_news_keep_no_survey_waiting() -> None:
    world, person = waiting_for_news()
    take(world, person)
    asked = world.add_invitation(person, occasion="5")
    assert world.send_invitation.take(world.step(asked)) == "sent"


def test_two_at_one_address_at_once_get_one_mail() -> None:
    for number in range(1, 4):
        world = World()
        done(world)
        done(world, "quieter-nights")
        person = asker(world, 1, "faster-replies", "quieter-nights")
        for name in ("faster-replies", "quieter-nights"):
            approved(world, name)
        other = message(news_of(world, person, "quieter-nights"))
        world.items.before_write(number, lambda: world.send_news.take(other) and None)  # noqa: B023
        take(world, person)
        world.items.calm()
        assert len(world.mailer.outbox) == 1, number


def test_a_survey_mail_that_is_claimed_at_the_same_moment_goes_first() -> None:
    world, person = waiting_for_news()
    asked = world.add_invitation(person, occasion="5", due_at=MONDAY + timedelta(days=9))
    step = world.step(asked)
    world.items.before_write(1, lambda: world.send_invitation.take(step) and None)
    assert take(world, person) == "waiting"
    assert news_of(world, person).reason == "survey_lately"
    assert [mail.tags.get("survey") for mail in world.mailer.outbox] == ["annual"]
