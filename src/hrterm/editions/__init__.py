"""Editions that travel: packed, signed, installed, gone back from."""
