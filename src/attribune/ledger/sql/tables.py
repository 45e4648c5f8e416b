"""The tables. Names are those of the program's nouns, so that the file is pleasant to open in any SQL tool.

``id`` is the database's number; ``sha256`` names bytes and texts for good; ``start`` and ``end`` are half-open code
points of the article's text. ``recorded_at`` is when the ledger learned of a row, ``superseded_at`` when a newer one
took its place: nothing is deleted.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from attribune.ledger.sql.types import Day, Instant, Json, Moment

SCHEMA = "0002"  # the newest migration
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Id = BigInteger().with_variant(Integer(), "sqlite")
Sha256 = String(64)


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True)


def _moment(name: str, *, nullable: bool = False) -> Column[object]:
    return Column(name, Moment, nullable=nullable)


def _to(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Id, ForeignKey(target), nullable=nullable)


def _span() -> tuple[Column[int], Column[int], Column[str]]:
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False), Column("text", Text)


meta = Table("meta", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", Sha256, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("packing", String(8), nullable=False),
    Column("size", Integer, nullable=False),
)

texts = Table("texts", metadata, Column("sha256", Sha256, primary_key=True), Column("text", Text, nullable=False))

articles = Table(
    "articles",
    metadata,
    _id(),
    Column("locator", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", Sha256, ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("title", Text),
    Column("outlet", Text, index=True),
    Column("published", Text),  # ISO 8601 as it was given, with its zone
    Column("day", Date, nullable=False, index=True),
    Column("language", String(8), nullable=False),
    Column("url", Text),
    Column("file", Text),
    Column("ref", Text),
    Column("metadata", Json, nullable=False),
    Column("furniture", Json, nullable=False),
    Column("capture", Sha256, ForeignKey("blobs.sha256"), nullable=False),
    _moment("captured_at"),
    _moment("recorded_at"),
    _moment("superseded_at", nullable=True),
    UniqueConstraint("locator", "version"),
)

captures = Table(
    "captures",
    metadata,
    _id(),
    Column("sha256", Sha256, ForeignKey("blobs.sha256"), nullable=False),
    _to("article_id", "articles.id"),
    Column("place", Text, nullable=False),  # the file or address it was found at
    Column("kind", String(12), nullable=False),
    Column("name", Text, nullable=False),
    Column("file", Text),
    Column("url", Text),
    Column("charset", Text),
    Column("part", Text),
    Column("program", Text, nullable=False),
    _moment("captured_at"),
    _moment("recorded_at"),
    Index(None, "sha256", "place"),
    Index(None, "article_id"),
)

readings = Table(
    "readings",
    metadata,
    _id(),
    _to("article_id", "articles.id"),
    Column("reader_name", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("reader_sha256", Sha256, nullable=False),
    Column("program", Text, nullable=False),
    Column("seal", Sha256, nullable=False),
    Column("rejections", Json, nullable=False),
    _moment("recorded_at"),
    _moment("superseded_at", nullable=True),
    Index(None, "article_id"),
)

speakers = Table(
    "speakers",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("key", Text, index=True),
    Column("terms", Text, nullable=False),  # the name's words as search knows them, with a space around each
    _moment("recorded_at"),
)

appearances = Table(
    "appearances",
    metadata,
    _id(),
    _to("reading_id", "readings.id"),
    Column("number", Integer, nullable=False),
    _to("speaker_id", "speakers.id", nullable=True),
    Column("name", Text, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("role", Text),
    Column("affiliation", Text),
    Column("country", String(2)),
    Column("mentions", Json, nullable=False),
    Column("anonymity", Json),
    Column("reasons", Json, nullable=False),
    Index(None, "reading_id"),
    Index(None, "speaker_id"),
)

statements = Table(
    "statements",
    metadata,
    _id(),
    _to("reading_id", "readings.id"),
    _to("article_id", "articles.id"),
    Column("number", Integer, nullable=False),
    _to("appearance_id", "appearances.id", nullable=True),
    Column("source", Json),
    Column("cue", Json),
    Column("content", Json, nullable=False),
    Column("source_text", Text),
    Column("cue_text", Text),
    Column("content_text", Text, nullable=False),
    Column("quote", String(12), nullable=False),
    Column("cue_class", String(24), nullable=False),
    Column("commitment", String(12), nullable=False),
    Column("distance", String(12), nullable=False),
    Column("parent", Integer),
    Column("repeats", Integer),
    Column("confidence", Float(53), nullable=False),
    Column("reasons", Json, nullable=False),
    Column("day", Date, nullable=False),
    _moment("recorded_at"),
    _moment("superseded_at", nullable=True),
    Index(None, "reading_id"),
    Index(None, "appearance_id"),
)

timeline = Table(  # what search needs of each statement, in few bytes
    "timeline",
    metadata,
    Column("statement_id", Id, ForeignKey("statements.id"), primary_key=True, autoincrement=False),
    Column("day", Day, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("superseded_at", Instant),
    Index(None, "day", "statement_id", "superseded_at"),
)

figures = Table(
    "figures",
    metadata,
    _id(),
    _to("reading_id", "readings.id"),
    _to("statement_id", "statements.id", nullable=True),  # NULL: in the outlet's own voice
    *_span(),
    Column("low", Float(53)),
    Column("high", Float(53)),
    Column("approximate", Boolean, nullable=False),
    Column("counts", String(12), nullable=False),
    Column("of", Text),
    Column("of_terms", Text, nullable=False),  # its words as search knows them, with a space around each
    Column("unit", Text),
    Column("whole", Json),
    Column("further", Boolean, nullable=False),
    Index(None, "reading_id"),
    Index(None, "statement_id"),
    Index(None, "low", "high"),
)

times = Table(
    "times",
    metadata,
    _id(),
    _to("statement_id", "statements.id"),
    *_span(),
    Column("first_day", Text, nullable=False),
    Column("end_day", Text, nullable=False),
    Column("granularity", String(8), nullable=False),
    Index(None, "statement_id"),
)

places = Table(
    "places",
    metadata,
    _id(),
    _to("statement_id", "statements.id"),
    *_span(),
    Column("name", Text, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("country", String(2)),
    Column("lat", Float(53)),
    Column("lon", Float(53)),
    Index(None, "statement_id"),
)

vectors = Table(
    "vectors",
    metadata,
    Column("reading_id", Id, ForeignKey("readings.id"), primary_key=True),
    _to("first_line", "statements.id"),
    Column("model", Text, nullable=False),
    Column("codes", LargeBinary, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    _id(),
    Column("kind", String(8), nullable=False),
    _to("speaker_id", "speakers.id"),
    _to("other_id", "speakers.id"),
    Column("appearances", Json, nullable=False),  # of a split: pairs of an appearance and the speaker it had before
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    _moment("recorded_at"),
    _moment("undone_at", nullable=True),
)

reviews = Table(
    "reviews",
    metadata,
    _id(),
    _to("statement_id", "statements.id"),
    Column("verdict", String(12), nullable=False),
    Column("corrections", Json, nullable=False),
    Column("note", Text),
    Column("by", Text, nullable=False),
    Column("carried", Id),
    Column("certain", Boolean, nullable=False),
    Column("reason", Text),
    _moment("recorded_at"),
    Index(None, "statement_id"),
)

feeds = Table(
    "feeds",
    metadata,
    _id(),
    Column("url", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("outlet", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
    _moment("added_at"),
    _moment("polled_at", nullable=True),
    _moment("due_at", nullable=True),
    _moment("removed_at", nullable=True),
)

feed_items = Table(
    "feed_items",
    metadata,
    Column("feed_id", Id, ForeignKey("feeds.id"), primary_key=True),
    Column("url", Text, primary_key=True),
    Column("title", Text),
    _moment("published", nullable=True),
    _moment("seen_at"),
    Column("status", String(8), nullable=False),
    Column("tries", Integer, nullable=False),
    _moment("due_at", nullable=True),
    Column("problem", Text),
)

saved_searches = Table(
    "saved_searches",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("like", Text),
    Column("alert", String(12), nullable=False),
    Column("target", Text),
    Column("last", Id, nullable=False),
    _moment("added_at"),
    _moment("removed_at", nullable=True),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Id, primary_key=True, autoincrement=False),
    _moment("recorded_at"),
    Column("by", Text, nullable=False),
    Column("action", String(24), nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Json, nullable=False),
    Column("reason", Text),
    Column("previous", Sha256, nullable=False),
    Column("seal", Sha256, nullable=False),
)
