"""Takes a picture of every mail as a phone and a desk show it, and measures what must fit on the phone.

The pictures land in test-artefacts/mails/ for people to look at; index.html there shows them side by side.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserType

from sayso.domain.digest import Quote, SatisfactionWeek
from sayso.domain.mail import Mail
from tests.digests import doubt, listed
from tests.e2e.chromium import ARGUMENTS, executable
from tests.unit.test_mails import (
    AROUND,
    LINKS,
    MESSAGE_IDS,
    PLAIN,
    SATISFACTION,
    VOICES,
    alert,
    digest,
    invitation,
    links_of,
    monthly,
)
from tests.unit.test_news_mails import TEXTS, news, with_line

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).resolve().parents[2] / "test-artefacts" / "mails"
# The narrowest phone, a usual one, and a desk's reading pane.
WIDTHS = (320, 375, 800)
SCHEMES = ("light", "dark")
# As long as real tokens, and an unbreakable word as long as German makes them.
LONG_LINKS = [link.replace("token", "t" * 120) for link in LINKS]
TICKET = "The nightly backup of server 12 hangs"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@cache
def mails_of_all_kinds() -> dict[str, Mail]:
    mails: dict[str, Mail] = {}
    for language, form in VOICES:
        voice = f"{language}-{form}"
        for survey in ("day50", "annual", "ticket", "recheck", "project_delivered", SATISFACTION):
            asked = {
                "survey": survey,
                "score_links": links_of(survey, LONG_LINKS),
                "plain_page": PLAIN.replace("token", "t" * 120),
                "ticket": TICKET if survey == "ticket" else None,
            }
            mails[f"invitation-{survey}-{voice}"] = invitation(language, form, **asked)
            mails[f"reminder-{survey}-{voice}"] = invitation(
                language, form, step="reminder", thread=MESSAGE_IDS[:1], **asked
            )
        again = {"step": "reminder_2", "thread": MESSAGE_IDS[:2], "more_follow": True}
        mails[f"reminder_2-pulse-{voice}"] = invitation(language, form, survey="pulse", recipient_name="", **again)
        mails[f"invitation-changed-{voice}"] = with_line(
            language, form, survey="annual", score_links=LONG_LINKS, plain_page=PLAIN.replace("token", "t" * 120)
        )
        mails[f"news-{voice}"] = news(language, form)
        mails[f"alert-{voice}"] = alert(language, form, ticket=TICKET)
        mails[f"alert-joined-{voice}"] = alert(
            language, form, kind="joined", why="", better="", drivers=[], contact="no", history=[]
        )
        for kind in ("handed_over", "reminder", "escalation", "undelivered"):
            mails[f"alert-{kind}-{voice}"] = alert(language, form, kind=kind, **AROUND)
        mails[f"digest-{voice}"] = digest(language, form)
        satisfied = SatisfactionWeek(SATISFACTION, 40, 4.25, 84.6, 70.2, 93.4)
        named = listed(
            Quote("Jan stayed until it worked.", "Bakkerij Smit", 10, "nps", "Bo Smit"),
            Quote("", "Kaasboer", 9, "nps", "Anna"),
        )
        mails[f"digest-own-{voice}"] = digest(language, form, own=True, satisfaction=(satisfied,), praise=named)
        mails[f"monthly-{voice}"] = monthly(language, form)
    mails["alert-long-words"] = alert(why=LONG_WORD * 3, account=LONG_WORD, ticket=LONG_WORD * 2)
    long_doubt = doubt(LONG_WORD, account=LONG_WORD, ticket=LONG_WORD)
    mails["digest-long-words"] = digest(
        "de", unconfirmed=listed(long_doubt), praise=listed(Quote(LONG_WORD * 3, LONG_WORD, 9))
    )
    long_texts = {name: {"de": f"{LONG_WORD} {LONG_WORD}"} for name in ("title", "heard", "did")}
    mails["news-long-words"] = news("de", commitment=TEXTS.having(**long_texts), recipient_name="")
    mails["invitation-changed-long-words"] = with_line("de", texts=TEXTS.having(**long_texts))
    mails["invitation-long-words"] = invitation("de", recipient_name=LONG_WORD[:60], ticket=LONG_WORD, survey="ticket")
    return mails


@pytest.fixture(scope="module", autouse=True)
def album() -> Iterator[None]:
    """An empty folder, and in the end a page that shows the pictures side by side."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    yield
    kinds = [f"{width}-{scheme}" for width in WIDTHS for scheme in SCHEMES]
    rows = "".join(
        f"<h2>{name}</h2><p>{escape(mail.subject)}</p><div>"
        + "".join(f'<img loading="lazy" src="{name}-{kind}.png" alt="{kind}">' for kind in kinds)
        + "</div>"
        for name, mail in sorted(mails_of_all_kinds().items())
    )
    style = "body { font: 16px sans-serif } div { display: flex; gap: 12px; align-items: start; overflow-x: auto }"
    head = f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Mails</title><style>{style}</style>'
    (PICTURES / "index.html").write_text(f"{head}{rows}</html>", encoding="utf-8")


