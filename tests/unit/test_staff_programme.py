"""The programme at the desk: what is set, what goes out, whether everything runs, and standing still."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from botocore.exceptions import ClientError
from fluent.syntax import FluentParser, ast
from pydantic import BaseModel

from sayso.adapters.calendar_picture import calendar_picture
from sayso.adapters.charts.days import DayBar, days_svg
from sayso.adapters.rendering import Renderer
from sayso.adapters.ses_account import SesAccount
from sayso.cli import doctor_report
from sayso.cli.doctor_findings import broken, ok
from sayso.domain.calendar import Calendar, CalendarDay
from sayso.domain.doctor_report import OLD_AFTER, report_of
from sayso.domain.errors import SaysoError
from sayso.domain.programme import Programme
from sayso.domain.programme_facts import FIELDS, PARTS, Kind, Unit, programme_facts
from sayso.domain.sending import Pause, StandingChange
from sayso.ports import SendingLook
from tests.builders import MONDAY, PROGRAMME, World, programme
from tests.desk import PEOPLE, open_desk
from tests.drawings import collisions, texts

LOCALES = Path(__file__).resolve().parents[2] / "frontend" / "desk" / "src" / "locales"
FULL = {
    "follow_up": {
        "escalate_to": "boss@polder.example",
        "days_off": ["2026-12-24"],
        "holidays": ["NL", "DE-BY"],
        "owners": {
            "anna@polder.example": {
                "name": "Anna Bakker",
                "manager": "berta@polder.example",
                "days_off": ["2026-05-01"],
            }
        },
        "channels": {"team": {"tell": ["alert"], "words": True}},
    },
    "digests": {"team": ["team@polder.example"], "management": ["cfo@polder.example"]},
    "benchmark": {"nps": 6, "source": "Integron 2024"},
    "sending": {"daily_limit": 200, "resend_unknown_after": "2 hours"},
    "ratings": [{"id": "onboarding", "en": "Getting started", "de": "Einstieg", "nl": "De start"}],
}


def facts_of(given: Programme, *, with_staff: bool = True) -> dict[str, Any]:
    """Every fact of a programme by its field; the last one where there are several."""
    found = {}
    for part in programme_facts(given, with_staff=with_staff):
        for fact in (*part.facts, *(fact for group in part.groups for fact in group.facts)):
            found[fact.field] = fact
    return found


def group(given: Programme, field: str, title: str) -> dict[str, Any]:
    for part in programme_facts(given, with_staff=True):
        for one in part.groups:
            if (one.field, one.key) == (field, title):
                return {fact.field: fact for fact in one.facts}
    raise AssertionError(f"no {field} {title}")


# What is set


def test_every_section_of_the_programme_has_its_part() -> None:
    listed = [section for sections in PARTS.values() for section in sections]
    assert sorted(listed) == sorted(Programme.model_fields)


def test_every_field_of_every_section_is_known() -> None:
    def leaves(model: type[BaseModel]) -> set[str]:
        schema = model.model_json_schema()
        return {name for part in (schema, *schema["$defs"].values()) for name in part.get("properties", {})}

    named = {step for field in FIELDS for step in field.split(".")}
    assert leaves(Programme) <= named | {"id", "en", "de", "nl"}


@pytest.mark.parametrize("given", [PROGRAMME, programme(**FULL)], ids=["as it comes", "with everything"])
def test_nothing_is_told_that_is_no_field(given: Programme) -> None:
    assert facts_of(given).keys() <= set(FIELDS)


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_every_field_has_its_words(language: str) -> None:
    known = {entry.id.name: entry for entry in messages(language)}
    missing = [field for field in FIELDS if f"programme-set-{field.replace('.', '-')}" not in known]
    assert not missing
    worded = {name for name in known if name.startswith("programme-set-")}
    assert worded == {f"programme-set-{field.replace('.', '-')}" for field in FIELDS}


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_every_code_of_a_field_has_its_words(language: str) -> None:
    known = {entry.id.name: entry for entry in messages(language)}
    for field, codes in codes_of_the_programme().items():
        entry = known[f"programme-set-{field.replace('.', '-')}"]
        said = {
            variant.key.name
            for select in selects(entry)
            for variant in select.variants
            if isinstance(variant.key, ast.Identifier)
        }
        assert set(codes) <= said, field


def test_a_survey_says_when_it_asks_and_nothing_it_does_not_read() -> None:
    annual = group(PROGRAMME, "surveys", "annual")
    assert (annual["surveys.every"].number, annual["surveys.every"].kind) == (12, "months")
    assert annual["surveys.reminder_after"].unit == "working_days"
    assert not {"surveys.after", "surveys.event", "surveys.quiet_time", "surveys.once_in"} & annual.keys()
    ticket = group(PROGRAMME, "surveys", "ticket")
    assert (ticket["surveys.quiet_time"].number, ticket["surveys.quiet_time"].unit) == (4, "hours")
    assert ticket["surveys.reminder_after"].kind == "nothing"
    assert "surveys.reminders" not in ticket


@pytest.mark.parametrize(
    ("span", "number", "unit"), [("90 minutes", 90, "minutes"), ("36 hours", 36, "hours"), ("2 days", 2, "days")]
)
def test_spans_are_told_in_the_largest_unit_that_fits(span: str, number: int, unit: str) -> None:
    given = programme(follow_up={"remind_before": span})
    fact = facts_of(given)["follow_up.remind_before"]
    assert (fact.number, fact.unit) == (number, unit)


def test_labels_are_the_companys_and_words_stand_by_language() -> None:
    groups = [one for part in programme_facts(PROGRAMME, with_staff=True) for one in part.groups]
    theme = next(one for one in groups if one.key == "slow_replies")
    assert theme.name == {
        "en": "Speed of replies",
        "de": "Schnelligkeit der Antworten",
        "nl": "Snelheid van reageren",
    }
    assert [fact.of for fact in theme.facts if fact.field == "themes.words"] == ["en", "de", "nl"]


def test_a_viewer_sees_no_address_and_no_name_of_our_people() -> None:
    world = World(programme=programme(**FULL))
    with open_desk(world) as desk:
        told = {role: json.dumps(desk.get("/api/staff/programme", role).json) for role in PEOPLE}  # type: ignore[arg-type]
    secret = ("anna@", "Anna Bakker", "berta@", "boss@", "team@", "cfo@", "care@", "support@", "manager@")
    assert not [one for one in secret if one in told["viewer"]]
    assert all(one in told["owner"] and one in told["manager"] for one in secret)
    assert "feedback@polder.example" in told["viewer"]  # every mail says so
    hidden = [fact for fact in facts_of(world.programme, with_staff=False).values() if fact.kind == "hidden"]
    assert {fact.field for fact in hidden} == {
        *(f"follow_up.{name}" for name in ("default_owner", "support_lead", "manager", "escalate_to", "owners")),
        *("digests.team", "digests.management"),
    }


def test_everything_that_can_be_set_is_told_when_it_is() -> None:
    facts = facts_of(programme(**FULL))
    assert facts["benchmark.nps"].number == 6
    assert "benchmark" not in facts
    assert facts["sending.daily_limit"].number == 200
    assert facts["follow_up.channels.words"].number == 1
    assert facts["follow_up.days_off"].texts == ("2026-12-24",)
    assert facts["follow_up.owners.manager"].texts == ("berta@polder.example",)


# The calendar


def test_the_calendar_of_the_next_days() -> None:
    world = World(programme=programme(sending={"daily_limit": 1}))
    for at in range(3):
        name = f"p{at}"
        world.add_contact(contact_id=name, email=f"{name}@x.example", account=name, account_since="2026-01-12")
    world.standings.pause(pause_at(world))
    with open_desk(world) as desk:
        found = desk.get("/api/staff/programme/calendar?days=7&language=nl").json
    assert [day["total"] for day in found["days"]] == [0, 1, 1, 1, 0, 0, 0]
    assert found["days"][1] == {
        "day": "2026-03-03",
        "total": 1,
        "counts": [{"survey": "day50", "n": 1}],
        "open": True,
        "full": True,
        "exact": True,
    }
    assert not found["days"][5]["open"]
    assert found["paused_since"] == "2026-03-02T09:00:00Z"
    assert "Wat er van 2 maart" in found["picture"]["wide"]
    assert "manager@" not in json.dumps(found)


@pytest.mark.parametrize("role", ["owner", "viewer"])
def test_the_calendar_is_a_managers(role: Any) -> None:
    """A recheck that is due says that a follow-up was closed, a reminder that nobody answered: of all accounts."""
    with open_desk() as desk:
        refused = desk.get("/api/staff/programme/calendar", role)
    assert (refused.status, refused.json["error"]["field"]) == (403, "role")


@pytest.mark.parametrize("query", ["days=0", "days=32", "days=x", "language=fr", "until=2026"])
def test_what_no_calendar_has_is_refused(query: str) -> None:
    with open_desk() as desk:
        answer = desk.get(f"/api/staff/programme/calendar?{query}")
    assert answer.status == 400
    assert answer.json["error"]["field"] == query.partition("=")[0]


def days(*counts: int, complete_until: date | None = None, full: bool = False) -> Calendar:
    first = MONDAY.date()
    shown = [
        CalendarDay(first + timedelta(days=at), {"annual": n} if n else {}, is_full=full and n > 0)
        for at, n in enumerate(counts)
    ]
    return Calendar(shown, complete_until)


@pytest.mark.parametrize("width", [320, 340, 640, 900])
@pytest.mark.parametrize("language", ["en", "de", "nl"])
@pytest.mark.parametrize(
    "counts", [(0,) * 30, (1,) * 30, (1200, 3, 0, 980, 14000, 7, 55) * 4, (9, 9, 9, 9, 9, 0, 0)], ids=range(4)
)
def test_no_text_of_the_picture_touches_another(counts: tuple[int, ...], width: int, language: Any) -> None:
    picture = calendar_picture(Renderer(PROGRAMME), language, days(*counts), name="c", width=width)
    assert not list(collisions(texts(str(picture))))


def test_the_picture_tells_least_counts_from_exact_ones() -> None:
    known = days(5, 6, 7, complete_until=MONDAY.date() + timedelta(days=1))
    svg = str(calendar_picture(Renderer(PROGRAMME), "en", known, name="c", width=640))
    assert svg.count('class="bar middle"') == 1
    assert {"5", "6", "≥ 7"} <= {text.words for text in texts(svg)}
    assert "18 mails in all. The most on one day are 7, on 4 March." in svg


def test_a_day_without_mails_has_no_bar_and_a_full_one_its_line() -> None:
    svg = str(days_svg([DayBar("1", 0), DayBar("2", 4, is_full=True)], name="c", title="t", description="d"))
    assert (svg.count("<rect"), svg.count('class="mark"')) == (1, 1)


def test_no_count_stands_on_the_bar_of_another_day() -> None:
    picture = days_svg([DayBar(str(at), n) for at, n in enumerate((40, 24) * 15)], name="c", title="t", description="")
    narrow = days_svg(
        [DayBar(str(at), n) for at, n in enumerate((40, 24) * 15)], name="c", title="t", description="", width=320
    )
    assert {text.words for text in texts(str(picture)) if text.kind == "value"} == {"40", "24"}
    assert {text.words for text in texts(str(narrow)) if text.kind == "value"} == {"40"}


def test_of_many_counts_the_highest_are_written() -> None:
    bars = [DayBar(str(at), 1000 + at) for at in range(30)]
    svg = str(days_svg(bars, name="c", title="t", description="d", width=320))
    values = [text.words for text in texts(svg) if text.kind == "value"]
    assert "1029" in values
    assert 3 < len(values) < 12


# Whether everything runs


def findings() -> list[tuple[str, Any, str, str]]:
    return [("dkim", "broken", "Mails are not signed.", "Put the records into DNS."), ("quota", "ok", "Fine.", "")]


def test_the_doctors_findings_are_shown_with_their_age() -> None:
    world = World()
    with open_desk(world) as desk:
        assert desk.get("/api/staff/programme/health").json["doctor"] is None
        world.doctor_reports.keep(report_of(findings(), "ops", MONDAY))
        found = desk.get("/api/staff/programme/health").json["doctor"]
        assert found == {
            "at": "2026-03-02T09:00:00Z",
            "by": "ops",
            "old": False,
            "findings": [
                {
                    "check": "dkim",
                    "state": "broken",
                    "says": "Mails are not signed.",
                    "do": "Put the records into DNS.",
                },
                {"check": "quota", "state": "ok", "says": "Fine.", "do": ""},
            ],
        }
        world.clock.now = MONDAY + OLD_AFTER + timedelta(seconds=1)
        assert desk.get("/api/staff/programme/health").json["doctor"]["old"]


class Target:
    """A stack as the command line finds it."""

    local = "here"

    def __init__(self, world: World) -> None:
        self._world = world

    def wiring(self) -> World:
        return self._world


def test_the_command_keeps_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    monkeypatch.setattr(doctor_report, "caller", lambda _: "arn:aws:sts::1:assumed-role/ops/jan")
    found = [ok("Fine.")._replace(check="site"), broken("x" * 5_000, "Do.")._replace(check="dkim")]
    assert not doctor_report.keep(Target(world), found)  # type: ignore[arg-type]
    kept = world.doctor_reports.latest()
    assert kept is not None
    assert [(one.check, one.state, one.do) for one in kept.findings] == [("site", "ok", ""), ("dkim", "broken", "Do.")]
    assert len(kept.findings[1].says) == 1_000
    assert (kept.at, kept.by) == (MONDAY, "arn:aws:sts::1:assumed-role/ops/jan")


def test_whoever_may_only_look_is_told_that_it_was_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()

    def refuse(*_: object) -> None:
        raise ClientError({"Error": {"Code": "AccessDeniedException", "Message": "no"}}, "PutItem")

    monkeypatch.setattr(doctor_report, "caller", lambda _: "ops")
    monkeypatch.setattr(world.items, "write", refuse)
    assert "AccessDenied" in doctor_report.keep(Target(world), [])  # type: ignore[arg-type]

    def nobody(_: object) -> str:
        raise SaysoError("AWS does not say who you are")

    monkeypatch.setattr(doctor_report, "caller", nobody)
    assert "who you are" in doctor_report.keep(Target(world), [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("says", "state"),
    [
        ({"SendingEnabled": True}, "sends"),
        ({"SendingEnabled": True, "EnforcementStatus": "PROBATION"}, "under_review"),
        ({"SendingEnabled": True, "EnforcementStatus": "SHUTDOWN"}, "paused"),
        ({"SendingEnabled": False}, "paused"),
    ],
)
def test_what_ses_says(says: dict[str, Any], state: str) -> None:
    quota = {"SendQuota": {"Max24HourSend": 50_000.0, "SentLast24Hours": 12.0}, "ProductionAccessEnabled": True}
    assert account({**says, **quota}).look() == SendingLook(state, True, 12, 50_000)  # type: ignore[arg-type]
    unlimited = account({**says, "SendQuota": {"Max24HourSend": -1.0}}).look()
    assert unlimited is not None
    assert (unlimited.quota, unlimited.production) == (None, False)


def test_what_ses_does_not_say_is_not_called_well() -> None:
    world = World()
    assert account(None).look() is None
    world.sending_looks.looked = None
    with open_desk(world) as desk:
        assert desk.get("/api/staff/programme/health").json["sending"] is None


def account(says: dict[str, Any] | None) -> SesAccount:
    class Client:
        def get_account(self) -> dict[str, Any]:
            if says is None:
                raise ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "GetAccount")
            return says

    return SesAccount(Client(), "", lambda: MONDAY)  # type: ignore[arg-type]


def test_what_is_hardly_meant_is_told_to_managers_alone() -> None:
    owner = {"anna@polder.example": {"manager": "anna@polder.example"}}
    with open_desk(World(programme=programme(follow_up={"owners": owner}))) as desk:
        assert "their own manager" in desk.get("/api/staff/programme/health").json["hints"][0]
        for role in ("owner", "viewer"):
            assert desk.get("/api/staff/programme/health", role).status == 403  # type: ignore[arg-type]


def test_holds_come_in_parts_with_their_names() -> None:
    world = World()
    for at in range(30):
        person = world.add_contact(contact_id=f"p{at}", email=f"p{at}@x.example", account=f"Account {at:02d}")
        last = date(2026, 3, 10)
        world.hold_account.hold(person.account_id, last, f"reason {at}", PEOPLE["manager"])
    world.clock.pass_by(days=9)
    with open_desk(world) as desk:
        first = desk.get("/api/staff/programme/holds").json
        rest = desk.get(f"/api/staff/programme/holds?after={first['next']}").json
        assert desk.get("/api/staff/programme/holds?after=%21").json["error"]["field"] == "after"
    assert (len(first["items"]), len(rest["items"]), rest["next"]) == (25, 5, "")
    held = [*first["items"], *rest["items"]]
    assert {one["account"] for one in held} == {f"Account {at:02d}" for at in range(30)}
    assert {(one["until"], one["over"]) for one in held} == {("2026-03-10", True)}


def test_the_latest_changes_are_told_and_their_reading_does_not_grow() -> None:
    reads = []
    for count in (25, 400):
        world = World()
        for at in range(count):
            change = StandingChange(
                at=MONDAY + timedelta(minutes=at), by="jan", what="kicked_off", reason=f"annual: {at}"
            )
            world.standings.note(change)
        with open_desk(world) as desk:
            before = world.items.reads
            told = desk.get("/api/staff/programme/health").json["changes"]
            reads.append(world.items.reads - before)
        assert [one["reason"] for one in told] == [f"annual: {count - 1 - at}" for at in range(20)]
    assert reads[0] == reads[1]


# Standing still


def pause_at(world: World) -> Pause:
    return Pause(at=world.clock(), by=PEOPLE["manager"], reason="prices change")


def test_a_manager_pauses_and_resumes() -> None:
    world = World()
    world.add_contact(account_since="2026-01-11")
    with open_desk(world) as desk:
        paused = desk.post("/api/staff/programme/pause", {"reason": "  prices change\n"}).json
        assert paused == {"pause": {"at": "2026-03-02T09:00:00Z", "by": PEOPLE["manager"], "reason": "prices change"}}
        world.tick("day50")
        assert world.mailer.outbox == []
        assert desk.get("/api/staff/programme/health").json["pause"] == paused["pause"]
        world.clock.pass_by(hours=1)
        assert desk.post("/api/staff/programme/resume", {}).json == {"pause": None}
        world.tick("day50")
        assert len(world.mailer.outbox) == 1
        assert [(one["what"], one["state"], one["before"], one["after"]) for one in desk.changes] == [
            ("programme.resume", "done", {"paused": True}, {"paused": False}),
            ("programme.pause", "done", {"paused": False}, {"paused": True}),
        ]
        told = [one["what"] for one in desk.get("/api/staff/programme/health").json["changes"]]
    assert told == ["resumed", "paused"]


def test_twice_is_once() -> None:
    with open_desk() as desk:
        assert desk.post("/api/staff/programme/resume", {}).json == {"pause": None}
        paused = desk.post("/api/staff/programme/pause", {"reason": "a"}).json
        desk.world.clock.pass_by(minutes=5)
        assert desk.post("/api/staff/programme/pause", {"reason": " a"}).json == paused
        again = desk.post("/api/staff/programme/pause", {"reason": "b"})
        assert (again.status, again.json["error"]["field"]) == (409, "pause")
        assert desk.get("/api/staff/programme/health").json["pause"] == paused["pause"]
        assert [(one["state"], one["before"]) for one in desk.changes] == [
            ("refused", {"paused": True}),
            ("done", {"paused": False}),
        ]


@pytest.mark.parametrize(
    "body", [{}, {"reason": ""}, {"reason": " \n"}, {"reason": "x" * 301}, {"reason": 1}, {"reason": "\ud800"}]
)
def test_a_pause_has_a_reason(body: dict[str, Any]) -> None:
    world = World()
    with open_desk(world) as desk:
        answer = desk.post("/api/staff/programme/pause", body)
    assert answer.status == 400
    assert world.standings.paused() is None


@pytest.mark.parametrize("role", ["owner", "viewer"])
def test_nobody_else_stops_anything(role: Any) -> None:
    world = World()
    with open_desk(world) as desk:
        assert desk.post("/api/staff/programme/pause", {"reason": "x"}, role).status == 403
        assert desk.get("/api/staff/programme/holds", role).status == 403
    assert world.standings.paused() is None


# What these tests read the words with


def messages(language: str) -> list[ast.Message]:
    text = "".join(file.read_text(encoding="utf-8") for file in sorted((LOCALES / language).glob("programme*.ftl")))
    return [entry for entry in FluentParser().parse(text).body if isinstance(entry, ast.Message)]


def selects(node: Any) -> list[ast.SelectExpression]:
    found: list[ast.SelectExpression] = []

    def visit(one: Any) -> None:
        if isinstance(one, ast.SelectExpression):
            found.append(one)
        if isinstance(one, ast.BaseNode):
            for inner in vars(one).values():
                visit(inner)
        elif isinstance(one, list):
            for inner in one:
                visit(inner)

    visit(node)
    return found


def codes_of_the_programme() -> dict[str, list[str]]:
    """The fields that are one of a few codes, with all of them, as the programme's JSON schema lists them."""
    schema = Programme.model_json_schema()

    def resolved(part: dict[str, Any]) -> dict[str, Any]:
        return schema["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part

    found: dict[str, list[str]] = {}

    def walk(place: str, part: dict[str, Any]) -> None:
        part = resolved(part)
        for name, inner in part.get("properties", {}).items():
            walk(f"{place}.{name}" if place else name, inner)
        for inner in part.get("anyOf", []):
            walk(place, inner)
        for key in ("items", "additionalProperties"):
            inner = part.get(key)
            if isinstance(inner, dict) and ("properties" in resolved(inner) or key == "additionalProperties"):
                walk(place, inner)
        for inner in part.get("patternProperties", {}).values():
            walk(place, inner)
        codes = part.get("enum") or ([part["const"]] if "const" in part else [])
        if codes and place in FIELDS:
            found[place] = codes

    walk("", schema)
    assert {"surveys.event", "evidence", "page.editions", "hooks.scheme", "company.address"} <= found.keys()
    return found


def test_the_kinds_and_units_have_their_words() -> None:
    desk = (LOCALES.parent / "views" / "programme" / "fact.ts").read_text(encoding="utf-8")
    for kind in get_args(Kind):
        assert re.search(rf'"{kind}"', desk), kind
    for language in ("en", "de", "nl"):
        known = {entry.id.name for entry in messages(language)}
        units = {f"programme-unit-{unit}" for unit in get_args(Unit) if unit}
        assert units <= known
        assert {f"programme-part-{part}" for part in PARTS} <= known
