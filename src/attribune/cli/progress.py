"""Progress on standard error, where a person watches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.progress import TimeRemainingColumn as TimeLeft
from rich.text import Text

from attribune.cli.program import complain, complaint


class Watch:
    """Someone who hears about each input; this one shows nothing but failures."""

    def saw(self, name: str | None) -> None:
        """An article of the file called ``name`` is done."""

    def complain(self, line: str) -> None:
        """An input failed."""
        complain(line)


@dataclass
class Bar(Watch):
    """A bar over files; several articles of one file move it once."""

    progress: Progress
    task: TaskID
    last: str | None = None
    articles: int = 0

    def saw(self, name: str | None) -> None:
        """Count the article, and its file if it is a new one."""
        self.articles += 1
        new = self.articles == 1 or name != self.last
        self.last = name
        self.progress.update(self.task, advance=int(new), articles=self.articles)

    def complain(self, line: str) -> None:
        """Say it above the bar."""
        self.progress.console.print(complaint(line), markup=False, highlight=False, soft_wrap=True)


class Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        """The rate since the start."""
        seconds = task.elapsed or 0.0
        rate = task.fields["articles"] / seconds if seconds else 0.0
        return Text(f"{rate:,.1f} articles/s", style="dim")


@contextmanager
def watching(files: int, *, quiet: bool, console: Console | None = None) -> Iterator[Watch]:
    """A bar where standard error is a terminal that shows nothing else and there is more than one file."""
    console = console or Console(stderr=True)
    if quiet or files < 2 or not console.is_terminal:
        yield Watch()
        return
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), Rate(), TimeLeft())
    with Progress(*columns, console=console, transient=True) as progress:
        yield Bar(progress, progress.add_task("", total=files, articles=0))
