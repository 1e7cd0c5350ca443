"""SQLite to domain: read-only questions, answered in domain words."""
