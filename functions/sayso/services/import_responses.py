"""Takes past answers in, under a survey name of their own: every row once, however often and in whatever order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pydantic import TypeAdapter, ValidationError

from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.domain.imported_answer import ImportedAnswer, ImportedSurvey
from sayso.domain.programme import Programme, Scale
from sayso.domain.section import Identifier
from sayso.ports import Clock, Contacts, Counters, History, Pseudonyms, Standings
from sayso.services.import_rows import ImportRows, Source, Taken
from sayso.services.known_addresses import ErasedAddresses
from sayso.services.plan_invitations import ATTEMPTS

_CHUNK = 100  # DynamoDB's BatchGetItem takes 100 keys
_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)


@dataclass(frozen=True)
class ImportResponses:
    """See the module."""

    contacts: Contacts
    standings: Standings
    counters: Counters
    history: History
    pseudonyms: Pseudonyms
    programme: Programme
    clock: Clock

    def check(self, survey: str, scale: Scale, source: Source, *, others: bool = False) -> ImportedSurvey | None:
        """Whether answers may be imported under a name, on a scale, from a source; returns what was imported so far.

        `others` says that these are other answers than those from another source.

        Raises
        ------
        InvalidInputError
            When the name is no survey's or one of the programme's, when it has the other scale, or when the rows of
            another source, or read in another way, were imported under it: the same answer would be taken for two.
        """
        try:
            _IDENTIFIER.validate_python(survey)
        except ValidationError:
            reason = (
                f"'{survey}' is no name of a survey; write it like nps_2019: small letters, digits and _, at most 32"
            )
            raise InvalidInputError(reason, field="survey") from None
        if survey in self.programme.surveys:
            raise InvalidInputError(
                f"'{survey}' is a survey of the programme. What was answered elsewhere was asked in other words and of "
                f"others, and is shown beside it: give it a name of its own, such as {survey[:24]}_before",
                field="survey",
            )
        known = self.history.survey(survey)
        if known is None and survey in self.counters.surveys():
            reason = f"'{survey}' was asked by Sayso itself; give what comes from elsewhere a name of its own"
            raise InvalidInputError(reason, field="survey")
        if known and known.scale != scale:
            reason = (
                f"'{survey}' has answers on the scale {known.scale}; one survey keeps one scale, so take another name"
            )
            raise InvalidInputError(reason, field="scale")
        if known and _told(source) not in known.sources and not others:
            reason = (
                f"answers to '{survey}' were told apart by {' and '.join(known.sources)}; now it is {_told(source)}, "
                "and an answer that is in both would count twice. Read the file as before; if it was wrong then, "
                "import it under another name; if no answer is in both, add --other-answers"
            )
            raise InvalidInputError(reason, field="survey")
        return known

    def begin(self, survey: str, scale: Scale, source: Source, *, others: bool = False) -> None:
        """Remember what is imported under a name, on which scale; raises as `check` does."""
        for attempt in range(1, ATTEMPTS + 1):
            known = self.check(survey, scale, source, others=others)
            sources = known.sources if known else ()
            if _told(source) in sources:
                return
            first_at = known.first_at if known else self.clock().replace(microsecond=0)
            after = ImportedSurvey(survey=survey, scale=scale, sources=(*sources, _told(source)), first_at=first_at)
            try:
                self.history.begin(after, known)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
                continue  # another import under the same name began at this moment
            return

    def run(
        self, survey: str, scale: Scale, source: Source, answers: Iterable[ImportedAnswer], *, keep: bool = True
    ) -> Iterator[Taken]:
        """Import answers; yields one result a row, in order, as it goes. Without `keep`, only what would become of it.

        Rows without an id that are the same in everything count as often as they stand in one file. Repeated after it
        was interrupted, it does the same as once.
        """
        run = ImportRows(
            self.contacts,
            self.history,
            self.pseudonyms,
            ErasedAddresses(self.standings),
            self.programme,
            self.clock,
            survey,
            scale,
            source,
            keep,
        )
        rows = iter(answers)
        while chunk := list(islice(rows, _CHUNK)):
            yield from run.take(chunk)


def _told(source: Source) -> str:
    return f"{source.told_apart_by} ({source.tool})"
