"""The accounts on hold by name: those of the list, and the mail domains that stand in for some."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from sayso.domain.address import domain_of
from sayso.domain.contact import Contact
from sayso.domain.digest import HeldAccount
from sayso.domain.programme import Programme
from sayso.domain.time import last_day
from sayso.ports import Contacts, Pseudonyms, Standings


def names_of(
    account_ids: Sequence[str], contacts: Contacts, pseudonyms: Pseudonyms, everyone: Callable[[], Iterable[Contact]]
) -> dict[str, str]:
    """What accounts are called, also mail domains, as far as it is known.

    `everyone` is only asked where one of them is no account of the list.
    """
    names = dict(contacts.names_of_accounts(account_ids))
    if len(names) < len(account_ids):  # a domain that nobody wrote a ticket from, or whose person was erased
        domains = {domain_of(person.email) for person in everyone()}
        names = {pseudonyms.of("account", domain): domain for domain in domains} | names
    return names


def held_accounts(
    standings: Standings,
    contacts: Contacts,
    pseudonyms: Pseudonyms,
    programme: Programme,
    now: datetime,
    everyone: Callable[[], Iterable[Contact]],
) -> list[tuple[str, HeldAccount]]:
    """The ids of the accounts nobody asks at `now` (UTC) and what is told of each, the hold that ends next on top."""
    held = sorted((one for one in standings.holds() if one[1].until > now), key=lambda one: one[1].until)
    names = names_of([account_id for account_id, _ in held], contacts, pseudonyms, everyone)
    return [
        (
            account_id,
            HeldAccount(names.get(account_id, account_id), last_day(hold.until, programme.zone), hold.reason, hold.by),
        )
        for account_id, hold in held
    ]
