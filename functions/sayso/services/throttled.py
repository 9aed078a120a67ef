"""Hands a mail to SES, and where that comes too fast, once more and more slowly."""

from __future__ import annotations

from collections.abc import Callable

from sayso.domain.mail import Mail
from sayso.ports import Mailer, MailRefusedError, Pace


def send_once_more_if_throttled(mailer: Mailer, mail: Mail, pace: Pace, rate: Callable[[], float]) -> str:
    """SES's id of the mail; `rate` gives the mails per second it takes, and is asked when it throttled only.

    Raises what the mailer raises, at the second time whatever it is.
    """
    try:
        return mailer.send(mail)
    except MailRefusedError as refused:
        if not refused.throttled:
            raise
    pace.slow_down()
    pace.wait_for_turn(rate())
    return mailer.send(mail)
