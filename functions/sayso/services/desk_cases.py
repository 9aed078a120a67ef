"""Lists the follow-ups one of our people may see at the desk: a part at a time, whatever there is of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal

from sayso.domain.contact import Contact
from sayso.domain.follow_up import FollowUp
from sayso.domain.programme import Programme
from sayso.domain.response import ContactWish
from sayso.domain.staff import Staff
from sayso.domain.time import at_local_time
from sayso.ports import Clock, Contacts, FollowUps, Page, Pseudonyms

LOOKED_AT = 200
"""How many cases one request looks at for those it was asked for."""
_A_PART = 25
Column = Literal["to_contact", "contacted", "over"]
Whose = Literal["all", "mine", "escalated"]


@dataclass(frozen=True)
class WhichCases:
    """Which cases are asked for: of a column of the board, and of these the ones that fit everything else.

    `whose` says whether all that may be seen are meant, those that are one's own, or those escalated to one; `owner` is
    the address of who has them, `survey` of the answer they were opened for, `wish` how the person wishes to be
    contacted.
    """

    column: Column = "to_contact"
    whose: Whose = "all"
    owner: str = ""
    survey: str = ""
    wish: ContactWish | None = None
    late: bool = False

    def fits(self, case: FollowUp, staff: Staff, now: datetime) -> bool:
        """Whether a case is one of them that `staff` may see."""
        return (
            staff.may_open(case)
            and self._stands_there(case)
            and (self.whose != "mine" or case.owner_id == staff.owner_id)
            and (self.whose != "escalated" or case.escalated_id == staff.owner_id)
            and self.survey in ("", case.answers[0].survey)
            and self.wish in (None, case.wish)
            and (not self.late or case.is_late(now))
        )

    def _stands_there(self, case: FollowUp) -> bool:
        if self.column == "over":
            return case.is_over
        return case.state == ("open" if self.column == "to_contact" else "contacted")


@dataclass(frozen=True)
class FoundCases:
    """Cases, with the people they are about as far as they are known, and the cursor of what follows.

    Where it was looked for in vain, or for few, `looked_until` says how far: the due time of the last one that was
    looked at, or when it was closed; None at the end of all there are. That may be somebody else's: an owner is told
    no more than when its day began.
    """

    cases: Sequence[FollowUp]
    people: Mapping[str, Contact]
    next: str = ""
    looked_until: datetime | None = None


@dataclass(frozen=True)
class DueCases:
    """What one of our people has to do today: cases of theirs that nobody was in touch about.

    `late` are those whose time is over, `today` those due until the end of the day, the first due first. `is_cut` says
    that they have more cases than were looked at.
    """

    late: int
    today: int
    cases: Sequence[FollowUp]
    people: Mapping[str, Contact]
    is_cut: bool


@dataclass(frozen=True)
class DeskCases:
    """See the module. Reads at most `LOOKED_AT` cases, and the people of those it gives."""

    follow_ups: FollowUps
    contacts: Contacts
    pseudonyms: Pseudonyms
    programme: Programme
    clock: Clock

    def page(self, staff: Staff, which: WhichCases, after: str = "") -> FoundCases:
        """The next cases: the one due first first, of those that are over the one closed last.

        Raises
        ------
        InvalidInputError
            For a cursor that is none of this list (field "after").
        """
        now, found, looked = self.clock(), list[FollowUp](), 0
        last: FollowUp | None = None
        owner_id = self._owner_id(staff, which)
        while True:
            part = self._part(which, owner_id, after)
            found += [case for case in part.items if self._fits(case, staff, which, owner_id, now)]
            looked, after = looked + len(part.items), part.next
            last = part.items[-1] if part.items else last
            if not after or len(found) >= _A_PART or looked >= LOOKED_AT:
                break
        looked_until = self._looked_until(staff, last.closed_at or last.due_at) if last and after else None
        return FoundCases(found, self._people(found), after, looked_until)

    def due(self, staff: Staff) -> DueCases:
        """What is due by the end of today, a day of the company's time zone."""
        now, zone = self.clock(), self.programme.zone
        part = self.follow_ups.page_of_owner(staff.owner_id, LOOKED_AT)
        today = now.astimezone(zone).date()
        waiting = [case for case in part.items if case.state == "open" and staff.may_open(case)]
        mine = [case for case in waiting if case.due_at.astimezone(zone).date() <= today]
        late = sum(case.is_late(now) for case in mine)
        shown = mine[:_A_PART]
        # What follows is due later than all of these.
        is_cut = bool(part.next) and part.items[-1].due_at.astimezone(zone).date() <= today
        return DueCases(late, len(mine) - late, shown, self._people(shown), is_cut)

    def _looked_until(self, staff: Staff, moment: datetime) -> datetime:
        if staff.is_manager:
            return moment
        zone = self.programme.zone
        return at_local_time(moment.astimezone(zone).date(), time(0), zone)

    def _owner_id(self, staff: Staff, which: WhichCases) -> str:
        """Of whose cases a list is; empty where it is everybody's. An owner's are their own, and what is escalated."""
        if which.whose == "mine" or (which.whose == "all" and not staff.is_manager):
            return staff.owner_id
        return self.pseudonyms.of_owner(which.owner) if which.owner else ""

    def _part(self, which: WhichCases, owner_id: str, after: str) -> Page[FollowUp]:
        if which.column != "over" and owner_id:
            return self.follow_ups.page_of_owner(owner_id, _A_PART, after)
        return self.follow_ups.page(_A_PART, after, is_open=which.column != "over")

    def _fits(self, case: FollowUp, staff: Staff, which: WhichCases, owner_id: str, now: datetime) -> bool:
        # What is over stands in no list of its owner's: there it is looked for.
        is_theirs = not which.owner or case.owner_id == self.pseudonyms.of_owner(which.owner)
        return is_theirs and which.fits(case, staff, now)

    def _people(self, cases: Iterable[FollowUp]) -> Mapping[str, Contact]:
        known = [case.contact_id for case in cases if not case.erased]
        return self.contacts.many(known) if known else {}
