"""What a quote must not hold: anybody's name, and any way to reach or find somebody (rule 12)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import Programme
from sayso.domain.quote import CUT

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"\S+\s*@\s*\S+")
_ENDINGS = "app|at|be|ch|cloud|com|de|dev|eu|example|fr|info|io|net|nl|org|uk"
_LINK = re.compile(rf"(?i)https?://\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})\b")
_DAY = r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}"
# A day is none, unless it is a part of something longer.
_PHONE = re.compile(rf"(?!(?:{_DAY})(?![\s()/.–-]*\d))(?<![\d./-])\+?\d(?:[\s()/.–-]*\d){{6,}}")
_IDENTIFYING = (
    (_ADDRESS, "an e-mail address"),
    (_LINK, "the address of a site"),
    (_PHONE, "a phone number"),
)


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Shared mailboxes: no names of people.
_MAILBOXES = _listed(
    "admin billing buchhaltung care contact feedback hallo hello help helpdesk info klantenservice kontakt mail "
    "manager noreply office post sales service support team verkoop vertrieb welcome"
)
_LEGAL_FORMS = _listed("ag bv co corp eg ev gbr gmbh holding inc kg limited llc llp ltd mbh nv ohg plc se ug vof")
_PARTICLES = _listed(
    "am da das de del den der di dr du en frau het herr im la le mevrouw mr mrs ms op prof te ten ter und van vom von "
    "zu zum zur"
)
# Names that are also words: where one is written small, the word is meant.
_ALSO_WORDS = _listed(
    "art bill dick ernst faith frank grace gross hope jack jong klein kurz lang mark may pat rich rob rose sue victor "
    "weiss will winter wit wolf zwart"
)
_PUBLIC_HOSTS = _listed("gmail gmx googlemail hotmail icloud outlook posteo proton t-online web yahoo ziggo")


@dataclass(frozen=True)
class Name:
    """Something somebody is called, as words that stand one behind the other, and whose it is, for the refusal."""

    words: tuple[str, ...]
    whose: str


def names_of_contact(contact: Contact) -> Iterator[Name]:
    """What the person of an answer and their company are called, as far as it is known."""
    yield from _names_of_person(contact.name or "", "the person who wrote it")
    yield from _names_in_address(contact.email, "the person who wrote it")
    company = tuple(word for word in _words(contact.account.replace(".", "")) if word not in _LEGAL_FORMS)
    if company:
        yield Name(company, "their company")
    for word in company:
        if len(word) >= 4 and word not in _PARTICLES:
            yield Name((word,), "their company")
    host = contact.email.rpartition("@")[2].split(".")
    for word in _words(host[-2]) if len(host) > 1 and host[-2].lower() not in _PUBLIC_HOSTS else ():
        if len(word) >= 4:
            yield Name((word,), "their company")


def names_of_ours(programme: Programme, owners: Iterable[str]) -> Iterator[Name]:
    """What our own people are called whom the programme names, and the owners of accounts by their addresses."""
    whose = "one of our people"
    for owner in programme.follow_up.owners.values():
        yield from _names_of_person(owner.name or "", whose)
    for address in (*programme.follow_up.people, *owners):
        yield from _names_in_address(address, whose)


def check_quote(text: str, names: Iterable[Name], field: str) -> None:
    """Raise InvalidInputError for what would tell who somebody is, saying what it is and how it is cut out."""
    plain = shown(text)
    for pattern, what in _IDENTIFYING:
        found = pattern.search(plain)
        if found:
            raise _refusal(found[0], what, field)
    said = [match[0] for match in _WORD.finditer(plain)]
    compared = [_compared(word) for word in said]
    for name in names:
        for at in range(len(said) - len(name.words) + 1):
            if _is_named_at(said, compared, at, name):
                raise _refusal(" ".join(said[at : at + len(name.words)]), f"the name of {name.whose}", field)


def shown(text: str) -> str:
    """A text as it is seen: without the signs nobody sees, but for those that join emoji."""
    return "".join(sign for sign in text if sign in "\n\t\u200d" or unicodedata.category(sign) not in ("Cf", "Cc"))


def _refusal(found: str, what: str, field: str) -> InvalidInputError:
    return InvalidInputError(f"'{found}' is {what}; write {CUT} in its place", field=field)


def _is_named_at(said: list[str], compared: list[str], at: int, name: Name) -> bool:
    end = at + len(name.words)
    *first, last = name.words
    # Annas: how a name is bent in the three languages.
    if compared[at : end - 1] != first or compared[end - 1] not in (last, f"{last}s"):
        return False
    return not (name.words[0] in _ALSO_WORDS and not first and said[at][:1].islower())


def _names_of_person(name: str, whose: str) -> Iterator[Name]:
    for word in _words(name):
        if len(word) >= 2 and word not in _PARTICLES:
            yield Name((word,), whose)


def _names_in_address(address: str, whose: str) -> Iterator[Name]:
    for word in re.split(r"[._+\-\d]+", address.partition("@")[0]):
        if len(word) >= 3 and word.lower() not in _MAILBOXES | _PARTICLES:
            yield Name((_compared(word),), whose)


def _words(text: str) -> list[str]:
    return [_compared(word) for word in _WORD.findall(shown(text))]


def _compared(word: str) -> str:
    """Without case and accents, so that Zoë is Zoe."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
