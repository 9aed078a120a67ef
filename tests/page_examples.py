"""Editions to try the public page with: a company with many answers, one with few, one with none, and a large one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sayso.adapters.programme_file import load_programme
from sayso.domain.drafting import Basis, draft_edition
from sayso.domain.edition import Edition, PublishedCommitment, PublishedQuote, Words, newest_first
from sayso.domain.nps import ScoreCounts
from sayso.domain.programme import LANGUAGES

MADE_AT = datetime(2026, 10, 31, 12, tzinfo=UTC)
G = ScoreCounts.from_groups
THEMES: dict[str, Words] = {
    theme.id: {language: theme.label(language) for language in LANGUAGES} for theme in load_programme().all_themes
}

COMMITMENTS = (
    PublishedCommitment(
        id="night",
        title={
            "en": "Somebody answers at night",
            "de": "Nachts geht jemand ans Telefon",
            "nl": "’s Nachts neemt iemand op",
        },
        heard={
            "en": "When a server goes down after ten at night nobody picks up, and we hear of it the next morning.",
            "de": "Fällt nach 22 Uhr ein Server aus, geht niemand ans Telefon, und wir erfahren es am Morgen.",
            "nl": "Als er na tienen een server uitvalt, neemt niemand op en horen we het de volgende ochtend.",
        },
        did={
            "en": "Two engineers are on call every night. Who phones reaches one of them within ten minutes.",
            "de": "Jede Nacht haben zwei Techniker Bereitschaft. Wer anruft, erreicht einen in zehn Minuten.",
            "nl": "Elke nacht hebben twee engineers dienst. Wie belt, spreekt binnen tien minuten een van hen.",
        },
        status="done",
        theme="outages",
        done_on=date(2026, 10, 5),
        published_on=date(2026, 6, 2),
        asked_by=10,
    ),
    PublishedCommitment(
        id="invoices",
        title={
            "en": "Invoices that name the project",
            "de": "Rechnungen, die das Projekt nennen",
            "nl": "Facturen met het project erop",
        },
        heard={
            "en": "Every month we have to ask which line belongs to which of our sites.",
            "de": "Jeden Monat müssen wir nachfragen, welche Zeile zu welcher unserer Seiten gehört.",
            "nl": "Elke maand moeten we vragen welke regel bij welke site hoort.",
        },
        did={
            "en": "From January each line carries the name of the site and your own reference.",
            "de": "Ab Januar steht in jeder Zeile der Name der Seite und Ihr eigenes Zeichen.",
            "nl": "Vanaf januari staat op elke regel de naam van de site en je eigen referentie.",
        },
        status="in_progress",
        theme="invoices",
        planned_for=date(2027, 1, 1),
        published_on=date(2026, 9, 14),
        asked_by=5,
    ),
    PublishedCommitment(
        id="status",
        title={"en": "A status page", "de": "Eine Statusseite", "nl": "Een statuspagina"},
        heard={
            "en": "During a disturbance we would like to look it up instead of calling.",
            "de": "Bei einer Störung würden wir lieber nachsehen als anrufen.",
            "nl": "Bij een storing zoeken we het liever op dan dat we bellen.",
        },
        did={
            "en": "We are choosing between two systems and will open the page in spring.",
            "de": "Wir wählen zwischen zwei Systemen und öffnen die Seite im Frühjahr.",
            "nl": "We kiezen tussen twee systemen en openen de pagina in het voorjaar.",
        },
        status="planned",
        theme="communication",
        planned_for=date(2027, 4, 1),
        published_on=date(2026, 8, 20),
        asked_by="several",
    ),
    PublishedCommitment(
        id="price",
        title={
            "en": "A cheaper package without support",
            "de": "Ein günstigeres Paket ohne Support",
            "nl": "Een goedkoper pakket zonder support",
        },
        heard={
            "en": "We look after our servers ourselves and would rather pay less.",
            "de": "Wir betreuen unsere Server selbst und würden lieber weniger zahlen.",
            "nl": "Wij beheren onze servers zelf en betalen liever minder.",
        },
        reason={
            "en": "On machines we do not look after we could not keep what we promise. We would rather say so.",
            "de": "Auf Maschinen, die wir nicht betreuen, könnten wir unser Wort nicht halten. Das sagen wir lieber.",
            "nl": "Op machines die we niet beheren, kunnen we ons woord niet houden. Dat zeggen we liever eerlijk.",
        },
        status="declined",
        theme="invoices",
        decided_on=date(2026, 5, 11),
        published_on=date(2026, 5, 11),
        asked_by=5,
    ),
    PublishedCommitment(
        id="names",
        title={"en": "Know who looks after us", "de": "Wissen, wer uns betreut", "nl": "Weten wie ons begeleidt"},
        heard={
            "en": "We never know whom to call when our contact person is on holiday.",
            "de": "Wenn unser Ansprechpartner im Urlaub ist, wissen wir nie, wen wir anrufen sollen.",
            "nl": "Als onze contactpersoon met vakantie is, weten we nooit wie we moeten bellen.",
        },
        did={
            "en": "Every customer has a second contact person, named in the footer of each of our mails.",
            "de": "Jeder Kunde hat eine zweite Ansprechpartnerin; sie steht unter jeder unserer Mails.",
            "nl": "Elke klant heeft een tweede contactpersoon, met naam onder al onze mails.",
        },
        status="done",
        theme="contact_person",
        done_on=date(2026, 3, 17),
        published_on=date(2026, 1, 8),
        asked_by=5,
    ),
)

QUOTES = (
    PublishedQuote(
        id="names-1",
        text={
            "en": "Since spring I know whom to call. […] That alone was worth saying it.",
            "de": "Seit dem Frühjahr weiß ich, wen ich anrufe. […] Allein dafür hat es sich gelohnt, es zu sagen.",
            "nl": "Sinds het voorjaar weet ik wie ik moet bellen. […] Alleen al daarom was het goed om het te zeggen.",
        },
        original="nl",
        commitment="names",
    ),
    PublishedQuote(
        id="general",
        text={
            "en": "They explain what they do in words I can pass on to my boss.",
            "de": "Sie erklären, was sie tun, in Worten, die ich meiner Chefin weitergeben kann.",
        },
        original="de",
    ),
)


def many_answers() -> Edition:
    """Two years in: 100 answers, 60/25/15, a quiet August and a quiet December."""
    groups = {
        "2025-11": (7, 3, 3),
        "2025-12": (1, 1, 1),
        "2026-01": (6, 3, 2),
        "2026-02": (5, 2, 2),
        "2026-03": (5, 3, 1),
        "2026-04": (4, 3, 1),
        "2026-05": (6, 2, 2),
        "2026-06": (5, 2, 0),
        "2026-07": (5, 2, 1),
        "2026-08": (1, 1, 0),
        "2026-09": (8, 2, 1),
        "2026-10": (7, 1, 1),
    }
    return first_edition(
        months={month: G(*counts) for month, counts in groups.items()},
        asked=148,
        answered=100,
        themes={
            "expertise": G(31, 2, 1),
            "contact_person": G(24, 4, 2),
            "outages": G(18, 6, 2),
            "slow_replies": G(9, 7, 8),
            "communication": G(6, 3, 6),
            "invoices": G(1, 5, 4),
        },
        commitments=COMMITMENTS,
        quotes=QUOTES,
    )


def the_year_before() -> Edition:
    """The last edition of 2025 of the company with many answers: what is done by now was planned then."""
    planned = COMMITMENTS[4].having(
        status="planned",
        did={
            "en": "Every customer will have a second contact person.",
            "de": "Jeder Kunde wird eine zweite Ansprechperson haben.",
            "nl": "Elke klant krijgt een tweede contactpersoon.",
        },
        planned_for=date(2026, 3, 1),
        done_on=None,
        published_on=date(2025, 11, 8),
    )
    printed = COMMITMENTS[3].having(id="paper", theme="", decided_on=None, published_on=date(2025, 6, 3), status="done")
    printed = printed.having(
        title={"en": "Invoices by mail only", "de": "Rechnungen nur per Mail", "nl": "Facturen alleen per mail"},
        heard={"en": "We scan your paper.", "de": "Wir scannen Ihr Papier.", "nl": "Wij scannen uw papier."},
        did={"en": "No more paper.", "de": "Kein Papier mehr.", "nl": "Geen papier meer."},
        done_on=date(2025, 8, 4),
    )
    return first_edition(
        made_at=MADE_AT - timedelta(days=310),
        months={f"2025-{month:02}": G(4, 2, 1) for month in range(5, 13)},
        asked=90,
        answered=56,
        themes={"expertise": G(16, 2, 1), "slow_replies": G(6, 3, 8)},
        commitments=(planned, printed),
    )


def with_a_year_before() -> tuple[Edition, dict[int, Edition]]:
    """The company with many answers and both of its years. What was done in 2025 is public still."""
    before = the_year_before()
    paper = next(one for one in before.commitments if one.id == "paper")
    now = many_answers()
    names = COMMITMENTS[4].having(published_on=date(2025, 11, 8))
    commitments = (*(one for one in now.commitments if one.id != "names"), names, paper)
    return now.having(number=14, commitments=commitments), {2025: before.having(number=9)}


def few_answers() -> Edition:
    """A company with 40 contacts of whom nine answered."""
    return first_edition(
        months={"2026-08": G(2, 1, 1), "2026-09": G(2, 0, 0), "2026-10": G(1, 1, 1)},
        asked=40,
        answered=9,
        themes={"expertise": G(5, 1, 0), "slow_replies": G(0, 1, 2)},
        commitments=COMMITMENTS[:2],
    )


def no_answers() -> Edition:
    """The day it was switched on."""
    return first_edition(months={}, asked=0, answered=0, themes={}, commitments=())


HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": "\"><svg onload=alert(1)> ' onmouseover='x",
    "template": "{{ programme.follow_up.manager }} {% raw %} {# #} ${ company }",
    "fluent": "{ $company } { -term }",
    "entity": "&lt;b&gt; &amp; ]]> <!-- -->",
    "long": "x" * 10_000,
    "stacked": "\u00e1" + "\u0301" * 300,
}


def written_by(words: str) -> Edition:
    """An edition in which everything that people write is `words`."""
    one = COMMITMENTS[0].having(
        id=words[:80],
        title={"en": words},
        heard={"en": words},
        did={"en": words},
        reason={"en": words},
        status="planned",
        theme="",
        published_on=MADE_AT.date(),
        asked_by=5,
    )
    edition = many_answers()
    figure = edition.figures.praised[0].having(label={"en": words})
    quotes = [quote.having(text={"en": words}, original="en", commitment="") for quote in edition.quotes]
    return edition.having(
        commitments=(one, one.having(id="declined", status="declined")),
        quotes=tuple(quotes),
        figures=edition.figures.having(praised=(figure,)),
    )


def hostile() -> Edition:
    """All of it at once, and what cannot be seen."""
    return written_by(" ".join(HOSTILE.values()) + "\u202e\x00\ufffe")


def first_edition(**given: Any) -> Edition:
    """The edition of a company of which no figures were public before, and whose commitments were as they happened."""
    edition, _ = draft_edition(previous=None, basis=Basis(), **{"made_at": MADE_AT, "labels": THEMES, **given})
    known = [one.having(status_since=None) for one in edition.commitments]
    as_it_was = (one.having(changed_at=datetime.combine(one.moved_on, time(8), UTC)) for one in known)
    return edition.having(commitments=newest_first(as_it_was))
