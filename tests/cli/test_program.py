from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from attribune.cli import SECTIONS, main


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
