"""What the gates of a person's addresses say together: a new address takes back no wish, and no distance."""

from __future__ import annotations

from sayso.domain.contact import Contact
from sayso.domain.gate import Gate
from sayso.ports import Standings


def person_gate(standings: Standings, contact: Contact, own: Gate) -> Gate:
    """The gate to decide by. `own` is that of the contact's address now, which alone is claimed and written."""
    if not contact.former_address_hashes:
        return own
    former = [standings.gate(address_hash) for address_hash in contact.former_address_hashes]
    return own.with_former(former, contact.contact_id)
