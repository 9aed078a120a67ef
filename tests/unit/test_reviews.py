"""Reviews in meetings: one an account and quarter, changed for 7 days, counted apart, followed up when it is low."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest

from sayso.adapters import keys
from sayso.domain.contact import Contact
from sayso.domain.counting import count_response
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import REVIEW
from sayso.domain.quarters import Quarter, quarter_of, read_quarter
from sayso.domain.review import EDITABLE_FOR, portfolios
from sayso.ports import MailRefusedError
from tests.builders import MONDAY, contact, programme
from tests.fakes import CrashError
from tests.meetings import KIM, QUARTER, Meetings
from tests.recount import counters, recount


@pytest.fixture
def world() -> Meetings:
    return Meetings()


class TestQuarters:
    def test_a_quarter_is_that_of_the_companys_own_time_zone(self) -> None:
        new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
        assert str(quarter_of(new_year, ZoneInfo("UTC"))) == "2026-Q4"
        assert str(quarter_of(new_year, ZoneInfo("Europe/Amsterdam"))) == "2027-Q1"

    @pytest.mark.parametrize(
        ("name", "first", "last"),
        [("2026-Q1", (1, 1), (3, 31)), ("2026-q2", (4, 1), (6, 30)), ("2026Q4", (10, 1), (12, 31))],
    )
    def test_it_has_its_three_months(self, name: str, first: tuple[int, int], last: tuple[int, int]) -> None:
        quarter = read_quarter(name)
        assert (quarter.first, quarter.last) == (date(2026, *first), date(2026, *last))
        assert str(quarter) == f"2026-Q{quarter.number}"

    def test_quarters_follow_each_other(self) -> None:
        assert Quarter(2026, 1).before == Quarter(2025, 4)
        assert Quarter(2026, 3).before == Quarter(2026, 2)
        ends_at = Quarter(2026, 4).ends_at(ZoneInfo("Europe/Amsterdam"))
        assert ends_at == datetime(2026, 12, 31, 23, tzinfo=UTC)

    @pytest.mark.parametrize("text", ["", "2026", "2026-Q5", "Q1", "2026-Q1 ; drop", "26-Q1"])
    def test_anything_else_is_refused(self, text: str) -> None:
        with pytest.raises(InvalidInputError, match="write it like 2026-Q4"):
            read_quarter(text)


class TestRecording:
    def test_what_was_said_counts_at_once_and_names_who_wrote_it_down(self, world: Meetings) -> None:
        anna = world.person()
        kept = world.record(anna, 9, "It works.", "More of it.")
        found = world.responses.get(anna.contact_id, REVIEW, QUARTER)
        assert found == kept
        assert (kept.state, kept.reasons, kept.recorded_by) == ("confirmed", ("recorded",), KIM)
        assert (world.said(kept).why, world.said(kept).better) == ("It works.", "More of it.")
        figures = world.counters.read(REVIEW, "account", anna.account_id, "2026-01-01", "2026-12-31")
        assert [counts.counts[9] for counts in figures.scores.values()] == [1]

    def test_it_is_part_of_no_response_rate_and_of_no_headline(self, world: Meetings) -> None:
        anna = world.person()
        kept = world.record(anna, 9)
        assert not any(cell.family == "S" for cell in count_response(kept))
        assert world.counters.read(REVIEW, "all", "-", "2026-01-01", "2026-12-31").answered == 0
        assert world.read_stats.headline(date(2026, 1, 1), date(2026, 12, 31)).counts.n == 0
        assert counters(world.items) == recount(world.items)

    def test_another_person_cannot_give_a_second_one(self, world: Meetings) -> None:
        anna, jo = world.person(1), world.person(2)
        world.record(anna, 9)
        with pytest.raises(InvalidInputError, match=r"given by Person 1 on 2026-03-02"):
            world.record(jo, 3)
        assert world.responses.get(jo.contact_id, REVIEW, QUARTER) is None

    def test_a_person_speaks_for_their_own_account_only(self, world: Meetings) -> None:
        anna, jo = world.person(1), world.person(2, account="Dune", email="jo@dune.example")
        with pytest.raises(InvalidInputError) as refused:
            world.record_review.record(anna.account_id, jo.contact_id, QUARTER, 9, None, None, KIM)
        assert refused.value.field == "contact_id"
        with pytest.raises(NotFoundError):
            world.record_review.record(anna.account_id, "nobody", QUARTER, 9, None, None, KIM)

    def test_the_last_quarter_can_still_be_written_down_and_no_other(self, world: Meetings) -> None:
        anna = world.person()
        world.record_review.record(anna.account_id, anna.contact_id, "2025-Q4", 8, None, None, KIM)
        for other in ("2025-Q3", "2026-Q2"):
            with pytest.raises(InvalidInputError, match="2026-Q1 and for 2025-Q4"):
                world.record_review.record(anna.account_id, anna.contact_id, other, 8, None, None, KIM)

    def test_without_reviews_in_the_programme_there_are_none(self) -> None:
        world = Meetings()
        world.programme = programme(reviews=None)
        with pytest.raises(InvalidInputError, match="reviews: quarterly"):
            world.record(world.person(), 9)

    def test_the_same_again_changes_nothing(self, world: Meetings) -> None:
        anna = world.person()
        kept = world.record(anna, 4, "Slow.", "")
        written = len(world.items.written)
        world.clock.pass_by(days=30)  # also when it could not be changed any more
        assert world.record_review.record(anna.account_id, anna.contact_id, QUARTER, 4, "Slow.", "", KIM) == kept
        assert len(world.items.written) == written


class TestChanging:
    def test_for_seven_days_it_can_be_changed_and_then_it_stays(self, world: Meetings) -> None:
        anna = world.person()
        world.record(anna, 9, "It works.", "More.")
        world.clock.now += EDITABLE_FOR - timedelta(seconds=1)
        kept = world.record(anna, 5, "It stopped.")
        assert (kept.score, kept.revision) == (5, 2)
        assert kept.confirmed_at == MONDAY  # it counts for the day it was first recorded
        assert (world.said(kept).why, world.said(kept).better) == ("It stopped.", "More.")
        world.clock.pass_by(seconds=1)
        with pytest.raises(InvalidInputError, match="recorded on 2026-03-02; it can be changed for 7 days"):
            world.record(anna, 10)

    def test_words_can_be_taken_back(self, world: Meetings) -> None:
        anna = world.person()
        world.record(anna, 9, "Not for the record.", "")
        kept = world.record(anna, 9, "", "")
        assert not kept.has_words
        assert world.said(kept).why == ""

    def test_whoever_was_quicker_is_not_overwritten(self, world: Meetings) -> None:
        anna, jo = world.person(1), world.person(2)
        service = world.record_review
        world.items.before_write(
            1, lambda: service.record(jo.account_id, jo.contact_id, QUARTER, 8, "First.", None, KIM) and None
        )
        with pytest.raises(InvalidInputError, match="given by Person 2"):
            service.record(anna.account_id, anna.contact_id, QUARTER, 2, None, None, KIM)
        assert [review.contact_id for review in world.reviews.of_account(anna.account_id)] == [jo.contact_id]

    def test_two_requests_of_the_same_are_one(self, world: Meetings) -> None:
        anna = world.person()

        def again() -> None:
            world.record_review.record(anna.account_id, anna.contact_id, QUARTER, 8, "Fine.", None, KIM)

        world.items.before_write(1, again)
        again()
        assert world.responses.get(anna.contact_id, REVIEW, QUARTER).revision == 1  # type: ignore[union-attr]


class TestFollowUps:
    def test_a_low_score_opens_one_for_the_owner(self, world: Meetings) -> None:
        anna = world.person()
        world.record(anna, 6, "Slow.")
        (case,) = world.cases()
        assert (case.owner_email, case.answers[0].survey) == (KIM, REVIEW)

    def test_a_changed_score_opens_one_too_and_a_good_one_none(self, world: Meetings) -> None:
        anna = world.person()
        world.record(anna, 7)
        assert world.cases() == []
        world.record(anna, 3)
        assert len(world.cases()) == 1


def waits(world: Meetings, who: Contact, occasion: str, days: int) -> Invitation:
    """An annual invitation that waits and is due so many days from now."""
    at = MONDAY + timedelta(days=days)
    return world.add_invitation(who, planned_at=at, occasion=occasion, due_at=at)


class TestStandingIn:
    """A review stands in for what is due within 90 days; the year after is as if it had been asked."""

    @staticmethod
    def annual(world: Meetings, who: str) -> dict[str, tuple[str, str, date]]:
        return {
            one.occasion: (one.state, one.reason, one.planned_at.date())
            for one in world.invitations.of_contact(who)
            if one.survey == "annual"
        }

    @pytest.mark.parametrize(("days", "stands_in"), [(-3, True), (89, True), (90, True), (91, False)])
    def test_for_what_is_due_within_90_days(self, world: Meetings, days: int, stands_in: bool) -> None:
        anna = world.person()
        waiting = waits(world, anna, "9", days)
        world.record_review.record(anna.account_id, anna.contact_id, QUARTER, 9, None, None, KIM)
        kept = world.kept(waiting)
        assert (kept.state, kept.reason) == (("skipped", "reviewed") if stands_in else ("waiting", ""))

    def test_nobody_is_asked_twice_and_the_next_year_does_not_drift(self) -> None:
        world = Meetings(datetime(2026, 3, 2, 9, tzinfo=UTC), surveys={"annual": {"every": "12 months"}})
        anna = world.person(account_since="2025-03-01")  # day50: 20 April; annual: 20 April
        ((occasion, (state, _, planned)),) = self.annual(world, anna.contact_id).items()
        assert (state, planned) == ("waiting", date(2026, 4, 20))
        world.record(anna, 9)
        annual = self.annual(world, anna.contact_id)
        assert annual.pop(occasion) == ("skipped", "reviewed", date(2026, 4, 20))
        ((_, (state, _, planned)),) = annual.items()
        assert (state, planned) == ("waiting", date(2027, 4, 20))
        for _ in range(14 * 31):
            world.clock.pass_by(days=1)
            world.tick("annual")
        # Asked once in fourteen months, in April of the next year; and the year after follows from the same day.
        assert [mail.subject for mail in world.mailer.to(anna.email)] == ["annual first"]
        sent = next(one for one in world.invitations.of_contact(anna.contact_id) if one.mails)
        assert sent.planned_at.date() == date(2027, 4, 20)

    def test_what_went_out_already_stays_and_day50_is_asked(self, world: Meetings) -> None:
        anna = world.person(account_since="2026-02-20")
        asked = world.asked(anna, occasion="77")
        world.record(anna, 9)
        assert world.kept(asked).state == "sent"
        (day50,) = [one for one in world.invitations.of_contact(anna.contact_id) if one.survey == "day50"]
        assert day50.state == "waiting"

    def test_only_of_the_person_who_gave_it_and_only_the_first_time(self, world: Meetings) -> None:
        anna, jo = world.person(1), world.person(2)
        for who in (anna, jo):
            waits(world, who, "9", 30)
        world.record_review.record(anna.account_id, anna.contact_id, QUARTER, 9, None, None, KIM)
        assert world.invitations.get(anna.contact_id, "annual", "9").reason == "reviewed"  # type: ignore[union-attr]
        assert world.invitations.get(jo.contact_id, "annual", "9").state == "waiting"  # type: ignore[union-attr]
        waits(world, anna, "10", 40)
        world.record_review.record(anna.account_id, anna.contact_id, QUARTER, 8, None, None, KIM)
        assert world.invitations.get(anna.contact_id, "annual", "10").state == "waiting"  # type: ignore[union-attr]

    def test_a_mail_that_is_claimed_at_this_moment_keeps_its_invitation(self, world: Meetings) -> None:
        anna = world.person()
        waiting = world.add_invitation(anna, occasion="9")

        def claimed() -> None:
            kept = world.kept(waiting)
            asked = world.asked(anna, occasion="8")
            world.invitations.save(kept.having(mails=asked.mails, state="sent"))

        world.items.before_write(1, claimed)
        world.record_review.record(anna.account_id, anna.contact_id, QUARTER, 9, None, None, KIM)
        assert world.kept(waiting).state == "sent"
        assert world.responses.get(anna.contact_id, REVIEW, QUARTER) is not None

    def test_a_crash_leaves_all_of_it_or_nothing(self, world: Meetings) -> None:
        anna = world.person()
        waiting = world.add_invitation(anna, occasion="9")

        def crash() -> None:
            raise CrashError

        world.items.before_write(1, crash)
        with pytest.raises(CrashError):
            world.record(anna, 9)
        assert world.kept(waiting).state == "waiting"
        assert world.reviews.of_account(anna.account_id) == []


class TestErasing:
    def test_who_said_it_and_who_wrote_it_down_go_and_the_count_stays(self, world: Meetings) -> None:
        anna = world.person()
        kept = world.record(anna, 9, "It works.")
        before = dict(recount(world.items))
        assert world.erase_contact.erase(anna.contact_id, "ops")
        world.run()
        erased = world.responses.get(*kept.reference)
        assert erased is not None
        assert (erased.erased, erased.recorded_by, erased.has_words) == (True, "", False)
        assert world.said(erased).why == ""
        assert recount(world.items) == before
        assert count_response(erased) == count_response(kept)
        with pytest.raises(NotFoundError):
            world.record(anna, 3)

    def test_nobody_is_recorded_who_is_erased_at_this_moment(self, world: Meetings) -> None:
        anna = world.person()
        world.items.before_write(1, lambda: world.erase_contact.erase(anna.contact_id, "ops") and None)
        with pytest.raises(NotFoundError):
            world.record_review.record(anna.account_id, anna.contact_id, QUARTER, 9, "It works.", None, KIM)
        assert world.responses.get(anna.contact_id, REVIEW, QUARTER) is None

    def test_the_person_gets_it_with_everything_else_that_is_held(self, world: Meetings) -> None:
        anna = world.person()
        world.record(anna, 9, "It works.")
        (answer,) = world.export_contact.export(anna)["answers"]
        assert (answer["survey"], answer["words"]["why"], answer["recorded_by"]) == (REVIEW, "It works.", KIM)
        (row,) = world.export_responses.rows(date(2026, 1, 1), date(2026, 12, 31))
        assert (row["kind"], row["asked_at"], row["survey"]) == ("recorded", None, REVIEW)


class TestAccounts:
    def test_the_owner_is_that_of_the_person_known_longest_who_has_one(self) -> None:
        people = [
            contact(contact_id=name, owner_email=owner, first_seen_at=MONDAY + timedelta(days=days), role=role)
            for name, owner, days, role in (
                ("new", "new@polder.example", 3, "relationship"),
                ("older", "old@polder.example", 2, "relationship"),
                ("oldest", None, 1, "relationship"),
                ("user", "user@polder.example", 0, "user"),
            )
        ]
        (account,) = portfolios(people, programme())
        assert account.owner_email == "old@polder.example"
        assert [one.contact_id for one in account.people] == ["oldest", "older", "new"]
        assert [one.contact_id for one in account.others] == ["user"]

    def test_without_any_it_is_the_default_one_and_without_people_there_is_nothing_to_review(self) -> None:
        own = programme()
        (account,) = portfolios([contact()], own)
        assert account.owner_email == own.follow_up.default_owner
        assert portfolios([contact(role="user")], own) == []

    def test_due_are_those_without_a_review(self, world: Meetings) -> None:
        anna = world.person(1)
        world.person(2, account="Dune", email="jo@dune.example", owner_email="lee@polder.example")
        assert [one.name for one in world.record_review.due()] == ["Dune", "Kaasboer"]
        assert [one.name for one in world.record_review.due(owner="LEE@polder.example")] == ["Dune"]
        world.record(anna, 9)
        assert [one.name for one in world.record_review.due(QUARTER)] == ["Dune"]


class TestLists:
    def test_every_owner_is_mailed_once_a_quarter_with_a_link_to_their_own(self, world: Meetings) -> None:
        anna = world.person(1)
        world.person(2, account="Dune", email="jo@dune.example", owner_email="KIM@polder.example")
        world.person(3, account="Zee", email="bo@zee.example", owner_email="lee@polder.example")
        done = world.prepare_reviews.run(MONDAY)
        assert (done.quarter, done.listed, done.mailed, done.failed) == (QUARTER, 3, 2, ())
        asked = {one["to"].lower(): one for one in world.letters.asked}
        assert asked[KIM]["accounts"] == ["Dune", "Kaasboer"]
        token = asked[KIM]["link"].partition("?t=")[2]
        owner_id, quarter = world.links.read_review(token, datetime(2026, 4, 14, 12, tzinfo=UTC))
        assert quarter == QUARTER
        assert [one.listed.account for one in world.record_review.list_for(owner_id, quarter)] == ["Dune", "Kaasboer"]
        world.record(anna, 9)
        for week in (1, 2, 3):
            assert world.prepare_reviews.run(MONDAY + timedelta(weeks=week)).mailed == 0
        assert [one.listed.account for one in world.record_review.list_for(owner_id, quarter)] == ["Dune", "Kaasboer"]
        assert [one.so_far is not None for one in world.record_review.list_for(owner_id, quarter)] == [False, True]
        assert world.prepare_reviews.run(datetime(2026, 4, 6, 6, tzinfo=UTC)).mailed == 2

    def test_a_new_account_joins_and_one_with_another_owner_moves(self, world: Meetings) -> None:
        world.person(1)
        world.prepare_reviews.run(MONDAY)
        kim, lee = (world.owners.remember(one) for one in (KIM, "lee@polder.example"))
        world.person(2, account="Dune", email="jo@dune.example")
        world.person(1, owner_email="lee@polder.example")
        done = world.prepare_reviews.run(MONDAY + timedelta(weeks=1))
        assert [one.listed.account for one in world.record_review.list_for(kim, QUARTER)] == ["Dune"]
        assert [one.listed.account for one in world.record_review.list_for(lee, QUARTER)] == ["Kaasboer"]
        assert done.mailed == 1  # Lee, for the first time
        assert world.mailer.outbox[-1].to == "lee@polder.example"

    def test_no_accounts_no_mail_and_no_reviews_no_lists(self, world: Meetings) -> None:
        assert world.prepare_reviews.run(MONDAY).mailed == 0
        anna = world.person()
        world.record(anna, 9)
        assert world.prepare_reviews.run(MONDAY).mailed == 0  # all have theirs
        plain = Meetings()
        plain.programme = programme(reviews=None)
        plain.person()
        assert plain.prepare_reviews.run(MONDAY).listed == 0
        assert plain.mailer.outbox == []

    def test_a_mail_ses_refuses_goes_out_with_the_next_run(self, world: Meetings) -> None:
        world.person()
        world.mailer.refuse_once(for_good=False)
        assert world.prepare_reviews.run(MONDAY).failed == (MailRefusedError.__name__,)
        assert world.prepare_reviews.run(MONDAY + timedelta(weeks=1)).mailed == 1

    def test_one_of_which_nobody_knows_is_sent_again_the_next_monday_and_no_sooner(self, world: Meetings) -> None:
        world.person()
        world.mailer.time_out_once()
        first = world.prepare_reviews.run(MONDAY)
        assert (first.mailed, first.unknown, first.failed) == (0, 1, ())
        world.clock.pass_by(minutes=5)  # Lambda runs it once more
        assert world.prepare_reviews.run(MONDAY).mailed == 0
        for mailed in (1, 0, 0):
            world.clock.pass_by(days=7)
            assert world.prepare_reviews.run(world.clock()).mailed == mailed
        assert len(world.mailer.to(KIM)) == 2

    def test_a_crash_after_the_claim_costs_nobody_the_quarter(self, world: Meetings) -> None:
        world.person()
        with patch.object(world.mailer, "send", side_effect=CrashError), pytest.raises(CrashError):
            world.prepare_reviews.run(MONDAY)
        assert world.prepare_reviews.run(MONDAY).mailed == 0
        world.clock.pass_by(days=7)
        assert world.prepare_reviews.run(world.clock()).mailed == 1
        assert len(world.mailer.to(KIM)) == 1

    def test_somebody_gets_the_link_again_when_asked_for_and_nobody_else_does(self, world: Meetings) -> None:
        anna = world.person(1)
        world.person(2, account="Zee", email="bo@zee.example", owner_email="lee@polder.example")
        world.prepare_reviews.run(MONDAY)
        again = world.prepare_reviews.send_again(MONDAY, KIM.upper())
        assert (again.mailed, again.failed) == (1, ())
        assert [mail.to for mail in world.mailer.outbox[2:]] == [KIM]
        assert world.letters.asked[-1]["link"].partition("?t=")[2]
        world.clock.pass_by(days=7)
        assert world.prepare_reviews.run(world.clock()).mailed == 0
        world.record(anna, 9)
        for nobody in (KIM, "stranger@polder.example"):
            with pytest.raises(NotFoundError, match=f"no account without a review in {QUARTER}"):
                world.prepare_reviews.send_again(MONDAY, nobody)

    def test_what_was_asked_for_and_refused_goes_out_with_the_next_run(self, world: Meetings) -> None:
        world.person()
        world.prepare_reviews.run(MONDAY)
        world.mailer.refuse_once(for_good=False)
        assert world.prepare_reviews.send_again(MONDAY, KIM).failed == (MailRefusedError.__name__,)
        assert world.prepare_reviews.run(MONDAY).mailed == 1

    def test_it_is_said_how_many_have_an_open_follow_up(self, world: Meetings) -> None:
        anna = world.person(1)
        world.person(2, account="Dune", email="jo@dune.example")
        world.answer(world.asked(anna), 2)
        world.run()
        world.prepare_reviews.run(MONDAY)
        assert world.letters.asked[0]["with_follow_up"] == 1

    def test_a_page_reads_no_more_for_more_contacts_of_others(self, world: Meetings) -> None:
        def reads() -> int:
            before = world.items.reads
            world.record_review.list_for(owner_id, QUARTER)
            return world.items.reads - before

        anna = world.person(1)
        world.prepare_reviews.run(MONDAY)
        world.record(anna, 9, "It works.")
        owner_id = world.owners.remember(KIM)
        few = reads()
        for number in range(2, 40):
            world.person(number, account=f"A{number}", email=f"p@a{number}.example", owner_email="lee@polder.example")
        world.prepare_reviews.run(MONDAY + timedelta(weeks=1))
        assert reads() == few

    def test_the_list_is_gone_some_days_after_its_link(self, world: Meetings) -> None:
        anna = world.person()
        world.prepare_reviews.run(MONDAY)
        key = keys.review_list(QUARTER, world.owners.remember(KIM), anna.account_id)
        item = world.items.get(key)
        assert item is not None
        gone_at = datetime.fromtimestamp(int(item["expires_at_epoch"]), UTC)
        assert timedelta(days=14) < gone_at - datetime(2026, 4, 1, tzinfo=UTC) < timedelta(days=20)


def test_reviews_stand_apart_in_the_statistics(world: Meetings) -> None:
    from sayso.services.answer_stats import AnswerStats

    world.record(world.person(), 9)
    read = world.read_stats
    found = AnswerStats(read, read.window()).overview("all", "-")
    assert [(line.kind, line.name) for line in found.lines if line.figures.counts.n] == [("review", "review")]
    assert found.whole.figures.counts.n == 0
    (line,) = [line for line in found.lines if line.kind == "review"]
    assert (line.figures.source, line.figures.coverage, line.figures.asked) == ("ours", "none", 0)
