"""`sayso why`, `due`, `kick-off`, `replan` as a person types them: what they read, and the JSON a script gets."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from sayso.domain.planning import KICK_OFF
from sayso.domain.sending import Hold, Pause
from tests.builders import MONDAY, World, programme
from tests.unit.test_cli import Terminal, terminal, world

__all__ = ["terminal", "world"]  # the fixtures of the command line


@pytest.fixture
def company(world: World) -> World:
    for at in range(3):
        world.add_contact(
            contact_id=f"new-{at}", email=f"n{at}@x.example", account=f"N{at}", account_since="2026-01-11"
        )
    for at in range(40):
        world.add_contact(
            contact_id=f"old-{at}", email=f"o{at}@x.example", account=f"O{at}", account_since="2019-12-01"
        )
    return world


class TestWhy:
    def test_it_can_be_read_aloud(self, terminal: Terminal, company: World) -> None:
        said = terminal.type("why", "new-0")
        assert "new-0 (n0@x.example) at N0: role relationship" in said
        assert "The first mail has been due since 2026-03-02 09:00 and goes out at the next run" in said
        assert "Next annual on 2027-03-02." in said

    def test_nothing_yet_and_several_at_one_address(self, terminal: Terminal, company: World) -> None:
        company.add_contact(contact_id="user", email="n0@x.example", role="user")
        said = terminal.type("why", "n0@x.example")
        assert "2 contacts share this address." in said
        assert "Nothing yet." in said

    def test_machines_get_codes_and_moments(self, terminal: Terminal, company: World) -> None:
        (found,) = terminal.read("why", "new-0")
        (day50, annual) = found["invitations"]
        assert (found["external_id"], day50["survey"], day50["state"]) == ("new-0", "day50", "waiting")
        assert day50["facts"][0]["what"] == "due"
        assert day50["facts"][0]["at"] == "2026-03-02T08:00:00Z"
        assert annual["facts"][0]["until"] == "2027-03-02T08:00:00Z"
        assert [fact["what"] for fact in found["next"]] == ["day50", "annual", "ticket", "recheck"]

    def test_nobody_is_exit_code_1(self, terminal: Terminal, company: World) -> None:
        said = terminal.type("why", "x", expect=1)
        assert "there is nobody with the id 'x'; sayso contact list --account NAME lists people" in said

    def test_it_says_once_of_which_zone_its_times_are(self, terminal: Terminal, company: World) -> None:
        company.add_contact(contact_id="user", email="n0@x.example", role="user")
        assert terminal.type("why", "n0@x.example").count("Times are of Europe/Amsterdam.") == 1


class TestDue:
    def test_it_says_what_goes_out_and_what_it_cannot_know(self, terminal: Terminal, company: World) -> None:
        said = terminal.type("due")
        assert "2026-03-02 Mon, today  day50" in said
        assert "3 mails in all.\n" in said
        assert "Times are of Europe/Amsterdam." in said
        assert "Not known yet: who answers and so needs no reminder" in said
        company.clock.pass_by(days=1)
        said = terminal.type("due")
        assert "overdue  day50" in said
        assert "3 mails in all; 3 of them are overdue." in said
        found = terminal.read("due")
        assert (found["due_before_today"], found["days"]) == (3, [])
        assert found["overdue"] == [{"survey": "day50", "first": 3, "reminders": 0}]

    def test_one_is_one_and_nothing_is_nothing(self, terminal: Terminal, world: World) -> None:
        assert "Nothing goes out in the next 30 days." in terminal.type("due")
        assert "Nothing goes out today." in terminal.type("due", "--days", "1")
        world.add_contact(account_since="2026-01-11")
        assert "1 mail in all.\n" in terminal.type("due")
        world.clock.pass_by(days=1)
        assert "1 mail in all; it is overdue." in terminal.type("due")

    def test_it_says_what_stops_everything_and_what_the_limit_moves(self, terminal: Terminal, company: World) -> None:
        company.programme = programme(sending={"daily_limit": 2})
        company.standings.pause(Pause(at=MONDAY, by="kim", reason="moving house"))
        company.sending_account.stop("ses_paused")
        said = terminal.type("due", "--days", "1")
        assert "Everything is paused since 2026-03-02 10:00 by kim: moving house." in said
        assert "SES has paused sending for this account" in said
        assert "The limit is 2 mails a day; 0 went out today." in said
        assert "1 more is due, but the limit pushes them beyond these days." in said

    def test_it_lists_who_waits_for_what(self, terminal: Terminal, company: World) -> None:
        person = company.contacts.by_external_ids(["new-1"])["new-1"]
        until = datetime(2026, 3, 11, 23, tzinfo=UTC)  # the end of the 11th, in Amsterdam
        company.standings.hold(person.account_id, Hold(until=until, reason="x", by="kim", at=MONDAY))
        company.tick("day50")
        said = terminal.type("due")
        assert "1 waits for a reason" in said
        assert re.search(r"Wed 2026-03-11 +the account is on hold", said), said
        assert "new-1" in said
        assert "the account is on hold *" in said
        assert "1 more is due in these days, but of an account on hold, and not counted." in said
        found = terminal.read("due", "--survey", "day50")
        assert found["waiting"][0]["reason"] == "hold"
        assert found["waiting"][0]["counted"] is False
        assert found["days"] == [{"day": "2026-03-09", "survey": "day50", "first": 0, "reminders": 2}]

    def test_a_survey_it_does_not_know_is_exit_code_1(self, terminal: Terminal, company: World) -> None:
        assert "is not a survey of the programme" in terminal.type("due", "--survey", "nps", expect=1)
        for days in ("0", "401", "foo"):
            said = terminal.type("due", "--days", days, expect=2)
            assert f"'{days}' is not a number of days from 1 to 400" in said
            assert "--days 30" in said


class TestKickOff:
    def test_without_yes_it_only_shows(self, terminal: Terminal, company: World) -> None:
        written = len(company.items.written)
        said = terminal.type("kick-off")
        assert "3 not: new" in said
        assert "40 would be asked, the first on 2026-03-" in said
        assert "To do it: sayso kick-off --survey annual --from 2026-03-03 --days 90 --yes" in said
        assert len(company.items.written) == written

    def test_with_yes_it_does_it_once_and_in_the_persons_name(
        self, terminal: Terminal, company: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sayso.cli.rhythm_commands.getuser", lambda: "kim")
        assert "40 brought forward" in terminal.type("kick-off", "--from", "2026-03-03", "--yes")
        again = terminal.read("kick-off", "--from", "2026-03-03", "--yes")
        assert (again["asked"], again["written"], again["not_asked"]) == (0, 0, {"new": 3, "kicked_off": 40})
        assert [change.by for change in company.standings.changes()] == ["kim"]
        person = company.contacts.by_external_ids(["old-0"])["old-0"]
        assert company.invitations.get(person.contact_id, "annual", KICK_OFF)
        assert "annual, brought forward to 2026-0" in terminal.type("why", "old-0")

    def test_machines_get_days_and_weeks(self, terminal: Terminal, company: World) -> None:
        found = terminal.read("kick-off", "--from", "2026-03-03")
        assert sum(found["by_day"].values()) == sum(found["by_week"].values()) == found["asked"] == 40
        assert (found["from"], found["days"], found["written"]) == ("2026-03-03", 90, 0)

    def test_what_cannot_be_brought_forward_is_exit_code_1(self, terminal: Terminal, company: World) -> None:
        assert "has no recurring date" in terminal.type("kick-off", "--survey", "day50", expect=1)
        assert "is over" in terminal.type("kick-off", "--from", "2025-01-01", expect=1)


def test_replan_queues_everybody(terminal: Terminal, company: World) -> None:
    assert "43 contacts are on their way" in terminal.type("replan")
    assert terminal.read("replan") == {"queued": 43}
