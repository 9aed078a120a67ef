"""Hands one mail to SES, and where SES takes none of ours, says so to whoever sends the next."""

from __future__ import annotations

from sayso.domain.mail import Mail
from sayso.ports import Mailer, MailRefusedError, MailUnknownError, Pace, SendingAccount
from sayso.services.streak import Streak
from sayso.services.throttled import send_once_more_if_throttled


def hand_to_ses(mail: Mail, mailer: Mailer, account: SendingAccount, pace: Pace, streak: Streak) -> str:
    """SES's id of the mail.

    Raises
    ------
    MailRefusedError
        SES certainly did not take it. What is refused for good again and again is not the mail's fault: it waits
        until somebody has looked.
    MailUnknownError
        SES may have taken it.
    """
    try:
        message_id = send_once_more_if_throttled(mailer, mail, pace, lambda: account.state().max_send_rate)
    except MailRefusedError as refused:
        if refused.for_good and streak.refused():
            account.stop("ses_refuses")
            raise MailRefusedError(refused.reason, stops="ses_refuses") from refused
        if refused.stops:
            account.stop(refused.stops)
        raise
    except MailUnknownError:
        if streak.lost():
            account.stop("ses_unwell")
        raise
    streak.sent()
    return message_id
