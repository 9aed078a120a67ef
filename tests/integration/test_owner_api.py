"""What our own people do by the links in their mails, on moto: each within the policy of one function."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.builders import MONDAY, contact, programme, sent_invitation
from tests.fakes import keeps_by
from tests.integration.test_handlers import SITE, Stack, http, outbox, stack
from tests.integration.test_telling import OTTO, mails_to, own, writes

__all__ = ["stack"]  # the fixture

WEEKLY = {"schedule": "weekly", "scheduled_time": MONDAY.isoformat()}
ROUTES = [("GET", "/api/case"), ("GET", "/api/review"), ("GET", "/api/hold")]
ROUTES += [("POST", path) for _, path in ROUTES]


@pytest.fixture(autouse=True)
def meetings(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The company reviews its accounts in meetings, and its owners get digests."""
    rules = programme(reviews="quarterly", digests={"owners": True})
    monkeypatch.setattr("sayso.wiring_adapters.load_programme", lambda: rules)
    with keeps_by(stack.clock):
        yield


def with_an_account(stack: Stack) -> None:
    owner_id = stack.wiring.owners.remember(OTTO)
    stack.add(contact(name="Anna Jansen", owner_email=OTTO, owner_id=owner_id), sent_invitation())


def links_in(page: str) -> list[str]:
    """The tokens of the links to a page in what Otto was mailed."""
    text = "".join(str(vars(mail)) for mail in mails_to(OTTO))
    return sorted({found[1] for found in re.finditer(rf"{re.escape(SITE)}/{page}/en\.html\?t=([\w.-]+)", text)})


def test_the_list_of_a_quarter_is_mailed_and_its_link_records_a_review(stack: Stack) -> None:
    with_an_account(stack)
    stack.invoke("digest", WEEKLY)
    (token,) = links_in("review")
    status, shown = own(stack, "GET", "/api/review", token=token)
    assert (status, [one["account"] for one in shown["accounts"]], shown["owner"]) == (200, ["Kaasboer"], OTTO)
    assert not writes(stack)
    (listed,) = shown["accounts"]
    given = {"account_id": listed["account_id"], "contact_id": "c1", "score": 8, "why": "Good people."}
    for _ in range(2):
        status, said = own(stack, "POST", "/api/review", given, token=token)
        assert (status, said["review"]["score"], said["review"]["why"]) == (200, 8, "Good people.")
    assert own(stack, "POST", "/api/review", {**given, "score": 9}, token=token)[1]["review"]["score"] == 9
    (answer,) = stack.wiring.responses.of_contact("c1")
    assert (answer.survey, answer.score, answer.state) == ("review", 9, "confirmed")
    pages = len(outbox())
    stack.clock.pass_by(days=7)
    stack.invoke("digest", {**WEEKLY, "scheduled_time": stack.clock.now.isoformat()})
    assert len(links_in("review")) == 1, "the list is mailed once a quarter"
    assert len(outbox()) >= pages


def test_the_page_for_a_meeting_opens_by_its_link_and_says_why_when_it_does_not(stack: Stack) -> None:
    with_an_account(stack)
    stack.invoke("digest", WEEKLY)
    (listed,) = own(stack, "GET", "/api/review", token=links_in("review")[0])[1]["accounts"]
    answer = stack.invoke("owner_api", http("GET", listed["pack"].removeprefix(SITE)))
    assert (answer["statusCode"], "Kaasboer" in answer["body"]) == (200, True)
    assert not writes(stack)
    answer = stack.invoke("owner_api", http("GET", "/api/review/pack/junk"))
    assert (answer["statusCode"], "Kaasboer" in answer["body"]) == (403, False)
    assert answer["headers"]["Content-Type"] == "text/html; charset=utf-8"


def test_a_hold_by_its_link_keeps_the_account_from_being_asked_and_can_be_taken_back(stack: Stack) -> None:
    with_an_account(stack)
    owner_id = stack.wiring.owners.remember(OTTO)
    link = stack.wiring.links.hold("account-kaasboer", owner_id, "en", MONDAY)
    token = link.partition("t=")[2]
    assert own(stack, "GET", "/api/hold", token=token) == (200, {"account": "Kaasboer", "hold": None})
    assert not writes(stack)
    status, shown = own(stack, "POST", "/api/hold", {"weeks": 4, "reason": "contract talks"}, token=token)
    assert (status, shown["hold"]["until"], shown["hold"]["by"]) == (200, "2026-03-30", OTTO)
    assert dict(stack.wiring.standings.holds())["account-kaasboer"].reason == "contract talks"
    for _ in range(2):
        status, shown = own(stack, "POST", "/api/hold", {"release": True}, token=token)
        assert (status, shown["hold"]) == (200, None)


@pytest.mark.parametrize("token", ["", "junk", "a.b.c", "ü"])
@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_link_that_is_not_ours_is_refused_before_any_read(stack: Stack, method: str, path: str, token: str) -> None:
    body: Any = {"do": "contacted"} if method == "POST" else None
    status, shown = own(stack, method, path, body, token=token)
    assert (status, shown["error"]["field"]) == (403, "token")
    assert not any(action.startswith("dynamodb:") for action, _ in stack.calls)


@pytest.mark.parametrize("purpose", ["case", "review", "hold"])
def test_what_a_link_was_about_may_be_gone(stack: Stack, purpose: str) -> None:
    links = stack.wiring.links
    gone = {
        "case": links.case("gone", "o", "en", MONDAY),
        "review": links.review("o", "2026-Q1", "en", MONDAY),
        "hold": links.hold("gone", "o", "en", MONDAY),
    }[purpose]
    status, shown = own(stack, "GET", f"/api/{purpose}", token=gone.partition("t=")[2])
    if purpose == "review":
        assert (status, shown["accounts"]) == (200, [])
    else:
        assert (status, shown["error"]["field"]) == (404, "token" if purpose == "case" else "account")


@pytest.mark.parametrize(("method", "path"), [("DELETE", "/api/case"), ("GET", "/api/answer"), ("POST", "/api/hold/x")])
def test_there_is_nothing_else(stack: Stack, method: str, path: str) -> None:
    assert own(stack, method, path, {}, token="x")[0] in (404, 405)
