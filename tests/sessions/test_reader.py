"""Files as leaders send them back: what is understood, what is told of the rest, and what is never guessed."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.minutes.reader import Own, Reading, own_of, paper_of, read
from tests.sessions.building import LANGUAGES, PIECES, TEXTS
from tests.sessions.grouped import filled
from tests.sessions.rich import rich

EMPTY = ("", "", "", "")
ONE = ("Vi ser det", "Vi ordner det", "Tone", "1. mai")
Lines = tuple[str, str, str, str]


@cache
def own() -> Own:
    report = report_of(rich("nb"))
    return own_of([report], {item.id: item.heading for item in report.items})


FILE = leaders_minutes(report_of(rich("nb")))
DONE = filled(FILE, "3-2", *ONE)


def reading(text: str) -> Reading:
    return read(paper_of(text), own())


def answers(text: str) -> dict[str, Lines]:
    return {one.item: one.lines for one in reading(text).filled}


def told(text: str) -> list[tuple[str, str]]:
    return [(doubt.why, doubt.told) for doubt in reading(text).doubts]


def test_a_file_as_it_was_sent_has_nothing_in_it_and_nothing_to_tell() -> None:
    for language in LANGUAGES:
        report = report_of(rich(language))
        known = own_of([report], {item.id: item.heading for item in report.items})
        found = read(paper_of(leaders_minutes(report)), known)
        assert {one.item: one.lines for one in found.filled} == {"3-2": EMPTY, "3-4": EMPTY}
        assert found.doubts == ()


SAME = {
    "as it is": DONE,
    "crlf": DONE.replace("\n", "\r\n"),
    "old macintosh": DONE.replace("\n", "\r"),
    "byte-order mark": "\ufeff" + DONE,
    "stars": DONE.replace("- ", "* "),
    "plus signs": DONE.replace("\n- ", "\n+ "),
    "deep blanks": DONE.replace("\n- ", "\n   -   "),
    "bold labels": re.sub(r"^- ([^:\n]+):", r"- **\1:**", DONE, flags=re.MULTILINE),
    "bold without the colon": re.sub(r"^- ([^:\n]+):", r"- **\1**:", DONE, flags=re.MULTILINE),
    "bold that touches": re.sub(r"^- ([^:\n]+): ?", r"- **\1:**", DONE, flags=re.MULTILINE),
    "capitals": re.sub(r"^- ([^:\n]+):", lambda m: f"- {m[1].upper()}:", DONE, flags=re.MULTILINE),
    "boxes to tick": DONE.replace("\n- ", "\n- [ ] "),
    "no-break spaces": DONE.replace("forstår vi saken", "forstår\u00a0vi\u00a0saken").replace("Sak 3", "Sak\u00a03"),
    "no-break hyphens": DONE.replace("3-2", "3\u20112"),
    "an en dash in the id": DONE.replace("Sak 3-2", "Sak 3–2"),
    "a word space": DONE.replace("Sak 3-2:", "Sak 3 - 2:"),
    "no colon behind the id": DONE.replace("Sak 3-2:", "Sak 3-2"),
    "higher headings": DONE.replace("### ", "# "),
    "lower headings": DONE.replace("### ", "##### "),
    "bold headings": re.sub(r"^### (.*)$", r"**\1**", DONE, flags=re.MULTILINE),
    "bold in headings": re.sub(r"^### (.*)$", r"### **\1**", DONE, flags=re.MULTILINE),
    "underlined headings": re.sub(r"^### (.*)$", r"\1\n-----", DONE, flags=re.MULTILINE),
    "lost headings": DONE.replace("### ", ""),
    "the marker as a heading": DONE.replace("**Svar fra leder**", "#### Svar fra leder"),
    "the marker lost": DONE.replace("**Svar fra leder**\n\n", ""),
    "escapes": DONE.replace("Sak 3-2:", "Sak 3\\-2\\:").replace("1. mai", "1\\. mai"),
    "empty lines between": DONE.replace("\n- ", "\n\n- "),
    "no empty lines": re.sub(r"\n+", "\n", DONE).replace("---\n", "\n---\n"),
    "quoted": "\n".join(f"> {line}" for line in DONE.split("\n")),
    "indented as code": "\n".join(f"    {line}" for line in DONE.split("\n")).replace("**", "").replace("### ", ""),
    "dashes for colons": re.sub(r"^- (Ansvarlig|Frist):", r"- \1 –", DONE, flags=re.MULTILINE),
    "colon lost": DONE.replace("- Frist: 1.", "- Frist 1."),
    "headings without an id": DONE.replace("Sak 3-2: ", "").replace("Sak 3-4: ", ""),
    "answer on the next line": DONE.replace("Frist: 1. mai", "Frist:\n  1. mai"),
    "answer under an empty label": DONE.replace("- Frist: 1. mai", "- Frist:\n\n1. mai"),
    "labels of another language": DONE.replace("Slik forstår vi saken:", "How we understand this:"),
    "vertical tabs": DONE.replace("- Ansvarlig", "\x0b- Ansvarlig"),
    "soft hyphens": DONE.replace("forstår", "for\u00adstår"),
    "the foot taken away": DONE.partition("\n---\n")[0],
    "the rule lost": DONE.replace("\n---\n", "\n"),
    "a comment": DONE.replace("**Svar", "<!-- skjema -->\n\n**Svar"),
    "wrapped by hand": DONE.replace("Skrevet uten navn. Det", "Skrevet uten navn.\nDet"),
}


@pytest.mark.parametrize("name", SAME)
def test_what_does_not_change_the_words_changes_no_answer(name: str) -> None:
    found = answers(SAME[name])
    assert found["3-2"] == ONE
    assert set(found.get("3-4", EMPTY)) == {""}
    assert {why for why, _ in told(SAME[name])} <= {"no_labels"}


def test_an_answer_of_several_paragraphs_lines_and_lists_comes_whole() -> None:
    text = "Første.\n\nAndre\nlinje.\n- a\n- b\n  - c\n\nSist\n1. en\n2. to"
    assert answers(filled(FILE, "3-2", "", text))["3-2"][1] == text


def test_what_stands_between_two_labels_belongs_to_the_first() -> None:
    text = filled(FILE, "3-2", "Ja", "Først.").replace("Først.\n", "Først.\n\nOg så dette, uten innrykk.\n\n")
    assert answers(text)["3-2"][1] == "Først.\n\nOg så dette, uten innrykk."


def test_what_is_added_in_between_is_told_with_its_line_and_not_taken_in() -> None:
    text = DONE.replace("### Sak 3-4", "Hilsen Tone\n\n### Sak 3-4").replace(
        "- Gruppe", "Hei! Her er svar.\n\n- Gruppe"
    )
    assert answers(text)["3-2"] == ONE
    lines = text.split("\n")
    assert [(lines[doubt.line - 1], doubt.why) for doubt in reading(text).doubts] == [
        ("Hei! Her er svar.", "outside"),
        ("Hilsen Tone", "outside"),
    ]


def test_what_is_written_above_the_labels_is_told() -> None:
    text = DONE.replace("**Svar fra leder**\n\n", "**Svar fra leder**\n\nVi er enige.\n\n", 1)
    assert answers(text)["3-2"] == ONE
    assert told(text) == [("outside", "Vi er enige.")]


def test_a_label_inside_an_answer_is_part_of_it() -> None:
    text = filled(
        FILE, "3-2", "Ja", "To ting:\n- Frist: snarest\n- Ansvarlig: alle\n\nFrist: ikke satt", "Tone", "1. mai"
    )
    assert answers(text)["3-2"] == (
        "Ja",
        "To ting:\n- Frist: snarest\n- Ansvarlig: alle\n\nFrist: ikke satt",
        "Tone",
        "1. mai",
    )


def test_a_label_that_is_told_twice_is_not_chosen_between() -> None:
    text = DONE.replace("- Frist: 1. mai", "- Frist: 1. mai\n- Frist: 1. juni")
    assert "3-2" not in answers(text)
    assert told(text) == [("label_twice", "Frist: 1. juni")]
    assert answers(DONE.replace("- Frist: 1. mai", "- Frist: 1. mai\n- Frist:"))["3-2"] == ONE


def test_an_item_with_two_answers_is_not_chosen_between() -> None:
    section = DONE[DONE.index("### Sak 3-2") : DONE.index("### Sak 3-4")]
    other = section.replace("Vi ordner det", "Vi gjør noe annet")
    text = DONE.replace("\n---\n", f"\n{other}\n---\n")
    assert "3-2" not in answers(text)
    assert told(text) == [("item_twice", "3-2")]
    assert answers(DONE.replace("\n---\n", f"\n{section}\n---\n"))["3-2"] == ONE
    untouched = FILE[FILE.index("### Sak 3-2") : FILE.index("### Sak 3-4")]
    assert answers(DONE.replace("\n---\n", f"\n{untouched}\n---\n"))["3-2"] == ONE


def test_the_id_of_one_item_and_the_words_of_another_are_not_chosen_between() -> None:
    mixed = DONE.replace("### Sak 3-2: Vikarer får ikke opplæring i rapportsystemet", "### Sak 3-2: Overlapp \\#")
    assert "3-2" not in answers(mixed)
    assert told(mixed) == [("two_items", "3-2")]
    mended = DONE.replace("### Sak 3-2: Vikarer får ikke opplæring", "### Sak 3-2: Vikarar får ikkje opplæring")
    assert answers(mended)["3-2"] == ONE


def test_labels_under_no_item_are_told_and_belong_to_none() -> None:
    start = DONE.index("### Sak 3-2")
    text = DONE[:start] + DONE[start:].replace("### Sak 3-2: Vikarer får ikke opplæring i rapportsystemet\n", "", 1)
    assert answers(text) == {"3-4": EMPTY}
    assert [why for why, _ in told(text)] == ["no_item"] * 4


def test_a_heading_whose_item_cannot_be_told_gives_its_labels_to_no_other() -> None:
    text = DONE.replace("### Sak 3-4: Overlapp \\#", "### Overlapping").replace("- Frist:\n", "- Frist: aldri\n")
    assert answers(text) == {"3-2": ONE}
    assert "no_item" in [why for why, _ in told(text)]


def test_an_item_that_nobody_raised_is_told() -> None:
    for heading in ("### Sak 9-9: Noe annet", "**Sak 9-9: Noe annet**", "Sak 9-9: Noe annet"):
        text = DONE.replace("\n---\n", f"\n{heading}\n\n- Frist: straks\n\n---\n")
        assert answers(text)["3-2"] == ONE
        assert told(text) == [("unknown_item", "9-9")]


def test_an_item_that_is_spoken_of_in_an_answer_begins_no_section() -> None:
    text = filled(FILE, "3-2", "Sak 3-4 henger sammen med denne.\n\nSak 9-9: ikke vår.", "Se sak 3-4: samme svar.")
    assert answers(text)["3-2"][:2] == (
        "Sak 3-4 henger sammen med denne.\n\nSak 9-9: ikke vår.",
        "Se sak 3-4: samme svar.",
    )
    assert told(text) == []


def test_an_item_without_its_four_lines_is_told() -> None:
    text = DONE.replace("- Slik forstår vi saken:\n- Dette gjør vi:\n- Ansvarlig:\n- Frist:\n", "Vi svarer senere.\n")
    assert answers(text) == {"3-2": ONE}
    assert told(text) == [("no_labels", "3-4"), ("outside", "Vi svarer senere.")]


def test_a_list_of_contents_is_no_second_item() -> None:
    contents = "Sak 3-2: Vikarer får ikke opplæring i rapportsystemet\n\nSak 3-4: Overlapp #\n\n"
    text = DONE.replace("- Gruppe", contents + "- Gruppe", 1)
    assert answers(text)["3-2"] == ONE
    assert not {"item_twice", "label_twice", "no_labels"} & {why for why, _ in told(text)}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2*3*4 og **viktig** og *kursiv*", "2*3*4 og viktig og kursiv"),
        ("snake_case_navn og C:\\temp", "snake_case_navn og C:\\temp"),
        ("[lenke](http://a.no) og <http://b.no> og [ikke lenke]", "lenke (http://a.no) og http://b.no og [ikke lenke]"),
        ("`kode` <b>fet</b> &amp; 5 < 6", "`kode` <b>fet</b> & 5 < 6"),
        ("[understreket]{.underline} og <u>u</u>", "understreket og u"),
        ("![bilde](a.png) og [^1]", "[bilde] og [^1]"),
        ("[1]: se vedlegget", "[1]: se vedlegget"),
        ("en<br>to<br/>tre", "en\nto\ntre"),
        ("> sitert", "> sitert"),
    ],
)
def test_what_markdown_would_draw_is_given_as_words(written: str, meant: str) -> None:
    assert answers(filled(FILE, "3-2", "", written))["3-2"][1] == meant


def test_a_line_that_looks_like_a_definition_is_not_swallowed() -> None:
    assert answers(filled(FILE, "3-2", "", "Se:\n\n[1]: http://a.no"))["3-2"][1] == "Se:\n\n[1]: http://a.no"


def test_dashes_and_dots_are_put_back_where_a_program_wrote_them_in_ascii_and_only_there() -> None:
    smart = "Vi ser -- som dere --- at det er \\\"travelt\\\"... og \\'slik\\' er det\\..."
    plainly = filled(FILE, "3-2", "Vi ser -- som dere... 'slik'")
    assert answers(plainly)["3-2"][0] == "Vi ser -- som dere... 'slik'"
    text = filled(FILE.replace("…", "..."), "3-2", smart)
    assert answers(text)["3-2"][0] == "Vi ser – som dere — at det er \"travelt\"… og 'slik' er det..."


def test_the_file_says_whose_it_is() -> None:
    paper = paper_of(DONE)
    assert paper.groups == ("Dialogkafé Utviklingssenteret",)
    assert [title.item for title in paper.titles] == ["3-2", "3-4"]
    assert not paper.of_the_group
    for language in LANGUAGES:
        assert paper_of(group_minutes(rich(language))).of_the_group
    assert paper_of(DONE.replace("- Gruppe:", "- **Gruppe:**")).groups == paper.groups
    assert paper_of(DONE.replace("Vi ordner det", "Gruppe: ikke denne")).groups == paper.groups


@settings(max_examples=150)
@given(st.one_of(TEXTS, st.lists(st.sampled_from([*PIECES, *DONE.split("\n")]), max_size=60).map("\n".join)))
def test_nothing_that_stands_in_a_file_stops_the_reading(text: str) -> None:
    found = reading(text)
    count = text.replace("\r\n", "\n").count("\n") + 5 * len(text)
    assert all(0 <= doubt.line <= count for doubt in found.doubts)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(DONE.split("\n")), max_size=60).map("\n".join))
def test_no_word_is_invented(text: str) -> None:
    """Whatever lines are left, doubled or moved, an answer is made of words of the file."""
    words = set(text.replace("\\", "").replace("**", "").split())
    for one in reading(text).filled:
        assert {word for line in one.lines for word in line.split()} <= words | {"-", "mai"}
