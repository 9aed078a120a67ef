"""The door of the review page: only what is on the owner's list, refused in sentences, and never written twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from sayso.domain.programme import REVIEW
from sayso.handlers import owner_api
from tests.builders import MONDAY
from tests.doors import Answered, asked, event, knock, opened
from tests.meetings import KIM, QUARTER, Meetings

LEE = "lee@polder.example"


class Page:
    """The page of one owner, who has two accounts; a third is somebody else's."""

    def __init__(self) -> None:
        self.world = Meetings()
        self.anna = self.world.person(1)
        self.jo = self.world.person(2)
        self.bo = self.world.person(3, account="Dune", email="bo@dune.example")
        self.other = self.world.person(4, account="Zee", email="cas@zee.example", owner_email=LEE)
        self.world.prepare_reviews.run(MONDAY)
        self.token = self.token_of(KIM)

    def token_of(self, owner: str) -> str:
        owner_id = self.world.owners.remember(owner)
        link = self.world.links.review(owner_id, QUARTER, "en", MONDAY + timedelta(days=43))
        return link.partition("?t=")[2]

    def ask(self, method: str = "GET", body: Any = None, token: str | None = None) -> Answered:
        return asked(owner_api.handle, method, "/api/review", body, self.token if token is None else token)

    def post(self, **changes: Any) -> Answered:
        given = {"account_id": self.anna.account_id, "contact_id": self.anna.contact_id, "score": 8, "why": "Fine."}
        return self.ask("POST", {**given, **changes})

    def pack(self, address: str) -> Answered:
        return knock(owner_api.handle, event("GET", address.removeprefix("https://feedback.example")))


@pytest.fixture
def page() -> Iterator[Page]:
    with opened(Page()) as page:
        yield page


def refused(answer: Answered, status: int, field: str) -> str:
    assert (answer.status, answer.json["error"]["field"]) == (status, field), answer.body
    return str(answer.json["error"]["reason"])


class TestLooking:
    def test_an_owner_sees_their_accounts_with_their_people(self, page: Page) -> None:
        shown = page.ask().json
        assert (shown["quarter"], shown["owner"]) == (QUARTER, KIM)
        assert [one["account"] for one in shown["accounts"]] == ["Dune", "Kaasboer"]
        people = {person["contact_id"]: person["name"] for person in shown["accounts"][1]["people"]}
        assert people == {page.anna.contact_id: "Person 1", page.jo.contact_id: "Person 2"}
        assert shown["accounts"][1]["review"] is None

    def test_looking_changes_nothing(self, page: Page) -> None:
        written = len(page.world.items.written)
        page.ask()
        assert len(page.world.items.written) == written

    def test_a_link_of_another_purpose_or_of_nobody_opens_nothing(self, page: Page) -> None:
        until = MONDAY + timedelta(days=30)
        for_case = page.world.links.case("f1", "o1", "en", until).partition("?t=")[2]
        for_pack = page.world.links.pack(page.anna.account_id, "o1", until).rpartition("/")[2]
        for token in ("", "x", for_case, for_pack, page.token[:-1]):
            refused(page.ask(token=token), 403, "token")
            refused(page.ask("POST", {}, token=token), 403, "token")
        page.world.clock.pass_by(days=45)
        refused(page.ask(), 410, "token")

    def test_whoever_has_no_accounts_any_more_sees_none(self, page: Page) -> None:
        shown = page.ask(token=page.token_of("gone@polder.example")).json
        assert (shown["accounts"], shown["owner"]) == ([], "")


