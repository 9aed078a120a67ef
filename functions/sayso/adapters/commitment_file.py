"""Writes a commitment as one file: Markdown, a part for each language, so that whoever writes or translates it sees one
language at a time.

It is no YAML although programme.yaml is: in a text of several sentences a colon, a quotation mark or a forgotten space
at the beginning of a line would be mistakes there. Here a text is what stands under its heading; only a line that
begins with ``#`` or a backslash has a backslash before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.domain.commitment import STATUSES, TEXT_FIELDS, Commitment
from sayso.domain.commitment_rules import DATE_FIELDS, PLAIN_FIELDS
from sayso.domain.programme import LANGUAGES, Language

LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "de": "Deutsch", "nl": "Nederlands"}
HEADINGS = {"title": "Title", "heard": "You said", "did": "We did", "reason": "Why not"}
PLACES = {name: name.replace("_", " ") for name in (*PLAIN_FIELDS, *DATE_FIELDS)}
_OF = "commitment: {}"
_HINTS = {
    "status": f"one of {', '.join(STATUSES)}",
    "theme": "an id of programme.yaml",
    "owner": "the e-mail address of one of your people",
    "planned_for": "a day such as 2026-12-31, of what is planned or in progress",
    "done_on": "of what is done",
    "decided_on": "of what is declined; left out, today",
}


def write_commitment(commitment: Commitment | None, languages: Sequence[Language]) -> str:
    """The file of a commitment, or of one that is to be written, in the page's languages and any other it has."""
    known = {name: getattr(commitment, name, None) for name in (*PLAIN_FIELDS, *DATE_FIELDS)}
    known["status"] = known["status"] or "heard"
    texts = {name: getattr(commitment, name, {}) for name in TEXT_FIELDS}
    also = [code for code in LANGUAGES if code not in languages and any(code in told for told in texts.values())]
    lines = [f"{place}: {known[name] or ''}".rstrip() for name, place in PLACES.items()]
    lines += ["", *_explanation(commitment), ""]
    for language in (*languages, *also):
        lines += [f"# {LANGUAGE_NAMES[language]} ({language})", ""]
        for name, heading in HEADINGS.items():
            text = texts[name].get(language, "")
            lines += [f"## {heading}", "", *([*_escaped(text), ""] if text else [""])]
    return "\n".join(lines).rstrip("\n") + "\n"


def _escaped(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield f"\\{line}" if line.startswith(("#", "\\")) else line


def is_file_of(commitment_id: str, content: bytes) -> bool:
    """Whether a file was written of this commitment: its id stands in the explanation, which nobody has to keep."""
    return _OF.format(commitment_id).encode() in content.replace(b"\r\n", b"\n").split(b"\n")


def _explanation(commitment: Commitment | None) -> Iterator[str]:
    yield "<!--"
    if commitment:
        yield _OF.format(commitment.commitment_id)
    for name, hint in _HINTS.items():
        yield f"{PLACES[name]}: {hint}"
    yield "Below, each text stands under its heading, in every language of the page. Title: one line of at most 120"
    yield "characters; the others at most 1,000. What is left empty is not said. A line of a text that begins with #"
    yield "or \\ needs a \\ before it."
    yield "-->"
