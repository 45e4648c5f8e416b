from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.errors import UsageError
from attribune.ledger.query import (
    And,
    DateTest,
    Everything,
    FigureTest,
    Node,
    Not,
    Or,
    Phrase,
    StatusTest,
    parse,
)


def words(*terms: str) -> Phrase:
    return Phrase("content", terms)


A, B, C = words("a"), words("b"), words("c")


@pytest.mark.parametrize(
    ("query", "node"),
    [
        pytest.param("Bridges", words("bridg"), id="word"),
        pytest.param("a b", And((A, B)), id="and without a word"),
        pytest.param("a AND b c", And((A, B, C)), id="and"),
        pytest.param("a b OR c", Or((And((A, B)), C)), id="and binds closer than or"),
        pytest.param("a (b OR c)", And((A, Or((B, C)))), id="group"),
        pytest.param("a (b c)", And((A, B, C)), id="group of and"),
        pytest.param("a OR (b OR c)", Or((A, B, C)), id="group of or"),
        pytest.param("a -b", And((A, Not(B))), id="minus"),
        pytest.param("NOT (a OR b)", Not(Or((A, B))), id="nothing but not"),
        pytest.param("a and b", And((A, words("and"), B)), id="small operators are words"),
        pytest.param('"a AND b"', words("a", "and", "b"), id="phrase"),
        pytest.param("“a b”", words("a", "b"), id="typographic quotes"),
        pytest.param("anti-tank 3.5", And((words("anti", "tank"), words("3", "5"))), id="words of two terms"),
        pytest.param("3:1 Danek: yes", And((words("3", "1"), words("danek"), words("yes"))), id="stray colons"),
        pytest.param("http://example.org/a", words("http", "exampl", "org", "a"), id="address"),
        pytest.param("=univers", words("univers"), id="stem as it is"),
        pytest.param("*", Everything(), id="everything"),
    ],
)
def test_words(query: str, node: Node) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    ("query", "node"),
    [
        pytest.param("vant*", Phrase("content", ("vant",), prefix=True), id="beginning"),
        pytest.param("mary*", Or((words("mari"), Phrase("content", ("mary",), prefix=True))), id="word with a stem"),
        pytest.param("=mary*", Phrase("content", ("mary",), prefix=True), id="without the stem"),
        pytest.param('speaker:"mira dan"*', Phrase("speaker", ("mira", "dan"), prefix=True), id="phrase"),
    ],
)
def test_a_star_finds_the_word_and_longer_ones(query: str, node: Node) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    ("query", "node"),
    [
        pytest.param('speaker:"Mira Danek"', Phrase("speaker", ("mira", "danek")), id="quoted"),
        pytest.param("SPEAKER:Danek’s", Phrase("speaker", ("danek",)), id="capitals"),
        pytest.param("speaker:(a OR -b)", Or((Phrase("speaker", ("a",)), Not(Phrase("speaker", ("b",))))), id="group"),
        pytest.param("-cue:said", Not(Phrase("cue", ("said",))), id="not"),
        pytest.param("outlet:Post a", And((Phrase("outlet", ("post",)), A)), id="only the next word"),
        pytest.param("class:promise-vow", Phrase("class", ("promise_vow",)), id="class with a hyphen"),
        pytest.param('class:"Praise support"', Phrase("class", ("praise_support",)), id="class quoted"),
        pytest.param("quote:direct", Phrase("quote", ("direct",)), id="quote"),
        pytest.param("commitment:denied", Phrase("commitment", ("denied",)), id="commitment"),
        pytest.param("distance:neutral", Phrase("distance", ("neutral",)), id="distance"),
        pytest.param("kind:named_org", Phrase("kind", ("named_org",)), id="kind"),
        pytest.param("place:Vantar", Phrase("place", ("vantar",)), id="place"),
        pytest.param("place:sy", Phrase("place", ("_sy",)), id="country"),
        pytest.param("place:UK", Phrase("place", ("_gb",)), id="country by another code"),
        pytest.param('place:"al"', Phrase("place", ("al",)), id="place of two letters"),
        pytest.param("speaker_id:012", Phrase("speaker_id", ("12",)), id="speaker's id"),
        pytest.param("status:flagged", StatusTest("flagged"), id="status"),
    ],
)
def test_fields(query: str, node: Node) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    ("query", "node"),
    [
        pytest.param("figure:>100", FigureTest(100, low_open=True), id="more"),
        pytest.param("figure:>=1,200", FigureTest(1200), id="at least"),
        pytest.param("figure:<5", FigureTest(high=5, high_open=True), id="less"),
        pytest.param("figure:<=-2.5", FigureTest(high=-2.5), id="at most"),
        pytest.param("figure:600", FigureTest(600, 600), id="exactly"),
        pytest.param("figure:100..1,200", FigureTest(100, 1200), id="range"),
        pytest.param("figure:*", FigureTest(), id="any"),
        pytest.param("of:children", FigureTest(of=("children",)), id="of"),
        pytest.param('of:"young children"', FigureTest(of=("young", "children")), id="of two words"),
        pytest.param("of:=villag", FigureTest(of=("villag",)), id="of a stem"),
        pytest.param("counts:killed", FigureTest(counts="killed"), id="counts"),
    ],
)
def test_figures(query: str, node: Node) -> None:
    assert parse(query) == node


