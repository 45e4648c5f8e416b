"""All that follows from one article's scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from attribune.article import Span
from attribune.extract import Extraction, extract, find_statements
from attribune.extract.conditions import TURNS
from attribune.extract.nested import REASON
from attribune.reader.heads import WordScores
from attribune.statement import Role, Statement
from tests.builders import a_statement, an_article
from tests.scored import Marked, Meant, Tagged, some_scores, some_words

TEXT = (
    "Ida Korvin said that 12 boats had left Oslo.\n"
    "A clerk, who asked not to be named because she was shy, said it rained.\n"
    "Some 40 people fled."
)
KORVIN = Marked("said", "Ida Korvin", ("that 12 boats had left Oslo",))
CLERK = Marked("said", "A clerk", ("it rained",), nth=1)


def extracted(
    text: str, *marked: Marked, words: WordScores | None = None, inner: Sequence[Statement] = ()
) -> Extraction:
    article = an_article(text)
    scores = some_scores(article, *marked, words=words)
    return extract(article, scores, [*find_statements(article, scores), *inner])


def test_statements_have_speakers_stance_and_details() -> None:
    words = some_words(an_article(TEXT), places=[Tagged("Oslo", "place")])
    found = extracted(TEXT, KORVIN, CLERK, words=words)
    first, second = found.statements
    assert [one.name for one in found.speakers] == ["Ida Korvin", "clerk"]
    assert (first.speaker, first.stance.cue_class, second.speaker) == (0, "say", 1)
    assert [one.low for one in first.figures] == [12]
    assert [one.country for one in first.where] == ["NO"]


def test_the_outlets_own_figures_are_apart() -> None:
    assert [one.low for one in extracted(TEXT, KORVIN, CLERK).figures] == [40]


def test_who_has_no_name_is_marked() -> None:
    first, second = extracted(TEXT, KORVIN, CLERK).speakers
    assert first.anonymity is None
    assert second.anonymity is not None
    assert second.anonymity.reason is not None
    assert second.anonymity.reason.of(TEXT) == "because she was shy"


def test_what_the_reader_takes_a_name_for_tells_its_kind() -> None:
    text = "They say Plesko Dune stayed. Plesko Dune said it rained."
    marked = Marked("said", "Plesko Dune", ("it rained",))
    words = some_words(
        an_article(text), names=[Tagged("Plesko Dune", "Organization"), Tagged("Plesko Dune", "Organization", 1)]
    )
    kinds = [extracted(text, marked, words=scored).speakers[0].kind for scored in (None, words)]
    assert kinds == ["named_person", "named_org"]


def test_whom_a_pronoun_means_is_told_by_the_readers_links() -> None:
    text = "Marta Novak met Jana Kos. She said it rained."
    words = some_words(an_article(text), meant=[Meant("She", "Jana Kos")])
    marked = Marked("said", "She", ("it rained",))
    names = [extracted(text, marked, words=scored).speakers[0].name for scored in (None, words)]
    assert names == ["Marta Novak", "Jana Kos"]


def test_the_kind_of_a_speaker_tells_what_a_cue_does() -> None:
    text = "The report found that it rained. Ida Korvin found that it snowed."
    marked = Marked("found", "The report", ("that it rained",)), Marked("found", "Korvin", ("that it snowed",), nth=1)
    assert [one.stance.cue_class for one in extracted(text, *marked).statements] == ["show", "reveal_announce"]


def test_in_an_unusual_text_every_statement_is_less_sure() -> None:
    text = "Ada: Korvin said it rained.\nBen: yes.\nAda: it did.\nBen: it did."
    (one,) = extracted(text, Marked("said", "Korvin", ("it rained",))).statements
    assert one.confidence == pytest.approx(0.9 * TURNS.factor)
    assert TURNS.reason in one.reasons


INNER = "Ida Korvin said it rained and that {source} believed it would snow."


@pytest.mark.parametrize(
    ("source", "count"), [pytest.param("Korvin", 1, id="an echo"), pytest.param("Ben Cole", 2, id="somebody else")]
)
def test_what_a_speaker_says_of_itself_is_said_once(source: str, count: int) -> None:
    text = INNER.format(source=source)
    article = an_article(text)
    host = Marked("said", "Ida Korvin", (f"it rained and that {source} believed it would snow",))
    nested = a_statement(article, "it would snow", id=1, parent=0, speaker=None, reasons=(REASON,))
    spoken = Span(text.rindex(source), text.rindex(source) + len(source))
    found = extracted(text, host, inner=[replace(nested, source=Role((spoken,)))])
    assert len(found.statements) == count


def test_a_head_that_tells_its_speaker_by_a_role_has_the_one_named_below() -> None:
    text = "Woman says 12 boats left Oslo at night\nThen 12 boats left Oslo at night, Ida Korvin said."
    marked = (
        Marked("says", "Woman", ("12 boats left Oslo at night",)),
        Marked("said", "Ida Korvin", ("Then 12 boats left Oslo at night",)),
    )
    first, second = extracted(text, *marked).statements
    assert first.repeats == second.id
    assert first.speaker == second.speaker


def test_an_empty_article_has_nothing() -> None:
    assert extracted("") == Extraction((), ())
