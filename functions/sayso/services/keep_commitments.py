"""Keeps commitments: what was heard and what is done about it, and what of it the public may read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from sayso.domain.commitment import Commitment
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.programme import Programme
from sayso.ports import Clock, Commitments

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")


@dataclass(frozen=True)
class KeepCommitments:
    """See the module. Every refusal names the field, and changes nothing."""

    commitments: Commitments
    programme: Programme
    clock: Clock

    def add(self, commitment_id: str, fields: Mapping[str, Any]) -> Commitment:
        """Add one under a short name of its own, such as ``faster-replies``."""
        if not _NAME.match(commitment_id):
            raise InvalidInputError("write a short name in small letters, such as faster-replies", field="id")
        if self.commitments.get(commitment_id):
            raise InvalidInputError(f"'{commitment_id}' is there already", field="id")
        now = self.clock()
        return self._save(
            {**_known_fields(fields), "commitment_id": commitment_id, "created_at": now, "updated_at": now}
        )

    def edit(self, commitment_id: str, fields: Mapping[str, Any]) -> Commitment:
        """Change the given fields; texts are merged by language."""
        known = self.get(commitment_id)
        merged = known.model_dump()
        for name, value in _known_fields(fields).items():
            merged[name] = {**merged[name], **value} if isinstance(value, Mapping) else value
        return self._save({**merged, "updated_at": self.clock()}, must_be_complete=known.published_on is not None)

    def publish(self, commitment_id: str) -> Commitment:
        """Let the public read it, in all languages of the page."""
        known = self.get(commitment_id)
        published_on = known.published_on or self._today()
        return self._save(
            {**known.model_dump(), "published_on": published_on, "updated_at": self.clock()}, must_be_complete=True
        )

    def get(self, commitment_id: str) -> Commitment:
        """One commitment; raises NotFoundError."""
        found = self.commitments.get(commitment_id)
        if found is None:
            known = ", ".join(sorted(one.commitment_id for one in self.commitments.list())) or "none yet"
            raise NotFoundError(f"there is no commitment '{commitment_id}'; known: {known}", field="id")
        return found

    def list(self) -> list[Commitment]:
        """All of them, the last changed first."""
        return sorted(self.commitments.list(), key=lambda one: one.updated_at, reverse=True)

    def _save(self, fields: Mapping[str, Any], *, must_be_complete: bool = False) -> Commitment:
        try:
            commitment = Commitment.model_validate(fields)
        except ValidationError as error:
            problem = error.errors()[0]
            raise InvalidInputError(problem["msg"], field=".".join(map(str, problem["loc"]))) from None
        if must_be_complete:
            commitment.check_publishable(self.programme.company.languages)
        try:
            return self.commitments.save(commitment)
        except ConflictError:
            raise InvalidInputError("was changed by somebody else meanwhile; look at it again", field="id") from None

    def _today(self) -> date:
        return self.clock().astimezone(self.programme.zone).date()


def _known_fields(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    for name in fields:
        if name not in Commitment.model_fields:
            raise InvalidInputError("is not a field of a commitment", field=name)
    return fields
