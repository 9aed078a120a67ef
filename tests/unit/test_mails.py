"""The mails hold what look.md promises, in every language and form, and let nobody else's text out of line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from email.header import decode_header, make_header
from email.utils import parseaddr
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from fluent.syntax import FluentParser, ast
from pydantic import ValidationError

from sayso.adapters.mails import MailWriter
from sayso.adapters.programme_file import TEMPLATES, load_programme
from sayso.adapters.rendering import Renderer
from sayso.domain.digest import HeldAccount, Loop, Named, NextAsked, OpenFollowUp, Promised, Quote, SilentAccount
from sayso.domain.errors import InvalidInputError
from sayso.domain.invitation import MAIL_KINDS
from sayso.domain.mail import (
    Mail,
    PastAnswer,
    PastPromise,
    Person,
    calling_name,
    one_line,
    quoted_request,
)
from sayso.domain.programme import LANGUAGES, Form, Language, Programme, Survey
from tests.digests import LATE, case_links, doubt, full_week, hold_links, listed, monthly_news

OWNER = "owner@polder.example"
LINKS = [f"https://feedback.example/survey/day50.en.html?t=token&s={score}" for score in range(11)]
PLAIN = "https://feedback.example/api/plain/token"
LEAVE = "https://feedback.example/unsubscribe/en.html?t=token"
ONE_CLICK = "https://feedback.example/api/unsubscribe/token"
VOICES: list[tuple[Language, Form]] = [
    ("en", "formal"), ("de", "formal"), ("de", "informal"), ("nl", "formal"), ("nl", "informal"),
]  # fmt: skip
SATISFACTION = "delivered"
# Every way to ask there is, beside the programme's own: after an event of any name, in any rhythm, by turns.
MORE_SURVEYS = {
    "project_delivered": {
        "event": "touchpoint",
        "reminder_after": "5 working days",
        "question": {
            "en": "Now that your project is live: how likely are you to recommend Polder Hosting?",
            "de": "Das Projekt ist fertig. Polder Hosting weiterempfehlen: Wie wahrscheinlich ist das?",
            "nl": "Het project is klaar. Polder Hosting aanbevelen: hoe waarschijnlijk is dat?",
        },
    },
    "pulse": {"every": "3 months", "reminder_after": "5 working days", "reminders": 3},
    "by_turns": {"rotating": "quarters"},
    "first_days": {"after": "3 days"},
    SATISFACTION: {"event": "touchpoint", "scale": "satisfaction", "reminder_after": "5 working days"},
}
SURVEYS = ["day50", "annual", "ticket", "recheck", *MORE_SURVEYS]
STEPS = list(MAIL_KINDS)
MESSAGE_IDS = [f"<0102{number}-000000@eu-central-1.amazonses.com>" for number in range(3)]
FORBIDDEN_WORDS = {
    ("de", "formal"): r"\b(du|dir|dich|dein\w*)\b",
    ("de", "informal"): r"\b(Sie|Ihnen|Ihr\w*)\b",
    ("nl", "formal"): r"\b(je|jij|jou|jouw)\b",
    ("nl", "informal"): r"\b(u|uw)\b",
}
HOSTILE = [
    "<script>alert(1)</script>",
    "Anna <b>Bold",
    "{{ 7 * 7 }}{% raw %}",
    "{ $company } { DATETIME($x) }",
    "Anna\r\nBcc: everybody@example.com",
    "Anna\u2028\x0b\x85Bcc: x",
    "\u202egnp.exe\u202c Anna",
    "\u2066Anna\u2069\u200b\ufeff",
    "A" * 10_000,
    "\x00\x1b[31mAnna\x7f",
    "Anna \ud800 Schmidt",
    "&lt;Anna&gt; &amp; \"Otto\" 'Li'",
    "=?utf-8?q?Bcc=3A?=",
]
BIDI_OR_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def company_in(language: Language, form: Form) -> Programme:
    programme = load_programme()
    address = {} if language == "en" else {language: form}
    company = programme.company.model_copy(update={"address": address})
    surveys = {**programme.surveys, **{name: Survey.model_validate(rules) for name, rules in MORE_SURVEYS.items()}}
    return programme.model_copy(update={"company": company, "surveys": surveys})


@cache
def writer_in(language: Language = "en", form: Form = "formal") -> MailWriter:
    programme = company_in(language, form)
    return MailWriter(Renderer(programme), programme)


def links_of(survey: str, links: Sequence[str] = LINKS) -> list[str]:
    """The links of a survey's scores."""
    return list(links[1:6] if survey == SATISFACTION else links)


