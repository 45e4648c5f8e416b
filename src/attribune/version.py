"""The program's name and version, as it signs what it reads."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def program() -> str:
    """The program with its version, and those of the libraries that decide which text is read from bytes."""
    parts = (("attribune", "attribune"), ("trafilatura", "trafilatura"), ("pdfium", "pypdfium2"))
    return " ".join(f"{name}/{_version(package)}" for name, package in parts)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
