"""A ledger that was tampered with says so; a whole one does not, and nothing is changed by looking."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from attribune.desk.desk import Desk
from attribune.desk.verifying import Verification
from tests.desk.conftest import Filled
from tests.desk.news import line_of, problems

OTHER = zlib.compress(b'{"id": "dam", "text": "Nobody said so."}')


def tamper(path: Path, *commands: str) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for command in commands:
            connection.execute(command)


def found_after(filled: Filled, *commands: str, **options: str) -> list[str]:
    tamper(filled.ledger, *commands)
    with Desk.open(filled.ledger) as desk:
        return problems(desk, **options)


def reviewed(filled: Filled) -> Filled:
    """The ledger with a review and two decisions."""
    with Desk.open(filled.ledger, by="Ada") as desk:
        desk.review(line_of(desk, "boats"), "confirmed", note="I was there")
        tomas, surname = (
            next(one for one in desk.speakers() if one.name == name) for name in ("Tomas Brandl", "Brandl")
        )
        desk.merge(tomas.id, surname.id, reason="one office")
        desk.undo(1, reason="two offices")
        desk.merge(tomas.id, surname.id, reason="one office after all")
    return filled


def test_a_whole_ledger_has_no_problem_and_is_left_as_it_is(filled: Filled) -> None:
    reviewed(filled)
    before = filled.ledger.read_bytes()
    report, steps = Verification(), list[str]()
    with Desk.open(filled.ledger) as desk:
        assert list(desk.verify(report, told=lambda kind, _: steps.append(kind))) == []
    assert filled.ledger.read_bytes() == before
    assert report.problems == 0
    counted = {kind: report.checked[kind] for kind in ("articles", "captures", "texts", "readings", "statements")}
    assert counted == {"articles": 4, "captures": 4, "texts": 4, "readings": 4, "statements": 8}
    assert {kind: steps.count(kind) for kind in report.checked} == report.checked


DAMAGE: dict[str, tuple[str, str]] = {
    "a byte of a capture": (
        "UPDATE blobs SET data = CAST(substr(data, 1, 20) || x'00' || substr(data, 22) AS BLOB) WHERE rowid = 1",
        "capture [0-9a-f]{64}: its bytes are not those that were captured",
    ),
    "a capture that is gone": ("DELETE FROM blobs WHERE rowid = 1", "the bytes it was read from"),
    "a text": (
        "UPDATE texts SET text = replace(text, '12', '21')",
        "text [0-9a-f]{64}: it is not the text that was read",
    ),
    "a span": (
        """UPDATE statements SET content = '[[5, 9]]' WHERE id = 1""",
        "statement 0 of article 1: the words “that the dam above Lodra had held” are not at their place",
    ),
    "the words beside a span": (
        "UPDATE statements SET content_text = 'that it broke' WHERE id = 1",
        "the words “that it broke” are not at their place in the text",
    ),
    "a figure": ("UPDATE figures SET low = 99, high = 99 WHERE id = 1", "reading 1 of article 1: it was changed after"),
    "a detail's place": (
        "UPDATE figures SET start = 0, end = 2 WHERE id = 1",
        "a detail at 0 to 2 is outside its words",
    ),
    "a speaker's name in an article": (
        "UPDATE appearances SET name = 'Ida Corvin' WHERE id = 1",
        "reading 1 of article 1: it was changed after it was written",
    ),
    "a speaker's name": (
        "UPDATE speakers SET name = 'X Y' WHERE id = 1",
        "speaker 1: its name “X Y”, kind or key is not what the audit log has",
    ),
    "a stance": (
        "UPDATE statements SET cue_class = 'deny' WHERE id = 2",
        "reading 1 of article 1: it was changed after",
    ),
    "a seal": (
        "UPDATE readings SET seal = 'aaaa' WHERE id = 1",
        "reading 1 of article 1: its seal is not the one that the audit log has",
    ),
    "a speaker's key": (
        "UPDATE speakers SET key = 'x' WHERE id = 1",
        "speaker 1: its name .* is not what the audit log",
    ),
    "whom an appearance is counted to": (
        "UPDATE appearances SET speaker_id = 2 WHERE id = 1",
        "appearance 1: that it is counted to speaker 2 is not in the audit log",
    ),
    "where an article was found": (
        "UPDATE articles SET locator = 'https://post.example/other' WHERE id = 2",
        "article 2 .*: where or when it was found is not what the audit log has",
    ),
    "the day of an article": (
        "UPDATE articles SET day = '2001-01-01' WHERE id = 1",
        "database: statement 1 has another article, day or time than its reading",
    ),
    "that an article was superseded": (
        "UPDATE articles SET superseded_at = NULL WHERE id = 1",
        "article 1 .*: where or when it was found is not what the audit log has",
    ),
    "when a reading was recorded": (
        "UPDATE readings SET recorded_at = '2001-01-01T00:00:00.000000Z' WHERE id = 1",
        "reading 1 .*: by what or when it was read or superseded is not what the audit log has",
    ),
    "when a statement was superseded": (
        "UPDATE statements SET superseded_at = '2001-01-01T00:00:00.000000Z' WHERE id = 4",
        "database: statement 4 has another article, day or time than its reading",
    ),
    "a row of the timeline": (
        "UPDATE timeline SET day = 1 WHERE statement_id = 1",
        "database: statement 1 has another day or time in the timeline",
    ),
    "the address of a capture": (
        "UPDATE captures SET url = 'https://post.example/' WHERE id = 1",
        "article 1 .*: what is known of its captures is not what the audit log has",
    ),
    "a capture's row that is gone": (
        "DELETE FROM captures WHERE id = 1",
        "article 1 .*: what is known of its captures is not what the audit log has",
    ),
    "the program of a reading": (
        "UPDATE readings SET program = 'attribune/9' WHERE id = 1",
        "reading 1 .*: by what or when it was read or superseded is not what the audit log has",
    ),
    "when an article was captured": (
        "UPDATE articles SET captured_at = '2001-01-01T00:00:00.000000Z' WHERE id = 1",
        "article 1 .*: what is known of its captures is not what the audit log has",
    ),
    "all days of an article": (
        "UPDATE articles SET day = '2001-01-01' WHERE id = 2;; UPDATE statements SET day = '2001-01-01'"
        " WHERE article_id = 2;; UPDATE timeline SET day = 730486 WHERE statement_id IN"
        " (SELECT id FROM statements WHERE article_id = 2)",
        "database: article 2 has another day than the one on which it was published or captured",
    ),
    "what a speaker is looked for by": (
        "UPDATE speakers SET terms = ' eve ' WHERE id = 1",
        "database: speaker 1 is looked for under other words than its own",
    ),
    "what a figure is looked for by": (
        "UPDATE figures SET of_terms = ' cat ' WHERE id = 1",
        "database: figure 1 is looked for under other words than its own",
    ),
    "a figure's words": (
        "UPDATE figures SET text = '13' WHERE id = 1",
        "database: figure 1 has other words than the article at its place",
    ),
    "a term that was put into the index": (
        "INSERT INTO search (rowid, terms) VALUES (2, 'flood')",
        "index: the index of search finds “flood” in other statements than have it",
    ),
    "vectors that are gone": ("DELETE FROM vectors WHERE reading_id = 1", "vectors of reading 1: they are missing"),
    "vectors of other words": (
        "UPDATE vectors SET vectors = zeroblob(length(vectors)), codes = zeroblob(length(codes)) WHERE reading_id = 1",
        "vectors of reading 1: they are not those of its statements",
    ),
    "a review of a line that was superseded": (
        "INSERT INTO reviews (id, statement_id, verdict, corrections, by, certain, recorded_at)"
        " VALUES (8, 1, 'rejected', '{}', 'Eve', 1, '2031-01-01T00:00:00.000000Z')",
        "review 8 of line 1: the audit log does not know it",
    ),
    "what a decision that was undone gave back": (
        "UPDATE decisions SET along = '[[1, 2]]' WHERE undone_at IS NOT NULL",
        "decision 1: it is not what the audit log has",
    ),
    "of which lines vectors are": (
        "UPDATE vectors SET first_line = first_line + 1 WHERE reading_id = 1",
        "vectors of reading 1: of which lines or what made them is not as logged",
    ),
    "what made the vectors": (
        "UPDATE vectors SET model = 'x' WHERE reading_id = 1",
        "vectors of reading 1: of which lines or what made them is not as logged",
    ),
    "the furniture of an article": (
        "UPDATE articles SET furniture = '[[0, 5]]' WHERE id = 1",
        "article 1 .*: its text does not come out of its bytes",
    ),
    "a trigger": (
        "CREATE TRIGGER t AFTER INSERT ON reviews BEGIN SELECT 1; END",
        "database: the trigger t is none of Attribune's",
    ),
    "a view that is gone": ("DROP VIEW statements_flat", "database: the view statements_flat is missing"),
    "an index that is gone": ("DROP INDEX ix_speakers_key", "database: the index .* is missing"),
    "who made a decision": (
        "UPDATE decisions SET by = 'Eve' WHERE id = 1",
        "decision 1: it is not what the audit log has",
    ),
    "the reason of a decision": (
        "UPDATE decisions SET reason = 'so' WHERE id = 1",
        "decision 1: it is not what the audit log has",
    ),
    "when a review was made": (
        "UPDATE reviews SET recorded_at = '2001-01-01T00:00:00.000000Z'",
        "review 1 of line 4: it is not what the audit log has",
    ),
    "a title": (
        "UPDATE articles SET outlet = 'Other Post' WHERE id = 2",
        "reading 2 of article 2: it was changed after",
    ),
    "a statement that is gone": ("DELETE FROM statements WHERE id = 4", "reading 2 of article 2: it was changed after"),
    "an article that is gone": ("DELETE FROM articles WHERE id = 4", "article 4: it is in the audit log but not in"),
    "a reading that is gone": ("DELETE FROM readings WHERE id = 4", "it is in the audit log but not in the ledger"),
    "a review that nobody made": (
        "INSERT INTO reviews (id, statement_id, verdict, corrections, by, certain, recorded_at)"
        " VALUES (7, 3, 'confirmed', '{}', 'Ada', 1, '2031-01-01T00:00:00.000000Z')",
        "review 7 of line 3: the audit log does not know it",
    ),
    "a review": ("UPDATE reviews SET verdict = 'rejected'", "review 1 of line 4: it is not what the audit log has"),
    "a reviewer": ("UPDATE reviews SET by = 'Eve'", "review 1 of line 4: it is not what the audit log has"),
    "a review that is gone": (
        "DELETE FROM reviews",
        "review 1 of line 4: it is in the audit log but not in the ledger",
    ),
    "a decision": ("UPDATE decisions SET other_id = 1 WHERE id = 2", "decision 2: it is not what the audit log has"),
    "a decision that was never undone": (
        "UPDATE decisions SET undone_at = NULL WHERE id = 1",
        "decision 1: it is not what the audit log has",
    ),
    "a decision that is gone": ("DELETE FROM decisions WHERE id = 1", "decision 1: it is in the audit log but not in"),
    "a decision that nobody made": (
        "INSERT INTO decisions SELECT 9, kind, speaker_id, other_id, appearances, along, reason, by, recorded_at,"
        " undone_at FROM decisions WHERE id = 1",
        "decision 9: the audit log does not know it",
    ),
    "an entry of the audit log": (
        "UPDATE audit SET by = 'Eve' WHERE number = 2",
        "audit log: audit entry 2 was changed after it was written",
    ),
    "an entry that is gone": ("DELETE FROM audit WHERE number = 2", "audit log: audit entry 2 is missing"),
    "an entry of broken detail": ("UPDATE audit SET detail = '[1]' WHERE number = 2", "audit log: the check broke off"),
    "the end of the audit log": ("DELETE FROM audit WHERE number = 4", "article 4 .*: the audit log does not know it"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_was_tampered_with_is_told(filled: Filled, name: str) -> None:
    command, sentence = DAMAGE[name]
    needed = reviewed(filled) if any(word in name for word in ("review", "decision")) else filled
    found = found_after(needed, *command.split(";; "))
    assert any(re.search(sentence, one) for one in found), found


def test_an_end_that_was_cut_off_is_told_to_who_noted_the_seal(filled: Filled) -> None:
    report = Verification()
    reviewed(filled)
    with Desk.open(filled.ledger) as desk:
        list(desk.verify(report))
    assert report.head is not None
    cut = "DELETE FROM decisions", "DELETE FROM audit WHERE action IN ('merge', 'undo')"
    assert found_after(filled, *cut) == []
    found = found_after(filled, head=report.head)
    assert [one for one in found if f"the entry with the seal {report.head} is not in it" in one]


def test_a_seal_that_was_noted_earlier_is_still_there(filled: Filled) -> None:
    report = Verification()
    with Desk.open(filled.ledger) as desk:
        list(desk.verify(report))
    reviewed(filled)
    with Desk.open(filled.ledger) as desk:
        assert problems(desk, head=report.head) == []


def test_a_text_that_does_not_come_out_of_its_bytes_is_told_but_not_when_quick(filled: Filled) -> None:
    digest = hashlib.sha256(zlib.decompress(OTHER)).hexdigest()
    commands = [
        f"INSERT INTO blobs (sha256, data, packing, size) VALUES ('{digest}', x'{OTHER.hex()}', 'zlib', 40)",
        f"UPDATE captures SET sha256 = '{digest}' WHERE id = 1",
    ]
    found = found_after(filled, *commands)
    assert all("article 1" in one for one in found)
    assert any("its text does not come out of its bytes" in one for one in found)
    with Desk.open(filled.ledger) as desk:
        assert not any("its text" in one for one in problems(desk, quick=True))


def test_another_program_is_named_where_a_text_does_not_come_out_of_its_bytes(filled: Filled) -> None:
    commands = ["UPDATE captures SET kind = 'pdf', program = 'attribune/0' WHERE id = 1"]
    assert any("it was read by attribune/0, this is" in one for one in found_after(filled, *commands))


def test_an_index_that_lacks_a_line_is_told(filled: Filled) -> None:
    with closing(sqlite3.connect(filled.ledger)) as connection:
        columns = ", ".join(row[1] for row in connection.execute("PRAGMA table_info(statements)"))
    others = columns.replace("id,", "99,", 1)
    found = found_after(filled, f"INSERT INTO statements ({columns}) SELECT {others} FROM statements WHERE id = 1")
    assert any(one.startswith("database: the index of search holds 8 statements, the ledger 9") for one in found)


Change = Callable[[Desk], object]


@pytest.mark.parametrize(
    "change",
    [
        lambda desk: desk.review(line_of(desk, "dam"), "corrected", corrections={"speaker": "Vera Lindqvist"}),
        lambda desk: list(desk.reread([2])),
        lambda desk: desk.follow("https://norvik.example/feed"),
        lambda desk: desk.unwatch(desk.watch("dam", "dam").name),
        lambda desk: desk.split(1, [2], reason="two"),
    ],
)
def test_what_the_program_changes_is_no_tampering(filled: Filled, change: Change) -> None:
    reviewed(filled)
    with Desk.open(filled.ledger, by="Ada") as desk:
        change(desk)
        assert problems(desk) == []
