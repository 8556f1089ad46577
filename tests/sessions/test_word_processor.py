"""A fair test with a word processor: the file becomes a document, is filled in there, and comes back as text."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from html import escape
from typing import TYPE_CHECKING

import pytest

from sessions.intake import take_in
from tests.sessions.editors import canonical
from tests.sessions.grouped import GROUP, MEALS, OVERLAP, TRAINING, hold, leaders_file, meeting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sessions.desk import Desk

LONG = "Vi har sett på turnusen for desember og januar, og på hva et kvarter til koster hver vakt, dag og natt."
TYPED = {
    "1-1": (
        "Vi ser det, både på dag og natt.",
        f"{LONG}\nAvdelingene får «én ansvarlig» hver: 100 % – og flere …\n\nNei, *ikke* alt #1 _nå_ [x] <b> a/b.",
        "Tone Eksempel, tone_e@kommune.no",
        "1. desember",
    ),
    "1-2": ("", "Nei, fordi vi ikke har folk til det.", "", ""),
    "2-1": (f"{LONG} {LONG}", "Vi slår av radioen.\n\nFra i morgen.", "Kjøkkenet", "før jul"),
}
_TEXT = "word/document.xml"
LABELS = ("Slik forstår vi saken:", "Dette gjør vi:", "Ansvarlig:", "Frist:")
_LABEL = re.compile(
    rf'<w:p>(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)<w:r><w:t xml:space="preserve">({"|".join(LABELS)})</w:t></w:r></w:p>'
)
_BODY = '<w:pPr><w:pStyle w:val="BodyText" /></w:pPr>'


@pytest.fixture
def pandoc() -> str:
    """The system's pandoc. Where it is missing the test is skipped; in CI that is a failure."""
    path = shutil.which("pandoc")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("pandoc is missing")
        pytest.skip("no pandoc on this machine")
    return path


def converted(pandoc: str, source: Path, target: Path, *formats: str) -> None:
    subprocess.run([pandoc, *formats, str(source), "-o", str(target)], check=True, timeout=60)


def edited(document: Path, change: Callable[[str], str]) -> None:
    """Change what stands in a document."""
    with zipfile.ZipFile(document) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    parts[_TEXT] = change(parts[_TEXT].decode()).encode()
    with zipfile.ZipFile(document, "w") as after:
        for name, raw in parts.items():
            after.writestr(name, raw)


def typed_in(text: str, *, bullets: bool) -> str:
    """Type behind the labels: Shift and Enter ends a line, Enter begins a paragraph, with a bullet before it or not."""
    turns = iter([line for lines in TYPED.values() for line in lines])

    def write(found: re.Match[str]) -> str:
        first, *rest = f"{found[2]} {next(turns)}".rstrip().split("\n\n")
        style = found[1] if bullets else _BODY
        return _paragraph(found[1], first) + "".join(_paragraph(style, one) for one in rest)

    written = _LABEL.sub(write, text)
    assert next(turns, None) is None
    return written


def _paragraph(style: str, text: str) -> str:
    lines = (f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>' for line in text.split("\n"))
    return f"<w:p>{style}{'<w:r><w:br /></w:r>'.join(lines)}</w:p>"


@pytest.fixture
def document(pandoc: str, desk: Desk, tmp_path: Path) -> Path:
    """The leaders' file of a second meeting, two items of the first still waiting, as a document."""
    hold(desk, meeting(1, [TRAINING, OVERLAP]))
    whole = hold(desk, meeting(2, [MEALS]))
    sent, made = tmp_path / "sendt.md", tmp_path / "svar.docx"
    sent.write_text(leaders_file(desk, whole), encoding="utf-8")
    converted(pandoc, sent, made, "-f", "commonmark")
    return made


@pytest.mark.parametrize("bullets", [True, False], ids=["bullets", "paragraphs"])
@pytest.mark.parametrize("kind", ["markdown", "gfm", "plain"])
def test_what_is_typed_in_a_word_processor_comes_back(
    pandoc: str, desk: Desk, document: Path, kind: str, bullets: bool
) -> None:
    """A paragraph that got a bullet keeps it. In plain text no star is told from emphasis; no word is lost by that."""
    edited(document, lambda text: typed_in(text, bullets=bullets))
    back = document.with_suffix(".txt")
    converted(pandoc, document, back, "-t", kind)
    intake = take_in(desk, back)
    assert intake.doubts == ()

    def meant(text: str) -> str:
        text = re.sub(r"\*(ikke)\*|_(nå)_", r"\1\2", text) if kind == "plain" else text
        return canonical(text).replace("\n\n", "\n- " if bullets else "\n\n")

    given = {one.item: one.lines for one in desk.book(GROUP).group.answers}
    assert given == {item: tuple(map(meant, lines)) for item, lines in TYPED.items()}


@pytest.mark.parametrize("kind", ["markdown", "gfm", "plain"])
def test_where_a_heading_was_lost_it_says_so_with_the_line_and_guesses_nothing(
    pandoc: str, desk: Desk, document: Path, kind: str
) -> None:
    heading = re.compile(r"<w:p>(?:(?!</w:p>).)*Sak 1-2(?:(?!</w:p>).)*</w:p>")
    edited(document, lambda text: heading.sub("", typed_in(text, bullets=False)))
    back = document.with_suffix(".txt")
    converted(pandoc, document, back, "-t", kind)
    intake = take_in(desk, back)
    lines = back.read_text(encoding="utf-8").split("\n")
    assert [one.item for one in desk.book(GROUP).group.answers] == ["2-1"]
    twice = [doubt for doubt in intake.doubts if doubt.why == "label_twice"]
    assert [doubt.told.split(":")[0] for doubt in twice] == ["Dette gjør vi"]
    assert "Nei, fordi vi ikke har folk til det." in lines[twice[0].line - 1]
