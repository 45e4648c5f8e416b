"""The documentation says what the program does: options, fields, values, examples and links are compared with it."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, get_args

import click
import pytest
from click.testing import CliRunner

import attribune
from attribune import errors, statement
from attribune.article import Span
from attribune.cli import main, program
from attribune.intake.limits import DEFAULT
from attribune.intake.records import KNOWN
from attribune.reader.bundle import open_bundle
from attribune.reader.scores import AFTER, BEFORE
from attribune.reading import Json, Reading
from attribune.statement import Figure, Rejection, When, Where
from tests.builders import a_reading, a_speaker, a_statement, an_article

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path.relative_to(ROOT) for where in (".", "docs", "examples", "training") for path in (ROOT / where).glob("*.md")
)
RUN = ("README.md", "docs/tutorial.md", "docs/how-to.md")
COLUMNS = "98"  # the width in which tables are shown
GAP = "…"  # alone on a line of output: some lines are left out
DRIFT = 0.1  # of the lines: 8-bit sums differ a little from one kind of processor to another
CODE, TICKED = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S), re.compile(r"`([^`]+)`")
HEADING, LINK = re.compile(r"^#+ (.+)$", re.M), re.compile(r"\]\(([^)\s]+)\)")


class Block(NamedTuple):
    """A fenced block; ``follows`` is the kind of the block right before it, with nothing between."""

    kind: str
    text: str
    follows: str | None


def page_text(page: str | Path) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def sections(page: str) -> dict[str, str]:
    """The text below each heading, up to the next."""
    parts = HEADING.split(CODE.sub("", page_text(page)))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


REFERENCE = sections("docs/reference.md")


def first_cells(heading: str) -> list[str]:
    """What stands in backticks in the first cells of the section's tables."""
    rows = re.findall(r"^\| (`.*?) \|", REFERENCE[heading], re.M)
    return [name for cell in rows for name in TICKED.findall(cell)]


SHARED = "Commands over a ledger"


def commands() -> dict[str, click.Context]:
    """Every command under its full name."""
    top = main.make_context("attribune", ["--help"], resilient_parsing=True)
    return {"attribune": top, **dict(below(top, "attribune"))}


def below(group: click.Context, name: str) -> Iterator[tuple[str, click.Context]]:
    """The commands of a group and of the groups in it."""
    assert isinstance(group.command, click.Group)
    for short, one in group.command.commands.items():
        context = click.Context(one, parent=group, info_name=short)
        if isinstance(one, click.Group):
            yield from below(context, f"{name} {short}")
        else:
            yield f"{name} {short}", context


def shared(context: click.Context) -> list[str]:
    """The spellings that are documented once for all commands over a ledger."""
    return first_cells(SHARED) if "--ledger" in spellings(context) else []


def options(context: click.Context) -> list[click.Option]:
    return [one for one in context.command.params if isinstance(one, click.Option)]


def spellings(context: click.Context) -> list[str]:
    return sorted([*context.help_option_names, *(spelling for one in options(context) for spelling in one.opts)])


@pytest.mark.parametrize("name", commands())
def test_exactly_the_commands_options_are_documented(name: str) -> None:
    context = commands()[name]
    assert sorted({*first_cells(name), *shared(context)} & {*spellings(context)}) == spellings(context)
    assert set(first_cells(name)) <= set(spellings(context))


@pytest.mark.parametrize("name", commands())
def test_choices_and_defaults_are_documented(name: str) -> None:
    choices = [
        choice for one in options(commands()[name]) if isinstance(one.type, click.Choice) for choice in one.type.choices
    ]
    defaults = [str(one.default) for one in options(commands()[name]) if one.show_default]
    page = REFERENCE[name] + (REFERENCE[SHARED] if shared(commands()[name]) else "")
    assert {*choices, *defaults} <= set(TICKED.findall(page))


def test_every_command_has_a_section() -> None:
    assert {heading for heading in REFERENCE if heading.startswith("attribune")} == set(commands())


def test_exit_codes_are_documented() -> None:
    codes = {0, program.FAILED, program.WRONG_USAGE, program.INTERRUPTED, program.READER_GONE}
    assert set(map(int, re.findall(r"^\| (\d+) \|", REFERENCE["Exit codes"], re.M))) == codes


@pytest.fixture(scope="module")
def full() -> Reading:
    """A reading in which every list has something."""
    article = an_article("Ida Korvin said 12 houses in Norvik were flooded on Monday.")
    figure, day = Figure(Span(16, 25), 12, 12), When(Span(52, 58), date(2031, 3, 3), date(2031, 3, 4))
    place = Where(Span(29, 35), "Norvik")
    one = a_statement(article, "12 houses", "Ida Korvin", "said", figures=(figure,), when=(day,), where=(place,))
    return a_reading(article, [a_speaker()], [one], figures=(figure,), rejections=(Rejection("language", "why"),))


