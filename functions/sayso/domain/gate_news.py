"""What an address's gate remembers of news: the mails that tell people what came of what they said, and the lines of
invitations that do.

The mails have a distance of their own. The distances of surveys (rule 7) do not count them, and they count no survey
here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Self

from sayso.domain.commitment import reference_text
from sayso.domain.entity import Entity, Revised

# At thirty days apart this is two years: long enough that nobody at a shared mailbox is told the same twice.
_REMEMBERED = 24


class GateNews(Entity):
    """A mail about a commitment that passed an address's gate, to one of those who share it (UTC).

    With `invitation` (as ``survey#occasion``) it was no mail of its own, but a line in that invitation.
    """

    at: datetime
    contact_id: str
    commitment_id: str
    invitation: str = ""

    @classmethod
    def line_in(cls, reference: tuple[str, str, str], commitment_id: str, at: datetime) -> Self:
        """A line about a commitment in the invitation of that reference, at a moment (UTC)."""
        return cls(at=at, contact_id=reference[0], commitment_id=commitment_id, invitation=reference_text(reference))


class Told(Revised):
    """What an address was told, the oldest first."""

    news: tuple[GateNews, ...] = ()

    def having_told(self, news: GateNews) -> Self:
        """With one more mail, or line."""
        return self.having(news=(*self.news, news)[-_REMEMBERED:])

    def not_having_told(self, contact_id: str, commitment_id: str) -> Self:
        """As if that mail had never been claimed, because SES certainly did not take it."""
        return self.having(news=tuple(one for one in self.news if not _is(one, contact_id, commitment_id)))

    def not_having_read(self, contact_id: str, invitation: str) -> Self:
        """As if an invitation to somebody (``survey#occasion``) had had no line."""
        line = (contact_id, invitation)
        return self.having(news=tuple(one for one in self.news if (one.contact_id, one.invitation) != line))

    def has_told(self, commitment_id: str) -> bool:
        """Whether somebody at the address was told of a commitment."""
        return any(one.commitment_id == commitment_id for one in self.news)

    def has_read(self, commitment_id: str) -> bool:
        """Whether an invitation to the address had a line about a commitment."""
        return any(one.commitment_id == commitment_id and one.invitation for one in self.news)

    def told_here(self, contact_id: str, commitment_id: str) -> bool:
        """Whether the mail about a commitment went to this address."""
        return any(_is(one, contact_id, commitment_id) for one in self.news)

    def last_told(self, contact_id: str | None = None) -> datetime | None:
        """When the last of these mails went out, to anybody at the address or to one of them."""
        mails = (one for one in self.news if not one.invitation)
        return max((one.at for one in mails if contact_id in (None, one.contact_id)), default=None)

    def news_of(self, contact_id: str) -> tuple[GateNews, ...]:
        """What one of those who share the address was told."""
        return tuple(one for one in self.news if one.contact_id == contact_id)

    def news_of_others(self, contact_id: str) -> tuple[GateNews, ...]:
        """What the others were told."""
        return tuple(one for one in self.news if one.contact_id != contact_id)


def _is(news: GateNews, contact_id: str, commitment_id: str) -> bool:
    return (news.contact_id, news.commitment_id, news.invitation) == (contact_id, commitment_id, "")
