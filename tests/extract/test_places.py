"""Place names: their countries and coordinates, and why."""

from __future__ import annotations

import re

import pytest

from attribune.article import Span
from attribune.extract.place_candidates import candidates, weights
from attribune.extract.places import PlaceName, Resolution, resolve_places
from attribune.extract.wordlists import rows
from attribune.statement import PlaceKind

MARK = re.compile(r"\[([^]]+)\]")


def resolved(marked: str, kind: PlaceKind = "place") -> list[Resolution]:
    """What the names in brackets resolve to: "Rain in [Homs]"."""
    names: list[PlaceName] = []
    for number, match in enumerate(MARK.finditer(marked)):
        start = match.start() - 2 * number
        names.append(PlaceName(Span(start, start + len(match[1])), kind))
    return list(resolve_places(MARK.sub(r"\1", marked), names))


def countries(marked: str) -> list[str | None]:
    """The countries of the names in brackets."""
    return [resolution.where.country for resolution in resolved(marked)]


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        pytest.param("Snow fell on [Norway].", "NO", id="country"),
        pytest.param("The [Norwegian] navy sailed.", "NO", id="adjective"),
        pytest.param("Snow fell on [Aleppo].", "SY", id="city"),
        pytest.param("Snow fell on [ALEPPO].", "SY", id="capitals"),
        pytest.param("Snow fell on [Bavaria].", "DE", id="region"),
        pytest.param("Snow fell on [northern Norway].", "NO", id="part of a country"),
        pytest.param("Snow fell on the [province of Idlib].", "SY", id="region with its noun"),
        pytest.param("Snow fell on [Suffolk County].", "US", id="county"),
        pytest.param("Snow fell on [Chicago, Ill.].", "US", id="name and state"),
        pytest.param("The [Mosul University] opened.", "IQ", id="city inside a name"),
        pytest.param("Snow fell on the [Middle East].", None, id="several countries"),
        pytest.param("Snow fell on [Kashmir].", None, id="contested"),
        pytest.param("Snow fell on [Zanderkot].", None, id="unknown"),
    ],
)
def test_a_name_alone_has_its_country(marked: str, country: str | None) -> None:
    assert countries(marked) == [country]


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        pytest.param("Snow fell on [Paris], Texas, and later on Oklahoma.", "US", id="state"),
        pytest.param("Snow fell on [Paris], Texas on Monday.", "US", id="state, no comma"),
        pytest.param("Snow fell on [Athens], Ga., on Monday.", "US", id="short form"),
        pytest.param("Snow fell on [Peru], Indiana.", "US", id="country's name, state"),
        pytest.param("Snow fell on [Tripoli], Lebanon, on Monday.", "LB", id="country"),
        pytest.param("TRIPOLI, Lebanon - Snow fell on [Tripoli] (Lebanon).", "LB", id="brackets"),
        pytest.param("Snow fell on [Tripoli] in northern Lebanon on Monday.", "LB", id="in"),
        pytest.param("Snow fell on Lebanon's northern city of [Tripoli].", "LB", id="owner"),
        pytest.param("Snow fell on the Lebanese port city of [Tripoli].", "LB", id="adjective"),
        pytest.param("Snow fell on the Texas town of [Paris].", "US", id="state and noun"),
        pytest.param("[TRIPOLI], Lebanon, Oct. 3 - Snow fell.", "LB", id="dateline"),
        pytest.param("Snow fell on [Zanderkot], Norway.", "NO", id="unknown"),
        pytest.param("In [Moscow], U.S. Secretary Ann Brook spoke.", "RU", id="what follows belongs to another"),
        pytest.param("In [Athens], American envoys spoke.", "GR", id="adjective of another"),
        pytest.param("[Washington], Britain and France agreed.", "US", id="list of governments"),
        pytest.param("[China], Japan and Chad agreed.", "CN", id="list of countries"),
        pytest.param("Ann Brook left [Zanderkot], Norway and Sweden.", None, id="unknown before a list"),
        pytest.param("America's [Moscow] policy failed.", "RU", id="owner of something else"),
        pytest.param("She left Alabama. [Birmingham] is in the rain.", "GB", id="sentence before"),
    ],
)
def test_the_words_beside_a_name_may_tell_where_it_lies(marked: str, country: str | None) -> None:
    assert countries(marked) == [country]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("Rain in [Tripoli].", ["LY"], id="the capital by default"),
        pytest.param("Rain in [Tripoli], [Sidon] and [Beirut].", ["LB", "LB", "LB"], id="nearness"),
        pytest.param("[Georgia] and [Tbilisi] agreed.", ["GE", "GE"], id="country"),
        pytest.param("Rain in [Georgia] and [Atlanta].", ["US", "US"], id="state"),
        pytest.param("American police. Rain in [Georgia], [Ohio] and [Iowa].", ["US", "US", "US"], id="other states"),
        pytest.param("[Alabama] police went to [Birmingham].", ["US", "US"], id="more votes than people"),
        pytest.param("British police went to [Birmingham].", ["GB"], id="adjective"),
        pytest.param("South Korean envoys ate [Korean] food in [Seoul].", ["KR", "KR"], id="one of two countries"),
        pytest.param("[North Korea], [South Korea], [Korean] food.", ["KP", "KR", None], id="two countries remain"),
        pytest.param("[Alaska] and [Hawaii] police are in [Athens].", ["US", "US", "GR"], id="a capital stays one"),
        pytest.param("[Zanderkot] lies near [Bergen] and [Oslo].", ["NO", "NO", "NO"], id="unknown, one country"),
        pytest.param("[Zanderkot] lies between [Oslo] and [Aleppo].", [None, "NO", "SY"], id="unknown, two countries"),
        pytest.param(
            "[Tatvan] is a firm in [Oslo], [Bergen] and [Norway].", [None, "NO", "NO", "NO"], id="small, abroad"
        ),
    ],
)
def test_the_article_tells_which_place_is_meant(marked: str, expected: list[str | None]) -> None:
    assert countries(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("Rain in [Paris], Texas. [Paris] has a tower.", ["US", "US"], id="said once"),
        pytest.param("[Paris] has a tower. Rain in [Paris], Texas.", ["US", "US"], id="said later"),
        pytest.param("From [Paris], Texas, to [Paris], France.", ["US", "FR"], id="said to be two"),
        pytest.param("From [Paris], Texas, to [Paris], France, and [Paris].", ["US", "FR", "FR"], id="neither"),
    ],
)
def test_a_name_means_the_same_all_through_an_article(marked: str, expected: list[str]) -> None:
    assert countries(marked) == expected


