"""Seals a cursor for one person: it leads on from where a list stopped, and tells nobody what stood there."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable

_TAG = 16  # bytes
_LONGEST = 4_000  # characters


class SealedCursors:
    """See `sayso.ports.Cursors`.

    The tag is a keyed hash of the reader and the text, and the text is hidden by a stream that the key and the tag
    make: the same text gives the same cursor, another one another stream.
    """

    def __init__(self, key: Callable[[], str]) -> None:
        self._key = key

    def sealed(self, reader: str, text: str) -> str:
        """A text as only `unsealed` reads it, for the same reader."""
        content = text.encode()
        tag = self._tag(reader, content)
        return base64.urlsafe_b64encode(tag + self._hidden(tag, content)).decode().rstrip("=")

    def unsealed(self, reader: str, cursor: str) -> str | None:
        """The text behind a cursor; None for one that was not made here for this reader."""
        if len(cursor) > _LONGEST:
            return None
        try:
            raw = base64.b64decode(cursor.encode() + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        except (UnicodeError, binascii.Error, ValueError):
            return None
        tag, content = raw[:_TAG], self._hidden(raw[:_TAG], raw[_TAG:])
        return content.decode() if hmac.compare_digest(tag, self._tag(reader, content)) else None

    def _tag(self, reader: str, content: bytes) -> bytes:
        return self._keyed("tag", reader.encode() + b"\0" + content)[:_TAG]

    def _hidden(self, tag: bytes, content: bytes) -> bytes:
        stream = hashlib.shake_256(self._keyed("stream", tag)).digest(len(content))
        return bytes(one ^ other for one, other in zip(content, stream, strict=True))

    def _keyed(self, purpose: str, content: bytes) -> bytes:
        return hmac.new(self._key().encode(), f"cursor|{purpose}|".encode() + content, hashlib.sha256).digest()
