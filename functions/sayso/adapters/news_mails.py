"""Writes what contacts get when something they said led to a change: what was heard, what we did, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.adapters.mail_parts import Mails
from sayso.adapters.page_words import told
from sayso.domain.commitment import PublicTexts, Texts
from sayso.domain.mail import Mail, calling_name, one_line, paragraphs
from sayso.domain.news import Changed
from sayso.domain.programme import Language

# What a list of mails shows of a subject, and what a line in an invitation has room for.
_LONGEST_TITLE = 80


class NewsMails(Mails):
    """See the module. The words are those of the public page, never anybody's own."""

    def news(
        self,
        *,
        language: Language,
        recipient_name: str,
        recipient_email: str,
        commitment: PublicTexts,
        page: str,
        unsubscribe_page: str,
        unsubscribe_one_click: str,
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """What became of one commitment, told to somebody whose answer is behind it.

        Parameters
        ----------
        commitment : PublicTexts
            What the public reads of it; a text without a translation is told in another language.
        page : str
            Where the public reads it.
        unsubscribe_page, unsubscribe_one_click : str
            The page a person opens, and the address a mail programme posts to (RFC 8058).
        """
        name = calling_name(recipient_name)
        title, _ = self._line(commitment.title, language)
        values: dict[str, Any] = {
            "subject": self._text("news-subject", language, title=title),
            "preheader": self._text("news-preheader", language),
            "greeting": self._text("mail-greeting", language, name=name)
            if name
            else self._text("mail-greeting-nameless", language),
            "title": self._line(commitment.title, language, 200),
            "heard": self._told(commitment.heard, language),
            "did": self._told(commitment.did, language),
            "done_on": commitment.done_on,
            "page": page,
            "leave": unsubscribe_page,
        }
        headers = unsubscribe_headers(unsubscribe_one_click)
        return self._mail("news", language, values, to=recipient_email, to_name=name, headers=headers, tags=tags)

    def _changed(self, changed: Changed | None, language: Language) -> dict[str, Any] | None:
        """The quiet line of an invitation: what something they said led to."""
        if changed is None or changed.public.done_on is None:
            return None
        title, spoken = self._line(changed.public.title, language)
        month = self._renderer.month(changed.public.done_on, language)
        words = self._text("news-line", language)
        return {"words": words, "title": title, "lang": spoken, "month": month, "page": changed.page}

    def _line(self, texts: Texts, language: Language, longest: int = _LONGEST_TITLE) -> tuple[str, Language]:
        text, spoken = told(texts, language=language, default=self._programme.company.default_language)
        return one_line(text, longest), spoken

    def _told(self, texts: Texts, language: Language) -> tuple[list[str], Language]:
        text, spoken = told(texts, language=language, default=self._programme.company.default_language)
        return paragraphs(text), spoken


def unsubscribe_headers(one_click: str) -> dict[str, str]:
    """The headers of every mail to a contact, by which mail programmes stop it and machines leave it unanswered."""
    return {
        # Only the address: a mailto: beside it would make a person work off what a machine can do.
        "List-Unsubscribe": f"<{one_click}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        # RFC 3834: no out-of-office replies, which would bury those a person should read, and no endless
        # exchange with a helpdesk that answers every mail. The mails to our own staff go without: there
        # helpdesks set automatic mail aside, and that the owner is away is news to the manager.
        "Auto-Submitted": "auto-generated",
    }
