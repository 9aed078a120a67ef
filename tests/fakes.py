"""Stand-ins for the outside world: table, mail service, clock, queues and site, in memory, that can be made to fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import Any
from unittest.mock import patch

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

from sayso.adapters.items import TRANSACTION_LIMIT, Action, Check, Delete, Expect, Item, Put, Update, WriteConflictError
from sayso.adapters.keys import Key
from sayso.domain.mail import Mail
from sayso.ports import AccountState, ChannelFailedError, MailRefusedError, MailUnknownError, SendingLook
from tests.table import projected, sort_keys

_to_wire, _from_wire = TypeSerializer().serialize, TypeDeserializer().deserialize


class CrashError(BaseException):
    """The process died. No `except Exception` gets in its way, as none would in a process that is gone."""


class FakeItems:
    """`sayso.adapters.items.Items` in memory, with the same answers as DynamoDB (tests/integration/test_items.py).

    Values travel through DynamoDB's own type serializer, so that a float fails here as it does there. `stream`
    holds the records DynamoDB would put on the table's stream. `before_write` and `after_write` set something to
    happen around a write to come, counted from 1: a crash, a conflict, or somebody else's write in between.
    """

    def __init__(self) -> None:
        self._kept: dict[Key, dict[str, Any]] = {}
        # Which items stand in a partition of the table or of an index: simulated years ask for little of much.
        self._partitions: defaultdict[tuple[str, str], dict[Key, str]] = defaultdict(dict)
        self.stream: list[dict[str, Any]] = []
        self.written: list[Action] = []
        self._made_reads: list[None] = []
        self._writes = 0
        self._before: dict[int, Callable[[], None]] = {}
        self._after: dict[int, Callable[[], None]] = {}

    def before_write(self, number: int, happens: Callable[[], None]) -> None:
        """Let something happen just before the n-th write from now."""
        self._before[self._writes + number] = happens

    def after_write(self, number: int, happens: Callable[[], None]) -> None:
        """Let something happen just after the n-th write from now."""
        self._after[self._writes + number] = happens

    def calm(self) -> None:
        """Whatever was still to happen around a write does not happen any more."""
        self._before.clear()
        self._after.clear()

    @property
    def reads(self) -> int:
        """How many reads there were; several threads may be reading."""
        return len(self._made_reads)

    def get(self, key: Key) -> Item | None:
        _check_fits(*key)
        self._made_reads.append(None)
        return self._item(self._kept[Key(*key)]) if Key(*key) in self._kept else None

    def get_many(self, keys: Sequence[Key]) -> dict[Key, Item]:
        for key in keys:
            _check_fits(*key)
        self._made_reads.append(None)
        return {key: self._item(self._kept[key]) for key in dict.fromkeys(keys) if key in self._kept}

    def query(
        self,
        pk: str,
        *,
        prefix: str = "",
        start: str = "",
        end: str = "",
        index: str = "",
        limit: int | None = None,
        newest_first: bool = False,
    ) -> Iterator[Item]:
        for sort in (prefix, start, end):
            _check_fits(pk, sort or "x")
        self._made_reads.append(None)
        entries = ((sort.encode(), key) for key, sort in self._partitions[index, pk].items())
        found = sorted(entries, reverse=newest_first)
        if prefix:
            found = [(sort, key) for sort, key in found if sort.startswith(prefix.encode())]
        elif end:
            found = [(sort, key) for sort, key in found if (start or " ").encode() <= sort <= end.encode()]
        return iter([_projected(self._item(self._kept[key]), index) for _, key in found[:limit]])

    def soonest(self, index: str) -> str | None:
        """The smallest sort key of an index over all of its partitions."""
        return min(
            (min(there.values()) for at, there in self._partitions.items() if at[0] == index and there), default=None
        )

    def scan(self, prefixes: tuple[str, ...] = ()) -> Iterator[Item]:
        return iter(
            [
                self._item(wire)
                for key, wire in self._kept.items()
                if not prefixes or key.pk.startswith(prefixes) or key.sk.startswith(prefixes)
            ]
        )

    def write(self, *actions: Action) -> None:
        if not actions:
            return
        self._writes += 1
        number = self._writes
        self._before.pop(number, _nothing)()
        self._write(actions)
        self._after.pop(number, _nothing)()

    def _write(self, actions: Sequence[Action]) -> None:
        if len(actions) > TRANSACTION_LIMIT:
            raise ValueError(f"{len(actions)} actions in one transaction")
        if len({_key(action) for action in actions}) < len(actions):
            raise ValueError("one item twice in a transaction")
        # Everything is made before anything is kept, so that a value that cannot be written leaves nothing behind.
        failed = [at for at, action in enumerate(actions) if not self._holds(action)]
        made = [(_key(action), self._made(action)) for action in actions if not isinstance(action, Check)]
        if failed:
            raise WriteConflictError(failed)
        self.written.extend(actions)
        for key, wire in made:
            self._keep(key, wire)

    def _holds(self, action: Action) -> bool:
        expect = action.expect
        if expect is None:
            return True
        wire = self._kept.get(_key(action))
        return _meets(expect, self._item(wire) if wire is not None else None)

    def _made(self, action: Action) -> dict[str, Any] | None:
        if isinstance(action, Delete):
            return None
        if isinstance(action, Put):
            wire = {name: _to_wire(value) for name, value in action.item.items()}
        else:
            assert isinstance(action, Update)
            wire = {
                **self._kept.get(action.key, {name: _to_wire(value) for name, value in action.key._asdict().items()})
            }
            wire |= {name: _to_wire(value) for name, value in action.sets.items()}
            for name, delta in action.adds.items():
                wire[name] = _to_wire(_from_wire(wire.get(name, {"N": "0"})) + delta)
        for names in sort_keys().values():
            for name in names:
                if name in wire and not wire[name].get("S"):
                    raise ValueError(f"{name} is a key and must be text that is not empty, not {wire[name]}")
            _check_fits(*(wire.get(name, {"S": "x"})["S"] for name in names))
        return wire

    def _keep(self, key: Key, wire: dict[str, Any] | None) -> None:
        old = self._kept.pop(key, None)
        for place, _ in _places(old):
            del self._partitions[place][key]
        if wire is not None:
            self._kept[key] = wire
        for place, sort in _places(wire):
            self._partitions[place][key] = sort
        if wire == old:
            return
        images = {"NewImage": wire, "OldImage": old}
        self.stream.append(
            {
                "eventID": f"{len(self.stream):032x}",
                "eventName": "REMOVE" if wire is None else "INSERT" if old is None else "MODIFY",
                "eventSource": "aws:dynamodb",
                "dynamodb": {
                    "Keys": {name: {"S": value} for name, value in key._asdict().items()},
                    "SequenceNumber": f"{len(self.stream) + 1:021d}",
                    "StreamViewType": "NEW_AND_OLD_IMAGES",
                    **{name: image for name, image in images.items() if image is not None},
                },
            }
        )

    def _item(self, wire: Mapping[str, Any]) -> Item:
        return {name: _from_wire(value) for name, value in wire.items()}


def _check_fits(pk: str, sk: str) -> None:
    """Raise ValueError for a key that DynamoDB refuses to look for as to write."""
    for part, limit in ((pk, 2_048), (sk, 1_024)):
        if not 0 < len(part.encode()) <= limit:
            raise ValueError(f"a key of {len(part.encode())} bytes, where {limit} fit: {part[:80]}")


def _nothing() -> None:
    return None


def _key(action: Action) -> Key:
    return Key(*action.key)


def _places(wire: Mapping[str, Any] | None) -> list[tuple[tuple[str, str], str]]:
    """Where an item stands: each index, its partition there, and its sort key in it."""
    names = sort_keys().items() if wire is not None else ()
    return [
        ((index, wire[partition]["S"]), wire[sort]["S"])
        for index, (partition, sort) in names
        if wire is not None and partition in wire and sort in wire
    ]


def _projected(item: Item, index: str) -> Item:
    names = projected(index) if index else None
    if names is None:
        return item
    return {name: value for name, value in item.items() if name in ("pk", "sk", *sort_keys()[index], *names)}


def _meets(expect: Expect, item: Item | None) -> bool:
    if expect.absent:
        return item is None
    if item is None:
        return expect.or_absent
    return all(
        name not in item if value is None else name in item and item[name] == value
        for name, value in expect.equals.items()
    ) and all(name in item and item[name] < value for name, value in expect.before.items())


class FakeClock:
    """Tells the time it was set to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        """Let time pass: ``clock.pass_by(days=3)``."""
        self.now += timedelta(**span)


