"""`sayso quotes`: words of answers that may be shown, chosen by a person, with consent, and without names."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from getpass import getuser
from typing import Annotated, Any

import typer

from sayso.cli.commitment_texts import given_fields
from sayso.cli.page_refresh import refresh_page
from sayso.cli.show import AsJson, StackName, as_json, done, plural, read_since, say, table
from sayso.cli.target import find
from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import LANGUAGES, Language
from sayso.domain.quote import CUT, Quote
from sayso.services.keep_quotes import Candidate

app = typer.Typer(help="What customers wrote and let you show, in their own words.", no_args_is_help=True)
_LISTED = 50


@app.command("candidates")
def candidates(
    since: Annotated[
        str | None, typer.Option(help="Given on or after this day. Default: 12 months ago.", metavar="DAY")
    ] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """List the answers whose people said that they may be quoted, the newest first."""
    wiring = find(stack).wiring()
    first = read_since(since, wiring.clock().date()) if since else None
    found = list(wiring.keep_quotes.candidates(first))
    if json:
        as_json([_candidate(one) for one in found])
        return
    rows = [
        (
            one.answer_id,
            one.contact.name or one.contact.email,
            one.contact.account,
            str(one.response.score),
            one.response.snapshot.language,
            " / ".join(" ".join(text.split()) for text in (one.words.why, one.words.better) if text),
            ", ".join(one.chosen),
        )
        for one in found[:_LISTED]
    ]
    columns = ("answer", "person", "account", "score", "language", "words", "quoted as")
    table("Answers that may be quoted", columns, rows, empty="No answer that may be quoted says anything.")
    if len(found) > _LISTED:
        say(f"And {len(found) - _LISTED} older ones: --json has all of them.")


@app.command("add")
def add(
    answer: Annotated[str, typer.Argument(metavar="ANSWER", help="The id of an answer, as the candidates have it.")],
    text: Annotated[str, typer.Option(help=f"What is to be shown: what they wrote, with {CUT} for what you cut out.")],
    language: Annotated[str | None, typer.Option(help="The one they wrote in. Default: that of their answer.")] = None,
    translation: Annotated[
        list[str] | None,
        typer.Option(help="The same in another language, shown as a translation.", metavar="de=TEXT"),
    ] = None,
    commitment: Annotated[str, typer.Option(help="The commitment it stands with.", metavar="ID")] = "",
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Choose words of an answer for the page. It comes with the next edition, for as long as its person allows it.

    Whatever tells who somebody is, is refused: names of people and companies, addresses, phone numbers. For that it
    reads the whole contact list.
    """
    wiring = find(stack).wiring()
    texts = given_fields(translation=translation).get("translation", {})
    quote = wiring.keep_quotes.add(
        answer,
        text,
        by=getuser(),
        language=_language(language),
        translations=texts,
        commitment_id=commitment,
        reading=_telling,
    )
    refresh_page(wiring, "quotes")
    done(f"{quote.quote_id}: added; it comes with the page's next edition.", _quote(quote, stands=True), json=json)


@app.command("remove")
def remove(
    quote: Annotated[str, typer.Argument(metavar="ID", help="As `sayso quotes list` has it.")],
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Show a quote no more."""
    wiring = find(stack).wiring()
    removed = wiring.keep_quotes.remove(quote)
    refresh_page(wiring, "quotes")
    done(f"{quote}: removed; it leaves the page with the next edition.", _quote(removed, stands=False), json=json)


@app.command("list")
def list_quotes(stack: StackName = None, json: AsJson = False) -> None:
    """List the quotes, and which of them may still be shown."""
    wiring = find(stack).wiring()
    found = wiring.keep_quotes.list()
    if json:
        as_json([_quote(quote, stands=stands) for quote, stands in found])
        return
    rows = [
        (
            quote.quote_id,
            quote.text[quote.original],
            quote.original,
            ", ".join(code for code in quote.text if code != quote.original),
            quote.commitment_id,
            quote.chosen_by,
            "yes" if stands else "no: taken back, erased or changed",
        )
        for quote, stands in found
    ]
    columns = ("id", "text", "written in", "translated into", "commitment", "chosen by", "may be shown")
    table("Quotes", columns, rows, empty="No quotes. See: sayso quotes candidates")


def _telling(contacts: Iterable[Contact]) -> Iterator[Contact]:
    """Contacts as they come, telling (beside the answer) how many were read when it takes longer than a second."""
    told_at = time.monotonic()
    for number, contact in enumerate(contacts, start=1):
        if time.monotonic() - told_at > 1:
            told_at = time.monotonic()
            typer.echo(f"Looking for names of the contact list: {plural(number, 'contact')} so far.", err=True)
        yield contact


def _language(given: str | None) -> Language | None:
    found = next((code for code in LANGUAGES if code == given), None)
    if given and not found:
        raise InvalidInputError(f"'{given}' is none of {', '.join(LANGUAGES)}", field="--language")
    return found


def _candidate(one: Candidate) -> dict[str, Any]:
    return {
        "answer": one.answer_id,
        "name": one.contact.name,
        "email": one.contact.email,
        "account": one.contact.account,
        "survey": one.response.survey,
        "score": one.response.score,
        "language": one.response.snapshot.language,
        "why": one.words.why,
        "better": one.words.better,
        "quotes": list(one.chosen),
    }


def _quote(quote: Quote, *, stands: bool) -> dict[str, Any]:
    kept = quote.model_dump(mode="json", exclude={"contact_id", "survey", "occasion", "revision", "withdrawals"})
    return {**kept, "may_be_shown": stands}
