"""E-mail addresses, also with the at sign spelt out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.mask.finding import Finding, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT = re.compile(r"\s?(?:@+|[(\[]\s?(?:at|krøllalfa)\s?[)\]]|(?<=\s)(?:krøllalfa|alfakrøll)(?=\s))\s?", re.IGNORECASE)
_SIGNS = ("@", "(", "[", "krøll")
_LOCAL = re.compile(r"[\w.+%-]{1,64}$")
_DOMAIN = re.compile(
    r"\w[\w-]{0,63}(?:\.[\w-]{1,64}){0,5}(?:\s?(?:\.|\(dot\)|punktum)\s?(?:no|com|net|org)\b)?", re.IGNORECASE
)
_LONGEST_LOCAL = 64


def find_mail(text: str) -> Iterator[Finding]:
    """Find e-mail addresses. Looks outwards from each at sign, so that a long text without one costs nothing."""
    if not any(sign in text for sign in _SIGNS):
        return
    for at in _AT.finditer(text):
        domain = _DOMAIN.match(text, at.end())
        local = domain and _LOCAL.search(text[max(0, at.start() - _LONGEST_LOCAL) : at.start()])
        if local and domain:
            yield Finding(at.start() - len(local.group()), domain.end(), Kind.EMAIL, reason="email")