CHILDREN, WOMEN = FigureTest(5, of=("children",)), FigureTest(5, of=("women",))


@pytest.mark.parametrize(
    ("query", "node"),
    [
        pytest.param("figure:>=5 a of:children", And((CHILDREN, A)), id="one figure"),
        pytest.param("a of:children b figure:>=5", And((A, CHILDREN, B)), id="where the first stands"),
        pytest.param("of:young of:(children young)", FigureTest(of=("young", "children")), id="all words"),
        pytest.param("figure:>=5 of:(children OR women)", Or((CHILDREN, WOMEN)), id="alternatives"),
        pytest.param("(figure:>=5) of:women", And((FigureTest(5), FigureTest(of=("women",)))), id="two figures"),
        pytest.param("figure:>=5 -of:women", And((FigureTest(5), Not(FigureTest(of=("women",))))), id="no such figure"),
        pytest.param("figure:>=5 OR of:women", Or((FigureTest(5), FigureTest(of=("women",)))), id="either"),
    ],
)
def test_one_group_speaks_of_one_figure(query: str, node: Node) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    ("query", "first", "end"),
    [
        pytest.param("2031", date(2031, 1, 1), date(2032, 1, 1), id="year"),
        pytest.param("2032-2", date(2032, 2, 1), date(2032, 3, 1), id="month"),
        pytest.param("2031-10-03", date(2031, 10, 3), date(2031, 10, 4), id="day"),
        pytest.param("2031-12-31", date(2031, 12, 31), date(2032, 1, 1), id="last day of a year"),
        pytest.param("2031-10..2031-11", date(2031, 10, 1), date(2031, 12, 1), id="months"),
        pytest.param("..2031", None, date(2032, 1, 1), id="until"),
        pytest.param("2031-10..", date(2031, 10, 1), None, id="from"),
        pytest.param(">2031-10", date(2031, 11, 1), None, id="after"),
        pytest.param(">=2031-10", date(2031, 10, 1), None, id="from with a sign"),
        pytest.param("<2031-10", None, date(2031, 10, 1), id="before"),
        pytest.param("<=2031-10", None, date(2031, 11, 1), id="until with a sign"),
        pytest.param("9999", date(9999, 1, 1), date.max, id="last year of the calendar"),
        pytest.param("*", None, None, id="any"),
    ],
)
def test_dates(query: str, first: date | None, end: date | None) -> None:
    assert parse(f"date:{query}") == DateTest(first, end)


DEEP = "(" * 31 + "a" + ")" * 31


