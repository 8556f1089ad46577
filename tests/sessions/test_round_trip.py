"""Answers written into the leaders' file by any editor come back equal: nothing is lost, nothing is invented."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessions.minutes.labels import label_of
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.minutes.reader import Own, own_of, paper_of, read
from tests.sessions import editors
from tests.sessions.building import LANGUAGES, TEXTS
from tests.sessions.editors import Editor, canonical, flat
from tests.sessions.rich import rich

ITEMS = ("3-2", "3-4")
WORDS = st.sampled_from(
    [
        *(
            "Vi",
            "ser",
            "opplæringen",
            "går",
            "ut",
            "over",
            "både",
            "vikarer",
            "og",
            "brukere,",
            "100 %",
            "3-2",
            "(se",
            "vedlegg)",
        ),
        *(
            "1.",
            "mai",
            "«Nei,",
            "fordi»",
            "–",
            "ikke",
            "nå.",
            "Frist",
            "ansvarlig",
            "a/b",
            "kl. 14:30",
            "#1",
            "e-post",
            "Ja!",
        ),
        *(
            "menneskerettighetsorganisasjonenes",
            "http://kommune.no/a_b?c=d",
            "tone@kommune.no",
            "C++",
            "5 > 3",
            "&",
            "2 + 2 = 4",
        ),
    ]
)
LINE = (
    st.lists(WORDS, min_size=1, max_size=25)
    .map(" ".join)
    .filter(lambda line: (line[0].isalpha() or line[0] == "«") and not label_of(line))
)
LISTED = st.builds(lambda mark, line: f"{mark} {line}", st.sampled_from(["-", "*", "+", "1.", "2)"]), LINE)
PARAGRAPH = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
TYPED = st.lists(PARAGRAPH, max_size=3).map("\n\n".join)
"""What a person types: words, lines and paragraphs that Markdown reads as they stand."""
LISTS = st.builds(
    lambda head, items: "\n".join(filter(None, [head, *items])), LINE | st.just(""), st.lists(LISTED, max_size=4)
)
"""The same with a list under it."""
ANY = TEXTS.map(canonical) | TYPED
"""Anything at all, also what looks like Markdown, like a label, or like nothing."""
LABELLED = st.sampled_from(
    ["Frist: før jul", "- Ansvarlig: alle", "Dette gjør vi: ikke noe", "Sak 3-4: Overlapp #", "### Sak 3-2: x"]
)
TRICKY = st.builds(lambda before, line: f"{before}\n{line}", LINE, LABELLED)

# What each editor can keep of an answer: any text; any but for paragraphs; what is typed and read as Markdown.
STYLES: dict[str, tuple[Editor, st.SearchStrategy[str]]] = {
    "notepad": (editors.notepad, TYPED | LISTS),
    "unindented": (editors.unindented, PARAGRAPH | st.just("")),
    "bold": (editors.bold, ANY | TRICKY),
    "numbers": (editors.numbers, ANY | TRICKY),
    "form": (editors.form, ANY | TRICKY),
    "quoted": (editors.quoted, ANY | TRICKY),
    "pandoc": (editors.pandoc, TYPED),
    "pandoc_gfm": (editors.pandoc_gfm, TYPED),
    "word_text": (editors.word_text, TYPED.map(flat)),
    "table": (editors.table, ANY.map(flat)),
    "paragraphs": (editors.paragraphs, TYPED),
    "headings": (editors.headings, TYPED),
}
LOOSE = {"paragraphs", "headings"}  # where who and when are one line each: what stands under them may be anybody's


@cache
def own(language: str) -> tuple[str, Own]:
    """Give the file of the rich session in a language, and what is ours in it."""
    report = report_of(rich(language))
    return leaders_minutes(report), own_of([report], {item.id: item.heading for item in report.items})


@st.composite
def answers(draw: st.DrawFn, texts: st.SearchStrategy[str], *, loose: bool) -> dict[str, tuple[str, ...]]:
    short = texts.map(editors.one_line) if loose else texts
    return {item: tuple(draw(one) for one in (texts, texts, short, short)) for item in ITEMS if draw(st.booleans())}


def comes_back(style: str, language: str, given_answers: dict[str, tuple[str, ...]]) -> None:
    editor, _ = STYLES[style]
    file, known = own(language)
    raw = editor(file, given_answers)
    reading = read(paper_of(raw.decode("cp1252" if style == "word_text" else "utf-8-sig")), known)
    found = {one.item: one.lines for one in reading.filled if any(one.lines)}
    assert found == {item: lines for item, lines in given_answers.items() if any(lines)}
    added = {"Hei, her er svarene mine.", "Takk for sist!"}
    assert {doubt.told for doubt in reading.doubts} <= added


def sweep(style: str, examples: int) -> None:
    texts = STYLES[style][1]

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(LANGUAGES), answers(texts, loose=style in LOOSE))
    def run(language: str, given_answers: dict[str, tuple[str, ...]]) -> None:
        comes_back(style, language, given_answers)

    run()


@pytest.mark.parametrize("style", STYLES)
def test_what_is_written_comes_back(style: str) -> None:
    sweep(style, 12)


@pytest.mark.sweep
@pytest.mark.parametrize("style", STYLES)
def test_what_is_written_comes_back_a_thousand_times(style: str) -> None:
    sweep(style, 1000)
