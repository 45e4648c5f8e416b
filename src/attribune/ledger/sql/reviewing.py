"""Reviews in the tables, carried from an older reading to a newer one, and known to search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from attribune.ledger.addition import Carried
from attribune.ledger.review import Review
from attribune.ledger.sql import tables as t
from attribune.ledger.sql import write
from attribune.ledger.sql.documents import documents
from attribune.ledger.sql.index import drop_documents, put_documents
from attribune.ledger.sql.lines import newest_reviews
from attribune.ledger.sql.reader import SqlReader


def put(writer: Any, review: Review) -> Review:
    """Keep a review, with its id; search knows what it corrects."""
    kept = replace(review, id=write.next_id(writer.connection, t.reviews))
    row = {
        "id": kept.id,
        "statement_id": kept.line,
        "verdict": kept.verdict,
        "corrections": dict(kept.corrections),
        "note": kept.note,
        "by": kept.by,
        "carried": kept.carried,
        "certain": kept.certain,
        "reason": kept.reason,
        "recorded_at": kept.recorded,
    }
    with reindexing(writer, [kept.line]):
        write.put(writer.connection, t.reviews, [row])
    return kept


def carry(writer: Any, carried: Mapping[int, Carried], lines: Sequence[int]) -> list[dict[str, Any]]:
    """Give the reviews of older lines to the lines of a newer reading; what came of each, for the audit log."""
    told = []
    for line, review in sorted(newest_reviews(writer.connection, sorted(carried), None).items()):
        found = carried[line]
        if found.number is None:
            told.append({"review": review.id, "to": None, "reason": found.reason})
            continue
        certain = found.certain and review.certain
        target = lines[found.number]
        new = replace(review, line=target, recorded=writer.now, carried=review.id, certain=certain, reason=found.reason)
        kept = put(writer, new)
        told.append({"review": review.id, "to": kept.id, "line": target, "certain": certain, "reason": found.reason})
    return told


@contextmanager
def reindexing(reader: SqlReader, lines: Sequence[int]) -> Iterator[None]:
    """Around a change: lines leave the index as they were, and come back as they are."""
    drop_documents(reader.connection, documents(reader.connection, lines))
    yield
    put_documents(reader.connection, documents(reader.connection, lines))
