from pathlib import Path

import pytest

from attribune.article import Span
from attribune.errors import NotFound, Unreadable
from attribune.evaluate.polnear import read_polnear

TEXT = "Olk said no.\r\nThe mayor agreed."
LINES = """T1\tSource 0 3\tOlk
T2\tCue 4 8\tsaid
T3\tContent 9 11;14 17\tno The
The mayor goes on with the words of a span
E1\tCue:T2 Source:T1 Content:T3
A1\tNote E1
E2\tCue:T2 Content2:T1 Content:T9 Other:T1
"""


def corpus(folder: Path, **annotations: str) -> Path:
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text" / "olk.txt").write_bytes(TEXT.encode())
    for annotator, lines in annotations.items():
        (folder / "attributions" / f"olk_{annotator}.ann").write_text(lines, encoding="utf8")
    return folder


def test_an_article_has_its_name_and_its_text_with_its_own_line_ends(tmp_path: Path) -> None:
    (article,) = read_polnear(corpus(tmp_path, a=LINES))
    assert (article.name, article.text) == ("olk", TEXT)


def test_events_become_attributions(tmp_path: Path) -> None:
    (article,) = read_polnear(corpus(tmp_path, a=LINES))
    first = article.attributions[0]
    assert first == {"source": (Span(0, 3),), "cue": (Span(4, 8),), "content": (Span(9, 11), Span(14, 17))}


def test_numbered_labels_count_and_unknown_ones_do_not(tmp_path: Path) -> None:
    (article,) = read_polnear(corpus(tmp_path, a=LINES))
    assert article.attributions[1] == {"source": (), "cue": (Span(4, 8),), "content": (Span(0, 3),)}


def test_of_several_annotators_the_first_by_name_counts(tmp_path: Path) -> None:
    (article,) = read_polnear(corpus(tmp_path, b=LINES, a=""))
    assert article.attributions == ()


def test_an_annotation_without_its_text_is_passed_over(tmp_path: Path) -> None:
    folder = corpus(tmp_path, a=LINES)
    (folder / "attributions" / "lost_a.ann").write_text(LINES)
    assert [article.name for article in read_polnear(folder)] == ["olk"]


def test_a_name_without_an_annotator_is_the_articles(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    (folder / "attributions" / "olk.ann").write_text(LINES)
    assert [article.name for article in read_polnear(folder)] == ["olk"]


def test_a_wrong_folder_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"has no folder 'attributions'$"):
        list(read_polnear(tmp_path))


def test_the_folder_above_names_its_parts(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    corpus(tmp_path / "dev")
    with pytest.raises(NotFound, match=r"did you mean one of its parts \(dev\)"):
        list(read_polnear(tmp_path))


@pytest.mark.parametrize("line", ["T1\tSource 0\tOlk", "T1\tSource 0 x\tOlk", "T1\tSource\tOlk", "T1"])
def test_a_damaged_span_names_the_file(tmp_path: Path, line: str) -> None:
    with pytest.raises(Unreadable, match=r"olk_a\.ann is no annotation"):
        list(read_polnear(corpus(tmp_path, a=line)))


def test_an_annotation_in_another_encoding_names_the_file(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    (folder / "attributions" / "olk_a.ann").write_bytes(b"T1\tCue 0 3\t\xff")
    with pytest.raises(Unreadable, match="olk_a"):
        list(read_polnear(folder))
