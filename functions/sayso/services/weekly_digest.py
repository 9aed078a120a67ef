"""The weekly digest: praise for the people who earned it, criticism for the meeting, and who still waits (rule 10)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from sayso.domain.address import each_once, same_mailbox
from sayso.domain.digest import WeeklyNews
from sayso.domain.link_keys import STAFF_LINK_FOR
from sayso.domain.mail import Mail
from sayso.domain.programme import Language, Programme
from sayso.ports import Clock, Links, Owners
from sayso.services.gather_week import GatherWeek
from sayso.services.send_once import Letter, Posted, SendOnce
from sayso.services.weekly_news import tells_the_same

_NONE: Mapping[str, str] = {}


class WeeklyWriter(Protocol):
    """Writes the digest to one of our people.

    `hold_links` are addresses by the id of the account they hold, `case_links` by that of the follow-up they show;
    `edition_link` is the one to look at the edition that waits, empty for whoever is not asked.
    """

    def weekly_digest(
        self,
        *,
        language: Language,
        to: str,
        news: WeeklyNews,
        hold_links: Mapping[str, str],
        case_links: Mapping[str, str],
        edition_link: str = "",
    ) -> Mail: ...


@dataclass(frozen=True)
class WeeklyDigest:
    """See the module. The scheduled time decides the week, so that a late run tells of the right one."""

    gather: GatherWeek
    writer: WeeklyWriter
    send_once: SendOnce
    owners: Owners
    links: Links
    programme: Programme
    clock: Clock
    edition_waits: Callable[[], bool] = lambda: False

    def send(self, scheduled_for: datetime, only: str = "") -> Posted:
        """Mail the seven days before the day of `scheduled_for` (UTC): all of it to the manager and the team, and to
        each owner (or to one `only`) their own, unless it is what they got with the team's.

        Who is in the team is not told of what complains about them.
        """
        return self.send_once.send(list(self._letters(scheduled_for, only)))

    def look(self, scheduled_for: datetime, owner: str = "") -> tuple[WeeklyNews, Mail] | None:
        """What would be mailed to the team, all of it, or to an owner, who may have nothing to be told of.

        Its links are left out: they act for whom they were made.
        """
        told = self.gather.gather(scheduled_for)
        if not owner:
            return told.team, self._write(self.team[0], told.team)
        for address, news in told.own.items():
            if same_mailbox(address) == same_mailbox(owner):
                return news, self._write(address, news)
        return None

    @property
    def team(self) -> tuple[str, ...]:
        """Who gets all of it, each once: the programme's manager first."""
        return each_once((self.programme.follow_up.manager, *self.programme.digests.team))

    def _letters(self, scheduled_for: datetime, only: str) -> Iterator[Letter]:
        told = self.gather.gather(scheduled_for, self.team)
        period = told.team.first.isoformat()
        has_read = {mailbox: told.spared.get(mailbox, told.team) for mailbox in map(same_mailbox, self.team)}
        if not only:
            for address in self.team:
                news = has_read[same_mailbox(address)]
                yield Letter("weekly", period, address, partial(self._write_with_links, address, news))
        for address, news in told.own.items() if self.programme.digests.owners else ():
            mailbox = same_mailbox(address)
            repeats = mailbox in has_read and tells_the_same(news, has_read[mailbox])
            if (not only and not repeats) or (only and mailbox == same_mailbox(only)):
                yield Letter("weekly_own", period, address, partial(self._write_with_links, address, news))

    def _write_with_links(self, address: str, news: WeeklyNews) -> Mail:
        accounts = {one.account_id for one in news.asked_next.shown}
        # A link is for one reader: of the team's only who has the case can open it, and that is in their own.
        cases = {one.follow_up_id for one in news.follow_ups.shown if news.own}
        # Who runs the programme says yes to editions, and nobody else.
        manages = not news.own and same_mailbox(address) == same_mailbox(self.programme.follow_up.manager)
        approves = manages and self.edition_waits()
        if not accounts and not cases and not approves:
            return self._write(address, news)
        owner_id, expires_at = self.owners.remember(address), self.clock() + STAFF_LINK_FOR
        language = self.programme.company.default_language
        holds = {one: self.links.hold(one, owner_id, language, expires_at) for one in accounts}
        shows = {one: self.links.case(one, owner_id, language, expires_at) for one in cases}
        edition = self.links.edition(owner_id, language, expires_at) if approves else ""
        return self._write(address, news, holds, shows, edition)

    def _write(
        self,
        address: str,
        news: WeeklyNews,
        holds: Mapping[str, str] = _NONE,
        shows: Mapping[str, str] = _NONE,
        edition: str = "",
    ) -> Mail:
        return self.writer.weekly_digest(
            language=self.programme.company.default_language,
            to=address,
            news=news,
            hold_links=holds,
            case_links=shows,
            edition_link=edition,
        )
