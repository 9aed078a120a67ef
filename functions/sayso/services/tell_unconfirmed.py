"""Once a week tells everybody who looks after customers which low scores of theirs nobody was seen giving.

Such a score counts nowhere and opens no follow-up: a mail scanner may have given it. But it may be a customer's, and
to ask costs little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sayso.domain.address import same_mailbox
from sayso.domain.follow_up import owner_of
from sayso.domain.mail import Mail, Unconfirmed
from sayso.domain.programme import Language, Programme
from sayso.ports import Contacts, Mailer, Pace, Responses
from sayso.services.streak import Streak
from sayso.services.throttled import send_once_more_if_throttled
from sayso.services.unconfirmed_answers import as_told, past_week, unhappy_unconfirmed

# Mails per second, as SES gives every account outside its sandbox.
_RATE = 14.0


class UnconfirmedWriter(Protocol):
    """Writes the mail to one of them."""

    def unconfirmed(self, *, language: Language, to: str, week_start: date, answers: Sequence[Unconfirmed]) -> Mail: ...


@dataclass(frozen=True)
class Told:
    """How many owners were told, and of those who were not, what kind of error kept it from them."""

    told: int
    failed: tuple[str, ...]


@dataclass(frozen=True)
class TellUnconfirmed:
    """See the module. One mail an owner; the scheduled time decides the week, as for the digest."""

    responses: Responses
    contacts: Contacts
    writer: UnconfirmedWriter
    mailer: Mailer
    pace: Pace
    programme: Programme

    def tell(self, scheduled_for: datetime) -> Told:
        """Mail every owner theirs of the seven days before the day of `scheduled_for` (UTC).

        A mail that fails keeps nobody else's back. Only one that came too fast is tried again, once: whatever a lost
        one says, the digest says too. After several failures in a row the rest is left, because then it is SES that
        fails, and the function's time is short.
        """
        first, last = past_week(scheduled_for)
        told, failed, streak = 0, list[str](), Streak()
        owners = list(self._by_owner(first, last).items())
        for at, (owner, answers) in enumerate(owners):
            try:
                mail = self.writer.unconfirmed(
                    language=self.programme.company.default_language, to=owner, week_start=first, answers=answers
                )
                self.pace.wait_for_turn(_RATE)
                send_once_more_if_throttled(self.mailer, mail, self.pace, lambda: _RATE)
            except Exception as error:  # noqa: BLE001 - nobody waits for another's mail; the door logs it
                failed.append(type(error).__name__)
                if streak.lost():
                    failed += ["not tried"] * (len(owners) - at - 1)
                    break
            else:
                told += 1
                streak.sent()
        return Told(told, tuple(failed))

    def _by_owner(self, first: date, last: date) -> dict[str, list[Unconfirmed]]:
        addresses: dict[str, str] = {}
        found: dict[str, list[Unconfirmed]] = defaultdict(list)
        for answer in unhappy_unconfirmed(self.responses, self.programme, first, last):
            contact = self.contacts.get(answer.contact_id)
            if contact:
                owner = owner_of(answer, contact, self.programme)
                address = addresses.setdefault(same_mailbox(owner), owner)
                found[address].append(as_told(answer, contact, self.programme.zone))
        return found
