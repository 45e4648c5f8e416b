"""Reading: bytes, files, folders and pages become articles, or failures that say why not."""

from __future__ import annotations

from attribune.intake.about import About
from attribune.intake.content import read_bytes
from attribune.intake.failure import Failure
from attribune.intake.limits import Limits
from attribune.intake.sources import ADDRESS, ENDINGS, Paths, Source, find_files, is_same_file, read_paths, read_source
from attribune.intake.text import read_text

__all__ = [
    "ADDRESS",
    "ENDINGS",
    "About",
    "Failure",
    "Limits",
    "Paths",
    "Source",
    "find_files",
    "is_same_file",
    "read_bytes",
    "read_paths",
    "read_source",
    "read_text",
]
