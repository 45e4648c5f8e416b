"""Numbers that are no figures."""

from __future__ import annotations

import pytest

from tests.extract.figures.found import find, words


@pytest.mark.parametrize(
    "text",
    [
        "It began on 3 March in Selwyn.",
        "It began on August 25.",
        "It began on Jan. 8.",
        "It lasts from May 15-24.",
        "It was shut on 15 and 16 May.",
        "It began in 2015.",
        "The 2014 war ended.",
        "The 2014 elections were fair.",
        "The 1990s were calm.",
        "It opened in mid-2012.",
        "01-02-2015 Bridge closed",
        "It began at 10:30 in Selwyn.",
        "It began at 10 am.",
        "It began at 5 p.m. on the pier.",
        "It began at 1400 GMT.",
        "It began at 0615.",
        "It lasted three days.",
        "It lasted a three-day week.",
        "It lasted five or six weeks.",
        "It lasted two more working days.",
        "It lasted two and a half years.",
        "She died aged 34.",
        "A 34-year-old man came.",
        "Mara Lind, 34, came.",
        "They take children as young as 10.",
        "He left at the age of 12.",
        "She came third, he 3rd.",
        "Two thirds of it burned.",
        "One-third of it burned.",
        "A quarter and three quarters are one.",
        "One in five agrees.",
        "Norland won 3-1.",
        "Resolution 2254 demands it.",
        "Article 5 applies.",
        "An F-16 and a T-72 came.",
        "Highway 4 is shut.",
        "Chapter 3 ends.",
        "He lives at No. 10 and is number one.",
        "The Group of 7 met the G20.",
        "A Boeing 737 came.",
        "He lives at 12 Harbour Street.",
        "Call +44 20 7946 0958 now.",
        "Write to desk12@harbour.example or www.harbour.example/12/news.",
        "It is open 24/7 since 9/11.",
        "1. Close the bridge.",
        "It lies at 33.783; 44.500 on the map.",
        "It lies at 33°47′N.",
        "One of them left.",
        "No one left.",
        "One day it will end.",
        "They help one another.",
        "Hers is the one.",
        "One resident said it was cold.",
        "It is ten times higher.",
        "There were no comments.",
        "A two-way street, a one-eyed cat.",
    ],
)
def test_no_figure_is_found(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("In May 15 soldiers died.", ["15 soldiers"], id="month without day"),
        pytest.param("The flood hit 2000 people.", ["2000 people"], id="round number like a year"),
        pytest.param("The flood killed 1915 people.", ["1915 people"], id="number like a year behind a verb"),
        pytest.param("In the area 12 people died.", ["12 people"], id="noun before a number"),
        pytest.param("A group of seven people came.", ["seven people"], id="group of people"),
        pytest.param("It ended in August. Fourteen of the boats sank.", ["Fourteen"], id="month at a sentence's end"),
        pytest.param("12 Harbour Street residents came.", ["12 Harbour Street residents"], id="street in a noun"),
        pytest.param("The toll rises to 76: official", ["76"], id="colon"),
        pytest.param("One person was killed, and two brothers.", ["One person", "two brothers"], id="one person"),
        pytest.param("Fire kills one in Selwyn", ["one"], id="one as an object"),
        pytest.param("Three-year-olds and 12 adults came.", ["12 adults"], id="age beside a figure"),
    ],
)
def test_what_looks_like_one_is_found(text: str, figures: list[str]) -> None:
    assert words(text) == figures


@pytest.mark.parametrize(
    "text", ["No civilians were killed.", "There were no casualties.", "Not a single civilian was killed."]
)
def test_none_is_a_figure_where_it_counts_people(text: str) -> None:
    (figure,) = find(text)
    assert (figure.low, figure.high) == (0, 0)
