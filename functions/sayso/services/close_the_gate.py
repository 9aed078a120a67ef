"""Closes the address a mail came back from, or whose reader reported it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sayso.domain.contact import Contact
from sayso.domain.gate import Gate
from sayso.ports import Standings


def close_the_gate(
    standings: Standings, contact: Contact, reason: str, at: datetime, went_there: Callable[[Gate], bool]
) -> None:
    """Write to the address of a mail never again: a permanent bounce, a complaint.

    Parameters
    ----------
    went_there : callable
        Whether a gate remembers that the mail passed it.
    """
    for address_hash in addresses_of(standings, contact, went_there):
        standings.suppress(address_hash, reason, at)


def count_bounce(
    standings: Standings,
    contact: Contact,
    at: datetime,
    delivered_at: datetime | None,
    limit: int,
    went_there: Callable[[Gate], bool],
) -> None:
    """Remember a transient bounce of the address of a mail; `limit` of them since `delivered_at` (UTC) close it."""
    for address_hash in addresses_of(standings, contact, went_there):
        standings.bounced(address_hash, at, delivered_at, limit)


def addresses_of(standings: Standings, contact: Contact, went_there: Callable[[Gate], bool]) -> list[str]:
    """The (hashed) addresses a mail may have gone to: the contact list may have brought a better one since.

    A gate forgets what is long ago, or many mails ago. Where none knows the mail any more it may have gone to any
    of the person's addresses, and none of them is written to again: to guess one would leave the right one open.
    """
    known = list(dict.fromkeys((contact.address_hash, *contact.former_address_hashes)))
    if len(known) == 1:
        return known
    return [one for one in known if went_there(standings.gate(one))] or known
