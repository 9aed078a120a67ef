"""A company that runs Sayso on the local stack, for the tests: it uses the command line, its people a browser."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from unittest import mock
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

from bs4 import BeautifulSoup

from sayso.adapters.mapping import to_entity
from sayso.cli import local_stack
from sayso.cli import main as command_line
from sayso.cli.local_stack import LocalStack
from sayso.cli.target import Target
from sayso.domain.invitation import Invitation
from sayso.wiring import Wiring

T = TypeVar("T")
PATIENCE = 120.0  # seconds; everything asynchronous on the local stack is done long before


def wait_for(look: Callable[[], T], what: str) -> T:
    """Look again and again until there is something to see; fail with what was waited for."""
    until = time.monotonic() + PATIENCE
    while not (seen := look()):
        assert time.monotonic() < until, f"waited {PATIENCE:.0f} s in vain for {what}"
        time.sleep(0.2)
    return seen


class Company:
    """See the module."""

    def __init__(self, stack: LocalStack, state_dir: Path) -> None:
        self.stack, self._state_dir = stack, state_dir
        self.target = Target(stack.outputs, local_stack.boto_arguments(stack), stack)

    @property
    def wiring(self) -> Wiring:
        return self.target.wiring()

    def sayso(self, *arguments: str, expect: int = 0, stdin: str = "") -> str:
        """Run the command line as an operator would; returns what it says.

        In this process: starting Python and importing everything takes longer than what most commands do. That the
        installed command starts is shown by `test_the_installed_command_starts`.
        """
        said = io.StringIO()
        with (
            mock.patch.dict(os.environ, {"SAYSO_STATE_DIR": str(self._state_dir)}),
            mock.patch.object(sys, "argv", ["sayso", *arguments]),
            mock.patch.object(sys, "stdin", io.StringIO(stdin)),
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
        ):
            code = _exit_code(command_line.main)
        assert code == expect, f"sayso {' '.join(arguments)}: {said.getvalue()}"
        return said.getvalue()

    def read(self, *arguments: str, expect: int = 0) -> Any:
        """The JSON a command answers with."""
        return json.loads(self.sayso(*arguments, "--json", expect=expect))

    def import_contacts(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Import contacts, and wait until what they are to be asked is planned."""
        listed = list(rows)
        file = self._state_dir / "contacts.csv"
        with file.open("w", encoding="utf-8", newline="") as target:
            columns = list(dict.fromkeys(name for row in listed for name in row))
            writer = csv.DictWriter(target, columns)
            writer.writeheader()
            writer.writerows(listed)
        self.sayso("import", "contacts", str(file))
        for row in listed:
            contact = self.wiring.contacts.by_external_ids([row["contact_id"]])[row["contact_id"]]
            wait_for(lambda: self.wiring.invitations.of_contact(contact.contact_id), "the invitations")  # noqa: B023

    def invitations(self) -> list[Invitation]:
        """Everybody's invitations."""
        found = self.wiring.items.scan(("INVITATION#",))
        return [to_entity(Invitation, item) for item in found if item["entity"] == "invitation"]

    def mails(self, to: str) -> list[dict[str, Any]]:
        """The mails to an address, newest first."""
        return list(self.read("outbox", "--to", to))

    def mail(self, to: str, containing: str = "") -> dict[str, Any]:
        """The newest mail to an address that holds a text, once it is there."""
        others: list[dict[str, Any]] = []

        def look() -> list[dict[str, Any]]:
            others[:] = self.mails(to)
            return [mail for mail in others if containing in mail["text"] + mail["subject"]]

        try:
            return wait_for(look, f"a mail to {to} with '{containing}'")[0]
        except AssertionError as error:
            error.add_note(f"there were: {[(mail['subject'], mail['text']) for mail in others[:3]]}")
            raise

    def call(self, method: str, path: str, *, token: str = "", body: Any = None) -> tuple[int, Any]:
        """A request to the site as a browser would make it; returns status and JSON."""
        address, host = local_stack.address_behind(self.stack, self.stack.site_url + path)
        headers = {"Host": host, "Content-Type": "application/json", **({"Sayso-Token": token} if token else {})}
        data = None if body is None else json.dumps(body).encode()
        request = Request(address, data, headers, method=method)  # noqa: S310 - our own stack
        try:
            with urlopen(request, timeout=30) as answer:  # noqa: S310
                return answer.status, json.loads(answer.read() or b"null")
        except HTTPError as error:
            return error.code, json.loads(error.read() or b"null")

    def page(self, path: str) -> tuple[int, str]:
        """A page of the site as text."""
        address, host = local_stack.address_behind(self.stack, self.stack.site_url + path)
        try:
            with urlopen(Request(address, headers={"Host": host}), timeout=30) as answer:  # noqa: S310
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def answer(self, mail: Mapping[str, Any], score: int, **more: Any) -> tuple[int, Any]:
        """Answer as the survey page does once somebody touched it."""
        token = token_of(mail)
        return self.call("PUT", "/api/answer", token=token, body={"score": score, "gesture": True, **more})


def _exit_code(run: Callable[[], None]) -> int:
    try:
        run()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0


def token_of(mail: Mapping[str, Any]) -> str:
    """The token that all links of an invitation carry."""
    return parse_qs(urlsplit(score_link(mail, 0)).query)["t"][0]


def score_link(mail: Mapping[str, Any], score: int) -> str:
    """The address behind one of the eleven numbers of a mail."""
    (link,) = BeautifulSoup(mail["html"], "html.parser").select(f'a.score[href$="&s={score}"]')
    return str(link["href"])


def other_link(mail: Mapping[str, Any], part: str) -> str:
    """The first address in a mail that holds `part`."""
    links = [str(link["href"]) for link in BeautifulSoup(mail["html"], "html.parser").find_all("a", href=True)]
    return next(link for link in links if part in link)
