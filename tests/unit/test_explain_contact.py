"""`sayso why`: what was sent, what waits and what was not sent, in words that say the truth and quote nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from sayso.domain.contact import Contact
from sayso.domain.errors import NotFoundError
from sayso.domain.gate import SUPPRESSIONS, GateMail
from sayso.domain.invitation import SentMail
from sayso.domain.planning import event_invitation, kick_off_on
from sayso.domain.sending import REASONS, Pause
from sayso.services.explain_contact import Explanation
from tests.builders import MONDAY, PROGRAMME, World, programme, sent_invitation

ANNA = "anna@kaasboer.example"


@pytest.fixture
def world() -> World:
    return World()


def explained(world: World, who: str = ANNA) -> Explanation:
    (found,) = world.explain_contact.explain(who)
    return found


def said(world: World, who: str = ANNA) -> str:
    """All of it, as it would be read aloud."""
    found = explained(world, who)
    stories = [text for one in found.invitations for text in (one.title, *(fact.text for fact in one.facts))]
    return "\n".join([*(fact.text for fact in found.person), *stories, *(fact.text for fact in found.next)])


def story(world: World, survey: str) -> str:
    (one,) = [one for one in explained(world).invitations if one.invitation.survey == survey]
    return " ".join(fact.text for fact in one.facts)


def following(world: World, survey: str) -> str:
    (text,) = [fact.text for fact in explained(world).next if fact.what == survey]
    return text


def new(world: World, **columns: str) -> Contact:
    """Somebody whose fiftieth day is today, MONDAY."""
    return world.add_contact(**{"account_since": "2026-01-11", "name": "Anna Jansen", **columns})


# Who they are, and how they are found


def test_it_says_who_somebody_is_to_the_programme(world: World) -> None:
    new(world)
    text = said(world)
    assert "Anna Jansen (crm-1, anna@kaasboer.example) at Kaasboer: role relationship" in text
    assert "Began on 2026-01-11; known to Sayso since 2026-03-02; time zone Europe/Amsterdam." in text


@pytest.mark.parametrize("named", ["crm-1", ANNA, " Anna@Kaasboer.EXAMPLE ", "the id"])
def test_somebody_is_found_by_either_id_or_by_address(world: World, named: str) -> None:
    person = new(world)
    (found,) = world.explain_contact.explain(person.contact_id if named == "the id" else named)
    assert found.contact == person


def test_all_who_share_a_mailbox_are_explained(world: World) -> None:
    new(world)
    world.add_contact(contact_id="crm-2", role="user")
    assert [one.contact.external_id for one in world.explain_contact.explain(ANNA)] == ["crm-1", "crm-2"]


@pytest.mark.parametrize("named", ["crm-9", "nobody@x.example", ""])
def test_nobody_is_said_to_be_nobody(world: World, named: str) -> None:
    with pytest.raises(NotFoundError, match=r"(there is nobody|nobody has).*; sayso contact list --account NAME lists"):
        world.explain_contact.explain(named)


def test_an_id_in_other_capitals_is_only_a_hint(world: World) -> None:
    new(world)
    with pytest.raises(NotFoundError, match=r"nobody with the id 'CRM-1'; did you mean crm-1\?"):
        world.explain_contact.explain("CRM-1")


def test_of_a_suppressed_address_that_is_nobodys_it_is_said(world: World) -> None:
    world.standings.suppress(world.pseudonyms.of_address("gone@x.example"), "erased", MONDAY)
    with pytest.raises(NotFoundError, match="suppressed since 2026-03-02 10:00: the person was erased"):
        world.explain_contact.explain("gone@x.example")


def test_it_reads_that_contacts_items_only(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    new(world)
    before = world.items.reads
    world.explain_contact.explain(ANNA)
    alone = world.items.reads - before
    for at in range(30):
        world.add_contact(contact_id=f"other-{at}", email=f"other{at}@x.example", account_since="2026-01-11")
    monkeypatch.setattr(world.items, "scan", lambda *_: pytest.fail("it scans"))
    before = world.items.reads
    world.explain_contact.explain(ANNA)
    assert world.items.reads - before == alone < 15


@pytest.mark.parametrize(
    ("columns", "text"),
    [
        ({}, "role relationship, so asked about the relationship and tickets."),
        ({"role": "user"}, "role user, so asked about tickets only."),
        ({"do_not_ask": "yes"}, "role relationship, but not asked about anything."),
        ({"email": "jo@polder.example"}, "role relationship, so asked about the relationship only."),
        ({"email": "jo@polder.example", "role": "user"}, "role user, so not asked about anything."),
        ({"account_since": "2027-05-22"}, "Begins on 2027-05-22;"),
        ({"account_since": "2026-03-02"}, "Began on 2026-03-02;"),
    ],
)
def test_what_somebody_is_asked_about_and_since_when(world: World, columns: dict[str, str], text: str) -> None:
    new(world, **columns)
    assert text in said(world, "crm-1")


def with_touchpoints() -> World:
    surveys = PROGRAMME.model_dump(mode="json", exclude_none=True)["surveys"]
    delivered = {"event": "touchpoint", "within": "5 days", "once_in": "60 days"}
    return World(programme=programme(surveys={**surveys, "delivered": delivered}))


def test_where_there_are_touch_points_they_are_named_beside_the_tickets() -> None:
    world = with_touchpoints()
    new(world, role="user")
    assert "role user, so asked about tickets and other events only." in said(world)
    assert following(world, "annual").endswith("with the role user is asked about tickets and other events only.")
    assert following(world, "delivered") == "Asked about a touch point (delivered) when the next one calls for it."


# What was sent


def test_a_mail_that_was_sent_and_delivered(world: World) -> None:
    person = new(world)
    world.tick("day50")
    assert "first mail went out on 2026-03-02 10:00; of its delivery nothing was heard" in story(world, "day50")
    asked = world.invitations.get(person.contact_id, "day50", "first")
    assert asked
    mails = {"first": asked.mails["first"].having(delivered_at=MONDAY + timedelta(minutes=1))}
    world.invitations.save(asked.having(mails=mails))
    text = story(world, "day50")
    assert "went out on 2026-03-02 10:00 and was delivered on 2026-03-02 10:01." in text
    assert "The reminder waits until Mon 2026-03-09 10:00." in text
    assert "An answer is taken until 2026-04-01 11:00." in text
    assert following(world, "day50") == "day50 is asked once, and its turn has come already."


def test_a_mail_of_which_nobody_knows(world: World) -> None:
    new(world)
    world.mailer.time_out_once()
    world.tick("day50")
    assert "may have gone out on 2026-03-02 10:00: nobody knows, because ReadTimeout" in story(world, "day50")


def test_a_mail_whose_sender_died(world: World) -> None:
    person = new(world)
    mails = {"first": SentMail(state="sending", at=MONDAY)}
    world.add_invitation(person, survey="day50", occasion="first", mails=mails)
    assert "is being handed to SES right now" in story(world, "day50")
    world.clock.pass_by(hours=1)
    assert "may have gone out on 2026-03-02 10:00" in story(world, "day50")
    assert "looked at again" in story(world, "day50")


def test_a_mail_that_ses_refused(world: World) -> None:
    new(world)
    world.mailer.refuse_once(for_good=True)
    world.tick("day50")
    text = story(world, "day50")
    assert "was refused by SES on 2026-03-02 10:00: MessageRejected." in text
    assert "It failed and nothing was sent: SES refused the mail." in text


def test_reminders_by_number_and_the_second_attempt(world: World) -> None:
    person = new(world)
    mails = {
        "first": SentMail(state="sent", at=MONDAY - timedelta(days=20)),
        "reminder": SentMail(state="sent", at=MONDAY - timedelta(days=10)),
        "reminder_2": SentMail(state="sent", at=MONDAY, attempt=2),
    }
    world.asked(person, survey="day50", occasion="first", mails=mails)
    text = story(world, "day50")
    assert text.index("The first mail") < text.index("The reminder") < text.index("The second reminder")
    assert "The second reminder went out on 2026-03-02 10:00 for the second time" in text


@pytest.mark.parametrize("reason", [*REASONS, "a reason of a newer version"])
@pytest.mark.parametrize("state", ["skipped", "cancelled", "expired"])
def test_whatever_was_not_sent_says_why(world: World, state: Any, reason: str) -> None:
    person = new(world)
    waiting = world.invitations.get(person.contact_id, "day50", "first")
    assert waiting
    world.invitations.save(waiting.ended(state, reason))
    assert f"nothing was sent: {REASONS.get(reason, reason)}." in story(world, "day50")


def test_what_was_answered_and_what_was_not(world: World) -> None:
    person = new(world)
    asked = world.asked(person, survey="day50", occasion="first")
    world.answer(asked, 9)
    assert "The person answered." in story(world, "day50")
    other = world.kept(asked)
    world.invitations.save(other.ended("expired", "no_answer"))
    assert "It is over: no answer came in time." in story(world, "day50")


def test_a_reminder_that_never_comes_says_why(world: World) -> None:
    person = new(world)
    asked = world.asked(person, survey="day50", occasion="first")
    world.invitations.save(world.kept(asked).without_reminder("suppressed"))
    assert "No reminder goes out: the address asked not to be written to" in story(world, "day50")


def test_tickets_and_kick_offs_are_called_by_their_names(world: World) -> None:
    person = new(world, account_since="2019-12-01")
    ticket = sent_invitation(
        survey="ticket", occasion="x1", contact_id=person.contact_id, ticket_source="zendesk", ticket_id="4711"
    )
    world.invitations.save(ticket.having(revision=0))
    world.invitations.save(kick_off_on("annual", date(2026, 4, 1), person, PROGRAMME))
    titles = [one.title for one in explained(world).invitations]
    assert titles == [
        "ticket 4711 of zendesk",
        "annual, brought forward to 2026-04-01",
        "annual planned for 2027-01-20",
    ]


# What waits, and why it is late


def paused(world: World) -> None:
    world.standings.pause(Pause(at=MONDAY, by="kim", reason="moving house"))


def ses_stopped(world: World) -> None:
    world.sending_account.stop("ses_unverified")


def limit_reached(world: World) -> None:
    world.programme = programme(sending={"daily_limit": 1})
    world.add_contact(contact_id="crm-0", email="first@x.example", account_since="2026-01-11")
    world.tick("day50", MONDAY)


@pytest.mark.parametrize(
    ("happens", "because"),
    [
        (paused, "it waits only because sending is paused."),
        (ses_stopped, "it waits only because SES does not know the sender's identity as verified."),
        (limit_reached, "it waits only because the day's limit of mails was reached."),
        (lambda _: None, "goes out at the next run of its schedule."),
    ],
    ids=["paused", "SES stopped", "limit", "nothing"],
)
def test_what_is_late_only_because_all_stands_still_is_told_apart(
    world: World, happens: Callable[[World], None], because: str
) -> None:
    happens(world)
    new(world)
    assert (
        story(world, "day50")
        == f"The first mail has been due since 2026-03-02 09:00{'; ' if 'only' in because else ' and '}{because}"
    )


def test_what_is_late_because_of_the_person_is_not_blamed_on_the_pause(world: World) -> None:
    person = new(world)
    paused(world)
    world.standings.suppress(person.address_hash, "bounced", MONDAY)
    assert "will not go out: the address asked not to be written to" in story(world, "day50")


def test_a_hold_is_told_with_its_reason_and_its_last_day(world: World) -> None:
    person = new(world)
    hold(world, person, "2026-03-12")
    text = said(world)
    assert "on hold until 2026-03-12, said kim on 2026-03-02 10:00: a lost server." in text
    assert "has been due since 2026-03-02 09:00 and waits: the account is on hold until 2026-03-12." in text
    world.tick("day50")
    because = "The first mail waits, because the account is on hold until 2026-03-12; whether it still has to is "
    assert story(world, "day50") == because + "looked at on Tue 2026-03-03 10:00."
    world.clock.pass_by(days=11)
    assert "on hold until" not in said(world)


def hold(world: World, person: Contact, last: str) -> None:
    world.hold_account.hold(person.account_id, date.fromisoformat(last), "a lost server", "kim")


def test_a_hold_ends_on_the_same_day_wherever_it_is_told(world: World) -> None:
    person = new(world)
    hold(world, person, "2026-12-20")
    ((_, held),) = world.standings.holds()
    assert held.until.isoformat() == "2026-12-20T23:00:00+00:00", "midnight in Amsterdam, when the 21st begins"
    (explained,) = world.explain_contact.explain(person.external_id)
    fact = next(one for one in explained.person if one.code == "hold")
    assert fact.values["last"] == "2026-12-20"
    waits = next(one for told in explained.invitations for one in told.facts if one.reason == "hold")
    assert waits.values["last"] == "2026-12-20"
    assert "2026-12-21" not in said(world)


def test_a_hold_is_applied_to_what_waits_for_a_day_inside_it(world: World) -> None:
    person = new(world, account_since="2026-01-13")  # Wednesday is their day
    hold(world, person, "2026-03-12")
    text = story(world, "day50")
    assert "The first mail waits until Wed 2026-03-04 09:00." in text
    assert "it will not go out then, but go on waiting: the account is on hold until 2026-03-12." in text
    assert following(world, "day50") == "Next day50 is planned for 2026-03-04, and waits, see above."
    hold(world, person, "2026-05-01")
    text = "will not go out then: the account is on hold until 2026-05-01, and its time is over before that ends."
    assert text in story(world, "day50")
    hold(world, person, "2026-03-03")
    assert "on hold" not in story(world, "day50")


def test_an_open_follow_up_is_applied_to_what_waits_for_the_days_to_come(world: World) -> None:
    person = new(world, account_since="2026-01-13", owner_email="sam@polder.example")
    world.answer(world.asked(person, survey="ticket", occasion="x1", ticket_id="1", ticket_source="zendesk"), 2)
    world.run()
    assert "go on waiting: somebody is still looking after an earlier answer." in story(world, "day50")
    assert "looking after" not in story(world, "annual")


def test_the_clock_of_the_contact_is_told_beside_the_companys(world: World) -> None:
    new(world, account_since="2026-01-13", timezone="Europe/London")
    assert "waits until Wed 2026-03-04 10:00, 09:00 for them." in story(world, "day50")


def test_another_day_for_the_contact_is_told_as_a_day(world: World) -> None:
    new(world, account_since="2026-01-13", timezone="Pacific/Auckland")
    assert "waits until Tue 2026-03-03 21:00, Wed 2026-03-04 09:00 for them." in story(world, "day50")


def test_a_day_that_a_weekend_moves_is_told_with_the_day_it_goes(world: World) -> None:
    new(world, account_since="2026-01-17")  # the fiftieth day is a Sunday
    assert "waits until Mon 2026-03-09 09:00." in story(world, "day50")
    text = "Next day50 is planned for 2026-03-08, and goes out on Mon 2026-03-09 09:00."
    assert following(world, "day50") == text


def test_what_is_due_is_not_told_as_next(world: World) -> None:
    new(world)
    assert following(world, "day50") == "day50 is due today, see above."
    world.clock.pass_by(days=2)
    assert following(world, "day50") == "day50 is due since 2026-03-02, see above."


# What goes before it


def ticket(world: World, person: Contact, number: str, solved: datetime) -> None:
    known = event_invitation("ticket", number, solved, person, world.programme)
    world.invitations.save(known.having(ticket_source="zendesk", ticket_id=number, ticket_solved_at=(solved,)))


def ticket_story(world: World, number: str) -> str:
    (one,) = [one for one in explained(world).invitations if one.invitation.ticket_id == number]
    return " ".join(fact.text for fact in one.facts)


def test_of_two_tickets_that_wait_only_the_earliest_is_asked_about(world: World) -> None:
    person = new(world, account_since="2019-12-01")
    ticket(world, person, "11", MONDAY)
    assert following(world, "ticket") == "1 ticket waits, see above."
    ticket(world, person, "12", MONDAY + timedelta(hours=1))
    text = "2 tickets wait; at most one mail about them goes out in 30 days: the earliest, 11 of zendesk."
    assert following(world, "ticket") == text
    assert ticket_story(world, "11") == "The first mail waits until Mon 2026-03-02 14:00."
    assert "will not go out then: asked the same about something else not long ago." in ticket_story(world, "12")
    world.clock.pass_by(hours=5)
    world.tick("ticket")
    assert [mail.subject for mail in world.mailer.outbox] == ["ticket first"]


def test_tickets_that_wait_beside_a_relationship_mail_are_not_asked_about(world: World) -> None:
    person = new(world, account_since="2026-01-13")
    ticket(world, person, "11", MONDAY)
    ticket(world, person, "12", MONDAY)
    text = (
        "2 tickets wait; at most one mail about them goes out in 30 days: as things now are, none of them, see above."
    )
    assert following(world, "ticket") == text
    assert "will not go out then: a relationship mail is due within days." in ticket_story(world, "11")


def test_a_mail_that_will_be_long_gone_stands_in_nobodys_way() -> None:
    world = with_touchpoints()
    person = new(world, account_since="2019-12-01")
    ahead = datetime(2027, 11, 15, 9, tzinfo=MONDAY.tzinfo)  # ten months after the annual
    far = event_invitation("delivered", "d1", ahead, person, world.programme)
    world.invitations.save(far.having(touchpoint="crm:17", touchpoint_at=ahead))
    assert "will not go" not in story(world, "delivered")
    world.invitations.save(world.kept(far).ended("cancelled"))
    ahead = datetime(2027, 1, 15, 9, tzinfo=MONDAY.tzinfo)  # five days before the annual
    near = event_invitation("delivered", "d2", ahead, person, world.programme)
    world.invitations.save(near.having(touchpoint="crm:18", touchpoint_at=ahead))
    (one,) = [one for one in explained(world).invitations if one.invitation.occasion == "d2"]
    assert "a relationship mail is due within days." in one.facts[-1].text


def test_an_open_follow_up_is_told_with_its_owner(world: World) -> None:
    person = new(world, owner_email="sam@polder.example")
    asked = world.asked(person, survey="ticket", occasion="x1", ticket_id="1", ticket_source="zendesk")
    world.answer(asked, 2)
    world.run()
    assert "looking after an earlier answer (follow-up " in said(world)
    assert "somebody is still looking after an earlier answer" in story(world, "day50")


def test_a_mail_too_close_to_another_says_until_when(world: World) -> None:
    person = new(world)
    gate = world.standings.gate(person.address_hash)
    mail = GateMail(
        at=MONDAY - timedelta(days=1), kind="event", contact_id="x", survey="ticket", occasion="1", mail="first"
    )
    world.standings.save_gate(gate.passed_by(mail))
    text = "waits at least until Wed 2026-03-04 10:00: another survey mail went to the person not long ago."
    assert text in story(world, "day50")


@pytest.mark.parametrize("reason", SUPPRESSIONS)
def test_a_suppression_is_told_with_its_reason_its_day_and_its_author(world: World, reason: str) -> None:
    person = new(world)
    world.standings.suppress(person.address_hash, reason, MONDAY, "kim")
    assert f"suppressed since 2026-03-02 10:00 by kim: {SUPPRESSIONS[reason]}." in said(world)
    assert following(world, "annual").endswith("as things are it will be skipped, the address is suppressed.")
    assert following(world, "ticket") == "Not asked about a ticket: the address is suppressed."


def test_a_suppression_that_was_taken_back_is_only_history(world: World) -> None:
    person = new(world)
    world.standings.suppress(person.address_hash, "by_hand", MONDAY, "kim")
    world.standings.lift(person.address_hash, MONDAY + timedelta(hours=1), by="kim")
    assert "was suppressed from 2026-03-02 10:00 to 2026-03-02 11:00" in said(world)
    assert "skipped" not in following(world, "annual")


# What comes next, and why not


def test_the_next_annual_is_named_with_its_day(world: World) -> None:
    new(world)
    assert following(world, "annual") == "Next annual on 2027-03-02."


def test_while_an_answer_is_awaited_the_one_after_it_is_named(world: World) -> None:
    person = new(world, account_since="2019-12-01")
    world.clock.now = datetime(2027, 1, 20, 12, tzinfo=MONDAY.tzinfo)
    world.tick("annual")
    assert world.invitations.get(person.contact_id, "annual", "7").asked_at  # type: ignore[union-attr]
    assert following(world, "annual") == "Next annual on 2028-01-20, planned once the one before has ended."


def test_the_existing_base_never_gets_a_day50_and_is_told_why(world: World) -> None:
    new(world, account_since="2019-12-01")
    text = "Its day, 2020-01-20, was over when Sayso first heard of them on 2026-03-02."
    assert text in following(world, "day50")


@pytest.mark.parametrize(
    ("columns", "survey", "why"),
    [
        ({"role": "user"}, "annual", "a contact with the role user is asked about tickets only"),
        ({"do_not_ask": "yes"}, "annual", "the contact list says not to ask"),
        ({"do_not_ask": "yes"}, "ticket", "the contact list says not to ask"),
        ({"account_since": ""}, "day50", "when they began is not known"),
        ({"account_since": "9999-12-31"}, "annual", "is too far ahead"),
        ({"email": "jo@polder.example"}, "ticket", "the address is our own"),
    ],
)
def test_why_a_survey_is_not_planned(world: World, columns: dict[str, str], survey: str, why: str) -> None:
    new(world, **columns)
    (text,) = [fact.text for fact in explained(world, "crm-1").next if fact.what == survey]
    assert why in text


def test_after_a_mail_the_next_ticket_has_to_wait(world: World) -> None:
    new(world)
    world.tick("day50")
    text = "Not asked about a ticket before 2026-03-16 10:00, whatever comes: another survey mail"
    assert following(world, "ticket").startswith(text)
    world.clock.pass_by(days=15)
    assert following(world, "ticket") == "Asked about a ticket when the next one calls for it."
    assert following(world, "recheck") == "Asked about a closed follow-up when the next one calls for it."


def test_what_is_not_in_the_table_yet_is_said(world: World) -> None:
    row = {"contact_id": "crm-1", "email": ANNA, "account": "Kaasboer", "account_since": "2026-01-11"}
    list(world.import_contacts.run([(2, row)]))
    assert "it is not in the table yet" in following(world, "annual")


def test_what_was_sent_for_a_survey_of_the_past_is_still_told(world: World) -> None:
    person = new(world)
    world.asked(person, survey="annual", occasion="old")
    invitation = world.invitations.get(person.contact_id, "annual", "old")
    assert invitation
    world.invitations.save(invitation.having(survey="welcome", revision=0))
    assert "The programme no longer has this survey." in story(world, "welcome")
