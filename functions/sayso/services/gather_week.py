"""Reads what a week brought, how things stand, and who is asked next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sayso.domain.address import same_mailbox
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
from sayso.services.weekly_news import DAYS_AHEAD, TEAM, For, Reader, WeekRead, pick, tell, without_score


class Gathered(NamedTuple):
    """What is told of a week: to the team, to those of the team (by mailbox) from whom something in it is kept, and to
    each owner (by address) whom anything concerns."""

    team: WeeklyNews
    spared: Mapping[str, WeeklyNews]
    own: Mapping[str, WeeklyNews]


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

    def gather(self, scheduled_for: datetime, team: Sequence[str] = ()) -> Gathered:
        """The seven days before the day of `scheduled_for` (UTC), for the `team` (addresses) and for each owner.

        Scores per owner are left out unless the programme says otherwise (rule 8); what was said is told all the same.
        """
        whose = LookedAfter(self.programme)
        read = self._read(scheduled_for, whose)
        owners = {Reader(mailbox): address for mailbox, address in whose.spelt.items()}
        spared = [Reader(one, team=True) for one in sorted(read.kept_from.intersection(map(same_mailbox, team)))]
        picked = {one: pick(read, one) for one in (TEAM, *spared, *owners)}
        quoted = {answer.reference for groups in picked.values() for some in groups.values() for answer in some.shown}
        words = self.responses.words_of(sorted(quoted))
        told = {one: tell(read, picked[one], words, one) for one in picked}
        own = {address: told[one] for one, address in owners.items()}
        if not self.programme.scores_per_owner:
            own = {address: without_score(news) for address, news in own.items()}
        own = {address: news for address, news in own.items() if not news.is_empty}
        return Gathered(told[TEAM], {one.mailbox: told[one] for one in spared}, own)

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
                For(whose.told_of(answer, person), answer, whose.kept_from(answer, person))
                for answer in self.responses.confirmed_between(first, last)
                for person in (people.get(answer.contact_id),)
                if not answer.imported_from
            ],
            cases=[
                For(
                    frozenset({whose.mailbox(case.owner_email)}),
                    _case(case, people, now),
                    frozenset(map(same_mailbox, case.complaint_about)),
                )
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
            default_owner=self.programme.follow_up.default_owner,
        )


def _case(case: FollowUp, people: Mapping[str, Contact], now: datetime) -> OpenFollowUp:
    person = people.get(case.contact_id)
    return OpenFollowUp(
        account=case.account,
        person=_name(person) if person else "",
        due_at=case.due_at,
        late=case.is_late(now),
        owner=case.owner_email,
        contacted_at=case.contacted_at,
        follow_up_id=case.follow_up_id,
    )


def _name(person: Contact) -> str:
    return person.name or person.email
