"""Follow-ups at the desk: who sees which, what is done about them and recorded, and reads that do not grow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from sayso.domain.answer_place import answer_path
from sayso.domain.follow_up import FollowUp
from sayso.domain.staff import Role
from tests.builders import MONDAY, World, programme
from tests.desk import PEOPLE, Desk, open_desk
from tests.doors import Answered

OWNER, KIM, MANAGER = PEOPLE["owner"], "kim@polder.example", PEOPLE["manager"]
WORDS = "Nobody called back."
CLOSE = {"do": "close", "cause": "price", "note": "Called; credited a month.", "outcome": "solved"}
DAY = timedelta(days=1)


class Company:
    """A desk in front of people who are unhappy."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.world = desk, desk.world
        self._people, self._actions, self.numbers = count(1), count(1), count(1)

    def unhappy(self, owner: str = OWNER, score: int = 3, **fields: Any) -> FollowUp:
        number = next(self._people)
        row = {"contact_id": f"crm-{number}", "email": f"p{number}@kaasboer.example", "name": f"Person {number}"}
        person = self.world.add_contact(**row, account=f"Account {number}", owner_email=owner)
        survey = fields.pop("survey", "annual")
        expires_at = self.world.clock() + 30 * DAY
        asked = self.world.asked(person, survey=survey, occasion=str(number), expires_at=expires_at)
        self.world.answer(asked, score, **{"why": WORDS, **fields})
        self.world.run()
        case = self.world.follow_ups.open_of(person.contact_id)
        assert case
        return case

    def now(self, case: FollowUp) -> FollowUp:
        found = self.world.follow_ups.get(case.follow_up_id)
        assert found
        return found

    def escalate(self, case: FollowUp, to: str) -> FollowUp:
        return self.world.follow_ups.save(self.now(case).escalated(to, self.world.pseudonyms.of_owner(to), MONDAY))

    def act(self, case: FollowUp, body: dict[str, Any], role: Role = "owner") -> Answered:
        named = {"action_id": f"action-{next(self._actions):016d}", **body}
        return self.desk.post(f"/api/staff/cases/{case.follow_up_id}", named, role)

    def show(self, case: FollowUp, role: Role = "manager") -> Answered:
        return self.desk.get(f"/api/staff/cases/{case.follow_up_id}", role)

    def listed(self, role: Role = "manager", query: str = "") -> list[str]:
        return [one["id"] for one in self.page(role, query)["items"]]

    def page(self, role: Role = "manager", query: str = "") -> dict[str, Any]:
        answer = self.desk.get(f"/api/staff/cases?{query}", role)
        assert answer.status == 200, answer.body
        found: dict[str, Any] = answer.json
        return found


@pytest.fixture
def company() -> Iterator[Company]:
    with open_desk(World(programme=programme(follow_up={"owners": {KIM: {"name": "Kim Vos"}, OWNER: {}}}))) as desk:
        yield Company(desk)


def test_a_manager_sees_every_case_and_an_owner_their_own(company: Company) -> None:
    mine, theirs = company.unhappy(), company.unhappy(KIM)
    assert company.listed() == [mine.follow_up_id, theirs.follow_up_id]
    assert company.listed("owner") == [mine.follow_up_id]
    assert company.listed("manager", f"owner={KIM}") == [theirs.follow_up_id]
    assert company.listed("owner", f"owner={KIM}") == []
    assert company.listed("owner", "whose=escalated") == []
    company.escalate(theirs, OWNER)
    assert company.listed("owner", "whose=escalated") == [theirs.follow_up_id]
    assert company.listed("owner") == [mine.follow_up_id]
    assert company.listed("manager", "whose=mine") == []


def test_what_is_not_theirs_is_as_what_does_not_exist(company: Company) -> None:
    theirs = company.unhappy(KIM)
    missing = company.desk.get("/api/staff/cases/nothing", "owner")
    assert (company.show(theirs, "owner").status, company.show(theirs).status) == (404, 200)
    assert company.show(theirs, "owner").json == missing.json
    assert company.act(theirs, {"do": "note", "note": "Mine?"}).status == 404
    assert company.show(theirs, "viewer").status == 403
    assert company.now(theirs) == theirs
    company.escalate(theirs, OWNER)
    shown = company.show(theirs, "owner").json["follow_up"]
    assert (shown["is_owner"], shown["escalated_to"], shown["why"]) == (False, OWNER, WORDS)


