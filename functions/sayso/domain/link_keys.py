"""The numbered keys that sign links: which one signs, how long the links of the others may live, what may go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError

UNSUBSCRIBE_LINK_FOR = timedelta(days=3 * 365 + 1)
"""From the mail. A mail is found again long after; docs/decisions.md says why three years."""

STAFF_LINK_FOR = timedelta(days=14)
"""To one of our people, from the mail: long enough for the time a case takes, and until the digest after the next has
come; short enough that a forwarded mail does not open it for good."""

LONGEST_LINK_FOR = UNSUBSCRIBE_LINK_FOR
"""No link lives longer: those to answer end with the survey and sixty days, those to a case after thirty days."""

# Links end with a day, and a function may sign with the key before for as long as it keeps the secret in mind.
_SLACK = timedelta(days=1)


@dataclass(frozen=True)
class LinkKey:
    """How one key stands.

    `replaced` is when the next key was made. `last_link_until` is when the last link it signed has ended for sure;
    None while it signs, and where nobody knows when its successor was made.
    """

    number: int
    made: datetime | None
    signs: bool
    replaced: datetime | None
    last_link_until: datetime | None


@dataclass(frozen=True)
class LinkKeys:
    """All keys by number. `made` knows the keys that were retired, too: no number is given twice."""

    keys: Mapping[int, str]
    made: Mapping[int, datetime]

    @property
    def signing(self) -> int:
        """The number of the key that signs: the highest."""
        return max(self.keys)

    def standing(self) -> list[LinkKey]:
        """Every key that is there, the oldest first."""
        return [self._standing(number) for number in sorted(self.keys)]

    def rotate(self, make: Callable[[], str], now: datetime) -> LinkKeys:
        """The same keys with a new one, which signs from now on."""
        number = max(self.keys.keys() | self.made.keys()) + 1
        return replace(self, keys={**self.keys, number: make()}, made={**self.made, number: now})

    def retire(self, number: int, now: datetime, *, leaked: bool = False) -> LinkKeys:
        """The keys without this one.

        Raises NotFoundError for a key that is not there, InvalidInputError for the one that signs, and ConflictError
        while links it signed may still be valid, unless it leaked.
        """
        if number not in self.keys:
            known = ", ".join(map(str, sorted(self.keys)))
            raise NotFoundError(f"there is no key {number}; there are: {known}", field="number")
        key = self._standing(number)
        if key.signs:
            raise InvalidInputError(
                f"key {number} signs every new link; first make another one: sayso keys rotate", field="number"
            )
        if not leaked and (key.last_link_until is None or now < key.last_link_until):
            until = f"until {key.last_link_until:%Y-%m-%d}" if key.last_link_until else "for a time nobody knows"
            raise ConflictError(
                f"Links that key {number} signed may be in use {until}; nothing was changed. "
                "If somebody has got hold of the key, take it out with --leaked: those links stop working."
            )
        return replace(self, keys={other: key for other, key in self.keys.items() if other != number})

    def _standing(self, number: int) -> LinkKey:
        later = [other for other in self.keys.keys() | self.made.keys() if other > number]
        replaced = self.made.get(min(later)) if later else None
        return LinkKey(
            number=number,
            made=self.made.get(number),
            signs=number == self.signing,
            replaced=replaced,
            last_link_until=replaced + LONGEST_LINK_FOR + _SLACK if replaced else None,
        )
