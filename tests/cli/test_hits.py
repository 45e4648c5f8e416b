from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from rich.console import Console

from attribune.article import Span
from attribune.cli.hits import print_hits
from attribune.desk.searching import Hit
from attribune.ledger.line import Line
from attribune.ledger.review import Review
from tests.builders import a_span, a_speaker, a_statement, an_article

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
ARTICLE = an_article("On Monday Korvin said the dam\x1b[2J had held.", outlet="The [b]Ledger")
STATEMENT = a_statement(ARTICLE, "the dam\x1b[2J had held", "Korvin", "said")
LINE = Line(7, 1, ARTICLE, date(2031, 3, 4), STATEMENT, a_speaker(), 3, "Ida Korvin", NOW, None)


def printed(*lines: Line, width: int = 100, color: bool = False) -> str:
    sentence, dam = Span(0, len(ARTICLE.text)), a_span(ARTICLE, "dam")
    system = "truecolor" if color else None
    console = Console(
        file=io.StringIO(), force_terminal=color, color_system=system, width=width, markup=False, highlight=False
    )
    print_hits(console, [Hit(line, sentence, (dam,)) for line in lines])
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_nothing_of_a_text_is_obeyed_by_the_terminal() -> None:
    lines = printed(LINE).splitlines()

    assert lines[0].rstrip() == "#7  Ida Korvin   ~ say · certain   The [b]Ledger · seen 2031-03-04"
    assert lines[1].rstrip() == "    On Monday Korvin said the dam\ufffd[2J had held."


def test_the_words_that_were_searched_for_stand_out_in_the_content_and_the_rest_is_dim() -> None:
    words = printed(LINE, color=True).splitlines()[1]

    assert "\x1b[2mOn Monday Korvin said \x1b[0mthe \x1b[1;4mdam\x1b[0m" in words


def test_each_speaker_has_one_colour() -> None:
    other = replace(LINE, identity=4, name="Per Olsen")

    heads = [line for line in printed(LINE, other, LINE, color=True).splitlines() if "#7" in line]

    assert heads[0] == heads[2]
    assert heads[1].replace("Per Olsen", "Ida Korvin").split("Ida")[0] != heads[0].split("Ida")[0]


def test_the_permalink_is_never_broken() -> None:
    short = LINE.permalink.replace(LINE.article.id[12:], "…")
    assert printed(LINE, width=40).splitlines()[-1] == f"    {short}"


def test_a_statement_that_was_said_before_names_the_line_that_said_it() -> None:
    repeating = replace(LINE, id=12, statement=replace(STATEMENT, id=3, repeats=1))

    assert "↺ #10" in printed(repeating)
    assert "↺" not in printed(LINE)


def test_an_unknown_speaker_is_said_to_be_unclear() -> None:
    assert "no single speaker" in printed(replace(LINE, speaker=None, identity=None, name=None))


@pytest.mark.parametrize("kind", ["document", "unnamed_group"])
def test_a_voice_without_an_identity_has_its_name(kind: str) -> None:
    speaker = a_speaker(name="the report", kind=kind)  # type: ignore[arg-type]

    assert "the report" in printed(replace(LINE, speaker=speaker, identity=None, name="the report"))


def test_what_a_review_corrected_is_shown_corrected() -> None:
    corrections = {"speaker": "Jon Halder", "commitment": "denied", "quote": "direct", "distance": "distancing"}
    review = Review(1, 7, "corrected", "ida", NOW, corrections)

    assert "Jon Halder   “” say · denied −" in printed(replace(LINE, review=review))
    assert "✎ corrected" in printed(replace(LINE, review=review))


def test_how_near_a_meaning_is_stands_in_the_head() -> None:
    console = Console(file=io.StringIO(), width=100)

    print_hits(console, [Hit(LINE, Span(0, 9), (), 0.875)])

    assert "near 0.88" in console.file.getvalue()  # type: ignore[attr-defined]
