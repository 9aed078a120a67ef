"""`sayso digest` as a person types it: what would be mailed, and mailed once with --send."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sayso.adapters.mails import MailWriter
from tests.builders import MONDAY, World, programme
from tests.unit.test_cli import Terminal, terminal, world

__all__ = ["terminal", "world"]  # the fixtures of the command line

JAN = "jan@polder.example"
MANAGER = World.programme.follow_up.manager


@pytest.fixture
def company(world: World) -> World:
    """A Wednesday, with an answer of the week before and one of this week."""
    world.mail_writer = MailWriter(world.renderer, world.programme)  # type: ignore[assignment]
    for number, at in ((1, MONDAY), (2, MONDAY + timedelta(days=8))):
        person = world.add_contact(
            contact_id=f"crm-{number}", email=f"p{number}@b.example", account=f"B{number}", owner_email=JAN
        )
        world.clock.now = at
        world.answer(world.asked(person, expires_at=at + timedelta(days=30)), 10, why=f"Praise {number}.")
        world.run()
    world.clock.now = MONDAY + timedelta(days=9)
    return world


def told(world: World) -> list[str]:
    return [mail.to for mail in world.mailer.outbox]


class TestWeekly:
    def test_it_shows_the_mail_of_the_last_week_and_sends_nothing(self, terminal: Terminal, company: World) -> None:
        written = len(company.items.written)
        said = terminal.type("digest", "weekly")
        assert f"To: {MANAGER}\n" in said
        assert "Subject: One answer in the week of 2 March 2026" in said
        assert "> Praise 1." in said
        assert "Praise 2" not in said
        assert (told(company), len(company.items.written)) == ([], written)

    def test_until_names_the_last_of_its_days(self, terminal: Terminal, company: World) -> None:
        said = terminal.type("digest", "weekly", "--until", "2026-03-10")
        assert "4 March 2026 to 10 March 2026" in said
        assert "Praise 2." in said
        for day, reason in (("2026-03-11", "is not over yet"), ("tomorrow", "is not a day")):
            assert reason in terminal.type("digest", "weekly", "--until", day, expect=1)

    def test_an_owners_own(self, terminal: Terminal, company: World) -> None:
        said = terminal.type("digest", "weekly", "--owner", JAN.upper())
        assert f"To: {JAN}\n" in said
        assert "What your customers said" in said
        assert "nothing to tell kim" in terminal.type("digest", "weekly", "--owner", "kim@polder.example", expect=1)

    def test_its_links_are_in_the_mail_only(self, terminal: Terminal, company: World) -> None:
        person = company.contacts.by_external_ids(["crm-1"])["crm-1"]
        at = company.clock.now + timedelta(days=2)
        company.add_invitation(person, occasion="2", due_at=at, planned_at=at)
        said = terminal.type("digest", "weekly")
        assert "annual survey · Friday, 13 March 2026" in said
        assert "/hold/" not in said
        assert "The links that put an account on hold are in the mail only" in said
        terminal.type("digest", "weekly", "--send")
        assert all("/hold/en.html?t=" in mail.text for mail in company.mailer.outbox)

    def test_send_mails_everybody_once(self, terminal: Terminal, company: World) -> None:
        assert "2 mails sent.\n" in terminal.type("digest", "weekly", "--send")
        assert told(company) == [MANAGER, JAN]
        assert "0 mails sent; 2 went before." in terminal.type("digest", "weekly", "--send")
        assert terminal.read("digest", "weekly", "--send") == {"sent": 0, "before": 2, "unknown": 0, "failed": []}
        assert len(told(company)) == 2

    def test_what_the_schedule_sent_goes_no_second_time(self, terminal: Terminal, company: World) -> None:
        company.weekly_digest.send(MONDAY + timedelta(days=7))
        assert "0 mails sent; 2 went before." in terminal.type("digest", "weekly", "--send")

    def test_send_to_one_owner_only(self, terminal: Terminal, company: World) -> None:
        terminal.type("digest", "weekly", "--owner", JAN, "--send")
        assert told(company) == [JAN]

    def test_one_that_ses_refuses_is_exit_code_1(self, terminal: Terminal, company: World) -> None:
        company.mailer.refuse_once(for_good=False)
        said = terminal.type("digest", "weekly", "--send", expect=1)
        assert "1 mail sent." in said
        assert "1 mail did not go: MailRefusedError." in said

    def test_owners_that_get_none_are_not_sent_one(self, terminal: Terminal, company: World) -> None:
        company.programme = programme(digests={"owners": False})
        assert "digests.owners" in terminal.type("digest", "weekly", "--owner", JAN, "--send", expect=1)

    def test_machines_get_names_and_not_places(self, terminal: Terminal, company: World) -> None:
        found = terminal.read("digest", "weekly")
        assert (found["to"], found["first"], found["own"]) == ([MANAGER], "2026-03-02", False)
        assert found["answers"]["promoters"] == 1
        assert found["praise"]["shown"] == [
            {"words": "Praise 1.", "account": "B1", "score": 10, "scale": "nps", "reference": "", "owner": JAN}
        ]
        assert found["text"].startswith("What we heard")

    def test_the_page_is_a_file_for_me_alone(self, terminal: Terminal, company: World, tmp_path: Path) -> None:
        page = tmp_path / "digest.html"
        assert str(page) in terminal.type("digest", "weekly", "--html", str(page)).replace("\n", "")
        assert "Praise 1." in page.read_text(encoding="utf-8")
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert "is there already" in terminal.type("digest", "weekly", "--html", str(page), expect=1)
        terminal.type("digest", "weekly", "--html", str(page), "--send", expect=2)


class TestMonthly:
    def test_it_shows_the_mail_of_the_last_month(self, terminal: Terminal, company: World) -> None:
        company.clock.now = MONDAY + timedelta(days=35)
        said = terminal.type("digest", "monthly")
        assert f"To: {MANAGER}\n" in said
        assert "March 2026, for the management meeting" in said
        assert "2 answers: 2 promoters" in said
        assert told(company) == []

    def test_a_month_by_name_and_none_to_come(self, terminal: Terminal, company: World) -> None:
        assert "January 2026" in terminal.type("digest", "monthly", "--month", "2026-01")
        assert "is not over yet" in terminal.type("digest", "monthly", "--month", "2026-03", expect=1)
        for month in ("March", "2026-13", "2026-1"):
            assert "is not a month" in terminal.type("digest", "monthly", "--month", month, expect=1)

    def test_send_mails_the_management_once(self, terminal: Terminal, company: World) -> None:
        company.programme = programme(digests={"management": ["ceo@polder.example", MANAGER]})
        assert "2 mails sent.\n" in terminal.type("digest", "monthly", "--send")
        assert told(company) == [MANAGER, "ceo@polder.example"]
        assert "0 mails sent; 2 went before." in terminal.type("digest", "monthly", "--send")

    def test_machines_get_names(self, terminal: Terminal, company: World) -> None:
        found: dict[str, Any] = terminal.read("digest", "monthly", "--month", "2026-02")
        assert (found["month"], found["headline"]["score"]["n"]) == ("2026-02-01", 0)
        assert found["movement"]["why_not"] == "few"
