"""Lines as flat rows, for tables and data frames."""

from __future__ import annotations

from typing import Any

from attribune.ledger.line import Line

COLUMNS = (
    *("line", "day", "outlet", "title", "speaker", "speaker_id", "kind", "role", "country", "cue", "content"),
    *("quote", "cue_class", "commitment", "distance", "confidence", "status", "url", "file", "article", "permalink"),
)


def row_of(line: Line) -> dict[str, Any]:
    """One line; what a review corrected is corrected here, and of a corrected speaker the name alone is known."""
    statement, speaker, article = line.statement, line.speaker, line.article
    corrected = line.review.corrections if line.review else {}
    other = "speaker" in corrected
    return {
        "line": line.id,
        "day": line.day,
        "outlet": article.outlet,
        "title": article.title,
        "speaker": corrected.get("speaker", line.name),
        "speaker_id": None if other else line.identity,
        "kind": speaker.kind if speaker else None,
        "role": speaker.role if speaker and not other else None,
        "country": speaker.country if speaker and not other else None,
        "cue": statement.cue.text(article.text) if statement.cue else None,
        "content": line.content,
        "quote": corrected.get("quote", statement.quote),
        "cue_class": corrected.get("cue_class", statement.stance.cue_class),
        "commitment": corrected.get("commitment", statement.stance.commitment),
        "distance": corrected.get("distance", statement.stance.distance),
        "confidence": round(statement.confidence, 3),
        "status": line.status,
        "url": article.url,
        "file": article.file,
        "article": article.id,
        "permalink": line.permalink,
    }
