from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from attribune.cli import SECTIONS, main
from attribune.cli.program import tame
from tests.cli.conftest import invoke, the_error


def test_help_lists_every_command_in_a_section() -> None:
    shown = CliRunner().invoke(main, ["--help"]).stdout

    assert [heading for heading in SECTIONS if f"\n{heading}:\n" not in shown] == []
    assert sorted(main.commands) == sorted(str(one.name) for some in SECTIONS.values() for one in some)
    assert [name for name in main.commands if f"\n  {name} " not in shown] == []
    assert [line for line in shown.splitlines() if line.endswith("...")] == ["Usage: main [OPTIONS] COMMAND [ARGS]..."]


def every(group: click.Group, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    names = []
    for name, one in group.commands.items():
        names += every(one, (*before, name)) if isinstance(one, click.Group) else [(*before, name)]
    return names


@pytest.mark.parametrize("name", every(main), ids=" ".join)
def test_each_command_explains_itself(name: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [*name, "--help"])

    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {' '.join(name)} ")


def test_no_command_loads_anything_heavy_before_it_runs() -> None:
    heavy = "{'rich', 'numpy', 'sqlalchemy', 'httpx2', 'attribune.desk', 'attribune.ledger', 'attribune.intake'}"
    code = f"import sys; import attribune.cli; print(sorted({heavy} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2J\x9b", "a\ufffd[2J\ufffd"),
        ("pay\u202e001\u202c \u2066x\u2069", "pay001 x"),
        ("a\u200bb\u200f\ufeffc", "abc"),
        ("שלום עולם", "שלום עולם"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
    ],
    ids=["control", "turned around", "not to be seen", "right to left", "white space"],
)
def test_a_terminal_gets_nothing_that_it_obeys_or_turns_around(text: str, shown: str) -> None:
    assert tame(text) == shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "\udcff"),
        ("search", "--like", "a\udcff"),
        ("show", "\udcff"),
        ("backup", "\udcff.db"),
        ("restore", "\udcff.db"),
        ("speakers", "list", "\udcff"),
        ("watch", "add", "x", "\udcff"),
        ("review", "1", "--confirm", "--note", "\udcff"),
        ("feed", "add", "https://example.com/\udcff"),
    ],
    ids=" ".join,
)
def test_an_argument_that_is_not_utf_8_is_one_line(arguments: tuple[str, ...], empty: Path) -> None:
    assert "\ufffd" in (line := the_error(invoke(empty, *arguments)))
    assert "is not UTF-8: give text in UTF-8, or another name" in line


def test_a_file_may_have_any_name(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "n\udcff.txt"
    path.write_text("Ida Korvin said that the dam near Orvel had held on Monday.\n")
    assert invoke(empty, "add", path).exit_code == 0