@pytest.mark.parametrize(
    ("query", "message"),
    [
        pytest.param("  ", "nothing to search for at column 1", id="empty"),
        pytest.param("a speeker:b", "unknown field 'speeker' at column 3 .*did you mean speaker", id="unknown field"),
        pytest.param("speaker: b", "speaker: without a value at column 1", id="no value"),
        pytest.param(
            "class:sai", "unknown class 'sai' at column 7 .*did you mean say.*known are say, claim", id="class"
        ),
        pytest.param("class:say*", "unknown class 'say\\*'", id="star behind a class"),
        pytest.param("status:done", "unknown status 'done'.* known are unreviewed, confirmed", id="status"),
        pytest.param('a "b', "quotation mark without its partner at column 3", id="open quote"),
        pytest.param("a (b", r"a \( without its \) at column 3", id="open parenthesis"),
        pytest.param("a) b", r"a \) without its \( at column 2", id="closing parenthesis"),
        pytest.param("()", "'\\)' with nothing .* at column 2", id="empty group"),
        pytest.param("a OR", "the end of the query with nothing .* at column 5", id="dangling or"),
        pytest.param("AND a", "'AND' with nothing .* at column 1", id="leading and"),
        pytest.param("a NOT", "the end of the query", id="dangling not"),
        pytest.param("a !!", "'!!' without a letter or digit at column 3", id="no word"),
        pytest.param('speaker:""', "without a letter or digit at column 9", id="empty value"),
        pytest.param("a*b", r"a \* inside 'a\*b' at column 1", id="star inside"),
        pytest.param("speaker:*", "without a letter or digit", id="star alone"),
        pytest.param("of:child*", r"of:child\* at column 4 .*whole words", id="star behind of"),
        pytest.param("figure:many", "no number 'many' in figure:many at column 8", id="no number"),
        pytest.param("figure:1,20", "no number '1,20'", id="comma out of place"),
        pytest.param(f"figure:{'9' * 400}", "no number", id="number without end"),
        pytest.param("figure:100..", "no number ''", id="half a range"),
        pytest.param("figure:5..3", "figure:5..3 at column 8 .*smaller", id="range backwards"),
        pytest.param("figure:>5 figure:<9", "two bounds for one figure", id="two bounds"),
        pytest.param("counts:killed counts:missing", "two values of counts:", id="two counts"),
        pytest.param(f"{'of:(a OR b OR c OR d) ' * 4}", "256 ways", id="too many alternatives"),
        pytest.param("date:2031-13", "no date '2031-13' .*no such day", id="no month"),
        pytest.param("date:soon", "no date 'soon' in date:soon at column 6", id="no date"),
        pytest.param("date:..", "no date", id="no dates"),
        pytest.param("date:2032..2031", "date:2032..2031 at column 6 .*earlier", id="dates backwards"),
        pytest.param("speaker:(a cue:b)", "cue: inside the values of speaker: at column 12", id="field in a field"),
        pytest.param("speaker_id:x", "a speaker's id is a whole number", id="no id"),
        pytest.param(DEEP, "too many groups", id="deep"),
        pytest.param("-" * 5000 + "a", "too many groups", id="many signs"),
        pytest.param("a " * 20_000, "40000 characters", id="long"),
    ],
)
def test_what_can_not_be_searched_is_refused_in_one_line(query: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as refused:
        parse(query)
    assert "\n" not in str(refused.value)


SIGNS = st.text(st.sampled_from('ab1 :"()-=*>.<“\n') | st.characters(), max_size=20)


PIECES = ["figure:", "of:", "date:", " OR ", " NOT ", "place:", "class:say", "speaker:("]


def refusal(query: str) -> str | None:
    try:
        parse(query)
    except UsageError as error:
        return str(error)
    return None


@given(st.lists(SIGNS | st.sampled_from(PIECES)).map("".join))
def test_any_text_is_read_or_refused(query: str) -> None:
    message = refusal(query)
    if message is None:
        assert parse(str(parse(query))) == parse(query)
    else:
        assert "column" in message
        assert message.isprintable()


@pytest.mark.parametrize("field", ["figure", "date", "of", "class", "speaker_id", "place"])
def test_a_refusal_shows_no_signs_that_a_terminal_obeys(field: str) -> None:
    message = refusal(f'{field}:"\n\x1b[2J{"!" * 1000}"*')
    assert message is None or (message.isprintable() and len(message) < 500)
