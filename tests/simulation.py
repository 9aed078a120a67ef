"""Simulates years of a programme: schedules, queues and stream of AWS on the `World`, and everything that goes wrong.

Time jumps from what is due to what is due. Which write the process dies at, what SES does with which mail and which
message comes again are numbers, so that a failing history is found again and made smaller.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import Any, Literal

from sayso.adapters.invitation_store import read_step_message
from sayso.adapters.items import WriteConflictError
from sayso.domain.mail import Mail
from sayso.domain.programme import Programme
from sayso.domain.sending import REASONS
from sayso.domain.time import parse_moment
from sayso.handlers import route_changes
from sayso.ports import AccountState, MailRefusedError, MailUnknownError
from tests.builders import MONDAY, World
from tests.fakes import CrashError, FakeMailer
from tests.referee import LONG_AGO, Referee, check_kept

WriteFault = Literal["dies before", "dies after", "conflicts", "fails", "overlaps", "meets"]
SendFault = Literal["dies before", "dies after", "times out", "is lost", "refused", "wrong", "throttled", "stopped"]
VISIBILITY = timedelta(minutes=6)  # after which SQS delivers again what was not taken


@dataclass(frozen=True)
class Faults:
    """What goes wrong, by the number of the write, the mail or the message on the send queue."""

    writes: Mapping[int, WriteFault] = field(default_factory=dict)
    sends: Mapping[int, SendFault] = field(default_factory=dict)
    again: Mapping[int, timedelta] = field(default_factory=dict)
    late: Mapping[int, timedelta] = field(default_factory=dict)


class Postman(FakeMailer):
    """SES, watched by the referee."""

    def __init__(self, simulation: Simulation) -> None:
        super().__init__()
        self._simulation, self._number = simulation, count(1)

    def send(self, mail: Mail) -> str:
        fault = self._simulation.faults.sends.get(next(self._number))
        if fault == "dies before":
            raise CrashError
        refusals: dict[Any, BaseException] = {
            "refused": MailRefusedError("Unreachable"),
            "wrong": MailRefusedError("MessageRejected", for_good=True),
            "throttled": MailRefusedError("TooManyRequestsException", throttled=True),
            "stopped": MailRefusedError("SendingPausedException", stops="ses_paused"),
            "is lost": MailUnknownError("ConnectTimeoutError"),
        }
        if fault in refusals:
            raise refusals[fault]
        self._simulation.referee.judge(mail)
        name = super().send(mail)
        if fault == "dies after":
            raise CrashError
        if fault == "times out":
            raise MailUnknownError("ReadTimeoutError")
        return name


class Simulation:
    """See the module."""

    def __init__(
        self, programme: Programme, faults: Faults | None = None, *, tick: timedelta = timedelta(hours=1)
    ) -> None:
        self.faults, self.tick_every = faults or Faults(), tick
        self.world = World(MONDAY, programme)
        self.world.mailer = Postman(self)
        self.referee = Referee(self.world)
        self.dispatches_from = MONDAY
        self.ses_says = ""
        self._later: list[tuple[datetime, int, str, dict[str, Any]]] = []
        self._numbers, self._sends = count(), count(1)
        self._read_of_stream = self._judged_of_stream = 0
        self._nested = False
        self._running: list[dict[str, Any]] = []
        for number, fault in self.faults.writes.items():
            when = self.world.items.after_write if fault == "dies after" else self.world.items.before_write
            when(number, self._happening(fault))

    @property
    def now(self) -> datetime:
        return self.world.clock()

    @contextmanager
    def running(self) -> Iterator[Simulation]:
        """The handlers run on this world."""
        with self.world.functions():
            yield self

    # What goes wrong

    def _happening(self, fault: WriteFault) -> Callable[[], None]:
        def happens() -> None:
            if fault in ("overlaps", "meets"):
                self._overlap(self._running if fault == "overlaps" else [])
            elif fault == "conflicts":
                raise WriteConflictError
            elif fault == "fails":
                raise RuntimeError("ProvisionedThroughputExceededException")
            else:
                raise CrashError

        return happens

    def _overlap(self, same: list[dict[str, Any]]) -> None:
        """Another sender is at it at the same moment: with the same message too, with all that waits, and a tick."""
        if self._nested:
            return
        self._nested = True
        try:
            for body in [*same, *self.world.queue("SEND").bodies]:
                self._safely(partial(self._take, body))
            self._safely(self._dispatch)
            for body in list(self.world.queue("SEND").bodies):
                self._safely(partial(self._take, body))
        finally:
            self._nested = False

    def _safely(self, work: Callable[[], object]) -> bool:
        """Whether it ended well."""
        try:
            work()
        except AssertionError:
            raise
        except (Exception, CrashError):  # noqa: BLE001 - a queue and a schedule do not ask why either
            return False
        return True

    def surely(self, work: Callable[[], object]) -> None:
        """Do something again and again, as a queue or a person would, until it ends well."""
        while not self._safely(work):
            pass

    # What AWS does

    def tick(self) -> None:
        """One tick of all schedules, and what follows."""
        # Whoever was refused for all asks SES again in a minute.
        self.world.sending_account.now = AccountState(reason=self.ses_says)
        self._safely(self._dispatch)
        self.deliver()

    def _dispatch(self) -> None:
        for schedule in ("day50", "annual", "ticket"):
            self.world.dispatch_due.dispatch_schedule(schedule, self.now)  # type: ignore[arg-type]

    def deliver(self) -> None:
        """Deliver the stream and the queues until everything is quiet, or waits to be delivered again."""
        while self._later and self._later[0][0] <= self.now:
            _, _, url, body = heapq.heappop(self._later)
            self.world.queue(url).send(body)
        while self._deliver_stream() or self._deliver_queues():
            pass
        self._check_table()

    def _deliver_stream(self) -> bool:
        stream = self.world.items.stream
        records = stream[self._read_of_stream :]
        if not records:
            return False

        def route() -> None:
            failed = route_changes.handle({"Records": records}, None)["batchItemFailures"]  # type: ignore[arg-type]
            assert not failed

        if self._safely(route):
            self._read_of_stream += len(records)
        return True

    def _deliver_queues(self) -> bool:
        doors: dict[str, Callable[[dict[str, Any]], object]] = {
            "PLAN": lambda body: self.world.plan_invitations.plan(body["contact_id"]),
            "SEND": self._take,
            "FOLLOW_UP": lambda body: self.world.open_follow_up.open(
                (body["contact_id"], body["survey"], body["occasion"])
            ),
        }
        delivered = False
        for url, door in doors.items():
            waiting = self.world.queue(url).bodies
            while waiting:  # one by one, so that another sender finds the rest
                body, delivered = waiting.pop(0), True
                if url == "SEND" and (late := self._lateness(body)):
                    self._deliver_later(url, body, late)
                    continue
                self._running = [body] if url == "SEND" else []
                if not self._safely(partial(door, body)):
                    self._deliver_later(url, body, VISIBILITY)
                self._running.clear()
        return delivered

    def _lateness(self, body: dict[str, Any]) -> timedelta | None:
        number = next(self._sends)
        if number in self.faults.again:
            self._deliver_later("SEND", body, self.faults.again[number])
        return self.faults.late.get(number)

    def _deliver_later(self, url: str, body: dict[str, Any], after: timedelta) -> None:
        heapq.heappush(self._later, (self.now + after, next(self._numbers), url, body))

    def _take(self, body: dict[str, Any]) -> None:
        self.world.send_invitation.take(read_step_message(body))  # type: ignore[arg-type]

    def resume(self) -> None:
        """Mails may go out again."""
        standings = self.world.standings
        self.surely(lambda: standings.resume("ops", self.now) if standings.paused() else None)
        self.referee.truth.paused = False

    def close_cases(self) -> None:
        """Somebody called everybody back."""

        def close(follow_up_id: str) -> None:
            case = self.world.follow_ups.get(follow_up_id)
            if case and case.closed_at is None:
                self.world.follow_ups.save(case.closed("ops", self.now, outcome="solved", cause="price", note="called"))

        for case in self.world.cases():
            self.surely(partial(close, case.follow_up_id))

    # Time

    def pass_by(self, span: timedelta) -> None:
        """Let time pass; the schedules tick where there is something to do."""
        until = self.now + span
        stuck = timedelta(0)
        while (soonest := self._soonest()) and soonest <= until:
            before = self.world.items.soonest("due")
            moment = max(soonest, self.now + stuck)
            if moment > until:
                break
            self.world.clock.now = moment
            if moment >= self.dispatches_from:
                self.tick()
            else:
                self.deliver()
            # What is stopped stays due: no need to look at it every hour of a month.
            stuck = min(timedelta(days=9), 2 * stuck + self.tick_every) if self._is(before) else timedelta(0)
        self.world.clock.now = until
        self.deliver()

    def _is(self, before: str | None) -> bool:
        return before == self.world.items.soonest("due") and not (self._later and self._later[0][0] <= self.now)

    def _soonest(self) -> datetime | None:
        due = self.world.items.soonest("due")
        moments = [self._later[0][0]] if self._later else []
        if due:
            moments.append(self._next_tick(max(parse_moment(due.split("#")[0]), self.dispatches_from)))
        return max(min(moments), self.now) if moments else None

    def _next_tick(self, moment: datetime) -> datetime:
        since = moment - MONDAY
        return MONDAY + -(-since // self.tick_every) * self.tick_every

    # What has to hold

    def _check_table(self) -> None:
        """An invitation that has ended stays ended, but for one that was cancelled before its first mail."""
        ended = {"answered", "expired", "skipped", "failed", "cancelled"}
        for record in self.world.items.stream[self._judged_of_stream :]:
            old, new = (record["dynamodb"].get(image, {}) for image in ("OldImage", "NewImage"))
            if old.get("entity") == {"S": "invitation"} and old["state"]["S"] in ended and new:
                assert new["state"] == old["state"] or (old["state"]["S"] == "cancelled" and not old["mails"]["M"]), (
                    f"{old['survey']} {old['state']} became {new['state']}"
                )
        self._judged_of_stream = len(self.world.items.stream)

    def check(self) -> None:
        """Everything that holds whenever all is quiet."""
        check_kept(self.invitations(), set(REASONS))
        for contact in self.world.contacts.everyone():
            again = self.world.plan_invitations.plan(contact.contact_id)
            assert again == [], f"planned again, it changes {again}"

    def invitations(self) -> list[dict[str, Any]]:
        """All invitations as they are kept."""
        return list(self.world.items.scan(("INVITATION#",)))

    def end(self) -> None:
        """What stood in the way goes away, time passes, and all that was planned before has come to its end."""
        last = self.now
        self.ses_says = ""
        self.dispatches_from = last
        self.resume()
        self.close_cases()
        self.pass_by(timedelta(days=150))
        for _ in range(3):
            self.pass_by(timedelta(hours=1))  # what was delivered again at the very end
        self.check()
        for item in self.invitations():
            name = f"{item['survey']} {item['occasion']} {item['state']} {item.get('reason')}"
            planned = datetime.fromisoformat(item["planned_at"])
            assert planned > last or "due_step" not in item, f"{name}, planned {planned}, has not ended by {self.now}"
            for kind, mail in item.get("mails", {}).items():
                recent = datetime.fromisoformat(mail["at"]) > self.now - LONG_AGO
                assert mail["state"] != "sending" or recent, f"{name}: {kind} is still with SES"
        self._check_outbox()

    def _check_outbox(self) -> None:
        """Every mail in the outbox is known, and every one that is said to be sent is in the outbox."""
        kept = {(item["contact_id"], item["survey"], item["occasion"]): item for item in self.invitations()}
        there = {(mail.reference, mail.kind) for mail in self.referee.mails}
        for reference, kind in there:
            state = kept[reference]["mails"][kind]["state"]
            assert state in ("sent", "unknown", "failed"), f"{reference} {kind}: {state}"
        for reference, item in kept.items():
            for kind, mail in item.get("mails", {}).items():
                if mail["state"] == "sent" and item["state"] != "answered":
                    assert (reference, kind) in there, f"{reference} {kind} was never sent"