class TestRecording:
    def test_what_is_recorded_is_shown_and_can_be_changed(self, page: Page) -> None:
        answer = page.post(better="More of it.")
        assert answer.status == 200
        review = answer.json["review"]
        assert (review["contact_id"], review["score"], review["why"]) == (page.anna.contact_id, 8, "Fine.")
        assert (review["recorded_at"], review["editable_until"]) == ("2026-03-02T09:00:00Z", "2026-03-09T09:00:00Z")
        assert page.post(score=6, why="").json["review"]["why"] == ""
        again = page.ask().json["accounts"][1]["review"]
        assert (again["score"], again["better"]) == (6, "More of it.")
        kept = page.world.responses.get(page.anna.contact_id, REVIEW, QUARTER)
        assert kept is not None
        assert kept.recorded_by == KIM

    def test_the_same_request_twice_is_one_review(self, page: Page) -> None:
        first, second = page.post(), page.post()
        assert first.body == second.body

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"score": 11}, "score"),
            ({"score": None}, "score"),
            ({"score": "8"}, "score"),
            ({"score": True}, "score"),
            ({"why": 5}, "why"),
            ({"better": "x" * 5_001}, "better"),
            ({"contact_id": ""}, "contact_id"),
            ({"by": "me"}, "by"),
        ],
    )
    def test_a_wrong_input_is_named_and_changes_nothing(self, page: Page, changes: dict[str, Any], field: str) -> None:
        reason = refused(page.post(**changes), 400, field)
        assert reason.startswith(("This", "There is"))
        assert page.world.reviews.of_account(page.anna.account_id) == []

    def test_what_is_no_json_is_refused(self, page: Page) -> None:
        refused(page.ask("POST", '{"score": 8, "score": 9}'), 400, "body")
        refused(page.ask("POST", "score=8"), 400, "body")

    def test_another_owners_account_and_another_accounts_people_are_out_of_reach(self, page: Page) -> None:
        refused(page.post(account_id=page.other.account_id, contact_id=page.other.contact_id), 400, "account_id")
        refused(page.post(contact_id=page.bo.contact_id), 400, "contact_id")
        refused(page.post(account_id="x" * 65), 400, "account_id")
        assert page.world.reviews.of_account(page.other.account_id) == []

    def test_an_account_with_another_owner_is_on_their_list_only(self, page: Page) -> None:
        page.world.person(3, account="Dune", email="bo@dune.example", owner_email=LEE)
        page.world.prepare_reviews.run(MONDAY)
        refused(page.post(account_id=page.bo.account_id, contact_id=page.bo.contact_id), 400, "account_id")

    def test_the_second_person_and_the_eighth_day_are_refused_in_a_sentence(self, page: Page) -> None:
        page.post()
        assert "given by Person 1" in refused(page.post(contact_id=page.jo.contact_id), 400, "contact_id")
        page.world.clock.pass_by(days=8)
        assert "can be changed for 7 days" in refused(page.post(score=2), 400, "")

    def test_whoever_is_erased_is_not_offered_and_cannot_answer(self, page: Page) -> None:
        page.world.erase_contact.erase(page.anna.contact_id, "ops")
        refused(page.post(), 404, "contact_id")
        people = [person["contact_id"] for person in page.ask().json["accounts"][1]["people"]]
        assert people == [page.jo.contact_id]


class TestPack:
    def test_the_list_links_to_a_page_about_each_account(self, page: Page) -> None:
        page.post(why="We <b>wait</b>.")
        kaasboer = page.ask().json["accounts"][1]
        answer = page.pack(kaasboer["pack"])
        assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert "We &lt;b&gt;wait&lt;/b&gt;." in answer.body
        assert '<link rel="stylesheet" href="/review/pack.css">' in answer.body
        assert "<style" not in answer.body
        assert " style=" not in answer.body

    def test_a_link_that_is_forged_old_or_of_an_owner_before_shows_a_page_that_says_so(self, page: Page) -> None:
        dune = page.ask().json["accounts"][0]
        page.world.person(3, account="Dune", email="bo@dune.example", owner_email=LEE)
        page.world.prepare_reviews.run(MONDAY)
        for address, status in ((dune["pack"], 404), (dune["pack"] + "x", 403), ("/api/review/pack/1.x", 403)):
            answer = page.pack(address)
            assert (answer.status, answer.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
            assert "This pack cannot be shown" in answer.body
            assert "Dune" not in answer.body
        page.world.clock.pass_by(days=45)
        assert page.pack(dune["pack"]).status == 410
