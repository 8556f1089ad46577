"""A statement without who made it: "en kollega sa at …" becomes "det ble sagt at …".

A step of its own on what the mask gives back, for minutes and the wall: the mask takes names out, this takes out that
someone said it. Where good Norwegian cannot be had by rule, the placeholder stays.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sessions.mask.finding import Kind
from sessions.mask.lexicon import lists
from sessions.mask.placeholders import NAME, PLACEHOLDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

_PERSONS = (*(PLACEHOLDERS[kind] for kind in (Kind.PARTICIPANT, Kind.PERSON_OTHER, Kind.UNIQUE_ROLE)), NAME)
_WHO = rf"(?:{'|'.join(re.escape(words) for words in _PERSONS)})"
_WHOM = rf"{_WHO}(?:(?:,| og| &) {_WHO})*(?:[ ]\([^()\n]{{1,40}}\))?"
_START = r"(?P<before>^|(?<=[.!?…]\s)|(?<=\n))"
_SAYING = re.compile(rf"{_START}{_WHOM}[ ](?P<verb>[^\W\d_]+)[ ](?P<rest>[^\W\d_]+)", re.IGNORECASE | re.MULTILINE)
_LABEL = re.compile(rf"{_START}{_WHOM}[ ]?:[ ]*(?P<rest>\S[^\n]*)", re.IGNORECASE | re.MULTILINE)
_SOURCE = re.compile(
    rf"{_START}i ?følg[ej]e?[ ]{_WHOM},?[ ](?P<verb>[^\W\d_]+)[ ](?P<subject>[^\W\d_]+)", re.IGNORECASE | re.MULTILINE
)
_SOURCE_INSIDE = re.compile(rf"i ?følg[ej]e?[ ]{_WHOM}(?P<comma>,?)", re.IGNORECASE)
_AFTER = re.compile(rf",[ ](?P<verb>[^\W\d_]+)[ ]{_WHOM}(?=[.!?]|$)", re.IGNORECASE | re.MULTILINE)
_ASIDE = re.compile(rf"(?<=\w)[ ]\({_WHOM}\)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def unattributed(text: str) -> str:
    """Take out of a masked text that someone in particular said it; what was said stays.

    The wording follows the text's own language, bokmål or nynorsk. A text without placeholders of people comes back as
    it is.
    """
    if not re.search(_WHO, text, re.IGNORECASE):
        return text
    wording = _data()[language_of(text)]
    text = _ASIDE.sub("", text)
    text = _SAYING.sub(lambda match: _said(match, wording), text)
    text = _LABEL.sub(lambda match: _labelled(match, wording), text)
    text = _SOURCE.sub(lambda match: _sourced(match, wording), text)
    text = _SOURCE_INSIDE.sub(lambda match: _source(match, wording), text)
    return _AFTER.sub(lambda match: _said_after(match, wording), text)


def language_of(text: str) -> str:
    """Say in which language a text is written by its own small words: "nn" for nynorsk, else "nb"."""
    found = {word.lower() for word in _WORD.findall(text)}
    return "nn" if len(found & _words("nn")) > len(found & _words("nb")) else "nb"


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    text = files("sessions.mask").joinpath("data", "unattributed.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_data()["words"][name].split())


@cache
def _verbs() -> Mapping[str, str]:
    return {verb: kind for kind, verbs in _data()["verbs"].items() for verb in verbs.split()}


def _said(match: re.Match[str], wording: Mapping[str, str]) -> str:
    """Tell "en kollega sa at …", "en kollega foreslo …", "en kollega ønsker …" without who."""
    kind, rest = _verbs().get(match["verb"].lower(), ""), match["rest"].lower()
    if match["verb"].lower() == "vil" and rest == "ha":
        return _like(match[0], wording["wished_now"])
    if not kind or rest in {"seg", "sin", "si", "sitt", "sine"}:
        return match[0]
    told = _like(match[0], wording[kind])
    if kind.startswith(("said", "told", "pointed")):
        if rest == "at":
            return f"{told} {match['rest']}"
        return f"{told} at {match['rest']}" if _opens_clause(match.string, match.start("rest")) else match[0]
    if kind.startswith("asked") and rest not in _words("questions"):
        return match[0]
    if kind.startswith("asked") and rest == "på" and match["verb"].lower().startswith("lur"):
        return told
    return f"{told} {match['rest']}"


def _opens_clause(text: str, start: int) -> bool:
    """Say whether a subject and its verb stand at `start` in the order they have after "at"."""
    words = [word.lower() for word in _WORD.findall(text, start)[:3]]
    if len(words) < 2 or words[0] not in _words("subjects") or words[1] not in lists()["verbs"] | lists()["speech"]:
        return False
    return len(words) < 3 or words[2] not in _words("adverbs")


def _labelled(match: re.Match[str], wording: Mapping[str, str]) -> str:
    told, rest = _like(match[0], wording["said_then"]), match["rest"]
    if _opens_clause(rest, 0):
        return f"{told} at {rest[0].lower()}{rest[1:]}"
    return f"{told}: {rest}"


def _sourced(match: re.Match[str], wording: Mapping[str, str]) -> str:
    """Turn "ifølge en kollega er det …" around: "det ble sagt at det er …"."""
    if match["subject"].lower() in _words("subjects"):
        return f"{_like(match[0], wording['said_then'])} at {match['subject']} {match['verb']}"
    return match[0]


def _source(match: re.Match[str], wording: Mapping[str, str]) -> str:
    """Name what was said as the source, with the comma that Norwegian has after it at the start of a sentence."""
    comma = "," if match["comma"] or match[0][0].isupper() else ""
    return _like(match[0], wording["source"]) + comma


def _said_after(match: re.Match[str], wording: Mapping[str, str]) -> str:
    kind = _verbs().get(match["verb"].lower(), "")
    return f", {wording['after']}" if kind.startswith(("said", "told", "pointed")) else match[0]


def _like(original: str, words: str) -> str:
    """Begin `words` with a capital where `original` does."""
    return words[0].upper() + words[1:] if original[:1].isupper() else words
