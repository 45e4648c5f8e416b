"""Candidates for what a pronoun or a description means, and how salient each is."""

from __future__ import annotations

import pytest

from attribune.article import Article
from attribune.extract.candidates import (
    DISTANCE,
    POSSESSIVE,
    QUOTED,
    SENTENCES,
    SIGHTINGS,
    SPOKE_LAST,
    SUBJECT,
    SUREST,
    TURNS,
    candidates_before,
    fits_of,
    near_turns,
)
from attribune.extract.capitals import article_names
from attribune.extract.links import Links
from attribune.extract.scene import Scene, Turn, set_scene
from attribune.extract.voices import Number, Voice
from tests.builders import a_span
from tests.scored import Meant, some_scores, some_words


def scene_of(text: str, *turns: tuple[str, Number], meant: tuple[Meant, ...] = ()) -> Scene:
    """The scene of a text in which the words given have spoken, each as a voice of its own."""
    article = Article(text)
    links = Links.of(some_scores(article, words=some_words(article, meant=meant))) if meant else None
    scene = set_scene(article, article_names(article), [], [], links)
    for words, number in turns:
        span = a_span(article, words)
        scene.turns.append(Turn(span.start, Voice(("described", words), words, "role_only", number), span))
    return scene


def salience(text: str, *turns: tuple[str, Number]) -> list[tuple[str, float]]:
    """Each candidate before the last "she", with its salience."""
    scene = scene_of(text, *turns)
    found = candidates_before(scene, text.rindex("she"))
    return [(one.voice.name, pytest.approx(one.salience)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Then Ada Brook said she left.", [SUBJECT], id="subject"),
        pytest.param("Then Ada Brook met Ben Cole, and she left.", [SUBJECT, 0.0], id="no subject"),
        pytest.param("Ada Brook came. It rained. Yes, she left.", [SUBJECT + 2 * DISTANCE], id="sentences back"),
        pytest.param("Ada Brook's dog came and she left.", [POSSESSIVE], id="possessive"),
        pytest.param(
            "He said “Ada Brook has left the old town at last” and she left.", [SUBJECT + QUOTED], id="quoted"
        ),
    ],
)
def test_a_named_person_is_as_salient_as_its_place(text: str, expected: list[float]) -> None:
    assert [score for _, score in salience(text)] == pytest.approx(expected)


def test_a_name_is_no_subject_behind_another_of_its_sentence() -> None:
    assert salience("Ben Cole came. Then Ada Brook met Ivo Lund and she left.") == [
        ("Ben Cole", SUBJECT + DISTANCE),
        ("Ada Brook", SUBJECT),
        ("Ivo Lund", 0.0),
    ]


def test_a_quoted_name_counts_in_full_inside_its_quotation() -> None:
    text = "He said: “Ada Brook has left the old town at last, has she?”"
    assert salience(text) == [("Ada Brook", SUBJECT)]


def test_a_name_too_many_sentences_back_is_none() -> None:
    text = "Ada Brook came. " + "It rained. " * SENTENCES
    assert salience(text + "Did she?") == []
    assert len(salience(text[: -len("It rained. ")] + "Did she?")) == 1


def test_only_the_last_names_are_looked_at() -> None:
    text = "They say Ben Cole came there and met " + " or ".join(["Ada Brook"] * SIGHTINGS) + " and she left."
    assert {name for name, _ in salience(text)} == {"Ada Brook"}


def test_who_spoke_last_is_ahead() -> None:
    text = "The mayor spoke. The guide spoke. Then she left."
    assert salience(text, ("The mayor", "one"), ("The guide", "one")) == [
        ("The guide", SUBJECT + SPOKE_LAST + DISTANCE),
        ("The mayor", SUBJECT + 2 * DISTANCE),
    ]


def test_who_spoke_before_a_group_did_not_speak_last() -> None:
    text = "The mayor spoke. The guides spoke. Then she left."
    assert salience(text, ("The mayor", "one"), ("The guides", "many")) == [("The mayor", SUBJECT + 2 * DISTANCE)]


def test_a_turn_without_a_source_stands_at_its_place() -> None:
    scene = scene_of("It rained. Then she left.")
    scene.turns.append(Turn(3, Voice(("described", "x"), "x", "role_only", "one")))
    (one,) = candidates_before(scene, 16)
    assert one.span == (3, 4)


def test_the_last_turns_come_first_and_only_those_before() -> None:
    text = "".join(f"Guide{number} spoke. " for number in range(7)) + "Then she left. Guide9 spoke."
    turns = [(f"Guide{number}", "one") for number in (*range(7), 9)]
    scene = scene_of(text, *turns)  # type: ignore[arg-type]
    near = [turn.voice.name for turn in near_turns(scene, text.rindex("she"))]
    assert near == [f"Guide{number}" for number in (6, 5, 4, 3, 2)]
    assert len(near) == TURNS


def test_a_turn_too_many_sentences_back_is_none() -> None:
    text = "The mayor spoke. " + "It rained. " * SENTENCES + "Did she?"
    assert list(near_turns(scene_of(text, ("The mayor", "one")), text.rindex("she"))) == []


TEXT = "Ada Brook met Jana Kos. Then she left."


@pytest.mark.parametrize(
    ("sure", "fits"),
    [(2.0, [2.0, 0.0]), (3 * SUREST, [SUREST, 0.0]), (-3 * SUREST, [-SUREST, 0.0])],
    ids=str,
)
def test_the_readers_odds_are_bounded(sure: float, fits: list[float]) -> None:
    scene = scene_of(TEXT, meant=(Meant("she", "Ada Brook", sure=sure),))
    found = candidates_before(scene, TEXT.index("she"))
    assert fits_of(scene, a_span(scene.article, "she"), found) == pytest.approx(fits, abs=1e-5)


def test_without_links_every_candidate_fits_alike() -> None:
    scene = scene_of(TEXT)
    found = candidates_before(scene, TEXT.index("she"))
    assert fits_of(scene, a_span(scene.article, "she"), found) == [0.0, 0.0]


def test_nobody_to_fit_gives_no_odds() -> None:
    scene = scene_of(TEXT, meant=(Meant("she", "Ada Brook"),))
    assert fits_of(scene, a_span(scene.article, "she"), []) == []
