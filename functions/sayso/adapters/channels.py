"""Tells our own people by whatever chat they use: apprise knows how to write to some hundred services.

The address of a channel holds tokens, so it never leaves this file: not in an error, not in a log. apprise and what it
calls like to log addresses; here they are silent. It takes a third of a second to import, and only who tells pays.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from sayso.ports import ChannelFailedError

if TYPE_CHECKING:
    from apprise import NotifyBase
    from apprise.result import AppriseResult

LONGEST_SECONDS = 15.0
"""A message that is not taken by then counts as failed, however slowly the other side goes on answering."""

_STATUS = re.compile(r"\berror=(\d{3})\b")
# What a customer wrote may not call a whole room, or somebody in it: @everyone, <!channel>, <@U123>.
_CALLS = re.compile(r"(?<![\w.])@(?=(?:all|channel|everyone|group|here|online|room|team)\b)|<(?=[@!])", re.IGNORECASE)
_BREAK = "\u200b"  # a space without width


class AppriseChannels:
    """See `sayso.ports.Channels`.

    Parameters
    ----------
    read : callable
        Gives the content of the secret: addresses as apprise writes them, by the channel's name.
    """

    def __init__(self, read: Callable[[], Mapping[str, Any]]) -> None:
        self._read = read

    def notify(self, name: str, title: str, body: str) -> None:
        """Send plain text to a channel. Takes no longer than `LONGEST_SECONDS`.

        Raises
        ------
        ChannelFailedError
            When nobody can say that it was taken. After a time-out it may still have been.
        """
        address = self._read().get(name)
        if not address:
            raise ChannelFailedError("no address is set")
        service = _service(address)
        if service is None:
            raise ChannelFailedError("not an address apprise knows")
        _send(service, _calling_nobody(title), _calling_nobody(body))


def service_of(address: str) -> str | None:
    """The name of the service an address leads to, such as Slack; None when apprise knows none."""
    service = _service(address)
    return str(service.service_name) if service is not None else None


def _service(address: object) -> NotifyBase | None:
    _be_silent()
    from apprise import Apprise, AppriseAsset, OverflowMode

    asset = AppriseAsset(
        app_id="Sayso",
        app_desc="Sayso",
        app_url="",
        image_url_mask="",
        image_url_logo="",
        async_mode=False,
        # Of a POST that is sent elsewhere only a GET without its content would arrive, and look like a success.
        http_redirects=False,
        storage_mode="memory",
        allow_templates=False,
    )
    try:
        # One address only: of several, one could fail, and a repetition would tell the others again.
        service = Apprise.instantiate(str(address).strip(), asset=asset)
    except Exception:  # noqa: BLE001 - whatever an unknown service raises may name the address
        return None
    if service is not None:
        service.overflow_mode = OverflowMode.TRUNCATE  # what is too long for a service it would refuse as a whole
    return service


def _send(service: NotifyBase, title: str, body: str) -> None:
    from apprise import Apprise, NotifyFormat

    sender = Apprise(asset=service.asset)
    sender.add(service)
    try:
        told = sender.notify(body, title=title, body_format=NotifyFormat.TEXT, timeout=LONGEST_SECONDS)
    except Exception:  # noqa: BLE001 - as above
        raise ChannelFailedError("did not take the message") from None
    if not told:
        raise ChannelFailedError(_why(told))


def _why(told: AppriseResult) -> str:
    from apprise.result import AppriseResultStatus

    if told.status == AppriseResultStatus.TIMEOUT:
        return "did not answer in time"
    status = next((found[1] for entry in told.logs() if (found := _STATUS.search(entry.message))), None)
    return f"did not take the message ({status})" if status else "did not take the message"


def _calling_nobody(text: str) -> str:
    return _CALLS.sub(lambda found: found[0] + _BREAK, text)


def _be_silent() -> None:
    ours = logging.getLogger("apprise")
    ours.propagate = False
    if not ours.handlers:
        ours.addHandler(logging.NullHandler())  # without one, Python writes warnings to standard error itself
    for name in ("urllib3", "requests", "requests_oauthlib", "oauthlib"):  # their debugging shows paths and tokens
        logging.getLogger(name).setLevel(logging.ERROR)
