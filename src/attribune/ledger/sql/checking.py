"""What search looks at, and what is kept twice, compared with what it was made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, inspect, literal_column, or_, select, text

from attribune.ledger.query import tsvector
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.columns import metadata
from attribune.ledger.sql.documents import documents
from attribune.ledger.sql.index import indexed
from attribune.ledger.sql.rows import spaced_terms

PAGE = 1_000  # rows at a time
TOLD = 20  # rows of one kind that are named
VIEWS = ("figures_flat", "speaker_names", "standing_reviews", "statements_flat")


def differing(connection: Connection) -> Iterator[str]:
    """Sentences on rows that say other things than those they were made from."""
    s, r, a = t.statements.c, t.readings.c, t.articles.c
    yield from _missing(connection)
    kept, known = connection.scalar(select(func.count(s.id))) or 0, indexed(connection)
    if kept != known:
        yield f"the index of search holds {known:,} statements, the ledger {kept:,}"
    wrong = or_(
        s.article_id != r.article_id,
        s.recorded_at != r.recorded_at,
        s.superseded_at.is_distinct_from(r.superseded_at),
        s.day != a.day,
    )
    joined = select(s.id).join(t.readings, r.id == s.reading_id).join(t.articles, a.id == r.article_id)
    for number in connection.execute(joined.where(wrong).limit(TOLD)).scalars():
        yield f"statement {number} has another article, day or time than its reading"
    for table, name in ((t.figures, "figure"), (t.times, "time"), (t.places, "place")):
        for number in _misquoted(connection, table):
            yield f"{name} {number} has other words than the article at its place"
    yield from _few(_days(connection))
    yield from _few(_terms(connection))
    yield from _few(_timeline(connection))


def _few(sentences: Iterable[str]) -> Iterator[str]:
    """The first of many, all of which are looked at no more than needed."""
    for told, sentence in enumerate(sentences, start=1):
        yield sentence
        if told == TOLD:
            return


def _missing(connection: Connection) -> Iterator[str]:
    """Views and indexes that somebody dropped."""
    found = inspect(connection)
    for view in sorted({*VIEWS} - {*found.get_view_names()}):
        yield f"the view {view} is missing"
    if connection.dialect.name == "sqlite":
        for name in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars():
            yield f"the trigger {name} is none of Attribune's"
    for table in metadata.sorted_tables:
        known = {index["name"] for index in found.get_indexes(table.name)}
        for name in sorted({str(index.name) for index in table.indexes} - known):
            yield f"the index {name} is missing; searches are slow without it"


def _misquoted(connection: Connection, table: Table) -> Sequence[int]:
    """Details whose words are not at their place in the article's text."""
    c, r, a, x = table.c, t.readings.c, t.articles.c, t.texts.c
    chosen = select(c.id)
    if "reading_id" in c:
        chosen = chosen.join(t.readings, r.id == c.reading_id).join(t.articles, a.id == r.article_id)
    else:
        chosen = chosen.join(t.statements, t.statements.c.id == c.statement_id)
        chosen = chosen.join(t.articles, a.id == t.statements.c.article_id)
    words = func.substr(x.text, c.start + 1, c.end - c.start)
    chosen = chosen.join(t.texts, x.sha256 == a.sha256).where(c.text.is_distinct_from(words))
    return connection.execute(chosen.limit(TOLD)).scalars().all()


def _days(connection: Connection) -> Iterator[str]:
    a = t.articles.c
    for number, published, captured, day in _rows(connection, select(a.id, a.published, a.captured_at, a.day)):
        if day != (datetime.fromisoformat(published) if published else captured).date():
            yield f"article {number} has another day than the one on which it was published or captured"


def _terms(connection: Connection) -> Iterator[str]:
    """Names and counted nouns that are looked for under other words."""
    for table, words, terms, name in (
        (t.speakers, t.speakers.c.name, t.speakers.c.terms, "speaker"),
        (t.figures, t.figures.c.of, t.figures.c.of_terms, "figure"),
    ):
        for number, said, kept in _rows(connection, select(table.c.id, words, terms).order_by(table.c.id)):
            if kept != spaced_terms(said or ""):
                yield f"{name} {number} is looked for under other words than its own"


def _timeline(connection: Connection) -> Iterator[str]:
    s, m = t.statements.c, t.timeline.c
    chosen = (
        select(s.id, s.day, s.recorded_at, s.superseded_at, m.day, m.recorded_at, m.superseded_at)
        .outerjoin(t.timeline, m.statement_id == s.id)
        .order_by(s.id)
    )
    for row in _rows(connection, chosen):
        if tuple(row[1:4]) != tuple(row[4:]):
            yield f"statement {row[0]} has another day or time in the timeline"


def _rows(connection: Connection, chosen: Any) -> Iterator[Any]:
    return iter(connection.execute(chosen.execution_options(yield_per=PAGE)))


def misindexed(connection: Connection) -> Iterator[str]:
    """Sentences on an index of search that holds other terms than the statements have."""
    if connection.dialect.name == "sqlite":
        yield from _few(_other_terms(connection))
    else:
        yield from _few(_other_vectors(connection))


def _pages(connection: Connection) -> Iterator[list[tuple[int, tuple[str, ...]]]]:
    """All statements with the terms that they should be found by."""
    s, last = t.statements.c, 0
    chosen = select(s.id).order_by(s.id).limit(PAGE)
    while lines := connection.execute(chosen.where(s.id > last)).scalars().all():
        yield documents(connection, lines)
        last = lines[-1]


def _other_terms(connection: Connection) -> Iterator[str]:
    """Terms that stand in the index in other statements, or at other places, than they should.

    For each term the statements and places are summed up on both sides: what was put in, taken out or exchanged shows.
    """
    counts: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for page in _pages(connection):
        for line, terms in page:
            for place, term in enumerate(terms):
                counts[term] += 1
                sums[term] += line * (place + 1) % MODULUS
    connection.execute(
        text("CREATE VIRTUAL TABLE IF NOT EXISTS temp.instances USING fts5vocab('main', 'search', 'instance')")
    )
    summed: ColumnElement[int] = literal_column(f"sum(doc * (offset + 1) % {MODULUS})")
    term_: ColumnElement[str] = literal_column("term")
    chosen = select(term_, func.count(), summed).select_from(text("temp.instances")).group_by(term_)
    for term, many, total in _rows(connection, chosen):
        if counts.pop(term, 0) != many or sums[term] != total:
            yield f"the index of search finds “{term}” in other statements than have it"
    for term in sorted(counts):
        yield f"the index of search lacks “{term}”"


MODULUS = 1_000_003  # keeps the sums of millions of places in 64 bits


def _other_vectors(connection: Connection) -> Iterator[str]:
    asked = text(
        "SELECT x.line FROM unnest(CAST(:lines AS bigint[]), CAST(:terms AS text[])) AS x (line, terms) "
        "LEFT JOIN search ON search.statement_id = x.line "
        "WHERE search.terms IS DISTINCT FROM CAST(x.terms AS tsvector)"
    )
    for page in _pages(connection):
        values = {"lines": [line for line, _ in page], "terms": [tsvector(terms) for _, terms in page]}
        for line in connection.execute(asked, values).scalars():
            yield f"the index of search finds statement {line} by other words than its own"
