"""The digests say what was heard in words and in numbers that say how sure they are, and count what they leave out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from sayso.adapters.programme_file import load_programme
from sayso.domain.digest import (
    NOBODY,
    Headline,
    HeldAccount,
    Listed,
    Loop,
    Movement,
    OpenFollowUp,
    Quote,
    SatisfactionWeek,
    Week,
    WeeklyNews,
)
from sayso.domain.mail import Mail
from sayso.domain.programme import Form, Language
from tests.digests import LATE, case_links, doubt, full_week, hold_links, listed, weekly_news
from tests.unit.test_mail_html import NOTHING, NOTHING_IN_A_MONTH
from tests.unit.test_mails import VOICES, digest, every_voice, monthly, shown, soup, writer_in


def quiet(language: Language = "en", form: Form = "formal", **changes: Any) -> Mail:
    return digest(language, form, **{**NOTHING, **changes})


def text(mail: Mail) -> str:
    return " ".join(mail.text.split())


class TestTheWeeklyOne:
    def test_an_empty_week_is_one_line(self) -> None:
        for language, form in VOICES:
            mail = quiet(language, form)
            assert len(mail.text.split("----")[0].strip().splitlines()) == 6
            assert not soup(mail)("h2")

    def test_it_says_how_sure_its_number_is(self) -> None:
        assert "NPS +43 · likely between −6 and +74 · few answers" in digest().text
        assert "few answers" not in digest(answers=Week(100, 60, 25, 15, 45, 29, 58)).text
        assert "NPS" not in digest(answers=Week(2, 1, 1, 0)).text

    def test_it_counts_what_it_leaves_out(self) -> None:
        mail = quiet(praise=Listed((Quote("Praise.", "Smit", 9),), 12))
        assert mail.text.count("and 11 more") == 1
        assert "more" not in quiet(praise=listed(Quote("Praise.", "Smit", 9))).text

    def test_the_words_come_with_account_and_score_before_anything_of_ours(self) -> None:
        mail = text(digest())
        order = [mail.index(part) for part in ("> Jan stayed", "> No word", "> A number to call", "Open follow-ups")]
        assert order == sorted(order)
        assert "Fietsfabriek · 8 of 10" in mail
        assert "Kaasboer · 3 of 5" in text(digest(missing=listed(Quote("x", "Kaasboer", 3, "satisfaction"))))

    def test_a_late_follow_up_is_named_in_the_subject_and_in_words(self) -> None:
        assert "one follow-up late" in digest().subject
        assert "late since 4 Mar 2026, 14:05 · jan@polder.example" in digest().text
        assert "late" not in digest(follow_ups=Listed(), late=0).subject

    def test_an_owner_is_not_told_who_the_owner_is(self) -> None:
        mail = digest(own=True)
        assert "jan@polder.example" not in mail.text
        assert mail.subject.startswith("Your customers: 7 answers in the week of")
        assert mail.reply_to == load_programme().follow_up.manager
        assert digest().reply_to == load_programme().sender.reply_to

    def test_an_owner_gets_a_link_to_each_case_in_both_parts_and_the_team_none(self) -> None:
        mail = digest(own=True)
        links = {link.get_text(): link["href"] for link in soup(mail)("a") if "/case/" in str(link["href"])}
        assert links == {
            "Open the follow-up: Anna Schmidt": case_links()["case-1"],
            "Open the follow-up: Piet de Wit": case_links()["case-2"],
        }
        for name, address in links.items():
            assert f"  {name}:\n  {address}\n" in mail.text
        assert "/case/" not in digest().html + digest().text

    @every_voice
    def test_since_when_somebody_has_been_in_touch_is_said_with_that_it_is_not_over(
        self, language: Language, form: Form
    ) -> None:
        since = datetime(2026, 3, 5, 23, 30, tzinfo=UTC)
        case = OpenFollowUp("Kaasboer", "", LATE, False, "jan@polder.example", since, "case-1")
        said = {
            "en": "in touch since 6 March 2026, not closed",
            "de": "in Kontakt seit 6. März 2026, nicht abgeschlossen",
            "nl": "contact sinds 6 maart 2026, niet afgesloten",
        }
        for own in (True, False):
            mail = quiet(language, form, follow_ups=listed(case), own=own)
            assert said[language] in shown(mail)
            assert said[language] in text(mail)
        (link,) = (one for one in soup(quiet(language, form, follow_ups=listed(case), own=True))("a"))
        assert "Kaasboer" in link.get_text()

    def test_satisfaction_stands_beside_the_nps_and_is_counted_in_the_subject(self) -> None:
        few, many = SatisfactionWeek("project_delivered", 3), SatisfactionWeek("ticket", 40, 4.25, 84.6, 70.2, 93.4)
        mail = digest(satisfaction=(few, many))
        assert mail.subject.startswith("50 answers in the week")
        assert "Project delivered, 1 to 5: 3 answers Ticket" in text(mail)
        assert "Ticket, 1 to 5: 40 answers 4.2 on average · 85 % gave 4 or 5, likely between 70 % and 93 %" in text(
            mail
        )
        alone = digest(answers=NOBODY, satisfaction=(few,))
        assert "Nobody answered" not in alone.text
        assert alone.subject.startswith("3 answers")

    def test_praise_says_who_may_be_named_as_a_reference(self) -> None:
        praise = listed(Quote("Jan stayed.", "Smit", 9, "nps", "Bo Smit"), Quote("", "Kaasboer", 10, "nps", "Anna"))
        mail = digest(praise=praise)
        assert "Bo Smit may be named as a reference" in shown(mail)
        assert mail.text.count("reference") == 2

    @every_voice
    def test_what_is_not_confirmed_is_told_apart_and_in_words(self, language: Language, form: Form) -> None:
        heading = writer_in(language, form)._text("unconfirmed-digest", language)
        mail = quiet(language, form, unconfirmed=listed(doubt(), doubt("Bert", scale="satisfaction")))
        assert heading in mail.text
        assert heading not in quiet(language, form).text
        assert mail.subject == quiet(language, form).subject
        assert "3f2a9b1c77de" in shown(mail)

    def test_an_owner_is_asked_to_ask_and_the_team_how_to_count_it(self) -> None:
        assert "Ask when you next talk" in text(digest(own=True))
        assert "sayso answers accept" in text(digest())

    @every_voice
    def test_every_reason_that_leaves_an_answer_open_has_its_words(self, language: Language, form: Form) -> None:
        reasons = ("several_scores", "too_soon", "sent_too_soon", "too_short", "no_gesture", "other")
        said = {writer_in(language, form)._text("unconfirmed-why", language, reason=reason) for reason in reasons}
        assert len(said) == len(reasons)

    def test_an_account_is_held_by_one_link_however_many_of_it_are_asked(self) -> None:
        links = {link.get_text(): link["href"] for link in soup(digest())("a")}
        assert links == {
            "Hold Kaasboer": hold_links()["kaasboer"],
            "Hold Bakkerij Smit": hold_links()["smit"],
        }
        assert "Bo Kok · first weeks · Thursday, 12 March 2026" in digest().text

    def test_praise_says_whom_it_is_for(self) -> None:
        praise = listed(Quote("Jan stayed.", "Smit", 9, "nps", "Bo Smit", "vera@polder.example"))
        mail = quiet(praise=praise)
        said = "Smit · 9 of 10 · for vera@polder.example · Bo Smit may be named as a reference"
        assert said in shown(mail)
        assert said in text(mail)
        assert "vera@" not in quiet(praise=praise, own=True).text, "their own"

    def test_without_links_it_has_none(self) -> None:
        mail = writer_in().weekly_digest(
            language="en", to="m@polder.example", news=full_week(), hold_links={}, case_links={}
        )
        assert "http" not in mail.text
        assert "Anna Schmidt · annual survey" in mail.text

    def test_a_pause_and_the_holds_are_said(self) -> None:
        assert "Sending is paused" in digest(paused=True).text
        assert "Sending is paused" not in digest().text
        mail = text(digest(holds=Listed((HeldAccount("De Molen", weekly_news().last, "Talks", "arn:a/jo"),), 3)))
        assert "On hold: 3 accounts De Molen until 8 March 2026 · Talks · jo and 2 more" in mail


class TestTheMonthlyOne:
    @pytest.mark.parametrize(
        ("moved", "subject", "sentence"),
        [
            (
                Movement(3, -9, 15),
                "NPS +45, no reliable change",
                "No reliable change from the twelve months before: +3",
            ),
            (Movement(12, 3, 21, True), "NPS +45, reliably up", "Up 12 points on the twelve months before"),
            (Movement(-12, -21, -3, True), "NPS +45, reliably down", "Down 12 points on the twelve months before"),
            (Movement(why_not="few"), "NPS +45, 100 answers in", "there are fewer than ten answers"),
            (Movement(why_not="other"), "NPS +45, 100 answers in", "other questions were asked then"),
        ],
    )
    def test_it_leads_with_the_score_how_sure_it_is_and_whether_it_moved(
        self, moved: Movement, subject: str, sentence: str
    ) -> None:
        score = Week(100, 60, 25, 15, 45, 29, 58)
        mail = monthly(headline=Headline(score, 100, 140, moved))
        assert mail.subject.startswith(f"February 2026: {subject}")
        assert "NPS +45 likely between +29 and +58 · 100 answers, twelve months to 28 February 2026" in text(mail)
        assert "100 of 140 asked have answered" in text(mail)
        assert sentence in text(mail)

    def test_a_quiet_month_says_so(self) -> None:
        mail = monthly(**NOTHING_IN_A_MONTH)
        assert mail.subject == "February 2026: no answers"
        for sentence in (
            "Nobody answered.",
            "No follow-up is open today.",
            "Nothing was planned",
            "On hold: no account",
        ):
            assert sentence in mail.text
        assert "What detractors named" not in mail.text

    def test_figures_say_what_they_are_about(self) -> None:
        mail = text(monthly())
        assert "About the relationship: " in mail
        assert mail.index("About the relationship: ") < mail.index("What detractors named, in all surveys")
        assert "follow-ups are open today" in mail or "follow-up is open today" in mail

    def test_causes_are_named_by_their_labels_and_own_words_as_they_are(self) -> None:
        mail = text(monthly())
        assert "Communication: 2 of 2" in mail
        assert "What it was: Communication (1), A backup nobody tested (1)." in mail

    def test_who_was_won_back_is_told_of_those_who_answered_again(self) -> None:
        assert "Won back in twelve months: 4 of 7 who answered again; 12 were asked." in text(monthly())
        assert "Won back in" not in text(monthly(loop=Loop()))


@every_voice
def test_both_address_our_people_as_the_company_does_and_shout_at_nobody(language: Language, form: Form) -> None:
    for mail in (digest(language, form, own=True), digest(language, form), monthly(language, form)):
        assert "!" not in shown(mail)
        assert "{" not in mail.text
    other: Form = "informal" if form == "formal" else "formal"
    if language != "en":
        assert digest(language, form, own=True).text != digest(language, other, own=True).text


def test_nothing_to_tell_is_empty_and_every_part_is_something() -> None:
    empty = WeeklyNews(*(getattr(weekly_news(), name) for name in ("first", "last", "asked_from", "asked_until")))
    assert empty.is_empty
    for name in ("follow_ups", "unconfirmed", "silent", "asked_next", "holds"):
        full = full_week()
        assert not WeeklyNews(
            full.first, full.last, full.asked_from, full.asked_until, **{name: getattr(full, name)}
        ).is_empty
