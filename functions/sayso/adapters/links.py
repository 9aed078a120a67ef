"""Signs and reads the addresses people click: each for one purpose, one thing, and a limited time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from itsdangerous import BadData, URLSafeSerializer

from sayso.domain.errors import ExpiredError, LinkRefusedError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Language

Purpose = Literal["survey", "unsubscribe", "case"]
_DAY = 86_400
# A suppression must be possible for as long as somebody may find the mail again.
_FOR_GOOD = 0


class SignedLinks:
    """See `sayso.ports.Links`.

    Parameters
    ----------
    site_url : str
        The origin the links point to.
    keys : callable
        Gives the signing keys by number; the highest signs, all of them verify, so that a key can be replaced
        while its links are still in people's mailboxes.
    """

    def __init__(self, site_url: str, keys: Callable[[], Mapping[str, str]]) -> None:
        self._site_url, self._keys = site_url, keys

    def survey(self, invitation: Invitation, language: Language, score: int, expires_at: datetime) -> str:
        """The address that answers an invitation with a score, one click and a look at the page away."""
        token = self._sign("survey", [*invitation.reference, int(expires_at.timestamp()) // _DAY])
        return f"{self._site_url}/survey/{invitation.survey}.{language}.html?t={token}&s={score}"

    def unsubscribe_page(self, address_hash: str, language: Language) -> str:
        """The page where a person stops the mails."""
        return f"{self._site_url}/unsubscribe/{language}.html?t={self._unsubscribe(address_hash, language)}"

    def unsubscribe_one_click(self, address_hash: str, language: Language) -> str:
        """The address a mail programme posts to (RFC 8058)."""
        return f"{self._site_url}/api/unsubscribe/{self._unsubscribe(address_hash, language)}"

    def case(self, follow_up_id: str, language: Language, expires_at: datetime) -> str:
        """The page that shows a follow-up to its owner."""
        token = self._sign("case", [follow_up_id, int(expires_at.timestamp()) // _DAY])
        return f"{self._site_url}/case/{language}.html?t={token}"

    def read_survey(self, token: str, now: datetime) -> tuple[str, str, str]:
        """Contact, survey and occasion. Raises LinkRefusedError or ExpiredError."""
        contact_id, survey, occasion, until = self._read("survey", token, 4)
        _check_time(until, now)
        return str(contact_id), str(survey), str(occasion)

    def read_unsubscribe(self, token: str) -> tuple[str, str]:
        """Address hash and language. Raises LinkRefusedError."""
        address_hash, language, _ = self._read("unsubscribe", token, 3)
        return str(address_hash), str(language)

    def read_case(self, token: str, now: datetime) -> str:
        """The follow-up's id. Raises LinkRefusedError or ExpiredError."""
        follow_up_id, until = self._read("case", token, 2)
        _check_time(until, now)
        return str(follow_up_id)

    def _unsubscribe(self, address_hash: str, language: Language) -> str:
        return self._sign("unsubscribe", [address_hash, language, _FOR_GOOD])

    def _sign(self, purpose: Purpose, payload: list[Any]) -> str:
        token = self._serializer(purpose).dumps(payload)
        return token if isinstance(token, str) else token.decode()

    def _read(self, purpose: Purpose, token: str, parts: int) -> list[Any]:
        try:
            payload = self._serializer(purpose).loads(token)
        except (BadData, ValueError):  # ValueError: text that is not even UTF-8
            raise LinkRefusedError("This link is not complete, or was not made by us.", field="token") from None
        if not isinstance(payload, list) or len(payload) != parts:
            raise LinkRefusedError("This link is of a kind we do not know any more.", field="token")
        return payload

    def _serializer(self, purpose: Purpose) -> URLSafeSerializer:
        keys = [key for _, key in sorted(self._keys().items(), key=lambda item: int(item[0]))]
        return URLSafeSerializer(
            keys,
            salt=f"sayso.{purpose}",
            signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
        )


def _check_time(until_day: int, now: datetime) -> None:
    if now >= datetime.fromtimestamp((until_day + 1) * _DAY, UTC):
        raise ExpiredError("This link is too old.", field="token")
