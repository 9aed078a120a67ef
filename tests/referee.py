"""Judges every mail of a simulated programme as it goes out, by its own reading of the rules.

It does not ask the code that decides. It knows what was done to the company (who left, what is on hold, what was
answered), what went out before and when, and the programme; from the table it takes only who somebody is, when
something was planned and what waits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation
from sayso.domain.mail import Mail
from sayso.domain.mail_tags import read_mail_tags
from sayso.domain.programme import Programme, Survey
from tests.builders import World

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Reference = tuple[str, str, str]


@dataclass(frozen=True)
class Sent:
    """A mail in the outbox."""

    at: datetime
    address: str
    reference: Reference
    kind: str
    is_event: bool


@dataclass
class Truth:
    """What was done, and what follows for whom may be written to."""

    left: set[str] = field(default_factory=set)
    closed_for_good: set[str] = field(default_factory=set)
    held: dict[str, datetime] = field(default_factory=dict)
    paused: bool = False
    answered: set[Reference] = field(default_factory=set)
    # What was heard of a ticket: (what, when), and whether a tag forbids the question.
    tickets: defaultdict[str, set[tuple[str, datetime]]] = field(default_factory=lambda: defaultdict(set))
    tagged: set[str] = field(default_factory=set)

    def solved_at(self, ticket: str) -> datetime | None:
        """When a ticket was first solved or closed since it was last reopened."""
        heard = self.tickets[ticket]
        reopened = max((at for what, at in heard if what == "reopened"), default=datetime.min.replace(tzinfo=UTC))
        return min((at for what, at in heard if what != "reopened" and at > reopened), default=None)


class Referee:
    """See the module. `mails` is the outbox with its times."""

    def __init__(self, world: World) -> None:
        self.world, self.truth = world, Truth()
        self.mails: list[Sent] = []
        self.by_day: Counter[str] = Counter()

    @property
    def programme(self) -> Programme:
        return self.world.programme

    def judge(self, mail: Mail) -> None:
        """Raise AssertionError when a mail should not have gone out now."""
        if "survey" not in mail.tags:
            return  # to an owner
        now = self.world.clock()
        *reference, kind = read_mail_tags(mail.tags)
        contact_id, survey_name, _ = reference
        survey = self.programme.survey(survey_name)
        contact, invitation = self.world.contacts.get(contact_id), self.world.invitations.get(*reference)
        assert contact, "a mail to nobody"
        assert invitation, "a mail for nothing"
        assert mail.to == contact.email
        sent = Sent(now, mail.to.lower(), (contact_id, survey_name, reference[2]), kind, survey.event is not None)
        self._once(sent, survey)
        self._may_be_written_to(sent, contact)
        self._inside_the_window(now, contact)
        self._in_time(sent, invitation, survey)
        self._apart(sent, invitation, survey)
        self._under_the_limit(now)
        self.mails.append(sent)

    def _once(self, sent: Sent, survey: Survey) -> None:
        before = [mail.kind for mail in self.mails if mail.reference == sent.reference]
        assert sent.kind not in before, f"{sent} twice"
        order = ("first", "reminder", "reminder_2", "reminder_3")
        most = survey.reminders if survey.reminder_after else 0
        assert order.index(sent.kind) <= most, f"{sent}: at most {most} reminders"
        assert all(order.index(kind) < order.index(sent.kind) for kind in before), f"{sent} after {before}"

    def _may_be_written_to(self, sent: Sent, contact: Contact) -> None:
        truth = self.truth
        assert not contact.do_not_ask, f"{sent}: do_not_ask"
        assert sent.address not in truth.left, f"{sent}: left"
        assert sent.address not in truth.closed_for_good, f"{sent}: bounced or complained"
        assert not truth.paused, f"{sent}: paused"
        held = truth.held.get(contact.account)
        assert held is None or sent.at >= held, f"{sent}: on hold until {held}"
        assert sent.reference not in truth.answered, f"{sent}: answered"
        assert self.world.follow_ups.open_of(contact.contact_id) is None, f"{sent}: an open case"

    def _inside_the_window(self, now: datetime, contact: Contact) -> None:
        local = now.astimezone(ZoneInfo(contact.timezone or self.programme.company.timezone))
        window = self.programme.send_window
        assert DAYS[local.weekday()] in window.days, f"{local} is on a {DAYS[local.weekday()]}"
        if window.opens != window.closes:
            assert window.opens <= local.time() < window.closes, f"{local} is outside {window}"

    def _in_time(self, sent: Sent, invitation: Invitation, survey: Survey) -> None:
        if sent.kind == "first":
            if survey.event == "ticket":
                ticket = f"{invitation.ticket_source}:{invitation.ticket_id}"
                since = self.truth.solved_at(ticket)
                assert since, f"{sent}: not solved"
                assert ticket not in self.truth.tagged, f"{sent}: tagged"
            else:
                since = invitation.touchpoint_at
            begins = since + survey.quiet_time if since else invitation.planned_at
            ends = (since or invitation.planned_at) + survey.within
            assert begins <= sent.at < ends, f"{sent} not in {begins} to {ends}"
            return
        claimed = invitation.mails["first"].at
        days = survey.reminder_after or 0
        before = max(mail.at for kind, mail in invitation.mails.items() if kind != sent.kind)
        assert _working_days(before, sent.at, self._zone(sent)) >= days, f"{sent}: too soon after {before}"
        assert sent.at < claimed + survey.answer_within, f"{sent}: the time to answer was over"

    def _zone(self, sent: Sent) -> ZoneInfo:
        contact = self.world.contacts.get(sent.reference[0])
        return ZoneInfo((contact and contact.timezone) or self.programme.company.timezone)

    def _apart(self, sent: Sent, invitation: Invitation, survey: Survey) -> None:
        distances = self.programme.distances
        others = [m for m in self.mails if m.address == sent.address and m.reference != sent.reference]
        if not sent.is_event:
            for other in others:
                gap = sent.at - other.at
                assert other.is_event or gap >= distances.relationship_apart, f"{sent} only {gap} after {other}"
                late = sent.at - invitation.planned_at
                waits = distances.relationship_waits_at_most
                assert gap >= waits or late >= waits, f"{sent} only {gap} after {other}"
            return
        for other in others:
            gap = sent.at - other.at
            assert gap >= distances.ticket_after_any, f"{sent} only {gap} after {other}"
            same = sent.kind == "first" and other.reference[1] == sent.reference[1]
            assert not same or gap >= survey.once_in, f"{sent} only {gap} after {other}, the same survey"
        if sent.kind == "first":
            for waiting in self._relationship_mails_waiting(sent.address):
                due = str(waiting["due_at"])
                near = datetime.fromisoformat(due) - sent.at
                assert near >= distances.ticket_before_relationship, f"{sent} only {near} before {waiting['survey']}"

    def _relationship_mails_waiting(self, address: str) -> list[dict[str, Any]]:
        return [
            item
            for item in self.world.items.scan(("INVITATION#",))
            if "due_step" in item
            and item["due_step"] != "expire"
            and self.programme.survey(item["survey"]).event is None
            and (person := self.world.contacts.get(item["contact_id"]))
            and person.email.lower() == address
        ]

    def _under_the_limit(self, now: datetime) -> None:
        day = now.astimezone(ZoneInfo(self.programme.company.timezone)).date().isoformat()
        self.by_day[day] += 1
        limit = self.programme.sending.daily_limit
        assert limit is None or self.by_day[day] <= limit, f"{self.by_day[day]} mails on {day}"


def _working_days(since: datetime, until: datetime, zone: ZoneInfo) -> int:
    """Mondays to Fridays after the day of one moment up to the day of another."""
    day, last = since.astimezone(zone).date(), until.astimezone(zone).date()
    return sum((day + timedelta(days=ahead)).weekday() < 5 for ahead in range(1, (last - day).days + 1))


def check_kept(items: list[dict[str, Any]], reasons: set[str]) -> None:
    """Raise AssertionError unless every open invitation has one next step in the due index, and every final one none
    and a reason."""
    for item in items:
        name = f"{item['survey']} {item['occasion']} {item['state']} {item.get('reason')}"
        steps = [key in item for key in ("due_step", "due_at", "due_pk", "due_sk")]
        if item["state"] in ("waiting", "sent"):
            assert all(steps), f"{name}: no next step"
            assert item.get("reason", "") in reasons | {""}, name
            assert item["due_sk"] >= item["due_at"][:16], name  # in its place, or leased behind it
        else:
            assert item["state"] in ("answered", "expired", "skipped", "cancelled", "failed"), name
            assert not any(steps), f"{name}: something is still to come"
            assert item["reason"] in reasons, name


LONG_AGO = timedelta(minutes=45)
