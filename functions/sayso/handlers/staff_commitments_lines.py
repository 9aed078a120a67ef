"""How a commitment is told to the desk: as a line of the list, and whole."""

from __future__ import annotations

from typing import Any

from sayso.domain.commitment import TEXT_FIELDS, Commitment
from sayso.domain.commitment_history import Change, FieldChange, differences
from sayso.domain.commitment_rules import TEXT_LIMIT, TITLE_LIMIT
from sayso.domain.edition import PublishedCommitment
from sayso.domain.staff import Staff
from sayso.domain.time import utc_text
from sayso.handlers.staff_commitments_shapes import CommitmentLine, CommitmentMove, FieldMove, OneCommitment, Publicity
from sayso.services.desk_commitments import state_of
from sayso.wiring_desk import of_this_function

_DAYS = ("planned_for", "done_on", "decided_on", "published_on")


def line(one: Commitment) -> CommitmentLine:
    """A commitment, to those who may read drafts."""
    state: Publicity = "public" if one.public else "off" if one.published_on else "draft"
    found: Any = {
        "id": one.commitment_id,
        "title": one.title,
        "status": one.status,
        "state": "changed" if one.has_draft else state,
        "theme": one.theme,
        "owner": one.owner,
        "voices": one.voices,
        "asked_by": None,
        "updated_at": utc_text(one.updated_at),
        "updated_by": one.updated_by,
        "missing": of_this_function().desk_commitments.missing(one),
        **_days(one),
    }
    return found  # type: ignore[no-any-return]


def public_line(one: PublishedCommitment) -> CommitmentLine:
    """A commitment as the public page has it."""
    found: Any = {
        "id": one.id,
        "title": one.title,
        "status": one.status,
        "state": "public",
        "theme": one.theme,
        "owner": "",
        "voices": None,
        "asked_by": of_this_function().desk_commitments.asked_by(one),
        "updated_at": None,
        "updated_by": "",
        "missing": [],
        **_days(one),
    }
    return found  # type: ignore[no-any-return]


def whole(one: Commitment, staff: Staff) -> OneCommitment:
    """A commitment with all of its texts."""
    return {
        **_frame(line(one), one),  # type: ignore[typeddict-item]
        "state": state_of(one),
        "differs": [move(change) for change in differences(one.public, one.draft)] if one.public else [],
        "removable": one.published_on is None and one.public is None,
        "may_edit": staff.is_manager,
    }


def public_whole(one: PublishedCommitment) -> OneCommitment:
    """A commitment with the texts the public reads."""
    return {
        **_frame(public_line(one), one),  # type: ignore[typeddict-item]
        "state": "",
        "differs": [],
        "removable": False,
        "may_edit": False,
    }


def moved(change: Change) -> CommitmentMove:
    """What somebody did."""
    fields = [move(one) for one in change.fields]
    return {"what": change.what, "by": change.by, "at": utc_text(change.at), "fields": fields}


def move(change: FieldChange) -> FieldMove:
    """A field that reads otherwise."""
    return {"field": change.field, "before": change.before, "after": change.after}


def texts_of(one: Commitment) -> dict[str, Any]:
    """What is recorded of a commitment before and after a change: all but who is behind it."""
    kept = one.model_dump(mode="json", exclude={"voices", "revision", "public", "created_at", "updated_at"})
    return {name: value for name, value in kept.items() if value not in (None, "", {})} | {"public": one.is_public}


def _frame(line_of_it: CommitmentLine, one: Commitment | PublishedCommitment) -> dict[str, Any]:
    languages = list(of_this_function().programme.company.languages)
    return {
        "line": line_of_it,
        "texts": {name: getattr(one, name) for name in TEXT_FIELDS},
        "languages": languages,
        "limits": {"title": TITLE_LIMIT, "text": TEXT_LIMIT},
    }


def _days(one: Commitment | PublishedCommitment) -> dict[str, str | None]:
    return {name: day.isoformat() if (day := getattr(one, name)) else None for name in _DAYS}
