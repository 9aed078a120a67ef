"""What a commitment may say before it is kept, and what it has to say before the public reads it."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sayso.domain.commitment import STATUSES, TEXT_FIELDS, Commitment, PublicTexts, Texts
from sayso.domain.errors import InvalidInputError
from sayso.domain.own_staff import is_ours
from sayso.domain.programme import LANGUAGES, Language, Programme
from sayso.domain.public_text import harmless

TITLE_LIMIT = 120
TEXT_LIMIT = 1_000
DATE_FIELDS = ("planned_for", "done_on", "decided_on")
PLAIN_FIELDS = ("status", "theme", "owner")
FIELDS = (*TEXT_FIELDS, *PLAIN_FIELDS, *DATE_FIELDS)
"""What may be given; all else follows."""

# Of which status a date is a fact, and, for the message, in words.
_DATED = {
    "planned_for": (("planned", "in_progress"), "planned or in progress"),
    "done_on": (("done",), "done"),
    "decided_on": (("declined",), "declined"),
}


def read_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given as the fields of a commitment, tidied: texts by language (empty ones say: none any more), dates.

    Raises InvalidInputError, naming the field, for what cannot be one.
    """
    fields: dict[str, Any] = {}
    for name, value in given.items():
        if name in TEXT_FIELDS:
            fields[name] = _texts(name, value)
        elif name in DATE_FIELDS:
            fields[name] = _day(name, value)
        elif name in PLAIN_FIELDS:
            fields[name] = _plain(name, value)
        else:
            raise InvalidInputError("is not a field of a commitment", field=name)
    return fields


def with_texts(before: Texts, changes: Texts) -> Texts:
    """Texts with those of some languages changed, in the usual order; an empty one is taken out."""
    merged = {**before, **changes}
    return {language: merged[language] for language in LANGUAGES if merged.get(language)}


def checked(
    after: Commitment, given: Mapping[str, Any], before: Commitment | None, programme: Programme, today: date
) -> Commitment:
    """What is to be kept: dates that no longer apply are gone, and what was declined says when.

    Parameters
    ----------
    after : Commitment
        With the changes in it.
    given : mapping
        The fields that were given (`read_fields`).
    before : Commitment or None
        As it is kept; None for a new one. What was kept and stays may be what is refused today.
    today : date
        In the company's time zone.

    Raises
    ------
    InvalidInputError
        Naming the field, for a change that may not be.
    """
    for mistake in mistakes_of(after, given, before, programme, today):
        raise mistake
    return _with_its_dates(after, today)


def mistakes_of(
    after: Commitment,
    given: Mapping[str, Any],
    before: Commitment | None,
    programme: Programme,
    today: date,
    unread: Collection[str] = (),
) -> list[InvalidInputError]:
    """Every refusal of `checked`, in its order; of `unread` fields nobody knows what they were to say."""
    found = [*_dates_of_another_status(after, given), *_wrong_theme_or_owner(after, before, programme)]
    found += [*_missing_facts(after), *_days_that_cannot_be(_with_its_dates(after, today), before, today)]
    if "status" in unread:
        found = [one for one in found if one.field in ("title", "heard", "theme", "owner")]
    return [one for one in found if one.field not in unread]


def _missing_facts(after: Commitment) -> Iterator[InvalidInputError]:
    for name in ("title", "heard"):
        if not getattr(after, name):
            yield InvalidInputError("needs a text in at least one language", field=name)
    if after.status == "done":
        if not after.did:
            yield InvalidInputError("what is done says what was done, in at least one language", field="did")
        if after.done_on is None:
            yield InvalidInputError("what is done says on which day, such as 2026-12-31", field="done_on")
    if after.status == "declined" and not after.reason:
        yield InvalidInputError("what is declined says why, in at least one language", field="reason")


def _days_that_cannot_be(after: Commitment, before: Commitment | None, today: date) -> Iterator[InvalidInputError]:
    for name in ("done_on", "decided_on"):
        day = getattr(after, name)
        if day and day > today and day != getattr(before, name, None):
            yield InvalidInputError(f"{day} has not come yet", field=name)
    planned = after.planned_for
    if planned and planned < today and planned != (before.planned_for if before else None):
        yield InvalidInputError(f"{planned} is over already", field="planned_for")


