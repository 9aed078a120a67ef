"""Makes up programmes, people, years of events and faults, for the simulation (Hypothesis), and plays them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from sayso.domain.errors import ExpiredError, NotFoundError
from sayso.domain.programme import Programme, Sending
from sayso.domain.sending import Hold, Pause
from tests.builders import MONDAY, programme, ticket, touchpoint
from tests.referee import DAYS
from tests.simulation import Faults, Simulation

ZONES = (
    "Europe/Amsterdam",
    "America/New_York",
    "America/Santiago",  # its clocks change at midnight
    "Australia/Lord_Howe",  # and these by half an hour
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
)
# Upper case and lower case are one mailbox; two people of one account, or of two, may share one.
ADDRESSES = ("anna@kaasboer.example", "office@kaasboer.example", "Office@Kaasboer.example", "piet@molen.example")
ACCOUNTS = ("Kaasboer", "Molen")
SOMEBODY_NEW = "stranger@elsewhere.example"
Command = tuple[Any, ...]


@dataclass(frozen=True)
class History:
    """A programme, the people, and what happens: each command with the time since the one before, and whether
    what stood in the way (a pause, SES) goes away first."""

    programme: Programme
    people: list[dict[str, str]]
    commands: list[tuple[timedelta, bool, Command]]
    faults: Faults
    tick: timedelta

    def play(self) -> Simulation:
        """Live through it; returns the simulation at its end. Raises AssertionError where a rule is broken."""
        simulation = Simulation(self.programme, self.faults, tick=self.tick)
        with simulation.running():
            for person in self.people:
                import_person(simulation, person)
            for gap, calms_down, (name, *arguments) in self.commands:
                simulation.pass_by(gap)
                if calms_down:
                    resume(simulation)
                    simulation.ses_says = ""
                PLAYED[name](simulation, *arguments)
                simulation.deliver()
            simulation.end()
        return simulation


# What may happen


def import_person(simulation: Simulation, columns: dict[str, str]) -> None:
    simulation.surely(lambda: list(simulation.world.import_contacts.run([(2, columns)])))
    simulation.deliver()


def hear_ticket(simulation: Simulation, number: int, what: str, late: timedelta, tags: tuple[str, ...]) -> None:
    world, truth = simulation.world, simulation.referee.truth
    at = simulation.now - late
    # Ticket n is always the same person's.
    email = (*ADDRESSES, SOMEBODY_NEW)[number % (len(ADDRESSES) + 1)]
    event = ticket(what, at, ticket_id=str(number), requester_email=email, tags=tags)
    simulation.surely(lambda: world.hear_ticket.hear(event))
    truth.tickets[event.ticket].add((what, at))
    if tags:
        truth.tagged.add(event.ticket)


def hear_touchpoint(simulation: Simulation, number: int, late: timedelta) -> None:
    if "project" in simulation.world.programme.surveys:
        email = (*ADDRESSES, SOMEBODY_NEW)[number % (len(ADDRESSES) + 1)]
        event = touchpoint(simulation.now - late, survey="project", reference=str(number), email=email)
        simulation.surely(lambda: simulation.world.hear_touchpoint.hear(event))


def answer(simulation: Simulation, which: int, score: int, gesture: bool) -> None:
    if mails := simulation.referee.mails:
        reference = mails[-1 - which % len(mails)].reference
        invitation = simulation.world.invitations.get(*reference)
        assert invitation

        def record() -> None:
            with suppress(ExpiredError, NotFoundError):
                simulation.world.answer(invitation, score, gesture=gesture)
                if gesture:
                    simulation.referee.truth.answered.add(reference)

        simulation.surely(record)


def hear_from_ses(simulation: Simulation, which: int, fate: str, for_good: bool) -> None:
    if mails := simulation.referee.mails:
        mail = mails[-1 - which % len(mails)]
        hear = simulation.world.hear_mail_event.hear
        simulation.surely(
            lambda: hear(mail.reference, mail.kind, fate, simulation.now, for_good=for_good)  # type: ignore[arg-type]
        )
        if fate == "complained" or (fate == "bounced" and for_good):
            simulation.referee.truth.closed_for_good.add(mail.address)


def leave(simulation: Simulation, which: int) -> None:
    address = ADDRESSES[which].lower()
    address_hash = simulation.world.pseudonyms.of_address(address)
    simulation.surely(lambda: simulation.world.leave.leave(address_hash))
    simulation.referee.truth.left.add(address)


def come_back(simulation: Simulation, which: int) -> None:
    address = ADDRESSES[which].lower()
    simulation.surely(lambda: simulation.world.leave.undo(simulation.world.pseudonyms.of_address(address)))
    simulation.referee.truth.left.discard(address)


def lift(simulation: Simulation, which: int) -> None:
    address = ADDRESSES[which].lower()
    address_hash = simulation.world.pseudonyms.of_address(address)
    simulation.surely(lambda: simulation.world.standings.lift(address_hash, simulation.now, by="ops"))
    simulation.referee.truth.left.discard(address)
    simulation.referee.truth.closed_for_good.discard(address)


def suppress_by_hand(simulation: Simulation, which: int) -> None:
    address = ADDRESSES[which].lower()
    address_hash = simulation.world.pseudonyms.of_address(address)
    simulation.surely(lambda: simulation.world.standings.suppress(address_hash, "by_hand", simulation.now, "ops"))
    simulation.referee.truth.closed_for_good.add(address)


def hold(simulation: Simulation, which: int, days: int) -> None:
    account, until = ACCOUNTS[which], simulation.now + timedelta(days=days)
    account_id = simulation.world.pseudonyms.of("account", account.casefold())
    held = Hold(until=until, reason="a migration", by="ops", at=simulation.now)
    simulation.surely(lambda: simulation.world.standings.hold(account_id, held))
    simulation.referee.truth.held[account] = until


def release(simulation: Simulation, which: int) -> None:
    if simulation.referee.truth.held.pop(ACCOUNTS[which], None):
        account_id = simulation.world.pseudonyms.of("account", ACCOUNTS[which].casefold())
        standings = simulation.world.standings
        simulation.surely(
            lambda: (
                standings.release(account_id, "ops", simulation.now)
                if any(held == account_id for held, _ in standings.holds())
                else None
            )
        )


def pause(simulation: Simulation) -> None:
    standings = simulation.world.standings
    pausing = Pause(at=simulation.now, by="ops", reason="a pilot")
    simulation.surely(lambda: None if standings.paused() else standings.pause(pausing))
    simulation.referee.truth.paused = True


def resume(simulation: Simulation) -> None:
    simulation.resume()


def outage(simulation: Simulation, span: timedelta) -> None:
    simulation.dispatches_from = max(simulation.dispatches_from, simulation.now + span)


def ses_stops(simulation: Simulation, reason: str) -> None:
    simulation.ses_says = reason


def close_cases(simulation: Simulation) -> None:
    simulation.close_cases()


def tick_again(simulation: Simulation) -> None:
    simulation.tick()
    simulation.tick()


PLAYED: dict[str, Callable[..., None]] = {
    "person": import_person,
    "ticket": hear_ticket,
    "touchpoint": hear_touchpoint,
    "answer": answer,
    "ses": hear_from_ses,
    "leave": leave,
    "come back": come_back,
    "lift": lift,
    "suppress": suppress_by_hand,
    "hold": hold,
    "release": release,
    "pause": pause,
    "resume": resume,
    "outage": outage,
    "ses stops": ses_stops,
    "close cases": close_cases,
    "tick": tick_again,
}


# Strategies


def _days(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low, high).map(lambda days: f"{days} days")


def _reminders() -> st.SearchStrategy[dict[str, Any]]:
    some = st.fixed_dictionaries(
        {"reminder_after": st.integers(1, 8).map(lambda days: f"{days} working days"), "reminders": st.integers(1, 3)}
    )
    return st.one_of(st.just({}), some)


def _survey(**rhythm: Any) -> st.SearchStrategy[dict[str, Any]]:
    base = st.fixed_dictionaries({**rhythm, "answer_within": _days(5, 40)})
    return st.builds(lambda one, more: {**one, **more}, base, _reminders())


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    months = st.sampled_from([1, 1, 2, 3, 6, 12, 13]).map(lambda number: f"{number} months")
    rhythm = draw(st.sampled_from(["every", "rotating"]))
    yearly = _survey(every=months, within=_days(2, 30))
    quarters = _survey(rotating=st.just("quarters"), within=_days(2, 30))
    hours = st.integers(0, 9).map(lambda number: f"{number} hours")
    possible = {
        "day50": _survey(after=_days(1, 60), within=_days(2, 30)),
        "annual": yearly if rhythm == "every" else quarters,
        "check_in": _survey(every=months, within=_days(2, 30)),
        "ticket": _survey(event=st.just("ticket"), quiet_time=hours, within=_days(1, 9), once_in=_days(0, 40)),
        "project": _survey(event=st.just("touchpoint"), quiet_time=hours, within=_days(1, 20), once_in=_days(0, 40)),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(possible)), min_size=2))
    opens, closes = sorted((draw(st.integers(0, 22)), draw(st.integers(0, 23))))
    days = draw(st.sets(st.sampled_from(DAYS), min_size=1))
    limit = draw(st.one_of(st.none(), st.integers(1, 4)))
    return _programme(
        {name: draw(possible[name]) for name in sorted(chosen)},
        {"days": sorted(days, key=DAYS.index), "opens": f"{opens:02}:00", "closes": f"{closes:02}:00"},
        {
            "relationship_apart": draw(
                st.sampled_from(["0 days", "3 days", "10 days", "25 days", "60 days", "90 days"])
            ),
            "ticket_after_any": draw(_days(0, 20)),
            "ticket_before_relationship": draw(_days(0, 10)),
            "relationship_waits_at_most": draw(_days(0, 5)),
        },
        {"daily_limit": limit} if limit else {},
        draw(st.sampled_from(ZONES)),
    )


def _programme(
    surveys: dict[str, Any], window: dict[str, Any], distances: dict[str, str], sending: dict[str, Any], zone: str
) -> Programme:
    content = programme().model_dump(mode="json", exclude_none=True)
    content |= {"surveys": surveys, "send_window": window, "distances": distances, "sending": sending, "hooks": {}}
    content["company"]["timezone"] = zone
    return Programme.model_validate(content)


def _dates() -> st.SearchStrategy[str]:
    # Some days are shared by many, so that more is due on them than one day takes.
    days = st.one_of(st.sampled_from([-40, -10, 5]), st.integers(-20, 100), st.integers(-900, 500))
    leap = st.just(date(2024, 2, 29).isoformat())
    return st.one_of(st.just(""), leap, days.map(lambda ago: (MONDAY.date() + timedelta(days=ago)).isoformat()))


def people() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {
            "contact_id": st.sampled_from(["crm-1", "crm-2", "crm-3"]),
            "email": st.sampled_from(ADDRESSES),
            "account": st.sampled_from(ACCOUNTS),
            "role": st.sampled_from(["relationship", "relationship", "relationship", "user"]),
            "account_since": _dates(),
            "contact_since": _dates(),
            "timezone": st.sampled_from(["", *ZONES]),
            "do_not_ask": st.sampled_from(["no", "no", "no", "no", "yes"]),
        }
    )


def spans() -> st.SearchStrategy[timedelta]:
    hours = st.integers(0, 10).map(lambda number: timedelta(hours=number))
    days = st.integers(1, 20).map(lambda number: timedelta(days=number))
    months = st.integers(1, 6).map(lambda number: timedelta(days=30 * number, hours=number))
    return st.one_of(hours, days, months)


def commands() -> st.SearchStrategy[Command]:
    late = st.one_of(st.just(timedelta(0)), st.integers(0, 100).map(lambda hours: timedelta(hours=hours)))
    tags = st.sampled_from([(), (), (), (), ("no_survey",)])
    number, which = st.integers(0, 9), st.integers(0, len(ADDRESSES) - 1)
    fates = st.sampled_from(["sent", "delivered", "delayed", "bounced", "complained", "rejected"])
    reasons = st.sampled_from(["", "", "ses_paused", "ses_unverified", "ses_quota"])
    whats = st.sampled_from(["solved", "solved", "closed", "reopened"])
    tickets = st.tuples(st.just("ticket"), number, whats, late, tags)
    changed = st.tuples(st.just("person"), people())
    answers = st.tuples(st.just("answer"), st.integers(0, 3), st.integers(0, 10), st.sampled_from([True, True, False]))
    fate = st.tuples(st.just("ses"), st.integers(0, 3), fates, st.booleans())
    return st.one_of(
        tickets,
        tickets,
        changed,
        answers,
        fate,
        st.tuples(st.just("touchpoint"), number, late),
        changed,
        answers,
        fate,
        st.tuples(st.sampled_from(["leave", "come back", "lift", "suppress"]), which),
        st.tuples(st.just("hold"), st.integers(0, 1), st.integers(1, 90)),
        st.tuples(st.just("release"), st.integers(0, 1)),
        st.tuples(st.sampled_from(["pause", "resume", "resume", "close cases", "tick"])),
        st.tuples(st.just("outage"), spans()),
        st.tuples(st.just("ses stops"), reasons),
    )


_OVERLAPS = st.sampled_from(["overlaps", "meets", "meets"])


def faults() -> st.SearchStrategy[Faults]:
    numbers = st.integers(1, 120)
    delays = st.one_of(spans(), st.integers(1, 50).map(lambda minutes: timedelta(minutes=minutes)))
    writes = st.sampled_from(["dies before", "dies after", "conflicts", "fails", "overlaps", "meets", "meets"])
    sends = st.sampled_from(
        ["dies before", "dies after", "times out", "is lost", "refused", "wrong", "throttled", "stopped"]
    )
    return st.builds(
        Faults,
        writes=st.dictionaries(numbers, writes, max_size=20),
        sends=st.dictionaries(st.integers(1, 25), sends, max_size=5),
        again=st.dictionaries(st.integers(1, 40), delays, max_size=4),
        late=st.dictionaries(st.integers(1, 40), delays, max_size=6),
    )


@st.composite
def histories(draw: st.DrawFn, longest: int) -> History:
    """Any history; some look closely at what is rare: many people of one mailbox, or all due on one day."""
    setting, group = draw(programmes()), draw(st.lists(people(), min_size=2, max_size=4))
    faulty = draw(faults())
    focus = draw(st.sampled_from(["anything", "one mailbox", "one day"]))
    if focus != "anything":
        day = (MONDAY.date() - timedelta(days=draw(st.integers(0, 40)))).isoformat()
        same = {"account_since": day, "contact_since": "", "timezone": "", "role": "relationship", "do_not_ask": "no"}
        same |= {"email": ADDRESSES[1]} if focus == "one mailbox" else {}
        addresses = (ADDRESSES[0], ADDRESSES[1], ADDRESSES[3])
        group = [
            {"email": addresses[at], "account": ACCOUNTS[0], "contact_id": f"crm-{at + 1}", **same} for at in range(3)
        ]
        limit = {"daily_limit": 1} if focus == "one day" else {}
        setting = setting.model_copy(update={"sending": Sending.model_validate(limit)})
        faulty = replace(faulty, writes={**faulty.writes, **draw(st.dictionaries(st.integers(4, 60), _OVERLAPS))})
    return History(
        programme=setting,
        people=group,
        commands=draw(st.lists(st.tuples(spans(), st.booleans(), commands()), min_size=longest // 2, max_size=longest)),
        faults=faulty,
        tick=draw(st.sampled_from([timedelta(minutes=5), timedelta(hours=1), timedelta(hours=7)])),
    )
