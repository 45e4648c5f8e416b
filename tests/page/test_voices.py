from __future__ import annotations

import re

import pytest

from attribune.page.markup import asset
from attribune.page.voices import LINES, PALETTE, SLOTS, colour, initials, line, voices_of
from tests.builders import a_span, a_speaker, a_statement, an_article

KORVIN, VELK = a_speaker(0, "Ida Korvin"), a_speaker(1, "Tomas Velk")


def _words(article, speakers, statements):
    return {voice.name: voice.words for voice in voices_of(article, speakers, statements)}


def test_words_outside_every_content_are_the_outlets() -> None:
    article = an_article("Korvin said the gates stay open. It rained.")
    statement = a_statement(article, "the gates stay open", "Korvin", "said")

    assert _words(article, [KORVIN], [statement]) == {"Ida Korvin": 4, "outlet’s own voice": 4}


def test_nested_words_count_once_for_the_inner_speaker() -> None:
    article = an_article("Korvin said Velk denied the flood.")
    outer = a_statement(article, "Velk denied the flood", "Korvin", "said", id=0, speaker=0)
    inner = a_statement(article, "the flood", "Velk", "denied", id=1, speaker=1, parent=0)

    assert _words(article, [KORVIN, VELK], [outer, inner]) == {
        "Ida Korvin": 2,
        "Tomas Velk": 2,
        "outlet’s own voice": 2,
    }


def test_a_repeated_statement_counts_for_nobody() -> None:
    article = an_article("Gates stay open: Korvin\nKorvin said the gates stay open.")
    title = a_statement(article, "Gates stay open", "Korvin", id=0, repeats=1)
    lead = a_statement(article, "the gates stay open", "said"[:0] or None, "said", id=1)

    assert _words(article, [KORVIN], [title, lead]) == {"Ida Korvin": 4, "outlet’s own voice": 2}


def test_furniture_is_nobodys_voice() -> None:
    article = an_article("Share this story\nIt rained.")
    article = an_article(article.text, furniture=(a_span(article, "Share this story"),))

    assert _words(article, [], []) == {"outlet’s own voice": 2}


@pytest.mark.parametrize("speaker", [None, 9], ids=["none", "unknown id"])
def test_statements_without_a_known_speaker_share_one_voice(speaker: int | None) -> None:
    article = an_article("Someone said it rained.")
    statement = a_statement(article, "it rained", "Someone", "said", speaker=speaker)

    assert _words(article, [KORVIN], [statement]) == {"no single speaker": 2, "outlet’s own voice": 2}


def test_who_says_most_comes_first_and_shares_add_up() -> None:
    article = an_article("Korvin said no. Velk said it rained all night.")
    short = a_statement(article, "no", "Korvin", "said", id=0, speaker=0)
    long = a_statement(article, "it rained all night", "Velk", id=1, speaker=1)

    voices = voices_of(article, [KORVIN, VELK], [short, long])

    assert [voice.name for voice in voices] == ["Tomas Velk", "Ida Korvin", "outlet’s own voice"]
    assert sum(voice.share for voice in voices) == pytest.approx(1)


def test_an_empty_text_has_no_shares() -> None:
    assert [voice.share for voice in voices_of(an_article(""), [], [])] == [0]


def test_same_initials_are_numbered() -> None:
    article = an_article("a b")
    statements = [a_statement(article, "a", id=0, speaker=0), a_statement(article, "b", id=1, speaker=1)]

    voices = voices_of(article, [a_speaker(0, "Ida Korvin"), a_speaker(1, "Ivo Kranz")], statements)

    assert [voice.initials for voice in voices] == ["IK", "IK2", ""]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ida Korvin", "IK"),
        ("the Ministry of Water", "MW"),
        ("Sarvia", "Sa"),
        ("NWB", "NWB"),
        ("a resident of the lower town", "rt"),
        ("officials", "of"),
        ("Élodie Štern", "ÉŠ"),
        ("وزارة المياه", "وا"),
        ("112", "?"),
        ("", "?"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_no_two_slots_look_the_same() -> None:
    assert len({(colour(slot), line(slot)) for slot in range(SLOTS)}) == SLOTS
    assert all(line(slot) != line(slot + 1) for slot in range(LINES - 1))


def test_the_style_sheet_names_the_same_palette() -> None:
    light = dict(re.findall(r"--p(\d): light-dark\((#\w+)", asset("page.css")))

    assert tuple(light[str(number)] for number in range(len(PALETTE))) == PALETTE
