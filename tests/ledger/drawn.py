"""Random small readings, and readings of a small vocabulary for random queries to meet."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import get_args

from hypothesis import strategies as st

from attribune.article import Article, Span
from attribune.reading import ReaderCard, Reading
from attribune.statement import (
    Anonymity,
    Commitment,
    Counts,
    CueClass,
    Distance,
    Figure,
    Quote,
    Rejection,
    Role,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    When,
    Where,
)
from tests.ledger.query.samples import CODES, FIRST, WORDS

LETTERS = "abz \n😀👩‍👧é\u0301שלוםمرحبا\u200f“”'\\%_"
words = st.text(LETTERS, min_size=1, max_size=12)
anything = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=8)
maybe = st.none() | anything
reals = st.floats(allow_nan=False, allow_infinity=False, width=32)
moments = st.datetimes(
    datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=st.sampled_from((UTC, timezone(timedelta(hours=9))))
)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def one_of(literal: object) -> st.SearchStrategy[str]:
    """One of the words of a Literal."""
    return st.sampled_from(get_args(literal))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles with every field, known or not."""
    return Article(
        text=draw(words),
        title=draw(maybe),
        outlet=draw(maybe),
        published=draw(st.none() | moments),
        url=draw(maybe),
        file=draw(maybe),
        ref=draw(maybe),
        metadata=draw(
            st.dictionaries(anything, maybe | st.integers(-9, 9) | st.lists(st.booleans(), max_size=2), max_size=2)
        ),
        furniture=tuple(draw(st.lists(st.just(Span(0, 1)), max_size=1))),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Readings of such an article, with statements nested in one another."""
    article = draw(articles())
    speakers = [draw(_speakers(article.text, number)) for number in range(draw(st.integers(0, 2)))]
    statements = [draw(_statements(article.text, number, len(speakers))) for number in range(draw(st.integers(0, 3)))]
    figures = draw(st.lists(_figures(article.text), max_size=2))
    rejections = draw(st.lists(st.builds(Rejection, anything, anything, st.none() | _spans(article.text)), max_size=2))
    card = ReaderCard("test-reader", draw(anything), "0" * 64)
    return Reading(article, tuple(speakers), tuple(statements), tuple(figures), tuple(rejections), card)


def _spans(text: str) -> st.SearchStrategy[Span]:
    pairs = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    return pairs.map(lambda pair: Span(min(pair), max(pair))).filter(lambda span: span.length > 0)


def _roles(text: str) -> st.SearchStrategy[Role]:
    return st.lists(_spans(text), min_size=1, max_size=2).map(lambda spans: Role(tuple(spans)))


@st.composite
def _speakers(draw: st.DrawFn, text: str, number: int) -> Speaker:
    spans = _spans(text)
    anonymity = st.builds(Anonymity, spans, st.booleans(), st.integers(0, 3), st.none() | spans)
    return Speaker(
        number,
        draw(words),
        draw(one_of(SpeakerKind)),  # type: ignore[arg-type]
        draw(maybe),
        draw(maybe),
        draw(st.sampled_from((None, "SY", "UA"))),
        tuple(draw(st.lists(spans, max_size=2))),
        draw(st.none() | anonymity),
        tuple(draw(st.lists(anything, max_size=2))),
    )


def _figures(text: str) -> st.SearchStrategy[Figure]:
    number = st.none() | st.integers(-(2**50), 2**50) | reals
    spans = _spans(text)
    options = {"counts": one_of(Counts), "of": maybe, "unit": maybe, "whole": st.none() | spans}
    flags = {"approximate": st.booleans(), "further": st.booleans()}
    return st.builds(Figure, spans, number, number, **options, **flags)  # type: ignore[arg-type]


@st.composite
def _statements(draw: st.DrawFn, text: str, number: int, speakers: int) -> Statement:
    spans, roles = _spans(text), _roles(text)
    whens = st.builds(When, spans, days, days, st.sampled_from(("day", "year")))
    wheres = st.builds(
        Where, spans, words, st.sampled_from(("place", "government")), st.none(), reals, st.none() | reals
    )
    return Statement(
        id=number,
        source=draw(st.none() | roles),
        cue=draw(st.none() | roles),
        content=draw(roles),
        quote=draw(one_of(Quote)),  # type: ignore[arg-type]
        speaker=draw(st.none() | st.integers(0, speakers - 1)) if speakers else None,
        stance=Stance(draw(one_of(CueClass)), draw(one_of(Commitment)), draw(one_of(Distance))),  # type: ignore[arg-type]
        figures=tuple(draw(st.lists(_figures(text), max_size=2))),
        when=tuple(draw(st.lists(whens, max_size=1))),
        where=tuple(draw(st.lists(wheres, max_size=1))),
        parent=draw(st.none() | st.integers(0, number - 1)) if number else None,
        repeats=draw(st.none() | st.integers(0, number - 1)) if number else None,
        confidence=draw(st.floats(0, 1)),
        reasons=tuple(draw(st.lists(anything, max_size=2))),
    )


phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@st.composite
def sayings(draw: st.DrawFn) -> Reading:
    """Readings in the words of the random queries, by up to two speakers."""
    names, contents = (
        draw(st.lists(phrases, min_size=1, max_size=2, unique=True)),
        draw(st.lists(phrases, min_size=1, max_size=3)),
    )
    text = "\n".join((*contents, *names))
    starts = [sum(len(one) + 1 for one in contents[:number]) for number in range(len(contents))]
    day = FIRST + timedelta(days=draw(st.integers(0, 5)))
    article = Article(
        text, outlet=draw(st.none() | phrases), published=datetime(day.year, day.month, day.day, tzinfo=UTC)
    )
    speakers = tuple(Speaker(number, name, "named_person") for number, name in enumerate(names))
    statements = tuple(
        Statement(
            id=number,
            source=None,
            cue=Role((Span(0, draw(st.integers(1, 6))),)),
            content=Role((Span(start, start + len(content)),)),
            quote=draw(st.sampled_from(("direct", "indirect"))),
            speaker=draw(st.none() | st.integers(0, len(names) - 1)),
            figures=tuple(draw(st.lists(_counted, max_size=2))),
            where=tuple(draw(st.lists(_places, max_size=1))),
        )
        for number, (start, content) in enumerate(zip(starts, contents, strict=True))
    )
    return Reading(article, speakers, statements, (), (), ReaderCard("test-reader", "0", "0" * 64))


_bounds = st.none() | st.integers(0, 6)
_counted = st.builds(
    Figure, st.just(Span(0, 1)), _bounds, _bounds, counts=st.sampled_from(("killed", "other")), of=st.none() | phrases
)
_places = st.builds(Where, st.just(Span(0, 1)), phrases, country=st.sampled_from(CODES).map(str.upper))
