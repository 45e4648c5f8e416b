"""What about an article makes its reading less sure."""

from __future__ import annotations

import pytest

from attribune.article import Article, Span
from attribune.extract.conditions import CAPITALS, NUMBERS, TURNS, Condition, conditions_of, under
from tests.builders import a_statement, an_article

PROSE = "Ida Korvin said that the old bridge over the Sorva had been closed at noon on Monday."
LIST = "12 14 16 18\n20 22 of 24\n26 28 30 32\n34 36 38 town"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\n".join([PROSE] * 5), (), id="news"),
        pytest.param("\n".join([PROSE.upper()] * 5), (CAPITALS,), id="capitals"),
        pytest.param("\n".join([PROSE.upper(), *[PROSE] * 4]), (), id="a headline in capitals"),
        pytest.param(PROSE.upper(), (), id="too short to tell"),
        pytest.param(" ".join([PROSE.upper()] * 3), (CAPITALS,), id="one long paragraph in capitals"),
        pytest.param("Ada: hello\nBen: hello\nAda: so\nBen: well", (TURNS,), id="turns"),
        pytest.param("<ada> hello\n<ben> hello\n<ada> so\n<ben> well", (TURNS,), id="chat"),
        pytest.param(
            "[12:01] Ada: good day\n[12:02] Ben: good day\n(12:03) Ada: so be it\n12:04:30 well then we go",
            (TURNS,),
            id="times",
        ),
        pytest.param("@ada: hello\n@ben: hello\n@ada: so\n@ben: well", (TURNS,), id="handles"),
        pytest.param("Ada: hello\nBen: hello\n" + PROSE + "\n" + PROSE, (), id="half of it turns"),
        pytest.param("Lodra: " + " ".join([PROSE] * 4), (), id="one paragraph behind a colon"),
        pytest.param("12 dogs\n14 dogs\n16 dogs\n18 dogs ran", (), id="half of it numbers"),
        pytest.param(LIST, (NUMBERS,), id="numbers"),
        pytest.param("\n".join(["ADA: 12 14 16"] * 4), (CAPITALS, TURNS, NUMBERS), id="all"),
        pytest.param("", (), id="empty"),
        pytest.param("—\n—\n—\n—\n—", (), id="signs alone"),
    ],
)
def test_an_unusual_text_is_told(text: str, expected: tuple[Condition, ...]) -> None:
    assert conditions_of(an_article(text)) == expected


def test_furniture_is_no_turn() -> None:
    text = "Ada: x\nBen: y\nAda: z\nBen: u\n" + "\n".join([PROSE] * 2)
    assert conditions_of(an_article(text)) == (TURNS,)
    furniture = tuple(Span(7 * n, 7 * n + 6) for n in range(4))
    assert conditions_of(Article(text, furniture=furniture)) == ()


def test_each_condition_makes_a_statement_less_sure_and_says_so() -> None:
    article = an_article(PROSE)
    sure = a_statement(article, "that the old bridge", confidence=0.8, reasons=("so",))
    found = under([TURNS, NUMBERS], sure)
    assert found.confidence == pytest.approx(0.8 * TURNS.factor * NUMBERS.factor)
    assert found.reasons == ("so", TURNS.reason, NUMBERS.reason)


def test_without_a_condition_a_statement_stays_as_it_is() -> None:
    statement = a_statement(an_article(PROSE), "that the old bridge")
    assert under([], statement) == statement


def test_a_hostile_text_is_read_in_linear_time() -> None:
    text = "\n".join(["A" + " '-." * 5_000, "<" + "x" * 20_000, "[" * 20_000, "1" * 20_000])
    assert TURNS not in conditions_of(an_article(text))
