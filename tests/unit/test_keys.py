"""A key that signs links is replaced without a link breaking, and taken out without one that anybody still has."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from aws_lambda_powertools.utilities.parameters import SecretsProvider, TransformParameterError
from botocore.exceptions import ClientError

from sayso.adapters.cached_secret import CachedSecret
from sayso.adapters.link_key_store import LinkKeyStore
from sayso.adapters.links import SignedLinks
from sayso.adapters.origin import OriginCheck
from sayso.cli import key_commands, main
from sayso.domain.errors import ConflictError, InvalidInputError, LinkRefusedError, NotFoundError
from sayso.domain.link_keys import LONGEST_LINK_FOR, LinkKeys
from tests.builders import MONDAY, invitation
from tests.fakes import FakeClock, keeps_by

YEARS_LATER = MONDAY + timedelta(days=800)
LONG_AFTER = YEARS_LATER + LONGEST_LINK_FOR + timedelta(days=1)
FIRST = LinkKeys({1: "a" * 64}, {1: MONDAY})
BOTH = FIRST.rotate(lambda: "b" * 64, YEARS_LATER)


class FakeSecretsManager:
    """One secret, by the documented rules of PutSecretValue and GetSecretValue."""

    def __init__(self, content: dict[str, Any], created: datetime = MONDAY) -> None:
        self.versions = {"v1": json.dumps(content)}
        self.current, self.created = "v1", created
        self.before_put: Callable[[], None] = lambda: None

    def get_secret_value(self, SecretId: str) -> dict[str, Any]:  # noqa: N803 - boto3's names
        assert SecretId == "link-keys"
        return {"SecretString": self.versions[self.current], "VersionId": self.current}

    def describe_secret(self, SecretId: str) -> dict[str, Any]:  # noqa: N803
        assert SecretId == "link-keys"
        return {"CreatedDate": self.created}

    def put_secret_value(self, SecretId: str, SecretString: str, ClientRequestToken: str) -> None:  # noqa: N803
        assert SecretId == "link-keys"
        assert 32 <= len(ClientRequestToken) <= 64
        interruption, self.before_put = self.before_put, lambda: None
        interruption()
        if self.versions.setdefault(ClientRequestToken, SecretString) != SecretString:
            raise ClientError({"Error": {"Code": "ResourceExistsException", "Message": ""}}, "PutSecretValue")
        self.current = ClientRequestToken

    @property
    def content(self) -> dict[str, Any]:
        return dict(json.loads(self.versions[self.current]))


@pytest.fixture
def secret() -> FakeSecretsManager:
    return FakeSecretsManager({"1": "a" * 64})


@pytest.fixture
def store(secret: FakeSecretsManager) -> LinkKeyStore:
    return LinkKeyStore(secret, "link-keys")  # type: ignore[arg-type]


class TestTheRules:
    def test_the_newest_key_signs_and_the_one_before_stays(self) -> None:
        old, new = BOTH.standing()
        assert (old.number, old.signs, old.made, old.replaced) == (1, False, MONDAY, YEARS_LATER)
        assert (new.number, new.signs, new.made, new.last_link_until) == (2, True, YEARS_LATER, None)
        assert old.last_link_until == LONG_AFTER

    def test_a_key_goes_when_no_link_of_it_can_be_valid_any_more(self) -> None:
        with pytest.raises(ConflictError, match="until 2031-05-12"):
            BOTH.retire(1, LONG_AFTER - timedelta(seconds=1))
        assert BOTH.retire(1, LONG_AFTER).keys.keys() == {2}

    def test_a_key_that_leaked_goes_at_once(self) -> None:
        assert BOTH.retire(1, YEARS_LATER, leaked=True).keys == {2: "b" * 64}

    @pytest.mark.parametrize("leaked", [True, False])
    def test_the_key_that_signs_never_goes(self, leaked: bool) -> None:
        with pytest.raises(InvalidInputError, match="sayso keys rotate"):
            BOTH.retire(2, LONG_AFTER, leaked=leaked)

    def test_a_key_that_is_not_there_is_named_beside_those_that_are(self) -> None:
        with pytest.raises(NotFoundError, match="no key 3; there are: 1, 2"):
            BOTH.retire(3, LONG_AFTER)

    def test_a_key_whose_successor_has_no_date_goes_only_when_it_leaked(self) -> None:
        by_hand = LinkKeys({1: "a", 2: "b"}, {})
        with pytest.raises(ConflictError, match="nobody knows"):
            by_hand.retire(1, LONG_AFTER)
        assert by_hand.retire(1, LONG_AFTER, leaked=True).keys == {2: "b"}

    def test_no_number_is_given_twice_and_a_retired_key_still_says_when_the_one_before_it_ended(self) -> None:
        three = BOTH.rotate(lambda: "c", LONG_AFTER)
        without_two = three.retire(2, LONG_AFTER, leaked=True)
        assert without_two.standing()[0].replaced == YEARS_LATER
        assert without_two.rotate(lambda: "d", LONG_AFTER).signing == 4
        only_one = LinkKeys({1: "a"}, {1: MONDAY, 2: YEARS_LATER})
        assert only_one.rotate(lambda: "d", LONG_AFTER).signing == 3

    def test_no_key_is_shown_where_keys_are_listed(self) -> None:
        assert "a" * 64 not in repr(BOTH.standing())


class TestKeeping:
    def test_what_cloudformation_generated_is_read_with_the_day_the_secret_was_made(self, store: LinkKeyStore) -> None:
        assert store.read() == FIRST

    def test_a_rotation_keeps_the_old_key_and_says_when_both_were_made(
        self, store: LinkKeyStore, secret: FakeSecretsManager
    ) -> None:
        before, after = store.change(lambda keys: keys.rotate(lambda: "b" * 64, YEARS_LATER))
        assert (before, after) == (FIRST, BOTH)
        assert secret.content == {
            "1": "a" * 64,
            "2": "b" * 64,
            "made": {"1": "2026-03-02T09:00:00+00:00", "2": YEARS_LATER.isoformat()},
        }
        assert store.read() == BOTH

    def test_links_work_on_after_every_step(self, store: LinkKeyStore, secret: FakeSecretsManager) -> None:
        links = SignedLinks("", lambda: secret.content)
        until = MONDAY + timedelta(days=60)
        old = links.survey(invitation(), "en", 3, until).split("t=")[1].split("&")[0]
        store.change(lambda keys: keys.rotate(lambda: "b" * 64, MONDAY))
        new = links.survey(invitation(), "en", 3, until).split("t=")[1].split("&")[0]
        assert links.read_survey(old, MONDAY) == links.read_survey(new, MONDAY)
        assert (old[:2], new[:2]) == ("1.", "2.")
        store.change(lambda keys: keys.retire(1, MONDAY, leaked=True))
        assert links.read_survey(new, MONDAY)
        with pytest.raises(LinkRefusedError):
            links.read_survey(old, MONDAY)

    def test_of_two_rotations_at_once_one_is_refused_and_nothing_is_lost(
        self, store: LinkKeyStore, secret: FakeSecretsManager
    ) -> None:
        def rotate(key: str) -> Any:
            return store.change(lambda keys: keys.rotate(lambda: key * 64, YEARS_LATER))

        secret.before_put = lambda: rotate("c") and None
        with pytest.raises(ConflictError, match="Somebody else"):
            rotate("b")
        assert secret.content.keys() == {"1", "2", "made"}
        assert secret.content["2"] == "c" * 64
        rotate("d")
        assert secret.content["3"] == "d" * 64

    def test_a_change_while_the_operator_decides_is_seen_before_writing(
        self, store: LinkKeyStore, secret: FakeSecretsManager
    ) -> None:
        def slow(keys: LinkKeys) -> LinkKeys:
            secret.versions["v2"] = json.dumps({"1": "a" * 64, "2": "z" * 64})
            secret.current = "v2"
            return keys.rotate(lambda: "b" * 64, YEARS_LATER)

        with pytest.raises(ConflictError):
            store.change(slow)
        assert secret.content["2"] == "z" * 64

    def test_dates_nobody_can_read_count_as_not_known(self) -> None:
        secret = FakeSecretsManager({"1": "a", "2": "b", "made": {"2": "soon", "x": "2026-01-01"}})
        kept = LinkKeyStore(secret, "link-keys").read()  # type: ignore[arg-type]
        assert kept.made == {1: MONDAY}


class TestTheCommands:
    @pytest.fixture(autouse=True)
    def stack(self, secret: FakeSecretsManager, monkeypatch: pytest.MonkeyPatch) -> None:
        wiring = SimpleNamespace(client=lambda _: secret)
        target = SimpleNamespace(outputs={"LinkKeysSecret": "link-keys"}, wiring=lambda: wiring)
        monkeypatch.setattr(key_commands, "find", lambda _: target)
        monkeypatch.setattr(key_commands, "utc_now", lambda: YEARS_LATER)

    @pytest.fixture
    def type_(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
        def typed(*arguments: str, expect: int = 0) -> str:
            monkeypatch.setattr(sys, "argv", ["sayso", "keys", *arguments])
            with pytest.raises(SystemExit) as ended:
                main.main()
            said = capsys.readouterr()
            assert (ended.value.code or 0) == expect, said.out + said.err
            return " ".join((said.out + said.err).split())

        return typed

    def test_a_key_is_made_listed_and_taken_out(self, type_: Callable[..., str], secret: FakeSecretsManager) -> None:
        said = type_("rotate")
        assert said.startswith("Key 2 signs new links; running functions use it within five minutes. Links of key 1")
        assert said.endswith("the last on 2031-05-12.")
        assert len(secret.content["2"]) == 64
        listed = type_("list")
        assert "1 2026-03-02 no 2031-05-12" in listed
        assert "2 2028-05-10 yes it signs" in listed
        refused = type_("retire", "1", expect=1)
        assert "until 2031-05-12; nothing was changed" in refused
        assert "--leaked" in refused
        assert "first make another one: sayso keys rotate" in type_("retire", "2", "--leaked", "--yes", expect=1)
        assert "--yes" in type_("retire", "1", "--leaked", expect=2)
        said = type_("retire", "1", "--leaked", "--yes")
        for stops in ("up to 2028-05-10", "to answer", "to open a case", "to unsubscribe"):
            assert stops in said
        assert secret.content.keys() == {"2", "made"}
        for shown in (listed, said, refused):
            assert "a" * 64 not in shown

    def test_machines_are_answered_too(self, type_: Callable[..., str], secret: FakeSecretsManager) -> None:
        made = json.loads(type_("rotate", "--json"))
        assert made == {
            "number": 2,
            "made": "2028-05-10T09:00:00Z",
            "replaces": 1,
            "last_link_until": "2031-05-12T09:00:00Z",
        }
        keys = json.loads(type_("list", "--json"))["keys"]
        assert [(key["number"], key["signs"]) for key in keys] == [(1, False), (2, True)]
        gone = json.loads(type_("retire", "1", "--leaked", "--yes", "--json"))
        assert (gone["number"], gone["voided_links"], gone["signing"]) == (1, True, 2)
        assert secret.content["2"] not in json.dumps([made, keys, gone])

    def test_what_has_ended_by_itself_is_named_and_goes_without_a_word_of_leaks(
        self, type_: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        type_("rotate")
        monkeypatch.setattr(key_commands, "utc_now", lambda: LONG_AFTER)
        assert "No link of 1 works any more; take them out with: sayso keys retire 1" in type_("list")
        assert type_("retire", "1") == "Key 1 is out. None of its links was valid any more."


class TestKnowingANewSecret:
    @pytest.fixture
    def clock(self) -> Iterator[FakeClock]:
        clock = FakeClock(MONDAY)
        with keeps_by(clock):
            yield clock

    @staticmethod
    def secret(clock: FakeClock, answers: Callable[[], str]) -> CachedSecret:
        client = SimpleNamespace(get_secret_value=lambda SecretId: {"SecretString": answers()})  # noqa: N803
        provider = SecretsProvider(boto3_client=client)  # type: ignore[arg-type]
        return CachedSecret(provider, "link-keys", timedelta(minutes=5), clock)

    def test_a_secret_is_asked_for_when_it_is_first_needed_and_again_after_a_while(self, clock: FakeClock) -> None:
        asked: list[int] = []
        secret = self.secret(clock, lambda: asked.append(1) or '{"1": "a"}')  # type: ignore[func-returns-value]
        assert asked == []
        for seconds, expected in ((0, 1), (300, 1), (1, 2), (300, 2)):
            clock.pass_by(seconds=seconds)
            assert secret() == {"1": "a"}
            assert len(asked) == expected

    def test_it_is_looked_up_sooner_for_who_asks_but_once_a_minute(self, clock: FakeClock) -> None:
        asked: list[int] = []
        secret = self.secret(clock, lambda: asked.append(1) or '{"1": "a"}')  # type: ignore[func-returns-value]
        secret()
        for expected in (2, 3, 4):  # the first one at once: a key may have been made since the secret was first read
            for _ in range(1000):
                secret.afresh()
            assert len(asked) == expected
            clock.pass_by(seconds=60)

    def test_what_was_looked_up_sooner_is_good_for_as_long_as_any(self, clock: FakeClock) -> None:
        answers = ['{"1": "a"}', '{"2": "b"}', '{"3": "c"}']
        secret = self.secret(clock, lambda: answers.pop(0))
        secret()
        clock.pass_by(seconds=200)
        assert secret.afresh() == secret() == {"2": "b"}
        clock.pass_by(seconds=300)
        assert secret() == {"2": "b"}
        clock.pass_by(seconds=1)
        assert secret() == {"3": "c"}

    def test_a_look_that_fails_is_not_repeated_before_its_minute_is_over_and_loses_nothing(
        self, clock: FakeClock
    ) -> None:
        answers = ['{"1": "a"}', "no JSON", '{"2": "b"}']
        secret = self.secret(clock, lambda: answers.pop(0))
        secret()
        with pytest.raises(TransformParameterError):
            secret.afresh()
        assert secret.afresh() == secret() == {"1": "a"}
        clock.pass_by(seconds=60)
        assert secret.afresh() == secret() == {"2": "b"}

    def test_the_origin_is_checked_against_every_key_and_nothing_else_in_the_secret(self) -> None:
        keys = {"1": "a" * 64, "2": "b" * 64, "3": "", "made": {"2": "2026-03-02"}}
        check = OriginCheck(lambda: keys)
        for shown in ("a" * 64, "b" * 64):
            assert check.admits({"Sayso-Origin": shown})
        for shown in ("", "a", "a" * 63, "{'2': '2026-03-02'}", "made", "ä" * 64, "\ud800"):
            assert not check.admits({"sayso-origin": shown})
        assert not check.admits({})
        assert not check.admits({"sayso-origins": "a" * 64})

    def test_without_the_header_no_secret_is_read(self) -> None:
        def read() -> dict[str, Any]:
            raise AssertionError

        assert not OriginCheck(read).admits({"accept": "*/*"})
