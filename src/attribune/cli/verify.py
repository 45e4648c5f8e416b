"""``attribune verify``: everything recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from attribune.cli.options import format_option, ledger_option, open_desk
from attribune.cli.program import FAILED, tame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attribune.desk.desk import Desk
    from attribune.desk.verifying import Problem, Verification


@click.command(short_help="Check everything; nothing is repaired.")
@click.option("--quick", is_flag=True, help="Leave out that texts are read anew from their bytes.")
@click.option("--head", metavar="SEAL", help="A seal that was noted earlier, and must still be in the audit log.")
@ledger_option
@format_option("table", "json")
@click.pass_context
def verify(ctx: click.Context, quick: bool, head: str | None, ledger: str, form: str) -> None:
    """Check everything: bytes, texts, words, numbers, seals and the audit log. Nothing is repaired.

    Each problem is a line; the exit code is 1 where there is one. Note the head seal elsewhere: with --head it proves
    later that nothing was cut off or rewritten.
    """
    from attribune.cli.records import write_object
    from attribune.desk.verifying import Verification

    report = Verification()
    with open_desk(ledger) as desk:
        problems = _problems(desk, report, quick=quick, head=head, quiet=form == "json")
    if form == "json":
        write_object(_report_dict(report, problems))
    else:
        click.echo(_summary(report, problems))
    if problems:
        ctx.exit(FAILED)


def _problems(desk: Desk, report: Verification, *, quick: bool, head: str | None, quiet: bool) -> list[Problem]:
    """All problems, each said as it is found."""
    from attribune.cli.progress import counting

    problems = []
    with counting(wholes(desk)) as counter:
        for problem in desk.verify(report, quick=quick, head=head, told=counter.told):
            problems.append(problem)
            if not quiet:
                counter.say(tame(f"{problem.subject}: {problem.sentence}"))
    return problems


def wholes(desk: Desk) -> Mapping[str, int]:
    """How many there are of what is counted beforehand; bytes are kept once for any number of captures."""
    return {"articles": desk.counts().versions}


def _summary(report: Verification, problems: list[Problem]) -> str:
    checked = ", ".join(f"{count:,} {kind}" for kind, count in report.checked.items()) or "nothing"
    found = "no problem" if not problems else f"{len(problems):,} problem{'s' if problems[1:] else ''}"
    return f"checked {checked}: {found}\nhead seal {report.head or 'none, as nothing was ever changed'}"


def _report_dict(report: Verification, problems: list[Problem]) -> dict[str, Any]:
    told = [{"subject": one.subject, "sentence": one.sentence} for one in problems]
    return {"problems": told, "checked": report.checked, "head": report.head}
