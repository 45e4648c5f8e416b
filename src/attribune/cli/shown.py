"""A line in full, for the eye and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from attribune.cli.hits import Paint, how, origin, sentence
from attribune.cli.screen import BOLD, DIM, LABEL, named_rows, on_one_line
from attribune.desk.rows import hit_dict
from attribune.desk.searching import Hit
from attribune.desk.showing import Shown
from attribune.ledger.contract import CaptureCard
from attribune.ledger.review import Review
from attribune.page.amounts import figure_words
from attribune.page.labels import KINDS
from attribune.statement import When, Where

Row = tuple[str, Text]


def print_shown(console: Console, shown: Shown) -> None:
    """The article's head, the words in their surroundings, and a row for each thing that is known."""
    line = shown.line
    title = line.article.title or line.article.ref or line.article.file or "Untitled article"
    console.print(Text(on_one_line(title), BOLD))
    console.print(Text(" · ".join((*origin(line), f"article {line.entry}", f"version {shown.entry.version}")), DIM))
    console.print()
    console.print(Padding(_words(shown), (0, 0, 0, 2)))
    console.print()
    console.print(named_rows(_rows(shown)))
    console.print(Text.assemble((f"{'link':<{LABEL}}  ", DIM), line.permalink), soft_wrap=True)


def _words(shown: Shown) -> Text:
    line, text = shown.line, shown.line.article.text
    before, after = (Text(on_one_line(span.of(text)), DIM) for span in (shown.before, shown.after))
    parts = (before, sentence(line, shown.sentence), after)
    return Text(" ").join(part for part in parts if part.plain)


def _rows(shown: Shown) -> Iterator[Row]:
    yield from _speaker_rows(shown)
    yield from _detail_rows(shown)
    for review in shown.reviews:
        yield "review", _review(review)
    yield from _origin_rows(shown)


def _speaker_rows(shown: Shown) -> Iterator[Row]:
    line, statement, speaker = shown.line, shown.line.statement, shown.line.speaker
    number = f"  speaker {line.identity}" if line.identity is not None else ""
    yield "who", Text.assemble(Paint().name(line), (number, DIM))
    if speaker is not None:
        told = (KINDS[speaker.kind], speaker.role, speaker.affiliation, speaker.country)
        yield "kind", Text(", ".join(on_one_line(one) for one in told if one))
    cue = statement.cue.text(line.article.text) if statement.cue else None
    yield "how", Text.assemble(how(line), (f"  “{on_one_line(cue)}”" if cue else "", DIM))
    yield "told by", Text(" › ".join(map(on_one_line, shown.chain)))
    for reason in dict.fromkeys((*(speaker.reasons if speaker else ()), *statement.reasons)):
        yield "why", Text(on_one_line(reason), DIM)
    yield "confidence", Text(f"{statement.confidence:.2f}")


def _detail_rows(shown: Shown) -> Iterator[Row]:
    statement, text = shown.line.statement, shown.line.article.text
    wholes = {figure.span: figure for figure in statement.figures}
    for figure in statement.figures:
        whole = wholes.get(figure.whole) if figure.whole else None
        yield "number", _detail(figure_words(figure, whole), figure.span.of(text))
    for when in statement.when:
        yield "when", _detail(_days(when), when.span.of(text))
    for where in statement.where:
        yield "where", _detail(_place(where), where.span.of(text))


def _detail(meaning: str, words: str) -> Text:
    return Text(on_one_line(meaning)).append(f"  “{on_one_line(words)}”", DIM)


def _days(when: When) -> str:
    """The day, or the first and the last one."""
    last = when.end - timedelta(days=1)
    return f"{when.start}" if last == when.start else f"{when.start} to {last}"


def _place(where: Where) -> str:
    at = "" if where.lat is None or where.lon is None else f"{where.lat:.2f}, {where.lon:.2f}"
    return ", ".join(part for part in (where.name, where.country, at) if part)


def _review(review: Review) -> Text:
    right = ", ".join(f"{name} is {on_one_line(value)}" for name, value in review.corrections.items())
    told = f"{review.status} by {on_one_line(review.by)} on {_moment(review.recorded)}"
    carried = "carried over from an earlier reading" if review.carried is not None else ""
    return Text(
        "; ".join(part for part in (told, right, on_one_line(review.note), carried, on_one_line(review.reason)) if part)
    )


def _origin_rows(shown: Shown) -> Iterator[Row]:
    line, stored = shown.line, shown.stored
    for card in shown.captures:
        yield "capture", _capture(card)
        yield "sha256", Text(card.sha256)
    reader = stored.reading.reader
    yield "read by", Text(f"{reader.name} {reader.version} ({reader.sha256[:12]}), {on_one_line(stored.program)}")
    until = f", superseded {_moment(line.superseded)}" if line.superseded else ""
    yield "recorded", Text(f"{_moment(line.recorded)}{until}")


def _capture(card: CaptureCard) -> Text:
    place = on_one_line(card.url or card.file or card.name)
    part = f" ({on_one_line(card.part)})" if card.part else ""
    return Text(f"{place}{part}, {card.kind}, {_moment(card.captured)}")


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def shown_dict(shown: Shown) -> dict[str, Any]:
    """The line as one JSON object: what a hit has, and everything around it."""
    line = shown.line
    reading = shown.stored.reading.to_dict()
    statement = next(one for one in reading["statements"] if one["id"] == line.statement.id)
    speaker = next((one for one in reading["speakers"] if one["id"] == statement["speaker"]), None)
    hit = hit_dict(Hit(line, shown.sentence, ()))
    return {
        **{key: value for key, value in hit.items() if key not in ("marks", "score")},
        "version": shown.entry.version,
        "read": {"statement": statement, "speaker": speaker, "reader": reading["reader"]},
        "program": shown.stored.program,
        "recorded": line.recorded,
        "superseded": line.superseded,
        "captures": [_capture_dict(card) for card in shown.captures],
        "reviews": [review_dict(review) for review in shown.reviews],
    }


def _capture_dict(card: CaptureCard) -> dict[str, Any]:
    keys = ("sha256", "kind", "name", "file", "url", "charset", "part", "captured", "recorded", "program")
    return {key: getattr(card, key) for key in keys}


def review_dict(review: Review) -> dict[str, Any]:
    """A review as one JSON object."""
    keys = ("id", "line", "verdict", "status", "by", "recorded", "note", "carried", "certain", "reason")
    return {**{key: getattr(review, key) for key in keys}, "corrections": dict(review.corrections)}
