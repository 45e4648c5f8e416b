"""The few verbs that tie the parts together, the same for command line, notebook and web page."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attribune.desk.desk import Desk
    from attribune.desk.files import count_paths, read, read_paths
    from attribune.desk.opening import create, open
    from attribune.desk.reader import Reader
    from attribune.intake import Failure

__all__ = ["Desk", "Failure", "Reader", "count_paths", "create", "open", "read", "read_paths"]

# Loaded when first asked for: who reads one article needs no database, and who searches no reader.
_HOMES = {
    "Desk": "attribune.desk.desk",
    "Failure": "attribune.intake",
    "Reader": "attribune.desk.reader",
    "count_paths": "attribune.desk.files",
    "create": "attribune.desk.opening",
    "open": "attribune.desk.opening",
    "read": "attribune.desk.files",
    "read_paths": "attribune.desk.files",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'attribune.desk' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