def keeps_by(clock: FakeClock) -> AbstractContextManager[Any]:
    """What Powertools keeps grows old by this clock."""

    class Now(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return clock().astimezone(tz).replace(tzinfo=tz)

    return patch("aws_lambda_powertools.utilities.parameters.base.datetime", Now)


class FakeChannels:
    """Rooms that take messages, unless they are named in `down`."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, str, str]] = []
        self.down: set[str] = set()

    def notify(self, name: str, title: str, body: str) -> None:
        if name in self.down:
            raise ChannelFailedError("did not take the message")
        self.messages.append((name, title, body))


class FakeMailer:
    """SES: takes mails into `outbox`, or behaves as the next of `troubles` says."""

    def __init__(self) -> None:
        self.outbox: list[Mail] = []
        self.troubles: list[BaseException] = []
        self.meanwhile: Callable[[], None] | None = None
        self.takes_although_it_times_out = True

    def send(self, mail: Mail) -> str:
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble is None or (isinstance(trouble, MailUnknownError) and self.takes_although_it_times_out):
            self.outbox.append(mail)
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile:
            meanwhile()
        if trouble:
            raise trouble
        return f"ses-{len(self.outbox):04d}"

    def reference(self, message_id: str) -> str:
        return f"<{message_id}@fake.amazonses.com>"

    def refuse_once(self, *, for_good: bool) -> None:
        """The next mail is certainly not taken."""
        self.troubles.append(MailRefusedError("MessageRejected" if for_good else "Unreachable", for_good=for_good))

    def throttle(self, times: int = 1) -> None:
        """The next attempts come too fast."""
        self.troubles.extend(MailRefusedError("TooManyRequestsException", throttled=True) for _ in range(times))

    def stop_the_line(self, reason: str = "ses_paused") -> None:
        """The next mail is refused for a reason that holds for all."""
        self.troubles.append(MailRefusedError("SendingPausedException", stops=reason))

    def time_out_once(self) -> None:
        """The connection breaks while SES has the next mail in hand."""
        self.troubles.append(MailUnknownError("ReadTimeoutError while sending"))

    def to(self, address: str) -> list[Mail]:
        """The mails one address got."""
        return [mail for mail in self.outbox if mail.to == address]


class FakeAccount:
    """What SES says about our account."""

    def __init__(self) -> None:
        self.now = AccountState()
        self.looked: SendingLook | None = SendingLook("sends", production=True, sent=12, quota=50_000)

    def state(self) -> AccountState:
        return self.now

    def look(self) -> SendingLook | None:
        return self.looked

    def stop(self, reason: str) -> None:
        self.now = replace(self.now, reason=reason)


class FakePace:
    """Counts the turns instead of waiting for them."""

    def __init__(self) -> None:
        self.turns: list[float] = []
        self.slowed = 0

    def wait_for_turn(self, max_send_rate: float) -> None:
        self.turns.append(max_send_rate)

    def slow_down(self) -> None:
        self.slowed += 1


class FakeQueue:
    """An SQS queue; a FIFO one when it is asked to send once a window."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.windows: set[str] = set()
        self.trouble: Exception | None = None

    def send(self, body: Mapping[str, Any]) -> None:
        self.send_all([body])

    def send_all(self, bodies: Iterable[Mapping[str, Any]]) -> None:
        taken = [dict(body) for body in bodies]
        if self.trouble:
            raise self.trouble
        self.bodies.extend(taken)

    def send_later(self, body: Mapping[str, Any], wait: timedelta) -> None:
        self.send(body)

    def send_once_a(self, window: str, body: Mapping[str, Any]) -> None:
        if window not in self.windows:
            self.windows.add(window)
            self.bodies.append(dict(body))

    def take_all(self) -> list[dict[str, Any]]:
        """What waits, oldest first; gone from the queue."""
        taken, self.bodies = self.bodies, []
        return taken


class FakeBus:
    """Our event bus: keeps what was put on it, as (detail-type, detail)."""

    def __init__(self) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.trouble: Exception | None = None

    def put(self, detail_type: str, detail: Mapping[str, Any]) -> None:
        if self.trouble:
            raise self.trouble
        self.events.append((detail_type, dict(detail)))


class FakeHookSecrets(dict[str, tuple[str, ...]]):
    """What sources of webhooks sign with."""

    def of(self, source: str) -> tuple[str, ...]:
        return self.get(source, ())


class FakeSite:
    """The bucket behind the site, and the caches in front of it. `after_step` is called after every change of it."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.cached: dict[str, str] = {}
        self.puts = 0
        self.invalidated: list[tuple[str, ...]] = []
        self.takes_invalidations = True
        self.before_step: Callable[[], None] = _nothing
        self.after_step: Callable[[], None] = _nothing

    def put(self, path: str, body: bytes, content_type: str, cache_control: str) -> None:
        self.before_step()
        self.files[path] = body
        self.cached[path] = cache_control
        self.puts += 1
        self.after_step()

    def delete(self, paths: Collection[str]) -> None:
        for path in sorted(paths):
            self.before_step()
            self.files.pop(path, None)
            self.after_step()

    def invalidate(self, paths: Sequence[str], reference: str) -> bool:
        self.before_step()
        if self.takes_invalidations:
            self.invalidated.append(tuple(paths))
        return self.takes_invalidations
