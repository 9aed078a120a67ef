"""Before anybody is told somebody looks: who is, who not and why; and an approval given twice tells nobody twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sayso.adapters.last_heard import read_last_heard
from sayso.domain.errors import InvalidInputError, NotFoundError
from tests.builders import MONDAY, World
from tests.news import DONE, approved, asker, behind, change, done, message, news_of, show, take


def crowd() -> tuple[World, Any]:
    """Somebody for every verdict: now, later, never."""
    world = World()
    done(world)
    people = {
        "now": asker(world, 1, locale="de"),
        "later": asker(world, 2, timezone="America/New_York"),
        "left": asker(world, 3),
        "shares": asker(world, 4, email="p1@kaasboer.example"),
        "erased": asker(world, 5),
    }
    world.standings.suppress(people["left"].address_hash, "unsubscribed", MONDAY)
    world.erase_contact.erase(people["erased"].contact_id, "vera")
    return world, people


def test_looking_says_who_is_told_when_and_who_not_and_why() -> None:
    world, people = crowd()
    before = list(world.items.scan())
    found = {one.contact_id: (one.verdict, one.reason) for one in world.tell_askers.look("faster-replies").prospects}
    # Answers that were linked at one moment have no order: one of the two at the mailbox is told.
    pair = {found.pop(people["now"].contact_id), found.pop(people["shares"].contact_id)}
    assert pair == {("now", ""), ("never", "told_already")}
    assert found == {
        people["later"].contact_id: ("later", "send_window"),
        people["left"].contact_id: ("never", "suppressed"),
        people["erased"].contact_id: ("never", "erased"),
    }
    assert list(world.items.scan()) == before


def test_looking_counts_the_mails_by_language() -> None:
    world = World()
    done(world)
    for number, locale in enumerate(("de", "nl", "nl-BE", "fr"), 1):
        asker(world, number, locale=locale)
    audience = world.tell_askers.look("faster-replies")
    assert (len(audience.to_tell), dict(audience.languages)) == (4, {"de": 1, "nl": 2, "en": 1})


def test_an_approval_writes_who_approved_it_and_why_others_are_left_out() -> None:
    world, people = crowd()
    approved(world)
    later, left = news_of(world, people["later"]), news_of(world, people["left"])
    assert (later.state, later.due_at, later.approved_by) == ("waiting", MONDAY + timedelta(hours=5), "vera")
    assert (left.state, left.reason, left.due_at) == ("skipped", "suppressed", None)
    assert world.news.of_contact(people["erased"].contact_id) == []  # nothing is written of somebody who is gone


def test_an_approval_that_is_repeated_changes_nothing() -> None:
    world, _ = crowd()
    approved(world)
    before = list(world.items.scan(("NEWS#",)))
    world.clock.pass_by(hours=1)
    approved(world)
    assert list(world.items.scan(("NEWS#",))) == before
    assert len(before) == 4


def test_who_was_linked_since_is_told_and_nobody_twice() -> None:
    world = World()
    done(world)
    first = asker(world, 1)
    approved(world)
    assert take(world, first) == "sent"
    second = asker(world, 2)
    audience = world.tell_askers.look("faster-replies")
    assert [one.verdict for one in audience.prospects] == ["before", "now"]
    approved(world)
    world.tick_news()
    assert [mail.to for mail in world.mailer.outbox] == [first.email, second.email]


def test_what_stood_against_it_may_be_over_when_it_is_approved_again() -> None:
    world, people = crowd()
    approved(world)
    world.standings.lift(people["left"].address_hash, MONDAY)
    world.clock.pass_by(days=1)
    approved(world, by="otto")
    kept = news_of(world, people["left"])
    assert (kept.state, kept.approved_by, kept.approved_at) == ("waiting", "otto", MONDAY + timedelta(days=1))


def test_a_yes_is_for_those_who_were_looked_at() -> None:
    world = World()
    done(world)
    first = asker(world, 1)
    audience = world.tell_askers.look("faster-replies")
    second = asker(world, 2)
    world.tell_askers.approve(audience, "vera")
    assert news_of(world, first).state == "waiting"
    assert world.news.of_contact(second.contact_id) == []


def test_a_yes_is_for_the_texts_that_were_looked_at() -> None:
    world = World()
    done(world)
    person = asker(world)
    audience = world.tell_askers.look("faster-replies")
    change(world, public=DONE.having(did={"en": "Something else."}))
    world.tell_askers.approve(audience, "vera")
    assert take(world, person) == "ended"
    assert (news_of(world, person).reason, world.mailer.outbox) == ("changed", [])


def test_whoever_waits_for_other_texts_is_approved_again() -> None:
    world = World()
    done(world)
    person = asker(world)
    approved(world)
    change(world, public=DONE.having(did={"en": "Two shifts more."}))
    (one,) = world.tell_askers.look("faster-replies").prospects
    assert one.verdict == "now"
    approved(world, by="otto")
    assert news_of(world, person).approved_by == "otto"
    assert take(world, person) == "sent"
    assert "Two shifts more." in world.mailer.outbox[0].text


def test_of_somebody_who_is_erased_between_the_look_and_the_yes_nothing_is_written() -> None:
    for number in (0, 1):
        world = World()
        done(world)
        person = asker(world)
        audience = world.tell_askers.look("faster-replies")
        if number:
            world.items.before_write(1, lambda: world.erase_contact.erase(person.contact_id, "vera") and None)  # noqa: B023
        else:
            world.erase_contact.erase(person.contact_id, "vera")
        world.tell_askers.approve(audience, "vera")
        assert world.news.of_contact(person.contact_id) == []
        assert world.erase_contact.finish() == []


def test_what_is_left_of_somebody_who_is_gone_is_left_to_the_table_to_delete() -> None:
    world = World()
    done(world)
    person = asker(world)
    approved(world)
    due = message(news_of(world, person))
    world.contacts.get = lambda _: None  # type: ignore[method-assign]
    assert world.send_news.take(due) == "ended"
    (item,) = world.items.scan(("NEWS#",))
    assert item["expires_at_epoch"] == MONDAY.timestamp()
    assert "due_pk" not in item


def test_who_is_behind_several_is_told_of_one_after_the_other_and_it_says_so() -> None:
    world = World()
    names = ["one", "two", "three"]
    for name in names:
        done(world, name)
    both, single = asker(world, 1, "one", "two"), asker(world, 2, "two")
    asker(world, 3, "three")
    found = world.tell_askers.look_at_all([*names, "one"])
    ahead = [{one.contact_id: one.ahead for one in audience.prospects} for audience in found]
    assert ahead[0] == {both.contact_id: 0}
    assert ahead[1] == {both.contact_id: 1, single.contact_id: 0}
    assert len(found) == 3
    approved(world, "one")
    (audience,) = world.tell_askers.look_at_all(["two"])
    assert {one.contact_id: one.ahead for one in audience.prospects} == ahead[1]


def test_what_was_rolled_back_can_be_told_again_once_it_is_back() -> None:
    world = World()
    done(world)
    person = asker(world)
    approved(world)
    change(world, public=None)
    assert take(world, person) == "ended"
    change(world, on_page=False, public=DONE)
    with pytest.raises(InvalidInputError):
        approved(world)
    show(world)
    approved(world)
    assert take(world, person) == "sent"


@pytest.mark.parametrize("state", ["sent", "unknown", "failed"])
def test_what_went_or_may_have_gone_is_never_approved_again(state: Any) -> None:
    world = World()
    done(world)
    person = asker(world)
    approved(world)
    kept = world.news.save(news_of(world, person).ended(state, "mail_refused" if state == "failed" else ""))
    world.clock.pass_by(days=100)
    approved(world)
    assert news_of(world, person) == kept


def test_two_who_approve_at_once_write_it_once() -> None:
    for number in (1, 2):
        world = World()
        done(world)
        people = [asker(world, one) for one in (1, 2)]
        world.items.before_write(number, lambda world=world: approved(world))  # type: ignore[misc]
        approved(world, by="otto")
        assert {news_of(world, one).revision for one in people} == {1}
        world.tick_news()
        assert len(world.mailer.outbox) == 2


def test_several_commitments_to_one_person_keep_apart() -> None:
    world = World()
    done(world)
    done(world, "quieter-nights")
    person = asker(world, 1, "faster-replies", "quieter-nights")
    for name in ("faster-replies", "quieter-nights"):
        approved(world, name)
    for _ in range(50):
        world.tick_news()
        world.clock.pass_by(days=1)
    sent = [news_of(world, person, name) for name in ("faster-replies", "quieter-nights")]
    first, second = sorted(one.at for one in sent if one.at)
    assert second - first >= world.programme.page.told_apart
    assert len(world.mailer.outbox) == 2


REFUSED: dict[str, dict[str, Any]] = {
    "is not public": {"public": None},
    "does not read that": {"public": DONE.having(status="planned", done_on=None)},
}


@pytest.mark.parametrize("why", REFUSED)
def test_only_what_is_done_in_public_is_told(why: str) -> None:
    world = World()
    done(world)
    person = asker(world)
    change(world, **REFUSED[why])
    with pytest.raises(InvalidInputError, match=why) as error:
        world.tell_askers.look("faster-replies")
    assert error.value.field == "id"
    assert world.news.of_contact(person.contact_id) == []


def test_nobody_is_sent_to_a_page_that_does_not_say_so_yet() -> None:
    world = World()
    done(world, on_page=False)
    asker(world)
    with pytest.raises(InvalidInputError, match="the public page does not say yet"):
        world.tell_askers.look("faster-replies")


def test_one_there_is_not_is_not_found() -> None:
    world = World()
    for act in (world.tell_askers.look, world.tell_askers.told):
        with pytest.raises(NotFoundError, match="there is no commitment 'nothing'"):
            act("nothing")


def test_nobody_asked_nobody_is_told() -> None:
    world = World()
    done(world)
    approved(world)
    assert world.tell_askers.look("faster-replies").prospects == []
    assert world.tick_news() == 0


def test_what_became_of_it_is_there_for_everybody_behind_it() -> None:
    world, people = crowd()
    approved(world)
    world.tick_news()
    behind(world, world.add_contact(contact_id="crm-6", email="p6@kaasboer.example", role="user"))
    states = {one.contact_id: one.news.state if one.news else None for one in world.tell_askers.told("faster-replies")}
    assert len(states) == 6
    assert states[people["later"].contact_id] == "waiting"
    assert states[people["erased"].contact_id] is None
    assert sorted(state or "" for state in states.values()) == ["", "", "sent", "skipped", "skipped", "waiting"]


def test_whom_we_told_something_we_have_heard_of_and_who_is_to_be_told_is_kept() -> None:
    world = World()
    done(world)
    people = [asker(world, number) for number in (1, 2)]
    approved(world)
    assert take(world, people[0]) == "sent"
    heard = read_last_heard(world.items)
    assert heard[people[0].contact_id] == MONDAY
    assert people[1].contact_id not in heard  # somebody waits for them
    assert news_of(world, people[1]).state == "waiting"


# The person who asks what is held of them, and whoever asks what became of somebody


def test_an_export_lists_what_somebody_was_told_and_nothing_of_who_shares_the_mailbox() -> None:
    world, people = crowd()
    approved(world)
    world.tick_news()
    told = next(one for one in (people["now"], people["shares"]) if news_of(world, one).state == "sent")
    other = people["shares"] if told == people["now"] else people["now"]
    mine, theirs = (world.export_contact.export(one) for one in (told, other))
    assert [(one["commitment_id"], one["state"]) for one in mine["news"]] == [("faster-replies", "sent")]
    assert [one["state"] for one in theirs["news"]] == ["skipped"]
    assert [len(one["addresses"][0].get("news", [])) for one in (mine, theirs)] == [1, 0]


def test_why_says_what_waits_what_went_and_what_did_not() -> None:
    world, people = crowd()
    approved(world)
    world.tick_news()

    def said(who: str) -> str:
        (found,) = (
            one
            for one in world.explain_contact.explain(people[who].contact_id)
            if one.contact.contact_id == people[who].contact_id
        )
        ((name, fact),) = found.news
        assert name == "faster-replies"
        return fact.text

    assert (
        said("later") == "The mail waits until Mon 2026-03-02 15:00, 09:00 for them, because outside the send window."
    )
    assert said("left") == "Not told: the address asked not to be written to, or does not take mail."
    told = {said("now"), said("shares")}
    assert told == {"The mail went out on 2026-03-02 10:00.", "Not told: somebody else at the address is told."}
