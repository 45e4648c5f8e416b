from __future__ import annotations

import io

import pytest
from rich.console import Console

from attribune.cli.progress import Bar, Bars, counting, watching


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


def test_a_growing_bar_waits_for_files_that_nobody_knows_of_yet() -> None:
    console = _console()

    with watching(0, quiet=False, growing=True, console=console) as watch:
        assert isinstance(watch, Bar)
        watch.expect(2)
        watch.expect(3)
        watch.tell("feed 1: 5 new")

        assert watch.progress.tasks[0].total == 5

    assert "feed 1: 5 new" in console.file.getvalue()  # type: ignore[attr-defined]


def test_without_a_bar_a_line_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with watching(0, quiet=False, growing=True, console=_console(terminal=False)) as watch:
        watch.expect(2)
        watch.tell("feed \x1b1: 5 new")

    assert capsys.readouterr().err == "feed \ufffd1: 5 new\n"


def test_kinds_of_things_are_counted_with_a_bar_each() -> None:
    with counting({"captures": 9}, console=_console()) as counter:
        assert isinstance(counter, Bars)
        for kind, done, whole in (("captures", 4, None), ("texts", 7, None), ("rows", 2, 8)):
            counter.told(kind, done, whole)

        tasks = [(task.description, task.completed, task.total) for task in counter.progress.tasks]
        assert tasks == [("captures", 4, 9), ("texts", 7, 7), ("rows", 2, 8)]


@pytest.mark.parametrize("terminal", [True, False])
def test_a_result_is_on_standard_output_unless_that_is_the_same_terminal(
    terminal: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    with counting(console=_console(terminal=terminal)) as counter:
        counter.told("texts", 1)
        counter.say("text 1: it is not the text that was read")

    assert capsys.readouterr().out == "text 1: it is not the text that was read\n"


def test_a_result_in_the_same_terminal_is_said_above_the_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    console = _console()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    with counting(console=console) as counter:
        counter.told("texts", 1)
        counter.say("text [1]: gone")

    assert "text [1]: gone" in console.file.getvalue()  # type: ignore[attr-defined]
