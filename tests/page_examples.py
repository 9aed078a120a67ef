"""Editions to try the public page with: a company with many answers, one with few, one with none."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sayso.domain.edition import Edition, PublishedCommitment, draft_edition
from sayso.domain.nps import ScoreCounts

MADE_AT = datetime(2026, 10, 31, 12, tzinfo=UTC)
G = ScoreCounts.from_groups

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
        done_on=date(2026, 10, 5),
        published_on=date(2026, 6, 2),
        asked_by=12,
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
        published_on=date(2026, 9, 14),
        asked_by=7,
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
        published_on=date(2026, 8, 20),
        asked_by=3,
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
        done_on=date(2026, 3, 17),
        published_on=date(2026, 1, 8),
        asked_by=9,
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
    return draft_edition(
        previous=None,
        made_at=MADE_AT,
        months={month: G(*counts) for month, counts in groups.items()},
        asked=148,
        answered=100,
        drivers={
            "expertise": G(31, 2, 1),
            "contact_person": G(24, 4, 2),
            "reliability": G(18, 6, 2),
            "response_time": G(9, 7, 8),
            "communication": G(6, 3, 6),
            "price": G(1, 5, 4),
        },
        commitments=COMMITMENTS,
    )


def few_answers() -> Edition:
    """A company with 40 contacts of whom nine answered."""
    return draft_edition(
        previous=None,
        made_at=MADE_AT,
        months={"2026-08": G(2, 1, 1), "2026-09": G(2, 0, 0), "2026-10": G(1, 1, 1)},
        asked=40,
        answered=9,
        drivers={"expertise": G(5, 1, 0), "response_time": G(0, 1, 2)},
        commitments=COMMITMENTS[:2],
    )


def no_answers() -> Edition:
    """The day it was switched on."""
    return draft_edition(previous=None, made_at=MADE_AT, months={}, asked=0, answered=0, drivers={}, commitments=())
