"""Lines for those outside: as flat rows of tables and data frames, and as JSON objects of searches and alerts."""

from __future__ import annotations

from typing import Any

from attribune.desk.searching import Hit
from attribune.ledger.line import Line

COLUMNS = (
    *("line", "day", "outlet", "title", "speaker", "speaker_id", "kind", "role", "country", "cue", "content"),
    *("quote", "cue_class", "commitment", "distance", "confidence", "status", "url", "file", "article", "permalink"),
)


def row_of(line: Line) -> dict[str, Any]:
    """One line as a row, its values in the order of ``COLUMNS``; what a review corrected is corrected here."""
    article = line.article
    values = {
        **_said(line),
        "day": line.day,
        "outlet": article.outlet,
        "title": article.title,
        "confidence": round(line.statement.confidence, 3),
        "url": article.url,
        "file": article.file,
        "article": article.id,
    }
    return {column: values[column] for column in COLUMNS}


def hit_dict(hit: Hit) -> dict[str, Any]:
    """A hit as one JSON object: who, what, where, and the link that proves it."""
    line, article = hit.line, hit.line.article
    said = _said(line)
    return {
        "permalink": said.pop("permalink"),
        "line": said.pop("line"),
        "article": {
            "id": article.id,
            "entry": line.entry,
            "title": article.title,
            "outlet": article.outlet,
            "day": line.day.isoformat(),
            "url": article.url,
            "file": article.file,
            "ref": article.ref,
        },
        "statement": line.statement.id,
        **said,
        "sentence": hit.sentence.of(article.text),
        "span": list(hit.sentence),
        "marks": [list(mark) for mark in hit.marks],
        "score": hit.score,
    }


def _said(line: Line) -> dict[str, Any]:
    """Who said what and how; of a speaker that a review corrected the name alone is known."""
    statement, stands = line.statement, line.stands
    speaker = None if line.is_speaker_corrected else line.speaker
    return {
        "permalink": line.permalink,
        "line": line.id,
        "speaker": stands["speaker"],
        "speaker_id": None if line.is_speaker_corrected else line.identity,
        "kind": speaker.kind if speaker else None,
        "role": speaker.role if speaker else None,
        "country": speaker.country if speaker else None,
        "cue": statement.cue.text(line.article.text) if statement.cue else None,
        "content": line.content,
        "quote": stands["quote"],
        "cue_class": stands["cue_class"],
        "commitment": stands["commitment"],
        "distance": stands["distance"],
        "status": line.status,
    }
