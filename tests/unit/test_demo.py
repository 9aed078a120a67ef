"""The demo's company: the same every time, believable, and made by the services alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import pytest

from sayso.adapters.items import Put
from sayso.cli import demo, demo_ending
from sayso.cli.demo_answers import Answers, outage_month
from sayso.cli.demo_commitments import choose_quote, keep_commitments
from sayso.cli.demo_company import PARTS, Decks, Person, data, people
from sayso.cli.demo_history import History, PastClock, PastSes
from sayso.cli.demo_past import PastFollowUps
from sayso.cli.demo_staff import demo_staff
from sayso.cli.outbox import SentMail
from sayso.domain.contact import ContactRow
from sayso.domain.errors import SaysoError
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.nps import ScoreCounts, nps
from sayso.domain.programme import HEADLINE, LANGUAGES
from sayso.domain.response import Response, SaidWords
from tests.builders import PROGRAMME, World
from tests.fakes import FakeMailer

SUNDAY = datetime(2026, 11, 22, 14, 20, tzinfo=UTC)
YEAR = timedelta(days=365)
# A Sunday, a Wednesday just after midnight, a day after the clocks went forward, a leap day, the first of a year.
DAYS = (
    SUNDAY,
    datetime(2027, 2, 3, 0, 10, tzinfo=UTC),
    datetime(2027, 3, 29, 9, tzinfo=UTC),
    datetime(2028, 2, 29, 12, tzinfo=UTC),
    datetime(2029, 1, 1, 23, 30, tzinfo=UTC),
)


class Told(NamedTuple):
    """Somebody, with all that is in the table about them at the end of the history."""

    person: Person
    world: World
    invitations: list[Invitation]
    responses: list[Response]
    words: list[SaidWords]
    cases: list[FollowUp]


def tell(now: datetime) -> list[Told]:
    """Live the whole history, each person in a table of their own: queries in memory look at every item."""
    answers = Answers(Decks(), now)
    return [_told(person, answers, now) for person in people(now.date())]


def _told(person: Person, answers: Answers, now: datetime) -> Told:
    world, clock = World(now, PROGRAMME.always_open()), PastClock(now)
    world.clock, world.mailer = clock, PastSes()  # type: ignore[assignment]
    world.follow_ups = past = PastFollowUps(world.items, now)
    History(world, clock, answers, now, past).live(person)
    contact_id = world.contacts.by_external_ids([person.external_id])[person.external_id].contact_id
    responses = world.responses.of_contact(contact_id)
    cases = [*world.follow_ups.list(is_open=True), *world.follow_ups.list(is_open=False)]
    words = [world.responses.words(*response.reference) for response in responses]
    clock.now = now
    return Told(person, world, world.invitations.of_contact(contact_id), responses, words, cases)


@pytest.fixture(scope="module")
def history() -> list[Told]:
    return tell(SUNDAY)


def relationship(told: Sequence[Told]) -> list[Response]:
    """The confirmed answers about the relationship."""
    responses = (response for one in told for response in one.responses if response.survey in HEADLINE)
    return [response for response in responses if response.state == "confirmed"]


def last_year(responses: Sequence[Response]) -> list[Response]:
    return [one for one in responses if one.confirmed_at and one.confirmed_at > SUNDAY - YEAR]


def score(responses: Sequence[Response]) -> int:
    counts = Counter(response.score for response in responses)
    return nps(ScoreCounts(tuple(counts[number] for number in range(11))))


def in_short(told: Sequence[Told]) -> list[tuple[Any, ...]]:
    return [
        (one.person.external_id, answer.survey, answer.occasion, answer.score, answer.confirmed_at, said)
        for one in told
        for answer, said in zip(one.responses, one.words, strict=True)
    ]


# The company


def test_the_company_has_forty_accounts_and_some_120_people_in_three_languages() -> None:
    everybody = people(SUNDAY.date())
    assert len({one.row["account"] for one in everybody}) == 40
    assert 115 <= len(everybody) <= 135
    assert len({one.external_id for one in everybody}) == len({one.row["email"] for one in everybody}) == len(everybody)
    assert len({one.row["owner_email"] for one in everybody}) == 4
    assert 10 <= sum(one.row["role"] == "user" for one in everybody) <= 14
    languages = Counter(one.row["locale"][:2] for one in everybody)
    assert languages.keys() == set(LANGUAGES)
    assert min(languages.values()) >= 25


def test_the_company_is_the_same_every_time_and_on_every_day() -> None:
    assert people(SUNDAY.date()) == people(SUNDAY.date())
    later = people(date(2027, 6, 1))
    assert [one.external_id for one in later] == [one.external_id for one in people(SUNDAY.date())]
    assert [one.row["email"] for one in later] == [one.row["email"] for one in people(SUNDAY.date())]


def test_every_row_of_its_list_can_be_imported() -> None:
    for one in people(SUNDAY.date()):
        segments = {"plan": one.row["segment:plan"]}
        columns = {name: value for name, value in one.row.items() if not name.startswith("segment:")}
        assert ContactRow.model_validate({**columns, "segments": segments}).email.endswith(".example")


def test_every_part_is_played_by_somebody_who_is_in_the_list() -> None:
    names = {one.row["name"]: one.part for one in people(SUNDAY.date())}
    assert set(data("accounts")["parts"]) == set(PARTS) - {"ordinary"}
    assert {name: part for part, cast in data("accounts")["parts"].items() for name in cast}.items() <= names.items()


# The texts


def _texts() -> list[tuple[str, dict[str, Any]]]:
    entries = [
        (f"{file}: {group}", entry)
        for file in ("words", "ticket_words")
        for group, cards in data(file).items()
        for entry in cards
    ]
    fields = ("title", "heard", "did", "reason")
    entries += [(f"quotes: {number}", entry) for number, entry in enumerate(data("quotes"))]
    return entries + [
        (f"commitments: {name}", texts[field])
        for name, commitment in data("commitments").items()
        for texts in (commitment, commitment.get("draft", {}))
        for field in fields
        if field in texts
    ]


@pytest.mark.parametrize(("where", "entry"), _texts())
def test_every_text_is_there_in_all_three_languages(where: str, entry: dict[str, Any]) -> None:
    assert set(entry) - {"drivers", "about", "commitment"} == set(LANGUAGES), where
    for language in LANGUAGES:
        texts = [entry[language]] if isinstance(entry[language], str) else entry[language]
        assert texts[0].strip(), where
        for text in texts:
            assert "{" not in text.format(outage="March"), where


def test_every_driver_of_the_words_is_one_of_the_programme_and_has_notes() -> None:
    known = {driver.id for driver in PROGRAMME.drivers}
    for file in ("words", "ticket_words"):
        for cards in data(file).values():
            assert {driver for card in cards for driver in card["drivers"]} <= known
    assert data("notes").keys() == known


def test_the_same_words_come_again_only_when_all_others_were_said() -> None:
    decks = Decks()
    said = [decks.words("annual", "promoter", "de", "März")[0] for _ in data("words")["promoter"]]
    assert len(set(said)) == len(said)


def test_nobody_speaks_of_the_outage_before_it_happened() -> None:
    decks = Decks()
    for group in ("promoter", "passive", "detractor"):
        for _ in range(30):
            assert "outage" not in decks.words("annual", group, "en", None)[0]
            assert "power failure" not in decks.words("annual", group, "en", None)[0]


@pytest.mark.parametrize(("language", "month"), [("en", "March"), ("de", "März"), ("nl", "maart")])
def test_the_outage_has_a_month_in_every_language(language: Any, month: str) -> None:
    assert outage_month(SUNDAY.date(), language) == month


# The history


def test_the_history_is_the_same_every_time(history: list[Told]) -> None:
    assert in_short(tell(SUNDAY)) == in_short(history)


def test_enough_people_answer_for_a_score_and_for_most_months_of_its_trend(history: list[Told]) -> None:
    answers = last_year(relationship(history))
    assert len(answers) >= 65
    months = Counter(f"{one.confirmed_at:%Y-%m}" for one in answers if one.confirmed_at)
    assert sum(n >= 5 for month, n in months.items() if month != "2025-11") >= 10


def test_a_believable_share_of_those_asked_answers(history: list[Told]) -> None:
    for surveys, low, high in ((("day50", "annual"), 0.5, 0.72), (("ticket",), 0.28, 0.45)):
        asked = [one for told in history for one in told.invitations if one.survey in surveys and one.asked_at]
        assert low < sum(one.state == "answered" for one in asked) / len(asked) < high


def test_the_score_rises_over_the_eighteen_months(history: list[Told]) -> None:
    answers = relationship(history)
    recent = last_year(answers)
    assert 10 <= score([one for one in answers if one not in recent]) <= 30
    assert 32 <= score(recent) <= 48


def test_scores_words_and_wishes_are_of_all_kinds(history: list[Told]) -> None:
    answers = [one for told in history for one in told.responses]
    assert len({one.score for one in answers}) >= 9
    assert {one.contact for one in answers} == {None, "no", "mail", "phone"}
    assert {one.snapshot.language for one in answers} == set(LANGUAGES)
    assert 0.4 < sum(one.has_words for one in answers) / len(answers) < 0.8
    assert any(one.quote for one in answers)


def test_mail_scanners_were_there_and_gave_no_score(history: list[Told]) -> None:
    states = Counter(response.state for one in history for response in one.responses)
    assert states["machine"] >= 3
    assert states["provisional"] >= 1


def test_words_are_in_the_language_of_whoever_says_them(history: list[Told]) -> None:
    spoken = {
        (language, card[language][0].format(outage=outage_month(SUNDAY.date(), language)))
        for file in ("words", "ticket_words")
        for cards in data(file).values()
        for card in cards
        for language in LANGUAGES
    }
    for told in history:
        for answer, said in zip(told.responses, told.words, strict=True):
            assert not said.why or (answer.snapshot.language, said.why) in spoken


def test_nothing_happened_in_the_future_or_before_anybody_was_listed(history: list[Told]) -> None:
    for told in history:
        first = datetime.combine(told.person.listed_on, datetime.min.time(), tzinfo=UTC)
        for answer in told.responses:
            assert first < answer.asked_at < answer.answered_at < SUNDAY
        for case in told.cases:
            moments = [change.at for change in case.changes]
            assert moments == sorted(moments)
            assert moments[-1] < SUNDAY


def test_mails_of_the_past_went_out_in_office_hours(history: list[Told]) -> None:
    for told in history:
        zone = told.world.contacts.by_external_ids([told.person.external_id])[told.person.external_id].zone(
            PROGRAMME.zone
        )
        for invitation in told.invitations:
            for mail in invitation.mails.values():
                at = mail.at.astimezone(zone)
                assert at.weekday() < 5
                assert 9 <= at.hour < 17


def test_somebody_bounced_somebody_left_and_somebody_is_never_asked(history: list[Told]) -> None:
    by_part = {told.person.part: told for told in history}
    assert [one.reason for one in by_part["bounced"].invitations if one.mails] == ["suppressed"]
    assert not by_part["left"].responses
    assert not by_part["do_not_ask"].responses


@pytest.mark.parametrize("now", DAYS, ids=[f"{day:%A %d %B %Y}" for day in DAYS])
def test_whatever_the_day_there_is_something_to_send_and_somebody_to_call(now: datetime) -> None:
    told = tell(now)
    due = [
        invitation
        for one in told
        for invitation in one.invitations
        if invitation.due_step == "first" and invitation.due_at and invitation.due_at <= now
    ]
    asked = {one.person.row["locale"][:2] for one in told for invitation in one.invitations if invitation in due}
    assert {"annual", "day50"} <= {invitation.survey for invitation in due}
    assert 6 <= len(due) <= 12
    assert asked == set(LANGUAGES)
    open_cases = [case for one in told for case in one.cases if not case.is_over]
    late = [case for case in open_cases if case.is_late(now)]
    assert (len(open_cases) - len(late), len(late)) == (3, 2)
    assert [case.wish for case in open_cases].count("phone") == 1


def test_every_low_score_was_looked_after_but_the_two_of_the_last_hour(history: list[Told]) -> None:
    left = [
        (told.person.part, answer.survey, SUNDAY - answer.answered_at < timedelta(hours=1))
        for told in history
        for answer in told.responses
        if answer.needs_follow_up and not _has_case(told, answer)
    ]
    assert left == [("low_ticket_just_now", "ticket", True), ("low_just_now", "annual", True)]
    closed = [case for told in history for case in told.cases if case.is_over]
    assert len(closed) >= 20
    assert {case.outcome for case in closed} == {"solved", "not_solved"}
    assert all(case.changes[-1].note for case in closed)


def _has_case(told: Told, answer: Response) -> bool:
    return any((one.survey, one.occasion) == answer.reference[1:] for case in told.cases for one in case.answers)


def test_the_running_stack_counts_all_of_it_and_mails_nobody_but_the_owners_of_the_last_hour() -> None:
    # It sees every write of the past in its stream. Whatever it does about them once more must change nothing.
    mailed = []
    for told in tell(SUNDAY):
        world, mailer = told.world, FakeMailer()
        world.mailer = mailer
        for service in ("open_follow_up", "send_invitation", "follow_ups", "tell_owner", "work_on_case"):
            world.__dict__.pop(service, None)  # made with the mailer of the past
        world.run()
        mailed += [(told.person.part, mail.to) for mail in mailer.outbox]
        assert world.verify_counts.verify().is_exact
    owner = next(one.row["owner_email"] for one in people(SUNDAY.date()) if one.part == "low_just_now")
    late = [one.person.part for one in tell(SUNDAY) for case in one.cases if case.is_late(SUNDAY)]
    assert sorted(mailed) == sorted(
        [
            *(("low_ticket_just_now", PROGRAMME.follow_up.support_lead), ("low_just_now", owner)),
            *((part, PROGRAMME.follow_up.manager) for part in late),
        ]
    )


def test_however_fast_the_running_stack_is_nothing_of_the_past_is_left_to_be_told(history: list[Told]) -> None:
    # Whatever is due when it is written is told at once; only what is late at the end is written as due.
    due = [
        (case.state, case.is_late(SUNDAY), notice.kind, notice.attempts)
        for told in history
        for case in told.cases
        for notice in told.world.follow_ups.notices(case.follow_up_id)
        if notice.is_due(SUNDAY)
    ]
    assert due
    assert set(due) == {("open", True, "escalation", 0)}
    alerts = [
        notice
        for told in history
        for case in told.cases
        for notice in told.world.follow_ups.notices(case.follow_up_id)
        if notice.kind == "alert"
    ]
    assert all(one.state == "sent" and one.at and one.at < SUNDAY for one in alerts)


def test_what_was_due_while_somebody_was_in_touch_is_never_written(history: list[Told]) -> None:
    told = next(one for one in history if any(case.is_over for case in one.cases))
    case = next(case for case in told.cases if case.is_over)
    kinds = [notice.kind for notice in told.world.follow_ups.notices(case.follow_up_id)]
    assert kinds
    assert set(kinds) == {"alert"}


# The commitments


def company(history: list[Told]) -> tuple[World, PastClock]:
    """A world with everybody's answers in it, at the end of the history."""
    world, clock = World(SUNDAY), PastClock(SUNDAY)
    world.clock = clock  # type: ignore[assignment]
    for number, told in enumerate(history):
        (person,) = told.world.contacts.everyone()
        new = f"person{number}"  # in a world of their own everybody has the same id
        for item in told.world.items.scan(("PROFILE", "RESPONSE#", "WORDS#")):
            ours = {
                name: text.replace(person.contact_id, new) if isinstance(text, str) else text
                for name, text in item.items()
            }
            world.items.write(Put(ours))
    return world, clock


