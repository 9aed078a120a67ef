"""Keeps quotes: words of an answer that one of us chose to show, with consent and without anybody's name (rule 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.page_request import WantedQuote
from sayso.domain.programme import LANGUAGES, Language, Programme
from sayso.domain.quote import CUT, QUOTE_LIMIT, Quote, may_be_quoted, missing_parts, tidy_quote
from sayso.domain.quote_names import names_of_contact, names_of_ours, names_on_list
from sayso.domain.quote_rules import check_quotes
from sayso.domain.quote_text import shown
from sayso.domain.response import Response, SaidWords, words_expire_at
from sayso.domain.time import add_months
from sayso.domain.unconfirmed import answer_id
from sayso.ports import Clock, Commitments, Contacts, Quotes, Responses
from sayso.services.list_answers import ListAnswers

_AT_ONCE = 50  # two items each: DynamoDB's BatchGetItem takes 100


@dataclass(frozen=True)
class Candidate:
    """An answer that may be quoted, its words, whose it is, and what was chosen of it already."""

    answer_id: str
    response: Response
    contact: Contact
    words: SaidWords
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeepQuotes:
    """See the module."""

    quotes: Quotes
    responses: Responses
    contacts: Contacts
    commitments: Commitments
    answers: ListAnswers
    programme: Programme
    clock: Clock
    new_id: Callable[[], str]

    def candidates(self, since: date | None = None) -> Iterator[Candidate]:
        """The answers that may be quoted and say something, by the UTC day they count for, without it of twelve months.

        The newest come first.
        """
        today = self.clock().date()
        read = self.responses.confirmed_between(since or add_months(today, -12), today)
        allowed = [one for one in read if may_be_quoted(one) and one.has_words]
        allowed.sort(key=lambda one: (one.given_at, one.reference), reverse=True)
        chosen = self.quotes.list()
        for start in range(0, len(allowed), _AT_ONCE):
            part = allowed[start : start + _AT_ONCE]
            words = self.responses.words_of([one.reference for one in part])
            people = self.contacts.many([one.contact_id for one in part])
            for one in part:
                said, person = words.get(one.reference, SaidWords()), people.get(one.contact_id)
                if person and (said.why or said.better):
                    ours = tuple(quote.quote_id for quote in chosen if quote.reference == one.reference)
                    yield Candidate(answer_id(one.reference), one, person, said, ours)

    def add(
        self,
        name: str,
        text: str,
        *,
        by: str,
        language: Language | None = None,
        translations: Mapping[Language, str] | None = None,
        commitment_id: str = "",
        reading: Callable[[Iterable[Contact]], Iterable[Contact]] = iter,
    ) -> Quote:
        """Choose words of the answer with an id.

        Parameters
        ----------
        text : str
            As it is to be shown: what the answer says, with ``[…]`` for what was cut out.
        language : Language, optional
            The one it is written in; left out, that of the answer.
        translations : mapping, optional
            The same in other languages.
        reading : callable, optional
            Passes on the whole contact list while it is read for names; it may tell how far that is.

        Raises
        ------
        NotFoundError, InvalidInputError
            Naming what must not be shown, and how it is cut out.
        """
        wanted = WantedQuote(
            **dict(zip(("contact_id", "survey", "occasion"), self.answers.find(name).response.reference, strict=True)),
            text=text,
            original=language,
            translations=dict(translations or {}),
            commitment_id=commitment_id,
        )
        return self.choose(wanted, by, reading=reading)

    def choose(
        self,
        wanted: WantedQuote,
        by: str,
        *,
        reading: Callable[[Iterable[Contact]], Iterable[Contact]] = iter,
        quote_id: str = "",
    ) -> Quote:
        """The same of an answer that somebody has found already; with an id of its own it is chosen once."""
        quote, response = self._checked(wanted, by, reading(self.contacts.everyone()), quote_id)
        try:
            return self.quotes.save(quote, words_expire_at(response, self.programme))
        except ConflictError:
            raise InvalidInputError("its person took back what they allowed at this moment", field="answer") from None

    def check(self, wanted: WantedQuote) -> Quote | None:
        """The quote there is of the very same words, if there is one.

        Raises what `choose` would, but for the names of others than its person, their company and our people.
        """
        quote, _ = self._checked(wanted, "", (), "")
        return next((one for one in self.quotes.of_answer(quote.reference) if _says(one) == _says(quote)), None)

    def _checked(
        self, wanted: WantedQuote, by: str, others: Iterable[Contact], quote_id: str
    ) -> tuple[Quote, Response]:
        # Afresh: what a list shows of an answer that is not settled is what it last said.
        response, words = self.responses.get(*wanted.reference), self.responses.words(*wanted.reference)
        person = self.contacts.get(wanted.contact_id)
        if response is None or person is None:
            raise InvalidInputError("its person was erased", field="answer")
        self._check_allowed(response, words)
        original = wanted.original or response.snapshot.language
        texts = self._texts(original, wanted.text, wanted.translations)
        lacking = missing_parts(texts[original], _as_shown(words))
        if lacking:
            raise InvalidInputError(f"the answer does not say '{lacking[0]}'", field=f"text.{original}")
        if wanted.commitment_id and self.commitments.get(wanted.commitment_id) is None:
            raise NotFoundError(f"there is no commitment '{wanted.commitment_id}'", field="commitment")
        ours = names_of_ours(self.programme, [person.owner_email or ""])
        check_quotes(texts, chain(names_of_contact(person), ours, names_on_list(others, person, self.programme)))
        quote = Quote(
            quote_id=quote_id or self.new_id()[-12:],
            contact_id=response.contact_id,
            survey=response.survey,
            occasion=response.occasion,
            text=texts,
            original=original,
            commitment_id=wanted.commitment_id,
            chosen_at=self.clock(),
            chosen_by=by,
            withdrawals=response.quote_withdrawals,
        )
        return quote, response

    def remove(self, quote_id: str) -> Quote:
        """Show it no more, and forget it; raises NotFoundError."""
        found = self.get(quote_id)
        self.quotes.remove(quote_id)
        return found

    def get(self, quote_id: str) -> Quote:
        """One of them; raises NotFoundError."""
        found = self.quotes.get(quote_id)
        if found is None:
            raise NotFoundError(f"there is no quote '{quote_id}'; see: sayso quotes list", field="id")
        return found

    def list(self) -> list[tuple[Quote, bool]]:
        """All of them, the first chosen first, and whether each may (still) be shown."""
        quotes = self.quotes.list()
        standing = {quote.quote_id for quote in self._standing(quotes)}
        return [(quote, quote.quote_id in standing) for quote in quotes]

    def standing(self) -> Sequence[Quote]:
        """Those whose consent, person and words still stand, read afresh: what may be on the page now."""
        return self._standing(self.quotes.list())

    def _standing(self, quotes: Sequence[Quote]) -> Sequence[Quote]:
        found = self.responses.with_words([quote.reference for quote in quotes]) if quotes else {}
        return [
            quote
            for quote in quotes
            if quote.reference in found
            and quote.stands(found[quote.reference][0], _as_shown(found[quote.reference][1]))
        ]

    def _check_allowed(self, response: Response, words: SaidWords) -> None:
        if response.erased:
            raise InvalidInputError("its person was erased", field="answer")
        if response.state != "confirmed":
            raise InvalidInputError("nobody was seen giving it, so it cannot be shown", field="answer")
        if not may_be_quoted(response):
            raise InvalidInputError("its person did not say that they may be quoted", field="answer")
        if not (words.why or words.better):
            raise InvalidInputError("there are no words of it (any more)", field="answer")

    def _texts(self, original: Language, text: str, translations: Mapping[Language, str]) -> dict[Language, str]:
        if original in translations:
            raise InvalidInputError("is the language it was written in, not a translation", field=f"text.{original}")
        given = {original: text, **translations}
        texts: dict[Language, str] = {code: tidy_quote(shown(given[code])) for code in LANGUAGES if code in given}
        for code, said in texts.items():
            if not said.replace(CUT, "").strip():
                raise InvalidInputError("says nothing", field=f"text.{code}")
            if len(said) > QUOTE_LIMIT:
                raise InvalidInputError(
                    f"is {len(said)} characters long; {QUOTE_LIMIT} fit. Cut with {CUT}", field=f"text.{code}"
                )
        return texts


def _as_shown(words: SaidWords) -> SaidWords:
    return words.having(why=shown(words.why), better=shown(words.better))


def _says(quote: Quote) -> tuple[object, ...]:
    return quote.text, quote.original, quote.commitment_id, quote.withdrawals
