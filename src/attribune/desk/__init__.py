"""The few verbs that tie the parts together, the same for command line, notebook and web page."""

from attribune.desk.files import count_paths, read, read_paths
from attribune.desk.reader import Reader
from attribune.intake import Failure

__all__ = ["Failure", "Reader", "count_paths", "read", "read_paths"]
