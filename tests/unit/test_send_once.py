"""Whatever dies when, each of our own people gets a digest at most once, and nobody waits for another's."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.adapters.items import WriteConflictError
from sayso.adapters.owner_store import StaffPostStore
from sayso.adapters.pseudonyms import KeyedHashes
from sayso.domain.mail import Mail
from sayso.ports import MailRefusedError, MailUnknownError
from sayso.services.send_once import Letter, Posted, SendOnce
from tests.builders import MONDAY, PlainWriter
from tests.digests import weekly_news
from tests.fakes import CrashError, FakeClock, FakeItems, FakeMailer, FakePace

PEOPLE = [f"p{number}@polder.example" for number in range(4)]
WRITTEN = PlainWriter().weekly_digest(to=PEOPLE[0], news=weekly_news(), hold_links={}, case_links={})
A_DAY = timedelta(days=1)


def mail_to(address: str) -> Mail:
    return WRITTEN.model_copy(update={"to": address})


class Post:
    """Mails to four people, over a table and a mail service that fail as they are told to."""

    def __init__(self) -> None:
        self.items, self.mailer, self.clock = FakeItems(), FakeMailer(), FakeClock(MONDAY)

    def send(
        self,
        kind: str = "weekly",
        period: str = "2026-03-02",
        people: list[str] | None = None,
        again_after: timedelta | None = None,
    ) -> Posted:
        pseudonyms = KeyedHashes(lambda: "address-key")
        once = SendOnce(StaffPostStore(self.items, pseudonyms, self.clock), self.mailer, FakePace())
        return once.send([Letter(kind, period, one, partial(mail_to, one), again_after) for one in people or PEOPLE])

    @property
    def got(self) -> Counter[str]:
        return Counter(mail.to for mail in self.mailer.outbox)


def crash() -> None:
    raise CrashError


def conflict() -> None:
    raise WriteConflictError([0])


TROUBLES = st.sampled_from(
    ["", "refused", "stopped", "throttled", "lost", "taken, not told", "died before", "died after"]
)
RUNS = st.lists(
    st.fixed_dictionaries(
        {
            "mails": st.lists(TROUBLES, max_size=6),
            "writes": st.dictionaries(st.integers(1, 8), st.sampled_from(["before", "after", "conflict"]), max_size=2),
        }
    ),
    max_size=5,
)


def troubled(post: Post, troubles: list[str]) -> Any:
    """A mail service that treats mail after mail as the list says, and then takes them."""
    left, take = list(troubles), post.mailer.outbox.append

    def send(mail: Mail) -> str:
        trouble = left.pop(0) if left else ""
        if trouble == "refused":
            raise MailRefusedError("Unreachable")
        if trouble == "stopped":
            raise MailRefusedError("SendingPausedException", stops="ses_paused")
        if trouble == "throttled":
            raise MailRefusedError("TooManyRequestsException", throttled=True)
        if trouble == "died before":
            raise CrashError
        if trouble != "lost":
            take(mail)
        if trouble in ("lost", "taken, not told"):
            raise MailUnknownError("ReadTimeoutError while sending")
        if trouble == "died after":
            raise CrashError
        return "ses-1"

    return send


@given(RUNS)
def test_nobody_gets_a_mail_twice_and_who_can_still_get_one_does(runs: list[dict[str, Any]]) -> None:
    post = Post()
    for run in runs:
        post.mailer.send = troubled(post, run["mails"])  # type: ignore[method-assign]
        for number, happens in run["writes"].items():
            {"before": post.items.before_write, "after": post.items.after_write, "conflict": post.items.before_write}[
                happens
            ](number, conflict if happens == "conflict" else crash)
        with suppress(CrashError):
            post.send()
        post.items.calm()
        assert max(post.got.values(), default=0) <= 1
    claimed = {item["sk"] for item in post.items.scan(("STAFFMAIL#",))}
    post.mailer.send = troubled(post, [])  # type: ignore[method-assign]
    done = post.send()
    # Whoever's was claimed is left alone; everybody else gets theirs, whatever happened before.
    assert (done.before, done.sent, done.failed) == (len(claimed), len(PEOPLE) - len(claimed), ())
    assert max(post.got.values(), default=0) <= 1
    assert post.send() == Posted(before=len(PEOPLE))


def test_without_trouble_everybody_gets_theirs() -> None:
    post = Post()
    assert post.send() == Posted(sent=4)
    assert post.got == Counter(PEOPLE)


@pytest.mark.parametrize("changed", [{"kind": "monthly"}, {"period": "2026-03-09"}])
def test_another_kind_or_period_is_another_mail(changed: dict[str, str]) -> None:
    post = Post()
    post.send()
    assert post.send(**changed) == Posted(sent=4)


def test_another_spelling_is_the_same_mailbox() -> None:
    post = Post()
    post.send()
    assert post.send(people=[one.upper() for one in PEOPLE]) == Posted(before=4)


def test_what_was_refused_is_free_again_and_what_may_have_gone_is_not() -> None:
    post = Post()
    post.mailer.refuse_once(for_good=True)
    post.mailer.time_out_once()
    assert post.send() == Posted(sent=2, unknown=1, failed=("MailRefusedError",))
    assert post.send() == Posted(sent=1, before=3)


def test_one_that_may_be_repeated_is_until_it_is_known_to_have_gone_and_a_day_after_it_was_tried_at_the_earliest() -> (
    None
):
    post = Post()
    post.mailer.time_out_once()
    assert post.send(again_after=A_DAY) == Posted(sent=3, unknown=1)
    post.clock.pass_by(days=1)
    assert post.send(again_after=A_DAY) == Posted(before=4)
    post.clock.pass_by(seconds=1)
    assert post.send() == Posted(before=4)
    assert post.send(again_after=A_DAY) == Posted(sent=1, before=3)
    post.clock.pass_by(days=7)
    assert post.send(again_after=A_DAY) == Posted(before=4)
    assert post.got == Counter({PEOPLE[0]: 2, **dict.fromkeys(PEOPLE[1:], 1)})


@pytest.mark.parametrize("trouble", ["died before", "died after"])
def test_a_crash_after_the_claim_costs_nobody_a_mail_that_may_be_repeated(trouble: str) -> None:
    post = Post()
    sends, post.mailer.send = post.mailer.send, troubled(post, [trouble])  # type: ignore[method-assign]
    with pytest.raises(CrashError):
        post.send(again_after=A_DAY)
    post.mailer.send = sends  # type: ignore[method-assign]
    assert post.send(again_after=A_DAY) == Posted(sent=3, before=1)
    post.clock.pass_by(days=7)
    assert post.send(again_after=A_DAY) == Posted(sent=1, before=3)


def test_of_two_that_repeat_one_at_the_same_time_one_does() -> None:
    post = Post()
    post.mailer.time_out_once()
    post.send(people=PEOPLE[:1], again_after=A_DAY)
    post.clock.pass_by(days=7)
    # Its first write finds the claim of before, its second takes it over.
    post.items.before_write(2, lambda: post.send(people=PEOPLE[:1], again_after=A_DAY))
    assert post.send(people=PEOPLE[:1], again_after=A_DAY) == Posted(before=1)
    assert len(post.mailer.outbox) == 2


def test_a_mail_that_went_has_gone_even_if_that_cannot_be_noted() -> None:
    post = Post()
    post.items.before_write(2, conflict)
    assert post.send(people=PEOPLE[:1], again_after=A_DAY) == Posted(sent=1)


def test_addresses_that_are_refused_keep_nobody_back() -> None:
    post = Post()
    post.mailer.send = troubled(post, ["refused"] * 3)  # type: ignore[method-assign]
    assert post.send() == Posted(sent=1, failed=("MailRefusedError",) * 3)
    post.mailer.send = troubled(post, ["refused"] * 3)  # type: ignore[method-assign]
    assert post.send() == Posted(before=1, failed=("MailRefusedError",) * 3)


@pytest.mark.parametrize("trouble", ["lost", "stopped"])
def test_when_it_is_ses_that_fails_the_rest_is_left(trouble: str) -> None:
    post = Post()
    post.mailer.send = troubled(post, [trouble, "refused", trouble, trouble])  # type: ignore[method-assign]
    posted = post.send(people=[*PEOPLE, "p4@polder.example", "p5@polder.example"])
    assert posted.failed[-2:] == ("not tried", "not tried")
    assert (posted.sent, posted.unknown, len(posted.failed)) == (0, *((3, 3) if trouble == "lost" else (0, 6)))


def test_a_mail_says_it_went_for_longer_than_any_run_is_late() -> None:
    post = Post()
    post.send()
    (item, *_) = post.items.scan(("STAFFMAIL#",))
    assert item["expires_at_epoch"] > (MONDAY + timedelta(days=60)).timestamp()
