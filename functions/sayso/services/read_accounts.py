"""Every account at a glance: who answered, who is silent, and who needs a call before a renewal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from sayso.domain.contact import Contact
from sayso.domain.imported_answer import NO_ACCOUNT
from sayso.domain.nps import FEW_ANSWERS, Interval, ScoreCounts, interval, nps
from sayso.ports import Contacts
from sayso.services.at_once import at_once
from sayso.services.figures import Figures
from sayso.services.read_stats import ReadStats, Selection, Span

Silence = Literal["", "asked, no answer", "not asked", "never asked"]


@dataclass(frozen=True)
class Account:
    """One account. All but `last_answer` is of the last twelve months.

    `contacts` are those listed now. `asked` and `answered` are invitations of any survey, not persons, whom the
    counters do not know. `counts` are the relationship answers; `detractors` the 0 to 6 of any survey on that scale.
    `silence` says that nobody answered anything: though asked; not asked in these months; or never asked at all.
    `known_since` is the day the account began, or Sayso first heard of it; `renewal` the next renewal date, if it is
    near enough.
    """

    name: str
    contacts: int
    asked: int
    answered: int
    counts: ScoreCounts
    last_answer: date | None
    silence: Silence
    known_since: date | None
    detractors: int
    renewal: date | None
    is_new: bool = False
    account_id: str = ""

    @property
    def ends(self) -> Interval | None:
        """The 95 % interval of the score; None without answers."""
        return interval(self.counts) if self.counts.n else None

    @property
    def is_silent(self) -> bool:
        """Whether nobody said anything for twelve months; an account younger than that has not had them."""
        return bool(self.silence) and not self.is_new

    @property
    def urgency(self) -> tuple[Any, ...]:
        """Sorts what needs a call first.

        Somebody unhappy and a renewal near, then silence and a renewal near, each by the renewal; then who is unhappy,
        who does not answer, who is not asked, and the rest, the lowest score first.
        """
        levels = (
            bool(self.detractors and self.renewal),
            bool(self.is_silent and self.renewal),
            bool(self.detractors),
            self.is_silent and self.silence == "asked, no answer",
            self.is_silent,
            True,
        )
        level = levels.index(True)
        renewal = self.renewal if self.renewal and level < 2 else date.max
        score = nps(self.counts) if self.counts.n else 101  # nobody's score is no low one
        return level, renewal, -self.detractors, score, self.name.casefold()

    def as_json(self) -> dict[str, Any]:
        """The account as plain JSON values."""
        counts = self.counts
        return {
            "account": self.name,
            "contacts": self.contacts,
            "asked": self.asked,
            "answered": self.answered,
            "n": counts.n,
            "nps": nps(counts) if counts.n else None,
            "interval": self.ends.tenths if self.ends else None,
            "few_answers": counts.n < FEW_ANSWERS,
            "last_answer": self.last_answer,
            "silence": self.silence or None,
            "silent_for_12_months": self.is_silent,
            "known_since": self.known_since,
            "detractors": self.detractors,
            "renewal": self.renewal,
        }


class _Listed(NamedTuple):
    """What the list says of an account."""

    name: str
    contacts: int
    since: date
    renewals: tuple[date, ...]


@dataclass(frozen=True)
class ReadAccounts:
    """See the module. One pass over the contacts, and the counters of each account: as many reads for many answers as
    for few."""

    read: ReadStats
    contacts: Contacts

    def list(self, renewal_within: int = 90, people: Iterable[Contact] | None = None) -> list[Account]:
        """All accounts, those that need a call first; `renewal_within` is in days from today.

        `people` are all contacts, where somebody has read them already.
        """
        read = self.read.once()
        span = read.window()
        until = span.last + timedelta(days=renewal_within)
        listed = _listed(self.contacts.everyone() if people is None else people)
        counted = _counted(read)
        gone = [account_id for account_id in counted if account_id not in listed and account_id != NO_ACCOUNT]
        names = self.contacts.names_of_accounts(gone)

        def one(account_id: str) -> Account:
            known = listed.get(account_id)
            account = _account(read, span, account_id, counted.get(account_id, []), known, until)
            return account if known else replace(account, name=names.get(account_id) or unlisted(account_id))

        found = at_once(one, [*listed, *gone])
        # Of those that are gone only where something happened since.
        shown = [one for one in found if one.known_since or one.asked or one.counts.n or one.detractors]
        return sorted(shown, key=lambda account: account.urgency)


def unlisted(account_id: str) -> str:
    """What an account is called of which only numbers are left, or not even a name was given."""
    return "no account named" if account_id == NO_ACCOUNT else f"no longer listed ({account_id[:6]})"


def _listed(everyone: Iterable[Contact]) -> Mapping[str, _Listed]:
    people: dict[str, list[Contact]] = defaultdict(list)
    for contact in everyone:
        people[contact.account_id].append(contact)
    return {
        account_id: _Listed(
            name=max(members, key=lambda one: (one.first_seen_at, one.contact_id)).account,
            contacts=len(members),
            since=min(one.account_since or one.first_seen_at.date() for one in members),
            renewals=tuple(sorted({one.renewal_date for one in members if one.renewal_date})),
        )
        for account_id, members in people.items()
    }


def _counted(read: ReadStats) -> Mapping[str, list[Selection]]:
    """By account the surveys, each on its scales, that were ever counted for it."""
    found: dict[str, list[Selection]] = defaultdict(list)
    for survey in dict.fromkeys((*read.programme.surveys, *read.counters.surveys())):
        selections = read.selections(survey)
        for account_id in read.values([survey], "account"):
            found[account_id] += [one.narrowed(one.name, "account", account_id) for one in selections]
    return found


def _account(
    read: ReadStats, span: Span, account_id: str, counted: list[Selection], known: _Listed | None, until: date
) -> Account:
    figures = [(which, read.figures(which, *span)) for which in counted]
    relationship = read.programme.relationship_surveys
    last = _last_answer(read, figures)
    asked = sum(one.asked for which, one in figures if _is_first(which, counted))
    silence: Silence = ""
    if last is None or last < span.first:
        silence = "asked, no answer" if asked else "not asked" if counted else "never asked"
    renewal = next((day for day in known.renewals if span.last <= day <= until), None) if known else None
    return Account(
        name=known.name if known else account_id,
        contacts=known.contacts if known else 0,
        asked=asked,
        answered=sum(one.answered for which, one in figures if _is_first(which, counted)),
        counts=sum(
            (one.counts for which, one in figures if which.surveys[0] in relationship and which.scale == "nps"),
            ScoreCounts(),
        ),
        last_answer=last,
        silence=silence,
        known_since=known.since if known else None,
        detractors=sum(one.counts.detractors for which, one in figures if which.scale == "nps"),
        renewal=renewal,
        is_new=known is not None and known.since >= span.first,
        account_id=account_id,
    )


def _is_first(which: Selection, counted: list[Selection]) -> bool:
    """Whether it is the first scale of its survey: those asked are counted for the survey, not for the scale."""
    return next(one for one in counted if one.surveys == which.surveys) == which


def _last_answer(read: ReadStats, figures: list[tuple[Selection, Figures]]) -> date | None:
    """The last day anybody answered anything; looked for before these months only if nobody did in them."""
    days = [day for _, one in figures for day, counts in one.by_day.items() if counts.n]
    if days:
        return date.fromisoformat(max(days))
    return max(filter(None, (read.last_answer(which) for which, _ in figures)), default=None)
