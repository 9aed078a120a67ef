"""Reads everything the counting path wrote, for the proof that it adds up."""

from __future__ import annotations

from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.counter_store import read_counter_item, read_ledger_item
from sayso.adapters.items import Items
from sayso.adapters.mapping import to_entity
from sayso.domain.counting import CounterCell, Entries, count_invitation, count_response
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.ports import Audit, Counted

_PREFIXES = ("COUNTED#", "COUNT#", "RESPONSE#", "INVITATION#")


def read_audit(items: Items) -> Audit:
    """Everything, in one pass over the table."""
    counters: dict[CounterCell, int] = {}
    ledger: dict[tuple[str, str], tuple[int, Entries]] = {}
    invitations: list[Invitation] = []
    responses: list[Response] = []
    for item in items.scan(_PREFIXES):
        if item["entity"] == "counter":
            counters.update((cell, count) for cell, count in read_counter_item(item) if count)
        elif item["entity"] == "ledger":
            ledger[item["pk"], item["sk"].removeprefix("COUNTED#")] = read_ledger_item(item)
        elif item["entity"] == "invitation":
            invitations.append(to_entity(Invitation, item))
        elif item["entity"] == "response":
            responses.append(to_entity(Response, item))
    return Audit(counters, ledger, invitations, responses)


def counted_items(audit: Audit, programme: Programme) -> list[tuple[Counted, datetime]]:
    """What every item should count for, and since when (UTC)."""
    found: list[tuple[Counted, datetime]] = []
    per_owner = programme.scores_per_owner
    for response in audit.responses:
        key = keys.response(*response.reference)
        entries = count_response(response, per_owner=per_owner)
        found.append((Counted(key.pk, key.sk, response.revision, entries), response.updated_at))
    for invitation in audit.invitations:
        key = keys.invitation(*invitation.reference)
        entries = count_invitation(invitation, per_owner=per_owner)
        first = invitation.mails.get("first")
        changed_at = (first.delivered_at or first.at) if first else invitation.planned_at
        found.append((Counted(key.pk, key.sk, invitation.revision, entries), changed_at))
    return found
