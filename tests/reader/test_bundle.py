"""The reader's files."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from attribune.errors import ReaderError
from attribune.reader.bundle import CARD, ENCODER, HEADS, PIECES, ROLES, default_folder, open_bundle
from attribune.reader.heads import BUCKETS
from attribune.reader.session import OnnxBackend


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the reader's files that a test may damage."""
    return Path(shutil.copytree(default_folder(), tmp_path / "reader"))


def test_the_shipped_reader_is_whole() -> None:
    bundle = open_bundle()
    assert all(bundle.content(name) for name in bundle.checksums)
    assert len(bundle.sha256) == 64


def test_the_card_lists_every_file() -> None:
    assert set(open_bundle().checksums) == {ENCODER, ROLES, HEADS, PIECES}


def test_the_shipped_reader_has_a_number_for_every_distance() -> None:
    distance = open_bundle().lattice.distance
    assert distance is not None
    assert distance.shape == (2 * BUCKETS,)


def test_the_shipped_reader_stays_under_30_megabytes() -> None:
    assert sum(path.stat().st_size for path in default_folder().iterdir()) < 30_000_000


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"reader\.json can't be read"):
        open_bundle(tmp_path)


def test_a_damaged_card_is_said(folder: Path) -> None:
    (folder / CARD).write_text("{}")
    with pytest.raises(ReaderError, match="is damaged"):
        open_bundle(folder)


def test_another_format_is_said(folder: Path) -> None:
    card = json.loads((folder / CARD).read_text())
    (folder / CARD).write_text(json.dumps({**card, "format": 99}))
    with pytest.raises(ReaderError, match="format 99"):
        open_bundle(folder)


def test_a_card_of_the_format_before_is_said(folder: Path) -> None:
    card = json.loads((folder / CARD).read_text())
    del card["distance"]
    (folder / CARD).write_text(json.dumps({**card, "format": 1}))
    with pytest.raises(ReaderError, match="of format 1, this program reads 2"):
        open_bundle(folder)


def test_a_card_without_distances_is_said(folder: Path) -> None:
    card = json.loads((folder / CARD).read_text())
    del card["distance"]
    (folder / CARD).write_text(json.dumps(card))
    with pytest.raises(ReaderError, match="is damaged"):
        open_bundle(folder)


def test_a_missing_file_is_said(folder: Path) -> None:
    (folder / PIECES).unlink()
    with pytest.raises(ReaderError, match=r"tokenizer\.json is missing"):
        open_bundle(folder).tokenizer()


@pytest.mark.parametrize("name", [ENCODER, ROLES, HEADS])
def test_a_missing_graph_is_said(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ReaderError, match=f"{name} is missing"):
        OnnxBackend(open_bundle(folder))


@pytest.mark.parametrize("name", [ENCODER, ROLES, HEADS])
def test_a_changed_file_is_not_opened(folder: Path, name: str) -> None:
    with (folder / name).open("ab") as file:
        file.write(b"x")
    with pytest.raises(ReaderError, match="is damaged"):
        OnnxBackend(open_bundle(folder))


def test_a_graph_that_onnx_runtime_refuses_is_said(folder: Path) -> None:
    (folder / ENCODER).write_bytes(b"no graph")
    card = json.loads((folder / CARD).read_text())
    card["files"][ENCODER] = hashlib.sha256(b"no graph").hexdigest()
    (folder / CARD).write_text(json.dumps(card))
    with pytest.raises(ReaderError, match="can't open the reader"):
        OnnxBackend(open_bundle(folder))
