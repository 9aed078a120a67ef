"""Rule 10: once a week praise reaches the people who earned it, criticism the meeting, and whoever still waits both."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.domain.contact import Contact
from sayso.domain.errors import ExpiredError
from sayso.domain.programme import LANGUAGES
from sayso.domain.response import AnswerInput
from sayso.domain.sending import Hold, Pause
from sayso.handlers import digest as door
from tests.builders import MONDAY, World, programme, sent_invitation

# The Monday after: its digest tells of 2 to 8 March.
NEXT = MONDAY + timedelta(days=7)
JAN, PIET, KIM = "jan@polder.example", "piet@polder.example", "kim@polder.example"
MANAGER = World.programme.follow_up.manager
LEAD = World.programme.follow_up.support_lead
DEFAULT = World.programme.follow_up.default_owner


def person(world: World, number: int, owner: str = "", **columns: str) -> Contact:
    row = {"contact_id": f"crm-{number}", "email": f"p{number}@b{number}.example", "account": f"B{number}"}
    return world.add_contact(**{**row, "name": f"Person {number}", "owner_email": owner, **columns})


def answered(world: World, number: int, score: int, at: datetime, owner: str = "", **fields: Any) -> None:
    about = {name: fields.pop(name) for name in ("survey", "occasion", "ticket_id") if name in fields}
    asked = world.asked(person(world, number, owner), expires_at=at + timedelta(days=30), **about)
    world.clock.now = at
    world.answer(asked, score, **fields)
    world.run()


def send(world: World, scheduled_for: datetime = NEXT) -> list[str]:
    """Run the digest; who got which mail, in the order they went."""
    before = len(world.mailer.outbox)
    world.weekly_digest.send(scheduled_for)
    return [f"{mail.subject} {mail.to}" for mail in world.mailer.outbox[before:]]


def digest(world: World, scheduled_for: datetime = NEXT) -> dict[str, Any]:
    send(world, scheduled_for)
    (mail,) = [mail for mail in world.mailer.to(MANAGER) if mail.subject == "digest"][-1:]
    return dict(json.loads(mail.text))


def own(world: World, address: str) -> dict[str, Any] | None:
    """What an owner's own digest told, if they got one."""
    mails = [mail for mail in world.mailer.to(address) if mail.subject == "own"]
    return json.loads(mails[-1].text) if mails else None


def words(told: dict[str, Any], group: str) -> list[str]:
    return [quote[0] for quote in told[group]["shown"]]


