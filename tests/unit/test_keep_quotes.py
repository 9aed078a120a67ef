"""Quotes: only with consent, only what was said, and nothing that tells who anybody is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.quote import CUT, missing_parts, tidy_quote
from sayso.domain.quote_names import names_of_contact, names_of_ours
from sayso.domain.quote_rules import check_quote
from sayso.domain.response import Response, SaidWords
from sayso.domain.unconfirmed import answer_id
from tests.builders import MONDAY, World, contact, programme
from tests.unit.test_keep_commitments import HEARD

WHY = "Your team answers fast. Otto from support called me back\nwithin an hour, and Kaasboer was online again."
FAST = "Your team answers fast. […] called me back within an hour"


def a_world(why: str = WHY, better: str = "", **fields: Any) -> tuple[World, Contact, Response]:
    """Anna Jansen of Kaasboer, whose account Otto looks after, has answered and may be quoted."""
    world = World()
    person = world.add_contact(name="Anna Jansen", owner_email="otto.de.boer@polder.example")
    asked = world.asked(person)
    world.answer(asked, 9, why=why, better=better, **{"quote": True, **fields})
    world.run()
    answer = world.responses.get(*asked.reference)
    assert answer
    return world, person, answer


def add(world: World, answer: Response, text: str, **more: Any) -> Any:
    return world.keep_quotes.add(answer_id(answer.reference), text, by="mia", **more)


def refused(world: World, answer: Response, text: str, **more: Any) -> tuple[str, str]:
    with pytest.raises(InvalidInputError) as error:
        add(world, answer, text, **more)
    assert world.keep_quotes.list() == []
    return error.value.field, error.value.reason


# Choosing


def test_words_of_an_answer_are_chosen_cut_and_translated() -> None:
    world, person, answer = a_world()
    world.keep_commitments.add("a", HEARD)
    quote = add(world, answer, FAST, translations={"nl": "Jullie antwoorden snel."}, commitment_id="a")
    assert quote.text == {"en": FAST, "nl": "Jullie antwoorden snel."}
    assert (quote.original, quote.commitment_id, quote.chosen_by, quote.chosen_at) == ("en", "a", "mia", MONDAY)
    assert quote.reference == answer.reference
    assert list(world.keep_quotes.standing()) == [quote]
    assert world.keep_quotes.list() == [(quote, True)]
    (candidate,) = world.keep_quotes.candidates()
    assert (candidate.answer_id, candidate.contact, candidate.chosen) == (
        answer_id(answer.reference), world.contacts.get(person.contact_id), (quote.quote_id,),
    )  # fmt: skip


def test_what_is_kept_for_the_public_says_nothing_about_the_answer() -> None:
    world, person, answer = a_world()
    quote = add(world, answer, FAST)
    for known in (person.contact_id, answer_id(answer.reference), answer.occasion):
        assert known not in quote.quote_id


@pytest.mark.parametrize("text", ["Your team answers fast. [...] within an hour", "  within \n an hour  "])
def test_cuts_and_space_are_tidied(text: str) -> None:
    world, _, answer = a_world()
    assert add(world, answer, text).text["en"] == tidy_quote(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Your team is slow", "Your team is slow"),
        ("Your team answers fast. […] every time", "every time"),
        ("our team answers fast", "our team answers fast"),  # words are cut between them, not through
        ("answers fas", "answers fas"),
        ("within an hour […] Your team answers fast.", "within an hour"),  # turned round
        ("your TEAM answers fast", "your TEAM answers fast"),
    ],
)
def test_what_the_answer_does_not_say_is_refused(text: str, part: str) -> None:
    world, _, answer = a_world()
    assert refused(world, answer, text) == ("text.en", f"the answer does not say '{part}'")


def test_a_quote_is_of_one_field() -> None:
    world, _, answer = a_world(why="I am content.", better="Call me sooner.")
    assert add(world, answer, "Call me sooner.")
    assert missing_parts("I am content. […] Call me sooner.", SaidWords(why="I am content.", better="Call me sooner."))


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "says nothing"), (" […] ", "says nothing"), ("x" * 301, "is 301 characters long; 300 fit")],
)
def test_a_quote_says_something_and_is_short(text: str, reason: str) -> None:
    world, _, answer = a_world(why="x" * 400)
    assert reason in refused(world, answer, text)[1]


def test_a_translation_is_checked_too_and_is_of_another_language() -> None:
    world, _, answer = a_world()
    assert refused(world, answer, FAST, translations={"de": "Otto war schnell."})[0] == "text.de"
    assert refused(world, answer, FAST, translations={"de": "x" * 301})[0] == "text.de"
    assert refused(world, answer, FAST, translations={"en": "Fast."}) == (
        "text.en", "is the language it was written in, not a translation",
    )  # fmt: skip
    assert add(world, answer, FAST, language="nl").original == "nl"


def test_a_commitment_there_is_not_is_refused() -> None:
    world, _, answer = a_world()
    with pytest.raises(NotFoundError, match="no commitment 'b'"):
        add(world, answer, FAST, commitment_id="b")
    with pytest.raises(NotFoundError, match="no answer"):
        world.keep_quotes.add("nope", "x", by="mia")


# Who may be quoted


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"quote": False}, "did not say that they may be quoted"),
        ({"state": "provisional", "confirmed_at": None}, "nobody was seen giving it"),
    ],
)
def test_without_a_yes_of_a_person_nothing_is_shown(fields: dict[str, Any], reason: str) -> None:
    world, _, answer = a_world()
    world.responses.save(answer.having(**fields), None, MONDAY, None)
    assert reason in refused(world, answer, FAST)[1]
    assert list(world.keep_quotes.candidates()) == []


def test_who_takes_the_yes_back_is_not_shown_until_somebody_chooses_again() -> None:
    world, _, answer = a_world()
    quote = add(world, answer, FAST)
    asked = world.invitations.get(*answer.reference)
    assert asked
    world.answer(asked, 9, quote=False)
    assert list(world.keep_quotes.standing()) == []
    assert world.keep_quotes.list() == [(quote, False)]
    world.answer(asked, 9, quote=True)
    # The new yes is to be asked, not to what was chosen before they said no.
    assert world.keep_quotes.list() == [(quote, False)]
    chosen = add(world, answer, FAST)
    assert list(world.keep_quotes.standing()) == [chosen]
    world.answer(asked, 9, why="I changed my mind.")
    assert list(world.keep_quotes.standing()) == []


def test_who_said_no_and_yes_while_somebody_chooses_is_not_quoted() -> None:
    world, _, answer = a_world()
    asked = world.invitations.get(*answer.reference)
    assert asked

    def changes_their_mind_twice() -> None:
        world.answer(asked, 9, quote=False)
        world.answer(asked, 9, quote=True)

    world.items.before_write(1, changes_their_mind_twice)
    assert "took back what they allowed" in refused(world, answer, FAST)[1]
    assert add(world, answer, FAST)


def test_another_edit_of_an_answer_leaves_its_quote() -> None:
    world, _, answer = a_world()
    quote = add(world, answer, FAST)
    asked = world.invitations.get(*answer.reference)
    assert asked
    world.answer(asked, 10, better="Nothing.", quote=True)
    assert list(world.keep_quotes.standing()) == [quote]


def test_with_the_person_the_quote_is_erased() -> None:
    world, person, answer = a_world()
    quote = add(world, answer, FAST)
    assert [one["quote_id"] for one in world.export_contact.export(person)["quotes"]] == [quote.quote_id]
    world.erase_contact.erase(person.contact_id, "mia")
    assert world.keep_quotes.list() == []
    assert not [item for item in world.items.scan() if "answers fast" in str(item)]


def test_who_is_erased_while_somebody_chooses_is_not_quoted() -> None:
    world, _, answer = a_world()
    world.items.before_write(1, lambda: world.responses.erase(answer))
    assert refused(world, answer, FAST)[0] == "answer"


def test_a_quote_ends_with_the_words_it_is_of() -> None:
    world, _, answer = a_world()
    add(world, answer, FAST)
    world.clock.pass_by(days=23 * 31)
    assert len(world.keep_quotes.standing()) == 1
    world.clock.pass_by(days=31)
    assert world.keep_quotes.list() == []


def test_a_quote_that_was_removed_is_gone() -> None:
    world, _, answer = a_world()
    quote = add(world, answer, FAST)
    assert world.keep_quotes.remove(quote.quote_id) == quote
    assert world.keep_quotes.list() == []
    with pytest.raises(NotFoundError, match="no quote"):
        world.keep_quotes.remove(quote.quote_id)


def test_what_may_be_shown_is_read_at_once_however_many_there_are() -> None:
    world, _, answer = a_world(why=" ".join(f"word{n}" for n in range(60)))
    for number in range(20):
        add(world, answer, f"word{number}")
    reads = world.items.reads
    assert len(world.keep_quotes.standing()) == 20
    assert world.items.reads == reads + 2  # the list, and all answers with their words


# Names


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Anna is content", "'Anna' is the name of the person who wrote it"),
        ("says ANNA", "'ANNA' is the name of the person"),
        ("Annas Server", "'Annas' is the name of the person"),
        ("A\u200bnna is content", "'Anna' is the name of the person"),
        ("the Jansen-Server", "'Jansen' is the name of the person"),
        ("kaasboer is online", "'kaasboer' is the name of their company"),
        ("thanks to Otto", "'Otto' is the name of one of our people"),
        ("thanks to otto!", "'otto' is the name of one of our people"),
        ("Boer helped", "'Boer' is the name of one of our people"),
        ("Lïsa called", "'Lïsa' is the name of one of our people"),
        ("berta called", "'berta' is the name of one of our people"),
        ("write to me@kaas.example", "'me@kaas.example' is an e-mail address"),
        ("write to me @ kaas.example", "is an e-mail address"),
        ("see kaas.nl for it", "'kaas.nl' is the address of a site"),
        ("see https://x.y/z", "'https://x.y/z' is the address of a site"),
        ("call +31 (0)30-123 45 67", "is a phone number"),
        ("call 06-12-34-56-78", "'06-12-34-56-78' is a phone number"),
        ("call 030 1234567", "'030 1234567' is a phone number"),
    ],
)
def test_what_tells_who_somebody_is_is_refused_and_it_says_how_to_cut_it(text: str, whose: str) -> None:
    owners = {"lisa@polder.example": {"name": "Lisa Visser"}, "berta@polder.example": {}}
    world, _, answer = a_world(why=text)
    world.programme = world.keep_quotes.__dict__["programme"] = programme(follow_up={"owners": owners})
    field, reason = refused(world, answer, text)
    assert field == "text.en"
    assert whose in reason
    assert reason.endswith(f"write {CUT} in its place")


@pytest.mark.parametrize(
    "text",
    [
        "Support was great",
        "I will recommend them, and care for them",
        "We waited 3 hours on 12 days in 2026",
        "the ticket of 12.03.2026",
        "from 2026-03-12 to 2026-03-14",
        "fast.Then slow",
        "van Amsterdam tot de stad",
    ],
)
def test_what_is_no_name_is_none(text: str) -> None:
    ours = programme(follow_up={"owners": {"will@polder.example": {"name": "Will van de Berg"}}})
    names = [*names_of_contact(contact(name="Dr. Anna van Dam")), *names_of_ours(ours, ())]
    check_quote(text, names, "text.en")


def test_a_name_that_is_also_a_word_is_told_by_how_it_is_written() -> None:
    names = list(names_of_ours(programme(follow_up={"owners": {"x1@polder.example": {"name": "Will"}}}), ()))
    check_quote("it will do", names, "text.en")
    with pytest.raises(InvalidInputError, match="'Will' is the name"):
        check_quote("it was Will", names, "text.en")


@pytest.mark.parametrize(
    ("account", "text"),
    [
        ("Bäckerei Nord GmbH", "baeckerei"),
        ("T-Systems", "T Systems"),
        ("De Kaas B.V.", "de kaas"),
        ("Kaas B.V.", "Kaas"),
    ],
)
def test_a_company_is_known_without_its_legal_form(account: str, text: str) -> None:
    names = list(names_of_contact(contact(account=account, email="x@gmail.com")))
    check_quote("a GmbH, or a BV", names, "text.en")
    with pytest.raises(InvalidInputError, match="their company"):
        check_quote(f"with {text} it went well", names, "text.en")


@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_is_typed_is_refused_or_stands_in_the_words(text: str, why: str) -> None:
    words = SaidWords(why=why)
    if tidy_quote(text).replace(CUT, "").strip() and not missing_parts(text, words):
        said = " ".join(why.split())
        assert all(part.strip() in said for part in tidy_quote(text).split(CUT))


def test_the_newest_candidates_come_first_as_far_back_as_is_said() -> None:
    world, person, _ = a_world()
    world.clock.pass_by(days=200)
    late = world.asked(person, survey="ticket", occasion="2", expires_at=MONDAY + timedelta(days=230))
    world.answer(late, 8, why="Fine.", quote=True)
    world.run()
    assert [one.words.why for one in world.keep_quotes.candidates()] == ["Fine.", WHY]
    since = (MONDAY + timedelta(days=100)).date()
    assert [one.words.why for one in world.keep_quotes.candidates(since)] == ["Fine."]
