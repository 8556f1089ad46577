"""Keys that cannot be guessed, and are the same for as long as the session is."""

import hmac

import pytest

from tui.door.keys import Keys, new_secret
from tui.qr import QUIET_ZONE, matrix


def test_each_key_is_another_one() -> None:
    keys = Keys(new_secret())
    made = [keys.door, *(keys.seat(table) for table in range(40)), Keys(new_secret()).door]
    assert len({*made}) == len(made)
    assert all(len(key) * 6 >= 72 for key in made)


def test_keys_of_one_secret_are_the_same_keys() -> None:
    secret = new_secret()
    assert Keys(secret).door == Keys(secret).door
    assert Keys(secret).code(3) == Keys(secret).code(3)


def test_codes_follow_one_another_without_a_vowel() -> None:
    codes = [Keys("secret").code(used) for used in range(200)]
    assert len({*codes}) > 190
    assert all(len(code) == 4 and not set(code) & set("aeiouyil") for code in codes)


def test_a_seat_opens_its_table_and_no_other() -> None:
    keys = Keys(new_secret())
    assert keys.table_of(keys.seat(3), range(1, 6)) == 3
    assert keys.table_of(keys.seat(7), range(1, 6)) is None
    assert keys.table_of(keys.door, range(1, 6)) is None
    assert not keys.opens("ø" * 12)


def test_a_key_is_compared_with_each_that_there_is_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it is the first one's, the last one's or none's, as many are compared, and each of them whole."""
    compared: list[tuple[bytes, bytes]] = []
    compare = hmac.compare_digest

    def counted(given: bytes, right: bytes) -> bool:
        compared.append((given, right))
        return compare(given, right)

    monkeypatch.setattr(hmac, "compare_digest", counted)
    keys = Keys(new_secret())
    for given in (keys.seat(1), keys.seat(40), "A" * 12, "A"):
        compared.clear()
        keys.table_of(given, range(1, 41))
        keys.opens(given)
        assert len(compared) == 41
        assert {one for one, _ in compared} == {given.encode()}


def test_the_longest_address_fits_in_fifty_characters_and_its_code_in_version_four() -> None:
    keys = Keys(new_secret())
    longest = f"http://255.255.255.255:65535/{keys.door}?table=40"
    assert len(longest) <= 50
    assert len(matrix(longest)) <= 17 + 4 * 4 + 2 * QUIET_ZONE
