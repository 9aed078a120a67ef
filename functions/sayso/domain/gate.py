"""An address's gate: the mails that last went there, and whether any may follow. Rule 7 is claimed here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sayso.domain.commitment import reference_text
from sayso.domain.entity import Entity
from sayso.domain.gate_news import GateNews, Told
from sayso.domain.invitation import Invitation, MailKind
from sayso.domain.programme import Kind

UNSUBSCRIBED: Final = "unsubscribed"  # the one reason to suppress that its person may take back
BOUNCED_OFTEN: Final = "bounced_often"
ERASED: Final = "erased"
SUPPRESSIONS: dict[str, str] = {
    UNSUBSCRIBED: "the person asked not to be written to",
    "bounced": "the address does not exist",
    BOUNCED_OFTEN: "mails to the address kept coming back",
    "complained": "the person reported a mail as spam",
    "by_hand": "somebody of ours said so",
    ERASED: "the person was erased",
}
_BOUNCES = ("bounced", BOUNCED_OFTEN)
_REMEMBERED = 20


class GateMail(Entity):
    """A mail that passed an address's gate (UTC)."""

    at: datetime
    kind: Kind
    contact_id: str
    survey: str
    occasion: str
    mail: MailKind

    @classmethod
    def of(cls, invitation: Invitation, mail: MailKind, kind: Kind, at: datetime) -> GateMail:
        """One mail of an invitation; `kind` is that of its survey."""
        contact_id, survey, occasion = invitation.reference
        return cls(at=at, kind=kind, contact_id=contact_id, survey=survey, occasion=occasion, mail=mail)


class Suppression(Entity):
    """Why nothing is sent to an address, since when (UTC), and who said so; lifted, it is only a record.

    `left_at` is when the person asked not to be written to, where another reason stands in the first place.
    """

    reason: str
    at: datetime
    by: str = ""
    lifted_at: datetime | None = None
    lifted_by: str = ""
    left_at: datetime | None = None


