"""What a helpdesk sends becomes an event on the bus, is ignored with a reason, or is refused by name."""

from __future__ import annotations

import base64
import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.hook_events import Ignored, read
from sayso.domain.hooks import Hook
from sayso.domain.programme import Programme
from sayso.domain.signatures import sign
from sayso.domain.tickets import TicketEvent
from sayso.domain.touchpoints import TouchpointEvent
from sayso.handlers import edge, hooks
from sayso.services.take_hook import LARGEST_BODY
from tests.builders import MONDAY, PROGRAMME, THROUGH_CLOUDFRONT, World, programme

SECRET = "a-shared-secret-1234"
TICKET = {
    "ticket": {
        "id": 4711,
        "requester_email": "anna@kaasboer.example",
        "requester_name": "Anna Jansen",
        "status": "Solved",
        "tags": "vip contract_a",
        "updated_at": "2026-03-02T09:00:00Z",
    }
}
CRM = {
    "crm": {
        "scheme": "header",
        "header": "X-Secret",
        "touchpoint": "project_delivered",
        "fields": {"reference": "project", "email": "email", "contact_id": "id", "name": "name", "time": "at"},
    }
}
DELIVERED = {"project": "17", "email": "anna@kaasboer.example", "name": "Anna", "at": 1772442000}


def ticket_body(**changes: Any) -> dict[str, Any]:
    return {"ticket": {**TICKET["ticket"], **changes}}


def with_touchpoints(**changes: Any) -> Programme:
    survey = {"project_delivered": {"event": "touchpoint"}}
    return programme(surveys=survey, **{"hooks": CRM, **changes})


def said(body: Any, hook: Hook | None = None, now: datetime = MONDAY) -> TicketEvent | TouchpointEvent | Ignored:
    return read(hook or PROGRAMME.hooks["zendesk"], "zendesk", json.dumps(body).encode(), now)


def changed(**changes: Any) -> Hook:
    """The hook of the example programme with some fields of its map changed."""
    before = PROGRAMME.hooks["zendesk"].model_dump(exclude_none=True)
    fields = {**before["fields"], **changes.pop("fields", {})}
    return Hook.model_validate({**before, **changes, "fields": {k: v for k, v in fields.items() if v}})


class Door:
    """Calls the function as the HTTP API does."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.hook_secrets |= dict.fromkeys(world.programme.hooks, (SECRET,))

    def post(self, body: Any, source: str = "zendesk", *, binary: bool = False, **headers: str) -> tuple[int, Any]:
        raw = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        hook = self.world.programme.hooks.get(source, PROGRAMME.hooks["zendesk"])
        given = {**sign(hook, SECRET, raw, self.world.clock()), **{k.replace("_", "-"): v for k, v in headers.items()}}
        return self.call(source, raw, given, binary=binary)

    def call(self, source: str, raw: bytes, headers: dict[str, str], *, binary: bool = False) -> tuple[int, Any]:
        text = base64.b64encode(raw).decode() if binary else raw.decode()
        event = {"headers": headers, "body": text, "isBase64Encoded": binary, "pathParameters": {"source": source}}
        return self.answer(event)

    def answer(self, event: dict[str, Any]) -> tuple[int, Any]:
        event = {**event, "headers": {**(event.get("headers") or {}), **THROUGH_CLOUDFRONT}}
        here = lambda: self.world  # noqa: E731
        with patch.object(hooks, "of_this_function", here), patch.object(edge, "of_this_function", here):
            answer = hooks.handle(event, None)
        assert answer["headers"]["Cache-Control"] == "no-store"
        return answer["statusCode"], json.loads(answer["body"])


def metrics_of(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The metrics of webhooks that were written."""
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if "CloudWatchMetrics" in line]
    return [name for line in lines for name in ("HookMalformed", "HookRefused") if line.get(name) == [1.0]]


@pytest.fixture
def door() -> Door:
    return Door(World())


