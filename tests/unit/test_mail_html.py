"""Every mail is HTML the W3C's checker passes, and small enough that Gmail shows all of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from sayso.domain.digest import (
    NOBODY,
    Headline,
    HeldAccount,
    Listed,
    Loop,
    Movement,
    NextAsked,
    OpenFollowUp,
    Quote,
    SilentAccount,
)
from sayso.domain.mail import Mail, PastAnswer, Person
from tests.digests import case_links, doubt, hold_links, listed, weekly_news
from tests.html_checker import findings
from tests.unit.test_mails import (
    AROUND,
    LINKS,
    MESSAGE_IDS,
    STEPS,
    SURVEYS,
    VOICES,
    alert,
    digest,
    invitation,
    links_of,
    monthly,
    writer_in,
)
from tests.unit.test_news_mails import TEXTS, news, with_line

# Gmail cuts a longer mail and hides the end of it, the link to leave included, behind "View entire message".
GMAIL_CLIPS_AT = 102 * 1024
# As long as real tokens.
LONG_LINKS = [link.replace("token", "t" * 120) for link in LINKS]
LONG = "Ein Satz mit Umlauten: äöü, und mit <Klammern> & Zeichen. " * 100

NOTHING: dict[str, Any] = {
    "answers": NOBODY,
    **dict.fromkeys(
        ("praise", "criticism", "missing", "follow_ups", "unconfirmed", "silent", "asked_next", "holds"), Listed()
    ),
    "late": 0,
}
NOTHING_IN_A_MONTH: dict[str, Any] = {
    "headline": Headline(NOBODY, 0, None, Movement(why_not="few")),
    "answers": NOBODY,
    "surveys": (),
    "satisfaction": (),
    "detractors": 0,
    "causes": Listed(),
    "loop": Loop(),
    "commitments": Listed(),
    "held": 0,
    "holds": Listed(),
}


def every_mail() -> dict[str, Mail]:
    mails: dict[str, Mail] = {}
    for language, form in VOICES:
        voice = f"{language}-{form}"
        for survey in SURVEYS:
            for number, step in enumerate(STEPS):
                ticket = "Backup 4711" if survey == "ticket" else None
                mails[f"{survey}-{step}-{voice}"] = invitation(
                    language, form, survey=survey, step=step, score_links=links_of(survey, LONG_LINKS), ticket=ticket,
                    thread=MESSAGE_IDS[:number], more_follow=number < 3,
                )  # fmt: skip
        mails[f"annual-first-changed-{voice}"] = with_line(language, form, survey="annual", score_links=LONG_LINKS)
        mails[f"news-{voice}"] = news(language, form)
        mails[f"alert-{voice}"] = alert(language, form, ticket="Backup 4711")
        mails[f"alert-joined-{voice}"] = alert(
            language, form, kind="joined", why="", better="", drivers=[], contact="no", history=[]
        )
        for kind in ("handed_over", "reminder", "escalation", "undelivered"):
            mails[f"alert-{kind}-{voice}"] = alert(language, form, kind=kind, **AROUND)
        mails[f"digest-{voice}"] = digest(language, form)
        mails[f"digest-own-{voice}"] = digest(language, form, own=True, paused=True)
        mails[f"digest-quiet-{voice}"] = digest(language, form, **NOTHING)
        mails[f"monthly-{voice}"] = monthly(language, form)
        mails[f"monthly-quiet-{voice}"] = monthly(language, form, **NOTHING_IN_A_MONTH)
    long_texts = TEXTS.having(heard={"de": LONG * 5}, did={"de": LONG * 5}, title={"de": LONG})
    mails["news-largest"] = news("de", commitment=long_texts)
    history = [PastAnswer("annual", 7, date(2000 + year, 1, 1)) for year in range(26)]
    mails["alert-largest"] = alert(
        "de", why=LONG, better=LONG, ticket=LONG, account=LONG, person=Person(LONG, "anna@example.com", LONG),
        drivers=[LONG] * 12, history=history,
    )  # fmt: skip
    late = OpenFollowUp(LONG, LONG, datetime(2026, 3, 4, tzinfo=UTC), True, LONG)
    accounts = [f"account-{number}" for number in range(20)]
    cases = [late._replace(follow_up_id=f"case-{number}") for number in range(18)]
    for own in (False, True):
        mails[f"digest-largest-{'own' if own else 'team'}"] = writer_in("de").weekly_digest(
            language="de",
            to="manager@polder.example",
            news=weekly_news(
                praise=listed(*[Quote(LONG, LONG, 10, "nps", LONG)] * 6, more=50),
                criticism=listed(*[Quote(LONG, LONG, 3)] * 6, more=50),
                missing=listed(*[Quote(LONG, LONG, 8)] * 6, more=50),
                unconfirmed=listed(*[doubt(LONG, account=LONG, ticket=LONG)] * 6, more=50),
                follow_ups=listed(*(cases if own else cases[:15]), more=50),
                own=own,
                silent=listed(*[SilentAccount(LONG, 9, date(2024, 1, 1), date(2026, 4, 1))] * 10, more=50),
                asked_next=listed(
                    *[NextAsked(date(2026, 3, 10), LONG, LONG, one, "annual") for one in accounts], more=50
                ),
                holds=listed(*[HeldAccount(LONG, date(2026, 4, 30), LONG, LONG)] * 10, more=50),
            ),
            hold_links=hold_links(accounts),
            case_links=case_links([case.follow_up_id for case in cases]) if own else {},
        )
    return mails


@pytest.fixture(scope="module")
def mails() -> dict[str, Mail]:
    return every_mail()


def test_every_mail_passes_the_checker(mails: dict[str, Mail], tmp_path: Path) -> None:
    assert findings({name: mail.html for name, mail in mails.items()}, tmp_path) == []


def test_gmail_shows_all_of_every_mail(mails: dict[str, Mail]) -> None:
    sizes = {name: len(mail.html.encode()) for name, mail in mails.items()}
    assert {name: size for name, size in sizes.items() if size >= GMAIL_CLIPS_AT} == {}
    asked = [size for name, size in sizes.items() if not name.startswith("digest")]
    assert max(asked) < GMAIL_CLIPS_AT / 2, "half of what Gmail shows is plenty for one question"


BROKEN = {
    "no doctype": ("<!DOCTYPE html>", ""),
    "no title": ("<title>", "<titel>"),
    "unclosed table": ("</table>", ""),
    "stray end tag": ("</body>", "</div></body>"),
    "attribute twice": ("<h1 ", '<h1 class="x" '),
    "unknown attribute": ("<h1 ", '<h1 colour="red" '),
    "unknown property": ("margin:0", "colour:red"),
    "no value": ("<h1 ", '<h1 style="color:" '),
    "bad address": ("&amp;s=3", "&amp;s=3 <"),
    "block in a paragraph": ("</h1>", "</h1><p><div></div></p>"),
    "text between cells": ("<tr>", "<tr>lost"),
    "unknown element": ("<h1 ", "<headline "),
    "presentation elsewhere": ("<h1 ", '<h1 align="left" '),
    "language": ('lang="en"', 'lang="english language"'),
}


def test_the_checker_finds_whatever_is_broken_and_names_the_mail(tmp_path: Path) -> None:
    sound = invitation().html
    assert [name for name, (old, _) in BROKEN.items() if old not in sound] == []
    broken = {name: sound.replace(old, new, 1) for name, (old, new) in BROKEN.items()}
    found = findings({"sound": sound, **broken}, tmp_path)
    assert {finding.split(": ")[0] for finding in found} == set(BROKEN)
