"""Hears from SES what became of a mail to one of our people: an alert nobody got is said to somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.errors import ConflictError
from sayso.domain.notice import MAIL
from sayso.domain.programme import Programme
from sayso.ports import Clock, FollowUps, NoticeKey, Notices
from sayso.services.hear_mail_event import MailFate
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.stand_in import stand_in


@dataclass(frozen=True)
class HearNoticeEvent:
    """See the module. The same event twice is the same as once."""

    follow_ups: FollowUps
    notices: Notices
    programme: Programme
    clock: Clock

    def hear(self, follow_up_id: str, notice_id: str, fate: MailFate, *, for_good: bool = False) -> bool:
        """Record the fate of a mail; returns False when there is no such notice (any more)."""
        key = NoticeKey(follow_up_id, notice_id, MAIL)
        for _ in range(ATTEMPTS):
            notice, now = self.notices.get(key), self.clock()
            if notice is None:
                return False
            gone = fate in ("rejected", "complained") or (fate == "bounced" and for_good)
            if gone and notice.state != "failed":
                after = notice.having(state="failed", at=now, due_at=None, reason=fate)
            elif fate in ("sent", "delivered") and notice.state in ("sending", "unknown"):
                after = notice.sent(now)
            else:
                return True
            try:
                after = self.notices.save(after)
            except ConflictError:
                continue
            case = self.follow_ups.get(follow_up_id)
            if gone and case:
                stand_in(self.notices, self.programme.follow_up, now, after, case)
            return True
        raise ConflictError("the notice kept changing")
