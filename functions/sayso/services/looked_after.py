"""Who of our own people is told of which answer, account and case."""

from __future__ import annotations

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.follow_up import is_about_the_owner, owner_of, usual_owner
from sayso.domain.programme import Programme
from sayso.domain.response import Response


class LookedAfter:
    """See the module. Two spellings of one mailbox are one person, written to as it was spelt first.

    Attributes
    ----------
    spelt : dict of str to str
        By mailbox the address of everybody who was named so far.
    """

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self.spelt: dict[str, str] = {}

    def mailbox(self, address: str) -> str:
        """One of our people."""
        mailbox = same_mailbox(address)
        self.spelt.setdefault(mailbox, address)
        return mailbox

    def owner(self, person: Contact) -> str:
        """Who looks after somebody's account."""
        return self.mailbox(person.owner_email or self._programme.follow_up.default_owner)

    def told_of(self, answer: Response, person: Contact | None) -> frozenset[str]:
        """Who looks after an answer, and after the account; after a complaint about its owner only the former.

        Of an answer whose person is no longer known only the team is told.
        """
        if person is None:
            return frozenset()
        looks_after = self.mailbox(owner_of(answer, person, self._programme))
        if is_about_the_owner(answer, self._programme):
            return frozenset({looks_after})
        return frozenset({looks_after, self.owner(person)})

    def kept_from(self, answer: Response, person: Contact | None) -> frozenset[str]:
        """Whom a complaint is about, unless there is nobody else to look after it."""
        if person is None or not is_about_the_owner(answer, self._programme):
            return frozenset()
        about = self.mailbox(usual_owner(answer, person, self._programme))
        return frozenset({about, self.owner(person)}) - self.told_of(answer, person)
