"""Progress on standard error, where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.progress import TimeRemainingColumn as TimeLeft
from rich.text import Text

from attribune.cli.program import complain, complaint, say, tame


class Watch:
    """Someone who hears about each input; this one shows nothing but failures."""

    def expect(self, files: int) -> None:
        """More inputs will come than was known."""

    def saw(self, name: str | None) -> None:
        """An article of the file called ``name`` is done."""

    def complain(self, line: str) -> None:
        """An input failed."""
        complain(line)

    def tell(self, line: str) -> None:
        """Something that is worth a line."""
        say(line)


@dataclass
class Bar(Watch):
    """A bar over files; several articles of one file move it once."""

    progress: Progress
    task: TaskID
    last: str | None = None
    articles: int = 0
    files: int = 0

    def expect(self, files: int) -> None:
        """Make the bar longer."""
        self.files += files
        self.progress.update(self.task, total=self.files)

    def saw(self, name: str | None) -> None:
        """Count the article, and its file if it is a new one."""
        self.articles += 1
        new = self.articles == 1 or name != self.last
        self.last = name
        self.progress.update(self.task, advance=int(new), articles=self.articles)

    def complain(self, line: str) -> None:
        """Say it above the bar."""
        self.tell(complaint(line))

    def tell(self, line: str) -> None:
        """Say it above the bar."""
        self.progress.console.print(tame(line), markup=False, highlight=False, soft_wrap=True)


class Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        """The rate since the start."""
        seconds = task.elapsed or 0.0
        rate = task.fields["articles"] / seconds if seconds else 0.0
        return Text(f"{rate:,.1f} articles/s", style="dim")


class Speed(ProgressColumn):
    """Steps a second."""

    def render(self, task: Task) -> Text:
        """The rate since the start."""
        return Text(f"{task.completed / task.elapsed if task.elapsed else 0.0:,.0f}/s", style="dim")


@contextmanager
def watching(files: int, *, quiet: bool, growing: bool = False, console: Console | None = None) -> Iterator[Watch]:
    """A bar where standard error is a terminal that shows nothing else and there is more than one file.

    A ``growing`` bar waits for files that nobody knows of yet.
    """
    console = console or Console(stderr=True)
    if quiet or (files < 2 and not growing) or not console.is_terminal:
        yield Watch()
        return
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), Rate(), TimeLeft())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        yield Bar(progress, progress.add_task("", total=files, articles=0), files=files)


@dataclass
class Counter:
    """Someone who hears how far each kind of thing has been gone through; this one shows nothing."""

    def told(self, kind: str, done: int, whole: int | None = None) -> None:
        """So many of a kind are done, of so many."""

    def say(self, line: str) -> None:
        """A result, on standard output."""
        click.echo(line)


@dataclass
class Bars(Counter):
    """A bar for each kind; ``wholes`` are how many there are of those of which that is known."""

    progress: Progress
    wholes: Mapping[str, int]
    tasks: dict[str, TaskID] = field(default_factory=dict)

    def told(self, kind: str, done: int, whole: int | None = None) -> None:
        """Move the kind's bar."""
        if kind not in self.tasks:
            self._fill()
            self.tasks[kind] = self.progress.add_task(kind, total=whole or self.wholes.get(kind))
        self.progress.update(self.tasks[kind], completed=done)

    def _fill(self) -> None:
        """The kinds before are done; how many there were of them is known now."""
        for task in self.progress.tasks:
            if task.total is None:
                self.progress.update(task.id, total=task.completed)

    def say(self, line: str) -> None:
        """Say it above the bars where both are in one terminal."""
        if sys.stdout.isatty():
            self.progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            super().say(line)


@contextmanager
def counting(wholes: Mapping[str, int] | None = None, *, console: Console | None = None) -> Iterator[Counter]:
    """Bars where standard error is a terminal."""
    console = console or Console(stderr=True)
    if not console.is_terminal:
        yield Counter()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Speed(), TimeLeft())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        yield Bars(progress, wholes or {})
