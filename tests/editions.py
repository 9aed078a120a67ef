"""A small public page with everything the real one has between its files, and a reader who follows every link of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from sayso.adapters.page import IMMUTABLE, STABLE
from sayso.domain.edition import Edition
from sayso.domain.quote import Quote
from sayso.ports import PageFile
from tests.builders import MONDAY, World, programme
from tests.fakes import CrashError

LANGUAGES = ("en", "de")
STEPS = 200


def plain_site(
    edition: Edition, years: Mapping[int, Edition], *, base: str, public: bool, **_given: Any
) -> list[PageFile]:
    """The files of an edition as plain data: what each says, and where it links to."""

    def file(path: str, said: Edition, links: list[str], *, lasting: bool = False, **more: Any) -> PageFile:
        content = json.loads(said.model_dump_json())
        text = json.dumps({"edition": content, "links": [base + link for link in links], "public": public, **more})
        if lasting:
            name, _, suffix = path.rpartition(".")
            path = f"{name}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{suffix}"
        return path, text.encode(), "application/json", IMMUTABLE if lasting else STABLE

    style = file("assets/page.css", edition, [], lasting=True)
    reports = {
        (year, language): file(f"report/{year}.{language}.pdf", said, [], lasting=True, language=language)
        for year, said in [("latest", edition), *years.items()]
        for language in LANGUAGES
    }
    pages, others = [f"{language}.html" for language in LANGUAGES], ["data.json"]
    archive = [f"{year}/{language}.html" for year in years for language in LANGUAGES]
    stable = [
        file(f"{year}/{language}.html", said, [style[0], reports[year, language][0], *pages, *archive])
        for year, said in years.items()
        for language in LANGUAGES
    ]
    stable += [file("data.json", edition, [])]
    for language in LANGUAGES:
        stable += [file(f"feed.{language}.xml", edition, pages), file(f"report.{language}.pdf", edition, [])]
        others += [f"feed.{language}.xml", f"report.{language}.pdf"]
        links = [style[0], reports["latest", language][0], *pages, *archive, *others]
        stable.append(file(f"{language}.html", edition, links))
    front = ("index.html", stable[-1][1], "application/json", STABLE)
    return [style, *reports.values(), *stable, front]


def said_of(body: bytes) -> dict[str, Any]:
    """What a file says of its edition."""
    return dict(json.loads(body)["edition"])


class Press:
    """A company's public page: its commitments, its quotes, and runs that may die or meet another one."""

    def __init__(self, editions: str = "by_rule") -> None:
        self.world = World(programme=programme(page={"editions": editions}))
        self.world.page_renderer = plain_site
        self.quotes: dict[str, Quote] = {}
        self.world.keep_quotes = SimpleNamespace(standing=lambda: list(self.quotes.values()))  # type: ignore[assignment]
        self._known: set[str] = set()
        self.world.site.after_step = self.read

    def commit(self, name: str, title: str = "Faster replies") -> None:
        """Publish a commitment, or change the one of that name."""
        texts = {language: f"{title} ({language})" for language in ("en", "de", "nl")}
        keep = self.world.keep_commitments
        if self.world.commitments.get(name):
            keep.edit(name, {"title": texts})
        else:
            keep.add(name, {"title": texts, "heard": texts})
        keep.publish(name)

    def take_back(self, name: str) -> None:
        """The public may not read a commitment any more."""
        self.world.keep_commitments.unpublish(name)

    def quote(self, name: str) -> None:
        """Somebody's words may be shown."""
        text = {"en": f"words of {name}"}
        chosen = {"chosen_at": MONDAY, "chosen_by": "kim@polder.example", "commitment_id": ""}
        self.quotes[name] = Quote(
            quote_id=name, contact_id=name, survey="annual", occasion="1", text=text, original="en", **chosen
        )

    # The public

    @property
    def front(self) -> dict[str, Any]:
        """What the front page says."""
        return said_of(self.world.site.files["page/index.html"])

    @property
    def titles(self) -> list[str]:
        """The commitments on the front page."""
        return sorted(one["title"]["en"] for one in self.front["commitments"])

    def read(self) -> None:
        """Follow every link from whatever could be read before; each page is one with its report."""
        files = self.world.site.files
        front = {"page/index.html"} & files.keys()
        open_pages = [path for path in self._known | front if not _lasting(path)]
        seen: set[str] = set()
        while open_pages:
            path = open_pages.pop()
            if path in seen:
                continue
            seen.add(path)
            assert path in files, f"{path} is linked to and not there"
            page = json.loads(files[path])
            for link in page["links"]:
                target = link.lstrip("/")
                assert target in files, f"{path} links to {target}, which is not there"
                if "/report/" in target and target.endswith(".pdf"):
                    assert said_of(files[target]) == page["edition"], f"{path} and {target} are of two editions"
                elif not _lasting(target):
                    open_pages.append(target)
        self._known = {path for path in seen if not _lasting(path)}

    def everything_public(self) -> list[bytes]:
        """Every file of the page, whether anything links to it or not."""
        return [body for path, body in self.world.site.files.items() if path.startswith("page/")]

    def whole(self) -> None:
        """The site is what the table says, and everything on it is of the edition that is public."""
        self.read()
        world, page = self.world, self.world.editions.page()
        there = {
            path.removeprefix("page/"): body for path, body in world.site.files.items() if path.startswith("page/")
        }
        assert not page.touched
        assert page.busy_until == 0
        assert {path: hashlib.sha256(there[path]).hexdigest() for path in page.files} == page.files
        assert there.keys() == page.all_files
        numbers = [one.number for one in world.editions.list()]
        assert numbers == list(range(page.number, 0, -1))
        # Not as the table has it: that has no words of quotes.
        latest = world.draft_page.now().latest
        if latest:
            assert self.front == json.loads(latest.edition.model_dump_json())
        draft = world.editions.draft()
        previews = {path for path in world.site.files if path.startswith("preview/")}
        kept = {draft.prefix + path for path in draft.files} if draft else set()
        assert kept <= previews

    # What goes wrong

    @contextmanager
    def something_at(self, step: int, happens: Callable[[], None], *, after: bool = False) -> Iterator[None]:
        """Let something happen at a step of what is run within: a write to the table, or a change of the site."""
        steps = 0

        def tick() -> None:
            nonlocal steps
            steps += 1
            if steps == step:
                self.calm()
                happens()

        def look_and_tick() -> None:
            self.read()
            tick()

        for at in range(1, STEPS):
            (self.world.items.after_write if after else self.world.items.before_write)(at, tick)
        if after:
            self.world.site.after_step = look_and_tick
        else:
            self.world.site.before_step = tick
        try:
            yield
        finally:
            self.calm()

    def calm(self) -> None:
        """Nothing of that happens any more."""
        self.world.items.calm()
        self.world.site.before_step = lambda: None
        self.world.site.after_step = self.read

    def dies_at(self, step: int, run: Callable[[], Any], *, after: bool = False) -> bool:
        """Run something that dies at a step; False when it came to its end before."""

        def die() -> None:
            raise CrashError

        with self.something_at(step, die, after=after):
            try:
                run()
            except CrashError:
                return True
        return False


def _lasting(path: str) -> bool:
    return "/assets/" in path or "/report/" in path
