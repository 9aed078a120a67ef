"""What an import of past answers did, in sentences for people and as a whole for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shlex import quote
from typing import Any

from sayso.cli.contact_commands import say_rejected
from sayso.cli.response_rows import Rows
from sayso.cli.show import say
from sayso.domain.imported_answer import ImportedAnswer, RowReader
from sayso.domain.nps import ScoreCounts, nps, signed
from sayso.domain.satisfaction import Satisfaction
from sayso.services.import_rows import Taken

_KEPT = ("added", "changed", "unchanged")


@dataclass(frozen=True)
class Found:
    """What an import did, for people and for machines."""

    survey: str
    map: str
    reader: RowReader
    header: Sequence[str]
    answers: Sequence[ImportedAnswer]
    taken: Sequence[Taken]
    rows: Rows
    options: Sequence[str] = ()  # to be typed again
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.counts.update(one.outcome for one in self.taken if one.outcome != "rejected")

    @property
    def _good(self) -> list[ImportedAnswer]:
        refused = {one.line for one in self.taken if one.outcome == "rejected"}
        return [answer for answer in self.answers if answer.line not in refused]

    @property
    def not_used(self) -> list[str]:
        """The columns of the file that are nothing to the map."""
        taken = {*self.reader.columns.values()}
        return [name for at, name in enumerate(self.header) if at not in taken and name.strip()]

    @property
    def _scores(self) -> ScoreCounts:
        given = Counter(answer.score for answer in self._good)
        return ScoreCounts(tuple(given[score] for score in range(11)))

    def _left_out(self, why: str) -> int:
        return sum(one.words_left_out == why for one in self.taken)

    @property
    def _unknown_languages(self) -> Counter[str]:
        company = self.reader.programme.company
        spoken = {answer.language: _language(answer.language) in company.languages for answer in self._good}
        return Counter(answer.language for answer in self._good if answer.language and not spoken[answer.language])

    @property
    def _unknown_drivers(self) -> Counter[str]:
        return Counter(name for answer in self._good for name in answer.unknown_drivers)

    def as_dict(self, *, checked: bool) -> dict[str, Any]:
        """Everything."""
        return {
            "survey": self.survey,
            "map": self.map,
            "scale": self.reader.scale,
            "dates": self.reader.dates.how,
            "columns": {name: self.header[at] for name, at in self.reader.columns.items()},
            "columns_not_used": self.not_used,
            "checked_only": checked,
            **{name: self.counts[name] for name in ("added", "changed", "unchanged", "erased")},
            "without_score": self.rows.without_score,
            "without_person": sum(not one.known and one.outcome in _KEPT for one in self.taken),
            "words_left_out": {"nobody": self._left_out("nobody's"), "too_old": self._left_out("too old")},
            "more_header_lines": self.rows.headers,
            "unknown_languages": dict(self._unknown_languages.most_common()),
            "unknown_drivers": dict(self._unknown_drivers.most_common()),
            "scores": list(self._scores.counts),
            "rejects": [{"line": row.line, "field": name, "reason": why} for row, name, why in self.rows.rejected],
        }

    def say(self, rejects: Path, *, checked: bool) -> None:
        """In sentences: what was read how, what became of it, and what to look at."""
        read_as = ", ".join(f"{name} from '{self.header[at]}'" for name, at in self.reader.columns.items())
        dates = self.reader.dates
        if self.not_used:
            read_as += f". Columns not used: {', '.join(self.not_used)}"
        say(f"Map {self.map}: {read_as}. Dates read as {dates.how}, in {dates.zone.key} where they do not say.")
        for name, number in self.reader.map.begin_alike(self.header).items():
            first = self.header[self.reader.columns[name]]
            say(f"{number} columns begin like '{first}'; the first is taken for the {name}. Is it?")
        done = ", ".join(f"{self.counts[name]} {name}" for name in ("added", "changed", "unchanged"))
        would = "Would be: " if checked else ""
        say(f"{would}Answers to {self.survey}: {done}, {len(self.rows.rejected)} rejected.")
        if self._good:
            say(f"  {self._figures()}")
        for sentence in self._remarks():
            say(sentence)
        if checked:
            for row, name, why in self.rows.rejected[:20]:
                say(f"  line {row.line}: {name}: {why}")
            say("Nothing was written: without --check it is.")
            return
        if self.counts["added"] or self.counts["changed"]:
            say("They are being counted, which takes a minute for some thousands: sayso verify says when it is done.")
        say_rejected(self.rows.rejected, rejects)
        if self.rows.rejected:
            how = f"--survey {self.survey} --map {quote(self.map)} --date-format {quote(self.reader.dates.how)}"
            more = "".join(f" {quote(option)}" for option in self.options)
            say(f"With: sayso import responses {quote(str(rejects))} {how}{more}")

    @property
    def _names_people(self) -> bool:
        return not {"contact_id", "email"}.isdisjoint(self.reader.columns)

    def _why_nobody(self) -> str:
        return "no contact has their contact_id or address" if self._names_people else "the file does not say whose"

    def _figures(self) -> str:
        days = sorted(answer.answered_at for answer in self._good)
        counts, period = self._scores, f"{days[0]:%Y-%m-%d} to {days[-1]:%Y-%m-%d}"
        if self.reader.scale == "satisfaction":
            figures = Satisfaction.of(counts)
            return f"{counts.n} answers, {period}: mean {figures.mean:.1f}, {figures.share:.0f} % gave 4 or 5"
        groups = f"{counts.promoters} promoters, {counts.passives} passives, {counts.detractors} detractors"
        return f"{counts.n} answers, {period}: {groups}, NPS {signed(nps(counts))}"

    def _remarks(self) -> list[str]:
        erased, anonymous = self.counts["erased"], sum(not one.known and one.outcome in _KEPT for one in self.taken)
        nobodys, old = self._left_out("nobody's"), self._left_out("too old")
        drivers, languages = self._unknown_drivers, self._unknown_languages
        spoken = self.reader.programme.company.default_language
        headers = ", ".join(map(str, self.rows.headers))
        return [
            sentence
            for number, sentence in (
                (len(self.rows.headers), f"Taken for more of the header, and for no answer: line {headers}."),
                (self.rows.without_score, f"{self.rows.without_score} rows without a score: nobody answered there."),
                (anonymous, f"{anonymous} kept without a person: {self._why_nobody()}."),
                (nobodys, f"The words of {nobodys} of them are left out, as nobody could have them erased."),
                (
                    nobodys and self._names_people,
                    "To keep words, import the contacts first; what was taken without a person stays so.",
                ),
                (old, f"The words of {old} are older than the programme keeps words, and left out."),
                (erased, f"{erased} of people who were erased since: left alone."),
                (len(drivers), f"Drivers that are none of the programme's, left aside: {_named(drivers)}."),
                (
                    len(languages),
                    f"Languages that are none of the programme's, counted as {spoken}: {_named(languages)}.",
                ),
            )
            if number
        ]


def _named(counts: Counter[str]) -> str:
    return ", ".join(f"{name[:40]} ({number})" for name, number in counts.most_common(5))


def _language(locale: str) -> str:
    return locale.replace("_", "-").split("-")[0].lower()
