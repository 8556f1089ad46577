"""A plan that cannot be used is told of in one sentence that names the line or the field, and nothing happens."""

from pathlib import Path

import pytest

from sessions.plan import MOST_TABLES, plan_of, read_plan
from sessions.texts import LANGUAGES, texts
from sessions.trouble import PlanError
from tests.sessions.building import DAY

TITLE = b'title = "Brukerkunnskap"\n'
TABLE = b"[[tables]]\nnumber = 1\n"
SEVERAL = b"".join(b"[[tables]]\nnumber = %d\n" % number for number in range(1, 13))
MANY = b"".join(b"[[tables]]\nnumber = %d\n" % number for number in range(MOST_TABLES + 1))

BAD = {
    "an unknown step": (TITLE + b"[steps]\nlunch = 30\n", "step", "lunch"),
    "a negative time": (TITLE + b"[steps]\nround = -5\n", "minutes", "steps.round"),
    "a time that is text": (TITLE + b'[steps]\nround = "15"\n', "minutes", "steps.round"),
    "a time without end": (TITLE + b"[steps]\nround = inf\n", "minutes", "steps.round"),
    "an unknown field of a step": (TITLE + b"[steps]\nround = { minuts = 3 }\n", "field", "steps.round.minuts"),
    "steps that are a number": (TITLE + b"steps = 3\n", "steps", "[steps]"),
    "twelve tables and four people": (TITLE + b"present = 4\n" + SEVERAL, "few", "12"),
    "a table without a number": (TITLE + TABLE + b'[[tables]]\ntheme = "x"\n', "table_number", "2"),
    "a table with a half number": (TITLE + b"[[tables]]\nnumber = 1.5\n", "table_number", "1"),
    "a table that is true": (TITLE + b"[[tables]]\nnumber = true\n", "table_number", "1"),
    "table number nought": (TITLE + b"[[tables]]\nnumber = 0\n", "table_number", "1"),
    "two tables of one number": (TITLE + TABLE + TABLE, "table_twice", "1"),
    "an unknown field of a table": (TITLE + TABLE + b"seats = 4\n", "field", "tables[1].seats"),
    "tables that are a number": (TITLE + b"tables = 5\n", "entries", "tables"),
    "more tables than a room has": (TITLE + MANY.replace(b"= 0", b"= 99"), "number", "tables"),
    "a date that is none": (TITLE + b'date = "24. november"\n', "date", "24. november"),
    "a day that no month has": (TITLE + b'date = "2026-02-30"\n', "date", "2026-02-30"),
    "a year that is a slip": (TITLE + b"date = 0226-11-24\n", "date", "0226-11-24"),
    "a last year": (TITLE + b'date = 9999-12-31\nend = "23:59"\n', "date", "9999-12-31"),
    "a date with a time": (TITLE + b"date = 2026-11-24T10:00:00\n", "date", "2026-11-24"),
    "an end that is none": (TITLE + b'end = "halv tre"\n', "time", "halv tre"),
    "an end after midnight": (TITLE + b'end = "25:00"\n', "time", "25:00"),
    "an end that is a number": (TITLE + b"end = 14\n", "time", "14"),
    "Latin-1 bytes": (TITLE + b'\npurpose = "m\xf8te"\n', "encoding", "3"),
    "a quote that is not closed": (TITLE + b'purpose = "x\n', "syntax", "line 2"),
    "a field twice": (TITLE + TITLE, "syntax", "line 2"),
    "a date that TOML has not": (TITLE + b"date = 2026-13-01\n", "syntax", "line 2"),
    "a number without end": (TITLE + b"seats = " + b"9" * 5000, "syntax", "min.toml"),
    "lists in lists": (TITLE + b"seats = " + b"[" * 5000, "syntax", "min.toml"),
    "no title": (b'purpose = "x"\n', "needed", "title"),
    "an empty title": (b'title = " \\u202e "\n', "needed", "title"),
    "a title that is a number": (b"title = 5\n", "text", "title"),
    "a title of a page": (b'title = "' + b"x" * 501 + b'"\n', "long", "title"),
    "a question of a page": (TITLE + b'questions = ["a", "' + b"x" * 501 + b'"]\n', "long", "questions[2]"),
    "questions that are text": (TITLE + b'questions = "x"\n', "list", "questions"),
    "an unknown field": (TITLE + b'tittel = "x"\n', "field", "tittel"),
    "an unknown programme": (TITLE + b'programme = "kafe"\n', "programme", "kafe"),
    "an unknown language": (TITLE + b'language = "sv"\n', "language", "sv"),
    "no rounds": (TITLE + b"rounds = 0\n", "number", "rounds"),
    "rounds that are text": (TITLE + b'rounds = "3"\n', "number", "rounds"),
    "one seat": (TITLE + b"seats = 1\n", "number", "seats"),
    "fewer than nobody": (TITLE + b"present = -1\n", "number", "present"),
    "a year and a day of retention": (TITLE + b"retention_days = 366\n", "number", "retention_days"),
    "someone without a name": (TITLE + b'[[people]]\nunit = "x"\n', "needed", "people[1].name"),
    "an unknown field of a person": (TITLE + b'[[people]]\nname = "x"\nage = 3\n', "field", "people[1].age"),
    "a missing file of people": (TITLE + b'people_file = "folk.csv"\n', "people_file", "folk.csv"),
    "a folder of people": (TITLE + b'people_file = "."\n', "people_file", "people_file"),
}


@pytest.mark.parametrize(("plan", "key", "named"), BAD.values(), ids=BAD)
def test_a_bad_plan_is_told_in_every_language(plan: bytes, key: str, named: str, tmp_path: Path) -> None:
    file = tmp_path / "min.toml"
    file.write_bytes(plan)
    with pytest.raises(PlanError) as caught:
        read_plan(file, DAY)
    assert caught.value.key == f"plan.{key}"
    for language in LANGUAGES:
        sentence = texts(language).trouble(caught.value)
        assert named.replace("people_file", str(tmp_path)) in sentence
        assert "{" not in sentence.replace("{ minutes", "")
        assert len(sentence.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["min.toml"]


@pytest.mark.parametrize("name", ["borte.toml", "."])
def test_a_plan_that_is_not_there_is_told_by_its_path(name: str, tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        read_plan(tmp_path / name, DAY)
    assert caught.value.key == "plan.missing"
    for language in LANGUAGES:
        assert str(tmp_path / name) in texts(language).trouble(caught.value)


def test_a_cell_without_end_in_a_file_of_people_is_told(tmp_path: Path) -> None:
    (tmp_path / "folk.csv").write_text('"' + "x" * 200_000, encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        plan_of({"title": "x", "people_file": "folk.csv"}, DAY, tmp_path)
    assert caught.value.key == "plan.people_file"


def test_enough_people_for_every_table_are_two_at_each() -> None:
    tables = [{"number": number} for number in (1, 2, 3)]
    assert plan_of({"title": "x", "present": 6, "tables": tables}, DAY).present == 6
    with pytest.raises(PlanError) as caught:
        plan_of({"title": "x", "present": 5, "tables": tables}, DAY)
    assert caught.value.values == {"tables": 3, "present": 5, "least": 2}
    assert plan_of({"title": "x", "present": 1, "tables": tables[:1]}, DAY).present == 1
