"""The next invitation says what came of an answer in one line: the latest, once, and only to who gave it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from sayso.domain.contact import Contact
from sayso.domain.gate import GateMail
from sayso.domain.invitation import Invitation
from sayso.services.audience import Audience
from tests.builders import MONDAY, World, programme
from tests.news import DONE, approved, asker, behind, change, done, news_of, put_on_page, show, take

PAGE = "https://feedback.example/page/en.html#commitment-"


def somebody(world: World, *names: str, mailed: timedelta | None = timedelta(days=300)) -> tuple[Contact, Invitation]:
    """Somebody with an answer behind commitments, to whom a mail went so long ago, and who is asked now."""
    person = asker(world, 1, *names)
    if mailed:
        last = GateMail(
            at=MONDAY - mailed,
            kind="relationship",
            contact_id=person.contact_id,
            survey="annual",
            occasion="0",
            mail="first",
        )
        world.standings.save_gate(world.standings.gate(person.address_hash).passed_by(last))
    return person, world.add_invitation(person, occasion="5")


def line(world: World, asked: Invitation) -> str | None:
    """Where the line of the invitation that goes out leads."""
    before = len(world.mailer.outbox)
    assert world.send_invitation.take(world.step(asked)) == "sent"
    assert len(world.mailer.outbox) == before + 1
    return world.mailer.outbox[-1].headers.get("Changed")


def test_the_line_leads_to_what_was_done() -> None:
    world = World()
    done(world)
    _, asked = somebody(world)
    assert line(world, asked) == f"{PAGE}faster-replies"


def test_of_several_the_latest_is_told() -> None:
    world = World()
    for name, day in (("older", date(2026, 1, 5)), ("latest", date(2026, 2, 27)), ("oldest", date(2025, 12, 1))):
        done(world, name, public=DONE.having(done_on=day), published_on=day)
    _, asked = somebody(world, "older", "latest", "oldest")
    assert line(world, asked) == f"{PAGE}latest"


SILENT: dict[str, dict[str, Any]] = {
    "it is not public": {"public": None},
    "it is not done": {"public": DONE.having(status="in_progress", done_on=None)},
    "it was done before the last mail": {
        "published_on": date(2025, 5, 1),
        "public": DONE.having(done_on=date(2025, 5, 1)),
    },
    "it was done on the day of the last mail, before it": {
        "published_on": date(2025, 5, 6),
        "public": DONE.having(done_on=date(2025, 5, 6)),
    },
    "it is only published tomorrow": {"published_on": date(2026, 3, 3)},
}


@pytest.mark.parametrize("why", SILENT)
def test_nothing_is_said_when(why: str) -> None:
    world = World()
    done(world, **SILENT[why])
    _, asked = somebody(world)
    assert line(world, asked) is None


def test_what_no_edition_shows_is_not_told() -> None:
    world = World()
    done(world, on_page=False)
    _, asked = somebody(world)
    assert line(world, asked) is None


def test_what_a_rollback_took_off_the_page_is_not_told() -> None:
    world = World()
    done(world)
    put_on_page(world, ())
    _, asked = somebody(world)
    assert line(world, asked) is None


def test_the_line_says_what_the_page_says() -> None:
    world = World()
    done(world)
    change(world, public=DONE.having(title={"en": "Not on the page"}), on_page=False)
    person, _ = somebody(world)
    found = world.find_change.since_last_mail(person, world.standings.gate(person.address_hash), world.clock())
    assert found
    assert found.public == DONE


def test_what_the_page_said_long_after_it_was_done_is_news() -> None:
    world = World()
    done(world, on_page=False, published_on=date(2025, 7, 1), public=DONE.having(done_on=date(2025, 10, 1)))
    person, asked = somebody(world, mailed=timedelta(days=120))
    show(world)
    assert line(world, asked) == f"{PAGE}faster-replies"
    assert world.standings.gate(person.address_hash).has_read("faster-replies")


def test_who_read_it_in_an_invitation_gets_no_mail_about_it() -> None:
    world = World()
    done(world)
    person, asked = somebody(world)
    approved_after = world.tell_askers.look("faster-replies")
    assert line(world, asked)
    (one,) = world.tell_askers.look("faster-replies").prospects
    assert (one.verdict, one.reason) == ("never", "told_in_invitation")
    world.tell_askers.approve(approved_after, "vera")
    world.clock.pass_by(days=7)
    assert take(world, person) == "ended"
    assert news_of(world, person).reason == "told_in_invitation"


def test_who_waits_for_a_mail_about_it_does_not_read_it_in_an_invitation() -> None:
    world = World()
    done(world)
    done(world, "quieter-nights", public=DONE.having(done_on=date(2026, 2, 10)), published_on=date(2026, 2, 10))
    person, asked = somebody(world, "faster-replies", "quieter-nights")
    approved(world)
    assert line(world, asked) == f"{PAGE}quieter-nights"
    assert news_of(world, person).state == "waiting"


def test_who_is_told_by_a_mail_that_is_claimed_at_the_same_moment_reads_no_line() -> None:
    for number in (1, 2):
        world = World()
        done(world)
        person = asker(world)
        asked = world.add_invitation(person, occasion="5", due_at=MONDAY + timedelta(days=9))
        approved(world)
        world.news.save(news_of(world, person).ended("expired", "too_late"))
        look = world.tell_askers.look("faster-replies")

        def tell(world: World = world, person: Contact = person, look: Audience = look) -> None:
            world.tell_askers.approve(look, "vera")
            take(world, person)

        world.items.before_write(number, tell)
        world.send_invitation.take(world.step(asked))
        world.items.calm()
        said = [mail.headers.get("Changed") for mail in world.mailer.outbox]
        told = sum("news" in mail.tags for mail in world.mailer.outbox) + sum(map(bool, said))
        assert told == 1, number


def test_a_line_that_ses_did_not_take_was_not_read() -> None:
    for for_good in (False, True):
        world = World()
        done(world)
        person, asked = somebody(world)
        world.mailer.refuse_once(for_good=for_good)
        assert world.send_invitation.take(world.step(asked)) == "refused"
        assert world.standings.gate(person.address_hash).news == ()


def test_a_text_that_is_mended_on_the_page_is_not_told_again() -> None:
    world = World()
    done(world)
    person, asked = somebody(world)
    assert line(world, asked)
    world.clock.pass_by(days=49)
    change(world, public=DONE.having(did={"en": "A second shift, too."}))
    world.clock.pass_by(days=49)
    again = world.add_invitation(person, occasion="6", due_at=world.clock(), planned_at=world.clock())
    assert line(world, again) is None


def test_a_line_is_no_mail_that_another_has_to_keep_apart_from() -> None:
    world = World()
    done(world)
    person, asked = somebody(world)
    assert line(world, asked)
    gate = world.standings.gate(person.address_hash)
    assert (gate.last_told(), gate.told_here(person.contact_id, "faster-replies")) == (None, False)
    assert gate.not_having_told(person.contact_id, "faster-replies") == gate


def test_what_was_done_long_ago_and_published_lately_is_news() -> None:
    world = World()
    done(world, published_on=date(2026, 2, 20), public=DONE.having(done_on=date(2024, 1, 1)))
    _, asked = somebody(world)
    assert line(world, asked) == f"{PAGE}faster-replies"


def test_what_is_older_than_a_year_is_none() -> None:
    world = World()
    day = date(2025, 3, 1)
    done(world, published_on=day, public=DONE.having(done_on=day))
    _, asked = somebody(world, mailed=timedelta(days=900))
    assert line(world, asked) is None


def test_nobody_reads_of_what_others_asked_for() -> None:
    world = World()
    done(world)
    asker(world, 2)
    person = world.add_contact()
    assert line(world, world.add_invitation(person, occasion="5")) is None


def test_who_was_told_by_a_mail_of_their_own_is_not_told_again() -> None:
    world = World()
    done(world)
    person = asker(world)
    approved(world)
    assert take(world, person) == "sent"
    world.clock.pass_by(days=7)
    assert line(world, world.add_invitation(person, occasion="5", due_at=world.clock())) is None


def test_the_same_is_not_said_in_two_invitations() -> None:
    world = World()
    done(world)
    person, asked = somebody(world)
    assert line(world, asked)
    world.clock.pass_by(days=100 - 2)
    again = world.add_invitation(person, occasion="6", due_at=world.clock(), planned_at=world.clock())
    assert line(world, again) is None


def test_a_reminder_carries_none() -> None:
    world = World()
    done(world)
    _, asked = somebody(world)
    change(world, public=None)
    assert line(world, asked) is None
    change(world, public=DONE, published_on=date(2026, 3, 5))
    world.clock.pass_by(days=7)
    assert line(world, world.kept(asked)) is None


def test_whose_gate_forgot_when_is_told_what_is_newer_than_its_memory() -> None:
    world = World()
    done(world)
    done(world, "older", public=DONE.having(done_on=date(2025, 7, 1)), published_on=date(2025, 7, 1))
    _, asked = somebody(world, "older", "faster-replies", mailed=None)
    assert line(world, asked) == f"{PAGE}faster-replies"
    world = World()
    done(world, "older", public=DONE.having(done_on=date(2025, 7, 1)), published_on=date(2025, 7, 1))
    _, asked = somebody(world, "older", mailed=None)
    assert line(world, asked) is None


def reads(world: World, asked: Invitation) -> int:
    before = world.items.reads
    line(world, asked)
    return world.items.reads - before


def test_it_costs_no_read_where_it_is_off_and_one_to_three_where_it_is_on() -> None:
    counted = {}
    for name, mention, linked in (("off", False, True), ("none", True, False), ("on", True, True)):
        world = World(programme=programme(page={"mention_changes": mention}))
        done(world)
        person = asker(world, 1) if linked else world.add_contact(contact_id="crm-1", email="p1@x.example", role="user")
        world.latest_edition.read()  # as for the mails before this one
        counted[name] = reads(world, world.add_invitation(person, occasion="5"))
    assert counted["none"] - counted["off"] == 1
    assert counted["on"] - counted["off"] == 3  # who is behind what, which edition it is, and what else tells them


def test_who_is_behind_several_answers_is_told_of_all_of_them() -> None:
    world = World()
    done(world)
    person, asked = somebody(world)
    behind(world, person, "faster-replies", occasion="2")
    assert line(world, asked) == f"{PAGE}faster-replies"