class TestTheWeek:
    def test_it_is_told_with_words_accounts_and_scores(self) -> None:
        world = World()
        answered(world, 1, 10, MONDAY, why="Jan stayed late")
        answered(world, 2, 2, MONDAY + timedelta(days=1), better="call back")
        answered(world, 3, 8, MONDAY + timedelta(days=2), why="a number for the weekend")
        told = digest(world)
        assert (told["first"], told["last"]) == ("2026-03-02", "2026-03-08")
        assert told["answers"][:4] == [3, 1, 1, 1]
        assert told["praise"]["shown"] == [["Jan stayed late", "B1", 10, "nps", "", "care@polder.example"]]
        assert told["criticism"]["shown"] == [["call back", "B2", 2, "nps", "", ""]]
        assert told["missing"]["shown"] == [["a number for the weekend", "B3", 8, "nps", "", ""]]

    def test_it_belongs_to_the_scheduled_time_however_late_it_runs(self) -> None:
        world = World()
        answered(world, 1, 10, MONDAY)
        world.clock.now = NEXT + timedelta(days=3)
        answered(world, 2, 10, NEXT + timedelta(hours=1))
        assert digest(world)["answers"][0] == 1

    @pytest.mark.parametrize(
        ("at", "counts"),
        [
            (datetime(2026, 3, 1, 23, 59, 59, tzinfo=UTC), 0),
            (datetime(2026, 3, 2, 0, 0, tzinfo=UTC), 1),
            (datetime(2026, 3, 8, 23, 59, 59, tzinfo=UTC), 1),
            (datetime(2026, 3, 9, 0, 0, tzinfo=UTC), 0),
        ],
    )
    def test_it_is_seven_whole_days(self, at: datetime, counts: int) -> None:
        world = World(now=at - timedelta(days=1))
        answered(world, 1, 10, at)
        assert digest(world)["answers"][0] == counts

    def test_over_the_end_of_a_month_it_is_whole(self) -> None:
        world = World(now=datetime(2026, 3, 27, tzinfo=UTC))
        answered(world, 1, 10, datetime(2026, 3, 31, 12, tzinfo=UTC))
        answered(world, 2, 10, datetime(2026, 4, 1, 12, tzinfo=UTC))
        assert digest(world, datetime(2026, 4, 6, 6, tzinfo=UTC))["answers"][0] == 2

    def test_a_score_needs_five_answers(self) -> None:
        world = World()
        for number in range(4):
            answered(world, number, 10, MONDAY + timedelta(hours=number))
        assert digest(world)["answers"][4:] == [None, None, None]
        world = World()
        for number in range(5):
            answered(world, number, 10, MONDAY + timedelta(hours=number))
        assert digest(world)["answers"][4] == 100

    def test_provisional_answers_are_not_told(self) -> None:
        world = World()
        world.answer(world.invitations.save(sent_invitation()), 10, gesture=False)
        assert digest(world)["answers"][0] == 0

    def test_a_quiet_one_is_told_too(self) -> None:
        told = digest(World())
        assert (told["answers"][0], told["praise"]["n"], told["follow_ups"]["n"]) == (0, 0, 0)

    def test_words_taken_back_are_not_told(self) -> None:
        world = World()
        answered(world, 1, 2, MONDAY, why="my boss is to blame")
        (answer,) = world.responses.confirmed_in_month(MONDAY)
        world.record_answer.record(answer.reference, AnswerInput(score=2, why="", gesture=True))
        assert digest(world)["criticism"]["n"] == 0

    def test_nobody_who_was_erased_is_quoted_and_their_score_still_counts(self) -> None:
        world = World()
        answered(world, 1, 10, MONDAY, why="Fast.", reference=True)
        (answer,) = world.responses.confirmed_in_month(MONDAY)
        world.erase_contact.erase(answer.contact_id, "me")
        told = digest(world)
        assert (told["answers"][0], told["praise"]["n"]) == (1, 0)

    def test_what_is_left_out_is_counted_and_its_words_are_not_read(self) -> None:
        world = World()
        for number in range(11):
            answered(world, number, 10, MONDAY + timedelta(hours=number), why=f"Praise {number}")
        asked: list[int] = []
        read = world.responses.words_of
        with patch.object(world.responses, "words_of", lambda some: asked.append(len(some)) or read(some)):
            told = digest(world)
        assert words(told, "praise") == [f"Praise {number}" for number in range(6)]
        assert told["praise"]["n"] == 11
        assert asked == [6]


