"""The measure of speakers, on a document of our own in GUM's format."""

from __future__ import annotations

from pathlib import Path

import pytest
from quality.speakers import Outcome, main, measure_speakers, outcomes, read_outcomes

from attribune.errors import NotFound

HEADER = "# newdoc id = test\n# newpar\n# sent_id = test-1\n"


def line(number: str, word: str, tag: str = "X", misc: str = "_") -> str:
    return "\t".join([number, word, word, tag, "_", "_", "0", "_", "_", misc]) + "\n"


def document(pronoun: str = "She") -> str:
    return (
        HEADER
        + line("1", "Marta", "PROPN", "Discourse=joint:1->2:0|Entity=(1-person-new-sss-cf1-2-coref")
        + line("2", "Novak", "PROPN", "Entity=1)")
        + line("3", "left", "VERB", "SpaceAfter=No")
        + line("4", ".", "PUNCT")
        + "# newpar\n# sent_id = test-2\n"
        + line(
            "1", pronoun, "PRON", "Discourse=attribution-positive:2->3:0:sem-atsrc-5-_+lex-1-_|Entity=(1-person-giv)"
        )
        + line("2", "said", "VERB")
        + line("3", "it", "PRON", "Discourse=context:3->1:0")
        + line("4-5", "didn't", "_", "SpaceAfter=No")
        + line("4", "did", "AUX")
        + line("5", "n't", "PART")
        + line("6", ".", "PUNCT")
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    part = tmp_path / "gum" / "dev"
    part.mkdir(parents=True)
    (part / "one.conllu").write_text(document(), "utf-8")
    return tmp_path


def test_a_pronoun_is_right_where_the_name_is_the_entitys(folder: Path) -> None:
    (outcome,) = read_outcomes(folder / "gum" / "dev")
    assert (outcome.kind, outcome.verdict, outcome.given) == ("pronoun", "right", "Marta Novak")


def test_the_first_person_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "one.conllu"
    path.write_text(document("I"), "utf-8")
    assert list(outcomes(path)) == []


@pytest.mark.parametrize(("given", "verdict"), [(None, "open"), ("Jana Kos", "wrong"), ("Novak", "right")], ids=str)
def test_a_verdict(given: str | None, verdict: str) -> None:
    assert Outcome("name", "Novak", frozenset({"Marta Novak"}), given, "").verdict == verdict


def test_the_measure_gives_per_cent(folder: Path) -> None:
    assert measure_speakers(folder)["pronoun right of answered"] == 100


def test_a_missing_corpus_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no CoNLL-U files"):
        measure_speakers(tmp_path)


def test_the_command_prints_figures_and_misses(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "gum" / "dev" / "one.conllu"
    path.write_text(document("They"), "utf-8")
    main(str(path.parent), "--show")
    assert "open  pronoun [They]" in capsys.readouterr().out
