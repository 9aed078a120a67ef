"""The mails the local stack's SES took, for `sayso outbox`: read at an address of its own, which AWS does not have."""

from __future__ import annotations

import json
import tempfile
import webbrowser
from datetime import UTC, datetime
from email.header import decode_header, make_header
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

from sayso.cli.local_stack import LocalStack


class SentMail(NamedTuple):
    """A mail in the outbox; `number` 1 is the first that was ever sent, `sent_at` is in UTC."""

    number: int
    sent_at: str
    to: str
    subject: str
    text: str
    html: str


def read(stack: LocalStack) -> list[SentMail]:
    """All mails, newest first."""
    with urlopen(f"{stack.endpoint_url}/_ministack/ses/messages", timeout=10) as answer:  # noqa: S310 - our own stack
        accounts = json.load(answer)["messages"]
    mails = sorted((mail for account in accounts.values() for mail in account), key=lambda mail: mail["Timestamp"])
    return [_mail(number, mail) for number, mail in reversed(list(enumerate(mails, start=1)))]


def open_in_browser(mail: SentMail) -> Path:
    """Show a mail as its reader would see it; returns the file it was written to."""
    folder = Path(tempfile.mkdtemp(prefix="sayso-mail-"))
    file = folder / f"{mail.number}.html"
    file.write_text(mail.html, encoding="utf-8")
    webbrowser.open(file.as_uri())
    return file


def _mail(number: int, mail: dict[str, Any]) -> SentMail:
    sent_at = datetime.fromtimestamp(mail["Timestamp"], UTC).strftime("%Y-%m-%d %H:%M:%S")
    to = ", ".join(str(make_header(decode_header(address))) for address in mail["To"])
    return SentMail(number, sent_at, to, mail["Subject"], mail["BodyText"], mail["BodyHtml"])