class TestWhoWaits:
    def test_who_is_late_comes_first_and_who_was_contacted_last(self) -> None:
        world = World()
        answered(world, 1, 2, MONDAY)
        world.work_on_case.contact(world.cases()[0].follow_up_id, JAN)
        answered(world, 2, 3, MONDAY + timedelta(days=6))
        answered(world, 3, 4, MONDAY + timedelta(days=1))
        world.clock.now = NEXT
        told = digest(world)
        assert [(case[0], case[3], case[5] is not None) for case in told["follow_ups"]["shown"]] == [
            ("B3", True, False), ("B2", False, False), ("B1", False, True),
        ]  # fmt: skip
        assert told["late"] == 1

    def test_an_owner_gets_a_fresh_link_to_each_of_theirs_and_the_team_none(self) -> None:
        world = World()
        answered(world, 1, 2, MONDAY, JAN)
        answered(world, 2, 3, MONDAY, PIET)
        case, other = sorted(world.cases(), key=lambda one: one.account)
        world.clock.now = MONDAY + timedelta(hours=2)
        world.work_on_case.contact(case.follow_up_id, JAN)
        # Every week, also when the link of the alert is long dead.
        for week in (1, 5):
            now = world.clock.now = MONDAY + timedelta(weeks=week)
            team = digest(world, now)
            assert "case_links" in team
            assert not team["case_links"]
            mine = own(world, JAN)
            assert mine
            assert mine["follow_ups"]["shown"][0][5] == "2026-03-02 11:00:00+00:00"
            assert list(mine["case_links"]) == [case.follow_up_id]
            token = mine["case_links"][case.follow_up_id].split("?t=")[1]
            read = world.links.read_case(token, now + timedelta(days=13))
            assert read == (case.follow_up_id, world.owners.remember(JAN))
            with pytest.raises(ExpiredError):
                world.links.read_case(token, now + timedelta(days=16))
        theirs = own(world, PIET)
        assert theirs
        assert list(theirs["case_links"]) == [other.follow_up_id]

    def test_who_reads_the_teams_gets_their_own_as_well_while_a_case_of_theirs_is_open(self) -> None:
        world = World(programme=programme(digests={"team": [JAN]}))
        answered(world, 1, 2, MONDAY, JAN)
        world.clock.now = NEXT
        assert send(world) == [f"digest {MANAGER}", f"digest {JAN}", f"own {JAN}"]

    def test_an_owner_of_many_is_told_of_each(self) -> None:
        world = World()
        for number in range(17):
            answered(world, number, 2, MONDAY + timedelta(minutes=number), JAN)
        world.clock.now = NEXT
        told, mine = digest(world), own(world, JAN)
        assert mine
        assert (len(told["follow_ups"]["shown"]), told["follow_ups"]["n"]) == (15, 17)
        assert (len(mine["follow_ups"]["shown"]), len(mine["case_links"])) == (17, 17)

    def test_accounts_that_were_asked_for_a_year_and_never_answered_are_named(self) -> None:
        world = World(now=MONDAY - timedelta(days=500))
        silent, talks = person(world, 1, JAN), person(world, 2, JAN)
        person(world, 3, JAN)
        world.clock.now = MONDAY - timedelta(days=40)
        for one in (silent, talks):
            asked = world.add_invitation(one, due_at=world.clock.now, planned_at=world.clock.now)
            world.send_invitation.take(world.step(asked))
        world.run()
        world.answer(world.kept(asked), 9)
        world.run()
        world.clock.now = NEXT
        told = digest(world)
        assert [one[:2] for one in told["silent"]["shown"]] == [["B1", 1]]


class TestWhoIsAskedNext:
    def test_from_tomorrow_for_seven_days_with_a_link_that_holds_the_account(self) -> None:
        world = World(now=NEXT)
        days = {1: 0, 2: 1, 3: 7, 4: 8}
        for number, ahead in days.items():
            at = datetime(2026, 3, 9 + ahead, 9, tzinfo=UTC)
            world.add_invitation(person(world, number, JAN), due_at=at, planned_at=at)
        told = digest(world)
        assert (told["asked_from"], told["asked_until"]) == ("2026-03-10", "2026-03-16")
        assert [(one[0], one[1], one[2], one[4]) for one in told["asked_next"]["shown"]] == [
            ("2026-03-10", "Person 2", "B2", "annual"),
            ("2026-03-16", "Person 3", "B3", "annual"),
        ]
        account = told["asked_next"]["shown"][0][3]
        token = told["hold_links"][account].split("?t=")[1]
        held, owner_id = world.links.read_hold(token, NEXT + timedelta(days=13))
        assert (held, world.owners.email(owner_id)) == (account, MANAGER)
        mine = own(world, JAN)
        assert mine
        _, owner_id = world.links.read_hold(mine["hold_links"][account].split("?t=")[1], NEXT)
        assert world.owners.email(owner_id) == JAN

    def test_who_is_on_hold_is_not_and_the_hold_is_shown(self) -> None:
        world = World(now=NEXT)
        someone = person(world, 1, JAN)
        at = NEXT + timedelta(days=2)
        world.add_invitation(someone, due_at=at, planned_at=at)
        hold = Hold(until=NEXT + timedelta(days=30), reason="contract talks", by="arn:x/jo", at=NEXT)
        world.standings.hold(someone.account_id, hold)
        over = Hold(until=NEXT - timedelta(days=1), reason="x", by="kim", at=NEXT - timedelta(days=9))
        world.standings.hold(person(world, 2, JAN).account_id, over)
        told = digest(world)
        assert told["asked_next"]["n"] == 0
        assert told["holds"] == {"shown": [["B1", "2026-04-08", "contract talks", "arn:x/jo"]], "n": 1}

    def test_a_hold_on_a_mail_domain_has_its_name(self) -> None:
        world = World(now=NEXT)
        person(world, 1, JAN)
        hold = Hold(until=NEXT + timedelta(days=30), reason="x", by="kim", at=NEXT)
        world.standings.hold(world.pseudonyms.of("account", "b1.example"), hold)
        assert digest(world)["holds"]["shown"][0][0] == "b1.example"

    def test_reminders_are_no_news_and_a_pause_is(self) -> None:
        world = World(now=NEXT)
        at = NEXT + timedelta(days=2)
        world.asked(person(world, 1, JAN), due_step="reminder", due_at=at)
        world.standings.pause(Pause(at=NEXT, by="kim", reason="x"))
        told = digest(world)
        assert (told["asked_next"]["n"], told["paused"]) == (0, True)


