"""Writes the monthly digest, for those who run the company."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.adapters.digest_mails import DigestMails, capital
from sayso.domain.digest import Headline, Loop, MonthlyNews, Movement, Named, Promised
from sayso.domain.mail import LONGEST_NAME, Mail, one_line
from sayso.domain.nps import FEW_ANSWERS, signed
from sayso.domain.programme import Language


class MonthlyMails(DigestMails):
    """See the module."""

    def monthly_digest(
        self,
        *,
        language: Language,
        to: str,
        news: MonthlyNews,
        to_name: str = "",
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """Where the score stands and whether it moved, the causes, who was won back, and what was promised."""
        month = self._renderer.month(news.month, language)
        headline, score = news.headline, news.headline.score
        nps = "none" if score.nps is None else signed(score.nps)
        asked = sum(week.n for _, week in news.surveys) + sum(week.n for week in news.satisfaction)
        values = {
            "subject": self._text(
                "monthly-subject",
                language,
                month=capital(month),
                nps=nps,
                moved=_way(headline.movement, unknown="unknown"),
                n=asked if score.nps is None else score.n,
            ),
            "preheader": self._moved("monthly-moved-year", headline.movement, language),
            "called": capital(month),
            "score": "" if score.nps is None else signed(score.nps),
            "headline": self._headline(headline, news, language),
            "moved_year": self._moved("monthly-moved-year", headline.movement, language) if score.n else "",
            "answers": self._relationship(news, language) if news.answers.n else "",
            "answers_score": self._score(news.answers, language),
            "moved_month": self._moved("monthly-moved-month", news.movement, language) if news.answers.n else "",
            "surveys": [
                {
                    "counts": self._text(
                        "monthly-survey", language, survey=capital(self._survey_name(survey, language)), n=week.n
                    ),
                    "score": self._score(week, language),
                }
                for survey, week in news.surveys
            ]
            + self._satisfied(news.satisfaction, language),
            "detractors": news.detractors,
            "causes": [
                self._text(
                    "monthly-driver", language, cause=self._cause(one, language), times=one.times, n=news.detractors
                )
                for one in news.causes.shown
            ],
            "more_causes": news.causes.more,
            "loop": list(self._loop(news.loop, month, language)),
            "commitments": [self._promised(one, language) for one in news.commitments.shown],
            "more_commitments": news.commitments.more,
            "held": self._text("monthly-held", language, n=news.held, month=month),
            "holds": self._holds(news.holds, language),
        }
        return self._mail("monthly_digest", language, values, to=to, to_name=to_name, tags=tags)

    def _headline(self, headline: Headline, news: MonthlyNews, language: Language) -> str:
        score = headline.score
        if not score.n:
            return self._text("monthly-headline-none", language, until=news.last)
        parts = [*self._ends(score, language), self._text("monthly-headline", language, n=score.n, until=news.last)]
        if headline.asked:
            parts.append(self._text("monthly-coverage", language, answered=headline.answered, asked=headline.asked))
        if score.nps is None:
            parts.append(self._text("monthly-headline-few", language))
        elif score.n < FEW_ANSWERS:
            parts.append(self._text("digest-few", language))
        return " · ".join(parts)

    def _relationship(self, news: MonthlyNews, language: Language) -> str:
        """The month's counts with what they are about: those of detractors below them are of all surveys."""
        return self._text("monthly-relationship", language, counts=self._counts(news.answers, language))

    def _moved(self, key: str, moved: Movement, language: Language) -> str:
        points, low, high = (value or 0 for value in (moved.points, moved.low, moved.high))
        said = {"points": abs(points), "change": signed(points), "low": signed(low), "high": signed(high)}
        return self._text(key, language, way=_way(moved, unknown=moved.why_not or "few"), **said)

    def _loop(self, loop: Loop, month: str, language: Language) -> Iterator[str]:
        """How those who were unhappy were looked after, in sentences."""
        if loop.opened:
            yield self._text("monthly-opened", language, n=loop.opened, month=month)
        if loop.in_time_of:
            yield self._text("monthly-in-time", language, in_time=loop.in_time, n=loop.in_time_of)
        if loop.median_days is not None:
            yield self._text("monthly-days", language, days=loop.median_days)
        if loop.closed:
            outcomes = {name: getattr(loop, name) for name in ("solved", "not_solved", "no_answer")}
            yield self._text("monthly-closed", language, n=loop.closed, **outcomes)
        if loop.causes.n:
            named = ", ".join(f"{self._cause(one, language)} ({one.times})" for one in loop.causes.shown)
            yield self._text("monthly-causes", language, causes=named)
        if loop.asked_again:
            again = {"asked": loop.asked_again, "answered": loop.answered_again, "won_back": loop.won_back}
            yield self._text("monthly-won-back", language, **again)
        yield self._text("monthly-open", language, n=loop.open, late=loop.late)

    def _cause(self, named: Named, language: Language) -> str:
        """A driver by its label, or somebody's own words."""
        drivers = {driver.id: driver.label(language) for driver in self._programme.drivers}
        return one_line(drivers.get(named.cause, named.cause), LONGEST_NAME)

    def _promised(self, one: Promised, language: Language) -> dict[str, Any]:
        note = self._text("monthly-status", language, status=one.status)
        if one.done_on:
            note = self._text("monthly-done", language, day=one.done_on)
        return {"title": one_line(one.title), "note": note, "late": False}


def _way(moved: Movement, *, unknown: str) -> str:
    if moved.points is None:
        return unknown
    if not moved.reliable or not moved.points:
        return "same"
    return "up" if moved.points > 0 else "down"
