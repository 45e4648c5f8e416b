"""Evidence: what a name of one word names, by the words beside it."""

from __future__ import annotations

import pytest

from attribune.article import Span
from attribune.extract.capitals import Name
from attribune.extract.evidence import Evidence


def standing(text: str, word: str) -> str | None:
    verdict = Evidence(text).verdict(Name(Span(0, 1), tuple(word.split())))
    return verdict.standing if verdict else None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Troops crossed into Marland. Marland said no.", "Marland", "country"),
        ("Marland said no. A Marlandian ship left.", "Marland", "country"),
        ("Veskia denied it. Veskian ships left.", "Veskia", "country"),
        ("Marland's parliament met. Marland said no.", "Marland", "country"),
        ("Marland said no. Its Defence Ministry was silent.", "Marland", "country"),
        ("the Republic of Marland met. Marland said no.", "Marland", "country"),
        ("The company Brimlo grew. Brimlo said so.", "Brimlo", "organisation"),
        ("Brimlo's customers left. Brimlo said so.", "Brimlo", "organisation"),
        ("BrimLo said so.", "BrimLo", "organisation"),
        ("Brimlo said he was late.", "Brimlo", "person"),
        ("Brimlo, 45, a miller, said so.", "Brimlo", "person"),
        ("In Texel where he lived it rained, Texel said. They drove into Texel.", "Texel", "country"),
        ("Brimlo said so.", "Brimlo", None),
        ("They went into Ada.", "Ada", None),
        ("They went into Old Bay.", "Old Bay", None),
    ],
    ids=str,
)
def test_the_words_beside_a_name_tell_what_it_names(text: str, word: str, expected: str | None) -> None:
    assert standing(text, word) == expected


def test_the_sign_is_told() -> None:
    verdict = Evidence("Brimlo's customers left.").verdict(Name(Span(0, 6), ("Brimlo",)))
    assert verdict is not None
    assert verdict.reason == '"Brimlo" is taken for an organisation: it has customers, readers or shares'


def test_only_some_names_are_judged() -> None:
    evidence = Evidence("They went into Marland.")
    for number in range(40):
        evidence.verdict(Name(Span(0, 1), (f"Bo{number}",)))
    assert evidence.verdict(Name(Span(0, 1), ("Marland",))) is None