class TestWhoseItIs:
    def test_each_owner_is_told_of_their_own_accounts_and_the_team_of_all(self) -> None:
        world = World()
        answered(world, 1, 10, MONDAY, JAN, why="Jan stayed late")
        answered(world, 2, 2, MONDAY, PIET, why="No word from you")
        world.clock.now = NEXT
        assert send(world) == [f"digest {MANAGER}", f"own {JAN}", f"own {PIET}"]
        jan, piet = own(world, JAN), own(world, PIET)
        assert jan
        assert piet
        assert (words(jan, "praise"), words(jan, "criticism"), jan["follow_ups"]["n"]) == (["Jan stayed late"], [], 0)
        assert (words(piet, "praise"), words(piet, "criticism"), piet["follow_ups"]["n"]) == (
            [],
            ["No word from you"],
            1,
        )

    def test_who_has_nothing_to_hear_gets_no_mail(self) -> None:
        world = World()
        person(world, 1, JAN)
        answered(world, 2, 10, MONDAY, PIET)
        world.clock.now = MONDAY + timedelta(days=7)
        assert send(world) == [f"digest {MANAGER}", f"own {PIET}"]

    def test_an_account_without_an_owner_is_the_default_owners(self) -> None:
        world = World()
        answered(world, 1, 10, MONDAY, why="Fast.")
        send(world)
        mine = own(world, DEFAULT)
        assert mine
        assert words(mine, "praise") == ["Fast."]

    def test_an_answer_about_a_ticket_is_also_the_support_leads(self) -> None:
        world = World()
        about = {"survey": "ticket", "occasion": "zendesk:1", "ticket_id": "4711"}
        answered(world, 1, 10, MONDAY, JAN, why="Solved at once", **about)
        send(world)
        for address in (JAN, LEAD):
            mine = own(world, address)
            assert mine
            assert words(mine, "praise") == ["Solved at once"]

    def test_a_complaint_about_the_owner_is_kept_from_them_and_told_to_their_manager(self) -> None:
        rules = {"owners": {JAN: {"manager": KIM}}}
        world = World(programme=programme(follow_up=rules))
        answered(world, 1, 2, MONDAY, JAN, why="Jan never calls", drivers=["contact_person"])
        answered(world, 2, 2, MONDAY, JAN, why="Too slow", drivers=[])
        send(world)
        jan, kim = own(world, JAN), own(world, KIM)
        assert jan
        assert kim
        assert words(jan, "criticism") == ["Too slow"]
        assert jan["answers"][:4] == [1, 0, 0, 1]
        assert words(kim, "criticism") == ["Jan never calls"]
        assert "never calls" not in json.dumps(jan)

    @pytest.mark.parametrize("reader", [JAN, MANAGER])
    def test_it_is_kept_from_the_owner_in_the_teams_digest_too(self, reader: str) -> None:
        rules = {"owners": {reader: {"manager": KIM}}}
        world = World(programme=programme(follow_up=rules, digests={"team": [JAN.upper(), PIET]}))
        answered(world, 1, 2, MONDAY, reader, why="You never call", drivers=["contact_person"])
        answered(world, 2, 2, MONDAY, reader, why="Too slow")
        world.clock.now = NEXT
        send(world)
        told = {mail.to.lower(): json.loads(mail.text) for mail in world.mailer.outbox if mail.subject == "digest"}
        assert list(told) == [MANAGER, JAN, PIET]
        for address, news in told.items():
            theirs = address == reader
            assert words(news, "criticism") == (["Too slow"] if theirs else ["You never call", "Too slow"])
            assert [case[0] for case in news["follow_ups"]["shown"]] == (["B2"] if theirs else ["B1", "B2"])
            assert (news["criticism"]["n"], news["late"]) == ((1, 1) if theirs else (2, 2))
            # A score complains about nobody: everybody in the meeting has the same figures.
            assert news["answers"][:4] == [2, 0, 0, 2]

    def test_who_has_nobody_above_them_looks_after_a_complaint_about_themselves_and_is_told(self) -> None:
        world = World()
        look_after = MANAGER
        answered(world, 1, 2, MONDAY, look_after, why="You never call", drivers=["contact_person"])
        (case,) = world.cases()
        told = digest(world)
        assert words(told, "criticism") == (["You never call"] if case.owner_email == look_after else [])

    def test_a_case_that_was_handed_over_is_told_to_who_has_it_now(self) -> None:
        world = World()
        answered(world, 1, 2, MONDAY, JAN)
        world.work_on_case.hand_over(world.cases()[0].follow_up_id, JAN, PIET, "on holiday")
        world.clock.now = NEXT
        send(world)
        jan, piet = own(world, JAN), own(world, PIET)
        assert jan
        assert piet
        assert (jan["follow_ups"]["n"], piet["follow_ups"]["n"]) == (0, 1)

    @pytest.mark.parametrize("shown", [True, False])
    def test_a_score_per_owner_is_off_unless_set(self, shown: bool) -> None:
        world = World(programme=programme(scores_per_owner=shown))
        for number in range(6):
            answered(world, number, 10, MONDAY + timedelta(hours=number), JAN if number else PIET)
        assert digest(world)["answers"][4] == 100
        mine = own(world, JAN)
        assert mine
        assert mine["answers"][0] == 5
        assert mine["answers"][4] == (100 if shown else None)

    @pytest.mark.parametrize(("others", "mails"), [(False, 1), (True, 2)])
    def test_who_is_in_the_team_gets_their_own_only_if_it_is_not_the_same(self, others: bool, mails: int) -> None:
        world = World(programme=programme(digests={"team": [JAN.upper(), MANAGER]}))
        for number in range(5):
            answered(world, number, 10, MONDAY, JAN, why="Fast.")
        if others:
            answered(world, 9, 9, MONDAY, PIET)
        send(world)
        assert len([mail for mail in world.mailer.outbox if mail.to.lower() == JAN]) == mails
        assert len(world.mailer.to(MANAGER)) == 1

    def test_without_owners_digests_only_the_team_is_told(self) -> None:
        world = World(programme=programme(digests={"team": [KIM], "owners": False}))
        answered(world, 1, 10, MONDAY, JAN, why="Fast.")
        assert send(world) == [f"digest {MANAGER}", f"digest {KIM}"]


