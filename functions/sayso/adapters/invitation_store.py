"""Keeps invitations: what waits in the due index, and the one transaction that lets a mail go out once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, Check, Expect, Items, Put, Update, WriteConflictError
from sayso.adapters.mapping import put_next, to_entity
from sayso.adapters.standing_store import NOT_SUPPRESSED
from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation
from sayso.domain.sending import Gate, GateMail
from sayso.domain.time import parse_moment, utc_text
from sayso.ports import Due, StepMessage


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

    def of_ticket(self, source: str, ticket_id: str) -> list[str]:
        """The contacts with an invitation about a ticket. Read from an index, so a moment behind the table."""
        return [item["ticket_sk"] for item in self._items.query(keys.ticket(source, ticket_id), index="by_ticket")]

    def save(self, invitation: Invitation) -> Invitation:
        """Write the next revision; raises ConflictError when somebody else did first."""
        self._items.write(put_invitation(invitation))
        return invitation.having(revision=invitation.revision + 1)

    def due(self, survey: str, until: datetime, limit: int) -> Iterator[Due]:
        """The entries of the index that are due at `until`, at most `limit` from each shard, oldest first."""
        for shard in range(keys.DUE_SHARDS):
            partition = keys.due_partition(survey, shard)
            end = utc_text(until) + "~"  # behind every entry of that second
            for item in self._items.query(partition, end=end, index="due", limit=limit):
                step, due_at = item["due_step"], parse_moment(item["due_at"])
                yield Due(StepMessage(item["contact_id"], survey, item["occasion"], step, due_at), item["due_sk"])

    def lease(self, due: Due, until: datetime) -> bool:
        """Move an entry out of the way of the next tick before it is enqueued; False when it is no longer there.

        An index is a little behind its table, but the place an entry has in it changes with every new step and
        time, so that an entry still in its place is as it was read.
        """
        message = due.message
        place = keys.due(message.survey, message.contact_id, message.occasion, until)
        key = keys.invitation(message.contact_id, message.survey, message.occasion)
        still_there = Expect(equals={"due_sk": due.sort})
        try:
            self._items.write(Update(key, sets={"due_sk": place["due_sk"]}, expect=still_there))
        except WriteConflictError:
            return False
        return True

    def claim(self, claimed: Invitation, contact: Contact, gate: Gate, mail: GateMail) -> Invitation:
        """Let one mail through the address's gate: all of it holds at this moment, or nothing is written.

        Raises
        ------
        ConflictError
            When the invitation, the contact or the gate changed since they were read, or something now speaks
            against writing: a suppression, a hold, an open follow-up, a pause. Read and decide again.
        """
        over_by_now = Expect(before={"until": utc_text(mail.at + timedelta(seconds=1))}, or_absent=True)
        self._items.write(
            put_invitation(claimed),
            put_next(keys.gate(gate.address_hash), "gate", gate.passed_by(mail)),
            Check(keys.contact(contact.contact_id), Expect(equals={"revision": contact.revision})),
            Check(keys.suppression(gate.address_hash), NOT_SUPPRESSED),
            Check(keys.hold(contact.account_id), over_by_now),
            Check(keys.open_follow_up(contact.contact_id), ABSENT),
            Check(keys.pause(), ABSENT),
        )
        return claimed.having(revision=claimed.revision + 1)

    def release(self, released: Invitation, gate: Gate) -> Invitation:
        """Give a claim back, gate included."""
        self._items.write(put_invitation(released), put_next(keys.gate(gate.address_hash), "gate", gate))
        return released.having(revision=released.revision + 1)


def put_invitation(invitation: Invitation) -> Put:
    """The write of an invitation's next revision, with the index entries its state calls for."""
    places: dict[str, Any] = {}
    if invitation.due_at:
        places |= keys.due(invitation.survey, invitation.contact_id, invitation.occasion, invitation.due_at)
    if invitation.ticket_source and invitation.ticket_id:
        places["ticket_pk"] = keys.ticket(invitation.ticket_source, invitation.ticket_id)
        places["ticket_sk"] = invitation.contact_id
    return put_next(keys.invitation(*invitation.reference), "invitation", invitation, **places)


def step_message_body(message: StepMessage) -> dict[str, str]:
    """A step as the body of a queue message."""
    return {**message._asdict(), "due_at": message.due_at.isoformat()}


def read_step_message(body: dict[str, str]) -> StepMessage:
    """The inverse of `step_message_body`."""
    return StepMessage(**{**body, "due_at": parse_moment(body["due_at"])})  # type: ignore[arg-type]
