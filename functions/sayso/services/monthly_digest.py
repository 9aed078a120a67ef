"""The monthly digest, for those who run the company: where the score stands, why, and what was done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from sayso.domain.address import each_once
from sayso.domain.digest import MonthlyNews
from sayso.domain.mail import Mail
from sayso.domain.programme import Language, Programme
from sayso.services.gather_month import GatherMonth
from sayso.services.send_once import Letter, Posted, SendOnce


class MonthlyWriter(Protocol):
    """Writes the digest to one of our people."""

    def monthly_digest(self, *, language: Language, to: str, news: MonthlyNews) -> Mail: ...


@dataclass(frozen=True)
class MonthlyDigest:
    """See the module."""

    gather: GatherMonth
    writer: MonthlyWriter
    send_once: SendOnce
    programme: Programme

    @property
    def readers(self) -> tuple[str, ...]:
        """Who gets it, each once: the programme's manager first."""
        return each_once((self.programme.follow_up.manager, *self.programme.digests.management))

    def send(self, month: date) -> Posted:
        """Mail the calendar month that begins with a day to everybody who gets it."""
        news = self.gather.gather(month)
        return self.send_once.send(
            [
                Letter("monthly", month.isoformat(), address, partial(self._write, address, news))
                for address in self.readers
            ]
        )

    def look(self, month: date) -> tuple[MonthlyNews, Mail]:
        """What would be mailed."""
        news = self.gather.gather(month)
        return news, self._write(self.readers[0], news)

    def _write(self, address: str, news: MonthlyNews) -> Mail:
        language = self.programme.company.default_language
        return self.writer.monthly_digest(language=language, to=address, news=news)