class TestWhoSaysYes:
    def test_the_manager_gets_a_link_while_an_edition_waits_and_nobody_else_does(self) -> None:
        world = World(programme=programme(digests={"team": [PIET]}))
        texts = dict.fromkeys(LANGUAGES, "Faster replies")
        world.keep_commitments.add("a", {"title": texts, "heard": texts})
        world.keep_commitments.publish("a")
        world.publish_page.refresh()
        link = digest(world)["edition_link"]
        reader = world.links.read_edition(link.split("?t=")[1], NEXT)
        assert world.owners.email(reader) == MANAGER
        with pytest.raises(ExpiredError):
            world.links.read_edition(link.split("?t=")[1], world.clock() + timedelta(days=15))
        (other,) = world.mailer.to(PIET)
        assert json.loads(other.text)["edition_link"] == ""

    def test_without_one_or_after_a_yes_there_is_none(self) -> None:
        world = World()
        world.publish_page.refresh()
        assert digest(world)["edition_link"] == ""
        texts = dict.fromkeys(LANGUAGES, "Faster replies")
        world.keep_commitments.add("a", {"title": texts, "heard": texts})
        world.keep_commitments.publish("a")
        world.publish_page.refresh()
        draft = world.editions.draft()
        assert draft
        world.review_edition.approve(draft.draft_id, MANAGER)
        assert digest(world, NEXT + timedelta(days=7))["edition_link"] == ""


