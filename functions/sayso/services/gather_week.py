"""Reads what a week brought, how things stand, and who is asked next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.domain.contact import Contact
from sayso.domain.digest import NextAsked, OpenFollowUp, SilentAccount, WeeklyNews
from sayso.domain.follow_up import FollowUp
from sayso.domain.programme import Programme
from sayso.ports import Clock, Contacts, FollowUps, Pseudonyms, Responses, Standings
from sayso.services.held_accounts import held_accounts
from sayso.services.look_ahead import LookAhead
from sayso.services.looked_after import LookedAfter
from sayso.services.read_accounts import ReadAccounts
from sayso.services.unconfirmed_answers import as_told, past_week, unhappy_unconfirmed
from sayso.services.weekly_news import DAYS_AHEAD, For, WeekRead, pick, tell, without_score


@dataclass(frozen=True)
class GatherWeek:
    """See the module. It reads all contacts, once, and the words of what is quoted only."""

    responses: Responses
    contacts: Contacts
    follow_ups: FollowUps
    standings: Standings
    accounts: ReadAccounts
    look_ahead: LookAhead
    pseudonyms: Pseudonyms
    programme: Programme
    clock: Clock

    def gather(self, scheduled_for: datetime) -> tuple[WeeklyNews, Mapping[str, WeeklyNews]]:
        """The seven days before the day of `scheduled_for` (UTC): for the team, and by address for each owner whom
        anything concerns.

        Scores per owner are left out unless the programme says otherwise (rule 8); what was said is told all the same.
        """
        whose = LookedAfter(self.programme)
        read = self._read(scheduled_for, whose)
        picked = {one: pick(read, one) for one in (None, *whose.spelt)}
        quoted = {answer.reference for groups in picked.values() for some in groups.values() for answer in some.shown}
        words = self.responses.words_of(sorted(quoted))
        own = {address: tell(read, picked[one], words, one) for one, address in whose.spelt.items()}
        if not self.programme.scores_per_owner:
            own = {address: without_score(news) for address, news in own.items()}
        team = tell(read, picked[None], words, None)
        return team, {address: news for address, news in own.items() if not news.is_empty}

    def _read(self, scheduled_for: datetime, whose: LookedAfter) -> WeekRead:
        """Who is asked next is told from tomorrow on: one digest takes over where the last one ended, and nobody is
        asked before there was a day to put their account on hold."""
        now, zone, everyone = self.clock(), self.programme.zone, list(self.contacts.everyone())
        people = {one.contact_id: one for one in everyone}
        owners: dict[str, set[str]] = defaultdict(set)
        for one in everyone:
            owners[one.account_id].add(whose.owner(one))
        (first, last), tomorrow = past_week(scheduled_for), now.astimezone(zone).date() + timedelta(days=1)
        outlook = self.look_ahead.look(tuple(self.programme.surveys), DAYS_AHEAD + 1)
        held = held_accounts(self.standings, self.contacts, self.pseudonyms, self.programme, now, lambda: everyone)
        return WeekRead(
            first=first,
            last=last,
            tomorrow=tomorrow,
            people=people,
            heard=[
                For(whose.told_of(answer, people.get(answer.contact_id)), answer)
                for answer in self.responses.confirmed_between(first, last)
                if not answer.imported_from
            ],
            cases=[
                For(frozenset({whose.mailbox(case.owner_email)}), _case(case, people, now))
                for case in self.follow_ups.list(is_open=True)
            ],
            unconfirmed=[
                For(whose.told_of(answer, person), as_told(answer, person, zone))
                for answer in unhappy_unconfirmed(self.responses, self.programme, first, last)
                if (person := people.get(answer.contact_id))
            ],
            silent=[
                For(
                    frozenset(owners[one.account_id]),
                    SilentAccount(one.name, one.asked, one.last_answer, one.renewal),
                )
                for one in self.accounts.list(people=everyone)
                if one.contacts and one.is_silent and one.silence == "asked, no answer"
            ],
            asked_next=[
                For(
                    frozenset({whose.owner(person)}),
                    NextAsked(day, _name(person), person.account, person.account_id, mail.invitation.survey),
                )
                for day, mail in sorted(outlook.forecast.going, key=lambda one: one[0])
                if mail.is_first and day >= tomorrow and (person := people.get(mail.invitation.contact_id))
            ],
            holds=[For(frozenset(owners[account_id]), one) for account_id, one in held],
            paused=outlook.pause is not None,
        )


def _case(case: FollowUp, people: Mapping[str, Contact], now: datetime) -> OpenFollowUp:
    person = people.get(case.contact_id)
    return OpenFollowUp(
        account=case.account,
        person=_name(person) if person else "",
        due_at=case.due_at,
        late=case.is_late(now),
        owner=case.owner_email,
        contacted=case.state == "contacted",
    )


def _name(person: Contact) -> str:
    return person.name or person.email
