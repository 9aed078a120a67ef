"""What an import did that may not be meant: contacts that left a hold, and known addresses under new ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from shlex import quote
from typing import Any
from zoneinfo import ZoneInfo

from sayso.cli.show import say
from sayso.domain.time import last_day
from sayso.services.import_contacts import LeftHold, RowResult

_SHOWN = 5
_A_LIST = 10  # rows; with fewer, most of them under new ids is chance


class ImportWarnings:
    """Gathers them, row by row.

    Parameters
    ----------
    ids : set of str
        Every contact_id of the list: a mailbox that the list itself gives to several people is no news.
    """

    def __init__(self, ids: Set[str], zone: ZoneInfo) -> None:
        self._ids, self._zone = ids, zone
        self._left: Counter[LeftHold] = Counter()
        self._known: list[dict[str, Any]] = []
        self._erased: list[dict[str, Any]] = []
        self._taken = 0

    def note(self, result: RowResult, contact_id: str) -> None:
        """Remember what a row did."""
        self._taken += result.outcome != "rejected"
        if result.left_hold:
            self._left[result.left_hold] += 1
        if result.was_erased:
            self._erased.append({"line": result.line, "contact_id": contact_id})
        others = [known for known in result.known_as if known not in self._ids]
        if others:
            self._known.append({"line": result.line, "contact_id": contact_id, "known_as": others})

    def as_dict(self) -> dict[str, Any]:
        """For machines; all of it."""
        left = [
            {"account": one.account, "on_hold_until": self._last_day(one), "now_at": one.now_at, "contacts": contacts}
            for one, contacts in self._left.items()
        ]
        return {"left_hold": left, "known_addresses": self._known, "were_erased": self._erased}

    def say_first(self) -> None:
        """What must be seen before anything else: a whole list with other ids makes everybody a second contact."""
        if self._taken >= _A_LIST and 2 * len(self._known) > self._taken:
            say(
                f"IT LOOKS AS IF THE LIST HAS CHANGED ITS IDS: {len(self._known)} of {self._taken} rows are new "
                "contacts whose address is known under another contact_id."
            )

    def say(self) -> None:
        """For people, with what to do."""
        for gone in self._erased[:_SHOWN]:
            who = f"line {gone['line']}: '{gone['contact_id']}'"
            say(f"  {who} was erased; they stay suppressed. Take them out of your list.")
        if len(self._erased) > _SHOWN:
            say(f"  and {len(self._erased) - _SHOWN} more that were erased")
        for one, contacts in self._left.items():
            who = "1 contact" if contacts == 1 else f"{contacts} contacts"
            until = self._last_day(one)
            say(
                f"{who} moved from {one.account}, which is on hold until {until}, to {one.now_at}, which is not; "
                "hold that too if it is the same customer:"
            )
            say(f"  sayso hold {quote(one.now_at)} --until {until} --reason TEXT")
        if self._known:
            self._say_known()

    def _say_known(self) -> None:
        number = len(self._known)
        have = (
            "1 new contact has an address that is" if number == 1 else f"{number} new contacts have addresses that are"
        )
        say(f"{have} known under another contact_id:")
        for one in self._known[:_SHOWN]:
            others = ", ".join(f"'{known}'" for known in one["known_as"])
            say(f"  line {one['line']}: '{one['contact_id']}' has the address of {others}")
        if number > _SHOWN:
            say(f"  and {number - _SHOWN} more")
        say(
            "Each id is asked as a person of its own, annual too. If they are the same people: keep the old contact_id "
            "in your list, and import the new ones once more with do_not_ask = yes."
        )

    def _last_day(self, left: LeftHold) -> str:
        """The last day of a hold, as `sayso hold --until` takes it."""
        return last_day(left.until, self._zone).isoformat()
