"""Completion scripts: what may be completed, and a script for each shell."""
