"""Punctuation that a program wrote in ASCII: pandoc's own Markdown has straight quotes, hyphens and stops instead.

What is ASCII in the text itself it escapes, so the way back is sure, once it is known that it was the writer.
"""

from __future__ import annotations

import re
from functools import cache

from sessions.texts import LANGUAGES, texts

_NEVER_WRITTEN = re.compile("[“”‘’–—…]")
_ESCAPED = re.compile(r"\\[\"']|\\\.\.\.|^ {0,3}`{3,} ?\{=html\}$", re.MULTILINE)
_ENDS = (("---", "—"), ("--", "–"), ("...", "…"))


def is_smart(text: str) -> bool:
    """Tell whether pandoc wrote the text with its extension "smart": it escapes quotes, and has no curly ones."""
    return not _NEVER_WRITTEN.search(text) and bool(_ESCAPED.search(text) or any(own in text for own in _own()))


def curly(text: str, before: str) -> str:
    """Give a text with the punctuation that was meant; `before` is the character that it follows, empty for none."""
    for ascii_form, meant in _ENDS:
        text = text.replace(ascii_form, meant)
    parts = []
    for character in text:
        opens = not before or before.isspace() or before in "([{–—“‘"
        parts.append({"'": "‘" if opens else "’", '"': "“" if opens else "”"}.get(character, character))
        before = character
    return "".join(parts)


@cache
def _own() -> tuple[str, ...]:
    """What our own sentence becomes: the word before its three dots, and the dots."""
    sentences = [texts(language)("minutes.no_is_an_answer") for language in LANGUAGES]
    return tuple({sentence.split(" …")[0].split(" ")[-1] + " ..." for sentence in sentences})
