"""Reading: bytes, files, folders and pages become articles, or failures that say why not."""

from __future__ import annotations

from attribune.capture import Capture
from attribune.intake.about import About
from attribune.intake.capture import capture_page, read_capture
from attribune.intake.content import read_bytes
from attribune.intake.failure import Failure
from attribune.intake.limits import Limits
from attribune.intake.sources import (
    ADDRESS,
    ENDINGS,
    Paths,
    Source,
    find_captures,
    find_files,
    is_same_file,
    read_paths,
    read_source,
)
from attribune.intake.text import read_text

__all__ = [
    "ADDRESS",
    "ENDINGS",
    "About",
    "Capture",
    "Failure",
    "Limits",
    "Paths",
    "Source",
    "capture_page",
    "find_captures",
    "find_files",
    "is_same_file",
    "read_bytes",
    "read_capture",
    "read_paths",
    "read_source",
    "read_text",
]
