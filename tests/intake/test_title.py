from __future__ import annotations

import pytest

from attribune.article import Article
from attribune.intake.title import begins_with, find_title, same_words
from tests.intake.texts import BODY, HEADLINE, LEAD, SECOND


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param(f"{HEADLINE}\n", HEADLINE, id="headline"),
        pytest.param(f"# {HEADLINE}\n\n", HEADLINE, id="Markdown"),
        pytest.param("Who pays for the bridge?\n", "Who pays for the bridge?", id="question"),
        pytest.param(f"Harbour\n{HEADLINE}\n", HEADLINE, id="kicker above"),
        pytest.param(f"{HEADLINE}\nBy Tam Orrin\n", HEADLINE, id="byline below"),
        pytest.param("", None, id="prose at once"),
        pytest.param("By Tam Orrin\n", None, id="byline"),
        pytest.param(f"{HEADLINE}.\n", None, id="final period"),
        pytest.param("Port Selwyn:\n", None, id="colon"),
        pytest.param("* * *\n", None, id="no words"),
        pytest.param("One two\nThree four\nFive six\nSeven eight\n", "One two", id="short lines"),
    ],
)
def test_the_headline_is_found(head: str, title: str | None) -> None:
    assert find_title(Article(head + BODY)) == title


@pytest.mark.parametrize("text", ["", LEAD, f"{HEADLINE}\nNo prose follows"], ids=["empty", "one line", "no prose"])
def test_a_text_without_headline_has_no_title(text: str) -> None:
    assert find_title(Article(text)) is None


def test_words_are_compared_without_case_quotes_and_dashes() -> None:
    assert same_words("“Panic” – in PORT Selwyn", '"panic" - in Port Selwyn')


@pytest.mark.parametrize(("text", "title"), [("", "Bridge"), (BODY, "?"), (SECOND, HEADLINE)])
def test_a_text_does_not_begin_with_what_is_not_there(text: str, title: str) -> None:
    assert not begins_with(text, title)