def check_complete(draft: PublicTexts, languages: tuple[Language, ...]) -> None:
    """Raise InvalidInputError, naming every text by field and language, for what a reader of the page would miss."""
    missing = list(missing_texts(draft, languages))
    if missing:
        first, *others = missing
        more = f"; nor has {', nor has '.join(others)}" if others else ""
        codes = [code for code in languages if any(one.endswith(f".{code}") for one in missing)]
        page = "is a language of the page: write it" if len(codes) == 1 else "are languages of the page: write them"
        raise InvalidInputError(f"has no text yet{more}; {_listed(codes)} {page}", field=first)
    if draft.status == "done" and draft.done_on is None:
        raise InvalidInputError("is done but does not say when", field="done_on")


def missing_texts(draft: PublicTexts, languages: tuple[Language, ...]) -> Iterator[str]:
    """The texts a reader of the page would miss, such as ``title.de``."""
    needed = ["title", "heard"]
    if draft.status == "declined":
        needed.append("reason")
    elif draft.status != "heard":
        needed.append("did")
    for name in needed:
        for language in languages:
            if not getattr(draft, name).get(language, "").strip():
                yield f"{name}.{language}"


def _listed(codes: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(codes[:-1]), codes[-1])))


def _dates_of_another_status(after: Commitment, given: Mapping[str, Any]) -> Iterator[InvalidInputError]:
    for name, (statuses, words) in _DATED.items():
        if after.status not in statuses and getattr(after, name) and given.get(name):
            yield InvalidInputError(f"is for what is {words}, and this is {_spoken(after.status)}", field=name)


def _with_its_dates(after: Commitment, today: date) -> Commitment:
    changes: dict[str, Any] = {}
    for name, (statuses, _) in _DATED.items():
        if after.status not in statuses and getattr(after, name):
            changes[name] = None
    if after.status == "declined" and after.decided_on is None:
        changes["decided_on"] = today
    return after.having(**changes) if changes else after


def _wrong_theme_or_owner(
    after: Commitment, before: Commitment | None, programme: Programme
) -> Iterator[InvalidInputError]:
    themes = [theme.id for theme in programme.all_themes]
    if after.theme and after.theme not in themes and after.theme != (before.theme if before else ""):
        known = ", ".join(themes) or "none"
        yield InvalidInputError(f"'{after.theme}' is not a theme of the programme; it has: {known}", field="theme")
    if after.owner and after.owner != (before.owner if before else "") and not is_ours(after.owner, programme):
        yield InvalidInputError(
            f"'{after.owner}' is nobody of ours: an address of the company's own domain, or one programme.yaml names",
            field="owner",
        )


def _texts(field: str, given: object) -> Texts:
    if not isinstance(given, Mapping):
        raise InvalidInputError("is written by language, such as en: …", field=field)
    return {language: _text(f"{field}.{language}", field, language, text) for language, text in given.items()}


def _text(where: str, field: str, language: object, given: object) -> str:
    if language not in LANGUAGES:
        raise InvalidInputError(f"'{language}' is not a language; write {', '.join(LANGUAGES)}", field=where)
    if not isinstance(given, str):
        raise InvalidInputError("is not a text", field=where)
    if any(unicodedata.category(sign) == "Cs" for sign in given):
        raise InvalidInputError("is not text: it holds half of a character", field=where)
    text = harmless(given)
    if field == "title" and "\n" in text:
        raise InvalidInputError("is one line", field=where)
    limit = TITLE_LIMIT if field == "title" else TEXT_LIMIT
    if len(text) > limit:
        raise InvalidInputError(f"is {len(text):,} characters long; {limit:,} fit", field=where)
    return text


def _day(field: str, given: object) -> date | None:
    if given is None or given == "":
        return None
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    try:
        return date.fromisoformat(str(given).strip())
    except ValueError:
        raise InvalidInputError(f"'{given}' is not a day; write it like 2026-12-31", field=field) from None


def _plain(field: str, given: object) -> str:
    if not isinstance(given, str):
        raise InvalidInputError("is not a text", field=field)
    value = given.strip()
    if field == "status" and value not in STATUSES:
        raise InvalidInputError(f"'{value}' is none of {', '.join(STATUSES)}", field=field)
    return value


def _spoken(status: str) -> str:
    return "only heard so far" if status == "heard" else status.replace("_", " ")
