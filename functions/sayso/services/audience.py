"""Who is behind a commitment, and whether they are told that it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sayso.domain.commitment import Commitment
from sayso.domain.contact import Contact
from sayso.domain.edition import PublishedCommitment
from sayso.domain.news import News
from sayso.domain.programme import Language

Verdict = Literal["now", "later", "never", "before"]


@dataclass(frozen=True)
class Prospect:
    """One of those behind a commitment, and whether they are told: as soon as it is approved, not before `until` (UTC),
    never, or by what was approved before (`news`). `reason` is a code that `sayso.domain.news` puts in words. `ahead`
    such mails about other commitments go to them first, if all goes well.
    """

    contact_id: str
    contact: Contact | None
    verdict: Verdict
    reason: str = ""
    until: datetime | None = None
    news: News | None = None
    ahead: int = 0

    @property
    def will_be_told(self) -> bool:
        """Whether an approval lets a mail go to them."""
        return self.verdict in ("now", "later")


@dataclass(frozen=True)
class Audience:
    """Everybody behind a commitment, in the order their answers were linked; `shown` is what the page says of it."""

    commitment: Commitment
    shown: PublishedCommitment
    prospects: Sequence[Prospect]
    languages: Mapping[Language, int]

    @property
    def to_tell(self) -> list[Prospect]:
        """Those who will be told once it is approved."""
        return [one for one in self.prospects if one.will_be_told]
