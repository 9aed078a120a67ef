"""What changed about a commitment from one version to the next, field by field and language by language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sayso.domain.commitment import TEXT_FIELDS, ChangeKind, Commitment, CommitmentVersion, PublicTexts
from sayso.domain.programme import LANGUAGES


@dataclass(frozen=True)
class FieldChange:
    """One field, such as ``title.de`` or ``status``; an empty side says that there was nothing, or is not any more."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """What somebody did to a commitment. `at` in UTC."""

    what: Literal["added"] | ChangeKind
    by: str
    at: datetime
    fields: tuple[FieldChange, ...] = ()


def history_of(versions: Sequence[CommitmentVersion], now: Commitment) -> list[Change]:
    """Every change, the oldest first; `versions` are in that order, too."""
    states = [version.before for version in versions] + [now]
    added = Change("added", states[0].updated_by, states[0].created_at)
    changes = [
        Change(version.what, version.by, version.at, tuple(_owned_differences(before, after)))
        for version, before, after in zip(versions, states, states[1:], strict=False)
    ]
    return [added, *changes]


def differences(before: PublicTexts, after: PublicTexts) -> Iterator[FieldChange]:
    """What reads otherwise: texts by language, then the rest."""
    for name in TEXT_FIELDS:
        was, is_now = getattr(before, name), getattr(after, name)
        for language in LANGUAGES:
            if was.get(language, "") != is_now.get(language, ""):
                yield FieldChange(f"{name}.{language}", was.get(language, ""), is_now.get(language, ""))
    for name in PublicTexts.model_fields:
        if name not in TEXT_FIELDS and getattr(before, name) != getattr(after, name):
            yield FieldChange(name, _plain(getattr(before, name)), _plain(getattr(after, name)))


def _owned_differences(before: Commitment, after: Commitment) -> Iterator[FieldChange]:
    yield from differences(before.draft, after.draft)
    if before.owner != after.owner:
        yield FieldChange("owner", before.owner, after.owner)


def _plain(value: str | date | None) -> str:
    return str(value or "")
