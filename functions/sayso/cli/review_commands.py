"""`sayso review`: which accounts have no review yet, what one said in its meeting, and the page to take into one."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli import review_pack_command
from sayso.cli.reviewed_accounts import (
    Owner,
    account_plain,
    find_reviewed,
    name_of,
    names_of,
    review_plain,
    reviewed,
)
from sayso.cli.show import AsJson, StackName, as_json, done, table
from sayso.cli.target import find
from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError
from sayso.domain.review import Portfolio
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
    if json:
        as_json({"quarter": name, "accounts": [account_plain(one) for one in found]})
        return
    rows = [(one.name, one.owner_email, ", ".join(map(name_of, one.people))) for one in found]
    table(
        f"Without a review in {name}",
        ("account", "owner", "people"),
        rows,
        empty=f"Every account has its review of {name}.",
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
    table(f"Reviews of {name}", columns, rows, empty=f"Nothing was recorded in {name} yet.")


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
    giver = _giver(wiring, found, name, contact)
    writer = by or found.owner_email
    service.record(found.account_id, giver.contact_id, name, score, why, better, writer)
    said = service.so_far([found.account_id], name)[found.account_id]
    sentence = f"{found.name}: {score} of 10 by {name_of(giver)}, recorded for {name}."
    done(sentence, {**account_plain(found), "quarter": name, **review_plain(said)}, json=json)


app.command("pack")(review_pack_command.pack)


def _giver(wiring: Wiring, account: Portfolio, quarter: str, named: str | None) -> Contact:
    if named:
        return wiring.find_contact.one(named)
    review = wiring.reviews.get(account.account_id, quarter)
    known = [one for one in account.people if review is None or one.contact_id == review.contact_id]
    if len(known) != 1:
        people = ", ".join(f"{name_of(one)} ({one.external_id})" for one in account.people)
        raise InvalidInputError(f"say who gave the score: {people}", field="contact")
    return known[0]