class Gate(Told):
    """What is known of one address, under its keyed hash. Every write names the revision it replaces, so that the
    claim of a mail finds a suppression, or another mail, that came in between.

    `bounced_at` are the transient bounces (UTC) since something was last delivered.
    """

    address_hash: str
    mails: tuple[GateMail, ...] = ()
    suppression: Suppression | None = None
    bounced_at: tuple[datetime, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the address must not be written to."""
        return self.suppression is not None and self.suppression.lifted_at is None

    @property
    def is_erased(self) -> bool:
        """Whether it is closed because somebody there was erased."""
        return self.is_closed and self.suppression is not None and self.suppression.reason == ERASED

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing that a new gate would not say."""
        return not (self.mails or self.news or self.bounced_at or self.is_closed)

    def passed_by(self, mail: GateMail) -> Gate:
        """The gate after one more mail; sent again, it counts once, with its latest time."""
        return self.having(mails=_remembered((*self._others(mail), mail)))

    @property
    def wish(self) -> Suppression | None:
        """Why its person is not to be written to, at whatever address; None when only this one takes no mail."""
        known = self.suppression if self.is_closed else None
        if known is None or known.reason not in _BOUNCES:
            return known
        return Suppression(reason=UNSUBSCRIBED, at=known.left_at) if known.left_at else None

    def with_former(self, former: Iterable[Gate], contact_id: str) -> Gate:
        """What to decide by for somebody who had other addresses: whatever they wished there, and the mails they got
        there, hold on. That a former address did not take mail says nothing about this one."""
        gates = list(former)
        news = [*self.news, *(one for gate in gates for one in gate.news_of(contact_id))]
        wished = next((wish for one in gates if (wish := one.wish)), None)
        mails = [mail for gate in gates for mail in gate.mails if mail.contact_id == contact_id]
        suppression = self.suppression if self.is_closed or wished is None else wished
        return self.having(
            suppression=suppression,
            mails=tuple(sorted((*self.mails, *mails), key=_at)),
            news=tuple(sorted(news, key=_at)),
        )

    def forgetting(self, before: datetime) -> Gate:
        """The gate without mails too long ago to matter: a small item is a cheap one."""
        return self.having(mails=tuple(mail for mail in self.mails if mail.at >= before))

    def without(self, invitation: Invitation, kind: MailKind) -> Gate:
        """The gate as if that mail had never been claimed, because SES certainly did not take it."""
        mails = tuple(mail for mail in self.mails if not _is(mail, invitation.reference, kind))
        gate, carrier = self.having(mails=mails), reference_text(invitation.reference)
        # Only a first mail has a line.
        return gate.not_having_read(invitation.contact_id, carrier) if kind == "first" else gate

    def let_through(self, reference: tuple[str, str, str], kind: MailKind) -> bool:
        """Whether that mail went to this address."""
        return any(_is(mail, reference, kind) for mail in self.mails)

    def last(self, kind: Kind | None, invitation: Invitation) -> datetime | None:
        """When the last mail (of a kind) of another invitation went out."""
        return max((mail.at for mail in self._of_others(invitation) if kind in (None, mail.kind)), default=None)

    def last_of_survey(self, survey: str, invitation: Invitation) -> datetime | None:
        """When the last mail of a survey went out, for another occasion."""
        return max((mail.at for mail in self._of_others(invitation) if mail.survey == survey), default=None)

    def suppressed(self, reason: str, at: datetime, by: str = "") -> Gate:
        """Closed. Of several reasons the weightiest stays, of those that weigh the same the first: an unsubscription
        can be undone, a bounce is about this address only, all else holds wherever the person is found. That somebody
        left is remembered beside it."""
        known = self.suppression if self.is_closed else None
        if known is None or _weight(reason) > _weight(known.reason):
            left_at = known and (known.at if known.reason == UNSUBSCRIBED else known.left_at)
            return self.having(suppression=Suppression(reason=reason, at=at, by=by, left_at=left_at))
        if reason == UNSUBSCRIBED and known.reason != UNSUBSCRIBED and known.left_at is None:
            return self.having(suppression=known.having(left_at=at))
        return self

    def lifted(self, at: datetime, *, only: str | None = None, by: str = "") -> Gate:
        """Open again, or closed by the wish alone that stood behind another reason. With `only`, that reason alone is
        taken back: an undo must not lift a bounce."""
        known = self.suppression if self.is_closed else None
        if known is None:
            return self
        if only not in (None, known.reason):
            return self.having(suppression=known.having(left_at=None)) if only == UNSUBSCRIBED else self
        if known.left_at:
            return self.having(suppression=Suppression(reason=UNSUBSCRIBED, at=known.left_at), bounced_at=())
        return self.having(suppression=known.having(lifted_at=at, lifted_by=by), bounced_at=())

    def without_person(self, contact_id: str) -> Gate:
        """The gate without the mails that went to a contact; others may share the address."""
        mails = tuple(mail for mail in self.mails if mail.contact_id != contact_id)
        return self.having(mails=mails, news=self.news_of_others(contact_id))

    def erased(self, contact_id: str, at: datetime, by: str) -> Gate:
        """Closed for good, whatever else was known: who asked to be erased is not to be found again by a mail."""
        suppression = Suppression(reason=ERASED, at=at, by=by)
        return self.without_person(contact_id).having(suppression=suppression, bounced_at=())

    def bounced(self, at: datetime, delivered_at: datetime | None, limit: int) -> Gate:
        """One more transient bounce; `limit` of them since something was delivered close the gate."""
        bounced_at = tuple(
            sorted({at, *(before for before in self.bounced_at if delivered_at is None or before > delivered_at)})
        )[-_REMEMBERED:]
        gate = self.having(bounced_at=bounced_at)
        return gate.suppressed(BOUNCED_OFTEN, at) if len(bounced_at) >= limit else gate

    def _of_others(self, invitation: Invitation) -> list[GateMail]:
        return [mail for mail in self.mails if (mail.contact_id, mail.survey, mail.occasion) != invitation.reference]

    def _others(self, passing: GateMail) -> list[GateMail]:
        same = (passing.contact_id, passing.survey, passing.occasion)
        return [mail for mail in self.mails if not _is(mail, same, passing.mail)]


def _remembered(mails: tuple[GateMail, ...]) -> tuple[GateMail, ...]:
    """The latest mails, and of each survey the last one of its two latest invitations: whichever of them is asked
    about, the other one says when the survey last went out, however much else did since."""
    kept: list[GateMail] = []
    invitations: dict[str, set[tuple[str, str]]] = {}
    for age, mail in enumerate(reversed(mails)):
        known, this = invitations.setdefault(mail.survey, set()), (mail.contact_id, mail.occasion)
        if age < _REMEMBERED or (this not in known and len(known) < 2):
            kept.append(mail)
        known.add(this)
    return tuple(reversed(kept))


def _weight(reason: str) -> int:
    return 0 if reason == UNSUBSCRIBED else 1 if reason in _BOUNCES else 2


def _at(mail: GateMail | GateNews) -> datetime:
    return mail.at


def _is(mail: GateMail, reference: tuple[str, str, str], kind: MailKind) -> bool:
    return (mail.contact_id, mail.survey, mail.occasion, mail.mail) == (*reference, kind)
