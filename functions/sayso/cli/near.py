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
