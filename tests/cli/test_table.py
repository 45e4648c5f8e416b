from __future__ import annotations

import io

import pytest

from attribune.cli.table import KEY, write_table
from attribune.statement import Stance
from tests.builders import a_reading, a_speaker, a_statement, an_article
from tests.page.build import a_figure

TEXT = "Ida Korvin said Tomas Velk denied the dam broke. “Rain,” a resident claimed."


def _printed(*readings, color: str = "never", terminal: bool = False, width: int = 80, monkeypatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm-256color")
    stream = io.BytesIO()
    write_table(readings, stream=stream, color=color, terminal=terminal)
    return stream.getvalue().decode()


@pytest.fixture
def reading():
    article = an_article(TEXT, title="Dam holds", outlet="Norvik Post")
    denied = Stance("deny", "denied")
    statements = [
        a_statement(article, "Tomas Velk denied the dam broke", "Ida Korvin", "said", id=0),
        a_statement(article, "the dam broke", "Tomas Velk", "denied", id=1, speaker=1, parent=0, stance=denied),
        a_statement(
            article, "“Rain,”", "a resident", "claimed", id=2, speaker=2, quote="direct",
            stance=Stance("claim", "certain", "distancing"),
        ),
    ]  # fmt: skip
    speakers = [a_speaker(0), a_speaker(1, "Tomas Velk"), a_speaker(2, "a resident", "unnamed_individual")]
    return a_reading(article, speakers, statements)


@pytest.mark.parametrize("width", [40, 63, 64, 80, 120])
def test_no_line_is_wider_than_asked_or_padded(reading, width: int, monkeypatch) -> None:
    lines = _printed(reading, width=width, monkeypatch=monkeypatch).splitlines()

    assert max(map(len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [0, 10, 40])
def test_a_narrow_table_leaves_room_for_the_words(reading, width: int, monkeypatch) -> None:
    assert "Ida Korvin said Tomas" in _printed(reading, width=width, monkeypatch=monkeypatch)


def test_piped_it_holds_neither_colour_nor_lines(reading, monkeypatch) -> None:
    printed = _printed(reading, color="auto", monkeypatch=monkeypatch)

    assert not set(printed) & set("\x1b─━│■")
    assert KEY not in printed


@pytest.mark.parametrize(("color", "terminal"), [("always", False), ("auto", True)])
def test_colour_on_a_terminal_or_when_asked_for(reading, color: str, terminal: bool, monkeypatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    printed = _printed(reading, color=color, terminal=terminal, monkeypatch=monkeypatch)

    assert "\x1b[" in printed
    assert "━" in printed


def test_a_terminal_gets_the_key_once(reading, monkeypatch) -> None:
    printed = _printed(reading, reading, terminal=True, width=200, monkeypatch=monkeypatch)

    assert printed.count(KEY) == 1


def test_a_row_says_who_how_and_in_which_words(reading, monkeypatch) -> None:
    printed = _printed(reading, width=140, monkeypatch=monkeypatch)

    rows = [" ".join(line.split()) for line in printed.splitlines()]
    assert rows[:2] == ["Dam holds", "Norvik Post"]
    assert "#0 Ida Korvin ~ say certain Ida Korvin said Tomas Velk denied the dam broke" in rows
    assert "#1 └ Tomas Velk ~ deny denied Tomas Velk denied the dam broke" in rows
    assert "#2 a resident “” claim certain − “Rain,” a resident claimed" in rows
    shares = "Ida Korvin 23 % · Tomas Velk 23 % · a resident 8 % · outlet’s own voice 46 %"
    assert rows[-2] == f"Words {shares}"


def test_a_repeat_names_the_statement_it_repeats(monkeypatch) -> None:
    article = an_article("Dam holds\nKorvin said dam holds.")
    again = a_statement(article, "Dam holds", id=0, repeats=1)
    first = a_statement(article, "dam holds", "Korvin", "said", id=1)

    assert "↺ #1 Dam holds" in _printed(a_reading(article, [a_speaker()], [again, first]), monkeypatch=monkeypatch)


def test_words_between_the_parts_become_an_ellipsis(monkeypatch) -> None:
    article = an_article("Korvin, after a long\n night, said it rained.")
    statement = a_statement(article, "it rained", "Korvin", "said")

    assert "Korvin … said it rained" in _printed(
        a_reading(article, [a_speaker()], [statement]), monkeypatch=monkeypatch
    )


def test_many_speakers_are_summed_up(monkeypatch) -> None:
    article = an_article(" ".join(f"w{number}" for number in range(10)))
    statements = [a_statement(article, f"w{number}", id=number, speaker=number) for number in range(9)]
    speakers = [a_speaker(number, f"Speaker {'ABCDEFGHI'[number]}") for number in range(9)]

    printed = _printed(a_reading(article, speakers, statements), width=200, monkeypatch=monkeypatch)

    assert "Speaker F 10 % · 3 others 30 % · outlet’s own voice 10 %" in printed


def test_one_speaker_more_is_one_other(monkeypatch) -> None:
    article = an_article(" ".join(f"w{number}" for number in range(7)))
    statements = [a_statement(article, f"w{number}", id=number, speaker=number) for number in range(7)]
    speakers = [a_speaker(number, f"Speaker {number}") for number in range(7)]

    assert " 1 other " in _printed(a_reading(article, speakers, statements), width=200, monkeypatch=monkeypatch)


def test_an_article_without_statements_or_names(monkeypatch) -> None:
    printed = _printed(a_reading(an_article("It rained.")), monkeypatch=monkeypatch)

    assert printed.split("\n") == [
        "Untitled article",
        "",
        "No statements found.",
        "",
        "Words  outlet’s own voice 100 %",
        "",
        "",
    ]


def test_no_article_prints_nothing(monkeypatch) -> None:
    assert _printed(terminal=True, monkeypatch=monkeypatch) == ""


def test_what_a_terminal_would_obey_is_not_passed_on(monkeypatch) -> None:
    article = an_article("Korvin\x1b]0;x\x07 said \x9b31mred.", title="\x1b[2J", outlet="\x1b[5m")
    statement = a_statement(article, "\x9b31mred", "Korvin\x1b]0;x\x07", "said")
    reading = a_reading(article, [a_speaker(name="\x1bKorvin")], [statement])

    assert not set(_printed(reading, monkeypatch=monkeypatch)) & set("\x1b\x07\x9b")


def test_a_statement_of_no_known_speaker(monkeypatch) -> None:
    article = an_article("Some expect rain.")
    reading = a_reading(article, [], [a_statement(article, "rain", "Some", "expect", speaker=None)])

    assert "no single speaker" in _printed(reading, color="always", monkeypatch=monkeypatch)


def _flood(**options):
    article = an_article("Ida Korvin said 31 people died. Velk said 20 to 25 did. Six huts fell.")
    told = a_figure(article, "31 people", 31, 31, counts="killed", of="people")
    other = a_figure(article, "20 to 25", 20, 25, counts="killed")
    statements = [
        a_statement(article, "31 people died", "Ida Korvin", "said", id=4, figures=(told,)),
        a_statement(article, "20 to 25 did", "Velk", "said", id=5, speaker=1, figures=(other,)),
    ]
    own = (a_figure(article, "Six huts", 6, 6, of="huts"),)
    return a_reading(article, [a_speaker(0), a_speaker(1, "Tomas Velk")], statements, figures=own, **options)


def test_figures_are_bold_in_the_words(monkeypatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    printed = _printed(_flood(), color="always", width=120, monkeypatch=monkeypatch)

    assert "\x1b[1m31 people\x1b[0m died" in printed


def test_a_figure_beyond_the_parts_makes_no_second_ellipsis(monkeypatch) -> None:
    article = an_article("Korvin, who saw 9 boats leave, said it rained.")
    figure = a_figure(article, "9 boats", 9, 9, of="boats")
    statement = a_statement(article, "it rained", "Korvin", "said", figures=(figure,))

    assert "Korvin … said it rained" in _printed(
        a_reading(article, [a_speaker()], [statement]), monkeypatch=monkeypatch
    )


def test_the_numbers_stand_below_the_rows_with_whose_they_are(monkeypatch) -> None:
    printed = _printed(_flood(), width=120, monkeypatch=monkeypatch)

    lines = printed.splitlines()
    start = lines.index("Numbers  killed  31 people (Ida Korvin #4) · 20 to 25 (Tomas Velk #5)")
    assert lines[start - 1 : start + 3] == ["", lines[start], "         other   6 huts (outlet’s own voice)", ""]
    assert lines[start + 3].startswith("Words")


@pytest.mark.parametrize("width", [40, 64, 104])
def test_the_numbers_are_no_wider_than_asked(width: int, monkeypatch) -> None:
    printed = _printed(_flood(), width=width, monkeypatch=monkeypatch)

    assert max(map(len, printed.splitlines())) <= width


def test_many_numbers_of_one_thing_are_summed_up(monkeypatch) -> None:
    words = [f"{number} huts" for number in range(1, 11)]
    article = an_article(", ".join(words))
    own = tuple(a_figure(article, one, number, number, of="huts") for number, one in enumerate(words, 1))

    printed = _printed(a_reading(article, figures=own), width=400, monkeypatch=monkeypatch)

    assert "· 8 huts (outlet’s own voice) · 2 more" in printed


def test_an_article_without_numbers_has_no_line_for_them(reading, monkeypatch) -> None:
    assert "Numbers" not in _printed(reading, monkeypatch=monkeypatch)


def test_a_counted_noun_can_not_command_the_terminal(monkeypatch) -> None:
    article = an_article("6 huts fell.")
    reading = a_reading(article, figures=(a_figure(article, "6", 6, 6, of="\x1b[2Jhuts"),))

    assert "\x1b" not in _printed(reading, monkeypatch=monkeypatch)
