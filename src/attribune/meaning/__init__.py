"""Search by meaning: text to vectors, and the nearest of a million vectors."""

from attribune.meaning.blocks import Block
from attribune.meaning.index import Index
from attribune.meaning.table import Meaning

__all__ = ["Block", "Index", "Meaning"]
