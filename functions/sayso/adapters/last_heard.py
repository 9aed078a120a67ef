"""When each contact was last heard of, in one pass over the table."""

from __future__ import annotations

from datetime import datetime

from pydantic import ValidationError

from sayso.adapters.items import Items
from sayso.adapters.mapping import to_entity
from sayso.domain.contact import Contact
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.news import News
from sayso.domain.response import Response
from sayso.domain.retention import moments

_PREFIXES = ("PROFILE", "INVITATION#", "RESPONSE#", "FOLLOWUP#", "NEWS#")
_MODELS: dict[str, type[Contact | Invitation | Response | FollowUp | News]] = {
    "contact": Contact,
    "invitation": Invitation,
    "response": Response,
    "follow_up": FollowUp,
    "news": News,
}


def read_last_heard(items: Items) -> dict[str, datetime]:
    """The last moment (UTC) of every contact there is, by id.

    Left out are those somebody still waits for, and those of whom something cannot be read.
    """
    last: dict[str, datetime] = {}
    known, busy = set(), set()
    for item in items.scan(_PREFIXES):
        model = _MODELS.get(str(item["entity"]))
        if model is None or item.get("erased"):
            continue
        try:
            thing = to_entity(model, item)
        except ValidationError:
            busy.add(str(item.get("contact_id") or item["pk"].removeprefix("CONTACT#")))
            continue
        if isinstance(thing, Contact):
            known.add(thing.contact_id)
        if _is_open(thing):
            busy.add(thing.contact_id)
        heard = max(moments(thing), default=None)
        if heard:
            last[thing.contact_id] = max(heard, last.get(thing.contact_id, heard))
    return {contact_id: heard for contact_id, heard in last.items() if contact_id in known - busy}


def _is_open(thing: object) -> bool:
    """Whether something is still to happen: a mail, an answer, or a call."""
    if isinstance(thing, Invitation):
        return not thing.is_final
    if isinstance(thing, News):
        return thing.due_at is not None
    return isinstance(thing, FollowUp) and not thing.is_over
