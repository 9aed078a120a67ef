"""Writes what our own people get: the alert of a follow-up, the weekly digest, and low scores not confirmed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sayso.adapters.mail_parts import Mails
from sayso.domain.mail import (
    LONGEST_NAME,
    Mail,
    OpenFollowUp,
    PastAnswer,
    Person,
    Quote,
    SatisfactionWeek,
    Unconfirmed,
    Week,
    one_line,
    paragraphs,
)
from sayso.domain.nps import FEW_ANSWERS, signed
from sayso.domain.programme import Language, Scale
from sayso.domain.response import ContactWish, group_of

_LONGEST_QUOTE = 400
# A digest is read standing; what is left out is counted.
_QUOTES = 8
_CASES = 20
_UNCONFIRMED = 8
_MOST: dict[Scale, int] = {"nps": 10, "satisfaction": 5}


class StaffMails(Mails):
    """See the module."""

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
        scale: Scale = "nps",
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
        kind = "joined" if joined else "unhappy" if group_of(score, scale) == "detractor" else "wish"
        most = _MOST[scale]
        about = {"person": known_as, "account": customer, "score": score, "most": most, "due": due}
        values = {
            "subject": self._text("mail-alert-subject", language, kind=kind, **about),
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
            "most": most,
            "drivers": [one_line(label, LONGEST_NAME) for label in drivers],
            "contact": contact or "unsaid",
            "answered": answered_at.astimezone(zone),
            "due": due,
            "zone": zone.key,
            "history": [self._past(past, language) for past in history],
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
        satisfaction: Sequence[SatisfactionWeek] = (),
        praise: Sequence[Quote] = (),
        criticism: Sequence[Quote] = (),
        unconfirmed: Sequence[Unconfirmed] = (),
        open_follow_ups: Sequence[OpenFollowUp] = (),
        to_name: str = "",
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """What was heard in a week and who still waits. `week_end` is its last day.

        The first eight words of praise, of criticism, and low scores that are not confirmed, and the first twenty
        cases are shown, in the order given; the rest is counted.
        """
        late = sum(case.late for case in open_follow_ups)
        n = answers.n + sum(week.n for week in satisfaction)
        counts = "" if n else self._text("mail-digest-nobody", language)
        if answers.n:
            counts = self._text(
                "mail-digest-answers",
                language,
                n=answers.n,
                promoters=answers.promoters,
                passives=answers.passives,
                detractors=answers.detractors,
            )
        satisfied = [self._satisfaction(week, language) for week in satisfaction]
        values = {
            "subject": self._text("mail-digest-subject", language, n=n, start=week_start, late=late),
            "preheader": counts or satisfied[0]["counts"],
            "start": week_start,
            "end": week_end,
            "counts": counts,
            "score": self._week_score(answers, language),
            "satisfaction": satisfied,
            "praise": [self._quote(quote, language) for quote in praise[:_QUOTES]],
            "more_praise": max(0, len(praise) - _QUOTES),
            "criticism": [self._quote(quote, language) for quote in criticism[:_QUOTES]],
            "more_criticism": max(0, len(criticism) - _QUOTES),
            "unconfirmed": [self._unconfirmed(one, language) for one in unconfirmed[:_UNCONFIRMED]],
            "more_unconfirmed": max(0, len(unconfirmed) - _UNCONFIRMED),
            "cases": [self._case(case, language) for case in open_follow_ups[:_CASES]],
            "more_cases": max(0, len(open_follow_ups) - _CASES),
        }
        return self._mail("weekly_digest", language, values, to=to, to_name=to_name, tags=tags)

    def unconfirmed(
        self,
        *,
        language: Language,
        to: str,
        week_start: date,
        answers: Sequence[Unconfirmed],
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """Low scores that nobody was seen giving, to the one who can ask. It is no alert: nothing is due.

        There is no link to a case, as there is none. The first eight are shown, the rest is counted.
        """
        first, n, manager = answers[0], len(answers), self._programme.follow_up.manager
        person, account = one_line(first.person, LONGEST_NAME), one_line(first.account, LONGEST_NAME)
        about = {"n": n, "person": person, "account": account, "score": first.score, "most": _MOST[first.scale]}
        values = {
            "subject": self._text("unconfirmed-subject", language, **about, start=week_start),
            "preheader": self._text("unconfirmed-lead", language, n=n),
            "n": n,
            "manager": manager,
            "answers": [self._unconfirmed(one, language) for one in answers[:_UNCONFIRMED]],
            "more": max(0, n - _UNCONFIRMED),
            "command": f'sayso answers accept {first.answer_id if n == 1 else "ID"} --reason "…"',
        }
        return self._mail("unconfirmed", language, values, to=to, to_name="", reply_to=manager, tags=tags)

    def _past(self, past: PastAnswer, language: Language) -> dict[str, Any]:
        return {
            "score": past.score,
            "most": _MOST[past.scale],
            "survey": self._survey_name(past.survey, language),
            "day": past.day,
        }

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

    def _satisfaction(self, week: SatisfactionWeek, language: Language) -> dict[str, str]:
        """A week's answers from 1 to 5 to one survey: how many, and what they amount to with how sure it is."""
        survey = _capital(self._survey_name(week.survey, language))
        parts = []
        if week.mean is not None:
            parts.append(self._text("mail-digest-satisfaction-mean", language, mean=week.mean))
        if week.share is not None and week.low is not None and week.high is not None:
            share, low, high = round(week.share), round(week.low), round(week.high)
            parts.append(self._text("mail-digest-satisfaction-share", language, share=share, low=low, high=high))
        if week.n < FEW_ANSWERS:
            parts.append(self._text("mail-digest-few", language))
        counts = self._text("mail-digest-satisfaction", language, survey=survey, n=week.n)
        return {"counts": counts, "score": " · ".join(parts)}

    def _quote(self, quote: Quote, language: Language) -> dict[str, Any]:
        account = one_line(quote.account, LONGEST_NAME)
        if quote.reference:
            person = one_line(quote.reference, LONGEST_NAME)
            account = self._text("mail-digest-reference", language, account=account, person=person)
        return {"lines": paragraphs(quote.words, _LONGEST_QUOTE), "account": account}

    def _unconfirmed(self, one: Unconfirmed, language: Language) -> dict[str, Any]:
        about = {"score": one.score, "most": _MOST[one.scale], "survey": self._survey_name(one.survey, language)}
        kind = "unconfirmed-score-ticket" if one.ticket else "unconfirmed-score"
        why = [self._text("unconfirmed-why", language, reason=reason) for reason in one.reasons]
        return {
            "who": f"{one_line(one.person, LONGEST_NAME)}, {one_line(one.account, LONGEST_NAME)}",
            "score": self._text(kind, language, **about, day=one.day, ticket=one_line(one.ticket, 40)),
            "why": self._text("unconfirmed-because", language, why="; ".join(why)),
            "id": one.answer_id,
        }

    def _case(self, case: OpenFollowUp, language: Language) -> dict[str, Any]:
        key = "mail-digest-late" if case.late else "mail-digest-due"
        return {
            "title": f"{one_line(case.person, LONGEST_NAME)}, {one_line(case.account, LONGEST_NAME)}",
            "when": self._text(key, language, due=case.due_at.astimezone(self._programme.zone)),
            "late": case.late,
        }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _dialled(phone: str) -> str:
    """The digits a telephone dials; empty for text that is no number, which then is shown and not linked."""
    # "(0)" after a country's code is dialled only without it.
    digits = re.sub(r"(?<=\d)\s*\(0\)|[\s()./\u2010-\u2015-]", "", one_line(phone, 40))
    return digits if re.fullmatch(r"\+?[0-9]{3,20}", digits) else ""
