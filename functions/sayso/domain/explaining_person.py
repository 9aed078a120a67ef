"""Explains who somebody is to the programme, and what comes next for them by its rhythm, or why nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sayso.domain.cadence import NEVER, occasions
from sayso.domain.explaining import Circumstances, Fact, in_words, when
from sayso.domain.gate import SUPPRESSIONS, Suppression
from sayso.domain.invitation import Invitation
from sayso.domain.own_staff import is_never_asked
from sayso.domain.programme import Survey
from sayso.domain.time import at_local_time


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
    asked = "the relationship and tickets" if contact.role == "relationship" else "tickets only"
    return Fact("who", f"{name} at {contact.account}: role {contact.role}, so asked about {asked}.")


def _dates(known: Circumstances) -> Fact:
    contact = known.contact
    zone = contact.zone(known.programme.zone)
    seen = contact.first_seen_at.astimezone(zone).date()
    began = f"Began on {contact.began_on}" if contact.began_on else "When they began is not known"
    return Fact("dates", f"{began}; known to Sayso since {seen}; time zone {zone.key}.", at=contact.first_seen_at)


def _against(known: Circumstances) -> Iterator[Fact]:
    zone, standing = known.programme.zone, known.standing
    if known.contact.do_not_ask:
        yield Fact("do_not_ask", "Is not asked anything: the contact list says so.", "do_not_ask")
    if known.gate.suppression:
        yield _suppression(known.gate.suppression, zone)
    if standing.hold and standing.hold.until > known.now:
        hold = standing.hold
        said = f"said {hold.by} on {when(hold.at, zone)}"
        text = f"The account is on hold until {when(hold.until, zone)}, {said}: {hold.reason}."
        yield Fact("hold", text, "hold", hold.at, hold.until)
    if known.follow_up or standing.open_follow_up:
        case = known.follow_up
        named = (
            f" (follow-up {case.follow_up_id} of {case.owner_email}, since {when(case.opened_at, zone)})"
            if case
            else ""
        )
        text = f"Somebody is still looking after an earlier answer{named}; nothing is sent until it is closed."
        yield Fact("open_follow_up", text, "open_follow_up", case.opened_at if case else None)
    if standing.pause:
        pause = standing.pause
        text = f"Everything is paused since {when(pause.at, zone)} by {pause.by}: {pause.reason}."
        yield Fact("paused", text, "paused", pause.at)
    if known.stopped:
        yield Fact("stopped", f"Nothing goes out to anybody now: {in_words(known.stopped)}.", known.stopped)
    if known.limit_reached:
        limit = known.programme.sending.daily_limit
        yield Fact(
            "daily_limit", f"Nothing more goes out today: the limit of {limit} mails was reached.", "daily_limit"
        )


def _suppression(found: Suppression, zone: ZoneInfo) -> Fact:
    why, by = SUPPRESSIONS.get(found.reason, found.reason), f" by {found.by}" if found.by else ""
    if found.lifted_at:
        text = f"The address was suppressed from {when(found.at, zone)} to {when(found.lifted_at, zone)}: {why}."
        return Fact("was_suppressed", text, found.reason, found.at, found.lifted_at)
    text = f"The address is suppressed since {when(found.at, zone)}{by}: {why}. Nothing is sent to it."
    return Fact("suppressed", text, found.reason, found.at)


def what_comes_next(known: Circumstances) -> list[Fact]:
    """For every survey of the programme: when it asks the contact next, or why it does not."""
    return [_next(name, rules, known) for name, rules in known.programme.surveys.items()]


def _next(name: str, rules: Survey, known: Circumstances) -> Fact:
    contact = known.contact
    if contact.do_not_ask:
        return Fact(name, f"{name} is not asked: the contact list says not to ask.", "do_not_ask")
    if rules.event:
        return _next_event(name, rules, known)
    if contact.role != "relationship":
        return Fact(name, f"{name} is not planned: a contact with the role user is asked about tickets only.", "user")
    return _next_by_rhythm(name, rules, known)


def _next_by_rhythm(name: str, rules: Survey, known: Circumstances) -> Fact:
    mine = [one for one in known.invitations if one.survey == name]
    open_ones = [one for one in mine if one.mails and not one.is_final and one.planned_on is None]
    if open_ones and rules.after is None:
        over = [one.ended("expired") if one in open_ones else one for one in known.invitations]
        day = _day(name, known, over)
        return Fact(name, f"Next {name} on {day}, planned once the one before has ended.", at=_opens_on(day, known))
    if rules.after is not None and any(one.mails or (one.is_final and one.state != "cancelled") for one in mine):
        return Fact(name, f"{name} is asked once, and its turn has come already.", "once")
    day = _day(name, known, list(known.invitations))
    if day is None:
        return _no_date(name, rules, known)
    waits = [one for one in mine if one.state == "waiting" and not one.mails and one.planned_on is None]
    if not waits:
        text = f"Next {name} on {day}; it is not in the table yet: planning takes seconds, else run sayso replan."
        return Fact(name, text, "not_planned_yet", at=_opens_on(day, known))
    if day < known.now.astimezone(known.contact.zone(known.programme.zone)).date():
        return Fact(name, f"{name} is overdue since {day}, see above.", "overdue", at=_opens_on(day, known))
    closed = "; as things are it will be skipped, the address is suppressed" if known.gate.is_closed else ""
    return Fact(name, f"Next {name} on {day}{closed}.", at=_opens_on(day, known))


def _day(name: str, known: Circumstances, invitations: list[Invitation]) -> date | None:
    found = occasions(known.contact, invitations, known.programme, known.now)
    return next((one.day for one in found if one.survey == name), None)


def _opens_on(day: date | None, known: Circumstances) -> datetime | None:
    zone = known.contact.zone(known.programme.zone)
    return at_local_time(day, known.programme.send_window.opens, zone) if day else None


def _no_date(name: str, rules: Survey, known: Circumstances) -> Fact:
    contact = known.contact
    if contact.began_on is None:
        return Fact(name, f"{name} is not planned: when they began is not known.", "no_dates")
    if contact.began_on >= NEVER:
        return Fact(name, f"{name} is not planned: the day they begin, {contact.began_on}, is too far ahead.", "far")
    if rules.after is None:
        return Fact(name, f"{name} is not planned.", "no_date")
    seen = contact.first_seen_at.astimezone(contact.zone(known.programme.zone)).date()
    text = (
        f"{name} is not planned: it is for somebody new. Its day, {contact.began_on + rules.after}, was over when "
        f"Sayso first heard of them on {seen}."
    )
    return Fact(name, text, "existing_base")


def _next_event(name: str, rules: Survey, known: Circumstances) -> Fact:
    thing = "ticket" if rules.event == "ticket" else "touch point"
    if is_never_asked(known.contact.email, known.programme):
        return Fact(name, f"{name} is never asked: the address is our own, or of a listed domain.", "never_ask")
    if known.gate.is_closed:
        return Fact(name, f"{name} is not asked: the address is suppressed.", "suppressed")
    distances, zone = known.programme.distances, known.programme.zone
    mails = known.gate.mails
    same = max((mail.at + rules.once_in for mail in mails if mail.survey == name), default=known.now)
    after_any = max((mail.at + distances.ticket_after_any for mail in mails), default=known.now)
    free_at = max(same, after_any)
    if free_at <= known.now:
        return Fact(name, f"{name} is asked when the next {thing} calls for it.")
    reason = "asked_lately" if same >= after_any else "too_close"
    text = f"{name} is not asked before {when(free_at, zone)}, whatever {thing} comes: {in_words(reason)}."
    return Fact(name, text, reason, until=free_at)
