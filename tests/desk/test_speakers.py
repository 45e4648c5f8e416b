"""Speakers across articles: who is one, who is two, and what people decide about it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from attribune.desk import filing
from attribune.desk.desk import Desk
from attribune.errors import UsageError
from attribune.ledger.identity import Identity
from tests.desk.news import BRIDGE, SONG, TALKS, add, bridges, problems, write_records

LUND = "Ada Lund said that the bridge near Orvel had fallen on day {}."


def named(desk: Desk, name: str) -> Identity:
    (found,) = [one for one in desk.speakers() if one.name == name]
    return found


def told(desk: Desk, tmp_path: Path, *texts: str, name: str = "news") -> None:
    records = ({"id": n, "text": text, "published": f"2031-05-{n + 1:02}"} for n, text in enumerate(texts))
    add(desk, write_records(tmp_path / f"{name}.jsonl", *records))


def test_a_speaker_has_a_history_of_roles(full_desk: Desk) -> None:
    known = full_desk.speaker(named(full_desk, "Ida Korvin").id)
    held = [(one.role, one.first.isoformat(), one.last.isoformat(), one.articles) for one in known.roles]
    assert held == [("Mayor", "2031-05-02", "2031-05-02", 1), ("Transport Minister", "2031-06-01", "2031-06-01", 1)]
    assert (known.names, known.outlets) == (("Ida Korvin",), ("Lodra Times", "Norvik Post"))
    assert (known.identity.articles, known.identity.statements) == (2, 3)


def test_speakers_are_listed_by_how_much_they_were_heard(full_desk: Desk) -> None:
    assert [one.name for one in full_desk.speakers(limit=1)] == ["Ida Korvin"]
    assert {one.name for one in full_desk.speakers("brandl")} == {"Tomas Brandl", "Brandl"}


def test_an_unknown_speaker_is_wrong_usage(full_desk: Desk) -> None:
    with pytest.raises(UsageError, match="speaker 99 is not in the ledger"):
        full_desk.speaker(99)


def test_a_surname_alone_is_a_speaker_of_its_own(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path, "The water is falling, Brandl said.", "The water is rising, Brandl said.")
    assert [(one.name, one.key, one.articles) for one in desk.speakers("Brandl")] == [("Brandl", None, 1)] * 2


def test_two_people_of_one_name_with_other_roles_and_countries_are_two(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path, TALKS, SONG, TALKS.replace("failed", "gone on"), SONG.replace("knee", "leg"))
    assert [(one.name, one.articles) for one in desk.speakers("Brandt")] == [("Ida Brandt", 2)] * 2
    countries = {desk.speaker(one.id).countries for one in desk.speakers("Brandt")}
    assert countries == {("NO",), ("BR",)}


def test_a_role_that_is_heard_within_a_run_counts_in_it(desk: Desk, tmp_path: Path) -> None:
    plain = "Ida Brandt said that it rained in Lodra."
    told(desk, tmp_path, plain, TALKS, SONG)
    assert sorted(one.articles for one in desk.speakers("Brandt")) == [1, 2]


def test_who_may_be_either_of_two_is_neither_and_draws_nobody(desk: Desk, tmp_path: Path) -> None:
    plain = "Ida Brandt said that it rained in {}."
    told(desk, tmp_path, TALKS, SONG, plain.format("Lodra"), plain.format("Orvel"), TALKS.replace("failed", "gone on"))
    found = sorted((one.articles, str(one.key)) for one in desk.speakers("Brandt"))
    assert found == [(1, "person:ida brandt"), (2, "person:ida brandt"), (2, "person:ida brandt?")]
    assert problems(desk) == []


def test_who_may_be_either_is_asked_about_once_for_each(desk: Desk, tmp_path: Path) -> None:
    plain = (f"Ida Brandt said that it rained in Lodra on day {day}." for day in range(4))
    told(desk, tmp_path, TALKS, SONG, *plain)
    assert len(desk.speakers("Brandt")) == 3
    assert len(desk.suggestions(at_least=0.0)) <= 3


def test_who_was_decided_to_be_one_of_two_draws_nobody_else_there(desk: Desk, tmp_path: Path) -> None:
    plain = "Ida Brandt said that it rained in Lodra on day {}."
    told(desk, tmp_path, TALKS, SONG, plain.format(1))
    singer = next(one for one in desk.speakers("Brandt") if desk.speaker(one.id).countries == ("BR",))
    either = next(one for one in desk.speakers("Brandt") if str(one.key).endswith("?"))
    desk.merge(singer.id, either.id, reason="she told us")
    told(desk, tmp_path, plain.format(2), plain.format(3), name="later")
    assert sorted(one.articles for one in desk.speakers("Brandt")) == [1, 2, 2]


def test_after_a_merge_of_two_of_one_name_the_next_one_is_theirs(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path, TALKS, SONG)
    one, two = desk.speakers("Brandt")
    desk.merge(one.id, two.id, reason="she plays and rules")
    told(desk, tmp_path, "Ida Brandt said that it rained in Lodra.", name="later")
    assert [found.articles for found in desk.speakers("Brandt")] == [3]


def test_who_is_heard_no_longer_may_be_heard_again(desk: Desk, tmp_path: Path) -> None:
    rain = "Eva Holm said that it rained in Lodra."
    told(desk, tmp_path, TALKS, SONG)
    told(desk, tmp_path, rain, SONG)
    told(desk, tmp_path, TALKS, name="again")
    again = {one.id: one.articles for one in desk.speakers("Brandt")}
    assert sorted(again.values()) == [1, 1]
    assert {desk.speaker(one).countries for one in again} == {("NO",), ("BR",)}


def test_more_speakers_than_are_remembered_are_told_apart_all_the_same(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filing, "REMEMBERED", 1)
    others = (LUND.format(1), "Eva Holm said that it rained.", LUND.format(2), "Eva Holm said that it snowed.")
    told(desk, tmp_path, TALKS, SONG, *others, TALKS.replace("failed", "gone on"), SONG.replace("knee", "leg"))
    assert sorted((one.name, one.articles) for one in desk.speakers()) == [
        ("Ada Lund", 2),
        ("Eva Holm", 2),
        ("Ida Brandt", 2),
        ("Ida Brandt", 2),
    ]


def test_suggestions_give_reasons(full_desk: Desk) -> None:
    (found,) = full_desk.suggestions()
    assert {found.one.name, found.two.name} == {"Tomas Brandl", "Brandl"}
    assert 0.6 <= found.score <= 1
    assert all(reason.endswith(".") for reason in found.reasons)
    assert full_desk.suggestions(about=found.two.id) == [found]
    assert full_desk.suggestions(about=named(full_desk, "Ida Korvin").id) == []


def test_who_was_kept_apart_is_not_suggested_again(full_desk: Desk) -> None:
    one, two = named(full_desk, "Tomas Brandl"), named(full_desk, "Brandl")
    full_desk.keep_apart(two.id, one.id, reason="brothers")
    assert full_desk.suggestions() == []
    full_desk.undo(1, reason="no brothers")
    assert len(full_desk.suggestions()) == 1


def test_who_was_kept_apart_is_not_merged_before_that_is_undone(full_desk: Desk) -> None:
    one, two = named(full_desk, "Tomas Brandl"), named(full_desk, "Brandl")
    full_desk.keep_apart(two.id, one.id, reason="brothers")
    with pytest.raises(UsageError, match=r"decision 1 keeps speakers \d and \d apart: undo it first"):
        full_desk.merge(one.id, two.id, reason="one office")
    full_desk.undo(1, reason="no brothers")
    full_desk.merge(one.id, two.id, reason="one office")


def test_a_reason_says_something(full_desk: Desk) -> None:
    with pytest.raises(UsageError, match="the reason is empty"):
        full_desk.merge(named(full_desk, "Tomas Brandl").id, named(full_desk, "Brandl").id, reason=" ")


def test_merged_speakers_are_found_by_either_name(full_desk: Desk) -> None:
    one, two = named(full_desk, "Tomas Brandl"), named(full_desk, "Brandl")
    decision = full_desk.merge(one.id, two.id, reason="the same office")
    assert full_desk.suggestions() == []
    both = {hit.line.id for hit in full_desk.search("speaker:Tomas").hits}
    assert both == {hit.line.id for hit in full_desk.search("speaker:Brandl").hits}
    assert len(both) == 2
    known = full_desk.speaker(two.id)
    assert (known.identity.id, known.identity.members) == (one.id, (one.id, two.id))
    assert (set(known.names), known.decisions) == ({"Tomas Brandl", "Brandl"}, (decision,))
    full_desk.undo(decision.id, reason="no")
    assert len(full_desk.search("speaker:Tomas").hits) == 1
    assert problems(full_desk) == []


def test_a_split_speaker_is_two_until_that_is_undone(full_desk: Desk) -> None:
    korvin = named(full_desk, "Ida Korvin")
    ferry = next(one.entry for one in full_desk.speaker(korvin.id).appearances if one.outlet == "Lodra Times")
    decision = full_desk.split(korvin.id, [ferry], reason="the minister is her aunt")
    assert sorted(one.statements for one in full_desk.speakers("Korvin")) == [1, 2]
    assert {one.one.name for one in full_desk.suggestions()} == {"Tomas Brandl"}
    full_desk.undo(decision.id, reason="she is not")
    assert [one.statements for one in full_desk.speakers("Korvin")] == [3]
    assert [one.kind for one in full_desk.decisions()] == ["split"]
    assert problems(full_desk) == []


def test_who_may_be_either_half_of_a_split_speaker_is_one_more_and_not_many(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path, LUND.format(1), LUND.format(2))
    (lund,) = desk.speakers("Lund")
    decision = desk.split(lund.id, [2], reason="another engineer")
    told(desk, tmp_path, *map(LUND.format, range(3, 7)), name="later")
    assert sorted(one.articles for one in desk.speakers("Lund")) == [1, 1, 4]
    desk.undo(decision.id, reason="the same engineer")
    told(desk, tmp_path, LUND.format(7), name="last")
    assert sorted(one.articles for one in desk.speakers("Lund")) == [3, 4]
    assert problems(desk) == []


def test_a_split_survives_the_next_version(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path, LUND.format(1), LUND.format(2))
    (lund,) = desk.speakers("Lund")
    desk.split(lund.id, [2], reason="another engineer")
    told(desk, tmp_path, LUND.format(1), LUND.format("two"))
    assert [one.articles for one in desk.speakers("Lund")] == [1, 1]


@pytest.mark.parametrize(
    ("call", "found"),
    [
        (lambda desk, one, _: desk.merge(one, one, reason="x"), "are one already"),
        (lambda desk, one, _: desk.merge(one, 99, reason="x"), "speaker 99 is not in the ledger"),
        (lambda desk, one, _: desk.keep_apart(99, one, reason="x"), "speaker 99 is not in the ledger"),
        (lambda desk, one, _: desk.keep_apart(one, one, reason="x"), "are counted as one; undo their merge first"),
        (lambda desk, one, _: desk.split(one, [2, 99], reason="x"), "is not heard in 99"),
        (lambda desk, one, _: desk.split(one, [], reason="x"), "is not heard in no article"),
        (lambda desk, one, _: desk.split(one, [2, 3], reason="x"), "a split would leave nobody"),
        (lambda desk, one, _: desk.undo(99, reason="x"), "decision 99 is not in the ledger"),
        (lambda desk, one, two: (desk.merge(one, two, reason="x"), desk.keep_apart(two, one, reason="x")), "as one"),
        (lambda desk, one, two: (desk.merge(one, two, reason="x"), desk.merge(two, one, reason="x")), "one already"),
    ],
)
def test_a_decision_that_makes_no_sense_is_wrong_usage(full_desk: Desk, call: Any, found: str) -> None:
    with pytest.raises(UsageError, match=found):
        call(full_desk, named(full_desk, "Ida Korvin").id, named(full_desk, "Tomas Brandl").id)


def test_a_decision_is_undone_once(full_desk: Desk) -> None:
    made = full_desk.merge(named(full_desk, "Tomas Brandl").id, named(full_desk, "Brandl").id, reason="x")
    assert full_desk.undo(made.id, reason="y").undone is not None
    with pytest.raises(UsageError, match="decision 1 was undone on"):
        full_desk.undo(made.id, reason="y")


def test_any_number_of_articles_of_one_speaker_are_of_one(desk: Desk, tmp_path: Path) -> None:
    add(desk, write_records(tmp_path / "news.jsonl", *bridges(*range(40))))
    assert [(one.name, one.articles) for one in desk.speakers()] == [("Ada Lund", 40)]
    assert BRIDGE.format(39) in desk.reading(40).article.text


def test_decisions_of_later_are_not_known_before(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path, TALKS, SONG)
    one, two = desk.speakers("Brandt")
    before = datetime.now(UTC)
    made = desk.merge(one.id, two.id, reason="one person")
    between = datetime.now(UTC)
    desk.undo(made.id, reason="two people")
    assert desk.speaker(one.id, at=before).decisions == ()
    assert [each.undone for each in desk.speaker(one.id, at=between).decisions] == [None]
    assert [each.undone is None for each in desk.speaker(one.id).decisions] == [False]


@pytest.mark.parametrize("name", ["?", "", " ", "--"])
def test_a_name_without_a_word_finds_not_everybody(full_desk: Desk, name: str) -> None:
    with pytest.raises(UsageError, match="holds no word of a name"):
        full_desk.speakers(name)
