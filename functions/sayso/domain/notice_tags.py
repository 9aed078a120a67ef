"""The tags a mail to one of our people carries, by which an event of SES finds its notice again."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.domain.notice import Notice


def notice_tags(notice: Notice) -> dict[str, str]:
    """The tags of the mail that delivers a notice."""
    return {"follow_up": notice.follow_up_id, "notice": notice.notice_id}


def read_notice_tags(tags: Mapping[str, str]) -> tuple[str, str]:
    """Follow-up and notice of a mail's tags; raises KeyError when it is another kind of mail."""
    return tags["follow_up"], tags["notice"]
