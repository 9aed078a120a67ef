"""What may have been meant by a name that is none of those there are."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def near(typed: str, known: Iterable[str]) -> list[str]:
    """Up to three of the known names, as they are written: those spelled alike first, then those that hold it."""
    names = {one.casefold(): one for one in known}
    wanted = typed.strip().casefold()
    found = [*get_close_matches(wanted, names, 3, 0.6), *(one for one in names if wanted and wanted in one)]
    return [names[one] for one in list(dict.fromkeys(found))[:3]]


def nobody_under(address: str, known: Iterable[str], what: str) -> str:
    """The sentence that nobody has something (`what`) under an address, with those that may have been meant."""
    names: dict[str, list[str]] = {}
    for one in known:  # by what stands before the @: behind it all of a company are alike
        names.setdefault(one.partition("@")[0].casefold(), []).append(one)
    found = [one for name in near(address.partition("@")[0], names) for one in names[name]]
    meant = f" Did you mean {' or '.join(found)}?" if found else ""
    return f"Nobody has {what} under {address}.{meant}"
