"""The tags a mail carries, by which an event of SES finds it again."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from sayso.domain.invitation import MAIL_KINDS, Invitation, MailKind

_KINDS = {str(kind): kind for kind in MAIL_KINDS}


def mail_tags(invitation: Invitation, kind: MailKind) -> dict[str, str]:
    """The tags of one mail of an invitation; values may only hold letters, digits, - and _."""
    occasion = base64.urlsafe_b64encode(invitation.occasion.encode()).decode().rstrip("=")
    return {"contact": invitation.contact_id, "survey": invitation.survey, "occasion": occasion, "mail": kind}


def read_mail_tags(tags: Mapping[str, str]) -> tuple[str, str, str, MailKind]:
    """Contact, survey, occasion and kind of mail of a mail's tags; raises KeyError when they are not ours."""
    occasion = base64.urlsafe_b64decode(tags["occasion"] + "=" * (-len(tags["occasion"]) % 4)).decode()
    return tags["contact"], tags["survey"], occasion, _KINDS[tags["mail"]]


def news_tags(contact_id: str, commitment_id: str) -> dict[str, str]:
    """The tags of the mail that tells a contact of a commitment."""
    return {"contact": contact_id, "news": commitment_id}
