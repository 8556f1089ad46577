"""How people fill in the leaders' file: each editor takes the file and the answers, and gives the bytes it would save.

What a word processor's text becomes by way of pandoc was looked at with pandoc 2.17 (docx to markdown, gfm and plain).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence

from sessions.notes import plain

Answers = Mapping[str, Sequence[str]]
Editor = Callable[[str, Answers], bytes]
_HEADING = re.compile(r"### (?:Sak|Item) (\d+-\d+):")
_LABELS = 4
WRAP = 72


def canonical(text: str) -> str:
    """Give an answer as it can be read back from any file: no blanks at the ends of lines, one empty line at most."""
    blocks = re.split(r"\n\s*\n", plain(text))
    lines = [[" ".join(line.split()) for line in block.split("\n") if line.strip()] for block in blocks]
    return "\n\n".join("\n".join(block) for block in lines if block)


def flat(text: str) -> str:
    """Give the answer as one paragraph, which is all that some editors leave of it."""
    return text.replace("\n\n", "\n")


def one_line(text: str) -> str:
    return " ".join(text.split())


def escaped(line: str) -> str:
    """Escape what Markdown could read, as programs do that write it."""
    line = re.sub(r"[\\`*_\[\]<>|~&#]", r"\\\g<0>", line)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^[+=:-]", r"\\\g<0>", line))


Write = Callable[[str, str], str]


def edited(file: str, answers: Answers, write: Write, heading: Callable[[str], str] = str, between: str = "\n") -> str:
    """Rewrite the file: `write` gives a label with its answer, `heading` an item's heading."""
    written: list[str] = []
    item, turn = "", 0
    for line in file.split("\n"):
        if found := _HEADING.match(line):
            item, turn = found[1], 0
            written.append(heading(line))
        elif item and line.startswith("- ") and turn < _LABELS:
            written.append(write(line[2:], answers.get(item, [""] * _LABELS)[turn]))
            written += [between.strip("\n")] if turn < _LABELS - 1 and between != "\n" else []
            turn += 1
        else:
            written.append(line)
    return "\n".join(written)


def indented(text: str, by: int, end: str = "") -> str:
    """Give the lines after the first so many blanks in, `end` at each line that goes on in the same paragraph."""
    blocks = [block.split("\n") for block in text.split("\n\n")]
    return (
        "\n\n".join(f"{end}\n".join(lines) for lines in blocks)
        .replace("\n", "\n" + " " * by)
        .replace("\n" + " " * by + "\n", "\n\n")
    )


def notepad(file: str, answers: Answers) -> bytes:
    """Windows Notepad: a byte-order mark, CRLF, answers typed behind the colons, more lines typed under them."""

    def write(label: str, text: str) -> str:
        begin = "\n  " if re.match(r"[-+*] |\d+[.)] ", text) else " "
        return f"- {label}{begin}{indented(text, 2)}" if text else f"- {label} "

    return edited(file, answers, write).replace("\n", "\r\n").encode("utf-8-sig")


def unindented(file: str, answers: Answers) -> bytes:
    """A plain editor, nothing moved in: what goes on stands at the margin."""
    return edited(file, answers, lambda label, text: f"- {label} {text}".rstrip()).encode()


def bold(file: str, answers: Answers) -> bytes:
    """An editor of Markdown: stars, bold labels, an empty line between items, another level of headings."""

    def write(label: str, text: str) -> str:
        escape = "\n".join(map(escaped, text.split("\n")))
        return f"* **{label.rstrip(':')}:** {indented(escape, 2, chr(92))}".rstrip()

    return edited(file, answers, write, lambda line: line.replace("###", "##"), "\n\n").encode()


def numbers(file: str, answers: Answers) -> bytes:
    """Somebody who counts, answers the last item first, leaves out what she has no answer to, and adds a greeting."""
    number = iter(range(1, 10_000))

    def write(label: str, text: str) -> str:
        escape = "\n".join(map(escaped, text.split("\n")))
        return f"{next(number)}) {label} {indented(escape, 6, chr(92))}".rstrip()

    whole = edited(file, answers, write)
    head, *items = re.split(r"(?=^### )", whole, flags=re.MULTILINE)
    foot = ""
    if items:
        items[-1], _, foot = items[-1].partition("\n---\n")
    kept = [item for item in reversed(items) if any(answers.get(_item(item), ()))]
    greeting = "Hei, her er svarene mine.\n\n"
    return (
        head + greeting + "\n\nTakk for sist!\n\n".join(one.strip("\n") + "\n" for one in kept) + f"\n---\n{foot}"
    ).encode()


def _item(section: str) -> str:
    found = _HEADING.match(section)
    return found[1] if found else ""


def paragraphs(file: str, answers: Answers) -> bytes:
    """Somebody who took the list away: each label begins a paragraph, the headings are only bold."""

    def write(label: str, text: str) -> str:
        escape = "\n".join(map(escaped, text.split("\n")))
        return f"{label} {indented(escape, 0, '  ')}".rstrip()

    return edited(file, answers, write, lambda line: f"**{line.removeprefix('### ')}**", "\n\n").encode()


