"""What was written in place of what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Span
from attribune.link.edits import LONGEST, find_edits
from attribune.link.words import words_of
from attribune.statement import Role


def edits(old: str, new: str) -> list[tuple[str, str]]:
    words = [words_of(Role((Span(0, len(text)),)), text) for text in (old, new)]
    return [
        (" … ".join(span.of(old) for span in edit.old), " … ".join(span.of(new) for span in edit.new))
        for edit in find_edits(words[0], words[1])
    ]


def test_a_replaced_word_is_a_pair() -> None:
    assert edits("at least 12 people died", "at least 14 people died") == [("12", "14")]


def test_added_and_removed_words_have_an_empty_side() -> None:
    assert edits("two men died", "two young men") == [("", "young"), ("died", "")]


def test_numbers_with_commas_are_one_word() -> None:
    assert edits("1,200 fled", "1,250 fled") == [("1,200", "1,250")]


def test_punctuation_space_and_case_are_no_edit() -> None:
    assert edits("“We will win,”", "we  WILL win") == []


def test_an_edit_over_two_fragments_has_two_spans() -> None:
    text, new = "we will she said win", "we lose"
    old = words_of(Role((Span(0, 7), Span(17, 20))), text)
    (edit,) = find_edits(old, words_of(Role((Span(0, 7),)), new))
    assert [span.of(text) for span in edit.old] == ["will", "win"]
    assert [span.of(new) for span in edit.new] == ["lose"]


def test_very_long_texts_are_one_edit_between_what_they_share() -> None:
    old = "start " + "a b " * LONGEST + "end"
    new = "start " + "b c " * LONGEST + "end"
    ((before, after),) = edits(old, new)
    assert before == ("a b " * LONGEST).strip()
    assert after == ("b c " * LONGEST).strip()


WORDS = st.lists(st.sampled_from(["the", "bridge", "fell", "12", "14"]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_edits_make_the_new_text_out_of_the_old(old: str, new: str) -> None:
    changed = edits(old, new)
    kept = len(old.split()) - sum(len(before.split()) for before, _ in changed)
    assert kept == len(new.split()) - sum(len(after.split()) for _, after in changed)
    assert (changed == []) == (old.split() == new.split())


def test_no_role_has_no_words() -> None:
    assert words_of(None, "text") == ()
