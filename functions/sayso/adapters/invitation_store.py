"""Keeps invitations: what waits in the due index, and the one transaction that lets a mail go out once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sayso.adapters import keys
from sayso.adapters.items import Expect, Items, Put, Update, WriteConflictError
from sayso.adapters.mapping import put_next, to_entity, to_item
from sayso.domain.gate import Gate, GateMail
from sayso.domain.invitation import Invitation
from sayso.domain.sending import DayLimit
from sayso.domain.time import parse_moment, utc_text
from sayso.ports import Due, DueMoments, Reference, StepMessage


class InvitationStore:
    """See `sayso.ports.Invitations`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def get(self, contact_id: str, survey: str, occasion: str) -> Invitation | None:
        """One invitation."""
        item = self._items.get(keys.invitation(contact_id, survey, occasion))
        return to_entity(Invitation, item) if item else None

    def of_contact(self, contact_id: str) -> list[Invitation]:
        """All invitations of a contact."""
        prefix = keys.invitation(contact_id)
        return [to_entity(Invitation, item) for item in self._items.query(prefix.pk, prefix=prefix.sk)]

    def many(self, references: Sequence[Reference]) -> list[Invitation]:
        """The invitations there are among those named, in no order."""
        found = self._items.get_many([keys.invitation(*reference) for reference in references])
        return [to_entity(Invitation, item) for item in found.values()]

    def of_event(self, occasion: str) -> list[str]:
        """The contacts with an invitation about a ticket or touch point. From an index: a moment behind the table."""
        return [item["ticket_sk"] for item in self._items.query(keys.event(occasion), index="by_ticket")]

    def save(self, invitation: Invitation) -> Invitation:
        """Write the next revision; raises ConflictError when somebody else did first."""
        self._items.write(put_invitation(invitation))
        return invitation.having(revision=invitation.revision + 1)

    def due(self, survey: str, until: datetime, limit: int) -> list[Due]:
        """The entries of the index that are due at `until`, at most `limit` of each shard, planned first, first."""
        end = utc_text(until) + "~"  # behind every entry of that second
        found = []
        for shard in range(keys.DUE_SHARDS):
            for item in self._items.query(keys.due_partition(survey, shard), end=end, index="due", limit=limit):
                step, due_at = item["due_step"], parse_moment(item["due_at"])
                message = StepMessage(item["contact_id"], survey, item["occasion"], step, due_at)
                planned_at = keys.planned_in(item["due_sk"])
                found.append(Due(message, item["due_sk"], parse_moment(planned_at) if planned_at else due_at))
        return sorted(found, key=lambda due: (due.planned_at, due.sort))

    def due_moments(self, survey: str, until: datetime, limit: int) -> DueMoments:
        """When the mails of a survey that wait until `until` are due, and how far that was read: see `due`."""
        end = utc_text(until) + "~"
        moments: list[datetime] = []
        stopped_at: list[datetime] = []
        for shard in range(keys.DUE_SHARDS):
            read = list(self._items.query(keys.due_partition(survey, shard), end=end, index="due", limit=limit))
            moments += [parse_moment(item["due_at"]) for item in read if item["due_step"] != "expire"]
            if len(read) == limit:
                stopped_at.append(parse_moment(read[-1]["due_at"]))
        return DueMoments(sorted(moments), min(stopped_at, default=None))

    def lease(self, due: Due, until: datetime) -> bool:
        """Move an entry out of the way of the next tick before it is enqueued; False when it is no longer there.

        An index is a little behind its table, but the place an entry has in it changes with every new step and
        time, so that an entry still in its place is as it was read.
        """
        message = due.message
        place = keys.due(message.survey, message.contact_id, message.occasion, until, due.planned_at)
        key = keys.invitation(message.contact_id, message.survey, message.occasion)
        still_there = Expect(equals={"due_sk": due.sort})
        try:
            self._items.write(Update(key, sets={"due_sk": place["due_sk"]}, expect=still_there))
        except WriteConflictError:
            return False
        return True

    def claim(self, claimed: Invitation, gate: Gate, mail: GateMail, day: DayLimit) -> Invitation:
        """Let one mail through the address's gate: all of it holds at this moment, or nothing is written.

        The invitation keeps its place in the due index, so that a claim whose sender dies is looked at again. The
        gate's revision stands for every other mail to the address and for its suppression.

        Parameters
        ----------
        day : DayLimit
            Its mails are counted only where it has a limit.

        Raises
        ------
        ConflictError
            When the invitation or the gate changed since they were read, or the day's limit is reached. Read and
            decide again.
        """
        self._items.write(
            _update_claimed(claimed),
            put_next(keys.gate(gate.address_hash), "gate", gate.passed_by(mail)),
            *count_on(day, +1),
        )
        return claimed.having(revision=claimed.revision + 1)

    def release(self, released: Invitation, gate: Gate, day: DayLimit) -> Invitation:
        """Give a claim back, gate and day included."""
        self._items.write(
            put_invitation(released),
            put_next(keys.gate(gate.address_hash), "gate", gate),
            *count_on(day, -1),
        )
        return released.having(revision=released.revision + 1)

    def sent_on(self, day: DayLimit) -> int:
        """How many mails were claimed on a day; where it has no limit nobody counts them, and it is 0."""
        item = self._items.get(keys.sent_on(day.day)) if day.most is not None else None
        return int(item["mails"]) if item else 0


def _update_claimed(claimed: Invitation) -> Update:
    key = keys.invitation(*claimed.reference)
    item = to_item(key, "invitation", claimed.having(revision=claimed.revision + 1))
    changed = {name: item[name] for name in ("mails", "snapshot", "reason", "revision")}
    return Update(key, sets=changed, expect=Expect(equals={"revision": claimed.revision}))


def count_on(day: DayLimit, mails: int) -> list[Update]:
    """The write that counts mails on a day, if it has a limit; it fails when the limit would be passed."""
    if day.most is None:
        return []
    below = Expect(before={"mails": day.most}, or_absent=True) if mails > 0 else None
    return [Update(keys.sent_on(day.day), sets={"entity": "sent_on"}, adds={"mails": mails}, expect=below)]


def put_invitation(invitation: Invitation) -> Put:
    """The write of an invitation's next revision, with the index entries its state calls for."""
    places: dict[str, Any] = {}
    if invitation.due_at:
        _, survey, occasion = invitation.reference
        places |= keys.due(survey, invitation.contact_id, occasion, invitation.due_at, invitation.planned_at)
    if invitation.asked_by_event:
        places["ticket_pk"] = keys.event(invitation.occasion)
        places["ticket_sk"] = invitation.contact_id
    return put_next(keys.invitation(*invitation.reference), "invitation", invitation, **places)


def step_message_body(message: StepMessage) -> dict[str, str]:
    """A step as the body of a queue message."""
    return {**message._asdict(), "due_at": message.due_at.isoformat()}


def read_step_message(body: dict[str, str]) -> StepMessage:
    """The inverse of `step_message_body`."""
    return StepMessage(**{**body, "due_at": parse_moment(body["due_at"])})  # type: ignore[arg-type]
