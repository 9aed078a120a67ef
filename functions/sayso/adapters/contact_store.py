"""Keeps contacts, and the ways to find one: by the company's own id and by (hashed) address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, Action, Delete, Item, Items, Put
from sayso.adapters.mapping import put_next, to_entity
from sayso.adapters.paging import behind_all, page
from sayso.domain.contact import Contact
from sayso.ports import NamedAccount, Page

_READ_AHEAD = 50  # contacts; an owner's accounts have a few each


class ContactStore:
    """See `sayso.ports.Contacts`."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self._accounts_written: set[str] = set()

    def get(self, contact_id: str) -> Contact | None:
        """One contact by its id."""
        item = self._items.get(keys.contact(contact_id))
        return to_entity(Contact, item) if item else None

    def by_external_ids(self, external_ids: Sequence[str]) -> Mapping[str, Contact]:
        """The known ones among contacts named by the company's own ids."""
        pointers = self._items.get_many([keys.external(external_id) for external_id in external_ids])
        return {contact.external_id: contact for contact in self._contacts(pointers.values())}

    def by_address(self, address_hash: str) -> list[Contact]:
        """The contacts that share an address, the longest known first."""
        prefix = keys.address(address_hash)
        found = self._contacts(self._items.query(prefix.pk, prefix=prefix.sk))
        return sorted(found, key=lambda contact: (contact.first_seen_at, contact.contact_id))

    def many(self, contact_ids: Sequence[str]) -> Mapping[str, Contact]:
        """The contacts there are (still) among many, by id."""
        found = self._items.get_many([keys.contact(contact_id) for contact_id in contact_ids])
        return {item["contact_id"]: to_entity(Contact, item) for item in found.values()}

    def everyone(self) -> Iterator[Contact]:
        """All contacts, in no order. Reads the whole table: for an operator or the daily run, never for a request."""
        profiles = self._items.scan((keys.contact("").sk,))
        return (to_entity(Contact, item) for item in profiles if item["entity"] == "contact")

    def page_of_account(self, account_id: str, limit: int, after: str = "") -> Page[Contact]:
        """The contacts of an account, in no order that means anything."""
        found, following = page(self._items, keys.people_of(account_id), index="by_account", limit=limit, after=after)
        return Page([to_entity(Contact, item) for item in found], following)

    def portfolio_page(self, owner_id: str, limit: int, after: str = "") -> Page[Contact]:
        """The contacts an owner looks after, those of an account beside each other."""
        found, following = page(self._items, keys.portfolio(owner_id), index="by_owner", limit=limit, after=after)
        return Page([to_entity(Contact, item) for item in found], following)

    def page_of_owner_at(self, owner_id: str, account_id: str, limit: int, after: str = "") -> Page[Contact]:
        """The contacts of one account that an owner looks after."""
        partition, of_account = keys.portfolio(owner_id), f"{account_id}#"
        found, following = page(self._items, partition, index="by_owner", limit=limit, after=after, prefix=of_account)
        return Page([to_entity(Contact, item) for item in found], following)

    def accounts_of_owner(self, owner_id: str, limit: int, after: str = "") -> Page[NamedAccount]:
        """The accounts an owner looks after, in no order that means anything; however many people each has."""
        partition, place = keys.portfolio(owner_id), after
        found: list[NamedAccount] = []
        while True:
            read, following = page(self._items, partition, index="by_owner", limit=_READ_AHEAD, after=place)
            people = [to_entity(Contact, item) for item in read]
            for one in people:
                if not found or found[-1].account_id != one.account_id:
                    found.append(NamedAccount(one.account_id, one.account))
            if len(found) > limit:
                return Page(found[:limit], behind_all(f"{found[limit - 1].account_id}#"))
            if not following:
                return Page(found, "")
            # The others of the last account are passed over in one step.
            place = behind_all(f"{people[-1].account_id}#")

    def accounts_page(self, limit: int, after: str = "", begins: str = "") -> Page[NamedAccount]:
        """The accounts in the order of their names: all, or those whose name begins with a text."""
        prefix = keys.accounts_beginning(begins)
        found, following = page(self._items, prefix.pk, index="by_account", prefix=prefix.sk, limit=limit, after=after)
        named = [NamedAccount(str(item["pk"]).partition("#")[2], str(item["name"])) for item in found]
        return Page(named, following)

    def _contacts(self, pointers: object) -> list[Contact]:
        wanted = [keys.contact(pointer["contact_id"]) for pointer in pointers]  # type: ignore[attr-defined]
        return [to_entity(Contact, item) for item in self._items.get_many(wanted).values()]

    def account_name(self, account_id: str) -> str | None:
        """What an account is called."""
        item = self._items.get(keys.account(account_id))
        return str(item["name"]) if item else None

    def names_of_accounts(self, account_ids: Sequence[str]) -> Mapping[str, str]:
        """What many accounts are called, as far as it is known."""
        wanted = {keys.account(account_id): account_id for account_id in account_ids}
        return {wanted[key]: str(item["name"]) for key, item in self._items.get_many(list(wanted)).items()}

    def account_names(self) -> list[str]:
        """What all accounts are called. Reads the whole table: for an operator, never for a request."""
        found = self._items.scan((keys.account().pk,))
        return sorted(str(item["name"]) for item in found if item["entity"] == "account")

    def save(self, contact: Contact, before: Contact | None) -> None:
        """Write a contact with its pointers, as one; raises ConflictError when it has changed since `before`."""
        pointer = {"contact_id": contact.contact_id, "entity": "pointer"}
        places = keys.person_listed(contact.contact_id, contact.account_id, contact.owner_id)
        actions: list[Action] = [put_next(keys.contact(contact.contact_id), "contact", contact, **places)]
        if before is None or before.external_id != contact.external_id:
            # Two who add the same person at once must not make two of them.
            actions.append(Put({**keys.external(contact.external_id)._asdict(), **pointer}, ABSENT))
        if before and before.external_id != contact.external_id:
            actions.append(Delete(keys.external(before.external_id)))
        if before is None or before.address_hash != contact.address_hash:
            actions.append(Put({**keys.address(contact.address_hash, contact.contact_id)._asdict(), **pointer}))
        if before and before.address_hash != contact.address_hash:
            actions.append(Delete(keys.address(before.address_hash, contact.contact_id)))
        # A domain that stands in for an account may have gone with somebody who was erased since.
        if contact.account_id not in self._accounts_written or contact.stands_under_domain:
            actions.append(Put(_account(contact.account_id, contact.account)))
        if before and before.stands_under_domain and before.account_id != contact.account_id:
            actions.append(Delete(keys.account(before.account_id)))
            self._accounts_written.discard(before.account_id)
        self._items.write(*actions)
        self._accounts_written.add(contact.account_id)


def _account(account_id: str, name: str) -> Item:
    listed = keys.account_listed(account_id, name)
    return {**keys.account(account_id)._asdict(), **listed, "entity": "account", "name": name}
