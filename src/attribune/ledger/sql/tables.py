"""The tables. Names are those of the program's nouns, so that the file is pleasant to open in any SQL tool.

``id`` is the database's number; ``sha256`` names bytes and texts for good; ``start`` and ``end`` are half-open code
points of the article's text. ``recorded_at`` is when the ledger learned of a row, ``superseded_at`` when a newer one
took its place: nothing is deleted. Texts of any length are indexed by PostgreSQL's hash, as its trees take 2,700 bytes.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from attribune.ledger.sql.columns import Id, Sha256, metadata, moment, number, span, to
from attribune.ledger.sql.types import Day, Instant, Json

SCHEMA = "0002"  # the newest migration

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
    number(),
    Column("locator", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", Sha256, ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Text),  # ISO 8601 as it was given, with its zone
    Column("day", Date, nullable=False, index=True),
    Column("language", String(8), nullable=False),
    Column("url", Text),
    Column("file", Text),
    Column("ref", Text),
    Column("metadata", Json, nullable=False),
    Column("furniture", Json, nullable=False),
    Column("capture", Sha256, ForeignKey("blobs.sha256"), nullable=False),
    moment("captured_at"),
    moment("recorded_at"),
    moment("superseded_at", nullable=True),
    Index(None, "locator", postgresql_using="hash"),
)

captures = Table(
    "captures",
    metadata,
    number(),
    Column("sha256", Sha256, ForeignKey("blobs.sha256"), nullable=False),
    to("article_id", "articles.id"),
    Column("place", Text, nullable=False),  # the file or address it was found at
    Column("kind", String(12), nullable=False),
    Column("name", Text, nullable=False),
    Column("file", Text),
    Column("url", Text),
    Column("charset", Text),
    Column("part", Text),
    Column("program", Text, nullable=False),
    moment("captured_at"),
    moment("recorded_at"),
    Index(None, "sha256"),
    Index(None, "article_id"),
)

readings = Table(
    "readings",
    metadata,
    number(),
    to("article_id", "articles.id"),
    Column("reader_name", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("reader_sha256", Sha256, nullable=False),
    Column("program", Text, nullable=False),
    Column("seal", Sha256, nullable=False),
    Column("rejections", Json, nullable=False),
    moment("recorded_at"),
    moment("superseded_at", nullable=True),
    Index(None, "article_id"),
)

speakers = Table(
    "speakers",
    metadata,
    number(),
    Column("name", Text, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("key", Text),
    Column("terms", Text, nullable=False),  # the name's words as search knows them, with a space around each
    moment("recorded_at"),
    Index(None, "key", postgresql_using="hash"),
)

appearances = Table(
    "appearances",
    metadata,
    number(),
    to("reading_id", "readings.id"),
    Column("number", Integer, nullable=False),
    to("speaker_id", "speakers.id", nullable=True),
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
    number(),
    to("reading_id", "readings.id"),
    to("article_id", "articles.id"),
    Column("number", Integer, nullable=False),
    to("appearance_id", "appearances.id", nullable=True),
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
    moment("recorded_at"),
    moment("superseded_at", nullable=True),
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
    number(),
    to("reading_id", "readings.id"),
    to("statement_id", "statements.id", nullable=True),  # NULL: in the outlet's own voice
    *span(),
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
    number(),
    to("statement_id", "statements.id"),
    *span(),
    Column("first_day", Text, nullable=False),
    Column("end_day", Text, nullable=False),
    Column("granularity", String(8), nullable=False),
    Index(None, "statement_id"),
)

places = Table(
    "places",
    metadata,
    number(),
    to("statement_id", "statements.id"),
    *span(),
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
    to("first_line", "statements.id"),
    Column("model", Text, nullable=False),
    Column("codes", LargeBinary, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    number(),
    Column("kind", String(8), nullable=False),
    to("speaker_id", "speakers.id"),
    to("other_id", "speakers.id"),
    Column("appearances", Json, nullable=False),  # of a split: pairs of an appearance and the speaker it had before
    Column("along", Json, nullable=False),  # of one that was undone: pairs of what went back with them, and to whom
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    moment("recorded_at"),
    moment("undone_at", nullable=True),
)

reviews = Table(
    "reviews",
    metadata,
    number(),
    to("statement_id", "statements.id"),
    Column("verdict", String(12), nullable=False),
    Column("corrections", Json, nullable=False),
    Column("note", Text),
    Column("by", Text, nullable=False),
    Column("carried", Id),
    Column("certain", Boolean, nullable=False),
    Column("reason", Text),
    moment("recorded_at"),
    Index(None, "statement_id"),
)

feeds = Table(
    "feeds",
    metadata,
    number(),
    Column("url", Text, nullable=False),  # of one feed only
    Column("title", Text),
    Column("outlet", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
    moment("added_at"),
    moment("polled_at", nullable=True),
    moment("due_at", nullable=True),
    moment("removed_at", nullable=True),
)

feed_items = Table(
    "feed_items",
    metadata,
    number(),
    to("feed_id", "feeds.id"),
    Column("url", Text, nullable=False),  # of one item of a feed only
    Column("title", Text),
    moment("published", nullable=True),
    moment("seen_at"),
    Column("status", String(8), nullable=False),
    Column("tries", Integer, nullable=False),
    moment("due_at", nullable=True),
    Column("problem", Text),
    Index(None, "feed_id"),
    Index(None, "url", postgresql_using="hash"),
)

saved_searches = Table(
    "saved_searches",
    metadata,
    number(),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("like", Text),
    Column("alert", String(12), nullable=False),
    Column("target", Text),
    Column("last", Id, nullable=False),
    moment("added_at"),
    moment("removed_at", nullable=True),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Id, primary_key=True, autoincrement=False),
    moment("recorded_at"),
    Column("by", Text, nullable=False),
    Column("action", String(24), nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Json, nullable=False),
    Column("reason", Text),
    Column("previous", Sha256, nullable=False),
    Column("seal", Sha256, nullable=False),
)
