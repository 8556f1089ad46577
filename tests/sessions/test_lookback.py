"""A look back tells what the group may know of itself, no number that points at someone, and the same each time."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.group import Group
from sessions.lookback import look_back, lookback_markdown, months_before
from sessions.situation_log import EpisodeKind, HandedIn
from sessions.texts import LANGUAGES
from sessions.texts import texts as words_of
from tests.sessions.markdown import blocks
from tests.sessions.remembered import TODAY, group, meetings, texts


@pytest.mark.parametrize(("path", "text"), texts().items(), ids=[path.stem for path in texts()])
def test_it_is_like_the_golden_file(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text


def test_only_what_was_raised_and_approved_in_this_time_is_told() -> None:
    text = lookback_markdown(look_back(group(), meetings(), TODAY), "nb")
    for hidden in (
        "Radioen",
        "Beholdt",
        "Ikke lest",
        "Sak 1-1",
        "Venter",
        "Før i tida",
        "pakt",
        "Eksempel",
        "Nordmann",
    ):
        assert hidden not in text
    longer = lookback_markdown(look_back(group(), meetings(), TODAY, months=24), "nb")
    assert "Sak 1-1" in longer
    assert "Før i tida" in longer


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_with_nothing_behind_it_is_told_so(language: str) -> None:
    text = lookback_markdown(look_back(Group("Natt"), [], TODAY), language)
    assert text.count(words_of(language)("lookback.nothing")) == 3


@given(
    st.lists(st.tuples(st.sampled_from(EpisodeKind), st.integers(1, 12)), max_size=40),
    st.integers(3, 10),
)
def test_no_kind_is_counted_below_the_threshold(handed: list[tuple[EpisodeKind, int]], threshold: int) -> None:
    whole = Group("Natt", threshold=threshold, handed_in=tuple(HandedIn(date(2026, m, 1), kind) for kind, m in handed))
    text = lookback_markdown(look_back(whole, [], TODAY), "nb")
    for kind in EpisodeKind:
        number = sum(one is kind and 5 <= month <= 11 for one, month in handed)
        told = str(number) if number >= threshold else f"færre enn {threshold}"
        assert f"{words_of('nb')(f'episode.{kind.value}')}: {told}\n" in text


def test_the_order_in_which_anything_was_put_down_cannot_be_read() -> None:
    whole, rng = group(), random.Random(1)
    text = lookback_markdown(look_back(whole, meetings(), TODAY), "nb")
    for _ in range(5):
        mixed = replace(
            whole,
            trials=tuple(rng.sample(whole.trials, len(whole.trials))),
            handed_in=tuple(rng.sample(whole.handed_in, len(whole.handed_in))),
        )
        assert lookback_markdown(look_back(mixed, meetings(), TODAY), "nb") == text


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 24), 6, date(2026, 5, 24)),
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 1, 15), 120, date(2016, 1, 15)),
    ],
)
def test_months_are_counted_back(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_what_came_of_an_item_stands_under_it() -> None:
    told = [block.text for block in blocks(lookback_markdown(look_back(group(), meetings(), TODAY), "nb"))]
    [judged] = (line for line in told if line.startswith("Sak 2-1"))
    assert "kontrollere · bedre" in judged
    assert judged.endswith("Dette gjør vi: En kollega prøver *en halvtime* i høst.")
    [waits] = (line for line in told if line.startswith("Sak 3-1"))
    assert waits.endswith("har ventet i 77 dager")
