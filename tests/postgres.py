"""A private PostgreSQL server for the tests, from the binaries that are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADVICE = "no initdb on PATH or in /usr/lib/postgresql: install PostgreSQL (Debian: apt-get install postgresql)"
ROOM = 1 << 30  # bytes
SETTINGS = (  # nothing of the tests has to outlive a crash
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=",
    "max_connections=60",
)


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl; None where PostgreSQL is not installed."""
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    found = shutil.which("initdb")
    folders = [*newest, *([Path(found).resolve().parent] if found else [])]
    return next((one for one in folders if (one / "initdb").exists() and (one / "pg_ctl").exists()), None)


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """A server that listens on a socket of its own; the URL of its first database."""
    home = Path(tempfile.mkdtemp(prefix="attribune-pg-", dir=_roomy_memory()))
    who = _someone()
    if who is not None:
        shutil.chown(home, who)
    data, options = home / "data", " ".join(f"-c {one}" for one in (*SETTINGS, f"unix_socket_directories={home}"))
    try:
        _run(
            [folder / "initdb", "-D", data, "-U", "attribune", "-A", "trust", "-N", "-E", "UTF8", "--locale", "C"], who
        )
        _run([folder / "pg_ctl", "-D", data, "-l", home / "log", "-w", "-o", options, "start"], who)
        yield f"postgresql://attribune@/postgres?host={home}"
        _run([folder / "pg_ctl", "-D", data, "-m", "immediate", "stop"], who)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _roomy_memory() -> str | None:
    """A folder in memory, where files are made and removed ten times faster; None where it is small or missing."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > ROOM else None


def _someone() -> str | None:
    """Who is to run the server: it refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def _run(command: list[str | Path], who: str | None) -> None:
    done = subprocess.run(command, user=who, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")
