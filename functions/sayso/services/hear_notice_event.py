"""Hears from SES what became of a mail to one of our people: an alert nobody got is said to somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.errors import ConflictError
from sayso.domain.notice import MAIL, Notice, NoticeKey
from sayso.domain.programme import Programme
from sayso.ports import Clock, FollowUps, Notices
from sayso.services.hear_mail_event import MailFate
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.settle_notice import save_settled


@dataclass(frozen=True)
class HearNoticeEvent:
    """See the module. The same event twice is the same as once."""

    follow_ups: FollowUps
    notices: Notices
    programme: Programme
    clock: Clock

    def hear(self, follow_up_id: str, notice_id: str, fate: MailFate, *, for_good: bool = False) -> Notice | None:
        """Record the fate of a mail; returns its notice as it is by then, None when there is none (any more).

        SES tries no mail again that bounced. One that bounced in passing goes once more, as one of unknown fate does.
        """
        key = NoticeKey(follow_up_id, notice_id, MAIL)
        for _ in range(ATTEMPTS):
            notice, now = self.notices.get(key), self.clock()
            if notice is None or notice.state in ("failed", "dropped"):
                return notice
            if fate in ("rejected", "complained") or (fate == "bounced" and for_good):
                after = notice.failed(now, fate)
            elif fate == "bounced" and notice.state == "sent":
                after = notice.uncertain(now, fate)
            elif (
                fate in ("sent", "delivered") and notice.state in ("sending", "unknown") and notice.reason != "bounced"
            ):
                after = notice.sent(now)
            else:
                return notice
            case = self.follow_ups.get(follow_up_id)
            try:
                return save_settled(self.notices, self.programme.follow_up, now, after, case)
            except ConflictError:
                continue
        raise ConflictError("the notice kept changing")