def test_commitments_of_every_state_are_kept_and_all_but_the_newest_are_public(history: list[Told]) -> None:
    world, clock = company(history)
    for _ in range(2):  # the second time nothing is left to do
        keep_commitments(world, clock, SUNDAY)
    kept = world.keep_commitments.list()
    states = Counter(one.status for one in kept)
    assert states == {"done": 3, "in_progress": 1, "planned": 1, "declined": 1, "heard": 1}
    assert [one.status for one in kept if not one.is_public] == ["heard"]
    assert all(one.done_on and one.published_on and one.done_on < SUNDAY.date() for one in kept if one.status == "done")
    # Each is behind answers, most with enough people that the page may say how many.
    assert all(one.voices for one in kept)
    assert sum(one.voices >= 5 for one in kept) >= 4
    assert len({one.voices for one in kept}) >= 4
    assert [one.commitment_id for one in kept if one.has_draft] == ["own-dns"]
    assert all(not one.public or one.public.status == one.status for one in kept)


def test_one_quote_is_chosen_and_may_be_shown(history: list[Told]) -> None:
    world, clock = company(history)
    keep_commitments(world, clock, SUNDAY)
    for _ in range(2):
        choose_quote(world)
    (quote,) = world.keep_quotes.standing()
    assert set(quote.text) == set(LANGUAGES)
    assert quote.chosen_by == world.programme.follow_up.manager


