"""The terminal interface: one screen a task, over the same library as the shell."""
