from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Span
from attribune.ledger.query.sentence import abbreviations, sentence_around

FIRST = "The old bridge fell on Monday, Gen. Orlo Venn of the U.S. Engineers told the Vantar Post."
SECOND = "“We heard it at 5 p.m. and ran!” said Mira Danek, who lives by St. Una's church."
THIRD = "No one was hurt"
TEXT = f"VANTAR — Rain again… and more of it. {FIRST} {SECOND}\n\n  {THIRD}\n"


def around(words: str, *, limit: int = 400) -> str:
    start = TEXT.index(words)
    return sentence_around(TEXT, Span(start, start + len(words)), limit).of(TEXT)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("old bridge", FIRST, id="title"),
        pytest.param("Vantar Post", FIRST, id="behind initials"),
        pytest.param("Danek", SECOND, id="point inside, and a quotation that goes on"),
        pytest.param("again", "VANTAR — Rain again… and more of it.", id="first"),
        pytest.param("hurt", THIRD, id="last without a point"),
        pytest.param("Post. “We", f"{FIRST} {SECOND}", id="two sentences"),
        pytest.param("church.\n\n  No", f"{SECOND}\n\n  {THIRD}", id="two paragraphs"),
    ],
)
def test_the_sentence_that_holds_the_words(words: str, sentence: str) -> None:
    assert around(words) == sentence


def test_a_long_sentence_is_cut_between_words() -> None:
    assert around("Orlo Venn", limit=40) == "Monday, Gen. Orlo Venn of the U.S."
    assert around("The old", limit=20) == "The old bridge fell"
    assert around("Vantar Post.", limit=20) == "the Vantar Post."


def test_the_words_themselves_are_never_cut() -> None:
    assert around("Monday, Gen. Orlo Venn of", limit=5) == "Monday, Gen. Orlo Venn of"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("It took the sun. Then it left.", "It took the sun.", id="word like a day"),
        pytest.param("It hit block 5. Then it left.", "It hit block 5.", id="number"),
        pytest.param("It is so!) Then it left.", "It is so!)", id="closing bracket"),
        pytest.param("It is so?! Then it left.", "It is so?!", id="row of points"),
        pytest.param("It grew 3.5 percent. Then it left.", "It grew 3.5 percent.", id="decimal"),
        pytest.param("It asked “Why?” and left.", "It asked “Why?” and left.", id="goes on in small letters"),
    ],
)
def test_where_sentences_end(text: str, sentence: str) -> None:
    assert sentence_around(text, Span(0, 2)).of(text) == sentence


TEXTS = st.text(st.sampled_from("aB .!?\n😀”") | st.characters(), max_size=60)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60), st.integers(1, 30))
def test_the_span_is_covered_and_the_limit_kept(text: str, one: int, other: int, limit: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    span = Span(start, end)
    found = sentence_around(text, span, limit)
    assert found.covers(span)
    assert 0 <= found.start <= found.end <= len(text)
    assert found.length <= max(limit, span.length)


def test_a_million_points_take_no_time_to_speak_of() -> None:
    text = "." * 1_000_000 + " So it ended. " * 10_000
    assert sentence_around(text, Span(1_000_003, 1_000_005)).of(text) == "So it ended."


def test_abbreviations_are_words_without_their_last_point() -> None:
    assert {"Gen", "St", "Oct"} <= abbreviations()
    assert all(word.isalpha() for word in abbreviations())
