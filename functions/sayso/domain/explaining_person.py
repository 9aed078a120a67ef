"""Explains who somebody is to the programme, and what stands against writing to them now."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sayso.domain.circumstances import Circumstances, in_words, when
from sayso.domain.explaining import Fact
from sayso.domain.gate import SUPPRESSIONS, Suppression
from sayso.domain.own_staff import is_never_asked
from sayso.domain.programme import Programme


def person(known: Circumstances) -> list[Fact]:
    """Who the contact is to the programme, and what stands against writing to them now."""
    return [_who(known), _dates(known), *_against(known)]


def _who(known: Circumstances) -> Fact:
    contact = known.contact
    name = (
        f"{contact.name} ({contact.external_id}, {contact.email})"
        if contact.name
        else f"{contact.external_id} ({contact.email})"
    )
    text = f"{name} at {contact.account}: role {contact.role}, {_asked_about(known)}."
    return Fact("who", text, code="who", values={"role": contact.role, "asked": _asked_code(known)})


def _asked_code(known: Circumstances) -> str:
    if known.contact.do_not_ask:
        return "nothing"
    asked = ["relationship"] if known.contact.role == "relationship" else []
    if not is_never_asked(known.contact.email, known.programme):
        asked.append("tickets" if events_of(known.programme) == "tickets" else "events")
    return "_".join(asked) or "nothing"


def _asked_about(known: Circumstances) -> str:
    events = "" if is_never_asked(known.contact.email, known.programme) else events_of(known.programme)
    if known.contact.do_not_ask:
        return "but not asked about anything"
    if known.contact.role == "relationship":
        return f"so asked about the relationship{' and ' if events else ' only'}{events}"
    return f"so asked about {events} only" if events else "so not asked about anything"


def events_of(programme: Programme) -> str:
    """What somebody may be asked about beside the relationship."""
    touchpoints = any(rules.event == "touchpoint" for rules in programme.surveys.values())
    return "tickets and other events" if touchpoints else "tickets"


def _dates(known: Circumstances) -> Fact:
    contact = known.contact
    zone = contact.zone(known.programme.zone)
    seen = contact.first_seen_at.astimezone(zone).date()
    verb = "Begins" if contact.began_on and contact.began_on > known.now.astimezone(zone).date() else "Began"
    began = f"{verb} on {contact.began_on}" if contact.began_on else "When they began is not known"
    text = f"{began}; known to Sayso since {seen}; time zone {zone.key}."
    said = {"began": contact.began_on.isoformat()} if contact.began_on else {}
    code = "dates" if contact.began_on else "dates_unknown"
    return Fact("dates", text, at=contact.first_seen_at, code=code, values={**said, "zone": zone.key})


def _against(known: Circumstances) -> Iterator[Fact]:
    zone, standing = known.programme.zone, known.standing
    if known.contact.do_not_ask:
        text = "Is not asked anything: the contact list says so."
        yield Fact("do_not_ask", text, "do_not_ask", code="do_not_ask")
    if known.gate.suppression:
        yield _suppression(known.gate.suppression, zone)
    if standing.hold and standing.hold.until > known.now:
        hold = standing.hold
        said = f"said {hold.by} on {when(hold.at, zone)}"
        last = known.values_of("hold")
        text = f"The account is on hold until {last['last']}, {said}: {hold.reason}."
        by = {"by": hold.by.rsplit("/", 1)[-1], "why": hold.reason, **last}
        yield Fact("hold", text, "hold", hold.at, hold.until, code="hold", values=by)
    if known.follow_up or standing.open_follow_up:
        case = known.follow_up
        named = (
            f" (follow-up {case.follow_up_id} of {case.owner_email}, since {when(case.opened_at, zone)})"
            if case
            else ""
        )
        text = f"Somebody is still looking after an earlier answer{named}; nothing is sent until it is closed."
        since, by = (case.opened_at, {"by": case.owner_email}) if case else (None, {})
        code = "open_follow_up" if case else "open_follow_up_of_somebody"
        yield Fact("open_follow_up", text, "open_follow_up", since, code=code, values=by)
    if standing.pause:
        pause = standing.pause
        text = f"Everything is paused since {when(pause.at, zone)} by {pause.by}: {pause.reason}."
        by = {"by": pause.by.rsplit("/", 1)[-1], "why": pause.reason}
        yield Fact("paused", text, "paused", pause.at, code="paused", values=by)
    if known.stopped:
        text = f"Nothing goes out to anybody now: {in_words(known.stopped)}."
        yield Fact("stopped", text, known.stopped, code="stopped")
    if known.limit_reached:
        limit = known.programme.sending.daily_limit
        text = f"Nothing more goes out today: the limit of {limit} mails was reached."
        yield Fact("daily_limit", text, "daily_limit", code="daily_limit", values={"limit": str(limit)})


def _suppression(found: Suppression, zone: ZoneInfo) -> Fact:
    why, by = SUPPRESSIONS.get(found.reason, found.reason), f" by {found.by}" if found.by else ""
    if found.lifted_at:
        text = f"The address was suppressed from {when(found.at, zone)} to {when(found.lifted_at, zone)}: {why}."
        return Fact("was_suppressed", text, found.reason, found.at, found.lifted_at, code="was_suppressed")
    text = f"The address is suppressed since {when(found.at, zone)}{by}: {why}. Nothing is sent to it."
    return Fact("suppressed", text, found.reason, found.at, code="suppressed")