def invitation(language: Language = "en", form: Form = "formal", **changes: Any) -> Mail:
    values: dict[str, Any] = {
        "survey": "day50",
        "step": "first",
        "language": language,
        "recipient_name": "Anna Schmidt",
        "recipient_email": "anna@example.com",
        "score_links": links_of(changes.get("survey", "day50")),
        "plain_page": PLAIN,
        "unsubscribe_page": LEAVE,
        "unsubscribe_one_click": ONE_CLICK,
    }
    return writer_in(language, form).invitation(**{**values, **changes})


def alert(language: Language = "en", form: Form = "formal", **changes: Any) -> Mail:
    values: dict[str, Any] = {
        "language": language,
        "to": OWNER,
        "owner_email": OWNER,
        "case_link": "https://feedback.example/case/en.html?t=token",
        "person": Person("Anna Schmidt", "anna@example.com", "+31 30 123 45 67"),
        "account": "Kaasboer",
        "survey": "annual",
        "score": 3,
        "why": "Two outages and no word from you.\n\nOur customers told us.",
        "better": "Tell us first.",
        "drivers": ["Communication"],
        "contact": "phone",
        "answered_at": datetime(2026, 7, 1, 22, 30, tzinfo=UTC),
        "due_at": datetime(2026, 7, 3, 13, 5, tzinfo=UTC),
        "history": [PastAnswer("day50", 9, date(2025, 5, 6))],
    }
    return writer_in(language, form).follow_up_alert(**{**values, **changes})


# What stands around the words of a case that was handed over, is due, or is late.
AROUND: dict[str, Any] = {
    "to": "manager@polder.example",
    "by": "vera@polder.example",
    "note": "I am away until May.",
    "promised": [PastPromise(date(2025, 3, 6), "Communication", "We call before each planned outage.", "solved")],
}


def digest(language: Language = "en", form: Form = "formal", to_name: str = "", **changes: Any) -> Mail:
    news, links = full_week(**changes), hold_links()
    writer = writer_in(language, form)
    cases = case_links() if news.own else {}
    return writer.weekly_digest(
        language=language, to="manager@polder.example", news=news, hold_links=links, case_links=cases, to_name=to_name
    )


def monthly(language: Language = "en", form: Form = "formal", to_name: str = "", **changes: Any) -> Mail:
    news = monthly_news(**changes)
    writer = writer_in(language, form)
    return writer.monthly_digest(language=language, to="ceo@polder.example", news=news, to_name=to_name)


EVERY_KIND = {"invitation": invitation, "alert": alert, "digest": digest, "monthly": monthly}


def soup(mail: Mail) -> BeautifulSoup:
    return BeautifulSoup(mail.html, "html.parser")


def score_links(mail: Mail) -> list[Tag]:
    return list(soup(mail).select("a.score"))


def shown(mail: Mail) -> str:
    page = soup(mail)
    for unseen in page(["style", "title"]):
        unseen.decompose()
    return " ".join(page.get_text(" ").split())


