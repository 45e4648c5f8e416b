from collections.abc import Sequence

import pytest

from attribune.evaluate.gold import ROLES, Roles
from attribune.evaluate.matching import Located, Match, find_matches, locate
from attribune.evaluate.words import words_of
from tests.evaluate.build import MAYOR, OLK, TEXT, attribution


def located(attributions: Sequence[Roles]) -> list[Located]:
    words = words_of(TEXT)
    return [locate({role: words.fragments(one[role]) for role in ROLES}) for one in attributions]


def matches(gold: Sequence[Roles], predicted: Sequence[Roles]) -> list[Match]:
    return list(find_matches(located(gold), located(predicted)))


def pairs(gold: Sequence[Roles], predicted: Sequence[Roles]) -> set[tuple[int, int]]:
    return {(match.gold, match.predicted) for match in matches(gold, predicted)}


def test_the_same_attributions_match_exactly() -> None:
    found = matches([MAYOR, OLK], [OLK, MAYOR])
    assert {(one.gold, one.predicted) for one in found} == {(0, 1), (1, 0)}
    assert all(one.lenient and one.linked and one.exact for one in found)


def test_contents_without_a_shared_word_do_not_match() -> None:
    assert matches([MAYOR], [OLK]) == []


def test_an_attribution_matches_once() -> None:
    assert len(matches([MAYOR], [MAYOR, MAYOR])) == 1


def test_a_shared_cue_goes_before_more_shared_words() -> None:
    longer = attribution(source="The mayor", cue="told", content="that the bridge was gone")
    shorter = attribution(cue="said", content="bridge")
    assert pairs([MAYOR], [longer, shorter]) == {(0, 1)}


def test_more_shared_words_go_before_fewer() -> None:
    shorter = attribution(cue="said", content="bridge")
    longer = attribution(cue="said", content="the bridge was")
    assert pairs([MAYOR], [longer, shorter]) == {(0, 0)}


def test_shared_words_of_the_source_count() -> None:
    bare = attribution(cue="said", content="bridge")
    sourced = attribution(cue="said", source="mayor", content="bridge")
    assert pairs([MAYOR], [sourced, bare]) == {(0, 0)}


def test_of_equal_pairs_the_last_goes_first() -> None:
    assert pairs([MAYOR], [MAYOR, MAYOR]) == {(0, 1)}


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        pytest.param({"source": "The", "cue": "said", "content": "bridge"}, (True, True, False), id="a word of each"),
        pytest.param({"source": "The mayor", "content": "bridge"}, (False, True, False), id="no cue"),
        pytest.param({"cue": "said", "content": "bridge"}, (False, False, False), id="no source"),
        pytest.param({"source": "Olk", "cue": "said", "content": "bridge"}, (False, False, False), id="wrong source"),
        pytest.param(
            {"source": "The mayor", "cue": "told", "content": "that the bridge was gone."},
            (False, True, True),
            id="exact, whatever the cue",
        ),
    ],
)
def test_how_well_a_match_agrees(roles: dict[str, str], expected: tuple[bool, bool, bool]) -> None:
    (found,) = matches([MAYOR], [attribution(**roles)])
    assert (found.lenient, found.linked, found.exact) == expected


def test_a_role_missing_on_both_sides_agrees() -> None:
    bare = attribution(cue="said", content="the bridge was gone")
    (found,) = matches([bare], [bare])
    assert (found.lenient, found.linked, found.exact) == (True, True, True)
