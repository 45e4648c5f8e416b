"""``attribune evaluate`` on a corpus of one article; the reading is given, so that no network runs."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attribune.cli import evaluation
from attribune.cli.evaluate import evaluate_command
from attribune.errors import NotFound
from attribune.evaluate.gold import Roles
from tests.evaluate.build import MAYOR, OLK, TEXT

FLOORS = '{"parts/dev": {"lenient": {"floor": 60, "aim": 78.3}, "recall_direct": {"floor": 85}}}'


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of which the reader finds every second attribution."""
    folder = tmp_path / "parts" / "dev"
    for name in ("text", "attributions"):
        (folder / name).mkdir(parents=True)
    for article in ("bridge", "ferry"):
        (folder / "text" / f"{article}.txt").write_text(TEXT)
        (folder / "attributions" / f"{article}_a.ann").write_text("\n".join([*brat(1, MAYOR), *brat(2, OLK)]))
    monkeypatch.setattr(evaluation, "open_reader", lambda: read)
    return folder


def brat(event: int, roles: Roles) -> list[str]:
    lines = []
    for number, (role, spans) in enumerate(roles.items()):
        ranges = ";".join(f"{start} {end}" for start, end in spans)
        lines.append(f"T{event}{number}\t{role.title()} {ranges}\twords")
    return [*lines, f"E{event}\tCue:T{event}1 Source:T{event}0 Content:T{event}2"]


def read(text: str) -> Sequence[Roles]:
    return [MAYOR]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(evaluate_command, [str(argument) for argument in arguments])


def test_the_table_shows_figures_of_the_whole_corpus(corpus: Path) -> None:
    result = run(corpus)
    assert result.exit_code == 0, result.output
    assert "2 articles, 4 gold attributions, 2 found" in result.output
    assert "66.7" in result.output


def test_floors_and_aims_stand_beside_the_figures(corpus: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(FLOORS)
    lines = run(corpus, "--floors", floors).output.splitlines()
    assert next(line for line in lines if "lenient" in line).split()[-4::2] == ["60.0", "78.3"]
    assert "85.0" in next(line for line in lines if "direct" in line)


def test_floors_of_another_corpus_do_not(corpus: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(FLOORS.replace("parts", "others"))
    assert "85.0" not in run(corpus, "--floors", floors).output


def test_floors_do_not_apply_to_a_part_of_the_corpus(corpus: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(FLOORS)
    result = run(corpus, "--floors", floors, "--limit", 1)
    assert "1 articles" in result.output
    assert "85.0" not in result.output


def test_json_holds_unrounded_figures(corpus: Path) -> None:
    report = json.loads(run(corpus, "--format", "json").output)
    assert report["lenient"] == {"precision": 100.0, "recall": 50.0, "f1": pytest.approx(200 / 3)}
    assert report["kinds"] == {"direct": 2, "mixed": 0, "indirect": 2}


def test_a_wrong_folder_is_an_error(tmp_path: Path) -> None:
    assert isinstance(run(tmp_path).exception, NotFound)
