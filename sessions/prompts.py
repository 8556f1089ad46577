"""What the host says at a step: its title, one sentence for the wall, and a fuller hint for the facilitator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.programme import StepKind

if TYPE_CHECKING:
    from sessions.programme import Step
    from sessions.session import Session
    from sessions.texts import Texts


def title_of(session: Session, words: Texts) -> str:
    """Give the title of the step that a session is at, with the larger part that it belongs to."""
    step = session.step
    if step.kind is StepKind.ROUND:
        return step.title or words("step.round", round=session.round, rounds=session.rounds)
    return words("step.part", part=step.part, title=name_of(step, words)) if step.part else name_of(step, words)


def name_of(step: Step, words: Texts) -> str:
    """Give what a step is called, whatever session it is in."""
    return step.title or _said(step, "title", words) or words(f"kind.{step.kind.value}")


def prompt_of(step: Step, words: Texts) -> str:
    """Give the one sentence for the wall; empty where the screen of its kind has its own."""
    return step.prompt or _said(step, "prompt", words)


def hint_of(step: Step, words: Texts) -> str:
    """Give what the facilitator may want to know at the step."""
    return step.hint or _said(step, "hint", words) or words(f"help.{step.kind.value}")


def _said(step: Step, what: str, words: Texts) -> str:
    return words.find(f"talk.{step.name}.{what}")
