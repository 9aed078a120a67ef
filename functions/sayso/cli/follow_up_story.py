"""One follow-up told in full: what was said, what came before, what was done about it, and who was told how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sayso.cli.answer_words import score_of
from sayso.cli.follow_up_report_words import cause_label
from sayso.cli.follow_up_words import name_of
from sayso.cli.show import moment, say, table, times_are_of
from sayso.domain.contact import Contact
from sayso.domain.follow_up import CaseChange, FollowUp, answer_key
from sayso.domain.follow_up_rules import FollowUpRules
from sayso.domain.notice import Notice
from sayso.domain.programme import Programme
from sayso.domain.promised import past_promises
from sayso.domain.sending import REASONS
from sayso.wiring import Wiring

_CHANGES = {
    "opened": "opened, due {due}",
    "joined": "another answer joined",
    "reopened": "opened again, due {due}",
    "contacted": "in touch",
    "noted": "noted",
    "handed_over": "handed over to {to}",
    "closed": "closed, {outcome}; it was: {cause}",
}
_KINDS = {
    "alert": "of an answer",
    "handed_over": "that it is theirs now",
    "reminder": "that it is due soon",
    "escalation": "that it is late",
    "undelivered": "that the owner's mail did not arrive",
}
_USELESS = {
    "contacted": "somebody is in touch",
    "newer": "about something that has changed since",
    "overdue": "past its due time",
    "channel_gone": "the programme has this channel no more",
}
_EARLIER_DUE_TIME = "about an earlier due time"


def tell(case: FollowUp, person: Contact | None, notices: Sequence[Notice], wiring: Wiring) -> None:
    """Say everything about one follow-up."""
    programme, now = wiring.programme, wiring.clock()
    zone, rules = programme.zone, programme.follow_up
    state = "late" if case.is_late(now) else case.state.replace("_", " ")
    times_are_of(zone)
    say(f"{case.follow_up_id}: {name_of(person)}, {case.account or 'account no longer known'} · {state}")
    say(f"Owner: {case.owner_email} · {_standing(case, programme)}")
    if person:
        say(f"Reach them: {', '.join(filter(None, (person.email, person.phone)))}{_wish(case)}")
    _answers(case, wiring)
    for sentence in (*_before(case, wiring), *_promised(case, wiring), *_asked_again(case, wiring)):
        say(sentence)
    rows = [(moment(one.at, zone), one.by, _what(one, programme), one.note) for one in case.changes]
    table("What happened", ("when", "who", "what", "note"), rows, empty="")
    told = sorted(notices, key=lambda one: (_when(one) or now, one.notice_id, one.channel))
    told_rows = [_told(one, case, rules, now, zone) for one in told]
    table("Who was told", ("when", "by", "of what", "state"), told_rows, empty="Nobody was told yet.")


def _standing(case: FollowUp, programme: Programme) -> str:
    zone = programme.zone
    if case.is_over:
        cause = f"; it was: {cause_label(case.cause, programme)}" if case.cause else ""
        return f"closed {moment(case.closed_at, zone)}, {case.state.replace('_', ' ')}{cause}"
    if case.state == "contacted":
        return f"in touch since {moment(case.contacted_at, zone)}"
    return f"first contact due {moment(case.due_at, zone)}"


def _answers(case: FollowUp, wiring: Wiring) -> None:
    for answer in case.answers:
        reference = (case.contact_id, answer.survey, answer.occasion)
        response, words = wiring.responses.get(*reference), wiring.responses.words(*reference)
        about = f"{answer.survey} {answer.ticket or ''}".strip()
        say(f"{moment(answer.answered_at, wiring.programme.zone)}  {score_of(answer.score, answer.scale)}  {about}")
        named = [cause_label(driver, wiring.programme) for driver in response.drivers] if response else []
        if named:
            say(f"    {', '.join(named)}")
        for said in filter(None, (words.why, words.better)):
            say(f"    “{said}”")


def _before(case: FollowUp, wiring: Wiring) -> Iterator[str]:
    """What the person answered before, the latest first."""
    first = min(answer.answered_at for answer in case.answers)
    past = [
        f"{score_of(one.score, one.scale)} ({one.survey}, {_day(one.given_at, wiring)})"
        for one in reversed(wiring.responses.of_contact(case.contact_id))
        if one.state == "confirmed" and one.given_at < first and not case.is_about(answer_key(one.survey, one.occasion))
    ]
    if past:
        yield f"Before: {', '.join(past)}"


def _promised(case: FollowUp, wiring: Wiring) -> Iterator[str]:
    for promise in past_promises(case, wiring.follow_ups.of_contact(case.contact_id), wiring.programme):
        outcome = promise.outcome.replace("_", " ")
        yield f"Promised on {promise.closed_on} ({promise.cause}, {outcome}): “{promise.done}”"


def _asked_again(case: FollowUp, wiring: Wiring) -> Iterator[str]:
    """What became of asking again after the case was closed: its answer, its day, or why there is none."""
    survey = wiring.programme.recheck or ""
    for closing in range(1, case.closings + 1):
        reference = (case.contact_id, survey, case.recheck_occasion(closing))
        asked, answer = wiring.invitations.get(*reference), wiring.responses.get(*reference)
        if answer and answer.state == "confirmed":
            yield f"Asked again: {score_of(answer.score, answer.scale)} on {_day(answer.given_at, wiring)}"
        elif asked and asked.asked_at:
            yield f"Asked again on {_day(asked.asked_at, wiring)}: no answer so far"
        elif asked and asked.state == "waiting":
            yield f"Asked again: planned for {_day(asked.due_at or asked.planned_at, wiring)}"
        elif asked:
            yield f"Not asked again: {REASONS.get(asked.reason, asked.reason or asked.state)}"
        elif case.is_over and closing == case.closings:
            yield "Not asked again: no recheck was planned"


def _day(at: datetime, wiring: Wiring) -> str:
    return at.astimezone(wiring.programme.zone).date().isoformat()


def _when(one: Notice) -> datetime | None:
    """When it was told, or is to be."""
    return one.due_at or one.at if one.state == "waiting" else one.at or one.due_at


def _told(one: Notice, case: FollowUp, rules: FollowUpRules, now: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    nobody_yet = "whoever stands in" if one.kind in ("escalation", "undelivered") else "the owner"
    by = f"mail to {one.to or nobody_yet}" if one.is_mail else one.channel
    return moment(_when(one), zone), by, _KINDS[one.kind], _state(one, case, rules, now)


def _state(one: Notice, case: FollowUp, rules: FollowUpRules, now: datetime) -> str:
    useless = one.reason if one.state == "dropped" else one.useless(case, rules, now) if one.state == "waiting" else ""
    if useless or one.state == "dropped":
        watches = one.kind in ("reminder", "escalation")
        why = _EARLIER_DUE_TIME if watches and useless == "newer" else _USELESS.get(useless, useless.replace("_", " "))
        return f"not needed: {why}"
    return one.state if not one.reason else f"{one.state}: {one.reason.replace('_', ' ')}"


def _what(change: CaseChange, programme: Programme) -> str:
    outcome = (change.outcome or "").replace("_", " ")
    due = moment(change.due_at, programme.zone)
    cause = cause_label(change.cause, programme)
    return _CHANGES[change.what].format(due=due, to=change.to, outcome=outcome, cause=cause)


def _wish(case: FollowUp) -> str:
    wishes = {"phone": "wishes a call", "mail": "wishes a mail", "no": "does not wish to be contacted"}
    return f" · {wishes[case.wish]}" if case.wish else ""
