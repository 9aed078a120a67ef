"""Shows the manager the quotes, and why some of them may not be shown any more."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.quote import Quote
from sayso.domain.quote_standing import Fallen, why_fallen
from sayso.domain.quote_text import shown
from sayso.domain.response import SaidWords
from sayso.domain.staff import Staff
from sayso.ports import Page, Quotes, Responses
from sayso.services.show_answers import ShowAnswers

A_PAGE = 25


@dataclass(frozen=True)
class DeskQuotes:
    """See the module."""

    quotes: Quotes
    responses: Responses
    answers: ShowAnswers

    def page(self, staff: Staff, after: str = "") -> Page[tuple[Quote, Fallen]]:
        """The quotes by their ids, but for those of answers that complain about whoever reads."""
        part = self.quotes.page(A_PAGE, after)
        if not part.items:
            return Page([], part.next)
        found = self.responses.with_words([one.reference for one in part.items])
        theirs = self.answers.theirs(staff, [response for response, _ in found.values()])
        withheld = {one.reference for one in theirs if one.withheld}
        items = []
        for one in part.items:
            response, words = found.get(one.reference, (None, SaidWords()))
            seen = words.having(why=shown(words.why), better=shown(words.better))
            if one.reference not in withheld:
                items.append((one, why_fallen(one, response, seen)))
        return Page(items, part.next)
