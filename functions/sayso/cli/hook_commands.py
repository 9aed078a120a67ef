"""`sayso hooks`: the helpdesks that call us, their secrets, and a try without them."""

from __future__ import annotations

import json as jsonlib
import secrets as randomness
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import typer

from sayso.adapters.hook_secrets import HookSecretsKeeper
from sayso.adapters.kept_secret import KeptSecret
from sayso.cli.local_stack import address_behind
from sayso.cli.show import AsJson, StackName, as_json, done, read_hidden, say, table
from sayso.cli.target import Target, find
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError, SaysoError
from sayso.domain.hooks import Hook
from sayso.domain.programme import Programme
from sayso.domain.signatures import STANDARD_PREFIX, check_secret, sign

app = typer.Typer(help="Let helpdesks and other systems call Sayso.", no_args_is_help=True)
# Where the other side makes the secret and shows it.
_MADE_ELSEWHERE = ("zendesk", "standard")
_USER = "sayso"

SourceName = Annotated[str, typer.Argument(metavar="SOURCE", help="A source of the programme's hooks.")]


@app.command("list")
def list_hooks(stack: StackName = None, json: AsJson = False) -> None:
    """List the sources of the programme, the address of each, and whether its secret is there."""
    target = find(stack)
    hooks, kept = target.wiring().programme.hooks, _keeper(target).all()
    found = [
        {
            "source": source,
            "scheme": hook.scheme,
            "about": hook.touchpoint or "tickets",
            "url": _url(target, source),
            "secrets": len(kept.get(source, ())),
        }
        for source, hook in hooks.items()
    ]
    # Their hooks were taken out of the programme; nothing gets in by them any more.
    unused = sorted(kept.keys() - hooks.keys())
    if json:
        as_json({"hooks": found, "unused_secrets": unused})
        return
    words = ("none: sayso hooks set", "set", "new and old")
    rows = [(*list(one.values())[:4], words[min(2, int(str(one["secrets"])))]) for one in found]
    table("Hooks", ("source", "scheme", "about", "address", "secret"), rows, empty="The programme has no hooks.")
    if unused:
        say(f"Secrets of sources that are not in the programme: {', '.join(unused)}.")


