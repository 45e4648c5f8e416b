"""``python -m quality [FOLDER]``: every measure beside its floors; exit code 1 where one is broken."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table

from attribune.errors import InputError
from attribune.evaluate.floors import Floors, broken, read_floors
from quality.measures import FLOORS, VARIABLE, Measuring, all_measures, corpora_folder


def main(folder: Path, measures: Mapping[str, Measuring], console: Console) -> int:
    """Run the measures on the corpora in ``folder``: 0 done, 1 a floor is broken, 2 nothing was measured."""
    failures: list[str] = []
    skipped: list[str] = []
    for name, measure in measures.items():
        start = time.perf_counter()
        try:
            figures = measure(folder)
        except InputError as missing:
            skipped.append(name)
            console.print(f"[bold yellow]SKIPPED {name}: {missing}; set {VARIABLE} to the folder of corpora[/]")
            continue
        floors = read_floors(FLOORS, name)
        console.print(figures_table(f"{name}, {time.perf_counter() - start:.0f} s", figures, floors))
        failures += [f"{name} {figure}" for figure in broken(figures, floors)]
    return conclude(failures, measured=len(measures) - len(skipped), console=console)


def conclude(failures: list[str], *, measured: int, console: Console) -> int:
    """Say how it went, and the exit code that follows."""
    if failures:
        console.print(f"[bold red]Below their floors: {', '.join(failures)}[/]")
        return 1
    console.print("Every floor holds." if measured else "Nothing was measured.")
    return 0 if measured else 2


def figures_table(title: str, figures: Mapping[str, float], floors: Floors) -> Table:
    """Figures of one measure with their floors and aims."""
    table = Table("figure", title=title, title_justify="left")
    for column in ("per cent", "floor", "aim", ""):
        table.add_column(column, justify="right")
    for name, figure in figures.items():
        floor = floors.get(name)
        bounds = [f"{floor.floor:.1f}", "" if floor.aim is None else f"{floor.aim:.1f}"] if floor else ["", ""]
        table.add_row(name, f"{figure:.1f}", *bounds, "" if not floor or floor.holds(figure) else "[red]BELOW[/]")
    return table


if __name__ == "__main__":
    given = sys.argv[1:2]
    sys.exit(main(Path(given[0]) if given else corpora_folder(os.environ), all_measures(), Console()))
