"""The vocabulary of the field: plain records and pure functions, stdlib only."""