class TestReading:
    def test_a_solved_ticket_becomes_an_event(self) -> None:
        assert said(TICKET) == TicketEvent(
            event="ticket.solved",
            source="zendesk",
            ticket_id="4711",
            requester_email="anna@kaasboer.example",
            requester_name="Anna Jansen",
            tags=("vip contract_a", "vip", "contract_a"),
            time=MONDAY,
        )

    @pytest.mark.parametrize(
        ("status", "event"), [("CLOSED", "ticket.closed"), ("Open", "ticket.reopened"), (" solved ", "ticket.solved")]
    )
    def test_the_status_says_what_happened_in_any_case(self, status: str, event: str) -> None:
        heard = said(ticket_body(status=status))
        assert isinstance(heard, TicketEvent)
        assert heard.event == event

    @pytest.mark.parametrize("status", ["deleted", "solved!", "4"])
    def test_a_status_of_no_meaning_is_ignored_before_anything_else_is_looked_at(self, status: str) -> None:
        assert isinstance(said({"ticket": {"status": status}}), Ignored)

    def test_a_ticket_of_somebody_without_an_address_is_ignored(self) -> None:
        assert said(ticket_body(requester_email=" ")) == Ignored("the requester has no e-mail address")

    @pytest.mark.parametrize(
        ("tags", "expected"),
        [
            ("", ()),
            (None, ()),
            ([], ()),
            (["A b", "c"], ("A b", "c")),
            ("no survey, vip ,, x", ("no survey", "vip", "x")),
            ("no survey;vip", ("no survey", "vip")),
            ("no survey", ("no survey", "no", "survey")),
            ("vip", ("vip",)),
        ],
    )
    def test_tags_come_as_a_list_or_in_one_text(self, tags: Any, expected: tuple[str, ...]) -> None:
        heard = said(ticket_body(tags=tags))
        assert isinstance(heard, TicketEvent)
        assert heard.tags == expected

    @pytest.mark.parametrize(
        "time",
        [
            "2026-03-02T10:00:00+01:00",
            "2026-03-02T10:00:00.000+0100",
            "2026-03-02 09:00:00Z",
            1772442000,
            "1772442000",
            1772442000000,
            1772442000.0,
        ],
    )
    def test_times_are_read_as_helpdesks_write_them(self, time: Any) -> None:
        heard = said(ticket_body(updated_at=time))
        assert isinstance(heard, TicketEvent)
        assert heard.time == MONDAY

    def test_a_time_without_an_offset_is_read_in_the_time_zone_of_the_source(self) -> None:
        heard = said(ticket_body(updated_at="2026-03-02T10:00:00"), changed(timezone="Europe/Amsterdam"))
        assert isinstance(heard, TicketEvent)
        assert heard.time == MONDAY

    def test_where_the_body_gives_no_time_it_is_now(self) -> None:
        heard = said(ticket_body(updated_at="nonsense"), changed(fields={"time": None}))
        assert isinstance(heard, TicketEvent)
        assert heard.time == MONDAY

    def test_a_clock_a_little_ahead_of_ours_is_no_mistake(self) -> None:
        assert isinstance(said(ticket_body(updated_at="2026-03-02T09:05:00Z")), TicketEvent)

    def test_a_touch_point_names_somebody_by_address_or_by_our_id(self) -> None:
        crm = with_touchpoints().hooks["crm"]
        heard = said(DELIVERED, crm)
        assert isinstance(heard, TouchpointEvent)
        assert (heard.survey, heard.reference, heard.email, heard.time) == (
            "project_delivered", "17", "anna@kaasboer.example", MONDAY,
        )  # fmt: skip
        by_id = said({"project": 17, "id": 99, "at": "2026-03-02T09:00:00Z"}, crm)
        assert isinstance(by_id, TouchpointEvent)
        assert (by_id.email, by_id.contact_id) == (None, "99")
        assert isinstance(said({"project": 17, "email": "", "at": 1772442000}, crm), Ignored)


