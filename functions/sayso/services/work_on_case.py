"""What one of our people does about a follow-up: in touch, a note, over, open again, or somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from sayso.domain.address import check_email, same_mailbox
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.follow_up import FollowUp, Outcome, answer_key, cause_named
from sayso.domain.invitation import Invitation
from sayso.domain.notice import Notice, alerts, watches
from sayso.domain.own_staff import is_ours
from sayso.domain.programme import Programme
from sayso.ports import Clock, Contacts, FollowUps, Invitations, Offices, Pseudonyms
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.recheck import recheck_of, without_rechecks


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
    ConflictError
        When somebody else was quicker (field "owner" where they handed it over).
    """

    contacts: Contacts
    follow_ups: FollowUps
    invitations: Invitations
    pseudonyms: Pseudonyms
    offices: Offices
    programme: Programme
    clock: Clock
    may_work: Callable[[FollowUp], bool] = lambda _: True

    def for_whom(self, may_work: Callable[[FollowUp], bool]) -> WorkOnCase:
        """The same for somebody to whom only such cases exist, as they are when they are written."""
        return replace(self, may_work=may_work)

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
        recheck: bool | None = None,
        action_id: str = "",
    ) -> FollowUp:
        """Close a case, and ask again later if `recheck` says so: whoever may be asked by then.

        None asks everybody again but those who wished not to be contacted.
        """

        def close(case: FollowUp) -> _Step:
            named = cause_named(cause, self.programme)
            over = case.closed(by, self.clock(), outcome=outcome, cause=named, note=note, action_id=action_id)
            contact = self.contacts.get(case.contact_id)
            again = recheck_of(over, contact, self.programme, recheck=recheck) if contact else None
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
            again = case.reopened(by, now, due_at, note, action_id=action_id).watched_from_now()
            last = again.answers[-1]
            told: Iterable[Notice] = ()
            if same_mailbox(by) != same_mailbox(case.owner_email):
                key = answer_key(last.survey, last.occasion)
                again = again.telling(key, again.told[key].content if key in again.told else "")
                about = last.survey, last.occasion
                told = alerts(again, rules, self.offices.of, now, about=about)
            cancelled = without_rechecks(self.invitations, self.programme, case.contact_id)
            return _Step(again, (*told, *watches(again, rules, self.offices.of, now)), cancelled)

        return self._do(follow_up_id, action_id, reopen)

    def hand_over(
        self, follow_up_id: str, by: str, to: str, reason: str, action_id: str = "", *, seen: str = ""
    ) -> FollowUp:
        """Give a case to somebody else, who is told; the due time stays. `seen` is who had it when it was looked at."""

        def hand_over(case: FollowUp) -> _Step:
            rules = self.programme.follow_up
            if seen and same_mailbox(seen) != same_mailbox(case.owner_email):
                raise ConflictError(f"{case.owner_email} has this follow-up by now; look again first", field="owner")
            self._must_be_ours(to, case)
            owner_id = self.pseudonyms.of_owner(to)
            theirs = case.handed_over(by, self.clock(), to, owner_id, reason, action_id=action_id)
            waits, now = theirs.state == "open", self.clock()
            theirs = theirs.watched_from_now() if waits else theirs
            told = alerts(theirs, rules, self.offices.of, now, kind="handed_over")
            return _Step(theirs, (*told, *(watches(theirs, rules, self.offices.of, now) if waits else ())))

        return self._do(follow_up_id, action_id, hand_over)

    def _must_be_ours(self, to: str, case: FollowUp) -> None:
        """What a customer wrote is mailed to our own people only: those the programme names, those of our domain, and
        whoever has the account."""
        contact = self.contacts.get(case.contact_id)
        has_the_account = contact and contact.owner_email and same_mailbox(contact.owner_email) == same_mailbox(to)
        try:
            check_email(to)
        except ValueError as error:
            raise InvalidInputError(str(error), field="to") from None
        if not has_the_account and not is_ours(to, self.programme):
            reason = f"{to} is nobody of the company's own people; name them under follow_up.owners in the programme"
            raise InvalidInputError(reason, field="to")

    def _do(self, follow_up_id: str, action_id: str, change: Callable[[FollowUp], _Step]) -> FollowUp:
        for _ in range(ATTEMPTS):
            case = self.follow_ups.get(follow_up_id)
            if case is None:
                raise NotFoundError(f"there is no follow-up '{follow_up_id}'", field="follow_up")
            if case.knows(action_id):
                return case
            if not self.may_work(case):
                raise NotFoundError("There is no such follow-up.", field="case")
            step = change(case)
            try:
                return self.follow_ups.save(step.case, step.notices, step.invitations)
            except ConflictError:
                continue  # somebody else worked on it, or an answer joined: theirs is kept
        raise ConflictError("the follow-up kept changing; try again")
