"""Whatever happens in whatever order: nobody is told the same twice, nor too often, nor against their will."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.adapters.items import WriteConflictError
from sayso.adapters.news_store import read_news_message
from sayso.domain.edition import PublishedCommitment
from sayso.domain.errors import ConflictError, SaysoError
from sayso.domain.mail import Mail
from sayso.domain.news import SURVEY_APART
from sayso.domain.sending import Hold, Pause
from sayso.ports import AccountState, MailRefusedError, MailUnknownError
from tests.builders import World, programme
from tests.fakes import CrashError
from tests.news import DONE, behind, change, done, show

APART = timedelta(days=10)
RULES = programme(page={"told_apart": "10 days"})
NAMES = ("one", "two", "three")
PEOPLE = range(4)
MAILBOXES = ("a@x.example", "b@x.example", "c@x.example")
TROUBLES = {
    "for now": MailRefusedError("Unreachable"),
    "for good": MailRefusedError("MessageRejected", for_good=True),
    "stops": MailRefusedError("SendingPausedException", stops="ses_paused"),
    "unknown": MailUnknownError("ReadTimeoutError"),
    "dies": CrashError(),
}


def said_of(shown: PublishedCommitment) -> dict[str, Any]:
    """What a mail says of a commitment."""
    return shown.model_dump(include={"title", "heard", "did", "done_on"})


class Referee:
    """Watches every mail as SES takes it, and blows the whistle."""

    def __init__(self) -> None:
        self.world = World(programme=RULES)
        self.news: list[tuple[datetime, str, str, str]] = []
        self.lines: list[tuple[str, str]] = []
        self.approved: dict[str, list[dict[str, Any]]] = {}
        self.surveys: list[tuple[datetime, str]] = []
        self._send = self.world.mailer.send
        self.world.mailer.send = self.send  # type: ignore[method-assign]
        for name in NAMES:
            done(self.world, name)
        self.contacts: dict[int, str] = {}
        for number in PEOPLE:
            self.move(number, number)
            for name in NAMES[: 1 + number % 3]:
                self.link(number, name)

    def send(self, mail: Mail) -> str:
        """SES."""
        before = len(self.world.mailer.outbox)
        try:
            return self._send(mail)
        finally:
            if len(self.world.mailer.outbox) > before:
                self.judge(mail)

    def judge(self, mail: Mail) -> None:
        """Nothing may speak against a mail at the moment SES takes it."""
        world, now = self.world, self.world.clock()
        latest = world.editions.latest()
        shown = {one.id: one for one in latest.edition.commitments} if latest else {}
        if "news" not in mail.tags:
            self.surveys.append((now, mail.to))
            told = mail.headers.get("Changed", "").rpartition("#commitment-")[2]
            if told:
                assert shown[told].status == "done"
                assert (mail.to, told) not in self.lines, "the same line twice"
                assert not any((to, what) == (mail.to, told) for _, _, to, what in self.news), "a mail said so"
                self.lines.append((mail.to, told))
            return
        contact_id, name = mail.tags["contact"], mail.tags["news"]
        contact, commitment = world.contacts.get(contact_id), world.commitments.get(name)
        assert contact
        assert contact.email == mail.to
        assert commitment
        assert commitment.public
        assert commitment.public.status == "done"
        assert shown[name].status == "done", "the page does not say so"
        assert said_of(shown[name]) in self.approved.get(name, ()), "nobody approved these texts"
        assert json.loads(mail.text)["did"] == shown[name].did, "the page says something else"
        assert (mail.to, name) not in self.lines, "the invitation said so already"
        assert name in world.commitment_links.of_contact(contact_id), "who did not ask"
        assert not contact.do_not_ask
        assert not world.standings.gate(contact.address_hash).is_closed
        assert not any(world.standings.gate(one).wish for one in contact.former_address_hashes)
        standing = world.standings.standing(contact)
        assert not standing.pause
        assert not (standing.hold and standing.hold.until > now)
        local = now.astimezone(contact.zone(RULES.zone))
        assert local.weekday() < 5
        assert 9 <= local.hour < 17
        for at, who, to, what in self.news:
            assert (who, what) != (contact_id, name), "the same person, the same news"
            assert (to, what) != (mail.to, name), "the same mailbox, the same news"
            if contact_id == who or mail.to == to:
                assert now - at >= APART, "two news mails too close"
        for at, to in self.surveys:
            assert to != mail.to or now - at >= SURVEY_APART, "a survey mail of these days"
        self.news.append((now, contact_id, mail.to, name))

    # What happens

    def move(self, number: int, mailbox: int) -> None:
        """The contact list says so."""
        if number in self.contacts and not self.world.contacts.get(self.contacts[number]):
            return
        email = MAILBOXES[mailbox % len(MAILBOXES)]
        person = self.world.add_contact(contact_id=f"crm-{number}", email=email, role="user")
        self.contacts[number] = person.contact_id

    def refuse(self, number: int, _: int) -> None:
        if self.world.contacts.get(self.contacts[number]):
            email = self.contact(number).email
            self.world.add_contact(contact_id=f"crm-{number}", email=email, role="user", do_not_ask="yes")

    def contact(self, number: int) -> Any:
        return self.world.contacts.get(self.contacts[number])

    def link(self, number: int, name: str) -> None:
        person = self.contact(number)
        if person:
            if not self.world.responses.get(person.contact_id, "annual", "1"):
                behind(self.world, person, name)
            self.world.commitment_links.link(name, [(person.contact_id, "annual", "1")], "vera", self.world.clock())

    def ask(self, number: int, name: int) -> None:
        self.link(number, NAMES[name % 3])

    def take_back(self, number: int, name: int) -> None:
        reference = (self.contacts[number], "annual", "1")
        self.world.commitment_links.unlink(NAMES[name % 3], [reference], "vera", self.world.clock())

    def approve(self, _: int, name: int) -> None:
        with suppress(SaysoError):
            audience = self.world.tell_askers.look(NAMES[name % 3])
            # Before it: a conflict may be told of what was written all the same.
            self.approved.setdefault(NAMES[name % 3], []).append(said_of(audience.shown))
            self.world.tell_askers.approve(audience, "vera")

    def hide(self, _: int, name: int) -> None:
        change(self.world, NAMES[name % 3], public=None, on_page=name < 3)

    def show(self, number: int, name: int) -> None:
        texts = DONE.having(did={"en": f"Shift {number}."}) if name % 2 else DONE
        change(self.world, NAMES[name % 3], public=texts, on_page=name < 6)

    def edition(self, _: int, __: int) -> None:
        show(self.world)

    def leave(self, number: int, _: int) -> None:
        person = self.contact(number)
        if person:
            self.world.standings.suppress(person.address_hash, "unsubscribed", self.world.clock())

    def come_back(self, number: int, _: int) -> None:
        person = self.contact(number)
        if person:
            self.world.standings.lift(person.address_hash, self.world.clock())

    def erase(self, number: int, _: int) -> None:
        self.world.erase_contact.erase(self.contacts[number], "vera")

    def pause(self, _: int, on: int) -> None:
        now = self.world.clock()
        with suppress(ConflictError):
            if on % 2:
                self.world.standings.pause(Pause(at=now, by="vera", reason=""))
            else:
                self.world.standings.resume("vera", now)

    def hold(self, number: int, days: int) -> None:
        person, now = self.contact(number), self.world.clock()
        if person:
            until = now + timedelta(days=days % 9)
            self.world.standings.hold(person.account_id, Hold(until=until, reason="", by="vera", at=now))

    def survey(self, number: int, name: int) -> None:
        person, now = self.contact(number), self.world.clock()
        if person and not self.world.invitations.get(person.contact_id, "annual", f"x{name}"):
            asked = self.world.add_invitation(person, occasion=f"x{name}", due_at=now, planned_at=now)
            self._take(lambda: self.world.send_invitation.take(self.world.step(asked)))

    def trouble(self, _: int, kind: int) -> None:
        self.world.mailer.troubles.append(list(TROUBLES.values())[kind % len(TROUBLES)])

    def crash(self, when: int, number: int) -> None:
        def happens() -> None:
            raise CrashError if when % 2 else WriteConflictError

        plan = self.world.items.before_write if when < 2 else self.world.items.after_write
        plan(1 + number % 6, happens)

    def bounce(self, number: int, name: int) -> None:
        self.world.hear_news_event.hear(
            self.contacts[number], NAMES[name % 3], "bounced", self.world.clock(), for_good=bool(name % 2)
        )

    def wait(self, hours: int, days: int) -> None:
        self.world.clock.pass_by(hours=hours * 5, days=days)
        self.tick()

    def tick(self) -> None:
        """A tick, and every message twice, as SQS may deliver it."""
        world = self.world
        world.sending_account.now = AccountState()
        with suppress(CrashError, WriteConflictError):
            world.dispatch_news.hand_on(world.clock(), world.dispatch_due.dispatch([], world.clock()).room)
        for body in world.queue("SEND").take_all():
            message = read_news_message(body["news"])
            for _ in range(2):
                self._take(lambda: world.send_news.take(message))  # noqa: B023

    @staticmethod
    def _take(act: Any) -> None:
        with suppress(CrashError, WriteConflictError):
            act()


ACTS = [
    "move", "refuse", "ask", "take_back", "approve", "approve", "hide", "show", "edition", "leave", "come_back",
    "erase", "pause", "hold", "survey", "trouble", "crash", "bounce", "wait", "wait", "wait",
]  # fmt: skip
history = st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from(PEOPLE), st.integers(0, 8)), max_size=40)


@given(history)
@example([("crash", 2, 0), ("approve", 0, 0), ("wait", 1, 4)])  # a conflict is told, and all was written
@example([("approve", 0, 0), ("wait", 0, 0), ("approve", 0, 1), ("wait", 0, 8), ("wait", 0, 8)])
@example([("move", 3, 0), ("approve", 0, 0), ("wait", 0, 0), ("move", 1, 0), ("wait", 1, 8)])
@settings(max_examples=60)
def test_no_history_breaks_a_rule(events: list[tuple[str, int, int]]) -> None:
    referee = Referee()
    for act, who, what in events:
        with suppress(CrashError, WriteConflictError):  # what an operator's command dies of is no matter
            getattr(referee, act)(who, what)
    referee.world.items.calm()
    referee.world.mailer.troubles.clear()
    for _ in range(30):
        referee.wait(1, 4)
    for number in PEOPLE:
        for one in referee.world.news.of_contact(referee.contacts[number]):
            assert one.state == "waiting" or one.due_at is None
            assert one.state != "sending", "somebody looks at what a dead sender left"
            assert one.state in ("waiting", "sent") or one.reason


def test_with_nothing_in_the_way_everybody_is_told_of_everything() -> None:
    referee = Referee()
    for number in PEOPLE:
        referee.move(number, 0 if number == 3 else number)
    for name in range(3):
        referee.approve(0, name)
    for _ in range(30):
        referee.wait(1, 2)
    told = {(to, what) for _, _, to, what in referee.news}
    assert told == {
        ("a@x.example", "one"), ("b@x.example", "one"), ("b@x.example", "two"),
        ("c@x.example", "one"), ("c@x.example", "two"), ("c@x.example", "three"),
    }  # fmt: skip
