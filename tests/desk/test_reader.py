"""The open reader, end to end on small texts of our own."""

from __future__ import annotations

import pickle
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import attribune
from attribune.article import Article, Span
from attribune.desk import Reader
from attribune.errors import InputError, ReaderError
from attribune.reading import Reading
from attribune.statement import Role, Statement

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
    for speaker in reading.speakers:
        assert all(Span(0, len(text)).covers(mention) for mention in speaker.mentions)


def test_a_misspelt_path_is_not_taken_for_text() -> None:
    with pytest.raises(InputError, match="artcle"):
        attribune.read("artcle.txt")
