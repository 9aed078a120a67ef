"""Accounts by name, for whoever holds them: those of the list, and the mail domains that stand in for some."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import NamedTuple

from sayso.cli.near import near
from sayso.domain.address import domain_of
from sayso.domain.errors import NotFoundError
from sayso.wiring import Wiring


class MailDomain(NamedTuple):
    """A mail domain of an account, under which `people` stand who only wrote tickets."""

    account_id: str
    name: str
    people: int
    on_hold: bool


def find_account(wiring: Wiring, name: str) -> tuple[str, str]:
    """Id and name of an account, also of a mail domain of a contact and of whatever is on hold.

    Raises NotFoundError with near matches when there is none of that name.
    """
    wanted = name.strip().casefold()
    account_id = _id(wiring, wanted)
    known = wiring.contacts.account_name(account_id)
    if known:
        return account_id, known
    if wanted in names_of_domains(wiring).values() or account_id in dict(wiring.standings.holds()):
        return account_id, wanted
    hint = ", ".join(f"'{one}'" for one in near(wanted, wiring.contacts.account_names()))
    what = f"did you mean {hint}?" if hint else "names are as in the contact list"
    raise NotFoundError(f"there is no account '{name}'; {what}", field="account")


def names_of_domains(wiring: Wiring) -> dict[str, str]:
    """The mail domains of all contacts, by the id of the account that each is or would be. Reads the whole table."""
    domains = {domain_of(contact.email) for contact in wiring.contacts.everyone()}
    return {_id(wiring, domain): domain for domain in domains}


def mail_domains(wiring: Wiring, account_id: str, until: datetime) -> list[MailDomain]:
    """The mail domains of an account that no other account of the list shares. Reads the whole table.

    `on_hold` is whether a domain is on hold at least until then.
    """
    people: dict[str, int] = defaultdict(int)
    accounts: dict[str, set[str]] = defaultdict(set)
    for contact in wiring.contacts.everyone():
        domain = domain_of(contact.email)
        if contact.stands_under_domain:
            people[domain] += 1
        else:
            accounts[domain].add(contact.account_id)
    ours = sorted(domain for domain, ids in accounts.items() if ids == {account_id})
    held = {held_id for held_id, hold in wiring.standings.holds() if hold.until >= until}
    found = [(_id(wiring, domain), domain) for domain in ours]
    return [MailDomain(one, name, people[name], one in held) for one, name in found if one != account_id]


def _id(wiring: Wiring, name: str) -> str:
    return wiring.pseudonyms.of("account", name.casefold())
