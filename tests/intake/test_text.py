from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.errors import TooLarge, Unreadable
from attribune.intake import About, Limits, read_text
from attribune.intake.text import canonical
from tests.intake.texts import BODY, HEADLINE, LEAD, SECOND, STORY, lines_of


@pytest.mark.parametrize(
    ("given_text", "text"),
    [
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line ends"),
        pytest.param("a\u2028b\u2029c\x85d\x0ce", "a\nb\nc\nd\ne", id="other separators"),
        pytest.param("\ufeffa\x00b\x07c", "a b c", id="byte order mark and controls"),
        pytest.param("mini\xadster\u200b", "mini\xadster\u200b", id="soft hyphen and zero-width space stay"),
        pytest.param("cafe\u0301", "café", id="NFC"),
        pytest.param("a\ud800b", "a\ufffdb", id="lone surrogate"),
        pytest.param("\n\n  a \n", "\n\n  a \n", id="white space at the edges stays"),
        pytest.param("a\tb", "a\tb", id="tab stays"),
        pytest.param("👩\u200d🚒", "👩\u200d🚒", id="joined emoji stays"),
        pytest.param("Hall &amp; Son", "Hall &amp; Son", id="one entity stays"),
        pytest.param(
            "&quot;No,&quot; she said &ndash; &#39;no&#x27;", "\"No,\" she said – 'no'", id="full of entities"
        ),
        pytest.param("Q&A, R&D, B&B, AT&T", "Q&A, R&D, B&B, AT&T", id="ampersands are no entities"),
        pytest.param("&copy &unknown; &lt &notit;", "&copy &unknown; &lt &notit;", id="too few real entities"),
    ],
)
def test_text_is_made_canonical(given_text: str, text: str) -> None:
    assert canonical(given_text) == text


@given(st.text(st.characters(exclude_characters="&", codec="utf-8")))
def test_canonical_text_stays_as_it_is(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=12))
def test_furniture_and_paragraphs_are_trimmed_lines_that_do_not_overlap(lines: list[str]) -> None:
    article = read_text("\n".join([*lines, LEAD, "Share on Facebook"]))
    spans = sorted([*article.furniture, *article.paragraphs])
    assert all(span.of(article.text).strip() == span.of(article.text) != "" for span in spans)
    assert all(first.end < second.start for first, second in pairwise(spans))


def test_a_million_combining_marks_are_cut_to_thirty() -> None:
    marks = "\u0301\u0316" * 500_000
    assert len(canonical(f"a{marks} b")) < 40


def test_marks_below_the_limit_stay() -> None:
    text = "a" + "\u0316" * 25 + "— — “”" + "\u2014" * 40
    assert canonical(text) == text


@pytest.mark.parametrize("text", ["", " \n\t\u00a0 ", "\ufeff"], ids=["nothing", "white space", "mark only"])
def test_a_text_without_anything_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable, match="empty or holds only white space"):
        read_text(text)


@pytest.mark.parametrize(
    "text",
    ['"' * 999_999, "x" * 100_000, "1 2 3 4 5 6 7 8", "a" + "." * 999_000],
    ids=["quotation marks", "no spaces", "numbers", "dots"],
)
def test_a_text_of_almost_no_words_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable, match="almost no words"):
        read_text(text)


def test_a_long_line_without_spaces_is_read_in_a_script_that_has_none() -> None:
    assert read_text("部长星期六说大桥被摧毁" * 9_000).language == "zh"


def test_a_text_over_the_limit_is_too_large() -> None:
    with pytest.raises(TooLarge, match="11 characters, more than the 10"):
        read_text("a word more", limits=Limits(characters=10))


def test_a_title_that_the_text_lacks_is_put_before_it() -> None:
    article = read_text(BODY, About(title=f" {HEADLINE}\n"))
    assert article.title == HEADLINE
    assert article.text == f"{HEADLINE}\n\n{BODY}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY, id="first line"),
        pytest.param(STORY.upper(), id="other case"),
        pytest.param(f"- News>\n- World\n{STORY}", id="below breadcrumbs"),
        pytest.param(f"Port Selwyn\n{STORY}", id="below a kicker"),
        pytest.param(f"{HEADLINE}: what we know\n{BODY}", id="longer first line"),
    ],
)
def test_a_title_that_the_text_begins_with_is_not_put_twice(text: str) -> None:
    article = read_text(text, About(title=HEADLINE))
    assert article.text == text
    assert article.title == HEADLINE


def test_breadcrumbs_below_a_title_put_before_them_are_furniture() -> None:
    article = read_text(f"- News>\n- World\n{BODY}", About(title=HEADLINE))
    assert [span.of(article.text) for span in article.furniture] == ["- News>", "- World"]
    assert lines_of(article)[:2] == [HEADLINE, LEAD]


def test_a_title_that_looks_like_furniture_is_none() -> None:
    article = read_text(BODY, About(title="World"))
    assert lines_of(article)[0] == "World"


def test_a_title_without_words_is_put_before_the_text() -> None:
    assert read_text(BODY, About(title="???")).text.startswith("???\n\nThe old")


def test_what_is_known_stands_in_the_article() -> None:
    about = About(
        outlet="Selwyn Post",
        published=datetime(2031, 3, 4, tzinfo=UTC),
        url="https://selwynpost.example/1",
        language="en",
        file="a.txt",
        ref="7",
        metadata={"desk": "harbour"},
    )
    article = read_text(STORY, about)
    assert (article.outlet, article.published, article.url) == (about.outlet, about.published, about.url)
    assert (article.language, article.file, article.ref, article.metadata) == ("en", "a.txt", "7", {"desk": "harbour"})


def test_a_scraped_text_keeps_headline_standfirst_and_lead() -> None:
    standfirst = LEAD.replace("harbour minister", "`harbour minister`")
    article = read_text(f"- News>\n- World\n{HEADLINE}\n{standfirst}\nPort Selwyn: {LEAD}\n{SECOND}")
    assert [span.of(article.text) for span in article.furniture] == ["- News>", "- World"]
    assert article.title == HEADLINE
    assert lines_of(article) == [HEADLINE, standfirst, f"Port Selwyn: {LEAD}", SECOND]
