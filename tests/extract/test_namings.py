"""Names of speakers: whole, of the right kind, and free of what stands around them."""

from __future__ import annotations

import pytest

from tests.extract.staging import heard, last, names


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Veskia's Interior Ministry] said {a}. [The ministry] said {b}.", ["Veskia's Interior Ministry"] * 2),
        (
            "[Veskia's Interior Ministry] said {a}. [The Interior Ministry] said {b}.",
            ["Veskia's Interior Ministry"] * 2,
        ),
        ("[Norway] said {a}. [Its Defence Ministry] said {b}.", ["Norway", "Norway's Defence Ministry"]),
        ("[Its Defence Ministry] said {a}.", ["Defence Ministry"]),
        ("[The Interior Ministry on Wednesday] said {a}.", ["Interior Ministry"]),
        ("It was Veskia's Harbour [Ministry] that said {a}.", ["Harbour Ministry"]),
        ("[The Republic of Marland, which is small,] said {a}. [Marland] said {b}.", ["Republic of Marland"] * 2),
        ("[The F.B.X.] said {a}.", ["F.B.X."]),
        ("[MARLAND] CLOSES {a}\nThe port of Marland was shut.", ["Marland"]),
        ("[NATO] said {a}.", ["NATO"]),
        (
            "[The Harbour Ministry] Monday said {a}. Ada Brook Tuesday left. [Brook] said {b}.",
            ["Harbour Ministry", "Ada Brook"],
        ),
        (
            "[Norway's government] said {a}. [Its Defence Ministry] said {b}.",
            ["Norway's government", "Norway's Defence Ministry"],
        ),
    ],
    ids=str,
)
def test_an_organisation_has_its_whole_name(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "name", "role"),
    [
        (
            "[The director of St. Ada Hospital, Dr. Ivo Marek,] said {a}.",
            "Ivo Marek",
            "Dr., director of St. Ada Hospital",
        ),
        ("[its headmistress, Jana Kos] said {a}.", "Jana Kos", None),
        ("Then [its headmistress, Jana Kos] said {a}.", "Jana Kos", "headmistress"),
        ("[Her uncle, the baker Peter Lund,] said {a}.", "Peter Lund", "baker"),
        ("[One of the town's bakers, Peter Lund,] said {a}.", "Peter Lund", None),
        ("[A former candidate -- Peter Lund, who lost --] said {a}.", "Peter Lund", None),
        ("[Mayor Ada Brook, R-Ohio,] said {a}.", "Ada Brook", "Mayor"),
        ("[Undersecretary for Education Mr. Lund] said {a}.", "Lund", "Undersecretary for Education"),
        ('[Oskar "Little Drum" Lund, a ferryman,] said {a}.', "Oskar Lund", "ferryman"),
        ('[Oskar "Little Drum"] Lund said {a}.', "Oskar Lund", None),
        ("Chairwoman Ada Zimmerman Brook came. [Zimmerman Brook] said {a}.", "Ada Zimmerman Brook", "Chairwoman"),
    ],
    ids=str,
)
def test_a_person_named_after_a_description_has_the_name(marked: str, name: str, role: str | None) -> None:
    speaker = last(marked)
    assert (speaker.kind, speaker.name) == ("named_person", name)
    if role:
        assert speaker.role == role


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("A poll published on Wednesday", "poll", "poll_or_data"),
        ("A Marland University poll this month", "Marland University poll", "poll_or_data"),
        ("An engineer at the mill, who asked not to be named,", "engineer at the mill", "unnamed_individual"),
        ("A retired gunner", "retired gunner", "unnamed_individual"),
        ("A tower", "tower", "role_only"),
        ("Friends, Ada Brook", "Friends, Ada Brook", "unnamed_group"),
    ],
    ids=str,
)
def test_a_description_ends_before_clauses_and_days(source: str, name: str, kind: str) -> None:
    speaker = last(f"[{source}] said {{a}}.")
    assert (speaker.name, speaker.kind) == (name, kind)


def test_a_country_is_no_person() -> None:
    speaker = last("It rained in Veskia. Veskian ships left. [Veskia] said {a}.")
    assert (speaker.kind, speaker.reasons) == (
        "named_org",
        ('"Veskia" is taken for a country or place: the article has "Veskian" too',),
    )


def test_a_surname_without_any_sign_says_so() -> None:
    assert last("[Plesko] said {a}.").reasons == ('"Plesko" is named; the article does not tell that it is no person',)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[A driver who was there, and [who] asked {x}] said {a}.", ["driver who was there"] * 2),
        ("There was a driver who was late, and [who] asked {x}.", ["driver"]),
        ("There was an engineer at the town's mill, [who] asked {x}.", ["engineer at the town's mill"]),
        ("It rained and [who] asked {x}.", [None]),
    ],
    ids=str,
)
def test_a_second_relative_clause_has_the_same_speaker(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


def test_a_statement_without_source_does_not_break_a_chain() -> None:
    marked = '{"We are open,"} [Ada Brook] said. <Ten were reported lost>.\n"It was long."\n<"We shall stay open.">'
    assert names(marked) == ["Ada Brook", None, "Ada Brook"]


def test_an_unnamed_person_is_whom_a_pronoun_means() -> None:
    marked = "[Peter Lund] said {a}. He left.\n[A retired gunner] said {b}. Asked <whether it fell>, [he] shrugged {c}."
    assert names(marked) == ["Peter Lund", "retired gunner", None, "retired gunner"]


def test_a_source_that_lists_names_stays_whole() -> None:
    assert heard("[Ada Brook, Lund] said {a}.")[0][0].kind == "unnamed_group"
