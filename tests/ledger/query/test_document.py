from __future__ import annotations

from attribune.ledger.query import BREAK, Document, Facts, matches, parse

STATEMENT = Document(
    content="Two bridges fell",
    speaker=("Mira Danek", "mayor of Al Vantar"),
    cue="said",
    outlet="Vantar Post",
    cue_class="say",
    quote="direct",
    commitment="certain",
    distance="neutral",
    kind="named_person",
    places=("Al Vantar", "Orlo"),
    countries=("SY",),
    of=("bridges",),
    counts=("other",),
    speaker_id=12,
)


def test_terms_stand_behind_the_prefix_of_their_field() -> None:
    assert STATEMENT.terms() == (
        *("two", "bridg", "fell"),
        *("s_mira", "s_danek", BREAK, "s_mayor", "s_of", "s_al", "s_vantar", BREAK),
        *("q_said", BREAK, "o_vantar", "o_post", BREAK),
        *("p_al", "p_vantar", BREAK, "p_orlo", BREAK, "f_bridg", BREAK),
        *("p__sy", "n_other", "c_say", "k_direct", "m_certain", "d_neutral", "t_named_person", "i_12", BREAK),
    )


def test_no_phrase_reaches_over_two_values() -> None:
    assert matches(parse('speaker:"mira danek"'), STATEMENT.terms(), Facts())
    assert not matches(parse('speaker:"danek mayor"'), STATEMENT.terms(), Facts())
    assert not matches(parse('place:"vantar orlo"'), STATEMENT.terms(), Facts())


def test_a_country_is_not_a_word_of_a_place() -> None:
    assert matches(parse("place:SY"), STATEMENT.terms(), Facts())
    assert not matches(parse("place:AL"), STATEMENT.terms(), Facts())
    assert matches(parse('place:"al"'), STATEMENT.terms(), Facts())


def test_what_is_not_known_has_no_term() -> None:
    assert Document("Rain").terms() == ("rain", "c_other", "k_indirect", "m_unknown", "d_neutral", BREAK)