FIELDS: dict[str, Callable[[Json], Json]] = {
    "The object": lambda found: found,
    "The article": lambda found: found["article"],
    "A speaker": lambda found: found["speakers"][0],
    "A statement": lambda found: found["statements"][0],
    "Source, cue and content": lambda found: found["statements"][0]["content"],
    "A figure": lambda found: found["statements"][0]["figures"][0],
    "A time": lambda found: found["statements"][0]["when"][0],
    "A place": lambda found: found["statements"][0]["where"][0],
    "A rejection": lambda found: found["rejections"][0],
    "The reader": lambda found: found["reader"],
}


@pytest.mark.parametrize("heading", FIELDS)
def test_exactly_the_outputs_fields_are_documented_in_their_order(full: Reading, heading: str) -> None:
    assert first_cells(heading) == list(FIELDS[heading](full.to_dict()))


def test_exactly_the_columns_of_rows_are_documented(full: Reading) -> None:
    assert first_cells("Rows and frames") == list(next(full.rows()))


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("quote", statement.Quote),
        ("commitment", statement.Commitment),
        ("distance", statement.Distance),
        ("cue_class", statement.CueClass),
        ("kind", statement.SpeakerKind),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_exactly_the_values_are_documented(heading: str, values: Any) -> None:
    assert first_cells(heading) == list(get_args(values))


def test_exactly_the_keys_of_records_are_documented() -> None:
    assert set(first_cells("Articles as JSON")) == KNOWN


def test_limits_are_documented() -> None:
    window = open_bundle().window
    limits = (
        f"{DEFAULT.characters:,} characters",
        DEFAULT.megabytes,
        f"{DEFAULT.elements:,} elements",
        f"{DEFAULT.ratio} times",
    )
    reach = (f"{BEFORE} before, {AFTER} after", f"{window} word pieces")
    assert [limit for limit in (*limits, *reach) if limit not in REFERENCE["Limits"]] == []


def test_exactly_the_public_names_are_documented() -> None:
    cells = " ".join([*first_cells("Functions"), *first_cells("Types")])
    assert sorted(re.findall(r"attribune\.(\w+)", cells)) == sorted(attribune.__all__)


def test_every_error_is_documented() -> None:
    tree = [name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception)]
    assert sorted(first_cells("Errors")) == sorted(tree)


def blocks(page: str) -> Iterator[Block]:
    text, kind, end = page_text(page), None, 0
    for fence in CODE.finditer(text):
        follows = kind if not text[end : fence.start()].strip() else None
        kind, end = fence.group(1), fence.end()
        yield Block(kind, fence.group(2), follows)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that has the examples where the repository has them, and in which examples may write."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", COLUMNS)
    return tmp_path


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip() and line.strip() != GAP]


def differing(shown: str, printed: str) -> list[str]:
    """Lines that are only in what is shown or, unless some are left out there, only in what is printed."""
    left_out = GAP in map(str.strip, shown.splitlines())
    one, other = lines(shown), lines(printed)
    return [f"- {line}" for line in one if line not in other] + [
        f"+ {line}" for line in other if line not in one and not left_out
    ]


def assert_shown(shown: str, printed: str) -> None:
    found = differing(shown, printed)
    assert len(found) <= DRIFT * 2 * len(lines(shown)), "\n".join(
        ["the page shows other output than the program:", *found]
    )


def test_other_output_is_noticed() -> None:
    assert differing("a\nb", "a\nc") == ["- b", "+ c"]
    assert differing("a\n…\nd", "a\nc\nd") == []


@pytest.mark.parametrize("page", RUN)
def test_python_examples_run_and_print_what_is_shown(page: str, folder: Path) -> None:
    names: dict[str, Any] = {"__name__": page}
    printed = io.StringIO()
    for block in blocks(page):
        if block.kind == "python":
            printed = io.StringIO()
            with redirect_stdout(printed):
                exec(compile(block.text, page, "exec"), names)
        elif block.kind == "text" and block.follows == "python":
            assert_shown(block.text, printed.getvalue())


def shown_commands(page: str) -> Iterator[tuple[str, str]]:
    """Each ``$ attribune`` line and the output below it."""
    for block in blocks(page):
        for command in block.text.split("$ ")[1:] if block.kind == "console" else ():
            line, _, shown = command.partition("\n")
            yield line, shown


@pytest.mark.parametrize("page", RUN)
def test_commands_print_what_is_shown(page: str, folder: Path) -> None:
    for line, shown in shown_commands(page):
        name, *arguments = shlex.split(line)
        assert name == "attribune"
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, line
        assert_shown(shown, result.output)


def slugs(page: Path) -> set[str]:
    """The anchors that a page's headings make."""
    headings = HEADING.findall(CODE.sub("", page_text(page)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_nowhere(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = Path(os.path.normpath(page.parent / name)) if name else page
    return not (ROOT / target).exists() or bool(anchor and target.suffix == ".md" and anchor not in slugs(target))


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_relative_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(CODE.sub("", page_text(page)))
    assert [link for link in links if not re.match(r"https?:|mailto:", link) and leads_nowhere(page, link)] == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_nothing_is_left_to_be_filled_in(page: Path) -> None:
    assert "TBD" not in page_text(page)
