"""`sayso review`: which accounts have no review yet, what one said in its meeting, and the page to take into one."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from sayso.cli import review_pack_command
from sayso.cli.near import nobody_under
from sayso.cli.reviewed_accounts import (
    Owner,
    account_plain,
    find_reviewed,
    name_of,
    names_of,
    review_plain,
    reviewed,
)
from sayso.cli.show import AsJson, StackName, as_json, done, plural, say, table, times_are_of, typed_as
from sayso.cli.target import find
from sayso.domain.address import each_once, same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError, SaysoError
from sayso.domain.review import Portfolio
from sayso.services.record_review import ReviewSoFar
from sayso.wiring import Wiring

app = typer.Typer(
    help="Reviews in meetings: once a quarter every account says a score, why, and what would make it better.",
    no_args_is_help=True,
)
Account = Annotated[str, typer.Argument(metavar="ACCOUNT", help="The account's name, as in the contact list.")]
Quarter = Annotated[
    str, typer.Option("--quarter", help="Such as 2026-Q4. Default: the one that runs.", metavar="QUARTER")
]


@app.command("due")
def due(owner: Owner = None, quarter: Quarter = "", stack: StackName = None, json: AsJson = False) -> None:
    """List the accounts without a review in a quarter."""
    wiring = find(stack).wiring()
    name = str(wiring.record_review.check(quarter))
    found = wiring.record_review.due(quarter, owner)
    unknown = _unknown(wiring, owner) if owner and not found else ""
    if json:
        as_json({"quarter": name, "accounts": [account_plain(one) for one in found]})
        return
    rows = [(one.name, one.owner_email, ", ".join(map(name_of, one.people))) for one in found]
    table(
        f"Without a review in {name}",
        ("account", "owner", "people"),
        rows,
        empty=unknown or f"Every account has its review of {name}.",
    )


@app.command("list")
def list_reviews(owner: Owner = None, quarter: Quarter = "", stack: StackName = None, json: AsJson = False) -> None:
    """List what was recorded in a quarter."""
    wiring = find(stack).wiring()
    name = str(wiring.record_review.check(quarter))
    accounts = reviewed(wiring, owner)
    so_far = wiring.record_review.so_far([one.account_id for one in accounts], name)
    found = [(one, so_far[one.account_id]) for one in accounts if one.account_id in so_far]
    if json:
        as_json({"quarter": name, "reviews": [{**account_plain(one), **review_plain(said)} for one, said in found]})
        return
    names = names_of([one for one, _ in found])
    rows = [
        (
            one.name,
            said.response.score,
            names.get(said.review.contact_id, "(erased)"),
            said.words.why,
            said.words.better,
            said.review.recorded_at.astimezone(wiring.programme.zone).date(),
            said.response.recorded_by,
        )
        for one, said in found
    ]
    columns = ("account", "score", "by", "why", "better", "recorded", "written down by")
    if rows:
        times_are_of(wiring.programme.zone)
    unknown = _unknown(wiring, owner) if owner and not accounts else ""
    table(f"Reviews of {name}", columns, rows, empty=unknown or f"Nothing was recorded in {name} yet.")


@app.command("record")
def record(
    account: Account,
    score: Annotated[int, typer.Option("--score", help="0 to 10.", min=0, max=10)],
    why: Annotated[str | None, typer.Option("--why", help="The reason, in their words.")] = None,
    better: Annotated[str | None, typer.Option("--better", help="What would make it better.")] = None,
    contact: Annotated[
        str | None,
        typer.Option("--contact", help="Who gave the score, if there are several: id or address.", metavar="WHO"),
    ] = None,
    quarter: Quarter = "",
    by: Annotated[
        str | None, typer.Option("--by", help="Who wrote it down. Default: the account's owner.", metavar="EMAIL")
    ] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Write down what an account said in its meeting; once more within 7 days changes it.

    Words that are left out stay as they were. It counts under `review`, and a score of 6 or less opens a follow-up.
    """
    wiring = find(stack).wiring()
    service = wiring.record_review
    name = str(service.check(quarter))
    found = find_reviewed(wiring, account)
    with typed_as(contact="--contact", contact_id="--contact", who="--contact"):
        giver = _giver(wiring, found, name, contact)
        service.record(found.account_id, giver.contact_id, name, score, why, better, by or found.owner_email)
    said = service.so_far([found.account_id], name)[found.account_id]
    sentence = f"{found.name}: {score} of 10 by {name_of(giver)}, recorded for {name}.{_looked_after(wiring, said)}"
    done(sentence, {**account_plain(found), "quarter": name, **review_plain(said)}, json=json)


@app.command("send")
def send(
    owner: Annotated[
        str | None,
        typer.Option("--owner", help="Only to this address, also if it got the link before.", metavar="EMAIL"),
    ] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Mail the link to the list of the running quarter: to every owner who is not known to have got it, or to one."""
    wiring = find(stack).wiring()
    wiring.record_review.check()
    service, now = wiring.prepare_reviews, wiring.clock()
    sent = service.send_again(now, owner) if owner else service.run(now)
    if json:
        as_json(asdict(sent))
    else:
        say(f"{plural(sent.mailed, 'mail')} sent for {sent.quarter}.")
        if sent.unknown:
            say(f"Of {plural(sent.unknown, 'mail')} nobody knows; next Monday's run sends them again.")
    if sent.failed:
        raise SaysoError(f"{plural(len(sent.failed), 'mail')} did not go: {', '.join(sorted({*sent.failed}))}.")


app.command("pack")(review_pack_command.pack)


def _looked_after(wiring: Wiring, said: ReviewSoFar) -> str:
    """That somebody unhappy is called, once their answer is settled: by a case of their own, or by the open one."""
    if not said.response.needs_follow_up:
        return ""
    contact_id = said.review.contact_id
    linked = wiring.follow_ups.linked_to(said.review.reference)
    case = wiring.follow_ups.get(linked) if linked else wiring.follow_ups.open_of(contact_id)
    if case is None:
        return " A follow-up opens within minutes; see: sayso follow-ups list"
    if linked:
        return f" It belongs to the follow-up {case.follow_up_id}."
    return f" It joins the open follow-up {case.follow_up_id} within minutes."


def _unknown(wiring: Wiring, owner: str) -> str:
    """The sentence that an address looks after no account; empty when it does."""
    accounts = reviewed(wiring)
    if any(same_mailbox(one.owner_email) == same_mailbox(owner) for one in accounts):
        return ""
    return nobody_under(owner, each_once(one.owner_email for one in accounts), "an account to review")


def _giver(wiring: Wiring, account: Portfolio, quarter: str, named: str | None) -> Contact:
    if named:
        return wiring.find_contact.one(named)
    review = wiring.reviews.get(account.account_id, quarter)
    known = [one for one in account.people if review is None or one.contact_id == review.contact_id]
    if len(known) != 1:
        people = ", ".join(f"{name_of(one)} ({one.external_id})" for one in account.people)
        raise InvalidInputError(f"say who gave the score: {people}", field="contact")
    return known[0]
