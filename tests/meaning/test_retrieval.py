"""The retrieval measure (``quality.meaning``) on a corpus of our own, small enough to reckon by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from quality.meaning import Task, by_vectors, by_words, in_other_words, measure, read_task, score, shorten

from attribune.errors import NotFound
from tests.quality.corpus import write

INDEX = "Topic,File,Sentence Number\n30,1ecb,0\n30,2ecb,0\n30,2ecb,1\n"
NOTE = "T1\tContent 0 16\tthe quay reopens\nT2\tCue 17 21\tsaid\nE1\tCue:T2 Content:T1\n"


def document(*sentences: tuple[str, str]) -> str:
    """An ECB+ document of sentences, whose last word is the mention of the event that is named beside it."""
    tokens, marks, chains, at = [], [], [], 0
    for number, (text, event) in enumerate(sentences):
        for word in text.split():
            at += 1
            tokens.append(f'<token t_id="{at}" sentence="{number}">{word}</token>')
        marks.append(f'<ACTION_OCCURRENCE m_id="{at}"><token_anchor t_id="{at}"/></ACTION_OCCURRENCE>')
        chains.append(f'<CROSS_DOC_COREF r_id="{at}" note="{event}"><source m_id="{at}"/></CROSS_DOC_COREF>')
    inside = "".join((*tokens, "<Markables>", *marks, "</Markables><Relations>", *chains, "</Relations>"))
    return f"<Document>{inside}</Document>"


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Two articles on one collapse, a third topic that is not asked for, and a distractor."""
    write(tmp_path / "ecbplus" / "ECBplus_coreference_sentences.csv", INDEX)
    first = document(("The old bridge collapsed", "ACT1"), ("http : example.org bridge", "ACT2"))
    write(tmp_path / "ecbplus" / "30" / "30_1ecb.xml", first)
    second = document(("Steel spans gave way", "ACT1"), ("Divers searched", "ACT3"))
    write(tmp_path / "ecbplus" / "30" / "30_2ecb.xml", second)
    write(tmp_path / "ecbplus" / "2" / "2_1ecb.xml", document(("A band played", "ACT4")))
    write(tmp_path / "polnear" / "train" / "text" / "a.txt", "the quay reopens, said Ida Korvin.")
    write(tmp_path / "polnear" / "train" / "attributions" / "a_ada.ann", NOTE)
    return tmp_path


@pytest.fixture
def task(corpora: Path) -> Task:
    """The task of topic 30."""
    return read_task(corpora, [30])


def test_the_pool_holds_the_sentences_of_the_topics_and_the_distractors(task: Task):
    assert task.pool == ["The old bridge collapsed", "Steel spans gave way", "Divers searched", "the quay reopens"]


def test_a_query_has_an_answer_in_another_article(task: Task):
    assert task.asked() == ["The old bridge collapsed", "Steel spans gave way"]
    assert task.relevant.tolist() == [[False, True, False], [True, False, False]]
    assert task.barred.tolist() == [[True, False, False], [False, True, True]]


def test_a_short_query_is_its_first_content_words():
    text = 'The "old" bridge of Plesko collapsed, and eleven cars fell into cold water below'
    assert shorten(text) == "old bridge Plesko collapsed eleven cars fell"


def test_the_first_place_is_full_marks_and_the_second_half_a_reciprocal_rank(task: Task):
    best = score(task, np.array([[0, 3, 2, 1], [3, 0, 2, 1]]))
    assert best == {"recall": 100, "reciprocal rank": 100, "ndcg": 100}
    second = score(task, np.array([[0, 2, 3, 1], [2, 0, 0, 3]]))
    assert second["recall"] == 100
    assert second["reciprocal rank"] == 50
    assert second["ndcg"] == pytest.approx(100 / np.log2(3))


def test_other_words_leave_out_what_shares_two(task: Task):
    other, kept = in_other_words(task)
    assert kept.tolist() == [True, True]
    assert np.array_equal(other.relevant, task.relevant)


def test_word_overlap_ranks_rare_words_first():
    scores = by_words(["a bridge fell", "a bridge stood", "divers searched"])(["bridges falling", "searching"])
    assert scores[0].tolist() == [scores[0, 1], scores[0, 1], 0]
    assert scores[1].argmax() == 2


def test_all_figures_are_there_for_vectors_and_for_words(task: Task):
    def letters(texts: list[str]) -> np.ndarray:
        return np.array([[text.lower().count(letter) for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts])

    for prepare in (by_vectors(letters), by_words):
        figures = measure(task, prepare)
        assert len(figures) == 9
        assert all(0 <= figure <= 100 for figure in figures.values())


def test_a_missing_corpus_is_named(tmp_path: Path):
    with pytest.raises(NotFound, match=r"no ECB\+"):
        read_task(tmp_path, [30])
