"""A ledger with the example articles and one article in two versions; tests that change it take a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attribune.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
FLOOD = """Flood in Norvik kills 12

NORVIK, 3 March 2031 - At least 12 people were killed when the dam broke, mayor Ida Korvin said on Monday.

"We were never asked about the dam," Korvin told reporters. The energy ministry denied that it had known of the cracks.

Jon Halder, a fire chief, warned that the water would rise further, as in Oslo.

The ministry's spokesman Per Olsen said the dam was old.

Some 200 people were displaced.
"""
LATER = (
    FLOOD.replace("12", "14")
    .replace("the dam,", "the old dam,")
    .replace("denied", "confirmed")
    .replace("Some 200 people were displaced", "Three people were wounded")
    .replace(
        "The ministry's spokesman Per Olsen said the dam was old", "Nora Vell, an engineer, said it was mended in May"
    )
)
Run = Callable[..., Result]


def invoke(ledger: Path | str, *arguments: object, **options: object) -> Result:
    """A command on a ledger, in a terminal of 100 columns without colour."""
    env = {"ATTRIBUNE_LEDGER": str(ledger), "COLUMNS": "100"}
    return CliRunner().invoke(main, [*map(str, arguments)], env=env, catch_exceptions=False, **options)  # type: ignore[arg-type]


def the_error(result: Result, code: int = 2) -> str:
    """The one line of a command that failed, and printed nothing else."""
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("attribune: ")
    return line.removeprefix("attribune: ")


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger; nobody changes it. The article in two versions is flood.txt beside it."""
    folder = tmp_path_factory.mktemp("news")
    ledger, flood = folder / "news.db", folder / "flood.txt"
    assert invoke(ledger, "init").exit_code == 0
    flood.write_text(FLOOD, encoding="utf-8")
    assert invoke(ledger, "add", EXAMPLES, flood).exit_code == 0
    flood.write_text(LATER, encoding="utf-8")
    assert invoke(ledger, "add", flood).exit_code == 0
    return ledger


@pytest.fixture
def ask(news: Path) -> Run:
    """Runs a command that changes nothing."""
    return lambda *arguments, **options: invoke(news, *arguments, **options)


@pytest.fixture
def ledger(news: Path, tmp_path: Path) -> Path:
    """A copy of the ledger."""
    return Path(shutil.copy(news, tmp_path / "copy.db"))


@pytest.fixture
def run(ledger: Path) -> Run:
    """Runs a command on the copy."""
    return lambda *arguments, **options: invoke(ledger, *arguments, **options)


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    assert invoke(path, "init").exit_code == 0
    return path


@pytest.fixture
def empty(_empty: Path, tmp_path: Path) -> Path:
    """A ledger with nothing in it."""
    return Path(shutil.copy(_empty, tmp_path / "empty.db"))
