"""One card a statement: who says it, how firmly, in whose words, and why we think so."""

from __future__ import annotations

from attribune.page.details import told
from attribune.page.labels import CUES, DISTANCES, KINDS, QUOTES
from attribune.page.markup import Markup, element, joined
from attribune.page.view import View, anchor, badge, faint, paint, stroke, voice_key, words
from attribune.statement import Speaker, Statement


def cards(view: View) -> Markup:
    """All statements in the order of the text."""
    return element("ol", *(_card(view, statement) for statement in view.statements), class_="cards")


def _card(view: View, statement: Statement) -> Markup:
    voice = view.voice[statement.id]
    again = " again" if statement.repeats is not None else ""
    return element(
        "li",
        _who(view, statement),
        element("blockquote", words(statement.content, view.article.text), dir="auto"),
        _notes(view, statement),
        _facts(view, statement),
        _reasons(voice.speaker, statement),
        class_=f"card {paint(voice)} {stroke(voice)}{again}",
        id=f"{view.key}-{statement.id}",
        data_id=statement.id,
        data_v=voice_key(voice),
    )


def _who(view: View, statement: Statement) -> Markup:
    voice = view.voice[statement.id]
    name = element("span", voice.name, class_="name faint" if faint(voice) else "name", dir="auto")
    number = element("span", f"#{statement.id}", class_="number")
    return element(
        "div", badge(voice), element("span", name, _detail(voice.speaker), class_="title"), number, class_="by"
    )


def _detail(speaker: Speaker | None) -> Markup:
    if speaker is None:
        return Markup()
    parts = dict.fromkeys(part for part in (KINDS[speaker.kind], speaker.role, speaker.affiliation) if part)
    return element("span", " · ".join(parts), class_="detail", dir="auto")


def _notes(view: View, statement: Statement) -> Markup:
    notes = []
    if statement.repeats is not None:
        notes.append(element("span", "↺ repeats ", anchor(view, statement.repeats, f"#{statement.repeats}")))
    if statement.parent is not None:
        notes.append(element("span", "inside ", anchor(view, statement.parent, f"#{statement.parent}")))
    return element("p", *notes, class_="notes") if notes else Markup()


def _facts(view: View, statement: Statement) -> Markup:
    stance, text = statement.stance, view.article.text
    cue = f"{CUES[stance.cue_class]} (“{words(statement.cue, text)}”)" if statement.cue else CUES[stance.cue_class]
    facts = (
        ("Cue", cue),
        ("Commitment", stance.commitment),
        ("Distance", DISTANCES[stance.distance]),
        ("Words", QUOTES[statement.quote]),
        ("Confidence", f"{100 * statement.confidence:.0f} %"),
    )
    rows = [(name, entries) for name, entries in told(view, statement) if entries]
    return element("dl", *(_fact(name, *entries) for name, entries in rows), *(_fact(*fact) for fact in facts))


def _fact(name: str, *values: str) -> Markup:
    return element("div", element("dt", name), *(element("dd", value, dir="auto") for value in values))


def _reasons(speaker: Speaker | None, statement: Statement) -> Markup:
    reasons = dict.fromkeys((*(speaker.reasons if speaker else ()), *statement.reasons))
    if not reasons:
        return Markup()
    return joined(element("ul", *(element("li", reason, dir="auto") for reason in reasons), class_="reasons"))
