"""Keeps what became of a notice, and has somebody else told where a mail did not reach the owner."""

from __future__ import annotations

from datetime import datetime

from sayso.domain.follow_up import FollowUp
from sayso.domain.follow_up_rules import FollowUpRules
from sayso.domain.notice import Notice, undelivered
from sayso.ports import Notices

_TO_THE_OWNER = ("alert", "handed_over", "reminder")


def save_settled(notices: Notices, rules: FollowUpRules, now: datetime, after: Notice, case: FollowUp | None) -> Notice:
    """Write what became of a notice; with it, in one transaction, the one that tells whoever stands in.

    Raises ConflictError when it changed since it was read.
    """
    if after.state != "failed" or case is None or not after.is_mail or after.kind not in _TO_THE_OWNER:
        return notices.save(after)
    if after.useless(case, rules, now) not in ("", "newer", "overdue"):
        return notices.save(after)
    told = undelivered(case, after, now)
    if notices.get(told.key):
        return notices.save(after)  # it is said already
    return notices.save(after, told)
