"""What watches found, a line of JSON each on standard output."""

from __future__ import annotations

from attribune.cli.progress import Watch
from attribune.cli.records import write_object
from attribune.desk.watching import Alert, alert_of


def tell_alert(alert: Alert, watch: Watch) -> bool:
    """Write the alert, if it found something; whether it also arrived where the watch wants it."""
    if alert.hits:
        write_object(alert_of(alert.search, alert.hits), "jsonl")
    if alert.problem is not None:
        watch.complain(f"watch {alert.search.name}: {alert.problem}")
    return alert.problem is None
