"""Our own people who sign in to the desk, and what each role may see there."""

from __future__ import annotations

from typing import Literal, get_args

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.entity import Entity
from sayso.domain.follow_up import FollowUp

Role = Literal["manager", "owner", "viewer"]
ROLES: tuple[Role, ...] = get_args(Role)
"""The roles, the one that may most first."""


class Staff(Entity):
    """One of our own people, signed in.

    `owner_id` is the keyed hash of their address, by which accounts and cases know them. A viewer reads numbers, and
    nothing that names or quotes anybody; an owner what is about their own accounts as well; a manager everything but
    what complains about them.
    """

    email: str
    owner_id: str
    role: Role
    name: str = ""

    @property
    def is_manager(self) -> bool:
        """Whether they run the programme."""
        return self.role == "manager"

    def has_address(self, email: str) -> bool:
        """Whether an address is theirs."""
        return same_mailbox(email) == same_mailbox(self.email)

    def owns(self, contact: Contact | None) -> bool:
        """Whether a person is theirs to look after; nobody's any more, of whom nothing is known, is a manager's."""
        if self.role == "owner":
            return contact is not None and contact.owner_id == self.owner_id
        return self.is_manager

    def may_open(self, case: FollowUp) -> bool:
        """Whether a follow-up is theirs to read: their own or escalated to them, and none that is about them."""
        if self.role == "viewer" or case.concerns(self.email):
            return False
        return self.is_manager or self.owner_id in (case.owner_id, case.escalated_id)


def role_of(groups: list[str]) -> Role | None:
    """The role that may most among groups; None when they are of none."""
    return next((role for role in ROLES if role in groups), None)
