"""Brings the existing base's next date forward, once, spread over the days of a kick-off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.domain.invitation import Invitation
from sayso.domain.kicking_off import check_survey, day_of, open_days, why_not
from sayso.domain.planning import kick_off_on
from sayso.domain.programme import Programme
from sayso.domain.sending import StandingChange
from sayso.ports import Clock, Contacts, Invitations, Standings


@dataclass(frozen=True)
class KickOffPlan:
    """What a kick-off would write, and how many it leaves alone, by a code of `NOT_BROUGHT_FORWARD`."""

    survey: str
    first: date
    days: int
    invitations: Sequence[Invitation]
    left_alone: Mapping[str, int]

    @property
    def by_day(self) -> dict[date, int]:
        """How many are asked on each day, in order."""
        counts = Counter(invitation.planned_on for invitation in self.invitations if invitation.planned_on)
        return dict(sorted(counts.items()))

    @property
    def by_week(self) -> dict[date, int]:
        """How many are asked in each week, by its Monday, in order."""
        weeks: Counter[date] = Counter()
        for day, count in self.by_day.items():
            weeks[day - timedelta(days=day.weekday())] += count
        return dict(weeks)


@dataclass(frozen=True)
class KickOff:
    """See the module. Looking changes nothing; a second run writes what a first one did not come to."""

    contacts: Contacts
    invitations: Invitations
    standings: Standings
    programme: Programme
    clock: Clock

    def look(self, survey: str, first: date | None = None, days: int = 90) -> KickOffPlan:
        """What a kick-off of `days` days from `first` (default: tomorrow) on would do.

        Raises
        ------
        InvalidInputError
            When the survey has no recurring date, or no open day is left.
        """
        now = self.clock()
        today = now.astimezone(self.programme.zone).date()
        first = first or today + timedelta(days=1)
        check_survey(survey, self.programme)
        open_on = open_days(first, days, self.programme)
        if open_on[-1] < today:
            raise InvalidInputError(f"the last of these days, {open_on[-1]}, is over", field="from")
        suppressed = {gate.address_hash for gate in self.standings.suppressions()}
        wanted: list[Invitation] = []
        left_alone: Counter[str] = Counter()
        for contact in self.contacts.everyone():
            day = day_of(contact, open_on, today)
            known = self.invitations.of_contact(contact.contact_id)
            reason = why_not(survey, day, contact, known, self.programme, now)
            if not reason and contact.address_hash in suppressed:
                reason = "suppressed"
            if reason:
                left_alone[reason] += 1
            else:
                wanted.append(kick_off_on(survey, day, contact, self.programme))
        return KickOffPlan(survey, first, days, wanted, dict(left_alone))

    def write(self, plan: KickOffPlan, by: str) -> int:
        """Write the invitations of a plan; returns how many. What somebody else wrote meanwhile stays.

        That it was done is recorded first, so that nothing is ever brought forward without a name to it.
        """
        if not plan.invitations:
            return 0
        last = plan.first + timedelta(days=plan.days - 1)
        reason = f"{plan.survey}: {len(plan.invitations)} from {plan.first} to {last}"
        self.standings.note(StandingChange(at=self.clock(), by=by, what="kicked_off", reason=reason))
        written = 0
        for invitation in plan.invitations:
            try:
                self.invitations.save(invitation)
            except ConflictError:
                continue
            written += 1
        return written
