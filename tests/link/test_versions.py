"""Two versions of one article."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.link import Changes, compare_readings
from attribune.reading import Reading
from attribune.statement import Stance
from tests.link.build import a_version
from tests.page.build import a_figure

FLOOD = "the Sorva river rose above the old bridge at night"
DEAD = "at least 12 people died in the flood at Kethia"
AID = "tents and blankets would reach the valley on Friday"
NIGHT = f"Korvin said {FLOOD}.\nShe said {DEAD}.\nBrandt said {AID}."


def words(changes: Changes) -> tuple[list[str], list[str]]:
    old, new = changes.old.article.text, changes.new.article.text
    return [one.content.text(new) for one in changes.appeared], [one.content.text(old) for one in changes.vanished]


def shuffled(reading: Reading, chance: random.Random) -> Reading:
    return replace(reading, statements=tuple(chance.sample(reading.statements, len(reading.statements))))


def test_a_version_has_no_changes_from_itself() -> None:
    night = a_version(NIGHT, [FLOOD, DEAD, AID])
    assert not compare_readings(night, night).any
    assert len(compare_readings(night, night).kept) == 3


def test_moved_paragraphs_and_new_punctuation_are_kept() -> None:
    text = f"Brandt said: “{AID}”\n\nKorvin said {FLOOD.upper()}!\nShe said {DEAD};"
    changes = compare_readings(a_version(NIGHT, [FLOOD, DEAD, AID]), a_version(text, [AID, FLOOD.upper(), DEAD]))
    assert not changes.any
    assert [(one.id, two.id) for one, two in changes.kept] == [(0, 1), (1, 2), (2, 0)]


def test_new_and_missing_statements_are_told() -> None:
    changes = compare_readings(a_version(NIGHT, [FLOOD, DEAD]), a_version(NIGHT, [DEAD, AID]))
    assert words(changes) == ([AID], [FLOOD])


def test_changed_words_are_told_as_pairs() -> None:
    new = DEAD.replace("12", "14")
    changes = compare_readings(a_version(NIGHT, [DEAD]), a_version(NIGHT.replace("12", "14"), [new]))
    (change,) = changes.changed
    span = [NIGHT.index("12"), NIGHT.index("12") + 2]
    assert change.what == ("words",)
    assert change.to_dict(NIGHT, NIGHT.replace("12", "14"))["words"] == [
        {"old": [{"span": span, "text": "12"}], "new": [{"span": span, "text": "14"}]}
    ]
    assert not changes.appeared
    assert not changes.vanished


def test_a_statement_of_which_two_may_be_the_newer_form_is_no_change() -> None:
    text = f"{FLOOD} again. {FLOOD} early."
    changes = compare_readings(a_version(NIGHT, [FLOOD]), a_version(text, [f"{FLOOD} again", f"{FLOOD} early"]))
    assert words(changes) == ([f"{FLOOD} again", f"{FLOOD} early"], [FLOOD])


def test_of_two_newer_forms_the_one_of_the_same_speaker_is_taken() -> None:
    text = f"{FLOOD} again. {FLOOD} early."
    new = a_version(text, [f"{FLOOD} again", f"{FLOOD} early"], ["Jan Brandt", "Ida Korvin"])
    (change,) = compare_readings(a_version(NIGHT, [FLOOD]), new).changed
    assert change.new.id == 1


def test_another_speaker_of_the_same_words_is_a_change() -> None:
    changes = compare_readings(a_version(NIGHT, [AID], ["Jan Brandt"]), a_version(NIGHT, [AID], ["Ida Korvin"]))
    (change,) = changes.changed
    assert change.what == ("speaker",)
    assert (change.differences[0].old, change.differences[0].new) == ("Jan Brandt", "Ida Korvin")


def test_a_speaker_that_is_no_longer_known_is_a_change() -> None:
    old = a_version(NIGHT, [AID])
    new = replace(old, statements=(replace(old.statements[0], speaker=None),))
    (change,) = compare_readings(old, new).changed
    assert change.differences[0].new is None


def test_what_is_said_how_is_compared() -> None:
    old = a_version(NIGHT, [AID])
    stance = Stance("promise_vow", "promised", "distancing")
    new = replace(old, statements=(replace(old.statements[0], stance=stance, quote="direct"),))
    (change,) = compare_readings(old, new).changed
    assert change.what == ("cue class", "commitment", "distance", "quote")


def test_a_statement_said_twice_and_then_once_has_vanished_once() -> None:
    twice = a_version(f"{AID}. {AID}.", [AID, AID])
    once = a_version(AID, [AID])
    assert len(compare_readings(twice, once).vanished) == 1
    assert len(compare_readings(once, twice).appeared) == 1


def counting(number: str) -> Reading:
    version = a_version(NIGHT.replace("12", number), [DEAD.replace("12", number)])
    figure = a_figure(version.article, number, float(number), None, counts="killed")
    return replace(version, statements=(replace(version.statements[0], figures=(figure,)),))


def test_a_changed_figure_of_a_statement_is_told_with_it() -> None:
    changes = compare_readings(counting("12"), counting("14"))
    (change,) = changes.changed
    assert change.what == ("words", "figures")
    assert (change.figures[0].old.low, change.figures[0].new.low) == (12, 14)
    assert changes.figures_changed == change.figures


def test_a_figure_that_is_counted_otherwise_is_no_change_of_a_figure() -> None:
    old = counting("12")
    figure = replace(old.statements[0].figures[0], counts="wounded")
    changes = compare_readings(old, replace(old, statements=(replace(old.statements[0], figures=(figure,)),)))
    assert changes.changed == ()
    assert (changes.figures_appeared, changes.figures_vanished) == ((figure,), old.statements[0].figures)


def test_changed_figures_are_plain_dictionaries() -> None:
    found = compare_readings(counting("12"), counting("14")).to_dict()
    assert found["figures"]["changed"] == found["changed"][0]["figures"]
    assert found["figures"]["changed"][0]["new"]["text"] == "14"


def test_changes_are_plain_dictionaries() -> None:
    text = NIGHT.replace("12", "14")
    changes = compare_readings(a_version(NIGHT, [FLOOD, DEAD]), a_version(text, [DEAD.replace("12", "14"), AID]))
    found = json.loads(json.dumps(changes.to_dict()))
    assert [one["text"] for one in found["appeared"] + found["vanished"]] == [AID, FLOOD]
    assert found["changed"][0]["what"] == ["words"]
    assert (found["old"], found["kept"]) == (changes.old.article.id, [])


SAID = [FLOOD, DEAD, AID, DEAD.replace("12", "14"), f"{AID} at noon", FLOOD, "yes"]
VERSIONS = st.lists(st.sampled_from(SAID), max_size=6, unique=True).map(lambda said: a_version(". ".join(said), said))


@given(VERSIONS)
def test_no_version_has_changes_from_itself(version: Reading) -> None:
    assert not compare_readings(version, version).any


@given(VERSIONS, VERSIONS)
def test_what_appeared_has_vanished_the_other_way_round(old: Reading, new: Reading) -> None:
    forth, back = compare_readings(old, new), compare_readings(new, old)
    assert (forth.appeared, forth.vanished) == (back.vanished, back.appeared)
    assert {(one.old.id, one.new.id) for one in forth.changed} == {(one.new.id, one.old.id) for one in back.changed}


@given(VERSIONS, VERSIONS, st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_nothing(old: Reading, new: Reading, chance: random.Random) -> None:
    found = compare_readings(shuffled(old, chance), shuffled(new, chance)).to_dict()
    assert found == compare_readings(old, new).to_dict()


@given(VERSIONS, VERSIONS)
def test_every_statement_is_told_once(old: Reading, new: Reading) -> None:
    found = compare_readings(old, new)
    ours = (
        [one.id for one in found.vanished] + [one.old.id for one in found.changed] + [one.id for one, _ in found.kept]
    )
    assert sorted(ours) == sorted(one.id for one in old.statements)


@pytest.mark.parametrize("count", [400])
def test_many_statements_that_share_all_words_but_one_are_told_apart(count: int) -> None:
    said = [f"the house at number {number} stands" for number in range(count)]
    old, new = a_version(". ".join(said) + ".", said), a_version(". ".join(reversed(said)) + ".", said[::-1])
    assert not compare_readings(old, new).any
