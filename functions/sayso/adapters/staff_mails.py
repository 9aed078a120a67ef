"""Writes what our own people get about a follow-up; what comes by the week or the month is in digest_mails."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sayso.adapters.mail_parts import Mails
from sayso.domain.address import same_mailbox
from sayso.domain.mail import LONGEST_NAME, AlertKind, Mail, PastAnswer, PastPromise, Person, one_line, paragraphs
from sayso.domain.programme import Language, Scale
from sayso.domain.response import ContactWish, group_of

MOST: dict[Scale, int] = {"nps": 10, "satisfaction": 5}
# The rest is in the case.
_PROMISES = 3
_LONGEST_PROMISE = 300


class StaffMails(Mails):
    """See the module."""

    def follow_up_alert(
        self,
        *,
        language: Language,
        kind: AlertKind = "alert",
        to: str,
        owner_email: str,
        by: str = "",
        note: str = "",
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
        promised: Sequence[PastPromise] = (),
        ticket: str | None = None,
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """What somebody said, to the one who takes care of it, or who sees to it that somebody does.

        Parameters
        ----------
        kind : {"alert", "joined", "more", "handed_over", "reminder", "escalation", "undelivered"}
            What is new: an answer; one that came while a case was open and belongs to it; what was added to one; who
            has the case; that its first contact is due soon; that it is late; or that the owner's address takes no
            mail.
        to, owner_email : str
            Who gets the mail, and who has the case.
        by, note : str
            Who handed the case over, and why.
        case_link : str
            Opens the case; whoever has it needs no sign-in.
        drivers : sequence of str
            Labels, not identifiers.
        contact : {"no", "phone", "mail"} or None
            How the person wishes to be contacted; None when they did not say.
        answered_at, due_at : datetime
            Aware; shown in the time zone of whoever reads it.
        history, promised : sequence of PastAnswer, sequence of PastPromise
            Earlier answers and follow-ups, in the order they should be read; of the latter the first three.
        """
        zone = self._programme.follow_up.owner(to).timezone
        clock = ZoneInfo(zone) if zone else self._programme.zone
        known_as = one_line(person.name, LONGEST_NAME) or person.email or one_line(account, LONGEST_NAME)
        mine = same_mailbox(to) == same_mailbox(owner_email)
        about = {
            "person": known_as,
            "account": one_line(account, LONGEST_NAME),
            "score": score,
            "most": MOST[scale],
            "due": due_at.astimezone(clock),
        }
        owner = self._name_of(owner_email)
        heard = "unhappy" if group_of(score, scale) == "detractor" else "wish"
        news = {"alert": heard, "more": "more" if why.strip() or better.strip() else "changed"}.get(kind, kind)
        lead = self._lead(kind, language, person=known_as, owner=owner, mine=mine, by=by)
        first_line = lead or one_line(why, 140) or self._text("mail-alert-no-words", language)
        values = {
            **about,
            "subject": self._text("mail-alert-subject", language, kind=news, owner=owner, **about),
            "preheader": one_line(first_line, 140),
            "kind": kind,
            "lead": lead,
            "note": paragraphs(note) if kind == "handed_over" else [],
            "why": paragraphs(why),
            "better": paragraphs(better),
            "email": person.email,
            "phone": one_line(person.phone, 40),
            "dial": _dialled(person.phone),
            "owner": "" if mine else owner,
            "owner_email": owner_email,
            "survey": self._survey_name(survey, language),
            "ticket": one_line(ticket or ""),
            "drivers": [one_line(label, LONGEST_NAME) for label in drivers],
            "contact": contact or "unsaid",
            "answered": answered_at.astimezone(clock),
            "late": "yes" if kind == "escalation" else "no",
            "zone": clock.key,
            "history": [self._past(past, language) for past in history],
            "promised": [self._promise(past, language) for past in promised[:_PROMISES]],
            "reason": "mine" if mine else "stand_in" if kind == "undelivered" else "late",
            "case_link": case_link,
        }
        # Never to the person themselves: a hasty reply would quote them their own file.
        manager = self._programme.follow_up.manager
        named = self._programme.follow_up.owner(to).name or ""
        return self._mail("follow_up_alert", language, values, to=to, to_name=named, reply_to=manager, tags=tags)

    def _lead(self, kind: AlertKind, language: Language, *, person: str, owner: str, mine: bool, by: str) -> str:
        """What is new, where it is not what the customer said."""
        match kind:
            case "joined" | "more":
                return self._text(f"mail-alert-lead-{kind}", language, person=person)
            case "handed_over":
                known = "yes" if by else "no"
                return self._text("mail-alert-lead-handed-over", language, known=known, by=self._name_of(by))
            case "reminder":
                return self._text("mail-alert-lead-reminder", language, person=person)
            case "escalation":
                about = {"person": person, "owner": owner, "mine": "yes" if mine else "no"}
                return self._text("mail-alert-lead-escalation", language, **about)
            case "undelivered":
                return self._text("mail-alert-lead-undelivered", language, owner=owner)
        return ""

    def _past(self, past: PastAnswer, language: Language) -> dict[str, Any]:
        return {
            "score": past.score,
            "most": MOST[past.scale],
            "survey": self._survey_name(past.survey, language),
            "day": past.day,
        }

    def _promise(self, past: PastPromise, language: Language) -> dict[str, Any]:
        cause = one_line(past.cause, LONGEST_NAME)
        named = "yes" if cause else "no"
        return {
            "title": self._text(
                "mail-alert-promise", language, day=past.closed_on, named=named, cause=cause, outcome=past.outcome
            ),
            "done": one_line(past.done, _LONGEST_PROMISE),
        }


def _dialled(phone: str) -> str:
    """The digits a telephone dials; empty for text that is no number, which then is shown and not linked."""
    # "(0)" after a country's code is dialled only without it.
    digits = re.sub(r"(?<=\d)\s*\(0\)|[\s()./\u2010-\u2015-]", "", one_line(phone, 40))
    return digits if re.fullmatch(r"\+?[0-9]{3,20}", digits) else ""
