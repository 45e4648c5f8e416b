"""The open reader, end to end on small texts of our own."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import attribune
from attribune.article import Article, Span
from attribune.desk import Reader
from attribune.errors import InputError, ReaderError
from attribune.reader.scores import Scores
from attribune.reader.tokens import Tokens
from attribune.reading import Reading
from attribune.statement import Role, Statement
from tests.builders import READER
from tests.scored import Marked, some_scores

NEWS = (
    "Kaldria says 31 killed in bridge strike\n\n"
    'LODRA (SNA) — "We counted every one of them," Interior Ministry spokeswoman Renata Olk said on Tuesday. '
    '"We will count again."\n\n'
    "She added that seven of the dead were children.\n\n"
    "According to the Marvenian army, all of the dead were fighters.\n\n"
    "The so-called “Needle” had stood for 140 years."
)


@cache
def the_reader() -> Reader:
    return Reader.open()


def the_reading() -> Reading:
    return the_reader().read(Article(NEWS))


def roles(statement: Statement) -> list[Role]:
    return [role for role in (statement.source, statement.cue, statement.content) if role]


def test_every_statement_has_its_words_and_its_speaker() -> None:
    reading = the_reading()
    found = {
        one.content.text(NEWS): (speaker.name if (speaker := reading.speaker_of(one)) else None)
        for one in reading.statements
    }
    assert found['"We counted every one of them," … "We will count again."'] == "Renata Olk"
    assert found["that seven of the dead were children"] == "Renata Olk"
    assert found["all of the dead were fighters"] == "Marvenian army"


def test_scare_quotes_are_no_statement() -> None:
    assert not any("Needle" in one.content.text(NEWS) for one in the_reading().statements)


def test_the_same_article_gives_the_same_reading() -> None:
    assert the_reading().to_dict() == the_reading().to_dict()


def test_a_text_in_another_language_is_rejected_with_the_reason() -> None:
    reading = the_reader().read(Article("Der Minister sagte, die Brücke sei eingestürzt.", language="de"))
    assert reading.statements == ()
    assert [one.stage for one in reading.rejections] == ["language"]


def test_articles_stream_in_order() -> None:
    articles = [Article("Korvin said it rained."), Article("Nothing."), Article("Lund said it snowed.")]
    assert [one.article for one in the_reader().stream(articles)] == articles


def test_a_reading_can_go_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(the_reading())) == the_reading()


def test_a_missing_reader_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="no reader in"):
        Reader.open(tmp_path)


def test_read_takes_text() -> None:
    assert len(attribune.read(NEWS).statements) >= 3


def test_read_takes_a_path(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(NEWS, encoding="utf-8")
    assert attribune.read(str(path)).article.file == attribune.read(path).article.file == str(path)


def test_read_raises_where_there_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        attribune.read(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="no article"):
        attribune.read(Path(_empty_list(tmp_path)))


def _empty_list(folder: Path) -> Path:
    path = folder / "none.json"
    path.write_text("[]")
    return path


def test_the_package_offers_what_it_says() -> None:
    assert all(getattr(attribune, name) is not None for name in attribune.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = attribune.nothing


WORDS = st.sampled_from(
    ["said", "Korvin", "told", '"', "“", "”", "'", "according to", ",", ".", "\n", "the bridge fell", "🌉", "é",
     "\u0301", "هو قال", "that", "he", "denied", "«", "»", "`", "\u200f", "(", ":", "—", "31", "x" * 40]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_gives_spans_inside_it_that_hold_what_is_printed(text: str) -> None:
    article = Article(text)
    reading = the_reader().read(article)
    for role in (role for one in reading.statements for role in roles(one)):
        assert all(0 <= span.start < span.end <= len(text) for span in role.spans)
        assert list(role.spans) == sorted(role.spans)
    for one in reading.to_dict()["statements"]:
        for role in filter(None, (one["source"], one["cue"], one["content"])):
            assert role["text"] == " … ".join(text[start:end] for start, end in role["spans"])
        for detail in (*one["figures"], *one["when"], *one["where"]):
            assert detail["text"] == text[slice(*detail["span"])]
    for speaker in reading.speakers:
        assert all(Span(0, len(text)).covers(mention) for mention in speaker.mentions)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_texts_statements_are_numbered_and_point_to_each_other(text: str) -> None:
    reading = the_reader().read(Article(text))
    numbers = range(len(reading.statements))
    assert [one.id for one in reading.statements] == list(numbers)
    assert [one.start for one in reading.statements] == sorted(one.start for one in reading.statements)
    for one in reading.statements:
        assert all(other is None or (other in numbers and other != one.id) for other in (one.parent, one.repeats))
        assert one.speaker is None or one.speaker < len(reading.speakers)
        assert 0 <= one.confidence <= 1


def test_a_misspelt_path_is_not_taken_for_text() -> None:
    with pytest.raises(InputError, match="artcle"):
        attribune.read("artcle.txt")


@dataclass(frozen=True)
class Told:
    """A predictor that says of articles and of excerpts what it was told."""

    marked: tuple[Marked, ...] = ()
    inner: tuple[Marked, ...] = ()
    read: list[int] = field(default_factory=list)

    def scores(self, article: Article) -> Scores:
        return some_scores(article, *self.marked)

    def attributions(self, tokens: Tokens, text: str) -> Scores:
        self.read.append(len(tokens))
        return some_scores(Article(text), *self.inner, tokens=tokens)


REPORT = "Ida Korvin said the mayor had told them that 12 boats left. Some 40 people fled."
KORVIN = Marked("said", "Ida Korvin", ("the mayor had told them that 12 boats left",))
MAYOR = Marked("had told", "the mayor", ("that 12 boats left",))


def reading_of(predictor: Told, text: str = REPORT) -> Reading:
    return Reader(predictor, READER, "none").read(Article(text))  # type: ignore[arg-type]


def test_what_is_reported_inside_somebodys_words_is_a_statement() -> None:
    reading = reading_of(Told((KORVIN,), (MAYOR,)))
    assert [reading.chain_of(one) for one in reading.statements] == [
        ("the outlet", "Ida Korvin"),
        ("the outlet", "Ida Korvin", "mayor"),
    ]


def test_a_figure_belongs_to_the_statement_inside_another() -> None:
    reading = reading_of(Told((KORVIN,), (MAYOR,)))
    assert [[one.low for one in statement.figures] for statement in reading.statements] == [[], [12]]
    assert [one.low for one in reading.figures] == [40]


def test_contents_are_read_again_once_and_alone() -> None:
    predictor = Told((KORVIN,), (MAYOR,))
    reading_of(predictor)
    assert predictor.read == [9]


def test_contents_that_report_nobody_are_not_read_again() -> None:
    predictor = Told((Marked("said", "Ida Korvin", ("12 boats left",)),))
    reading_of(predictor, "Ida Korvin said 12 boats left.")
    assert predictor.read == []


def test_what_a_speaker_reports_of_itself_is_one_statement() -> None:
    text = "Ida Korvin said Korvin had told them that 12 boats left."
    host = Marked("said", "Ida Korvin", ("Korvin had told them that 12 boats left",))
    nested = Marked("had told", "said Korvin", ("that 12 boats left",))
    assert len(reading_of(Told((host,), (nested,)), text).statements) == 1


def test_a_reading_names_its_reader() -> None:
    assert reading_of(Told()).reader == READER


def test_the_shipped_reader_finds_what_is_reported_inside_somebodys_words() -> None:
    text = "Ida Korvin said on Monday that the mayor had told reporters that the bridge was closed."
    reading = the_reader().read(Article(text))
    outer, inner = reading.statements
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert inner.content.text(text) == "that the bridge was closed"
