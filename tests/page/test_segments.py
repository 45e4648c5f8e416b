from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Span
from attribune.page.segments import Mark, cut, depths, runs, segments
from attribune.statement import Figure, Role, Statement, When, Where
from tests.builders import a_statement, an_article
from tests.page.build import a_figure, a_where

TEXTS = st.text(alphabet=st.sampled_from("ab \n\té́👩‍👧שלםא<&\"'\u202e"), max_size=40)


@st.composite
def texts_with_statements(draw: st.DrawFn) -> tuple[str, list[Statement]]:
    text = draw(TEXTS)
    edge = st.integers(0, len(text) + 3)
    role = st.lists(st.builds(Span, edge, edge), min_size=1, max_size=3).map(lambda spans: Role(tuple(spans)))
    number = draw(st.integers(0, 5))
    some = st.one_of(st.none(), role)
    other = st.one_of(st.none(), st.integers(0, 6))
    return text, [
        Statement(
            i, draw(some), draw(some), draw(role), "mixed", draw(other), parent=draw(other), repeats=draw(other),
            **{name: draw(found) for name, found in _details(st.builds(Span, edge, edge)).items()},
        )
        for i in range(number)
    ]  # fmt: skip


def _details(span: st.SearchStrategy[Span]) -> dict[str, st.SearchStrategy]:
    bound = st.one_of(st.none(), st.integers(0, 3))
    figure = st.builds(Figure, span, bound, bound, whole=st.one_of(st.none(), span), further=st.booleans())
    when, where = st.builds(When, span, st.dates(), st.dates()), st.builds(Where, span, TEXTS)
    return {
        name: st.lists(one, max_size=2).map(tuple)
        for name, one in (("figures", figure), ("when", when), ("where", where))
    }


@given(texts_with_statements())
def test_pieces_follow_each_other_without_gap(case: tuple[str, list[Statement]]) -> None:
    text, statements = case

    pieces = list(segments(statements, Span(0, len(text))))

    assert "".join(piece.span.of(text) for piece in pieces) == text


@given(texts_with_statements())
def test_every_code_point_carries_the_roles_that_cover_it(case: tuple[str, list[Statement]]) -> None:
    text, statements = case

    for piece in segments(statements, Span(0, len(text))):
        for position in range(piece.span.start, piece.span.end):
            assert set(piece.marks) == _covering(statements, position)


def _covering(statements: list[Statement], position: int) -> set[Mark]:
    return {
        Mark(one.id, name)
        for one in statements
        for name, role in (("source", one.source), ("cue", one.cue), ("content", one.content))
        if role and any(start <= position < end for start, end in role.spans)
    }


@given(texts_with_statements())
def test_every_code_point_carries_the_details_that_cover_it(case: tuple[str, list[Statement]]) -> None:
    text, statements = case
    details = [detail for one in statements for detail in (*one.figures, *one.when, *one.where)]

    for piece in segments(statements, Span(0, len(text)), details):
        for position in range(piece.span.start, piece.span.end):
            here = [one for one in dict.fromkeys(details) if one.span.start <= position < one.span.end]
            assert sorted(piece.details, key=details.index) == sorted(here, key=details.index)


def test_details_on_the_same_words_keep_the_order_in_which_they_were_given() -> None:
    article = an_article("Ten boats left.")
    details = [a_figure(article, "Ten boats", low, 10) for low in (3, 1, 2)] + [a_where(article, "Ten boats")]

    (first, _) = segments([], Span(0, 15), details)

    assert first.details == tuple(details)


@given(texts_with_statements())
def test_runs_are_the_pieces_without_the_edges_of_details(case: tuple[str, list[Statement]]) -> None:
    text, statements = case
    details = [detail for one in statements for detail in (*one.figures, *one.when, *one.where)]
    whole = Span(0, len(text))

    found = [(run[0].span.start, run[-1].span.end) for run in runs(list(segments(statements, whole, details)))]

    assert found == [(run[0].span.start, run[-1].span.end) for run in runs(list(segments(statements, whole)))]


@given(texts_with_statements(), st.data())
def test_cut_gives_each_window_its_own_text(case: tuple[str, list[Statement]], data: st.DataObject) -> None:
    text, statements = case
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    windows = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]

    lines = cut(list(segments(statements, Span(0, len(text)))), windows)

    assert ["".join(piece.span.of(text) for piece in line) for line in lines] == [w.of(text) for w in windows]


def test_the_nested_statement_is_the_innermost() -> None:
    article = an_article("Korvin said Velk denied it.")
    outer = a_statement(article, "Velk denied it", "Korvin", "said", id=0)
    inner = a_statement(article, "it", "Velk", "denied", id=1, parent=0)

    pieces = {p.span.of(article.text): p for p in segments([outer, inner], Span(0, len(article.text)))}

    assert pieces["it"].marks == (Mark(1, "content"), Mark(0, "content"))
    assert (pieces["it"].content, pieces["it"].outer, pieces["it"].label) == (1, 0, None)
    assert (pieces["Velk"].content, pieces["Velk"].label) == (0, Mark(1, "source"))


def test_without_parents_the_shorter_content_is_the_innermost() -> None:
    article = an_article("one two three")
    long = a_statement(article, "one two three", id=0)
    short = a_statement(article, "two", id=1)

    pieces = [piece.content for piece in segments([long, short], Span(0, 13))]

    assert pieces == [0, 1, 0]


@pytest.mark.parametrize(
    ("parents", "expected"),
    [
        pytest.param([None, 0, 1], [0, 1, 2], id="chain"),
        pytest.param([1, 0], [1, 1], id="circle"),
        pytest.param([0], [0], id="own parent"),
        pytest.param([7], [0], id="parent unknown"),
    ],
)
def test_depth_counts_the_statements_around(parents: list[int | None], expected: list[int]) -> None:
    article = an_article("word")
    statements = [a_statement(article, "word", id=i, parent=parent) for i, parent in enumerate(parents)]

    assert list(depths(statements).values()) == expected


def test_a_long_text_with_many_statements_is_cut_into_its_pieces() -> None:
    text = "Korvin said it rained. " * 20_000
    statements = [
        Statement(i, Role((Span(23 * i, 23 * i + 6),)), None, Role((Span(23 * i + 12, 23 * i + 21),)), "indirect")
        for i in range(20_000)
    ]

    figures = [Figure(Span(23 * i + 15, 23 * i + 18), 1, 1) for i in range(20_000)]

    pieces = list(segments(statements, Span(0, len(text)), figures))

    assert len(pieces) == 6 * 20_000
