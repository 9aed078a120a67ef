"""Signs and reads the addresses people click: each for one purpose, one thing, and a limited time."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal

from itsdangerous import BadData, URLSafeSerializer

from sayso.domain.errors import ExpiredError, LinkRefusedError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Language, Scale

Purpose = Literal["survey", "unsubscribe", "case", "review", "pack", "hold", "edition"]
_DAY = 86_400
_SECONDS = 1_000_000_000  # a moment in 2001
# The number of the key, then what itsdangerous made. No zero in front: a link is spelled in one way only.
_TOKEN = re.compile(r"([1-9][0-9]{0,4})\.([A-Za-z0-9_.-]+)")
# Ours have some 200 characters. Whatever is longer is no link, and not worth a hash.
_LONGEST = 2_000


class SignedLinks:
    """See `sayso.ports.Links`.

    A token begins with the number of the key that signed it, so that one key is tried and a number nobody has made
    is refused without any.

    Parameters
    ----------
    site_url : str
        The origin the links point to.
    keys : callable
        Gives the signing keys by number, among other things; the highest signs, all of them verify, so that a key
        can be replaced while its links are still in people's mailboxes.
    keys_afresh : callable, optional
        Gives them anew, as far as it sees fit, when a link names a key that is higher than all known ones: it may
        have been made a moment ago.
    """

    def __init__(
        self,
        site_url: str,
        keys: Callable[[], Mapping[str, Any]],
        keys_afresh: Callable[[], Mapping[str, Any]] | None = None,
    ) -> None:
        self._site_url, self._keys, self._keys_afresh = site_url, keys, keys_afresh or keys

    def survey(
        self, invitation: Invitation, language: Language, score: int, expires_at: datetime, scale: Scale = "nps"
    ) -> str:
        """The address that answers an invitation with a score, one click and a look at the page away."""
        page = survey_page(invitation.survey, scale, language)
        return f"{self._site_url}/{page}?t={self._survey(invitation, expires_at)}&s={score}"

    def plain(self, invitation: Invitation, language: Language, expires_at: datetime) -> str:
        """The address of the page that needs no script. It has the invitation's language, whatever the link's is."""
        return f"{self._site_url}/api/plain/{self._survey(invitation, expires_at)}"

    def page(self, language: Language, commitment_id: str) -> str:
        """Where the public reads of a commitment. Everybody may know it, so it is not signed."""
        return f"{self._site_url}/page/{language}.html#commitment-{commitment_id}"

    def unsubscribe_page(self, address_hash: str, language: Language, expires_at: datetime) -> str:
        """The page where a person stops the mails."""
        return f"{self._site_url}/unsubscribe/{language}.html?t={self._unsubscribe(address_hash, language, expires_at)}"

    def unsubscribe_one_click(self, address_hash: str, language: Language, expires_at: datetime) -> str:
        """The address a mail programme posts to (RFC 8058)."""
        return f"{self._site_url}/api/unsubscribe/{self._unsubscribe(address_hash, language, expires_at)}"

    def case(self, follow_up_id: str, reader_id: str, language: Language, expires_at: datetime) -> str:
        """The page that shows a follow-up to its owner, or to whom it was escalated, and to nobody else."""
        token = self._sign("case", [follow_up_id, reader_id, _day(expires_at)])
        return f"{self._site_url}/case/{language}.html?t={token}"

    def review(
        self, owner_id: str, quarter: str, language: Language, expires_at: datetime, *, exactly: bool = False
    ) -> str:
        """The page on which an owner records the reviews of a quarter; `exactly` until then, not to its day's end."""
        token = self._sign("review", [owner_id, quarter, _end(expires_at, exactly=exactly)])
        return f"{self._site_url}/review/{language}.html?t={token}"

    def pack(self, account_id: str, owner_id: str, expires_at: datetime, *, exactly: bool = False) -> str:
        """The page about an account that its owner takes into a meeting; `exactly` until then."""
        token = self._sign("pack", [account_id, owner_id, _end(expires_at, exactly=exactly)])
        return f"{self._site_url}/api/review/pack/{token}"

    def hold(self, account_id: str, owner_id: str, language: Language, expires_at: datetime) -> str:
        """The page on which an owner puts an account on hold."""
        token = self._sign("hold", [account_id, owner_id, _day(expires_at)])
        return f"{self._site_url}/hold/{language}.html?t={token}"

    def edition(self, reader_id: str, language: Language, expires_at: datetime) -> str:
        """The page on which the manager looks at the edition that waits, and approves it."""
        return f"{self._site_url}/edition/{language}.html?t={self._sign('edition', [reader_id, _day(expires_at)])}"

    def read_survey(self, token: str, now: datetime) -> tuple[str, str, str]:
        """Contact, survey and occasion. Raises LinkRefusedError or ExpiredError."""
        contact_id, survey, occasion = self._read("survey", token, 3, now)
        return str(contact_id), str(survey), str(occasion)

    def read_unsubscribe(self, token: str, now: datetime) -> tuple[str, str]:
        """Address hash and language. Raises LinkRefusedError or ExpiredError."""
        address_hash, language = self._read("unsubscribe", token, 2, now)
        return str(address_hash), str(language)

    def read_case(self, token: str, now: datetime) -> tuple[str, str]:
        """The follow-up's id, and who may read it (a keyed hash). Raises LinkRefusedError or ExpiredError."""
        follow_up_id, reader_id = self._read("case", token, 2, now)
        return str(follow_up_id), str(reader_id)

    def read_review(self, token: str, now: datetime) -> tuple[str, str]:
        """The owner's id and the quarter. Raises LinkRefusedError or ExpiredError."""
        owner_id, quarter = self._read("review", token, 2, now)
        return str(owner_id), str(quarter)

    def read_pack(self, token: str, now: datetime) -> tuple[str, str]:
        """The account's and the owner's id. Raises LinkRefusedError or ExpiredError."""
        account_id, owner_id = self._read("pack", token, 2, now)
        return str(account_id), str(owner_id)

    def read_hold(self, token: str, now: datetime) -> tuple[str, str]:
        """The account's and the owner's id. Raises LinkRefusedError or ExpiredError."""
        account_id, owner_id = self._read("hold", token, 2, now)
        return str(account_id), str(owner_id)

    def read_edition(self, token: str, now: datetime) -> str:
        """Who may look and approve (a keyed hash). Raises LinkRefusedError or ExpiredError."""
        (reader_id,) = self._read("edition", token, 1, now)
        return str(reader_id)

    def _survey(self, invitation: Invitation, expires_at: datetime) -> str:
        return self._sign("survey", [*invitation.reference, _day(expires_at)])

    def _unsubscribe(self, address_hash: str, language: Language, expires_at: datetime) -> str:
        return self._sign("unsubscribe", [address_hash, language, _day(expires_at)])

    def _sign(self, purpose: Purpose, payload: list[Any]) -> str:
        keys = _numbered(self._keys())
        number = max(keys)
        token = _serializer(purpose, keys[number]).dumps(payload)
        return f"{number}.{token if isinstance(token, str) else token.decode()}"

    def _read(self, purpose: Purpose, token: str, parts: int, now: datetime) -> list[Any]:
        """What was signed, without its last part, the day or the second it ends with."""
        shape = _TOKEN.fullmatch(token) if len(token) <= _LONGEST else None
        key = self._key(int(shape[1])) if shape else None
        if shape is None or key is None:
            raise _refused()
        try:
            payload = _serializer(purpose, key).loads(shape[2])
        except (BadData, ValueError):  # ValueError: bytes that are no text
            raise _refused() from None
        if not isinstance(payload, list) or len(payload) != parts + 1 or not isinstance(payload[-1], int):
            raise LinkRefusedError("This link is of a kind we do not know any more.", field="token")
        if now.timestamp() >= _over_at(payload[-1]):
            raise ExpiredError("This link is too old.", field="token")
        return payload[:-1]

    def _key(self, number: int) -> str | None:
        keys = _numbered(self._keys())
        if number > max(keys):  # a lower one that is not there was retired, and does not come back
            keys = _numbered(self._keys_afresh())
        return keys.get(number)


def survey_page(survey: str, scale: Scale, language: Language) -> str:
    """Where a survey's page lies on the site. Its scale is in the name: a link keeps the one it was sent with."""
    return f"survey/{survey}{'.5' if scale == 'satisfaction' else ''}.{language}.html"


def _numbered(content: Mapping[str, Any]) -> dict[int, str]:
    """The keys; beside them the secret says when they were made."""
    return {int(name): str(key) for name, key in content.items() if name.isdecimal()}


def _serializer(purpose: Purpose, key: str) -> URLSafeSerializer:
    return URLSafeSerializer(
        key,
        salt=f"sayso.{purpose}",
        signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
    )


def _day(expires_at: datetime) -> int:
    return int(expires_at.timestamp()) // _DAY


def _end(expires_at: datetime, *, exactly: bool) -> int:
    return int(expires_at.timestamp()) if exactly else _day(expires_at)


def _over_at(end: int) -> int:
    """The second a link is over at. No day since 1970 has so high a number as a second of ours."""
    return end if end >= _SECONDS else (end + 1) * _DAY


def _refused() -> LinkRefusedError:
    return LinkRefusedError("This link is not complete, or was not made by us.", field="token")
