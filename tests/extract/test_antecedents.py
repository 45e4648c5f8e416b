"""Pronouns, where the reader's heads say whom they may mean."""

from __future__ import annotations

import pytest

from tests.extract.staging import heard, names
from tests.scored import Meant

TWO_WOMEN = "Marta Novak met Jana Kos. [She] said {a}."


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        pytest.param(0.0, "Marta Novak", id="nothing said: the subject"),
        pytest.param(2.7, None, id="as likely as the subject"),
        pytest.param(8.0, "Jana Kos", id="clearly the other"),
    ],
)
def test_the_readers_odds_are_weighed_against_salience(sure: float, expected: str | None) -> None:
    assert names(TWO_WOMEN, meant=[Meant("She", "Jana Kos", sure=sure)]) == [expected]


def test_the_best_of_several_mentions_of_a_person_counts() -> None:
    marked = "Jana Kos came. Marta Novak met Kos. [She] said {a}."
    assert names(marked, meant=[Meant("She", "Kos", sure=12.0)]) == ["Jana Kos"]


def test_somebody_of_another_gender_is_never_meant() -> None:
    assert names("Marta Novak met Ben Cole. [She] said {a}.", meant=[Meant("She", "Ben Cole")]) == ["Marta Novak"]


def test_the_speaker_around_is_never_meant() -> None:
    marked = 'Peter Lund came. [Ben Cole] said: {"Well, [he] thinks {it is so} and that is all there is."}'
    assert names(marked, meant=[Meant("he", "Ben Cole")])[-1] == "Peter Lund"


def test_who_is_open_could_be_two() -> None:
    _, (statement,) = heard(TWO_WOMEN, meant=[Meant("She", "Jana Kos", sure=2.7)])
    assert statement.reasons[-1] == '"She" could be Marta Novak or Jana Kos'


def test_who_spoke_last_is_not_meant_where_the_reader_knows_better() -> None:
    marked = "[A spokeswoman] said {a}. Marta Novak came. [She] said {b}."
    assert names(marked)[-1] == "spokeswoman"
    assert names(marked, meant=[Meant("She", "Marta Novak")])[-1] == "Marta Novak"


def test_a_speaker_without_a_name_can_be_meant() -> None:
    marked = "[A spokeswoman] said {a}. [Marta Novak] said {b}. [She] said {c}."
    assert names(marked)[-1] == "Marta Novak"
    assert names(marked, meant=[Meant("She", "A spokeswoman")])[-1] == "spokeswoman"
