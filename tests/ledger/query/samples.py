"""Random statements and queries of a small vocabulary, so that they meet."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from attribune.article import Span
from attribune.ledger.query import (
    DateTest,
    Document,
    Everything,
    Facts,
    FigureTest,
    Node,
    Not,
    Phrase,
    StatusTest,
    all_of,
    any_of,
    tokenize,
)
from attribune.ledger.query.fields import CLOSED, Field, country_term
from attribune.statement import Figure

WORDS = (
    "bridge",
    "bridges",
    "struck",
    "river",
    "rivers",
    "mayor",
    "running",
    "Mary",
    "Maryland",
    "al",
    "É",
    "12",
    "U.N.",
)
TERMS = tuple(dict.fromkeys(token.term for word in WORDS for token in tokenize(word)))
CODES = ("sy", "al", "ua")
QUOTES, COUNTS = ("direct", "indirect"), ("killed", "wounded", "other")
STATUSES = ("unreviewed", "confirmed")
FIRST = date(2031, 1, 1)

texts = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
values = st.lists(texts, max_size=2).map(tuple)
documents = st.builds(
    Document,
    content=texts,
    speaker=values,
    cue=texts,
    outlet=texts,
    quote=st.sampled_from(QUOTES),
    kind=st.none() | st.just("named_person"),
    places=values,
    countries=st.lists(st.sampled_from(CODES), max_size=2).map(tuple),
    speaker_id=st.none() | st.integers(1, 3),
)
numbers = st.integers(0, 6).map(float)


def figures() -> st.SearchStrategy[Figure]:
    """Figures whose bounds, where both are known, are in order."""
    pairs = st.tuples(st.none() | numbers, st.none() | numbers).filter(lambda pair: None in pair or pair[0] <= pair[1])
    return st.builds(
        lambda pair, counts, of: Figure(Span(0, 1), *pair, counts=counts, of=of),
        pairs,
        st.sampled_from(COUNTS),
        st.none() | texts,
    )


facts = st.builds(
    Facts,
    day=st.none() | st.integers(0, 5).map(lambda days: FIRST + timedelta(days=days)),
    status=st.sampled_from(STATUSES),
    figures=st.lists(figures(), max_size=2).map(tuple),
)

worded: st.SearchStrategy[Field] = st.sampled_from(
    ("content", "content", "content", "speaker", "cue", "outlet", "place")
)
runs = st.lists(st.sampled_from((*TERMS, "b", "run", "mar", "univers")), min_size=1, max_size=3).map(tuple)
phrases = st.builds(Phrase, worded, runs, st.booleans())
classes = st.one_of(
    st.sampled_from(QUOTES).map(lambda quote: Phrase("quote", (quote,))),
    st.sampled_from(CLOSED["kind"]).map(lambda kind: Phrase("kind", (kind,))),
    st.sampled_from(CODES).map(lambda code: Phrase("place", (country_term(code),))),
    st.integers(1, 3).map(lambda number: Phrase("speaker_id", (str(number),))),
)
terms_only = st.one_of(phrases, classes, st.just(Everything()))


@st.composite
def figure_tests(draw: st.DrawFn) -> FigureTest:
    """Tests as the parser makes them."""
    low, high = draw(st.none() | numbers), draw(st.none() | numbers)
    both = low is not None and high is not None
    low, high = (min(low, high), max(low, high)) if both else (low, high)
    return FigureTest(
        low,
        high,
        low_open=low is not None and not both and draw(st.booleans()),
        high_open=high is not None and not both and draw(st.booleans()),
        of=draw(st.lists(st.sampled_from(TERMS), max_size=2, unique=True).map(tuple)),
        counts=draw(st.none() | st.sampled_from(COUNTS)),
    )


@st.composite
def date_tests(draw: st.DrawFn) -> DateTest:
    """Ranges of at least one day."""
    first, days = draw(st.none() | st.integers(0, 4)), draw(st.none() | st.integers(1, 3))
    start = None if first is None else FIRST + timedelta(days=first)
    return DateTest(start, None if days is None else (start or FIRST) + timedelta(days=days))


others = st.one_of(figure_tests(), date_tests(), st.sampled_from(STATUSES).map(StatusTest))


def trees(leaves: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """The leaves joined by AND, OR and NOT."""
    return st.recursive(
        leaves,
        lambda parts: st.one_of(
            st.lists(parts, min_size=2, max_size=3).map(all_of),
            st.lists(parts, min_size=2, max_size=3).map(any_of),
            parts.map(Not),
        ),
        max_leaves=6,
    )


term_queries = trees(terms_only)
queries = trees(st.one_of(terms_only, others))
