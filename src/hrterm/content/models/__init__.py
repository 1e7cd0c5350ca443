"""What each kind of file may hold (pydantic: messages and an editor's schema)."""
