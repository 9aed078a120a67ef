"""Names in quotes: whoever, and whatever company, a contact list knows, and what is no name although it is on it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError
from sayso.domain.quote import CUT
from sayso.domain.quote_names import names_of_contact, names_of_ours, names_on_list
from sayso.domain.quote_rules import check_quote, check_quotes
from tests.builders import World, contact, programme
from tests.unit.test_keep_quotes import a_world, add, refused

WRITER = contact(name="Ada Writer")


def told(text: str, contacts: list[Contact], language: str = "en") -> str:
    """Why a text is refused, empty when it is not."""
    try:
        check_quotes({language: text}, names_on_list(contacts, WRITER, programme()))  # type: ignore[dict-item]
    except InvalidInputError as error:
        return error.reason
    return ""


def somebody(name: str | None, account: str = "Nowhere", email: str = "x1@gmail.com", **fields: str) -> Contact:
    """A contact of another account."""
    return contact(
        **{"contact_id": "c9", "name": name, "account": account, "email": email, "account_id": "a9", **fields}
    )


# Everybody on the list


def test_everybody_on_the_contact_list_is_known_not_only_the_writer() -> None:
    why = "My colleague Pieter Bakker loves how Sanne de Vries of KPN helped Kees and us, the crew of Zuivelwerk"
    world, _, answer = a_world(why=why)
    world.add_contact(
        contact_id="crm-2", email="p.bakker@x.example", name="Pieter Bakker", owner_email="s.devries@polder.example"
    )
    world.add_contact(contact_id="crm-3", email="k@y.example", name="Kees Pot", account="KPN Nederland")
    world.add_contact(contact_id="crm-4", email="l@z.example", name="Lot Pot", account="Zuivelwerk B.V.")
    assert refused(world, answer, why)[0] == "text.en"
    for text, said in (
        ("My colleague Pieter", "'Pieter' is the name of a colleague of theirs"),
        ("loves how Sanne de Vries", "'de Vries' is the name of one of our people"),
        ("of KPN helped", "'KPN' is the name of a company on your contact list"),
        ("helped Kees and us", "'Kees' is the name of somebody on your contact list"),
        ("the crew of Zuivelwerk", "'Zuivelwerk' is the name of a company on your contact list"),
    ):
        assert refused(world, answer, text) == ("text.en", f"{said}; write {CUT} in its place")
    assert add(world, answer, "My colleague […] loves how […] helped […] and us, the crew")


def test_the_list_is_read_through_what_tells_how_far_it_is() -> None:
    world, _, answer = a_world()
    seen: list[Contact] = []
    add(world, answer, "Your team answers fast", reading=lambda them: (seen.append(one) or one for one in them))
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Pieter Bakker", "so pieter bakker says"),
        ("Bakker, Pieter", "so pieter bakker says"),
        ("Dr. Pieter van den Bakker", "pieter bakker"),
        ("Pieter Jan Bakker", "pieter bakker"),
        ("Pieter Bakker", "PieterBakker"),
        ("Pieter Bakker", "Pieter-Bakker"),
        ("Jürgen Müller", "jurgen mueller"),
        ("Juergen Mueller", "Jürgen Muller"),
        ("Søren Ångström", "soeren aangstroem"),
        ("Rob Best", "rob best"),
        ("Kees Pot", "we like Kees"),
        ("Kees Pot", "Kees called"),
        ("Will Pot", "thanks to Will it works"),
        ("Joy Pot", "and Joys help"),
        ("王 伟", "和王伟"[1:]),
        (None, "ask Sanne"),
    ],
)
def test_somebody_else_is_named(name: str | None, text: str) -> None:
    assert "somebody on your contact list" in told(text, [somebody(name, email="sanne.pot@gmail.com")])


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("Will Mark", "I will surely mark this. Will you? Mark my words, and I WILL stay", "en"),
        ("Joy Rob", "It is a joy. Joy everywhere […] Rob nobody", "en"),
        ("Ben Goede", "Ben blij, ik ben tevreden. Goede hulp", "nl"),
        ("Sonne Sommer", "Die Sonne scheint im Sommer", "de"),
        ("Isa Asa", "It is a plus as a customer", "en"),
        ("Jan de Vries", "Het vriest de dag erna", "nl"),
        ("Kees Pot", "kees", "nl"),
        ("Customer Service", "Your customer service", "en"),
        ("Support", "Thanks to Support", "en"),
        ("An Van", "van an", "nl"),
        (None, "Thanks to info", "en"),
    ],
)
def test_words_that_somebody_is_called_by_do_not_make_every_quote_impossible(
    name: str | None, text: str, language: str
) -> None:
    assert told(text, [somebody(name, email="info@gmail.com")], language) == ""


@pytest.mark.parametrize(
    ("account", "text"),
    [
        ("KPN Nederland", "since KPN came"),
        ("ING Bank N.V.", "ING is content"),
        ("3M Deutschland GmbH", "we at 3M"),
        ("ABC IT Services", "at ABC IT"),
        ("Kaasboer", "the Kaas-Boer"),
        ("Kaas Boer", "the kaasboer"),
        ("Gemeente Amsterdam", "wij van gemeente amsterdam"),
        ("Stadtwerke Gütersloh GmbH", "die Stadtwerke Guetersloh"),
        ("zuivelwerk.nl", "the Zuivelwerk"),
        ("Next", "since Next came"),
    ],
)
def test_companies_are_named(account: str, text: str) -> None:
    assert "a company on your contact list" in told(text, [somebody(None, account)])
    own = list(names_of_contact(contact(account=account, email="x1@gmail.com")))
    with pytest.raises(InvalidInputError, match="their company"):
        check_quote(text, own, "text.en")


@pytest.mark.parametrize(
    ("account", "text"),
    [
        ("KPN Nederland", "all over Nederland"),
        ("IT Services B.V.", "our IT and its services"),
        ("Gemeente Amsterdam", "in Amsterdam"),
        ("Stadtwerke Gütersloh", "our Stadtwerke"),
        ("Next", "next time. Next week"),
        ("gmail.com", "our Gmail"),
        ("Polder Hosting", "Polder is great"),
        ("Good Service", "what good service"),
        ("AS IT", "as it is"),
        ("-", "a - b"),
    ],
)
def test_what_many_companies_are_called_names_none(account: str, text: str) -> None:
    assert told(text, [somebody(None, account)]) == ""


@pytest.mark.parametrize("address", ["s.devries@polder.example", "sdevries@polder.example", "sanne.de.vries@p.example"])
@pytest.mark.parametrize("text", ["thanks to De Vries", "thanks to Sanne de Vries", "thanks, Vries", "S. de Vries"])
def test_our_people_are_known_by_their_addresses(address: str, text: str) -> None:
    with pytest.raises(InvalidInputError, match="one of our people"):
        check_quote(text, names_of_ours(programme(), [address]), "text.en")


@pytest.mark.parametrize(
    "address", ["will@polder.example", "frank@polder.example", "info@polder.example", "x@y.example"]
)
def test_an_address_of_ours_is_not_cut_into_words(address: str) -> None:
    check_quote("if you are ill, your rank or info will do: art", names_of_ours(programme(), [address]), "text.en")


# Numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ticket 4711 was slow", "4711"),
        ("call 0612", "0612"),
        ("bel 06 12 34 56", "06 12 34 56"),
        ("bel 06 12 34", "06 12 34"),
        ("bel +31 6 12", "+31 6 12"),
        ("see INC0012345", "0012345"),
        ("see SUP-471", "SUP-471"),
        ("see #12", "#12"),
        ("Ticket-Nr. 12", "Ticket-Nr. 12"),
        ("order 471", "order 471"),
        ("in 20260", "20260"),
        ("in 1989", "1989"),
        ("at 192.168.1.12", "192.168.1.12"),
        ("write to kaas dot nl", "kaas dot nl"),
        ("at kaasboer.shop", "kaasboer.shop"),
    ],
)
def test_numbers_that_find_somebody_are_refused(text: str, found: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        check_quote(text, (), "text.en")
    assert error.value.reason.startswith(f"'{found}' is ")
    assert error.value.reason.endswith(f"write {CUT} in its place")


@pytest.mark.parametrize(
    "text",
    [
        "in 1990, 2026 and 2099",
        "2024/2025 and 2024-2026",
        "on 12.03.2026 at 14:30, from 08.00 - 17.00",
        "12.03.2026 14.30",
        "12.03.2026 - 14.03.2026",
        "a 10 for 24/7, 100% and 99.95 of 365 days",
        "#1 in hosting",
        "two tickets in 3 days",
    ],
)
def test_numbers_that_find_nobody_are_none(text: str) -> None:
    check_quote(text, (), "text.en")


# Whatever the list and the text

LETTERS = "abdeghijklmnoprstuvwzäöüéßøñç"
WORD = st.text(st.sampled_from(LETTERS), min_size=3, max_size=9).map(str.capitalize)
PEOPLE = st.lists(st.tuples(WORD, st.sampled_from(["", "van ", "de ", "von der "]), WORD), min_size=1, max_size=6)
AROUND = st.text(st.sampled_from("abc xyz\n,'ÄÉ"), max_size=40)
TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe"})
WRITINGS = {
    "as it is": lambda name: name,
    "small": str.lower,
    "large": str.upper,
    "swapped": str.swapcase,
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "without accents": lambda name: "".join(
        one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one)
    ),
    "transcribed": lambda name: name.translate(TRANSCRIBED),
    "with hyphens": lambda name: name.replace(" ", "-"),
    "joined": lambda name: name.replace(" ", ""),
    "on two lines": lambda name: name.replace(" ", "\n"),
    "with an unseen sign": lambda name: name[0] + "\u200b" + name[1:],
    "as a genitive": lambda name: f"{name}s",
}


@given(PEOPLE, st.data(), st.sampled_from(sorted(WRITINGS)), AROUND, AROUND)
def test_a_full_name_on_the_list_is_refused_however_it_is_written(
    people: list[tuple[str, str, str]], data: st.DataObject, writing: str, before: str, after: str
) -> None:
    contacts = [
        somebody(f"{first} {particle}{last}", email=f"x{n}@gmail.com")
        for n, (first, particle, last) in enumerate(people)
    ]
    name = data.draw(st.sampled_from(contacts)).name or ""
    text = f"{before} {WRITINGS[writing](name)} {after}"
    assert told(text, contacts), text


@given(st.text(max_size=120), st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_whatever_a_list_and_a_text_hold_they_can_be_read(text: str, name: str, account: str) -> None:
    told(text, [somebody(name, account)])
    told(f"{text} {name}", [somebody(name, account)], "de")


def test_a_world_without_other_contacts_has_no_other_names() -> None:
    assert list(names_on_list(World().contacts.everyone(), WRITER, programme())) == []
