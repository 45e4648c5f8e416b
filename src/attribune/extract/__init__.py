"""Numbers to statements: pure functions, no network, no file."""