def test_nobody_sees_what_complains_about_them(company: Company) -> None:
    case = company.unhappy()
    for role, email in (("owner", OWNER), ("manager", MANAGER)):
        about = company.world.follow_ups.save(company.now(case).having(complaint_about=(email.upper(),)))
        assert company.show(case, role).status == 404  # type: ignore[arg-type]
        assert company.listed(role) == []  # type: ignore[arg-type]
        assert company.act(case, {"do": "note", "note": "Not so."}, role).status == 404  # type: ignore[arg-type]
        assert company.now(case) == about
    assert company.desk.get("/api/staff/cases/due", "owner").json["items"] == []
    company.world.follow_ups.save(company.now(case).having(complaint_about=(OWNER,)))
    assert company.show(case).json["follow_up"]["complaint_about"] == [OWNER]


def test_the_columns_hold_each_case_once(company: Company) -> None:
    waits, called, done = company.unhappy(), company.unhappy(), company.unhappy()
    company.act(called, {"do": "contacted"})
    company.act(done, CLOSE)
    for role in ("manager", "owner"):
        for column, case in (("to_contact", waits), ("contacted", called), ("over", done)):
            assert company.listed(role, f"column={column}") == [case.follow_up_id]  # type: ignore[arg-type]
    (line,) = company.page("manager", "column=over")["items"]
    assert (line["state"], line["cause"], line["closed_at"]) == ("solved", "price", "2026-03-02T09:00:00Z")


def test_the_filters_narrow_a_column(company: Company) -> None:
    first = company.unhappy(contact="phone")
    company.world.clock.pass_by(days=1)
    second = company.unhappy(survey="day50")
    assert company.listed("manager", "wish=phone") == [first.follow_up_id]
    assert company.listed("manager", "survey=day50") == [second.follow_up_id]
    assert company.listed("manager", "late=yes") == []
    company.world.clock.now = first.due_at
    assert company.listed("manager", "late=yes") == [first.follow_up_id]
    assert [one["late"] for one in company.page()["items"]] == [True, False]
    for query, field in (("column=open", "column"), ("wish=fax", "wish"), ("late=1", "late"), ("what=1", "what")):
        refused = company.desk.get(f"/api/staff/cases?{query}")
        assert (refused.status, refused.json["error"]["field"]) == (400, field)
    assert company.desk.get("/api/staff/cases?after=~~").json["error"]["field"] == "after"


def put_cases(company: Company, like: FollowUp, number: int, **changes: Any) -> None:
    """Many cases straight into the table, each due a minute after the one before."""
    for at in range(number):
        due_at = like.due_at + timedelta(minutes=at + 1)
        name = f"{next(company.numbers):012d}"
        fields = {"follow_up_id": name, "contact_id": f"p{name}", "due_at": due_at, "revision": 0, **changes}
        case = like.having(**fields)
        if case.is_over:
            case = case.having(closed_at=due_at)
        company.world.follow_ups.save(case)


@pytest.mark.parametrize("query", ["", "column=over", "late=yes", f"owner={KIM}", "whose=escalated"])
@pytest.mark.parametrize("role", ["manager", "owner"])
def test_a_page_reads_the_same_whatever_the_table_holds(company: Company, role: Role, query: str) -> None:
    case = company.unhappy()
    items = company.world.items
    read = []
    for number in (250, 250):
        put_cases(company, case, number)
        put_cases(company, case, number, state="solved", owner_email=KIM)
        put_cases(company, case, number, owner_email=KIM, owner_id=company.world.pseudonyms.of_owner(KIM), wish=None)
        before = items.reads
        assert len(company.page(role, query)["items"]) <= 49
        read.append(items.reads - before)
    assert read[0] == read[1]
    assert read[0] <= 10


def test_the_pages_of_a_list_hold_every_case_once(company: Company) -> None:
    case = company.unhappy()
    put_cases(company, case, 60)
    seen, after = list[str](), ""
    for _ in range(9):
        page = company.page("owner", f"after={after}")
        seen += [one["id"] for one in page["items"]]
        after = page["next"]
        if not after:
            break
    assert len(seen) == len(set(seen)) == 61
    assert seen[0] == case.follow_up_id


