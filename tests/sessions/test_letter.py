"""The draft of an e-mail to the leader: what is in it, to whom, and that people's words can be nothing but words."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.minutes.gate import held_back
from sessions.minutes.leaders import report_of
from sessions.minutes.letter import MailError, address_of, letter_of
from sessions.texts import LANGUAGES, texts
from tests.sessions.building import KARI, LINES, NASTY, sessions
from tests.sessions.grouped import OVERLAP, TRAINING, hold, leaders_file, meeting

if TYPE_CHECKING:
    from email.message import EmailMessage

    from sessions.desk import Desk
    from sessions.session import Session

FILES = {"a-ledelse.md": "# Æ\n\n- Frist:\n", "a-ledelse.html": "<!doctype html>\n<p>Ø</p>\n"}


def parsed(whole: Session, to: str = "") -> EmailMessage:
    """Read the draft as a mail program does."""
    return message_from_bytes(letter_of(report_of(whole), FILES, to).encode("ascii"), policy=default)


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    content = part.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")


def attached(message: EmailMessage) -> dict[str | None, bytes]:
    parts = ((part.get_filename(), part.get_payload(decode=True)) for part in message.iter_attachments())
    return {name: payload for name, payload in parts if isinstance(payload, bytes)}


def test_it_is_a_draft_with_a_text_a_page_and_both_files_byte_for_byte(desk: Desk) -> None:
    hold(desk, meeting(1, [TRAINING]))
    whole = hold(desk, meeting(2, [OVERLAP]))
    path = desk.minutes.write_letter(whole, desk.earlier(whole), " tone@kommune.no ")
    raw = path.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") > 0
    message = message_from_bytes(raw, policy=default)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "tone@kommune.no"
    assert message["Subject"] == "Refleksjonsgruppe: 1 sak til ledelsen"
    assert not {"From", "Date", "Message-ID"} & set(message)
    form = desk.minutes.write_form(whole, desk.earlier(whole))
    minutes = desk.minutes.files(whole).leaders
    assert attached(message) == {minutes.name: leaders_file(desk, whole).encode(), form.name: form.read_bytes()}
    plain = body(message, "plain")
    assert "- Sak 1-1: Opplæring av vikarer\n- Sak 2-1: Overlapp mellom vaktene" in plain
    assert minutes.name in plain
    assert form.name in plain
    assert "<br>- Sak 2-1: Overlapp mellom vaktene</p>" in body(message, "html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_address_nobody_is_written_to_and_what_is_kept_is_not_told(language: str) -> None:
    whole = meeting(2, [TRAINING], [OVERLAP], language=language, people=(KARI,))
    message = parsed(whole)
    assert "To" not in message
    assert body(message, "plain").startswith(texts(language)("mail.hello"))
    assert OVERLAP[0] not in message.as_string() + body(message, "plain") + body(message, "html")
    assert KARI.name not in body(message, "plain")


@pytest.mark.parametrize(
    "address",
    [
        "tone",
        "tone@",
        "@kommune.no",
        "tone@kommune",
        "tone@kommune.no, per@kommune.no",
        "Tone <tone@kommune.no>",
        "tone@kommune.no\r\nBcc: per@x.no",
        "tone@kommune.no\nX: y",
        "to ne@kommune.no",
        "tone@kom mune.no",
        "tøne@kommune.no",
        "tone@-kommune.no",
        "tone@kommune..no",
        "t@" + "a" * 64 + ".no",
        "t@" + ".".join(["abcdefghi"] * 30) + ".no",
        "mailto:tone@kommune.no?bcc=a@b.no",
    ],
)
def test_what_is_no_address_is_refused_in_one_sentence(address: str) -> None:
    with pytest.raises(MailError) as caught:
        parsed(meeting(2, [TRAINING]), address)
    for language in LANGUAGES:
        assert "\n" not in texts(language).trouble(caught.value)


@pytest.mark.parametrize(
    ("typed", "written"), [("t.o+n'e@sub.kommune.no", "t.o+n'e@sub.kommune.no"), ("a@blåbær.no", "a@xn--blbr-roah.no")]
)
def test_what_is_an_address_is_taken_as_it_is(typed: str, written: str) -> None:
    assert parsed(meeting(2, [TRAINING]), typed)["To"] == written


@settings(max_examples=100)
@given(sessions(), LINES)
def test_whatever_people_have_written_is_text_in_its_place(whole: Session, title: str) -> None:
    """No title or heading makes a header, a part or an address; the same session gives the same bytes."""
    whole = replace(whole, title=title or whole.title)
    report = report_of(whole)
    written = letter_of(report, FILES)
    assert letter_of(report, FILES) == written
    message = message_from_bytes(written.encode("ascii"), policy=default)
    assert list(message.keys()) == ["X-Unsent", "Subject", "MIME-Version", "Content-Type"]
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        *(f"text/{k}" for k in ("plain", "html", "markdown", "html")),
    ]
    assert attached(message) == {name: text.encode() for name, text in FILES.items()}
    assert not message.defects
    headings = [line for line in body(message, "plain").split("\n") if line.startswith(("- Sak ", "- Item "))]
    assert len(headings) == len(report.items)
    assert held_back("\n".join(headings), whole) is None


@settings(max_examples=100)
@given(st.builds("{}{}{}".format, NASTY, st.sampled_from(["@", "@kommune.no", "a@b.no\r\nBcc: c@d.no"]), NASTY))
def test_whatever_is_typed_for_an_address_is_one_address_or_refused(to: str) -> None:
    try:
        address = address_of(to)
    except MailError:
        return
    assert re.fullmatch(r"[^\s,;:<>()\[\]\"@]+@[^\s,;:<>()\[\]\"@]+", address)
    assert list(parsed(meeting(2), to).keys())[:3] == ["X-Unsent", "Subject", "To"]
