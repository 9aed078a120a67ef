"""Says to somebody else that a mail did not reach the owner of a follow-up."""

from __future__ import annotations

from datetime import datetime

from sayso.domain.errors import ConflictError
from sayso.domain.follow_up import FollowUp
from sayso.domain.follow_up_rules import FollowUpRules
from sayso.domain.notice import Notice, undelivered
from sayso.ports import Notices


def stand_in(notices: Notices, rules: FollowUpRules, now: datetime, failed: Notice, case: FollowUp) -> None:
    """Have whoever stands in for the owner told, unless nobody needs to be, or it is about telling them itself."""
    if not failed.is_mail or failed.kind == "undelivered" or failed.useless(case):
        return
    try:
        notices.save(undelivered(case, rules, now))
    except ConflictError:
        return  # it is said already
