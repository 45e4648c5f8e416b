"""The tables of the first ledger, and the index of search.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SHA256 = sa.String(64)
MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(32), "sqlite")
JSON = sa.JSON(none_as_null=True)
SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search USING fts5(terms, content='', "
        "tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")",
    ),
    "postgresql": (
        "CREATE TABLE search (statement_id bigint PRIMARY KEY REFERENCES statements (id), terms tsvector NOT NULL)",
        "CREATE INDEX ix_search_terms ON search USING gin (terms) WITH (fastupdate = off)",
    ),
}


def _make_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("number", ID, autoincrement=False, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", JSON, nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("previous", SHA256, nullable=False),
        sa.Column("seal", SHA256, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )


def _make_blobs() -> None:
    op.create_table(
        "blobs",
        sa.Column("sha256", SHA256, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("packing", sa.String(length=8), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_blobs"),
    )


def _make_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("polled_at", MOMENT, nullable=True),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_feeds"),
    )


def _make_saved_searches() -> None:
    op.create_table(
        "saved_searches",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("like", sa.Text(), nullable=True),
        sa.Column("alert", sa.String(length=12), nullable=False),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("last", ID, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_saved_searches"),
    )


def _make_speakers() -> None:
    op.create_table(
        "speakers",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_speakers"),
    )
    op.create_index("ix_speakers_key", "speakers", ["key"], unique=False, postgresql_using="hash")


def _make_texts() -> None:
    op.create_table(
        "texts",
        sa.Column("sha256", SHA256, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_texts"),
    )


def _make_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("locator", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", SHA256, nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("ref", sa.Text(), nullable=True),
        sa.Column("metadata", JSON, nullable=False),
        sa.Column("furniture", JSON, nullable=False),
        sa.Column("capture", SHA256, nullable=False),
        sa.Column("captured_at", MOMENT, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("superseded_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["capture"], ["blobs.sha256"], name="fk_articles_capture"),
        sa.ForeignKeyConstraint(["sha256"], ["texts.sha256"], name="fk_articles_sha256"),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
    )
    op.create_index("ix_articles_day", "articles", ["day"], unique=False)
    op.create_index("ix_articles_locator", "articles", ["locator"], unique=False, postgresql_using="hash")
    op.create_index("ix_articles_sha256", "articles", ["sha256"], unique=False)


def _make_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("speaker_id", ID, nullable=False),
        sa.Column("other_id", ID, nullable=False),
        sa.Column("appearances", JSON, nullable=False),
        sa.Column("along", JSON, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("undone_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["other_id"], ["speakers.id"], name="fk_decisions_other_id"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_decisions_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )


def _make_feed_items() -> None:
    op.create_table(
        "feed_items",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("feed_id", ID, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", MOMENT, nullable=True),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name="fk_feed_items_feed_id"),
        sa.PrimaryKeyConstraint("id", name="pk_feed_items"),
    )
    op.create_index("ix_feed_items_feed_id", "feed_items", ["feed_id"], unique=False)
    op.create_index("ix_feed_items_url", "feed_items", ["url"], unique=False, postgresql_using="hash")


def _make_captures() -> None:
    op.create_table(
        "captures",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("sha256", SHA256, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("charset", sa.Text(), nullable=True),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("captured_at", MOMENT, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_captures_article_id"),
        sa.ForeignKeyConstraint(["sha256"], ["blobs.sha256"], name="fk_captures_sha256"),
        sa.PrimaryKeyConstraint("id", name="pk_captures"),
    )
    op.create_index("ix_captures_article_id", "captures", ["article_id"], unique=False)
    op.create_index("ix_captures_sha256", "captures", ["sha256"], unique=False)


def _make_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.Column("reader_name", sa.Text(), nullable=False),
        sa.Column("reader_version", sa.Text(), nullable=False),
        sa.Column("reader_sha256", SHA256, nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("seal", SHA256, nullable=False),
        sa.Column("rejections", JSON, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("superseded_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_readings_article_id"),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
    )
    op.create_index("ix_readings_article_id", "readings", ["article_id"], unique=False)


def _make_appearances() -> None:
    op.create_table(
        "appearances",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("reading_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("speaker_id", ID, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("affiliation", sa.Text(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("mentions", JSON, nullable=False),
        sa.Column("anonymity", JSON, nullable=True),
        sa.Column("reasons", JSON, nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_appearances_reading_id"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_appearances_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_appearances"),
    )
    op.create_index("ix_appearances_reading_id", "appearances", ["reading_id"], unique=False)
    op.create_index("ix_appearances_speaker_id", "appearances", ["speaker_id"], unique=False)


def _make_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("reading_id", ID, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("appearance_id", ID, nullable=True),
        sa.Column("source", JSON, nullable=True),
        sa.Column("cue", JSON, nullable=True),
        sa.Column("content", JSON, nullable=False),
        sa.Column("source_text", sa.Text(), nullable=True),
        sa.Column("cue_text", sa.Text(), nullable=True),
        sa.Column("content_text", sa.Text(), nullable=False),
        sa.Column("quote", sa.String(length=12), nullable=False),
        sa.Column("cue_class", sa.String(length=24), nullable=False),
        sa.Column("commitment", sa.String(length=12), nullable=False),
        sa.Column("distance", sa.String(length=12), nullable=False),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("repeats", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(precision=53), nullable=False),
        sa.Column("reasons", JSON, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("superseded_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["appearance_id"], ["appearances.id"], name="fk_statements_appearance_id"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_statements_article_id"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_statements_reading_id"),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_appearance_id", "statements", ["appearance_id"], unique=False)
    op.create_index("ix_statements_reading_id", "statements", ["reading_id"], unique=False)


def _make_figures() -> None:
    op.create_table(
        "figures",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("reading_id", ID, nullable=False),
        sa.Column("statement_id", ID, nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("low", sa.Float(precision=53), nullable=True),
        sa.Column("high", sa.Float(precision=53), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.String(length=12), nullable=False),
        sa.Column("of", sa.Text(), nullable=True),
        sa.Column("of_terms", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("whole", JSON, nullable=True),
        sa.Column("further", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_figures_reading_id"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_figures_statement_id"),
        sa.PrimaryKeyConstraint("id", name="pk_figures"),
    )
    op.create_index("ix_figures_low_high", "figures", ["low", "high"], unique=False)
    op.create_index("ix_figures_reading_id", "figures", ["reading_id"], unique=False)
    op.create_index("ix_figures_statement_id", "figures", ["statement_id"], unique=False)


def _make_places() -> None:
    op.create_table(
        "places",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("statement_id", ID, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("lat", sa.Float(precision=53), nullable=True),
        sa.Column("lon", sa.Float(precision=53), nullable=True),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_places_statement_id"),
        sa.PrimaryKeyConstraint("id", name="pk_places"),
    )
    op.create_index("ix_places_statement_id", "places", ["statement_id"], unique=False)


def _make_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("statement_id", ID, nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=False),
        sa.Column("corrections", JSON, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("carried", ID, nullable=True),
        sa.Column("certain", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_reviews_statement_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )
    op.create_index("ix_reviews_statement_id", "reviews", ["statement_id"], unique=False)


def _make_timeline() -> None:
    op.create_table(
        "timeline",
        sa.Column("statement_id", ID, autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("superseded_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_timeline_statement_id"),
        sa.PrimaryKeyConstraint("statement_id", name="pk_timeline"),
    )
    op.create_index(
        "ix_timeline_day_statement_id_superseded_at", "timeline", ["day", "statement_id", "superseded_at"], unique=False
    )


def _make_times() -> None:
    op.create_table(
        "times",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("statement_id", ID, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("end_day", sa.Text(), nullable=False),
        sa.Column("granularity", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_times_statement_id"),
        sa.PrimaryKeyConstraint("id", name="pk_times"),
    )
    op.create_index("ix_times_statement_id", "times", ["statement_id"], unique=False)


def _make_vectors() -> None:
    op.create_table(
        "vectors",
        sa.Column("reading_id", ID, nullable=False),
        sa.Column("first_line", ID, nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("codes", sa.LargeBinary(), nullable=False),
        sa.Column("vectors", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["first_line"], ["statements.id"], name="fk_vectors_first_line"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_vectors_reading_id"),
        sa.PrimaryKeyConstraint("reading_id", name="pk_vectors"),
    )


TABLES = (
    _make_audit,
    _make_blobs,
    _make_feeds,
    _make_saved_searches,
    _make_speakers,
    _make_texts,
    _make_articles,
    _make_decisions,
    _make_feed_items,
    _make_captures,
    _make_readings,
    _make_appearances,
    _make_statements,
    _make_figures,
    _make_places,
    _make_reviews,
    _make_timeline,
    _make_times,
    _make_vectors,
)


def upgrade() -> None:
    """Make every table, and the index."""
    for make in TABLES:
        make()
    for statement in SEARCH[op.get_context().dialect.name]:
        op.execute(statement)
