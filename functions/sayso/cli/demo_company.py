"""The company the demo brings to life: whom it serves, since when, and what these people have to say.

All of it is made up and kept as data in demo_data/. Dates follow from the day it is asked for, and nothing else.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any, Literal, get_args

import yaml

from sayso.domain.time import add_months

Part = Literal[
    "ordinary",
    "due_today",
    "new_today",
    "ticket_today",
    "low_just_now",
    "low_ticket_just_now",
    "wants_a_call",
    "wants_a_mail",
    "ticket_open",
    "late",
    "ticket_late",
    "bounced",
    "left",
    "do_not_ask",
]
PARTS: tuple[Part, ...] = get_args(Part)
# Asked for their yearly answer so many days ago; everybody else is spread evenly over the year.
_ASKED_DAYS_AGO: dict[Part, int] = {
    "due_today": 0,
    "low_just_now": 5,
    "wants_a_mail": 6,
    "wants_a_call": 7,
    "late": 12,
}
HISTORY = timedelta(days=548)  # eighteen months
OUTAGE = timedelta(days=250)
SEED = 50
_DAY50 = timedelta(days=50)
_ZONES = {"nl": "Amsterdam", "be": "Brussels", "de": "Berlin", "at": "Vienna", "ch": "Zurich", "gb": "London"}
_PHONES = {"de": "+49 30 23125 {:03}", "gb": "+44 20 7946 0{:03}"}  # numbers that are kept free for fiction
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "", " ": ""})


@dataclass(frozen=True)
class Person:
    """A contact, as a row of the company's list, and the day that row first came in.

    `number` is the place among those who are asked over a year, by which answers are spread evenly.
    """

    number: int
    row: dict[str, str]
    listed_on: date
    part: Part

    @property
    def external_id(self) -> str:
        """The company's own id of this person."""
        return self.row["contact_id"]


@cache
def data(name: str) -> Any:
    """The content of a file in demo_data/."""
    file = Path(__file__).with_name("demo_data") / f"{name}.yaml"
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def people(today: date) -> list[Person]:
    """Everybody, in the order of the company's list."""
    rng = Random(SEED)  # noqa: S311 - the same company every time is the point
    parts: dict[str, Part] = {name: part for part, names in data("accounts")["parts"].items() for name in names}
    accounts = data("accounts")["accounts"]
    known = [name for account in accounts for name in account.get("people", [])]
    joined = [name for account in accounts for name in account.get("joined", [])]
    began = {**_long_known(known, parts, today, rng), **_joined(joined, parts, today, rng)}
    numbers = {name: place for place, name in enumerate(sorted(began, key=lambda name: _year_day(began[name], today)))}
    found: list[Person] = []
    for account_number, account in enumerate(accounts):
        members = [*account.get("people", []), *account.get("joined", [])]
        since = min(began[name] for name in members)
        for name in [*members, *account.get("users", [])]:
            row = _row(account, name, since, began.get(name, since), rng)
            row["contact_id"] = f"P{account_number + 1:02}-{len(found) + 1:03}"
            row["role"] = "relationship" if name in began else "user"
            row["do_not_ask"] = "yes" if parts.get(name) == "do_not_ask" else ""
            listed_on = max(began.get(name, since) + timedelta(days=rng.randint(1, 4)), today - HISTORY)
            found.append(Person(numbers.get(name, len(found)), row, listed_on, parts.get(name, "ordinary")))
    return found


def _long_known(names: list[str], parts: dict[str, Part], today: date, rng: Random) -> dict[str, date]:
    """Since when, so that their yearly question falls on days spread over the year, or on the day of their part."""
    spread = [name for name in names if parts.get(name) not in _ASKED_DAYS_AGO]
    rng.shuffle(spread)
    asked_ago = {name: 2 + round(place * 362 / len(spread)) for place, name in enumerate(spread)}
    asked_ago |= {name: _ASKED_DAYS_AGO[part] for name, part in parts.items() if part in _ASKED_DAYS_AGO}
    return {name: _began(today - timedelta(days=asked_ago[name]), rng) for name in names}


def _began(asked_on: date, rng: Random) -> date:
    """The day somebody became a customer who is asked on a given day after whole years."""
    leap_day = (asked_on.month, asked_on.day) == (2, 29)
    return add_months(asked_on, -12 * (4 if leap_day else rng.randint(3, 9))) - _DAY50


def _joined(names: list[str], parts: dict[str, Part], today: date, rng: Random) -> dict[str, date]:
    new_today = [name for name in names if parts.get(name) == "new_today"]
    spread = [name for name in names if name not in new_today]
    rng.shuffle(spread)
    days_ago = {name: 20 + round(place * 500 / len(spread)) for place, name in enumerate(spread)}
    days_ago |= dict.fromkeys(new_today, _DAY50.days)
    return {name: today - timedelta(days=days) for name, days in days_ago.items()}


def _year_day(began: date, today: date) -> int:
    return (today - began - _DAY50).days % 365


def _row(account: dict[str, Any], name: str, since: date, contact_since: date, rng: Random) -> dict[str, str]:
    country = account["locale"][-2:].lower()
    letters = unicodedata.normalize("NFKD", ".".join(name.lower().split(" ", 1)).translate(_LETTERS))
    phone = _PHONES.get(country, "").format(rng.randint(0, 999))
    return {
        "email": f"{letters.encode('ascii', 'ignore').decode()}@{account['at']}",
        "name": name,
        "account": account["name"],
        "owner_email": data("accounts")["staff"][country],
        "account_since": since.isoformat(),
        "contact_since": contact_since.isoformat(),
        "locale": account["locale"],
        "timezone": f"Europe/{_ZONES.get(country, 'Dublin')}",
        "phone": phone,
        "segment:plan": account["plan"],
    }


class Decks:
    """Texts like packs of cards: shuffled, and none comes again before all others of its pack were drawn."""

    def __init__(self, seed: int = SEED) -> None:
        self._rng = Random(seed)  # noqa: S311 - the same cards every time is the point
        self._packs: dict[tuple[str, ...], Any] = {}

    def words(self, survey: str, group: str, language: str, outage: str | None) -> tuple[str, str, list[str]]:
        """Why, what would be better, and the drivers that fit; `outage` names its month while people speak of it."""
        file = "ticket_words" if survey == "ticket" else "words"
        while True:
            card = self._draw((file, group, language), data(file)[group])
            if "about" not in card or outage:
                why, better = (text.format(outage=outage) for text in card[language])
                return why, better, card["drivers"]

    def notes(self, driver: str) -> dict[str, str]:
        """What was written down when somebody was `contacted`, and when the case was `closed`."""
        note: dict[str, str] = self._draw(("notes", driver), data("notes")[driver])
        return note

    def _draw(self, pack: tuple[str, ...], cards: list[Any]) -> Any:
        if pack not in self._packs:
            self._packs[pack] = cycle(self._rng.sample(cards, len(cards)))
        return next(self._packs[pack])
