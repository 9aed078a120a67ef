"""Sends mails to our own people, each at most once, and none for the sake of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from sayso.domain.mail import Mail
from sayso.ports import Mailer, MailRefusedError, MailUnknownError, Pace, StaffPost
from sayso.services.streak import Streak
from sayso.services.throttled import send_once_more_if_throttled

# Mails per second, as SES gives every account outside its sandbox.
_RATE = 14.0


class Letter(NamedTuple):
    """A mail of a kind for a period to one of our people, before it is written.

    With `again_after` one of which nobody knows whether it went may go once more, that long after it was tried.
    """

    kind: str
    period: str
    to: str
    write: Callable[[], Mail]
    again_after: timedelta | None = None


@dataclass(frozen=True)
class Posted:
    """What became of letters: how many went out now, and how many had before.

    `failed` names, for each that certainly did not go, the kind of error; trying again sends those. Of `unknown` ones
    nobody knows, and they are not sent again, unless the letter says after which time.
    """

    sent: int = 0
    before: int = 0
    unknown: int = 0
    failed: tuple[str, ...] = ()


@dataclass(frozen=True)
class SendOnce:
    """See the module. A mail is claimed before SES is called: one of which nobody knows counts as sent."""

    post: StaffPost
    mailer: Mailer
    pace: Pace

    def send(self, letters: Sequence[Letter]) -> Posted:
        """Send what did not go before.

        A letter that fails keeps no other back. Only one that came too fast is tried again, once. Where SES may have
        taken several in a row, or takes none of ours, the rest is left: the function's time is short.
        """
        sent = before = unknown = 0
        failed, streak = list[str](), Streak()
        for at, letter in enumerate(letters):
            try:
                went = self._send(letter)
            except MailUnknownError:
                unknown += 1
            except Exception as error:  # noqa: BLE001 - nobody waits for another's mail; the door logs it
                failed.append(type(error).__name__)
                if not (isinstance(error, MailRefusedError) and error.stops):
                    continue
            else:
                sent, before = sent + went, before + (not went)
                streak.sent()
                continue
            if streak.lost():
                failed += ["not tried"] * (len(letters) - at - 1)
                break
        return Posted(sent, before, unknown, tuple(failed))

    def _send(self, letter: Letter) -> bool:
        # What cannot be written is not claimed.
        mail = letter.write()
        if not self.post.claim(letter.kind, letter.period, letter.to, letter.again_after):
            return False
        self.pace.wait_for_turn(_RATE)
        try:
            send_once_more_if_throttled(self.mailer, mail, self.pace, lambda: _RATE)
        except MailRefusedError:
            self.post.give_back(letter.kind, letter.period, letter.to)
            raise
        if letter.again_after is not None:
            # It went: if that cannot be noted it goes once more, which is no reason to say that it did not.
            with suppress(Exception):
                self.post.sent(letter.kind, letter.period, letter.to)
        return True
