"""Files answers under themes as one of our people says: by hand, or by a yes or no to what the rules say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sayso.domain.errors import ConflictError, NotFoundError
from sayso.domain.filing import accepted, filed, rejected, taken_back
from sayso.domain.labels import Theme
from sayso.domain.programme import Programme
from sayso.domain.response import Response, words_expire_at
from sayso.domain.theme import Filing
from sayso.ports import Clock, Reference, Responses
from sayso.services.plan_invitations import ATTEMPTS

_Decision = Callable[[Response, str, str, datetime], Response]


@dataclass(frozen=True)
class FileAnswers:
    """See the module. What is said twice changes nothing the second time.

    Each of them returns the answers as they are then, and raises

    - NotFoundError when the programme has no such theme (but for what is rejected), or there is no such answer;
    - InvalidInputError when an answer is not confirmed or is erased, when a theme to be accepted is not suggested for
      it, or one to be rejected neither filed nor suggested;
    - ConflictError when others kept changing an answer.

    Of many answers, those before the one that was refused are done.
    """

    responses: Responses
    programme: Programme
    clock: Clock

    def file(self, references: Sequence[Reference], themes: Sequence[str], by: str) -> list[Response]:
        """File answers under themes, whatever the rules say of them."""
        known = [find_theme(self.programme, name).id for name in themes]
        return [self._decide(one, known, filed, by) for one in references]

    def accept(self, references: Sequence[Reference], theme: str, by: str) -> list[Response]:
        """Say that a suggestion is right."""
        known = find_theme(self.programme, theme).id
        return [self._decide(one, [known], accepted, by) for one in references]

    def reject(self, references: Sequence[Reference], theme: str, by: str) -> list[Response]:
        """Say that answers are not about a theme: also one the programme no longer has, by its id."""
        known = self._known(theme)
        return [self._decide(one, [known], rejected, by) for one in references]

    def take_back(self, references: Sequence[Reference], theme: str) -> list[Response]:
        """Take back what one of us said of a theme: the rules alone speak again."""
        known = self._known(theme)

        def decision(response: Response, name: str, _by: str, _at: datetime) -> Response:
            return taken_back(response, name, self.responses.words(*response.reference), self.programme.all_themes)

        return [self._decide(one, [known], decision, "") for one in references]

    def suggestions(self, theme: str, first: date, last: date) -> Iterator[Response]:
        """The answers counted for UTC days, both included, that a theme is suggested for; oldest first."""
        known = find_theme(self.programme, theme).id
        for response in self.responses.confirmed_between(first, last):
            if response.themes.get(known, _NONE).state == "suggested" and not response.erased:
                yield response

    def _known(self, name: str) -> str:
        try:
            return find_theme(self.programme, name).id
        except NotFoundError:
            return name

    def _decide(self, reference: Reference, themes: Sequence[str], decision: _Decision, by: str) -> Response:
        for _ in range(ATTEMPTS):
            response = self.responses.get(*reference)
            if response is None:
                raise NotFoundError("there is no such answer", field="answer")
            after, now = response, self.clock()
            for theme in themes:
                after = decision(after, theme, by, now)
            if after is response:
                return response
            try:
                return self.responses.save(after, None, words_expire_at(after, self.programme), None)
            except ConflictError:
                continue  # its person changed it, or somebody else filed it, at this moment: look again
        raise ConflictError("the answer kept changing", field="answer")


_NONE = Filing(state="rejected")


def find_theme(programme: Programme, name: str) -> Theme:
    """The theme of an id, or of a label in any language; raises NotFoundError, naming what there is, when none is."""
    wanted, themes = name.strip().casefold(), programme.all_themes
    for theme in themes:
        if wanted == theme.id:
            return theme
    for theme in themes:
        if wanted in {theme.label(language).casefold() for language in programme.company.languages}:
            return theme
    known = ", ".join(theme.id for theme in themes)
    raise NotFoundError(
        f"there is no theme '{name}'; " + (f"there is: {known}" if known else "programme.yaml has none"), field="theme"
    )
