"""The desk's API on a world in memory: each role signs in, and asks as its browser would."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any, get_args
from unittest.mock import patch

import sayso.handlers
from sayso.domain.staff import Role
from sayso.handlers import edge, staff_api
from sayso.ports import Person
from tests.builders import World
from tests.doors import Answered, event, knock

PEOPLE: dict[Role, str] = {
    "manager": "manager@polder.example",
    "owner": "anna@polder.example",
    "viewer": "viewer@polder.example",
}
"""Who has which role; the owner is the owner of the accounts a test gives them with `owner_email`."""
ROUTES = tuple(
    (route.method, route.path, route.func) for route in (*staff_api.app._static_routes, *staff_api.app._dynamic_routes)
)
_HANDLERS = [
    import_module(f"sayso.handlers.{found.name}")
    for found in pkgutil.iter_modules(sayso.handlers.__path__)
    if found.name.startswith("staff_")
]


class FakeSignedIn:
    """Whose token is whose; those of `gone` are worth nothing any more."""

    def __init__(self) -> None:
        self.gone: set[str] = set()

    def person(self, token: str) -> Person | None:
        return None if token in self.gone or "@" not in token else Person(token, token.partition("@")[0].title())


class Desk:
    """See the module. A token is the address of whom it is."""

    def __init__(self, world: World | None = None) -> None:
        self.world = world or World()
        self.world.signed_in = self.signed_in = FakeSignedIn()  # type: ignore[assignment]

    def get(self, path: str, role: Role = "manager", **changes: Any) -> Answered:
        """Look at something."""
        return self.ask("GET", path, role=role, **changes)

    def post(self, path: str, body: Any, role: Role = "manager", **changes: Any) -> Answered:
        """Change something."""
        return self.ask("POST", path, body, role=role, **changes)

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        role: Role | None = "manager",
        token: str | None = None,
        claims: Mapping[str, Any] | None = None,
        **changes: Any,
    ) -> Answered:
        """A request as the HTTP API hands it on behind its JWT authorizer; `role` None is in no group."""
        path, _, query = path.partition("?")
        bearer = token if token is not None else PEOPLE[role] if role else "nobody@polder.example"
        text = body if body is None or isinstance(body, str) else json.dumps(body)
        request = event(
            method,
            path,
            text,
            query=query,
            headers={"content-type": "application/json", "authorization": f"Bearer {bearer}"},
            **changes,
        )
        groups = {"cognito:groups": f"[{role}]"} if role else {}
        known = {"token_use": "access", **groups} if claims is None else dict(claims)
        request["requestContext"]["authorizer"] = {"jwt": {"claims": known, "scopes": None}}
        return knock(staff_api.handle, request)

    @property
    def changes(self) -> list[dict[str, Any]]:
        """What was recorded, the latest first."""
        return list(self.get("/api/staff/changes").json["items"])


def roles_of(route: Any) -> tuple[Role, ...]:
    """The roles a route is for, as its signature says."""
    for parameter in route.__annotations__.values():
        found = eval(parameter, vars(import_module(route.__module__))) if isinstance(parameter, str) else parameter  # noqa: S307
        for part in get_args(found):
            roles = getattr(getattr(part, "dependency", None), "roles", None)
            if roles:
                return tuple(roles)
    raise AssertionError(f"{route.__name__} does not say whom it is for")


@contextmanager
def open_desk(world: World | None = None) -> Iterator[Desk]:
    """The desk while its handlers run on a world in memory."""
    desk = Desk(world)
    with ExitStack() as stack:
        for module in (edge, *_HANDLERS):
            if hasattr(module, "of_this_function"):
                stack.enter_context(patch.object(module, "of_this_function", lambda: desk.world))
        yield desk
