"""The door of the desk, where whoever runs the programme signs in.

The API lets nothing through to it without a token of the company's own user pool; see `staff_door` for the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.handlers import (
    staff_accounts,
    staff_answers,
    staff_cases,
    staff_cases_report,
    staff_changes,
    staff_commitments,
    staff_commitments_steps,
    staff_contacts,
    staff_editions,
    staff_home,
    staff_import,
    staff_links,
    staff_me,
    staff_numbers,
    staff_programme,
    staff_quotes,
    staff_telling,
)
from sayso.handlers.api_door import new_app
from sayso.handlers.edge import only_through_the_edge
from sayso.handlers.http_request import resolve
from sayso.handlers.staff_door import CLAIMS

app = new_app()
for door in (
    staff_me,
    staff_changes,
    staff_answers,
    staff_programme,
    staff_cases_report,
    staff_cases,
    staff_home,
    staff_numbers,
    staff_commitments,
    staff_commitments_steps,
    staff_editions,
    staff_links,
    staff_quotes,
    staff_telling,
    staff_accounts,
    staff_import,
    staff_contacts,
):
    app.include_router(door.router)


@only_through_the_edge
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer one request of the HTTP API (payload 2.0)."""
    app.append_context(**{CLAIMS: _claims(event)})  # type: ignore[no-untyped-call]
    return resolve(app, event, context)


def _claims(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the authorizer read in the token: nothing where a request came by another way."""
    found: Any = event
    for part in ("requestContext", "authorizer", "jwt", "claims"):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}