class Balance(HTMLParser):
    """Collects every tag that closes another than the one opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) != len(attrs):
            self.wrong.append(f"{tag} has an attribute twice")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")


every_invitation = pytest.mark.parametrize(
    ("survey", "step", "language", "form"),
    [(survey, step, *voice) for survey in SURVEYS for step in STEPS for voice in VOICES],
)
every_voice = pytest.mark.parametrize(("language", "form"), VOICES)
every_kind = pytest.mark.parametrize("kind", EVERY_KIND)


@every_invitation
def test_an_invitation_has_an_equal_link_for_each_score_in_order(
    survey: str, step: str, language: Language, form: Form
) -> None:
    links = score_links(invitation(language, form, survey=survey, step=step))
    scores = range(1, 6) if survey == SATISFACTION else range(11)
    assert [link.get_text() for link in links] == [str(score) for score in scores]
    assert [link["href"] for link in links] == links_of(survey)
    assert len({(link["style"], link.parent["style"]) for link in links if link.parent}) == 1
    assert all(link.has_attr("ses:no-track") for link in links)


@every_invitation
def test_an_invitation_speaks_its_language_and_form(survey: str, step: str, language: Language, form: Form) -> None:
    mail = invitation(language, form, survey=survey, step=step, ticket="Backup 4711")
    page = soup(mail)
    assert all(tag["lang"] == language for tag in (page.html, page.select_one("body > div")) if tag)
    forbidden = FORBIDDEN_WORDS.get((language, form))
    for text in (mail.subject, mail.text, shown(mail)):
        assert not forbidden or not re.search(forbidden, text)
        assert "!" not in text


@every_invitation
def test_the_plain_part_says_what_the_html_says(survey: str, step: str, language: Language, form: Form) -> None:
    mail = invitation(language, form, survey=survey, step=step, ticket="Backup 4711")
    lines = mail.text.splitlines()
    assert [line.split() for line in lines if "&s=" in line] == [
        [link.rpartition("=")[2], link] for link in links_of(survey)
    ]
    assert lines[lines.index(PLAIN) - 1], "a sentence says what the address is for"
    assert all(len(line) <= 72 for line in lines if "https://" not in line)
    assert "\n\n\n" not in mail.text
    assert LEAVE in mail.text
    plain = " ".join(mail.text.split())
    for paragraph in soup(mail).select("p, h1"):
        if not paragraph.find("a"):
            assert " ".join(paragraph.get_text().split()) in plain


@every_invitation
def test_an_invitation_says_how_to_leave_and_to_object(survey: str, step: str, language: Language, form: Form) -> None:
    mail = invitation(language, form, survey=survey, step=step)
    company = load_programme().company
    hrefs = [link["href"] for link in soup(mail)("a")]
    assert hrefs == [*links_of(survey), LEAVE, str(company.privacy_url), PLAIN]
    assert company.imprint in shown(mail)
    objection = {"en": "You can object", "de": "widersprechen", "nl": "bezwaar maken"}[language]
    assert objection in shown(mail)
    assert mail.headers["List-Unsubscribe"] == f"<{ONE_CLICK}>"
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert not [name for name in mail.headers if name.lower().startswith("x-")]


@every_kind
@every_voice
def test_every_mail_is_sound_small_and_made_of_tables(kind: str, language: Language, form: Form) -> None:
    mail = EVERY_KIND[kind](language, form)
    balance = Balance()
    balance.feed(mail.html)
    balance.close()
    assert (balance.open, balance.wrong) == ([], [])
    page = soup(mail)
    assert mail.html.startswith("<!DOCTYPE html>")
    assert all(table["role"] == "presentation" for table in page("table"))
    assert not page(["img", "script", "link", "form", "iframe", "object", "svg"])
    assert "url(" not in mail.html
    assert not re.search(r'="[^"]*\b(undefined|None)\b', mail.html)
    assert page.select_one('meta[name="color-scheme"][content="light dark"]')
    assert "prefers-color-scheme: dark" in mail.html
    assert len(mail.html.encode()) < 30_000, "Gmail cuts at 102 KB; ours are a fraction of it"
    assert mail.html.count("<!--[if mso]>") == mail.html.count("<![endif]-->")


@every_kind
def test_a_preheader_adds_to_the_subject_and_is_not_seen(kind: str) -> None:
    mail = EVERY_KIND[kind]()
    hidden = soup(mail).select_one('div[style*="display:none"]')
    assert hidden is not None
    assert 20 <= len(hidden.get_text()) <= 140
    assert hidden.get_text() != mail.subject


def preheader(mail: Mail) -> str:
    hidden = soup(mail).select_one('div[style*="display:none"]')
    assert hidden is not None
    return hidden.get_text()


@every_voice
@pytest.mark.parametrize("survey", SURVEYS)
def test_a_reminder_is_worded_differently(survey: str, language: Language, form: Form) -> None:
    first, reminder, second = (invitation(language, form, survey=survey, step=step) for step in STEPS[:3])
    assert len({first.subject, reminder.subject}) == 2
    assert preheader(first) != preheader(reminder)
    assert len({shown(mail) for mail in (first, reminder, second)}) == 3
    assert len({mail.text for mail in (first, reminder, second)}) == 3


@every_voice
@pytest.mark.parametrize("step", STEPS[1:])
def test_a_reminder_joins_the_mails_before_it_under_their_subject(step: str, language: Language, form: Form) -> None:
    thread = MESSAGE_IDS[: STEPS.index(step)]
    for about in ({"survey": "day50"}, {"survey": "ticket", "ticket": "Backup 4711"}):
        first = invitation(language, form, **about)
        reminder = invitation(language, form, step=step, thread=thread, **about)
        assert reminder.subject == first.subject
        assert reminder.headers["In-Reply-To"] == thread[-1]
        assert reminder.headers["References"].split() == thread
        assert not {"In-Reply-To", "References"} & set(first.headers)


def test_a_reminder_whose_first_mail_nobody_knows_stands_alone_and_says_what_it_is() -> None:
    mail = invitation(step="reminder")
    assert mail.subject.startswith("Still open")
    assert not {"In-Reply-To", "References"} & set(mail.headers)


@pytest.mark.parametrize("wrong", ["0102@eu-central-1.amazonses.com", "<no address>", "<a@b>\r\nBcc: <c@d>", ""])
def test_what_is_no_message_id_makes_no_thread(wrong: str) -> None:
    with pytest.raises(InvalidInputError, match="Message-ID"):
        invitation(step="reminder", thread=[wrong])


@every_voice
@pytest.mark.parametrize("step", STEPS[1:])
def test_the_last_reminder_says_so_and_no_other_does(step: str, language: Language, form: Form) -> None:
    last = {
        "en": "no further reminder",
        "de": "eine weitere Erinnerung kommt nicht",
        "nl": "een volgende herinnering komt er niet",
    }[language]
    another = {
        "en": "another reminder will follow",
        "de": "kommt eine weitere Erinnerung.",
        "nl": "dan volgt nog een herinnering",
    }[language]
    for more_follow in (False, True):
        mail = invitation(language, form, step=step, more_follow=more_follow)
        for text in (shown(mail), " ".join(mail.text.split())):
            assert (last in text, another in text) == (not more_follow, more_follow)


def test_a_later_reminder_does_not_call_itself_the_first() -> None:
    for language, form in VOICES:
        reminded = {"en": "and reminded you", "de": "in Erinnerung gerufen", "nl": "in herinnering gebracht"}[language]
        told = [reminded in shown(invitation(language, form, step=step)) for step in STEPS]
        assert told == [False, False, True, True]


@pytest.mark.parametrize(
    ("survey", "language", "says"),
    [
        ("day50", "en", "everyone who is new after the first weeks"),
        ("annual", "en", "asks its customers once a year"),
        ("ticket", "en", "asks after a request is closed"),
        ("project_delivered", "en", "at important points in our work together"),
        ("recheck", "en", "Polder Hosting has looked into it since. We ask once more"),
        ("pulse", "en", "asks its customers every three months"),
        ("by_turns", "en", "asks its customers once a year"),
        ("first_days", "en", "asks because what you say"),
        ("recheck", "de", "haben Sie uns etwas zurückgemeldet, und Polder Hosting ist dem nachgegangen"),
        ("project_delivered", "de", "fragt an wichtigen Punkten der Zusammenarbeit nach"),
        ("pulse", "de", "fragt alle drei Monate nach"),
        ("by_turns", "de", "fragt einmal im Jahr nach"),
        ("recheck", "nl", "gaf u ons een reactie, en Polder Hosting is daarmee aan de slag gegaan"),
        ("project_delivered", "nl", "op belangrijke momenten in de samenwerking"),
        ("pulse", "nl", "elke drie maanden"),
        ("by_turns", "nl", "één keer per jaar"),
    ],
)
def test_why_somebody_is_asked_follows_from_the_rules_of_the_survey(survey: str, language: Language, says: str) -> None:
    assert says in shown(invitation(language, survey=survey))


@pytest.mark.parametrize("every", [1, 2, 3, 4, 6, 12, 18, 24, 36])
def test_an_annual_survey_with_another_rhythm_does_not_claim_a_year(every: int) -> None:
    programme = load_programme()
    surveys = {**programme.surveys, "annual": Survey.model_validate({"every": f"{every} months"})}
    own = programme.model_copy(update={"surveys": surveys})
    for language in LANGUAGES:
        mail = MailWriter(Renderer(own), own).invitation(
            survey="annual", step="first", language=language, recipient_name="", recipient_email="a@example.com",
            score_links=LINKS, plain_page=PLAIN, unsubscribe_page=LEAVE, unsubscribe_one_click=ONE_CLICK,
        )  # fmt: skip
        yearly = {"en": "once a year", "de": "einmal im Jahr", "nl": "één keer per jaar"}[language]
        assert (yearly in shown(mail)) == (every == 12)


def test_replies_reach_a_person_and_out_of_office_replies_do_not() -> None:
    mail = invitation()
    assert mail.reply_to == load_programme().sender.reply_to
    assert mail.headers["Auto-Submitted"] == "auto-generated"
    assert "Auto-Submitted" not in {**alert().headers, **digest().headers}


def test_a_company_may_ask_in_its_own_words() -> None:
    programme = load_programme()
    survey = programme.surveys["day50"]
    question = survey.question.model_copy(update={"de": "Hat <unser> Start gepasst?"})
    surveys = {**programme.surveys, "day50": survey.model_copy(update={"question": question})}
    own = programme.model_copy(update={"surveys": surveys})
    writer = MailWriter(Renderer(own), own)
    asked = {
        language: soup(
            writer.invitation(
                survey="day50", step="first", language=language, recipient_name="", recipient_email="a@example.com",
                score_links=LINKS, plain_page=PLAIN, unsubscribe_page=LEAVE, unsubscribe_one_click=ONE_CLICK,
            )
        ).h1
        for language in LANGUAGES
    }  # fmt: skip
    assert asked["de"]
    assert asked["de"].get_text() == "Hat <unser> Start gepasst?"
    assert asked["nl"]
    assert "Polder Hosting" in asked["nl"].get_text()


@pytest.mark.parametrize(
    ("language", "form", "with_name", "without"),
    [
        ("en", "formal", "Hello Anna Schmidt,", "Hello,"),
        ("de", "formal", "Guten Tag Anna Schmidt,", "Guten Tag,"),
        ("de", "informal", "Hallo Anna Schmidt,", "Hallo,"),
        ("nl", "formal", "Geachte Anna Schmidt,", "Goedendag,"),
        ("nl", "informal", "Hallo Anna Schmidt,", "Hallo,"),
    ],
)
def test_a_name_is_used_only_when_there_is_one(language: Language, form: Form, with_name: str, without: str) -> None:
    assert invitation(language, form).text.startswith(with_name + "\n")
    assert invitation(language, form, recipient_name="  ").text.startswith(without + "\n")
    assert invitation(language, form, recipient_name="").recipient == "anna@example.com"


@pytest.mark.parametrize(
    "name",
    [
        "Your account is locked: https://evil.example",
        "Visit www.evil.example",
        "evil.example/login",
        "win@evil.example",
        "Click evil.com now",
        "=?utf-8?q?evil?=",
        "A" * 61,
    ],
)
def test_a_stranger_cannot_send_a_message_of_their_own_as_a_name(name: str) -> None:
    assert calling_name(name) == ""
    mail = invitation(recipient_name=name)
    assert "evil" not in mail.html + mail.text + mail.recipient


@pytest.mark.parametrize("name", ["Dr. Anna Müller-Lüden", "O'Brien", "María José", "J. R. Smith", "李", "Wit, de"])
def test_real_names_are_used_as_they_are(name: str) -> None:
    assert calling_name(name) == name


@pytest.mark.parametrize("hostile", HOSTILE)
@every_kind
def test_hostile_text_comes_out_as_text(kind: str, hostile: str) -> None:
    cases: dict[str, dict[str, Any]] = {
        "invitation": {"recipient_name": hostile, "ticket": hostile, "survey": "ticket"},
        "alert": {
            "person": Person(hostile, "anna@example.com", hostile),
            "account": hostile,
            "why": hostile,
            "better": hostile,
            "ticket": hostile,
            "drivers": [hostile],
            "kind": "handed_over",
            "by": hostile,
            "note": hostile,
            "promised": [PastPromise(date(2025, 3, 6), hostile, hostile, "solved")],
        },
        "digest": {
            "praise": listed(Quote(hostile, hostile, 9, "nps", hostile)),
            "criticism": listed(Quote(hostile, hostile, 3)),
            "missing": listed(Quote(hostile, hostile, 8)),
            "follow_ups": listed(OpenFollowUp(hostile, hostile, LATE, True, hostile)),
            "unconfirmed": listed(doubt(hostile, account=hostile, ticket=hostile)),
            "silent": listed(SilentAccount(hostile, 3)),
            "asked_next": listed(NextAsked(date(2026, 3, 10), hostile, hostile, "kaasboer", "annual")),
            "holds": listed(HeldAccount(hostile, date(2026, 4, 30), hostile, hostile)),
            "to_name": hostile,
        },
        "monthly": {
            "loop": Loop(causes=listed(Named(hostile, 1))),
            "causes": listed(Named(hostile, 1)),
            "commitments": listed(Promised(hostile, "planned")),
            "holds": listed(HeldAccount(hostile, date(2026, 4, 30), hostile, hostile)),
            "to_name": hostile,
        },
    }
    tame, mail = EVERY_KIND[kind](), EVERY_KIND[kind](**cases[kind])
    for text in (mail.subject, mail.to_name, mail.recipient, mail.text, mail.html):
        assert not BIDI_OR_CONTROL.search(text)
        text.encode()
    assert not re.search(r"[\r\n]", mail.subject + mail.to_name + mail.recipient)
    known = {tag.name for tag in soup(tame)(True)} | {"br", "span", "p", "a", "strong", "td", "tr"}
    assert {tag.name for tag in soup(mail)(True)} <= known
    assert "49" not in shown(mail)
    assert len(mail.html) < 60_000
    assert len(mail.subject) <= 200
    visible = one_line(hostile, 40).rstrip("…")
    if kind != "invitation":
        assert visible in shown(mail)
        assert visible[:30] in " ".join(mail.text.split())


def test_a_line_break_in_a_name_adds_no_header() -> None:
    mail = invitation(recipient_name="Anna\r\nBcc everybody", ticket="a\r\nBcc x", survey="ticket")
    assert mail.to_name == "Anna Bcc everybody"
    assert mail.subject == "One question about your request “a Bcc x”"


@pytest.mark.parametrize("name", ["Zoë Ünal", "Schmidt, Anna", 'Anna "die" Schmidt', "李" * 60, "Joined \u200d é"])
def test_a_display_name_survives_its_encoding(name: str) -> None:
    mail = invitation(recipient_name=name)
    assert mail.recipient.isascii()
    assert all(len(word) <= 75 for word in mail.recipient.split(" ") if word.startswith("=?"))
    shown_name, address = parseaddr(mail.recipient)
    assert str(make_header(decode_header(shown_name))) == name
    assert address == "anna@example.com"


def test_a_word_encoded_for_headers_stays_as_it_was_written() -> None:
    smuggled = "=?utf-8?q?https=3A=2F=2Fevil?="
    mail = invitation(recipient_name=smuggled, survey="ticket", ticket=smuggled)
    assert mail.recipient == "anna@example.com"
    for header in (mail.subject, alert(account=smuggled).subject):
        assert str(make_header(decode_header(header))) == header


def test_a_ticket_is_named_without_addresses_to_follow() -> None:
    assert quoted_request("See https://evil.example/x now") == "See … now"
    assert quoted_request("mail web3.kaasboer.example down") == "mail web3.kaasboer.example down"
    assert "“Disk full”" in invitation(survey="ticket", ticket="Disk full").subject


def test_a_link_for_each_score_or_none() -> None:
    with pytest.raises(InvalidInputError, match="11 links, for 0 to 10"):
        invitation(score_links=LINKS[:10])
    with pytest.raises(InvalidInputError, match="5 links, for 1 to 5"):
        invitation(survey=SATISFACTION, score_links=LINKS)


@every_voice
def test_a_mail_keeps_the_scale_its_invitation_has(language: Language, form: Form) -> None:
    five = invitation(language, form, survey="project_delivered", scale="satisfaction", score_links=LINKS[1:6])
    assert len(score_links(five)) == 5
    assert {"en": "satisfied", "de": "zufrieden", "nl": "tevreden"}[language] in shown(five)
    assert "10" not in preheader(five) + shown(five)
    ten = invitation(language, form, survey=SATISFACTION, scale="nps", score_links=LINKS)
    assert len(score_links(ten)) == 11
    assert "10" in preheader(ten)


@every_voice
def test_a_satisfaction_is_asked_from_1_to_5_in_words_of_its_own(language: Language, form: Form) -> None:
    mail, usual = invitation(language, form, survey=SATISFACTION), invitation(language, form)
    satisfied = {"en": "satisfied", "de": "zufrieden", "nl": "tevreden"}[language]
    assert shown(mail).count(satisfied) == 3, "the question and the two ends"
    assert satisfied not in shown(usual)
    span = {"en": "1 to 5", "de": "1 bis 5", "nl": "1 tot en met 5"}[language]
    assert span in preheader(mail)
    assert "10" not in preheader(mail) + shown(mail)
    labels = [str(link["aria-label"]) for link in score_links(mail)]
    assert all(re.search(r"[1-5] (out of|von|van de) 5", label) for label in labels)
    assert "1 = " in mail.text
    assert ", 5 = " in " ".join(mail.text.split())


@every_voice
def test_every_mail_offers_a_page_that_needs_no_script(language: Language, form: Form) -> None:
    mail = invitation(language, form)
    (link,) = soup(mail).select(f'a[href="{PLAIN}"]')
    assert "JavaScript" in link.get_text()
    assert "JavaScript" in mail.text.split(PLAIN)[0].split("\n\n")[-1]


def test_an_alert_says_out_of_how_many_a_score_is_and_which_ones_are_unhappy() -> None:
    mail = alert(scale="satisfaction", score=2, history=[PastAnswer("day50", 9, date(2025, 5, 6))])
    assert "gave 2 out of 5" in mail.subject
    assert "9 out of 10" in mail.text
    assert "would like to hear from us" in alert(scale="satisfaction", score=4).subject
    assert "gave 4 out of 10" in alert(score=4).subject
    assert "een 2 (van 5)," in alert("nl", scale="satisfaction", score=2, kind="joined").subject


def test_the_words_come_first_in_an_alert() -> None:
    text = alert().text
    order = ["Two outages", "Tell us first.", "Anna Schmidt", "phoned", "3 July 2026", "3 out of 10", "/case/"]
    assert sorted(order, key=text.index) == order
    assert "Our customers told us." in shown(alert())


def test_an_alert_shows_times_in_the_company_zone() -> None:
    mail = alert()
    assert "Friday, 3 July 2026, 15:05 (Europe/Amsterdam)" in mail.text
    assert "Answered: 2 July 2026, 00:30" in mail.text
    assert "15:05" in mail.subject


def test_an_alert_offers_only_the_contact_the_person_wants() -> None:
    def ways(contact: str | None) -> set[str]:
        return {urlsplit(str(link["href"])).scheme for link in soup(alert(contact=contact))("a")}

    assert ways("phone") == ways("mail") == ways(None) == {"https", "mailto", "tel"}
    assert ways("no") == {"https"}
    assert "anna@example.com" not in alert(contact="no").text


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("+31 30 123 45 67", "tel:+31301234567"),
        ("030/123.45-67", "tel:0301234567"),
        ("+49 (0) 30 1234567", "tel:+49301234567"),
        ("110", "tel:110"),
        ("ask at the desk", None),
        ("<script>", None),
        ("0800 CALL NOW", None),
    ],
)
def test_only_a_telephone_number_can_be_dialled(phone: str, dialled: str | None) -> None:
    mail = alert(person=Person("Anna", "anna@example.com", phone))
    assert [a["href"] for a in soup(mail)("a") if str(a["href"]).startswith("tel:")] == ([dialled] if dialled else [])
    assert phone in shown(mail)
    assert phone in mail.text


def test_an_alert_without_words_says_so() -> None:
    mail = alert(why=" \n ", better="", drivers=[], history=[], ticket=None)
    assert mail.text.startswith("No words came with the score.")
    assert "What would make it better" not in mail.text
    assert re.search(r"Earlier answers:\s+none", mail.text)


def test_a_joined_case_and_a_wish_for_contact_say_what_they_are() -> None:
    assert "already open" in " ".join(alert(kind="joined").text.split())
    assert "already open" not in " ".join(alert().text.split())
    assert len({alert(kind="joined").subject, alert().subject, alert(score=9).subject}) == 3


def test_a_reply_to_an_alert_reaches_the_manager_and_never_the_customer() -> None:
    assert alert().reply_to == load_programme().follow_up.manager


GOOD = {
    "to": "a@example.com", "to_name": "", "sender_name": "Polder", "sender_email": "f@polder.example",
    "reply_to": "h@polder.example", "subject": "One question", "html": "<p>", "text": "x",
}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "a\r\nBcc: x"},
        {"subject": ""},
        {"to_name": "a\nb"},
        {"sender_name": "a\u2028b"},
        {"to": "not an address"},
        {"to": "a@example.com\r\nBcc: b@example.com"},
        {"headers": {"A": "b\r\nBcc: x"}},
        {"headers": {"A": "b\n"}},
        {"headers": {"A b": "c"}},
        {"headers": {"A": "ü"}},
        {"headers": {"A": ""}},
        {"headers": {"A": "b" * 996}},
        {"headers": {f"A{number}": "b" for number in range(16)}},
        {"tags": {"survey": "day 50"}},
        {"tags": {"survey": "a\n"}},
        {"tags": {"survey": "a" * 257}},
        {"tags": {"": "a"}},
        {"tags": {f"a{number}": "b" for number in range(51)}},
    ],
)
def test_a_mail_that_ses_would_refuse_or_a_header_could_escape_from_cannot_be_made(change: dict[str, Any]) -> None:
    Mail.model_validate(GOOD)
    with pytest.raises(ValidationError):
        Mail.model_validate({**GOOD, **change})


# A missing translation fails the tests: every *.ftl of every language, not the mails' alone.

LOCALES = TEMPLATES / "locales"
FILES = sorted({path.name for path in LOCALES.glob("*/*.ftl")})


def entries(language: str, name: str) -> list[ast.EntryType]:
    path = LOCALES / language / name
    return list(FluentParser().parse(path.read_text(encoding="utf-8")).body) if path.exists() else []


def nodes(node: Any) -> Iterator[Any]:
    yield node
    for value in vars(node).values() if isinstance(node, ast.BaseNode) else ():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from nodes(child)


def shape(language: str, name: str) -> dict[str, dict[str, set[str]]]:
    """For every message and attribute of a file: the variables it uses, each with the cases it tells apart."""
    found: dict[str, dict[str, set[str]]] = {}
    for entry in entries(language, name):
        if not isinstance(entry, (ast.Message, ast.Term)):
            continue
        parts = [(entry.id.name, entry.value), *((f"{entry.id.name}.{a.id.name}", a.value) for a in entry.attributes)]
        for key, pattern in parts:
            used = found.setdefault(key, {})
            for node in nodes(pattern) if pattern else ():
                if isinstance(node, ast.VariableReference):
                    used.setdefault(node.id.name, set())
                if isinstance(node, ast.SelectExpression) and isinstance(node.selector, ast.VariableReference):
                    cases = {v.key.name if isinstance(v.key, ast.Identifier) else v.key.value for v in node.variants}
                    used.setdefault(node.selector.id.name, set()).update(cases)
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_exists_in_every_language(name: str) -> None:
    shapes = {language: shape(language, name) for language in LANGUAGES}
    for language in LANGUAGES:
        assert set(shapes[language]) == set(shapes["en"]), f"{name}: {language} and en differ"
        for key, used in shapes[language].items():
            # The name of the company may be needed in one language and not in another; English knows one address.
            own, english = ({k: v for k, v in s[key].items() if k not in ("company", "address")}
                            for s in (shapes[language], shapes["en"]))  # fmt: skip
            assert own == english, f"{name}: {key}: {language} tells other cases apart than en"
            assert used.get("address", set()) in (set(), {"formal", "informal"}), f"{name}: {key}: {language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_broken_or_written_twice(language: str) -> None:
    everything = [entry for name in FILES for entry in entries(language, name)]
    assert [entry.content for entry in everything if isinstance(entry, ast.Junk)] == []
    keys = [entry.id.name for entry in everything if isinstance(entry, (ast.Message, ast.Term))]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []
