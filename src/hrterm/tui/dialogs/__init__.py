"""Questions and detours: they close with Esc and leave the mode as it was."""
