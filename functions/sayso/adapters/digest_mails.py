"""What the weekly and the monthly digest say alike: a score with how sure it is, and which accounts are on hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.adapters.mail_parts import Mails
from sayso.domain.digest import HeldAccount, Listed, SatisfactionWeek, Week
from sayso.domain.mail import LONGEST_NAME, one_line
from sayso.domain.nps import FEW_ANSWERS, signed
from sayso.domain.programme import Language

_LONGEST_REASON = 120


class DigestMails(Mails):
    """See the module."""

    def _counts(self, answers: Week, language: Language) -> str:
        return self._text(
            "digest-answers",
            language,
            n=answers.n,
            promoters=answers.promoters,
            passives=answers.passives,
            detractors=answers.detractors,
        )

    def _score(self, answers: Week, language: Language) -> str:
        """An NPS as one line with how sure it is; empty when there is none."""
        if answers.nps is None:
            return ""
        parts = [self._text("digest-nps", language, nps=signed(answers.nps)), *self._ends(answers, language)]
        if answers.n < FEW_ANSWERS:
            parts.append(self._text("digest-few", language))
        return " · ".join(parts)

    def _ends(self, answers: Week, language: Language) -> list[str]:
        if answers.low is None or answers.high is None:
            return []
        return [self._text("digest-interval", language, low=signed(answers.low), high=signed(answers.high))]

    def _satisfied(self, weeks: Sequence[SatisfactionWeek], language: Language) -> list[dict[str, str]]:
        """The answers from 1 to 5 to each survey: how many, and what they amount to with how sure it is."""
        lines = []
        for week in weeks:
            parts = []
            if week.mean is not None:
                parts.append(self._text("digest-satisfaction-mean", language, mean=week.mean))
            if week.share is not None and week.low is not None and week.high is not None:
                share, low, high = round(week.share), round(week.low), round(week.high)
                parts.append(self._text("digest-satisfaction-share", language, share=share, low=low, high=high))
                if week.n < FEW_ANSWERS:
                    parts.append(self._text("digest-few", language))
            survey = capital(self._survey_name(week.survey, language))
            counts = self._text("digest-satisfaction", language, survey=survey, n=week.n)
            lines.append({"counts": counts, "score": " · ".join(parts)})
        return lines

    def _holds(self, holds: Listed[HeldAccount], language: Language) -> dict[str, Any]:
        lines = [
            {
                "title": one_line(one.account, LONGEST_NAME),
                "note": self._text(
                    "digest-held",
                    language,
                    until=one.until,
                    reason=one_line(one.reason, _LONGEST_REASON),
                    # On AWS it is the caller's ARN, which ends in who they are.
                    by=one_line(one.by.rsplit("/", 1)[-1], LONGEST_NAME),
                ),
                "late": False,
            }
            for one in holds.shown
        ]
        return {"title": self._text("digest-holds", language, n=holds.n), "lines": lines, "more": holds.more}


def capital(text: str) -> str:
    """Text that begins a line."""
    return text[:1].upper() + text[1:]
