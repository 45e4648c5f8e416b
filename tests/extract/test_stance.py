"""Stance: class, commitment and distance from cue and content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Span
from attribune.extract.stance import read_stance
from attribune.statement import Quote, Role, SpeakerKind, Stance


def stance(
    cue: str | None,
    content: str = "the bridge was closed",
    quote: Quote = "indirect",
    kind: SpeakerKind | None = None,
) -> Stance:
    return read(cue, content, quote, kind)[0]


def read(
    cue: str | None, content: str, quote: Quote = "indirect", kind: SpeakerKind | None = None
) -> tuple[Stance, tuple[str, ...]]:
    text = f"{cue or ''} {content}"
    start = len(cue or "") + 1
    role = Role((Span(0, len(cue)),)) if cue else None
    return read_stance(text, role, Role((Span(start, len(text)),)), quote, kind)


@pytest.mark.parametrize(
    ("cue", "cue_class"),
    [
        ("said", "say"),
        ("noted", "say"),
        ("according to", "say"),
        ("said in a statement", "say"),
        ("went on to say", "say"),
        ("pointed out", "say"),
        ("also told", "say"),
        ("claimed", "claim"),
        ("has repeatedly insisted", "claim"),
        ("denied", "deny"),
        ("ruled out", "deny"),
        ("declined", "deny"),
        ("accused", "accuse"),
        ("was charged with", "accuse"),
        ("slammed", "criticise"),
        ("took issue with", "criticise"),
        ("expressed concern", "criticise"),
        ("has endorsed", "praise_support"),
        ("voted for", "praise_support"),
        ("conceded", "admit"),
        ("has vowed", "promise_vow"),
        ("offered", "promise_vow"),
        ("warned", "warn_threaten"),
        ("is widely expected", "predict"),
        ("asked about", "ask_demand"),
        ("called for", "ask_demand"),
        ("ordered", "order_rule"),
        ("confirmed", "confirm"),
        ("announced", "reveal_announce"),
        ("thinks", "believe_think"),
        ("wants", "want_plan"),
        ("fears", "feel"),
        ("were aware", "know_perceive"),
        ("shows", "show"),
        ("accusation", "accuse"),
        ("the criticism of", "criticise"),
        ("zigzagged", "other"),
    ],
)
def test_a_cue_has_its_class(cue: str, cue_class: str) -> None:
    assert stance(cue).cue_class == cue_class


@pytest.mark.parametrize(
    ("cue", "content", "cue_class"),
    [
        ("charged", "that the vote was bought", "accuse"),
        ("held", "that the contract was void", "claim"),
        ("maintained", "that he was at home", "claim"),
        ("put", "the keys on the table", "other"),
        ("put", '"we are done here" on a poster', "say"),
    ],
)
def test_some_verbs_report_only_before_a_clause(cue: str, content: str, cue_class: str) -> None:
    assert stance(cue, content).cue_class == cue_class


@pytest.mark.parametrize(
    ("cue", "content", "commitment"),
    [
        ("said", "the bridge was closed", "certain"),
        ("said", "the bridge may be closed", "possible"),
        ("said", "on 3 May the bridge was closed", "certain"),
        ("said", "it is likely to rain", "probable"),
        ("said", "the likely winner was tired", "certain"),
        ("said", "the mayor knew that rain could come", "certain"),
        ("said", "the guards could not see the river", "certain"),
        ("said", "the dam appears to hold", "probable"),
        ("believes", "the bridge was closed", "probable"),
        ("suspects", "the bridge was closed", "possible"),
        ("hinted", "that the bridge was closed", "possible"),
        ("denied", "that the bridge was closed", "denied"),
        ("did not deny", "that the bridge was closed", "possible"),
        ("refused to rule out", "a strike", "possible"),
        ("doesn't believe", "that the bridge was closed", "denied"),
        ("has not confirmed", "that the bridge was closed", "unknown"),
        ("refused to say", "where the money went", "unknown"),
        ("declined to comment", "on the money", "unknown"),
        ("asked", "whether the bridge was closed", "asked"),
        ("vowed", "to reopen the bridge", "promised"),
        ("threatened", "to close the bridge", "promised"),
        ("called on", "the council to reopen the bridge", "demanded"),
        ("predicted", "the bridge would fall", "probable"),
        ("hoped", "the bridge would stand", "possible"),
        ("wanted", "a new bridge", "unknown"),
    ],
)
def test_commitment(cue: str, content: str, commitment: str) -> None:
    assert stance(cue, content).commitment == commitment


def test_a_quoted_question_is_asked() -> None:
    assert stance("said", '"Is the bridge closed?"', "direct").commitment == "asked"


@pytest.mark.parametrize(
    ("cue", "distance"),
    [
        ("said", "neutral"),
        ("claimed", "distancing"),
        ("alleged", "distancing"),
        ("reportedly", "distancing"),
        ("confirmed", "endorsing"),
        ("revealed", "endorsing"),
        ("pointed out", "endorsing"),
        ("acknowledged", "endorsing"),
        ("argued", "neutral"),
    ],
)
def test_distance(cue: str, distance: str) -> None:
    assert stance(cue).distance == distance


@pytest.mark.parametrize(
    ("cue", "quote", "expected"),
    [
        (None, "direct", Stance("say", "certain", "neutral")),
        (None, "indirect", Stance("other", "unknown", "neutral")),
        (":", "indirect", Stance("say", "certain", "neutral")),
        ("zigzagged", "direct", Stance("say", "certain", "neutral")),
    ],
)
def test_without_a_known_cue_a_quotation_is_said(cue: str | None, quote: Quote, expected: Stance) -> None:
    assert stance(cue, '"so it is"', quote) == expected


def test_every_part_of_the_stance_has_its_reason() -> None:
    _, reasons = read("has not claimed", "that the bridge was closed")
    assert reasons == (
        'the cue "claim" is of the class claim',
        '"not" negates the cue',
        'with "claim" the outlet keeps its distance',
    )


def test_an_endorsing_cue_says_so() -> None:
    assert '"confirm" takes what is said as a fact' in read("confirmed", "that it may be closed")[1]


@given(st.text(), st.text(min_size=1), st.sampled_from(["direct", "mixed", "indirect"]))
def test_any_text_has_a_stance_and_a_reason(cue: str, content: str, quote: Quote) -> None:
    _, reasons = read(cue or None, content, quote)
    assert reasons


@pytest.mark.parametrize(
    ("cue", "commitment"),
    [
        ("have no doubt", "certain"),
        ("did not doubt", "certain"),
        ("never doubted", "certain"),
        ("had little doubt", "probable"),
        ("doubted", "denied"),
        ("could not deny", "certain"),
        ("never denied", "possible"),
        ("did not deny", "possible"),
        ("cannot rule out", "possible"),
    ],
    ids=str,
)
def test_a_negated_doubt_is_none(cue: str, commitment: str) -> None:
    assert stance(cue, "that the bridge was closed").commitment == commitment


@pytest.mark.parametrize(
    ("cue", "kind", "cue_class"),
    [
        ("found", "document", "show"),
        ("found", "poll_or_data", "show"),
        ("found", "named_person", "reveal_announce"),
        ("found", None, "reveal_announce"),
        ("suggests", "document", "show"),
        ("suggests", "role_only", "claim"),
        ("gave", "poll_or_data", "show"),
        ("in", "poll_or_data", "show"),
        ("said", "document", "say"),
        ("warned", "document", "warn_threaten"),
    ],
    ids=str,
)
def test_a_document_or_poll_shows_what_it_finds(cue: str, kind: SpeakerKind | None, cue_class: str) -> None:
    assert stance(cue, "that 40 had left", kind=kind).cue_class == cue_class


def test_what_a_document_shows_is_as_firm_as_its_verb() -> None:
    assert stance("suggests", "that 40 had left", kind="document") == Stance("show", "possible", "neutral")


ASKED = Stance("ask_demand", "demanded", "neutral")


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("suggested", "that the bridge should be closed", ASKED),
        ("his proposal", "that the bridge should be closed", ASKED),
        ("argued", "the bridge should be closed", ASKED),
        ("suggested", "that the bridge was closed", Stance("claim", "possible", "neutral")),
        ("suggested", "that it fell because nobody should cross it", Stance("claim", "possible", "neutral")),
        ("said", "that the bridge should be closed", Stance("say", "certain", "neutral")),
    ],
    ids=str,
)
def test_what_is_suggested_with_should_is_asked_for(cue: str, content: str, expected: Stance) -> None:
    assert stance(cue, content) == expected


def test_a_document_too_asks_for_what_it_suggests_should_be_done() -> None:
    assert stance("suggests", "that the bridge should be closed", kind="document") == ASKED


@pytest.mark.parametrize(
    ("cue", "content", "cue_class", "commitment"),
    [
        ("agreed", "to close the bridge", "promise_vow", "promised"),
        ("did not agree", "to close the bridge", "promise_vow", "unknown"),
        ("agreed", "that the bridge was closed", "confirm", "certain"),
        ("agreed", "tonight the bridge was closed", "praise_support", "certain"),
        ("refused", "to close the bridge", "deny", "denied"),
    ],
    ids=str,
)
def test_who_agrees_to_do_something_promises_it(cue: str, content: str, cue_class: str, commitment: str) -> None:
    found = stance(cue, content)
    assert (found.cue_class, found.commitment) == (cue_class, commitment)
