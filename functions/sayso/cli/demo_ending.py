"""What `sayso demo` says at the end: the score, the links a person would try next, and the commands."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence

from sayso.cli.demo_staff import DemoMember
from sayso.cli.outbox import SentMail
from sayso.cli.show import say
from sayso.cli.stats_words import sentence
from sayso.wiring import Wiring

_LINK = re.compile(r"https?://\S+")


def tell(wiring: Wiring, mails: Sequence[SentMail], desk: str, staff: Sequence[DemoMember]) -> None:
    """Print it. `mails` are those in the outbox, newest first; `desk` is where `staff` sign in."""
    read = wiring.read_stats
    say(f"\n{wiring.programme.company.name}: {sentence(read.headline(*read.window()))}")
    invitation, other = _invitations(mails)
    alert = next((mail for mail in mails if "/case/" in mail.text), None)
    reviews = next((mail for mail in mails if "/review/" in mail.text), None)
    links = [
        ("Answer with a 9", _link(invitation, "&s=9")),
        ("Answer with a 3", _link(other, "&s=3")),
        ("A follow-up, from the mail to its owner", _link(alert, "/case/")),
        ("The reviews of this quarter, from the mail to an owner", _link(reviews, "/review/")),
        ("The public page", f"{wiring.settings.site_url}/page/index.html"),
    ]
    say("\nOpen in a browser on this computer, which finds names that end in .localhost by itself:")
    for what, link in links:
        if link:
            say(f"  {what}\n    {link}")
    say(f"\nSign in to the desk, where the programme is run:\n    {desk}")
    for member in staff:
        say(f"  as {member.role:<8} {member.email:<28} password {member.password}")
    commands = [
        ("status", "where everything is, and what waits in the queues"),
        ("outbox", "the mails that went out"),
        (f"outbox {invitation.number if invitation else 1}", "one of them, as its reader sees it"),
        ("stats", "the score, and each survey by itself"),
        ("answers list", "the clicks that nobody was seen making, and why they do not count"),
        ("follow-ups list --late", "who should have been called by now"),
        ("follow-ups report", "how soon people are called back, and who was won back"),
        ("digest weekly", "what the team reads on Monday"),
        ("commitments list", "what was heard and what is done about it"),
        ("staff list", "who may sign in to the desk"),
        ("verify", "the proof that every count is right"),
        ("down", "stop; everything in it is gone"),
    ]
    say("\nTry:")
    for command, why in commands:
        say(f"  {_name()} {command:<24} {why}")


def _invitations(mails: Sequence[SentMail]) -> tuple[SentMail | None, SentMail | None]:
    """Two invitations, of different people where there are as many, in English where there are some."""
    asking = [mail for mail in mails if "/survey/" in mail.text]
    asking.sort(key=lambda mail: (".en.html" not in mail.text, "/ticket." in mail.text))
    first = asking[0] if asking else None
    return first, next((mail for mail in asking if first and mail.to != first.to), first)


def _link(mail: SentMail | None, part: str) -> str:
    links = _LINK.findall(mail.text) if mail else []
    return next((link for link in links if link.endswith(part) or (part.endswith("/") and part in link)), "")


def _name() -> str:
    return "sayso" if shutil.which("sayso") else sys.argv[0]
