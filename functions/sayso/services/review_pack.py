"""Gathers what an owner takes into a review meeting: what the account said, what is open, and what was done about it.

It reads what belongs to the account's people, and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.domain.contact import Contact
from sayso.domain.errors import NotFoundError
from sayso.domain.follow_up import FollowUp, is_about_the_owner
from sayso.domain.programme import REVIEW, Programme
from sayso.domain.quarters import quarter_of
from sayso.domain.response import Response, SaidWords
from sayso.domain.review import Portfolio
from sayso.domain.review_pack import Given, OpenCase, Pack, Promise, standings_of
from sayso.domain.time import add_months
from sayso.ports import Clock, Contacts, FollowUps, Reference, Responses, Reviews
from sayso.services.at_once import at_once

REVIEWS_SHOWN = 2
_LOOKS_BACK = 24  # months
_STANDING = 12  # months


@dataclass(frozen=True)
class ReviewPack:
    """See the module."""

    contacts: Contacts
    responses: Responses
    follow_ups: FollowUps
    reviews: Reviews
    programme: Programme
    clock: Clock

    def for_owner(self, account_id: str, owner_id: str) -> Pack:
        """The pack of an account on an owner's list; raises NotFoundError when it is not theirs (any more)."""
        now = quarter_of(self.clock(), self.programme.zone)
        # In the first days of a quarter its lists are not drawn up yet.
        for quarter in (now, now.before):
            listed = self.reviews.listed_account(str(quarter), owner_id, account_id)
            if listed:
                ids = [*listed.contact_ids, *listed.others]
                known = self.contacts.many(ids)
                people = [known[one] for one in ids if one in known and known[one].account_id == account_id]
                return self._gather(listed.account, listed.owner_email, people)
        raise NotFoundError("This account is not on your list any more.", field="token")

    def of(self, account: Portfolio) -> Pack:
        """The pack of an account."""
        return self._gather(account.name, account.owner_email, [*account.people, *account.others])

    def _gather(self, account: str, owner_email: str, people: Sequence[Contact]) -> Pack:
        now, zone = self.clock(), self.programme.zone
        names = {person.contact_id: person.name or person.email for person in people}
        answers = [
            one
            for found in at_once(lambda person: self.responses.of_contact(person.contact_id), people)
            for one in found
            if one.state == "confirmed" and not one.erased
        ]
        answers.sort(key=lambda one: (one.given_at, one.reference), reverse=True)
        cases = self._cases(sorted({one.contact_id for one in answers}))
        reviews = [one for one in answers if one.survey == REVIEW][:REVIEWS_SHOWN]
        # About one of our people, whatever the answer names by now: a pack goes from hand to hand, to them as well.
        hidden = {case.follow_up_id for case in cases if case.complaint_about}
        words = self._words(answers, reviews, cases)
        today = now.astimezone(zone).date()
        since = add_months(today, -_LOOKS_BACK)
        given = [self._given(one, names, SaidWords()) for one in answers]
        return Pack(
            account=account,
            quarter=quarter_of(now, zone),
            owner_email=owner_email,
            made_on=today,
            people=[names[person.contact_id] for person in people if person.role == "relationship"],
            answers=[one for one in given if one.day >= since],
            standings=standings_of([one for one in given if one.day >= add_months(today, -_STANDING)]),
            reviews=[self._given(one, names, words.get(one.reference, SaidWords())) for one in reviews],
            open_cases=[
                self._open(one, names, answers, {} if one.follow_up_id in hidden else words, now)
                for one in cases
                if not one.is_over
            ],
            promises=[
                self._promise(one, names, answers, is_hidden=one.follow_up_id in hidden) for one in cases if one.is_over
            ],
        )

    def _cases(self, contact_ids: Sequence[str]) -> list[FollowUp]:
        cases = [case for found in at_once(self.follow_ups.of_contact, contact_ids) for case in found]
        cases = [case for case in cases if not case.erased]
        return sorted(cases, key=lambda case: (case.closed_at or case.opened_at, case.follow_up_id), reverse=True)

    def _words(
        self, answers: Sequence[Response], reviews: Sequence[Response], cases: Sequence[FollowUp]
    ) -> dict[Reference, SaidWords]:
        of_cases = {reference for case in cases if not case.is_over for reference in _references(case)}
        complaints = {reference for case in cases if case.complaint_about for reference in _references(case)}
        wanted = [
            one.reference
            for one in answers
            if one.has_words
            and (one in reviews or one.reference in of_cases)
            and one.reference not in complaints
            and not is_about_the_owner(one, self.programme)
        ]
        return dict(self.responses.words_of(wanted)) if wanted else {}

    def _given(self, one: Response, names: dict[str, str], words: SaidWords) -> Given:
        day = one.given_at.astimezone(self.programme.zone).date()
        who = names[one.contact_id]
        return Given(day, one.survey, who, one.score, one.scale, one.ticket_id or "", words.why, words.better)

    def _open(
        self,
        case: FollowUp,
        names: dict[str, str],
        answers: Sequence[Response],
        words: dict[Reference, SaidWords],
        now: datetime,
    ) -> OpenCase:
        last = case.answers[-1]
        said = [words[reference] for reference in _references(case) if reference in words]
        response = next((one for one in answers if one.reference == _references(case)[-1]), None)
        return OpenCase(
            who=names[case.contact_id],
            since=case.opened_at.astimezone(self.programme.zone).date(),
            due_at=case.due_at.astimezone(self.programme.zone),
            is_late=case.is_late(now),
            is_contacted=case.state == "contacted",
            with_whom=case.owner_email,
            survey=last.survey,
            score=response.score if response else last.score,
            scale=last.scale,
            words=next((one.why or one.better for one in reversed(said) if one.why or one.better), ""),
        )

    def _promise(
        self, case: FollowUp, names: dict[str, str], answers: Sequence[Response], *, is_hidden: bool
    ) -> Promise:
        about = [one for one in answers if one.reference in _references(case)]
        is_hidden = is_hidden or any(is_about_the_owner(one, self.programme) for one in about)
        return Promise(
            who=names[case.contact_id],
            day=(case.closed_at or case.opened_at).astimezone(self.programme.zone).date(),
            outcome=case.outcome or "no_answer",
            cause="" if is_hidden else case.cause,
            done=case.closing.note if case.closing and not is_hidden else "",
        )


def _references(case: FollowUp) -> list[Reference]:
    return [(case.contact_id, answer.survey, answer.occasion) for answer in case.answers]
