"""Applies today's rules of the themes to answers of the past, so that a new theme reaches what was said before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple

from sayso.domain.errors import ConflictError
from sayso.domain.filing import filed_by_rule
from sayso.domain.programme import Programme
from sayso.domain.response import Response, SaidWords, words_expire_at
from sayso.ports import Responses
from sayso.services.plan_invitations import ATTEMPTS

_CHUNK = 100  # DynamoDB's BatchGetItem takes 100 keys


class Refiled(NamedTuple):
    """What became of an answer. `busy`: others kept changing it, and the rules are asked whenever it changes."""

    before: Response
    after: Response
    outcome: Literal["same", "changed", "busy"]


@dataclass(frozen=True)
class RefileAnswers:
    """See the module. What a person filed, accepted or rejected stays.

    Repeated, or broken off and begun again, it does the same as once: what is right already is not written.
    """

    responses: Responses
    programme: Programme

    def run(self, first: date, last: date, *, keep: bool = True) -> Iterator[Refiled]:
        """Go over the confirmed answers that count for UTC days, both included, oldest first; yields each as it goes.

        Without `keep` nothing is written, and `after` is what would be.
        """
        answers = iter(self.responses.confirmed_between(first, last))
        while chunk := list(islice(answers, _CHUNK)):
            # Behind the answers: where one changes in between, its revision has changed, too.
            wordy = [one.reference for one in chunk if one.has_words and not one.erased]
            words = self.responses.words_of(wordy) if wordy else {}
            for one in chunk:
                yield self._refile(one, words.get(one.reference, SaidWords()), keep=keep)

    def _refile(self, response: Response, said: SaidWords, *, keep: bool) -> Refiled:
        themes = self.programme.all_themes
        before = response
        for _ in range(ATTEMPTS):
            after = filed_by_rule(response, said, themes)
            if after is response:
                return Refiled(before, before, "same")
            if not keep:
                return Refiled(before, after, "changed")
            try:
                self.responses.save(after, None, words_expire_at(after, self.programme), None)
            except ConflictError:
                _, found, said = self.responses.invitation_and_response(*response.reference)
                if found is None:
                    return Refiled(before, before, "same")
                response = found
            else:
                return Refiled(response, after, "changed")
        return Refiled(before, before, "busy")


def moved(refiled: Sequence[Refiled]) -> dict[str, dict[str, int]]:
    """By theme, how many answers were newly ``filed`` and ``suggested``, and how many are so no more (``gone``)."""
    counts: dict[str, dict[str, int]] = {}
    for before, after, _ in refiled:
        for theme in {*before.themes, *after.themes}:
            was, now = before.themes.get(theme), after.themes.get(theme)
            if was == now:
                continue
            what = now.state if now else "gone"
            of = counts.setdefault(theme, {"filed": 0, "suggested": 0, "gone": 0})
            of[what] = of.get(what, 0) + 1
    return dict(sorted(counts.items()))
