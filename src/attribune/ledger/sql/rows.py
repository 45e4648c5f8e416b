"""Readings to rows and back; what comes back is equal to what went in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from attribune.article import Article, Span
from attribune.ledger.query import tokenize
from attribune.statement import Anonymity, Figure, Rejection, Role, Speaker, Stance, Statement, When, Where

Row = Mapping[str, Any]


def article_row(article: Article) -> dict[str, Any]:
    """What an article's row says of it, its text aside."""
    return {
        "sha256": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "url": article.url,
        "file": article.file,
        "ref": article.ref,
        "metadata": dict(article.metadata),
        "furniture": _spans(article.furniture),
    }


def article_of(row: Row) -> Article:
    """The article of a row that holds its text, too."""
    return Article(
        text=row["text"],
        title=row["title"],
        outlet=row["outlet"],
        published=datetime.fromisoformat(row["published"]) if row["published"] else None,
        language=row["language"],
        url=row["url"],
        file=row["file"],
        ref=row["ref"],
        metadata=row["metadata"],
        furniture=_read_spans(row["furniture"]),
    )


def appearance_row(speaker: Speaker) -> dict[str, Any]:
    """What an appearance's row says of its speaker."""
    return {
        "number": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "country": speaker.country,
        "mentions": _spans(speaker.mentions),
        "anonymity": None if speaker.anonymity is None else asdict(speaker.anonymity),
        "reasons": list(speaker.reasons),
    }


def speaker_of(row: Row) -> Speaker:
    """The article's speaker of a row."""
    return Speaker(
        id=row["number"],
        name=row["name"],
        kind=row["kind"],
        role=row["role"],
        affiliation=row["affiliation"],
        country=row["country"],
        mentions=_read_spans(row["mentions"]),
        anonymity=None if row["anonymity"] is None else _anonymity(row["anonymity"]),
        reasons=tuple(row["reasons"]),
    )


def _anonymity(value: Mapping[str, Any]) -> Anonymity:
    reason = None if value["reason"] is None else Span(*value["reason"])
    return Anonymity(Span(*value["marker"]), value["plural"], value["specificity"], reason)


def statement_row(statement: Statement, text: str) -> dict[str, Any]:
    """What a statement's row says of it, figures, times and places aside."""
    return {
        "number": statement.id,
        "source": _role(statement.source),
        "cue": _role(statement.cue),
        "content": _spans(statement.content.spans),
        "source_text": statement.source.text(text) if statement.source else None,
        "cue_text": statement.cue.text(text) if statement.cue else None,
        "content_text": statement.content.text(text),
        "quote": statement.quote,
        "cue_class": statement.stance.cue_class,
        "commitment": statement.stance.commitment,
        "distance": statement.stance.distance,
        "parent": statement.parent,
        "repeats": statement.repeats,
        "confidence": float(statement.confidence),
        "reasons": list(statement.reasons),
    }


def statement_of(row: Row, speaker: int | None, details: Details) -> Statement:
    """The statement of a row, with the number of its speaker in the article, and its figures, times and places."""
    return Statement(
        id=row["number"],
        source=_read_role(row["source"]),
        cue=_read_role(row["cue"]),
        content=Role(_read_spans(row["content"])),
        quote=row["quote"],
        speaker=speaker,
        stance=Stance(row["cue_class"], row["commitment"], row["distance"]),
        figures=details[0],
        when=details[1],
        where=details[2],
        parent=row["parent"],
        repeats=row["repeats"],
        confidence=row["confidence"],
        reasons=tuple(row["reasons"]),
    )


Details = tuple[tuple[Figure, ...], tuple[When, ...], tuple[Where, ...]]


def figure_row(figure: Figure, text: str) -> dict[str, Any]:
    """What a figure's row says of it."""
    return {
        **_span_row(figure.span, text),
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "counts": figure.counts,
        "of": figure.of,
        "of_terms": spaced_terms(figure.of or ""),
        "unit": figure.unit,
        "whole": None if figure.whole is None else list(figure.whole),
        "further": figure.further,
    }


def figure_of(row: Row) -> Figure:
    """The figure of a row."""
    whole = None if row["whole"] is None else Span(*row["whole"])
    return Figure(
        Span(row["start"], row["end"]),
        _number(row["low"]),
        _number(row["high"]),
        approximate=row["approximate"],
        counts=row["counts"],
        of=row["of"],
        unit=row["unit"],
        whole=whole,
        further=row["further"],
    )


def when_row(when: When, text: str) -> dict[str, Any]:
    """What a time's row says of it."""
    days = {"first_day": when.start.isoformat(), "end_day": when.end.isoformat()}
    return {**_span_row(when.span, text), **days, "granularity": when.granularity}


def when_of(row: Row) -> When:
    """The time of a row."""
    start, end = date.fromisoformat(row["first_day"]), date.fromisoformat(row["end_day"])
    return When(Span(row["start"], row["end"]), start, end, row["granularity"])


def where_row(where: Where, text: str) -> dict[str, Any]:
    """What a place's row says of it."""
    place = {"name": where.name, "kind": where.kind, "country": where.country, "lat": where.lat, "lon": where.lon}
    return {**_span_row(where.span, text), **place}


def where_of(row: Row) -> Where:
    """The place of a row."""
    span = Span(row["start"], row["end"])
    return Where(span, row["name"], row["kind"], row["country"], row["lat"], row["lon"])


def rejection_values(rejections: Iterable[Rejection]) -> list[list[Any]]:
    """Rejections as they are kept in their reading's row."""
    return [[one.stage, one.reason, None if one.span is None else list(one.span)] for one in rejections]


def rejections_of(values: Sequence[Sequence[Any]]) -> tuple[Rejection, ...]:
    """The rejections of a reading's row."""
    return tuple(Rejection(stage, reason, None if span is None else Span(*span)) for stage, reason, span in values)


def spaced_terms(words: str) -> str:
    """The words as search knows them, with a space around each, so that one can be looked for with LIKE."""
    terms = "".join(f" {token.term}" for token in tokenize(words))
    return f"{terms} " if terms else ""


def _number(value: float | None) -> float | None:
    """Whole numbers without a fraction, as the reader gives them."""
    return int(value) if value is not None and value.is_integer() else value


def _span_row(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _read_spans(values: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in values)


def _role(role: Role | None) -> list[list[int]] | None:
    return None if role is None else _spans(role.spans)


def _read_role(values: Sequence[Sequence[int]] | None) -> Role | None:
    return None if values is None else Role(_read_spans(values))
