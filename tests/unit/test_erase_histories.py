"""Whatever happened before, meanwhile and after: an erased person is gone, and every count adds up (rule 13)."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError, NotFoundError, SaysoError
from sayso.domain.invitation import Invitation
from tests.builders import World, ticket
from tests.fakes import CrashError

PEOPLE = {"crm-a": ("anna@kaasboer.example", "Anna Unmistakable"), "crm-b": ("bert@kaasboer.example", "Bert Neighbour")}
WORDS = "words of {} that nobody else would use"

who = st.sampled_from(sorted(PEOPLE))
steps = st.one_of(
    st.tuples(st.just("asked"), who, st.sampled_from(["annual", "day50", "ticket"]), st.integers(1, 3)),
    st.tuples(st.just("answer"), who, st.integers(0, 10), st.booleans(), st.booleans()),
    st.tuples(st.just("event"), who, st.sampled_from(["delivered", "bounced", "complained"]), st.booleans()),
    st.tuples(st.just("ticket"), who, st.sampled_from(["solved", "reopened"])),
    st.tuples(st.just("close"), who),
    st.tuples(st.just("leave"), who),
    st.tuples(st.just("import"), who),
    st.tuples(st.just("pass"), st.integers(1, 40)),
    st.tuples(st.just("tick"), st.sampled_from(["annual", "day50", "ticket"])),
    st.tuples(st.just("run")),
    st.tuples(st.just("count again"), st.integers(0, 400)),
)


class History(World):
    """Plays steps; `erased` are the contacts that were."""

    def __init__(self) -> None:
        super().__init__()
        self.invited: dict[str, list[Invitation]] = {name: [] for name in PEOPLE}
        for name in PEOPLE:
            self.do_import(name)
        self.run()

    def person(self, name: str) -> Contact | None:
        return self.contacts.by_external_ids([name]).get(name)

    def play(self, step: tuple[Any, ...]) -> None:
        with suppress(SaysoError):
            getattr(self, "do_" + step[0].replace(" ", "_"))(*step[1:])

    def do_import(self, name: str) -> None:
        email, full_name = PEOPLE[name]
        row = {"contact_id": name, "email": email, "account": "Kaasboer", "name": full_name, "phone": "0301234567"}
        list(self.import_contacts.run([(2, {**row, "account_since": "2026-01-20"})]))

    def do_asked(self, name: str, survey: str, occasion: int) -> None:
        person = self.person(name)
        about = {"ticket_source": "zendesk", "ticket_id": f"T-998877-{name}"} if survey == "ticket" else {}
        if person:
            known = self.invitations.get(person.contact_id, survey, str(occasion))
            if known is None or not known.mails:
                self.invited[name].append(self.asked(person, survey=survey, occasion=str(occasion), **about))

    def do_answer(self, name: str, score: int, gesture: bool, says: bool) -> None:
        words = {"why": WORDS.format(name), "contact": "mail", "quote": True} if says else {}
        for one in self.invited[name][-2:]:
            with suppress(SaysoError):
                self.answer(one, score, gesture=gesture, **words)

    def do_event(self, name: str, fate: Any, for_good: bool) -> None:
        for one in self.invited[name][-1:]:
            self.hear_mail_event.hear(one.reference, "first", fate, self.clock(), for_good=for_good, message_id="m")

    def do_ticket(self, name: str, event: str) -> None:
        if self.person(name):
            email, full_name = PEOPLE[name]
            of_ticket = {"ticket_id": f"T-998877-{name}", "requester_email": email, "requester_name": full_name}
            self.hear_ticket.hear(ticket(event, self.clock(), **of_ticket))

    def do_close(self, name: str) -> None:
        person = self.person(name)
        for case in self.cases():
            if person and case.contact_id == person.contact_id:
                self.follow_ups.save(
                    case.closed(
                        "owner", self.clock(), outcome="solved", cause="price", note=f"note on {PEOPLE[name][1]}"
                    )
                )

    def do_leave(self, name: str) -> None:
        self.leave.leave(self.pseudonyms.of_address(PEOPLE[name][0]))

    def do_pass(self, hours: int) -> None:
        self.clock.pass_by(hours=hours)

    def do_tick(self, survey: str) -> None:
        self.tick(survey)

    def do_run(self) -> None:
        self.run()

    def do_count_again(self, start: int) -> None:
        self.count(self.items.stream[start : start + 40])  # a redelivery


def _dies() -> None:
    raise CrashError


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    before=st.lists(steps, max_size=25),
    meanwhile=st.lists(steps, max_size=4),
    at_write=st.integers(1, 14),
    crash=st.booleans(),
    after=st.lists(steps.filter(lambda step: step[0] not in ("import", "ticket")), max_size=8),
)
def test_an_erased_person_is_gone_and_every_count_adds_up(
    before: list[Any], meanwhile: list[Any], at_write: int, crash: bool, after: list[Any]
) -> None:
    world = History()
    for step in before:
        world.play(step)
    world.run()
    assert world.verify_counts.verify().is_exact
    anna = world.person("crm-a")
    assert anna
    happens: Callable[[], None] = _dies if crash else lambda: [world.play(step) for step in meanwhile] and None
    world.items.before_write(at_write, happens)
    with suppress(CrashError, ConflictError):
        world.erase_contact.erase(anna.contact_id, "operator")
    world.items.calm()
    again = world.person("crm-a")  # imported once more in the midst of it
    for contact_id in {anna.contact_id, *([again.contact_id] if again else [])}:
        world.erase_contact.erase(contact_id, "operator")
    world.erase_contact.finish()
    for step in after:
        world.play(step)
    world.run()
    assert world.verify_counts.verify().is_exact
    left = json.dumps(list(world.items.scan()), default=str)
    personal = ("crm-a", "anna@kaasboer", "Anna", "T-998877-crm-a", WORDS.format("crm-a"), "note on Anna")
    assert [text for text in personal if text in left] == []
    holding = [item for item in world.items.scan() if anna.address_hash in json.dumps(item, default=str)]
    assert [(item["entity"], item["suppression"]["reason"]) for item in holding] == [("gate", "erased")]
    assert anna.contact_id not in json.dumps(holding, default=str)
    for asked in world.invited["crm-a"]:
        try:
            world.answer(asked, 5, why=WORDS.format("crm-a"))
        except NotFoundError:
            continue
        raise AssertionError("an answer to an erased invitation was taken")
