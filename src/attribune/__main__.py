"""``python -m attribune`` is the command line."""

from __future__ import annotations

from attribune.cli import main

main(prog_name="attribune")
