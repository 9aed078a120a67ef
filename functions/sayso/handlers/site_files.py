"""The door for CloudFormation: puts the static pages in place, so that `sam deploy` alone is a whole deployment."""

from __future__ import annotations

import json
from typing import Any
from urllib.request import Request, urlopen

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.wiring import of_this_function

logger = Logger()
# The same for ever: another id would make CloudFormation delete the "old" pages behind the new ones.
_PHYSICAL_ID = "sayso-static-pages"


def handle(event: dict[str, Any], _context: LambdaContext) -> None:
    """Write all static pages on create and update; on delete leave them to the bucket. Always reports back."""
    reason, files = "", 0
    try:
        if event["RequestType"] != "Delete":
            files = _put_pages()
    except Exception as error:
        logger.exception("static pages failed")
        reason = f"{type(error).__name__}: {error}"[:500]
    _report(event, reason, files)


def _put_pages() -> int:
    from sayso.adapters.desk_files import SignIn, desk_files
    from sayso.adapters.site import BucketSite
    from sayso.adapters.static_pages import static_pages

    wiring = of_this_function()
    settings = wiring.settings
    site = BucketSite(wiring.client("s3"), settings.site_bucket)
    sign_in = SignIn(
        url=settings.sign_in_url,
        issuer=settings.issuer,
        client_id=settings.user_pool_client,
        pool_url=settings.pool_url,
        needs_app=settings.needs_app,
    )
    files = [
        *static_pages(wiring.renderer, wiring.programme),
        *desk_files(wiring.renderer, wiring.programme, sign_in),
    ]
    for file in files:
        site.put(file.path, file.body, file.content_type, file.cache_control)
    return len(files)


def _report(event: dict[str, Any], reason: str, files: int) -> None:
    body = {
        "Status": "FAILED" if reason else "SUCCESS",
        "Reason": reason or f"{files} files",
        "PhysicalResourceId": event.get("PhysicalResourceId", _PHYSICAL_ID),
        "StackId": event["StackId"],
        "RequestId": event["RequestId"],
        "LogicalResourceId": event["LogicalResourceId"],
        "Data": {"Files": str(files)},
    }
    request = Request(event["ResponseURL"], json.dumps(body).encode(), {"Content-Type": ""}, method="PUT")  # noqa: S310
    with urlopen(request, timeout=20):  # noqa: S310 - the address is CloudFormation's own
        pass
