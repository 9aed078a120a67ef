"""Every handler imports from what is deployed: its built artefact, its layers and the boto3 of the Lambda runtime.

On the local stack the functions see the packages of the server they run in, so a dependency that is missing from
functions/requirements.txt would go unnoticed there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from functools import cached_property
from pathlib import Path

import pytest

from sayso.wiring_desk import DeskWiring
from tests.artefact import Artefact, built_artefact

# Each handler, and what it asks the wiring for: the wiring imports late, so that it has to be made to be proved.
SERVICES = {
    "count_responses": ["count_responses"],
    "daily": ["replan_everyone", "verify_counts", "retire_identities"],
    "digest": ["weekly_digest", "monthly_digest", "prepare_reviews"],
    "dispatch": ["dispatch_due", "dispatch_news"],
    "follow_up": ["open_follow_up"],
    "hooks": ["origin", "take_hook"],
    "notify": ["tell_owner", "channels", "mail_writer"],
    "on_event": ["hear_ticket", "hear_touchpoint"],
    "on_mail_event": ["hear_mail_event", "hear_notice_event", "hear_news_event"],
    "owner_api": [
        *("origin", "links", "owners", "read_case", "work_on_case"),
        *("reviews", "record_review", "review_pack", "review_pages", "hold_account", "review_edition"),
    ],
    "plain_page": ["origin", "links", "record_answer", "renderer"],
    "plan": ["plan_invitations"],
    "public_api": ["origin", "links", "record_answer", "leave"],
    "publish_page": ["publish_page", "page_renderer"],
    "remind": ["remind_owners"],
    "route_changes": ["announce"],
    "send": ["send_invitation", "send_news"],
    "settle": ["settle_answer"],
    "site_files": ["renderer"],
    "staff_api": [
        "origin",
        "links",
        *(name for name, one in vars(DeskWiring).items() if isinstance(one, cached_property)),
    ],
}
# What the Lambda runtime for Python has besides the standard library.
_RUNTIME = ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "six.py", "urllib3")

_WIRING = """
from sayso.adapters.settings import Settings
from sayso.wiring_desk import DeskWiring
names = "TABLE_NAME SITE_URL SITE_BUCKET SEND_QUEUE_URL PLAN_QUEUE_URL FOLLOW_UP_QUEUE_URL PAGE_QUEUE_URL"
names += " SETTLE_QUEUE_URL NOTIFY_QUEUE_URL"
names += " LINK_KEYS_SECRET ADDRESS_KEY_SECRET CONFIGURATION_SET HOOK_SECRETS_SECRET BUS_NAME SENDER_IDENTITY"
names += " ORIGIN_KEYS_SECRET CHANNEL_ADDRESSES_SECRET"
wiring = DeskWiring(Settings({**dict.fromkeys(names.split(), "x"), "SETTLE_SECONDS": "600"}))
"""


@pytest.fixture(scope="module")
def artefact() -> Artefact:
    return built_artefact()


@pytest.fixture(scope="module")
def lambda_runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runtime")
    installed = Path(sysconfig.get_paths()["purelib"])
    for name in _RUNTIME:
        (folder / name).symlink_to(installed / name)
    return folder


def _import(code: str, path: list[Path]) -> subprocess.CompletedProcess[str]:
    # -S: no site-packages, so that nothing of this machine's environment is there.
    return subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={"PYTHONPATH": os.pathsep.join(map(str, path)), "AWS_DEFAULT_REGION": "eu-central-1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_function_is_looked_at(artefact: Artefact) -> None:
    assert artefact.handlers() == list(SERVICES)


@pytest.mark.parametrize("handler", list(SERVICES))
def test_it_imports_from_its_artefact_alone(handler: str, artefact: Artefact, lambda_runtime: Path) -> None:
    code = f"""
import sayso.handlers.{handler} as door
assert callable(door.handle)
assert door.__file__.startswith({str(artefact.functions)!r}), door.__file__
{_WIRING}
wiring.queue("x")
for name in {SERVICES[handler]!r}:
    getattr(wiring, name)
"""
    done = _import(code, [*artefact.path_of(handler), lambda_runtime])
    assert done.returncode == 0, done.stderr


def test_all_that_the_wiring_can_make_is_importable_with_the_layers(artefact: Artefact, lambda_runtime: Path) -> None:
    code = f"""
import inspect
from functools import cached_property
{_WIRING}
made = [name for name, part in inspect.getmembers(DeskWiring) if isinstance(part, cached_property)]
assert len(made) > 20
for name in made:
    getattr(wiring, name)
print(wiring.renderer.text("scale-low", "de"))
"""
    done = _import(code, [artefact.functions, *artefact.layers.values(), lambda_runtime])
    assert done.returncode == 0, done.stderr


def test_offices_and_channels_work_with_their_layer(artefact: Artefact, lambda_runtime: Path) -> None:
    code = """
from datetime import date
import apprise
from sayso.adapters import channels, offices
assert apprise.__file__.startswith(LAYER), apprise.__file__
assert date(2026, 12, 25) in offices._calendar("NL")
assert channels.service_of("jsons://127.0.0.1/") == "JSON"
""".replace("LAYER", repr(str(artefact.layers["FollowUpLayer"])))
    done = _import(code, [artefact.functions, artefact.layers["FollowUpLayer"], lambda_runtime])
    assert done.returncode == 0, done.stderr


def test_a_report_is_typeset_with_its_layer(artefact: Artefact, lambda_runtime: Path) -> None:
    code = """
import typst
assert typst.__file__.startswith(LAYER), typst.__file__
pdf = typst.compile(b'#set document(title: "T")\\n= T', format="pdf", pdf_standards=["ua-1"])
assert pdf.startswith(b"%PDF"), pdf[:20]
""".replace("LAYER", repr(str(artefact.layers["ReportLayer"])))
    done = _import(code, [artefact.functions, artefact.layers["ReportLayer"], lambda_runtime])
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("heavy", ["jinja2", "apprise", "holidays", "typst"])
def test_a_function_carries_nothing_that_it_does_not_use(heavy: str, artefact: Artefact, lambda_runtime: Path) -> None:
    done = _import(f"import {heavy}", [*artefact.path_of("public_api"), lambda_runtime])
    assert f"No module named '{heavy}'" in done.stderr


def test_the_artefacts_stay_small(artefact: Artefact) -> None:
    assert _size(artefact.functions) < 40_000_000, f"{_size(artefact.functions):,} bytes in every function"
    # Lambda takes 250 MB, unpacked, for a function and its layers together.
    together = sum(_size(folder) for folder in (artefact.functions, *artefact.layers.values()))
    assert together < 240_000_000, f"{together:,} bytes in a function with every layer"


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
