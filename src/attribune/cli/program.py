"""The frame around every command: how it ends, and what an error looks like."""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn

import click

from attribune.errors import AttribuneError, UsageError

FAILED = 1
WRONG_USAGE = 2
GIVEN = "attribune.arguments"  # of the context, which has them
INTERRUPTED = 130  # 128 + SIGINT, as a shell counts
READER_GONE = 141  # 128 + SIGPIPE: whoever read our output, say `head`, had enough


CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # what could move the cursor or colour the screen
HIDDEN = re.compile(r"[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")  # what nobody sees, or turns words
LONE = re.compile(r"[\ud800-\udfff]")  # what becomes of a byte in an argument that is not UTF-8
FILES = ("read", "add")  # commands whose arguments may be names of files, in any bytes


class Program(click.Group):
    """A group whose commands end quietly when interrupted and say errors in one line.

    Help lists them in sections.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections: dict[str, tuple[click.Command, ...]] = {}

    def add_section(self, heading: str, commands: tuple[click.Command, ...]) -> None:
        """Add commands that belong together."""
        self.sections[heading] = commands
        for command in commands:
            self.add_command(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands of each section with the first sentence of their help."""
        longest = max((len(name) for name in self.commands), default=0)
        limit = formatter.width - 6 - longest
        for heading, commands in self.sections.items():
            with formatter.section(heading):
                rows = [(f"{one.name:<{longest}}", one.get_short_help_str(limit)) for one in commands]
                formatter.write_dl(rows)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Read the arguments and run; help and version, which are written before any command, may fail too."""
        with _signals_end():
            try:
                return super().main(*args, **kwargs)
            except OSError as error:
                complain(_of_output(error))
                _silence_output()
                sys.exit(FAILED)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; those of the command are kept as they were given."""
        ctx.meta[GIVEN] = tuple(args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; every expected end becomes an exit code."""
        try:
            _check_bytes(ctx.meta[GIVEN])
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _silence_output()
            ctx.exit(READER_GONE)
        except OSError as error:
            _flush_or_silence()
            _fail(ctx, AttribuneError(_of_output(error)))
        except AttribuneError as error:
            _fail(ctx, error)


def _check_bytes(arguments: Sequence[str]) -> None:
    """Raises :class:`UsageError` for an argument that is no text, where it should be."""
    if arguments[:1] and arguments[0] not in FILES:
        for one in filter(LONE.search, arguments):
            shown = LONE.sub("\ufffd", one)
            raise UsageError(f"“{shown}” is not UTF-8: give text in UTF-8, or another name")


def complain(line: str) -> None:
    """One line on standard error."""
    click.echo(complaint(line), err=True)


def say(line: str) -> None:
    """One line on standard error about what was done."""
    click.echo(tame(line), err=True)


def complaint(line: str) -> str:
    """What went wrong on one line."""
    return f"attribune: {tame(' '.join(line.split()))}"


def tame(text: str) -> str:
    """The text without anything that a terminal would obey, or show in another order than it stands."""
    return CONTROL.sub("\ufffd", HIDDEN.sub("", text))


def _fail(ctx: click.Context, error: AttribuneError) -> NoReturn:
    complain(str(error))
    ctx.exit(WRONG_USAGE if isinstance(error, UsageError) else FAILED)


@contextmanager
def _signals_end() -> Iterator[None]:
    """In the block, being told to stop or a terminal that closes is an orderly end, unless someone handles it."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = [one for one in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(one) is signal.SIG_DFL]
    for one in ours:
        signal.signal(one, _end)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """Leave every block, so that processes are stopped and files closed; 128 + signal, as a shell counts."""
    raise SystemExit(128 + number)


def _of_output(error: OSError) -> str:
    return f"{error.filename or 'the output'}: {error.strerror or error}"


def _flush_or_silence() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _silence_output()


def _silence_output() -> None:
    """Let the interpreter flush its last words into nothing, where it would complain otherwise."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
