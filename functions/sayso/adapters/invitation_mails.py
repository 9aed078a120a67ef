"""Writes what contacts get: the invitation and its reminders."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sayso.adapters.news_mails import NewsMails, unsubscribe_headers
from sayso.domain.errors import InvalidInputError
from sayso.domain.invitation import MailKind
from sayso.domain.mail import Mail, calling_name, quoted_request
from sayso.domain.news import Changed
from sayso.domain.programme import Language, Scale, scores_of

# How the sentences for the two ends of a scale begin.
_ENDS: dict[Scale, str] = {"nps": "scale", "satisfaction": "satisfaction"}
# What may be called "the first weeks" of working together.
_FIRST_WEEKS = timedelta(days=14), timedelta(days=100)
# A Message-ID as RFC 5322 (3.6.4) and every mail programme read it.
_MESSAGE_ID = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")


class InvitationMails(NewsMails):
    """See the module."""

    def invitation(
        self,
        *,
        survey: str,
        step: MailKind,
        language: Language,
        recipient_name: str,
        recipient_email: str,
        score_links: Sequence[str],
        plain_page: str,
        unsubscribe_page: str,
        unsubscribe_one_click: str,
        ticket: str | None = None,
        thread: Sequence[str] = (),
        more_follow: bool = False,
        tags: Mapping[str, str] | None = None,
        scale: Scale | None = None,
        changed: Changed | None = None,
    ) -> Mail:
        """One question with a link for each score of its survey: eleven, or the five of a satisfaction.

        Parameters
        ----------
        survey : str
            A survey's name; one without a wording of its own is asked in the general one.
        score_links : sequence of str
            An address for each score, the lowest first.
        plain_page : str
            The page that needs no script.
        unsubscribe_page, unsubscribe_one_click : str
            The page a person opens, and the address a mail programme posts to (RFC 8058).
        ticket : str, optional
            The ticket's subject or number, as its requester knows it.
        thread : sequence of str
            The Message-IDs (``<…@…>``) of this invitation's mails so far, oldest first; the reminder then joins them.
        more_follow : bool
            Another reminder will follow if nobody answers.
        scale : str, optional
            The scale somebody is asked on; the survey's, unless its first mail asked on another.
        changed : Changed, optional
            What something they said led to since we last wrote: one quiet line.

        Raises
        ------
        InvalidInputError
            When there are not as many links as scores.
        """
        rules = self._programme.surveys.get(survey)
        scale = scale or (rules.scale if rules else "nps")
        scores = scores_of(scale)
        low, high = scores[0], scores[-1]
        if len(score_links) != len(scores):
            wanted = f"needs {len(scores)} links, for {low} to {high}, not {len(score_links)}"
            raise InvalidInputError(wanted, field="score_links")
        name = calling_name(recipient_name)
        request = quoted_request(ticket or "")
        values: dict[str, Any] = {
            "subject": self._invitation_subject(survey, step, language, request, in_thread=bool(thread)),
            "preheader": self._text(
                "mail-preheader" if step == "first" else "mail-preheader-reminder", language, low=low, high=high
            ),
            "greeting": self._text("mail-greeting", language, name=name)
            if name
            else self._text("mail-greeting-nameless", language),
            "question": self._renderer.question(survey, language, scale),
            "ticket": request,
            "why": self._why(survey, step, language, more_follow=more_follow),
            "scores": list(zip(scores, score_links, strict=True)),
            "ends": {
                end: self._text(f"{_ENDS[scale]}-{name}", language) for end, name in ((low, "low"), (high, "high"))
            },
            "low": low,
            "high": high,
            "plain": plain_page,
            "reason": self._text("mail-reason", language, step="first" if step == "first" else "reminder"),
            "leave": unsubscribe_page,
            "changed": self._changed(changed, language),
        }
        headers = {
            **_threading(thread),
            **unsubscribe_headers(unsubscribe_one_click),
        }
        return self._mail("invitation", language, values, to=recipient_email, to_name=name, headers=headers, tags=tags)

    def _invitation_subject(
        self, survey: str, step: MailKind, language: Language, ticket: str, *, in_thread: bool
    ) -> str:
        occasion = self._occasion(survey)
        # A mail joins the one it refers to only under the same subject (Gmail), so in a thread the preheader and
        # the text say alone that this is a reminder.
        if step != "first" and not in_thread:
            return self._text("mail-subject-reminder", language, occasion=occasion)
        if ticket:
            return self._text("mail-subject-ticket", language, ticket=ticket)
        return self._text("mail-subject", language, occasion=occasion)

    def _why(self, survey: str, step: MailKind, language: Language, *, more_follow: bool) -> str:
        if step != "first":
            # No reminder says how long ago the first mail was: a pause or an outage may lie in between.
            again = "once" if step == "reminder" else "again"
            return self._text("mail-why-reminder", language, again=again, more="yes" if more_follow else "no")
        rules = self._programme.surveys.get(survey)
        # In rotating quarters it is each contact's turn once a year.
        months = 12 if rules is None or rules.rotating else rules.every or 0
        return self._text("mail-why", language, occasion=self._occasion(survey), months=months)

    def _occasion(self, survey: str) -> str:
        """Why somebody is asked, as the sentences tell it apart: a survey's rules count, not its name."""
        rules = self._programme.surveys.get(survey)
        if rules is None:
            return "other"
        if rules.after is not None:
            return "start" if _FIRST_WEEKS[0] <= rules.after <= _FIRST_WEEKS[1] else "other"
        return rules.event or "rhythm"


def _threading(thread: Sequence[str]) -> dict[str, str]:
    """The headers that put a mail under those it follows. Raises InvalidInputError for what is no Message-ID."""
    for message_id in thread:
        if not _MESSAGE_ID.fullmatch(message_id):
            raise InvalidInputError(f"'{message_id}' is not a Message-ID", field="thread")
    return {"In-Reply-To": thread[-1], "References": " ".join(thread)} if thread else {}
