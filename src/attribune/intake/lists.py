"""Word lists in data files: a kind and an entry a line, with a header of comments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def load_entries(name: str) -> Mapping[str, tuple[str, ...]]:
    """The entries of a data file by their kind, in the file's order."""
    entries: defaultdict[str, list[str]] = defaultdict(list)
    for line in (files(__package__) / "data" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, entry = line.split("\t")
            entries[kind].append(entry)
    return {kind: tuple(found) for kind, found in entries.items()}
