"""Three ways to look: paper for a lit room, night for a dark one, and the highest contrast there is.

Projectors wash out: with black lifted to 60 and white lowered to 180 of 255, the time still has a contrast of 4.5:1
(WCAG 2.2) in each theme and phase. A test holds that.
So ink is black or white, and it is the paper that changes colour.
"""

from __future__ import annotations

from textual.theme import Theme


def _theme(name: str, *, dark: bool, ink: str, paper: str, soon: str, last: str, quiet: str, accent: str) -> Theme:
    return Theme(
        name=name,
        primary=accent,
        foreground=ink,
        background=paper,
        surface=paper,
        panel=paper,
        dark=dark,
        variables={
            "ink": ink,
            "paper": paper,
            "paper-soon": soon,
            "paper-last": last,
            "quiet": quiet,
            "accent-ink": accent,
            "block-cursor-foreground": paper,
            "block-cursor-background": ink,
            "input-selection-background": f"{accent} 40%",
            "border": quiet,
            "scrollbar": quiet,
            "scrollbar-hover": quiet,
            "scrollbar-active": ink,
            "scrollbar-background": paper,
            "scrollbar-background-hover": paper,
            "scrollbar-background-active": paper,
        },
    )


PAPER = _theme(
    "papir",
    dark=False,
    ink="#000000",
    paper="#fffdf8",
    soon="#ffe3a3",
    last="#ffdcd4",
    quiet="#38352f",
    accent="#0b4f6c",
)
NIGHT = _theme(
    "natt", dark=True, ink="#ffffff", paper="#0b0b0d", soon="#1b1400", last="#2c0808", quiet="#b9b5ac", accent="#8fd3f0"
)
CONTRAST = _theme(
    "kontrast",
    dark=True,
    ink="#ffffff",
    paper="#000000",
    soon="#000000",
    last="#000000",
    quiet="#ffffff",
    accent="#ffffff",
)
THEMES = (PAPER, NIGHT, CONTRAST)
