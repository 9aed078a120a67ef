"""Whose language the programme has no mails in: nothing refuses such a row, and they are written to in another one."""

from __future__ import annotations

from collections import Counter

from sayso.domain.contact import Contact
from sayso.domain.programme import Language, Programme


class OtherLanguages:
    """Counts in `contacts`, by language, those a list brings; `instead` is the language they are written to in."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self.contacts: Counter[str] = Counter()
        self.instead: Language = programme.company.default_language

    def note(self, contact: Contact | None) -> None:
        """Look at what a row has made of a contact; None for one that was rejected."""
        # Whoever is not to be asked gets no mail at all.
        if contact is None or not contact.locale or contact.do_not_ask:
            return
        spoken = contact.locale.replace("_", "-").split("-")[0].lower()
        if self._programme.language_for(contact.locale) != spoken:
            self.contacts[spoken or contact.locale] += 1
