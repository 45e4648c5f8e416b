"""Views for people who open the ledger with an SQL tool.

Revision ID: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
CORRECTED = {  # the right value of a field, where a review that stands gives one
    "sqlite": "json_extract(standing_reviews.corrections, '$.{}')",
    "postgresql": "(standing_reviews.corrections ->> '{}')",
}
FIELDS = ("speaker", "quote", "cue_class", "commitment", "distance")
VIEWS = (
    # Which identity a speaker's stands for, once merges are followed.
    """
    CREATE VIEW speaker_names AS
    WITH RECURSIVE into_ (speaker_id, root_id) AS (
        SELECT id, id FROM speakers
        UNION
        SELECT into_.speaker_id, decisions.speaker_id FROM into_
        JOIN decisions ON decisions.other_id = into_.root_id
        WHERE decisions.kind = 'merge' AND decisions.undone_at IS NULL
    )
    SELECT into_.speaker_id, into_.root_id, speakers.name
    FROM into_ JOIN speakers ON speakers.id = into_.root_id
    WHERE NOT EXISTS (
        SELECT 1 FROM decisions
        WHERE decisions.other_id = into_.root_id AND decisions.kind = 'merge' AND decisions.undone_at IS NULL
    )
    """,
    # The review that stands of each statement.
    """
    CREATE VIEW standing_reviews AS
    SELECT reviews.* FROM reviews
    WHERE reviews.id = (SELECT max(newer.id) FROM reviews AS newer WHERE newer.statement_id = reviews.statement_id)
    """,
    """
    CREATE VIEW statements_flat AS
    SELECT
        statements.id, articles.outlet, statements.day, articles.title, articles.url, articles.file,
        coalesce({speaker}, speaker_names.name, appearances.name) AS speaker,
        CASE WHEN {speaker} IS NULL THEN appearances.kind END AS speaker_kind,
        CASE WHEN {speaker} IS NULL THEN appearances.role END AS role,
        CASE WHEN {speaker} IS NULL THEN appearances.affiliation END AS affiliation,
        CASE WHEN {speaker} IS NULL THEN appearances.country END AS country,
        statements.source_text AS source, statements.cue_text AS cue, statements.content_text AS content,
        coalesce({quote}, statements.quote) AS quote, coalesce({cue_class}, statements.cue_class) AS cue_class,
        coalesce({commitment}, statements.commitment) AS commitment,
        coalesce({distance}, statements.distance) AS distance, statements.confidence,
        CASE WHEN standing_reviews.id IS NULL THEN 'unreviewed'
             WHEN NOT standing_reviews.certain THEN 'flagged'
             ELSE standing_reviews.verdict END AS status,
        articles.sha256 AS article, articles.version, statements.number, statements.parent, statements.repeats,
        articles.id AS article_id, CASE WHEN {speaker} IS NULL THEN speaker_names.root_id END AS speaker_id,
        readings.reader_name, readings.reader_version, readings.program,
        articles.captured_at, statements.recorded_at
    FROM statements
    JOIN articles ON articles.id = statements.article_id
    JOIN readings ON readings.id = statements.reading_id
    LEFT JOIN appearances ON appearances.id = statements.appearance_id
    LEFT JOIN speaker_names ON speaker_names.speaker_id = appearances.speaker_id
    LEFT JOIN standing_reviews ON standing_reviews.statement_id = statements.id
    WHERE statements.superseded_at IS NULL
    """,
    """
    CREATE VIEW figures_flat AS
    SELECT
        figures.id, figures.text, figures.low, figures.high, figures.approximate, figures.counts, figures.of,
        figures.unit, figures.further, coalesce({speaker}, speaker_names.name, appearances.name) AS speaker,
        articles.outlet, articles.day, articles.title, articles.url, articles.file,
        statements.content_text AS content, articles.sha256 AS article, figures.start, figures."end",
        figures.statement_id, articles.id AS article_id
    FROM figures
    JOIN readings ON readings.id = figures.reading_id
    JOIN articles ON articles.id = readings.article_id
    LEFT JOIN statements ON statements.id = figures.statement_id
    LEFT JOIN appearances ON appearances.id = statements.appearance_id
    LEFT JOIN speaker_names ON speaker_names.speaker_id = appearances.speaker_id
    LEFT JOIN standing_reviews ON standing_reviews.statement_id = statements.id
    WHERE readings.superseded_at IS NULL
    """,
)


def upgrade() -> None:
    """Make the views."""
    corrected = CORRECTED[op.get_context().dialect.name]
    for view in VIEWS:
        op.execute(view.format(**{field: corrected.format(field) for field in FIELDS}))
