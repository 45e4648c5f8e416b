"""The views for people who open the ledger with an SQL tool."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

from sqlalchemy import text

from attribune.ledger.sql.ledger import SqlLedger
from attribune.statement import Figure
from tests.builders import a_span
from tests.ledger.build import DAM, FLOOD, a_report, filed, with_details


def rows(ledger: SqlLedger, query: str) -> list[tuple[Any, ...]]:
    """What a tool of one's own gets; the program's own connections don't trust what is in a file's schema."""
    if ledger.place.path is not None:
        with closing(sqlite3.connect(ledger.place.path)) as connection:
            return connection.execute(query).fetchall()
    with ledger.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_current_statements_stand_flat_with_best_name_and_status(stored: SqlLedger) -> None:
    filed(stored, a_report(DAM, FLOOD, outlet="Orvel Post"))
    added = filed(stored, a_report(DAM, FLOOD, ("Police", "roads are shut"), outlet="Orvel Post"))[0]
    with stored.writing("Ana") as writer:
        writer.decide("merge", 1, 2, reason="one post")
        writer.review(added.lines[0], "rejected")
        writer.review(added.lines[0], "confirmed")
    found = rows(stored, "SELECT id, outlet, speaker, content, cue, status, version FROM statements_flat ORDER BY id")
    assert found == [
        (added.lines[0], "Orvel Post", "Ida Korvin", DAM[1], "said", "confirmed", 2),
        (added.lines[1], "Orvel Post", "Ida Korvin", FLOOD[1], "said", "unreviewed", 2),
        (added.lines[2], "Orvel Post", "Police", "roads are shut", "said", "unreviewed", 2),
    ]


def test_merges_are_followed_to_their_end_and_not_once_undone(stored: SqlLedger) -> None:
    filed(stored, a_report(DAM, FLOOD, ("Police", "roads are shut")))
    with stored.writing("Ana") as writer:
        writer.decide("merge", 2, 1, reason="one")
        last = writer.decide("merge", 3, 2, reason="two")
    assert {row[0] for row in rows(stored, "SELECT speaker FROM statements_flat")} == {"Police"}
    with stored.writing("Ana") as writer:
        writer.undo(last.id, reason="no")
    assert {row[0] for row in rows(stored, "SELECT speaker FROM statements_flat")} == {"Police", "Tomas Brandl"}


def test_a_statement_stands_flat_as_it_was_corrected(stored: SqlLedger) -> None:
    line = filed(stored, a_report(DAM))[0].lines[0]
    with stored.writing("Ana") as writer:
        writer.review(line, "corrected", corrections={"speaker": "Eva Holm", "cue_class": "deny"})
    columns = "speaker, speaker_kind, speaker_id, cue_class, quote, status"
    assert rows(stored, f"SELECT {columns} FROM statements_flat") == [
        ("Eva Holm", None, None, "deny", "indirect", "corrected")
    ]
    with stored.writing("Ana") as writer:
        writer.review(line, "confirmed")
    assert rows(stored, "SELECT speaker, cue_class FROM statements_flat")[0][0] == "Ida Korvin"


def test_figures_stand_flat_those_of_the_outlet_without_a_speaker(stored: SqlLedger) -> None:
    report = a_report(FLOOD, DAM)
    figure = Figure(a_span(report.article, "34"), 34, 40, counts="killed", of="people")
    own = replace(figure, low=None, high=2.5, counts="other", of=None)
    added = filed(stored, replace(with_details(report, 0, figures=(figure,)), figures=(own,)))[0]
    columns = 'text, low, high, counts, of, speaker, content, start, "end", statement_id'
    assert rows(stored, f"SELECT {columns} FROM figures_flat ORDER BY id") == [
        ("34", 34, 40, "killed", "people", "Tomas Brandl", FLOOD[1], 18, 20, added.lines[0]),
        ("34", None, 2.5, "other", None, None, None, 18, 20, None),
    ]