def headings(file: str, answers: Answers) -> bytes:
    """Somebody who made headings of the labels."""

    def write(label: str, text: str) -> str:
        return f"#### {label.rstrip(':')}\n\n" + indented("\n".join(map(escaped, text.split("\n"))), 0, "  ")

    return edited(file, answers, write, between="\n\n").encode()


def table(file: str, answers: Answers) -> bytes:
    """Somebody who put the four lines into a table."""

    def write(label: str, text: str) -> str:
        cell = "<br>".join(escaped(line) for line in text.split("\n"))
        return ("| | |\n|---|---|\n" if label.startswith(("Slik", "How")) else "") + f"| {label} | {cell} |"

    return edited(file, answers, write).encode()


def form(file: str, answers: Answers) -> bytes:
    """The form that goes with the file, as its script writes; the browser's own is tested with the page."""

    def write(label: str, text: str) -> str:
        lines = text.split("\n")
        first = re.sub(r"[\\`*_\[\]<>|~&#]", r"\\\g<0>", lines[0])
        return f"- {label} {indented(chr(10).join([first, *map(escaped, lines[1:])]), 2, chr(92))}".rstrip()

    return edited(file, answers, write).encode()


def pandoc(file: str, answers: Answers) -> bytes:
    """A word processor, and pandoc to its own Markdown: wrapped, ASCII punctuation, further paragraphs as items."""

    def write(label: str, text: str) -> str:
        blocks = [block.split("\n") for block in text.split("\n\n")]
        items = [("\\\n").join(_smart(line) for line in lines) for lines in blocks]
        items[0] = f"{_smart(label)} {items[0]}".rstrip()
        wrapped = [_wrapped(item, "-   ", "    ") for item in items]
        return "\n\n```{=html}\n<!-- -->\n```\n".join(wrapped)

    whole = edited(file.replace("\n---\n", "\n"), answers, write, between="\n\n")
    return _all_wrapped(whole, _smart).encode()


def pandoc_gfm(file: str, answers: Answers) -> bytes:
    """The same to GitHub's Markdown: punctuation as it was, line ends as two blanks."""

    def write(label: str, text: str) -> str:
        blocks = [block.split("\n") for block in text.split("\n\n")]
        items = ["  \n".join(escaped(line) for line in lines) for lines in blocks]
        items[0] = f"{label} {items[0]}".rstrip()
        return "\n\n<!-- -->\n\n".join(_wrapped(item, "-   ", "    ") for item in items)

    return _all_wrapped(edited(file.replace("\n---\n", "\n"), answers, write, between="\n\n"), str).encode()


def word_text(file: str, answers: Answers) -> bytes:
    """A word processor that saves plain text in the old Windows code page: bullets, no headings, no empty lines."""

    def write(label: str, text: str) -> str:
        return f"•\t{label} {text}".rstrip()

    whole = edited(file, answers, write, lambda line: re.sub(r"\\(\W)", r"\1", line.removeprefix("### ")))
    lines = [line.replace("**", "").removeprefix("# ").strip("*") for line in whole.split("\n") if line != "---"]
    lines = [re.sub(r"^- ", "•\t", line) for line in lines if line.strip()]
    return "\r\n".join(lines).encode("cp1252", errors="replace")


def quoted(file: str, answers: Answers) -> bytes:
    """A mail program that quotes the file."""

    def write(label: str, text: str) -> str:
        return f"- {label} {indented(chr(10).join(map(escaped, text.split(chr(10)))), 2, chr(92))}".rstrip()

    return "\n".join(f"> {line}".rstrip() for line in edited(file, answers, write).split("\n")).encode()


def _smart(line: str) -> str:
    for meant, ascii_form in (("…", "\0..."), ("—", "\0---"), ("–", "\0--"), ("“", '\0"'), ("”", '\0"'), ("’", "\0'")):
        line = line.replace(meant, ascii_form)
    line = re.sub(r"(?<!\0)([\"']|\.\.\.|--)", r"\\\1", line)
    line = re.sub(r"(?<!\\)[`*_\[\]<>|~^$@]", r"\\\g<0>", line).replace("\0", "")
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([+#:-])(?=\s|$)", r"\\\1", line))


def _wrapped(text: str, first: str, rest: str) -> str:
    """Wrap a paragraph as pandoc does: at blanks alone, each line end that was meant on its own."""
    written: list[str] = []
    text = re.sub(r" (?=(?:[-+*>#]|\d+[.)])(?: |$))", "\1", text)  # no line begins with what would be a list
    for line in text.split("\n"):
        begin = rest if written else first
        end = "  " if line.endswith("  ") else ""
        wrap = textwrap.wrap(
            line, WRAP, initial_indent=begin, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
        )
        written.append("\n".join(wrap or [begin.rstrip()]) + end)
    return "\n".join(written).replace("\1", " ")


def _all_wrapped(whole: str, write: Callable[[str], str]) -> str:
    """Wrap what is ours: paragraphs, and nothing that is a heading or a list."""
    lines = (
        _wrapped(write(line), "", "") if line[:1].isalpha() or line[:1] in "«“" else line for line in whole.split("\n")
    )
    return "\n".join(lines)
