"""The Atom feed: what RFC 4287 asks for, names that stay, and nothing a reader could take for markup."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import feedparser
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.edition import Edition
from sayso.domain.programme import LANGUAGES, Language
from tests.large_page import large
from tests.page_examples import COMMITMENTS, MADE_AT, many_answers, no_answers, with_a_year_before
from tests.pages import SITE, files

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
# RFC 3339, as RFC 4287, 3.3, takes it: with a capital T, and a capital Z or an offset
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
# RFC 4151: authority, date, and characters of a URI
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(?:-\d\d-\d\d)?:[\w.~%/-]+", re.ASCII)


def feed(edition: Edition, language: Language = "en", years: dict[int, Edition] | None = None) -> bytes:
    return files(edition, years)[f"feed.{language}.xml"].body


def tree(edition: Edition, language: Language = "en", years: dict[int, Edition] | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(feed(edition, language, years))  # noqa: S314 - our own


def the_one(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    found = parent.findall(ATOM + name)
    assert len(found) == 1, (name, found)
    return found[0]


def text(parent: ElementTree.Element, name: str) -> str:
    said = the_one(parent, name).text
    assert said
    return said


def check(document: bytes) -> list[ElementTree.Element]:
    """What RFC 4287 requires of a feed (4.1.1) and of its entries (4.1.2); gives the entries."""
    root = ElementTree.fromstring(document)  # noqa: S314 - our own
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for one in (root, *entries):
        assert TAG.fullmatch(text(one, "id")), text(one, "id")
        assert MOMENT.fullmatch(text(one, "updated"))
        assert the_one(one, "title").get("type", "text") == "text"
        assert len([link for link in one.findall(f"{ATOM}link") if link.get("rel") == "alternate"]) == 1
    assert text(the_one(root, "author"), "name")  # so that no entry needs one of its own
    assert len({text(entry, "id") for entry in entries}) == len(entries)
    for entry in entries:
        assert MOMENT.fullmatch(text(entry, "published"))
        assert text(entry, "published") <= text(entry, "updated") <= text(root, "updated")
        assert the_one(entry, "content").get("type") == "text"
        assert not list(the_one(entry, "content"))
    moments = [text(entry, "updated") for entry in entries]
    assert moments == sorted(moments, reverse=True)
    return entries


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_what_the_standard_asks_for(language: Language) -> None:
    for now, years in ((many_answers(), {}), (no_answers(), {}), with_a_year_before(), large()):
        check(feed(now, language, years))


@pytest.mark.parametrize("language", LANGUAGES)
def test_feed_readers_understand_it(language: Language) -> None:
    read = feedparser.parse(feed(many_answers(), language))
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.language == language
    assert read.feed.author == "Polder Hosting"
    links = {(link.rel, link.type, link.href) for link in read.feed.links}
    assert links == {
        ("self", "application/atom+xml", f"{SITE}/page/feed.{language}.xml"),
        ("alternate", "text/html", f"{SITE}/page/{language}.html"),
    }
    # What is still open stays on the page of now; the rest will be found on that of its year for good.
    where = {"night": "2026/", "invoices": "", "status": "", "price": "2026/", "names": "2026/"}
    assert [entry.link for entry in read.entries] == [
        f"{SITE}/page/{folder}{language}.html#commitment-{name}" for name, folder in where.items()
    ]
    assert read.entries[0].updated == "2026-10-05T08:00:00Z"


def test_an_entry_says_what_was_heard_and_done_in_plain_words() -> None:
    first, *_, declined, _ = check(feed(many_answers()))
    assert text(first, "title") == "Somebody answers at night"
    assert text(first, "content") == (
        "Done\n\nWe heard:\nWhen a server goes down after ten at night nobody picks up, and we hear of it the next "
        "morning.\n\nWhat we did:\nTwo engineers are on call every night. Who phones reaches one of them within ten "
        "minutes."
    )
    assert the_one(first, "category").attrib == {"term": "outages", "label": "Outages and maintenance"}
    assert text(declined, "content").startswith("Decided against\n\nWe heard:")
    assert "Why not:\nOn machines we do not look after" in text(declined, "content")


def test_it_has_the_language_and_a_text_in_another_says_in_which() -> None:
    only_german = COMMITMENTS[0].having(title={"de": "Nur auf Deutsch"})
    root = tree(many_answers().having(commitments=(only_german,)), "nl")
    assert root.get(f"{XML}lang") == "nl"
    entry = the_one(root, "entry")
    assert the_one(entry, "title").get(f"{XML}lang") == "de"
    assert the_one(check(feed(many_answers()))[0], "title").get(f"{XML}lang") is None


def test_names_stay_when_everything_else_moves() -> None:
    before = check(feed(many_answers()))
    moved = tuple(one.having(title={"en": "Renamed"}, status="done", done_on=date(2026, 10, 30)) for one in COMMITMENTS)
    later = many_answers().having(number=9, made_at=MADE_AT + timedelta(days=40), commitments=moved)
    after = check(feed(later))
    assert {text(entry, "id") for entry in before} == {text(entry, "id") for entry in after}
    assert text(tree(many_answers()), "id") == text(tree(later), "id")
    assert "tag:feedback.example,2026-06-02:commitment/night/en" in {text(entry, "id") for entry in after}


def test_the_feed_keeps_its_own_name_over_the_years() -> None:
    now, years = with_a_year_before()
    assert text(tree(years[2025]), "id") == text(tree(now, years=years), "id") == "tag:feedback.example,2025:feed/en"


def test_more_customers_asking_is_no_news() -> None:
    more = tuple(one.having(asked_by=40) for one in many_answers().commitments)
    later = many_answers().having(number=2, made_at=MADE_AT + timedelta(days=3), commitments=more)
    entries = [
        [ElementTree.tostring(one) for one in tree(edition).findall(f"{ATOM}entry")]
        for edition in (later, many_answers())
    ]
    assert entries[0] == entries[1] != []


def test_it_never_goes_back_when_the_newest_is_taken_off() -> None:
    later = many_answers().having(number=2, made_at=MADE_AT + timedelta(days=3), commitments=COMMITMENTS[3:])
    assert text(tree(later), "updated") == "2026-11-03T12:00:00Z"
    assert text(tree(later), "updated") > text(tree(many_answers()), "updated")


def test_what_is_put_in_other_words_is_news_at_that_moment() -> None:
    before, changed_at = many_answers(), MADE_AT + timedelta(days=3)
    first = before.commitments[0].having(did={"en": "Three engineers."}, changed_at=changed_at)
    entries = check(feed(before.having(made_at=changed_at, commitments=(first, *before.commitments[1:]))))
    assert text(entries[0], "updated") == "2026-11-03T12:00:00Z"
    assert text(entries[1], "updated") < text(entries[0], "updated")


def test_at_most_thirty_entries_the_newest_and_each_leads_to_where_it_is_told() -> None:
    now, years = large()
    entries = check(feed(now, years=years))
    assert len(entries) == 30
    newest = sorted((one.moved_on for one in now.commitments), reverse=True)[29]
    zone = ZoneInfo("Europe/Amsterdam")
    assert datetime.fromisoformat(text(entries[-1], "updated")).astimezone(zone).date() == newest
    made = files(now, years)
    for entry in entries:
        address, _, name = str(the_one(entry, "link").get("href")).partition("#")
        page = made[address.removeprefix(f"{SITE}/page/")]
        assert BeautifulSoup(page.body, "html.parser").find("article", id=name)


def test_an_empty_feed_is_a_feed() -> None:
    assert check(feed(no_answers())) == []
    assert text(tree(no_answers()), "updated") == "2026-10-31T12:00:00Z"


HOSTILE = [
    "<script>alert(1)</script>",
    "]]> <!-- --> <?xml ?> <!DOCTYPE x>",
    "&lt;b&gt; &amp; &#0;",
    "{{ programme.follow_up.manager }} {% raw %}",
    "x" * 10_000,
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    both = {"en": words}
    one = COMMITMENTS[0].having(id=words, title=both, heard=both, did=both)
    entry = check(feed(many_answers().having(commitments=(one,))))[0]
    assert text(entry, "title") == words
    assert text(entry, "content").count(words) == 2


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=60), st.text(max_size=20))
def test_whatever_people_write_it_stays_readable(words: str, name: str) -> None:
    one = COMMITMENTS[0].having(id=f"a{name}", title={"en": "Title", "de": words}, heard={"en": words})
    for language in ("en", "de"):
        entries = check(feed(many_answers().having(commitments=(one,)), language))
        assert len(entries) == 1
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", text(entries[0], "content"))
