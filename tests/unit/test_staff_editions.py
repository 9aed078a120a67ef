"""Editions at the desk: exactly what was seen is published or brought back, once, and what became of it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.domain.errors import ConflictError
from sayso.domain.page_request import KEPT_FOR, LATE_AFTER, TOO_LATE
from sayso.handlers import publish_page
from tests.builders import sqs_event
from tests.desk import PEOPLE, Desk, open_desk
from tests.editions import Press


class Page:
    """The desk of a company whose page is real files in memory."""

    def __init__(self, desk: Desk, press: Press) -> None:
        self.desk, self.press, self.world = desk, press, press.world

    def now(self, role: Any = "manager") -> dict[str, Any]:
        return dict(self.desk.get("/api/staff/editions", role).json)

    def take(self) -> None:
        """The function that publishes takes what is on its queue."""
        bodies = self.world.queue("PAGE").take_all()
        with patch.object(publish_page, "of_this_function", lambda: self.world):
            found = publish_page.handle(sqs_event(bodies or [{"why": "answers"}]), None)  # type: ignore[arg-type]
        assert found == {"batchItemFailures": []}

    def publish(self, *names: str) -> None:
        """An edition with some commitments more is public."""
        for name in names:
            self.press.commit(name, f"About {name}")
        self.world.publish_page.approve("vera")
        self.world.queue("PAGE").take_all()

    def back(self, edition: int, public: int, **changes: Any) -> Any:
        return self.desk.post("/api/staff/editions/rollback", {"edition": edition, "public": public}, **changes)


@pytest.fixture(params=["by_approval"])
def page(request: pytest.FixtureRequest) -> Iterator[Page]:
    press = Press(request.param)
    with open_desk(press.world) as desk:
        yield Page(desk, press)


def refused(answer: Any) -> tuple[int, str]:
    return answer.status, answer.json["error"]["field"]


class TestApproving:
    def test_before_anything_is_public_it_says_so_and_a_draft_can_be_asked_for(self, page: Page) -> None:
        assert page.now() == {
            "public": None, "draft": None, "rule": "by_approval", "stuck": False, "requests": [], "may_approve": True,
        }  # fmt: skip
        page.press.commit("a", "Faster replies")
        asked = page.desk.post("/api/staff/editions/refresh", {}).json["requests"]
        again = page.desk.post("/api/staff/editions/refresh", {}).json["requests"]
        assert [one["id"] for one in asked] == [one["id"] for one in again]
        assert asked[0]["state"] == "asked"
        page.take()
        now = page.now()
        assert now["requests"][0]["state"] == "done"
        assert [one["en"] for one in now["draft"]["changes"]["new"]] == ["Faster replies (en)"]
        assert all(one["page"].startswith("/preview/") for one in now["draft"]["previews"])

    def test_exactly_what_was_looked_at_is_published_and_recorded(self, page: Page) -> None:
        page.press.commit("a", "First")
        page.take()
        draft = page.now()["draft"]["id"]
        page.press.commit("a", "Second")
        page.take()
        assert refused(page.desk.post("/api/staff/editions/approve", {"approve": draft})) == (409, "draft")
        assert (page.desk.changes[0]["state"], page.now()["public"]) == ("refused", None)
        draft = page.now()["draft"]["id"]
        page.press.commit("a", "Third")
        assert page.desk.post("/api/staff/editions/approve", {"approve": draft}).json["draft"]["approved"] is True
        page.take()
        assert page.press.titles == ["Second (en)"]
        listed = page.desk.get("/api/staff/editions/list").json["items"]
        assert [(one["number"], one["approved_by"]) for one in listed] == [(1, PEOPLE["manager"])]
        assert page.desk.changes[0]["what"] == "edition.approve"

    def test_what_is_approved_and_does_not_come_is_said_to_be_stuck(self, page: Page) -> None:
        page.press.commit("a", "First")
        page.take()
        page.desk.post("/api/staff/editions/approve", {"approve": page.now()["draft"]["id"]})
        assert page.now()["stuck"] is False
        page.world.clock.pass_by(seconds=LATE_AFTER.total_seconds() + 1)
        assert page.now()["stuck"] is True

    def test_others_read_what_is_public_and_only_a_manager_decides(self, page: Page) -> None:
        page.publish("a")
        page.press.commit("b", "Secret plan")
        page.take()
        assert page.now()["draft"]
        viewer, owner = page.now("viewer"), page.now("owner")
        assert (viewer["draft"], viewer["requests"], viewer["may_approve"]) == (None, [], False)
        assert (viewer["public"]["number"], owner["may_approve"], bool(owner["draft"])) == (1, False, True)
        assert page.desk.get("/api/staff/editions/list", "viewer").json["items"][0]["approved_by"] == ""
        draft = page.now()["draft"]["id"]
        for role in ("owner", "viewer"):
            for path, body in (
                ("approve", {"approve": draft}),
                ("refresh", {}),
                ("rollback", {"edition": 1, "public": 1}),
            ):
                assert page.desk.post(f"/api/staff/editions/{path}", body, role).status == 403  # type: ignore[arg-type]
            assert page.desk.get("/api/staff/editions/1/back", role).status == 403  # type: ignore[arg-type]

    def test_the_list_comes_in_parts(self, page: Page) -> None:
        for number in range(30):
            page.publish(f"c{number}")
        first = page.desk.get("/api/staff/editions/list").json
        second = page.desk.get(f"/api/staff/editions/list?after={first['next']}").json
        numbers = [one["number"] for one in (*first["items"], *second["items"])]
        assert (numbers, len(first["items"]), second["next"]) == (list(range(30, 0, -1)), 25, "")
        assert refused(page.desk.get("/api/staff/editions/list?after=xx%20")) == (400, "after")


class TestBringingBack:
    def test_it_is_shown_first_then_done_and_the_rest_waits_for_a_yes(self, page: Page) -> None:
        page.publish("a")
        page.publish("b")
        seen = page.desk.get("/api/staff/editions/1/back").json
        assert (seen["public"], [one["en"] for one in seen["changes"]["removed"]]) == (2, ["About b (en)"])
        answer = page.back(1, seen["public"])
        assert (answer.json["requests"][0]["state"], page.press.front["number"]) == ("asked", 2)
        page.take()
        assert (page.press.titles, page.press.front["number"]) == (["About a (en)"], 3)
        now = page.now()
        assert (now["requests"][0]["state"], now["public"]["held"]) == ("done", True)
        latest = page.desk.get("/api/staff/editions/list").json["items"][0]
        assert (latest["restores"], latest["approved_by"]) == (1, PEOPLE["manager"])
        page.press.whole()

    def test_handed_over_again_it_is_done_once(self, page: Page) -> None:
        page.publish("a")
        page.publish("b")
        page.back(1, 2)
        assert [one["id"] for one in page.back(1, 2).json["requests"]] == [page.now()["requests"][0]["id"]]
        (waiting,) = page.world.carry_out_requests.waiting()
        for _ in range(3):
            page.world.carry_out_requests.carry_out(waiting)
        assert page.world.editions.page().number == 3
        assert page.now()["requests"][0]["state"] == "done"

    def test_where_another_edition_is_public_by_then_nothing_is_brought_back(self, page: Page) -> None:
        page.publish("a")
        page.publish("b")
        page.back(1, 2)
        asked = page.world.queue("PAGE").take_all()
        page.publish("c")
        page.world.queue("PAGE").send_once_a("again", asked[0])
        page.take()
        assert page.press.titles == ["About a (en)", "About b (en)", "About c (en)"]
        one = page.now()["requests"][0]
        assert (one["state"], one["reason"]) == ("refused", "replaced")

    def test_what_cannot_be_brought_back_is_refused_at_once(self, page: Page) -> None:
        page.publish("a")
        page.publish("b")
        assert refused(page.back(2, 2)) == (400, "edition")
        assert refused(page.back(9, 2)) == (404, "edition")
        assert page.back(0, 2).status == 400
        assert page.desk.post("/api/staff/editions/rollback", {"edition": "1", "public": 2}).status == 400
        for number in ("9", "x", "-1", "99999999", "\u0661"):
            assert page.desk.get(f"/api/staff/editions/{number}/back").status == 404, number
        assert page.now()["requests"] == []

    def test_nobody_comes_to_it_in_time(self, page: Page) -> None:
        page.publish("a")
        page.publish("b")
        page.back(1, 2)
        page.world.clock.pass_by(seconds=LATE_AFTER.total_seconds() + 1)
        assert page.now()["requests"][0]["late"] is True
        page.world.clock.pass_by(seconds=TOO_LATE.total_seconds())
        page.take()
        assert (page.press.front["number"], page.now()["requests"][0]["reason"]) == (2, "late")
        page.world.clock.pass_by(seconds=KEPT_FOR.total_seconds())
        assert page.now()["requests"] == []

    def test_while_somebody_else_publishes_it_waits_and_is_done_after(self, page: Page) -> None:
        page.publish("a")
        page.publish("b")
        page.back(1, 2)
        editions, now = page.world.editions, page.world.clock()
        mine = editions.begin(editions.page(), [], now, now + timedelta(minutes=5))
        page.take()
        assert (page.press.front["number"], page.now()["requests"][0]["state"]) == (2, "asked")
        assert page.world.queue("PAGE").bodies == [{"why": "busy"}]
        editions.give_back(mine)
        page.take()
        assert (page.press.titles, page.now()["requests"][0]["state"]) == (["About a (en)"], "done")

    def test_whoever_dies_over_it_is_followed_by_somebody_who_ends_it(self, page: Page) -> None:
        """At every write and every file."""
        died = 0
        for step in range(1, 200):
            press = Press("by_approval")
            with open_desk(press.world) as desk:
                one = Page(desk, press)
                one.publish("a")
                one.publish("b")
                one.back(1, 2)
                if not press.dies_at(step, one.take):
                    break
                died += 1
                press.world.clock.pass_by(minutes=6)
                one.take()
                press.world.clock.pass_by(minutes=6)
                one.take()
                assert press.titles == ["About a (en)"], step
                assert one.now()["requests"][0]["state"] == "done", step
                restores = [it.restores for it in press.world.editions.list() if it.restores]
                assert restores == [1], (step, restores)
        assert died > 5

    def test_what_breaks_holds_up_nothing_else_and_is_raised(self, page: Page) -> None:
        page.publish("a")
        page.publish("b")
        page.back(1, 2)
        page.press.commit("c", "New")

        def broken(*_: object) -> None:
            raise RuntimeError("a fault of ours")

        with patch.object(type(page.world.roll_back), "to", broken), pytest.raises(RuntimeError, match="fault of ours"):
            page.take()
        assert page.now()["draft"] is not None
        assert page.now()["requests"][0]["state"] == "asked"

    def test_two_who_decide_at_one_moment_leave_one_decision(self, page: Page) -> None:
        page.publish("a")
        page.publish("b")
        page.back(1, 2)
        (one,) = page.world.carry_out_requests.waiting()
        page.world.page_requests.save(one.refused(page.world.clock(), "late"))
        page.world.carry_out_requests.settle([one])
        with pytest.raises(ConflictError):
            page.world.page_requests.save(one.done(page.world.clock()))
        assert page.now()["requests"][0]["reason"] == "late"
