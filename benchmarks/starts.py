"""How long a user waits at first: the help, and the first statement of a new process."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

FIRST_STATEMENT = """
from attribune.article import Article
from attribune.desk import Reader
import sys
print(len(Reader.open().read(Article(sys.stdin.read())).statements))
"""


def help_seconds(repeats: int = 5) -> float:
    """``attribune --help``, the fastest of some runs."""
    return _fastest([str(Path(sys.executable).with_name("attribune")), "--help"], "", repeats)


def first_statement_seconds(text: str, repeats: int = 3) -> float:
    """From the start of a Python process to the statements of one article, the fastest of some runs."""
    return _fastest([sys.executable, "-c", FIRST_STATEMENT], text, repeats)


def _fastest(command: Sequence[str], stdin: str, repeats: int) -> float:
    return min(_seconds(command, stdin) for _ in range(repeats))


def _seconds(command: Sequence[str], stdin: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, input=stdin, text=True, capture_output=True, check=True)
    return time.perf_counter() - start
