"""Explains what comes next for somebody by the programme's rhythm and by what happens, or why nothing does."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sayso.domain.cadence import NEVER, occasions
from sayso.domain.circumstances import Circumstances, in_words, when
from sayso.domain.explaining import Fact, subject
from sayso.domain.explaining_person import events_of
from sayso.domain.invitation import Invitation
from sayso.domain.own_staff import is_never_asked
from sayso.domain.programme import Survey
from sayso.domain.sending import End, Send
from sayso.domain.time import at_local_time, utc_text


def what_comes_next(known: Circumstances) -> list[Fact]:
    """For every survey of the programme: when it asks the contact next, or why it does not."""
    return [_next(name, rules, known) for name, rules in known.programme.surveys.items()]


def _next(name: str, rules: Survey, known: Circumstances) -> Fact:
    contact = known.contact
    if rules.event:
        return _next_event(name, rules, known)
    if contact.do_not_ask:
        text = f"{name} is not asked: the contact list says not to ask."
        return Fact(name, text, "do_not_ask", code="next_do_not_ask")
    if contact.role != "relationship":
        only = f"{events_of(known.programme)} only"
        text = f"{name} is not planned: a contact with the role user is asked about {only}."
        return Fact(name, text, "user", code="next_user")
    return _next_by_rhythm(name, rules, known)


def _next_by_rhythm(name: str, rules: Survey, known: Circumstances) -> Fact:
    mine = [one for one in known.invitations if one.survey == name]
    open_ones = [one for one in mine if one.mails and not one.is_final and one.planned_on is None]
    if open_ones and rules.after is None:
        over = [one.ended("expired") if one in open_ones else one for one in known.invitations]
        day = _day(name, known, over)
        text = f"Next {name} on {day}, planned once the one before has ended."
        return Fact(name, text, at=_opens_on(day, known), code="next_after_open", values=_on(day))
    if rules.after is not None and any(one.mails or (one.is_final and one.state != "cancelled") for one in mine):
        return Fact(name, f"{name} is asked once, and its turn has come already.", "once", code="next_once")
    day = _day(name, known, list(known.invitations))
    if day is None:
        return _no_date(name, rules, known)
    waits = [one for one in mine if one.state == "waiting" and not one.mails and one.planned_on is None]
    if not waits:
        text = f"Next {name} on {day}; it is not in the table yet: planning takes seconds, else run sayso replan."
        at = _opens_on(day, known)
        return Fact(name, text, "not_planned_yet", at, code="next_not_planned_yet", values=_on(day))
    return _planned(name, day, waits[0], known)


def _planned(name: str, day: date, waiting: Invitation, known: Circumstances) -> Fact:
    """What waits for its day, with the day it really is for where a weekend or a reason moved it."""
    due_at, zone = waiting.due_at or waiting.planned_at, known.contact.zone(known.programme.zone)
    opens_at = _opens_on(day, known)
    if due_at <= known.now:
        since = f"due since {day}" if day < known.now.astimezone(zone).date() else "due today"
        return Fact(name, f"{name} is {since}, see above.", "overdue", opens_at, code="next_overdue", values=_on(day))
    if known.gate.is_closed:
        text = f"Next {name} on {day}; as things are it will be skipped, the address is suppressed."
        return Fact(name, text, at=opens_at, code="next_suppressed", values=_on(day))
    verdict = known.verdicts.get(waiting.reference)
    goes = verdict is None or isinstance(verdict, Send)
    if goes and due_at.astimezone(zone).date() == day:
        return Fact(name, f"Next {name} on {day}.", at=opens_at, code="next_on", values=_on(day))
    waits = "will not go out then, see above" if isinstance(verdict, End) else "waits, see above"
    then = f"goes out on {known.waits_until(due_at)}" if goes else waits
    code = "next_goes" if goes else "next_will_not_go" if isinstance(verdict, End) else "next_waits"
    said = {**_on(day), "goes": utc_text(due_at)}
    return Fact(name, f"Next {name} is planned for {day}, and {then}.", at=opens_at, code=code, values=said)


def _day(name: str, known: Circumstances, invitations: list[Invitation]) -> date | None:
    found = occasions(known.contact, invitations, known.programme, known.now)
    return next((one.day for one in found if one.survey == name), None)


def _on(day: date | None) -> dict[str, str]:
    return {"day": day.isoformat()} if day else {}


def _opens_on(day: date | None, known: Circumstances) -> datetime | None:
    zone = known.contact.zone(known.programme.zone)
    return at_local_time(day, known.programme.send_window.opens, zone) if day else None


def _no_date(name: str, rules: Survey, known: Circumstances) -> Fact:
    contact = known.contact
    if contact.began_on is None:
        text = f"{name} is not planned: when they began is not known."
        return Fact(name, text, "no_dates", code="next_no_dates")
    if contact.began_on >= NEVER:
        text = f"{name} is not planned: the day they begin, {contact.began_on}, is too far ahead."
        return Fact(name, text, "far", code="next_far", values=_on(contact.began_on))
    if rules.after is None:
        return Fact(name, f"{name} is not planned.", "no_date", code="next_no_date")
    seen = contact.first_seen_at.astimezone(contact.zone(known.programme.zone)).date()
    its_day = contact.began_on + rules.after
    text = (
        f"{name} is not planned: it is for somebody new. Its day, {its_day}, was over when "
        f"Sayso first heard of them on {seen}."
    )
    said = {**_on(its_day), "seen": seen.isoformat()}
    return Fact(name, text, "existing_base", code="next_existing_base", values=said)


def _next_event(name: str, rules: Survey, known: Circumstances) -> Fact:
    thing = {"ticket": "ticket", "recheck": "closed follow-up"}.get(rules.event or "", "touch point")
    about, said = f"a {thing}" if name == rules.event else f"a {thing} ({name})", {"event": rules.event or ""}
    if known.contact.do_not_ask:
        text = f"Not asked about {about}: the contact list says not to ask."
        return Fact(name, text, "do_not_ask", code="next_do_not_ask")
    if is_never_asked(known.contact.email, known.programme):
        text = f"Never asked about {about}: the address is our own, or of a listed domain."
        return Fact(name, text, "never_ask", code="event_never_ask", values=said)
    if known.gate.is_closed:
        text = f"Not asked about {about}: the address is suppressed."
        return Fact(name, text, "suppressed", code="event_suppressed", values=said)
    waiting = [one for one in known.invitations if one.survey == name and one.state == "waiting" and not one.mails]
    if waiting:
        return _waiting_events(name, rules, thing, waiting, known)
    distances, zone = known.programme.distances, known.programme.zone
    mails = known.gate.mails
    same = max((mail.at + rules.once_in for mail in mails if mail.survey == name), default=known.now)
    after_any = max((mail.at + distances.ticket_after_any for mail in mails), default=known.now)
    free_at = max(same, after_any)
    if free_at <= known.now:
        return Fact(name, f"Asked about {about} when the next one calls for it.", code="event_free", values=said)
    reason = "asked_lately" if same >= after_any else "too_close"
    text = f"Not asked about {about} before {when(free_at, zone)}, whatever comes: {in_words(reason)}."
    return Fact(name, text, reason, until=free_at, code="event_not_before", values=said)


def _waiting_events(name: str, rules: Survey, thing: str, waiting: list[Invitation], known: Circumstances) -> Fact:
    """How many wait, and which of them will be asked about: seldom more than one."""
    in_order = sorted(waiting, key=lambda one: (one.due_at or one.planned_at, one.planned_at))
    asked = [one for one in in_order if not isinstance(known.verdicts.get(one.reference), End)]
    count = len(waiting)
    waits = f"1 {thing} waits ({name})" if count == 1 else f"{count} {thing}s wait ({name})"
    waits = waits.removesuffix(f" ({thing})")
    at_most = f"; at most one mail about them goes out in {_length(rules.once_in)}" if count > 1 else ""
    said = {"event": rules.event or "", "count": str(count)}
    if not asked:
        text = f"{waits}{at_most}{':' if at_most else ','} as things now are, none of them, see above."
        return Fact(name, text, "waits", code="event_waits_none", values=said)
    if count == 1:
        return Fact(name, f"{waits}, see above.", "waits", until=asked[0].due_at, code="event_waits", values=said)
    which = "the earliest" if asked[0] is in_order[0] else "the first that can go"
    text, said["subject"] = f"{waits}{at_most}: {which}, {subject(asked[0])}.", subject(asked[0])
    return Fact(name, text, "waits", until=asked[0].due_at, code="event_waits_one", values=said)


def _length(time: timedelta) -> str:
    days, rest = divmod(time, timedelta(days=1))
    if rest:
        return f"{time / timedelta(hours=1):g} hours"
    return "1 day" if days == 1 else f"{days} days"
