"""Says what became of telling somebody what came of what they said, in a sentence to be read aloud."""

from __future__ import annotations

from datetime import datetime

from sayso.domain.circumstances import when, when_for
from sayso.domain.contact import Contact
from sayso.domain.explaining import Fact
from sayso.domain.news import News, reason_in_words
from sayso.domain.programme import Programme

_CAME_BACK = {"bounced": "and came back: the address does not exist", "complained": "and was reported as spam"}


def told(news: News, contact: Contact | None, programme: Programme, now: datetime) -> Fact:
    """What became of it at `now` (UTC)."""
    because, at = reason_in_words(news.reason), when(news.at, programme.zone) if news.at else ""
    match news.state:
        case "waiting":
            return _waits(news, contact, programme, now)
        case "sending" if news.is_with_ses(now):
            return Fact("sending", "The mail is being handed to SES right now.", at=news.at, code="news_sending")
        case "sending" | "unknown":
            why = news.reason or "the sender stopped"
            text = f"The mail may have gone out on {at}: nobody knows, because {why}."
            return Fact("unknown", text, at=news.at, code="news_unknown")
        case "sent" if news.reason:
            fate = _CAME_BACK.get(news.reason, because)
            return Fact("sent", f"The mail went out on {at} {fate}.", news.reason, news.at, code="news_sent_but")
        case "sent":
            delivered = news.delivered_at
            after = f" and was delivered on {when(delivered, programme.zone)}" if delivered else ""
            return Fact("sent", f"The mail went out on {at}{after}.", at=news.at, code="news_sent")
        case "failed":
            text = "SES refused the mail: they are not told."
            return Fact("failed", text, news.reason, news.at, code="news_failed")
        case "expired":
            return Fact("expired", f"Not told in time: {because}.", news.reason, code="news_expired")
        case _:
            return Fact("skipped", f"Not told: {because}.", news.reason, code="news_skipped")


def _waits(news: News, contact: Contact | None, programme: Programme, now: datetime) -> Fact:
    because = f", because {reason_in_words(news.reason)}" if news.reason else ""
    if news.due_at is None or news.due_at <= now:
        text = f"Approved by {news.approved_by}; it goes out within minutes if nothing stands against it."
        return Fact("waits", text, code="news_soon")
    until = when_for(news.due_at, contact, programme)
    text = f"The mail waits until {until}{because}."
    return Fact("waits", text, news.reason, until=news.due_at, code="news_waits")
