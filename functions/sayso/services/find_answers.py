"""Finds answers by the short ids that `sayso answers list` and the lists of themes show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sayso.domain.errors import NotFoundError
from sayso.domain.response import Response
from sayso.domain.unconfirmed import answer_id
from sayso.ports import Responses
from sayso.services.unconfirmed_answers import in_months

LOOKS_BACK = timedelta(days=3 * 366)
"""How old an answer may be that is found by its id."""


def find_answers(responses: Responses, names: Iterable[str], now: datetime, *, field: str = "id") -> list[Response]:
    """The answers of ids, each once and in the order they are named in.

    The index is read once for all of them. Raises NotFoundError, about `field`, naming those that there are not within
    `LOOKS_BACK`.
    """
    given = {name.strip().lower(): name.strip() for name in names}
    if not given:
        return []
    found: dict[str, Response] = {}
    # Few are not confirmed, and those are what one decides about.
    for read in (responses.unconfirmed_in_month, responses.confirmed_in_month):
        for response in in_months(read, now - LOOKS_BACK, now):
            name = answer_id(response.reference)
            if name in given:
                found[name] = response
                if len(found) == len(given):
                    return [found[one] for one in given]
    lost = ", ".join(sorted(given[name] for name in given.keys() - found.keys()))
    see = "sayso answers list --state confirmed (without --state: those that do not count)"
    raise NotFoundError(f"there is no answer '{lost}'; see: {see}", field=field)
