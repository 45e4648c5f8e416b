"""Speakers across articles, and the decisions on who is who."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from attribune.errors import LedgerError
from attribune.ledger.addition import Known
from attribune.ledger.contract import Ledger, LedgerWriter
from attribune.ledger.decision import Decision
from tests.ledger.build import DAM, a_report, filed, found, now, put

MAYOR, SHORT = ("Ida Korvin", "the dam held"), ("Mayor Korvin", "the dam will hold")


def two_names(ledger: Ledger) -> tuple[int, int]:
    """One article by the one, one by both; the identities of the two."""
    filed(ledger, a_report(MAYOR), a_report(MAYOR, SHORT, ("Mayor Korvin", "help is coming")))
    with ledger.reading_from() as reader:
        keys = reader.with_keys(["ida korvin", "mayor korvin"])
    return keys["ida korvin"][0], keys["mayor korvin"][0]


def test_speakers_with_a_key_that_is_there_are_one_identity(ledger: Ledger) -> None:
    ida, _ = two_names(ledger)
    with ledger.reading_from() as reader:
        identity = reader.identity(ida)
        appearances = reader.appearances([ida])
    assert identity is not None
    assert (identity.name, identity.articles, identity.statements) == ("Ida Korvin", 2, 2)
    assert [one.statements for one in appearances] == [1, 1]


def test_two_speakers_of_one_article_with_one_new_key_are_one_identity(ledger: Ledger) -> None:
    with ledger.writing("test") as writer:
        put(writer, a_report(MAYOR, SHORT), known={0: Known(None, "korvin"), 1: Known(None, "korvin")})
    with ledger.reading_from() as reader:
        identities = reader.identities()
    assert [(one.name, one.articles, one.statements) for one in identities] == [("Ida Korvin", 1, 2)]


def test_speakers_without_an_identity_are_lines_with_their_own_name(ledger: Ledger) -> None:
    with ledger.writing("test") as writer:
        lines = put(writer, a_report(MAYOR, SHORT), known={1: Known(None, None)}).lines
    with ledger.reading_from() as reader:
        first, second = reader.lines(lines)
        keys = reader.with_keys([""])
    assert (first.identity, first.name, second.name) == (None, "Ida Korvin", "Mayor Korvin")
    assert second.identity is not None
    assert keys == {}


def test_a_speaker_that_is_not_there_can_not_be_attached_to(ledger: Ledger) -> None:
    with pytest.raises(LedgerError), ledger.writing("test") as writer:
        put(writer, a_report(MAYOR), known={0: Known(77)})


def test_identities_come_most_heard_first_and_by_all_words_of_a_name(ledger: Ledger) -> None:
    two_names(ledger)
    filed(ledger, a_report(MAYOR), a_report(MAYOR, SHORT, ("Ida Brandl", "it rains"), ("Ida Korvin", "it pours")))
    with ledger.reading_from() as reader:
        everyone = [(one.name, one.statements) for one in reader.identities()]
        named = [one.name for one in reader.identities(name="Korvin, IDA")]
        first = [one.name for one in reader.identities(limit=1)]
    assert everyone == [("Ida Korvin", 3), ("Mayor Korvin", 1), ("Ida Brandl", 1)]
    assert named == first == ["Ida Korvin"]


def test_merged_identities_count_an_article_once_and_are_found_by_either_name(ledger: Ledger) -> None:
    ida, short = two_names(ledger)
    before = now()
    assert len(found(ledger, "speaker:ida")) == 2
    with ledger.writing("test") as writer:
        writer.decide("merge", ida, short, reason="the same post")
    with ledger.reading_from() as reader:
        identity, then = reader.identity(short), reader.identity(short, at=before)
        named = reader.identities(name="mayor")
    assert identity is not None
    assert then is not None
    assert (identity.id, identity.name, identity.members) == (ida, "Ida Korvin", (ida, short))
    assert (identity.articles, identity.statements) == (2, 4)
    assert list(named) == [identity]
    assert (then.id, then.articles, then.statements, then.members) == (short, 1, 2, (short,))
    for query in ("speaker:ida", 'speaker:"mayor korvin"', f"speaker_id:{ida}", f"speaker_id:{short}"):
        assert len(found(ledger, query)) == 4
    assert len(found(ledger, f"speaker_id:{ida}", at=before)) == 2
    assert len(found(ledger, "speaker:ida", at=before)) == 2


def test_merged_lines_stand_under_the_name_that_was_kept(ledger: Ledger) -> None:
    ida, short = two_names(ledger)
    before = now()
    with ledger.writing("test") as writer:
        writer.decide("merge", ida, short, reason="the same post")
    lines = found(ledger, f"speaker_id:{short}")
    with ledger.reading_from() as reader:
        assert {(line.identity, line.name) for line in reader.lines(lines)} == {(ida, "Ida Korvin")}
        assert {line.name for line in reader.lines(lines, at=before)} == {"Ida Korvin", "Mayor Korvin"}


def test_an_undone_merge_leaves_two_and_still_tells_of_then(ledger: Ledger) -> None:
    ida, short = two_names(ledger)
    with ledger.writing("test") as writer:
        made = writer.decide("merge", ida, short, reason="the same post")
    merged = now()
    with ledger.writing("other") as writer:
        undone = writer.undo(made.id, reason="two people")
    with ledger.reading_from() as reader:
        decisions = reader.decisions()
        one, then = reader.identity(short), reader.identity(short, at=merged)
    assert one is not None
    assert then is not None
    assert (one.id, then.id) == (short, ida)
    assert list(decisions) == [undone] == [replace(made, undone=undone.undone)]
    assert len(found(ledger, f"speaker_id:{ida}")) == 2
    assert len(found(ledger, f"speaker_id:{ida}", at=merged)) == 4


def test_merges_of_merged_speakers_never_go_in_a_circle(ledger: Ledger) -> None:
    ida, short = two_names(ledger)
    filed(ledger, *[a_report()] * 2, a_report(("Third Voice", "yes")))
    with ledger.writing("test") as writer:
        third = writer.with_keys(["third voice"])["third voice"][0]
        writer.decide("merge", ida, short, reason="one")
        writer.decide("merge", third, short, reason="two")
    with ledger.reading_from() as reader:
        identity = reader.identity(short)
    with pytest.raises(LedgerError, match="are one already"), ledger.writing("test") as writer:
        writer.decide("merge", short, third, reason="three")
    assert identity is not None
    assert identity.members == (third, ida, short)


def test_speakers_kept_apart_stay_two(ledger: Ledger) -> None:
    ida, short = two_names(ledger)
    with ledger.writing("test") as writer:
        decision = writer.decide("apart", ida, short, reason="mother and daughter")
    with ledger.reading_from() as reader:
        assert list(reader.decisions()) == [decision]
        assert len(reader.identities()) == 2


def test_a_split_moves_appearances_to_a_new_speaker_and_back_when_undone(ledger: Ledger) -> None:
    ida, _ = two_names(ledger)
    before = now()
    with ledger.writing("test") as writer:
        first, second = writer.appearances([ida])
        made = writer.decide("split", ida, None, appearances=[second.id], reason="a namesake")
    split = now()
    with ledger.reading_from() as reader:
        assert [one.id for one in reader.appearances([ida])] == [first.id]
        assert [one.id for one in reader.appearances([made.other])] == [second.id]
        then = reader.appearances([ida], at=before)
        counts = [(one.id, one.statements) for one in reader.identities(name="ida")]
        counts_then = [(one.id, one.statements) for one in reader.identities(name="ida", at=before)]
        new_then = reader.identity(made.other, at=before)
        line_then = reader.lines_of(second.entry, at=before)[0]
    assert [(one.id, one.identity) for one in then] == [(first.id, ida), (second.id, ida)]
    assert (counts, counts_then) == ([(ida, 1), (made.other, 1)], [(ida, 2)])
    assert (new_then, line_then.identity) == (None, ida)
    assert [len(found(ledger, f"speaker_id:{one}")) for one in (ida, made.other)] == [1, 1]
    assert [len(found(ledger, f"speaker_id:{one}", at=before)) for one in (ida, made.other)] == [2, 0]
    with ledger.writing("test") as writer:
        writer.undo(made.id, reason="the same after all")
    assert [len(found(ledger, f"speaker_id:{one}")) for one in (ida, made.other)] == [2, 0]
    assert [len(found(ledger, f"speaker_id:{one}", at=split)) for one in (ida, made.other)] == [1, 1]


def test_an_undone_split_of_a_merged_speaker_gives_back_to_whom_it_took_from(ledger: Ledger) -> None:
    ida, short = two_names(ledger)
    with ledger.writing("test") as writer:
        merge = writer.decide("merge", ida, short, reason="one post")
        taken = writer.appearances([short])[0]
        split = writer.decide("split", ida, None, appearances=[taken.id], reason="another")
        writer.undo(split.id, reason="no")
        writer.undo(merge.id, reason="no")
    with ledger.reading_from() as reader:
        assert [one.id for one in reader.appearances([short])] == [taken.id]


def test_a_split_that_later_ones_build_on_is_undone_after_them(ledger: Ledger) -> None:
    ida, _ = two_names(ledger)
    with ledger.writing("test") as writer:
        one = writer.appearances([ida])[0]
        first = writer.decide("split", ida, None, appearances=[one.id], reason="a namesake")
    between = now()
    with ledger.writing("test") as writer:
        second = writer.decide("split", first.other, None, appearances=[one.id], reason="yet another")
    with pytest.raises(LedgerError, match=f"undo decision {second.id} first"), ledger.writing("test") as writer:
        writer.undo(first.id, reason="no")
    with ledger.writing("test") as writer:
        writer.undo(second.id, reason="no")
        writer.undo(first.id, reason="no")
    with ledger.reading_from() as reader:
        assert [found_.identity for found_ in reader.appearances([ida, first.other])] == [ida, ida]
        assert [found_.id for found_ in reader.appearances([first.other], at=between)] == [one.id]


def test_the_newest_appearances_are_left_by_a_limit(ledger: Ledger) -> None:
    ida, _ = two_names(ledger)
    with ledger.reading_from() as reader:
        every = reader.appearances([ida])
        assert list(reader.appearances([ida], limit=1)) == list(every[1:])
        assert list(reader.appearances([ida], limit=0)) == []


@pytest.mark.parametrize("doing", ["undo twice", "undo nothing", "split a stranger", "split nothing", "merge nobody"])
def test_decisions_that_make_no_sense_are_refused_and_change_nothing(ledger: Ledger, doing: str) -> None:
    ida, short = two_names(ledger)
    with ledger.writing("test") as writer:
        made = writer.decide("apart", ida, short, reason="two")
        writer.undo(made.id, reason="no")
        stranger = writer.appearances([short])[0].id
    with ledger.reading_from() as reader:
        audit = list(reader.audit())
    doings: dict[str, Callable[[LedgerWriter], object]] = {
        "undo twice": lambda writer: writer.undo(made.id, reason="again"),
        "undo nothing": lambda writer: writer.undo(99, reason="again"),
        "split a stranger": lambda writer: writer.decide("split", ida, None, appearances=[stranger], reason="no"),
        "split nothing": lambda writer: writer.decide("split", ida, None, reason="no"),
        "merge nobody": lambda writer: writer.decide("merge", ida, 99, reason="no"),
    }
    with pytest.raises(LedgerError), ledger.writing("test") as writer:
        doings[doing](writer)
    with ledger.reading_from() as reader:
        assert list(reader.audit()) == audit


def test_an_identity_is_not_known_before_it_was_heard(ledger: Ledger) -> None:
    before = now()
    filed(ledger, a_report(DAM))
    with ledger.reading_from() as reader:
        one = reader.identities()[0]
        assert reader.identity(one.id, at=before) is None
        assert list(reader.identities(at=before)) == []
        assert (one.first, one.last) == (reader.lines([1])[0].day,) * 2


def counted(ledger: Ledger, *identities: int, at: datetime | None = None) -> list[int]:
    """How many current statements are counted to each."""
    return [len(found(ledger, f"speaker_id:{one}", at=at)) for one in identities]


def split_and_read_anew(ledger: Ledger) -> tuple[int, Decision]:
    """A speaker of two articles, of whom the second is split off, and then read anew and printed in a new version."""
    ida, _ = two_names(ledger)
    with ledger.writing("test") as writer:
        second = writer.appearances([ida])[1]
        made = writer.decide("split", ida, None, appearances=[second.id], reason="a namesake")
    known = {0: Known(made.other, "ida korvin"), 1: Known(None, "mayor korvin")}
    with ledger.writing("test") as writer:
        anew = a_report(MAYOR, SHORT, ("Mayor Korvin", "help is coming"))
        writer.reread(second.entry, anew, known=known, vectors=None, carried={})
    with ledger.writing("test") as writer:
        put(writer, a_report(MAYOR, SHORT, ("Ida Korvin", "all is well")), "report-1.html", known=known)
    return ida, made


def test_what_was_read_anew_after_a_split_goes_back_with_it_and_still_tells_of_then(ledger: Ledger) -> None:
    ida, made = split_and_read_anew(ledger)
    assert counted(ledger, ida, made.other) == [1, 2]
    split = now()
    with ledger.writing("test") as writer:
        undone = writer.undo(made.id, reason="the same after all")
        moved = list(writer.audit())[-1].detail["moved"]
    with ledger.reading_from() as reader:
        assert list(reader.decisions()) == [undone]
        assert {one.identity for one in reader.assignments()} & {made.other} == set()
        assert [one.statements for one in reader.identities(name="ida")] == [3]
        assert reader.with_keys(["ida korvin"]) == {"ida korvin": [ida]}
        assert [*reader.problems(), *reader.index_problems()] == []
        assert [one.identity for one in reader.appearances([made.other], at=split)] == [made.other]
    assert len(moved) == 3
    assert {home for _, home in moved} == {ida}
    assert (counted(ledger, ida, made.other), counted(ledger, ida, made.other, at=split)) == ([3, 0], [1, 2])


def test_a_split_that_was_undone_can_be_made_and_undone_again(ledger: Ledger) -> None:
    ida, made = split_and_read_anew(ledger)
    with ledger.writing("test") as writer:
        writer.undo(made.id, reason="the same after all")
    between = now()
    with ledger.writing("test") as writer:
        last = writer.appearances([ida])[-1]
        again = writer.decide("split", ida, made.other, appearances=[last.id], reason="no, a namesake")
    split = now()
    assert counted(ledger, ida, made.other) == [1, 2]
    with ledger.writing("test") as writer:
        writer.undo(again.id, reason="the same, really")
    assert counted(ledger, ida, made.other) == [3, 0]
    assert [counted(ledger, ida, made.other, at=at) for at in (between, split)] == [[3, 0], [1, 2]]


def test_a_speaker_split_off_who_was_heard_elsewhere_since_goes_back_whole(ledger: Ledger) -> None:
    ida, made = split_and_read_anew(ledger)
    with ledger.writing("test") as writer:
        put(writer, a_report(MAYOR), "elsewhere.html", known={0: Known(made.other)})
        writer.undo(made.id, reason="the same after all")
    assert counted(ledger, ida, made.other) == [4, 0]


def test_a_split_to_a_speaker_who_was_there_takes_nothing_else_back(ledger: Ledger) -> None:
    ida, short = two_names(ledger)
    with ledger.writing("test") as writer:
        first = writer.appearances([ida])[0]
        made = writer.decide("split", ida, short, appearances=[first.id], reason="the mayor")
    with ledger.writing("test") as writer:
        put(writer, a_report(SHORT), "elsewhere.html", known={0: Known(short)})
        put(writer, a_report(MAYOR, SHORT), "report-0.html", known={0: Known(short), 1: Known(short)})
    assert counted(ledger, ida, short) == [1, 5]
    with ledger.writing("test") as writer:
        writer.undo(made.id, reason="not the mayor")
    assert counted(ledger, ida, short) == [3, 3]


def test_a_split_of_what_came_since_is_undone_first(ledger: Ledger) -> None:
    ida, made = split_and_read_anew(ledger)
    with ledger.writing("test") as writer:
        newest = writer.appearances([made.other])[-1]
        second = writer.decide("split", made.other, None, appearances=[newest.id], reason="yet another")
    with pytest.raises(LedgerError, match=f"undo decision {second.id} first"), ledger.writing("test") as writer:
        writer.undo(made.id, reason="no")
    with ledger.writing("test") as writer:
        writer.undo(second.id, reason="no")
        writer.undo(made.id, reason="no")
    assert counted(ledger, ida, made.other, second.other) == [3, 0, 0]


def test_what_another_split_moved_there_stays(ledger: Ledger) -> None:
    ida, short = two_names(ledger)
    with ledger.writing("test") as writer:
        first, second = writer.appearances([ida])
        made = writer.decide("split", ida, None, appearances=[first.id], reason="a namesake")
        writer.decide("split", ida, made.other, appearances=[second.id], reason="the namesake, too")
        writer.undo(made.id, reason="no")
    assert counted(ledger, ida, made.other, short) == [1, 1, 2]