def test_a_rare_case_takes_more_clicks_and_says_how_far_was_looked(company: Company) -> None:
    case = company.unhappy()
    put_cases(company, case, 230)
    rare = company.world.follow_ups.save(
        case.having(follow_up_id="rare", contact_id="pr", wish="mail", due_at=case.due_at + DAY, revision=0)
    )
    first = company.page("manager", "wish=mail")
    assert first["items"] == []
    assert first["looked_until"] == "2026-03-04T12:19:00Z"
    second = company.page("manager", f"wish=mail&after={first['next']}")
    assert [one["id"] for one in second["items"]] == [rare.follow_up_id]
    assert (second["next"], second["looked_until"]) == ("", None)


def test_what_is_due_today_is_counted_for_its_owner(company: Company) -> None:
    late = company.unhappy()
    company.world.clock.pass_by(hours=5)
    today = company.unhappy()
    company.world.clock.pass_by(days=1)
    company.unhappy()
    called = company.unhappy()
    company.unhappy(KIM)
    company.act(called, {"do": "contacted"})
    company.world.clock.now = late.due_at
    found = company.desk.get("/api/staff/cases/due", "owner").json
    assert [one["id"] for one in found["items"]] == [late.follow_up_id, today.follow_up_id]
    assert (found["late"], found["today"], found["is_cut"]) == (1, 1, False)
    assert company.desk.get("/api/staff/cases/due", "manager").json["items"] == []
    put_cases(company, late, 250)
    assert company.desk.get("/api/staff/cases/due", "owner").json["is_cut"] is True


def test_a_case_tells_all_the_case_page_does_and_who_was_told(company: Company) -> None:
    case = company.unhappy(contact="phone")
    shown = company.show(case).json["follow_up"]
    link = company.world.read_case.read(case.follow_up_id, case.owner_id or "")
    assert {**shown, "is_owner": True} == {**shown, **link}
    assert (shown["name"], shown["contact_id"], shown["leads"]) == (
        "Person 1",
        case.contact_id,
        [{"answer": answer_path((case.contact_id, "annual", "1")), "themes": []}],
    )
    told = [(one["kind"], one["channel"], one["to"], one["state"]) for one in shown["notices"]]
    assert told == [
        ("alert", "mail", OWNER, "sent"),
        ("reminder", "mail", "", "waiting"),
        ("escalation", "mail", "", "waiting"),
    ]
    company.act(case, {"do": "contacted"})
    states = [(one["state"], one["reason"]) for one in company.show(case).json["follow_up"]["notices"]]
    assert states == [("sent", ""), ("dropped", "contacted"), ("dropped", "contacted")]


def test_everything_is_done_in_the_name_of_who_is_signed_in_and_recorded(company: Company) -> None:
    case = company.unhappy()
    steps: list[tuple[dict[str, Any], Role, str]] = [
        ({"do": "contacted", "note": "Left a message."}, "owner", "contacted"),
        ({"do": "note", "note": "Wants a credit."}, "manager", "contacted"),
        ({"do": "hand_over", "to": KIM, "note": "Money.", "owner": OWNER}, "manager", "contacted"),
        (CLOSE, "manager", "solved"),
        ({"do": "reopen", "note": "Broken again."}, "manager", "open"),
    ]
    for body, role, state in steps:
        answer = company.act(case, body, role)
        assert answer.status == 200, answer.body
        assert answer.json["follow_up"]["state"] == state
    did = [(one.what, one.by) for one in company.now(case).changes[1:]]
    people = [OWNER, MANAGER, MANAGER, MANAGER, MANAGER]
    assert did == list(zip(["contacted", "noted", "handed_over", "closed", "reopened"], people, strict=True))
    changes = company.desk.changes[::-1]
    assert [(one["what"], one["by"], one["state"]) for one in changes] == [
        (f"case.{body['do']}", by, "done") for (body, _, _), by in zip(steps, people, strict=True)
    ]
    assert changes[2]["before"]["owner"] == OWNER
    assert changes[2]["after"]["owner"] == KIM
    assert changes[3]["after"] == {"state": "solved", "owner": KIM, "cause": "price", "recheck": True}
    kept = json.dumps(changes)
    for said in (WORDS, "Left a message", "Wants a credit", "Person 1", "p1@kaasboer.example", "Broken again"):
        assert said not in kept


def test_a_cause_in_somebodys_words_is_not_recorded(company: Company) -> None:
    case = company.unhappy()
    assert company.act(case, {**CLOSE, "cause": "Mr Jansen left"}).status == 200
    assert "Jansen" not in json.dumps(company.desk.changes)


