"""A file that comes from a leader: whether it is text at all, and which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 200_000  # a leaders' file has some thousand; this is where something else is stopped before it is read
# How files begin that are no text, and the key of what is said then.
_BEGINNINGS = (
    (b"PK\x03\x04", "answers.word"),
    (b"\xd0\xcf\x11\xe0", "answers.word"),
    (b"{\\rtf", "answers.word"),
    (b"%PDF-", "answers.pdf"),
    (b"\x89PNG", "answers.image"),
    (b"\xff\xd8\xff", "answers.image"),
    (b"GIF8", "answers.image"),
    (b"RIFF", "answers.image"),
    (b"BM", "answers.image"),
)
_OUTLOOK = "__substg1.0_".encode("utf-16-le")  # in a mail that Outlook has saved, which begins as a Word file does
_MAIL = "mime-version:"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FORM = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


class AnswersError(TroubleError):
    """A file of answers that cannot be taken in; the sentence says why, and what to do instead."""


def received(path: Path) -> str:
    """Give the text of a file. Raises AnswersError for one that is missing, too large, empty, or no text.

    UTF-8 with or without a byte-order mark, UTF-16 with one, and the old Windows code page are read.
    """
    try:
        if path.exists() and not path.is_file():
            raise AnswersError("answers.folder", path=path)
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise AnswersError("answers.large", path=path, size=size // 1000)
        raw = path.read_bytes()
    except OSError as error:
        raise AnswersError("answers.missing", path=path, reason=error.strerror or error) from error
    except ValueError as error:  # a name with a character that no file can have
        raise AnswersError("answers.missing", path=path, reason=error) from error
    text = _decoded(raw, path)
    if not text.strip():
        raise AnswersError("answers.empty", path=path)
    if _FORM.match(text):
        raise AnswersError("answers.form", path=path)
    head = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    if any(line.casefold().startswith(_MAIL) for line in head.splitlines()):
        raise AnswersError("answers.mail", path=path)
    return text


def _decoded(raw: bytes, path: Path) -> str:
    if _OUTLOOK in raw:
        raise AnswersError("answers.mail", path=path)
    for beginning, key in _BEGINNINGS:
        if raw.startswith(beginning) and (key != "answers.image" or _NOT_TEXT.search(raw[:512].decode("latin-1"))):
            raise AnswersError(key, path=path)
    for encoding in ("utf-16",) if raw.startswith(_UTF_16) else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NOT_TEXT.search(text):
            return text
        break
    raise AnswersError("answers.not_text", path=path)