@pytest.mark.parametrize(
    ("marked", "lat", "lon"),
    [
        pytest.param("Rain in [Springfield], Ill.", 39.8, -89.6, id="the right one of a country's"),
        pytest.param("Rain in [Washington].", 38.9, -77.0, id="capital"),
        pytest.param("Rain in [Washington] state.", 47.3, -121.6, id="state"),
        pytest.param("Rain in the [Golan Heights].", 33.0, 35.75, id="region of the own list"),
    ],
)
def test_a_place_has_coordinates(marked: str, lat: float, lon: float) -> None:
    where = resolved(marked)[0].where
    assert (where.lat, where.lon) == pytest.approx((lat, lon), abs=0.1)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Rain in [Springfield].", id="several in the country"),
        pytest.param("Rain at [Mosul University] in Iraq.", id="only a part of the name is known"),
        pytest.param("Rain in [Zanderkot], Norway.", id="only the country is known"),
    ],
)
def test_a_place_that_is_not_known_for_sure_has_a_country_but_no_coordinates(marked: str) -> None:
    where = resolved(marked)[0].where
    assert where.country
    assert (where.lat, where.lon) == (None, None)


def test_a_government_lies_at_its_capital() -> None:
    resolution = resolved("[Washington] said so.", kind="government")[0]
    assert (resolution.where.kind, resolution.where.country) == ("government", "US")
    assert resolution.where.lat == pytest.approx(38.9, abs=0.1)


def test_a_place_is_called_by_its_own_name() -> None:
    names = [resolution.where.name for resolution in resolved("[Syrian] troops left [ALEPPO] for\n[Qasr\n Zander].")]
    assert names == ["Syria", "Aleppo", "Qasr Zander"]


def test_resolutions_come_in_the_order_of_the_names_with_their_spans() -> None:
    text = "Oslo, Aleppo, Oslo"
    names = [PlaceName(Span(14, 18)), PlaceName(Span(6, 12)), PlaceName(Span(0, 4)), PlaceName(Span(0, 4))]
    assert [resolution.where.span for resolution in resolve_places(text, names)] == [name.span for name in names]


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("Rain in [Paris], Texas.", 'the article says "Paris, Texas"'),
        ("The [British] fleet.", "stands for the United Kingdom"),
        ("Rain in [Aleppo].", "every known place of that name lies in Syria"),
        ("Rain in [Tripoli].", "the best known place of that name lies in Libya"),
        ("Rain in [Tripoli] and [Beirut].", "the place of that name in Lebanon lies near others of the article"),
        ("[Korean] food.", "may lie in South Korea or North Korea, and the article doesn't tell which"),
        ("[Mosul University] is shut.", 'holds "Mosul", which lies in Iraq'),
        ("[Kashmir] is cold.", "lies in several countries or in none"),
        ("[Zanderkot] is cold.", "not in the gazetteer"),
        ("[Zanderkot] in cold [Norway].", "not in the gazetteer; the article plays in Norway"),
        ("[Tatvan] in [Oslo].", "the best known place lies in Turkey, of which the article says nothing else"),
    ],
)
def test_every_answer_has_its_reason(marked: str, reason: str) -> None:
    assert resolved(marked)[0].reason == reason


def test_votes_of_an_article_tell_which_country_is_meant() -> None:
    answer = resolved("[Alabama] and [Ohio] police. Rain in [Manchester].")[2]
    assert answer.where.country == "US"
    assert answer.reason.startswith("the article speaks more of the United States")


def test_an_article_without_names_has_no_places() -> None:
    assert resolve_places("Rain in Oslo.", []) == ()


@pytest.mark.parametrize("words", ["A" * 50_000, "Aa " * 20_000, "A, " * 20_000, "North " * 20_000, "A's " * 20_000])
def test_odd_texts_are_read_to_their_end(words: str) -> None:
    text = f"{words}Oslo, {words}"
    names = [PlaceName(Span(len(words), len(words) + 4)), PlaceName(Span(0, len(words)))]
    assert resolve_places(text, names)[0].where.country == "NO"


def test_a_name_that_holds_nothing_known_has_no_candidates() -> None:
    assert candidates("Upper Zanderkot Lane").found == ()


def test_every_weight_is_a_number_listed_once() -> None:
    assert len(weights()) == len(rows("place_weights.tsv"))