class TestOnce:
    def run(self, world: World) -> dict[str, int]:
        world.programme = programme(reviews=None)
        with patch.object(door, "of_this_function", lambda: world):
            event = {"schedule": "weekly", "scheduled_time": NEXT.isoformat()}
            return door.handle(event, None)  # type: ignore[arg-type]

    def test_run_twice_it_sends_nothing_twice(self) -> None:
        world = World()
        answered(world, 1, 10, MONDAY, JAN, why="Fast.")
        assert self.run(world) == {"sent": 2, "before": 0, "unknown": 0}
        assert self.run(world) == {"sent": 0, "before": 2, "unknown": 0}
        assert len(world.mailer.outbox) == 2

    def test_one_that_ses_refuses_keeps_no_other_back_and_goes_when_it_runs_again(self) -> None:
        world = World()
        answered(world, 1, 10, MONDAY, JAN, why="Fast.")
        answered(world, 2, 10, MONDAY, PIET, why="Kind.")
        send_mail = world.mailer.send

        def refuses_jan(mail: Any) -> str:
            if mail.to == JAN:
                world.mailer.refuse_once(for_good=False)
            return send_mail(mail)

        with patch.object(world.mailer, "send", refuses_jan), pytest.raises(door.MailsFailedError, match="1 mails"):
            self.run(world)
        assert [mail.to for mail in world.mailer.outbox] == [MANAGER, PIET]
        assert self.run(world) == {"sent": 1, "before": 2, "unknown": 0}
        assert [mail.to for mail in world.mailer.outbox] == [MANAGER, PIET, JAN]

    def test_one_of_which_nobody_knows_is_told_to_us_and_never_sent_again(self) -> None:
        world = World()
        answered(world, 1, 10, MONDAY, JAN, why="Fast.")
        world.mailer.time_out_once()
        with patch.object(door.logger, "error") as logged:
            assert self.run(world) == {"sent": 1, "before": 0, "unknown": 1}
        assert logged.call_args.kwargs == {"extra": {"n": 1}}
        assert self.run(world) == {"sent": 0, "before": 2, "unknown": 0}

    def test_one_that_came_too_fast_is_tried_again_a_little_later(self) -> None:
        world = World()
        world.mailer.throttle()
        assert self.run(world)["sent"] == 1
        assert world.pace.slowed == 1

    def test_when_ses_fails_again_and_again_the_rest_is_left_for_the_next_run(self) -> None:
        world = World()
        for number in range(6):
            answered(world, number, 10, MONDAY + timedelta(hours=number), f"owner{number}@polder.example")
        for _ in range(3):
            world.mailer.stop_the_line()
        posted = world.weekly_digest.send(NEXT)
        assert (posted.sent, posted.failed) == (0, ("MailRefusedError",) * 3 + ("not tried",) * 4)
        assert self.run(world) == {"sent": 7, "before": 0, "unknown": 0}

    def test_what_cannot_be_written_is_not_claimed(self) -> None:
        world = World()
        with patch.object(world.mail_writer, "weekly_digest", side_effect=KeyError("en: no sentence")):
            assert world.weekly_digest.send(NEXT).failed == ("KeyError",)
        assert self.run(world)["sent"] == 1


def test_the_contacts_are_read_once() -> None:
    world = World()
    for number in range(3):
        answered(world, number, 2, MONDAY, JAN, why="Slow.")
    scans: list[Any] = []
    scan = world.items.scan
    with patch.object(world.items, "scan", lambda prefixes=(): scans.append(prefixes) or scan(prefixes)):
        digest(world)
    assert len(scans) == 1


def test_the_preview_says_what_would_go_and_neither_sends_nor_claims_nor_links() -> None:
    world = World(now=NEXT)
    at = NEXT + timedelta(days=2)
    world.add_invitation(person(world, 1, JAN), due_at=at, planned_at=at)
    written = len(world.items.written)
    found = world.weekly_digest.look(NEXT, JAN.upper())
    assert found
    assert (found[0].own, found[0].first, found[1].to) == (True, date(2026, 3, 2), JAN)
    assert json.loads(found[1].text)["hold_links"] == {}
    assert json.loads(found[1].text)["case_links"] == {}
    assert world.weekly_digest.look(NEXT, KIM) is None
    assert (world.mailer.outbox, len(world.items.written)) == ([], written)
