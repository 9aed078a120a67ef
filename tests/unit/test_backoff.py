"""Who lost waits, longer each time, and never as long as the others; what comes back unread is asked for again."""

from __future__ import annotations

from typing import Any

from sayso.adapters.backoff import JitteredBackoff
from sayso.adapters.items import DynamoItems
from sayso.adapters.keys import Key


def test_the_longest_wait_doubles_and_ends_at_two_seconds() -> None:
    slept: list[float] = []
    longest = JitteredBackoff(slept.append, lambda low, high: low + high)
    for losses in range(1, 10):
        longest(losses)
    assert slept == [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 2.0, 2.0, 2.0]


def test_any_shorter_wait_is_as_likely() -> None:
    asked: list[tuple[float, float]] = []
    JitteredBackoff(lambda _: None, lambda low, high: asked.append((low, high)) or low)(3)  # type: ignore[func-returns-value]
    assert asked == [(0, 0.2)]


def test_keys_that_came_back_unread_are_asked_for_again_after_a_wait() -> None:
    answers = [2, 1, 0]  # how many of the keys come back each time
    losses: list[int] = []

    class Busy:
        def batch_get_item(self, RequestItems: Any) -> Any:  # noqa: N803 - boto3's name
            keys = RequestItems["table"]["Keys"]
            left = keys[len(keys) - answers.pop(0) :]
            unread = {"table": {"Keys": left}} if left else {}
            return {"Responses": {"table": [key for key in keys if key not in left]}, "UnprocessedKeys": unread}

    keys = [Key("P", str(number)) for number in range(3)]
    items = DynamoItems(Busy(), "table", losses.append)  # type: ignore[arg-type]
    assert list(items.get_many(keys)) == keys
    assert losses == [1, 2]