def test_the_owner_who_signs_in_has_accounts_to_look_after() -> None:
    (owner,) = [member.email for member in demo_staff(World()) if member.role == "owner"]
    assert len({one.row["account"] for one in people(SUNDAY.date()) if one.row["owner_email"] == owner}) > 3


# The command


def mail(number: int, to: str, text: str) -> SentMail:
    return SentMail(number, "2026-11-22 14:00:00", to, "subject", text, "")


def test_it_ends_with_links_of_real_mails_and_commands(capsys: pytest.CaptureFixture[str]) -> None:
    mails = [
        mail(
            3,
            "a@a.example",
            " 3  http://site/survey/annual.en.html?t=A&s=3\n 9  http://site/survey/annual.en.html?t=A&s=9\n",
        ),
        mail(
            2,
            "b@b.example",
            " 3  http://site/survey/annual.en.html?t=B&s=3\n 9  http://site/survey/annual.en.html?t=B&s=9\n",
        ),
        mail(1, "owner@polder.example", "Open the follow-up:\nhttp://site/case/en.html?t=C\n"),
    ]
    world = World(SUNDAY)
    staff = demo_staff(world)
    demo_ending.tell(world, mails, "http://site/desk/index.html", staff)
    said = capsys.readouterr().out
    assert "http://site/desk/index.html" in said
    for member in staff:
        assert all(part in said for part in (member.role, member.email, member.password))
    for expected in ("?t=A&s=9", "?t=B&s=3", "/case/en.html?t=C", "/page/index.html", ".localhost", "outbox 3", "down"):
        assert expected in said


def test_waiting_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "PATIENCE", -1.0)
    with pytest.raises(SaysoError, match=r"Counting takes longer than .* 3 messages .* sayso status"):
        demo._wait("Counting", lambda: "3 messages are still in the queues")
