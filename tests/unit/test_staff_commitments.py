"""Commitments at the desk: who reads what, nothing is overwritten unseen, and nobody is told or quoted unseen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.adapters import keys
from sayso.adapters.items import Put
from sayso.adapters.mails import MailWriter
from sayso.adapters.mapping import to_item
from sayso.domain.commitment import Asker
from sayso.domain.page_request import TOO_LATE, WantedQuote
from sayso.domain.quote import Quote
from sayso.domain.quote_standing import why_fallen
from sayso.domain.response import SaidWords
from sayso.domain.theme import Filing
from sayso.handlers import publish_page
from tests.builders import MONDAY, World, response, sqs_event
from tests.desk import PEOPLE, Desk, open_desk
from tests.news import asker, done, put_on_page, show
from tests.unit.test_keep_quotes import FAST, WHY, a_world

THREE = {"en": "A reply in an hour", "de": "Antwort in einer Stunde", "nl": "Antwoord binnen een uur"}
HEARD = {"en": "You wait too long.", "de": "Sie warten zu lange.", "nl": "U wacht te lang."}
FIELDS = {"title": THREE, "heard": HEARD, "theme": "slow_replies"}


@pytest.fixture
def desk() -> Iterator[Desk]:
    with open_desk() as desk:
        yield desk


def add(desk: Desk, name: str = "replies", **fields: Any) -> dict[str, Any]:
    added = desk.post("/api/staff/commitments", {"id": name, "fields": {**FIELDS, **fields}})
    assert added.status == 200, added.json
    return dict(added.json)


def refused(answer: Any) -> tuple[int, str]:
    return answer.status, answer.json["error"]["field"]


class TestWriting:
    def test_it_is_written_published_changed_and_taken_off_and_all_of_that_is_recorded(self, desk: Desk) -> None:
        first = add(desk)
        assert (first["line"]["state"], first["line"]["missing"], first["removable"]) == ("draft", [], True)
        public = desk.post("/api/staff/commitments/replies/publish", {"seen": first["state"]}).json
        assert (public["line"]["state"], public["line"]["published_on"]) == ("public", "2026-03-02")
        body = {"seen": public["state"], "fields": {"title": {"de": "Am selben Tag"}}}
        changed = desk.post("/api/staff/commitments/replies", body).json
        assert changed["line"]["state"] == "changed"
        assert changed["differs"] == [
            {"field": "title.de", "before": "Antwort in einer Stunde", "after": "Am selben Tag"}
        ]
        off = desk.post("/api/staff/commitments/replies/unpublish", {"seen": changed["state"]}).json
        assert (off["line"]["state"], off["removable"]) == ("off", False)
        kinds = ["commitment.unpublish", "commitment.edit", "commitment.publish", "commitment.add"]
        assert [one["what"] for one in desk.changes] == kinds
        assert {one["state"] for one in desk.changes} == {"done"}
        edit = desk.changes[1]
        assert (edit["before"]["title"]["de"], edit["after"]["title"]["de"]) == (THREE["de"], "Am selben Tag")
        assert edit["by"] == PEOPLE["manager"]

    def test_who_has_seen_another_state_changes_nothing(self, desk: Desk) -> None:
        seen = add(desk)["state"]
        theirs = desk.post("/api/staff/commitments/replies", {"seen": seen, "fields": {"title": {"en": "Theirs"}}})
        assert theirs.status == 200
        before = desk.world.commitments.get("replies")
        for path, body in (
            ("", {"seen": seen, "fields": {"title": {"en": "Mine"}}}),
            ("/publish", {"seen": seen}),
            ("/remove", {"seen": seen}),
        ):
            assert refused(desk.post(f"/api/staff/commitments/replies{path}", body)) == (409, "seen")
        assert desk.world.commitments.get("replies") == before

    @pytest.mark.parametrize("step", ["/publish", ""])
    def test_nothing_comes_between_what_was_seen_and_what_is_done(self, desk: Desk, step: str) -> None:
        body: dict[str, Any] = {"seen": add(desk)["state"]}
        if not step:
            body["fields"] = {"title": {"en": "Mine"}}
        world, known = desk.world, desk.world.desk_commitments.check_seen

        def looked(commitment_id: str, seen: str) -> Any:
            found = known(commitment_id, seen)
            if world.keep_commitments.get("replies").title["en"] == THREE["en"]:
                world.keep_commitments.edit("replies", {"title": {"en": "Theirs"}}, "kim@polder.example")
            return found

        world.desk_commitments.__dict__["check_seen"] = looked
        assert refused(desk.post(f"/api/staff/commitments/replies{step}", body)) == (409, "seen")
        kept = world.keep_commitments.get("replies")
        assert (kept.title["en"], kept.public) == ("Theirs", None)

    def test_that_somebody_was_linked_meanwhile_is_no_conflict(self, desk: Desk) -> None:
        seen = add(desk)["state"]
        asker(desk.world, 1, "replies")
        body = {"seen": seen, "fields": {"title": {"en": "Mine"}}}
        assert desk.post("/api/staff/commitments/replies", body).status == 200

    def test_every_problem_is_named_by_field_and_language(self, desk: Desk) -> None:
        fields = {
            "title": {"en": "x" * 121, "de": "zwei\nZeilen", "fr": "Non"},
            "heard": {"nl": "y" * 1_001},
            "status": "done",
            "done_on": "31.12.2026",
            "theme": "nothing",
            "owner": "somebody@elsewhere.example",
        }
        found = desk.post("/api/staff/commitments/_check", {"id": "Not A Name", "fields": fields}).json["problems"]
        named = {one["field"] for one in found}
        assert {"id", "title.en", "title.de", "title.fr", "heard.nl", "done_on", "theme", "owner", "did"} <= named
        assert refused(desk.post("/api/staff/commitments", {"id": "a", "fields": fields}))[0] == 400
        assert desk.world.commitments.list() == []
        add(desk)
        again = desk.post("/api/staff/commitments/replies/check", {"fields": {"status": "declined"}}).json
        assert [one["field"] for one in again["problems"]] == ["reason"]
        assert desk.post("/api/staff/commitments/replies/check", {"fields": {}}).json == {"problems": []}

    def test_without_a_text_in_every_language_it_is_not_published(self, desk: Desk) -> None:
        found = add(desk, heard={"en": "You wait."})
        assert found["line"]["missing"] == ["heard.de", "heard.nl"]
        answer = desk.post("/api/staff/commitments/replies/publish", {"seen": found["state"]})
        assert refused(answer) == (400, "heard.de")
        assert (desk.changes[0]["state"], desk.changes[0]["reason"]) == ("refused", "heard.de")

    def test_a_name_that_is_taken_or_none_is_refused_and_nothing_is_recorded(self, desk: Desk) -> None:
        add(desk)
        other = {**FIELDS, "heard": {"en": "Another thing"}}
        assert refused(desk.post("/api/staff/commitments", {"id": "replies", "fields": other})) == (400, "id")
        for name in ("Replies", "", "../x", "a b", "x" * 65):
            assert refused(desk.post("/api/staff/commitments", {"id": name, "fields": FIELDS}))[0] == 400, name
        assert len(desk.changes) == 1

    def test_the_same_again_is_the_one_there_is(self, desk: Desk) -> None:
        first = add(desk)
        desk.world.clock.pass_by(seconds=3)
        assert add(desk) == first
        assert len(desk.changes) == 1
        desk.post("/api/staff/commitments/replies/publish", {"seen": first["state"]})
        again = desk.post("/api/staff/commitments", {"id": "replies", "fields": FIELDS})
        assert refused(again) == (400, "id")

    def test_only_what_was_never_public_is_removed(self, desk: Desk) -> None:
        seen = add(desk)["state"]
        assert desk.post("/api/staff/commitments/replies/remove", {"seen": seen}).json["removed"] is True
        assert desk.get("/api/staff/commitments/replies").status == 404
        assert desk.changes[0]["before"]["title"] == THREE
        seen = add(desk)["state"]
        seen = desk.post("/api/staff/commitments/replies/publish", {"seen": seen}).json["state"]
        seen = desk.post("/api/staff/commitments/replies/unpublish", {"seen": seen}).json["state"]
        assert desk.post("/api/staff/commitments/replies/remove", {"seen": seen}).status == 400
        assert desk.get("/api/staff/commitments/replies").status == 200

    def test_hostile_texts_are_kept_as_text_and_cleaned(self, desk: Desk) -> None:
        found = add(desk, title={**THREE, "en": "<script>alert(1)</script>\u202e\x00 & more"})
        assert found["texts"]["title"]["en"] == "<script>alert(1)</script> & more"
        parts = desk.get("/api/staff/commitments/replies/preview?language=en").json["parts"]
        assert next(one["text"] for one in parts if one["kind"] == "title") == "<script>alert(1)</script> & more"
        for body in ({"id": "b", "fields": {"title": "x"}}, {"id": "b", "fields": {"voices": 9}}, {"id": "b"}, []):
            assert desk.post("/api/staff/commitments", body).status == 400
        large = {"id": "b", "fields": {"title": {"en": "x" * 70_000}}}
        assert desk.post("/api/staff/commitments", large).status in (400, 413)


class TestReading:
    def test_a_viewer_reads_what_the_page_says_and_nothing_else(self, desk: Desk) -> None:
        add(desk, "draft-only", owner="anna@polder.example")
        done(desk.world, owner="anna@polder.example", title={**THREE, "en": "Written since"}, voices=7)
        done(desk.world, "waits", on_page=False)
        listed = desk.get("/api/staff/commitments", "viewer").json
        assert (listed["public_only"], [one["id"] for one in listed["items"]]) == (True, ["faster-replies"])
        (one,) = listed["items"]
        assert (one["title"]["en"], one["owner"], one["voices"], one["updated_by"]) == ("Faster replies", "", None, "")
        assert one["asked_by"] == "several"
        shown = desk.get("/api/staff/commitments/faster-replies", "viewer").json
        assert (shown["texts"]["title"]["en"], shown["may_edit"], shown["state"]) == ("Faster replies", False, "")
        for name in ("draft-only", "waits", "nothing"):
            assert desk.get(f"/api/staff/commitments/{name}", "viewer").status == 404

    def test_an_owner_reads_all_of_them_and_changes_none(self, desk: Desk) -> None:
        seen = add(desk)["state"]
        assert desk.get("/api/staff/commitments/replies", "owner").json["may_edit"] is False
        assert desk.get("/api/staff/commitments", "owner").json["items"][0]["id"] == "replies"
        for path, body in (
            ("", {"seen": seen, "fields": {}}),
            ("/publish", {"seen": seen}),
            ("/remove", {"seen": seen}),
        ):
            assert desk.post(f"/api/staff/commitments/replies{path}", body, "owner").status == 403

    def test_the_preview_is_what_the_page_says(self, desk: Desk) -> None:
        add(desk, status="done", done_on="2026-02-20", did={"de": "Zwei Leute lesen jedes neue Ticket."})
        parts = desk.get("/api/staff/commitments/replies/preview?language=de").json["parts"]
        told = [(one["kind"], one["text"]) for one in parts]
        assert told[0] == ("status", "Erledigt im Februar 2026")
        assert ("title", THREE["de"]) in told
        assert ("words", "Zwei Leute lesen jedes neue Ticket.") in told
        english = desk.get("/api/staff/commitments/replies/preview?language=en").json["parts"]
        assert [one["language"] for one in english if one["text"] == "Zwei Leute lesen jedes neue Ticket."] == ["de"]
        assert refused(desk.get("/api/staff/commitments/replies/preview?language=xx")) == (400, "language")

    def test_history_comes_part_by_part_and_each_change_once(self, desk: Desk) -> None:
        state = add(desk, title={"en": "0"})["state"]
        for number in range(1, 26):
            desk.world.clock.pass_by(minutes=1)
            body = {"seen": state, "fields": {"title": {"en": str(number)}}}
            state = desk.post("/api/staff/commitments/replies", body).json["state"]
        seen, after, parts = [], "", 0
        while True:
            part = desk.get(f"/api/staff/commitments/replies/history?after={after}").json
            seen += [tuple(f[k] for k in ("before", "after")) for one in part["items"] for f in one["fields"]]
            kinds, parts, after = [one["what"] for one in part["items"]], parts + 1, part["next"]
            if not after:
                break
        assert seen == [(str(number - 1), str(number)) for number in range(25, 0, -1)]
        assert (kinds[-1], parts > 2) == ("added", True)
        assert refused(desk.get("/api/staff/commitments/replies/history?after=%21")) == (400, "after")

    def test_a_list_of_many_is_read_in_parts(self, desk: Desk) -> None:
        for number in range(120):
            done(desk.world, f"c{number:03d}", public=None, published_on=None, on_page=False)
        first = desk.get("/api/staff/commitments").json
        second = desk.get(f"/api/staff/commitments?after={first['next']}").json
        assert (len(first["items"]), len(second["items"]), second["next"]) == (100, 20, "")


FILED = {"slow_replies": Filing(state="filed", rule="drivers")}


def answered(world: World, number: int, score: int = 3, owner: str = "kim@polder.example", **changes: Any) -> Any:
    """An answer of somebody whom an owner looks after, filed under slow replies, with words."""
    person = world.add_contact(
        contact_id=f"crm-{number}", email=f"p{number}@a{number}.example", account=f"A{number}", owner_email=owner,
        role="user",
    )  # fmt: skip
    world.asked(person)
    given = response(contact_id=person.contact_id, score=score, themes=FILED, has_words=True, **changes)
    world.responses.save(given.having(revision=0), SaidWords(why=f"slow {number}"), MONDAY + timedelta(days=99), None)
    return given


def ref(given: Any) -> dict[str, str]:
    return dict(zip(("contact_id", "survey", "occasion"), given.reference, strict=True))


class TestLinking:
    def test_suggested_answers_are_linked_once_and_unlinked(self, desk: Desk) -> None:
        add(desk)
        given = [answered(desk.world, number) for number in range(3)]
        answered(desk.world, 9, score=10)
        items = desk.get("/api/staff/commitments/replies/suggestions").json["items"]
        assert {one["why"] for one in items} == {"slow 0", "slow 1", "slow 2"}
        body = {"add": [ref(one) for one in given] * 2}
        assert desk.post("/api/staff/commitments/replies/answers", body).json == {"moved": 3, "voices": 3}
        assert desk.post("/api/staff/commitments/replies/answers", body).json == {"moved": 0, "voices": 3}
        assert desk.get("/api/staff/commitments/replies/suggestions").json["items"] == []
        linked = desk.get("/api/staff/commitments/replies/answers").json
        assert (linked["voices"], {one["linked_by"] for one in linked["items"]}) == (3, {PEOPLE["manager"]})
        moved = desk.post("/api/staff/commitments/replies/answers", {"remove": [ref(given[0])]}).json
        assert moved == {"moved": -1, "voices": 2}
        assert desk.changes[0]["after"]["removed"]
        assert "slow" not in str(desk.changes[0])

    def test_what_cannot_be_linked_is_refused_and_changes_nothing(self, desk: Desk) -> None:
        add(desk)
        good = answered(desk.world, 1)
        waiting = answered(desk.world, 2, state="provisional", confirmed_at=None)
        nobody = {"contact_id": "nobody", "survey": "annual", "occasion": "1"}
        for wrong in (ref(waiting), nobody):
            answer = desk.post("/api/staff/commitments/replies/answers", {"add": [ref(good), wrong]})
            assert refused(answer) in ((400, "add"), (404, "add"))
        many = {"add": [ref(good)] * 101}
        assert desk.post("/api/staff/commitments/replies/answers", many).status == 400
        assert desk.world.keep_commitments.get("replies").voices == 0

    def test_an_owner_finds_the_answers_of_their_own_accounts_alone(self, desk: Desk) -> None:
        add(desk)
        mine, other = answered(desk.world, 1, owner=PEOPLE["owner"]), answered(desk.world, 2)
        desk.post("/api/staff/commitments/replies/answers", {"add": [ref(mine), ref(other)]})
        found = desk.get("/api/staff/commitments/replies/answers", "owner").json
        assert [one["why"] for one in found["items"]] == ["slow 1"]
        assert desk.get("/api/staff/commitments/replies/answers", "viewer").status == 403

    def test_what_complains_about_its_reader_is_not_there(self, desk: Desk) -> None:
        add(desk)
        driver = desk.world.programme.follow_up.owner_driver
        given = answered(desk.world, 1, owner=PEOPLE["manager"], drivers=(driver,))
        desk.world.desk_links.change("replies", [given.reference], [], "boss@polder.example", lambda: None)
        found = desk.get("/api/staff/commitments/replies/answers").json
        assert (found["items"], found["voices"]) == ([], 1)

    def test_of_somebody_who_was_erased_nothing_is_left_but_that_they_asked(self, desk: Desk) -> None:
        add(desk)
        given = answered(desk.world, 1)
        desk.post("/api/staff/commitments/replies/answers", {"add": [ref(given)]})
        desk.world.erase_contact.erase(given.contact_id, "vera")
        found = desk.get("/api/staff/commitments/replies/answers").json
        assert found["voices"] == 1
        assert all(one["erased"] and not one["why"] and not one["name"] for one in found["items"])

    def test_what_is_read_does_not_grow_with_those_behind_it(self, desk: Desk) -> None:
        counts = []
        for name, people in (("few", 30), ("many", 150)):
            done(desk.world, name, on_page=False)
            for at in range(people):
                one = Asker(contact_id=f"c{at:04d}", references=("annual#1",), linked_at=MONDAY)
                desk.world.items.write(Put(to_item(keys.asker(name, one.contact_id), "asker", one)))
            for path in ("answers", "telling"):
                before = desk.world.items.reads
                part = desk.get(f"/api/staff/commitments/{name}/{path}").json
                assert (len(part["items"]), bool(part["next"])) == (25, True)
                counts.append((path, desk.world.items.reads - before))
        assert counts[:2] == counts[2:]


class TestTelling:
    @pytest.fixture
    def told(self, desk: Desk) -> Desk:
        desk.world.mail_writer = MailWriter(desk.world.renderer, desk.world.programme)  # type: ignore[assignment]
        done(desk.world)
        for number in range(3):
            asker(desk.world, number)
        return desk

    def test_who_was_seen_is_told_once_and_what_became_of_it_is_shown(self, told: Desk) -> None:
        path = "/api/staff/commitments/faster-replies/telling"
        seen = told.get(path).json
        assert {one["verdict"] for one in seen["items"]} == {"now"}
        assert [one["language"] for one in seen["mails"]] == list(told.world.programme.company.languages)
        assert "Schnellere Antworten" in seen["mails"][1]["subject"] + seen["mails"][1]["text"]
        people = [one["contact_id"] for one in seen["items"]][:2]
        body = {"people": people, "text": seen["text"]}
        assert told.post(path, body).json["told"] == 2
        assert told.post(path, body).json["told"] == 0
        told.world.tick_news()
        assert len(told.world.mailer.outbox) == 2
        now = {one["contact_id"]: one for one in told.get(path).json["items"]}
        assert {now[one]["became"] for one in people} == {"sent"}
        assert [one["verdict"] for name, one in now.items() if name not in people] == ["now"]
        assert set(told.changes[1]["after"]["told"]) == set(people)
        assert "@" not in str(told.changes[1]["after"])

    def test_a_mail_that_says_something_else_by_now_goes_to_nobody(self, told: Desk) -> None:
        path = "/api/staff/commitments/faster-replies/telling"
        seen = told.get(path).json
        known = told.world.commitments.get("faster-replies")
        assert known
        assert known.public
        anew = known.public.having(did={"en": "A third shift."})
        told.world.commitments.save(known.having(public=anew, did=anew.did))
        show(told.world)
        body = {"people": [seen["items"][0]["contact_id"]], "text": seen["text"]}
        assert refused(told.post(path, body)) == (409, "text")
        assert refused(told.post(path, {"people": ["nobody"], "text": told.get(path).json["text"]})) == (400, "people")
        told.world.tick_news()
        assert told.world.mailer.outbox == []

    @pytest.mark.parametrize(
        ("changes", "why"),
        [({"public": None}, "not_public"), ({"on_page": False}, "not_on_page")],
    )
    def test_before_the_page_says_so_nobody_is_told(self, desk: Desk, changes: dict[str, Any], why: str) -> None:
        done(desk.world, **{"on_page": False, **changes})
        asker(desk.world, 1)
        seen = desk.get("/api/staff/commitments/faster-replies/telling").json
        assert (seen["not_yet"], seen["mails"], seen["text"]) == (why, [], "")
        assert [one["verdict"] for one in seen["items"]] == ["unasked"]
        body = {"people": [seen["items"][0]["contact_id"]], "text": "x"}
        assert refused(desk.post("/api/staff/commitments/faster-replies/telling", body)) == (409, "text")

    def test_what_a_rollback_took_off_the_page_says_so_and_ends_when_its_mail_is_due(self, told: Desk) -> None:
        path = "/api/staff/commitments/faster-replies/telling"
        seen = told.get(path).json
        body = {"people": [one["contact_id"] for one in seen["items"]], "text": seen["text"]}
        assert told.post(path, body).json["told"] == 3
        put_on_page(told.world, ())
        waits = told.get(path).json
        assert (waits["not_yet"], {one["became"] for one in waits["items"]}) == ("not_on_page", {"waits"})
        told.world.tick_news()
        over = told.get(path).json["items"]
        assert {(one["became"], one["reason"]) for one in over} == {("skipped", "not_public")}
        show(told.world)
        assert {one["verdict"] for one in told.get(path).json["items"]} == {"now"}
        told.world.tick_news()
        assert told.world.mailer.outbox == []

    def test_only_a_manager_tells(self, told: Desk) -> None:
        for role in ("owner", "viewer"):
            assert told.get("/api/staff/commitments/faster-replies/telling", role).status == 403


def take(world: World) -> None:
    """The function that publishes takes what is on its queue."""
    bodies = world.queue("PAGE").take_all()
    with patch.object(publish_page, "of_this_function", lambda: world):
        assert publish_page.handle(sqs_event(bodies), None) == {"batchItemFailures": []}  # type: ignore[arg-type]


class TestQuoting:
    def test_words_are_chosen_once_everybodys_names_were_looked_for(self) -> None:
        world, _, given = a_world()
        with open_desk(world) as desk:
            add(desk, "a")
            body = {"answer": ref(given), "text": FAST, "translations": {"nl": "Snel."}, "commitment_id": "a"}
            asked = desk.post("/api/staff/quotes", body).json["request"]
            assert (asked["state"], desk.get("/api/staff/quotes").json["items"]) == ("asked", [])
            take(world)
            page = desk.get("/api/staff/quotes").json
            assert [(one["id"], one["fallen"], one["chosen_by"]) for one in page["items"]] == [
                (asked["id"], "", PEOPLE["manager"])
            ]
            assert page["requests"][0]["state"] == "done"
            assert FAST not in str(list(world.items.scan(("2026", "PAGE_REQUESTS"))))
            assert "fast" not in str(desk.changes)
            gone = desk.post(f"/api/staff/quotes/{asked['id']}/remove", {})
            assert (gone.json["removed"], desk.get("/api/staff/quotes").json["items"]) == (True, [])
            assert desk.post(f"/api/staff/quotes/{asked['id']}/remove", {}).status == 404

    def test_the_same_words_twice_are_one_wish_and_one_quote(self) -> None:
        world, _, given = a_world()
        body = {"answer": ref(given), "text": FAST}
        with open_desk(world) as desk:
            first = desk.post("/api/staff/quotes", body).json["request"]
            world.clock.pass_by(seconds=2)
            assert desk.post("/api/staff/quotes", body).json["request"]["id"] == first["id"]
            (waiting,) = world.carry_out_requests.waiting()
            # Of two that were sent at the same moment neither has seen the other.
            beside = waiting.having(request_id="f" * 32, asked_at=world.clock(), revision=0)
            world.page_requests.save(beside)
            take(world)
            assert [one.state for one in world.page_requests.latest()] == ["done", "done"]
            (quote,) = world.quotes.list()
            assert quote.quote_id == first["id"]
            again = desk.post("/api/staff/quotes", body).json["request"]
            assert (again["id"], again["state"]) == (first["id"], "done")
            assert world.carry_out_requests.waiting() == []
            assert desk.post("/api/staff/quotes", {**body, "translations": {"nl": "Snel."}}).json["request"] != again
            taken = [one["after"] for one in desk.changes]
            assert [sorted(one) for one in taken] == [["commitment", "request"], ["commitment", "quote"]] + [
                ["commitment", "request"]
            ] * 2

    def test_a_wish_that_is_refused_later_leaves_no_quote_in_the_record(self) -> None:
        world, _, given = a_world(why="Ms Visserman told us.")
        world.add_contact(contact_id="crm-77", email="x@bakery.example", account="Bakery", name="Tess Visserman")
        with open_desk(world) as desk:
            body = {"answer": ref(given), "text": "Ms Visserman told us."}
            asked = desk.post("/api/staff/quotes", body).json["request"]
            take(world)
            assert desk.changes[0]["after"] == {"request": asked["id"], "commitment": ""}
            world.clock.pass_by(seconds=2)
            assert desk.post("/api/staff/quotes", body).json["request"]["id"] != asked["id"]

    def test_a_name_of_no_quote_is_kept_nowhere(self) -> None:
        with open_desk() as desk:
            assert desk.post("/api/staff/quotes/Anna%20Jansen/remove", {}).status == 404
            assert desk.changes == []

    def test_what_can_be_seen_at_once_is_refused_at_once(self) -> None:
        world, person, given = a_world()
        with open_desk(world) as desk:
            for text, field in (("Nobody said this", "text.en"), (person.account, "text.en")):
                assert refused(desk.post("/api/staff/quotes", {"answer": ref(given), "text": text})) == (400, field)
            nobody = {"contact_id": "x", "survey": "annual", "occasion": "1"}
            assert refused(desk.post("/api/staff/quotes", {"answer": nobody, "text": FAST})) == (404, "answer")
            assert desk.get("/api/staff/quotes").json["requests"] == []

    def test_the_name_of_somebody_else_on_the_list_is_found_later_and_said(self) -> None:
        world, _, given = a_world(why="Ms Visserman of the bakery told us how good you are.")
        world.add_contact(contact_id="crm-77", email="x@bakery.example", account="Bakery", name="Tess Visserman")
        with open_desk(world) as desk:
            text = "Ms Visserman of the bakery told us how good you are."
            assert desk.post("/api/staff/quotes", {"answer": ref(given), "text": text}).status == 200
            take(world)
            page = desk.get("/api/staff/quotes").json
            assert (page["items"], page["requests"][0]["state"]) == ([], "refused")
            assert "Visserman" in page["requests"][0]["reason"]

    def test_handed_over_twice_it_is_chosen_once_and_too_late_not_at_all(self) -> None:
        world, _, given = a_world()
        with open_desk(world) as desk:
            desk.post("/api/staff/quotes", {"answer": ref(given), "text": FAST})
            (waiting,) = world.carry_out_requests.waiting()
            world.carry_out_requests.carry_out(waiting)
            world.carry_out_requests.carry_out(waiting)
            assert len(world.quotes.list()) == 1
            desk.post("/api/staff/quotes", {"answer": ref(given), "text": "Your team answers fast."})
            world.clock.pass_by(seconds=TOO_LATE.total_seconds() + 1)
            take(world)
            assert (len(world.quotes.list()), desk.get("/api/staff/quotes").json["requests"][0]["reason"]) == (
                1,
                "late",
            )

    def test_of_one_that_fell_it_is_said_why(self) -> None:
        world, person, given = a_world()
        quote = world.keep_quotes.choose(
            WantedQuote(**ref(given), text=FAST),
            "kim",
        )
        with open_desk(world) as desk:
            known = world.responses.get(*given.reference)
            assert known
            expires = MONDAY + timedelta(days=90)
            known = world.responses.save(known, SaidWords(why="Something else"), expires, None)
            assert desk.get("/api/staff/quotes").json["items"][0]["fallen"] == "changed"
            known = world.responses.save(known.having(quote=False), None, expires, None)
            assert desk.get("/api/staff/quotes").json["items"][0]["fallen"] == "taken_back"
        assert why_fallen(quote, None, SaidWords()) == "erased"
        assert why_fallen(quote, given.having(state="machine"), SaidWords(why=WHY)) == "unconfirmed"
        assert why_fallen(quote, given, SaidWords()) == "no_words"
        assert why_fallen(quote, given, SaidWords(why=WHY.replace("\n", " "))) == ""
        assert person
        assert isinstance(quote, Quote)

    def test_only_a_manager_quotes(self, desk: Desk) -> None:
        for role in ("owner", "viewer"):
            assert desk.get("/api/staff/quotes", role).status == 403
