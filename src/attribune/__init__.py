"""Attribune keeps a ledger of who said what in the news."""
