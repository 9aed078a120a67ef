"""Writes every mail Sayso sends: the invitation and its reminders, the follow-up alert, the weekly digest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sayso.adapters.rendering import Renderer
from sayso.domain.errors import InvalidInputError
from sayso.domain.invitation import MailKind
from sayso.domain.mail import (
    LONGEST_NAME,
    Mail,
    OpenFollowUp,
    PastAnswer,
    Person,
    Quote,
    Week,
    calling_name,
    header_line,
    one_line,
    paragraphs,
    quoted_request,
)
from sayso.domain.nps import FEW_ANSWERS, signed
from sayso.domain.programme import Language, Programme
from sayso.domain.response import ContactWish

_LONGEST_QUOTE = 400
# A digest is read standing; what is left out is counted.
_QUOTES = 8
_CASES = 20
# What may be called "the first weeks" of working together.
_FIRST_WEEKS = timedelta(days=14), timedelta(days=100)
# A Message-ID as RFC 5322 (3.6.4) and every mail programme read it.
_MESSAGE_ID = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")


class MailWriter:
    """Writes one programme's mails. All text from outside comes out as text, on the line it was put."""

    def __init__(self, renderer: Renderer, programme: Programme) -> None:
        self._renderer = renderer
        self._programme = programme

    def invitation(
        self,
        *,
        survey: str,
        step: MailKind,
        language: Language,
        recipient_name: str,
        recipient_email: str,
        score_links: Sequence[str],
        unsubscribe_page: str,
        unsubscribe_one_click: str,
        ticket: str | None = None,
        thread: Sequence[str] = (),
        more_follow: bool = False,
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """One question with eleven links.

        Parameters
        ----------
        survey : str
            A survey's name; one without a wording of its own is asked in the general one.
        score_links : sequence of str
            Eleven addresses, for 0 to 10 in this order.
        unsubscribe_page, unsubscribe_one_click : str
            The page a person opens, and the address a mail programme posts to (RFC 8058).
        ticket : str, optional
            The ticket's subject or number, as its requester knows it.
        thread : sequence of str
            The Message-IDs (``<…@…>``) of this invitation's mails so far, oldest first; the reminder then joins them.
        more_follow : bool
            Another reminder will follow if nobody answers.

        Raises
        ------
        InvalidInputError
            When there are not eleven links.
        """
        if len(score_links) != 11:
            raise InvalidInputError(f"needs eleven links, for 0 to 10, not {len(score_links)}", field="score_links")
        name = calling_name(recipient_name)
        request = quoted_request(ticket or "")
        values: dict[str, Any] = {
            "subject": self._invitation_subject(survey, step, language, request, in_thread=bool(thread)),
            "preheader": self._text("mail-preheader" if step == "first" else "mail-preheader-reminder", language),
            "greeting": self._text("mail-greeting", language, name=name)
            if name
            else self._text("mail-greeting-nameless", language),
            "question": self._renderer.question(survey, language),
            "ticket": request,
            "why": self._why(survey, step, language, more_follow=more_follow),
            "scores": list(enumerate(score_links)),
            "ends": {0: self._text("scale-low", language), 10: self._text("scale-high", language)},
            "reason": self._text("mail-reason", language, step="first" if step == "first" else "reminder"),
            "leave": unsubscribe_page,
        }
        headers = {
            **_threading(thread),
            # Only the address: a mailto: beside it would make a person work off what a machine can do.
            "List-Unsubscribe": f"<{unsubscribe_one_click}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            # RFC 3834: no out-of-office replies, which would bury those a person should read, and no endless
            # exchange with a helpdesk that answers every mail. The mails to our own staff go without: there
            # helpdesks set automatic mail aside, and that the owner is away is news to the manager.
            "Auto-Submitted": "auto-generated",
        }
        return self._mail("invitation", language, values, to=recipient_email, to_name=name, headers=headers, tags=tags)

    def follow_up_alert(
        self,
        *,
        language: Language,
        owner_email: str,
        case_link: str,
        person: Person,
        account: str,
        survey: str,
        score: int,
        why: str,
        better: str,
        drivers: Sequence[str],
        contact: ContactWish | None,
        answered_at: datetime,
        due_at: datetime,
        history: Sequence[PastAnswer] = (),
        ticket: str | None = None,
        joined: bool = False,
        owner_name: str = "",
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """What somebody said, to the one who takes care of it.

        Parameters
        ----------
        case_link : str
            Opens the case; whoever has it needs no sign-in.
        drivers : sequence of str
            Labels, not identifiers.
        contact : {"no", "phone", "mail"} or None
            How the person wishes to be contacted; None when they did not say.
        answered_at, due_at : datetime
            Aware; shown in the company's time zone.
        history : sequence of PastAnswer
            Earlier answers, in the order they should be read.
        joined : bool
            The answer came while a case was open and belongs to that one.
        """
        zone = self._programme.zone
        known_as = one_line(person.name, LONGEST_NAME) or person.email
        customer = one_line(account, LONGEST_NAME)
        due = due_at.astimezone(zone)
        said = paragraphs(why)
        kind = "joined" if joined else "unhappy" if score <= 6 else "wish"
        values = {
            "subject": self._text(
                "mail-alert-subject", language, kind=kind, person=known_as, account=customer, score=score, due=due
            ),
            "preheader": one_line(why, 140) or self._text("mail-alert-no-words", language),
            "why": said,
            "better": paragraphs(better),
            "joined": joined,
            "person": known_as,
            "email": person.email,
            "phone": one_line(person.phone, 40),
            "dial": _dialled(person.phone),
            "account": customer,
            "survey": self._survey_name(survey, language),
            "ticket": one_line(ticket or ""),
            "score": score,
            "drivers": [one_line(label, LONGEST_NAME) for label in drivers],
            "contact": contact or "unsaid",
            "answered": answered_at.astimezone(zone),
            "due": due,
            "zone": zone.key,
            "history": [past._replace(survey=self._survey_name(past.survey, language)) for past in history],
            "case_link": case_link,
        }
        # Never to the person themselves: a hasty reply would quote them their own file.
        manager = self._programme.follow_up.manager
        return self._mail(
            "follow_up_alert", language, values, to=owner_email, to_name=owner_name, reply_to=manager, tags=tags
        )

    def weekly_digest(
        self,
        *,
        language: Language,
        to: str,
        week_start: date,
        week_end: date,
        answers: Week,
        praise: Sequence[Quote] = (),
        criticism: Sequence[Quote] = (),
        open_follow_ups: Sequence[OpenFollowUp] = (),
        to_name: str = "",
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """What was heard in a week and who still waits. `week_end` is its last day.

        The first eight words of praise and of criticism and the first twenty cases are shown, in the order given;
        the rest is counted.
        """
        late = sum(case.late for case in open_follow_ups)
        counts = self._text("mail-digest-nobody", language)
        if answers.n:
            counts = self._text(
                "mail-digest-answers",
                language,
                n=answers.n,
                promoters=answers.promoters,
                passives=answers.passives,
                detractors=answers.detractors,
            )
        values = {
            "subject": self._text("mail-digest-subject", language, n=answers.n, start=week_start, late=late),
            "preheader": counts,
            "start": week_start,
            "end": week_end,
            "counts": counts,
            "score": self._week_score(answers, language),
            "praise": [_shown(quote) for quote in praise[:_QUOTES]],
            "more_praise": max(0, len(praise) - _QUOTES),
            "criticism": [_shown(quote) for quote in criticism[:_QUOTES]],
            "more_criticism": max(0, len(criticism) - _QUOTES),
            "cases": [self._case(case, language) for case in open_follow_ups[:_CASES]],
            "more_cases": max(0, len(open_follow_ups) - _CASES),
        }
        return self._mail("weekly_digest", language, values, to=to, to_name=to_name, tags=tags)

    def _mail(
        self,
        template: str,
        language: Language,
        values: dict[str, Any],
        *,
        to: str,
        to_name: str,
        reply_to: str = "",
        headers: Mapping[str, str] | None = None,
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        sender = self._programme.sender
        values = {**values, "subject": header_line(values["subject"])}
        return Mail(
            to=to,
            to_name=header_line(to_name, LONGEST_NAME),
            sender_name=header_line(sender.name, LONGEST_NAME),
            sender_email=sender.email,
            reply_to=reply_to or sender.reply_to,
            subject=values["subject"],
            html=self._renderer.render(f"mail/{template}.html", language, **values),
            text=self._renderer.render(f"mail/{template}.txt", language, **values),
            headers=dict(headers or {}),
            tags=dict(tags or {}),
        )

    def _text(self, key: str, language: Language, **arguments: Any) -> str:
        return self._renderer.text(key, language, **arguments)

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

    def _survey_name(self, survey: str, language: Language) -> str:
        return self._text("mail-survey", language, survey=survey, name=survey.replace("_", " "))

    def _week_score(self, week: Week, language: Language) -> str:
        """The week's NPS as one line with how sure it is; empty when there is none."""
        if week.nps is None:
            return ""
        parts = [self._text("mail-digest-nps", language, nps=signed(week.nps))]
        if week.low is not None and week.high is not None:
            parts.append(self._text("mail-digest-interval", language, low=signed(week.low), high=signed(week.high)))
        if week.n < FEW_ANSWERS:
            parts.append(self._text("mail-digest-few", language))
        return " · ".join(parts)

    def _case(self, case: OpenFollowUp, language: Language) -> dict[str, Any]:
        key = "mail-digest-late" if case.late else "mail-digest-due"
        return {
            "title": f"{one_line(case.person, LONGEST_NAME)}, {one_line(case.account, LONGEST_NAME)}",
            "when": self._text(key, language, due=case.due_at.astimezone(self._programme.zone)),
            "late": case.late,
        }


def _shown(quote: Quote) -> dict[str, Any]:
    return {"lines": paragraphs(quote.words, _LONGEST_QUOTE), "account": one_line(quote.account, LONGEST_NAME)}


def _dialled(phone: str) -> str:
    """The digits a telephone dials; empty for text that is no number, which then is shown and not linked."""
    # "(0)" after a country's code is dialled only without it.
    digits = re.sub(r"(?<=\d)\s*\(0\)|[\s()./\u2010-\u2015-]", "", one_line(phone, 40))
    return digits if re.fullmatch(r"\+?[0-9]{3,20}", digits) else ""


def _threading(thread: Sequence[str]) -> dict[str, str]:
    """The headers that put a mail under those it follows. Raises InvalidInputError for what is no Message-ID."""
    for message_id in thread:
        if not _MESSAGE_ID.fullmatch(message_id):
            raise InvalidInputError(f"'{message_id}' is not a Message-ID", field="thread")
    return {"In-Reply-To": thread[-1], "References": " ".join(thread)} if thread else {}
