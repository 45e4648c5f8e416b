from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run, invoke


def test_a_ledger_that_is_well_has_no_bad_mark(ask: Run) -> None:
    result = ask("doctor")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "✗" not in result.stdout
    assert "✓  ledger    " in result.stdout


def test_findings_as_json(ask: Run) -> None:
    findings = json.loads(ask("doctor", "--format", "json").stdout)

    assert {"subject", "health", "words"} == set(findings[0])
    assert findings[0]["subject"] == "program"


def test_a_ledger_that_is_not_there_is_bad(tmp_path: Path) -> None:
    result = invoke(tmp_path / "none.db", "doctor")

    assert result.exit_code == 1
    assert "✗  ledger" in result.stdout
    assert "attribune init" in " ".join(result.stdout.split())
