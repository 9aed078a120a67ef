"""The files of the public page: their order, headers, links and sizes; that they are sound HTML and ask nobody else."""

from __future__ import annotations

import gzip
import re
from itertools import chain, repeat
from pathlib import Path
from random import Random
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from sayso.adapters.page import IMMUTABLE, QUOTING, STABLE, PageFile
from sayso.adapters.programme_file import TEMPLATES
from sayso.domain.edition import Edition, PublishedCommitment
from sayso.domain.labels import Theme
from sayso.domain.programme import LANGUAGES, Benchmark
from tests.html_checker import findings
from tests.large_page import large
from tests.page_examples import HOSTILE, few_answers, hostile, no_answers, with_a_year_before, written_by
from tests.pages import PROGRAMME, SITE, files, pdf
from tests.prose import at_the_limit

NOW, YEARS = with_a_year_before()
HASHED = re.compile(r"\.[0-9a-f]{8}\.")


def of_the_year_before() -> dict[str, PageFile]:
    return files(NOW, YEARS, report=pdf)


def links(file: PageFile) -> list[str]:
    """Every address a file makes a browser ask for or offers to follow, but those inside a page."""
    page = BeautifulSoup(file.body, "html.parser")
    found = [str(tag.get("href") or tag.get("src")) for tag in page.find_all(["a", "link", "img", "script", "use"])]
    return [link for link in found if not link.startswith("#")]


def test_every_file_comes_after_those_it_refers_to() -> None:
    assert [HASHED.sub(".*.", path) for path in of_the_year_before()] == [
        "assets/page.*.css",
        "assets/icon.*.svg",
        *(f"report/{year}.{code}.*.pdf" for year in ("latest", "2026", "2025") for code in LANGUAGES),
        *(f"report.{code}.pdf" for code in LANGUAGES),
        *(f"{year}/{code}.html" for year in (2026, 2025) for code in LANGUAGES),
        *(f"feed.{code}.xml" for code in LANGUAGES),
        "data.json",
        "data.schema.json",
        *(f"{code}.html" for code in LANGUAGES),
        "index.html",
    ]


def test_what_never_changes_is_kept_for_a_year_and_the_rest_a_minute() -> None:
    for path, file in of_the_year_before().items():
        lasting = IMMUTABLE if path.endswith((".css", ".svg")) else QUOTING
        assert file.cache_control == (lasting if HASHED.search(path) else STABLE), path
    assert "immutable" in IMMUTABLE
    assert "max-age=60" in STABLE


def test_no_shared_cache_keeps_for_more_than_an_hour_what_may_have_a_quote_in_it() -> None:
    for path, file in of_the_year_before().items():
        assert path.endswith((".css", ".svg")) or re.search(r"\bs-maxage=3600\b", file.cache_control), path


def test_types() -> None:
    types = {
        Path(path).suffix: file.content_type for path, file in of_the_year_before().items() if "schema" not in path
    }
    assert types == {
        ".css": "text/css; charset=utf-8",
        ".svg": "image/svg+xml",
        ".pdf": "application/pdf",
        ".html": "text/html; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",  # which CloudFront compresses
        ".json": "application/json",
    }


def test_a_name_with_a_fingerprint_changes_with_its_content_and_only_then() -> None:
    again = of_the_year_before()
    assert list(again) == list(of_the_year_before())
    purple = PROGRAMME.model_copy(
        update={"company": PROGRAMME.company.model_copy(update={"colour": "#5b2a86", "name": "Polder"})}
    )
    others = files(NOW, YEARS, purple, report=lambda *of: b"other" + pdf(*of))
    assert not set(filter(HASHED.search, again)) & set(filter(HASHED.search, others))


def test_the_default_language_is_the_index() -> None:
    made = of_the_year_before()
    assert made["index.html"].body == made["en.html"].body != made["de.html"].body


def test_the_newest_report_lies_under_a_name_that_stays_as_well() -> None:
    made = of_the_year_before()
    latest = next(file for path, file in made.items() if path.startswith("report/latest.de."))
    assert made["report.de.pdf"].body == latest.body == pdf(NOW, "de", None)


@pytest.mark.parametrize("base", ["/page/", "/preview/0f3c/"])
def test_no_link_leads_nowhere_and_none_to_another_edition_s_report(base: str) -> None:
    made = files(NOW, YEARS, report=pdf, base=base)
    ours = {base + path for path in made}
    for path, file in made.items():
        if not path.endswith(".html"):
            continue
        inside = [link.partition("#")[0] for link in links(file) if link.startswith("/")]
        assert set(inside) <= ours, path
        reports = [link for link in inside if link.endswith(".pdf")]
        year = path.split("/")[0] if "/" in path else "latest"
        assert [re.sub(r"\..*", "", link.removeprefix(base)) for link in reports] == [f"report/{year}"], path


