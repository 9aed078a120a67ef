"""What whoever looks after a follow-up is shown: this person's words and past, and nobody else's."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sayso.domain.errors import HandedOverError, NotFoundError
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import SentMail, Snapshot
from tests.builders import World, programme

OTTO, KIM, MANAGER = "otto@polder.example", "kim@polder.example", "manager@polder.example"


class Company:
    """A world in which Anna of Kaasboer is unhappy, and so is Piet, who is nobody's business on Anna's page."""

    def __init__(self, **changes: Any) -> None:
        self.world = World(programme=programme(**changes))
        self.anna = self.world.add_contact(owner_email=OTTO, name="Anna Jansen", phone="+31 30 123")
        self.piet = self.world.add_contact(
            contact_id="crm-2", email="piet@kaasboer.example", name="Piet de Wit", owner_email=OTTO
        )

    def unhappy(self, person: Any, occasion: str = "1", score: int = 3, **fields: Any) -> FollowUp:
        asked = self.world.asked(person, occasion=occasion)
        self.world.answer(asked, score, **fields)
        opened = self.world.open_follow_up.open(asked.reference)
        assert opened
        return opened

    def close(self, case: FollowUp, note: str, **changes: Any) -> None:
        given = {"outcome": "solved", "cause": "price", "note": note, **changes}
        self.world.work_on_case.close(case.follow_up_id, OTTO, **given)

    def read(self, case: FollowUp, email: str = OTTO) -> dict[str, Any]:
        shown = self.world.read_case.read(case.follow_up_id, self.world.pseudonyms.of_owner(email))
        json.dumps(shown)
        return shown


def test_only_the_owner_and_whom_it_was_escalated_to_may_read_it() -> None:
    company = Company()
    case = company.unhappy(company.anna)
    assert company.read(case)["is_owner"] is True
    for email in (KIM, MANAGER):
        with pytest.raises(HandedOverError):
            company.read(case, email)
    reader = company.world.pseudonyms.of_owner(MANAGER)
    company.world.follow_ups.save(case.escalated(MANAGER, reader))
    assert company.read(case, MANAGER)["is_owner"] is False
    assert company.world.read_case.reader(case.follow_up_id, reader) == MANAGER
    with pytest.raises(HandedOverError):
        company.world.read_case.read(case.follow_up_id, "")
    with pytest.raises(NotFoundError):
        company.world.read_case.read("nothing", reader)


def test_whoever_a_complaint_is_about_does_not_read_it_by_any_link() -> None:
    company = Company()
    case = company.unhappy(company.anna)
    reader = company.world.pseudonyms.of_owner(MANAGER)
    case = company.world.follow_ups.save(case.escalated(MANAGER, reader))
    assert company.read(case, MANAGER)["why"] == company.read(case)["why"]
    case = company.world.follow_ups.save(case.having(complaint_about=(MANAGER.upper(),)))
    for refused in (company.world.read_case.read, company.world.read_case.reader):
        with pytest.raises(HandedOverError):
            refused(case.follow_up_id, reader)
    assert company.read(case)["is_owner"] is True
    company.world.follow_ups.save(case.having(complaint_about=(OTTO,)))
    with pytest.raises(HandedOverError):
        company.read(case)
    assert company.read(case, MANAGER)["is_owner"] is False


def test_a_case_is_not_offered_to_whom_it_complains_about() -> None:
    company = Company(follow_up={"owners": {KIM: {"name": "Kim Vos"}}})
    case = company.unhappy(company.anna)
    assert KIM in [one["email"] for one in company.read(case)["people"]]
    company.world.follow_ups.save(case.having(complaint_about=(KIM,)))
    assert KIM not in [one["email"] for one in company.read(case)["people"]]


def test_a_case_of_before_links_named_their_reader_opens_for_nobody() -> None:
    company = Company()
    case = company.unhappy(company.anna)
    company.world.follow_ups.save(case.having(owner_id=None))
    for reader in ("", "None", company.world.pseudonyms.of_owner(OTTO)):
        with pytest.raises(HandedOverError):
            company.world.read_case.read(case.follow_up_id, reader)


def test_everything_that_happened_is_told_in_its_order_with_who_did_it() -> None:
    company = Company()
    case = company.unhappy(company.anna)
    work, clock = company.world.work_on_case, company.world.clock
    clock.pass_by(hours=1)
    work.contact(case.follow_up_id, OTTO, "Left a message.")
    clock.pass_by(hours=1)
    work.hand_over(case.follow_up_id, OTTO, KIM, "A matter of money.")
    clock.pass_by(hours=1)
    work.close(case.follow_up_id, KIM, outcome="not_solved", cause="the weather", note="Credited a month.")
    shown = company.read(case, KIM)
    told = [(one["what"], one["by"], one["to"], one["note"]) for one in shown["changes"]]
    assert told == [
        ("opened", "sayso", "", ""),
        ("contacted", OTTO, "", "Left a message."),
        ("handed_over", OTTO, KIM, "A matter of money."),
        ("closed", KIM, "", "Credited a month."),
    ]
    assert shown["changes"][-1] == {
        "at": "2026-03-02T12:00:00Z",
        "by": KIM,
        "what": "closed",
        "note": "Credited a month.",
        "to": "",
        "cause": "the weather",
        "outcome": "not_solved",
    }
    assert (shown["contacted_at"], shown["closed_at"]) == ("2026-03-02T10:00:00Z", "2026-03-02T12:00:00Z")
    assert (shown["state"], shown["outcome"], shown["cause"]) == ("not_solved", "not_solved", "the weather")


def test_it_is_late_until_somebody_is_in_touch() -> None:
    company = Company()
    case = company.unhappy(company.anna)
    assert company.read(case)["late"] is False
    company.world.clock.now = case.due_at - timedelta(seconds=1)
    assert company.read(case)["late"] is False
    company.world.clock.now = case.due_at
    assert company.read(case)["late"] is True
    company.world.work_on_case.contact(case.follow_up_id, OTTO)
    assert company.read(case)["late"] is False


def test_what_was_promised_before_is_this_persons_and_of_what_is_over() -> None:
    company = Company()
    first = company.unhappy(company.anna)
    company.close(first, "A discount from May.")
    theirs = company.unhappy(company.piet)
    company.close(theirs, "Piet gets a new phone.")
    company.world.clock.pass_by(days=10)
    second = company.unhappy(company.anna, "2")
    company.close(second, "The discount, really.", outcome="not_solved", cause="trust")
    company.world.clock.pass_by(days=10)
    third = company.unhappy(company.anna, "3")
    shown = company.read(third)
    assert shown["promised"] == [
        {
            "closed_at": "2026-03-12T09:00:00Z",
            "cause": "trust",
            "note": "The discount, really.",
            "outcome": "not_solved",
        },
        {"closed_at": "2026-03-02T09:00:00Z", "cause": "price", "note": "A discount from May.", "outcome": "solved"},
    ]
    assert "Piet" not in json.dumps(shown)
    assert [one["note"] for one in company.read(second)["promised"]] == ["A discount from May."]


def test_a_case_closed_twice_is_promised_as_it_ended_the_last_time() -> None:
    company = Company()
    first = company.unhappy(company.anna)
    company.close(first, "Called.")
    company.world.work_on_case.reopen(first.follow_up_id, OTTO, "It is back.")
    company.close(first, "Replaced the router.")
    company.world.clock.pass_by(days=10)
    second = company.unhappy(company.anna, "2")
    assert [one["note"] for one in company.read(second)["promised"]] == ["Replaced the router."]


def test_what_was_done_about_a_complaint_is_not_promised_to_whom_it_was_about() -> None:
    company = Company(follow_up={"owners": {OTTO: {"manager": MANAGER}}})
    complaint = company.unhappy(company.anna, drivers=["contact_person"])
    assert complaint.owner_email == MANAGER
    company.close(complaint, "Otto gets a warning.", cause="contact_person")
    company.world.clock.pass_by(days=10)
    other = company.unhappy(company.anna, "2")
    assert other.owner_email == OTTO
    assert company.read(other)["promised"] == []
    reader = company.world.pseudonyms.of_owner(MANAGER)
    company.world.follow_ups.save(other.escalated(MANAGER, reader))
    assert [one["note"] for one in company.read(other, MANAGER)["promised"]] == ["Otto gets a warning."]


def test_colleagues_are_those_the_programme_names_but_who_has_it() -> None:
    company = Company(follow_up={"owners": {OTTO: {"name": "Otto"}, KIM: {"name": "Kim Vos"}}})
    people = company.read(company.unhappy(company.anna))["people"]
    assert {"email": KIM, "name": "Kim Vos"} in people
    assert {"email": "support@polder.example", "name": ""} in people
    assert OTTO not in [one["email"] for one in people]


def test_it_says_when_the_person_is_asked_again_if_they_are() -> None:
    company = Company()
    case = company.unhappy(company.anna)
    assert (company.read(case)["recheck_days"], company.read(case)["recheck_at"]) == (30, None)
    company.close(case, "Called.", recheck=False)
    assert company.read(case)["recheck_at"] is None
    company.world.work_on_case.reopen(case.follow_up_id, OTTO, "again")
    company.close(case, "Called.")
    assert company.read(case)["recheck_at"] == "2026-04-01T09:00:00Z"


def test_a_company_that_never_asks_again_does_not_offer_it() -> None:
    company = Company()
    surveys = {name: rules for name, rules in company.world.programme.surveys.items() if rules.event != "recheck"}
    company.world.programme = company.world.programme.model_copy(update={"surveys": surveys})
    case = company.unhappy(company.anna)
    assert company.read(case)["recheck_days"] is None
    company.close(case, "Called.")
    assert company.read(case)["recheck_at"] is None


def test_it_says_that_the_person_was_asked_again_and_what_they_said() -> None:
    company = Company()
    world, case = company.world, company.unhappy(company.anna)
    assert company.read(case)["asked_again"] is None
    company.close(case, "Called.")
    world.clock.now = datetime(2026, 4, 2, 9, tzinfo=UTC)
    recheck = world.invitations.get(case.contact_id, "recheck", f"{case.follow_up_id}-1")
    assert recheck
    shot = Snapshot(account_id=company.anna.account_id, language="en", owner_id="")
    first = SentMail(state="sent", at=world.clock())
    asked = world.invitations.save(recheck.having(state="sent", mails={"first": first}, snapshot=shot))
    shown = company.read(case)
    assert shown["recheck_at"] is None
    assert shown["asked_again"] == {"on": "2026-04-02T09:00:00Z", "score": None, "scale": None}
    world.answer(asked, 9)
    assert company.read(case)["asked_again"] == {"on": "2026-04-02T09:00:00Z", "score": 9, "scale": "nps"}


def test_it_promises_no_question_that_is_not_asked_any_more() -> None:
    company = Company()
    case = company.unhappy(company.anna)
    company.close(case, "Called.")
    recheck = company.world.invitations.get(case.contact_id, "recheck", f"{case.follow_up_id}-1")
    assert recheck
    company.world.invitations.save(recheck.ended("cancelled", "on_hold"))
    shown = company.read(case)
    assert (shown["recheck_at"], shown["asked_again"]) == (None, None)


@pytest.mark.parametrize(("quiet_time", "days"), [("4 hours", 1), ("1 day", 1), ("2 days", 2), ("42 days", 42)])
def test_a_quiet_time_is_told_in_days(quiet_time: str, days: int) -> None:
    company = Company(surveys={"recheck": {"event": "recheck", "quiet_time": quiet_time}})
    assert company.read(company.unhappy(company.anna))["recheck_days"] == days


def test_of_somebody_erased_nothing_is_shown_but_scores_and_what_happened_when() -> None:
    company = Company()
    first = company.unhappy(company.anna, why="My secret.")
    company.close(first, "Sent Anna flowers.")
    company.world.clock.pass_by(days=10)
    second = company.unhappy(company.anna, "2", why="Another secret.")
    company.world.erase_contact.erase(company.anna.contact_id, "operator")
    shown = company.read(second)
    assert shown["erased"] is True
    assert (shown["name"], shown["email"], shown["phone"], shown["account"]) == ("", "", "", "")
    assert shown["promised"] == []
    for secret in ("Anna", "secret", "flowers", "kaasboer"):
        assert secret not in json.dumps(shown)
    assert shown["score"] == 3
