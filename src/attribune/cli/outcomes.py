"""What became of what was given to the ledger, in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from attribune.cli.program import say
from attribune.cli.tally import by_reason, counted, kind_of

if TYPE_CHECKING:
    from attribune.cli.progress import Watch
    from attribune.desk.adding import Filed

KEYS = ("name", "file", "url", "outcome", "entry", "article", "statements", "reason")


@dataclass
class Outcomes:
    """Counts what was filed in one run; an article that is in but was not read, say for its language, is ``unread``."""

    filed: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)

    @property
    def any_failed(self) -> bool:
        """Whether something could not be added or not be read."""
        return bool(self.filed["failed"] or self.unread)

    def add(self, filed: Filed, watch: Watch) -> None:
        """Count one input, and say what is wrong with it."""
        self.filed[filed.outcome] += 1
        if filed.failure is not None:
            self.reasons[kind_of(filed.failure)] += 1
            watch.complain(filed.failure.line)
        for rejection in filed.reading.rejections if filed.reading else ():
            self.unread[rejection.stage] += 1
            watch.complain(f"{filed.name}: {rejection.reason}")
        watch.saw(filed.place)

    def line(self) -> str:
        """The counts; they add up to what was given."""
        new, versions = self.filed["new"], self.filed["version"]
        line = f"{new:,} new, {counted(versions, 'new version')}, {self.filed['known']:,} unchanged"
        if self.filed["failed"]:
            line += f", {self.filed['failed']:,} failed ({by_reason(self.reasons)})"
        if self.unread:
            line += f"; {self.unread.total():,} of them not read ({by_reason(self.unread)})"
        return line


@contextmanager
def telling(outcomes: Outcomes) -> Iterator[None]:
    """A block that ends with the line of counts on standard error, whatever ends it."""
    try:
        yield
    except BaseException:
        say(f"{outcomes.line()}; this much is kept, run it again to go on")
        raise
    say(outcomes.line())


def filed_dict(filed: Filed) -> dict[str, Any]:
    """What became of one input, as one JSON object."""
    from attribune.intake import ADDRESS

    reading, added = filed.reading, filed.added
    reasons = [one.reason for one in reading.rejections] if reading else []
    is_address = ADDRESS.match(filed.place) is not None
    return {
        "name": filed.name,
        "file": None if is_address else filed.place,
        "url": filed.place if is_address else None,
        "outcome": filed.outcome,
        "entry": added.entry if added else None,
        "article": reading.article.id if reading else None,
        "statements": added.statements if added else None,
        "reason": str(filed.failure.error) if filed.failure else "; ".join(reasons) or None,
    }
