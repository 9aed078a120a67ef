"""Rule 13: erasing a contact removes identity and words and keeps the anonymous score, and every count adds up."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest

from sayso.adapters import keys
from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError, NotFoundError
from sayso.domain.follow_up import FollowUp
from sayso.domain.gate import ERASED
from sayso.domain.invitation import Invitation, SentMail
from sayso.domain.response import AnswerInput
from sayso.ports import MailRefusedError
from tests.builders import MONDAY, World, ticket
from tests.fakes import CrashError

NAME, EMAIL, EXTERNAL = "Anna Jansen-Unmistakable", "anna@kaasboer.example", "crm-4711"
WHY, BETTER, NOTE, TICKET = "The backup of March", "Call Bernadette", "Anna was furious", "T-998877"
PERSONAL = (NAME, "Anna", EMAIL, EXTERNAL, WHY, BETTER, "Bernadette", NOTE, TICKET, "0301234567", "zendesk")

DONE: dict[str, Any] = {"outcome": "solved", "cause": "price", "note": "all said"}


class Company(World):
    """A world with somebody in it of whom a lot is known."""

    def __init__(self) -> None:
        super().__init__()
        self.anna = self.add_anna()
        self.asked_annual = self.asked(self.anna, occasion="1", planned_at=MONDAY - timedelta(days=9))
        about = {"ticket_source": "zendesk", "ticket_id": TICKET, "ticket_solved_at": (MONDAY - timedelta(hours=5),)}
        self.asked_ticket = self.asked(self.anna, survey="ticket", occasion="hash", **about)
        self.waiting = self.add_invitation(self.anna, survey="ticket", occasion="other", **about)
        self.answer(self.asked_annual, 3, why=WHY, better=BETTER, contact="phone", quote=True, drivers=["expertise"])
        self.answer(self.asked_ticket, 8, why=WHY)
        self.clock.pass_by(minutes=1)
        self.run()
        (case,) = self.cases()
        self.follow_ups.save(case.contacted("owner", self.clock(), NOTE))

    def add_anna(self) -> Contact:
        return self.add_contact(
            contact_id=EXTERNAL, email=EMAIL, name=NAME, phone="0301234567", account_since="2024-01-05"
        )

    def erase(self) -> bool:
        return self.erase_contact.erase(self.anna.contact_id, "operator")

    def everything(self) -> list[dict[str, Any]]:
        return list(self.items.scan())

    def texts(self) -> str:
        return json.dumps(self.everything(), default=str)


def counters(world: World) -> dict[str, Any]:
    return {str(item["pk"] + item["sk"]): item for item in world.items.scan(("COUNT#",))}


def assert_gone(company: Company, was: Contact) -> None:
    """Nothing of the person is left but the scores, and a keyed hash of the address in its gate."""
    left = company.texts()
    assert [text for text in PERSONAL if text in left] == []
    assert company.contacts.get(was.contact_id) is None
    assert company.contacts.by_external_ids([EXTERNAL]) == {}
    assert company.contacts.by_address(was.address_hash) == []
    holding = [item for item in company.everything() if was.address_hash in json.dumps(item, default=str)]
    assert [item["entity"] for item in holding] == ["gate"]
    assert holding[0]["suppression"]["reason"] == ERASED
    # Nothing joins the two: neither an id nor a moment.
    assert was.contact_id not in json.dumps(holding, default=str)
    partition = [item for item in company.everything() if item["pk"] == keys.contact(was.contact_id).pk]
    assert {item["entity"] for item in partition} <= {"invitation", "response", "ledger"}
    assert not [item for item in company.everything() if item["pk"] == "ERASING"]
    for item in partition:
        assert not {"ticket_pk", "ticket_sk", "due_pk", "due_sk", "due_at", "due_step"} & set(item)
        assert not (item.get("erased") and "account_pk" in item)


@pytest.fixture
def company() -> Company:
    return Company()


def test_identity_and_words_go_and_the_score_stays(company: Company) -> None:
    before = counters(company)
    assert company.verify_counts.verify().is_exact
    assert company.erase()
    assert_gone(company, company.anna)
    assert company.verify_counts.verify().is_exact  # at once, and
    company.run()
    assert company.verify_counts.verify().is_exact  # when the stream has been heard
    assert counters(company) == before
    scores = {one.survey: one for one in company.responses.of_contact(company.anna.contact_id)}
    assert (scores["annual"].score, scores["annual"].drivers, scores["ticket"].score) == (3, ("expertise",), 8)
    assert scores["annual"].snapshot == company.kept(company.asked_annual).snapshot
    assert not any(one.needs_follow_up for one in scores.values())
    assert (scores["annual"].contact, scores["annual"].quote, scores["annual"].has_words) == (None, False, False)


def test_what_waited_or_could_be_answered_ends_with_its_reason(company: Company) -> None:
    sent = company.asked(company.anna, occasion="2")
    company.erase()
    for one in (company.waiting, sent):
        kept = company.kept(one)
        assert (kept.state, kept.reason, kept.due_at, kept.is_final) == ("cancelled", "erased", None, True)
    answered = company.kept(company.asked_annual)
    assert (answered.state, answered.reason, answered.erased) == ("answered", "answered", True)


def test_the_case_is_closed_and_says_nothing_any_more(company: Company) -> None:
    (case,) = company.cases()
    company.erase()
    kept = company.follow_ups.get(case.follow_up_id)
    assert kept
    assert (kept.is_over, kept.account, kept.wish, kept.earlier) == (True, "", None, ())
    assert [change.what for change in kept.changes] == [change.what for change in case.changes]
    assert company.cases() == []
    assert company.read_case.read(case.follow_up_id, case.owner_id or "")["why"] == ""
    assert company.follow_ups.of_contact(company.anna.contact_id) == []
    assert company.verify_counts.verify().is_exact


def test_twice_is_the_same_as_once(company: Company) -> None:
    assert company.erase()
    before = company.texts()
    assert not company.erase()
    assert company.erase_contact.finish() == []
    assert company.texts() == before


def _writes_of_an_erasure() -> int:
    company = Company()
    before = company.items._writes
    company.erase()
    return company.items._writes - before


@pytest.mark.parametrize("write", range(1, _writes_of_an_erasure() + 1))
@pytest.mark.parametrize("around", ["before", "after"])
def test_whoever_dies_at_any_write_leaves_what_the_next_brings_to_its_end(write: int, around: str) -> None:
    company = Company()
    before = counters(company)

    def dies() -> None:
        raise CrashError

    (company.items.before_write if around == "before" else company.items.after_write)(write, dies)
    with pytest.raises(CrashError):
        company.erase()
    if (write, around) != (1, "before"):
        assert company.contacts.get(company.anna.contact_id) is None
        assert company.standings.gate(company.anna.address_hash).is_closed
    company.run()
    assert company.verify_counts.verify().is_exact
    company.erase()
    company.erase_contact.finish()
    company.run()
    assert_gone(company, company.anna)
    assert company.verify_counts.verify().is_exact
    assert counters(company) == before


@pytest.mark.parametrize("write", range(1, _writes_of_an_erasure() + 1))
def test_an_answer_at_any_moment_is_either_kept_without_words_or_refused(write: int) -> None:
    company = Company()
    late = company.asked(company.anna, occasion="2")
    said: list[str] = []

    def answers() -> None:
        for one in (late, company.asked_annual):
            try:
                company.answer(one, 2, why=WHY, better=NOTE, contact="mail", quote=True)
            except NotFoundError as refused:
                said.append(refused.reason)
            else:
                said.append("kept")

    company.items.before_write(write, answers)
    company.erase()
    company.erase_contact.finish()
    company.run()
    assert len(said) == 2
    assert set(said) <= {"kept", "This invitation does not exist any more."}
    assert_gone(company, company.anna)
    assert company.verify_counts.verify().is_exact
    for one in (late, company.asked_annual):
        with pytest.raises(NotFoundError):
            company.answer(one, 9)
        with pytest.raises(NotFoundError):
            company.record_answer.look(one.reference)


@pytest.mark.parametrize("gesture", [True, False])
@pytest.mark.parametrize("words", [{}, {"why": WHY, "contact": "mail"}])
def test_an_answer_read_before_and_written_after_the_erasure_keeps_nothing_personal(
    company: Company, gesture: bool, words: dict[str, Any]
) -> None:
    for occasion in ("2", "3"):
        late = company.asked(company.anna, occasion=occasion, ticket_id=TICKET if occasion == "3" else None)
        company.items.before_write(1, company.erase)
        given = AnswerInput(score=1, gesture=gesture, **words)
        try:
            company.record_answer.record(late.reference, given, sent=bool(words) and not gesture)
        except NotFoundError:
            pass
        else:
            assert not gesture
            assert not words
        company.run()
        assert_gone(company, company.anna)
        assert company.cases() == []
        assert company.verify_counts.verify().is_exact
        company.anna = company.add_anna()
        company.standings.lift(company.anna.address_hash, company.clock())


def test_a_change_of_a_provisional_answer_that_races_with_the_erasure_is_refused(company: Company) -> None:
    late = company.asked(company.anna, occasion="2")
    company.answer(late, 4, gesture=False)
    company.items.before_write(1, company.erase)
    with pytest.raises(NotFoundError):
        company.answer(late, 4, sent=True, why=WHY)
    assert_gone(company, company.anna)


class TestWhileAMailIsBeingSent:
    @pytest.fixture
    def due(self, company: Company) -> Invitation:
        company.erase()
        company.anna = company.add_anna()
        company.standings.lift(company.anna.address_hash, company.clock())
        return company.add_invitation(company.anna, occasion="2")

    def test_a_mail_in_the_hands_of_ses_is_counted_and_nothing_follows(self, company: Company, due: Invitation) -> None:
        company.mailer.meanwhile = lambda: company.erase() and None
        assert company.send_invitation.take(company.step(due)) == "sent"
        kept = company.kept(due)
        assert (kept.state, kept.due_at, kept.mails["first"].state) == ("cancelled", None, "sent")
        assert kept.mails["first"].message_id is None
        company.run()
        assert_gone(company, company.anna)
        assert company.verify_counts.verify().is_exact

    def test_one_that_ses_refuses_is_not_tried_again(self, company: Company, due: Invitation) -> None:
        company.mailer.meanwhile = lambda: company.erase() and None
        company.mailer.troubles.append(MailRefusedError("Unreachable"))
        assert company.send_invitation.take(company.step(due)) == "nothing"
        assert company.kept(due).due_at is None
        assert_gone(company, company.anna)

    @pytest.mark.parametrize("write", [1, 2])
    def test_a_claim_and_an_erasure_never_both_win(self, company: Company, due: Invitation, write: int) -> None:
        company.items.before_write(write, lambda: company.erase() and None)
        company.send_invitation.take(company.step(due))
        assert len(company.mailer.to(EMAIL)) == write - 1
        company.run()
        assert_gone(company, company.anna)
        assert company.verify_counts.verify().is_exact

    def test_the_step_of_somebody_erased_is_nothing_to_take(self, company: Company, due: Invitation) -> None:
        step = company.step(due)
        company.erase()
        assert company.send_invitation.take(step) == "nothing"
        assert company.mailer.to(EMAIL) == []


class TestWhatArrivesLate:
    def test_events_of_ses_change_nothing(self, company: Company) -> None:
        sent = company.asked(company.anna, occasion="2", mails={"first": SentMail(state="sent", at=MONDAY)})
        company.erase()
        before = company.texts()
        for fate in ("delivered", "bounced", "complained"):
            heard = company.hear_mail_event.hear(
                sent.reference, "first", fate, company.clock(), for_good=True, message_id="ses-1"
            )
            assert not heard
        assert company.texts() == before

    def test_planning_and_following_up_find_nobody(self, company: Company) -> None:
        company.erase()
        before, mails = company.texts(), len(company.mailer.outbox)
        assert company.plan_invitations.plan(company.anna.contact_id) == []
        assert company.open_follow_up.open(company.asked_annual.reference) is None
        assert (company.texts(), len(company.mailer.outbox)) == (before, mails)

    @pytest.mark.parametrize("write", [1, 2, 3])
    def test_a_case_that_is_being_opened_names_nobody_in_the_end(self, company: Company, write: int) -> None:
        (case,) = company.cases()
        company.follow_ups.save(case.closed("owner", company.clock(), **DONE))
        bad = company.asked(company.anna, occasion="2")
        company.answer(bad, 1, why=WHY)
        company.items.before_write(write, lambda: company.erase() and None)
        try:
            company.open_follow_up.open(bad.reference)
        except ConflictError:
            assert company.open_follow_up.open(bad.reference) is None
        company.run()
        assert company.cases() == []
        assert_gone(company, company.anna)

    def test_a_closed_case_is_not_reopened(self, company: Company) -> None:
        (case,) = company.cases()
        company.follow_ups.save(case.closed("owner", company.clock(), **DONE))
        company.answer(company.asked_annual, 0, why=NOTE)
        company.items.before_write(1, lambda: company.erase() and None)
        assert company.open_follow_up.open(company.asked_annual.reference) is None
        company.run()
        assert_gone(company, company.anna)

    @pytest.mark.parametrize("score", [0, 9])
    def test_a_case_that_is_erased_between_two_reads_is_neither_reopened_nor_told_of(
        self, company: Company, score: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (case,) = company.cases()
        company.follow_ups.save(case.closed("owner", company.clock(), **DONE))
        company.answer(company.asked_annual, score, why=NOTE, contact="no")
        mails, read = len(company.mailer.outbox), company.follow_ups.get

        def erased_first(follow_up_id: str) -> FollowUp | None:
            monkeypatch.setattr(company.follow_ups, "get", read)
            company.erase()
            return read(follow_up_id)

        monkeypatch.setattr(company.follow_ups, "get", erased_first)
        with suppress(ConflictError):
            company.open_follow_up.open(company.asked_annual.reference)
        assert company.cases() == []
        assert len(company.mailer.outbox) == mails
        assert_gone(company, company.anna)

    @pytest.mark.parametrize("write", range(2, _writes_of_an_erasure() + 1))
    def test_an_invitation_planned_meanwhile_goes_too(self, company: Company, write: int) -> None:
        about = {"ticket_source": "zendesk", "ticket_id": TICKET, "ticket_solved_at": (MONDAY,)}

        def plans() -> None:
            company.add_invitation(company.anna, survey="ticket", occasion="late", **about)

        company.items.before_write(write, plans)
        company.erase()
        (late,) = [one for one in company.invitations.of_contact(company.anna.contact_id) if one.occasion == "late"]
        # Behind the last look it stays until its turn comes.
        assert bool(late.erased) == (write < _writes_of_an_erasure())
        if not late.erased:
            assert company.send_invitation.take(company.step(late)) == "ended"
        assert_gone(company, company.anna)


class TestTheSamePersonAgain:
    def test_is_a_new_contact_that_is_never_written_to(self, company: Company) -> None:
        company.erase()
        again = company.add_anna()
        assert again.contact_id != company.anna.contact_id
        due = company.add_invitation(again, occasion="7")
        assert company.send_invitation.take(company.step(due)) == "ended"
        assert (company.kept(due).state, company.kept(due).reason) == ("skipped", "suppressed")

    def test_until_the_suppression_is_removed(self, company: Company) -> None:
        company.erase()
        again = company.add_anna()
        company.standings.lift(again.address_hash, company.clock(), by="operator")
        due = company.add_invitation(again, occasion="7")
        assert company.send_invitation.take(company.step(due)) == "sent"

    def test_an_undo_of_an_old_link_to_leave_does_not_open_the_gate(self, company: Company) -> None:
        company.erase()
        company.leave.undo(company.anna.address_hash)
        assert company.standings.gate(company.anna.address_hash).is_closed

    def test_an_import_that_was_under_way_makes_a_new_contact(self, company: Company) -> None:
        company.items.before_write(1, lambda: company.erase() and None)
        row = {"contact_id": EXTERNAL, "email": EMAIL, "account": "Kaasboer", "name": "Anna J."}
        (result,) = company.import_contacts.run([(2, row)])
        assert result.outcome == "added"
        new = company.contacts.by_external_ids([EXTERNAL])[EXTERNAL]
        assert new.contact_id != company.anna.contact_id


class TestSharedAndFormerAddresses:
    def test_the_mails_of_others_at_the_address_are_remembered(self, company: Company) -> None:
        other = company.add_contact(contact_id="crm-2", email=EMAIL, name="Bert")
        for occasion, person in (("8", company.anna), ("9", other)):
            due = company.add_invitation(person, survey="annual", occasion=occasion)
            company.clock.now = MONDAY + timedelta(days=100 * int(occasion))
            due = company.add_invitation(
                person, occasion=occasion + "0", planned_at=company.clock.now, due_at=company.clock.now
            )
            (case,) = company.cases() or [None]
            if case:
                company.follow_ups.save(
                    case.closed("owner", company.clock(), outcome="solved", cause="price", note="done")
                )
            assert company.send_invitation.take(company.step(due)) == "sent"
        company.erase()
        gate = company.standings.gate(other.address_hash)
        assert {mail.contact_id for mail in gate.mails} == {other.contact_id}
        assert gate.is_closed
        assert company.contacts.by_address(other.address_hash) == [other]

    def test_the_gate_of_an_address_the_person_had_before_forgets_them(self, company: Company) -> None:
        (case,) = company.cases()
        company.follow_ups.save(case.closed("owner", company.clock(), **DONE))
        due = company.add_invitation(company.anna, occasion="2")
        assert company.send_invitation.take(company.step(due)) == "sent"
        old = company.anna
        company.anna = company.add_contact(contact_id=EXTERNAL, email="anna@new.example", name=NAME)
        assert company.anna.former_address_hashes == (old.address_hash,)
        assert company.standings.gate(old.address_hash).mails
        company.erase()
        assert old.address_hash not in company.texts()
        assert company.standings.gate(company.anna.address_hash).is_closed


class TestOfSomebodyATicketBroughtIn:
    """Until the list says otherwise they stand under their mail domain: of a sole trader that is a name."""

    @pytest.fixture
    def trader(self) -> World:
        world = World()
        world.hear_ticket.hear(ticket(requester_email="jan@janjansen.example"))
        world.run()
        return world

    def erase(self, world: World, email: str = "jan@janjansen.example") -> None:
        (known,) = world.contacts.by_address(world.pseudonyms.of_address(email))
        assert world.erase_contact.erase(known.contact_id, "jo")

    def test_the_domain_goes_with_them(self, trader: World) -> None:
        assert "janjansen" in json.dumps(list(trader.items.scan()), default=str)
        self.erase(trader)
        assert "janjansen" not in json.dumps(list(trader.items.scan()), default=str)

    def test_the_next_one_of_the_domain_brings_it_back(self, trader: World) -> None:
        trader.hear_ticket.hear(ticket(requester_email="piet@janjansen.example", ticket_id="2"))
        self.erase(trader)
        trader.hear_ticket.hear(ticket(requester_email="kees@janjansen.example", ticket_id="3"))
        assert trader.contacts.account_names() == ["janjansen.example"]

    def test_an_account_of_the_list_stays(self, trader: World) -> None:
        trader.add_contact(email="jan@janjansen.example", account="Jansen Loodgieters")
        self.erase(trader)
        assert trader.contacts.account_names() == ["Jansen Loodgieters"]
        assert "janjansen" not in json.dumps(list(trader.items.scan()), default=str)
