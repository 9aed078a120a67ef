"""Puts an account on hold, or takes that back: nobody there is asked until the end of a day, for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.hold_action import LONGEST_REASON, HoldAction, SeenHoldAction
from sayso.domain.programme import Programme
from sayso.domain.sending import Hold
from sayso.domain.time import at_local_time, last_day, utc_text
from sayso.ports import Clock, Contacts, Standings

_CHANGED = "was changed by somebody else meanwhile; look at it again"


@dataclass(frozen=True)
class HoldAccount:
    """See the module. Every hold and every end of one is noted with who did it."""

    contacts: Contacts
    standings: Standings
    programme: Programme
    clock: Clock

    def name(self, account_id: str) -> str:
        """What an account is called; raises NotFoundError when nobody knows any more."""
        names = self.contacts.names_of_accounts([account_id])
        if account_id not in names:
            raise NotFoundError("This account is no longer in the contact list.", field="account")
        return names[account_id]

    def present(self, account_id: str) -> Hold | None:
        """The hold an account is on, if it is."""
        hold = self.standings.holds_of([account_id]).get(account_id)
        return hold if hold and hold.until > self.clock() else None

    def hold(self, account_id: str, last: date, reason: str, by: str) -> tuple[Hold, date | None]:
        """Ask nobody of an account until the end of a day of the company's.

        Returns the hold, and the last day of the one it takes the place of.

        Raises
        ------
        InvalidInputError
            Naming "until" when the day is over, and "reason" when there is none or it is too long.
        """
        made = self._made(last, reason, by)
        former = self.present(account_id)
        self.standings.hold(account_id, made)
        return made, last_day(former.until, self.programme.zone) if former else None

    def _made(self, last: date, reason: str, by: str) -> Hold:
        now, zone, reason = self.clock().replace(microsecond=0), self.programme.zone, reason.strip()
        if not reason:
            raise InvalidInputError("say why, for whoever looks at it later", field="reason")
        if len(reason) > LONGEST_REASON:
            raise InvalidInputError(f"has {len(reason):,} characters; {LONGEST_REASON} fit", field="reason")
        try:
            until = at_local_time(last + timedelta(days=1), time(0), zone)
        except (ValueError, OverflowError):
            raise InvalidInputError(f"'{last}' is not a day; write it like 2026-12-31", field="until") from None
        if until <= now:
            raise InvalidInputError(f"{last} is over; name a day to come", field="until")
        return Hold(until=until, reason=reason, by=by, at=now)

    def do(self, account_id: str, action: HoldAction, by: str) -> None:
        """What the page asks for. To release what is not on hold changes nothing.

        Raises NotFoundError, and InvalidInputError naming the field.
        """
        self.name(account_id)
        last = action.last_day(self.clock().astimezone(self.programme.zone).date())
        if last:
            self.hold(account_id, last, action.reason, by)
            return
        try:
            self.release(account_id, by)
        except ConflictError:
            return

    def do_as_seen(self, account_id: str, action: SeenHoldAction, by: str) -> None:
        """What the desk asks for, if the account stands as somebody saw it. To release what is released changes
        nothing.

        Raises what `do` does, and ConflictError about "hold" where another hold, or none, stands there by now.
        """
        self.name(account_id)
        now = self.clock().replace(microsecond=0)
        last = action.last_day(now.astimezone(self.programme.zone).date())
        made = self._made(last, action.reason, by) if last else None
        kept = self.standings.holds_of([account_id]).get(account_id)
        present = kept if kept and kept.until > now else None
        if made is None and present is None:
            return
        if action.seen != (utc_text(present.at) if present else ""):
            raise ConflictError(_CHANGED, field="hold")
        try:
            if made:
                self.standings.replace_hold(account_id, made, kept)
            elif present:
                self.standings.end_hold(account_id, present, by, now)
        except ConflictError:
            raise ConflictError(_CHANGED, field="hold") from None

    def release(self, account_id: str, by: str) -> None:
        """Ask an account again; raises ConflictError when it is not on hold."""
        self.standings.release(account_id, by, self.clock().replace(microsecond=0))
