"""How an answer is read aloud by `sayso answers`, and written for machines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from sayso.cli.show import moment
from sayso.domain.explaining_answer import in_words
from sayso.domain.imported_answer import is_nobody
from sayso.domain.programme import Programme, Scale
from sayso.domain.response import Response
from sayso.domain.unconfirmed import waits_to_be_settled
from sayso.services.list_answers import ListedAnswer

COLUMNS = ("id", "person", "account", "survey", "score", "when", "state", "why", "visible", "after delivery", "words")
_LONGEST = 60


def score_of(score: int, scale: Scale) -> str:
    """A score with the scale it was given on: ``3``, ``3 of 5``."""
    return str(score) if scale == "nps" else f"{score} of 5"


def row(one: ListedAnswer, zone: ZoneInfo) -> tuple[str | None, ...]:
    """An answer as a row of the list."""
    said, person = one.response, one.contact
    words = " / ".join(" ".join(text.split()) for text in (one.words.why, one.words.better) if text)
    return (
        one.answer_id,
        (person.name or person.email) if person else _nobody(said),
        person.account if person else None,
        _survey(said),
        _scores(said),
        moment(said.given_at, zone),
        said.state,
        _why(said),
        f"{said.visible_seconds} s",
        _span(said.seconds_since_delivery),
        words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…",
    )


def about(one: ListedAnswer, programme: Programme) -> Iterator[str]:
    """An answer line by line."""
    said, person, zone = one.response, one.contact, programme.zone
    yield f"id: {one.answer_id}"
    yield f"person: {f'{person.name or person.email}, {person.account} ({person.email})' if person else _nobody(said)}"
    yield f"looked after by: {one.owner_email}"
    yield f"survey: {_survey(said)}, {_how(said, zone)}"
    yield f"score: {said.score} of {'10' if said.scale == 'nps' else '5'}, given {moment(said.given_at, zone)}"
    yield f"state: {said.state}{'' if said.state == 'confirmed' else ', does not count'}"
    yield f"why: {_why(said)}"
    yield f"visible: {said.visible_seconds} s"
    if said.seconds_since_delivery is not None:
        yield f"after the delivery of a mail: {_span(said.seconds_since_delivery)}"
    yield f"scores seen: {', '.join(map(str, said.scores_seen or (said.score,)))}"
    yield from _said(one, programme)
    for ruling in said.rulings:
        because = f": {ruling.reason}" if ruling.reason else ""
        yield f"{ruling.what} by {ruling.by} on {moment(ruling.at, zone)}{because}"


def _said(one: ListedAnswer, programme: Programme) -> Iterator[str]:
    said = one.response
    for name, text in (("reason", one.words.why), ("what would make it better", one.words.better)):
        if text:
            yield f"{name}: {text}"
    if said.drivers:
        labels = {driver.id: driver.label("en") for driver in programme.drivers}
        yield f"drivers: {', '.join(labels.get(name, name) for name in said.drivers)}"
    if told := themes_of(said, programme):
        yield f"themes: {told}"
    for name, rating in said.ratings.items():
        yield f"rating {programme.rating_label(name, 'en') or name.replace('_', ' ')}: {rating} of 5"
    if said.contact:
        yield f"wishes to be contacted: {said.contact}"
    if said.quote:
        yield "may be quoted: yes"
    if said.reference_allowed and said.group == "promoter":
        yield "may be named as a reference: yes"


def as_plain(one: ListedAnswer) -> dict[str, Any]:
    """An answer as plain JSON values."""
    said, person = one.response, one.contact
    return {
        "id": one.answer_id,
        "contact": person.external_id if person else None,
        "name": person.name if person else None,
        "email": person.email if person else None,
        "account": person.account if person else None,
        "owner": one.owner_email,
        "survey": said.survey,
        "occasion": said.occasion,
        "ticket": said.ticket_id,
        "scale": said.scale,
        "score": said.score,
        "scores_seen": list(said.scores_seen),
        "given_at": said.given_at,
        "state": said.state,
        "reasons": list(said.reasons),
        "why_state": in_words(said.reasons),
        "visible_seconds": said.visible_seconds,
        "seconds_since_delivery": said.seconds_since_delivery,
        "why": one.words.why,
        "better": one.words.better,
        "drivers": list(said.drivers),
        "themes": {name: filing.state for name, filing in sorted(said.themes.items())},
        "ratings": dict(said.ratings),
        "contact_wish": said.contact,
        "quote": said.quote,
        "reference": said.reference_allowed,
        "rulings": [ruling.model_dump() for ruling in said.rulings],
    }


def themes_of(said: Response, programme: Programme) -> str:
    """The themes of an answer by their labels, suggestions marked; what was rejected is none of them."""
    labels = {theme.id: theme.label("en") for theme in programme.all_themes}
    named = {name: labels.get(name, name.replace("_", " ")) for name in said.themes}
    suggested = [f"{named[name]} (suggested)" for name in said.suggested_for]
    return ", ".join([*(named[name] for name in said.filed_under), *suggested])


def _scores(said: Response) -> str:
    # Which of them a machine opened last says nothing.
    several = said.state == "machine" and len(said.scores_seen) > 1
    return f"{len(said.scores_seen)} scores" if several else score_of(said.score, said.scale)


def _nobody(said: Response) -> str:
    return "(not known)" if is_nobody(said.contact_id) else "(erased)"


def _survey(said: Response) -> str:
    return f"{said.survey} {said.ticket_id}" if said.ticket_id else said.survey


def _how(said: Response, zone: ZoneInfo) -> str:
    if said.imported_from:
        return f"imported from {said.imported_from}"
    if said.was_recorded:
        return f"recorded in a meeting by {said.recorded_by or 'somebody'}"
    return f"asked {moment(said.asked_at, zone)}"


def _why(said: Response) -> str:
    waits = "waits to be settled; so far: " if waits_to_be_settled(said) else ""
    return waits + in_words(said.reasons)


def _span(seconds: int | None) -> str:
    """Seconds in the largest unit that says enough: 23 s, 4 min, 3 h, 12 d."""
    if seconds is None:
        return ""
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
