"""A person's own programme is a TOML file; what is wrong in it is told with its line."""

from pathlib import Path

import pytest

from sessions.programme import StepKind
from sessions.shelf import PROGRAMMES, Shelf, read_programme
from sessions.texts import texts
from sessions.trouble import PlanError

OWN = """\
seats = 6

[[step]]
kind = "talk"
name = "kaffe"
title = "Kaffe"
prompt = "Hva har du med deg i dag?"
hint = "Gå rundt én gang."
minutes = 10

[[step]]
kind = "sorting"
minutes = 5
"""


def told(path: Path) -> str:
    with pytest.raises(PlanError) as caught:
        read_programme(path)
    return texts("nb").trouble(caught.value)


def test_a_programme_of_ones_own_is_found_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "kaffe.toml").write_text(OWN, encoding="utf-8")
    shelf = Shelf(tmp_path)
    assert shelf.names() == (*PROGRAMMES, "kaffe")
    first = shelf.find("kaffe").steps[1]
    assert (first.kind, first.minutes, first.title, first.prompt) == (
        *(StepKind.TALK, 10, "Kaffe"),
        "Hva har du med deg i dag?",
    )


def test_ones_own_comes_before_ours_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "sme.toml").write_text(OWN, encoding="utf-8")
    assert Shelf(tmp_path).find("sme").minutes == 15
    assert Shelf().find("sme").minutes == 60


@pytest.mark.parametrize(
    ("was", "now", "line", "word"),
    [
        ("minutes = 10", "minutes = 500", 9, "240"),
        ("minutes = 5", "minutes = -1", 13, "step[2].minutes"),
        ('kind = "sorting"', 'kind = "sort"', 12, "sort"),
        ('kind = "sorting"\n', "", 11, "step[2].kind"),
        ('title = "Kaffe"', "title = 3", 6, "step[1].title"),
        ('title = "Kaffe"', 'tittel = "Kaffe"', 6, "tittel"),
        ("seats = 6", "seats = 1", 1, "seats"),
        ('kind = "talk"', 'kind = "talk', 4, "TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, was: str, now: str, line: int, word: str) -> None:
    own = tmp_path / "kaffe.toml"
    own.write_text(OWN.replace(was, now), encoding="utf-8")
    sentence = told(own)
    assert str(own) in sentence
    assert f"lin{'je' if 'linje' in sentence else 'e'} {line}" in sentence
    assert word in sentence


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "ingen steg"),
        ('[[step]]\nkind = "reading"\n[[step]]\nkind = "talk"\n', "gjennomlesing"),
        ('[[step]]\nkind = "reading"\n[[step]]\nkind = "reading"\n', "én gang"),
        ("step = 3", "[[step]]"),
    ],
)
def test_a_programme_that_cannot_be_run_is_refused(tmp_path: Path, text: str, word: str) -> None:
    own = tmp_path / "kaffe.toml"
    own.write_text(text, encoding="utf-8")
    assert word in told(own)


def test_an_unknown_name_tells_the_known_ones_and_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text(OWN, encoding="utf-8")
    folder = tmp_path / "programmes"
    folder.mkdir()
    for name in ("kaffe", "../secret"):
        with pytest.raises(PlanError) as caught:
            Shelf(folder).find(name)
        assert "refleksjonsgruppe" in texts("nb").trouble(caught.value)
