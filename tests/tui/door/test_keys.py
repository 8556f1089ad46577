"""Keys that cannot be guessed, and are the same for as long as the session is."""

from tui.door.keys import Keys, new_secret


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


def test_the_longest_address_fits_in_fifty_characters() -> None:
    keys = Keys(new_secret())
    assert len(f"http://255.255.255.255:65535/{keys.door}?table=40") <= 50