WRONG = [
    (ticket_body(id=None), "ticket_id"),
    (ticket_body(id=""), "ticket_id"),
    (ticket_body(id="a#b"), "ticket_id"),
    (ticket_body(id={"a": 1}), "ticket_id"),
    (ticket_body(id=True), "ticket_id"),
    (ticket_body(requester_email=None), "requester_email"),
    (ticket_body(requester_email="nobody"), "requester_email"),
    (ticket_body(requester_email=["anna@kaasboer.example"]), "requester_email"),
    (ticket_body(requester_name="x" * 201), "requester_name"),
    (ticket_body(status=None), "status"),
    (ticket_body(status=["solved"]), "status"),
    (ticket_body(status=""), "status"),
    (ticket_body(tags={"a": 1}), "tags"),
    (ticket_body(tags=[1, 2]), "tags"),
    (ticket_body(tags=["x" * 201]), "tags"),
    (ticket_body(updated_at=None), "time"),
    (ticket_body(updated_at="yesterday"), "time"),
    (ticket_body(updated_at="2026-03-02T09:00:00"), "time"),
    (ticket_body(updated_at="2026-03-02T09:05:01Z"), "time"),
    (ticket_body(updated_at="0001-01-01T00:00:00Z"), "time"),
    (ticket_body(updated_at="0001-01-01T00:00:00+14:00"), "time"),
    (ticket_body(updated_at=1e300), "time"),
    (ticket_body(updated_at=float("nan")), "time"),
    (ticket_body(updated_at=True), "time"),
    (ticket_body(updated_at={"a": 1}), "time"),
    ({}, "status"),
    ([], "status"),
    ("solved", "body"),
    (None, "body"),
    (7, "body"),
]


