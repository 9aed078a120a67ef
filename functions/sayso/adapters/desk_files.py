"""The desk as files of the site: what was built of frontend/desk, and what a deployment tells it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.adapters.rendering import FRONTEND, Renderer
from sayso.adapters.static_pages import StaticFile
from sayso.domain.programme import Programme

DESK = FRONTEND / "desk"
SCOPES = "openid email profile aws.cognito.signin.user.admin"
# Asked for anew each time: they name the assets of the latest deployment, or hold what it set.
_FRESH = "no-cache"
# A name with a fingerprint never holds anything else.
_FOR_EVER = "public, max-age=31536000, immutable"
# What people type: it leads to the desk, since nothing rewrites addresses before they reach the bucket.
_TYPED = ("desk", "desk/")
_CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True)
class SignIn:
    """Where people sign in: the pool's managed login, the issuer its tokens name, the desk's client there, where the
    pool itself is asked, and whether nobody gets in without a second factor."""

    url: str
    issuer: str
    client_id: str
    pool_url: str
    needs_app: bool


def desk_files(renderer: Renderer, programme: Programme, sign_in: SignIn, built: Path = DESK) -> Iterator[StaticFile]:
    """Every file below /desk/, and what leads there.

    Raises
    ------
    FileNotFoundError
        When the desk was not built: an empty one is never published.
    KeyError
        When a file is of a kind that has no content type here.
    """
    if not (built / "index.html").is_file():
        raise FileNotFoundError("The desk is not built. Build it with: make build")
    for file in sorted(one for one in built.rglob("*") if one.is_file()):
        name = file.relative_to(built).as_posix()
        kept = _FOR_EVER if name.startswith("assets/") else _FRESH
        yield StaticFile(f"desk/{name}", file.read_bytes(), _CONTENT_TYPES[file.suffix], kept)
    colours = renderer.render("assets/colours.css", programme.company.default_language)
    yield StaticFile("desk/colours.css", colours.encode(), _CONTENT_TYPES[".css"], _FRESH)
    icon = renderer.render("assets/icon.svg", programme.company.default_language)
    yield StaticFile("desk/icon.svg", icon.encode(), _CONTENT_TYPES[".svg"], _FRESH)
    door = renderer.render("assets/door.html", programme.company.default_language)
    for typed in _TYPED:
        yield StaticFile(typed, door.encode(), _CONTENT_TYPES[".html"], _FRESH)
    settings = json.dumps(desk_settings(programme, sign_in), ensure_ascii=False, indent=1)
    yield StaticFile("desk/settings.json", settings.encode(), _CONTENT_TYPES[".json"], _FRESH)


def desk_settings(programme: Programme, sign_in: SignIn) -> dict[str, Any]:
    """What the desk is told before anybody has signed in: anybody can read it."""
    company = programme.company
    return {
        "company": company.name,
        "languages": list(company.languages),
        "address": {language: programme.form_of_address(language) for language in company.languages},
        "time_zone": company.timezone,
        "accent": company.colour,
        # All the addresses are given, so that the page asks nobody for them.
        "sign_in": {
            "authority": sign_in.issuer,
            "client_id": sign_in.client_id,
            "authorization_endpoint": f"{sign_in.url}/oauth2/authorize",
            "token_endpoint": f"{sign_in.url}/oauth2/token",
            "revocation_endpoint": f"{sign_in.url}/oauth2/revoke",
            "logout_endpoint": f"{sign_in.url}/logout",
            "scope": SCOPES,
            "pool": f"{sign_in.pool_url}/",
            "needs_app": sign_in.needs_app,
        },
    }
