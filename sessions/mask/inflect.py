"""The forms a word for a profession takes in bokmål, nynorsk and dialects."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_AGENT, _SHORTEST_AGENT = ("er", "ar"), 5
_ARTICLES, _SHORTEST_UNIT = ("en", "et", "a"), 4


@cache
def _endings() -> dict[str, list[str]]:
    text = files("sessions.mask").joinpath("data", "endings.toml").read_text(encoding="utf-8")
    return {name: entry.split() for name, entry in tomllib.loads(text).items()}


@lru_cache(maxsize=2_000)
def forms_of(stem: str) -> dict[str, bool]:
    """Give every form of a folded stem, and for each whether it speaks of many at large ("fysioterapeuter")."""
    agent = stem.endswith(_AGENT) and len(stem) >= _SHORTEST_AGENT
    base, kind = (stem[:-2], "agent") if agent else (stem, "plain")
    forms = {base + ending: True for ending in _endings()[f"{kind}_many"]}
    if stem.endswith("e"):
        forms |= {stem[:-1] + ending: True for ending in ("ar", "er")}
        forms |= {stem[:-1] + ending: False for ending in ("ane", "an", "adn", "ann", "in")}
    forms |= {base + ending: False for ending in _endings()[kind]} | {stem: False}
    owners = {form + "s": many for form, many in forms.items() if not form.endswith("s")}
    joined = {form + ending: False for form in (stem, stem + "s") for ending in _endings()["joined"]}
    return owners | joined | forms


def unit_forms(word: str) -> set[str]:
    """Give a folded word for a unit in both languages, with the articles it may get: "natt", "natta"."""
    same = in_both_languages(word)
    bare = {form for form in same if len(form) >= _SHORTEST_UNIT and form.isalpha() and not form.endswith(_ARTICLES)}
    bases = {form.removesuffix("et") for form in same}
    neuter = {base + end for base in bases if base.endswith(tuple(_endings()["neuter"])) for end in ("e", "et")}
    return same | neuter | {form + ending for form in bare for ending in _ARTICLES}


def in_both_languages(stem: str) -> set[str]:
    """Give a folded stem as bokmål and as nynorsk have it: "smittevernansvarlig", "smittevernansvarleg"."""
    found = {stem}
    for pair in _endings()["both"]:
        nb, nn = pair.split("=")
        found |= {word.replace(nb, nn) for word in found} | {word.replace(nn, nb) for word in found}
    return found
