"""Speakers: whom sources stand for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Article, Span
from attribune.extract.speakers import find_speakers
from attribune.statement import Role, Statement
from tests.extract.staging import heard, last, names, staged

MAREK = "[General Ivo Marek, a senior Norwegian army official,] said {a}. "


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (MAREK + "[Marek] said {b}.", ["Ivo Marek", "Ivo Marek"]),
        ("The foreign minister, Lena Orlova, came. [Orlova] said {a}.", ["Lena Orlova"]),
        ("[Ludwig van der Meer] said {a}. [Van der Meer] said {b}. [Meer] said {c}.", ["Ludwig van der Meer"] * 3),
        ("[Hassan al-Karim] said {a}. [Karim] said {b}. [al-Karim] said {c}.", ["Hassan al-Karim"] * 3),
        ("[ANNA WEISS] said {a}. [Anna Weiss] said {b}. [Weiss] said {c}.", ["Anna Weiss"] * 3),
        ("[Jean-Luc Moreau-Petit] said {a}. [Moreau-Petit] said {b}.", ["Jean-Luc Moreau-Petit"] * 2),
        ("[J. R. Stone] said {a}. [Stone] said {b}.", ["J. R. Stone"] * 2),
        ("[Al Brook] said {a}. [Brook] said {b}.", ["Al Brook"] * 2),
        (
            "[Ivan Petrov] said {a}. His brother [Oleg Petrov] said {b}. [Petrov] said {c}.",
            ["Ivan Petrov", "Oleg Petrov", None],
        ),
        ("Oleg Petrov came. [Ivan Petrov] said {a}. [Petrov] said {b}.", ["Ivan Petrov"] * 2),
        ("Ivan Petrov came. Petrov saw Oleg Petrov. [Petrov] said {b}.", ["Ivan Petrov"]),
        ("Mr Ivan Petrov met Mrs Olga Petrov. [Mrs Petrov] said {c}.", ["Olga Petrov"]),
        ("[Valeska Paris] said {a}. [Paris] said {b}.", ["Valeska Paris"] * 2),
        ("[Brian Baker, an adviser,] said {a}. [Baker] said {b}.", ["Brian Baker"] * 2),
        ("[Jim O’Dell] said {a}. [O'Dell] said {b}.", ["Jim O’Dell"] * 2),
        ("[The New Lodra Times] reported {a}.", ["New Lodra Times"]),
        ("[New Foreign Minister Ada Lund] said {a}.", ["Ada Lund"]),
        ("[A baker] said {a}. [The baker] said {b}.", ["baker"] * 2),
    ],
    ids=str,
)
def test_a_surname_is_the_full_name(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


def test_a_person_has_role_affiliation_and_country() -> None:
    speaker = last("Colonel General Ivo Marek, a senior Norwegian General Staff official, left. [Marek] said {a}.")
    assert (speaker.kind, speaker.role) == ("named_person", "Colonel General, senior Norwegian General Staff official")
    assert (speaker.affiliation, speaker.country) == ("Norwegian General Staff", "NO")


def test_mentions_are_all_the_places_of_the_name_and_the_sources() -> None:
    marked = "[Marta Novak] said {a}. We saw Novak. [She] said {b}."
    article, _ = staged(marked)
    assert [span.of(article.text) for span in last(marked).mentions] == ["Marta Novak", "Novak", "She"]


@pytest.mark.parametrize(
    ("source", "name", "code"),
    [
        ("Moscow", "Russia", "RU"),
        ("The Kremlin", "Russia", "RU"),
        ("Washington", "United States", "US"),
        ("The US", "United States", "US"),
        ("Norway", "Norway", "NO"),
    ],
    ids=str,
)
def test_countries_and_capitals_are_governments(source: str, name: str, code: str) -> None:
    speaker = last(f"[{source}] said {{a}}.")
    assert (speaker.name, speaker.kind, speaker.role, speaker.country) == (name, "named_org", "government", code)


def test_one_government_is_one_speaker() -> None:
    assert len(heard("[Moscow] said {a}. [Russia] said {b}. [The Kremlin] said {c}.")[0]) == 1


def test_officials_of_a_country_are_not_its_government() -> None:
    speaker = last("[Washington] said {a}. [American officials] said {b}.")
    assert (speaker.name, speaker.kind, speaker.country) == ("American officials", "unnamed_group", "US")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Marta Novak] said {a}. [She] added {b}.", ["Marta Novak"] * 2),
        ("Marta Novak met Jana Kos. [She] said {a}.", ["Marta Novak"]),
        ("[Peter Lund] said {a}. [Marta Novak] said {b}. [He] said {c}.", ["Peter Lund", "Marta Novak", "Peter Lund"]),
        ("[Plesko] said {a}. [She] said {b}. [He] said {c}.", ["Plesko", "Plesko", None]),
        ("A day later [he] said {a}.", [None]),
        ("They saw Jana Kos's dog and Marta Novak's cat. [She] said {a}.", [None]),
        ("[Residents] said {a}. [They] added {b}.", ["Residents"] * 2),
        ("[The Northern Rail Company] said {a}. [It] added {b}. [They] added {c}.", ["Northern Rail Company"] * 3),
        ("[They] said {a}.", [None]),
        ("[A spokeswoman] said {a}. [He] said {b}. [She] said {c}.", ["spokeswoman", None, "spokeswoman"]),
        ('Marta Novak came. {"Jana Kos has been there the whole day,"} [she] said.', ["Marta Novak"]),
    ],
    ids=str,
)
def test_pronouns(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


def test_far_names_are_no_antecedents() -> None:
    assert names("Marta Novak came. " + "It rained. " * 9 + "[She] said {a}.") == [None]


def test_you_stands_for_nobody() -> None:
    assert last("[You] say {a}.").kind == "generic"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ('[Peter Lund] said: {"I think [we] believe {it is so at last}."}', ["Peter Lund", "Peter Lund"]),
        ('There was "a time when [we] believed {it is so}" here.', [None]),
        ('[They] said: {"I think [we] believe {it is so at last}."}', [None, None]),
        ("[I] think {this is wrong}.", ["the author"]),
        ('Ada Brook and Peter Lund met. [Lund] said: {"Once [he] thought {it might be so}."}', ["Peter Lund", None]),
    ],
    ids=str,
)
def test_the_first_person_belongs_to_the_quotation(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (MAREK + "[The Norwegian official] said {b}.", "Ivo Marek"),
        (MAREK + "[The general] said {b}.", "Ivo Marek"),
        (MAREK + "[The French official] said {b}.", "French official"),
        (MAREK + "[The tax official] said {b}.", "tax official"),
        (MAREK + "[The senior official] said {b}.", "Ivo Marek"),
        ("US Senator Tom Reed came. [The senator] said {a}.", "Tom Reed"),
        ("Mayor Ada Brook met Mayor Ben Cole. [The mayor] said {a}.", "mayor"),
        ("[The mayor] said {a}. Mayor Ada Brook came.", "mayor"),
        ("Malaysia's Prime Minister, Osman Lark, came. [Malaysia's prime minister] said {a}.", "Osman Lark"),
        ("[A senior official] said {a}. [The official] said {b}.", "senior official"),
        ("[A tall official] said {a}. [A short official] said {b}. [The official] said {c}.", "official"),
        ("[The Harbour Observatory (HO)] said {a}. [The observatory] said {b}.", "Harbour Observatory"),
        ("[The Northern Rail Bank] said {a}. [The group] said {b}.", "Northern Rail Bank"),
        (
            "[The Harbour Observatory for Sea Birds (HOSB)] said {a}. [HOSB] said {b}.",
            "Harbour Observatory for Sea Birds",
        ),
        (
            "[The Harbour Observatory for Sea Birds] said {a}. [The Observatory] said {b}.",
            "Harbour Observatory for Sea Birds",
        ),
        ("[A report] said {a}. [The report] said {b}.", "report"),
    ],
    ids=str,
)
def test_a_description_is_the_only_one_that_fits(marked: str, expected: str) -> None:
    assert last(marked).name == expected


@pytest.mark.parametrize(
    ("marked", "name", "affiliation"),
    [
        ("[Marek's spokesman] said {a}. Ivo Marek left.", "Ivo Marek's spokesman", "Ivo Marek"),
        ("Ben Cole stood up. [His office] said {a}.", "Ben Cole's office", "Ben Cole"),
        ("[The spokesman for Ivo Marek] said {a}.", "spokesman for Ivo Marek", "Ivo Marek"),
        (
            "[A senior official with the General Staff] said {a}.",
            "senior official with the General Staff",
            "General Staff",
        ),
        ("[The state's party leader] said {a}.", "state's party leader", None),
        ("[Our mayor] said {a}.", "Our mayor", None),
    ],
    ids=str,
)
def test_people_around_somebody_speak_for_themselves(marked: str, name: str, affiliation: str | None) -> None:
    speaker = last(marked)
    assert (speaker.name, speaker.affiliation) == (name, affiliation)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("A senior official", "unnamed_individual"),
        ("One resident", "unnamed_individual"),
        ("Residents", "unnamed_group"),
        ("Some analysts", "unnamed_group"),
        ("A group of activists", "unnamed_group"),
        ("The stones", "unnamed_group"),
        ("Critics", "generic"),
        ("Some", "generic"),
        ("People", "generic"),
        ("The letter", "document"),
        ("Polls", "poll_or_data"),
        ("The survey", "poll_or_data"),
        ("This newspaper", "author"),
        ("The Brook campaign", "named_org"),
        ("The campaign", "role_only"),
        ("The mayor", "role_only"),
        ("The stone", "role_only"),
        ("Norway and its allies", "unnamed_group"),
        ("Norwegians", "unnamed_group"),
        ("Reuters", "named_org"),
        ("The Blue Dunes", "named_org"),
    ],
    ids=str,
)
def test_voices_without_a_person_have_their_kind(source: str, kind: str) -> None:
    assert last(f"[{source}] said {{a}}.").kind == kind


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Peter Lund, a miller, [who] said {a}.", "Peter Lund"),
        ("It was Peter Lund [who] said {a}.", "Peter Lund"),
        ("Some villagers [who] said {a} left.", "Some villagers"),
        ("He met White House officials [who] said {a}.", "White House officials"),
        ("Then came villagers, [who] said {a}.", "villagers"),
        ("Near Peter Lund the miller came and an old man [who] said {a}.", "old man"),
        ("There came the head of the choir [who] said {a}.", "head of the choir"),
    ],
    ids=str,
)
def test_a_relative_pronoun_is_the_noun_before_it(marked: str, expected: str) -> None:
    assert last(marked).name == expected


@pytest.mark.parametrize(
    "marked",
    ["[Who] said {a}?", "It rained, [which] showed {a}.", "They said that [who] says {a}."],
    ids=str,
)
def test_a_relative_pronoun_may_mean_nobody(marked: str) -> None:
    assert names(marked) == [None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ('{"We are open,"} [Marta Novak] said.\n<"We shall stay open.">', ["Marta Novak"] * 2),
        ('[Marta Novak] said {it was open}.\n<"We shall stay open.">', ["Marta Novak", None]),
        ('{"We are open,"} [Marta Novak] said.\nIt rained.\n<"We shall stay open.">', ["Marta Novak", None]),
        ("[Marta Novak] said {it was open}. <Ten people were reported lost>.", ["Marta Novak", None]),
        ('<"We shall stay open.">', [None]),
    ],
    ids=["next paragraph", "after reported speech", "too far", "passive", "first"],
)
def test_a_quotation_goes_on_with_the_speaker_before(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


def test_a_sourceless_passive_says_so() -> None:
    _, statements = heard("<Ten people were reported lost>.")
    assert statements[0].reasons == ("the article names no source",)


def test_reasons_are_added_to_those_there() -> None:
    article, (statement,) = staged("[Marta Novak] said {a}.")
    before = Statement(0, statement.source, None, statement.content, "indirect", reasons=("so",))
    _, (after,) = find_speakers(article, [before])
    assert after.reasons == ("so", '"Marta Novak" is named')


def test_a_given_parent_tells_who_speaks_around() -> None:
    article, statements = staged('[Peter Lund] said: {"Now [we] believe so, at long last and for good"}. {It rained}.')
    inner = Statement(7, statements[1].source, None, statements[1].content, "indirect", parent=0)
    speakers, found = find_speakers(article, [statements[0], inner])
    assert found[1].speaker == found[0].speaker == 0
    assert speakers[0].name == "Peter Lund"


WORDS = [
    "Ada Brook",
    "Brook",
    "He",
    "she",
    "They",
    "the official",
    "a mayor",
    "Oslo",
    "who",
    "said",
    '"',
    ".",
    "\n",
    "🙂",
    "and",
    "I",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.data())
def test_every_source_gets_an_answer_with_a_reason(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=3, max_size=9)))
    spans = [Span(one, two) for one, two in pairwise(cuts) if one < two]
    statements = [
        Statement(number, Role((one,)), None, Role((two,)), "direct")
        for number, (one, two) in enumerate(pairwise(spans))
    ]
    speakers, found = find_speakers(Article(text), statements)
    assert len(found) == len(statements)
    assert all(one.reasons and (one.speaker is None or one.speaker < len(speakers)) for one in found)
    assert all(0 <= span.start <= span.end <= len(text) for one in speakers for span in one.mentions)


def test_many_namesakes_in_a_long_article_all_get_an_answer() -> None:
    lines = [
        f"[{'Ada Brook' if n % 2 else f'Ben{n} Smith'}] and Smith said {{a{n}}}. [She] said {{b}}." for n in range(1600)
    ]
    _, statements = heard("\n".join(lines))
    assert len(statements) == 3200
    assert all(one.reasons for one in statements)


def test_a_body_is_known_by_its_name_without_what_it_is_for() -> None:
    marked = (
        "The Norland Observatory for Clean Water came. [The Norland Observatory] said {a}. [The Observatory] said {b}."
    )
    assert names(marked) == ["Norland Observatory for Clean Water"] * 2


def test_where_a_body_is_based_is_no_part_of_its_name() -> None:
    marked = "[The Norland Observatory for Clean Water] said {a}. [The London-based Observatory] said {b}."
    assert names(marked) == ["Norland Observatory for Clean Water"] * 2
