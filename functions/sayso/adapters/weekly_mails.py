"""Writes the weekly digest: to the team, and to each owner about their own accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.adapters.digest_mails import DigestMails
from sayso.domain.digest import Listed, NextAsked, OpenFollowUp, Quote, SilentAccount, Unconfirmed, WeeklyNews
from sayso.domain.mail import LONGEST_NAME, Mail, one_line, paragraphs
from sayso.domain.programme import Language, Scale

_LONGEST_QUOTE = 400
_MOST: dict[Scale, int] = {"nps": 10, "satisfaction": 5}


class WeeklyMails(DigestMails):
    """See the module."""

    def weekly_digest(
        self,
        *,
        language: Language,
        to: str,
        news: WeeklyNews,
        hold_links: Mapping[str, str],
        case_links: Mapping[str, str],
        edition_link: str = "",
        to_name: str = "",
        tags: Mapping[str, str] | None = None,
    ) -> Mail:
        """What was heard in a week, who still waits, and who is asked next.

        Parameters
        ----------
        hold_links : mapping of str to str
            By the id of an account where it can be put on hold; an account without one is shown without.
        case_links : mapping of str to str
            By the id of a follow-up where its owner can work on it; likewise.
        edition_link : str
            Where the manager looks at the edition that waits, and approves it; empty when none does.
        """
        own, manager = "yes" if news.own else "no", self._programme.follow_up.manager
        counts = self._counts(news.answers, language) if news.answers.n else ""
        satisfied = self._satisfied(news.satisfaction, language)
        nobody = "" if news.n else self._text("digest-nobody", language)
        values = {
            "own": own,
            "subject": self._text("digest-subject", language, own=own, n=news.n, start=news.first, late=news.late),
            "preheader": counts or nobody or satisfied[0]["counts"],
            "start": news.first,
            "end": news.last,
            "counts": counts or nobody,
            "score": self._score(news.answers, language),
            "satisfaction": satisfied,
            "quotes": [
                {
                    "title": self._text(f"digest-{name}", language, own=own),
                    **self._quotes(quotes, language, with_owner=not news.own),
                }
                for name, quotes in (("praise", news.praise), ("criticism", news.criticism), ("missing", news.missing))
                if quotes.n
            ],
            "cases": [
                self._case(case, case_links.get(case.follow_up_id, ""), language, with_owner=not news.own)
                for case in news.follow_ups.shown
            ],
            "more_cases": news.follow_ups.more,
            "unconfirmed": [self._unconfirmed(one, language) for one in news.unconfirmed.shown],
            "more_unconfirmed": news.unconfirmed.more,
            "manager": manager,
            "silent": [self._silent(one, language) for one in news.silent.shown],
            "more_silent": news.silent.more,
            "next": self._next(news.asked_next, hold_links, language),
            "more_next": news.asked_next.more,
            "next_from": news.asked_from,
            "next_until": news.asked_until,
            "paused": news.paused,
            "holds": self._holds(news.holds, language),
            "edition": edition_link,
        }
        reply_to = manager if news.own else ""
        return self._mail("weekly_digest", language, values, to=to, to_name=to_name, reply_to=reply_to, tags=tags)

    def _quotes(self, quotes: Listed[Quote], language: Language, *, with_owner: bool) -> dict[str, Any]:
        return {
            "list": [self._quote(quote, language, with_owner=with_owner) for quote in quotes.shown],
            "more": quotes.more,
        }

    def _quote(self, quote: Quote, language: Language, *, with_owner: bool) -> dict[str, Any]:
        said = {"account": one_line(quote.account, LONGEST_NAME), "score": quote.score, "most": _MOST[quote.scale]}
        note = self._text("digest-quoted", language, **said)
        if quote.owner and with_owner:
            note = f"{note} · {self._text('digest-pass-on', language, owner=self._name_of(quote.owner))}"
        if quote.reference:
            person = one_line(quote.reference, LONGEST_NAME)
            note = f"{note} · {self._text('digest-reference', language, person=person)}"
        return {"lines": paragraphs(quote.words, _LONGEST_QUOTE), "note": note}

    def _case(self, case: OpenFollowUp, link: str, language: Language, *, with_owner: bool) -> dict[str, Any]:
        key, at = ("digest-late" if case.late else "digest-due"), case.due_at
        if case.contacted_at:
            key, at = "digest-contacted", case.contacted_at
        when = self._text(key, language, at=at.astimezone(self._programme.zone))
        owner = f" · {one_line(case.owner, LONGEST_NAME)}" if with_owner and case.owner else ""
        who = one_line(case.person, LONGEST_NAME) or one_line(case.account, LONGEST_NAME)
        return {
            "title": _who(case.person, case.account),
            "note": f"{when}{owner}",
            "late": case.late,
            "link": link,
            "open": self._text("digest-case", language, who=who),
        }

    def _unconfirmed(self, one: Unconfirmed, language: Language) -> dict[str, Any]:
        about = {"score": one.score, "most": _MOST[one.scale], "survey": self._survey_name(one.survey, language)}
        kind = "unconfirmed-score-ticket" if one.ticket else "unconfirmed-score"
        why = [self._text("unconfirmed-why", language, reason=reason) for reason in one.reasons]
        return {
            "title": _who(one.person, one.account),
            "score": self._text(kind, language, **about, day=one.day, ticket=one_line(one.ticket, 40)),
            "why": self._text("unconfirmed-because", language, why="; ".join(why)),
            "id": one.answer_id,
        }

    def _silent(self, one: SilentAccount, language: Language) -> dict[str, Any]:
        parts = [self._text("digest-silent-asked", language, asked=one.asked)]
        if one.last_answer:
            parts.append(self._text("digest-silent-last", language, day=one.last_answer))
        else:
            parts.append(self._text("digest-silent-never", language))
        if one.renewal:
            parts.append(self._text("digest-silent-renewal", language, day=one.renewal))
        return {"title": one_line(one.account, LONGEST_NAME), "note": " · ".join(parts), "late": False}

    def _next(
        self, asked: Listed[NextAsked], hold_links: Mapping[str, str], language: Language
    ) -> list[dict[str, Any]]:
        """By account, the one asked first on top: an account is put on hold as a whole."""
        accounts: dict[str, dict[str, Any]] = {}
        for one in asked.shown:
            name = one_line(one.account, LONGEST_NAME)
            blank = {"title": name, "people": [], "link": hold_links.get(one.account_id, "")}
            blank["hold"] = self._text("digest-hold", language, account=name)
            said = {"person": one_line(one.person, LONGEST_NAME), "survey": self._survey_name(one.survey, language)}
            line = self._text("digest-next-person", language, **said, day=one.day)
            accounts.setdefault(one.account_id, blank)["people"].append(line)
        return list(accounts.values())


def _who(person: str, account: str) -> str:
    names = (one_line(person, LONGEST_NAME), one_line(account, LONGEST_NAME))
    return ", ".join(name for name in names if name)
