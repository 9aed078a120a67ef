"""Writes the mail with the one link an owner records the reviews of a quarter by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sayso.adapters.mail_parts import Mails
from sayso.domain.mail import LONGEST_NAME, Mail, one_line
from sayso.domain.programme import Language
from sayso.domain.quarters import Quarter
from sayso.domain.review import LISTED_AFTER

# More are on the page; the mail only has to say that it is about them.
_ACCOUNTS = 20


class ReviewMails(Mails):
    """See the module."""

    def reviews(
        self,
        *,
        language: Language,
        to: str,
        quarter: Quarter,
        accounts: Sequence[str],
        link: str,
        with_follow_up: int = 0,
        to_name: str = "",
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """The accounts of an owner that have no review yet, the first twenty by name, and the link to all of them.

        `with_follow_up` is how many of them have a follow-up that is open.
        """
        names = [one_line(account, LONGEST_NAME) for account in accounts[:_ACCOUNTS]]
        n, called = len(accounts), self._text("review-quarter", language, number=quarter.number, year=str(quarter.year))
        ends_at = quarter.ends_at(self._programme.zone) + LISTED_AFTER - timedelta(days=1)
        subject = self._text("review-mail-subject", language, n=n, quarter=called, account=names[0])
        values = {
            "subject": subject,
            "preheader": ", ".join(names),
            "n": n,
            "accounts": names,
            "more": max(0, n - _ACCOUNTS),
            "with_follow_up": with_follow_up,
            "until": ends_at.astimezone(self._programme.zone).date(),
            "link": link,
        }
        manager = self._programme.follow_up.manager
        return self._mail("reviews", language, values, to=to, to_name=to_name, reply_to=manager, tags=tags)