def test_a_folder_without_a_site_can_be_looked_at_too() -> None:
    made = files(NOW, YEARS, report=pdf, base="", public=False)
    for path, file in made.items():
        if path.endswith(".html"):
            inside = [link for link in links(file) if not link.startswith("http")]
            assert {urljoin(f"https://x/{path}", link).removeprefix("https://x/") for link in inside} <= set(made)


def test_every_anchor_that_is_linked_is_there() -> None:
    now, years = large()
    made = files(now, years)
    pages = {path: BeautifulSoup(file.body, "html.parser") for path, file in made.items() if path.endswith(".html")}
    for page in pages.values():
        for link in page.find_all("a", href=re.compile("#")):
            path, _, name = str(link["href"]).partition("#")
            target = pages[path.removeprefix("/page/")] if path else page
            assert target.find(id=name), link["href"]


def test_without_reports_nothing_speaks_of_one() -> None:
    made = files(NOW, YEARS)
    assert not [path for path in made if path.endswith(".pdf")]
    assert b".pdf" not in made["en.html"].body


@pytest.mark.parametrize("path", ["en.html", "de.html", "index.html", "2025/nl.html"])
def test_search_engines_are_told_which_page_is_which(path: str) -> None:
    head = BeautifulSoup(of_the_year_before()[path].body, "html.parser").head
    assert head
    folder, name = f"{SITE}/page/" + ("2025/" if "/" in path else ""), Path(path).name
    canonical = head.select("link[rel=canonical]")
    assert [link["href"] for link in canonical] == [folder + ("en.html" if name == "index.html" else name)]
    assert [(link["hreflang"], link["href"]) for link in head.select("link[hreflang]")] == [
        ("en", f"{folder}en.html"),
        ("de", f"{folder}de.html"),
        ("nl", f"{folder}nl.html"),
        ("x-default", f"{folder}en.html"),
    ]
    assert head.select_one("meta[name=description]")["content"]  # type: ignore[index]
    assert head.select_one("meta[name=robots]") is None


def test_the_head_names_the_feed_and_the_data() -> None:
    head = BeautifulSoup(of_the_year_before()["de.html"].body, "html.parser").head
    assert head
    feed = head.select_one("link[type='application/atom+xml']")
    assert feed
    assert (feed["href"], feed["title"]) == ("/page/feed.de.xml", "Was sich bei Polder Hosting ändert")
    assert head.select_one("link[type='application/json']")["href"] == "/page/data.json"  # type: ignore[index]


def test_what_is_not_public_says_so_and_stays_out_of_search_engines() -> None:
    made = files(NOW, YEARS, base="/preview/0f3c/", public=False)
    for path in ("en.html", "index.html", "2025/en.html"):
        page = BeautifulSoup(made[path].body, "html.parser")
        assert page.select_one("header .bar").get_text() == "Not public yet. This is how the page would look."  # type: ignore[union-attr]
        assert page.select_one("meta[name=robots]")["content"] == "noindex, nofollow"  # type: ignore[index]
        assert page.select("link[rel=canonical], link[hreflang]") == []
    assert b"Not public" not in of_the_year_before()["en.html"].body


def test_nothing_is_fetched_from_anybody_else() -> None:
    now, years = large()
    for file in chain(of_the_year_before().values(), files(now, years).values()):
        if file.path.endswith(".css"):
            assert b"url(" not in file.body
            assert b"@import" not in file.body
        if file.path.endswith(".html"):
            page = BeautifulSoup(file.body, "html.parser")
            assert page.find_all(["script", "style", "iframe", "img", "video", "object", "embed", "form"]) == []
            assert page.find_all(style=True) == []
            fetched = page.select("link[rel=stylesheet], link[rel=icon]")
            assert {str(link["href"])[:13] for link in fetched} == {"/page/assets/"}
            ids = [tag["id"] for tag in page.find_all(id=True)]
            assert len(ids) == len(set(ids)), file.path


VOCABULARY = sorted(
    set(
        re.findall(r"[a-zäöüß]{3,}", " ".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("de/*.ftl")))
    )
)


