"""An import says whose language the programme has no mails in, and which one they are written to in instead."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.cli import contact_commands
from sayso.services.import_languages import OtherLanguages
from tests.builders import World, contact, programme
from tests.desk import open_desk
from tests.unit.test_cli import Terminal, terminal
from tests.unit.test_staff_import import ANNA, send

__all__ = ["terminal"]


def people(*locales: str) -> list[dict[str, str]]:
    return [
        {**ANNA, "contact_id": f"crm-{n}", "email": f"p{n}@kaasboer.example", "locale": locale}
        for n, locale in enumerate(locales)
    ]


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("fr", "fr"),
        ("fr-BE", "fr"),
        ("FR_be", "fr"),
        ("deutsch", "deutsch"),
        ("-", "-"),
        ("en", ""),
        ("de-AT", ""),
        ("NL_nl", ""),
        (None, ""),
    ],
)
def test_a_language_is_another_exactly_where_the_programme_has_no_mails_in_it(
    locale: str | None, language: str
) -> None:
    found = OtherLanguages(programme())
    found.note(contact(locale=locale))
    assert dict(found.contacts) == ({language: 1} if language else {})


def test_whoever_is_never_asked_gets_no_mail_in_any_language() -> None:
    found = OtherLanguages(programme())
    found.note(contact(locale="fr", do_not_ask=True))
    found.note(None)
    assert not found.contacts


def test_the_language_that_is_named_is_the_one_they_are_written_to_in() -> None:
    rules = programme(company={"languages": ["de", "nl"]})
    world = World(programme=rules)
    due = world.add_invitation(world.add_contact(locale="fr-BE"))
    assert world.send_invitation.take(world.step(due)) == "sent"
    sent = world.kept(due).snapshot
    assert sent is not None
    assert sent.language == OtherLanguages(rules).instead == "de"


class TestCommand:
    @pytest.fixture
    def world(self, monkeypatch: pytest.MonkeyPatch) -> World:
        world = World()
        monkeypatch.setattr(contact_commands, "find", lambda _: SimpleNamespace(wiring=lambda: world))
        return world

    def file(self, tmp_path: Path, *locales: str) -> str:
        rows = people(*locales)
        file = tmp_path / "list.csv"
        file.write_text("\n".join([",".join(rows[0]), *(",".join(row.values()) for row in rows)]))
        return str(file)

    @pytest.mark.parametrize("check", [("--check",), ()])
    def test_they_are_counted_and_named_and_taken_all_the_same(
        self, world: World, terminal: Terminal, tmp_path: Path, check: tuple[str, ...]
    ) -> None:
        file = self.file(tmp_path, "it", "fr", "fr-BE", "de", "")
        said = terminal.type("import", "contacts", file, *check)
        assert "5 added, 0 changed, 0 unchanged, 0 rejected." in said
        assert (
            "3 contacts speak languages this programme has no mails in (fr, it): they are written to in English."
            in said
        )
        told = terminal.read("import", "contacts", file, *check)
        assert told["other_languages"] == {"languages": {"fr": 2, "it": 1}, "written_to_in": "en"}
        assert told["rejects"] == []

    def test_one_is_said_as_one_in_the_first_language_of_the_company(
        self, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world = World(programme=programme(company={"languages": ["nl", "en"]}))
        monkeypatch.setattr(contact_commands, "find", lambda _: SimpleNamespace(wiring=lambda: world))
        said = terminal.type("import", "contacts", self.file(tmp_path, "de-AT", "nl"))
        assert "1 contact speaks a language this programme has no mails in (de): it is written to in Dutch." in said

    def test_of_many_languages_the_most_spoken_are_named(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        said = terminal.type("import", "contacts", self.file(tmp_path, *"abcdefg", "g"))
        assert "(g, a, b, c, d and 2 more)" in said

    def test_nothing_is_said_where_all_are_understood(self, world: World, terminal: Terminal, tmp_path: Path) -> None:
        file = self.file(tmp_path, "en-GB", "")
        assert "no mails in" not in terminal.type("import", "contacts", file)
        assert terminal.read("import", "contacts", file)["other_languages"] == {"languages": {}, "written_to_in": "en"}

    def test_a_row_that_is_not_taken_is_no_contact(self, world: World, terminal: Terminal, tmp_path: Path) -> None:
        file = Path(self.file(tmp_path, "fr", "de"))
        file.write_text(file.read_text().replace("p0@", "p0 at "))
        assert "no mails in" not in terminal.type("import", "contacts", str(file), expect=1)


@pytest.mark.parametrize("check", [True, False])
def test_the_desk_is_told_of_a_piece_whose_languages_they_are(check: bool) -> None:
    rows = [*people("it", "fr", "fr-BE", "de"), {**ANNA, "contact_id": "bad", "email": "", "locale": "fr"}]
    with open_desk() as desk:
        told = send(desk, *rows, check=check).json
        assert told["other_languages"] == [{"language": "fr", "contacts": 2}, {"language": "it", "contacts": 1}]
        assert told["written_to_in"] == "en"
        assert send(desk, {**ANNA, "contact_id": "crm-9"}, check=check).json["other_languages"] == []


def test_a_list_that_is_unchanged_still_says_it() -> None:
    with open_desk() as desk:
        send(desk, *people("fr"))
        told = send(desk, *people("fr"), check=True).json
    assert (told["unchanged"], told["other_languages"]) == (1, [{"language": "fr", "contacts": 1}])
