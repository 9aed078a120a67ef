"""What stands for one of our people stays the same: what was written under it has to be found again."""

from __future__ import annotations

import pytest

from sayso.adapters.pseudonyms import KeyedHashes

HASHES = KeyedHashes(lambda: "address-key")


@pytest.mark.parametrize("spelt", ["otto@polder.example", "Otto@Polder.example", " otto@polder.example\n"])
def test_an_owner_has_one_hash_however_the_address_is_spelt_and_for_good(spelt: str) -> None:
    assert HASHES.of_owner(spelt) == "713b8bddff75d9bc5451"


def test_another_owner_another_kind_and_another_key_have_other_hashes() -> None:
    address = "otto@polder.example"
    found = [
        HASHES.of_owner(address),
        HASHES.of_owner("kim@polder.example"),
        HASHES.of("account", address),
        HASHES.of_address(address)[:20],
        KeyedHashes(lambda: "another-key").of_owner(address),
    ]
    assert len(set(found)) == len(found)
