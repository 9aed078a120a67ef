"""What one of our people does about a follow-up: in touch, a note, over, open again, or somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sayso.domain.address import same_mailbox
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.follow_up import FollowUp, Outcome, cause_named
from sayso.domain.invitation import Invitation
from sayso.domain.notice import Notice, alerts, watches
from sayso.domain.programme import Programme
from sayso.ports import Clock, Contacts, FollowUps, Invitations, Offices, Pseudonyms
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.recheck import recheck_of, without_recheck


@dataclass(frozen=True)
class _Step:
    """A case as it is to be written, and what is written with it."""

    case: FollowUp
    notices: Iterable[Notice] = field(default=())
    invitations: Iterable[Invitation] = field(default=())


@dataclass(frozen=True)
class WorkOnCase:
    """See the module.

    `by` is who does it, as a name or an address. `action_id` names a request of a page: repeated, it changes nothing.

    Raises
    ------
    NotFoundError
        When there is no such case.
    InvalidInputError
        When something is missing or does not go together; it names the field.
    """

    contacts: Contacts
    follow_ups: FollowUps
    invitations: Invitations
    pseudonyms: Pseudonyms
    offices: Offices
    programme: Programme
    clock: Clock

    def contact(self, follow_up_id: str, by: str, note: str = "", action_id: str = "") -> FollowUp:
        """Somebody has been in touch."""
        return self._do(
            follow_up_id, action_id, lambda case: _Step(case.contacted(by, self.clock(), note, action_id=action_id))
        )

    def note(self, follow_up_id: str, by: str, note: str, action_id: str = "") -> FollowUp:
        """Add a note."""
        return self._do(
            follow_up_id, action_id, lambda case: _Step(case.noted(by, self.clock(), note, action_id=action_id))
        )

    def close(
        self,
        follow_up_id: str,
        by: str,
        *,
        outcome: Outcome,
        cause: str,
        note: str,
        recheck: bool = True,
        action_id: str = "",
    ) -> FollowUp:
        """Close a case, and ask again later if `recheck` says so: whoever may be asked by then."""

        def close(case: FollowUp) -> _Step:
            named = cause_named(cause, self.programme)
            over = case.closed(by, self.clock(), outcome=outcome, cause=named, note=note, action_id=action_id)
            contact = self.contacts.get(case.contact_id)
            again = recheck_of(over, contact, self.programme) if recheck and contact else None
            if again is None:
                return _Step(over)
            return _Step(over.having(recheck=again.occasion), invitations=[again])

        return self._do(follow_up_id, action_id, close)

    def reopen(self, follow_up_id: str, by: str, note: str, action_id: str = "") -> FollowUp:
        """Open a case again: its owner has the usual time from now on."""

        def reopen(case: FollowUp) -> _Step:
            if not note.strip():
                raise InvalidInputError("is empty; say why", field="note")
            now, rules = self.clock(), self.programme.follow_up
            due_at = self.offices.of(case.owner_email).add_working_days(now, rules.first_contact_within)
            other = self.follow_ups.open_of(case.contact_id)
            if other and other.follow_up_id != case.follow_up_id:
                reason = f"the person has an open follow-up already: {other.follow_up_id}"
                raise InvalidInputError(reason, field="follow_up")
            again = case.reopened(by, now, due_at, note, action_id=action_id)
            cancelled = without_recheck(self.invitations, self.programme, case)
            return _Step(again, watches(again, rules, self.offices.of), cancelled)

        return self._do(follow_up_id, action_id, reopen)

    def hand_over(self, follow_up_id: str, by: str, to: str, reason: str, action_id: str = "") -> FollowUp:
        """Give a case to somebody else, who is told; the due time stays."""

        def hand_over(case: FollowUp) -> _Step:
            rules = self.programme.follow_up
            owner_id = self.pseudonyms.of("owner", same_mailbox(to))
            theirs = case.handed_over(by, self.clock(), to, owner_id, reason, action_id=action_id)
            told = alerts(theirs, rules, self.offices.of, self.clock(), kind="handed_over")
            return _Step(theirs, told)

        return self._do(follow_up_id, action_id, hand_over)

    def _do(self, follow_up_id: str, action_id: str, change: Callable[[FollowUp], _Step]) -> FollowUp:
        for _ in range(ATTEMPTS):
            case = self.follow_ups.get(follow_up_id)
            if case is None:
                raise NotFoundError(f"there is no follow-up '{follow_up_id}'", field="follow_up")
            if case.knows(action_id):
                return case
            step = change(case)
            try:
                return self.follow_ups.save(step.case, step.notices, step.invitations)
            except ConflictError:
                continue  # somebody else worked on it, or an answer joined: theirs is kept
        raise ConflictError("the follow-up kept changing; try again")