class TestAtTheDoor:
    def test_a_signed_event_is_on_the_bus(self, door: Door) -> None:
        assert door.post(TICKET) == (202, {"state": "accepted", "event": "ticket.solved"})
        ((name, detail),) = door.world.bus.events
        assert name == "ticket.solved"
        # As the function that hears of it reads it.
        heard = TicketEvent.model_validate({**json.loads(json.dumps(detail)), "event": name})
        assert (heard.ticket, heard.requester_email, heard.time) == ("zendesk:4711", "anna@kaasboer.example", MONDAY)
        assert list(door.world.items.scan()) == []

    def test_a_body_in_base64_is_the_same(self, door: Door) -> None:
        body = json.dumps(ticket_body(requester_name="Zoë Müller"), ensure_ascii=False).encode()
        assert door.post(body, binary=True) == door.post(body) == (202, {"state": "accepted", "event": "ticket.solved"})

    def test_the_names_of_headers_are_written_in_any_case(self, door: Door) -> None:
        raw = json.dumps(TICKET).encode()
        headers = sign(PROGRAMME.hooks["zendesk"], SECRET, raw, MONDAY)
        assert door.call("zendesk", raw, {name.title(): value for name, value in headers.items()})[0] == 202

    def test_what_means_nothing_is_thanked_for_and_kept_from_the_bus(self, door: Door) -> None:
        status, answer = door.post(ticket_body(status="spam"))
        assert (status, answer["state"]) == (200, "ignored")
        assert answer["reason"]
        assert door.world.bus.events == []

    @pytest.mark.parametrize("source", ["jira", "", "Zendesk", "../zendesk", "x" * 500])
    def test_an_unknown_source_is_404(self, door: Door, source: str) -> None:
        status, answer = door.post(TICKET, source)
        assert (status, answer["error"]["field"]) == (404, "source")

    def test_a_wrong_signature_is_403_whatever_the_body_says(self, door: Door) -> None:
        for body in (TICKET, {}, b"no json"):
            status, answer = door.post(body, x_zendesk_webhook_signature="wrong")
            assert (status, answer["error"]["field"]) == (403, "signature")
        assert door.world.bus.events == []

    def test_a_source_without_a_secret_lets_nobody_in(self, door: Door) -> None:
        door.world.hook_secrets.clear()
        assert door.post(TICKET)[0] == 403

    def test_an_old_signature_is_403(self, door: Door) -> None:
        raw = json.dumps(TICKET).encode()
        headers = sign(PROGRAMME.hooks["zendesk"], SECRET, raw, MONDAY - timedelta(minutes=6))
        assert door.call("zendesk", raw, headers)[0] == 403

    def test_a_body_that_is_too_large_is_413(self, door: Door) -> None:
        body = json.dumps({**TICKET, "more": "x" * LARGEST_BODY}).encode()
        status, answer = door.post(body)
        assert (status, answer["error"]["field"]) == (413, "body")

    @pytest.mark.parametrize(("body", "field"), WRONG)
    def test_a_wrong_shape_is_400_and_names_the_field(self, door: Door, body: Any, field: str) -> None:
        status, answer = door.post(body)
        assert (status, answer["error"]["field"]) == (400, field)
        assert answer["error"]["reason"]
        assert door.world.bus.events == []

    @pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b'{"a": ' + b"9" * 5_000 + b"}"])
    def test_what_is_no_json_is_400(self, door: Door, body: bytes) -> None:
        status, answer = door.post(body)
        assert (status, answer["error"]["field"]) == (400, "body")

    def test_a_body_that_is_not_even_base64_is_400(self, door: Door) -> None:
        event = {"headers": {}, "body": "§", "isBase64Encoded": True, "pathParameters": {"source": "zendesk"}}
        assert door.answer(event)[0] == 400
        assert door.answer({**event, "body": "\ud800", "isBase64Encoded": False})[0] == 400

    def test_a_request_without_anything_is_refused(self, door: Door) -> None:
        assert door.answer({})[0] == 404
        assert door.answer({"pathParameters": {"source": "zendesk"}, "headers": None, "body": None})[0] == 403

    def test_a_bus_that_refuses_is_500_so_that_the_helpdesk_tries_again(self, door: Door) -> None:
        door.world.bus.trouble = RuntimeError("the bus refused the event: ThrottlingException")
        status, answer = door.post(TICKET)
        assert status == 500
        assert "Throttling" not in json.dumps(answer)

    def test_a_dry_run_does_everything_but_put_it_on_the_bus(self, door: Door) -> None:
        assert door.post(TICKET, sayso_dry_run="yes") == (200, {"state": "checked", "event": "ticket.solved"})
        assert door.post({}, sayso_dry_run="yes")[0] == 400
        assert door.post(TICKET, sayso_dry_run="yes", x_zendesk_webhook_signature="no")[0] == 403
        assert door.world.bus.events == []

    @pytest.mark.parametrize(
        ("body", "source", "header", "counted"),
        [
            (TICKET, "zendesk", {}, []),
            (ticket_body(status="spam"), "zendesk", {}, []),
            (ticket_body(id=None), "zendesk", {}, ["HookMalformed"]),
            (b"no json", "zendesk", {}, ["HookMalformed"]),
            (TICKET, "zendesk", {"x_zendesk_webhook_signature": "wrong"}, ["HookRefused"]),
            ({**TICKET, "more": "x" * LARGEST_BODY}, "zendesk", {}, ["HookRefused"]),
            (TICKET, "nobody-knows", {}, []),
            ({}, "zendesk", {"sayso_dry_run": "yes"}, []),
        ],
        ids=["taken", "ignored", "malformed", "no JSON", "wrong signature", "too large", "unknown source", "a test"],
    )
    def test_what_a_known_source_loses_is_counted(
        self,
        door: Door,
        capsys: pytest.CaptureFixture[str],
        body: Any,
        source: str,
        header: dict[str, str],
        counted: list[str],
    ) -> None:
        capsys.readouterr()
        door.post(body, source, **header)
        assert metrics_of(capsys) == counted

    def test_what_cannot_be_read_before_its_source_is_known_is_not_counted(
        self, door: Door, capsys: pytest.CaptureFixture[str]
    ) -> None:
        capsys.readouterr()
        door.answer({"body": "§", "isBase64Encoded": True, "pathParameters": {"source": "anna@kaasboer.example"}})
        said = capsys.readouterr()
        assert "kaasboer" not in said.out + said.err
        assert "Hook" not in said.out

    def test_a_touch_point_is_on_the_bus(self) -> None:
        door = Door(World(programme=with_touchpoints()))
        assert door.post(DELIVERED, "crm") == (202, {"state": "accepted", "event": "touchpoint.reached"})
        ((_, detail),) = door.world.bus.events
        assert TouchpointEvent.model_validate(detail).touchpoint == "crm:17"

    def test_a_mistake_in_an_expression_that_only_shows_on_a_body_is_400(self) -> None:
        hooks_ = {"zendesk": {**changed(fields={"tags": "join(',', ticket.tags)"}).model_dump(exclude_none=True)}}
        door = Door(World(programme=programme(hooks=hooks_)))
        status, answer = door.post(ticket_body(tags=[1]))
        assert (status, answer["error"]["field"]) == (400, "tags")

    def test_nobody_is_named_in_the_log(self, door: Door, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG), patch.object(hooks, "logger", logging.getLogger("hooks")):
            for body in (TICKET, ticket_body(requester_email="anna at kaasboer"), ticket_body(id="anna#kaasboer")):
                door.post(body)
            door.post(TICKET, "anna@kaasboer.example")
            door.world.bus.trouble = RuntimeError("no")
            door.post(TICKET)
        logged = "\n".join(str(vars(record)) for record in caplog.records) + caplog.text
        assert len([one for one in caplog.records if one.name == "hooks"]) == 5
        for trace in ("anna", "kaasboer", "4711"):
            assert trace not in logged.lower()