def test_the_same_action_twice_is_done_and_recorded_once(company: Company) -> None:
    case = company.unhappy()
    body = {"do": "note", "note": "Called.", "action_id": "a" * 20}
    first, second = (company.act(case, body) for _ in range(2))
    assert first.json == second.json
    assert [one.what for one in company.now(case).changes] == ["opened", "noted"]
    assert len(company.desk.changes) == 1
    over = {"do": "hand_over", "to": KIM, "note": "Yours.", "owner": OWNER, "action_id": "b" * 20}
    for _ in range(2):
        answer = company.act(case, over)
        assert (answer.status, answer.json) == (200, {"follow_up": None})
    assert len(company.desk.changes) == 2


def test_a_conflict_is_told_and_recorded_as_refused(company: Company) -> None:
    case = company.unhappy()
    company.act(case, CLOSE, "manager")
    refused = company.act(case, {**CLOSE, "note": "Me too."})
    assert (refused.status, refused.json["error"]["field"]) == (409, "follow_up")
    assert [(one["state"], one["reason"]) for one in company.desk.changes] == [("refused", "follow_up"), ("done", "")]
    assert "Me too" not in json.dumps(company.desk.changes)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"do": "note"}, "note"),
        ({"do": "note", "note": "  "}, "note"),
        ({"do": "close", "note": "x", "cause": "price"}, "outcome"),
        ({"do": "hand_over", "to": "thief@elsewhere.example", "note": "x", "owner": OWNER}, "to"),
        ({"do": "hand_over", "to": OWNER, "note": "x", "owner": OWNER}, "to"),
        ({"do": "hand_over", "to": KIM, "note": "x"}, "owner"),
        ({"do": "hand_over", "to": KIM, "note": "x", "owner": None}, "owner"),
        ({"do": "hand_over", "to": KIM, "note": "x", "owner": "nobody"}, "owner"),
        ({"do": "erase"}, "do"),
        ({"do": "contacted", "by": MANAGER}, "by"),
        ({"do": "contacted", "action_id": "short"}, "action_id"),
    ],
)
def test_bad_input_names_its_field_and_changes_nothing(company: Company, body: dict[str, Any], field: str) -> None:
    case = company.unhappy()
    refused = company.act(case, body)
    assert (refused.status, refused.json["error"]["field"]) == (400, field)
    assert company.now(case) == case


def test_of_somebody_erased_only_what_happened_is_left(company: Company) -> None:
    case = company.unhappy()
    assert company.world.erase_contact.erase(case.contact_id, MANAGER)
    company.world.run()
    answer = company.show(case)
    assert answer.status == 200
    shown = answer.json["follow_up"]
    assert (shown["erased"], shown["name"], shown["email"], shown["contact_id"]) == (True, "", "", "")
    assert (shown["why"], shown["leads"], shown["account"]) == ("", [], "")
    (line,) = company.page("manager", "column=over")["items"]
    assert (line["erased"], line["name"], line["account"]) == (True, "", "")
    assert company.act(case, {"do": "note", "note": "Who?"}, "manager").status == 409
    assert "kaasboer" not in answer.body


def test_commitments_for_what_was_said_are_named(company: Company) -> None:
    from sayso.domain.commitment import Commitment

    case = company.unhappy()
    answer = case.answers[0]
    reference = (case.contact_id, answer.survey, answer.occasion)
    for name in ("linked", "other"):
        made = Commitment(commitment_id=name, title={"en": name}, heard={}, created_at=MONDAY, updated_at=MONDAY)
        company.world.commitments.save(made)
    company.world.commitment_links.link("linked", [reference], MANAGER, MONDAY)
    (found,) = company.show(case).json["follow_up"]["commitments"]
    assert (found["id"], found["name"], found["status"]) == ("linked", {"en": "linked"}, "heard")


# --- The report


def report(company: Company, query: str = "", role: Role = "manager") -> dict[str, Any]:
    answer = company.desk.get(f"/api/staff/cases/report?{query}", role)
    assert answer.status == 200, answer.body
    found: dict[str, Any] = answer.json
    return found


