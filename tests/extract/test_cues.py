"""The cue lexicon and the head of a cue."""

from __future__ import annotations

import pytest

from attribune.extract import cues
from attribune.extract.cues import head_cue, lexicon, words_of
from attribune.extract.wordlists import rows


def test_the_lexicon_holds_all_twenty_classes() -> None:
    assert len({row[2] for row in rows("cues.tsv")}) == 20


def test_no_word_stands_twice_as_the_same_part() -> None:
    keys = [(word, part) for word, part, *_ in rows("cues.tsv")]
    assert len(keys) == len(set(keys))


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(ValueError, match="names no known class"):
        cues._cue(("say", "verb", "utter", "n", "certain"))


def test_negations_are_words_of_their_own() -> None:
    assert words_of("Didn't say, won’t") == ["did", "not", "say", "wo", "not"]


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("has been quoted as saying", "quote as saying"),
        ("is widely expected", "be expected"),
        ("released a statement condemning", "condemn"),
        ("refused", "refuse"),
        ("the findings of", "finding"),
        ("for", "for"),
        ("support for", "support"),
        ("his firmly held belief", "belief"),
        ("his stated belief", "belief"),
        ("the warning issued by", "warning"),
        ("their blog", "blog"),
        ("the agreed line according to", "according to"),
        ("unveiled a television campaign", "unveil"),
        ("unveiled a report", "unveil"),
        ("did report", "report"),
        ("would like to comment", "comment"),
        ("cannot deny", "deny"),
        ("did not confirm", "confirm"),
    ],
    ids=str,
)
def test_the_strongest_word_is_the_head(words: str, head: str) -> None:
    found = head_cue(words_of(words), before_clause=False)
    assert found is not None
    assert " ".join(found.words) == head


def test_no_known_word_is_no_head() -> None:
    assert head_cue(["xyzzy"], before_clause=True) is None


def test_the_lexicon_is_large() -> None:
    assert len(lexicon().words) > 800
