"""For each statement of an older reading the one that its reviews belong to."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from attribune.link import Match, carry
from attribune.statement import Statement
from tests.builders import a_statement, an_article

TEXT = (
    "Korvin said the bridge would open again on Friday.\n"
    "Brandt said the bridge would open again on Friday.\n"
    "“No comment,” Korvin said. “No comment,” Brandt said.\n"
    "The harvest in the valley was late this year, Brandt warned."
)
BRIDGE = "the bridge would open again on Friday"
HARVEST = "The harvest in the valley was late this year"


def said(content: str, source: str | None = None, *, text: str = TEXT, number: int = 0, nth: int = 0) -> Statement:
    statement = a_statement(an_article(text), content, id=number, nth=nth)
    return statement if source is None else a_statement(an_article(text), content, source, id=number)


def carried(old: Sequence[Statement], new: Sequence[Statement], new_text: str = TEXT) -> dict[int, Match]:
    return dict(carry(old, TEXT, new, new_text))


def test_the_same_words_at_the_same_place_are_certain() -> None:
    old = [said(BRIDGE, number=0), said(BRIDGE, number=1, nth=1)]
    new = [said(BRIDGE, number=7, nth=1), said(BRIDGE, number=8)]
    found = carried(old, new)
    assert {one: match.new_id for one, match in found.items()} == {0: 8, 1: 7}
    assert all(match.certain for match in found.values())


def test_punctuation_at_the_edge_does_not_matter() -> None:
    assert carried([said("“No comment,”")], [said("No comment", number=5)])[0] == Match(
        5, True, "The same words stand at the same place."
    )


def test_the_same_words_at_another_place_of_the_text_are_not_certain() -> None:
    found = carried([said(BRIDGE)], [said(BRIDGE, number=3, nth=1)])
    assert (found[0].new_id, found[0].certain) == (3, False)


def test_statements_of_one_content_are_told_by_their_sources() -> None:
    old = [said(HARVEST, "Korvin", number=0), said(HARVEST, "Brandt", number=1)]
    new = [said(HARVEST, "Brandt", number=4), said(HARVEST, "Korvin", number=5)]
    assert {one: match.new_id for one, match in carried(old, new).items()} == {0: 5, 1: 4}


def test_the_only_one_with_the_same_words_is_certain_in_a_new_version() -> None:
    text = f"Corrected.\n{HARVEST}, Brandt now says."
    found = carried([said(HARVEST)], [said(HARVEST, text=text, number=2)], text)
    assert found[0] == Match(2, True, "It is the only statement with the same words.")


def test_a_few_words_of_another_source_are_not_certain() -> None:
    text = "“No comment,” Aldo said."
    found = carried([said("No comment", "Korvin")], [said("No comment", "Aldo", text=text, number=2)], text)
    assert (found[0].new_id, found[0].certain) == (2, False)


def test_of_two_with_the_same_words_none_is_taken() -> None:
    text = f"{BRIDGE}. {BRIDGE}."
    found = carried([said(BRIDGE)], [said(BRIDGE, text=text, number=1), said(BRIDGE, text=text, number=2, nth=1)], text)
    assert found[0].new_id is None
    assert "More than one" in found[0].reason


def test_most_of_the_words_at_the_same_place_are_not_certain() -> None:
    found = carried([said(HARVEST)], [said("harvest in the valley was late", number=6)])
    assert (found[0].new_id, found[0].certain) == (6, False)
    assert "same place" in found[0].reason


def test_most_of_the_words_at_another_place_of_the_text_are_another_statement() -> None:
    found = carried([said(BRIDGE)], [said("the bridge would open again", number=6, nth=1)])
    assert found[0].new_id is None


def test_most_of_the_words_of_a_new_version_are_not_certain() -> None:
    text = "Brandt: the harvest in the valley was very late"
    found = carried([said(HARVEST)], [said("the harvest in the valley was very late", text=text, number=6)], text)
    assert found[0] == Match(6, False, "It has most of the words.")


def test_too_few_common_words_are_none() -> None:
    assert carried([said(HARVEST)], [said("the valley", number=6)])[0].new_id is None


def test_a_content_without_words_is_carried_at_its_place_only() -> None:
    text = "“...” Korvin said."
    assert carry([said("...", text=text)], text, [said("...", text=text, number=3)], text)[0].new_id == 3
    assert carry([said("...", text=text)], text, [said("...", text="... .", number=3)], "... .")[0].new_id is None


def test_every_old_statement_has_an_answer_and_no_new_one_two() -> None:
    old = [said(BRIDGE, number=0), said(f"{BRIDGE}.", number=1), said(HARVEST, number=2)]
    found = carried(old, [said(BRIDGE, number=9)])
    assert set(found) == {0, 1, 2}
    assert sum(match.new_id == 9 for match in found.values()) <= 1


PIECES = st.lists(st.sampled_from([BRIDGE, HARVEST, "No comment", "the valley", "bridge would open"]), max_size=5)


@given(PIECES, PIECES, st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_nothing(ours: list[str], theirs: list[str], chance: random.Random) -> None:
    old = [said(content, number=number) for number, content in enumerate(ours)]
    new = [said(content, number=number) for number, content in enumerate(theirs)]
    assert carried(chance.sample(old, len(old)), chance.sample(new, len(new))) == carried(old, new)


@given(st.lists(st.sampled_from([BRIDGE, HARVEST, "No comment"]), unique=True))
def test_a_reading_carries_over_to_itself_for_certain(contents: list[str]) -> None:
    old = [said(content, number=number) for number, content in enumerate(contents)]
    assert all(match.certain and match.new_id == one for one, match in carried(old, old).items())
