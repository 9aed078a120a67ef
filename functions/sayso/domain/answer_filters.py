"""Which answers somebody looks for at the desk."""

from __future__ import annotations

from datetime import date
from typing import Literal

from sayso.domain.entity import Entity
from sayso.domain.evidence import AnswerState
from sayso.domain.programme import Language
from sayso.domain.quote import may_be_quoted
from sayso.domain.response import Group, Response
from sayso.domain.unconfirmed import waits_to_be_settled

Standing = Literal["counts", "waiting", "unconfirmed", "machine"]
"""How an answer stands: it counts; it waits to be settled; nobody was seen giving it; it looks like a machine's."""
Filed = Literal["filed", "suggested", "none"]


def standing_of(response: Response) -> Standing:
    """How an answer stands, in the words of the desk."""
    states: dict[AnswerState, Standing] = {"confirmed": "counts", "provisional": "unconfirmed", "machine": "machine"}
    return "waiting" if waits_to_be_settled(response) else states[response.state]


def as_said(response: Response) -> Response:
    """What an answer says as it was sent last; while that waits to be settled it is kept apart."""
    if response.state == "confirmed" or not response.sends:
        return response
    sent = response.sends[-1]
    fields = {name: getattr(sent.content, name) for name in type(sent.content).model_fields}
    return response.having(**fields, has_words=sent.has_words)


class AnswerFilters(Entity):
    """See the module; what is left empty keeps nothing out. Days are the company's, both included.

    `filed` is about `theme` where one is named, and otherwise about any.
    """

    state: Standing | Literal["all"] = "counts"
    survey: str = ""
    group: Group | None = None
    driver: str = ""
    theme: str = ""
    filed: Filed | None = None
    account: str = ""
    language: Language | None = None
    first: date | None = None
    last: date | None = None
    words: bool = False
    quotable: bool = False

    @property
    def asks_what_was_said(self) -> bool:
        """Whether whoever uses them learns what an answer says by finding it."""
        return bool(self.driver or self.theme or self.filed or self.words or self.quotable)

    def fits(self, said: Response) -> bool:
        """Whether an answer, as it was said, is one of those; its period and account are for whoever reads them."""
        return (
            self.state in ("all", standing_of(said))
            and self.survey in ("", said.survey)
            and self.group in (None, said.group)
            and (not self.driver or self.driver in said.drivers)
            and self._is_filed_so(said)
            and self.language in (None, said.snapshot.language)
            and (not self.words or (said.has_words and not said.erased))
            and (not self.quotable or (may_be_quoted(said) and said.has_words))
        )

    def _is_filed_so(self, said: Response) -> bool:
        filed, suggested = said.filed_under, said.suggested_for
        if not self.theme:
            empty = {"filed": bool(filed), "suggested": bool(suggested), "none": not (filed or suggested)}
            return self.filed is None or empty[self.filed]
        under = {"filed": self.theme in filed, "suggested": self.theme in suggested}
        if self.filed == "none":
            return not any(under.values())
        return under[self.filed] if self.filed else any(under.values())
