"""The reading: everything that was found in one article, as it leaves the program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attribune.article import Article, Span
from attribune.errors import MissingExtra
from attribune.page import fragment_html
from attribune.statement import Anonymity, Figure, Rejection, Role, Speaker, Statement, When, Where

if TYPE_CHECKING:
    import pandas

Json = dict[str, Any]
COLUMNS = (  # of a row, in their order
    *("article", "outlet", "published", "statement", "speaker", "kind", "source", "cue", "content", "quote"),
    *("cue_class", "commitment", "distance", "start", "end", "repeats", "confidence"),
)


@dataclass(frozen=True)
class ReaderCard:
    """Which reader read it: name, version and the SHA-256 of its weights."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Reading:
    """One article with its speakers and statements.

    ``figures`` are those in the outlet's own voice, outside every statement; ``rejections`` say what was not
    read and why. In a notebook it shows itself as highlighted text.
    """

    article: Article
    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    rejections: tuple[Rejection, ...]
    reader: ReaderCard

    def speaker_of(self, statement: Statement) -> Speaker | None:
        """The speaker behind a statement, None where no single candidate remained."""
        return None if statement.speaker is None else self.speakers[statement.speaker]

    @cached_property
    def _by_id(self) -> dict[int, Statement]:
        return {one.id: one for one in self.statements}

    def chain_of(self, statement: Statement) -> tuple[str, ...]:
        """Through whom a statement reaches the reader, outermost first: the outlet, whoever reports it, its speaker.

        A speaker that is not known is left out; the outlet is called so where its name is not known.
        """
        names: list[str] = []
        seen: set[int] = set()
        one: Statement | None = statement
        while one is not None and one.id not in seen:
            seen.add(one.id)
            speaker = self.speaker_of(one)
            names += [speaker.name] if speaker else []
            one = None if one.parent is None else self._by_id.get(one.parent)
        return (self.article.outlet or "the outlet", *reversed(names))

    def to_dict(self) -> Json:
        """The reading as plain dictionaries and lists, the shape of ``--format json``."""
        text = self.article.text
        return {
            "article": _article(self.article),
            "speakers": [_speaker(speaker, text) for speaker in self.speakers],
            "statements": [
                {**_statement(statement, text), "chain": list(self.chain_of(statement))}
                for statement in self.statements
            ],
            "figures": [_figure(figure, text) for figure in self.figures],
            "rejections": [_rejection(rejection) for rejection in self.rejections],
            "reader": {"name": self.reader.name, "version": self.reader.version, "sha256": self.reader.sha256},
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """The reading as JSON; one line unless ``indent`` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def rows(self) -> Iterator[Json]:
        """One flat dictionary a statement: words, speaker's name and kind, stance, offsets."""
        text = self.article.text
        for statement in self.statements:
            speaker = self.speaker_of(statement)
            yield {
                "article": self.article.id,
                "outlet": self.article.outlet,
                "published": _moment(self.article),
                "statement": statement.id,
                "speaker": speaker.name if speaker else None,
                "kind": speaker.kind if speaker else None,
                "source": statement.source.text(text) if statement.source else None,
                "cue": statement.cue.text(text) if statement.cue else None,
                "content": statement.content.text(text),
                "quote": statement.quote,
                "cue_class": statement.stance.cue_class,
                "commitment": statement.stance.commitment,
                "distance": statement.stance.distance,
                "start": statement.content.start,
                "end": statement.content.end,
                "repeats": statement.repeats,
                "confidence": round(statement.confidence, 3),
            }

    def to_frame(self) -> pandas.DataFrame:
        """The rows as a pandas data frame; :class:`MissingExtra` where pandas is not installed."""
        try:
            import pandas
        except ImportError as cause:
            raise MissingExtra("data frames need pandas: pip install 'attribune[frames]'") from cause
        return pandas.DataFrame(list(self.rows()), columns=list(COLUMNS))

    def _repr_html_(self) -> str:
        return fragment_html(self.article, self.speakers, self.statements, figures=self.figures)


def _moment(article: Article) -> str | None:
    return article.published.isoformat().replace("+00:00", "Z") if article.published else None


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": _moment(article),
        "language": article.language,
        "url": article.url,
        "file": article.file,
        "ref": article.ref,
        "metadata": dict(article.metadata),
        "text": article.text,
    }


def _speaker(speaker: Speaker, text: str) -> Json:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "country": speaker.country,
        "mentions": [list(span) for span in speaker.mentions],
        "anonymity": _anonymity(speaker.anonymity, text),
        "reasons": list(speaker.reasons),
    }


def _anonymity(anonymity: Anonymity | None, text: str) -> Json | None:
    if anonymity is None:
        return None
    reason = None if anonymity.reason is None else _span(anonymity.reason, text)
    number = "plural" if anonymity.plural else "singular"
    return {
        "marker": _span(anonymity.marker, text),
        "reason": reason,
        "number": number,
        "specificity": anonymity.specificity,
    }


def _role(role: Role | None, text: str) -> Json | None:
    return None if role is None else {"spans": [list(span) for span in role.spans], "text": role.text(text)}


def _statement(statement: Statement, text: str) -> Json:
    return {
        "id": statement.id,
        "source": _role(statement.source, text),
        "cue": _role(statement.cue, text),
        "content": _role(statement.content, text),
        "speaker": statement.speaker,
        "quote": statement.quote,
        "cue_class": statement.stance.cue_class,
        "commitment": statement.stance.commitment,
        "distance": statement.stance.distance,
        "figures": [_figure(figure, text) for figure in statement.figures],
        "when": [_when(when, text) for when in statement.when],
        "where": [_where(where, text) for where in statement.where],
        "parent": statement.parent,
        "repeats": statement.repeats,
        "confidence": round(statement.confidence, 3),
        "reasons": list(statement.reasons),
    }


def _span(span: Span, text: str) -> Json:
    return {"span": list(span), "text": span.of(text)}


def _figure(figure: Figure, text: str) -> Json:
    return {
        **_span(figure.span, text),
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "counts": figure.counts,
        "of": figure.of,
        "unit": figure.unit,
        "whole": None if figure.whole is None else list(figure.whole),
        "further": figure.further,
    }


def _when(when: When, text: str) -> Json:
    return {
        **_span(when.span, text),
        "start": when.start.isoformat(),
        "end": when.end.isoformat(),
        "granularity": when.granularity,
    }


def _where(where: Where, text: str) -> Json:
    place = {"name": where.name, "kind": where.kind, "country": where.country, "lat": where.lat, "lon": where.lon}
    return {**_span(where.span, text), **place}


def _rejection(rejection: Rejection) -> Json:
    span = None if rejection.span is None else list(rejection.span)
    return {"stage": rejection.stage, "reason": rejection.reason, "span": span}
