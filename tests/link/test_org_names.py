"""Organisations' names: what is left of them, and how two of them fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.link.names import is_everywhere, match_names
from attribune.link.org_match import match_orgs
from attribune.link.org_name import org_name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.N.", "un"),
        ("Acme Corp.", "acme"),
        ("Brandt & Sons, Ltd.", "brandt and sons"),
        ("Brandt & Co. KG", "brandt and co"),
        ("Norland’s Interior Ministry", "norland interior ministry"),
        ("Ministry of Defense", "ministry of defence"),
        ("Norland Observatory (NO)", "norland observatory"),
        ("Médecins du Nord", "medecins du nord"),
    ],
)
def test_articles_dots_and_legal_forms_are_left_out(text: str, words: str) -> None:
    name = org_name(text)
    assert name is not None
    assert " ".join(name.words) == words


@pytest.mark.parametrize("text", ["", "The", "of the", "x" * 300, "a word " * 13])
def test_what_is_no_name_is_none(text: str) -> None:
    assert org_name(text) is None


@pytest.mark.parametrize(
    ("name", "everywhere"),
    [("Interior Ministry", True), ("the Supreme Court", True), ("Norland's Interior Ministry", False), ("NGCA", False)],
)
def test_a_body_that_every_state_has_is_told_from_others(name: str, everywhere: bool) -> None:
    assert is_everywhere(name) is everywhere


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("the Norland Observatory", "Norland Observatory", "names are the same"),
        ("NOHR", "Norland Observatory for Human Rights", "initials"),
        ("N.O.H.R.", "Norland Observatory for Human Rights", "initials"),
        ("Syrian Defence Ministry", "Syria's Ministry of Defense", "another form or order"),
        ("Brandt", "Brandt Institution", "leaves out “institution”"),
        ("Norland Observatory", "Norland Observatory for Human Rights", "besides"),
        ("Korvin campaign", "Ida Korvin's campaign", "besides"),
        ("Korvin campaign", "Ida Korvin campaign", "besides"),
        ("Brandt Trust Office", "William Brandt Trust Office", "besides"),
        ("Norland Observatory", "Kethia-based Norland Observatory", "besides"),
        ("Syrian Democratic Forces", "US-backed Syrian Democratic Forces", "besides"),
        ("Korvin government", "President Ida Korvin government", "besides"),
        ("Red Dawn Front", "al-Red Dawn Front", "another form"),
        ("Norland Observatory for Rights", "Norland Observatory for Rights monitoring group", "“monitoring group”"),
        ("NANA", "NANA news agency", "leaves out “news agency”"),
        ("Red Dawn Front", "Red Dawn Front militant group", "leaves out “militant group”"),
        ("Norland Unity Coalition", "Unity Coalition for Norland Revolutionary Forces", "another order"),
    ],
)
def test_forms_of_one_name_fit_and_say_how(one: str, two: str, reason: str) -> None:
    match = match_names(one, two, "named_org")
    assert match is not None
    assert reason in match.reason
    assert match.score > 0.6


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sorva Post", "North Kethia Post"),
        ("Sorva State University", "Kethia State University"),
        ("House", "Green House"),
        ("Sorva", "Sorva Times"),
        ("Interior Ministry", "Interior Department"),
        ("KC", "Korvin campaign"),
        ("The", "The"),
        ("Syria", "Syria TV"),
        ("Syrian", "Syria Television Network"),
        ("United States", "United States Institute"),
        ("UN", "UN agency"),
    ],
)
def test_other_names_do_not_fit(one: str, two: str) -> None:
    assert match_names(one, two, "named_org") is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Green Party", "Green Party of Sorva"),
        ("Sorva Times", "Sorva Post"),
        ("NA", "Norland Army"),
        ("Norland Army", "Free Norland Army"),
        ("Norland Forces", "Norland Democratic Forces"),
        ("Green Party", "New Green Party"),
        ("Red Crescent", "Syrian Red Crescent"),
        ("Syrian administration", "Kurdish Syrian administration"),
        ("Syrian forces", "US-backed Syrian forces"),
        ("White House", "Korvin's White House"),
        ("Green Party", "New Sorva Green Party's"),
    ],
    ids=[
        "branch",
        "papers",
        "initials",
        "in front",
        "inside",
        "new",
        "of a place",
        "of two places",
        "backed",
        "another's",
        "at the end",
    ],
)
def test_names_that_may_well_be_two_fit_weakly(one: str, two: str) -> None:
    match = match_names(one, two, "named_org")
    assert match is not None
    assert match.score < 0.6


NAMES = st.lists(
    st.sampled_from(["Syria", "Syrian", "Observatory", "for", "Rights", "Ministry", "of", "SO", "Green"]), max_size=5
)


@given(NAMES, NAMES)
def test_a_match_is_the_same_both_ways(one: list[str], two: list[str]) -> None:
    ours, theirs = org_name(" ".join(one)), org_name(" ".join(two))
    if ours and theirs:
        assert match_orgs(ours, theirs) == match_orgs(theirs, ours)


@given(st.text(max_size=40))
def test_any_text_is_a_name_or_none(text: str) -> None:
    name = org_name(text)
    assert name is None or name.content


@pytest.mark.parametrize(
    "name",
    [
        "Norland Regime says rebels attacked Sorva",
        "Norland Regime Palace Guard Colonel Driver Cousin Garden Fence Trust",
    ],
    ids=["a verb", "too long"],
)
def test_a_headline_is_no_good_name(name: str) -> None:
    match = match_names("Norland Regime", name, "named_org")
    assert match is not None
    assert match.score <= 0.3
    assert match.reason.endswith("one reads like a sentence")


def test_an_organisations_long_name_is_no_headline() -> None:
    name = org_name("Office of the United Nations High Commissioner for Human Rights")
    assert name is not None
    assert not name.is_sentence


def test_speakers_without_names_are_not_matched() -> None:
    assert match_names("officials", "officials", "unnamed_group") is None
