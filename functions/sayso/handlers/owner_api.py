"""The door for our own people: a follow-up, reviews, a hold, the next edition, each with a signed link as its key.

A function of its own: what a contact's browser can reach shall not be able to change any of it.
"""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.handlers import owner_case, owner_edition, owner_hold, owner_review
from sayso.handlers.api_door import new_app
from sayso.handlers.edge import only_through_the_edge
from sayso.handlers.http_request import resolve

app = new_app()
for door in (owner_case, owner_review, owner_hold, owner_edition):
    app.include_router(door.router)


@only_through_the_edge
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer one request of the HTTP API (payload 2.0)."""
    return resolve(app, event, context)
