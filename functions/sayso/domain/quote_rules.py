"""What a quote must not hold: anybody's name, and any way to reach or find somebody (rule 12).

- Refused in any case, split, joined, transcribed or with other accents: every full name on the contact list, every
  word that the answer's person, their colleagues and our own people are called by, and what companies are called.
- A word that is also an everyday one (Will, Joy, Rob) is a name of those where it has a capital. Of everybody else one
  word alone is a name where it has a capital; is it an everyday one, too, only with a capital inside a sentence, and a
  noun that German always writes with one never is in German.
- Legal forms and what many companies are called (Bank, Nederland, IT) tell nobody; trades and places tell only with
  the rest of the name, but for the answer's own company.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import Language
from sayso.domain.quote import CUT
from sayso.domain.quote_names import Name
from sayso.domain.quote_text import QuoteText

_ADDRESS = re.compile(r"\S+\s*@\s*\S+")
_ENDINGS = "ai|app|at|be|biz|ch|cloud|co|com|de|dev|eu|example|fr|info|io|lu|net|nl|online|org|shop|site|store|tech|uk"
_LINK = re.compile(
    rf"(?i)https?://\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})\b|\b[\w-]+ (?:dot|punt|punkt) (?:{_ENDINGS})\b"
)
_NUMBER = re.compile(r"\+?\d(?:[\s()/.–-]*\d)*")
_DAY = r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})"
_HOUR = r"\d{1,2}(?:\.\d{2})?"
_YEAR = r"(?:199\d|20\d\d)"
_TO = r"\s*[–-]\s*"
# Days, with the hour, years, and spans of them; and spans of hours.
_TIME = re.compile(
    rf"{_DAY}(?:\s+{_HOUR})?(?:{_TO}{_DAY})?|{_DAY}\s+{_HOUR}{_TO}{_HOUR}|{_YEAR}(?:(?:{_TO}|\s*/\s*|\s){_YEAR})*"
    rf"|\d{{1,2}}\.\d{{2}}{_TO}\d{{1,2}}\.\d{{2}}"
)
_LONG = re.compile(rf"(?!{_YEAR}(?!\d))\d{{4,}}")
_TICKET = re.compile(
    r"(?i)#\s?\d{2,}|\b(?:ticket|case|order|invoice|bestelling|factuur|rechnung|vorgang|auftrag|zaak)[\s-]*"
    r"(?:(?:id|nr|no|number|nummer)\b[.:\s#-]*\d+|\d{3,})|\b(?-i:[A-Z]{2,})-\d{3,}"
)


def check_quote(text: str, names: Iterable[Name], field: str, language: Language | None = None) -> None:
    """Raise InvalidInputError for what would tell who somebody is, saying what it is and how it is cut out."""
    _check({field: QuoteText.of(text, language)}, names)


def check_quotes(texts: Mapping[Language, str], names: Iterable[Name]) -> None:
    """The same for a text in several languages, reading `names` once."""
    _check({f"text.{code}": QuoteText.of(text, code) for code, text in texts.items()}, names)


def _check(texts: Mapping[str, QuoteText], names: Iterable[Name]) -> None:
    for field, text in texts.items():
        found = _found_in(text.text)
        if found:
            raise _refusal(*found, field)
    for name in names:
        for field, text in texts.items():
            stretch = name.found_in(text)
            if stretch:
                raise _refusal(text.between(stretch), f"the name of {name.whose}", field)


def _found_in(text: str) -> tuple[str, str] | None:
    """An address or a number that somebody can be found by, and what it is."""
    for pattern, what in ((_ADDRESS, "an e-mail address"), (_LINK, "the address of a site")):
        found = pattern.search(text)
        if found:
            return found[0], what
    for number in _NUMBER.finditer(text):
        said = number[0]
        digits = sum(sign.isdigit() for sign in said)
        if _TIME.fullmatch(said):
            continue
        if digits >= 7 or (digits >= 5 and said[0] in "+0"):
            return said, "a phone number"
        if _LONG.search(said):
            return said, "a number that may be looked up"
    ticket = _TICKET.search(text)
    return (ticket[0], "a number that may be looked up") if ticket else None


def _refusal(found: str, what: str, field: str) -> InvalidInputError:
    return InvalidInputError(f"'{found}' is {what}; write {CUT} in its place", field=field)
