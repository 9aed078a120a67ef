"""Commitments as an edition of the public page has them: what a mail tells of one, and which are news to somebody."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime, time, timedelta, tzinfo

from sayso.domain.commitment import PublicTexts
from sayso.domain.edition import PublishedCommitment

_NEWS_FOR = timedelta(days=365)  # after that it is no longer on the page itself, but in its archive


def as_told(shown: PublishedCommitment) -> PublicTexts:
    """A commitment of an edition, as mails tell it."""
    return PublicTexts(**{name: getattr(shown, name) for name in PublicTexts.model_fields})


def text_digest(shown: PublishedCommitment) -> str:
    """Stands for what a mail says of a commitment; any other text has another one."""
    said = as_told(shown).model_dump(mode="json", include={"title", "heard", "did", "done_on"})
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:32]


def latest_changes(
    shown: Iterable[PublishedCommitment], since: datetime, now: datetime, zone: tzinfo
) -> list[PublishedCommitment]:
    """Of some commitments of an edition those that became done there after a moment and are news yet, the last first.

    Moments are in UTC; `zone` is the company's.
    """
    moved = [(_moved_at(one, zone), one.id, one) for one in shown if one.status == "done" and one.done_on]
    oldest = (now - _NEWS_FOR).astimezone(zone).date()
    recent = [entry for entry in moved if since < entry[0] <= now and entry[2].moved_on > oldest]
    return [one for _, _, one in sorted(recent, key=lambda entry: entry[:2], reverse=True)]


def _moved_at(shown: PublishedCommitment, zone: tzinfo) -> datetime:
    # The day it was done may have been over long before the page said so.
    return shown.changed_at or datetime.combine(shown.moved_on, time(), zone)
