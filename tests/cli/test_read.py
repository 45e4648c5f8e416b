"""The command with a stand-in for the desk, which answers from a dictionary of paths."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from attribune.cli import main
from attribune.errors import InputError, NoArticle, NotFound, ReaderError, Unreadable
from attribune.reading import Reading
from tests.builders import a_reading, a_speaker, a_statement, an_article


@dataclass(frozen=True)
class Failed:
    name: str
    error: InputError

    @property
    def line(self) -> str:
        return f"{self.name}: {self.error}"


def a_story(name: str, words: str = "it rained", **options: object) -> Reading:
    article = an_article(f"Korvin said {words}.", file=f"in/{name}.txt", title=f"Story {name}", **options)
    return a_reading(article, [a_speaker()], [a_statement(article, words, "Korvin", "said")])


A, B = a_story("a"), a_story("b", "it snowed")
GONE = Failed("gone.txt", NotFound("no such file: check the name"))
BINARY = Failed("cat.txt", Unreadable("binary data: give a text"))
Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*arguments: str, found: tuple[object, ...] = (A,)) -> Result:
        def read_paths(paths: object, *, jobs: int, omit: object) -> Iterator[object]:
            for one in found:
                if isinstance(one, BaseException):
                    raise one
                yield one

        desk = ModuleType("attribune.desk")
        desk.read_paths = read_paths  # type: ignore[attr-defined]
        desk.count_paths = lambda paths, omit: len(found)  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "attribune.desk", desk)
        return CliRunner().invoke(main, ["read", "-", *arguments])

    return run


def test_one_article_is_an_object(run: Run) -> None:
    result = run("--format", "json")

    assert json.loads(result.stdout) == A.to_dict()
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("found", [(A, B), ()], ids=["two", "none"])
def test_several_articles_or_none_are_a_list(run: Run, found: tuple[Reading, ...]) -> None:
    assert json.loads(run("--format", "json", found=found).stdout) == [one.to_dict() for one in found]


def test_jsonl_is_one_object_a_line_in_the_order_of_the_input(run: Run) -> None:
    lines = run("--format", "jsonl", found=(B, GONE, A)).stdout.splitlines()

    assert [json.loads(line) for line in lines] == [B.to_dict(), A.to_dict()]


def test_a_lone_surrogate_is_written_as_its_json_escape(run: Run) -> None:
    odd = a_story("odd", "it \ud83d rained")

    assert json.loads(run("--format", "jsonl", found=(odd,)).stdout)["article"]["text"] == odd.article.text


def test_a_table_unless_told_otherwise(run: Run) -> None:
    assert run().stdout.startswith("Story a\n")


def test_failures_are_a_line_each_and_counted_by_reason(run: Run) -> None:
    empty = Failed("e.html", NoArticle("no article\x1b[2J found:\ngive another page"))

    result = run("--format", "jsonl", found=(GONE, A, BINARY, empty, B, GONE))

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "attribune: gone.txt: no such file: check the name",
        "attribune: cat.txt: binary data: give a text",
        "attribune: e.html: no article\ufffd[2J found: give another page",
        "attribune: gone.txt: no such file: check the name",
        "2 articles, 2 statements, 4 failed (1 no article, 2 not found, 1 unreadable)",
    ]


def test_several_articles_end_with_a_line_of_counts(run: Run) -> None:
    assert run(found=(A, B)).stderr == "2 articles, 2 statements\n"


def test_one_article_is_counted_in_the_singular_where_another_failed(run: Run) -> None:
    assert run(found=(A, GONE)).stderr.endswith("1 article, 1 statement, 1 failed (1 not found)\n")


def test_html_is_the_page_of_one_article(run: Run) -> None:
    stdout = run("--format", "html").stdout

    assert stdout.startswith("<!doctype html>")
    assert "Read by test-reader 0 (000000000000)." in stdout


@pytest.mark.parametrize("output", [[], ["-o", "page.html"]], ids=["standard output", "file"])
def test_html_of_several_articles_needs_a_folder(run: Run, output: list[str], tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("--format", "html", *output, found=(A, B))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "attribune: several articles make several pages: give a folder for them, as in --output pages"
    ]


def test_html_into_a_folder_is_a_page_an_article(run: Run, tmp_path: Path) -> None:
    with_ref = a_story("b", ref="../7")
    no_file = a_reading(an_article("x", title="Rain / snow"))
    no_name = a_reading(an_article("y", title="?"))

    run("--format", "html", "-o", str(tmp_path / "new" / "pages"), found=(A, A, A, with_ref, no_file, no_name))

    assert sorted(path.name for path in (tmp_path / "new" / "pages").iterdir()) == sorted(
        ["a.html", "a-2.html", "a-3.html", "b-..-7.html", "Rain-snow.html", f"{no_name.article.id[:12]}.html"]
    )


def test_output_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"

    result = run("--format", "jsonl", "-o", str(target))

    assert result.stdout == ""
    assert json.loads(target.read_text("utf-8")) == A.to_dict()


@pytest.mark.parametrize("form", ["jsonl", "html"])
def test_an_output_that_can_not_be_written_is_wrong_usage(run: Run, form: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    result = run("--format", form, "-o", str(tmp_path / "file" / "out"))

    assert result.exit_code == 2
    assert "Give another --output" in result.stderr


def test_an_input_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("precious")

    result = run(str(source), "--format", "jsonl", "-o", str(source))

    assert result.exit_code == 2
    assert source.read_text() == "precious"


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        pytest.param(ReaderError("no reader: reinstall"), 1, "attribune: no reader: reinstall\n", id="reader"),
        pytest.param(OSError(28, "No space left"), 1, "attribune: the output: No space left\n", id="disk full"),
        pytest.param(KeyboardInterrupt(), 130, "", id="Ctrl-C"),
    ],
)
def test_how_it_ends(run: Run, error: BaseException, code: int, line: str) -> None:
    result = run("--format", "jsonl", found=(A, error))

    assert (result.exit_code, result.stderr) == (code, line)


@pytest.mark.parametrize("arguments", [["read"], ["read", "-", "--format", "xml"], ["read", "-", "-j", "0"], ["red"]])
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2


STAND_IN = """
import sys
from types import ModuleType
sys.path.insert(0, {root!r})
from tests.builders import a_reading, an_article
desk = ModuleType("attribune.desk")
desk.count_paths = lambda paths, omit: 1
desk.read_paths = lambda paths, jobs, omit: (a_reading(an_article("x" * 9999)) for _ in range(999))
sys.modules["attribune.desk"] = desk
from attribune.cli import main
main(["read", "-", "--format", "jsonl"])
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGPIPE")
def test_a_reader_that_had_enough_ends_it_quietly() -> None:
    code = STAND_IN.format(root=str(Path(__file__).parents[2]))
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_the_module_runs_and_tells_its_version() -> None:
    done = subprocess.run([sys.executable, "-m", "attribune", "--version"], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("attribune ")


def test_help_loads_nothing_heavy() -> None:
    heavy = "{'rich.console', 'numpy', 'onnxruntime', 'tokenizers', 'trafilatura', 'multiprocessing', 'pandas'}"
    code = f"import sys; from attribune.cli import main; print(sorted({heavy} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
