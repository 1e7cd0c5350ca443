"""One screen for each task, and the detours."""
