"""What search knows of a statement."""

from __future__ import annotations

from collections.abc import Mapping

from attribune.ledger.query import Document
from attribune.reading import Reading
from attribune.statement import Statement

NONE: Mapping[str, str] = {}


def document_of(
    reading: Reading, statement: Statement, identity: int | None, corrections: Mapping[str, str] = NONE
) -> Document:
    """The statement as a document; ``identity`` is the ledger's id of its speaker.

    ``corrections`` are those of a review: a corrected speaker is found by the right name and no longer by the wrong.
    """
    text, speaker = reading.article.text, reading.speaker_of(statement)
    source = statement.source.text(text) if statement.source else None
    names: tuple[str | None, ...] = (speaker.name, speaker.role, speaker.affiliation) if speaker else ()
    if "speaker" in corrections:
        names, source, identity = (corrections["speaker"],), None, None
    return Document(
        content=statement.content.text(text),
        speaker=tuple(dict.fromkeys(name for name in (*names, source) if name)),
        cue=statement.cue.text(text) if statement.cue else None,
        outlet=reading.article.outlet,
        cue_class=corrections.get("cue_class", statement.stance.cue_class),
        quote=corrections.get("quote", statement.quote),
        commitment=corrections.get("commitment", statement.stance.commitment),
        distance=corrections.get("distance", statement.stance.distance),
        kind=speaker.kind if speaker else None,
        places=tuple(dict.fromkeys(where.name for where in statement.where)),
        countries=tuple(sorted({where.country for where in statement.where if where.country})),
        of=tuple(dict.fromkeys(figure.of for figure in statement.figures if figure.of)),
        counts=tuple(sorted({figure.counts for figure in statement.figures})),
        speaker_id=identity,
    )
