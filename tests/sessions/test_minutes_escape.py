"""People's words are text in the minutes and nothing else, for every renderer; they come back as they were written."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sessions.items import Fate
from sessions.mask import mask
from sessions.mask.placeholders import placeholders_in
from sessions.mask.shown import veil_of
from sessions.minutes.escape import escaped, paragraphs
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.minutes.masked import Scribe
from sessions.notes import one_line, plain
from sessions.people import Person
from sessions.session import Session
from sessions.sorting import decided, made
from sessions.tables import Table
from tests.sessions.building import DAY, KARI, NASTY, note, noted, session
from tests.sessions.markdown import PRESETS, Block, blocks, texts_of

TEMPLATE = "zqz"
ITALICS = {"em_open", "em_close"}


def untouched(text: str) -> bool:
    """Tell whether the mask leaves a text as it is, wherever in the minutes it stands, and its words are not in it."""
    lines = [before + line for before in ("", "x ", "z ") for block in paragraphs(text) for line in block]
    return not any(mask(line, ()).findings or list(placeholders_in(line)) for line in lines)


def cafe(text: str) -> Session:
    """Give a session that has a text everywhere a person can put one."""
    whole = noted(note("a", text, 1), note("b", f"x {text}", 2), title=text, purpose=text, group=text)
    whole = replace(whole, tables=(Table(1, text), Table(2, "øverst")))
    whole = made(whole, f"x {text}", heading=text, ask=text)
    whole = decided(made(whole, f"x {text}", heading=f"z {text}", ask=f"z {text}"), 2, Fate.RAISED)
    return decided(whole.approve(date(2010, 11, 17)), 1, Fate.KEPT)


def filled(markdown: str, text: str, preset: str) -> list[Block]:
    """Give the blocks of a template's minutes with a text put where the template's word is."""
    return [Block(block.kind, block.text.replace(TEMPLATE, text), block.other) for block in blocks(markdown, preset)]


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=60)
@given(text=NASTY.map(one_line).filter(bool))
@example(text="C ##")
@example(text="dialogkafe.no")
@example(text="1986. Et godt år")
@example(text="//vg.no og ftp://vg.no, www.vg.no/x?y=1&z=2")
@example(text="[x]: http://vg.no")
def test_a_line_stands_wherever_it_was_written_as_it_was_written(preset: str, text: str) -> None:
    """The minutes have the same blocks as those of a harmless word, and in each place the text instead of the word."""
    assume(untouched(text))
    for write in (group_minutes, lambda whole: leaders_minutes(report_of(whole))):
        template = filled(write(cafe(TEMPLATE)), text, preset)
        found = blocks(write(cafe(text)), preset)
        assert sorted(map(repr, found)) == sorted(map(repr, template))
        assert [block for block in found if block.kind != "text"] == [b for b in template if b.kind != "text"]


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=60)
@given(text=NASTY.filter(plain))
@example(text="a|b\n:--")
@example(text="a|b\n|--|--|")
@example(text="a\n---\n===\n    kode\n\n\n> sitat\n```\nx")
@example(text="a\\\nb")
@example(text="<div>\n\n</div>")
def test_paragraphs_and_lines_come_back_as_they_were_written(preset: str, text: str) -> None:
    assume(untouched(text))
    kept = ["\n".join(lines) for lines in paragraphs(text) if lines]
    lines = [" ".join(line.split()) for line in plain(text).split("\n") if line.split()]
    assert [line for block in kept for line in block.split("\n")] == lines
    alone = blocks(Scribe(session()).block(text), preset)
    assert alone == [block for line in kept for block in (Block("pparagraph"), Block("text", line))]
    in_list = blocks("- " + Scribe(session()).block(text, indent="  "), preset)
    assert in_list[2:] == alone
    assert [block.kind for block in in_list[:2]] == ["ulbullet_list", "lilist_item"]


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=60)
@given(text=NASTY.filter(plain))
@example(text="1. januar")
@example(text="a|b\n:--")
@example(text="===\n---\n1. x")
def test_what_a_leader_wrote_stands_after_its_label_as_it_was_written(preset: str, text: str) -> None:
    assume(untouched(text))
    first, *others = ["\n".join(lines) for lines in paragraphs(text) if lines]
    found = blocks("- Frist: " + Scribe(session()).as_written(text, indent="  "), preset)
    assert found[2:] == [
        block for line in (f"Frist: {first}", *others) for block in (Block("pparagraph"), Block("text", line))
    ]


def test_a_day_after_its_label_needs_no_backslash() -> None:
    assert Scribe(session()).as_written("1. januar\n2. februar") == "1. januar\\\n2\\. februar"


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=60)
@given(text=NASTY.map(one_line), people=st.sampled_from([(), (KARI,), (KARI, Person("Ola Li"))]))
@example(text="91234567\u0301", people=())
@example(text="91234567 a@b.no", people=())
@example(text="[telefon][e-post]*", people=())
@example(text="**Kari**", people=(KARI,))
def test_the_mask_adds_italics_and_nothing_else(preset: str, text: str, people: tuple[Person, ...]) -> None:
    for found in blocks("x " + Scribe(session(people=people)).line(text), preset)[1:]:
        assert found.text == f"x {veil_of(session(people=people)).shown(text)}".rstrip()
        assert set(found.other) <= ITALICS
        assert len(set(Counter(found.other).values())) <= 1


def test_what_the_mask_put_in_is_marked() -> None:
    scribe = Scribe(session(people=(KARI,)))
    assert scribe.line("Kari ringte 91234567, og Nordmanns nabo") == (
        "*En kollega* ringte *\\[telefon\\]*, og *en kollegas* nabo"
    )
    assert scribe.line("ring 91234567\u0301") == "ring \\[telefon\\]\u0301"  # italics could not end before this


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        *[("# x", "\\# x"), ("x # y", "x # y"), ("C#", "C#"), ("- x", "\\- x"), ("a-b", "a-b"), ("+ 1", "\\+ 1")],
        *[("1. x", "1\\. x"), ("kl. 14.30", "kl. 14.30"), ("f.eks. bl.a. osv.", "f.eks. bl.a. osv."), ("a: b", "a: b")],
        *[("*x*", "\\*x\\*"), ("a & b", "a & b"), ("&amp;", "\\&amp;"), ("3 < 4 > 2", "3 \\< 4 > 2"), ("", "")],
        *[
            ("  a \u00a0 b ", "a b"),
            ("og/eller", "og/eller"),
            ("100 %", "100 %"),
            ("(nei!)", "(nei!)"),
            ("«ja»", "«ja»"),
        ],
    ],
)
def test_plain_text_is_left_plain(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


def test_a_note_of_fifty_thousand_characters_is_written_whole() -> None:
    text = "a|b *c* [d](e) " * 3333
    whole = noted(note("a", text), day=DAY)
    assert " ".join(text.split()) in texts_of(group_minutes(whole))
