"""What people and companies are called, and where a word that is also another one is taken for them (rule 12)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.domain.contact import Contact
from sayso.domain.programme import Programme
from sayso.domain.quote_text import QuoteText, Stretch, plain, shown, skeleton, words_of, written
from sayso.domain.quote_words import (
    EVERYDAY,
    GENERIC,
    GERMAN_NOUNS,
    LEGAL_FORMS,
    MAILBOXES,
    PARTICLES,
    PUBLIC_HOSTS,
    SECOND_LEVELS,
    TITLES,
    TRADES_AND_PLACES,
)

When = Literal["always", "capital", "capitals", "inside"]
_ABBREVIATED = re.compile(r"\b(?:\w\.){2,}")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_SOMEBODY, _COMPANY = "somebody on your contact list", "a company on your contact list"
_OURS, _WRITER, _THEIRS = "one of our people", "the person who wrote it", "their company"


@dataclass(frozen=True)
class Name:
    """Something somebody is called, as words one behind the other; whose it is, for the refusal; and how it must stand
    there to be taken for it: in any case, with a capital, each word with one, or with one inside a sentence."""

    words: tuple[str, ...]
    whose: str
    when: When = "always"

    def found_in(self, text: QuoteText) -> Stretch | None:
        """Where a text names it, split, joined, transcribed or as a genitive, too."""
        if skeleton(self.words) not in text.skeletons:
            return None
        for joined, ends in written(self.words):
            for stretch in text.stretches.get(joined, []) + text.stretches.get(f"{joined}s", []):
                if self._is_split_like(stretch, ends) and self._stands(stretch, text):
                    return stretch
        return None

    def _is_split_like(self, stretch: Stretch, ends: tuple[int, ...]) -> bool:
        """Whether it is split where the name is, or in parts that are long enough to be no accident ("is a", Isa)."""
        if ends == stretch.gaps:
            return True
        words = stretch.words
        by_chance = all(word.is_small and plain(word.text) in EVERYDAY for word in words)
        if len(words) - 1 != len(ends) and by_chance:
            return False
        return set(stretch.gaps) <= set(ends) or all(len(word.text) >= 3 for word in words)

    def _stands(self, stretch: Stretch, text: QuoteText) -> bool:
        words = [word for word in stretch.words if plain(word.text) not in PARTICLES] or stretch.words
        if self.when == "capital":
            return not all(word.is_small for word in words)
        if self.when == "capitals":
            return not any(word.is_small for word in words)
        if self.when == "inside":
            noun = text.language == "de" and plain(words[0].text) in GERMAN_NOUNS
            return not noun and any(word.is_capitalised_inside for word in words)
        return True


def names_of_contact(contact: Contact) -> Iterator[Name]:
    """What the person of an answer and their company are called, as far as it is known."""
    yield from _close(contact.name or "", contact.email, _WRITER)
    yield from _names_of_company(contact.account, _THEIRS, close=True)
    yield from _names_of_company(_mail_host(contact), _THEIRS, close=True)


def names_of_ours(programme: Programme, owners: Iterable[str]) -> Iterator[Name]:
    """What our own people are called whom the programme names, and the owners of accounts by their addresses."""
    for owner in programme.follow_up.owners.values():
        yield from _names_of_person(owner.name or "", _OURS, close=True)
    for address in (*programme.follow_up.people, *owners):
        yield from _names_in_address(address, _OURS)


def names_on_list(contacts: Iterable[Contact], writer: Contact, programme: Programme) -> Iterator[Name]:
    """What everybody else on the contact list is called, with their companies and whoever of ours looks after them.

    Our own company is not among them: it is what a quote is about.
    """
    own = set(words_of(programme.company.name))
    owners: set[str] = set()
    companies: set[str] = set()
    for contact in contacts:
        if contact.owner_email and contact.owner_email not in owners:
            owners.add(contact.owner_email)
            yield from _names_in_address(contact.owner_email, _OURS)
        if contact.account_id == writer.account_id:
            yield from _close(contact.name or "", contact.email, "a colleague of theirs")
            continue
        # Who has no name is called by their address.
        called = contact.name or " ".join(_address_words(contact.email))
        yield from _names_of_person(called, _SOMEBODY, close=False)
        for company in {contact.account, _mail_host(contact)} - companies:
            companies.add(company)
            for name in _names_of_company(company, _COMPANY, close=False):
                if not own.issuperset(name.words):
                    yield name


def _close(name: str, address: str, whose: str) -> Iterator[Name]:
    yield from _names_of_person(name, whose, close=True)
    yield from _names_in_address(address, whose)


def _names_of_person(name: str, whose: str, *, close: bool) -> Iterator[Name]:
    """A full name always; one word of it, of whoever is not `close` to the answer, only where it looks like a name."""
    words = [word for word in words_of(name) if plain(word) not in TITLES]
    if all(plain(word) in MAILBOXES | PARTICLES for word in words) and not close:
        return
    called = [word for word in words if len(word) >= 2 and plain(word) not in PARTICLES]
    if len(words) > 1:
        yield Name(tuple(words), whose)
    if 1 < len(called) < len(words):
        yield Name(tuple(called), whose)
    # Jansen, Anna; and Anna Jansen of Anna Maria Jansen.
    for first in called[:5]:
        for second in called[:5]:
            if first != second and [first, second] != words:
                chance = plain(first) in EVERYDAY and plain(second) in EVERYDAY
                yield Name((first, second), whose, "capitals" if chance else "always")
    for word in called:
        yield Name((word,), whose, _when(word, close=close))


def _when(word: str, *, close: bool) -> When:
    also_a_word = plain(word) in EVERYDAY
    if close:
        return ("capital" if len(word) > 2 else "inside") if also_a_word else "always"
    return "inside" if also_a_word or len(word) < 3 else "capital"


def _address_words(address: str) -> list[str]:
    words = re.split(r"[._+\-\d]+", address.partition("@")[0].casefold())
    return [word for word in words if len(word) >= 2 and plain(word) not in MAILBOXES | PARTICLES]


def _names_in_address(address: str, whose: str) -> Iterator[Name]:
    """Of s.devries, devries and de Vries; of sdevries these, too, where they are written as a name."""
    for word in _address_words(address):
        if len(word) < 3:
            continue
        yield Name((word,), whose, _when(word, close=True))
        for rest in (word, word[1:]):
            if len(rest) >= 4 and rest != word:
                yield Name((rest,), whose, _when(rest, close=False))
            for particle in PARTICLES:
                surname = rest.removeprefix(particle)
                if len(particle) > 1 and surname != rest and len(surname) >= 4:
                    sure: When = "capital" if plain(surname) in EVERYDAY or rest != word else "always"
                    yield Name((particle, surname), whose, sure)
                    yield Name((surname,), whose, _when(surname, close=False))


def _names_of_company(account: str, whose: str, *, close: bool) -> Iterator[Name]:
    """The whole name, the name without what many are called, and each word of it that is no everyday one."""
    if _HOST.fullmatch(account.strip()):
        account = _host_name(account.strip().casefold())
    spelt = _ABBREVIATED.sub(lambda found: found[0].replace(".", ""), shown(account))
    words = [word for word in words_of(spelt) if plain(word) not in LEGAL_FORMS] or words_of(spelt)
    core = _trimmed([word for word in words if plain(word) not in GENERIC])
    for run in {tuple(words), tuple(core)}:
        if len(run) > 1 and (close or not all(plain(word) in GENERIC | PARTICLES for word in run)):
            telling = [word for word in run if plain(word) not in EVERYDAY | GENERIC]
            yield Name(run, whose, "always" if telling else "capitals")
    named = [word for word in core if _is_named(word)]
    for number, word in enumerate(named):
        when = _when(word, close=close)
        if close:
            yield Name((word,), whose, when)
        elif plain(word) not in TRADES_AND_PLACES and (when != "inside" or len(core) == 1):
            alone = len(core) == 1 and len(word) >= 5 and number == 0
            surely: When = "always" if alone else "capital"
            yield Name((word,), whose, "inside" if plain(word) in EVERYDAY else surely)


def _is_named(word: str) -> bool:
    return len(word) >= 2 and not word.isdigit() and plain(word) not in PARTICLES


def _trimmed(words: Sequence[str]) -> list[str]:
    """Without the small words it begins and ends with."""
    kept = list(words)
    while kept and plain(kept[0]) in PARTICLES:
        kept.pop(0)
    while kept and plain(kept[-1]) in PARTICLES:
        kept.pop()
    return kept


def _mail_host(contact: Contact) -> str:
    """The name of the site somebody has mail at, empty for what anybody may have mail at."""
    return _host_name(contact.email.rpartition("@")[2].casefold())


def _host_name(host: str) -> str:
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in SECOND_LEVELS:
        labels.pop()
    label = labels[-1] if labels else ""
    return "" if label in PUBLIC_HOSTS else label