@app.command("set")
def set_secret(
    source: SourceName,
    generate: Annotated[
        bool | None,
        typer.Option(
            "--generate/--read",
            help="Make a secret, or read the one the other side made, from a prompt or standard input. "
            "Default: read for zendesk and standard, make for the others.",
        ),
    ] = None,
    rotate: Annotated[bool, typer.Option("--rotate", help="Keep the present secret beside the new one.")] = False,
    finish: Annotated[bool, typer.Option("--finish", help="End a rotation: forget the old secret.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Set the secret of a source, and say what to put into the helpdesk.

    The functions know a new secret within a minute.
    """
    target = find(stack)
    hook, keeper = _hook(target.wiring().programme, source), _keeper(target)
    present = keeper.all().get(source, ())
    if finish:
        _finish(keeper, source, present)
        shown = {"source": source, "url": _url(target, source), "secrets": 1}
        done(f"The old secret of {source} has ended.", shown, json=json)
        return
    makes = hook.scheme not in _MADE_ELSEWHERE if generate is None else generate
    secret = _generated(hook) if makes else read_hidden(f"The secret of {source}")
    made = secret if makes else ""
    check_secret(hook, secret)
    kept = (secret, *(present[:1] if rotate and present[:1] != (secret,) else ()))
    keeper.keep(source, kept)
    if json:
        shown = {"secret": made} if made else {}
        as_json({"source": source, "url": _url(target, source), "secrets": len(kept), **shown})
        return
    _tell(hook, source, _url(target, source), made, both=len(kept) > 1)


def _finish(keeper: HookSecretsKeeper, source: str, present: tuple[str, ...]) -> None:
    if not present:
        raise NotFoundError(f"there is no secret yet; set one with: sayso hooks set {source}", field=source)
    if len(present) < 2:
        raise ConflictError(f"No rotation of {source} is open; nothing was changed.")
    keeper.keep(source, present[:1])


@app.command("test")
def try_hook(
    source: SourceName,
    file: Annotated[Path, typer.Option(help="The body, as the helpdesk would send it.", exists=True, dir_okay=False)],
    for_real: Annotated[
        bool, typer.Option("--for-real", help="Put the event on the bus, too. Somebody may be asked.")
    ] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Sign a body and post it to the stack as the helpdesk would; nothing comes of it, unless --for-real.

    Exit code 1 when it is refused.
    """
    target = find(stack)
    hook = _hook(target.wiring().programme, source)
    present = _keeper(target).all().get(source, ())
    if not present:
        raise NotFoundError(f"there is no secret yet; set one with: sayso hooks set {source}", field=source)
    body = file.read_bytes()
    headers = {"content-type": "application/json", **sign(hook, present[0], body, datetime.now(UTC))}
    status, answer = _post(target, source, headers if for_real else {**headers, "sayso-dry-run": "yes"}, body)
    if json:
        as_json({"status": status, "answer": answer})
    else:
        say(f"{status}: {_in_words(answer, hook)}")
    if status >= 300:
        raise typer.Exit(1)


def _post(target: Target, source: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
    url = _url(target, source)
    if target.local:
        url, headers["host"] = address_behind(target.local, url)
    request = Request(url, body, headers, method="POST")  # noqa: S310 - the address of our own stack
    try:
        with urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, _json(answer.read())
    except HTTPError as error:
        return error.code, _json(error.read())
    except URLError as error:
        raise SaysoError(f"{url} cannot be reached: {error.reason}") from None


def _json(content: bytes) -> Any:
    try:
        return jsonlib.loads(content)
    except ValueError:
        return content.decode(errors="replace")[:200]


def _in_words(answer: Any, hook: Hook) -> str:
    if not isinstance(answer, dict):
        return str(answer)
    if "error" in answer:
        field, reason = answer["error"]["field"], answer["error"]["reason"]
        looked_at = getattr(hook.fields, field or "", None)
        if reason == "is missing" and looked_at:
            reason = f"nothing at {looked_at} in the body"
        return f"{field}: {reason}" if field else reason
    said = {
        "checked": f"right; it would put {answer.get('event')} on the bus. Nothing was done.",
        "accepted": f"{answer.get('event')} is on the bus.",
        "ignored": f"ignored: {answer.get('reason')}.",
    }
    return said.get(str(answer.get("state")), str(answer))


def _tell(hook: Hook, source: str, url: str, made: str, *, both: bool) -> None:
    say(f"The secret of {source} is set{', and the old one still holds' if both else ''}.")
    say("Put into the other system:")
    say(f"  Address: {url}")
    if made and hook.scheme == "basic":
        user, _, password = made.partition(":")
        say(f"  User: {user}")
        say(f"  Password: {password}")
    elif made and hook.scheme == "header":
        say(f"  Header: {hook.header}: {made}")
    elif made:
        say(f"  Secret: {made}")
    if made:
        say("It is shown this once.")
    if both:
        say(f"When the new one is in place, forget the old one: sayso hooks set {source} --finish")


def _generated(hook: Hook) -> str:
    if hook.scheme == "standard":
        return STANDARD_PREFIX + b64encode(randomness.token_bytes(32)).decode()
    secret = randomness.token_urlsafe(32)
    return f"{_USER}:{secret}" if hook.scheme == "basic" else secret


def _hook(programme: Programme, source: str) -> Hook:
    if source not in programme.hooks:
        known = ", ".join(programme.hooks) or "none yet"
        raise InvalidInputError(f"'{source}' is not one of the programme's hooks; it has: {known}", field="source")
    return programme.hooks[source]


def _keeper(target: Target) -> HookSecretsKeeper:
    return HookSecretsKeeper(KeptSecret(target.wiring().client("secretsmanager"), target.outputs["HookSecretsSecret"]))


def _url(target: Target, source: str) -> str:
    return f"{target.outputs['SiteUrl'].rstrip('/')}/api/hooks/{source}"