def test_the_report_of_a_period_tells_how_soon_and_how_it_ended(company: Company) -> None:
    called, late, _ = company.unhappy(), company.unhappy(), company.unhappy()
    company.world.clock.pass_by(hours=3)
    company.act(called, CLOSE)
    company.world.clock.now = late.due_at + timedelta(hours=1)
    company.act(late, {**CLOSE, "cause": "the weather", "outcome": "not_solved"})
    found = report(company)
    assert (found["period"], found["first"], found["last"]) == ("2026-Q1", "2026-01-01", "2026-03-04")
    assert (found["cases"], found["closed"], found["late_now"]) == (3, 2, 1)
    assert (found["in_time"]["part"], found["in_time"]["whole"]) == (1, 3)
    assert found["days_to_contact"]["n"] == 2
    assert found["outcomes"] == {"solved": 1, "not_solved": 1, "no_answer": 0}
    assert found["causes"] == [
        {"cause": "price", "cases": 1, "solved": 1},
        {"cause": "the weather", "cases": 1, "solved": 0},
    ]
    assert sum(one["n"] for one in found["picture"]["bars"]) == 3
    assert found["picture"]["wide"].startswith("<svg")
    assert report(company, "language=nl")["picture"]["wide"] != found["picture"]["wide"]
    assert report(company, "period=2026-02")["cases"] == 0
    # What somebody wrote themselves is for managers.
    assert [one["cause"] for one in report(company, role="owner")["causes"]] == ["price", ""]


def test_who_is_called_back_on_the_same_working_day_stands_at_the_bar_of_none(company: Company) -> None:
    case = company.unhappy()
    company.world.clock.pass_by(minutes=32)
    company.act(case, {"do": "contacted", "note": "Called."})
    found = report(company)
    assert found["days_to_contact"] == {"n": 1, "median": 0, "ninth": 0}
    assert found["picture"]["bars"][0] == {"kind": "kept", "label": "0", "n": 1}
    home = company.desk.get("/api/staff/home/work").json["first_contacts"]
    assert (home["in_time"], home["of"], home["median_days"]) == (1, 1, 0)


def test_what_was_opened_again_is_counted_once_by_how_it_stands_and_each_time_by_how_soon(company: Company) -> None:
    open_again, twice, _ = company.unhappy(), company.unhappy(), company.unhappy()
    for case in (open_again, twice):
        company.act(case, CLOSE)
        company.world.work_on_case.reopen(case.follow_up_id, OWNER, "They called.")
    company.act(twice, {**CLOSE, "outcome": "not_solved"})
    found = report(company)
    assert found["outcomes"] == {"solved": 0, "not_solved": 1, "no_answer": 0}
    assert sum(found["outcomes"].values()) + found["open"] == found["cases"] == 3
    assert sum(one["cases"] for one in found["causes"]) == sum(found["outcomes"].values())
    assert sum(one["n"] for one in found["picture"]["bars"]) == found["begun"] == 5


@pytest.mark.parametrize("period", ["2026", "2026-13", "2026-Q5", "2026-04", "1999-01", "2026-Q1'", "20260-1"])
def test_a_period_that_is_none_or_to_come_is_refused(company: Company, period: str) -> None:
    refused = company.desk.get(f"/api/staff/cases/report?period={period}")
    assert (refused.status, refused.json["error"]["field"]) == (400, "period")


def test_figures_per_owner_are_told_where_the_programme_keeps_them(company: Company) -> None:
    company.unhappy()
    company.unhappy(KIM)
    assert company.desk.get(f"/api/staff/cases/report?owner={KIM}").json["error"]["field"] == "owner"
    company.world.programme = programme(scores_per_owner=True)
    company.world.__dict__.pop("desk_case_report", None)
    company.world.__dict__.pop("report_follow_ups", None)
    mine = report(company, f"owner={OWNER}", "owner")
    assert (mine["cases"], mine["won_back"], mine["hides_won_back"]) == (1, None, True)
    refused = company.desk.get(f"/api/staff/cases/report?owner={KIM}", "owner")
    assert (refused.status, refused.json["error"]["field"]) == (400, "owner")


def test_the_report_reads_no_more_than_it_may_and_says_so(company: Company) -> None:
    case = company.unhappy()
    company.world.clock.pass_by(days=20)
    put_cases(company, case, 40)
    put_cases(company, case, 40, state="solved", owner_email=KIM)
    assert report(company)["is_cut"] is False
    service = company.world.desk_case_report
    object.__setattr__(service.reports, "most", 30)
    before = company.world.items.reads
    found = report(company)
    read = company.world.items.reads - before
    assert (found["is_cut"], found["cases"]) == (True, 60)
    put_cases(company, case, 300)
    before = company.world.items.reads
    assert report(company)["cases"] == 60
    assert company.world.items.reads - before == read
