"""What those who asked read: short, calm, in their language, and whatever anybody wrote stays text."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from sayso.domain.commitment import PublicTexts
from sayso.domain.mail import Mail
from sayso.domain.news import Changed
from sayso.domain.programme import Form, Language
from tests.unit.test_mails import (
    BIDI_OR_CONTROL,
    FORBIDDEN_WORDS,
    HOSTILE,
    LEAVE,
    ONE_CLICK,
    Balance,
    company_in,
    every_voice,
    invitation,
    preheader,
    shown,
    soup,
    writer_in,
)

PAGE = "https://feedback.example/page/en.html#commitment-faster-replies"
TEXTS = PublicTexts(
    title={
        "en": "A first reply within two hours",
        "de": "Eine erste Antwort in zwei Stunden",
        "nl": "Een eerste antwoord binnen twee uur",
    },
    heard={
        "en": "Waiting half a day for a first reply is too long when something is broken.",
        "de": "Einen halben Tag auf die erste Antwort zu warten ist zu lang, wenn etwas nicht läuft.",
        "nl": "Een halve dag wachten op een eerste antwoord is te lang als er iets stuk is.",
    },
    did={
        "en": "Two more people answer requests, and at night somebody is on call.",
        "de": "Zwei Leute mehr beantworten Anfragen, und nachts ist jemand in Bereitschaft.",
        "nl": "Twee mensen meer beantwoorden meldingen, en 's nachts is er iemand bereikbaar.",
    },
    status="done",
    done_on=date(2026, 3, 12),
)
NO_MARKETING = re.compile(r"!|\b(exciting|great news|tolle|spannend|geweldig)\b", re.IGNORECASE)


def news(language: Language = "en", form: Form = "formal", **changes: Any) -> Mail:
    values: dict[str, Any] = {
        "language": language,
        "recipient_name": "Anna Schmidt",
        "recipient_email": "anna@example.com",
        "commitment": TEXTS,
        "page": PAGE,
        "unsubscribe_page": LEAVE,
        "unsubscribe_one_click": ONE_CLICK,
    }
    return writer_in(language, form).news(**{**values, **changes})


def with_line(language: Language = "en", form: Form = "formal", texts: PublicTexts = TEXTS, **changes: Any) -> Mail:
    return invitation(language, form, changed=Changed(texts, PAGE), **changes)


@every_voice
def test_it_says_what_was_heard_what_we_did_and_when_in_html_and_text(language: Language, form: Form) -> None:
    mail = news(language, form)
    day = {"en": "12 March 2026", "de": "12. März 2026", "nl": "12 maart 2026"}[language]
    for text in (shown(mail), " ".join(mail.text.split())):
        for said in (TEXTS.title[language], TEXTS.heard[language], TEXTS.did[language], day, "Anna Schmidt"):
            assert said in text
    assert TEXTS.title[language] in mail.subject
    assert PAGE in mail.text
    assert 20 <= len(preheader(mail)) <= 140


@every_voice
def test_it_speaks_its_language_and_form_without_marketing(language: Language, form: Form) -> None:
    mail = news(language, form)
    forbidden = FORBIDDEN_WORDS.get((language, form))
    for text in (mail.subject, mail.text, shown(mail), preheader(mail)):
        assert not forbidden or not re.search(forbidden, text)
        assert not NO_MARKETING.search(text)


@every_voice
def test_the_plain_part_says_what_the_html_says(language: Language, form: Form) -> None:
    mail = news(language, form)
    plain = " ".join(mail.text.split())
    for paragraph in soup(mail).select("p, h1, h2"):
        if not paragraph.find("a"):
            assert " ".join(paragraph.get_text().split()) in plain
    assert all(len(line) <= 72 for line in mail.text.splitlines() if "https://" not in line)
    assert "\n\n\n" not in mail.text


@every_voice
def test_it_says_how_to_leave_who_we_are_and_that_a_person_reads_replies(language: Language, form: Form) -> None:
    mail, company = news(language, form), company_in(language, form).company
    assert [link["href"] for link in soup(mail)("a")] == [PAGE, LEAVE, str(company.privacy_url)]
    assert company.imprint in shown(mail)
    assert mail.headers == {
        "List-Unsubscribe": f"<{ONE_CLICK}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    assert mail.reply_to == company_in(language, form).sender.reply_to
    person = {"en": "A person reads replies", "de": "Antworten liest ein Mensch", "nl": "door een mens gelezen"}
    assert person[language] in shown(mail)


def test_it_is_sound_small_and_loads_nothing() -> None:
    mail, balance = news(), Balance()
    balance.feed(mail.html)
    assert (balance.open, balance.wrong) == ([], [])
    assert not soup(mail)(["img", "script", "link", "form", "iframe", "object", "svg"])
    assert all(link.has_attr("ses:no-track") for link in soup(mail)("a"))
    assert len(mail.html.encode()) < 15_000


def test_a_text_without_a_translation_is_told_in_the_companys_language_and_marked() -> None:
    mail = news("de", commitment=TEXTS.having(did={"en": "Two more people."}, title={"nl": "Sneller antwoord"}))
    assert soup(mail).select_one('td[lang="en"]').get_text(strip=True) == "Two more people."  # type: ignore[union-attr]
    assert soup(mail).select_one('h1[lang="nl"]')
    assert TEXTS.heard["de"] in shown(mail)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_stay_text(hostile: str) -> None:
    texts = TEXTS.having(**{name: {"en": f"A {hostile}"} for name in ("title", "heard", "did")})
    for mail in (news(commitment=texts, recipient_name=hostile), with_line(texts=texts)):
        page = soup(mail)
        assert not page(["script", "b", "img"])
        assert [link["href"] for link in page("a")].count(PAGE) == 1
        assert not BIDI_OR_CONTROL.search(mail.subject)
        assert not BIDI_OR_CONTROL.search(mail.html.replace("\n", ""))
        assert "\r" not in mail.text
        balance = Balance()
        balance.feed(mail.html)
        assert (balance.open, balance.wrong) == ([], [])


def test_several_paragraphs_stay_several() -> None:
    mail = news(commitment=TEXTS.having(did={"en": "First this.\n\nThen that."}))
    assert [one.get_text() for one in soup(mail).select('td[lang="en"] p')][-2:] == ["First this.", "Then that."]


def test_without_a_day_none_is_made_up() -> None:
    mail = news(commitment=TEXTS.having(done_on=None))
    assert "Done on" not in shown(mail)
    assert "None" not in mail.text


# The line in the next invitation


@every_voice
@pytest.mark.parametrize("survey", ["annual", "ticket", "delivered"])
def test_the_line_is_one_quiet_line_under_the_reason(survey: str, language: Language, form: Form) -> None:
    without, mail = invitation(language, form, survey=survey), with_line(language, form, survey=survey)
    month = {"en": "March 2026", "de": "März 2026", "nl": "maart 2026"}[language]
    added = soup(mail).select_one(f'p.muted:has(a[href="{PAGE}"])')
    assert added
    assert month in added.get_text()
    assert TEXTS.title[language] in added.get_text()
    assert len(soup(mail)("p")) == len(soup(without)("p")) + 1
    assert mail.subject == without.subject
    assert preheader(mail) == preheader(without)
    order = [link["href"] for link in soup(mail)("a")]
    assert order.index(PAGE) == len(order) - 4  # behind the numbers, before leave, privacy and the plain page
    text = " ".join(mail.text.split())
    assert " ".join(added.get_text(" ").split()) in text
    forbidden = FORBIDDEN_WORDS.get((language, form))
    assert not forbidden or not re.search(forbidden, added.get_text())


def test_an_invitation_without_news_is_as_it_always_was() -> None:
    assert "commitment" not in invitation().html


def test_a_long_title_is_cut() -> None:
    mail = with_line(texts=TEXTS.having(title={"en": "word " * 100}))
    link = soup(mail).select_one(f'a[href="{PAGE}"]')
    assert link
    assert len(link.get_text()) <= 80
    assert link.get_text().endswith("…")