def wordy(number: int) -> Edition:
    """So many commitments of three years, each as long and as different from the others as people write."""
    random = Random(7)  # noqa: S311 - the same words in every run
    now, _ = large()

    def words(count: int) -> dict[str, str]:
        return {language: " ".join(random.choices(VOCABULARY, k=count)) for language in LANGUAGES}

    def one(old: PublishedCommitment) -> PublishedCommitment:
        return old.having(title=words(5), heard=words(28), did=words(28), reason=words(28))

    return now.having(commitments=tuple(one(old) for old in now.commitments[:number]))


def test_html_and_css_together_stay_under_50_kb_compressed_with_200_commitments() -> None:
    now = wordy(200)
    assert len(now.commitments) == 200
    made = files(now, {year: then.having(commitments=now.commitments) for year, then in large()[1].items()})
    style = next(file for path, file in made.items() if path.endswith(".css"))
    sizes = {
        path: len(gzip.compress(file.body)) + len(gzip.compress(style.body))
        for path, file in made.items()
        if path.endswith(".html")
    }
    assert max(sizes.values()) < 50_000, sizes
    assert max(sizes.values()) > 10_000  # or these would not be the words of people


@pytest.mark.parametrize(
    ("number", "length", "pages"),
    [(200, 1_000, ["en.html", "de.html"]), (50, 1_000, ["2026/en.html"]), (200, 200, ["2026/en.html"])],
)
def test_it_does_so_as_far_as_the_documents_promise(number: int, length: int, pages: list[str]) -> None:
    commitments = (
        one.having(id=str(at), done_on=NOW.made_at.date(), status="done")
        for at, one in enumerate(chain.from_iterable(repeat(NOW.commitments, number // len(NOW.commitments) + 1)))
        if at < number
    )
    made = files(NOW.having(commitments=at_the_limit(commitments, length)), report=pdf)
    style = next(file for path, file in made.items() if path.endswith(".css"))
    sizes = [len(gzip.compress(made[path].body)) + len(gzip.compress(style.body)) for path in pages]
    assert max(sizes) < 50_000, sizes


def test_the_looks_are_small() -> None:
    style = next(iter(of_the_year_before().values()))
    assert len(gzip.compress(style.body)) < 5_000


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_stay_words(words: str) -> None:
    edition = written_by(words)
    theme = Theme(id=edition.figures.praised[0].theme, en="x", de="x", nl="x").model_copy(update={"en": words})
    programme = PROGRAMME.model_copy(
        update={"benchmark": Benchmark(nps=3, source=words[:200]), "themes": (theme,), "drivers": ()}
    )
    page = BeautifulSoup(files(edition, programme=programme)["en.html"].body, "html.parser")
    assert page.select_one(".latest h3 span").get_text() == words  # type: ignore[union-attr]
    assert [text.get_text() for text in page.select(".theirs .words span, .ours .words span")] == [words] * 4
    assert [text.get_text() for text in page.select("blockquote p")] == [words] * 2
    assert page.select_one(".themes li span").get_text() == words  # type: ignore[union-attr]
    assert words[:200] in page.select_one(".score").get_text()  # type: ignore[union-attr]
    assert page.find_all(["script", "img"]) == []
    assert page.find_all(onload=True) == page.find_all(onmouseover=True) == page.find_all(onerror=True) == []
    assert PROGRAMME.follow_up.manager not in page.get_text()


def test_what_cannot_be_seen_cannot_turn_the_text_around() -> None:
    twisted = "safe \u202eevil\u2066 and\x00 \u0007plain\u200f\r\nnext\ufffe\ud800\U0001ffff"
    page = BeautifulSoup(files(written_by(twisted))["en.html"].body, "html.parser")
    heard = page.select_one(".theirs .words span")
    assert heard is not None
    assert heard.get_text() == "safe evil and plain\u200f\nnext"
    assert heard["dir"] == "auto"


def test_the_standard_s_own_checker_finds_nothing(tmp_path: Path) -> None:
    now, years = large()
    examples = {
        "before": of_the_year_before(),
        "preview": files(NOW, YEARS, base="/preview/x/", public=False),
        "few": files(few_answers(), report=pdf),
        "none": files(no_answers()),
        "large": files(now, years),
        "hostile": files(hostile()),
    }
    pages = {
        f"{name}-{path.replace('/', '-').removesuffix('.html')}": file.body.decode()
        for name, made in examples.items()
        for path, file in made.items()
        if path.endswith(".html")
    }
    assert len(pages) > 30
    assert findings(pages, tmp_path) == []
