"""What our own people are told of a follow-up, by mail and by other channels: whose it is, since when, and why."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, get_args

import pytest

from sayso.adapters.mails import MailWriter
from sayso.adapters.rendering import Renderer
from sayso.domain.follow_up_rules import FollowUpRules, Owner
from sayso.domain.mail import AlertKind, Mail, PastPromise, Person
from sayso.domain.programme import Form, Language
from tests.unit.test_mails import (
    FORBIDDEN_WORDS,
    HOSTILE,
    OWNER,
    Balance,
    alert,
    company_in,
    every_voice,
    preheader,
    shown,
    soup,
)

KINDS: tuple[AlertKind, ...] = get_args(AlertKind)
# Those that bring something new besides the customer's words.
NEWS: tuple[AlertKind, ...] = ("joined", "more", "handed_over", "reminder", "escalation", "undelivered")
MANAGER = "maria@polder.example"
LONDON = "bea@polder.example"
DUE = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
STAFF = {
    OWNER: Owner(name="Otto de Wit"),
    MANAGER: Owner(name="Maria Visser"),
    LONDON: Owner(name="Bea Hill", timezone="Europe/London"),
}
PROMISES = [
    PastPromise(date(2025, 3, 6), "Communication", "We call before every planned outage.", "solved"),
    PastPromise(date(2024, 1, 9), "", "", "no_answer"),
]


@cache
def writer_in(language: Language = "en", form: Form = "formal") -> MailWriter:
    programme = company_in(language, form)
    # Not a copy: that would keep who was found by their address before.
    rules = FollowUpRules.model_validate({**dict(programme.follow_up), "owners": STAFF})
    programme = programme.model_copy(update={"follow_up": rules})
    return MailWriter(Renderer(programme), programme)


def told(kind: AlertKind, language: Language = "en", form: Form = "formal", **changes: Any) -> Mail:
    """A mail of each kind to whoever gets it: the owner, or the manager."""
    above = kind in ("escalation", "undelivered")
    handed = {"by": MANAGER, "note": "He knows their servers best."} if kind == "handed_over" else {}
    values: dict[str, Any] = {
        "language": language,
        "kind": kind,
        "to": MANAGER if above else OWNER,
        "owner_email": OWNER,
        "case_link": "https://feedback.example/case/en.html?t=token",
        "person": Person("Anna Jansen", "anna@kaasboer.example", "+31 30 123 45 67"),
        "account": "Kaasboer",
        "survey": "annual",
        "score": 3,
        "why": "Two outages and no word from you.",
        "better": "Tell us first.",
        "drivers": ["Communication"],
        "contact": "phone",
        "answered_at": datetime(2026, 3, 2, 8, 30, tzinfo=UTC),
        "due_at": DUE,
    }
    return writer_in(language, form).follow_up_alert(**{**values, **handed, **changes})


def message(kind: AlertKind = "alert", language: Language = "en", form: Form = "formal", **changes: Any) -> list[str]:
    """Title and lines of what goes to a channel."""
    values: dict[str, Any] = {
        "language": language,
        "kind": kind,
        "person": Person("Anna Jansen", "anna@kaasboer.example", "+31 30 123 45 67"),
        "account": "Kaasboer",
        "survey": "annual",
        "score": 3,
        "scale": "nps",
        "owner_email": OWNER,
        "due_at": DUE,
        "why": "Two outages and no word from you.",
        "words": False,
    }
    title, body = writer_in(language, form).channel_message(**{**values, **changes})
    return [title, *body.split("\n")]


every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
@every_voice
def test_every_kind_is_sound_and_speaks_its_language_and_form(kind: AlertKind, language: Language, form: Form) -> None:
    mail = told(kind, language, form, promised=PROMISES)
    balance = Balance()
    balance.feed(mail.html)
    balance.close()
    assert (balance.open, balance.wrong) == ([], [])
    forbidden = FORBIDDEN_WORDS.get((language, form))
    for text in (mail.subject, mail.text, shown(mail)):
        assert not forbidden or not re.search(forbidden, text)
        assert "!" not in text
    assert all(len(line) <= 72 for line in mail.text.splitlines() if "https://" not in line and ": " not in line)
    assert "\n\n\n" not in mail.text


@every_voice
def test_every_kind_has_a_subject_a_preview_and_a_lead_of_its_own(language: Language, form: Form) -> None:
    mails = {kind: told(kind, language, form) for kind in KINDS}
    assert len({mail.subject for mail in mails.values()}) == len(KINDS)
    leads = [preheader(mails[kind]) for kind in NEWS]
    assert len(set(leads)) == len(NEWS)
    for mail, lead in zip((mails[kind] for kind in NEWS), leads, strict=True):
        begin = lead.rstrip("…")
        assert " ".join(mail.text.split()).startswith(begin)
        assert shown(mail).removeprefix(lead).strip().startswith(begin)
    assert mails["alert"].text.startswith("> Two outages")


@every_kind
def test_every_kind_says_what_is_needed_to_call_and_has_one_button_that_opens_the_case(kind: AlertKind) -> None:
    mail = told(kind)
    for text in (mail.text, shown(mail)):
        for needed in ("Two outages", "Tell us first.", "Anna Jansen", "+31 30 123 45 67", "3 out of 10", "09:00"):
            assert needed in text
    (button,) = soup(mail).select("a.button")
    assert button["href"] == "https://feedback.example/case/en.html?t=token"
    assert mail.reply_to == writer_in()._programme.follow_up.manager


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("alert", "Anna Jansen (Kaasboer) gave 3 out of 10: due 4 Mar 2026, 09:00"),
        ("joined", "Another answer in an open follow-up: Anna Jansen (Kaasboer), 3 out of 10, due 4 Mar 2026, 09:00"),
        ("more", "Anna Jansen (Kaasboer) wrote more: 3 out of 10, due 4 Mar 2026, 09:00"),
        ("handed_over", "Handed over to you: Anna Jansen (Kaasboer), 3 out of 10, due 4 Mar 2026, 09:00"),
        ("reminder", "Still open: Anna Jansen (Kaasboer), 3 out of 10, due 4 Mar 2026, 09:00"),
        ("escalation", "Late: Anna Jansen (Kaasboer), 3 out of 10, was due 4 Mar 2026, 09:00; Otto de Wit has it"),
        ("undelivered", "Mail to Otto de Wit comes back: Anna Jansen (Kaasboer) waits, due 4 Mar 2026, 09:00"),
    ],
)
def test_a_subject_says_what_it_is_about(kind: AlertKind, subject: str) -> None:
    assert told(kind).subject == subject


def test_whoever_gets_a_case_reads_from_whom_and_why() -> None:
    mail = told("handed_over")
    assert mail.text.startswith("Maria Visser handed this follow-up over to you.")
    assert mail.text.index("He knows their servers best.") < mail.text.index("What Anna Jansen wrote")
    assert "vera@polder.example handed" in told("handed_over", by="vera@polder.example").text
    nobody = told("handed_over", by="", note="")
    assert "was handed over to you" in nobody.text
    assert "Reason" not in nobody.text


@pytest.mark.parametrize("kind", ["alert", "joined", "more", "reminder", "escalation", "undelivered"])
def test_only_a_case_that_was_handed_over_has_a_reason(kind: AlertKind) -> None:
    assert "Secret" not in told(kind, note="Secret").html


def test_the_one_it_is_escalated_to_reads_who_has_it_and_what_to_do() -> None:
    mail = told("escalation")
    assert (mail.to, mail.to_name) == (MANAGER, "Maria Visser")
    text = " ".join(mail.text.split())
    assert "Otto de Wit has the follow-up. Please see to it" in text
    assert f"Owner: Otto de Wit {OWNER}" in text
    assert "Was due: Wednesday, 4 March 2026, 09:00" in text
    assert f"mailto:{OWNER}" in mail.html
    assert "reported to you" in text
    mine = told("escalation", to=OWNER.upper())
    assert "The follow-up is yours." in " ".join(mine.text.split())
    assert "Owner:" not in mine.text
    assert "this follow-up is yours" in " ".join(mine.text.split("----")[1].split())


def test_an_owner_without_a_name_is_named_by_their_address_once() -> None:
    mail = told("escalation", owner_email="vera@polder.example")
    (link,) = soup(mail).select('a[href="mailto:vera@polder.example"]')
    assert link.parent is not None
    assert link.parent.get_text().strip() == "vera@polder.example"
    assert mail.text.count("vera@polder.example") == 2, "in the lead, and as the owner"
    assert "vera@polder.example has it" in mail.subject


@pytest.mark.parametrize(
    ("kind", "to", "why"),
    [
        ("alert", OWNER, "this follow-up is yours"),
        ("reminder", OWNER, "this follow-up is yours"),
        ("escalation", MANAGER, "follow-ups that are late are reported to you"),
        ("undelivered", MANAGER, "you stand in when the owner of a follow-up cannot be reached"),
    ],
)
def test_the_small_print_says_why_somebody_gets_it(kind: AlertKind, to: str, why: str) -> None:
    assert why in " ".join(told(kind, to=to).text.split())


def test_times_are_those_of_whoever_reads_them() -> None:
    assert "09:00 (Europe/Amsterdam)" in told("reminder").text
    assert "08:00 (Europe/London)" in told("reminder", to=LONDON, owner_email=LONDON).text
    assert "08:00" in told("reminder", to=LONDON, owner_email=LONDON).subject


def test_what_was_promised_before_stands_there_and_how_it_ended() -> None:
    mail = told("alert", promised=PROMISES)
    for text in (mail.text, shown(mail)):
        assert re.search(
            r"Promised before:?\s+6 March 2025, Communication: solved\s+We call before every planned outage\."
            r"\s+9 January 2024: nobody reached\s",
            text,
        )
    assert "Promised before" not in told("alert").text
    many = told(
        "alert", promised=[PastPromise(date(2025, 3, day), "x", f"Done {day}.", "solved") for day in range(1, 9)]
    )
    assert [day for day in range(1, 9) if f"Done {day}." in many.text] == [1, 2, 3]


@every_voice
def test_each_outcome_has_its_words(language: Language, form: Form) -> None:
    texts = {
        told("alert", language, form, promised=[PROMISES[0]._replace(outcome=outcome)]).text
        for outcome in ("solved", "not_solved", "no_answer")
    }
    assert len(texts) == 3


def test_a_person_who_is_gone_leaves_no_empty_link() -> None:
    mail = told("alert", person=Person("", ""))
    assert mail.subject.startswith("Kaasboer (Kaasboer)")
    assert "mailto:" not in mail.html


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("kind", NEWS)
def test_hostile_text_stays_text_in_every_kind(kind: AlertKind, hostile: str) -> None:
    promise = PastPromise(date(2025, 3, 6), hostile, hostile, "solved")
    mail = told(kind, person=Person(hostile, "anna@example.com"), account=hostile, by=hostile, note=hostile,
                why=hostile, promised=[promise])  # fmt: skip
    mail.subject.encode()
    known = {tag.name for tag in soup(told(kind, promised=PROMISES))(True)}
    assert {tag.name for tag in soup(mail)(True)} <= known
    assert "49" not in shown(mail)
    assert not re.search(r"[\r\n]", mail.subject)


def test_tags_go_with_the_mail() -> None:
    assert told("reminder", tags={"follow_up": "0daeddbf37f8"}).tags == {"follow_up": "0daeddbf37f8"}
    assert alert().tags == {}


def test_more_without_words_is_a_changed_answer() -> None:
    mail = told("more", why=" ", better="")
    assert mail.subject == "Anna Jansen (Kaasboer) changed the answer: 3 out of 10, due 4 Mar 2026, 09:00"
    assert mail.text.startswith("Anna Jansen wrote more, or changed the answer.")


@every_voice
def test_whoever_is_to_call_reads_that_there_is_no_number(language: Language, form: Form) -> None:
    nobody = Person("Anna Jansen", "anna@kaasboer.example")
    said = {"en": "No phone number is known.", "de": "keine Telefonnummer", "nl": "geen telefoonnummer"}[language]
    mail = told("alert", language, form, person=nobody)
    assert said in mail.text
    assert said in shown(mail)
    for other in (told("alert", language, form), told("alert", language, form, person=nobody, contact="mail")):
        assert said not in other.text + shown(other)


def test_english_says_follow_up_and_german_says_the_clock() -> None:
    for kind in KINDS:
        mail = told(kind)
        assert not re.search(r"\bcase\b", f"{mail.subject} {shown(mail)}"), kind
        assert "4. März 2026, 09:00 Uhr (Europe/Amsterdam)" in " ".join(told(kind, "de").text.split())
        assert "4. März 2026, 09:00 Uhr." in message(kind, "de")[1]


# Other channels


def test_a_channel_gets_a_line_that_says_it_all_and_a_second_with_words_where_they_may_be_shown() -> None:
    said = "Anna Jansen, Kaasboer gave 3 out of 10 (annual survey)."
    due = "Otto de Wit has it, due Wednesday, 4 March 2026, 09:00."
    assert message() == ["New follow-up: Anna Jansen, Kaasboer", f"{said} {due}"]
    assert message(words=True)[2:] == ["“Two outages and no word from you.”"]
    assert message(words=True, why=" \n")[2:] == []
    assert len(message(words=True, why="Line one\n\nLine two")) == 3
    assert len(message(words=True, why="long " * 200)[2]) <= 302
    assert "it was due Wednesday" in message("escalation")[1]
    assert "gave 3 out of 5" in message(scale="satisfaction")[1]


@every_voice
def test_a_channel_hears_each_kind_in_its_own_words(language: Language, form: Form) -> None:
    said = [message(kind, language, form) for kind in KINDS]
    assert len({title for title, _ in said}) == len(KINDS)
    forbidden = FORBIDDEN_WORDS.get((language, form))
    for line in (line for lines in said for line in lines):
        assert not forbidden or not re.search(forbidden, line)
        assert "!" not in line
        assert "Anna Jansen" in line


@every_kind
@every_voice
def test_a_channel_gets_no_link_and_nothing_private(kind: AlertKind, language: Language, form: Form) -> None:
    for person in (Person("Anna", "anna@kaasboer.example", "+31 30 1234567"), Person("", "anna@kaasboer.example")):
        text = "\n".join(message(kind, language, form, person=person))
        assert "Kaasboer" in text
        for private in ("anna@", "1234567", "http", "outages"):
            assert private not in text


@pytest.mark.parametrize("link", ["https://evil.example/x", "www.evil.example", "win@evil.example"])
def test_nobody_s_text_brings_a_link_into_a_channel(link: str) -> None:
    text = "\n".join(message(person=Person(link, "a@b.example"), account=f"Kaas {link}", why=f"See {link}", words=True))
    assert "evil" not in text
    assert "Somebody at Kaas" in text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_on_its_line_in_a_channel(hostile: str) -> None:
    lines = message(person=Person(hostile, "a@b.example"), account=hostile, why=hostile, words=True)
    assert len(lines) <= 3
    "\n".join(lines).encode()
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u202e\u2066]", "".join(lines))
    assert len("".join(lines)) < 1_000
