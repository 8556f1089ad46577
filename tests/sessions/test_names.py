"""A title becomes a file name that any disk takes, and that a person still knows."""

import re

import pytest
from hypothesis import given

from sessions.names import LONGEST, slug
from tests.sessions.building import NASTY


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Brukerkunnskap", "brukerkunnskap"),
        ("Å møte pårørende: være, spørre", "a-mote-parorende-vaere-sporre"),
        ("Café nº 3 / «nattevakt»", "cafe-no-3-nattevakt"),
        ("../../etc/passwd", "etc-passwd"),
        ("👩\u200d👧", "samling"),
        ("", "samling"),
    ],
)
def test_a_title_is_known_by_its_name(title: str, name: str) -> None:
    assert slug(title) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [("Kari Nordmanns gruppe", "gruppe"), ("Åses dag: KARI", "dag"), ("Kariføre", "karifore"), ("Kari", "samling")],
)
def test_no_name_of_those_present_is_in_the_name_of_a_file(title: str, name: str) -> None:
    assert slug(title, ["Kari Nordmann", "Åse B. Vik"]) == name


@given(NASTY)
def test_any_title_is_a_name_for_any_disk(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(title))
    assert len(slug(title)) <= LONGEST
