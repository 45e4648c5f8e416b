from __future__ import annotations

import io

import pytest
from rich.console import Console

from attribune.cli.progress import Bar, watching


def _console(*, terminal: bool = True) -> Console:
    return Console(file=io.StringIO(), force_terminal=terminal, width=100)


@pytest.mark.parametrize(
    ("files", "quiet", "terminal"),
    [(1, False, True), (2, True, True), (2, False, False)],
    ids=["one file", "results are in the same terminal", "no terminal"],
)
def test_no_bar(files: int, quiet: bool, terminal: bool, capsys: pytest.CaptureFixture[str]) -> None:
    console = _console(terminal=terminal)

    with watching(files, quiet=quiet, console=console) as watch:
        watch.saw("a.txt")
        watch.complain("b.txt: gone")

    assert console.file.getvalue() == ""  # type: ignore[attr-defined]
    assert capsys.readouterr().err == "attribune: b.txt: gone\n"


def test_articles_of_one_file_move_the_bar_once() -> None:
    with watching(3, quiet=False, console=_console()) as watch:
        assert isinstance(watch, Bar)
        for name in (None, None, "b.jsonl", "b.jsonl", "c.txt"):
            watch.saw(name)

        (task,) = watch.progress.tasks
        assert (task.completed, task.fields["articles"]) == (3, 5)


def test_a_failure_is_said_above_the_bar_and_the_rate_is_shown() -> None:
    console = _console()

    with watching(2, quiet=False, console=console) as watch:
        watch.saw("a.txt")
        watch.complain("[b].txt: gone")

    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert "attribune: [b].txt: gone" in printed
    assert "articles/s" in printed
