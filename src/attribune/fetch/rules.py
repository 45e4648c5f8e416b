"""The rules of a robots.txt, for one program."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protego import Protego

from attribune.fetch.address import Address

LONGEST_LINE = 2_000  # characters; a longer rule matches no address worth asking for
AGENT = re.compile(r"\s*user[-\s]{0,3}agent(?:\s*:|\s)\s*(.+)", re.IGNORECASE)
TOKEN = re.compile(r"[a-z_-]+")
SOMEONE_ELSE = "User-agent: someone-else"


@dataclass(frozen=True)
class Rules:
    """What one origin allows; without a text, everything."""

    robot: str
    text: Protego | None = None

    @property
    def delay(self) -> float:
        """The crawl delay in seconds, 0 where none is asked for."""
        return (self.text.crawl_delay(self.robot) if self.text else None) or 0.0

    def allows(self, address: Address) -> bool:
        """Whether the address may be asked."""
        return self.text is None or self.text.can_fetch(str(address), self.robot)


def parse_rules(data: bytes, robot: str) -> Rules:
    """The rules in a robots.txt's bytes, whatever they hold; a page given in its place allows everything."""
    text = data.decode("utf-8-sig", "replace")
    lines = [_for_robot(line, robot.lower()) for line in text.splitlines() if len(line) <= LONGEST_LINE]
    return Rules(robot, Protego.parse("\n".join(lines)))


def _for_robot(line: str, robot: str) -> str:
    """The line, with all other programs as one.

    Protego copies each rule for each program that it is for: half a megabyte of names and rules would take gigabytes.
    """
    agent = AGENT.match(line.partition("#")[0])
    if agent is None:
        return line
    name = agent.group(1).strip().lower()
    token = TOKEN.match(name.replace("*", ""))
    if name == "*" or (token and token.group() == robot):
        return f"User-agent: {'*' if name == '*' else robot}"
    return SOMEONE_ELSE
