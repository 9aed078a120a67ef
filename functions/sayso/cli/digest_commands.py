"""`sayso digest`: the weekly and the monthly digest as they would be mailed, and mailed with --send."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.private_files import for_me_alone
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, plural, read_day, say
from sayso.cli.target import find
from sayso.domain.digest import MonthlyNews, WeeklyNews
from sayso.domain.errors import InvalidInputError, SaysoError
from sayso.domain.mail import Mail
from sayso.services.gather_month import month_before
from sayso.services.send_once import Posted

app = typer.Typer(help="What was heard, who waits, who is asked next: as it is mailed.", no_args_is_help=True)
Html = Annotated[
    Path | None, typer.Option("--html", help="Write the mail as a page, to look at.", metavar="FILE", dir_okay=False)
]
Send = Annotated[
    bool, typer.Option("--send", help="Mail it to whoever has not got it yet; what went already never goes twice.")
]


@app.command("weekly")
def weekly(
    owner: Annotated[str | None, typer.Option(help="An owner's own instead of the team's.", metavar="EMAIL")] = None,
    until: Annotated[
        str | None, typer.Option(help="The last of its seven days (UTC). Default: last Sunday.", metavar="DAY")
    ] = None,
    html: Html = None,
    send: Send = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Show the digest of a week: what was heard in it, who waits now, and who is asked next. Nothing is sent."""
    wiring = find(stack).wiring()
    now = wiring.clock()
    last = read_day(until, "until") if until else _last_sunday(now)
    if last >= now.date():
        raise InvalidInputError(f"{last} is not over yet (UTC); name a day before {now.date()}", field="until")
    scheduled_for = datetime.combine(last + timedelta(days=1), time(6), UTC)
    if send:
        _only_sent(html)
        if owner and not wiring.programme.digests.owners:
            raise SaysoError("Owners get no digest of their own: digests.owners is false in programme.yaml.")
        _tell_posted(wiring.weekly_digest.send(scheduled_for, owner or ""), json=json)
        return
    found = wiring.weekly_digest.look(scheduled_for, owner or "")
    if found is None:
        raise SaysoError(f"There is nothing to tell {owner}, so there is no mail.")
    news, mail = found
    to = (mail.to,) if owner else wiring.weekly_digest.team
    _show(news, mail, to, html, json=json)
    if news.asked_next.n and not json:
        say("The links that put an account on hold are in the mail only: they act for whom they were made.")


@app.command("monthly")
def monthly(
    month: Annotated[
        str | None, typer.Option(help="The month, such as 2026-10. Default: the last one.", metavar="MONTH")
    ] = None,
    html: Html = None,
    send: Send = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Show the digest of a month for the management: the score, the causes, who was won back, what was promised."""
    wiring = find(stack).wiring()
    latest = month_before(wiring.clock())
    first = _month(month) if month else latest
    if first > latest:
        raise InvalidInputError(f"{first:%Y-%m} is not over yet (UTC); the last one is {latest:%Y-%m}", field="month")
    if send:
        _only_sent(html)
        _tell_posted(wiring.monthly_digest.send(first), json=json)
        return
    news, mail = wiring.monthly_digest.look(first)
    _show(news, mail, wiring.monthly_digest.readers, html, json=json)


def _show(news: WeeklyNews | MonthlyNews, mail: Mail, to: tuple[str, ...], html: Path | None, *, json: bool) -> None:
    if html:
        with for_me_alone(html) as file:
            file.write(mail.html)
    if json:
        as_json({"to": list(to), "subject": mail.subject, "text": mail.text, **_plain(asdict(news))})
        return
    say(f"To: {', '.join(to)}")
    say(f"Subject: {mail.subject}\n")
    say(mail.text)
    if html:
        say(f"The page is in {html}. It names customers: delete the file when it is used.")


def _plain(value: Any) -> Any:
    """Tuples with names as what they name: a machine should not have to count."""
    if hasattr(value, "_asdict"):
        return {name: _plain(one) for name, one in value._asdict().items()}
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _tell_posted(posted: Posted, *, json: bool) -> None:
    if json:
        as_json(asdict(posted))
    else:
        already = f"; {posted.before} went before" if posted.before else ""
        say(f"{plural(posted.sent, 'mail')} sent{already}.")
        if posted.unknown:
            say(f"Of {plural(posted.unknown, 'mail')} nobody knows; they are not sent again.")
    if posted.failed:
        raise SaysoError(f"{plural(len(posted.failed), 'mail')} did not go: {', '.join(sorted({*posted.failed}))}.")


def _only_sent(html: Path | None) -> None:
    if html:
        raise WrongUseError("give --send or --html, not both", field="send")


def _last_sunday(now: datetime) -> date:
    today = now.astimezone(UTC).date()
    return today - timedelta(days=today.weekday() + 1)


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text.strip()}-01")
    except ValueError:
        raise InvalidInputError(f"'{text}' is not a month; write it like 2026-10", field="month") from None
