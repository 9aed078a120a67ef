"""`sayso verify` and `rebuild`: the proof that the numbers are right, and the way back where they are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from sayso.cli.show import AsJson, StackName, as_json, console, plural, say, table
from sayso.cli.target import find
from sayso.domain.errors import InvalidInputError
from sayso.services.rebuild_counts import Rebuilt
from sayso.services.verify_counts import Verification

_SHOWN = 50


def verify(stack: StackName = None, json: AsJson = False) -> None:
    """Prove the counters: against their ledger, the ledger against the answers and mails, and all of it counted afresh.

    Drift (a counter that is not the sum of its ledger) is always a fault; sayso rebuild repairs it. What is behind was
    written a moment ago and is counted within seconds; look again. Exit code 1 when anything does not agree. Reads the
    whole table, and changes nothing.
    """
    wiring = find(stack).wiring()
    with console.status("Counting afresh …"):
        found = wiring.verify_counts.verify()
    if json:
        as_json(found.as_json())
    else:
        for sentence in _sentences(found):
            say(sentence)
        rows = [(name, one.counted, one.recounted) for name, one in found.surveys.items()]
        if rows:
            say("")
            table("Confirmed answers", ("survey", "by the counters", "counted afresh"), rows, empty="")
    if not found.is_exact:
        raise typer.Exit(1)


def rebuild(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether I am sure.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Repair the counters, while answers keep coming in: what sayso verify finds is counted afresh.

    A counter becomes the sum of its ledger again, and the ledger says again what each answer and mail counts for. No
    answer is changed. Safe to break off and to repeat.
    """
    wiring = find(stack).wiring()
    found = None
    if not yes:
        if json:
            raise InvalidInputError("this changes counters; add --yes", field="yes")
        with console.status("Counting afresh …"):
            found = wiring.verify_counts.verify()
        for sentence in _sentences(found):
            say(sentence)
        if found.is_exact:
            return
        if not typer.confirm("Repair that?"):
            say("Nothing was changed.")
            raise typer.Exit(1)
    with console.status("Repairing …"):
        done = wiring.rebuild_counts.rebuild(found)
    if json:
        as_json(done.as_json())
    else:
        for sentence in (*_repairs(done), *_sentences(done.left)):
            say(sentence)
    if not done.left.is_exact:
        raise typer.Exit(1)


def _sentences(found: Verification) -> Iterator[str]:
    """The verdict, what to do, and then what it is about."""
    if found.is_exact:
        yield f"Exact: {found.cells} counts agree with the ledger, {found.answers} answers and {found.mails} mails."
    elif found.faults:
        yield f"Not exact: {', '.join(_faults(found))}. sayso rebuild repairs what can be repaired."
    if found.behind:
        yield (
            f"{plural(len(found.behind), 'answer or mail', 'answers or mails')} not counted yet, the oldest for "
            f"{found.lag_seconds} seconds. That is normal right after a change or an import; look again."
        )
    if found.busy:
        yield f"{plural(found.busy, 'counter')} being counted on right now, so nothing can be said of them; look again."
    yield from _first([f"Drift: {cell} is off by {off:+d}." for cell, off in sorted(found.drift.items())])
    wrong = [" ".join(pair.counted[:2]) for pair in found.wrong]
    yield from _first([f"Wrong: the ledger does not say what {item} counts for." for item in wrong])
    unlisted = [" ".join(counter) for counter in found.unlisted]
    yield from _first([f"Not listed: {counter} is counted, but no breakdown shows it." for counter in unlisted])
    unreadable = [" ".join(key) for key in found.unreadable]
    yield from _first([f"Unreadable: {key} is no answer or invitation; mend or delete it." for key in unreadable])
    if found.gone:
        yield f"{plural(found.gone, 'answer or mail', 'answers or mails')} counted and gone since; the counts stay."


def _faults(found: Verification) -> Iterator[str]:
    counters = len({cell.rsplit("|", 1)[0] for cell in found.drift})
    for number, one, many in (
        (counters, "counter is off", "counters are off"),
        (len(found.wrong), "ledger entry is wrong", "ledger entries are wrong"),
        (len(found.unlisted), "counter is not listed", "counters are not listed"),
        (len(found.unreadable), "item cannot be read", "items cannot be read"),
    ):
        if number:
            yield plural(number, one, many)


def _first(sentences: list[str]) -> list[str]:
    more = len(sentences) - _SHOWN
    return [*sentences[:_SHOWN], *([f"And {more} more like this."] if more > 0 else [])]


def _repairs(done: Rebuilt) -> Iterator[str]:
    if not (done.items or done.cells or done.listed):
        yield "Nothing had to be repaired."
    if done.items:
        yield f"{plural(done.items, 'answer or mail', 'answers or mails')} counted afresh."
    yield from _first([f"Repaired: {cell} by {by:+d}." for cell, by in sorted(done.cells.items())])
    if done.listed:
        yield f"{plural(done.listed, 'counter')} listed again."
