"""The lists of words are kept in order: what stands twice in one was put there by someone who did not look."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest


@pytest.mark.parametrize("name", ["lists", "patterns", "endings", "roles"])
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    text = files("sessions.mask").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    lists: dict[str, str] = tomllib.loads(text)
    twice = {key: [word for word, times in Counter(words.split()).items() if times > 1] for key, words in lists.items()}
    assert not {key: words for key, words in twice.items() if words}
