"""Descriptions: whom the reader takes a role for, and of what kind a speaker without a name is."""

from __future__ import annotations

import pytest

from tests.extract.staging import heard, last, names
from tests.scored import Meant


@pytest.mark.parametrize(
    ("marked", "description", "person"),
    [
        pytest.param("Ben Cole came. [The nominee] said {a}.", "The nominee", "Ben Cole", id="no role was given"),
        pytest.param(
            "Mayor Ada Brook met Mayor Ben Cole. [The mayor] said {a}.", "The mayor", "Ben Cole", id="two have the role"
        ),
        pytest.param(
            "Norwegian envoy Ben Cole came. [The Norwegian nominee] said {a}.",
            "The Norwegian nominee",
            "Ben Cole",
            id="the same country",
        ),
        pytest.param("Jana Kos came. [The spokeswoman] said {a}.", "The spokeswoman", "Jana Kos", id="the same gender"),
        pytest.param("Plesko came. Zev Plesko left. [The baker] wept {a}.", "The baker", "Zev Plesko", id="no gender"),
    ],
)
def test_a_role_is_the_person_whom_the_reader_takes_it_for(marked: str, description: str, person: str) -> None:
    speakers, statements = heard(marked, meant=[Meant(description, person)])
    assert [one.name for one in speakers] == [person]
    assert statements[-1].reasons[-1] == f'"{description}" is most likely {person}, by the words around both'


@pytest.mark.parametrize(
    ("marked", "meant"),
    [
        pytest.param("Ben Cole came. [The nominee] said {a}.", [("The nominee", 0.9)], id="unsure"),
        pytest.param("Ben Cole came. [A nominee] said {a}.", [("A nominee", 8.0)], id="indefinite"),
        pytest.param("Ben Cole came. [The nominees] said {a}.", [("The nominees", 8.0)], id="plural"),
        pytest.param("Ben Cole came. [The ministry] said {a}.", [("The ministry", 8.0)], id="no person"),
        pytest.param("Ben Cole came. [The spokeswoman] said {a}.", [("The spokeswoman", 8.0)], id="another gender"),
        pytest.param("Ben Cole came. [Norway's nominee] said {a}.", [("Norway's nominee", 8.0)], id="owned"),
        pytest.param(
            "Norwegian envoy Ben Cole came. [The French official] said {a}.",
            [("The French official", 8.0)],
            id="another country",
        ),
    ],
)
def test_a_role_speaks_for_itself_where_nobody_is_clearly_meant(marked: str, meant: list[tuple[str, float]]) -> None:
    found = names(marked, meant=[Meant(words, "Ben Cole", sure=sure) for words, sure in meant])
    assert found != ["Ben Cole"]
    assert found == names(marked)


@pytest.mark.parametrize(("behind", "expected"), [(0.5, "nominee"), (1.5, "Ben Cole")], ids=str)
def test_whom_the_reader_takes_a_role_for_is_clearly_ahead(behind: float, expected: str) -> None:
    marked = "Ben Cole met Ivo Lund. [The nominee] said {a}."
    meant = [Meant("The nominee", "Ben Cole", sure=4.0), Meant("The nominee", "Ivo Lund", sure=4.0 - behind)]
    assert names(marked, meant=meant) == [expected]


def test_the_same_person_named_twice_is_no_rival() -> None:
    marked = "Ben Cole came. Cole left. [The nominee] said {a}."
    meant = [Meant("The nominee", "Ben Cole"), Meant("The nominee", "Cole", antecedent_nth=1)]
    assert names(marked, meant=meant) == ["Ben Cole"]


def test_what_the_article_tells_comes_before_what_the_reader_takes_it_for() -> None:
    marked = "Mayor Ada Brook met Ben Cole. [The mayor] said {a}."
    assert names(marked, meant=[Meant("The mayor", "Ben Cole")]) == ["Ada Brook"]


def test_a_speaker_without_a_name_is_not_taken_for_a_role() -> None:
    marked = "[A spokesman] said {a}. [The nominee] said {b}."
    assert names(marked, meant=[Meant("The nominee", "A spokesman")]) == names(marked)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Critics", "generic"),
        ("Many", "generic"),
        ("Critics of the plan", "unnamed_group"),
        ("Some in the town", "unnamed_group"),
        ("Many who fled", "unnamed_group"),
        ("26%", "unnamed_group"),
        ("26 per cent", "unnamed_group"),
        ("About half", "unnamed_group"),
        ("12 in the town", "unnamed_group"),
        ("Neither side", "unnamed_group"),
        ("Both sides", "unnamed_group"),
        ("Neither of the two", "unnamed_group"),
        ("The 2031 campaign", "role_only"),
        ("The harvest", "role_only"),
    ],
    ids=str,
)
def test_a_word_for_nobody_is_generic_only_when_bare_and_a_number_is_a_group(source: str, kind: str) -> None:
    assert last(f"[{source}] said {{a}}.").kind == kind


SEEN = "They saw a Sorva Tribune poll today. "


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(SEEN + "[The poll] showed {a}.", "Sorva Tribune poll", id="the one"),
        pytest.param(SEEN + "[A poll] showed {a}. [The poll] showed {b}.", "Sorva Tribune poll", id="twice"),
        pytest.param(SEEN + "They saw a Brimlo News poll. [The poll] showed {a}.", "poll", id="one of two"),
        pytest.param(SEEN + "[Polls] showed {a}.", "Polls", id="several"),
        pytest.param(SEEN + "[The new Lodra poll] showed {a}.", "new Lodra poll", id="another name"),
        pytest.param("They saw a Norwegian report today. [The report] showed {a}.", "report", id="a country's"),
    ],
)
def test_a_poll_or_document_has_the_name_that_the_article_gives_one(marked: str, expected: str) -> None:
    assert last(marked).name == expected
