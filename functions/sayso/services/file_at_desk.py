"""Files answers under a theme from the desk: several at once, each told of, and what was said can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.domain.errors import SaysoError
from sayso.domain.response import Response
from sayso.ports import Reference
from sayso.services.file_answers import FileAnswers

FilingStep = Literal["file", "accept", "reject", "take_back"]


class Refused(NamedTuple):
    """An answer that was not filed, and why."""

    reference: Reference
    error: SaysoError


@dataclass(frozen=True)
class FileAtDesk:
    """See the module."""

    files: FileAnswers

    def run(
        self, step: FilingStep, references: Sequence[Reference], theme: str, by: str
    ) -> tuple[list[Response], list[Refused]]:
        """The answers as they are then, and those that were refused.

        Raises what `FileAnswers` does when all of them are.
        """
        ways: Mapping[FilingStep, Callable[[Reference], list[Response]]] = {
            "file": lambda one: self.files.file([one], [theme], by),
            "accept": lambda one: self.files.accept([one], theme, by),
            "reject": lambda one: self.files.reject([one], theme, by),
            "take_back": lambda one: self.files.take_back([one], theme),
        }
        done: list[Response] = []
        refused: list[Refused] = []
        for reference in references:
            try:
                done += ways[step](reference)
            except SaysoError as error:
                refused.append(Refused(reference, error))
        if refused and not done:
            raise refused[0].error
        return done, refused