@pytest.fixture(scope="module")
def launch(chromium: BrowserType) -> Iterator[Callable[[bool], Browser]]:
    opened: dict[bool, Browser] = {}

    def launch(images: bool) -> Browser:
        if images not in opened:
            off = [] if images else ["--blink-settings=imagesEnabled=false"]
            opened[images] = chromium.launch(executable_path=executable(), args=[*ARGUMENTS, *off])
        return opened[images]

    yield launch
    for browser in opened.values():
        browser.close()


# What is wide or dark is so in the same places: one of each is looked at in the quick run.
QUICK = [(320, "dark", True), (800, "light", True), (320, "light", False)]


@pytest.mark.parametrize(
    ("width", "scheme", "images"),
    [
        *QUICK,
        *(
            pytest.param(width, scheme, True, marks=pytest.mark.long)
            for width in WIDTHS
            for scheme in SCHEMES
            if (width, scheme, True) not in QUICK
        ),
    ],
)
def test_every_mail_fits_and_its_links_can_be_hit(
    launch: Callable[[bool], Browser], width: int, scheme: Literal["light", "dark"], images: bool
) -> None:
    context = launch(images).new_context(viewport={"width": width, "height": 400}, color_scheme=scheme)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name, mail in mails_of_all_kinds().items():
        page.set_content(mail.html)
        if images:
            page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} is wider than {width} px"
        links = page.evaluate(
            "[...document.links].map((a) => { const { y, width, height } = a.getBoundingClientRect();"
            " return { y, width, height, score: a.classList.contains('score') }; })"
        )
        assert all(link["height"] >= 28 for link in links), f"{name} has a link lower than 28 px"
        scores = [link for link in links if link["score"]]
        asked_from = 5 if SATISFACTION in name.split("-") else 11
        assert len(scores) == (0 if name.startswith(("alert", "digest", "monthly", "news")) else asked_from)
        assert len({link["y"] for link in scores}) <= 1, f"{name}: the numbers are not on one row"
        widths = [link["width"] for link in scores] or [0]
        assert max(widths) - min(widths) <= 1.5, f"{name}: the numbers are not equal"
        # A cell has 28 px, of which its borders take one.
        assert not scores or min(widths) >= 26.5, f"{name}: a number is too narrow"
    assert asked == [], "a mail must not load anything"
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_everything_can_be_read_in_the_light_and_in_the_dark(
    launch: Callable[[bool], Browser], scheme: Literal["light", "dark"]
) -> None:
    context = launch(True).new_context(viewport={"width": 375, "height": 400}, color_scheme=scheme)
    page = context.new_page()
    for name, mail in mails_of_all_kinds().items():
        page.set_content(mail.html)
        # WCAG contrast of every element with text of its own, against the nearest ground that is not transparent
        worst = page.evaluate(
            """() => {
              const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
              const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => v / 255)
                .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const ground = (e) => { for (; e; e = e.parentElement) {
                const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3]) return c; }
                return [0, 0, 0]; };
              return [...document.querySelectorAll('body *')]
                .filter((e) => e.getClientRects().length
                  && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim().replace('\\u00a0', '')))
                .map((e) => { const pair = [light(rgb(getComputedStyle(e).color)), light(ground(e))];
                  return [(Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05), e.textContent.slice(0, 40)]; })
                .sort((a, b) => a[0] - b[0])[0];
            }"""
        )
        assert worst[0] >= 4.5, f"{name}: '{worst[1]}' has a contrast of {worst[0]:.1f}"
    context.close()