@given(raw=st.binary(max_size=300), signed=st.booleans())
def test_no_bytes_make_it_raise(raw: bytes, signed: bool) -> None:
    door = Door(World())
    hook = PROGRAMME.hooks["zendesk"]
    headers = sign(hook, SECRET, raw, MONDAY) if signed else {}
    status, answer = door.call("zendesk", raw, headers, binary=True)
    assert status in ((200, 202, 400) if signed else (403,))
    assert "error" in answer or answer["state"]


_leaf = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
_json = st.recursive(
    _leaf,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_expression = st.sampled_from(
    ["ticket.x", "to_number(ticket.x)", "join(',', ticket.x)", "ticket.x[0].y", "sum(ticket.x)", "max(ticket.x)"]
)


@given(
    values=st.fixed_dictionaries({}, optional=dict.fromkeys((*TICKET["ticket"], "x"), _json)),
    expression=_expression,
)
def test_no_values_make_it_raise(values: dict[str, Any], expression: str) -> None:
    fields = {**PROGRAMME.hooks["zendesk"].fields.model_dump(exclude_none=True), "requester_name": expression}
    hooks_ = {"zendesk": changed(fields=fields).model_dump(exclude_none=True)}
    door = Door(World(programme=programme(hooks=hooks_)))
    raw = json.dumps(ticket_body(**values)).encode()
    status, answer = door.call("zendesk", raw, sign(PROGRAMME.hooks["zendesk"], SECRET, raw, MONDAY), binary=True)
    assert status in (200, 202, 400), answer


@given(at=st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)), zone=st.integers(-14, 14))  # noqa: DTZ001
def test_no_accepted_event_lies_in_the_future(at: datetime, zone: int) -> None:
    door = Door(World())
    status, _ = door.post(ticket_body(updated_at=f"{at.isoformat()}{zone:+03d}:00"))
    limit = MONDAY + timedelta(minutes=5)
    assert status in (202, 400)
    if status == 202:
        assert datetime.fromisoformat(door.world.bus.events[0][1]["time"]) <= limit
    elif datetime(2000, 1, 3) <= at < limit.replace(tzinfo=None) - timedelta(days=1):  # noqa: DTZ001
        raise AssertionError(f"{at} is in the past and was refused")


def test_the_moment_of_an_event_is_kept_in_utc(door: Door) -> None:
    door.post(ticket_body(updated_at="2026-03-02T10:00:00+01:00"))
    assert datetime.fromisoformat(door.world.bus.events[0][1]["time"]).tzinfo == UTC
