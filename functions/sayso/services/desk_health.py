"""What a manager sees of whether everything runs, and how they let all sending stand still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.domain.doctor_report import DoctorReport
from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.domain.hold_action import LONGEST_REASON
from sayso.domain.programme import Programme
from sayso.domain.sending import Hold, Pause, StandingChange
from sayso.ports import Clock, Contacts, DoctorReports, Page, SendingLook, SendingLooks, Standings

_LATEST = 20  # of what was paused, held and kicked off


@dataclass(frozen=True)
class NamedHold:
    """An account on hold, or that was until its time was over. `account` is empty when no list names it any more."""

    account_id: str
    account: str
    hold: Hold
    is_over: bool


@dataclass(frozen=True)
class DeskHealth:
    """See the module."""

    programme: Programme
    standings: Standings
    contacts: Contacts
    reports: DoctorReports
    account: SendingLooks
    clock: Clock

    def pause(self) -> Pause | None:
        """The pause, if everything stands still."""
        return self.standings.paused()

    def report(self) -> DoctorReport | None:
        """What the doctor found last."""
        return self.reports.latest()

    def sending(self) -> SendingLook | None:
        """What SES says now, as far as it says anything."""
        return self.account.look()

    def hints(self) -> list[str]:
        """What in the programme is no mistake but hardly meant."""
        return list(self.programme.hints())

    def changes(self) -> list[tuple[StandingChange, str]]:
        """What was last paused, resumed, held, released and kicked off, with the name of the account."""
        found = self.standings.latest_changes(_LATEST)
        names = self._names([change.account_id for change in found if change.account_id])
        return [(change, names.get(change.account_id, "")) for change in found]

    def holds(self, limit: int, after: str = "") -> Page[NamedHold]:
        """A part of the holds, by account; raises InvalidInputError for a cursor that is none."""
        found = self.standings.holds_page(limit, after)
        names, now = self._names([account_id for account_id, _ in found.items]), self.clock()
        return Page(
            [NamedHold(one, names.get(one, ""), hold, is_over=hold.until <= now) for one, hold in found.items],
            found.next,
        )

    def stop(self, reason: str, by: str) -> Pause:
        """Let no mail to customers go out any more.

        Raises
        ------
        InvalidInputError
            Naming "reason" when there is none.
        ConflictError
            When everything stands still already.
        """
        said = reason.strip()
        if not said:
            raise InvalidInputError("say why, for whoever looks at it later", field="reason")
        if len(said) > LONGEST_REASON:
            raise InvalidInputError(f"has {len(said):,} characters; {LONGEST_REASON} fit", field="reason")
        made = Pause(at=self.clock().replace(microsecond=0), by=by, reason=said)
        try:
            self.standings.pause(made)
        except ConflictError:
            raise ConflictError("sending is paused already", field="pause") from None
        return made

    def resume(self, by: str) -> None:
        """Let mails go out again; raises ConflictError when nothing is paused."""
        try:
            self.standings.resume(by, self.clock().replace(microsecond=0))
        except ConflictError:
            raise ConflictError("nothing is paused, so there is nothing to resume", field="pause") from None

    def _names(self, account_ids: Sequence[str]) -> dict[str, str]:
        return dict(self.contacts.names_of_accounts(list(dict.fromkeys(account_ids)))) if account_ids else {}
