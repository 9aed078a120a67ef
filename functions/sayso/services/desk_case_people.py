"""To whom a follow-up can be handed at the desk without typing an address.

Whoever runs the programme picks among the owners of the contact list, too. An owner is offered whom the programme
names, and learns nothing of who else looks after whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.domain.address import each_once, same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.follow_up import FollowUp
from sayso.domain.own_staff import is_ours
from sayso.domain.programme import Programme
from sayso.domain.staff import Staff
from sayso.ports import Contacts, Counters
from sayso.services.at_once import at_once

MOST_OWNERS = 50
"""How many owners are looked up at most; beyond them an address is typed."""
MOST_ACCOUNTS = 50
"""How many accounts are asked for their owner at most; there are fewer owners than accounts."""


@dataclass(frozen=True)
class DeskCasePeople:
    """See the module. Reads, and changes nothing.

    Where the programme keeps figures per owner, the counters know them: there is one of everybody whose contacts were
    asked or have answered. That costs a read for each survey and each owner. Where it keeps none, nothing that was sent
    says whose the account was: then the first `MOST_ACCOUNTS` accounts are asked, a read for each. Either way it costs
    the same however many contacts and answers there are.
    """

    counters: Counters
    contacts: Contacts
    programme: Programme

    def of(self, case: FollowUp, contact: Contact | None, staff: Staff) -> list[dict[str, str]]:
        """First whom the programme names, in its order, then owners by their address; each once, with no name where
        none is known. Nobody is among them who has the case, whom it complains about, or to whom it may not go."""
        rules, has_it = self.programme.follow_up, same_mailbox(case.owner_email)
        more = sorted(self._owners(contact), key=same_mailbox) if staff.is_manager and not case.is_over else []
        return [
            {"email": email, "name": rules.owner(email).name or ""}
            for email in each_once([*rules.people, *more])
            if same_mailbox(email) != has_it and not case.concerns(email)
        ]

    def _owners(self, contact: Contact | None) -> Iterator[str]:
        """Whoever has the account by now, and every owner to whom a customer's words may be sent (`WorkOnCase`)."""
        if contact and contact.owner_email:
            yield contact.owner_email
        first = self._counted() if self.programme.scores_per_owner else self._of_accounts()
        for person in first:
            if person.owner_email and is_ours(person.owner_email, self.programme):
                yield person.owner_email

    def _counted(self) -> list[Contact]:
        """Somebody of each owner there is a counter of."""
        known = at_once(lambda survey: self.counters.values(survey, "owner"), [*self.programme.surveys])
        owners = list(dict.fromkeys(owner_id for of_survey in known for owner_id in of_survey))[:MOST_OWNERS]
        # One who looks after nobody any more is counted for good.
        first = at_once(lambda owner_id: self.contacts.portfolio_page(owner_id, 1).items, owners)
        return [person for people in first for person in people]

    def _of_accounts(self) -> list[Contact]:
        """Somebody of each of the first accounts."""
        accounts = [one.account_id for one in self.contacts.accounts_page(MOST_ACCOUNTS).items]
        first = at_once(lambda account_id: self.contacts.page_of_account(account_id, 1).items, accounts)
        return [person for people in first for person in people]
